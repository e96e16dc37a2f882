"""Across years and levels: the rules that need several reports, over what is kept of each.

A report of the archive is no longer in memory when its neighbours are known. What these rules look
at is rebuilt from the rows of the tables: the cells with their places, the body, the year, and the
doubts of the reader.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, partial
from itertools import chain
from math import isnan, nan
from sys import intern
from typing import Any, Literal, NamedTuple
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc
from attrs import define, field

from govinfo.archive.schemas import SCHEMAS, finding_columns
from govinfo.archive.store import Store, places_of
from govinfo.cells import Cells
from govinfo.consistency.context import Context
from govinfo.consistency.findings import Finding, Findings
from govinfo.consistency.panel import linked
from govinfo.consistency.rules import RULES, hierarchy, years
from govinfo.consistency.runner import VERDICTS, check_each
from govinfo.figures import Address, Figure, Number, State
from govinfo.forms import cell_of, form_by_id
from govinfo.frames import MONEY
from govinfo.geography.surroundings import Surroundings
from govinfo.model import Agency, Head, Note, Report
from govinfo.page import NOWHERE, Page
from govinfo.pool import map_chunks
from govinfo.spans import Span, Text
from govinfo.wording import Lang

__all__ = ["PanelEntry", "findings_across"]

_AT_ONCE = 4_000
"""Reports whose cells are in memory together; more are looked at in several passes."""
_MOST_PASSES = 256
"""Each pass looks through all parts, so beyond so many of them more reports are at once."""
_FEW = 500
"""Reports for which no other process is started."""
_GOVERNMENT = "人民政府"
_PLACE_CHARS = 2
"""The characters of a name by which reports are divided: bodies of one place share them."""
_OF_ENTRIES = ("source_id", "form", "agency", "agency_level", "year", "region_code", "agency_id")
"""The columns of the table `reports` that an entry takes, in order."""
_CELL_COLUMNS = ("source_id", "table", "row", "column", "value", "state", "start", "end")
_YEARS = {rule.id: RULES[rule.id] for rule in years.RULES}
_LEVELS = {rule.id: RULES[rule.id] for rule in hierarchy.RULES}


class PanelEntry(NamedTuple):
    """One report of the archive, as the table `reports` has it."""

    source_id: str
    form: str
    agency: str
    level: str | None
    year: int
    region_code: str | None = None
    agency_id: str | None = None

    @classmethod
    def each_of(cls, reports: pa.Table) -> list[PanelEntry]:
        """Return the reports that say which body wrote them, and for which year."""
        stated = pc.and_(pc.is_valid(reports["agency"]), pc.is_valid(reports["year"]))
        kept = reports.filter(stated)
        return [
            cls(*row) for row in zip(*(kept[one].to_pylist() for one in _OF_ENTRIES), strict=True)
        ]


class _Group(NamedTuple):
    """Reports that are looked at together, and the rules that look at them."""

    entries: list[PanelEntry]
    across_years: bool
    """Whether they are those of one body; else a government and the bodies of its place."""

    @classmethod
    def of_bodies(cls, entries: Sequence[PanelEntry]) -> list[_Group]:
        """Return the reports of each body that has several, in the order of the years."""
        by_name, by_body = dict[str, list[PanelEntry]](), dict[str, list[PanelEntry]]()
        for entry in entries:
            by_name.setdefault(entry.agency, []).append(entry)
        for name, group in by_name.items():
            # A place may get another name: the page says that the body is the same.
            ids = {entry.agency_id for entry in group}
            body = next(iter(ids)) if len(ids) == 1 else None
            by_body.setdefault(name if body is None else body, []).extend(group)
        return [
            cls(sorted(group, key=lambda entry: (entry.year, entry.source_id)), across_years=True)
            for group in by_body.values()
            if len(group) > 1
        ]

    @classmethod
    def of_governments(cls, entries: Sequence[PanelEntry]) -> list[_Group]:
        """Return each government's report of a year with those of the bodies of its place."""
        by_year = dict[int, list[PanelEntry]]()
        for entry in entries:
            by_year.setdefault(entry.year, []).append(entry)
        groups = list[_Group]()
        for several in by_year.values():
            several.sort(key=lambda entry: entry.agency)
            for index, entry in enumerate(several):
                if not entry.agency.endswith(_GOVERNMENT):
                    continue
                place = entry.agency.removesuffix(_GOVERNMENT)
                group = [entry, *_of_place(several, index, place)]
                if len(group) > 1:
                    groups.append(cls(group, across_years=False))
        return groups


