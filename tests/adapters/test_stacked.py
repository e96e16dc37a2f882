"""One cell a line: what says that there is no figure is a cell like any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest
from attrs import evolve

from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.dialects import Style, render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
COLUMNS = ("issued", "repealed", "in_force")
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})


@pytest.mark.parametrize("seed", [2, 9, 15])
def test_lines_of_spaces(seed: int) -> None:
    """A line of spaces, as far from its neighbours as cells are, is a blank cell, also where words follow."""
    draft = write(form_by_id("form2019"), Random(seed))
    draft = draft.without([address for address, value in draft.values.items() if value == 0])
    report = parse(render(draft, "stacked", blank_lines=True, style=Style(blank=" ")))

    assert len([value for value in draft.values.values() if value]) > 20
    assert differences(report, draft.expected()) == {}


DICE = Random(52)
SPARSE = write(form_by_id("form2019"), DICE, consistent=False)
SPARSE = SPARSE.without([address for address in SPARSE.values if DICE.random() < 0.2])


@pytest.mark.parametrize("blank", ["/", "无", "不适用"])
@pytest.mark.parametrize(
    ("options", "missing"),
    [
        pytest.param(
            {},
            ["proactive.rules.issued", "proactive.normative_documents.issued"],
            id="first row of numbers",
        ),
        pytest.param({"apart": 2}, ["proactive.normative_documents.repealed"], id="rows set apart"),
        pytest.param(
            {"blank_lines": True, "apart": 1}, ["requests.new_received.total"], id="all set apart"
        ),
    ],
)
def test_no_figure(blank: str, options: Mapping[str, Any], missing: list[str]) -> None:
    """A cell that says "no figure" sets no rows apart, and makes no label of the one above it."""
    draft = DRAFT.without(missing)
    report = parse(render(draft, "stacked", style=Style(blank=blank), **options))

    assert report.adapter == "stacked"
    assert differences(report, draft.expected()) == {}


@pytest.mark.parametrize("below", ["\n【打印】【关闭】\n", "\n\n下一篇：没有了\n"])
def test_empty_lines_below(below: str) -> None:
    """Empty lines below a short report do not make its spanned places blank cells."""
    draft = evolve(DRAFT, values=dict.fromkeys(FORM.addresses, 0))
    report = parse(render(draft, "stacked", pipes=True) + below)

    assert (report.notes, differences(report, draft.expected())) == ((), {})


def _one_line_short() -> Iterator[str]:
    """Yield a report with blank cells, each time with another one of its empty lines left out."""
    lines = render(SPARSE, "stacked", blank_lines=True, indent="  ").split("\n")
    empty = [place for place, line in enumerate(lines) if not line.strip()]
    for place in Random(17).sample(empty, 12):
        yield "\n".join([*lines[:place], *lines[place + 1 :]])


def test_one_empty_line_less() -> None:
    """A line that is lost somewhere moves no figure to another cell, whoever reads the page.

    Who reads each empty line as a cell sees rows with more figures than the form has cells: where
    a blank may be one of them, it does not tell which figure is in which cell.
    """
    reports = [parse(text) for text in _one_line_short()]

    assert [falsehoods(report, SPARSE.expected()) for report in reports] == [{}] * 12
    assert {report.adapter for report in reports} == {"stacked"}


def test_a_page_with_empty_lines_that_ends_within_its_first_row() -> None:
    """The empty lines between all lines are no blank cells: which figure is lost is not known."""
    draft = write(form_by_id("form2021"), Random(3))
    text = render(draft, "stacked", blank_lines=True, apart=1)
    rules = text.index("\n规章\n")
    second = text.index("\n\n", rules + 5) + 2
    two_figures = text.index("\n\n", second)
    report = parse(text[:two_figures])

    assert [report[f"proactive.rules.{column}"].value for column in COLUMNS] == [None] * 3
    assert [note.code for note in report.notes] == ["row_width"]
