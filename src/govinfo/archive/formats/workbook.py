"""Excel: one workbook with a sheet for each table, one row per report, and the dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from attrs import define, field

from govinfo.archive.schemas import WRITTEN, WRITTEN_SCHEMAS, wide_labels
from govinfo.archive.wide import Wide
from govinfo.codebook import HEADS, dictionary
from govinfo.wording import Lang

__all__ = ["ExcelWriter"]

_SHEET_ROWS = 1_048_575
"""Rows that a sheet of Excel has, without the head."""
_WIDTH = 14
_WIDTHS = {"source_id": 36, "title": 40, "agency": 24, "message": 60, "sentence": 60, "error": 40}
_DICTIONARY_WIDTHS = dict(zip(HEADS["en"], (34, 40, 60, 8, 24, 60), strict=True))
"""How wide columns are, in characters; any other is `_WIDTH`."""
_A4 = 9
"""The number that a workbook gives this size of paper."""
_COMMENT = {"x_scale": 2, "y_scale": 0.4, "font_size": 9}


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
        heads = {column.name: column.label(self.lang) for column in WRITTEN[name]}
        rows = zip(*(column.to_pylist() for column in table.columns), strict=True)
        self._rows(name, heads, _WIDTHS, rows)
        self.wide.add(name, table)

    def _rows(
        self,
        name: str,
        heads: Mapping[str, str],
        widths: Mapping[str, int],
        rows: Iterable[Sequence[Any]],
    ) -> None:
        """Write the next rows of a sheet; `heads` has the label of each column by its name."""
        for row in rows:
            sheet = self._sheet(name, heads, widths)
            sheet[1] += 1
            for column, value in enumerate(row):
                if value is not None:
                    sheet[0].write(sheet[1], column, value)
        self._sheet(name, heads, widths)

    def _sheet(self, name: str, heads: Mapping[str, str], widths: Mapping[str, int]) -> list[Any]:
        """Return the sheet with room for one row more of a table."""
        sheet = self.sheets.get(name)
        if sheet is not None and sheet[1] < _SHEET_ROWS:
            return sheet
        if sheet is not None:
            sheet[0].autofilter(0, 0, sheet[1], len(heads) - 1)
        number = 1 if sheet is None else sheet[2] + 1
        made = self.book.add_worksheet(name if number == 1 else f"{name} {number}")
        made.freeze_panes(1, 1)
        made.set_landscape()
        made.set_paper(_A4)
        made.repeat_rows(0)  # on every page that is printed
        bold = self.book.add_format({"bold": True, "bg_color": "#EEF3F8", "text_wrap": True})
        for column, (own_name, head) in enumerate(heads.items()):
            made.set_column(column, column, widths.get(own_name, _WIDTH))
            made.write(0, column, head, bold)
            if head != own_name:
                # What programs and the dictionary call it is shown when the pointer rests on it.
                made.write_comment(0, column, own_name, _COMMENT)
        self.sheets[name] = [made, 0, number]
        return self.sheets[name]

    def close(self) -> dict[str, list[str]]:
        """Put the files in their place; return for each table their paths in the folder."""
        for name, schema in WRITTEN_SCHEMAS.items():
            if name not in self.sheets:
                self.write(name, schema.empty_table())
        labels, (heads, rows) = wide_labels(self.lang), self.wide.table()
        self._rows("wide", {head: labels[head] for head in heads}, _WIDTHS, rows)
        named = dict(zip(HEADS["en"], HEADS[self.lang], strict=True))
        self._rows("dictionary", named, _DICTIONARY_WIDTHS, dictionary(self.lang))
        for sheet, rows_in_it, _ in self.sheets.values():
            sheet.autofilter(0, 0, rows_in_it, sheet.dim_colmax or 0)
        self.book.close()
        (self.beside / "govinfo.xlsx").replace(self.out / "govinfo.xlsx")
        return {name: ["govinfo.xlsx"] for name in WRITTEN}
