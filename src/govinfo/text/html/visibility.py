"""Elements that a browser shows raised, struck out or not at all, in the notation of `formatting`.

Only pages that have such elements come here; most have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate

from attrs import define, field

from govinfo.spans import Edit
from govinfo.text.formatting import HIDDEN, NOTE_MARK, RAISED, STRUCK, UNREADABLE
from govinfo.text.html.appearance import altered_as, is_within_lines
from govinfo.text.html.stylesheets import Cascade, cascade_of
from govinfo.text.html.tags import ALTERED, DROP, KEEP, TAG, text_after, unended_element

__all__ = ["visibility_edits"]

_SIGNS = {"struck": STRUCK, "raised": RAISED, "hidden": HIDDEN, "white": HIDDEN}
_LONGEST_TAG_CHARS = 1500
_MOST_TAGS_INSIDE = 3000
"""The maximum number of tags in an altered element; where there are more, its end is missing."""
_MOST_TAGS_IN_A_NUMBER = 12
"""The maximum number of tags in an element that parts a number from another."""
_MOST_UNENDED = 20
"""The maximum number of elements without an end in one page."""
_CELLS = frozenset({"td", "th"})
_ROWS = _CELLS | {"tr", "table"}
_ENDS_A_CELL = frozenset(
    {"td", "th", "tr", "/td", "/th", "/tr", "/table", "tbody", "/tbody", "/thead", "/tfoot"}
)
_ENDS_A_PARAGRAPH = frozenset(
    {"p", "/p", "div", "/div", "li", "/li", "table", "h1", "h2", "h3", "/body", "tr", "/td"}
)
_ENDED_LATE = frozenset({"s", "strike", "del", "sup", "sub"})
"""Elements that end with their paragraph when they have no end tag."""
_BACKGROUND = re.compile(r"background|bgcolor|<link[^>]{0,300}stylesheet|<style", re.IGNORECASE)
_FOOTNOTE_LINK = re.compile(r"href\s*=\s*[\"']?[^\"'>\s]*(?:\#[^\"'>\s]|ftn|note)", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_LINK_REACH_CHARS = 300
"""How far from a link the figure beside it is searched for, in characters of the page."""
_LINE = re.compile(r"[^\s][^\n]*")
_DIGIT = re.compile(r"\d")


@define
class _Page:
    """A page cut at each `<`."""

    source: str
    marked_pieces: Mapping[str, str]
    """Each piece, with marks in place of its tag."""
    starts: list[int] = field(init=False)
    cascade: Cascade | None = field(init=False)
    """What its style sheets raise, strike out or hide."""
    unended: int = 0
    """How many elements without an end were found."""
    is_white: bool = field(init=False)
    """Whether no part of it states a background."""

    def __attrs_post_init__(self) -> None:
        self.starts = [
            *accumulate((len(piece) + 1 for piece in self.source.split("<")), initial=-1)
        ][1:]
        self.cascade = cascade_of(self.source)
        self.is_white = _BACKGROUND.search(self.source) is None

    def piece(self, number: int) -> str:
        """Return a piece without its `<`."""
        return self.source[self.starts[number] + 1 : self.starts[number + 1]]

    def tag(self, number: int) -> re.Match[str] | None:
        """Return the tag with which a piece begins."""
        return TAG.match(self.source, self.starts[number], self.starts[number] + _LONGEST_TAG_CHARS)

    def has_digits(self, first: int, end: int) -> bool:
        """Whether the text from one piece to another has digits."""
        text = _TAGS.sub("", self.source[self.starts[first] : self.starts[end]])
        return any(character.isdecimal() for character in text)


def visibility_edits(source: str, marked_pieces: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits that write in characters what is raised, struck out or hidden.

    Args:
        source: The page.
        marked_pieces: Each piece of the page, with marks in place of its tag.

    """
    page, in_cell, done = _Page(source, marked_pieces), False, 0
    for number in _relevant_pieces(page):
        tag = page.tag(number) if number >= done or page.cascade else None
        if tag is None:
            continue
        name = tag["name"].lower()
        if name in _ROWS:
            in_cell = name in _CELLS and not tag["close"]
        how = _appearance(page, tag, name)
        if number < done or how is None:
            continue
        if how == "link":
            yield from _link(page, number)
            continue
        if how in ("apart", "turned"):
            yield from _apart(page, number, name, is_turned=how == "turned")
            continue
        end, closed = _end(page, number, name, in_cell=in_cell)
        if end == number:
            continue
        if how in ("hidden", "white") and not (in_cell and page.has_digits(number, end)):
            # Nobody sees it, and it stands beside no figure.
            yield Edit(page.starts[number], page.starts[end])
        else:
            yield from _between_signs(page, number, end, _SIGNS[how])
        if closed is not None and is_within_lines(name):
            yield Edit(*closed.span())
        done = end + (closed is not None)


def _relevant_pieces(page: _Page) -> Iterator[int]:
    """Yield the visible pieces that may be altered, or that begin or end a cell."""
    unended = ""
    for number in range(len(page.starts) - 1):
        piece = page.piece(number)
        marked = page.marked_pieces[piece]
        if unended:
            unended = "" if KEEP + unended in marked else unended
        elif DROP in marked:
            unended = unended_element(marked)
        elif (
            ALTERED in marked or page.cascade or piece[:2].lower() in ("td", "th", "tr", "/t", "ta")
        ):
            yield number


