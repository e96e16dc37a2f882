"""The places of a document that the page shows: its cells, the figures in its prose, and the rest.

Everything that is shown of a document goes through `Marked.between`, which escapes it. No string of
a document becomes markup.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping

from attrs import evolve, frozen

from govinfo.figures import Address
from govinfo.model import Report
from govinfo.parts import Claim
from govinfo.rendering.cells import classes
from govinfo.rendering.markup import Html, joined, tag
from govinfo.spans import Span

__all__ = ["Marked", "MarkedPlace", "marks_in"]


@frozen
class MarkedPlace:
    """A number of the document, what is special about it, and what it is joined with."""

    span: Span
    look: str
    """Classes of the style sheet."""
    cells: tuple[str, ...] = ()
    """The addresses of the cells that it stands in, or that count the same."""
    claim: int | None = None
    """The number of the claim."""
    name: str = ""
    """The id of the place, where a remark is about the words themselves."""

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table, and not in the prose."""
        return bool(self.cells) and self.claim is None


def marks_in(
    report: Report,
    disagreeing: frozenset[Claim],
    wrong: frozenset[str],
    places: Mapping[Span, str],
) -> list[MarkedPlace]:
    """Return the marks on a report in the order of its text; none begins within another.

    Args:
        report: The report.
        disagreeing: The claims that a finding says disagree with their cells.
        wrong: The cells that are to be changed.
        places: Other places in the text that a remark is about, each with its id.

    """
    found = [
        MarkedPlace(
            figure.span, f"cell {classes(figure)}{' wrong' * (address in wrong)}", (address,)
        )
        for address, figure in report.figures().items()
        if figure.span is not None
    ]
    tables = report.tables.keys()
    for number, claim in enumerate(report.claims):
        cells = tuple((claim.address or "").split("+")) if claim.address else ()
        cells = tuple(cell for cell in cells if Address(cell).table in tables)
        look = "untied" if not cells else "agrees"
        look = "disagrees" if claim in disagreeing else look
        found.append(MarkedPlace(claim.span, f"claim {look}", cells, number))
    found += (MarkedPlace(unread.span, "unread") for unread in report.unread)
    found = [
        one
        for one in found
        if not any(one.span.start < place.end and place.start < one.span.end for place in places)
    ]
    found += (MarkedPlace(span, "style", name=name) for span, name in places.items())
    return _apart(found)


def _apart(found: list[MarkedPlace]) -> list[MarkedPlace]:
    """Return marks in the order of the text, without those that begin within another."""
    found.sort(key=lambda mark: (mark.span.start, mark.span.end))
    apart, end = list[MarkedPlace](), -1
    for mark in found:
        if mark.span.start >= end:
            apart.append(mark)
            end = mark.span.end
        elif mark.is_cell and apart[-1].is_cell:
            # Digits without separators between them hold several cells.
            apart[-1] = evolve(apart[-1], cells=(*apart[-1].cells, *mark.cells))
    return apart


@frozen
class Marked:
    """A text with its marks, in order."""

    source: str
    marks: list[MarkedPlace]
    key: str
    """The beginning of every id, so that several reports stand on one page."""
    told: Callable[[MarkedPlace], str]
    """What a pointer that rests on a mark is shown."""

    def between(self, start: int, end: int, shown: Callable[[str], str] = str) -> Html:
        """Return a part of the text with the marks that begin in it.

        Args:
            start: Where it begins, in characters.
            end: Where it ends.
            shown: What a reader sees of the characters, such as `html.unescape`.

        """
        return joined(*self._pieces(start, end, shown))

    def _pieces(self, start: int, end: int, shown: Callable[[str], str]) -> Iterator[str]:
        place = bisect_left(self.marks, start, key=lambda mark: mark.span.start)
        for number in range(place, len(self.marks)):
            mark = self.marks[number]
            if mark.span.start > end or (mark.span.start == end and mark.span):
                break
            yield shown(self.source[start : mark.span.start])
            start = min(mark.span.end, end)
            yield self.link(mark, shown(self.source[mark.span.start : start]))
        yield shown(self.source[start:end])

    def has_marks(self, start: int, end: int) -> bool:
        """Whether a mark begins in a part of the text, from `start` up to `end`."""
        place = bisect_left(self.marks, start, key=lambda mark: mark.span.start)
        return place < len(self.marks) and self.marks[place].span.start < end

    def names(self) -> dict[str | int, str]:
        """Return the id of each place: of a cell by its address, of a claim by its number."""
        names = dict[str | int, str]()
        for mark in self.marks:
            for cell in mark.cells if mark.is_cell else ():
                names[cell] = self._name(mark)
            if mark.claim is not None:
                names[mark.claim] = self._name(mark)
        return names

    def _name(self, mark: MarkedPlace) -> str:
        if mark.name or (not mark.cells and mark.claim is None):
            return mark.name
        return f"{self.key}-s-{mark.cells[0]}" if mark.is_cell else f"{self.key}-c-{mark.claim}"

    def link(self, mark: MarkedPlace, text: str, style: str = "") -> Html:
        """Return a mark as a link to its cell; one of no cell leads nowhere.

        Args:
            mark: The mark.
            text: What is shown of it; nothing for a box on a picture.
            style: Where it lies.

        """
        there = {"class": mark.look, "title": self.told(mark), "style": style}
        there["id"] = self._name(mark)
        there["data-at"] = f"{mark.span.start}-{mark.span.end}"
        if style and mark.cells:
            there["aria-label"] = there["title"]
        if not mark.cells:
            return tag("span", text, **there)
        there |= {"href": f"#{self.key}-t-{mark.cells[0]}", "data-cells": " ".join(mark.cells)}
        return tag("a", text.strip() or ("" if style else "␣"), **there)
