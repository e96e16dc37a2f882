"""A page becomes a report, or it is said why it is none."""

from __future__ import annotations

from array import array
from bisect import bisect_left

from attrs import evolve, frozen

from govinfo.binding.acceptance import FEW_CELLS, plainly_a_report, require_a_report
from govinfo.binding.annex.reader import Annex, read_annex
from govinfo.binding.assignment import Bound
from govinfo.binding.sections import known_headings, mark_sections
from govinfo.binding.tables.exact import layout_of
from govinfo.binding.tables.rowwise import bind_tables, form_of
from govinfo.binding.tokens import VALUE, kinds_of
from govinfo.binding.truncation import doubt_the_end
from govinfo.binding.unseparated.detect import glued_form
from govinfo.forms import FORMS, Form
from govinfo.model import NOWHERE, Note, Report
from govinfo.page import Page

__all__ = ["bind"]

_TABULAR = next(form for form in FORMS if form.is_tabular)
_PROSE = next(form for form in FORMS if not form.tables)


@frozen
class _Sheet:
    """A page with its tokens, and what reading it has brought so far."""

    page: Page
    tokens: list[str]
    kinds: str
    adapter: str
    encoding: str | None
    notes: tuple[Note, ...]


def bind(
    page: Page, adapter: str, encoding: str | None = None, notes: tuple[Note, ...] = ()
) -> Report:
    """Return the report that a page is; `NotAReport`, with the evidence, when it is none."""
    tokens = page.cut()
    kinds = kinds_of(tokens)
    if page.is_glued:
        return _glued(_Sheet(page, tokens, kinds, adapter, encoding, notes))
    layout, base = layout_of(tokens, kinds) if page.ordered else (None, 0)
    if layout is not None:
        marks = mark_sections(tokens, kinds, layout.form)
        report = Report(
            layout.form, adapter, encoding, page, layout.places, base, marks=marks, doubts=notes
        )
        return doubt_the_end(report)
    form, sheet = form_of(kinds), _Sheet(page, tokens, kinds, adapter, encoding, notes)
    if form is None:
        return _without_tables(sheet)
    bound = bind_tables(page, tokens, kinds, form)
    # A province may have put rows of the tables of today, 行政许可 or 行政处罚, into its annex of
    # statistics.
    annex = read_annex(page) if _cells(bound) < FEW_CELLS else None
    if annex is not None and len(annex.figures) > _cells(bound):
        return doubt_the_end(_with_annex(sheet, annex))
    return _row_by_row(sheet, bound)


def _glued(sheet: _Sheet) -> Report:
    """A report whose separators are gone."""
    form = glued_form(sheet.page.text.characters)
    bound = None if form is None else bind_tables(sheet.page, sheet.tokens, sheet.kinds, form)
    return (
        _without_tables(sheet) if bound is None or not _cells(bound) else _row_by_row(sheet, bound)
    )


def _cells(bound: Bound) -> int:
    """How many cells were found."""
    return len(bound.places) - bound.places.count(NOWHERE) + len(bound.settled)


def _row_by_row(sheet: _Sheet, bound: Bound) -> Report:
    """A report that does not keep to its form in some place, or a page with a few of its labels on it."""
    form = bound.form
    report = Report(
        form,
        sheet.adapter,
        sheet.encoding,
        bound.page,
        bound.places,
        others=tuple(bound.others),
        settled=bound.settled,
        inferred=bound.inferred,
        marks=mark_sections(sheet.tokens, sheet.kinds, form),
        doubts=(*sheet.notes, *bound.notes),
    )
    cells = _cells(bound)
    if cells < FEW_CELLS or VALUE not in sheet.kinds:
        require_a_report(report, cells)
    return doubt_the_end(report)


def _without_tables(sheet: _Sheet) -> Report:
    """A report in prose: of before 2019, or of later with its tables lost, as its headings tell."""
    annex = read_annex(sheet.page)
    if annex is not None and annex.figures:
        return doubt_the_end(_with_annex(sheet, annex))
    form = max((_PROSE, _TABULAR), key=lambda form: known_headings(sheet.kinds, form))
    marks = mark_sections(sheet.tokens, sheet.kinds, form)
    nowhere = array("i", [NOWHERE]) * len(form.addresses)
    doubts = (*sheet.notes, *(annex.notes if annex else ()))
    report = Report(
        form, sheet.adapter, sheet.encoding, sheet.page, nowhere, marks=marks, doubts=doubts
    )
    characters = sheet.page.text.characters
    if not plainly_a_report(characters, len(marks)):
        require_a_report(report, 0)
    glued = glued_form(characters)
    if glued is not None:
        message = "the labels of the statutory tables are in the text, but their cells could not be told apart"
        return _without_cells(report, glued, Note("tables_unread", message))
    return _by_year(report) if form.is_tabular else report


def _with_annex(sheet: _Sheet, annex: Annex) -> Report:
    """A report in prose with an annex of statistics behind it, whose rows are numbered as headings are."""
    before = bisect_left(sheet.page.places(), (annex.begin, annex.begin))
    marks = mark_sections(sheet.tokens[:before], sheet.kinds[:before], annex.form)
    report = Report(
        annex.form,
        sheet.adapter,
        sheet.encoding,
        sheet.page,
        array("i", [NOWHERE]) * len(annex.form.addresses),
        settled=annex.figures,
        marks=marks,
        doubts=(*sheet.notes, *annex.notes),
        end=annex.begin,
    )
    if len(annex.figures) < FEW_CELLS:
        require_a_report(report, len(annex.figures))
    if annex.year is None or report.year in (None, annex.year):
        return report
    message = f"the annex is headed {annex.year}, and the report is on {report.year}: it may be that of another year"
    return report.with_notes(Note("annex_year", message))


def _by_year(report: Report) -> Report:
    """Without tables the two forms of 2019 and 2021 look alike: then the year has to decide, and a note says so."""
    year = report.year or 0
    fitting = [
        form
        for form in FORMS
        if form.is_tabular and form.first_year <= year <= (form.last_year or year)
    ]
    form = fitting[0] if fitting else report.form
    message = (
        f"the document has no statutory table; {form.id} is chosen by its headings and its year"
    )
    return _without_cells(report, form, Note("tables_missing", message))


def _without_cells(report: Report, form: Form, note: Note) -> Report:
    places = array("i", [NOWHERE]) * len(form.addresses)
    return evolve(report, form=form, places=places).with_notes(note)