def _appearance(page: _Page, tag: re.Match[str], name: str) -> str | None:
    """Return how an element that begins here is shown, by its own tag or a style sheet.

    An element that is shown like any other gives `None`; a link or small print gives `link`.
    """
    if tag["close"]:
        if page.cascade:
            page.cascade.leave(name)
        return None
    how = altered_as(name, tag["attributes"])
    if page.cascade:
        of_sheets = page.cascade.enter(name, tag["attributes"])
        how = of_sheets if how in (None, "apart", "white") and of_sheets else how
    if how == "white" and not page.is_white:
        # What lies below it is not known.
        return "apart"
    return "link" if how is None and name in ("a", "small") else how


def _end(page: _Page, first: int, name: str, *, in_cell: bool) -> tuple[int, re.Match[str] | None]:
    """Return the number of the piece before which an element ends, and its end tag.

    An element without an end tag ends with its cell or its paragraph, and the tag is `None`.
    """
    depth, tables, paragraph, last = 1, 0, 0, min(len(page.starts) - 1, first + _MOST_TAGS_INSIDE)
    borders = frozenset({"tr", "/tr", "/table"}) if name == "tr" else _ENDS_A_CELL
    in_row = in_cell or name in _CELLS or name == "tr"
    for number in range(first + 1, last if page.unended < _MOST_UNENDED else first):
        tag = page.tag(number)
        if tag is None:
            continue
        own = tag["name"].lower()
        written = tag["close"] + own
        if not tables:
            depth += (written == name) - (written == "/" + name)
            if not depth:
                return number, tag
            if (in_row and written in borders) or name == written == "p":
                return number, None
        tables = max(0, tables + (written == "table") - (written == "/table"))
        if not paragraph and written in _ENDS_A_PARAGRAPH:
            paragraph = number
    if in_row and page.unended < _MOST_UNENDED:
        return last, None
    page.unended += 1
    return (paragraph if paragraph and name in _ENDED_LATE else first), None


def _between_signs(page: _Page, first: int, end: int, signs: tuple[str, str]) -> Iterator[Edit]:
    """Yield the edits that put each line of an element between signs and remove its own tag."""
    tag = page.tag(first)
    for number in range(first, end):
        begin = page.starts[number] + text_after("<" + page.piece(number))
        if number == first and tag is not None and is_within_lines(tag["name"].lower()):
            yield Edit(page.starts[first], begin)
        text = page.source[begin : page.starts[number + 1]]
        if not text.replace("&nbsp;", "").strip():
            continue
        for line in _LINE.finditer(text):
            start, stop = begin + line.start(), begin + line.start() + len(line[0].rstrip())
            yield Edit(start, start, signs[0])
            yield Edit(stop, stop, signs[1])


_CELL_BORDER = re.compile(r"</?(?:t[dhr]|table|p|div|li|br|h[1-6])\b[^<>]*>", re.IGNORECASE)


def _link(page: _Page, number: int) -> Iterator[Edit]:
    """Yield the edits that part a link of nothing but a number from the figure beside it.

    Its target may say that it is a footnote mark. Otherwise nobody can tell what it is, and a space
    keeps the two apart.
    """
    source, start, end = page.source, page.starts[number], page.starts[number + 1]
    text = start + text_after("<" + page.piece(number))
    close = page.tag(number + 1) if number + 1 < len(page.starts) - 1 else None
    if close is None or not close["close"] or NOTE_MARK.fullmatch(source, text, end) is None:
        return
    if _last_beside(page, start).isdecimal() or _first_beside(page, close.end()).isdecimal():
        is_note = _FOOTNOTE_LINK.search(source, start, text) is not None
        yield Edit(start, text, RAISED[0] if is_note else " ")
        yield Edit(*close.span(), RAISED[1] if is_note else " ")


def _apart(page: _Page, number: int, name: str, *, is_turned: bool) -> Iterator[Edit]:
    """Yield the edits that part the digits in a short element from those beside it.

    In one that is shown from right to left, an odd sign takes the number away.
    """
    source, start = page.source, page.starts[number]
    text = start + text_after("<" + page.piece(number))
    if _last_beside(page, start).isdecimal() and _first_beside(page, text).isdecimal():
        yield Edit(start, text, " ")
    depth, last = 1, min(len(page.starts) - 1, number + _MOST_TAGS_IN_A_NUMBER)
    for other in range(number + 1, last):
        tag = page.tag(other)
        if tag is None or tag["name"].lower() != name:
            continue
        depth += -1 if tag["close"] else 1
        if depth:
            continue
        if is_turned and len(_DIGIT.findall(source, text, tag.start())) > 1:
            yield Edit(*tag.span(), UNREADABLE)
        elif (
            _last_beside(page, tag.start()).isdecimal()
            and _first_beside(page, tag.end()).isdecimal()
        ):
            yield Edit(*tag.span(), " ")
        return


def _last_beside(page: _Page, start: int) -> str:
    """Return the last character of the cell before a place, without tags."""
    before = _CELL_BORDER.split(page.source[max(0, start - _LINK_REACH_CHARS) : start])[-1]
    return _TAGS.sub("", before).rstrip()[-1:]


def _first_beside(page: _Page, end: int) -> str:
    """Return the first character of the cell behind a place, without tags."""
    behind = _CELL_BORDER.split(page.source[end : end + _LINK_REACH_CHARS])[0]
    return _TAGS.sub("", behind).lstrip()[:1]
