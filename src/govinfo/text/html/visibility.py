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
from govinfo.text.html.appearance import BOXES, CELLS, altered_as, is_within_lines
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
_ROWS = CELLS | {"tr", "table"}
_ENDS_A_CELL = frozenset(
    {"td", "th", "tr", "/td", "/th", "/tr", "/table", "tbody", "/tbody", "/thead", "/tfoot"}
)
_ENDS_A_BOX = _ENDS_A_CELL | {"/p", "/div"}
_ENDS_A_PARAGRAPH = frozenset(
    {"p", "/p", "div", "/div", "li", "/li", "table", "h1", "h2", "h3", "/body", "tr", "/td"}
)
_ENDED_LATE = frozenset({"s", "strike", "del", "sup", "sub"})
"""Elements that end with their paragraph when they have no end tag."""
_BACKGROUND = re.compile(r"background|bgcolor|<link[^>]{0,300}stylesheet|<style", re.IGNORECASE)
_FOOTNOTE_LINK = re.compile(r"href\s*=\s*[\"']?[^\"'>\s]*(?:\#[^\"'>\s]|ftn|note)", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_LEAST_TURNED_DIGITS = {"turned": 2, "flipped": 1}
"""One digit reads the same from right to left; on its head it may be another."""
_LINK_REACH_CHARS = 300
"""How far from a link the figure beside it is searched for, in characters of the page."""
_LINE = re.compile(r"[^\s][^\n]*")
_DIGIT = re.compile(r"\d")


_CELL_BORDER = re.compile(r"</?(?:t[dhr]|table|p|div|li|br|h[1-6])\b[^<>]*>", re.IGNORECASE)


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

    def has_styles(self, first: int) -> bool:
        """Whether a cell, or a paragraph in one, has elements with attributes, or very many."""
        end = min(len(self.starts) - 1, first + _MOST_TAGS_IN_A_NUMBER)
        for tag in map(self.tag, range(first + 1, end)):
            if tag is not None and tag["close"] + tag["name"].lower() in _ENDS_A_BOX:
                return False
            if tag is not None and tag["attributes"].strip():
                return True
        return end < len(self.starts) - 1

    def last_beside(self, start: int) -> str:
        """Return the last character of the cell before a place, without tags."""
        before = _CELL_BORDER.split(self.source[max(0, start - _LINK_REACH_CHARS) : start])[-1]
        return _TAGS.sub("", before).rstrip()[-1:]

    def first_beside(self, end: int) -> str:
        """Return the first character of the cell behind a place, without tags."""
        behind = _CELL_BORDER.split(self.source[end : end + _LINK_REACH_CHARS])[0]
        return _TAGS.sub("", behind).lstrip()[:1]

    def relevant_pieces(self) -> Iterator[int]:
        """Yield the visible pieces that may be altered, or that begin or end a cell."""
        unended = ""
        for number in range(len(self.starts) - 1):
            piece = self.piece(number)
            marked = self.marked_pieces[piece]
            if unended:
                unended = "" if KEEP + unended in marked else unended
            elif DROP in marked:
                unended = unended_element(marked)
            elif (
                ALTERED in marked
                or self.cascade
                or piece[:2].lower() in ("td", "th", "tr", "/t", "ta")
            ):
                yield number

    def appearance(self, tag: re.Match[str], name: str) -> str | None:
        """Return how an element that begins here is shown, by its own tag or a style sheet.

        An element that is shown like any other gives `None`; a link or small print gives `link`.
        """
        if tag["close"]:
            if self.cascade:
                self.cascade.leave(name)
            return None
        how = altered_as(name, tag["attributes"])
        if self.cascade:
            of_sheets = self.cascade.enter(name, tag["attributes"])
            how = of_sheets if how in (None, "apart", "white") and of_sheets else how
        if how == "white" and not self.is_white:
            # What lies below it is not known.
            return "apart"
        return "link" if how is None and name in ("a", "small") else how

    def end_of(self, first: int, name: str, *, in_cell: bool) -> tuple[int, re.Match[str] | None]:
        """Return the number of the piece before which an element ends, and its end tag.

        An element without an end tag ends with its cell or its paragraph, and the tag is `None`.
        """
        depth, tables, paragraph = 1, 0, 0
        last = min(len(self.starts) - 1, first + _MOST_TAGS_INSIDE)
        borders = frozenset({"tr", "/tr", "/table"}) if name == "tr" else _ENDS_A_CELL
        in_row = in_cell or name in CELLS or name == "tr"
        for number in range(first + 1, last if self.unended < _MOST_UNENDED else first):
            tag = self.tag(number)
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
        if in_row and self.unended < _MOST_UNENDED:
            return last, None
        self.unended += 1
        return (paragraph if paragraph and name in _ENDED_LATE else first), None

    def between_signs(self, first: int, end: int, signs: tuple[str, str]) -> Iterator[Edit]:
        """Yield the edits that put each line of an element between signs and remove its own tag."""
        tag = self.tag(first)
        for number in range(first, end):
            begin = self.starts[number] + text_after("<" + self.piece(number))
            if number == first and tag is not None and is_within_lines(tag["name"].lower()):
                yield Edit(self.starts[first], begin)
            text = self.source[begin : self.starts[number + 1]]
            if not text.replace("&nbsp;", "").strip():
                continue
            for line in _LINE.finditer(text):
                start, stop = begin + line.start(), begin + line.start() + len(line[0].rstrip())
                yield Edit(start, start, signs[0])
                yield Edit(stop, stop, signs[1])

    def unseen_edits(
        self, first: int, name: str, how: str, *, in_cell: bool
    ) -> tuple[list[Edit], int]:
        """Return the edits for an element that is struck out, raised or hidden.

        With them comes the number of the first piece that they leave as it is.
        """
        may_stay = name in BOXES and how not in ("struck", "gone")
        if may_stay and self.has_styles(first):
            # An element in a cell may take back what the cell says.
            return [], first
        end, closed = self.end_of(first, name, in_cell=in_cell)
        if end == first:
            return [], first
        whole = Edit(self.starts[first], self.starts[end])
        if how == "gone":
            return [whole], end
        if how in ("hidden", "white") and not (in_cell and self.has_digits(first, end)):
            # Nobody sees it, and it stands beside no figure.
            edits = [whole]
        else:
            edits = [*self.between_signs(first, end, _SIGNS[how])]
        if closed is not None and is_within_lines(name):
            edits.append(Edit(*closed.span()))
        return edits, end + (closed is not None)

    def edits_beside(self, number: int, how: str) -> Iterator[Edit]:
        """Yield the edit with an odd sign where a style sheet adds digits or may hide them."""
        text = self.starts[number] + text_after("<" + self.piece(number))
        # Labels are not in doubt: a table without any would be no table.
        if how == "written" or self.first_beside(text).isdecimal():
            yield Edit(text, text, UNREADABLE)

    def link_edits(self, number: int) -> Iterator[Edit]:
        """Yield the edits that part a link of nothing but a number from the figure beside it.

        Its target may say that it is a footnote mark. Otherwise nobody can tell what it is, and a
        space keeps the two apart.
        """
        source, start, end = self.source, self.starts[number], self.starts[number + 1]
        text = start + text_after("<" + self.piece(number))
        close = self.tag(number + 1) if number + 1 < len(self.starts) - 1 else None
        if close is None or not close["close"] or NOTE_MARK.fullmatch(source, text, end) is None:
            return
        if self.last_beside(start).isdecimal() or self.first_beside(close.end()).isdecimal():
            is_note = _FOOTNOTE_LINK.search(source, start, text) is not None
            yield Edit(start, text, RAISED[0] if is_note else " ")
            yield Edit(*close.span(), RAISED[1] if is_note else " ")

    def edits_apart(self, number: int, name: str, least: int | None) -> Iterator[Edit]:
        """Yield the edits that part the digits in a short element from those beside it.

        In one that is shown turned, an odd sign takes a number of at least so many digits away.
        """
        source, start = self.source, self.starts[number]
        text = start + text_after("<" + self.piece(number))
        if self.last_beside(start).isdecimal() and self.first_beside(text).isdecimal():
            yield Edit(start, text, " ")
        depth, last = 1, min(len(self.starts) - 1, number + _MOST_TAGS_IN_A_NUMBER)
        for other in range(number + 1, last):
            tag = self.tag(other)
            if tag is None or tag["name"].lower() != name:
                continue
            depth += -1 if tag["close"] else 1
            if depth:
                continue
            if least and len(_DIGIT.findall(source, text, tag.start())) >= least:
                yield Edit(*tag.span(), UNREADABLE)
            elif (
                self.last_beside(tag.start()).isdecimal()
                and self.first_beside(tag.end()).isdecimal()
            ):
                yield Edit(*tag.span(), " ")
            return


def visibility_edits(source: str, marked_pieces: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits that write in characters what is raised, struck out or hidden.

    Args:
        source: The page.
        marked_pieces: Each piece of the page, with marks in place of its tag.

    """
    page, in_cell, done = _Page(source, marked_pieces), False, 0
    for number in page.relevant_pieces():
        tag = page.tag(number) if number >= done or page.cascade else None
        if tag is None:
            continue
        name = tag["name"].lower()
        if name in _ROWS:
            in_cell = name in CELLS and not tag["close"]
        how = page.appearance(tag, name)
        if number < done or how is None or (how != "struck" and name in BOXES and not in_cell):
            continue
        if how == "gone" or how in _SIGNS:
            edits, done = page.unseen_edits(number, name, how, in_cell=in_cell)
            yield from edits
        elif how == "link":
            yield from page.link_edits(number)
        elif how in ("written", "doubtful"):
            yield from page.edits_beside(number, how) if in_cell else ()
        else:
            yield from page.edits_apart(number, name, _LEAST_TURNED_DIGITS.get(how))