@define(slots=False)
class _Kept:
    """What is kept of the cells and the doubts of one report."""

    entry: PanelEntry
    addresses: tuple[Address, ...] = ()
    values: list[Number | None] = field(factory=list)
    states: list[str] = field(factory=list)
    starts: array[int] = field(factory=lambda: array("q"))
    ends: array[int] = field(factory=lambda: array("q"))
    notes: list[Note] = field(factory=list)

    @cached_property
    def context(self) -> Context:
        """The report again, with an empty source text, as rules see it."""
        form = form_by_id(self.entry.form)
        others = tuple(one for one in self.addresses if one not in form.positions)
        tokens = array("i", [NOWHERE]) * (len(form.addresses) + len(others))
        cells = Cells(form, Page(Text(""), ()), tokens, others=others, given=_Figures(self, others))
        year, code = self.entry.year, self.entry.region_code
        page = Surroundings(year, codes=() if code is None else (code,))
        head = Head(agency=Agency(self.entry.agency, self.entry.level, page), year=year)
        report = Report(
            cells, "archive", doubts=tuple(self.notes), head=head, sections=(), claims=()
        )
        values: dict[str, Number | None] = dict(zip(self.addresses, self.values, strict=True))
        return Context(report, values, source_id=self.entry.source_id)


class _Figures(Mapping[int, Figure]):
    """The figures of a report by the numbers of their cells, each made when it is asked for."""

    def __init__(self, kept: _Kept, others: Sequence[Address]) -> None:
        self.kept = kept
        self.others = others

    @cached_property
    def _places(self) -> list[int]:
        """For each cell its place among what is kept."""
        order = {address: place for place, address in enumerate(self.kept.addresses)}
        form = form_by_id(self.kept.entry.form)
        return [order[address] for address in (*form.addresses, *self.others)]

    def __getitem__(self, index: int) -> Figure:
        kept, place = self.kept, self._places[index]
        column = cell_of(form_by_id(kept.entry.form), kept.addresses[place])[1]
        span = None
        if kept.starts[place] != NOWHERE:
            span = Span(kept.starts[place], kept.ends[place])
        value, state = kept.values[place], State(kept.states[place])
        return Figure(value, state=state, span=span, unit=column.unit)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self)))


