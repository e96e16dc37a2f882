"""Tables whose separators are gone, read by what the form asserts about them.

No number begins with a zero, and rows, columns and proceedings add up. A cell on which all readings
agree is put down, inferred where the run alone has several; of the others nothing is put down but
what they may be.
"""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.binding.assignment import Bound
from govinfo.binding.unseparated.balanced_rows import balanced
from govinfo.binding.unseparated.merged_rows import parted
from govinfo.binding.unseparated.results import Left, put_down
from govinfo.binding.unseparated.rows import RunRow, rows_of_runs
from govinfo.binding.unseparated.solver import MOST_ROWS
from govinfo.binding.unseparated.table2 import Lost, by_themselves
from govinfo.binding.unseparated.table3 import applicants
from govinfo.binding.unseparated.table4 import proceedings

__all__ = ["put_runs"]


def put_runs(bound: Bound) -> None:
    """Put down what the runs of a page hold, as far as only one reading is left of them."""
    rows = rows_of_runs(bound)
    own = {
        table: [row for row in rows if row.slot.table == table]
        for table in ("requests", "review", "proactive")
    }
    requests = parted(bound, own["requests"])
    blanks = _shows_blanks([*requests, *own["review"], *own["proactive"]], requests)
    found = applicants(bound, requests, blanks=blanks)
    lost = Lost(blanks or any(map(_may_have_blanks, found)), any(map(_may_end_a_page, found)))
    for row in own["review"]:
        found.append(Left(row, proceedings(row, blanks=blanks, doubts=lost.blanks) or ()))
    found += by_themselves(bound, own["proactive"], lost)
    put_down(bound, found)


def _shows_blanks(rows: Sequence[RunRow], requests: Sequence[RunRow]) -> bool:
    """Whether blank cells left nothing behind in one row: then any other may be short of some.

    A run is too short, or has two spaces where a cell was, or more rows do not add up than a
    publisher gets wrong.
    """
    if any(row.characters < row.slot.width or row.has_gap for row in rows):
        return True
    return sum(balanced(row.digits, row.slot.width) == () for row in requests) > MOST_ROWS


def _may_have_blanks(left: Left) -> bool:
    """Whether a reading that is left has a blank cell, or none could be told."""
    return not left.readings or any(
        True for reading in left.readings for begin, end, _ in reading if begin == end
    )


def _may_end_a_page(left: Left) -> bool:
    """Whether a reading that is left ends before the last digit of its run."""
    return any(reading[-1][1] < len(left.row.digits.rstrip()) for reading in left.readings)
