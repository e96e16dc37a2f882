"""A page becomes a report, or it is said why it is none."""

from __future__ import annotations

import re
from array import array

from attrs import evolve

from govinfo.binding.kinds import VALUE, kinds_of
from govinfo.binding.sections import mark_sections
from govinfo.binding.tables import bind_tables, form_of, layout_of
from govinfo.binding.titles import NOTICE, titles_in
from govinfo.errors import NotAReport
from govinfo.forms import FORMS, Form, form_by_id
from govinfo.model import NOWHERE, Note, Report
from govinfo.page import Page
from govinfo.text.plain import plain

__all__ = ["bind"]

_FEW_CELLS = 15
"""A page with at least this many statutory cells on it is a report, whatever else it says."""
_SUBJECT = re.compile(r"(?:政府信息|政务信息|政务|信息)公开")
_GENRE = re.compile(r"年度(?:工作)?(?:总结)?报告|年报|年度总结")
_PLAINLY = re.compile(r"(?:信息|政[务務])公[开開][^\n。通]{0,12}年度?(?:工作)?[报報](?![^\n]{0,30}通知)")
"""What the opening of a report says in either script; with three headings below it, nothing more is asked."""
_OPENING = 400
_FEW_HEADINGS = 3
_SHORTEST = 60
"""A narrative report has at least this many characters of running text."""
_LIST = 3
"""A page with this many titles is a list of reports."""


def bind(page: Page, adapter: str, encoding: str | None = None, notes: tuple[Note, ...] = ()) -> Report:
    """Return the report that a page is; `NotAReport`, with the evidence, when it is none."""
    tokens = page.cut()
    kinds = kinds_of(tokens)
    layout, base = layout_of(kinds)
    if layout is not None:
        marks = mark_sections(tokens, kinds, layout.form)
        return Report(layout.form, adapter, encoding, page, layout.places, base, marks=marks, doubts=notes)
    form = form_of(kinds)
    if form is None:
        return _without_tables(page, tokens, kinds, adapter, encoding, notes)
    return _row_by_row(page, tokens, kinds, form, adapter, encoding, notes)


def _row_by_row(
    page: Page, tokens: list[str], kinds: str, form: Form, adapter: str, encoding: str | None, notes: tuple[Note, ...]
) -> Report:
    """A report that does not keep to its form in some place, or a page with a few of its labels on it."""
    bound = bind_tables(page, tokens, kinds, form)
    report = Report(
        form,
        adapter,
        encoding,
        page,
        bound.places,
        others=tuple(bound.others),
        settled=bound.settled,
        marks=mark_sections(tokens, kinds, form),
        doubts=(*notes, *bound.notes),
    )
    cells = len(bound.places) - bound.places.count(NOWHERE) + len(bound.settled)
    if cells < _FEW_CELLS or VALUE not in kinds:
        _require(report, cells)
    return report


def _without_tables(
    page: Page, tokens: list[str], kinds: str, adapter: str, encoding: str | None, notes: tuple[Note, ...]
) -> Report:
    """A report in prose: of before 2019, or of later with its tables lost, as its headings tell."""
    prose, tabular = form_by_id("narrative2008"), form_by_id("form2021")
    marks = {form: mark_sections(tokens, kinds, form) for form in (prose, tabular)}
    form = max(marks, key=lambda form: len(marks[form]))
    nowhere = array("i", [NOWHERE]) * len(form.addresses)
    report = Report(form, adapter, encoding, page, nowhere, marks=marks[form], doubts=notes)
    if len(marks[form]) < _FEW_HEADINGS or not _PLAINLY.search(page.text.characters, 0, _OPENING):
        _require(report, 0)
    return _by_year(report)


def _by_year(report: Report) -> Report:
    """Without tables the two forms of 2019 and 2021 look alike: then the year has to decide, and a note says so."""
    if not report.form.tables:
        return report
    fitting = [
        form for form in FORMS if form.tables and form.first_year <= (report.year or 0) <= (form.last_year or 9999)
    ]
    form: Form = fitting[0] if fitting else form_by_id("form2021")
    message = f"the document has no statutory table; {form.id} is chosen by its headings and its year"
    note = Note("tables_missing", message)
    places = array("i", [NOWHERE]) * len(form.addresses)
    return evolve(report, form=form, places=places, doubts=(*report._doubts, note), head=report.head)


def _require(report: Report, cells: int) -> None:
    """Raise `NotAReport` unless title, headings and text speak for a report."""
    text = plain(report.source_text)
    lines = text.split("\n")
    titles = titles_in(lines[:200])
    opening = next((line.strip() for line in lines if line.strip()), "")
    notice = not titles and any(NOTICE.search(line) and _GENRE.search(line) for line in lines[:12])
    subject, genre = _SUBJECT.search(text) is not None, _GENRE.search(text) is not None
    prose = sum(len(line) for line in lines if len(line) > 20)
    listing = len({title.text for title in titles}) >= _LIST and len(report.sections) < _FEW_HEADINGS
    headed = len(report.sections) >= _FEW_HEADINGS and subject and (genre or cells)
    titled = bool(titles) and (len(report.sections) > 0 or prose >= _SHORTEST)
    if not notice and not listing and (headed or titled or cells >= _FEW_CELLS):
        return
    evidence = (
        f"a title line: {titles[0].text if titles else 'none'}"
        + (f" (and {len(titles) - 1} more: a list of reports)" if listing else ""),
        f"section headings: {', '.join(s.title for s in report.sections) or 'none'}",
        f"cells of the statutory tables: {cells}",
        f"the words 政府信息公开 and 年度报告: {'both' if subject and genre else 'not both'}",
        f"a notice about reports by its first lines: {'yes' if notice else 'no'}",
        f"the text begins: {opening[:40]!r}" if opening else "the text is empty",
    )
    raise NotAReport("this is no annual report on government information disclosure", evidence)
