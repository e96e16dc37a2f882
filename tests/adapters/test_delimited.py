"""Files with separators between cells: quotation marks, doubled tabs, and the numbers that pandas adds."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from govinfo.adapters.dialects import delimited
from govinfo.adapters.dialects.delimited import DELIMITED
from govinfo.adapters.layout.pandas_index import unnumbered
from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.page import ROW_END, Grid, Page
from govinfo.reading import parse
from govinfo.spans import Span, Text
from govinfo.testing.compare import differences
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
# No two cells hold the same number, so that a figure in the wrong place is seen.
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
TRUTH = DRAFT.expected()
COMMAS, TABS = (render(DRAFT, "delimited", separator=separator) for separator in ",\t")
FRAMED = render(DRAFT, "delimited", framed=True, repeated=True)


def first_row(line: str) -> list[str]:
    """Return the cells that the adapter makes of a line above a table."""
    tokens = DELIMITED.read(Text(line + "\n规章,0,0,0" * 3)).cut()
    return tokens[: tokens.index(ROW_END)]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param('"重复\n申请",1', ["重复\n申请", "1"], id="line break in a cell"),
        pytest.param('规章,"1,024"', ["规章", "1,024"], id="separator in a cell"),
        pytest.param('"危及""三安全""",1', ['危及""三安全""', "1"], id="doubled quotation marks"),
        pytest.param('　"规章", 1', ["规章", " 1"], id="spaces before"),
        pytest.param('"规章,1', ['"规章', "1"], id="quotation mark that nothing answers"),
        pytest.param(
            '规章,0,12,836"', ["规章", '0,12,836"'], id="figure that has lost a quotation mark"
        ),
        pytest.param(
            "公开(区分处理,不计其他),1",
            ["公开(区分处理,不计其他)", "1"],
            id="separator in brackets",
        ),
        pytest.param(
            "公开(区分处理,1,2", ["公开(区分处理", "1", "2"], id="bracket that is not closed"
        ),
        pytest.param("公开了1,024条,共2类。", ["公开了1,024条,共2类。"], id="running text"),
        pytest.param(",,1", ["", "", "1"], id="empty cells"),
    ],
)
def test_cells(line: str, cells: list[str]) -> None:
    """A line is cut where its separators divide cells, and nowhere else."""
    assert first_row(line) == cells


@given(st.text('甲0:-, （）(。\n"', max_size=60))
@example("甲,甲（甲,乙）")
@example(",甲,乙\n:-,-\n0,3,4\n1,5,6")
@example("0,3\n甲。,4")
def test_rows_that_need_no_list(text: str) -> None:
    """A page that names its separator has the cells and places of one that lists them, and no number of pandas."""
    bare = unnumbered(Text(text), delimited._rows_in(text, ","))
    rows = tuple(delimited._rows_in(str(bare), ","))
    listed = Page(bare, (Grid(Span(0, len(bare)), rows=rows),))
    page = DELIMITED.read(Text(text))

    assert (str(page.text), page.cut()) == (str(bare), listed.cut())
    assert page.places() == listed.places()


def test_most_files_need_no_list() -> None:
    """No cell is listed of a page whose separators all divide cells."""
    pages = [DELIMITED.read(Text(text)) for text in (COMMAS, TABS)]
    grids = [block for page in pages for block in page.blocks if isinstance(block, Grid)]

    assert [grid.separator for grid in grids] == [",", "\t"]


@pytest.mark.parametrize(
    "text",
    [COMMAS, TABS, FRAMED, TABS.replace("\t", "\t\t")],
    ids=["commas", "tabs", "framed", "doubled tabs"],
)
def test_every_cell_is_read(text: str) -> None:
    """All cells are read, and nothing is noted: the numbers of pandas are no figures."""
    report = parse(text)

    assert (report.adapter, differences(report, TRUTH), report.notes) == ("delimited", {}, ())


def test_numbers_of_pandas() -> None:
    """A count that pandas prints with a decimal is whole, and its NaN is a blank cell."""
    report = parse(FRAMED.replace(",100,101,102\n", ",100.0,NaN,102.0\n"))
    first, second, third = list(report.figures().values())[:3]

    assert (first.value, type(first.value), first.raw) == (100, int, "100.0")
    assert (second.value, second.state, second.raw) == (None, State.BLANK, "NaN")
    assert (third.value, type(report["proactive.rules.in_force"].value)) == (102, int)


def test_labels_below_numbers_are_kept() -> None:
    """Figures that happen to be 0, 1 and 2, beside labels and below heads of words, are figures."""
    report = parse(COMMAS.replace("规章,100,101,102", "规章,0,1,2"))

    assert list(report.values().values())[:4] == [0, 1, 2, 103]
