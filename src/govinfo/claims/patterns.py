"""The sentences that carry figures, as data: one short entry each, with an example that its test reads.

A pattern is a regular expression over prose in simplified characters, with a group `n` for the figure and, where the
figure can be hedged, what hedges it beside it. `address` is the cell the figure should stand in, cells joined by `+`
when it is their sum, or `None` where no table has it.
"""

from __future__ import annotations

import re

from attrs import field, frozen

__all__ = ["PATTERNS", "Pattern"]

_N = r"(?P<hedge>约|近|超过?|逾)?(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?P<more>余|多)?"
_UNIT = r"(?:件|宗|条|份|次|项|起|个)"
_REQUEST = (
    r"(?:(?:政府)?信息公开(?:的)?(?:申请)?|依申请公开(?:政府信息)?(?:的)?(?:申请)?"
    r"|公开(?:政府)?信息(?:的)?申请|(?<=[到理收])申请)"
)
_NONE = r"(?:未|没有|无|均未)"
_END = r"(?=[，,。；;、]|$)"
_TOTAL = "requests.{}.total"


def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


@frozen
class Pattern:
    """One way to say one thing."""

    subject: str
    """A stable id of what is counted."""
    kind: str
    """`count`, `percent` or `none_occurred`."""
    expression: re.Pattern[str] = field(converter=_compiled)
    example: str
    value: int | None
    """The figure in the example."""
    address: str | None = None
    unit: str | None = "件"


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "requests_handled",
        "count",
        rf"(?:收到|受理|接收|办理)[^\d，,。；;（(]{{0,14}}(?:{_REQUEST}){_N}{_UNIT}\s*[（(](?:其中)?(?:含|包括|包含)上年(?:度)?结转",
        "本年度共受理政府信息公开申请20件（含上年结转4件）",
        20,
        address="requests.new_received.total+requests.carried_over.total",
    ),
    Pattern(
        "requests_received",
        "count",
        rf"(?:新收|收到|受理|接收)[^\d，,。；;（(]{{0,14}}(?:{_REQUEST}){_N}{_UNIT}(?!\s*[（(](?:其中)?(?:含|包括|包含)上年)",
        "全年共收到政府信息公开申请12件",
        12,
        address=_TOTAL.format("new_received"),
    ),
    Pattern(
        "requests_received",
        "none_occurred",
        rf"{_NONE}(?:收到|接到|接收到|受理)(?:过)?(?:任何)?[^，,。；;\d]{{0,8}}{_REQUEST}(?:件|事项)?(?:的情况)?{_END}",
        "本年度我局未收到政府信息公开申请",
        0,
        address=_TOTAL.format("new_received"),
    ),
    Pattern(
        "requests_carried_over",
        "count",
        rf"(?:含|包括|包含|另有)?上(?:一)?年(?:度)?结转(?:申请|的?政府信息公开申请)?{_N}{_UNIT}",
        "含上年结转4件",
        4,
        address=_TOTAL.format("carried_over"),
    ),
    Pattern(
        "requests_carried_forward",
        "count",
        rf"(?:结转|顺延)(?:到|至)?(?:下(?:一)?年度?|20\d\d年度?)(?:继续办理|办理|答复)?(?:的?(?:政府信息公开)?申请)?{_N}{_UNIT}",
        "结转下年度继续办理3件",
        3,
        address=_TOTAL.format("carried_forward"),
    ),
    Pattern(
        "requests_granted",
        "count",
        rf"(?<!部分)(?<!不)予以公开(?:的)?{_N}{_UNIT}",
        "予以公开9件",
        9,
        address=_TOTAL.format("granted"),
    ),
    Pattern(
        "requests_partially_granted",
        "count",
        rf"(?<!及)部分公开(?:的)?{_N}{_UNIT}",
        "部分公开2件",
        2,
        address=_TOTAL.format("partially_granted"),
    ),
    Pattern(
        "requests_granted_in_whole_or_part",
        "count",
        rf"予以公开[及和、]部分公开(?:的)?{_N}{_UNIT}",
        "予以公开及部分公开11件",
        11,
        address="requests.granted.total+requests.partially_granted.total",
    ),
    Pattern(
        "reconsideration",
        "count",
        rf"行政复议(?:案件|申请)?{_N}{_UNIT}",
        "因政府信息公开产生的行政复议5件",
        5,
        address="review.reconsideration.total",
    ),
    Pattern(
        "litigation",
        "count",
        rf"行政诉讼(?:案件)?{_N}{_UNIT}",
        "行政诉讼2件",
        2,
        address="review.litigation_direct.total+review.litigation_after_reconsideration.total",
    ),
    Pattern(
        "reconsideration_and_litigation",
        "none_occurred",
        rf"{_NONE}(?:发生|出现|产生|有|被)?[^，,。；;\d]{{0,18}}行政复议(?:案件)?(?:、|和|或|及|，)(?:被)?(?:提起)?行政诉讼",
        "本年度未发生因政府信息公开引发的行政复议和行政诉讼",
        0,
        address="review.reconsideration.total+review.litigation_direct.total+review.litigation_after_reconsideration.total",
    ),
    Pattern(
        "proactive_disclosures",
        "count",
        rf"(?:主动公开|公开)(?:各类)?(?:政府)?信息(?:共计?|总计|合计)?{_N}\s*条",
        "全年主动公开政府信息320余条",
        320,
        unit="条",
    ),
    Pattern(
        "information_processing_fee",
        "none_occurred",
        r"(?:未|没有|无)(?:收取|产生)?(?:任何)?(?:政府信息公开)?信息处理费",
        "本年度未收取信息处理费",
        0,
        unit="元",
    ),
    Pattern(
        "information_processing_fee",
        "count",
        rf"收取(?:政府信息公开)?信息处理费(?:共计?|合计)?{_N}元",
        "全年收取信息处理费200元",
        200,
        unit="元",
    ),
    Pattern(
        "share",
        "percent",
        r"占(?:比|总数的|总量的|全部信息的)?(?:约)?(?P<n>\d{1,3}(?:\.\d+)?)\s*[%％]",
        "占比43.2%",
        None,
        unit="%",
    ),
)
"""Every pattern, the more particular first: what one has read, later ones leave alone."""
