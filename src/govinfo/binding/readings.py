"""The ways to read a run of digits as the cells of a row.

A number does not begin with a zero, a space that was kept is a border between cells, and a sign or a decimal point
stands only where the form's column allows one. A run that is too short for its row has lost blank cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govinfo.figures import Number, State, read_cell
from govinfo.forms.schema import Kind

__all__ = ["MOST", "Cell", "Reading", "is_possible", "readings", "with_blanks"]

_STEPS = 5_000
"""A run is given up after so many steps."""
MOST = 2_000
"""And when it has more readings than this."""
_DIGITS = r"(?:0|[1-9]\d{0,9})"
_DIGIT = "0123456789"
_CELLS = {
    Kind.COUNT: re.compile(rf"{_DIGITS}|/|—{{1,2}}|-"),
    Kind.CHANGE: re.compile(rf"[+-]?{_DIGITS}|/|—{{1,2}}"),
    Kind.MONEY: re.compile(r"(?:0|[1-9]\d{0,14})(?:\.\d+)?(?:[万亿]?元)?|/|—{1,2}|-"),
}


class Cell(NamedTuple):
    """One cell of a reading: where it stands in the run, and what it says."""

    begin: int
    end: int
    value: Number | None
    state: State


Reading = tuple[Cell, ...]
"""One way to read a run: a cell for each column of the row."""


class _Search(NamedTuple):
    """A run, and how many steps are left for it."""

    run: str
    steps: list[int]


@lru_cache(maxsize=4096)
def readings(run: str, kinds: tuple[Kind, ...], blanks: int = 0) -> tuple[Reading, ...] | None:
    """Return every way to read a run as cells of these kinds, so many of them blank; `None` when there are too many."""
    search, found = _Search(run, [_STEPS]), list[Reading]()
    for reading in _cells(search, 0, kinds, blanks):
        found.append(reading)
        if len(found) > MOST:
            return None
    return tuple(found) if search.steps[0] > 0 else None


def _cells(search: _Search, begin: int, kinds: tuple[Kind, ...], blanks: int) -> Iterator[Reading]:
    """Yield the ways to read what stands from this character on."""
    run, end = search.run, len(search.run)
    search.steps[0] -= 1
    while begin < end and run[begin].isspace():
        begin += 1
    if not kinds and begin == end and not blanks:
        yield ()
    if not kinds or end - begin < len(kinds) - blanks or search.steps[0] < 0:
        return
    if blanks:
        blank = Cell(begin, begin, None, State.BLANK)
        yield from ((blank, *cells) for cells in _cells(search, begin, kinds[1:], blanks - 1))
    for cell in _beginnings(run, begin, end, kinds[0]):
        yield from ((cell, *cells) for cells in _cells(search, cell.end, kinds[1:], blanks))


def _beginnings(run: str, begin: int, end: int, kind: Kind) -> Iterator[Cell]:
    """Yield the cells that the stretch may begin with, the shortest first."""
    match = _CELLS[kind].match(run, begin, end)
    if match is None:
        return
    stop = match.end()
    if kind is Kind.COUNT and run[begin] in _DIGIT:
        # Nearly every cell there is: any beginning of a number is a number.
        yield from (Cell(begin, at, int(run[begin:at]), State.PRINTED) for at in range(begin + 1, stop + 1))
        return
    yield from (cell for at in range(begin + 1, stop + 1) if (cell := _cell(run, begin, at, kind)) is not None)


def _cell(run: str, begin: int, end: int, kind: Kind) -> Cell | None:
    """The cell that stands here, if it is one of this kind as a whole."""
    if not _CELLS[kind].fullmatch(run, begin, end):
        return None
    printed = read_cell(run[begin:end])
    return Cell(begin, end, printed.value, printed.state)


def with_blanks(run: str, kinds: tuple[Kind, ...], most: int) -> tuple[Reading, ...] | None:
    """Return every way to read a run as cells of these kinds, up to so many of them blank, or `None` as above."""
    found = [readings(run, kinds, blanks) for blanks in range(most + 1)]
    return None if None in found else tuple(reading for own in found for reading in own or ())


def is_possible(reading: Reading) -> bool:
    """Return whether a reading with blanks contradicts its own total: what is blank may be any number, or none."""
    *parts, total = reading
    known = sum(int(cell.value or 0) for cell in parts)
    if total.value is None:
        return True
    return known <= total.value if any(cell.value is None for cell in parts) else known == total.value
