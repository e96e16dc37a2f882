"""One space between cells: rows, everything on one line, and the tables that pandas prints."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve

import govinfo
from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
# No two cells hold the same number, so that a figure in the wrong place is seen.
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
TRUTH = DRAFT.expected()
ROWS, LINE = (render(DRAFT, "spaced", one_line=one_line) for one_line in (False, True))
FRAMES = render(DRAFT, "frames")
CELLS = "2.重复申请 222 223 224 225 226 227 228"
SHORT = "2.重复申请 222 223 225 226 227 228"
TEXTS = pytest.mark.parametrize("text", [ROWS, LINE], ids=["rows", "one line"])


@pytest.mark.parametrize(
    ("text", "adapter"), [(ROWS, "spaced"), (LINE, "spaced"), (FRAMES, "columns")]
)
def test_every_cell_is_read(text: str, adapter: str) -> None:
    """All cells are read, in order, and nothing is noted."""
    report = parse(text)

    assert (report.adapter, differences(report, TRUTH), report.notes) == (adapter, {}, ())
    assert [section.id for section in report.sections] == [part.id for part in DRAFT.parts]


@TEXTS
def test_vanished_blanks_are_not_moved_over(text: str) -> None:
    """A row with fewer figures than cells has none, but candidates among which the true ones are."""
    report = parse(text.replace(CELLS, SHORT))
    row = [
        figure
        for address, figure in report.figures().items()
        if ".not_processed_duplicate." in address
    ]

    assert {(figure.value, figure.state) for figure in row} == {(None, State.ILLEGIBLE)}
    assert [
        true in figure.candidates for true, figure in zip(range(222, 229), row, strict=True)
    ].count(False) == 1
    assert [note.code for note in report.notes] == ["row_width"]


@TEXTS
def test_blanks_that_leave_a_space(text: str) -> None:
    """Where a second space stands for a blank cell, its neighbours stay where they are, or are not read."""
    report = parse(text.replace(" 224 ", "  "))

    assert falsehoods(report, TRUTH) == {}


@TEXTS
def test_sums_decide_where_blanks_vanish(text: str) -> None:
    """Where rows are short because blank cells leave nothing behind, a full row must add up: one may hold a stray."""
    report = parse(text.replace(CELLS, SHORT).replace(" 230 ", " ").replace(" 238 ", " 999 "))
    read = {
        address.split(".")[1]
        for address, value in report.values().items()
        if value and "requests" in address
    }

    assert read == set()


def test_missing_cells_of_pandas() -> None:
    """NaN is a blank cell, and keeps the place of the others."""
    report = parse(FRAMES.replace(" 224 ", " NaN ", 1).replace(" 300 ", " 300.0 "))

    assert differences(report, TRUTH) == {"requests.not_processed_duplicate.research": (224, None)}


END_OF_A_TABLE = """云岫市审计局2020年政府信息公开工作年度报告
（七）总计 4 0 0 0 0 0 4
四、结转下年度继续办理 1 0 0 0 0 0 1
四、政府信息公开行政复议、行政诉讼情况
本局全年没有积压事项。
行政复议 行政诉讼
未经复议直接起诉 复议后起诉
结 结 其 尚
结 结 其 尚 结 结 其 尚
果 果 他 未
总计 果 果 他 未 总 果 果 他 未 总
维 纠 结 审
维 纠 结 审 计 维 纠 结 审 计
持 正 果 结
持 正 果 结 持 正 果 结
3 0 1 0 4 0 0 0 0 0 2 0 0 0 2
五、存在的主要问题及改进情况
栏目偏多。
"""


def test_the_end_of_a_table() -> None:
    """A page of a booklet may begin with the last rows of table 3: a whole row is enough."""
    report = govinfo.parse(END_OF_A_TABLE)

    read = {address: value for address, value in report.values().items() if value}
    assert (report.adapter, report.unread) == ("spaced", ())
    assert read == {
        "requests.outcomes_total.natural_person": 4,
        "requests.outcomes_total.total": 4,
        "requests.carried_forward.natural_person": 1,
        "requests.carried_forward.total": 1,
        "review.reconsideration.upheld": 3,
        "review.reconsideration.other": 1,
        "review.reconsideration.total": 4,
        "review.litigation_after_reconsideration.upheld": 2,
        "review.litigation_after_reconsideration.total": 2,
    }


def test_rows_of_both_forms_do_not_tell_the_form() -> None:
    """The rows that are there stand on the form of 2019 and on that of 2021."""
    (finding,) = govinfo.check(govinfo.parse(END_OF_A_TABLE)).by_rule("STRUCT.GENERATION")

    assert finding.verdict == "unassessable"
    assert "两种格式都有" in finding.message()


@pytest.mark.parametrize("adapter", ["columns", "spaced"])
def test_a_bar_among_spaces_is_no_blank_cell(adapter: str) -> None:
    """A number that cannot be read beside a border does not make its row a blank one."""
    text = render(DRAFT, "markdown")
    row = next(line for line in text.split("\n") if "行政许可" in line)
    report = parse(text.replace(row, "| 行政许可 | (7) |  |  |"), adapter=adapter)

    figures = [
        report.figures()[address] for address in report.figures() if address.table == "proactive"
    ]
    assert State.BLANK not in [figure.state for figure in figures]
