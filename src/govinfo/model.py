"""The report and its parts: small frozen values, each of which knows where in the source it stands.

A report keeps the place of every cell, not the cell: figures, sections and the head are made when
they are asked for, so that a pipeline which wants one number of each report pays for one number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, runtime_checkable

from attrs import evolve, field, frozen

from govinfo.cells import CellColumns, Cells, no_cells, unpacked_cells
from govinfo.errors import BadAddress, BadArgument, Shown, UnknownName, unknown_name
from govinfo.figures import Address, Figure, Number, State
from govinfo.forms import Column, Form, FormTable, Row, cell_of
from govinfo.geography.surroundings import surroundings
from govinfo.notes import Note
from govinfo.page import trimmed
from govinfo.parts import Agency, Claim, Considered, Head, Mark, Method, Section, Unread
from govinfo.places import Layout, Place, place_in
from govinfo.spans import Span, Text
from govinfo.text.boilerplate import end_of_body
from govinfo.text.normalise import plain
from govinfo.wording import Lang

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from govinfo.consistency.summary import Overview
    from govinfo.frames import Names, TableName
    from govinfo.wording import Lang

__all__ = [
    "Agency",
    "Claim",
    "Considered",
    "FailedReading",
    "Head",
    "Mark",
    "Method",
    "Note",
    "Report",
    "Reports",
    "Section",
    "SourceReading",
    "Table",
    "Unread",
    "each_error",
    "each_report",
    "unpacked_report",
]

_ROW_AND_COLUMN = 2
_HEADING_ORNAMENTS = " \t\r\n\u3000\xa0|#*"


@frozen(eq=False, repr=False)
class Report:
    """One annual report. `parse` and its relatives make reports; a report is frozen.

    It can be pickled. Two reports are equal if they say the same about the same source text.
    """

    _cells: Cells
    """Where every cell stands; the form and the page are part of it."""
    adapter: str
    """The name of the adapter that read the report."""
    encoding: str | None = None
    """The encoding of the source; `None` if the source was a `str`."""
    _marks: tuple[Mark, ...] = ()
    """Where the headings of the sections stand, in the order of the page."""
    _doubts: tuple[Note, ...] = ()
    _end: int | None = None
    """Where the last part ends in `text`, if an annex stands behind it."""
    _head: Head | None = None
    """The head, the sections and the claims are read when they are needed, unless given."""
    _sections: tuple[Section, ...] | None = None
    _claims: tuple[Claim, ...] | None = None
    layout: Layout | None = None
    """Where in its document the pieces of the source text stood, if it was composed of one."""
    method: Method = field(factory=Method)
    """Which adapter and which strategy of the reader found the cells, and the module to look in."""
    _unread: tuple[Unread, ...] | None = None
    """The numbers that no figure holds are looked for when they are needed, unless given."""
    _uncounted: tuple[Unread, ...] | None = None
    """The numbers of the prose that no claim has are looked for when needed, unless given."""

    # What the report says about itself.

    @cached_property
    def head(self) -> Head:
        """Title, year, agency, dates and header fields, as one value."""
        from govinfo.head.reader import read_head

        head = read_head(self) if self._head is None else self._head
        if head.agency is None:
            return head
        page = surroundings(head.title, head.year, head.metadata, self.source_text)
        return evolve(head, agency=head.agency.on_page(page))

    @property
    def title(self) -> str | None:
        """The title in simplified characters, or `None` if the document has no title line."""
        return self.head.title

    @property
    def year(self) -> int | None:
        """The year that the report is about, usually the one before it came out, or `None`."""
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
        """The header fields of the website by id, such as `index_number` and `issuing_agency`."""
        return dict(self.head.metadata)

    # What it contains.

    @property
    def form(self) -> Form:
        """The generation of the statutory form. The content decides, not the year."""
        return self._cells.form

    @property
    def source_text(self) -> str:
        """The decoded text before any repair; spans point into it, in characters from 0."""
        return self._cells.page.text.source

    @property
    def text(self) -> Text:
        """The text after its repairs; it knows where its characters stood in the source text."""
        return self._cells.page.text

    @property
    def section_ids(self) -> tuple[str, ...]:
        """The ids of the sections, in the order of the document."""
        if self._sections is not None:
            return tuple(section.id for section in self._sections)
        return tuple(mark.section for mark in self._marks)

    @cached_property
    def outline(self) -> tuple[tuple[str, int, int, int], ...]:
        """For each section its id, and where in `text` its heading and its body begin and it ends.

        What a website prints below the last of them belongs to none.
        """
        if not self._marks:
            return ()
        tokens = self._cells.page.places_of([mark.token for mark in self._marks])
        places = [
            (begin + mark.begin, end if mark.end is None else begin + mark.end)
            for mark, (begin, end) in zip(self._marks, tokens, strict=True)
        ]
        characters, last = self._cells.page.text.characters, places[-1][1]
        ends = [
            *(start for start, _ in places[1:]),
            last + end_of_body(characters[last : self._end]),
        ]
        names = (mark.section for mark in self._marks)
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
        """The tables of the document by id: `proactive`, `requests`, `review`, `statistics`."""
        states = self.states()
        others = [address for address in self._cells.others if states[address] != State.ABSENT]
        there = {
            table.id: Table(self, table)
            for table in self.form.tables
            if any(states[address] != State.ABSENT for address in table.addresses)
            or any(address.table == table.id for address in others)
        }
        return _Tables(self.form, there)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The figures stated in prose, in the order of the text. They are found on first use."""
        from govinfo.claims import find_claims

        return find_claims(self) if self._claims is None else self._claims

    @cached_property
    def unread(self) -> tuple[Unread, ...]:
        """The numbers in the tables that no figure and no note holds; empty on a good page.

        A number that could not be put in a cell is here, with its place and the reason.
        """
        from govinfo.binding.account import find_unread

        return find_unread(self._cells, self._doubts) if self._unread is None else self._unread

    @cached_property
    def uncounted(self) -> tuple[Unread, ...]:
        """The numbers in prose that are no claim, and no date, document number or the like."""
        from govinfo.claims import find_uncounted

        return find_uncounted(self) if self._uncounted is None else self._uncounted

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The doubts of the reader: first about cells, then about the head."""
        return self._cell_notes + self.head.notes

    @cached_property
    def _cell_notes(self) -> tuple[Note, ...]:
        return self._doubts + self._cells.notes()

    @property
    def doubts(self) -> tuple[Note, ...]:
        """The doubts of the reader about cells: its notes without those on the head."""
        return self._cell_notes

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Every address of the form and those of another form that the document has, in order."""
        return self._cells.addresses

    def __getitem__(self, address: str) -> Figure:
        """Return the figure at an address.

        Args:
            address: `table.row.column`, such as `requests.new_received.total`.

        Raises:
            UnknownAddress: The form of the report has no such cell; the message lists similar
                addresses.

        """
        return self._cells.figure(self._cells.index(address))

    def __contains__(self, address: object) -> bool:
        return address in self._cells

    def values(self) -> dict[Address, Number | None]:
        """Return the value at every address, in form order; `None` where no number was read.

        Returns:
            Counts as `int`, in the unit of the column (件, 项 and others), and money as `Decimal`.
            Some offices print another unit of money than the form: `report[address].unit` has it.

        """
        return self._cells.values()

    @property
    def inferred(self) -> frozenset[Address]:
        """The addresses of the inferred figures, those that the identities of the form leave."""
        return self._cells.inferred

    def states(self) -> dict[Address, State]:
        """Return the state of the figure at every address, in the order of the form."""
        return self._cells.states()

    def figures(self) -> dict[Address, Figure]:
        """Return the figure at every address, in the order of the form."""
        cells = self._cells
        return {address: cells.figure(cells.index(address)) for address in cells.addresses}

    def figure_columns(self) -> CellColumns:
        """Return what `figures` says, column by column and several times as fast, for tables."""
        return self._cells.columns()

    def with_notes(self, *notes: Note) -> Report:
        """Return the report with these doubts added to the reader's own."""
        return evolve(self, doubts=(*self._doubts, *notes))

    def with_figure(self, address: str, figure: Figure) -> Report:
        """Return the report with this figure at an address."""
        return self.with_figures({address: figure})

    def with_figures(self, figures: Mapping[str, Figure]) -> Report:
        """Return the report with these figures, each at its address."""
        return evolve(self, cells=self._cells.with_figures(figures))

    def without_cells(self, form: Form) -> Report:
        """Return the report on another form, of which the document has no cell."""
        return evolve(self, cells=no_cells(form, self._cells.page))

    def light(self) -> Report:
        """Return the report without its repaired text, which is made again when it is needed."""
        cells = self._cells.light()
        return self if cells is self._cells else evolve(self, cells=cells)

    def quote(self, span: Span) -> str:
        """Return the exact characters of `source_text` at a span of this report.

        Raises:
            BadArgument: What was passed is no span, such as that of a figure that is not there.

        """
        if not isinstance(span, Span):
            raise BadArgument(
                f"quote takes a span, and was given {type(span).__name__}; the span of a figure "
                "or a note that has no place in the text is None"
            )
        return self.source_text[span.start : span.end]

    def summary(self) -> Overview:
        """Return how many cells are in each state, and how many identities hold, break or neither.

        It also counts the numbers in the tables that no cell holds. `str()` of it is a short text
        in Chinese, and `summary().text("en")` the same in English.
        """
        from govinfo.consistency.summary import summarise

        return summarise(self)

    def explain(self, address: str, lang: Lang = "zh") -> str:
        """Describe in a few lines what was read at an address, where, and how.

        Args:
            address: `table.row.column`, such as `requests.new_received.total`.
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.
            UnknownAddress: The form of the report has no such cell.

        """
        from govinfo.rendering import explain

        return explain(self, address, lang)

    def review(self, lang: Lang = "zh", *, content: bytes | None = None) -> str:
        """Return a page of HTML for people who proof-read: the document beside what is wrong in it.

        The page needs no network and no other file. It says of each slip where it stands and what
        to change, links each cell of the tables with its place, and has the figures to tick off.

        Args:
            lang: `zh` for Chinese, `en` for English.
            content: The bytes of the PDF document that the report was read from; its pages are
                shown in place of its text.

        Returns:
            The page, which can be written to a file as UTF-8.

        Raises:
            BadArgument: `lang` is another language.

        """
        from govinfo.review import review_page, reviewed

        return review_page([reviewed(self, content=content)], lang)

    def place(self, address: str) -> Place | None:
        """Return where the figure at an address stands in the document.

        Args:
            address: `table.row.column`, such as `requests.new_received.total`.

        Returns:
            Line and column of a text; page and box of a PDF document; table, row and column of a
            web page, a Word document, a workbook or a grid, counted from 1. `None` for a figure
            that is not in the text.

        Raises:
            UnknownAddress: The form of the report has no such cell.

        """
        span = self[address].span
        return None if span is None else place_in(self.source_text, span, self.layout)

    def column(self, address: str) -> Column:
        """Return the column of a cell: its heading, unit and kind.

        An unknown address raises `UnknownAddress`.
        """
        return cell_of(self.form, address)[1]

    def row(self, address: str) -> Row:
        """Return the row of a cell: its label and its parent row.

        An unknown address raises `UnknownAddress`.
        """
        return cell_of(self.form, address)[0]

    # Out of the library.

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain data, with the schema id `govinfo.report/1`."""
        from govinfo.serial import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Report:
        """Return the report from the data that `to_dict` returned; it equals the original."""
        from govinfo.serial import from_dict

        return from_dict(data)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the report as JSON text, with the schema id `govinfo.report/1`."""
        from govinfo.serial import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """Return the report from the text that `to_json` returned; it equals the original."""
        from govinfo.serial import from_json

        return from_json(text)

    def to_pandas(
        self,
        *,
        wide: bool = False,
        names: Names = "address",
        table: TableName = "figures",
        lang: Lang = "zh",
    ) -> pd.DataFrame:
        """Return the cells as a pandas data frame, as the function `to_pandas` does."""
        from govinfo.frames import to_pandas

        return to_pandas([self], wide=wide, names=names, table=table, lang=lang)

    def to_polars(
        self, *, wide: bool = False, table: TableName = "figures", lang: Lang = "zh"
    ) -> pl.DataFrame:
        """Return the cells as a polars data frame, as the function `to_polars` does."""
        from govinfo.frames import to_polars

        return to_polars([self], wide=wide, table=table, lang=lang)

    def to_arrow(
        self, *, wide: bool = False, table: TableName = "figures", lang: Lang = "zh"
    ) -> pa.Table:
        """Return the cells as a pyarrow table, as the function `to_arrow` does."""
        from govinfo.frames import to_arrow

        return to_arrow([self], wide=wide, table=table, lang=lang)

    def _repr_html_(self) -> str:
        from govinfo.rendering import report_html

        return report_html(self)

    def __repr__(self) -> str:
        who = self.agency.name if self.agency else "agency unknown"
        return (
            f"<Report {who}, {self.year or 'year unknown'}, {self.form.id}, read by {self.adapter}>"
        )

    def __str__(self) -> str:
        who = self.agency.name if self.agency else "机关不明"
        return f"{who} {self.year or '年度不明'}（{self.form.id}，由 {self.adapter} 读取）"

    def __reduce__(self) -> tuple[object, ...]:
        return unpacked_report, self.packed()

    def packed(self) -> tuple[Any, ...]:
        """Return plain values, with the head and the claims if somebody has asked for them."""
        parts = (
            _kept(self, "head", self._head),
            self._sections,
            _kept(self, "claims", self._claims),
            self.layout,
            self.method,
            self._unread,
            self._uncounted,
        )
        bound = (self.adapter, self.encoding, self._marks, self._doubts, self._end)
        return self._cells.packed(), *bound, *parts

    # Two reports are equal when they say the same of the same text.

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        if (self.adapter, self._cell_notes) != (other.adapter, other._cell_notes):
            return False
        if self._cells != other._cells:
            return False
        # Head, sections and claims follow from the text, unless they were read from data.
        given = (self._head, self._sections, other._head, other._sections)
        if given == (None, None, None, None):
            return True
        parts = (self.head, self.sections, self.claims, self.unread)
        return parts == (other.head, other.sections, other.claims, other.unread)

    def __hash__(self) -> int:
        return hash((self.form.id, self.adapter, self.source_text))

    def _section(self, section_id: str, start: int, body: int, end: int) -> Section:
        characters = self._cells.page.text.characters
        # The blocks of a plug-in may stand in an order in which a part ends before its title does.
        end = max(body, end)
        return Section(
            id=section_id,
            title=plain(characters[start:body]).strip(_HEADING_ORNAMENTS),
            text=plain(characters[body:end]).strip(),
            span=self._cells.page.text.source_span(*trimmed(characters, start, end)),
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
                f"{self._form.id} has the table {name!r}, and this document does not; "
                f"its tables are {there}. "
                f"Ask `{name!r} in report.tables` first, or take single cells: "
                f"those that are absent say so."
            )
        raise unknown_name("table", name, self or [table.id for table in self._form.tables])

    def __reduce__(self) -> tuple[object, ...]:
        return _Tables, (self._form, dict(self))


