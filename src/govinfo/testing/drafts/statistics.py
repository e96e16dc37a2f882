"""The figures of an annex of statistics: totals sum up their parts, and parts have bounds."""

from __future__ import annotations

from decimal import Decimal

from govinfo.figures import Number
from govinfo.forms import FormTable, Kind
from govinfo.testing.drafts.draft import Dice

__all__ = ["statistics"]

_SUMS = (
    "answered_denied",
    "requests_answered",
    "requests_received",
    "reconsideration",
    "litigation",
    "staff",
)
"""Rows that are the sum of those under them, the innermost first."""
_MAGNITUDES = (0, 9, 0, 99, 2_600)


def statistics(table: FormTable, dice: Dice) -> dict[str, Number]:
    """Return a figure for every cell of an annex; one over all years is no less than the last's."""
    ids = [column.id for column in table.blocks[0].columns]
    first = _column(table, dice)
    values = {f"{table.id}.{row}.{ids[0]}": value for row, value in first.items()}
    for other in ids[1:]:
        more = _column(table, dice)
        values |= {f"{table.id}.{row}.{other}": value + more[row] for row, value in first.items()}
    return values


def _column(table: FormTable, dice: Dice) -> dict[str, Number]:
    """The figures of one column; sums of two such columns add up as well."""
    money = {
        row.id
        for block in table.blocks
        for row in block.rows
        if block.columns[0].kind is Kind.MONEY
    }
    rows = [row for row in table.rows if not row.header]
    cells: dict[str, Number] = {row.id: dice.randint(0, dice.choice(_MAGNITUDES)) for row in rows}
    # In the order of the rows: the order of a set differs from run to run, and with it what the
    # dice give.
    cells |= {row.id: Decimal(dice.randint(0, 9999)) / 100 for row in rows if row.id in money}
    parents = {row.id: row.parent for row in rows}
    for total in _SUMS:
        parts = [row for row, parent in parents.items() if parent == total]
        if parts:
            cells[total] = sum(cells[part] for part in parts)
    if "requests_concluded" in cells:  # as many requests are concluded as are answered
        answered = int(cells["requests_answered"])
        extended = dice.randint(0, answered)
        cells |= {
            "requests_concluded": answered,
            "concluded_extended": extended,
            "concluded_on_time": answered - extended,
        }
    # What is disclosed is as much as all channels disclosed; a part is no more than its whole.
    cells["proactive_total"] = sum(cells[row] for row in cells if row.startswith("channel_"))
    for part, whole in parents.items():
        if whole in cells and whole not in _SUMS:
            cells[part] = min(cells[part], cells[whole])
    return cells
