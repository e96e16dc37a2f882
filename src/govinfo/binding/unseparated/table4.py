"""Cut the row of table 4: fifteen cells, of which every fifth is the sum of the four before it."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.binding.tables.rows import RESULTS, REVIEW_WIDTH
from govinfo.binding.unseparated.rows import RunRow
from govinfo.binding.unseparated.segmentation import (
    MOST_SEGMENTATIONS,
    Segmentation,
    is_possible,
    list_recuts,
    segment,
    segment_above_page_number,
    segment_across_space,
    segment_balanced,
)
from govinfo.slips import is_slip

__all__ = ["segment_table4"]

_PROCEEDINGS = range(0, REVIEW_WIDTH, RESULTS)
"""The first columns of the three proceedings."""
_MOST_CASES = 999_999
"""No body has more in a year; all bodies of the country together have fewer."""


def segment_table4(row: RunRow, *, blanks: bool, doubts: bool) -> Sequence[Segmentation] | None:
    """Return the segmentations in which each proceeding adds up, or else all; `None` if too many.

    Args:
        row: The row of table 4.
        blanks: Whether the page lost blank cells: this row may lack several then.
        doubts: Whether the page may have lost blank cells: this row may lack two then, else one.

    """
    if blanks:
        # Zeros in all cells leave no digit for a number of two digits.
        all_zeros = "".join(row.words) == "0" * REVIEW_WIDTH
        return segment(row.digits, row.kinds) if all_zeros else None
    if row.characters == REVIEW_WIDTH:
        found = segment(row.digits, row.kinds) or ()
        # A blank cell may hide behind a number of two digits.
        may_lack_cells = doubts or not all(map(_is_possible, found))
        return _add_blanks(row, found, 1 + doubts) if may_lack_cells else found
    balanced = _segment_balanced_proceedings(row.digits)
    if balanced is None:
        return None
    above = segment_above_page_number(row.digits, _segment_balanced_proceedings)
    if len(balanced) == 1 and not above and not doubts:
        return _with_rivals(row, balanced[0])
    if not balanced:
        above += segment_across_space(row.digits, _segment_balanced_proceedings)
    # The segmentations of a row that lost a cell may agree on something that is not true.
    every = balanced or segment(row.digits, row.kinds)
    blanked = every and _add_blanks(row, [*balanced, *above], 1 + doubts)
    if blanked and not balanced:
        # Where nothing adds up, one misprint explains the row as well as one blank cell does; and
        # so does any, where spaces cut the run into as many numbers as there are cells.
        blanked = [*blanked, *(one for one in every or () if _may_be_misprinted(row, one))]
    return blanked


def _with_rivals(row: RunRow, cells: Segmentation) -> list[Segmentation] | None:
    """Return the segmentation that adds up, and those that explain a row about as well.

    In each of these one total is misprinted: its digits, cut otherwise, may by chance be the sum of
    others. `None` if there are too many.
    """
    found = [cells]
    for first in _PROCEEDINGS:
        recuts = list_recuts(row.digits, row.kinds, cells, first, RESULTS)
        balanced = _count_numbers(_values(cells, first))
        if recuts is None and balanced > 1:
            return None
        for one in recuts or ():
            misprinted = _values(one, first)
            if max(misprinted) > _MOST_CASES:
                continue
            # It has fewer results other than 0, or as many and its number is a usual misprint.
            more = _count_numbers(misprinted) - balanced
            is_as_good = more < 0 or (more == 0 and _is_usual(misprinted))
            if is_as_good:
                found.append(one)
    return found if len(found) <= MOST_SEGMENTATIONS else None


def _is_usual(values: Sequence[int]) -> bool:
    """Return whether one slip explains why a proceeding does not add up, or a forgotten total."""
    *parts, total = values
    excess = sum(parts) - total
    return total == 0 or any(
        right >= 0 and is_slip(printed, right)
        for printed, right in ((total, total + excess), *((part, part - excess) for part in parts))
    )


def _may_be_misprinted(row: RunRow, cells: Segmentation) -> bool:
    """Return whether one proceeding does not add up, and one slip explains why.

    Where spaces show the cells of the run, any number may be misprinted.
    """
    if len(row.words) == REVIEW_WIDTH:
        return True
    proceedings = (_values(cells, first) for first in _PROCEEDINGS)
    wrong = [values for values in proceedings if sum(values[:-1]) != values[-1]]
    return len(wrong) == 1 and _is_usual(wrong[0])


def _values(cells: Segmentation, first: int) -> list[int]:
    return [int(value or 0) for _, _, value in cells[first : first + RESULTS]]


def _count_numbers(values: Sequence[int]) -> int:
    """Return how many results, the total left out, are other than 0."""
    return sum(map(bool, values[:-1]))


def _add_blanks(
    row: RunRow, found: Sequence[Segmentation], most: int
) -> Sequence[Segmentation] | None:
    """Return these segmentations and the possible ones with blank cells, or `None` if too many."""
    every = list(found)
    for blanks in range(1, most + 1):
        short = segment(row.digits, row.kinds, blanks)
        if short is None:
            return None
        every += filter(_is_possible, short)
    return every


def _segment_balanced_proceedings(digits: str) -> Sequence[Segmentation] | None:
    """Return the segmentations whose proceedings all add up, or `None` if too many."""
    found: list[tuple[int, Segmentation]] = [(0, ())]
    for column in _PROCEEDINGS:
        longer = list[tuple[int, Segmentation]]()
        columns_behind = REVIEW_WIDTH - column - RESULTS
        for begin, before in found:
            # The last proceeding ends with the run.
            stops = range(begin + RESULTS, len(digits) - columns_behind + 1)
            for stop in stops if columns_behind else (len(digits),):
                block = segment_balanced(digits[begin:stop], RESULTS)
                if block is None or len(longer) > MOST_SEGMENTATIONS:
                    return None
                for one in block:
                    moved = ((begin + start, begin + end, value) for start, end, value in one)
                    longer.append((stop, (*before, *moved)))
        found = longer
    return tuple(dict.fromkeys(one for _, one in found))


def _is_possible(cells: Segmentation) -> bool:
    """Return whether no proceeding contradicts its total."""
    return all(is_possible(cells[first : first + RESULTS]) for first in _PROCEEDINGS)
