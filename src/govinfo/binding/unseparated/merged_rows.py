"""Rows that were merged: the labels of both stand together, and behind them the figures of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from govinfo.binding.assignment import Bound, note_at
from govinfo.binding.unseparated.balanced_rows import balanced
from govinfo.binding.unseparated.rows import RunRow

__all__ = ["parted", "row_above"]


def row_above(rows: Sequence[RunRow], row: RunRow) -> RunRow | None:
    """Return the row without figures whose label stands directly above that of a row, if there is one."""
    above = [other for other in rows if not other.digits and other.token == row.token - 1]
    return above[0] if row.digits and len(above) == 1 else None


def parted(bound: Bound, rows: Sequence[RunRow]) -> list[RunRow]:
    """Return the rows of table three, those that were merged parted at the one place where both add up.

    Where there is no such place, or more than one, a row whose figures may stand in that of another
    is left out: it is not blank, it is unread.
    """
    if all(row.digits for row in rows):
        return list(rows)
    kept = {row.slot.first: row for row in rows}
    for row in rows:
        merged = [other for other in rows if not other.digits and other.token == row.token - 1]
        if not row.digits or not merged or balanced(row.digits, row.slot.width) != ():
            continue
        for other in merged:
            del kept[other.slot.first]
        places = list(_places(row)) if len(merged) == 1 else []
        if len(places) == 1:
            upper = evolve(
                merged[0], digits=row.digits[: places[0]], token=row.token, begin=row.begin
            )
            lower = evolve(row, digits=row.digits[places[0] :], begin=row.begin + places[0])
            kept |= {upper.slot.first: upper, lower.slot.first: lower}
        names = " and ".join(f"{one.slot.table}.{one.slot.row}" for one in (*merged, row))
        note_at(
            bound,
            "rows_merged",
            f"the figures of {names} stand together behind their labels",
            [row.token],
        )
    return list(kept.values())


def _places(row: RunRow) -> Iterator[int]:
    """Where the figures of a row end that add up, and those of another one begin."""
    for place in range(row.slot.width, len(row.digits) - row.slot.width + 1):
        above, below = row.digits[:place], row.digits[place:]
        # A space between the two belongs to neither.
        if (
            not below[0].isspace()
            and balanced(above, row.slot.width)
            and balanced(below, row.slot.width)
        ):
            yield place
