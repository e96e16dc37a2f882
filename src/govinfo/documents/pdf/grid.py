"""The cells of a table on its page, in rows."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from attrs import frozen

from govinfo.documents.pdf.graphics import Rect

__all__ = ["Band", "RuledGrid"]

_MOST_LAYERS = 8
"""No more cells than this lie upon each other. A hostile page has more; the rest is not read."""


class Band(NamedTuple):
    """A part of a table in which no other row begins."""

    top: float
    cells: list[Rect]
    """The cells that begin in it or go on through it, from left to right."""
    lefts: list[float]
    """Where each of them begins."""


@frozen
class RuledGrid:
    """The cells of one table on one page."""

    cells: tuple[Rect, ...]

    @property
    def box(self) -> Rect:
        """The place of the whole table."""
        sides = zip(*self.cells, strict=True)
        return Rect(*(pick(side) for pick, side in zip((min, min, max, max), sides, strict=True)))

    @cached_property
    def rows(self) -> list[list[Rect]]:
        """The cells that begin in each row, from left to right."""
        ordered = sorted(self.cells, key=attrgetter("top", "left"))
        return [list(row) for _, row in groupby(ordered, key=attrgetter("top"))]

    @cached_property
    def bands(self) -> list[Band]:
        """The bands of the table, from top to bottom."""
        tops = sorted({cell.top for cell in self.cells})
        bands: list[list[Rect]] = [[] for _ in tops]
        for cell in sorted(self.cells):
            for number in range(bisect_right(tops, cell.top) - 1, len(tops)):
                if tops[number] >= cell.bottom:
                    break
                bands[number].append(cell)
        return [
            Band(top, cells, [cell.left for cell in cells])
            for top, cells in zip(tops, bands, strict=True)
        ]

    def cell_at(self, x: float, y: float) -> Rect | None:
        """Return the cell at a place: the smallest one where cells lie upon each other."""
        number = bisect_right(self._tops, y) - 1
        if number < 0:
            return None
        band = self.bands[number]
        end = bisect_right(band.lefts, x)
        near = band.cells[max(0, end - _MOST_LAYERS) : end]
        found = [cell for cell in near if x < cell.right and y < cell.bottom]
        return min(found, key=lambda c: (c.right - c.left) * (c.bottom - c.top), default=None)

    @cached_property
    def _tops(self) -> list[float]:
        return [band.top for band in self.bands]
