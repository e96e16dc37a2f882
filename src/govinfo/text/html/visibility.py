"""Elements of a web page that a browser shows raised, struck out or not at all, put into the words of `marks`.

Pages that have none of these, as most, are never looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate

from attrs import define, field

from govinfo.spans import Edit
from govinfo.text.html.tags import (
    ALTERED,
    DROP,
    KEEP,
    TAG,
    TO_THE_END,
    altered_as,
    classes_of_sheet,
    is_within_lines,
    text_after,
)
from govinfo.text.marks import HIDDEN, NOTE_MARK, RAISED, STRUCK

__all__ = ["shown_otherwise"]

_AROUND = {"struck": STRUCK, "raised": RAISED, "hidden": HIDDEN, "white": HIDDEN}
_LONGEST_TAG = 1500
_MOST_TAGS = 3000
"""No more stand in one element that is shown otherwise; where there are more, its end is lost."""
_MOST_VAIN = 20
_CELLS = frozenset({"td", "th"})
_ROWS = _CELLS | {"tr", "table"}
_ENDS_A_CELL = frozenset(
    {"td", "th", "tr", "/td", "/th", "/tr", "/table", "tbody", "/tbody", "/thead", "/tfoot"}
)
_ENDS_A_PARAGRAPH = frozenset(
    {"p", "/p", "div", "/div", "li", "/li", "table", "h1", "h2", "h3", "/body", "tr", "/td"}
)
_ENDED_LATE = frozenset({"s", "strike", "del", "sup", "sub"})
"""What is not closed, and yet is shown otherwise up to the end of its paragraph."""
_CLASS = re.compile(r"(?<![\w-])class\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_SHEET = re.compile(r"<style\b[^>]*>[^<]*", re.IGNORECASE)
_BACKGROUND = re.compile(r"background|bgcolor|<link[^>]{0,300}stylesheet|<style", re.IGNORECASE)
_FOOTNOTE_LINK = re.compile(r"href\s*=\s*[\"']?[^\"'>\s]*(?:\#[^\"'>\s]|ftn|note)", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_AROUND_A_LINK = 300
_LINE = re.compile(r"[^\s][^\n]*")


@define
class _Page:
    """A page cut at each `<`."""

    source: str
    left: Mapping[str, str]
    starts: list[int] = field(init=False)
    classes: Mapping[str, str] = field(init=False)
    """The classes that its style sheets show otherwise, and how."""
    vain: int = 0
    """How many elements were found to have no end."""
    is_white: bool = field(init=False)
    """Whether nothing says that anything in it has a background."""

    def __attrs_post_init__(self) -> None:
        self.starts = [
            *accumulate((len(piece) + 1 for piece in self.source.split("<")), initial=-1)
        ][1:]
        self.classes = {}
        for sheet in _SHEET.findall(self.source):
            self.classes = {**self.classes, **classes_of_sheet(sheet)}
        self.is_white = _BACKGROUND.search(self.source) is None

    def piece(self, number: int) -> str:
        """Return a piece without its `<`."""
        return self.source[self.starts[number] + 1 : self.starts[number + 1]]

    def tag(self, number: int) -> re.Match[str] | None:
        """Return the tag with which a piece begins."""
        return TAG.match(self.source, self.starts[number], self.starts[number] + _LONGEST_TAG)


def shown_otherwise(source: str, left: Mapping[str, str]) -> Iterator[Edit]:
    """Yield what to replace in a page, so that what is raised, struck out or hidden is told by its characters.

    Args:
        source: the page.
        left: what each piece of it leaves behind.

    """
    page, in_cell, done = _Page(source, left), False, 0
    for number in _looked_at(page):
        tag = page.tag(number) if number >= done else None
        if tag is None:
            continue
        name = tag["name"].lower()
        if name in _ROWS:
            in_cell = name in _CELLS and not tag["close"]
        how = None if tag["close"] else _how(page, tag, name)
        if how == "link":
            yield from _link(page, number)
        elif how is not None:
            end, closed = _end(page, number, name, in_cell=in_cell)
            if end == number:
                continue
            if how in ("hidden", "white") and not (in_cell and _has_digits(page, number, end)):
                # Nobody sees it, and it stands beside no figure.
                yield Edit(page.starts[number], page.starts[end])
            else:
                yield from _marked(page, number, end, _AROUND[how])
            if closed is not None and is_within_lines(name):
                yield Edit(*closed.span())
            done = end + (closed is not None)


def _looked_at(page: _Page) -> Iterator[int]:
    """Yield the pieces that a browser shows, and that may be shown otherwise or begin or end a cell."""
    inside = ""
    for number in range(len(page.starts) - 1):
        leaves = page.left[page.piece(number)]
        if inside:
            inside = "" if KEEP + inside in leaves else inside
        elif DROP in leaves:
            letter = leaves[leaves.rindex(DROP) + 1]
            inside = letter if letter in TO_THE_END and KEEP + letter not in leaves else ""
        elif ALTERED in leaves or page.classes or _may_change_cell(page, number):
            yield number


def _may_change_cell(page: _Page, number: int) -> bool:
    return page.source[page.starts[number] + 1 : page.starts[number] + 3].lower() in (
        "td",
        "th",
        "tr",
        "/t",
        "ta",
    )


def _how(page: _Page, tag: re.Match[str], name: str) -> str | None:
    """How an element is shown, by its name, its own style, or its class; nothing where it is shown like any other."""
    how = altered_as(name, tag["attributes"])
    if how is None and page.classes and is_within_lines(name):
        stated = _CLASS.search(tag["attributes"])
        names = (stated[1] or stated[2] or stated[3] or "").split() if stated else ()
        how = next((page.classes[each] for each in names if each in page.classes), None)
    if how == "white" and not page.is_white:
        return None
    return "link" if how is None and name in ("a", "small") else how


def _end(page: _Page, first: int, name: str, *, in_cell: bool) -> tuple[int, re.Match[str] | None]:
    """Return the piece before which an element ends, and the tag there if it is the element's own.

    An element that is not closed ends with its cell or its paragraph.
    """
    depth, tables, paragraph, last = 1, 0, 0, min(len(page.starts) - 1, first + _MOST_TAGS)
    borders = frozenset({"tr", "/tr", "/table"}) if name == "tr" else _ENDS_A_CELL
    in_row = in_cell or name in _CELLS or name == "tr"
    for number in range(first + 1, last if page.vain < _MOST_VAIN else first):
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
    if in_row and page.vain < _MOST_VAIN:
        return last, None
    page.vain += 1
    return (paragraph if paragraph and name in _ENDED_LATE else first), None


def _marked(page: _Page, first: int, end: int, marks: tuple[str, str]) -> Iterator[Edit]:
    """Yield the edits that put each line of text in an element between marks, and take the element's own tag away."""
    tag = page.tag(first)
    for number in range(first, end):
        begin = page.starts[number] + text_after("<" + page.piece(number))
        if number == first and tag is not None and is_within_lines(tag["name"].lower()):
            yield Edit(page.starts[first], begin)
        yield from _between_marks(page.source, begin, page.starts[number + 1], marks)


