"""Tables by the lines that are drawn around their cells.

Pdfplumber finds the cells that lines make. Before it does, a table that is open at its sides, or
goes on over the edge of the page, is closed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from govinfo.documents.pdf.boxes import boxed_tables
from govinfo.documents.pdf.graphics import ROOM, Edge, Rect, Strokes
from govinfo.documents.pdf.grid import RuledGrid

__all__ = ["ruled_tables"]

Side: TypeAlias = dict[str, Any]
"""A line in the form that pdfplumber takes: one side of cells."""

Crossings: TypeAlias = dict[tuple[float, float], dict[str, list[Side]]]

_NEAR_POINTS = 3.0
"""Lines nearer than this are one; a line that ends nearer than this to another touches it."""
_MOST_CROSSINGS = 2000
"""A page of sixty rows and twenty columns has 1,300; to find cells takes the square of them."""
_MOST_PAIRS = 10 * _MOST_CROSSINGS
"""So many times a level line is put to an upright one."""
_MOST_TABLES = 40
"""A page has a few tables; one with many more is a picture."""


def ruled_tables(strokes: Strokes) -> list[RuledGrid]:
    """Return the tables of a page from top to bottom: those of lines, or those of boxes."""
    tables = _lined_tables(strokes.edges)
    cells = sum(len(table.cells) for table in tables)
    if len(strokes.boxes) > cells:
        boxed = boxed_tables(strokes.boxes)
        tables = boxed if sum(len(table.cells) for table in boxed) > cells else tables
    # A table of a single column is a frame around text.
    tables = [table for table in tables if any(len(row) > 1 for row in table.rows)]
    return tables if len(tables) <= _MOST_TABLES else []


def _lined_tables(edges: Sequence[Edge]) -> list[RuledGrid]:
    """Return the tables that lines make.

    Tables above each other are looked at one by one, as each has its own columns.
    """
    straight = list[Side]()
    for left, top, right, bottom in edges:
        x, y = round((left + right) / 2, 1), round((top + bottom) / 2, 1)
        is_level = right - left >= bottom - top
        straight.append(
            _side("h", left, y, right, y) if is_level else _side("v", x, top, x, bottom)
        )
    # Dashes are put together first; a line that is too short for a side of a cell is left out.
    whole = merge_edges(straight, 0, 0, _NEAR_POINTS, _NEAR_POINTS)
    sides = [side for side in whole if side["width"] + side["height"] >= ROOM]
    tables = list[RuledGrid]()
    for group in _one_below_the_other(sides):
        near = _merged(group)
        crossings = _crossings(near)
        missing = list(_missing_sides(crossings))
        if missing:
            crossings = _crossings(_merged([*near, *missing]))
        for table in cells_to_tables(intersections_to_cells(crossings)):
            boxes = (Rect(*map(float, cell)) for cell in table)
            cells = [b for b in boxes if b.right - b.left >= ROOM <= b.bottom - b.top]
            if cells:
                tables.append(RuledGrid(tuple(cells)))
    return tables


def _one_below_the_other(sides: list[Side]) -> Iterator[list[Side]]:
    """Yield lines that share some height of the page, or nearly do."""
    group, bottom = list[Side](), 0.0
    for side in sorted(sides, key=itemgetter("top")):
        if group and side["top"] > bottom + _NEAR_POINTS:
            yield group
            group = []
        bottom = max(bottom, side["bottom"]) if group else side["bottom"]
        group.append(side)
    if group:
        yield group


def _side(orientation: str, left: float, top: float, right: float, bottom: float) -> Side:
    return {
        "orientation": orientation,
        "x0": left,
        "top": top,
        "x1": right,
        "bottom": bottom,
        "width": right - left,
        "height": bottom - top,
    }


def _merged(sides: list[Side]) -> list[Side]:
    """Return the lines, those that are nearly one as one."""
    return merge_edges(sides, _NEAR_POINTS, _NEAR_POINTS, _NEAR_POINTS, _NEAR_POINTS)


def _crossings(sides: list[Side]) -> Crossings:
    """Return where lines cross, and which; nothing for a page that is all lines."""
    upright = sum(side["orientation"] == "v" for side in sides)
    if upright * (len(sides) - upright) > _MOST_PAIRS:
        return {}
    crossings = edges_to_intersections(sides, _NEAR_POINTS, _NEAR_POINTS)
    return crossings if len(crossings) <= _MOST_CROSSINGS else {}


def _missing_sides(crossings: Crossings) -> Iterator[Side]:
    """Yield the four sides of lines that cross each other, if they do not meet at each corner."""
    groups: dict[int, list[Side]] = {}
    for at in crossings.values():
        meeting = [*at["v"], *at["h"]]
        own = {id(group): group for side in meeting if (group := groups.get(id(side))) is not None}
        largest = max(own.values(), key=len, default=list[Side]())
        added = [side for group in own.values() if group is not largest for side in group]
        added += [side for side in meeting if id(side) not in groups]
        largest += added
        groups.update((id(side), largest) for side in added)
    for group in {id(group): group for group in groups.values()}.values():
        left, right = min(side["x0"] for side in group), max(side["x1"] for side in group)
        top, bottom = min(side["top"] for side in group), max(side["bottom"] for side in group)
        if not all((x, y) in crossings for x in (left, right) for y in (top, bottom)):
            yield from (_side("h", left, y, right, y) for y in (top, bottom))
            yield from (_side("v", x, top, x, bottom) for x in (left, right))
