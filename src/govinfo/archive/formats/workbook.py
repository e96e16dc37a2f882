"""Excel: one workbook with a sheet for each table, one row per report, and the dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from attrs import define, field

from govinfo.archive.schemas import SCHEMAS, TABLES, label_of
from govinfo.archive.wide import Wide, wide_labels
from govinfo.codebook import dictionary
from govinfo.consistency.messages import Lang

__all__ = ["ExcelWriter"]

_SHEET_ROWS = 1_048_575
"""Rows that a sheet of Excel has, without the head."""
_WIDTHS = {"source_id": 36, "title": 40, "agency": 24, "message": 60, "sentence": 60, "error": 40}


@define
class ExcelWriter:
    """A workbook with a sheet for each table, one row per report, and the dictionary."""

    out: Path
    beside: Path
    lang: Lang
    book: Any = None
    sheets: dict[str, list[Any]] = field(factory=dict)
    """For each table the sheet that is being written, the rows in it, and its number."""
    wide: Wide = field(factory=Wide)

    def __attrs_post_init__(self) -> None:
        from xlsxwriter import Workbook as Book

        # Rows are written as they come; texts are never formulas or links.
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_date_format": "yyyy-mm-dd",
        }
        self.book = Book(str(self.beside / "govinfo.xlsx"), options)

    def write(self, name: str, table: pa.Table) -> None:
        """Take the next rows of a table."""
        heads = [label_of(column, self.lang) for column in TABLES[name]]
        widths = [_WIDTHS.get(column.name, 14) for column in TABLES[name]]
        self._rows(
            name, heads, widths, zip(*(column.to_pylist() for column in table.columns), strict=True)
        )
        self.wide.add(name, table)

    def _rows(
        self, name: str, heads: list[str], widths: list[int], rows: Iterable[Sequence[Any]]
    ) -> None:
        for row in rows:
            sheet = self._sheet(name, heads, widths)
            sheet[1] += 1
            for column, value in enumerate(row):
                if value is not None:
                    sheet[0].write(sheet[1], column, value)
        self._sheet(name, heads, widths)

    def _sheet(self, name: str, heads: list[str], widths: list[int]) -> list[Any]:
        """Return the sheet with room for one row more of a table."""
        sheet = self.sheets.get(name)
        if sheet is not None and sheet[1] < _SHEET_ROWS:
            return sheet
        if sheet is not None:
            sheet[0].autofilter(0, 0, sheet[1], len(heads) - 1)
        number = 1 if sheet is None else sheet[2] + 1
        made = self.book.add_worksheet(name if number == 1 else f"{name} {number}")
        made.freeze_panes(1, 1)
        bold = self.book.add_format({"bold": True, "bg_color": "#EEF3F8", "text_wrap": True})
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            made.set_column(column, column, width)
            made.write(0, column, head, bold)
        self.sheets[name] = [made, 0, number]
        return self.sheets[name]

    def close(self) -> dict[str, list[str]]:
        """Put the files in their place; return for each table their paths in the folder."""
        for name, schema in SCHEMAS.items():
            if name not in self.sheets:
                self.write(name, schema.empty_table())
        labels = wide_labels(self.lang)
        heads, rows = self.wide.table()
        self._rows("wide", [labels[head] for head in heads], [14] * len(heads), rows)
        heads, rows = self.wide.comparable()
        self._rows("comparable", [labels[head] for head in heads], [14] * len(heads), rows)
        variables = dictionary(self.lang)
        self._rows("dictionary", list(variables[0]._fields), [34, 40, 60, 8, 24, 60], variables)
        for sheet, rows_in_it, _ in self.sheets.values():
            sheet.autofilter(0, 0, rows_in_it, sheet.dim_colmax or 0)
        self.book.close()
        (self.beside / "govinfo.xlsx").replace(self.out / "govinfo.xlsx")
        return {name: ["govinfo.xlsx"] for name in SCHEMAS}