def findings_across(
    store: Store,
    entries: Sequence[PanelEntry],
    places: Mapping[str, int],
    *,
    lang: Lang,
    workers: int,
) -> pa.Table:
    """Return the findings across years and levels, in the order of the entries of each body.

    Args:
        store: What was read.
        entries: The reports that say which body wrote them, and for which year.
        places: For each of them the part of the store that holds it.
        lang: The language of the messages.
        workers: So many processes look at them.

    """
    groups = [*_Group.of_bodies(entries), *_Group.of_governments(entries)]
    joined = len({entry.source_id for group in groups for entry in group.entries})
    passes = min(max(joined // _AT_ONCE, workers if joined > _FEW else 0) + 1, _MOST_PASSES)
    shares: list[list[_Group]] = [[] for _ in range(passes)]
    for group in groups:
        place = group.entries[0].agency[:_PLACE_CHARS]
        shares[crc32(place.encode("utf-8", "surrogatepass")) % passes].append(group)
    look = partial(_findings_of, store, places, lang)
    given = [share for share in shares if share]
    found: Iterable[pa.Table] = map(look, given)
    if workers > 1 and len(given) > 1:
        found = map_chunks(
            look, given, workers=workers, otherwise=lambda share, _trouble: look(share)
        )
    return pa.concat_tables([SCHEMAS["findings"].empty_table(), *found])


def _findings_of(
    store: Store, places: Mapping[str, int], lang: Lang, groups: Sequence[_Group]
) -> pa.Table:
    """Return the findings of some groups of reports."""
    kept = _kept(store, {entry for group in groups for entry in group.entries}, places)
    found = list[Finding]()
    for group in groups:
        contexts = [kept[entry.source_id].context for entry in group.entries]
        rules = _YEARS if group.across_years else _LEVELS
        # Of a government and the bodies of its place, only the first is looked at here.
        asked = linked(contexts, asked=None if group.across_years else 1)
        found += chain.from_iterable(check_each(asked, VERDICTS["problems"], rules))
    columns = finding_columns(Findings(tuple(found)).columns(lang))
    # The lines of a source are known only where its text is.
    columns["line"] = [None] * len(found)
    return pa.table(columns, schema=SCHEMAS["findings"])


def _of_place(several: Sequence[PanelEntry], index: int, place: str) -> Iterator[PanelEntry]:
    """Yield the other entries whose names begin with a place; they stand around this index."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(several) and several[at].agency.startswith(place):
            yield several[at]
            at += step


def _kept(store: Store, entries: set[PanelEntry], places: Mapping[str, int]) -> dict[str, _Kept]:
    """Return what is kept of these reports, by source."""
    kept = {entry.source_id: _Kept(entry) for entry in entries}
    parts = dict[int, list[_Kept]]()
    for source_id, one in kept.items():
        parts.setdefault(places[source_id], []).append(one)
    for part, wanted in sorted(parts.items()):
        _keep_cells(store.columns("figures", part, _CELL_COLUMNS), wanted)
        notes = store.columns("notes", part, ["source_id", "code", "start", "end"])
        rows = places_of(notes)
        columns = [notes[name].combine_chunks() for name in ("code", "start", "end")]
        for one in wanted:
            begin, end = rows.get(one.entry.source_id, (0, 0))
            found = (column.slice(begin, end - begin).to_pylist() for column in columns)
            one.notes = [
                Note(code, "", None if first is None else Span(first, last))
                for code, first, last in zip(*found, strict=True)
            ]
    return kept


def _keep_cells(table: pa.Table, wanted: Sequence[_Kept]) -> None:
    """Keep the cells of these reports from the figures of a part."""
    places, addresses = places_of(table), _Addresses.of(table)
    state = table["state"].combine_chunks()
    names = list(map(intern, state.dictionary.to_pylist()))
    states = _view(state.indices, "i")
    values = _view(table["value"].combine_chunks().fill_null(nan), "d")
    starts, ends = (
        _view(table[name].combine_chunks().fill_null(NOWHERE), "q") for name in ("start", "end")
    )
    for kept in wanted:
        rows = slice(*places.get(kept.entry.source_id, (0, 0)))
        kept.addresses = addresses[rows]
        kept.values = _numbers(kept.entry.form, kept.addresses, values[rows])
        kept.states = [names[code] for code in states[rows]]
        kept.starts, kept.ends = array("q", starts[rows]), array("q", ends[rows])


def _view(numbers: pa.Array, kind: Literal["d", "i", "q"]) -> Any:  # noqa: ANN401 - by kind
    """Return the numbers of an array without gaps, where Arrow has them in memory."""
    whole: Any = memoryview(numbers.buffers()[1] or b"")
    return whole.cast(kind)[numbers.offset : numbers.offset + len(numbers)]


def _numbers(
    form_id: str, addresses: Sequence[Address], values: Iterable[float]
) -> list[Number | None]:
    """Return numbers of a table as they were printed: whole ones, or with their decimals."""
    numbers = list[Number | None]()
    for value in values:
        if isnan(value):
            numbers.append(None)
        else:
            numbers.append(int(value) if value.is_integer() else Decimal(repr(value)))
    form = form_by_id(form_id)
    parted = (at for at, number in enumerate(numbers) if number.__class__ is Decimal)
    amounts = (addresses.index(address) for address in MONEY if address in addresses)
    for at in {*parted, *amounts}:
        numbers[at] = cell_of(form, addresses[at])[1].number(numbers[at])
    return numbers


@define
class _Addresses:
    """The addresses of the cells of a part; most reports share theirs with others."""

    parts: tuple[Sequence[str], ...]
    """The names of tables, rows and columns."""
    codes: tuple[Any, ...]
    """For each cell the number of each of them."""
    known: dict[tuple[bytes, ...], tuple[Address, ...]] = field(factory=dict)

    @classmethod
    def of(cls, table: pa.Table) -> _Addresses:
        columns = [table[name].combine_chunks() for name in ("table", "row", "column")]
        numbers = (column.indices for column in columns)
        return cls(
            tuple(column.dictionary.to_pylist() for column in columns),
            tuple(_view(one, "i") for one in numbers),
        )

    def __getitem__(self, rows: slice) -> tuple[Address, ...]:
        key = tuple(codes[rows].tobytes() for codes in self.codes)
        if key not in self.known:
            columns = (
                [names[code] for code in codes[rows]]
                for names, codes in zip(self.parts, self.codes, strict=True)
            )
            self.known[key] = tuple(map(Address, map(".".join, zip(*columns, strict=True))))
        return self.known[key]
