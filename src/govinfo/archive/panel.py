"""Across years and levels: the rules that need several reports, over what is kept of each.

A report of the archive is no longer in memory when its neighbours are known. What these rules look
at is rebuilt from the rows of the tables: the cells with their places, the body, the year, and the
doubts of the reader.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc
from attrs import define, field

from govinfo.archive.batch import finding_columns
from govinfo.archive.schemas import SCHEMAS
from govinfo.archive.store import Store
from govinfo.cells import NOWHERE, Cells, cell_of
from govinfo.consistency import RULES
from govinfo.consistency.context import Context
from govinfo.consistency.findings import Findings
from govinfo.consistency.messages import Lang
from govinfo.consistency.panel import linked
from govinfo.consistency.rules import hierarchy, years
from govinfo.consistency.runner import VERDICTS, check_each
from govinfo.figures import Address, Figure, State
from govinfo.forms import form_by_id
from govinfo.model import Agency, Head, Note, Report
from govinfo.page import Page
from govinfo.spans import Span, Text

__all__ = ["PanelEntry", "findings_across"]

_AT_ONCE = 20_000
"""Reports whose cells are in memory together; more are looked at in several passes."""
_GOVERNMENT = "人民政府"
_PLACE_CHARS = 2
"""The characters of a name by which reports are divided: bodies of one place share them."""
_YEARS = {rule.id: RULES[rule.id] for rule in years.RULES}
_LEVELS = {rule.id: RULES[rule.id] for rule in hierarchy.RULES}


class PanelEntry(NamedTuple):
    """One report of the archive, as the table `reports` has it."""

    source_id: str
    form: str
    agency: str
    level: str | None
    year: int


@define
class _Kept:
    """What is kept of the cells and the doubts of one report."""

    entry: PanelEntry
    addresses: tuple[str, ...] = ()
    values: list[float | None] = field(factory=list)
    states: list[str] = field(factory=list)
    starts: array[int] = field(factory=lambda: array("l"))
    ends: array[int] = field(factory=lambda: array("l"))
    notes: list[Note] = field(factory=list)
    _context: Context | None = None

    def context(self) -> Context:
        """Return the report again, with an empty source text, as rules see it."""
        if self._context is not None:
            return self._context
        form = form_by_id(self.entry.form)
        others = tuple(Address(one) for one in self.addresses if one not in form.positions)
        tokens = array("i", [NOWHERE]) * (len(form.addresses) + len(others))
        cells = Cells(form, Page(Text(""), ()), tokens, others=others, given=_Figures(self, others))
        head = Head(agency=Agency(self.entry.agency, self.entry.level), year=self.entry.year)
        report = Report(
            cells, "archive", doubts=tuple(self.notes), head=head, sections=(), claims=()
        )
        numbers = map(_number, self.values)
        values: dict[str, int | Decimal | None] = {
            Address(address): number if number is None else cell_of(form, address)[1].number(number)
            for address, number in zip(self.addresses, numbers, strict=True)
        }
        self._context = Context(report, values, source_id=self.entry.source_id)
        return self._context


class _Figures(Mapping[int, Figure]):
    """The figures of a report by the numbers of their cells, each made when it is asked for."""

    def __init__(self, kept: _Kept, others: Sequence[str]) -> None:
        self.kept = kept
        order = {str(one): n for n, one in enumerate(kept.addresses)}
        form = form_by_id(kept.entry.form)
        self.places = [order[one] for one in (*form.addresses, *others)]

    def __getitem__(self, index: int) -> Figure:
        kept, number = self.kept, self.places[index]
        column = cell_of(form_by_id(kept.entry.form), kept.addresses[number])[1]
        span = None
        if kept.starts[number] != NOWHERE:
            span = Span(kept.starts[number], kept.ends[number])
        value = column.number(_number(kept.values[number]))
        return Figure(value, state=State(kept.states[number]), span=span, unit=column.unit)

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self.places)))


def _number(value: float | None) -> int | Decimal | None:
    """Return a number of a table as it was printed: a whole one, or one with its decimals."""
    if value is None or value == int(value):
        return None if value is None else int(value)
    return Decimal(repr(value))


def findings_across(
    store: Store, entries: Sequence[PanelEntry], places: Mapping[str, int], lang: Lang
) -> pa.Table:
    """Return the findings across years and levels, in the order of the entries of each body."""
    bodies, governed = _bodies(entries), _governed(entries)
    joined = {entry for group in (*bodies, *governed) for entry in group}
    passes = len(joined) // _AT_ONCE + 1
    found = [SCHEMAS["findings"].empty_table()]
    for number in range(passes):
        here = {entry for entry in joined if _share(entry.agency, passes) == number}
        kept = _kept(store, here, places)
        for groups, rules in ((bodies, _YEARS), (governed, _LEVELS)):
            for group in groups:
                if group[0] not in here:
                    continue
                contexts = linked([kept[one.source_id].context() for one in group])
                # Of a government and the bodies of its place, only the first is looked at here.
                asked = contexts[:1] if rules is _LEVELS else contexts
                several = check_each(asked, VERDICTS["problems"], rules)
                columns = finding_columns(
                    Findings(tuple(one for findings in several for one in findings)), lang
                )
                # The lines of a source are known only where its text is.
                columns["line"] = [None] * len(columns["line"])
                found.append(pa.table(columns, schema=SCHEMAS["findings"]))
    return pa.concat_tables(found)


def _bodies(entries: Sequence[PanelEntry]) -> list[list[PanelEntry]]:
    """Return the reports of each body that has several, in the order of the years."""
    by_name = dict[str, list[PanelEntry]]()
    for entry in entries:
        by_name.setdefault(entry.agency, []).append(entry)
    return [
        sorted(group, key=lambda entry: (entry.year, entry.source_id))
        for group in by_name.values()
        if len(group) > 1
    ]


def _governed(entries: Sequence[PanelEntry]) -> list[list[PanelEntry]]:
    """Return for each government and year its report, and then those of the bodies of its place."""
    by_year = dict[int, list[PanelEntry]]()
    for entry in entries:
        by_year.setdefault(entry.year, []).append(entry)
    groups = []
    for several in by_year.values():
        several.sort(key=lambda entry: entry.agency)
        for index, entry in enumerate(several):
            if not entry.agency.endswith(_GOVERNMENT):
                continue
            place = entry.agency.removesuffix(_GOVERNMENT)
            group = [entry, *_of_place(several, index, place)]
            if len(group) > 1:
                groups.append(group)
    return groups


def _of_place(several: Sequence[PanelEntry], index: int, place: str) -> Iterator[PanelEntry]:
    """Yield the other entries whose names begin with a place; they stand around this index."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(several) and several[at].agency.startswith(place):
            yield several[at]
            at += step


