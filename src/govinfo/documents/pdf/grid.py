"""The cells of a table on its page, in rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from attrs import frozen

from govinfo.documents.pdf.graphics import Box

__all__ = ["Ruled"]

_NEXT = 8
"""No more cells than this lie upon each other; those of a hostile page are not all looked at for each character."""


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
        return tops, [sorted(band) for band in bands]

    def bands(self) -> Iterator[tuple[float, list[Box]]]:
        """Yield the top of each row, and the cells that begin in it or go on through it, from left to right."""
        tops, bands = self._bands
        return zip(tops, bands, strict=True)

    def cell_at(self, x: float, y: float) -> Box | None:
        """Return the cell at a place; where cells lie upon each other, the smallest of those that begin next to it."""
        tops, bands = self._bands
        band = bisect_right(tops, y) - 1
        cells = bands[band] if band >= 0 else []
        before = bisect_right(cells, x, key=attrgetter("left"))
        found = [c for c in cells[max(0, before - _NEXT) : before] if x < c.right and y < c.bottom]
        return min(found, key=lambda c: (c.right - c.left) * (c.bottom - c.top), default=None)
