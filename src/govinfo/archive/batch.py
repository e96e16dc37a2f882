"""A batch: some sources become Arrow tables, in this process and without any state."""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
from attrs import evolve, field, frozen

from govinfo.archive.schemas import SCHEMAS, Tables, finding_columns, reader_version
from govinfo.cells import CellColumns
from govinfo.consistency.runner import check as check_reports
from govinfo.errors import BadArgument, GovInfoError, NotAReport, require_language
from govinfo.figures import State
from govinfo.frames import REGION, LongTable, region_of, storable
from govinfo.listings import LISTINGS, Row
from govinfo.model import Report
from govinfo.sources import Reading, iterated, source_id_of, worker_lost
from govinfo.text import Source, read_source
from govinfo.wording import Lang

__all__ = [
    "ArchiveSource",
    "lost_source",
    "read_batch",
    "tables_of",
]


Columns = dict[str, list[Any]]


@frozen
class ArchiveSource:
    """One source of an archive: its name, and the digest of it that was read before."""

    source_id: str
    source: Source
    known: str | None = None
    """If the bytes still have this SHA-256, the source need not be read again."""

    @classmethod
    def each_of(cls, batch: pa.RecordBatch) -> Iterator[ArchiveSource]:
        """Yield the sources of a batch of Arrow; `BadArgument` where it has no column of them."""
        names = batch.schema.names
        held = next((name for name in ("content", "path") if name in names), None)
        if held is None or "source_id" not in names:
            raise BadArgument(
                f"the batch has the columns {', '.join(names)}; wanted are `source_id`, and "
                "`content` (text or bytes) or `path`"
            )
        for source_id, source in zip(batch["source_id"], batch[held], strict=True):
            given = source.as_py()
            yield cls(str(source_id), Path(given) if held == "path" else given)

    def name_behind(self, number: int) -> str:
        """Return what a further report of it is called: `x#2`, or `x##2` beside a file `x#2`."""
        sign = "#"
        while isinstance(self.source, os.PathLike) and os.path.lexists(
            f"{os.fsdecode(self.source)}{sign}{number}"
        ):
            sign += "#"
        return f"{self.source_id}{sign}{number}"

    def outcomes(self) -> Iterator[_Outcome]:
        """Yield each report of a source, or why there is none; nothing if its bytes are known."""
        try:
            content = read_source(self.source)
        except GovInfoError as error:
            yield _Outcome(self.source_id, "", 0, error=error, status="failed")
            return
        data = content.data
        given = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
        found = sha256(given).hexdigest()
        if found == self.known:
            return
        from govinfo.reading import parse_all  # noqa: PLC0415 - known bytes are not read

        whole = _Outcome(self.source_id, found, len(given))
        try:
            # The bytes that were hashed are the bytes that are read, whatever happens to the file.
            reports = parse_all(data if isinstance(data, str) else _Named(data, content.name))
        except NotAReport as error:
            yield evolve(whole, error=error, status="not_a_report")
        except Exception as error:  # noqa: BLE001 - whatever a plug-in raises, an archive goes on
            yield evolve(whole, error=error, status="failed")
        else:
            yield evolve(whole, report=reports[0])
            for number, report in enumerate(reports[1:], 2):
                name = self.name_behind(number)
                yield evolve(whole, source_id=name, report=report, within=self.source_id)


@frozen
class _Outcome:
    """What became of one source, or of one of the reports that it holds."""

    source_id: str
    digest: str
    size: int
    report: Report | None = None
    error: Exception | None = None
    status: str = "read"
    within: str | None = None


@frozen
class _Made:
    """All that one report gives to the tables, or a source that gave none."""

    row: Row
    figures: LongTable = field(factory=lambda: LongTable.of(()))
    claims: Sequence[Row] = ()
    notes: Sequence[Row] = ()
    findings: Columns = field(factory=dict)

    @classmethod
    def of(cls, outcome: _Outcome, *, check: bool, lang: Lang) -> _Made:
        """Return all that one report gives."""
        if outcome.report is None:
            return cls(_source_row(outcome, lang))
        reading = Reading(outcome.source_id, outcome.report)
        try:
            figures = LongTable.of(reading, lang)
            return cls(
                _source_row(outcome, lang) | _report_row(outcome.report, figures.cells),
                figures,
                _rows(reading, "claims", lang),
                _rows(reading, "notes", lang),
                finding_columns(check_reports(reading).columns(lang)) if check else {},
            )
        except Exception as error:  # noqa: BLE001 - an archive goes on without the source
            failed = evolve(outcome, report=None, error=error, status="failed")
            return cls(_source_row(failed, lang))