def _has_digits(page: _Page, first: int, end: int) -> bool:
    text = _TAGS.sub("", page.source[page.starts[first] : page.starts[end]])
    return any(character.isdecimal() for character in text)


def _between_marks(source: str, begin: int, end: int, marks: tuple[str, str]) -> Iterator[Edit]:
    text = source[begin:end]
    if not text.replace("&nbsp;", "").strip():
        return
    for line in _LINE.finditer(text):
        start, stop = begin + line.start(), begin + line.start() + len(line[0].rstrip())
        yield Edit(start, start, marks[0])
        yield Edit(stop, stop, marks[1])


def _link(page: _Page, number: int) -> Iterator[Edit]:
    """A link that is a number or the like, and stands beside a figure: a footnote mark, by what it leads to.

    What else it may be nobody can tell, and then a space keeps the two apart.
    """
    start, text = page.starts[number], page.starts[number] + text_after("<" + page.piece(number))
    end = page.starts[number + 1]
    close = page.tag(number + 1) if number + 1 < len(page.starts) - 1 else None
    if close is None or not close["close"] or NOTE_MARK.fullmatch(page.source, text, end) is None:
        return
    before = _TAGS.sub(
        "", _within_cell(page.source[max(0, start - _AROUND_A_LINK) : start], -1)
    ).rstrip()
    after = _TAGS.sub(
        "", _within_cell(page.source[close.end() : close.end() + _AROUND_A_LINK], 0)
    ).lstrip()
    if not (before[-1:].isdecimal() or after[:1].isdecimal()):
        return
    is_note = _FOOTNOTE_LINK.search(page.source, start, text) is not None
    yield Edit(start, text, RAISED[0] if is_note else " ")
    yield Edit(*close.span(), RAISED[1] if is_note else " ")


_BORDER = re.compile(r"</?(?:t[dhr]|table|p|div|li|br|h[1-6])\b[^<>]*>", re.IGNORECASE)


def _within_cell(source: str, side: int) -> str:
    """What stands in the same cell or paragraph as the end (-1) or the beginning (0) of a stretch of a page."""
    return _BORDER.split(source)[side]
