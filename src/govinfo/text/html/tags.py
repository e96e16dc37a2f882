"""What a tag leaves behind when a web page is written as text: nothing, a line break, or the mark of a cell or a row.

A page is cut at every `<`, and each piece is looked at alone: a tag with the text behind it. So a
piece that was seen before, as most are, costs one look into a dictionary. What only its
surroundings can tell (whether a line break stands within a cell, where a script ends) is marked by
a control character, and settled in `markup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from govinfo.spans import Edit

__all__ = [
    "ALTERED",
    "BREAK",
    "BROKEN",
    "CELL",
    "CLOSE_TABLE",
    "DOWN",
    "DROP",
    "HIDDEN",
    "KEEP",
    "LONGEST_REMEMBERED",
    "MOST_REMEMBERED",
    "OBJECT",
    "OPEN_TABLE",
    "ROW",
    "SPANNED",
    "TAG",
    "TO_THE_END",
    "altered_as",
    "classes_of_sheet",
    "edits_of",
    "is_within_lines",
    "text_after",
]

BREAK, CELL, ROW, OPEN_TABLE, CLOSE_TABLE = "\n", "\t", "\x1e", "\x1c", "\x1d"
SPANNED = "\x02"
"""One for each further column that a cell spans."""
DOWN = "\x03"
"""The cell spans several rows."""
OBJECT = "\x04"
"""A picture or a field of a form: whatever it shows is not in the text."""
BROKEN = "\x05"
"""A tag that does not end before the next one begins."""
HIDDEN = "\x06"
"""The beginning of something that a browser does not show."""
ALTERED = "\x08"
"""The beginning of something that is shown raised, struck out or not at all, or of a style sheet that says so."""
DROP, KEEP = "\x0e", "\x0f"
"""With the letter of an element behind it: from here to there is no text of the page."""

TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?>(?:[^>=]++|=\s*+(?:"[^"]*"|'[^']*'|(?!["'])))*))>"""
)
_NO_ELEMENT = re.compile(r"<(?:[!?]|/[^a-zA-Z])[^>]*>")
_BEGINS_A_TAG = re.compile(r"<[a-zA-Z/!?]")
_COMMENT_END = re.compile(r"--!?>")
_EMPTY_COMMENT = re.compile(r"<!-{2,3}>")
_TO_REPLACE = re.compile(
    r"--!?>|&(?:#\d{1,8};?|#[xX][\da-fA-F]{1,8};?|[a-zA-Z][\da-zA-Z]{1,31};?)"
    "|[\\x00-\\x1f\\x7f\u2028\u2029][\\x00-\\x20\\x7f\u2028\u2029]*",
    re.ASCII,
)
_CONTROLS = re.compile("[\\x00-\\x1f\\x7f\u2028\u2029]")
_SPAN = re.compile(
    r"(?<![\w-])(?P<way>col|row)span\s*+=\s*+[\"']?\s*+(?P<count>\d{1,5})", re.IGNORECASE | re.ASCII
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_BY_NAME = re.compile(r"\shidden(?![\w-])", re.IGNORECASE)
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;\"'{}]*line-through", re.IGNORECASE)
_SET_HIGH = re.compile(
    r"""
    (?<![\w-])vertical-align\s*:\s*(?:
        super | sub | text-top
      | -?(?:0?\.\d|[1-9])[\d.]*\s*(?:p[xtc]|r?em|ex|mm|%)
    )
    | mso-text-raise\s*:\s*-?[1-9]
    | position\s*:\s*relative\b[^\"'{}]*(?<![\w-])top\s*:\s*-\s*[\d.]
    | (?<![\w-])top\s*:\s*-\s*[\d.][^\"'{}]*position\s*:\s*relative
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_SIZE = re.compile(r"(?<![\w-])font-size\s*:\s*0(?:\.0+)?(?![.\d])", re.IGNORECASE)
_WHITE = re.compile(
    r"""
    (?<![\w-])color\s*[:=]\s*[\"']?\s*
    (?: white\b | \#fff(?:fff)?\b | rgba?\(\s*255\s*,\s*255\s*,\s*255\b | transparent\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAY_BE_A_NOTE = re.compile(
    r"\s*[\[(（〔【]?\s*(?:[\d*＊†‡※①-⑳]{1,3}|注释?\s*\d{0,2})(?:\s*[,，、]\s*\d{1,3}){0,3}\s*[\])）〕】]?\s*"
)
_SHEET_WORDS = (
    "line-through",
    "super",
    "text-top",
    "none",
    "hidden",
    "font-size",
    "vertical-align",
)
_RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
_AT_RULE = re.compile(r"@[^{};]{0,400}\{(?:[^{}]*\{[^{}]*\})*+[^{}]*\}")
_SIMPLE_SELECTOR = re.compile(r"\s*(?:[a-zA-Z][a-zA-Z0-9]*)?\.([\w-]+)\s*")
_NOT_IN_SHEET = re.compile(r"<!--|/\*.*?\*/", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_COLUMNS = 20
"""No table of a report is wider; a page that says so wants to fill the memory."""
LONGEST_REMEMBERED, MOST_REMEMBERED = 600, 4096
"""Pieces of a page are remembered up to this length, and no more of them."""

# Also what trafilatura writes as XML: row, cell, head, item, lb.
_BLOCKS = (
    "address article blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure form h1 "
    "h2 h3 h4 h5 h6 head header hr html item lb legend li main ol option p pre search section summary ul"
)
# What stands above, below or beside a figure must not run into it: an exponent, a footnote, what
# was struck out.
_RAISED = frozenset({"sup", "sub"})
_STRUCK = frozenset({"s", "strike", "del"})
_APART = _RAISED | _STRUCK
_OPENED = {
    **dict.fromkeys(_BLOCKS.split(), BREAK),
    **dict.fromkeys(_APART, " "),
    **dict.fromkeys(("td", "th", "cell"), CELL),
    **dict.fromkeys(("tr", "row"), ROW),
    "table": OPEN_TABLE,
    **dict.fromkeys(("img", "input", "canvas", "object", "embed", "video"), OBJECT),
}
# A figure that stands outside of its cell, whose own tag is lost, must not run into the one before.
_CLOSED = {
    **_OPENED,
    **dict.fromkeys(("td", "th", "cell"), " "),
    **dict.fromkeys(("tr", "row", "object", "canvas", "video"), ""),
    "table": CLOSE_TABLE,
}
_NO_TEXT = "!-- script style title textarea iframe noscript template"
_FURNITURE = "nav footer aside select button svg"
_DROPPED = {
    name: chr(ord("a") + number) for number, name in enumerate(f"{_NO_TEXT} {_FURNITURE}".split())
}
_COMMENT = _DROPPED["!--"]
_STYLE_SHEET = _DROPPED["style"]
TO_THE_END = frozenset(_DROPPED[name] for name in _NO_TEXT.split())
"""The elements that nothing but their own end ends: without it, nothing of what follows is text of the page."""
_VOID = "area base br col embed hr img input link meta param source track wbr"
_NEVER_HIDDEN = frozenset(_VOID.split())
"""What has no content has nothing to hide."""
_WITHIN_LINES = (
    "a abbr acronym b bdi big cite code em font i ins kbd label mark small span strong tt u var"
)
_OF_LINES = _APART | frozenset(_WITHIN_LINES.split())
"""The elements that stand within a line of text."""


def edits_of(piece: str, *, lines: bool) -> tuple[Edit, ...]:
    """Return what to replace in a piece of a page that begins with `<`, or at the beginning of the page.

    Args:
        piece: everything up to the next `<`.
        lines: whether a line break in the text is one, as outside of HTML, or only a space.

    """
    return (
        _remembered(piece, lines)
        if len(piece) <= LONGEST_REMEMBERED
        else tuple(_edits(piece, lines))
    )


@lru_cache(maxsize=MOST_REMEMBERED)
def _remembered(piece: str, lines: bool) -> tuple[Edit, ...]:  # noqa: FBT001 - a cache knows places only.
    return tuple(_edits(piece, lines))


def _edits(piece: str, lines: bool) -> Iterator[Edit]:  # noqa: FBT001 - the same.
    end = 0
    if _BEGINS_A_TAG.match(piece):
        end, left = _tag(piece)
        if left[:1] == DROP and left[-1] in TO_THE_END and KEEP not in left:
            # Whatever stands behind such a tag is dropped with it, and a script can be long.
            end = len(piece)
            if left[-1] == _STYLE_SHEET and classes_of_sheet(piece):
                left = ALTERED + left
        elif not left and _may_be_a_note(piece, end):
            left = ALTERED
        yield Edit(0, end, left)
    yield from _text(piece, end, lines=lines or piece[:4].lower() == "<pre")


def _tag(piece: str) -> tuple[int, str]:
    """Where the tag ends with which a piece begins, and what it leaves behind."""
    if piece.startswith("<!--"):
        return _comment(piece)
    tag = TAG.match(piece)
    found = tag or _NO_ELEMENT.match(piece)
    if found is None:
        return 1, BROKEN
    if found[0].endswith("-->"):
        return found.end(), KEEP + _COMMENT
    return found.end(), _left_by(
        tag["name"].lower(), tag["attributes"], closing=bool(tag["close"])
    ) if tag else ""


def _comment(piece: str) -> tuple[int, str]:
    end = _EMPTY_COMMENT.match(piece) or _COMMENT_END.search(piece, 4)
    return (end.end(), DROP + _COMMENT + KEEP + _COMMENT) if end else (len(piece), DROP + _COMMENT)


def _left_by(name: str, attributes: str, *, closing: bool) -> str:
    if name in _DROPPED:
        # Only in XHTML; everywhere else the page would end here.
        alone = attributes.endswith("/")
        return "" if alone else (KEEP if closing else DROP) + _DROPPED[name]
    if closing:
        return _CLOSED.get(name, "")
    left = _OPENED.get(name, "")
    if left == CELL:
        left += _spans(attributes)
    if name == "input" and "hidden" in attributes.lower():
        return ""
    if altered_as(name, attributes) is not None:
        return left + ALTERED
    return left + HIDDEN if name not in _NEVER_HIDDEN and _is_hidden(attributes) else left


@lru_cache(maxsize=MOST_REMEMBERED)
def altered_as(name: str, attributes: str) -> str | None:
    """Return how an element is shown: `struck`, `raised`, `hidden`, or `white`, which hides it on a white page."""
    within_lines = is_within_lines(name)
    ways = (
        (
            "struck",
            name in _STRUCK or (name not in _NEVER_HIDDEN and _LINE_THROUGH.search(attributes)),
        ),
        ("hidden", within_lines and (_is_hidden(attributes) or _NO_SIZE.search(attributes))),
        ("raised", name in _RAISED or (within_lines and _SET_HIGH.search(attributes))),
        ("white", within_lines and _WHITE.search(attributes)),
    )
    return next((way for way, holds in ways if holds), None)


@lru_cache(maxsize=16)
def classes_of_sheet(sheet: str) -> dict[str, str]:
    """Return the classes that a style sheet shows otherwise, and how; rules for some screens or for paper count not.

    A rule for a class as such, or for elements of one name with it, is one that a reader of the
    page can rely on.
    """
    if not any(word in sheet for word in _SHEET_WORDS):
        return {}
    opening, _, rules = sheet.partition(">")
    if "print" in opening.lower():
        return {}
    altered = dict[str, str]()
    for selectors, declarations in _RULE.findall(_AT_RULE.sub("", rules)):
        if not any(word in declarations for word in _SHEET_WORDS):
            continue
        how = altered_as("span", f'style="{declarations}"')
        if how is None or how == "white":
            continue
        for selector in _NOT_IN_SHEET.sub("", selectors).split(","):
            simple = _SIMPLE_SELECTOR.fullmatch(selector)
            if simple:
                altered[simple[1]] = how
    return altered


def is_within_lines(name: str) -> bool:
    """Return whether an element stands within a line of text, and is no paragraph, cell or table."""
    return name in _OF_LINES


def text_after(piece: str) -> int:
    """Return where the text begins behind the tag with which a piece begins."""
    return _tag(piece)[0] if _BEGINS_A_TAG.match(piece) else 0


def _may_be_a_note(piece: str, end: int) -> bool:
    """Whether a link, or small print, is all of a footnote mark; or a whole figure, which its surroundings tell."""
    tag = TAG.match(piece) if piece[1:2] in "aAsS" else None
    return (
        tag is not None
        and tag["name"].lower() in ("a", "small")
        and _MAY_BE_A_NOTE.fullmatch(piece, end) is not None
    )


def _spans(attributes: str) -> str:
    """The marks of a cell that spans more than one column or row."""
    counts = {
        found["way"].lower(): int(found["count"])
        for found in reversed([*_SPAN.finditer(attributes)])
    }
    across = min(counts.get("col", 1), _MOST_COLUMNS)
    return SPANNED * (across - 1) + (DOWN if counts.get("row", 1) > 1 else "")


def _is_hidden(attributes: str) -> bool:
    return (
        _UNSEEN.search(attributes) is not None
        or _UNSEEN_BY_NAME.search(_QUOTED.sub("", attributes)) is not None
    )


def _text(piece: str, start: int, *, lines: bool) -> Iterator[Edit]:
    """What to replace in the text of a piece: character references, the ends of comments, line breaks of the source."""
    for found in _TO_REPLACE.finditer(piece, start):
        if found[0][0] == "-":
            yield Edit(*found.span(), KEEP + _COMMENT)
        elif found[0][0] == "&":
            meant = _CONTROLS.sub(" ", unescape(found[0]))
            if meant != found[0]:
                yield Edit(*found.span(), meant)
        elif "\n" in found[0] and (
            lines or (found[0].count("\n") > 1 and piece[start : found.start()].strip())
        ):
            yield Edit(*found.span(), BREAK * found[0].count("\n"))
        else:
            around = piece[found.start() - 1 : found.start()] if found.start() > start else ""
            yield Edit(
                *found.span(),
                "" if _is_wide(around) and _is_wide(piece[found.end() : found.end() + 1]) else " ",
            )


def _is_wide(character: str) -> bool:
    """Whether no space can be meant beside a character, where the source of a page breaks a line."""
    return "\u2e80" <= character <= "\uffee"
