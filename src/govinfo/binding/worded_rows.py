"""Rows with words among their figures, whose sums do not hold.

Words may stand in the place of a figure (见附件), or between the figures of a row that has lost
one: those in between are then in the place of others. The row alone does not show which, but the
sums of its cells may, where those of the other rows hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from govinfo.binding.assignment import Bound, note_at, settle_illegible, span_of
from govinfo.figures import Address, Number, State, read_cell
from govinfo.forms.formulas import Equation
from govinfo.forms.schema import Form
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
    cells = _Cells.on(bound, words)
    broken, line = cells.rows_in_broken_sums(bound.form), cells.rows_of_one_line(bound.kinds)
    doubted = cells.worded & broken
    if cells.worded & line and broken & line:
        # A figure that is lost from one row moves those of the rows behind it.
        doubted |= line
    for row in sorted(doubted):
        cells.doubt(bound, row)


def _row_of(address: str) -> str:
    """Return the row of an address, as `table.row`."""
    return address.rpartition(".")[0]


@frozen
class _Cells:
    """The cells of a page as they were read so far."""

    addresses: tuple[Address, ...]
    """The addresses of the page, by their positions."""
    places: Mapping[Address, int]
    """The token of each cell that was read and is not settled."""
    values: Mapping[str, Number | None]
    """What each cell counts, settled or not; `None` where no number was read."""
    worded: set[str]
    """The rows with words among their cells."""

    @classmethod
    def on(cls, bound: Bound, words: set[str]) -> _Cells:
        """Return the cells of a page, on which these cells hold words."""
        addresses, places = (*bound.form.addresses, *bound.others), dict[Address, int]()
        values, worded = dict[str, Number | None](), set[str]()
        for index, (address, place) in enumerate(zip(addresses, bound.places, strict=True)):
            if index in bound.settled:
                values[address] = bound.settled[index].value
            elif place != NOWHERE:
                places[address], values[address] = place, read_cell(bound.tokens[place]).value
                if bound.tokens[place] in words:
                    worded.add(_row_of(address))
        return cls(addresses, places, values, worded)

    def rows_of_one_line(self, kinds: str) -> set[str]:
        """Return the rows of table 4, if they are printed beside each other."""
        own = [address for address in self.places if address.table == "review"]
        tokens = [self.places[address] for address in own]
        between = kinds[min(tokens, default=0) : max(tokens, default=0)]
        return set() if ROW_END in between else set(map(_row_of, own))

    def rows_in_broken_sums(self, form: Form) -> set[str]:
        """Return the rows in the sums that break of a table most of whose sums hold.

        Where most of them break, the figures do not add up whatever the words stand for.
        """
        rows, counts = dict[str, set[str]](), Counter[tuple[str, bool]]()
        for identity in form.identities:
            for equation in identity.equations:
                is_broken = self._is_broken(equation)
                counts[identity.table, is_broken] += 1
                if is_broken:
                    own = rows.setdefault(identity.table, set())
                    own |= {_row_of(operand.address) for operand in equation.operands}
        sound = (table for table in rows if counts[table, True] < counts[table, False])
        return {row for table in sound for row in rows[table]}

    def _is_broken(self, equation: Equation) -> bool:
        """Whether a sum does not hold, whatever the cells count in which no number was read."""
        known, has_gap = {1: Decimal(), -1: Decimal()}, {1: False, -1: False}
        for operand in equation.operands:
            value = self.values.get(operand.address)
            known[operand.sign] += value or 0
            has_gap[operand.sign] |= value is None
        left, right = known[1], known[-1]
        return (left > right and not has_gap[-1]) or (left < right and not has_gap[1])

    def doubt(self, bound: Bound, row: str) -> None:
        """Take the values of a row, with a note that says why."""
        cells = [address for address in self.places if _row_of(address) == row]
        for at, address in enumerate(cells):
            possible = (self.values[cell] for cell in (address, *cells[max(0, at - 1) : at + 2]))
            span = span_of(bound, [self.places[address]])
            settle_illegible(bound, self.addresses.index(address), span, possible)
        message = (
            f"{row} has words among its figures, and sums of its cells break: a figure may be "
            "lost, and others in its place"
        )
        note_at(bound, "row_width", message, [self.places[address] for address in cells])
