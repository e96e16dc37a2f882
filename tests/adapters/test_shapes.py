"""Shapes of pipes: alone on their lines, all on one line, and in the markup of a wiki."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from attrs import evolve

from govinfo.adapters.dialects.wiki import WIKI
from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.page import ROW_END
from govinfo.reading import parse
from govinfo.spans import Text
from govinfo.testing.compare import differences
from govinfo.testing.dialects import Style, render
from govinfo.testing.drafts import write
from govinfo.testing.drafts.printing import PLAIN, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable

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


def lines_with_labels_last(sheet: PrintedTable) -> Iterator[str]:
    """Yield the rows of a sheet with tabs between cells; in table three each label stands last."""
    for row in spread(DRAFT, sheet, PLAIN):
        label = max((n for n, cell in enumerate(row) if cell and not cell.isdigit()), default=0)
        is_mirrored = sheet.table.id == "requests" and row[-1].isdigit()
        yield "\t".join([*row[label + 1 :], row[label]] if is_mirrored else row)


def test_labels_behind_their_figures() -> None:
    """The figures above a label are not those of the row before, whoever reads the page."""
    text = "\n".join(report_lines(DRAFT, lines_with_labels_last, PLAIN))
    glued = parse(text, adapter="collapsed")

    assert all(value in (None, TRUTH[a]) for a, value in parse(text).values().items())
    assert glued["requests.granted.total"].value is None
    assert "tables_unread" in {note.code for note in glued.notes}


@pytest.mark.parametrize("words", ["空", "没有", "(略)"])
def test_words_between_glued_figures(words: str) -> None:
    """A row of words and figures is not blank."""
    row = "requests.carried_over"
    values = {a: v for a, v in DRAFT.values.items() if not a.startswith(row) or a.endswith("total")}
    text = render(evolve(DRAFT, values=values), "stacked", style=Style(blank=words))

    assert parse(text, adapter="collapsed")[f"{row}.total"].state is not State.BLANK


def test_a_table_whose_cells_are_lost_is_noted() -> None:
    """Sentences with the labels of table two are no table, and a note tells of it."""

    def table(sheet: PrintedTable) -> Iterator[str]:
        if sheet.table.id != "proactive":
            yield from (" | ".join(row) + " |" for row in spread(DRAFT, sheet, PLAIN))
            return
        for block in sheet.table.blocks:
            for row in block.data_rows:
                yield f"{row.label}：" + "，".join(f"{column.label}3" for column in block.columns)

    report = parse("\n".join(report_lines(DRAFT, table, PLAIN)))

    assert report["proactive.rules.issued"].state is State.ABSENT
    assert [note.message for note in report.notes if note.code == "tables_unread"] == [
        "the labels of proactive are in the text, but none of its cells is read"
    ]


def plain_heads(sheet: PrintedTable) -> list[list[str]]:
    """Return table three with all of its heads on one line; the other tables as they are printed."""
    if sheet.table.id != "requests":
        return list(spread(DRAFT, sheet, PLAIN))
    block = sheet.table.blocks[0]
    rows = [
        [row.label, *(str(TRUTH[f"requests.{row.id}.{column.id}"]) for column in block.columns)]
        for row in block.data_rows
    ]
    return [["事项", *(column.label for column in block.columns)], *rows]


@pytest.mark.parametrize("bar", ["", "| "], ids=["pipes", "Markdown"])
@pytest.mark.parametrize("lost", [1, 4, 7])
def test_a_column_is_lost_below_heads(bar: str, lost: int) -> None:
    """Where each row has a cell less than there are heads, the border behind it is no blank cell."""

    def table(sheet: PrintedTable) -> Iterator[str]:
        for number, row in enumerate(plain_heads(sheet)):
            is_short = sheet.table.id == "requests" and number
            cells = [*row[:lost], *row[lost + 1 :]] if is_short else row
            yield f"{bar}{' | '.join(cells)} |"

    report = parse("\n".join(report_lines(DRAFT, table, PLAIN)))
    requests = [figure for a, figure in report.figures().items() if a.startswith("requests")]

    assert {figure.value for figure in requests} == {None}
    assert {figure.state for figure in requests} == {State.ILLEGIBLE}
    assert report["proactive.rules.issued"].value == TRUTH["proactive.rules.issued"]


def test_numbers_of_lines_before_labels() -> None:
    """The number of a line is no part of the label behind it, one space apart."""
    number = 0

    def table(sheet: PrintedTable) -> Iterator[str]:
        nonlocal number
        for row in spread(DRAFT, sheet, PLAIN):
            number += 1
            numbered = f"{number} " if sheet.table.id == "proactive" and row[-1].isdigit() else ""
            yield numbered + " ".join(cell for cell in row if cell)

    report = parse("\n".join(report_lines(DRAFT, table, PLAIN)))

    assert differences(report, TRUTH) == {}
