"""Who signed and when: below the text of a report, never below the links of a page."""

from __future__ import annotations

from datetime import date

import pytest

from govinfo.head.signatures import Signature, signature_in

DAY = date(2023, 1, 15)


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        ("没有其他事项。\n云岫市水务局\n2023年1月15日", "云岫市水务局"),
        ("没有其他事项。\n云 岫 市 水 务 局\n2023年1月15日", "云岫市水务局"),
        ("没有其他事项。\n云岫市水务局（盖章）\n2023年1月15日", "云岫市水务局"),
        ("没有其他事项。\n云岫市水务局(印章)　2023年1月15日", "云岫市水务局"),
        ("没有其他事项 云岫市水务局\n2023年1月15日", "云岫市水务局"),
        ("没有收取信息处理费云岫市水务局\n2023年1月15日", None),
        ("没有其他事项。\n云岫市财政局    云岫市水务局\n2023年1月15日", None),
        ("没有其他事项。\n云岫大学\n2023年1月15日", None),
        ("没有其他事项。\n2023年1月15日", None),
        ("行政强制 | 0 |\n（2023年1月15日）", None),
        ("六、其他需要报告的事项\n无\n2023年1月15日", None),
        ("云水〔2023〕2号\n2023年1月15日", None),
        (
            "特此报告。\n云岫市水务局\n2023年1月15日\n上一篇\n云岫市水务局召开会议\n2023年2月1日",
            "云岫市水务局",
        ),
        ("云岫市水务局\n2023年1月15日\n相关文章\n关于防火的通知 2023-02-01", "云岫市水务局"),
        ("云岫市水务局\n2023年1月15日\n云岫市召开信息公开推进会\n2023-02-01", "云岫市水务局"),
    ],
)
def test_signed(tail: str, agency: str | None) -> None:
    """A day counts with the name of a body, or directly below the text."""
    assert signature_in(tail) == Signature(agency, DAY)


@pytest.mark.parametrize(
    "tail",
    [
        "没有其他事项。\n相关链接\n云岫市教育局2022年政府信息公开工作年度报告\n2023-01-20",
        "没有其他事项。\n云岫市教育局2022年政府信息公开工作年度报告 2023-01-20",
        "没有其他事项。\n关于开展森林防火的通知 2023-02-01",
        "没有其他事项。\n云岫市水务局关于停水的公告\n2023-02-01",
        "没有其他事项。\n云岫市召开信息公开推进会\n2023-02-01",
        "没有其他事项。\n更新时间2023-02-01",
        "没有其他事项。\n今天是\n2023年2月1日",
        "没有其他事项。\n返回顶部\n2023年2月1日",
        "没有其他事项。\n下一篇：没有了\n2023-02-01",
        "没有其他事项。\n发布日期：2023-02-01",
    ],
)
def test_days_of_other_things(tail: str) -> None:
    """The day of a link, a button or a visit signs nothing."""
    assert signature_in(tail) is None
