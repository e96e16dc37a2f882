"""Parquet and CSV: a folder or a file for each table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import define, field

from govinfo.archive.schemas import WRITTEN_SCHEMAS
from govinfo.rendering.spreadsheet import csv_text
from govinfo.wording import Lang

__all__ = ["Csv", "Parquet"]


@define
class Parquet:
    """A folder for each table, with a file for each piece."""

    out: Path
    beside: Path
    lang: Lang
    pieces: dict[str, int] = field(factory=dict)

    def write(self, name: str, table: pa.Table) -> None:
        """Take the next rows of a table."""
        number = self.pieces[name] = self.pieces.get(name, -1) + 1
        (self.beside / name).mkdir(exist_ok=True)
        path = self.beside / name / f"part-{number:05}.parquet"
        pq.write_table(table, path, compression="zstd")

    def close(self) -> dict[str, list[str]]:
        """Put the files in their place; return for each table their paths in the folder."""
        for name, schema in WRITTEN_SCHEMAS.items():
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
class Csv:
    """A file for each table, in UTF-8 with the mark by which spreadsheets know it."""

    out: Path
    beside: Path
    lang: Lang
    files: dict[str, Any] = field(factory=dict)

    def write(self, name: str, table: pa.Table) -> None:
        """Take the next rows of a table."""
        if name not in self.files:
            self.files[name] = (self.beside / f"{name}.csv").open(
                "w", encoding="utf-8-sig", newline=""
            )
            self.files[name].write(csv_text([WRITTEN_SCHEMAS[name].names]))
        columns = list[list[Any]]()
        for column in table.columns:
            values: list[Any] = column.to_pylist()
            if pa.types.is_floating(column.type):  # whole numbers without a point
                values = [
                    int(one) if one is not None and one == int(one) else one for one in values
                ]
            elif pa.types.is_boolean(column.type):  # truths as words
                values = [None if one is None else str(one).lower() for one in values]
            columns.append(values)
        self.files[name].write(csv_text(zip(*columns, strict=True)))

    def close(self) -> dict[str, list[str]]:
        """Put the files in their place; return for each table their paths in the folder."""
        for name, schema in WRITTEN_SCHEMAS.items():
            if name not in self.files:
                self.write(name, schema.empty_table())
            self.files[name].close()
            (self.beside / f"{name}.csv").replace(self.out / f"{name}.csv")
        return {name: [f"{name}.csv"] for name in self.files}
