"""Rows with words among their figures, whose sums do not hold.

Words may stand in the place of a figure (见附件), or between the figures of a row that has lost
one: those in between are then in the place of others. The row alone does not show which, but the
sums of its cells may, where those of the other rows hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from govinfo.binding.assignment import Bound, note_at, settle_illegible, span_of
from govinfo.figures import Address, Number, State, read_cell
from govinfo.forms.formulas import Equation
from govinfo.page import NOWHERE, ROW_END
from govinfo.text.scripts import HAN

__all__ = ["doubt_worded_rows"]


def doubt_worded_rows(bound: Bound) -> None:
    """Take the values of each row with words among its figures, if a sum of these breaks.

    What each cell may hold is what is printed in it or in the cells beside it.
    """
    read = {bound.tokens[place] for place in bound.places if place != NOWHERE}
    worded_cells = filter(HAN.search, read)
    words = {cell for cell in worded_cells if read_cell(cell).state is State.ILLEGIBLE}
    if not words:
        return
    addresses, places = (*bound.form.addresses, *bound.others), dict[Address, int]()
    values, worded = dict[str, Number | None](), set[str]()
    for index, (address, place) in enumerate(zip(addresses, bound.places, strict=True)):
        if index in bound.settled:
            values[address] = bound.settled[index].value
        elif place != NOWHERE:
            places[address], values[address] = place, read_cell(bound.tokens[place]).value
            if bound.tokens[place] in words:
                worded.add(address.rpartition(".")[0])
    broken = _rows_in_broken_sums(bound, values)
    doubted, line = worded & broken, _rows_of_one_line(bound, places)
    if worded & line and broken & line:
        # A figure that is lost from one row moves those of the rows behind it.
        doubted |= line
    for row in sorted(doubted):
        cells = [address for address in places if address.rpartition(".")[0] == row]
        for at, address in enumerate(cells):
            possible = (values[cell] for cell in (address, *cells[max(0, at - 1) : at + 2]))
            span = span_of(bound, [places[address]])
            settle_illegible(bound, addresses.index(address), span, possible)
        message = (
            f"{row} has words among its figures, and sums of its cells break: a figure may be "
            "lost, and others in its place"
        )
        note_at(bound, "row_width", message, [places[address] for address in cells])


def _rows_of_one_line(bound: Bound, places: Mapping[Address, int]) -> set[str]:
    """Return the rows of table 4, if they are printed beside each other."""
    own = {address: place for address, place in places.items() if address.table == "review"}
    tokens = bound.kinds[min(own.values(), default=0) : max(own.values(), default=0)]
    return set() if ROW_END in tokens else {address.rpartition(".")[0] for address in own}


def _rows_in_broken_sums(bound: Bound, values: Mapping[str, Number | None]) -> set[str]:
    """Return the rows, as `table.row`, in the sums that break of a table most of whose sums hold.

    Where most of them break, the figures do not add up whatever the words stand for.
    """
    rows, counts = dict[str, set[str]](), Counter[tuple[str, bool]]()
    for identity in bound.form.identities:
        for equation in identity.equations:
            is_broken = _is_broken(equation, values)
            counts[identity.table, is_broken] += 1
            if is_broken:
                own = rows.setdefault(identity.table, set())
                own |= {operand.address.rpartition(".")[0] for operand in equation.operands}
    return {
        row
        for table, own in rows.items()
        if counts[table, True] < counts[table, False]
        for row in own
    }


def _is_broken(equation: Equation, values: Mapping[str, Number | None]) -> bool:
    """Whether a sum does not hold, whatever the cells count in which no number was read."""
    known, has_gap = {1: Decimal(), -1: Decimal()}, {1: False, -1: False}
    for operand in equation.operands:
        value = values.get(operand.address)
        known[operand.sign] += value or 0
        has_gap[operand.sign] |= value is None
    left, right = known[1], known[-1]
    return (left > right and not has_gap[-1]) or (left < right and not has_gap[1])
