"""What Python shows of values: `repr` is short and English, `print` is Chinese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govinfo
from govinfo import Note

ROOT = Path(__file__).resolve().parents[1]
UNBALANCED = ROOT / "examples" / "reports" / "form2021-unbalanced.txt"
NOTICE = "关于做好2024年度政府信息公开工作年度报告编制工作的通知"
LONGEST_CHARS = 400


@pytest.fixture(scope="module")
def report() -> govinfo.Report:
    """A report that breaks two sums."""
    return govinfo.parse(UNBALANCED)


def test_a_reading_without_a_report_shows_its_error_in_short() -> None:
    """The evidence of an error is for those who ask for it; a reading shows the first line."""
    (reading,) = govinfo.parse_many([NOTICE.encode()])
    told = "this is no annual report on government information disclosure"
    assert repr(reading.error) == f"NotAReport({told!r})"
    assert repr(reading) == f"<Reading '#0': NotAReport({told!r})>"
    assert str(reading) == "#0：这不是政府信息公开工作年度报告"


def test_a_reading_shows_its_report() -> None:
    """A reading is its source and its report."""
    (reading,) = govinfo.parse_many([UNBALANCED])
    assert repr(reading) == (
        f"<Reading {str(UNBALANCED)!r}: <Report 云岫市水务局, 2024, form2021, read by pipes>>"
    )
    assert str(reading) == f"{UNBALANCED}：云岫市水务局 2024（form2021，由 pipes 读取）"


def test_the_error_of_a_reading_is_cut() -> None:
    """However long a message is, many readings can be looked at."""
    reading = govinfo.Reading("#0", None, govinfo.UnreadableSource("x" * 5000))
    assert len(repr(reading)) < LONGEST_CHARS


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "the label of requests.granted has no cells behind it",
            "表三“（一）予以公开”行的名称之后没有单元格",
        ),
        (
            "'requests.granted' is no number that could be read",
            "“requests.granted”不是可以识读的数字",
        ),
        (
            "the label of proactive.rules has no cells behind it",
            "表二“规章”行的名称之后没有单元格",
        ),
        ("a plug-in saw requests.granted", "a plug-in saw 表三“（一）予以公开”行"),
    ],
)
def test_a_note_alone_names_rows_as_the_form_prints_them(message: str, told: str) -> None:
    """A note needs no report to say which row it means, and what it quotes stays as it is."""
    note = Note("row_without_cells", message)
    assert note.text() == told
    assert str(note) == told
    assert note.text("en") == message


def test_values_print_in_chinese_and_show_in_english(report: govinfo.Report) -> None:
    """Findings, measures, claims and rules fit on a few lines, and `repr` has no Chinese prose."""
    finding = govinfo.check(report)[0]
    assert repr(finding).startswith("<Finding T3.BALANCE, broken: requests received and carried")
    assert str(finding).startswith("不成立  T3.BALANCE  第一项加第二项之和")
    measure = govinfo.indicators(report).by_indicator("grant_rate")[0]
    assert repr(measure) == "<Measure grant_rate, 云岫市水务局, 2024: 16.67>"
    assert str(report.claims[-1]) == report.claims[-1].explain()
    assert str(govinfo.indicators(report)) == "指标：18 项有数值，1 项没有"
    for shown in (finding, measure, govinfo.RULES["T3.BALANCE"], report):
        assert len(repr(shown)) < LONGEST_CHARS
        assert not re.search("[，。：]", repr(shown))


def test_indicators_show_themselves_in_a_notebook(report: govinfo.Report) -> None:
    """The first of them stand in a table, with the reason for each value that is missing."""
    shown = govinfo.indicators(report)._repr_html_().partition("</style>")[2]
    assert "<p>指标：18 项有数值，1 项没有</p>" in shown
    assert "<td>2024</td><td>予以公开率</td><td>16.67</td><td></td>" in shown
    assert "<td>行政复议纠错率</td><td></td><td>分母为 0</td>" in shown
    assert "另有" not in shown
    many = govinfo.indicators([report] * 4)._repr_html_()
    assert "另有 16 项，见 to_pandas()" in many
