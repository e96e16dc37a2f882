"""One cell a line: what says that there is no figure is a cell like any other."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from attrs import evolve

from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import differences
from govinfo.testing.dialects import Style, render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
COLUMNS = ("issued", "repealed", "in_force")
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})


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
