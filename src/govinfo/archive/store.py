"""The store of an archive: what was read so far, in parts that are whole or not there at all.

A part is a folder with an Arrow file for each table. It is written beside the others and then
renamed, so a killed run leaves no half of one. The table `reports` of the parts is the ledger: it
says which bytes of which source were read, and by which version.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from attrs import define, field

from govinfo.archive.schemas import SCHEMAS, STORED, Tables, reader_version
from govinfo.errors import UnwritableArchive

__all__ = ["Kept", "Store", "alone", "places_of", "writing"]

_ABOUT = "about.json"
_HALF = "half-"
"""The beginning of the name of a part that is being written."""
_DIGITS = 6
_TABLES_AT_HAND = 10
"""Tables that are kept in memory while parts are read again and again."""
_LAYOUT = "arrow"
"""How parts are written; those that were written otherwise are not read."""
_COMPRESSED = pa.ipc.IpcWriteOptions(compression="zstd")


class Kept(NamedTuple):
    """A source that was read before: the last part that holds it, and its reports there."""

    digest: str | None
    """Of the bytes that were read; `None` if the source is to be tried again."""
    part: int
    reports: list[str]
    """The `source_id` of each report: that of the source, and those of the reports behind it."""
    was_read: bool
    """Whether it gave a report."""


class _Table(NamedTuple):
    """A table of a part, and the rows of each source: the first, and the one after the last."""

    rows: pa.Table
    places: Mapping[str, tuple[int, int]]


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system says of a full disk or a forbidden folder into one clear error."""
    try:
        yield
    except OSError as error:
        raise UnwritableArchive(
            f"{str(path)!r} cannot be written: {error.strerror or error}. What was read so far is "
            "kept: make room, or give the right to write there, and run the same command again."
        ) from error


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Keep other runs out of a folder; the system lets them in when this process ends or dies."""
    home = out / ".govinfo"
    with writing(out):
        home.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        try:
            # A database locks its file in a way that every system has, and no killed run leaves.
            lock = sqlite3.connect(home / "lock", timeout=0, isolation_level=None)
            held.enter_context(closing(lock)).execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            # On a drive that has no locks, and where nothing can be written, it goes on without.
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise UnwritableArchive(
                    f"another run is writing into {str(out)!r}. Wait until it has ended, or name "
                    "another folder."
                ) from error
        yield


@define
class Store:
    """The parts of one archive, below its folder."""

    folder: Path
    options: Mapping[str, str | bool]
    """What else the tables depend on: whether rules were applied, and the language."""
    _tables: OrderedDict[tuple[int, str], _Table] = field(factory=OrderedDict)

    @classmethod
    def at(cls, out: Path, options: Mapping[str, str | bool], *, fresh: bool) -> Store:
        """Return the store of an archive, without what a killed run left half written."""
        folder = out / ".govinfo" / "parts"
        with writing(out):
            if fresh:
                shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
            for half in folder.glob(f"{_HALF}*"):
                shutil.rmtree(half)
        return cls(folder, {"version": reader_version(), "layout": _LAYOUT, **options})

    def parts(self) -> list[int]:
        """Return the numbers of the parts that this version read with these options, in order."""
        numbers = sorted(int(part.name) for part in self.folder.iterdir() if part.name.isdigit())
        return [number for number in numbers if self._about(number) == self.options]

    def ledger(self) -> dict[str, Kept]:
        """Return the sources that were read, each as the last part has it."""
        columns = ("source_id", "within", "sha256", "status")
        found = dict[str, Kept]()
        for part in self.parts():
            table = self.columns("reports", part, columns)
            for report, within, digest, status in zip(
                *(table[name].to_pylist() for name in columns), strict=True
            ):
                if within is None:
                    # What could not be opened, and what a process died of, is tried again.
                    tried = None if status == "lost" else digest
                    found[report] = Kept(tried, part, [report], status == "read")
                else:
                    found[within].reports.append(report)
        return found

    def add(self, batches: Sequence[Tables]) -> int:
        """Write some batches as a new part, and return its number."""
        taken = [int(part.name) for part in self.folder.iterdir() if part.name.isdigit()]
        number = max(taken, default=-1) + 1
        half = self.folder / f"{_HALF}{os.getpid()}"
        with writing(self.folder):
            try:
                half.mkdir()
                for name, schema in STORED.items():
                    table = pa.Table.from_batches([batch[name] for batch in batches], schema)
                    table = table.unify_dictionaries().combine_chunks()
                    with (
                        pa.OSFile(str(half / f"{name}.arrow"), "wb") as file,
                        pa.ipc.new_file(file, table.schema, options=_COMPRESSED) as writer,
                    ):
                        writer.write_table(table)
                (half / _ABOUT).write_text(json.dumps(dict(self.options)), "utf-8")
                half.rename(self._path(number))
            finally:
                shutil.rmtree(half, ignore_errors=True)
        return number

    def rows(self, name: str, reports: Sequence[str], places: Mapping[str, int]) -> pa.Table:
        """Return the rows of a table that are about these reports, in this order."""
        found = [STORED[name].empty_table()]
        table, begin, end = found[0], 0, 0
        for report in reports:
            there = self._table(places[report], name)
            if report not in there.places:
                continue
            first, last = there.places[report]
            if there.rows is table and first == end:
                end = last
                continue
            # Rows that stand together are taken together, and nothing is copied.
            found.append(table.slice(begin, end - begin))
            table, begin, end = there.rows, first, last
        found.append(table.slice(begin, end - begin))
        return pa.concat_tables(found).cast(SCHEMAS[name])

    def columns(self, name: str, part: int, columns: Sequence[str]) -> pa.Table:
        """Return some columns of a table of one part."""
        return self._read(part, name, columns)

    def _table(self, part: int, name: str) -> _Table:
        """Return a table of a part; the last few that were asked for stay in memory."""
        key = part, name
        if key in self._tables:
            self._tables.move_to_end(key)
            return self._tables[key]
        rows = self._read(part, name, None)
        table = self._tables[key] = _Table(rows, places_of(rows))
        if len(self._tables) > _TABLES_AT_HAND:
            self._tables.popitem(last=False)
        return table

    def _read(self, part: int, name: str, columns: Iterable[str] | None) -> pa.Table:
        fields = None if columns is None else [STORED[name].names.index(one) for one in columns]
        options = pa.ipc.IpcReadOptions(included_fields=fields)
        with pa.OSFile(str(self._path(part) / f"{name}.arrow")) as file:
            return pa.ipc.open_file(file, options=options).read_all()

    def _about(self, part: int) -> object:
        try:
            return json.loads((self._path(part) / _ABOUT).read_text("utf-8"))
        except (OSError, ValueError):
            return None

    def _path(self, part: int) -> Path:
        return self.folder / f"{part:0{_DIGITS}}"


def places_of(table: pa.Table) -> dict[str, tuple[int, int]]:
    """Return the rows of each source; they stand together."""
    column = table["source_id"].combine_chunks()
    names = None
    if pa.types.is_dictionary(column.type):
        names, column = column.dictionary.to_pylist(), column.indices
    runs = pc.run_end_encode(column)
    found, begin = dict[str, tuple[int, int]](), 0
    for end, value in zip(runs.run_ends.to_pylist(), runs.values.to_pylist(), strict=True):
        found[value if names is None else names[value]] = begin, end
        begin = end
    return found