def read_batch(
    sources: Iterable[Source], *, check: bool = True, lang: Lang = "zh"
) -> dict[str, pa.RecordBatch]:
    """Read some sources, and return all that is known of them as Arrow tables.

    The function keeps no state and can be pickled: Spark, Ray, Dask and DuckDB call it in their own
    processes.

    Args:
        sources: Any iterable of what `parse` takes: paths, texts, bytes, open files.
        check: Whether to apply the rules; without it the table `findings` is empty. Rules across
            years and levels need the whole archive, and `extract` applies them.
        lang: The language of labels, errors, and the messages of notes and findings, `zh` or `en`.

    Returns:
        The tables `reports`, `figures`, `claims`, `notes` and `findings`, as `SCHEMAS` has them.
        `reports` has one row per source, also for one that could not be read. Of a source that
        holds several reports, it has one for each: the second is called `source_id#2`, and its
        column `within` names the source.

    Raises:
        BadArgument: `lang` is another language.

    """
    require_language(lang)
    items = [
        ArchiveSource(source_id_of(number, one), one)
        for number, one in enumerate(iterated(sources))
    ]
    return tables_of(items, check=check, lang=lang)


def tables_of(items: Iterable[ArchiveSource], *, check: bool, lang: Lang) -> Tables:
    """Return the tables of these sources; those that are known and unchanged are left out."""
    outcomes = (outcome for item in items for outcome in item.outcomes())
    made = [_Made.of(outcome, check=check, lang=lang) for outcome in outcomes]
    figures = LongTable.joined(one.figures for one in made).arrow()
    names = dict.fromkeys(name for one in made for name in one.findings)
    findings = {
        name: [cell for one in made for cell in one.findings.get(name, ())] for name in names
    }
    schema = SCHEMAS["figures"]
    return {
        "reports": _batch("reports", [one.row for one in made]),
        "figures": pa.record_batch([figures[name] for name in schema.names], schema=schema),
        "claims": _batch("claims", [row for one in made for row in one.claims]),
        "notes": _batch("notes", [row for one in made for row in one.notes]),
        "findings": _batch("findings", findings),
    }


def lost_source(source_id: str, trouble: str, lang: Lang) -> Tables:
    """Return the tables of a source whose process died twice."""
    error = worker_lost(source_id, trouble)
    outcome = _Outcome(source_id, "", 0, error=error, status="lost")
    row = _source_row(outcome, lang) | {"bytes": None}
    tables = tables_of((), check=False, lang=lang)
    return tables | {"reports": _batch("reports", [row])}


class _Named(io.BytesIO):
    """The content of a file with its name."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def _source_row(outcome: _Outcome, lang: Lang) -> Row:
    """Return what `reports` says of a source, whether it gave a report or none."""
    told, error = None, outcome.error
    if error is not None:
        # What is not ours has its own language.
        said = error.text(lang) if isinstance(error, GovInfoError) else str(error)
        told = f"{type(error).__name__}: {said}"
    return {
        "source_id": outcome.source_id,
        "sha256": outcome.digest or None,
        "bytes": outcome.size,
        "status": outcome.status,
        "error": told,
        "within": outcome.within,
        "version": reader_version(),
    }


def _report_row(report: Report, cells: CellColumns) -> Row:
    """Return what `reports` says of a report."""
    head, states = report.head, Counter(cells.state)
    begin, end = head.period or (None, None)
    region = None if head.agency is None else head.agency.region
    return {
        "form": report.form.id,
        "method": f"{report.method.adapter}/{report.method.strategy}",
        "title": head.title,
        "agency": None if head.agency is None else head.agency.name,
        "agency_level": None if head.agency is None else head.agency.level,
        "agency_id": None if head.agency is None else head.agency.id,
        "region_edition": None if region is None else region.edition,
        **dict(zip(REGION, region_of(report), strict=True)),
        "year": head.year,
        "period_start": begin,
        "period_end": end,
        "published": head.published,
        "created": head.created,
        "signed": head.signed,
        **{state.value: states[state.value] for state in State},
        "inferred": cells.origin.count("inferred"),
        "notes": len(report.notes),
    }


def _rows(reading: Reading, table: str, lang: Lang) -> list[Row]:
    """Return the rows of a report in one of the tables beside its cells."""
    report = reading.report
    assert report is not None  # noqa: S101 - readings without a report were left out
    keys = {
        "source_id": reading.source_id,
        "agency": None if report.agency is None else report.agency.name,
        "year": report.year,
    }
    return [{**keys, **row} for row in LISTINGS[table].rows(report, lang)]


def _batch(name: str, table: list[Row] | Columns) -> pa.RecordBatch:
    """Return rows or columns as a batch of this table; what is not given is missing."""
    schema = SCHEMAS[name]
    if isinstance(table, list):
        table = {column: [row.get(column) for row in table] for column in schema.names}
    columns = list[pa.Array]()
    for column in schema:
        values = table.get(column.name, [])
        try:
            columns.append(pa.array(values, column.type))
        except UnicodeEncodeError:
            # Half a surrogate pair, from a damaged text or the name of a file.
            kept = [None if one is None else storable(one) for one in values]
            columns.append(pa.array(kept, column.type))
    return pa.record_batch(columns, schema=schema)
