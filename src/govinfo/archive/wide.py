"""One row per report, gathered from the long table: all cells, or what can be compared."""

from __future__ import annotations

from array import array
from decimal import Decimal
from math import isnan, nan
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from attrs import define, field

from govinfo.codebook import dictionary
from govinfo.figures import amount_in
from govinfo.forms import FORMS, form_by_id
from govinfo.frames import KEYS, MONEY, REGION
from govinfo.quantities import series

__all__ = ["Wide", "comparable_rows"]


@define
class Wide:
    """The rows so far: the head of each report, and the value of each cell of any form."""

    keys: list[tuple[Any, ...]] = field(factory=list)
    rows: list[array[float]] = field(factory=list)
    _order: dict[str, int] = field(
        factory=lambda: {one.address: number for number, one in enumerate(dictionary())}
    )

    _money: dict[str, str] = field(
        factory=lambda: {one.address: one.unit for one in dictionary() if one.address in MONEY}
    )
    """The unit of each cell that holds money."""

    _places: dict[str, tuple[str | None, ...]] = field(factory=dict)
    """The columns `REGION` of each source of which they are known."""

    _at: dict[str, int] = field(factory=dict)
    """The row of each report."""

    def add(self, name: str, table: pa.Table) -> None:
        """Take the next rows of a table of the archive; `reports` come before their figures."""
        if name == "reports":
            self._add_reports(table)
        elif name == "figures":
            self._add_figures(table)

    def _add_reports(self, reports: pa.Table) -> None:
        """Begin a row for each report, also for one without any cell."""
        names = ("status", *KEYS, *REGION)
        for status, *known in zip(*(reports[name].to_pylist() for name in names), strict=True):
            if status != "read":
                continue
            key, place = known[: len(KEYS)], known[len(KEYS) :]
            self._at[key[0]] = len(self.keys)
            self.keys.append(tuple(key))
            self.rows.append(array("d", [nan]) * len(self._order))
            if any(place):
                self._places[key[0]] = tuple(place)

    def _add_figures(self, figures: pa.Table) -> None:
        """Take some rows of the long table."""
        names = ("source_id", "table", "row", "column", "value", "unit")
        for source, table, row, column, value, unit in zip(
            *(figures[name].to_pylist() for name in names), strict=True
        ):
            address = f"{table}.{row}.{column}"
            found = value
            if address in self._money:
                found = amount_in(self._money[address], value, unit)
            if found is not None:
                self.rows[self._at[source]][self._order[address]] = float(found)

    def table(self) -> tuple[list[str], list[list[Any]]]:
        """Return the names of the columns, and the rows; columns without any figure stand last."""
        filled = [any(not isnan(row[at]) for row in self.rows) for at in range(len(self._order))]
        order = sorted(self._order.values(), key=lambda at: not filled[at])
        addresses = list(self._order)
        heads = [*KEYS, *REGION, *(addresses[at] for at in order)]
        rows = [
            [*self._head(key), *(None if isnan(row[at]) else row[at] for at in order)]
            for key, row in zip(self.keys, self.rows, strict=True)
        ]
        return heads, rows

    def _head(self, key: tuple[Any, ...]) -> tuple[Any, ...]:
        """The columns `KEYS` and `REGION` of a report."""
        return (*key, *self._places.get(key[0], (None,) * len(REGION)))


def comparable_rows(reports: pa.Table, figures: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the quantities that can be compared over the years, a row for each report.

    Args:
        reports: Rows of the table `reports`; sources without a report have no row.
        figures: All rows of the table `figures` of these reports.
        schema: The columns of the result, with their types and labels.

    """
    values = dict[str, dict[str, Decimal]]()
    names = ("source_id", "table", "row", "column", "value", "unit")
    for source, table, row, column, value, unit in zip(
        *(figures[name].to_pylist() for name in names), strict=True
    ):
        address = f"{table}.{row}.{column}"
        if value is None or address not in _COMPARED:
            continue
        number = Decimal(repr(value))
        amount = amount_in(_COMPARED[address], number, unit) if address in MONEY else number
        if amount is not None:
            values.setdefault(source, {})[address] = Decimal(amount)
    read = reports.filter(pc.equal(reports["status"], "read"))
    columns = {name: read[name].to_pylist() for name in (*KEYS, *REGION)}
    forms = [form_by_id(form) for form in columns["form"]]
    for one in series():
        totals = (
            one.total(form, values.get(source, {}))
            for source, form in zip(columns["source_id"], forms, strict=True)
        )
        number_of = int if one.counts else float
        columns[one.name] = [None if total is None else number_of(total) for total in totals]
    return pa.table(columns, schema=schema)


_COMPARED = {
    address: one.unit
    for one in dictionary()
    for address in [str(one.address)]
    if any(
        address in quantity.quantity.cells_of(form)
        for quantity in series()
        for form in FORMS
        if form.id in quantity.forms
    )
}
"""The unit of each cell that a quantity is made of."""
