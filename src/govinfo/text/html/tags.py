"""What a tag becomes when a web page is written as text: nothing, a line break, or a mark.

A page is cut at every `<`. Each piece, a tag with the text behind it, is read alone, so that a
piece that was seen before costs one look into a dictionary. A control character marks a cell, a row
or what only the surroundings explain (a line break within a cell, the end of a script); `markup`
reads these marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from govinfo.spans import Edit
from govinfo.text.html.appearance import RAISED, STRUCK, VOID, altered_as, is_hidden
from govinfo.text.html.stylesheets import may_alter

__all__ = [
    "ALTERED",
    "BREAK",
    "BROKEN",
    "CELL",
    "CLOSE_TABLE",
    "DOWN",
    "DROP",
    "FIELD",
    "FIELDS",
    "HIDDEN",
    "KEEP",
    "LONGEST_REMEMBERED",
    "MOST_REMEMBERED",
    "OBJECT",
    "OBJECTS",
    "OPEN_TABLE",
    "ROW",
    "SPANNED",
    "TAG",
    "TO_THE_END",
    "edits_of",
    "text_after",
    "unended_element",
]

BREAK, CELL, ROW, OPEN_TABLE, CLOSE_TABLE = "\n", "\t", "\x1e", "\x1c", "\x1d"
SPANNED = "\x02"
"""One for each further column that a cell spans."""
DOWN = "\x03"
"""The cell spans several rows."""
OBJECT = "\x04"
"""A picture or a field of a form: whatever it shows is not in the text."""
FIELD = "\x10"
"""A field of a form, or a drawing, that shows digits."""
BROKEN = "\x05"
"""A tag that does not end before the next one begins."""
HIDDEN = "\x06"
"""The beginning of something that a browser does not show."""
ALTERED = "\x08"
"""Here begins what is raised, struck out or hidden, or a style sheet that says so."""
DROP, KEEP = "\x0e", "\x0f"
"""From the first to the second there is no text of the page; the letter of an element follows."""

TAG = re.compile(
    r"""
    <(?P<close>/?)
    (?P<name>[a-zA-Z][^\s/>]*+)
    (?P<attributes>(?>(?:
        [^>=]++
      | =\s*+(?:"[^"]*"|'[^']*'|(?!["']))     # a value, which may hold `>` between quotes
    )*))>
    """,
    re.VERBOSE,
)
_NO_ELEMENT = re.compile(r"<(?:[!?]|/[^a-zA-Z])[^>]*>")
_BEGINS_A_TAG = re.compile(r"<[a-zA-Z/!?]")
_COMMENT_END = re.compile(r"--!?>")
_EMPTY_COMMENT = re.compile(r"<!-{2,3}>")
_TO_REPLACE = re.compile(
    r"""
      --!?>                                                                  # ends a comment
    | &(?:\#\d{1,8};?|\#[xX][\da-fA-F]{1,8};?|[a-zA-Z][\da-zA-Z]{1,31};?)   # a reference
    | [\x00-\x1f\x7f\u2028\u2029][\x00-\x20\x7f\u2028\u2029]*             # line breaks, controls
    """,
    re.ASCII | re.VERBOSE,
)
_CONTROLS = re.compile("[\\x00-\\x1f\\x7f\u2028\u2029]")
_DAMAGE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
"""Controls that no text has: they stand where characters were lost."""
_SPAN = re.compile(
    r"(?<![\w-])(?P<way>col|row)span\s*+=\s*+[\"']?\s*+(?P<count>\d{1,5})", re.IGNORECASE | re.ASCII
)
_SHOWS_DIGITS = re.compile(r"(?<![\w-])value\s*+=\s*+[\"']?[^\"'\d>]{0,40}\d", re.IGNORECASE)
_IS_A_BOX = re.compile(r"(?<![\w-])type\s*+=\s*+[\"']?(?:checkbox|radio|range)", re.IGNORECASE)
"""What shows none of its value."""
_MAY_BE_A_NOTE = re.compile(
    r"""
    \s*[\[(（〔【]?\s*
    (?:[\d*＊†‡※①-⑳]{1,3}|注释?\s*\d{0,2})    # a number, a sign, or 注 with a number
    (?:\s*[,，、]\s*\d{1,3}){0,3}             # more numbers
    \s*[\])）〕】]?\s*
    """,
    re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
_FIGURE_OUTSIDE = re.compile(
    r"</(?:(?P<row>tr|row)|t[dh]|cell)\s*+>\s*+\d[\d,.]*+\s*+", re.IGNORECASE
)
"""A figure between two rows, or between two cells."""
_MOST_COLUMNS = 20
"""The maximum width of a table; a page that states more could fill the memory."""
LONGEST_REMEMBERED, MOST_REMEMBERED = 600, 4096
"""The maximum length in characters, and number, of the pieces of pages that are remembered."""

# Also what trafilatura writes as XML: row, cell, head, item, lb.
_BLOCKS = (
    "address article blockquote body br caption center dd details dialog div dl dt fieldset "
    "figcaption figure form h1 h2 h3 h4 h5 h6 head header hr html item lb legend li main ol option "
    "p pre search section summary ul"
)
_OPENED = {
    **dict.fromkeys(_BLOCKS.split(), BREAK),
    **dict.fromkeys(RAISED | STRUCK, " "),
    **dict.fromkeys(("td", "th", "cell"), CELL),
    **dict.fromkeys(("tr", "row"), ROW),
    "table": OPEN_TABLE,
    **dict.fromkeys(("img", "input", "object", "embed"), OBJECT),
}
# A figure whose own cell tag is lost must not run into the figure before it.
_CLOSED = {
    **_OPENED,
    **dict.fromkeys(("td", "th", "cell", "object"), " "),
    **dict.fromkeys(("tr", "row"), ""),
    "table": CLOSE_TABLE,
}
_NO_TEXT = "!-- script style title textarea iframe noscript template noframes noembed"
_NAVIGATION = "nav footer aside select button svg datalist canvas video audio"
_DROPPED = {
    name: chr(ord("a") + number) for number, name in enumerate(f"{_NO_TEXT} {_NAVIGATION}".split())
}
_SHOWING = ("textarea", "select", "iframe", "svg", "canvas", "video", "audio")
OBJECTS = frozenset(_DROPPED[name] for name in _SHOWING)
"""What shows something that is not in the text: the letters of these elements."""
FIELDS = frozenset(_DROPPED[name] for name in ("textarea", "select", "svg", "button"))
"""What shows the digits that stand in it, in a place of its own."""
_COMMENT = _DROPPED["!--"]
_STYLE_SHEET, _SCRIPT = _DROPPED["style"], _DROPPED["script"]
TO_THE_END = frozenset(_DROPPED[name] for name in _NO_TEXT.split())
"""The elements that only their own end tag ends: without it, the rest of the page is no text."""


def edits_of(piece: str, *, lines: bool) -> tuple[Edit, ...]:
    """Return what to replace in a piece of a page; offsets count in the piece.

    Args:
        piece: A `<` and everything up to the next one, or the beginning of the page.
        lines: Whether a line break in the source is one in the text; in HTML it is a space.

    """
    remembers = len(piece) <= LONGEST_REMEMBERED
    return _remembered_edits(piece, lines) if remembers else _edits(piece, lines)


def _edits(piece: str, lines: bool) -> tuple[Edit, ...]:  # noqa: FBT001 - as the cache calls it.
    end, edits = 0, list[Edit]()
    if _BEGINS_A_TAG.match(piece):
        end, marks = _tag(piece)
        if marks[:1] == DROP and marks[-1] in TO_THE_END and KEEP not in marks:
            # All that stands behind such a tag is dropped with it, and a script can be long.
            text, end = piece[end:], len(piece)
            if marks[-1] == _STYLE_SHEET and may_alter(text):
                marks = ALTERED + marks
            elif marks[-1] in FIELDS and _DIGIT.search(text):
                # It is dropped, too, and says that there was one.
                marks += "0"
            elif marks[-1] == _SCRIPT and "document.write" in text:
                marks = OBJECT + marks
        elif outside := _FIGURE_OUTSIDE.fullmatch(piece):
            # It is none of the row above, and may be that of the cell, of a lost one, or of none.
            marks += ROW if outside["row"] else FIELD
        elif not marks and piece[1:2] in "aAsS" and _MAY_BE_A_NOTE.fullmatch(piece, end):
            # A link, or small print, that is all of a footnote mark, or a whole figure.
            tag = TAG.match(piece)
            marks = ALTERED if tag and tag["name"].lower() in ("a", "small") else marks
        edits.append(Edit(0, end, marks))
    edits += _edits_of_text(piece, end, lines=lines or piece[:4].lower() == "<pre")
    return tuple(edits)


_remembered_edits = lru_cache(maxsize=MOST_REMEMBERED)(_edits)


def _tag(piece: str) -> tuple[int, str]:
    """Return where the tag ends with which a piece begins, and its marks."""
    if piece.startswith("<!--"):
        end = _EMPTY_COMMENT.match(piece) or _COMMENT_END.search(piece, 4)
        if end is None:
            return len(piece), DROP + _COMMENT
        return end.end(), DROP + _COMMENT + KEEP + _COMMENT
    tag = TAG.match(piece)
    found = tag or _NO_ELEMENT.match(piece)
    if found is None:
        return 1, BROKEN
    if found[0].endswith("-->"):
        return found.end(), KEEP + _COMMENT
    if tag is None:
        return found.end(), ""
    name, attributes = tag["name"].lower(), tag["attributes"]
    return tag.end(), _marks(name, attributes, closing=bool(tag["close"]))


def _marks(name: str, attributes: str, *, closing: bool) -> str:
    """Return the marks of a tag."""
    if name in _DROPPED:
        # Only XHTML has such an element without content; everywhere else the page would end here.
        alone = attributes.endswith("/")
        return "" if alone else (KEEP if closing else DROP) + _DROPPED[name]
    if closing:
        return _CLOSED.get(name, "")
    if name == "input" and "hidden" in attributes.lower():
        return ""
    if name == "input" and _SHOWS_DIGITS.search(attributes) and not _IS_A_BOX.search(attributes):
        return FIELD
    marks = _OPENED.get(name, "")
    if marks == CELL:
        spans = {"col": 1, "row": 1}
        # A browser takes the first statement of two.
        for found in reversed([*_SPAN.finditer(attributes)]):
            spans[found["way"].lower()] = int(found["count"])
        marks += SPANNED * (min(spans["col"], _MOST_COLUMNS) - 1)
        marks += DOWN if spans["row"] > 1 else ""
    if altered_as(name, attributes) is not None:
        return marks + ALTERED
    is_closed = name == "dialog" and "open" not in attributes.lower()
    return marks + HIDDEN if is_closed or (name not in VOID and is_hidden(attributes)) else marks


def unended_element(marked: str) -> str:
    """Return the letter of the element that begins in a piece and that only its own end tag ends.

    Args:
        marked: The piece with marks in place of its tag; `DROP` is one of them.

    Returns:
        The letter, or nothing where the element ends in the same piece or has no such end.

    """
    letter = marked[marked.rindex(DROP) + 1]
    return letter if letter in TO_THE_END and KEEP + letter not in marked else ""


def text_after(piece: str) -> int:
    """Return where the text begins behind the tag with which a piece begins."""
    return _tag(piece)[0] if _BEGINS_A_TAG.match(piece) else 0


def _edits_of_text(piece: str, start: int, *, lines: bool) -> Iterator[Edit]:
    """Yield what to replace in the text of a piece: references, ends of comments, line breaks."""
    for found in _TO_REPLACE.finditer(piece, start):
        breaks = found[0].count("\n")
        if found[0][0] == "-":
            yield Edit(*found.span(), KEEP + _COMMENT)
        elif found[0][0] == "&":
            meant = _CONTROLS.sub(" ", unescape(found[0]))
            if meant != found[0]:
                yield Edit(*found.span(), meant)
        elif breaks and (lines or (breaks > 1 and piece[start : found.start()].strip())):
            yield Edit(*found.span(), BREAK * breaks)
        else:
            before = piece[found.start() - 1 : found.start()] if found.start() > start else ""
            after = piece[found.end() : found.end() + 1]
            if _DAMAGE.search(found[0]) and (before.isdecimal() or after.isdecimal()):
                # A digit was lost with it: that is no space, and the number no number.
                yield Edit(*found.span(), "\ufffd")
                continue
            # Between two wide characters the source breaks a line, and means no space.
            are_wide = "\u2e80" <= before <= "\uffee" and "\u2e80" <= after <= "\uffee"
            yield Edit(*found.span(), "" if are_wide else " ")
