"""The ways to read a run of digits as the cells of a row.

A number does not begin with a zero, a space that was kept is a border between cells, and a sign or
a decimal point stands only where the form's column allows one. A run that is too short for its row
has lost blank cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from govinfo.figures import Number, read_cell
from govinfo.forms.schema import Kind

__all__ = [
    "MOST",
    "Cell",
    "Reading",
    "before_a_page_number",
    "is_blank",
    "is_possible",
    "readings",
    "with_blanks",
]

_STEPS = 5_000
"""A run is given up after so many places from which it was read on."""
MOST = 500
"""And when it has more readings than this."""
_PAGE = 3
"""No page has a number with more digits."""
_DIGITS = r"(?:0|[1-9]\d{0,9})"
_DIGIT = "0123456789"
_CELLS = {
    Kind.COUNT: re.compile(rf"{_DIGITS}|/|—{{1,2}}|-"),
    Kind.CHANGE: re.compile(rf"[+-]?{_DIGITS}|/|—{{1,2}}"),
    Kind.MONEY: re.compile(r"(?:0|[1-9]\d{0,14})(?:\.\d+)?(?:[万亿]?元)?|/|—{1,2}|-"),
}


# Thousands of readings are made and thrown away: plain tuples cost a tenth of anything with names.
Cell: TypeAlias = tuple[int, int, Number | None]
"""One cell of a reading: where it begins and ends in the run, which is the same for a blank one, and what it says."""

Reading: TypeAlias = tuple[Cell, ...]
"""One way to read a run: a cell for each column of the row."""


class _TooManyError(Exception):
    """A run has more readings than could be made use of."""


@lru_cache(maxsize=4096)
def readings(run: str, kinds: tuple[Kind, ...], blanks: int = 0) -> tuple[Reading, ...] | None:
    """Return every way to read a run as cells of these kinds, so many of them blank; `None` when there are too many."""
    try:
        return tuple(_Run(run, kinds).readings(0, 0, blanks))
    except _TooManyError:
        return None


class _Run:
    """A run and what its cells are to be; what may follow a place is worked out once."""

    def __init__(self, run: str, kinds: Sequence[Kind]) -> None:
        self.run, self.kinds, self.steps = run, kinds, _STEPS
        self.known: dict[tuple[int, int, int], list[Reading]] = {}

    def readings(self, begin: int, column: int, blanks: int) -> list[Reading]:
        """Return the ways to read what stands from this character on, as the cells from this column on."""
        run, end, cells = self.run, len(self.run), len(self.kinds) - column
        while begin < end and run[begin].isspace():
            begin += 1
        if not cells:
            return [()] if begin == end and not blanks else []
        if end - begin < cells - blanks:
            return []
        place = (begin, column, blanks)
        if place not in self.known:
            self.known[place] = self._found(begin, column, blanks)
        return self.known[place]

    def _found(self, begin: int, column: int, blanks: int) -> list[Reading]:
        self.steps -= 1
        found = list[Reading]()
        if blanks:
            blank = (begin, begin, None)
            found += [(blank, *cells) for cells in self.readings(begin, column + 1, blanks - 1)]
        for cell in _beginnings(self.run, begin, len(self.run), self.kinds[column]):
            found += [(cell, *cells) for cells in self.readings(cell[1], column + 1, blanks)]
            # What follows a place that the run leads to is the end of as many readings at least.
            if len(found) > MOST or self.steps < 0:
                raise _TooManyError
        return found


def _beginnings(run: str, begin: int, end: int, kind: Kind) -> list[Cell]:
    """The cells that the stretch may begin with, the shortest first."""
    if kind is Kind.COUNT and run[begin : begin + 1] == "0":
        return [(begin, begin + 1, 0)]
    match = _CELLS[kind].match(run, begin, end)
    if match is None:
        return []
    stops = range(begin + 1, match.end() + 1)
    if kind is Kind.COUNT and run[begin] in _DIGIT:
        # Nearly every cell there is: any beginning of a number is a number.
        return [(begin, at, int(run[begin:at])) for at in stops]
    return [cell for at in stops if (cell := _cell(run, begin, at, kind)) is not None]


def _cell(run: str, begin: int, end: int, kind: Kind) -> Cell | None:
    """The cell that stands here, if it is one of this kind as a whole."""
    if not _CELLS[kind].fullmatch(run, begin, end):
        return None
    return begin, end, read_cell(run[begin:end]).value


@lru_cache(maxsize=4096)
def with_blanks(run: str, kinds: tuple[Kind, ...], most: int) -> tuple[Reading, ...] | None:
    """Return every way to read a run as cells of these kinds, up to so many of them blank, or `None` as above."""
    found = list[Reading]()
    for blanks in range(most + 1):
        own = readings(run, kinds, blanks)
        if own is None or len(found) + len(own) > MOST:
            return None
        found += own
    return tuple(found)


def is_possible(reading: Reading) -> bool:
    """Return whether a reading with blanks contradicts its own total: what is blank may be any number, or none."""
    *parts, total = [value for _, _, value in reading]
    if total is None:
        return True
    known = sum(int(part or 0) for part in parts)
    return known <= total if None in parts else known == total


def is_blank(cell: Cell) -> bool:
    """Return whether a cell of a reading has nothing in it."""
    return cell[0] == cell[1]


def before_a_page_number(
    digits: str, read: Callable[[str], Sequence[Reading] | None]
) -> list[Reading]:
    """Return the readings of a run without its last digits, which may be the number of the page that ends there."""
    digits = digits.rstrip()
    lengths = (length for length in range(1, _PAGE + 1) if digits[-length:].isdecimal())
    ends = [digits[:-length] for length in lengths if not digits[-length:].startswith("0")]
    return [reading for end in ends for reading in read(end.rstrip(" -—")) or ()]
