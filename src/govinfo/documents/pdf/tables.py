"""Tables of a document: the cells of each page with their text, and a table that goes on over the page as one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from govinfo.documents.compose import spread
from govinfo.documents.pdf.chars import Glyph
from govinfo.documents.pdf.graphics import Box
from govinfo.documents.pdf.grid import Ruled
from govinfo.documents.pdf.lines import Line, lines_of
from govinfo.documents.pdf.visibility import TORN
from govinfo.forms.labels import LABELS, bare_key, label_key
from govinfo.text.normalise import plain

__all__ = ["Cell", "Table", "continued", "divided", "trimmed"]

_NEAR = 6.0
"""Columns whose borders are nearer than this, in points, are the same; so are the sides of a table on two pages."""
_MIDDLE = 0.35
"""How far above its baseline the middle of a character is, in sizes of the type."""
_TIGHT = 0.15
"""Between the figures of one number there is less room than this, in sizes of the type."""
_NUMERIC = frozenset("0123456789.,")


@frozen
class Cell:
    """One cell as its row has it."""

    left: float
    right: float
    lines: tuple[Line, ...] = ()
    """What stands in it; nothing where it only goes on from the row above."""

    @property
    def text(self) -> str:
        """Its characters, one line below the other."""
        return "\n".join(line.text for line in self.lines if line.text)


Row = tuple[Cell, ...]


@frozen
class Table:
    """The rows of one table, on one page or on several."""

    top: float
    rows: tuple[Row, ...]

    @property
    def left(self) -> float:
        """Where its first column begins."""
        return min(row[0].left for row in self.rows)

    @property
    def right(self) -> float:
        """Where its last column ends."""
        return max(row[-1].right for row in self.rows)

    def composed(self) -> list[list[str]]:
        """Return the text of its rows; what a cell spans is left empty."""
        borders = _distinct(cell.left for row in self.rows for cell in row)
        return [spread((cell.text, _count(borders, cell)) for cell in row) for row in self.rows]


def divided(
    ruled: Sequence[Ruled], glyphs: Sequence[Glyph], page: int
) -> tuple[list[Table], list[Glyph]]:
    """Return the ruled tables with the characters in their cells, and the characters that stand in no cell."""
    places = [_place(glyph, ruled) for glyph in glyphs]
    held: dict[tuple[int, Box] | None, list[Glyph]] = {None: []}
    for index, (glyph, place) in enumerate(zip(glyphs, places, strict=True)):
        held.setdefault(place, []).append(glyph)
        if (
            index
            and place != places[index - 1]
            and _runs_on(glyphs[index - 1], glyph, place or places[index - 1])
        ):
            # A number over a border, or two that touch: neither cell has a number that is certain.
            held[places[index - 1]].append(
                glyphs[index - 1]._replace(left=glyph.left, character=TORN)
            )
            held[place].append(
                glyph._replace(left=glyph.left - glyph.size / 4, right=glyph.left, character=TORN)
            )
    loose = held.pop(None)
    lines = {place: tuple(lines_of(inside, page, cell=True)) for place, inside in held.items()}
    tables = [
        {place[1]: of for place, of in lines.items() if place and place[0] == n}
        for n in range(len(ruled))
    ]
    return [_table(table, inside) for table, inside in zip(ruled, tables, strict=True)], loose


def _place(glyph: Glyph, ruled: Sequence[Ruled]) -> tuple[int, Box] | None:
    """The cell that a character stands in, with the number of its table."""
    x, y = (
        (glyph.left + glyph.right) / 2,
        glyph.base - (0.0 if glyph.turned else _MIDDLE * glyph.size),
    )
    return next(
        ((n, box) for n, table in enumerate(ruled) if (box := table.cell_at(x, y)) is not None),
        None,
    )


def _runs_on(before: Glyph, glyph: Glyph, place: tuple[int, Box] | None) -> bool:
    """Whether two characters on both sides of a border may be of one number: no room is there for the border."""
    near = before.base == glyph.base and -_TIGHT < (glyph.left - before.right) / glyph.size < _TIGHT
    if (
        not near
        or before.character not in _NUMERIC
        or glyph.character not in _NUMERIC
        or place is None
    ):
        return False
    return not any(before.right < border < glyph.left for border in (place[1].left, place[1].right))


def _table(ruled: Ruled, lines: dict[Box, tuple[Line, ...]]) -> Table:
    rows = [
        tuple(
            Cell(box.left, box.right, lines.get(box, ()) if box.top == top else ()) for box in boxes
        )
        for top, boxes in ruled.bands()
    ]
    # Where a page breaks within a spanned cell, a sliver of it remains, and nothing beside it.
    return Table(ruled.box.top, tuple(row for row in rows if len(row) > 1 or row[0].lines))


def continued(above: Table, below: Table) -> Table | None:
    """Return the one table that the last of a page and the first of the next make; `None` when they are two."""
    if abs(above.left - below.left) > _NEAR or abs(above.right - below.right) > _NEAR:
        return None
    last, first = above.rows[-1], below.rows[0]
    if len(last) > 1 and _is_torn(last, first):
        joined = tuple(
            evolve(cell, lines=cell.lines + rest.lines)
            for cell, rest in zip(last, first, strict=True)
        )
        return evolve(above, rows=(*above.rows[:-1], joined, *below.rows[1:]))
    return evolve(above, rows=above.rows + below.rows)


def trimmed(table: Table) -> tuple[list[Line], Table | None, list[Line]]:
    """Return the lines above a table, the table, and the lines below it: rows of one cell at its ends are text."""
    rows = list(table.rows)
    above, below = list[Line](), list[Line]()
    while rows and len(rows[0]) == 1:
        above += rows.pop(0)[0].lines
    while rows and len(rows[-1]) == 1:
        below = [*rows.pop()[0].lines, *below]
    return above, evolve(table, rows=tuple(rows)) if rows else None, below


def _is_torn(last: Row, first: Row) -> bool:
    """Whether a page breaks within a row: its label goes on, and no figure stands in both parts."""
    if len(last) != len(first) or any(
        abs(a.left - b.left) > _NEAR for a, b in zip(last, first, strict=True)
    ):
        return False
    both = [(a.text, b.text) for a, b in zip(last, first, strict=True) if a.text and b.text]
    return len(both) == 1 and _is_label("".join(both[0])) and not _is_label(both[0][1])


def _is_label(text: str) -> bool:
    key = label_key(plain(text))
    return key in LABELS or bare_key(key) in LABELS


def _distinct(values: Iterable[float]) -> list[float]:
    """The values in order, without those that are nearly the one before."""
    ordered = sorted(values)
    return [
        value for before, value in pairwise([-_NEAR * 2, *ordered]) if value - before > _NEAR / 2
    ]


def _count(borders: Sequence[float], cell: Cell) -> int:
    """How many columns a cell spans."""
    first, last = bisect_left(borders, cell.left - _NEAR), bisect_left(borders, cell.right - _NEAR)
    return max(1, last - first)