@frozen
class Table:
    """One statutory table of a report. Iterate over its figures, or index it by row and column."""

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
            "a cell of a table is asked for by the ids of its row and its column; found "
            f'{Shown(cell)!r}. Write table["{row}", "{column}"], '
            f'or report["{self.id}.{row}.{column}"].'
        )

    def __iter__(self) -> Iterator[Figure]:
        return (self.report[address] for address in self.addresses)

    def __len__(self) -> int:
        return len(self.addresses)

    def __repr__(self) -> str:
        return f"<Table {self.id}: {len(self)} cells>"

    def _repr_html_(self) -> str:
        from govinfo.rendering import table_html

        return table_html(self)


@runtime_checkable
class SourceReading(Protocol):
    """What became of one of many sources: a report, or none."""

    @property
    def source_id(self) -> object:
        """The name of the source."""

    @property
    def report(self) -> Report | None:
        """The report; `None` if there is none."""


Reports: TypeAlias = Report | SourceReading | Iterable[Report | SourceReading]
"""One report or many, alone or with their sources; sources without a report are left out."""


def each_report(reports: Reports) -> Iterator[tuple[object, Report]]:
    """Yield each report with the name of its source, which a report alone does not know."""
    for number, item in enumerate(_listed(reports)):
        if isinstance(item, Report):
            yield None, item
        elif not isinstance(item, SourceReading) or not isinstance(item.report, Report | None):
            raise BadArgument(_no_report(f"item {number}", item))
        elif item.report is not None:
            yield item.source_id, item.report


