"""Rows whose separators are gone, put down by the readings that are left of them.

What all readings agree on becomes a token of the page like any other, and a figure when it is asked
for; where they differ nothing is put down but what the cell may be.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from govinfo.binding.assignment import Bound, column_of, first_of
from govinfo.binding.tables.rows import Found
from govinfo.binding.unseparated.balanced_rows import cuts
from govinfo.binding.unseparated.rows import RunRow
from govinfo.binding.unseparated.segmentation import Cell, Reading, is_blank, readings
from govinfo.figures import Figure, State
from govinfo.model import Note
from govinfo.page import Cells
from govinfo.spans import Span

__all__ = ["Left", "put_down"]


class Left(NamedTuple):
    """A row, and what is left of it."""

    row: RunRow
    readings: Sequence[Reading]
    """None, also when there are too many to list."""
    in_question: bool = False
    """Whether none of them is sure, however few they are."""

    @property
    def is_read(self) -> bool:
        """Whether one reading is left."""
        return len(self.readings) == 1 and not self.in_question


def put_down(bound: Bound, rows: Sequence[Left]) -> None:
    """Put down each row: first those of which nothing was inferred, so that one number tells them from the others."""
    cells = list[int]()
    for left in rows:
        if left.is_read and left.row.is_plain:
            _put_reading(bound, left.row, left.readings[0], cells)
    bound.inferred = len(bound.tokens) + len(cells) // 2
    for left in rows:
        row = left.row
        if not left.readings:
            message = f"{_name(row)}: {row.digits[:40]!r} is not read as {row.slot.width} cells"
            _note(bound, row, "run_unread", message)
        elif not left.is_read:
            _put_several(bound, row, left.readings, cells)
        elif not row.is_plain:
            _put_reading(bound, row, left.readings[0], cells)
            _note_settled(bound, row)
    added = Cells(Span(0, len(bound.page.text)), array("i", cells))
    bound.tokens = [*bound.tokens, *added.cut(bound.page.text.characters)]
    bound.page = evolve(bound.page, blocks=(*bound.page.blocks, added))


def _put_reading(
    bound: Bound, row: RunRow, reading: Sequence[Cell], cells: list[int], index: int = 0
) -> None:
    """Put down the cells of a row from one on, each a token."""
    first, token = _first(bound, row) + index, len(bound.tokens) + len(cells) // 2
    bound.places[first : first + len(reading)] = array("i", range(token, token + len(reading)))
    for begin, end, _ in reading:
        cells += (row.begin + begin, row.begin + end)


def _put_several(bound: Bound, row: RunRow, left: Sequence[Reading], cells: list[int]) -> None:
    """Put down what several readings of a row make of each cell: a token when it is one thing, else what it may be."""
    first, span = _first(bound, row), _span(bound, row)
    raw = bound.page.text.source[span.start : span.end]
    for index, column in enumerate(zip(*left, strict=True)):
        if _is_settled(row, column):
            _put_reading(bound, row, column[:1], cells, index)
            continue
        values = tuple(
            value for value in dict.fromkeys(cell[2] for cell in column) if value is not None
        )
        unit = column_of(bound, first + index).unit
        bound.settled[first + index] = Figure(
            None, raw, State.ILLEGIBLE, span=span, candidates=values, unit=unit
        )
    said = f"{_readings(row)}, of which {len(left)} are left"
    _note(bound, row, "run_ambiguous", said)


def _is_settled(row: RunRow, column: Sequence[Cell]) -> bool:
    """Whether all readings say the same of a cell, in a row whose readings an identity bears out.

    Where none does, one cell of a run is no surer than the others.
    """
    if not _identities(row):
        return False
    return len({cell[2] for cell in column}) == 1 and len(set(map(is_blank, column))) == 1


def _note_settled(bound: Bound, row: RunRow) -> None:
    """Say what settled a row."""
    identities = _identities(row)
    if identities and row.digits:
        _note(
            bound,
            row,
            "settled_by_identities",
            f"{_readings(row)}; {', '.join(identities)} leave one",
        )


def _identities(row: RunRow) -> list[str]:
    """The identities that the form states about the table of a row."""
    return [identity.id for identity in row.form.identities if identity.table == row.slot.table]


def _readings(row: RunRow) -> str:
    """What a run could be."""
    return f"{_name(row)}: {row.digits[:40]!r} has {_count(row)} readings as {row.slot.width} cells"


def _count(row: RunRow) -> str:
    """How many readings a run has that no identity is asked about."""
    if "".join(row.words).isdecimal():
        return f"{cuts(row.digits, row.slot.width):,}"
    every = readings(row.digits, row.kinds)
    return "too many" if every is None else str(len(every))


def _name(row: RunRow) -> str:
    return f"{row.slot.table}.{row.slot.row}"


def _note(bound: Bound, row: RunRow, code: str, message: str) -> None:
    bound.notes.append(Note(code, message, _span(bound, row)))


def _span(bound: Bound, row: RunRow) -> Span:
    """Where the digits of a row stand in the source."""
    return bound.page.text.source_span(row.begin, row.begin + len(row.digits))


def _first(bound: Bound, row: RunRow) -> int:
    """The place of the first cell of a row."""
    return first_of(bound, Found(row.slot, row.form, row.token, row.token + 1, "", None))
