"""Cut the rows of table 3: each row has its own total, and each column ties the rows together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from govinfo.binding.assignment import Bound, note_at
from govinfo.binding.unseparated.rows import RunRow, SegmentedRow
from govinfo.binding.unseparated.segmentation import (
    Segmentation,
    is_possible,
    segment,
    segment_above_page_number,
    segment_across_space,
    segment_balanced,
    segment_with_blanks,
)
from govinfo.binding.unseparated.solver import Doubts, Solution, balance_rows_of, solve
from govinfo.forms.schema import Form

__all__ = ["segment_table3"]

_SIGNS = ("/", "—", "-")
"""What stands in a cell to which nothing applies."""


def segment_table3(bound: Bound, rows: Sequence[RunRow], *, blanks: bool) -> list[SegmentedRow]:
    """Return the segmentations that are left of each row of table 3.

    All identities decide together when the table has all its rows. When the page lost `blanks`, or
    rows, each row stands for itself.
    """
    own = {row.slot.row: row for row in rows}
    # Another form may print a group of rows as the one row that is its parent.
    statutory = [row for row in bound.form.table("requests").rows if not row.header]
    if blanks or any(row.id not in own and row.parent not in own for row in statutory):
        # Figures of several rows behind one label are those of labels that look blank.
        is_apart = any(len(row.words) > row.slot.width for row in rows)
        return [
            SegmentedRow(row, segmentations or (), summed=row.slot.width)
            for row in rows
            for is_unread in [is_apart and not row.digits.strip()]
            for segmentations in [() if is_unread else _segment_alone(row, blanks=blanks)]
        ]
    solution = _solve_whole(own, bound.form)
    if solution.broken:
        message = f"every way to cut table 3 breaks identities; the best breaks {solution.broken}"
        note_at(bound, "identities_broken", message, [row.token for row in rows])
    if solution.is_incomplete:
        message = "table 3 has too many segmentations, or broken identities, to compare them all"
        note_at(bound, "search_limit_reached", message, [row.token for row in rows])
    return [SegmentedRow(row, solution.rows[name]) for name, row in own.items()]


def _solve_whole(rows: Mapping[str, RunRow], form: Form) -> Solution:
    """Return what the identities leave of the segmentations of a table with all its rows."""
    every = {name: segment_balanced(row.digits, row.slot.width) for name, row in rows.items()}
    balanced = {name: found for name, found in every.items() if found is not None}
    if len(balanced) < len(rows):
        return Solution(dict.fromkeys(rows, ()), is_incomplete=True)
    doubts = Doubts(
        lambda name: _segment_unbalanced(rows[name], has_balanced=bool(balanced[name])),
        lambda name: _segment_balanced_otherwise(rows[name]),
    )
    return solve(balanced, doubts, balance_rows_of(form))


def _segment_alone(row: RunRow, *, blanks: bool) -> Sequence[Segmentation] | None:
    """Return the segmentations of a row that no other row supports.

    Where the page lost `blanks`, its own total does not support them either. A row that does not
    add up may hold the figures of another one whose label is lost: it gets no segmentation. Neither
    does one with figures and a sign for a total: the signs may stand between the cells.
    """
    width = row.slot.width
    if not blanks:
        return segment_balanced(row.digits, width)
    if row.digits.rstrip()[-1:] in _SIGNS and any(map(str.isdecimal, row.digits)):
        return ()
    found = segment_with_blanks(row.digits, row.kinds, width)
    return found and [
        *found,
        *segment_above_page_number(
            row.digits, lambda digits: segment_with_blanks(digits, row.kinds, width)
        ),
    ]


def _segment_unbalanced(row: RunRow, *, has_balanced: bool) -> Sequence[Segmentation] | None:
    """Return the segmentations that do not add up, and those of a lost cell or a page number.

    A row that has no balanced segmentation allows more: the publisher may be wrong and a cell may
    be lost as well.
    """
    free, blank = segment(row.digits, row.kinds), segment(row.digits, row.kinds, 1)
    if free is None or blank is None:
        return None
    if not has_balanced:
        above = segment_above_page_number(row.digits, lambda digits: segment(digits, row.kinds))
        return [*free, *blank, *above]
    wrong = [one for one in free if not is_possible(one)]
    lost = [one for one in blank if is_possible(one)]
    return [*wrong, *lost, *_segment_balanced_otherwise(row)]


def _segment_balanced_otherwise(row: RunRow) -> list[Segmentation]:
    """Return the segmentations that add up above a page number, or across a space in a number."""

    def cut(digits: str) -> Sequence[Segmentation] | None:
        return segment_balanced(digits, row.slot.width)

    return [*segment_above_page_number(row.digits, cut), *segment_across_space(row.digits, cut)]
