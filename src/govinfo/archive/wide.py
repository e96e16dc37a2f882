"""One row per report, gathered from the long table piece by piece."""

from __future__ import annotations

from array import array
from decimal import Decimal
from math import isnan, nan
from typing import Any

import pyarrow as pa
from attrs import define, field

from govinfo.archive.schemas import TABLES
from govinfo.codebook import dictionary
from govinfo.figures import amount_in
from govinfo.forms import form_by_id
from govinfo.frames import KEYS, MONEY, REGION
from govinfo.quantities import series
from govinfo.wording import Lang

__all__ = ["Wide", "wide_labels"]


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

    def comparable(self) -> tuple[list[str], list[list[Any]]]:
        """Return the same for the quantities that can be compared over the years."""
        found = []
        for key, row in zip(self.keys, self.rows, strict=True):
            form = form_by_id(key[list(KEYS).index("form")])
            cells = zip(self._order, row, strict=True)
            values = {cell: Decimal(repr(value)) for cell, value in cells if not isnan(value)}
            totals = [one.total(form, values) for one in series()]
            found.append([None if one is None else float(one) for one in totals])
        filled = [any(row[at] is not None for row in found) for at in range(len(series()))]
        order = sorted(range(len(series())), key=lambda at: not filled[at])
        rows = [
            [*self._head(key), *(row[at] for at in order)]
            for key, row in zip(self.keys, found, strict=True)
        ]
        return [*KEYS, *REGION, *(series()[at].name for at in order)], rows

    def _head(self, key: tuple[Any, ...]) -> tuple[Any, ...]:
        """The columns `KEYS` and `REGION` of a report."""
        return (*key, *self._places.get(key[0], (None,) * len(REGION)))


def wide_labels(lang: Lang) -> dict[str, str]:
    """Return what each column of the wide and the comparable table is called."""
    heads = {column.name: column.label(lang) for column in TABLES["reports"]}
    cells = {str(variable.address): variable.label for variable in dictionary(lang)}
    panel = {one.name: one.label(lang) for one in series()}
    return {name: heads[name] for name in (*KEYS, *REGION)} | cells | panel
