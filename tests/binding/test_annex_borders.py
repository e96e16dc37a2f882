"""The cells of an annex come from the grids of its page, whatever divides them in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.binding.annex.borders import mark_dividers, mark_grids
from govinfo.figures import State
from govinfo.page import Grid, Page
from govinfo.reading import parse
from govinfo.spans import Span, Text

REPORT = """霜桥镇人民政府2016年政府信息公开工作年度报告
一、概述
本镇全年照常公开。
二、主动公开政府信息情况
主动公开以公告栏为主。
三、依申请公开政府信息情况
来信当日登记。
附表
"""
HEADS = ("指标名称", "单位", "本年度", "历年累计")
ROWS = (
    HEADS,
    ("主动公开信息数", "条", "", "5"),
    ("网站公开", "条", "3", ""),
    ("政府公报公开", "条", "0", "1"),
    ("行政诉讼数", "件", "", "1,234"),
)


def lines(divider: str, edge: str = "", rule: str = "", quote: str = "") -> str:
    """Return the annex with a line for each row."""
    rows = [edge + divider.join(quote + cell + quote for cell in row) + edge for row in ROWS]
    return "\n".join([rows[0], *([rule] if rule else []), *rows[1:]]) + "\n"


def wiki(divider: str, begin: str = "{|\n") -> str:
    """Return the annex as a table of a wiki."""
    return begin + "".join(f"|-\n| {divider.join(row)}\n" for row in ROWS) + "|}\n"


@pytest.mark.parametrize(
    "annex",
    [
        pytest.param(lines("|", "|", "|---|---|---|---|"), id="compact Markdown"),
        pytest.param(lines("|", "|", "|:--|-:|:-:|-|"), id="compact Markdown with alignment"),
        pytest.param(lines("|", "", "---|---|---|---"), id="Markdown without edges"),
        pytest.param(lines("|", "|"), id="compact bars"),
        pytest.param(lines("\t"), id="tabs"),
        pytest.param(lines("\t", quote='"'), id="quoted tabs"),
        pytest.param(lines(",", quote='"'), id="quoted commas"),
        pytest.param(lines("~"), id="tildes"),
        pytest.param(lines(" / "), id="slashes"),
        pytest.param(lines(" · "), id="dots"),
        pytest.param(lines(";"), id="semicolons"),
        pytest.param(wiki(" || "), id="wiki"),
        pytest.param(wiki("||"), id="compact wiki"),
        pytest.param(wiki("\n| "), id="wiki with a line for each cell"),
        pytest.param(wiki(" || ", begin=""), id="wiki without a beginning"),
        pytest.param(
            "".join(f"| {cell:<9} |\n" for row in ROWS for cell in row), id="cells between bars"
        ),
    ],
)
def test_blank_cells_keep_their_columns(annex: str) -> None:
    """A blank cell shifts no figure into another column, and is blank itself."""
    report = parse(REPORT + annex)
    found = [
        (figure.value, figure.state)
        for row in ("proactive_total", "channel_website", "channel_gazette", "litigation")
        for figure in (report[f"statistics.{row}.current"], report[f"statistics.{row}.cumulative"])
    ]

    assert found == [
        (None, State.BLANK),
        (5, State.PRINTED),
        (3, State.PRINTED),
        (None, State.BLANK),
        (0, State.PRINTED),
        (1, State.PRINTED),
        (None, State.BLANK),
        (1234, State.PRINTED),
    ]


CELL = st.text("条件指标一二三0123456789", max_size=6)
GRIDS = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5)


@given(
    GRIDS,
    st.sampled_from(["|", "||", " || ", "\t", '","', "\n| "]),
    st.sampled_from(["\n", "\n|-\n"]),
)
def test_cells_of_a_grid_come_back(rows: list[list[str]], divider: str, row_end: str) -> None:
    """Whatever divides cells and rows, `|` and line breaks give them back, each in its place."""
    characters, spans = "前文。", list[tuple[Span, ...]]()
    for row in rows:
        cells = list[Span]()
        for index, cell in enumerate(row):
            characters += divider * (index > 0)
            cells.append(Span(len(characters), len(characters) + len(cell)))
            characters += cell
        characters += row_end
        spans.append(tuple(cells))
    page = Page(Text(characters), (Grid(Span(3, len(characters)), rows=tuple(spans)),))
    marked = mark_grids(page)
    lines_of_grid = str(marked)[3 : spans[-1][-1].end].split("\n")

    assert len(str(marked)) == len(characters)
    assert [[cell.strip() for cell in line.split("|")] for line in lines_of_grid] == rows
    assert all(marked.source_span(cell.start, cell.end) == cell for row in spans for cell in row)


def test_dividers_are_those_behind_the_first_head() -> None:
    """Without a grid the heads show what divides cells; quotes protect it, and prose keeps it."""
    assert mark_dividers('甲,乙。指标,单位\n收,"1,2"', 4) == '甲,乙。指标|单位\n收|"1,2"'
    assert mark_dividers("指标 !! 单位\n收 || || 5", 0) == "指标 !! 单位\n收 |  |  5"
    assert mark_dividers("指标 单位\n收, 5", 0) == "指标 单位\n收, 5"
