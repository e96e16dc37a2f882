"""Shapes of pipes: alone on their lines, all on one line, and in the markup of a wiki."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve

from govinfo.adapters.dialects.wiki import WIKI
from govinfo.forms import form_by_id
from govinfo.page import ROW_END
from govinfo.reading import parse
from govinfo.spans import Text
from govinfo.testing.compare import differences
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
# No two cells hold the same number, so that a figure in the wrong place is seen.
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
TRUTH = DRAFT.expected()
ALONE = render(DRAFT, "stacked", alone=True)
TEXTS = {
    "alone": ALONE,
    "alone between cells": ALONE.replace("|\n行政", "行政").replace("|\n第", "第"),
    "alone with spaces": ALONE.replace("\n|", "\n  |"),
    "one line": render(DRAFT, "pipes", one_line=True),
    "one line a table": render(DRAFT, "pipes", leading=True).replace(" |\n| ", " | | "),
    "one line of Markdown": render(DRAFT, "markdown", one_line=True),
    "wiki": render(DRAFT, "wiki"),
    "wiki with attributes": render(DRAFT, "wiki", attributes=True),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_cell_is_read(text: str) -> None:
    """All cells are read and all parts found, and nothing is noted."""
    report = parse(text)

    assert (differences(report, TRUTH), report.notes) == ({}, ())
    assert [section.id for section in report.sections] == [part.id for part in DRAFT.parts]


@pytest.mark.parametrize(
    "name", ["alone", "alone with spaces", "one line", "one line of Markdown", "wiki"]
)
def test_blank_cells(name: str) -> None:
    """A blank cell is blank, and its neighbours stay where they are."""
    assert differences(
        parse(TEXTS[name].replace(" 224 ", "  ").replace("\n224\n", "\n\n")), TRUTH
    ).keys() <= {"requests.not_processed_duplicate.research"}


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("| 规章 || 1 || ", [" 规章 ", " 1 ", " "], id="abreast"),
        pytest.param('! colspan="2" | 数量 !! 2', [" 数量 ", " 2"], id="heads"),
        pytest.param("| rowspan=3 | 规章", [" 规章"], id="attribute without quotation marks"),
        pytest.param("|+ 表二", ["|+ 表二"], id="caption"),
        pytest.param("规章", ["规章"], id="running text"),
    ],
)
def test_cells_of_a_wiki(line: str, cells: list[str]) -> None:
    """A line of a wiki's table is cut into its cells, without what is said of how they look."""
    tokens = WIKI.read(Text(f'{{| class="wikitable"\n|- style="x"\n{line}\n|}}')).cut()

    assert tokens == [*cells, ROW_END]
