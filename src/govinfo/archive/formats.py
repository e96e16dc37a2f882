"""The formats in which the tables of an archive are written.

A writer takes the tables piece by piece, writes them beside their place, and puts them there when
all is written: a run that is killed leaves the tables of the run before.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import define, field, frozen

from govinfo.archive.package import write_package
from govinfo.archive.schemas import SCHEMAS, TABLES
from govinfo.archive.store import writing
from govinfo.archive.wide import Wide
from govinfo.codebook import dictionary
from govinfo.consistency.messages import Lang
from govinfo.errors import MissingExtra
from govinfo.rendering.spreadsheet import csv_text

__all__ = ["FORMATS", "Folder", "Writer"]

Write: TypeAlias = Callable[[str, pa.Table], None]


class Writer(Protocol):
    """Writes the tables of an archive in one format."""

    def write(self, name: str, table: pa.Table) -> None:
        """Take the next rows of a table."""

    def close(self) -> dict[str, list[str]]:
        """Put the files in their place; return for each table their paths in the folder."""


@frozen
class Folder:
    """The folder of the tables, with their format and the language of their labels."""

    path: Path
    make: Callable[[Path, Path, Lang], Writer]
    """Makes a writer for the folder, which works in the second folder until it closes."""
    lang: Lang

    @contextmanager
    def writing(self) -> Iterator[Write]:
        """Give a function that takes the next rows of a table; the end puts all in place."""
        beside = self.path / ".govinfo" / "new"
        with writing(self.path):
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(parents=True)
            try:
                writer = self.make(self.path, beside, self.lang)
                yield writer.write
                write_package(self.path, writer.close(), self.lang)
            finally:
                shutil.rmtree(beside, ignore_errors=True)


@define
class _Parquet:
    """A folder for each table, with a file for each piece."""

    out: Path
    beside: Path
    lang: Lang
    pieces: dict[str, int] = field(factory=dict)

    def write(self, name: str, table: pa.Table) -> None:
        number = self.pieces[name] = self.pieces.get(name, -1) + 1
        (self.beside / name).mkdir(exist_ok=True)
        path = self.beside / name / f"part-{number:05}.parquet"
        pq.write_table(table, path, compression="zstd")

    def close(self) -> dict[str, list[str]]:
        for name, schema in SCHEMAS.items():
            if name not in self.pieces:
                self.write(name, schema.empty_table())
            old = self.beside / f"old-{name}"
            if (self.out / name).exists():
                (self.out / name).rename(old)
            (self.beside / name).rename(self.out / name)
        return {
            name: [f"{name}/part-{number:05}.parquet" for number in range(last + 1)]
            for name, last in self.pieces.items()
        }


@define
class _Csv:
    """A file for each table, in UTF-8 with the mark by which spreadsheets know it."""

    out: Path
    beside: Path
    lang: Lang
    files: dict[str, Any] = field(factory=dict)

    def write(self, name: str, table: pa.Table) -> None:
        if name not in self.files:
            self.files[name] = (self.beside / f"{name}.csv").open("w", encoding="utf-8-sig", newline="")
            self.files[name].write(csv_text([SCHEMAS[name].names]))
        columns = (_texts(column) for column in table.columns)
        self.files[name].write(csv_text(zip(*columns, strict=True)))

    def close(self) -> dict[str, list[str]]:
        for name, schema in SCHEMAS.items():
            if name not in self.files:
                self.write(name, schema.empty_table())
            self.files[name].close()
            os.replace(self.beside / f"{name}.csv", self.out / f"{name}.csv")
        return {name: [f"{name}.csv"] for name in self.files}


def _texts(column: pa.ChunkedArray) -> list[Any]:
    """Return a column as CSV has it: whole numbers without a point, truths as words."""
    values = column.to_pylist()
    if pa.types.is_floating(column.type):
        return [int(one) if one is not None and one == int(one) else one for one in values]
    if pa.types.is_boolean(column.type):
        return [None if one is None else str(one).lower() for one in values]
    return values


_SHEET_ROWS = 1_048_575
"""Rows that a sheet of Excel has, without the head."""
_WIDTHS = {"source_id": 36, "title": 40, "agency": 24, "message": 60, "sentence": 60, "error": 40}


@define
class _Workbook:
    """A workbook with a sheet for each table, one row per report, and the dictionary."""

    out: Path
    beside: Path
    lang: Lang
    book: Any = None
    sheets: dict[str, list[Any]] = field(factory=dict)
    """For each table the sheet that is being written, the rows in it, and its number."""
    wide: Wide = field(factory=Wide)

    def __attrs_post_init__(self) -> None:
        try:
            from xlsxwriter import Workbook
        except ImportError as error:
            raise MissingExtra("xlsx", "xlsx") from error
        # Rows are written as they come; texts are never formulas or links.
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_date_format": "yyyy-mm-dd",
        }
        self.book = Workbook(str(self.beside / "govinfo.xlsx"), options)

    def write(self, name: str, table: pa.Table) -> None:
        heads = [_label(column, self.lang) for column in TABLES[name]]
        widths = [_WIDTHS.get(column.name, 14) for column in TABLES[name]]
        self._rows(name, heads, widths, zip(*(column.to_pylist() for column in table.columns), strict=True))
        if name == "figures":
            self.wide.add(table)

    def _rows(self, name: str, heads: list[str], widths: list[int], rows: Any) -> None:  # noqa: ANN401
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
        for name, schema in SCHEMAS.items():
            if name not in self.sheets:
                self.write(name, schema.empty_table())
        labels = {variable.address: variable.label for variable in dictionary(self.lang)}
        heads, rows = self.wide.table()
        keys = [_label(column, self.lang) for column in TABLES["figures"][:4]]
        self._rows("wide", [*keys, *(labels[one] for one in heads[4:])], [14] * len(heads), rows)
        variables = dictionary(self.lang)
        self._rows("dictionary", list(variables[0]._fields), [34, 40, 60, 8, 24, 60], variables)
        for sheet, rows_in_it, _ in self.sheets.values():
            sheet.autofilter(0, 0, rows_in_it, sheet.dim_colmax or 0)
        self.book.close()
        os.replace(self.beside / "govinfo.xlsx", self.out / "govinfo.xlsx")
        return {name: ["govinfo.xlsx"] for name in SCHEMAS}


def _label(column: Any, lang: Lang) -> str:  # noqa: ANN401 - a column of a table
    label: str = column.zh if lang == "zh" else column.en
    return label


_STATA_ROWS = 500_000
"""Rows of one file for Stata; a longer table has several files."""
_STATA_TEXT = 2045
"""Bytes of the longest text that Stata keeps in a column of fixed width."""


@define
class _Stata:
    """A file for each table, and one with a row per report, with labels of variables and values."""

    out: Path
    beside: Path
    lang: Lang
    tables: dict[str, list[pa.Table]] = field(factory=dict)
    written: dict[str, list[str]] = field(factory=dict)
    wide: Wide = field(factory=Wide)

    def __attrs_post_init__(self) -> None:
        try:
            import pandas as pd  # noqa: F401
            import pyreadstat  # noqa: F401
        except ImportError as error:
            raise MissingExtra("dta", "stata") from error

    def write(self, name: str, table: pa.Table) -> None:
        self.tables.setdefault(name, []).append(table)
        if name == "figures":
            self.wide.add(table)
        if sum(piece.num_rows for piece in self.tables[name]) >= _STATA_ROWS:
            self._flush(name)

    def _flush(self, name: str) -> None:
        """Write the rows of a table that wait."""
        table = pa.concat_tables([SCHEMAS[name].empty_table(), *self.tables.pop(name, [])])
        labels = {column.name: _label(column, self.lang) for column in TABLES[name]}
        number = len(self.written.setdefault(name, []))
        file = f"{name}.dta" if number == 0 else f"{name}-{number + 1}.dta"
        self._file(file, {one: table[one].to_pylist() for one in table.column_names}, labels)
        self.written[name].append(file)

    def _file(self, file: str, columns: dict[str, list[Any]], labels: dict[str, str]) -> None:
        import pandas as pd
        import pyreadstat

        frame, codes = pd.DataFrame(), dict[str, dict[int, str]]()
        prepared = {}
        for name, values in columns.items():
            if name in _CODED:
                words = _CODED[name]
                numbers = {word: number for number, word in enumerate(words, 1)}
                prepared[name] = pd.Series([numbers.get(one) for one in values], dtype="float64")
                codes[name] = {numbers[word]: say[self.lang] for word, say in words.items()}
            else:
                prepared[name] = _stata_series(values)
        frame = pd.DataFrame(prepared)
        pyreadstat.write_dta(
            frame,
            str(self.beside / file),
            column_labels=[labels[name][:80] for name in frame.columns],
            variable_value_labels=codes,
        )

    def close(self) -> dict[str, list[str]]:
        for name in SCHEMAS:
            if self.tables.get(name) or name not in self.written:
                self._flush(name)
        heads, rows = self.wide.table()
        variables = {variable.address: variable for variable in dictionary(self.lang)}
        keys = {column.name: _label(column, self.lang) for column in TABLES["figures"][:4]}
        names = [*heads[:4], *(variables[one].name for one in heads[4:])]
        labels = keys | {variables[one].name: variables[one].label for one in heads[4:]}
        columns = dict(zip(names, map(list, zip(*rows, strict=True)) if rows else [[] for _ in names], strict=True))
        self._file("wide.dta", columns, labels)
        for file in [*(one for files in self.written.values() for one in files), "wide.dta"]:
            os.replace(self.beside / file, self.out / file)
        return dict(self.written)


def _stata_series(values: list[Any]) -> Any:  # noqa: ANN401 - a series of pandas
    """Return a column as pyreadstat takes it: texts without gaps, numbers as floats."""
    import pandas as pd

    present = [one for one in values if one is not None]
    if present and isinstance(present[0], str):
        return pd.Series([_cut(one or "") for one in values], dtype="object")
    if present and hasattr(present[0], "isoformat"):
        return pd.Series([None if one is None else one.isoformat() for one in values]).fillna("")
    return pd.Series([None if one is None else float(one) for one in values], dtype="float64")


def _cut(text: str) -> str:
    """Return as much of a text as Stata keeps."""
    return text.encode()[:_STATA_TEXT].decode("utf-8", "ignore")


_CODED: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "state": {
        "printed": {"zh": "有数字", "en": "number printed"},
        "blank": {"zh": "空白", "en": "blank"},
        "not_applicable": {"zh": "不适用", "en": "not applicable"},
        "illegible": {"zh": "无法辨认", "en": "illegible"},
        "absent": {"zh": "缺失", "en": "absent"},
    },
    "origin": {
        "read": {"zh": "读出", "en": "read"},
        "inferred": {"zh": "推得", "en": "inferred"},
    },
    "severity": {
        "error": {"zh": "错误", "en": "error"},
        "warning": {"zh": "警告", "en": "warning"},
        "info": {"zh": "提示", "en": "info"},
    },
    "verdict": {
        "holds": {"zh": "相符", "en": "holds"},
        "broken": {"zh": "不符", "en": "broken"},
        "unassessable": {"zh": "无法核对", "en": "cannot be assessed"},
    },
}
"""Columns of few words, which Stata has as numbers with labels."""

_VIEWS = """
CREATE VIEW long AS SELECT * FROM figures;
CREATE VIEW findings_by_body AS
    SELECT agency, year, rule, severity, verdict, count(*) AS findings
    FROM findings GROUP BY agency, year, rule, severity, verdict;
