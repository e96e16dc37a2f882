"""Tables by the lines that are drawn around their cells.

Which cells lines make is pdfplumber's finding; here they are closed before where a table is open at its sides or goes
on over the edge of the page, and put into rows and columns after.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from attrs import frozen
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from govinfo.containers.pdf.strokes import Edge

__all__ = ["Box", "Ruled", "ruled_tables"]

Line: TypeAlias = dict[str, Any]
"""A line as pdfplumber has it."""

_NEAR = 3.0
"""Lines nearer than this, in points, are one; lines that end nearer than this to another touch it."""
_MOST_CROSSINGS = 3000
"""A page of sixty rows and twenty columns has 1,300; finding cells takes the square of their number."""


class Box(NamedTuple):
    """A cell's place on its page."""

    left: float
    top: float
    right: float
    bottom: float


@frozen
class Ruled:
    """The cells of one table on one page."""

    cells: tuple[Box, ...]

    @property
    def box(self) -> Box:
        """The place of the whole table."""
        sides = zip(*self.cells, strict=True)
        return Box(*(pick(side) for pick, side in zip((min, min, max, max), sides, strict=True)))

    @cached_property
    def rows(self) -> list[list[Box]]:
        """The cells that begin in each row, from left to right."""
        ordered = sorted(self.cells, key=attrgetter("top", "left"))
        return [list(row) for _, row in groupby(ordered, key=attrgetter("top"))]

    @cached_property
    def _bands(self) -> tuple[list[float], list[list[Box]]]:
        tops = sorted({cell.top for cell in self.cells})
        bands: list[list[Box]] = [[] for _ in tops]
        for cell in self.cells:
            first = bisect_right(tops, cell.top) - 1
            for band in range(first, len(tops)):
                if tops[band] >= cell.bottom:
                    break
                bands[band].append(cell)
        return tops, bands

    def bands(self) -> Iterator[tuple[float, list[Box]]]:
        """Yield the top of each row, and the cells that begin in it or go on through it, from left to right."""
        tops, bands = self._bands
        return ((top, sorted(band)) for top, band in zip(tops, bands, strict=True))

    def cell_at(self, x: float, y: float) -> Box | None:
        """Return the cell at a place; where cells lie upon each other, the smallest."""
        tops, bands = self._bands
        band = bisect_right(tops, y) - 1
        found = [c for c in bands[band] if c.left <= x < c.right and y < c.bottom] if band >= 0 else []
        return min(found, key=lambda c: (c.right - c.left) * (c.bottom - c.top), default=None)


def ruled_tables(edges: Sequence[Edge]) -> list[Ruled]:
    """Return the tables that lines on a page make, from top to bottom; those of a single column are frames of text."""
    lines = _merged(map(_as_object, edges))
    crossings = _crossings(lines)
    missing = list(_missing_sides(crossings))
    if missing:
        crossings = _crossings(_merged([*lines, *missing]))
    tables = [
        Ruled(tuple(Box(*map(float, cell)) for cell in cells))
        for cells in cells_to_tables(intersections_to_cells(crossings))
    ]
    return [table for table in tables if any(len(row) > 1 for row in table.rows)]


def _as_object(edge: Edge) -> Line:
    """An edge as what it is meant to be: quite level, or quite upright."""
    across = edge.right - edge.left >= edge.bottom - edge.top
    middle = (edge.top + edge.bottom) / 2 if across else (edge.left + edge.right) / 2
    if across:
        return _line("h", edge.left, middle, edge.right, middle)
    return _line("v", middle, edge.top, middle, edge.bottom)


def _line(orientation: str, left: float, top: float, right: float, bottom: float) -> Line:
    size = {"width": right - left, "height": bottom - top}
    return {"orientation": orientation, "x0": left, "top": top, "x1": right, "bottom": bottom, **size}


def _merged(edges: Iterable[Line]) -> list[Line]:
    return merge_edges(list(edges), _NEAR, _NEAR, _NEAR, _NEAR)


def _crossings(lines: list[Line]) -> dict[tuple[float, float], dict[str, list[Line]]]:
    """Where lines cross, and which; nothing for a page that is all lines."""
    upright = sum(line["orientation"] == "v" for line in lines)
    if upright * (len(lines) - upright) > 10 * _MOST_CROSSINGS:
        return {}
    crossings = edges_to_intersections(lines, _NEAR, _NEAR)
    return crossings if len(crossings) <= _MOST_CROSSINGS else {}


def _missing_sides(crossings: dict[tuple[float, float], dict[str, list[Line]]]) -> Iterator[Line]:
    """Yield the four sides around lines that cross each other, where they do not close at every corner."""
    for group in _connected([[*at["v"], *at["h"]] for at in crossings.values()]):
        left, right = min(line["x0"] for line in group), max(line["x1"] for line in group)
        top, bottom = min(line["top"] for line in group), max(line["bottom"] for line in group)
        if not all((x, y) in crossings for x in (left, right) for y in (top, bottom)):
            yield from (_line("h", left, y, right, y) for y in (top, bottom))
            yield from (_line("v", x, top, x, bottom) for x in (left, right))


def _connected(meetings: list[list[Line]]) -> list[list[Line]]:
    """Return the lines that hang together, by which of them meet."""
    groups: dict[int, list[Line]] = {}
    for meeting in meetings:
        own = {id(group): group for line in meeting if (group := groups.get(id(line))) is not None}
        largest = max(own.values(), key=len, default=list[Line]())
        joined = [line for group in own.values() if group is not largest for line in group]
        joined += [line for line in meeting if id(line) not in groups]
        largest += joined
        groups.update((id(line), largest) for line in joined)
    return list({id(group): group for group in groups.values()}.values())
