"""Columns that no form has, and that have no head of their own: numbers of rows, and shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

import pytest
from attrs import evolve

from govinfo.figures import State
from govinfo.forms import Form, form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import differences
from govinfo.testing.drafts import Draft, write
from govinfo.testing.drafts.printing import PLAIN, printed_cell, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable

FORMS = [form_by_id(name) for name in ("form2021", "form2019", "stats2014", "stats2008")]
TABULAR = FORMS[:2]
Join = Callable[[Sequence[str]], str]
JOINS: dict[str, Join] = {
    "tabs": "\t".join,
    "pipes": lambda cells: f"| {' | '.join(cells)} |",
    "stacked": "\n".join,
}


def draft_of(form: Form) -> Draft:
    """Return a draft no two cells of which hold the same number."""
    return evolve(write(form, Random(1)), values={a: n for n, a in enumerate(form.addresses, 100)})


def printed(draft: Draft, join: Join, extra: Callable[[list[str], int], list[str]]) -> str:
    """Return the draft with its rows changed by `extra`, which gets the number of each, or 0."""

    def table(sheet: PrintedTable) -> Iterator[str]:
        number, rows = 0, spread(draft, sheet, PLAIN)
        for own, cells in zip(sheet.rows, rows, strict=True):
            is_row = any(cell.address for cell in own)
            is_heading = sheet.table.is_annex and own[0].label != "统计指标"
            number += is_row or is_heading
            begun = [printed_cell(draft, cell, PLAIN) for cell in own]
            own_cells = begun if join is JOINS["stacked"] else cells
            shown = extra(own_cells, number if is_row or is_heading else 0)
            yield join(shown[1:] if own_cells is begun and not shown[0] else shown)

    return "\n".join(report_lines(draft, table, PLAIN)) + "\n"


def numbered(cells: list[str], number: int) -> list[str]:
    """Return a row behind its number."""
    if number:
        return [str(number), *cells]
    return ["序号" if cells[0] in {"统计指标", "信息内容"} else "", *cells]


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("join", JOINS.values(), ids=JOINS)
def test_numbers_of_rows_are_no_figures(form: Form, join: Join) -> None:
    """All cells are read behind the numbers of their rows, in tables and in annexes."""
    draft = draft_of(form)
    assert differences(parse(printed(draft, join, numbered)), draft.expected()) == {}


@pytest.mark.parametrize(
    "blanks", [["litigation_after_reconsideration.total"], ["litigation_direct.other"]]
)
@pytest.mark.parametrize("join", JOINS.values(), ids=JOINS)
def test_the_number_of_the_last_row_is_no_figure_beside_blanks(
    join: Join, blanks: list[str]
) -> None:
    """With blank cells in table 4, the number of its row is never read as the first of them."""
    draft = draft_of(TABULAR[0]).without([f"review.{blank}" for blank in blanks])
    report = parse(printed(draft, join, numbered))
    assert all(report[a].value in (None, draft.values.get(a)) for a in draft.expected())


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("share", ["62%", "3.25％"])
@pytest.mark.parametrize("join", [JOINS["tabs"], JOINS["pipes"]], ids=["tabs", "pipes"])
def test_shares_behind_the_rows_are_no_figures(form: Form, share: str, join: Join) -> None:
    """All cells are read before a column of shares, also beside a blank."""
    draft = draft_of(form)
    blank = next(a for a in form.addresses if "normative" in a or "channel_website" in a)
    draft = draft.without([blank])

    def with_share(cells: list[str], number: int) -> list[str]:
        has_figures = number and len(cells) < 15 and any(cell.isdigit() for cell in cells)
        return [*cells, share if has_figures else ""]

    report = parse(printed(draft, join, with_share))
    assert differences(report, draft.expected()) == {}
    assert report[blank].state is State.BLANK


@pytest.mark.parametrize("form", TABULAR, ids=str)
def test_figures_of_another_column_take_no_place(form: Form) -> None:
    """Where rows have a figure more than the form has cells, none is read a column too far left."""
    draft = draft_of(form)
    firsts = [a for a in form.addresses if a.column in {"natural_person", "issued", "newly_made"}]
    draft = draft.without(firsts[::3])

    def with_figure(cells: list[str], number: int) -> list[str]:
        return [*cells, str(number + 7) if number and len(cells) < 15 else ""]

    report = parse(printed(draft, JOINS["tabs"], with_figure))
    assert all(report[a].value in (None, draft.values.get(a)) for a in draft.expected())


@pytest.mark.parametrize("form", TABULAR, ids=str)
@pytest.mark.parametrize("word", ["件", "含2件", "见说明", "#VALUE!"])
def test_words_behind_a_row_are_no_cell_of_it(form: Form, word: str) -> None:
    """Beside a blank first cell a unit or a remark behind the row is not its last cell."""
    draft = draft_of(form)
    firsts = [a for a in form.addresses if a.column in {"natural_person", "issued", "newly_made"}]
    draft = draft.without(firsts[::3])

    def with_word(cells: list[str], number: int) -> list[str]:
        return [*cells, word if number and len(cells) < 15 else ""]

    report = parse(printed(draft, JOINS["tabs"], with_word))
    assert all(report[a].value in (None, draft.values.get(a)) for a in draft.expected())


@pytest.mark.parametrize("form", TABULAR, ids=str)
def test_places_of_merged_cells_may_say_that_nothing_is_there(form: Form) -> None:
    """A blank place may hold #N/A, as Excel prints it; no figure moves."""
    draft = draft_of(form).without([a for a in form.addresses if a.column == "research"])

    def filled(cells: list[str], _number: int) -> list[str]:
        return [cell or "#N/A" for cell in cells]

    assert differences(parse(printed(draft, ",".join, filled)), draft.expected()) == {}
