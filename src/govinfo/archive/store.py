"""The store of an archive: what was read so far, in parts that are whole or not there at all.

A part is a folder with a Parquet file for each table. It is written beside the others and then
renamed, so a killed run leaves no half of one. The table `reports` of the parts is the ledger: it
says which bytes of which source were read, and by which version.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from attrs import define, field

from govinfo.archive.schemas import SCHEMAS, Tables, reader_version
from govinfo.errors import UnwritableArchive

__all__ = ["Kept", "Store", "writing"]

_ABOUT = "about.json"
_HALF = "half-"
"""The beginning of the name of a part that is being written."""
_DIGITS = 6
_TABLES_AT_HAND = 24
"""Tables that are kept in memory while parts are read again and again."""


class Kept(NamedTuple):
    """A source that was read before."""

    digest: str
    part: int


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


@define
class Store:
    """The parts of one archive, below its folder."""

    folder: Path
    options: Mapping[str, str | bool]
    """What else the tables depend on: whether rules were applied, and the language."""
    _tables: OrderedDict[tuple[int, str], pa.Table] = field(factory=OrderedDict)

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
        return cls(folder, {"version": reader_version(), **options})

    def parts(self) -> list[int]:
        """Return the numbers of the parts that this version read with these options, in order."""
        numbers = sorted(int(part.name) for part in self.folder.iterdir() if part.name.isdigit())
        return [number for number in numbers if self._about(number) == self.options]

    def ledger(self) -> dict[str, Kept]:
        """Return the sources that were read, each with the last part that holds it.

        A source that could not be opened, or whose process died, is tried again.
        """
        found = dict[str, Kept]()
        for part in self.parts():
            table = self._read(part, "reports", ["source_id", "sha256", "status"])
            for source_id, digest, status in zip(
                *(table[name].to_pylist() for name in table.column_names), strict=True
            ):
                found.pop(source_id, None)
                if digest is not None and status != "lost":
                    found[source_id] = Kept(digest, part)
        return found

    def places(self) -> dict[str, int]:
        """Return for each source the last part that holds it, whatever became of it."""
        return {
            source_id: part
            for part in self.parts()
            for source_id in self._read(part, "reports", ["source_id"])["source_id"].to_pylist()
        }

    def add(self, batches: Sequence[Tables]) -> int:
        """Write some batches as a new part, and return its number."""
        taken = [int(part.name) for part in self.folder.iterdir() if part.name.isdigit()]
        number = max(taken, default=-1) + 1
        half = self.folder / f"{_HALF}{os.getpid()}"
        with writing(self.folder):
            try:
                half.mkdir()
                for name, schema in SCHEMAS.items():
                    table = pa.Table.from_batches([batch[name] for batch in batches], schema)
                    pq.write_table(table, half / f"{name}.parquet", compression="zstd")
                (half / _ABOUT).write_text(json.dumps(dict(self.options)), "utf-8")
                half.rename(self._path(number))
            finally:
                shutil.rmtree(half, ignore_errors=True)
        return number

    def rows(self, name: str, sources: Sequence[str], places: Mapping[str, int]) -> pa.Table:
        """Return the rows of a table that are about these sources, in the order of the sources."""
        by_part = dict[int, list[str]]()
        for source_id in sources:
            by_part.setdefault(places[source_id], []).append(source_id)
        found = []
        for part, wanted in by_part.items():
            table = self._table(part, name)
            found.append(table.filter(pc.is_in(table["source_id"], pa.array(wanted, pa.string()))))
        table = pa.concat_tables([SCHEMAS[name].empty_table(), *found])
        rank = pc.index_in(table["source_id"], pa.array(sources, pa.string()))
        # Arrow sorts stably: the rows of one source keep their order.
        return table.take(pc.sort_indices(rank)).cast(SCHEMAS[name])

    def columns(self, name: str, part: int, columns: Sequence[str]) -> pa.Table:
        """Return some columns of a table of one part."""
        return self._read(part, name, columns)

    def _table(self, part: int, name: str) -> pa.Table:
        """Return a table of a part; those that were asked for of late are at hand."""
        key = part, name
        if key in self._tables:
            self._tables.move_to_end(key)
            return self._tables[key]
        table = self._tables[key] = self._read(part, name, None)
        if len(self._tables) > _TABLES_AT_HAND:
            self._tables.popitem(last=False)
        return table

    def _read(self, part: int, name: str, columns: Iterable[str] | None) -> pa.Table:
        path = self._path(part) / f"{name}.parquet"
        return pq.read_table(path, columns=None if columns is None else list(columns))

    def _about(self, part: int) -> object:
        try:
            return json.loads((self._path(part) / _ABOUT).read_text("utf-8"))
        except (OSError, ValueError):
            return None

    def _path(self, part: int) -> Path:
        return self.folder / f"{part:0{_DIGITS}}"
