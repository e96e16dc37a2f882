"""Percentages and changes: what part of a whole, and how much more or less than the year before."""

from __future__ import annotations

from govinfo.claims.pattern import UNIT, Pattern

__all__ = ["PATTERNS"]

_SHARE = r"占(?:比|[^#，,；;]{0,16}的|总数|总量|总和)?(?:比例|比重|比)?(?:为|达到?|约)?#%"
_MORE = r"(?:增加|增长|上升|提高|提升|上涨|多|增)(?:了|约)?"
_LESS = r"(?:减少|下降|降低|回落|减低|少|减)(?:了|约)?"

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "the_same",
        "上年|上一年|去年|同期",
        rf"(?:上一?年(?:度)?(?:同期)?|去年(?:同期)?|同期)(?:的)?#{UNIT}",
        "收到政府信息公开申请7件，比上年9件减少2件",
        9,
    ),
    Pattern(
        "requests_from_natural_persons",
        "自然人",
        rf"自然人(?:申请)?(?:的)?{_SHARE}",
        "其中自然人申请占比100%",
        100,
        kind="percent",
    ),
    Pattern(
        "proactive_disclosures",
        "主动公开",
        rf"(?:^|[，,、:：；])主动公开的?(?:政府)?信息{_SHARE}",
        "主动公开的政府信息占27.27%",
        "27.27",
        kind="percent",
    ),
    Pattern("share", "占", _SHARE, "占比43.2%", "43.2", kind="percent"),
    Pattern(
        "increase",
        "增|提高|提升|上升|上涨|多",
        rf"{_MORE}#(?:%|{UNIT})",
        "同比增长12.3%",
        "12.3",
        kind="change",
    ),
    Pattern(
        "decrease",
        "减|下降|降低|回落|少",
        rf"{_LESS}#(?:%|{UNIT})",
        "比上年减少1件",
        "-1",
        kind="change",
    ),
)
"""The patterns of shares and changes; what they are a share or a change of stands before them."""
