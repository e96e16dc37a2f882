"""A page becomes a report: the first strategy that can read the page reads it.

`STRATEGIES`, at the end, is the content of this module. A strategy returns a report, or `None` for
a page that another strategy reads. `report.method` says which one read it. Most pages keep to
their form: what reads the others is imported when the first of them comes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from attrs import define, evolve, frozen

from govinfo.accidents.accident import examine
from govinfo.binding.assignment import Bound, join_shared, note_unreadable
from govinfo.binding.kinds import SIGNED, VALUE
from govinfo.binding.sections import known_headings, mark_sections, note_extra_parts
from govinfo.binding.tables.exact import layout_of
from govinfo.binding.tables.form_choice import form_of
from govinfo.binding.tokens import signed_kinds_of
from govinfo.binding.truncation import doubt_the_end
from govinfo.cells import Cells, no_cells
from govinfo.division import FEW_LABELS, has_labels, labels_in
from govinfo.forms import FORMS, Form
from govinfo.model import Report
from govinfo.notes import Note
from govinfo.page import NOWHERE, Page
from govinfo.parts import Method

if TYPE_CHECKING:
    from govinfo.binding.annex.reader import Annex

__all__ = ["STRATEGIES", "Strategy", "bind"]

_TABULAR = next(form for form in FORMS if form.is_tabular)
_PROSE = next(form for form in FORMS if not form.tables)
_NAMES_LATER_YEAR = re.compile(r"20(?:19|[2-9]\d)|二[〇○零Ｏ0](?:一九|[二三])")
"""A year in which reports had tables; the year of a report stands near its beginning."""
_OPENING_CHARS = 3000
_BARE_NUMBER = re.compile(r"(?<!\S)-?\d[\d,.]*(?!\S)")
_MANY_NUMBERS = 5
"""So many numbers without a word beside them stand in no prose."""


@define
class TokenPage:
    """A page with its tokens, and what is known about its source."""

    page: Page
    tokens: list[str]
    signed_kinds: str
    """One character for each token; a number that not every column can hold is told apart."""
    encoding: str | None
    notes: tuple[Note, ...]
    """What the reader doubts before the page is bound."""

    @cached_property
    def kinds(self) -> str:
        """One character for each token."""
        return self.signed_kinds.replace(SIGNED, VALUE)

    @property
    def is_plain(self) -> bool:
        """Whether the cells are apart, and the cells of each row follow its label."""
        return self.page.ordered and not self.page.is_glued

    @cached_property
    def annex(self) -> Annex | None:
        """The annex of statistics on the page, looked for once."""
        from govinfo.binding.annex.reader import read_annex

        return read_annex(self.page)

    def report(
        self, cells: Cells, method: Method, notes: Sequence[Note] = (), end: int | None = None
    ) -> Report:
        """Return the report of these cells, whose parts begin before the token `end`."""
        tokens = self.tokens if end is None else self.tokens[:end]
        return Report(
            cells,
            method.adapter,
            self.encoding,
            marks=mark_sections(tokens, self.kinds[:end], cells.form),
            doubts=(*self.notes, *notes),
            method=method,
        )

    def prose(self, method: Method) -> Report:
        """Return the report without cells, in the form of its headings or in that of its year."""
        notes, characters = self.annex.notes if self.annex else (), self.page.text.characters
        known = {form: known_headings(self.kinds, form) for form in (_PROSE, _TABULAR)}
        form, other = sorted(known, key=known.__getitem__, reverse=True)
        report = self.report(no_cells(form, self.page), method, notes)
        is_sure = known[form] > known[other] + 1
        may_be_later = _NAMES_LATER_YEAR.search(characters, 0, _OPENING_CHARS)
        if is_sure or not (form.is_tabular or may_be_later):
            return report
        # One heading in words of another time makes a report neither older nor newer than its year.
        of_year = self.report(no_cells(other, self.page), method, notes)
        forms = (one for one in FORMS if one.applies_to(of_year.year or 0))
        if next(forms, form).is_tabular != other.is_tabular:
            return report
        return of_year if len(of_year.section_ids) >= len(report.section_ids) else report


@frozen
class Strategy:
    """One way to find the cells of a report on its page."""

    name: str
    """A stable id; `report.method.strategy` holds it."""
    module: str
    """The module that finds the cells: look there for the cause of a wrong figure."""
    read: Callable[[TokenPage, Method], Report | None]
    """Return the report, or `None` for a page that another strategy reads."""


def bind(
    page: Page, adapter: str, encoding: str | None = None, notes: tuple[Note, ...] = ()
) -> Report:
    """Return the report that is on a page.

    Args:
        page: The page that an adapter made of a text.
        adapter: The name of that adapter.
        encoding: The encoding of the source; `None` if the source was a `str`.
        notes: What the reader doubts before the page is bound.

    Raises:
        NotAReport: The page is no annual report; the error lists what was looked for and found.

    """
    tokens = page.cut()
    whole = TokenPage(page, tokens, signed_kinds_of(tokens), encoding, notes)
    for strategy, method in zip(STRATEGIES, _methods(adapter), strict=True):
        report = strategy.read(whole, method)
        if report is not None:
            return note_extra_parts(doubt_the_end(report))
    raise LookupError("the last of the STRATEGIES has to read every report, or raise NotAReport")


@lru_cache(maxsize=64)
def _methods(adapter: str) -> tuple[Method, ...]:
    """For each strategy, what a report says that it read from a page of this adapter."""
    return tuple(Method(adapter, strategy.name, strategy.module) for strategy in STRATEGIES)


def read_exact(whole: TokenPage, method: Method) -> Report | None:
    """Read a page that has just the rows of its form, each with just its cells, as most do."""
    layout, base = layout_of(whole.tokens, whole.signed_kinds) if whole.is_plain else (None, 0)
    if layout is None:
        return None
    cells = Cells(layout.form, whole.page, layout.places, base, examine=examine)
    return whole.report(cells, method)


def read_rowwise(whole: TokenPage, method: Method) -> Report | None:
    """Read a page whose rows each have a label before their cells."""
    form = form_of(whole.kinds) if whole.is_plain else None
    if form is None:
        return None
    from govinfo.binding.tables.rowwise import put_rows

    return _with_tables(whole, method, form, put_rows)


def read_unseparated(whole: TokenPage, method: Method) -> Report | None:
    """Read a page whose cells stand together without separators."""
    if not whole.page.is_glued:
        return None
    from govinfo.binding.unseparated.detect import glued_form
    from govinfo.binding.unseparated.pipeline import put_runs

    form = glued_form(whole.page.text.characters)
    return None if form is None else _with_tables(whole, method, form, put_runs)


def read_unordered(whole: TokenPage, method: Method) -> Report | None:
    """Read a page on which a tool has set figures apart from their labels."""
    is_apart = not (whole.page.ordered or whole.page.is_glued)
    form = form_of(whole.kinds) if is_apart else None
    if form is None:
        return None
    from govinfo.binding.unordered.tables import put_scattered

    return _with_tables(whole, method, form, put_scattered)


def _with_tables(
    whole: TokenPage, method: Method, form: Form, put: Callable[[Bound], None]
) -> Report | None:
    """Return the report with the cells that `put` finds; `None` if other strategies find more."""
    from govinfo.binding.acceptance import FEW_CELLS, require_a_report
    from govinfo.binding.misread_digits import settle_misread
    from govinfo.binding.worded_rows import doubt_worded_rows

    bound = Bound(whole.page, whole.tokens, whole.kinds, form)
    put(bound)
    settle_misread(bound)
    doubt_worded_rows(bound)
    note_unreadable(bound)
    join_shared(bound)
    count = len(bound.places) - bound.places.count(NOWHERE) + len(bound.settled)
    # A province may print rows of the tables of today, 行政许可 or 行政处罚, in its annex.
    if count < FEW_CELLS and whole.annex is not None and len(whole.annex.figures) > count:
        return None
    if not count and whole.page.is_glued:
        return None  # what the labels of the tables tell is said of the prose
    report = whole.report(bound.cells(examine), method, bound.notes)
    report = report.with_notes(*_notes_on_lost_tables(bound, report))
    if count < FEW_CELLS or VALUE not in whole.kinds:
        require_a_report(report, count)
    return report


def _notes_on_lost_tables(bound: Bound, report: Report) -> Iterator[Note]:
    """Yield a note for each table that is not read although its labels or its figures are there."""
    if NOWHERE not in bound.places:
        return
    told, characters = " ".join(note.message for note in bound.notes), bound.page.text.characters
    others = {address.table for address in bound.others}
    for table in (table for table in bound.form.tables if table.id not in others):
        first = bound.form.positions[table.addresses[0]]
        own = range(first, first + len(table.addresses))
        settled = sum(place in bound.settled for place in own)
        if any(bound.places[place] != NOWHERE for place in own) or 2 * settled > len(own):
            continue
        # A note on a row or two tells nothing of the others; one on all cells names no row.
        rows = {address.row for address in table.addresses}
        names = set(re.findall(rf"\b{table.id}\.(\w+)", told))
        if names and (len(rows - names) < FEW_LABELS or not names <= rows):
            continue
        labels = [name for name, _ in labels_in(characters)].count(table.id)
        part = next((one.text for one in report.sections if one.id == table.section), "")
        if labels >= FEW_LABELS or len(_BARE_NUMBER.findall(part)) >= _MANY_NUMBERS:
            message = f"the labels of {table.id} are in the text, but none of its cells is read"
            yield Note("tables_unread", message)


def read_annexed(whole: TokenPage, method: Method) -> Report | None:
    """Read a report in prose with an annex of statistics, whose rows are no sections."""
    from govinfo.binding.acceptance import FEW_CELLS, require_a_report

    annex = whole.annex
    if annex is None or not annex.figures:
        return None
    end = bisect_left(whole.page.places(), (annex.begin, annex.begin))
    cells = no_cells(annex.form, whole.page, annex.figures)
    report = evolve(whole.report(cells, method, annex.notes, end), end=annex.begin)
    if len(annex.figures) < FEW_CELLS:
        require_a_report(report, len(annex.figures))
    if annex.year is None or report.year in (None, annex.year):
        return report
    message = (
        f"the columns of the annex are headed {annex.year}, and the report is about {report.year}: "
        "the annex may be that of another year"
    )
    return report.with_notes(Note("annex_year_differs", message))


def read_prose(whole: TokenPage, method: Method) -> Report:
    """Read a report without cells: its form has no tables, or its tables are lost."""
    from govinfo.binding.acceptance import plainly_a_report, require_a_report
    from govinfo.binding.unseparated.detect import glued_form

    characters, report = whole.page.text.characters, whole.prose(method)
    if not plainly_a_report(characters, len(report.section_ids)):
        require_a_report(report, 0)
    form, tables = report.form, glued_form(characters)
    are_there = tables is not None or (form.is_tabular and has_labels(characters))
    if tables is None and not form.is_tabular:
        return report
    if tables is None:
        # Without the heads of table 2 the forms of 2019 and 2021 look alike.
        year = report.year or 0
        tables = next((one for one in FORMS if one.is_tabular and one.applies_to(year)), form)
    message = f"the document has no statutory table; {tables.id} is chosen by headings and year"
    note = Note("tables_missing", message)
    if are_there:
        message = "the labels of the tables are in the text, but the cells cannot be separated"
        note = Note("tables_unread", message)
    return report.without_cells(tables).with_notes(note)


STRATEGIES: tuple[Strategy, ...] = (
    Strategy("exact", layout_of.__module__, read_exact),
    Strategy("rowwise", "govinfo.binding.tables.rowwise", read_rowwise),
    Strategy("unseparated", "govinfo.binding.unseparated.pipeline", read_unseparated),
    Strategy("unordered", "govinfo.binding.unordered.tables", read_unordered),
    Strategy("annex", "govinfo.binding.annex.reader", read_annexed),
    Strategy("prose", mark_sections.__module__, read_prose),
)
"""The ways to read a page, in the order in which they are tried; the last reads every report."""
