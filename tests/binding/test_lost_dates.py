"""Dates from which words are lost: no date, and a note that quotes what is left."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.reading import parse
from govinfo.testing.damage import DAMAGE
from govinfo.testing.strategies import Printed, consistent_reports, damaged, pages

_REPORT = """云岫市水务局2023年政府信息公开工作年度报告
发布日期：{published}
依照条例编写，所列数据的统计期限{period}。
一、总体情况
本年度新增文件按年份编号。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
无。
云岫市水务局
{signed}
"""
WHOLE = {
    "published": "2024-01-15 08:30",
    "period": "为2023年1月1日至2023年12月31日",
    "signed": "2024年1月12日",
}


def unread(**damage: str) -> list[str]:
    """Return what the notes quote of a report in which these dates are damaged."""
    report = parse(_REPORT.format(**{**WHOLE, **damage}))
    return [
        report.quote(note.span)
        for note in report.notes
        if note.code == "date_unreadable" and note.span
    ]


def test_whole_dates_are_read_without_a_note() -> None:
    """Also with the hour behind them."""
    report = parse(_REPORT.format(**WHOLE))
    assert (report.period, report.published, report.signed) == (
        (date(2023, 1, 1), date(2023, 12, 31)),
        date(2024, 1, 15),
        date(2024, 1, 12),
    )
    assert unread() == []


@pytest.mark.parametrize(
    "left",
    [
        "202311日至20231231日",
        "2023年11日至2023年1231日",
        "2023  1  1  日至12  31  日",
        "2023月1日起至2023年12月31日",
        "2025111231日",
    ],
)
def test_a_period_without_its_words(left: str) -> None:
    """Neither day is guessed."""
    assert parse(_REPORT.format(**{**WHOLE, "period": f"为{left}"})).period is None
    assert unread(period=f"为{left}") == [left]


@pytest.mark.parametrize("stated", ["为2023年度", "截至2023年12月31日", "见附表"])
def test_a_period_that_is_no_pair_of_days(stated: str) -> None:
    """What is stated otherwise, or not at all, is not damaged."""
    assert unread(period=stated) == []


@pytest.mark.parametrize("left", ["2024112日", "2024  1  12  日", "2024年112日"])
def test_a_signature_without_its_words(left: str) -> None:
    """The day under the name of the agency is left empty."""
    assert parse(_REPORT.format(**{**WHOLE, "signed": left})).signed is None
    assert unread(signed=left) == [left]


@pytest.mark.parametrize("left", ["2024115", "2024年115日"])
def test_a_field_without_its_words(left: str) -> None:
    """The field keeps what it says, the date does not make anything of it."""
    report = parse(_REPORT.format(**{**WHOLE, "published": left}))
    assert (report.published, report.metadata["published_date"]) == (None, left)
    assert unread(published=left) == [left]


@given(pages(consistent_reports(), ("pipes", "stacked", "markdown")), st.data())
def test_words_lost_from_every_date(printed: Printed, data: st.DataObject) -> None:
    """Period and signature are empty or what they were, and where they are empty a note says so."""
    text = data.draw(damaged(printed.text, DAMAGE["lost_words"]))
    report, draft = parse(text), printed.draft
    stated = [(report.period, draft.period), (report.signed, draft.signed)]
    assert all(found in (None, meant) for found, meant in stated)
    notes = [note for note in report.notes if note.code == "date_unreadable"]
    assert len(notes) == sum(found is None for found, _ in stated)
