"""A statutory table as the form prints it: lines under their headers, and the reach of labels.

Both the HTML and the plain text are drawn from this. It goes by the cells that a report has, so a
row of another form stands where the document has it.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from attrs import frozen

from govinfo.figures import Address, Figure, State
from govinfo.forms import FORMS, Block, Column, Row
from govinfo.model import Table

__all__ = ["Line", "Part", "parts"]

_LACKING = Figure(None, state=State.ABSENT)


@frozen
class Line:
    """One row of figures with the headers it stands under, outermost first."""

    row: Row
    above: tuple[Row, ...]
    cells: tuple[tuple[Address, Figure], ...]

    @classmethod
    def of(cls, table: Table, address: Address, block: Block) -> Line:
        """Return a row with a cell for each column of its block; another form's may lack some."""
        report = table.report
        beside = [Address(f"{address.table}.{address.row}.{column.id}") for column in block.columns]
        row, above = report.row(address), list[Row]()
        headers = {
            header.id: header
            for block in table.form.blocks
            for header in block.rows
            if header.header
        }
        parent = row.parent
        while parent in headers:
            above.insert(0, headers[parent])
            parent = headers[parent].parent
        # A report has no `get`, as a cell that its form has is always there.
        cells = tuple(
            (other, report[other] if other in report else _LACKING)  # noqa: SIM401
            for other in beside
        )
        return cls(row, tuple(above), cells)


@frozen
class Part:
    """Lines that share one set of column headers."""

    caption: str | None
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @property
    def depth(self) -> int:
        """How many columns the row labels need: one, and one more for each level of headers."""
        return 1 + max(len(line.above) for line in self.lines)

    def reach(self, number: int, level: int) -> int:
        """Return how many lines from here on stand under the same header; 0 if it began above."""
        header = self.lines[number].above[level]
        if number and header in self.lines[number - 1].above:
            return 0
        count = 0
        for line in self.lines[number:]:
            if header not in line.above:
                break
            count += 1
        return count


def parts(table: Table) -> tuple[Part, ...]:
    """Return the blocks of a table, in the order of the form."""
    drawn = []
    for _, addresses in groupby(table.addresses, key=lambda address: address.row):
        address = next(addresses)
        # The block that the cell belongs to, in the report's form or in another.
        block = next(
            block
            for known in (table.report.form, *FORMS)
            for other in known.tables
            if other.id == address.table
            for block in other.blocks
            if any(row.id == address.row for row in block.data_rows)
            and any(column.id == address.column for column in block.columns)
        )
        heads = [(column.label, column.group) for column in block.columns]
        drawn.append(((block.caption, heads), block.columns, Line.of(table, address, block)))
    found = list[Part]()
    # The units of columns may differ from row to row: what is printed above them is the same.
    for (caption, _), group in groupby(drawn, key=itemgetter(0)):
        lines = list(group)
        found.append(Part(caption, lines[0][1], tuple(line for _, _, line in lines)))
    return tuple(found)
