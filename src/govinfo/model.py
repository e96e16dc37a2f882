"""The report and its parts: small frozen values, each of which knows where in the source it stands.

A report keeps the place of every cell, not the cell: figures, sections and the head are made when
they are asked for, so that a pipeline which wants one number of each report pays for one number.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, runtime_checkable

from attrs import evolve, field, frozen

from govinfo import seams
from govinfo.errors import BadAddress, BadArgument, UnknownAddress, UnknownName, meant, unknown_name
from govinfo.figures import Address, Figure, Number, Origin, State, read_cell
from govinfo.forms import FORMS, Column, Form, Kind, Row, form_by_id
from govinfo.forms import Table as FormTable
from govinfo.notes import Note
from govinfo.page import PackedPage, Page, unpacked_page
from govinfo.parts import Agency, Claim, Head, Method, Section
from govinfo.spans import Span, Text
from govinfo.text.boilerplate import end_of_body
from govinfo.text.normalise import plain

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = [
    "NOWHERE",
    "Agency",
    "Claim",
    "Head",
    "Method",
    "Note",
    "Report",
    "Reports",
    "Section",
    "Table",
    "cell_of",
    "each_report",
    "trimmed",
    "unpacked_report",
]

NOWHERE = -1
"""The place of a cell that the document does not have."""
_PARTS = 3
"""An address is a table, a row and a column."""
_ROW_AND_COLUMN = 2
_HEAD_REACH = 300
_MONEY_HEAD = re.compile(r"金额[ \t]*(?:[（(](?:单位[:：]?)?(万元|亿元|元)[）)])?")
_BORDERS = " \t\r\n\u3000\xa0|"


@frozen(eq=False, repr=False)
class Report:
    """One annual report. `parse` and its relatives make reports; a report is frozen and can be pickled.

    Two reports are equal if they say the same about the same source text.
    """

    form: Form
    """The generation of the statutory form. The content decides, not the year."""
    adapter: str
    """The name of the adapter that read the report."""
    encoding: str | None
    """The encoding of the source; `None` if the source was a `str`."""
    _page: Page
    _places: array[int]
    """For each address, the token of the page that holds its cell, counted from `_base`."""
    _base: int = 0
    _others: tuple[Address, ...] = ()
    """Addresses of another form that the document really has; their places follow those of the form."""
    _settled: dict[int, Figure] = field(factory=dict)
    """Figures that are more than what stands at their place."""
    _inferred: int | None = None
    """The first token of the page that is a cell by inference; all behind it are as well."""
    _marks: tuple[tuple[str, int], ...] = ()
    """The id of each section and the token that is its heading."""
    _doubts: tuple[Note, ...] = ()
    _end: int | None = None
    """Where the last part ends in `text`, when something stands behind it that is no furniture: an annex."""
    _head: Head | None = None
    _sections: tuple[Section, ...] | None = None
    _claims: tuple[Claim, ...] | None = None
    method: Method = field(factory=Method)
    """Which adapter and which strategy of the reader found the cells, and the module to look in."""

    # What the report says about itself.

    @cached_property
    def head(self) -> Head:
        """Title, year, agency, dates and header fields, as one value."""
        head: Head = self._head if self._head is not None else seams.call("read_head", self)
        return head

    @property
    def title(self) -> str | None:
        """The title in simplified characters, or `None` if the document has no title line."""
        return self.head.title

    @property
    def year(self) -> int | None:
        """The year that the report is about, usually the year before its publication; `None` if it is not stated."""
        return self.head.year

    @property
    def agency(self) -> Agency | None:
        """The body that wrote the report; `None` if the document does not say."""
        return self.head.agency

    @property
    def period(self) -> tuple[date, date] | None:
        """The first and the last day that the figures cover, if the document states them."""
        return self.head.period

    @property
    def published(self) -> date | None:
        """The day of publication (发布日期)."""
        return self.head.published

    @property
    def created(self) -> date | None:
        """The day the document was made (成文日期)."""
        return self.head.created

    @property
    def signed(self) -> date | None:
        """The day under the signature."""
        return self.head.signed

    @property
    def metadata(self) -> Mapping[str, str]:
        """The header fields of the website by id, such as `index_number`, `catalogue` and `issuing_agency`."""
        return dict(self.head.metadata)

    # What it contains.

    @property
    def source_text(self) -> str:
        """The decoded text before any repair. Every span of the report points into it, in characters from 0."""
        return self._page.text.source

    @property
    def text(self) -> Text:
        """The text after its repairs. It knows where each of its characters stood in the source text."""
        return self._page.text

    @cached_property
    def outline(self) -> tuple[tuple[str, int, int, int], ...]:
        """For each section its id, and where in `text` its heading begins, its body begins, and it ends.

        What a website prints below the last of them belongs to none.
        """
        if not self._marks:
            return ()
        places = self._page.places_of([token for _, token in self._marks])
        characters, last = self._page.text.characters, places[-1][1]
        ends = [
            *(start for start, _ in places[1:]),
            last + end_of_body(characters[last : self._end]),
        ]
        names = (name for name, _ in self._marks)
        return tuple(
            (name, *place, end) for name, place, end in zip(names, places, ends, strict=True)
        )

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the report, in the order of the document."""
        if self._sections is not None:
            return self._sections
        return tuple(self._section(*part) for part in self.outline)

    @property
    def tables(self) -> dict[str, Table]:
        """The statutory tables of the document by id: `proactive`, `requests`, `review`, `statistics`."""
        tables = {table.id: Table(self, table) for table in self.form.tables}
        there = {
            name: table
            for name, table in tables.items()
            if any(f.state != State.ABSENT for f in table)
        }
        return _Tables(self.form, there)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The figures stated in prose, in the order of the text. They are found on first use."""
        claims: tuple[Claim, ...] = (
            self._claims if self._claims is not None else seams.call("find_claims", self)
        )
        return claims

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The doubts of the reader: first about cells, then about the head."""
        return self._doubts + self.head.notes

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """Every address of the form, and those of another form that the document has, in the order of the form."""
        addresses = list(self.form.addresses)
        # In the order of their own form, whatever the order of the page: a report that is read back
        # has only the first.
        for address in sorted(self._others, key=_place_in_own_form):
            addresses.insert(_place_among(address, addresses), address)
        return tuple(addresses)

    def __getitem__(self, address: str) -> Figure:
        """Return the figure at an address.

        Args:
            address: `table.row.column`, such as `requests.new_received.total`.

        Raises: UnknownAddress: The form of the report has no such cell; the message lists similar
            addresses.

        """
        return self._figure(self._index(address))

    def __contains__(self, address: object) -> bool:
        return address in self.form.positions or address in self._others

    def values(self) -> dict[Address, Number | None]:
        """Return the value at every address, in the order of the form; `None` where no number was read.

        Returns: Counts as `int`, in the unit of the column (件, 项 and others), and money as
            `Decimal`. Some offices print another unit of money than the form:
            `report[address].unit` has it.

        """
        tokens, base = self._page.cut(), self._base
        read = [
            None if place == NOWHERE else read_cell(tokens[place + base]).value
            for place in self._places
        ]
        for index, figure in self._settled.items():
            read[index] = figure.value
        values = dict(zip((*self.form.addresses, *self._others), read, strict=True))
        pointed = [address for address, value in values.items() if value.__class__ is Decimal]
        for address in (*self.form.amounts, *pointed):
            values[address] = self.column(address).number(values[address])
        return {address: values[address] for address in self.addresses} if self._others else values

    def figures(self) -> dict[Address, Figure]:
        """Return the figure at every address, in the order of the form."""
        return {address: self[address] for address in self.addresses}

    def with_notes(self, *notes: Note) -> Report:
        """Return the report with these doubts added to the reader's own."""
        return evolve(self, doubts=(*self._doubts, *notes))

    def with_figure(self, address: str, figure: Figure) -> Report:
        """Return the report with this figure at an address."""
        return evolve(self, settled={**self._settled, self._index(address): figure})

    def light(self) -> Report:
        """Return the report without its repaired text, which is made again when somebody looks closer."""
        text = self._page.text.light()
        return self if text is self._page.text else evolve(self, page=evolve(self._page, text=text))

    def quote(self, span: Span) -> str:
        """Return the exact characters of `source_text` at a span of this report."""
        return self.source_text[span.start : span.end]

    def explain(self, address: str) -> str:
        """Describe in a few lines what was read at an address, where, and how.

        Raises:
            UnknownAddress: The form of the report has no such cell.

        """
        text: str = seams.call("explain", self, address)
        return text

    def column(self, address: str) -> Column:
        """Return the column of a cell: its heading, unit and kind. An unknown address raises `UnknownAddress`."""
        return cell_of(self.form, address)[1]

    def row(self, address: str) -> Row:
        """Return the row of a cell: its label and its parent row. An unknown address raises `UnknownAddress`."""
        return cell_of(self.form, address)[0]

    # Out of the library.

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain data, with the schema id `govinfo.report/1`."""
        data: dict[str, Any] = seams.call("to_dict", self)
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Report:
        """Return the report from the data that `to_dict` returned; it equals the original report."""
        report: Report = seams.call("from_dict", data)
        return report

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the report as JSON text, with the schema id `govinfo.report/1`."""
        text: str = seams.call("to_json", self, indent=indent)
        return text

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """Return the report from the text that `to_json` returned; it equals the original report."""
        report: Report = seams.call("from_json", text)
        return report

    def to_pandas(self, *, wide: bool = False) -> pd.DataFrame:
        """Return the cells as a pandas data frame, as the function `to_pandas` does."""
        frame: pd.DataFrame = seams.call("to_pandas", [self], wide=wide)
        return frame

    def to_polars(self, *, wide: bool = False) -> pl.DataFrame:
        """Return the cells as a polars data frame, as the function `to_polars` does."""
        frame: pl.DataFrame = seams.call("to_polars", [self], wide=wide)
        return frame

    def to_arrow(self, *, wide: bool = False) -> pa.Table:
        """Return the cells as a pyarrow table, as the function `to_arrow` does."""
        table: pa.Table = seams.call("to_arrow", [self], wide=wide)
        return table

    def _repr_html_(self) -> str:
        html: str = seams.call("report_html", self)
        return html

    def __repr__(self) -> str:
        who = self.agency.name if self.agency else "agency unknown"
        return (
            f"<Report {who}, {self.year or 'year unknown'}, {self.form.id}, read by {self.adapter}>"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return unpacked_report, self.packed()

    def packed(self) -> tuple[Any, ...]:
        """Return what was bound as plain values, with the head and the claims where somebody has asked for them."""
        plain = (
            self.form.id,
            self.adapter,
            self.encoding,
            self._page.packed(),
            self._places.tolist(),
        )
        bound = (
            self._base,
            self._others,
            self._settled,
            self._inferred,
            self._marks,
            self._doubts,
            self._end,
        )
        parts = (
            _worked_out(self, "head", self._head),
            self._sections,
            _worked_out(self, "claims", self._claims),
            self.method,
        )
        return *plain, *bound, *parts

    # Two reports are equal when they say the same of the same text.

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self.source_text == other.source_text and self._content() == other._content()

    def __hash__(self) -> int:
        return hash((self.form.id, self.adapter, self.source_text))

    def _content(self) -> tuple[object, ...]:
        stated = (self.form.id, self.adapter, self.head, self.notes)
        return (*stated, self.sections, self.claims, tuple(self.figures().items()))

    # How a figure comes about.

    def _index(self, address: object) -> int:
        index = self.form.positions.get(address) if isinstance(address, str) else None
        if index is not None:
            return index
        if address in self._others:
            return len(self.form.addresses) + self._others.index(address)
        raise _unknown_address(address, self.form, self.addresses)

    def _figure(self, index: int) -> Figure:
        settled = self._settled.get(index)
        if settled is not None:
            return settled
        own = len(self.form.addresses)
        address = self.form.addresses[index] if index < own else self._others[index - own]
        column = self.column(address)
        start, end = self._bounds[0][index], self._bounds[1][index]
        if start == NOWHERE:
            return Figure(None, state=State.ABSENT, unit=column.unit)
        inferred = self._inferred is not None and self._places[index] >= self._inferred
        return self._read(start, end, column, Origin.INFERRED if inferred else Origin.READ)

    def _read(self, start: int, end: int, column: Column, origin: Origin) -> Figure:
        printed = read_cell(self._page.text.characters[start:end])
        span = self._page.text.source_span(start, end)
        unit = (
            printed.unit
            or (self._unit_above(start) if column.kind is Kind.MONEY else None)
            or column.unit
        )
        value = column.number(printed.value)
        return Figure(value, self.quote(span), printed.state, origin, span, unit=unit)

    def _unit_above(self, cell: int) -> str | None:
        """The unit in the head of a column of money, where it has one: some offices print another than the form."""
        heads = _MONEY_HEAD.findall(
            plain(self._page.text.characters[max(0, cell - _HEAD_REACH) : cell])
        )
        return heads[-1] or None if heads else None

    @cached_property
    def _bounds(self) -> tuple[array[int], array[int]]:
        """Where each address's cell begins and ends in the repaired text, borders and blanks trimmed."""
        places, characters = self._page.places(), self._page.text.characters
        starts, ends = array("i"), array("i")
        for place in self._places:
            found = place != NOWHERE
            start, end = (
                trimmed(characters, *places[place + self._base]) if found else (NOWHERE, NOWHERE)
            )
            starts.append(start)
            ends.append(end)
        return starts, ends

    def _section(self, section_id: str, start: int, body: int, end: int) -> Section:
        characters = self._page.text.characters
        return Section(
            id=section_id,
            title=plain(characters[start:body]).strip(_BORDERS + "#*"),
            text=plain(characters[body:end]).strip(),
            span=self._page.text.source_span(*trimmed(characters, start, end)),
        )


class _Tables(dict[str, "Table"]):
    """The tables of one document, which say which there are when another is asked for."""

    def __init__(self, form: Form, tables: Mapping[str, Table]) -> None:
        super().__init__(tables)
        self._form = form

    def __missing__(self, name: object) -> Table:
        if any(table.id == name for table in self._form.tables):
            there = ", ".join(map(repr, self)) or "none"
            raise UnknownName(
                f"{self._form.id} has the table {name!r}, and this document does not; its tables are {there}. "
                f"Ask `{name!r} in report.tables` first, or take single cells: those that are absent say so."
            )
        raise unknown_name("table", name, self or [table.id for table in self._form.tables])

    def __reduce__(self) -> tuple[object, ...]:
        return _Tables, (self._form, dict(self))


@frozen
class Table:
    """One statutory table of a report. Iterate over it for its figures, or index it with a row id and a column id."""

    report: Report = field(repr=False)
    form: FormTable = field(repr=False)

    @property
    def id(self) -> str:
        """The table's name in addresses."""
        return self.form.id

    @property
    def title(self) -> str:
        """The table's title in the form."""
        return self.form.title

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that hold figures, in form order."""
        return tuple(dict.fromkeys(self.report.row(address) for address in self.addresses))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in form order; in table 2 different rows have different columns."""
        return tuple(dict.fromkeys(self.report.column(address) for address in self.addresses))

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Every address of the table."""
        return tuple(address for address in self.report.addresses if address.table == self.id)

    def __getitem__(self, cell: tuple[str, str]) -> Figure:
        """Return the figure at a row id and a column id; an unknown one raises `UnknownAddress`."""
        asked: object = cell
        if not isinstance(asked, tuple) or len(asked) != _ROW_AND_COLUMN:
            raise BadAddress(self._not_two(asked))
        row, column = cell
        return self.report[f"{self.id}.{row}.{column}"]

    def _not_two(self, cell: object) -> str:
        """What is wrong with a cell that is not given by a row and a column."""
        row, column = self.addresses[0].split(".")[1:]
        named = cell.removeprefix(f"{self.id}.").split(".") if isinstance(cell, str) else []
        if len(named) == _ROW_AND_COLUMN:
            row, column = named
        return (
            f"a cell of a table is asked for by the ids of its row and its column; found {cell!r}. "
            f'Write table["{row}", "{column}"], or report["{self.id}.{row}.{column}"].'
        )

    def __iter__(self) -> Iterator[Figure]:
        return (self.report[address] for address in self.addresses)

    def __len__(self) -> int:
        return len(self.addresses)

    def __repr__(self) -> str:
        return f"<Table {self.id}: {len(self)} cells>"

    def _repr_html_(self) -> str:
        html: str = seams.call("table_html", self)
        return html


@runtime_checkable
class _Reading(Protocol):
    """What became of one of many sources: a report, or none."""

    @property
    def source_id(self) -> object: ...

    @property
    def report(self) -> Report | None: ...


Reports: TypeAlias = Report | _Reading | Iterable[Report | _Reading]
"""One report or many, alone or with the source they came from; sources that gave no report are left out."""


def each_report(reports: Reports) -> Iterator[tuple[object, Report]]:
    """Yield each report with the name of its source, which a report alone does not know."""
    # Looked at as anything at all: this is what people call with whatever they have.
    several: object = [reports] if isinstance(reports, Report | _Reading) else reports
    if isinstance(several, str | bytes) or not isinstance(several, Iterable):
        raise BadArgument(_no_report("what was passed", several))
    for number, item in enumerate(several):
        if isinstance(item, Report):
            yield None, item
        elif not isinstance(item, _Reading) or not isinstance(item.report, Report | None):
            raise BadArgument(_no_report(f"item {number}", item))
        elif item.report is not None:
            yield item.source_id, item.report


def _no_report(what: str, item: object) -> str:
    return (
        f"{what} is of type {type(item).__name__}, where a report, a reading of `parse_many`, or several of these "
        "were wanted; `govinfo.parse` makes a report of a text or a file"
    )


def _worked_out(report: Report, name: str, given: Any) -> Any:  # noqa: ANN401 - each part has a type of its own
    """Return a part that is made when it is asked for, if somebody has asked for it, and else what was given."""
    try:
        return vars(Report)[name].__get__(report)
    except AttributeError:
        return given


def unpacked_report(
    form: str,
    adapter: str,
    encoding: str | None,
    page: PackedPage,
    places: list[int],
    *bound: Any,  # noqa: ANN401 - the fields that are as they were
) -> Report:
    """Return the report that `packed` made these values of."""
    return Report(
        form_by_id(form), adapter, encoding, unpacked_page(*page), array("i", places), *bound
    )


def trimmed(characters: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the blanks and the cell borders at its ends."""
    piece = characters[start:end]
    begin = start + len(piece) - len(piece.lstrip(_BORDERS))
    return (begin, begin + len(piece.strip(_BORDERS))) if begin < end else (start, start)


def cell_of(form: Form, address: str) -> tuple[Row, Column]:
    """Return the row and the column of a cell, also of a cell that only another form has."""
    for candidate in (form, *FORMS):
        found = candidate.cells.get(address)
        if found is not None:
            return found
    raise _unknown_address(address, form, form.addresses)


def _place_in_own_form(address: Address) -> tuple[int, int]:
    """Which form an address is of, and which of its cells it is."""
    return next(
        (n, form.positions[address]) for n, form in enumerate(FORMS) if address in form.positions
    )


def _place_among(address: Address, addresses: list[Address]) -> int:
    """Where an address of another form belongs: after the nearest cell that stands before it in its own form."""
    own = next(form.addresses for form in FORMS if address in form.positions)
    for earlier in reversed(own[: own.index(address)]):
        if earlier in addresses:
            return addresses.index(earlier) + 1
    return 0


def _unknown_address(address: object, form: Form, known: tuple[Address, ...]) -> UnknownAddress:
    """The error for what is no address of a report: what was asked for, what is wanted, and what was meant."""
    if not isinstance(address, str):
        return BadAddress(
            f"an address is one text, such as {known[0]!r}; found {address!r}. Join table, row and column by dots."
            if known
            else f"{form.id} has no cells; found {address!r}."
        )
    hint = meant(address, known, "`report.values()` lists every address.")
    told = f"{form.id} has no cell {address!r}. {hint}"
    if address.count(".") + 1 != _PARTS and known:
        return UnknownAddress(f"an address is table.row.column, such as {known[0]!r}: {told}")
    return UnknownAddress(told)