def _share(agency: str, passes: int) -> int:
    return crc32(agency[:_PLACE_CHARS].encode("utf-8", "surrogatepass")) % passes


def _kept(store: Store, entries: set[PanelEntry], places: Mapping[str, int]) -> dict[str, _Kept]:
    """Return what is kept of these reports, by source."""
    kept = {entry.source_id: _Kept(entry) for entry in entries}
    parts = dict[int, list[str]]()
    for source_id in kept:
        parts.setdefault(places[source_id], []).append(source_id)
    columns = ["source_id", "table", "row", "column", "value", "state", "start", "end"]
    for part, wanted in sorted(parts.items()):
        for row in _rows(store.columns("figures", part, columns), wanted):
            _keep_cells(kept[row[0]], row[1])
        for row in _rows(
            store.columns("notes", part, ["source_id", "code", "start", "end"]), wanted
        ):
            _, codes, starts, ends = row[1]
            kept[row[0]].notes += [
                Note(code, "", None if start is None else Span(start, end))
                for code, start, end in zip(codes, starts, ends, strict=True)
            ]
    return kept


def _rows(table: pa.Table, sources: Sequence[str]) -> Iterator[tuple[str, list[list[Any]]]]:
    """Yield for each of these sources its rows, as a list for each column."""
    table = table.filter(pc.is_in(table["source_id"], pa.array(sources, pa.string())))
    runs = pc.run_end_encode(table["source_id"].combine_chunks())
    begin = 0
    for end, source_id in zip(runs.run_ends.to_pylist(), runs.values.to_pylist(), strict=True):
        piece = table.slice(begin, end - begin)
        yield source_id, [column.to_pylist() for column in piece.columns]
        begin = end


def _keep_cells(kept: _Kept, columns: list[list[Any]]) -> None:
    _, tables, rows, names, values, states, starts, ends = columns
    kept.addresses = tuple(map(".".join, zip(tables, rows, names, strict=True)))
    kept.values, kept.states = values, states
    kept.starts = array("l", [NOWHERE if one is None else one for one in starts])
    kept.ends = array("l", [NOWHERE if one is None else one for one in ends])
