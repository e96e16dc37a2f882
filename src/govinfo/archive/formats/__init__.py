"""The formats in which the tables of an archive are written.

A writer takes the tables piece by piece, writes them beside their place, and puts them there when
all is written: a run that is killed leaves the tables of the run before.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Protocol, TypeAlias

import pyarrow as pa
from attrs import frozen

from govinfo.archive.formats.databases import Duckdb, Sqlite
from govinfo.archive.formats.plain import Csv, Parquet
from govinfo.archive.formats.stata import Stata
from govinfo.archive.formats.workbook import ExcelWriter
from govinfo.archive.package import write_package
from govinfo.archive.store import writing
from govinfo.errors import MissingExtra
from govinfo.wording import Lang

__all__ = ["FORMATS", "Folder", "Writer", "require_packages"]

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
            except Exception as error:
                if _OF_A_FULL_DISK.isdisjoint(kind.__name__ for kind in type(error).__mro__):
                    raise
                raise OSError(str(error)) from error
            finally:
                shutil.rmtree(beside, ignore_errors=True)


_OF_A_FULL_DISK = frozenset({"FileCreateError", "OperationalError", "ReadstatError"})
"""What the packages of the formats raise, by name, where a file cannot be written."""

FORMATS: Mapping[str, Callable[[Path, Path, Lang], Writer]] = {
    "parquet": Parquet,
    "csv": Csv,
    "xlsx": ExcelWriter,
    "dta": Stata,
    "sqlite": Sqlite,
    "duckdb": Duckdb,
}
"""The formats by name, and what makes a writer of each."""

_PACKAGES: Mapping[str, tuple[str, ...]] = {
    "xlsx": ("xlsxwriter",),
    "dta": ("pandas", "pyreadstat"),
    "duckdb": ("duckdb",),
}
"""What the formats need beside pyarrow."""
_EXTRAS = {"dta": "stata"}
"""The extra with these packages, where it has another name than the format."""


def require_packages(name: str) -> None:
    """Say before anything is read which extra a format lacks.

    Args:
        name: The format.

    Raises:
        MissingExtra: The packages for it are not installed.

    """
    for package in _PACKAGES.get(name, ()):
        try:
            import_module(package)
        except ImportError as error:
            raise MissingExtra(name, _EXTRAS.get(name, name)) from error
