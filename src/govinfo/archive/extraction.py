"""The extraction: every source of an archive into tables, by several processes, as often as needed.

Workers read and return Arrow tables; this process writes them. A run that was killed goes on where
it was, sources whose bytes are unchanged are not read again, and the tables are the same whatever
the order, the number of workers and the interruptions were.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from functools import partial
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Literal, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc
from attrs import define, field, frozen

from govinfo.archive.batch import ArchiveSource, lost_source, tables_of
from govinfo.archive.formats import FORMATS, Folder, require_packages
from govinfo.archive.panel import PanelEntry, findings_across
from govinfo.archive.schemas import SCHEMAS, WRITTEN_SCHEMAS, Tables, encoded
from govinfo.archive.store import Kept, Store, alone
from govinfo.archive.wide import comparable_rows
from govinfo.errors import BadArgument, is_one_of, one_of, require_language
from govinfo.frames import storable
from govinfo.pool import CannotTravel, map_chunks
from govinfo.sources import counted, iterated, source_id_of
from govinfo.text import Source
from govinfo.wording import Lang

__all__ = ["Progress", "Summary", "extract"]

Format: TypeAlias = Literal["parquet", "csv", "xlsx", "dta", "sqlite", "duckdb"]
Chunk: TypeAlias = list[ArchiveSource]
_CHUNK = 16
"""Sources that go to a process at once."""
_SOURCES_A_PART = 500
"""Sources after which what was read is written; so many are in memory at once."""
_SHARE_LOST = 0.1
"""It is written anyway after this share of the time of the run: no more is lost by a kill."""
_SECONDS_A_PART = 1.0, 10.0
"""At least so many seconds, lest the parts are many and small, and at most so many."""


@frozen
class Progress:
    """How far an extraction is."""

    done: int
    """Sources that are dealt with, those known from before among them."""
    total: int | None
    """All sources; `None` while their number is unknown."""
    errors: int
    """Sources that gave no report, so far, those known from before among them."""
    seconds: float
    """The time since the extraction began."""


@frozen
class Summary:
    """What became of the sources of an archive."""

    out: Path
    """The folder with the tables."""
    sources: int
    """All sources."""
    unchanged: int
    """Those of which an earlier run knew the bytes; they were not read again."""
    status: Mapping[str, int]
    """How many sources were `read`, were `not_a_report`, `failed`, or were `lost`."""
    cells: Mapping[str, int]
    """How many cells are `printed`, `blank`, `not_applicable`, `illegible` and `absent`."""
    findings: Mapping[str, int]
    """How many findings break each rule."""
    more: int
    """How many reports stand behind another one of the same source."""

    @property
    def read(self) -> int:
        """The number of sources that gave a report."""
        return self.status.get("read", 0)

    @property
    def failed(self) -> int:
        """The number of sources that could not be opened, decoded or read."""
        return self.status.get("failed", 0) + self.status.get("lost", 0)

    def text(self, lang: Lang = "zh") -> str:
        """Return the summary in a few lines."""
        require_language(lang)
        told = _TOLD[lang]
        rows = [
            (told["sources"], self.sources),
            (told["unchanged"], self.unchanged),
            *((told[name], count) for name, count in self.status.items()),
            *([(told["more"], self.more)] if self.more else []),
            *((told[name], count) for name, count in self.cells.items()),
        ]
        colon, comma = ("：", "，") if lang == "zh" else (": ", ", ")
        broken = comma.join(f"{rule} {count}" for rule, count in self.findings.items())
        lines = [f"{name}{colon}{count:,}" for name, count in rows]
        lines += [f"{told['findings']}{colon}{broken or 0}", f"{told['out']}{colon}{self.out}"]
        return "\n".join(lines if self.read == self.sources else [*lines, told["why"]])


_TOLD: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "sources": "来源",
        "unchanged": "内容未变，未重新读取",
        "read": "读出年度报告",
        "not_a_report": "不是年度报告",
        "failed": "未能读取",
        "lost": "读取进程两次中止",
        "more": "同一来源中的其他报告",
        "printed": "有数字的单元格",
        "blank": "空白单元格",
        "not_applicable": "“不适用”单元格",
        "illegible": "无法辨认的单元格",
        "absent": "文中没有的单元格",
        "findings": "不成立的规则",
        "out": "结果",
        "why": "有的来源没有读出报告，原因见 reports 表的 error 列。",
    },
    "en": {
        "sources": "sources",
        "unchanged": "unchanged, not read again",
        "read": "reports read",
        "not_a_report": "no annual report",
        "failed": "could not be read",
        "lost": "process died twice",
        "more": "reports behind another of the same source",
        "printed": "cells with a number",
        "blank": "blank cells",
        "not_applicable": "cells that say not applicable",
        "illegible": "cells that cannot be read",
        "absent": "cells that are absent",
        "findings": "rules that are broken",
        "out": "tables",
        "why": "The column error of the table reports says why a source gave no report.",
    },
}


def extract(  # noqa: PLR0913 - one for each thing that can be chosen
    sources: Iterable[Source],
    out: str | os.PathLike[str],
    *,
    workers: int | None = None,
    check: bool = True,
    format: Format = "parquet",  # noqa: A002 - the word that people look for
    resume: bool = True,
    progress: Callable[[Progress], None] | None = None,
    lang: Lang = "zh",
) -> Summary:
    """Read an archive into tables in a folder.

    Args:
        sources: Any iterable of what `parse` takes. A path that comes twice is read once.
        out: The folder of the tables; it is made if it is not there.
        workers: How many processes read; by default one for each processor.
        check: Whether to apply the rules, also across years and levels of government.
        format: `parquet` (a folder a table), `csv` (UTF-8 with a byte-order mark), `xlsx`, `dta`
            (Stata), `sqlite` or `duckdb`.
        resume: Whether to keep what an earlier run in this folder read. A source is read again if
            its bytes, the version of the library, or the options `check` and `lang` differ.
        progress: A function that is told how far the extraction is, several times a second at most.
        lang: The language of messages, errors and labels, `zh` or `en`.

    Returns:
        What became of the sources. The folder then holds the tables `reports`, `figures`, `claims`,
        `notes` and `findings` in the order of the names of the sources, with `datapackage.json` and
        `dictionary.csv`.

    Raises:
        BadArgument: An argument is none of those listed here.
        MissingExtra: The packages for this format are not installed.
        UnwritableArchive: The folder cannot be written, the disk is full, or another run is writing
            there. What was read so far is kept.

    """
    require_language(lang)
    if not is_one_of(format, FORMATS):
        raise one_of("`format`", format, tuple(FORMATS))
    if progress is not None and not callable(progress):
        raise BadArgument(
            f"`progress` is of type {type(progress).__name__}; "
            "a function that is told how far it is was wanted."
        )
    require_packages(format)
    folder = Folder(Path(out), FORMATS[format], lang)
    processes = counted(os.cpu_count() or 1 if workers is None else workers)
    with alone(folder.path):
        store = Store.at(folder.path, {"check": bool(check), "lang": lang}, fresh=not resume)
        run = _Run(store, bool(check), lang, progress)
        run.total = len(sources) if isinstance(sources, Sized) else None
        run.read(iterated(sources), processes)
        return run.finish(folder, processes)


@frozen
class _Lost:
    """A chunk whose process died twice, or that cannot be handed to a process."""

    chunk: Chunk
    trouble: Exception


@define
class _Run:
    """One run over the sources of an archive."""

    store: Store
    check: bool
    lang: Lang
    progress: Callable[[Progress], None] | None
    total: int | None = None
    names: dict[str, str] = field(factory=dict)
    """The sources of this run, in the order in which they came."""
    unchanged: int = 0
    done: int = 0
    errors: int = 0
    begun: float = field(factory=monotonic)
    _unread_before: set[str] = field(factory=set)
    """The sources that gave no report to an earlier run."""
    _pending: list[Tables] = field(factory=list)
    _written: float = field(factory=monotonic)

    def read(self, sources: Iterator[Source], workers: int) -> None:
        """Read all sources, and write what was read, also when the run is interrupted."""
        chunks = self._chunks(sources, self.store.ledger())
        lost = list[_Lost]()
        try:
            for names, tables in self._made(chunks, workers, lost):
                self._take(tables, names)
            singles = [[item] for one in lost for item in one.chunk]
            lost_alone = list[_Lost]()
            for names, tables in self._made(iter(singles), workers, lost_alone):
                self._take(tables, names)
            for one in lost_alone:
                tables = encoded(lost_source(one.chunk[0].source_id, str(one.trouble), self.lang))
                self._take(tables, [one.chunk[0].source_id])
        finally:
            self._write()

    def finish(self, folder: Folder, workers: int) -> Summary:
        """Write the tables of all sources of this run, in the order of their names."""
        store, ledger = self.store, self.store.ledger()
        sources = sorted(name for name in self.names if name in ledger)
        places = {report: ledger[name].part for name in sources for report in ledger[name].reports}
        head = store.rows("reports", list(places), places)
        across = SCHEMAS["findings"].empty_table()
        if self.check:
            across = findings_across(
                store, PanelEntry.each_of(head), places, lang=self.lang, workers=workers
            )
        broken = self._write_tables(folder, places, _Repeated.of(head), across)
        alone = head.filter(pc.is_null(head["within"]))
        states = ("printed", "blank", "not_applicable", "illegible", "absent")
        return Summary(
            folder.path,
            len(self.names),
            self.unchanged,
            dict(Counter(_words(alone["status"]))),
            {state: pc.sum(head[state]).as_py() or 0 for state in states},
            dict(sorted(broken.items())),
            len(head) - len(alone),
        )

    def _write_tables(
        self, folder: Folder, places: Mapping[str, int], same: _Repeated, across: pa.Table
    ) -> Counter[str]:
        """Write the rows of all reports, and return how many findings break each rule."""
        reports, broken = list(places), Counter[str]()
        with folder.writing() as write:
            # So many sources are in memory at once.
            for begin in range(0, len(reports), _SOURCES_A_PART):
                group = reports[begin : begin + _SOURCES_A_PART]
                tables = dict[str, pa.Table]()
                for name in SCHEMAS:
                    table = self.store.rows(name, group, places)
                    if name == "reports":
                        table = same.marked(table)
                    elif name == "findings":
                        # Those across years and levels stand behind the others of the same source.
                        ids = pa.array(group, pa.string())
                        own = across.filter(pc.is_in(across["source_id"], ids))
                        table = pa.concat_tables([table, own])
                        table = table.take(pc.sort_indices(pc.index_in(table["source_id"], ids)))
                        breaks = table.filter(pc.equal(table["verdict"], "broken"))
                        broken.update(_words(breaks["rule"]))
                    write(name, table)
                    tables[name] = table
                panel = comparable_rows(
                    tables["reports"], tables["figures"], WRITTEN_SCHEMAS["comparable"]
                )
                write("comparable", panel)
        return broken

    def _chunks(self, sources: Iterator[Source], ledger: Mapping[str, Kept]) -> Iterator[Chunk]:
        """Yield the sources in chunks, each source once, with the digest that is known of it."""
        items = self._items(sources, ledger)
        while chunk := list(islice(items, _CHUNK)):
            yield chunk

    def _items(
        self, sources: Iterator[Source], ledger: Mapping[str, Kept]
    ) -> Iterator[ArchiveSource]:
        for number, source in enumerate(sources):
            named = source_id_of(number, source)
            source_id = storable(named)
            if self.names.get(source_id, named) != named:
                # Another file has this name in the other encoding.
                source_id = named.encode("utf-8", "backslashreplace").decode("utf-8")
            if source_id in self.names:
                self.done += 1
                continue
            self.names[source_id] = named
            known = ledger.get(source_id)
            if known is not None and not known.was_read:
                self._unread_before.add(source_id)
            yield ArchiveSource(source_id, source, None if known is None else known.digest)

    def _made(
        self, chunks: Iterator[Chunk], workers: int, lost: list[_Lost]
    ) -> Iterator[tuple[list[str], Tables]]:
        """Yield the names and the tables of each chunk; `lost` takes deadly chunks."""
        read = partial(_read, check=self.check, lang=self.lang)
        if workers == 1:
            yield from map(read, chunks)
            return
        results: Iterator[tuple[list[str], Tables] | _Lost] = map_chunks(
            read, chunks, workers=workers, otherwise=_Lost
        )
        for result in results:
            if not isinstance(result, _Lost):
                yield result
            elif isinstance(result.trouble, CannotTravel):
                yield read(result.chunk)
            else:
                lost.append(result)

    def _take(self, tables: Tables, names: Sequence[str]) -> None:
        """Keep the tables of some sources, write them in time, and tell how far the run is."""
        reports = tables["reports"]
        unchanged = set(names).difference(_words(reports["source_id"]))
        self.done += len(names)
        self.unchanged += len(unchanged)
        self.errors += len(unchanged & self._unread_before)
        self.errors += sum(status != "read" for status in _words(reports["status"]))
        if reports.num_rows:
            self._pending.append(tables)
        waiting = sum(batch["reports"].num_rows for batch in self._pending)
        now, (least, most) = monotonic(), _SECONDS_A_PART
        patience = max(least, min(most, _SHARE_LOST * (now - self.begun)))
        if waiting >= _SOURCES_A_PART or now - self._written > patience:
            self._write()
        if self.progress is not None:
            self.progress(Progress(self.done, self.total, self.errors, monotonic() - self.begun))

    def _write(self) -> None:
        if self._pending:
            self.store.add(self._pending)
            self._pending = []
        self._written = monotonic()


@frozen
class _Repeated:
    """Which sources repeat another."""

    by_source: Mapping[str, tuple[str | None, str | None]]
    """For each source that repeats another the one with its bytes, and the one with its report."""

    @classmethod
    def of(cls, head: pa.Table) -> _Repeated:
        """Return which of these reports repeat another."""
        by_digest = dict[tuple[str, str], str]()
        by_report = dict[tuple[str, int], list[tuple[str, str | None]]]()
        found = dict[str, tuple[str | None, str | None]]()
        names = ("source_id", "within", "sha256", "agency", "year", "region_code")
        columns = (head[name].to_pylist() for name in names)
        for source_id, within, digest, agency, year, place in zip(*columns, strict=True):
            # The second report of a source repeats the second one of another with the same bytes.
            key = digest, source_id.removeprefix(within or source_id)
            bytes_of = by_digest.setdefault(key, source_id) if digest else source_id
            report_of = source_id
            if agency is not None and year is not None:
                # Bodies of one name in two places are two bodies.
                several = by_report.setdefault((agency, year), [])
                alike = (one for one, other in several if other is None or place in {None, other})
                report_of = next(alike, source_id)
                several.append((source_id, place))
            if bytes_of != source_id:
                found[source_id] = bytes_of, None
            elif report_of != source_id:
                found[source_id] = None, report_of
        return cls(found)

    def marked(self, table: pa.Table) -> pa.Table:
        """Return rows of `reports` that say which other source they repeat."""
        pairs = [
            self.by_source.get(source_id, (None, None))
            for source_id in table["source_id"].to_pylist()
        ]
        for place, name in enumerate(("duplicate_of", "same_report_as")):
            index = table.schema.get_field_index(name)
            column = pa.array([pair[place] for pair in pairs], pa.string())
            table = table.set_column(index, SCHEMAS["reports"].field(name), column)
        return table


def _read(chunk: Chunk, *, check: bool, lang: Lang) -> tuple[list[str], Tables]:
    """Return the names of some sources, and their tables."""
    return [one.source_id for one in chunk], encoded(tables_of(chunk, check=check, lang=lang))


def _words(column: pa.ChunkedArray | pa.Array) -> list[str]:
    words: list[str] = column.to_pylist()
    return words