"""


def _wide_view() -> str:
    """Return the view with one row per report and one column per cell of any form."""
    columns = ",\n".join(
        f"    max(CASE WHEN \"table\" || '.' || \"row\" || '.' || \"column\" = '{one.address}' "
        f'THEN value END) AS "{one.name}"'
        for one in dictionary()
    )
    return (
        f"CREATE VIEW wide AS SELECT source_id, agency, year, form,\n{columns}\n"
        "FROM figures GROUP BY source_id, agency, year, form;"
    )


_SQL_TYPES = {"text": "TEXT", "whole": "INTEGER", "number": "REAL", "date": "TEXT", "truth": "INTEGER"}


@define
class _Sqlite:
    """One database with the tables and the views `long`, `wide` and `findings_by_body`."""

    out: Path
    beside: Path
    lang: Lang
    database: sqlite3.Connection = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.database = sqlite3.connect(self.beside / "govinfo.sqlite")
        for name, columns in TABLES.items():
            listed = ", ".join(f'"{one.name}" {_SQL_TYPES[one.holds]}' for one in columns)
            self.database.execute(f'CREATE TABLE "{name}" ({listed})')
        self.database.execute("CREATE TABLE dictionary (name, address, label, unit, forms, comparable)")
        self.database.executemany("INSERT INTO dictionary VALUES (?,?,?,?,?,?)", dictionary(self.lang))
        self.database.executescript(_VIEWS + _wide_view())

    def write(self, name: str, table: pa.Table) -> None:
        columns = (map(_plain, column.to_pylist()) for column in table.columns)
        marks = ",".join("?" * table.num_columns)
        self.database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', zip(*columns, strict=True))  # noqa: S608

    def close(self) -> dict[str, list[str]]:
        self.database.execute("CREATE INDEX figures_source ON figures (source_id)")
        self.database.commit()
        self.database.close()
        os.replace(self.beside / "govinfo.sqlite", self.out / "govinfo.sqlite")
        return {name: ["govinfo.sqlite"] for name in SCHEMAS}


def _plain(value: Any) -> Any:  # noqa: ANN401 - what a cell of a table holds
    return value.isoformat() if hasattr(value, "isoformat") else value


@define
class _Duckdb:
    """One database as SQLite has it, with the types of Arrow."""

    out: Path
    beside: Path
    lang: Lang
    database: Any = None

    def __attrs_post_init__(self) -> None:
        try:
            import duckdb
        except ImportError as error:
            raise MissingExtra("duckdb", "duckdb") from error
        self.database = duckdb.connect(str(self.beside / "govinfo.duckdb"))
        for name, schema in SCHEMAS.items():
            self.database.register("piece", schema.empty_table())
            self.database.execute(f'CREATE TABLE "{name}" AS SELECT * FROM piece')  # noqa: S608
        variables = dictionary(self.lang)
        self.database.execute(
            "CREATE TABLE dictionary (name TEXT, address TEXT, label TEXT, unit TEXT, forms TEXT, "
            "comparable TEXT)"
        )
        self.database.executemany("INSERT INTO dictionary VALUES (?,?,?,?,?,?)", list(variables))
        self.database.execute(_VIEWS + _wide_view())

    def write(self, name: str, table: pa.Table) -> None:
        self.database.register("piece", table)
        self.database.execute(f'INSERT INTO "{name}" SELECT * FROM piece')  # noqa: S608

    def close(self) -> dict[str, list[str]]:
        self.database.close()
        os.replace(self.beside / "govinfo.duckdb", self.out / "govinfo.duckdb")
        return {name: ["govinfo.duckdb"] for name in SCHEMAS}


FORMATS: Mapping[str, Callable[[Path, Path, Lang], Writer]] = {
    "parquet": _Parquet,
    "csv": _Csv,
    "xlsx": _Workbook,
    "dta": _Stata,
    "sqlite": _Sqlite,
    "duckdb": _Duckdb,
}
"""The formats by name, and what makes a writer of each."""
