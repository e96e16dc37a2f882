"""Tables of a document: the text in their cells, and tables that go on over the page as one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeAlias

from attrs import evolve, frozen

from govinfo.documents.compose import Passage, Row, spread, whole
from govinfo.documents.container import IsLabel
from govinfo.documents.pdf.chars import NUMERIC, Glyph
from govinfo.documents.pdf.graphics import ROOM, Rect
from govinfo.documents.pdf.grid import RuledGrid
from govinfo.documents.pdf.lines import TextLine, lines_of
from govinfo.documents.pdf.visibility import TORN
from govinfo.text.formatting import UNREADABLE

__all__ = ["RuledCell", "RuledTable", "continued", "divided", "trimmed"]

_NEAR_POINTS = 6.0
"""Two borders nearer than this are one, on one page or on two; so are the sides of two tables."""
_MOST_SHOWN = 2000
_TOUCHES = 1.5
"""A picture may reach over the border of its cell by so many points."""


@frozen
class RuledCell:
    """One cell as its row has it."""

    box: Rect
    page: int
    """The number of its page, from 0."""
    lines: tuple[TextLine, ...] = ()
    """The lines in it; none where the cell goes on from the row above."""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.box.left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.box.right

    @property
    def text(self) -> str:
        """Its characters, one line below the other."""
        return "\n".join(line.text for line in self.lines if line.text)

    @property
    def passage(self) -> Passage:
        """Its characters, and where they stand; of a blank cell, where the cell is."""
        lines = [line for line in self.lines if line.text]
        page = lines[0].page if lines else self.page
        boxes = [line.box for line in lines if line.page == page] or [self.box]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return whole(self.text, (page + 1, min(lefts), min(tops), max(rights), max(bottoms)))


RuledRow: TypeAlias = tuple[RuledCell, ...]


@frozen
class RuledTable:
    """The rows of one table, on one page or on several."""

    top: float
    rows: tuple[RuledRow, ...]

    @property
    def left(self) -> float:
        """Where its first column begins."""
        return min(row[0].left for row in self.rows)

    @property
    def right(self) -> float:
        """Where its last column ends."""
        return max(row[-1].right for row in self.rows)

    def composed(self) -> list[Row]:
        """Return the text of its rows; a cell over several columns leaves the others empty."""
        borders, before = list[float](), -2 * _NEAR_POINTS
        for left in sorted(cell.left for row in self.rows for cell in row):
            if left - before > _NEAR_POINTS / 2:
                borders.append(left)
            before = left
        rows = list[Row]()
        for row in self.rows:
            cells = list[tuple[str | Passage, int]]()
            for cell in row:
                first = bisect_left(borders, cell.left - _NEAR_POINTS)
                last = bisect_left(borders, cell.right - _NEAR_POINTS)
                cells.append((cell.passage, max(1, last - first)))
            rows.append(spread(cells))
        return rows

    @classmethod
    def of(cls, grid: RuledGrid, lines: dict[Rect, tuple[TextLine, ...]], page: int) -> RuledTable:
        """Return the rows of a table with the lines in each cell."""
        rows = list[RuledRow]()
        for band in grid.bands:
            row = tuple(
                RuledCell(box, page, lines.get(box, ()) if box.top == band.top else ())
                for box in band.cells
            )
            # Where a page breaks within a spanned cell, a thin rest of it is left, nothing beside.
            if len(row) > 1 or row[0].lines:
                rows.append(row)
        return cls(grid.box.top, tuple(rows))


_Place: TypeAlias = tuple[int, Rect] | None
"""The number of a table of the page and a cell of it; `None` outside of all tables."""


def divided(
    grids: Sequence[RuledGrid],
    glyphs: Sequence[Glyph],
    page: int,
    shown: Sequence[Rect] = (),
    said: Sequence[Rect] = (),
) -> tuple[list[RuledTable], list[Glyph]]:
    """Return the tables of a page with their text, and the characters that stand in no table.

    Args:
        grids: the cells of each table.
        glyphs: the characters of the page, in the order in which they are drawn.
        page: the number of the page, from 0.
        shown: pictures and fields. A cell with nothing else gets a sign: it is not blank.
        said: those of them that show digits. Any cell gets a sign: it has another figure.

    """
    held: dict[_Place, list[Glyph]] = {None: []}
    before: Glyph | None = None
    place_before: _Place = None
    for glyph in glyphs:
        place = _place_of(glyph, grids)
        held.setdefault(place, []).append(glyph)
        if before is not None and place != place_before:
            border_of = place or place_before
            if border_of is not None and _are_one_number(before, glyph, border_of[1]):
                # The number lies over a border, or two numbers touch: both cells are uncertain.
                behind = before._replace(left=glyph.left, character=TORN)
                quarter = glyph.size / 4
                ahead = glyph._replace(left=glyph.left - quarter, right=glyph.left, character=TORN)
                held[place_before].append(behind)
                held[place].append(ahead)
        before, place_before = glyph, place
    _add_signs(held, grids, shown, said)
    loose = held.pop(None)
    lines: list[dict[Rect, tuple[TextLine, ...]]] = [{} for _ in grids]
    for place, inside in held.items():
        if place is not None:
            lines[place[0]][place[1]] = tuple(lines_of(inside, page, cell=True))
    return [RuledTable.of(grid, own, page) for grid, own in zip(grids, lines, strict=True)], loose


def _add_signs(
    held: dict[_Place, list[Glyph]],
    grids: Sequence[RuledGrid],
    shown: Sequence[Rect],
    said: Sequence[Rect],
) -> None:
    """Add a sign to each cell that shows something without characters."""
    for box in shown[:_MOST_SHOWN]:
        sign = Glyph(box.bottom, box.left, box.right, box.bottom - box.top, UNREADABLE)
        place = _place_of(sign, grids)
        if place is None or min(box.right - box.left, box.bottom - box.top) < ROOM:
            continue
        left, top, right, bottom = place[1]
        outer = Rect(left - _TOUCHES, top - _TOUCHES, right + _TOUCHES, bottom + _TOUCHES)
        # It reaches over no border of the cell.
        if outer.holds((box.left, box.top)) and outer.holds((box.right, box.bottom)):
            inside = held.setdefault(place, [])
            is_blank = not any(glyph.code or glyph.character.strip() for glyph in inside)
            if is_blank or box in said:
                inside.append(sign)


def _place_of(glyph: Glyph, grids: Sequence[RuledGrid]) -> _Place:
    x, y = glyph.middle
    boxes = ((number, grid.cell_at(x, y)) for number, grid in enumerate(grids))
    return next(((number, box) for number, box in boxes if box is not None), None)


def _are_one_number(before: Glyph, glyph: Glyph, cell: Rect) -> bool:
    """Whether two digits in two cells may be of one number: the border has no room between them."""
    if not {before.character, glyph.character} <= NUMERIC or not glyph.touches(before):
        return False
    return not any(before.right < border < glyph.left for border in (cell.left, cell.right))


def continued(above: RuledTable, below: RuledTable, is_label: IsLabel) -> RuledTable | None:
    """Return the last table of a page and the first of the next as one; `None` when they are two.

    The page may break within a row. Then one cell, the label, has text on both pages: the two
    parts together are a label, and the second part alone is none.
    """
    if abs(above.left - below.left) > _NEAR_POINTS or abs(above.right - below.right) > _NEAR_POINTS:
        return None
    last, first = above.rows[-1], below.rows[0]
    is_torn = False
    if 1 < len(last) == len(first):
        pairs = list(zip(last, first, strict=True))
        both = [(a.text, b.text) for a, b in pairs if a.text and b.text]
        same_columns = all(abs(a.left - b.left) <= _NEAR_POINTS for a, b in pairs)
        if same_columns and len(both) == 1:
            is_torn = is_label("".join(both[0])) and not is_label(both[0][1])
    if not is_torn:
        return evolve(above, rows=above.rows + below.rows)
    whole = tuple(
        evolve(cell, lines=cell.lines + rest.lines) for cell, rest in zip(last, first, strict=True)
    )
    return evolve(above, rows=(*above.rows[:-1], whole, *below.rows[1:]))


def trimmed(table: RuledTable) -> tuple[list[TextLine], RuledTable | None, list[TextLine]]:
    """Return the lines above a table, the table, and the lines below it.

    A row of a single cell at either end of a table is text.
    """
    rows = list(table.rows)
    above, below = list[TextLine](), list[TextLine]()
    while rows and len(rows[0]) == 1:
        above += rows.pop(0)[0].lines
    while rows and len(rows[-1]) == 1:
        below = [*rows.pop()[0].lines, *below]
    return above, evolve(table, rows=tuple(rows)) if rows else None, below