@runtime_checkable
class FailedReading(Protocol):
    """What became of a source that gave no report."""

    @property
    def source_id(self) -> object:
        """The name of the source."""

    @property
    def error(self) -> Exception | None:
        """Why there is no report."""


def each_error(reports: Reports) -> Iterator[FailedReading]:
    """Yield the readings that gave no report and say why."""
    for item in _listed(reports):
        if isinstance(item, FailedReading) and item.error is not None:
            yield item


def _listed(reports: Reports) -> Iterable[object]:
    """Return one report or many as many; people call this with whatever they have."""
    several: object = [reports] if isinstance(reports, Report | SourceReading) else reports
    if isinstance(several, str | bytes) or not isinstance(several, Iterable):
        raise BadArgument(_no_report("what was passed", several))
    return several


def _no_report(what: str, item: object) -> str:
    return (
        f"{what} is of type {type(item).__name__}, where a report, a reading of `parse_many`, "
        "or several of these "
        "were wanted; `govinfo.parse` makes a report of a text or a file"
    )


def _kept(report: Report, name: str, given: Any) -> Any:  # noqa: ANN401 - of any type
    """Return a part that is made on demand, if it was asked for, and else what was given."""
    try:
        return vars(Report)[name].__get__(report)
    except AttributeError:
        return given


def unpacked_report(cells: tuple[Any, ...], *bound: Any) -> Report:  # noqa: ANN401 - plain values
    """Return the report that `packed` made these values of."""
    return Report(unpacked_cells(*cells), *bound)
