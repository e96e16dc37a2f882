"""The cells of two reports that differ: by their number, or by what stands there instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from govinfo.comparison.changes import CellChange, Difference
from govinfo.comparison.edits import differing_tables, settled, unread_tables
from govinfo.figures import YUAN, Figure, Number, State
from govinfo.model import Report

__all__ = ["cell_changes"]


def cell_changes(
    before: Report, after: Report, rules: Mapping[str, tuple[str, ...]]
) -> Iterator[CellChange]:
    """Yield the cells that differ, in the order of the later form, then those of the earlier."""
    earlier, later = before.figures(), after.figures()
    unread = [unread_tables(report) for report in (before, after)]
    hidden, found = differing_tables(before, after), list[CellChange]()
    for address in dict.fromkeys((*later, *earlier)):
        one, other = earlier.get(address), later.get(address)
        change = _change(one, other)
        if change in {Difference.LOST, Difference.ADDED} and one is not None and other is not None:
            lacking = unread[change is Difference.LOST]
            change = Difference.UNREAD if address.table in lacking else change
        elif change is None and address.table in hidden and _is_absent(one) and _is_absent(other):
            change = Difference.UNREAD
        if change is not None:
            found.append(CellChange(address, change, one, other, rules.get(address, ())))
    yield from settled(found, before, after)


def _change(before: Figure | None, after: Figure | None) -> Difference | None:
    """Return what became of a cell; `None` if it says the same in both reports."""
    is_there = [not _is_absent(figure) for figure in (before, after)]
    if before is None or after is None or not all(is_there):
        if is_there[0] == is_there[1]:
            return None
        return Difference.LOST if is_there[0] else Difference.ADDED
    if State.ILLEGIBLE in {before.state, after.state}:
        same = (before.state, _words(before)) == (after.state, _words(after))
        return None if same else Difference.UNREAD
    same = before.state == after.state and _amount(before) == _amount(after)
    return None if same else Difference.CHANGED


def _is_absent(figure: Figure | None) -> bool:
    return figure is None or figure.state == State.ABSENT


def _words(figure: Figure) -> str:
    return "".join(figure.raw.split())


def _amount(figure: Figure) -> Number | None:
    """Return the number of a figure; money in 元, whatever unit is printed."""
    if figure.value is None or figure.unit not in YUAN:
        return figure.value
    return Decimal(figure.value) * YUAN[figure.unit]
