"""SQLite and DuckDB: one file with the tables, and views of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pyarrow as pa
from attrs import define, field

from govinfo.archive.schemas import WRITTEN, WRITTEN_SCHEMAS
from govinfo.codebook import dictionary
from govinfo.figures import YUAN
from govinfo.frames import KEYS, MONEY, REGION
from govinfo.wording import Lang

__all__ = ["Duckdb", "Sqlite"]

_VIEWS = """
CREATE VIEW long AS SELECT * FROM figures;
CREATE VIEW findings_by_body AS
    SELECT agency, year, rule, severity, verdict, count(*) AS findings
    FROM findings GROUP BY agency, year, rule, severity, verdict;
"""


def _wide_view() -> str:
    """Return the view with one row per report and one column per cell of any form."""
    # A column of money has one unit, whatever a report prints.
    worth = " ".join(f"WHEN '{unit}' THEN {yuan}.0" for unit, yuan in YUAN.items())
    amounts = {
        one.address: f"value * CASE unit {worth} END / {YUAN[one.unit]}"
        for one in dictionary()
        if one.address in MONEY
    }
    columns = ",\n".join(
        f"    max(CASE WHEN \"table\" || '.' || \"row\" || '.' || \"column\" = '{one.address}' "
        f'THEN {amounts.get(one.address, "value")} END) AS "{one.name}"'
        for one in dictionary()
    )
    heads = ", ".join(f"reports.{name}" for name in (*KEYS, *REGION))
    names = ", ".join(f'cells."{one.name}"' for one in dictionary())
    return (
        f"CREATE VIEW wide AS SELECT {heads}, {names}\n"
        f"FROM reports LEFT JOIN (SELECT source_id,\n{columns}\n"
        "FROM figures GROUP BY source_id) AS cells\n"
        "ON cells.source_id = reports.source_id WHERE reports.status = 'read';"
    )


_SQL_TYPES = {
    "text": "TEXT",
    "whole": "INTEGER",
    "number": "REAL",
    "date": "TEXT",
    "truth": "INTEGER",
}


@define
class Sqlite:
    """One database with the tables and the views `long`, `wide` and `findings_by_body`."""

    out: Path
    beside: Path
    lang: Lang
    database: sqlite3.Connection = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.database = sqlite3.connect(self.beside / "govinfo.sqlite")
        for name, columns in WRITTEN.items():
            listed = ", ".join(f'"{one.name}" {_SQL_TYPES[one.holds]}' for one in columns)
            self.database.execute(f'CREATE TABLE "{name}" ({listed})')
        self.database.execute(
            "CREATE TABLE dictionary (name, address, label, unit, forms, comparable)"
        )
        self.database.executemany(
            "INSERT INTO dictionary VALUES (?,?,?,?,?,?)", dictionary(self.lang)
        )
        self.database.executescript(_VIEWS + _wide_view())

    def write(self, name: str, table: pa.Table) -> None:
        """Take the next rows of a table."""
        columns = (
            [one.isoformat() if hasattr(one, "isoformat") else one for one in column.to_pylist()]
            for column in table.columns
        )
        marks = ",".join("?" * table.num_columns)
        self.database.executemany(
            f'INSERT INTO "{name}" VALUES ({marks})', zip(*columns, strict=True)
        )

    def close(self) -> dict[str, list[str]]:
        """Put the files in their place; return for each table their paths in the folder."""
        self.database.execute("CREATE INDEX figures_source ON figures (source_id)")
        self.database.commit()
        self.database.close()
        (self.beside / "govinfo.sqlite").replace(self.out / "govinfo.sqlite")
        return {name: ["govinfo.sqlite"] for name in WRITTEN}


@define
class Duckdb:
    """One database as SQLite has it, with the types of Arrow."""

    out: Path
    beside: Path
    lang: Lang
    database: Any = None

    def __attrs_post_init__(self) -> None:
        import duckdb

        self.database = duckdb.connect(str(self.beside / "govinfo.duckdb"))
        for name, schema in WRITTEN_SCHEMAS.items():
            self.database.register("piece", schema.empty_table())
            self.database.execute(f'CREATE TABLE "{name}" AS SELECT * FROM piece')
            for column in WRITTEN[name]:
                label = column.label(self.lang).replace("'", "''")
                self.database.execute(f"COMMENT ON COLUMN {name}.\"{column.name}\" IS '{label}'")
        variables = dictionary(self.lang)
        self.database.execute(
            "CREATE TABLE dictionary (name TEXT, address TEXT, label TEXT, unit TEXT, forms TEXT, "
            "comparable TEXT)"
        )
        self.database.executemany("INSERT INTO dictionary VALUES (?,?,?,?,?,?)", list(variables))
        self.database.execute(_VIEWS + _wide_view())

    def write(self, name: str, table: pa.Table) -> None:
        """Take the next rows of a table."""
        self.database.register("piece", table)
        self.database.execute(f'INSERT INTO "{name}" SELECT * FROM piece')

    def close(self) -> dict[str, list[str]]:
        """Put the files in their place; return for each table their paths in the folder."""
        self.database.close()
        (self.beside / "govinfo.duckdb").replace(self.out / "govinfo.duckdb")
        return {name: ["govinfo.duckdb"] for name in WRITTEN}
