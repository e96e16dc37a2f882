"""Tables by the lines that are drawn around their cells.

Which cells lines make is pdfplumber's finding; here they are closed before where a table is open at
its sides or goes on over the edge of the page, and put into rows and columns after.
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
from govinfo.documents.pdf.graphics import ROOM, Box, Edge, Strokes
from govinfo.documents.pdf.grid import RuledGrid

__all__ = ["ruled_tables"]

Side: TypeAlias = dict[str, Any]
"""A line as pdfplumber has it."""

Crossings: TypeAlias = dict[tuple[float, float], dict[str, list[Side]]]

_NEAR = 3.0
"""Lines nearer than this, in points, are one; lines that end nearer than this to another touch it."""
_MOST_CROSSINGS = 2000
"""A page of sixty rows and twenty columns has 1,300; finding cells takes the square of their number."""
_MOST_TABLES = 40
"""A page has a few tables; one with many more is a picture."""


def ruled_tables(strokes: Strokes) -> list[RuledGrid]:
    """Return the tables on a page, from top to bottom: those that lines make, or cells that are boxes of their own."""
    tables = _lined_tables(strokes.edges)
    cells = sum(len(table.cells) for table in tables)
    if len(strokes.boxes) > cells:
        boxed = boxed_tables(strokes.boxes)
        tables = boxed if sum(len(table.cells) for table in boxed) > cells else tables
    # A table of a single column is a frame around text.
    tables = [table for table in tables if any(len(row) > 1 for row in table.rows)]
    return tables if len(tables) <= _MOST_TABLES else []


def _lined_tables(edges: Sequence[Edge]) -> list[RuledGrid]:
    """The tables that lines make; those above each other are looked at by themselves, as each has its own columns."""
    # Dashes are put together first, and what is too short for a side of a cell is left out.
    whole = merge_edges([_as_line(edge) for edge in edges], 0, 0, _NEAR, _NEAR)
    sides = [line for line in whole if line["width"] + line["height"] >= ROOM]
    cells = (
        tuple(cell for cell in (Box(*map(float, cell)) for cell in table) if _has_room(cell))
        for group in _one_below_the_other(sides)
        for table in cells_to_tables(intersections_to_cells(_closed_crossings(_snapped(group))))
    )
    return [RuledGrid(table) for table in cells if table]


def _one_below_the_other(lines: list[Side]) -> Iterator[list[Side]]:
    """Yield lines that share some height of the page, or nearly do."""
    group, bottom = list[Side](), 0.0
    for line in sorted(lines, key=itemgetter("top")):
        if group and line["top"] > bottom + _NEAR:
            yield group
            group = []
        bottom = max(bottom, line["bottom"]) if group else line["bottom"]
        group.append(line)
    if group:
        yield group


def _has_room(cell: Box) -> bool:
    return cell.right - cell.left >= ROOM <= cell.bottom - cell.top


def _as_line(edge: Edge) -> Side:
    """An edge as what it is meant to be: quite level, or quite upright."""
    across = edge.right - edge.left >= edge.bottom - edge.top
    middle = round((edge.top + edge.bottom) / 2 if across else (edge.left + edge.right) / 2, 1)
    if across:
        return _line("h", edge.left, middle, edge.right, middle)
    return _line("v", middle, edge.top, middle, edge.bottom)


def _line(orientation: str, left: float, top: float, right: float, bottom: float) -> Side:
    size = {"width": right - left, "height": bottom - top}
    return {
        "orientation": orientation,
        "x0": left,
        "top": top,
        "x1": right,
        "bottom": bottom,
        **size,
    }


def _snapped(lines: list[Side]) -> list[Side]:
    """Lines that are nearly one, as one."""
    return merge_edges(lines, _NEAR, _NEAR, _NEAR, _NEAR)


def _closed_crossings(lines: list[Side]) -> Crossings:
    """Where lines cross, with those that are missing at the sides of a table."""
    crossings = _crossings(lines)
    missing = list(_missing_sides(crossings))
    return _crossings(_snapped([*lines, *missing])) if missing else crossings


def _crossings(lines: list[Side]) -> Crossings:
    """Where lines cross, and which; nothing for a page that is all lines."""
    upright = sum(line["orientation"] == "v" for line in lines)
    if upright * (len(lines) - upright) > 10 * _MOST_CROSSINGS:
        return {}
    crossings = edges_to_intersections(lines, _NEAR, _NEAR)
    return crossings if len(crossings) <= _MOST_CROSSINGS else {}


def _missing_sides(crossings: Crossings) -> Iterator[Side]:
    """Yield the four sides around lines that cross each other, where they do not close at every corner."""
    for group in _connected([[*at["v"], *at["h"]] for at in crossings.values()]):
        left, right = min(line["x0"] for line in group), max(line["x1"] for line in group)
        top, bottom = min(line["top"] for line in group), max(line["bottom"] for line in group)
        if not all((x, y) in crossings for x in (left, right) for y in (top, bottom)):
            yield from (_line("h", left, y, right, y) for y in (top, bottom))
            yield from (_line("v", x, top, x, bottom) for x in (left, right))


def _connected(meetings: list[list[Side]]) -> list[list[Side]]:
    """Return the lines that hang together, by which of them meet."""
    groups: dict[int, list[Side]] = {}
    for meeting in meetings:
        own = {id(group): group for line in meeting if (group := groups.get(id(line))) is not None}
        largest = max(own.values(), key=len, default=list[Side]())
        joined = [line for group in own.values() if group is not largest for line in group]
        joined += [line for line in meeting if id(line) not in groups]
        largest += joined
        groups.update((id(line), largest) for line in joined)
    return list({id(group): group for group in groups.values()}.values())
