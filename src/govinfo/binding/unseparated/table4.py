"""Table four without separators: fifteen cells, of which every fifth is the sum of the four before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.binding.tables.table4 import REVIEW_WIDTH
from govinfo.binding.unseparated.balanced_rows import balanced
from govinfo.binding.unseparated.rows import RunRow
from govinfo.binding.unseparated.segmentation import (
    MOST,
    Cell,
    Reading,
    before_a_page_number,
    is_possible,
    readings,
)

__all__ = ["proceedings"]

_RESULTS = 5
_PROCEEDINGS = range(0, REVIEW_WIDTH, _RESULTS)
"""Where the three proceedings begin."""


def proceedings(row: RunRow, *, blanks: bool, doubts: bool) -> Sequence[Reading] | None:
    """Return the readings in which each proceeding adds up to its total, or else all there are.

    With `blanks` the page has lost blank cells, and this row may have lost several; with `doubts`
    it may have lost two, and without them one.
    """
    if blanks:
        # A zero in every cell leaves no digit for a number of two.
        return readings(row.digits, row.kinds) if "".join(row.words) == "0" * REVIEW_WIDTH else None
    if row.characters == REVIEW_WIDTH:
        whole = readings(row.digits, row.kinds) or ()
        # A blank cell may hide behind a number of two digits.
        return (
            whole
            if all(map(_is_possible, whole)) and not doubts
            else _with_blanks(row, whole, 1 + doubts)
        )
    found = _all_adding_up(row.digits)
    if found is None:
        return None
    above = before_a_page_number(row.digits, _all_adding_up)
    if len(found) == 1 and not above and not doubts:
        return found
    # Where no single reading stands out, what all of them agree on need not be true of a row that
    # lost a cell.
    free = found or readings(row.digits, row.kinds)
    return free and _with_blanks(row, [*free, *above], 1 + doubts)


def _with_blanks(row: RunRow, whole: Sequence[Reading], most: int) -> Sequence[Reading] | None:
    """These readings, and those with a blank cell, or several, that contradict no total."""
    short = [readings(row.digits, row.kinds, blanks) for blanks in range(1, most + 1)]
    return (
        None
        if None in short
        else [*whole, *(one for some in short for one in some or () if _is_possible(one))]
    )


def _all_adding_up(digits: str) -> Sequence[Reading] | None:
    """The readings in which each proceeding adds up to its total."""
    left: list[tuple[int, Reading]] = [(0, ())]
    for at in _PROCEEDINGS:
        longer = list[tuple[int, Reading]]()
        for begin, before in left:
            for stop in _stops(digits, begin, at):
                block = balanced(digits[begin:stop], _RESULTS)
                if block is None or len(longer) > MOST:
                    return None
                longer += [(stop, (*before, *_moved(reading, begin))) for reading in block]
        left = longer
    return tuple(dict.fromkeys(reading for _, reading in left))


def _is_possible(reading: Reading) -> bool:
    """Whether no proceeding contradicts its total."""
    return all(is_possible(reading[at : at + _RESULTS]) for at in _PROCEEDINGS)


def _stops(digits: str, begin: int, at: int) -> Sequence[int]:
    """Where a proceeding may end that begins at this character; the last one ends with the run."""
    rest = REVIEW_WIDTH - at - _RESULTS
    return range(begin + _RESULTS, len(digits) - rest + 1) if rest else (len(digits),)


def _moved(reading: Reading, by: int) -> Iterator[Cell]:
    return ((begin + by, end + by, value) for begin, end, value in reading)
