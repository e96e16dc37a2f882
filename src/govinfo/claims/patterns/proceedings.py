"""Sentences about reconsideration and litigation, and about fees."""

from __future__ import annotations

from govinfo.claims.pattern import END, FILLER, NOT, UNIT, Pattern

__all__ = ["NOTHING", "PATTERNS"]

_ROWS = {
    "reconsideration": ("reconsideration",),
    "litigation": ("litigation_direct", "litigation_after_reconsideration"),
}
_NAMES = {"reconsideration": "行政复议", "litigation": "行政诉讼"}
_RESULTS = (
    ("upheld", "维持", r"维持(?:原[^#，,]{0,8})?", "结果维持4件", 4),
    ("corrected", "纠正", r"纠正", "结果纠正1件", 1),
    ("other", "其他结果", r"其他结果", "其他结果2件", 2),
    ("pending", "尚未审结|正在审理", r"尚未审结|正在审理", "尚未审结3件", 3),
)
_CAUSED = r"(?:发生|出现|产生|有|被|收到|接到|涉及|引发)?"
_CHARGED = r"(?:政府信息公开|依申请公开)?(?:相关|任何|申请人|的)*"


def _cells(subject: str, column: str) -> str:
    return "+".join(f"review.{row}.{column}" for row in _ROWS[subject])


def _result(subject: str, result: str, cue: str, words: str, example: tuple[str, int]) -> Pattern:
    return Pattern(
        f"{subject}_{result}",
        cue,
        rf"(?:^|[，,、:：（(]|其中)(?:结果)?(?:{words})(?:的)?{FILLER}#{UNIT}",
        f"因政府信息公开引起的{_NAMES[subject]}19件，其中{example[0]}",
        example[1],
        address=_cells(subject, result),
        within=(subject,),
    )


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "reconsiderations_decided",
        "复议",
        rf"(?:受理|审理|办理|审结|办结)[^#，,；;]{{0,20}}行政复议(?:案件|申请)?{FILLER}#{UNIT}",
        "受理行政复议申请8件",
        8,
    ),
    Pattern(
        "reconsideration",
        "复议",
        rf"行政复议(?:案件|申请|案)?{FILLER}#{UNIT}",
        "因政府信息公开产生的行政复议5件",
        5,
        address=_cells("reconsideration", "total"),
    ),
    Pattern(
        "litigation_direct",
        "起诉",
        rf"(?:未经复议)?直接起诉(?:的|案件)?{FILLER}#{UNIT}",
        "政府信息公开行政诉讼9件，其中未经复议直接起诉6件",
        6,
        address="review.litigation_direct.total",
        within=("litigation",),
    ),
    Pattern(
        "litigation_after_reconsideration",
        "起诉",
        rf"复议后起诉(?:的|案件)?{FILLER}#{UNIT}",
        "政府信息公开行政诉讼9件，其中复议后起诉3件",
        3,
        address="review.litigation_after_reconsideration.total",
        within=("litigation",),
    ),
    Pattern(
        "litigation",
        "诉讼",
        rf"行政诉讼(?:案件|案|类)?{FILLER}#{UNIT}",
        "因政府信息公开产生的行政诉讼2件",
        2,
        address=_cells("litigation", "total"),
    ),
    *(
        _result(subject, result, cue, words, (said, n))
        for subject in _ROWS
        for result, cue, words, said, n in _RESULTS
    ),
    Pattern(
        "information_processing_fee",
        "信息处理费",
        r"信息处理费(?:的)?(?:共计?|合计|总额|金额|为|是|[:：])*#(?:万元|亿元|元)",
        "全年收取信息处理费200元",
        200,
    ),
    Pattern(
        "fees",
        "费",
        r"(?:收取|收费)[^#，,；;]{0,12}(?:费用?|金额|检索费[^#，,；;]{0,12})"
        r"(?:[（(][^#）)]{0,24}[）)])?(?:共计?|合计|为|是)*#(?:万元|亿元|元)",
        "依申请公开收取的费用为0元",
        0,
    ),
)
"""The patterns of proceedings and fees, the more particular first."""

NOTHING: tuple[Pattern, ...] = (
    Pattern(
        "reconsideration_and_litigation",
        "复议",
        rf"#{NOT}{_CAUSED}[^，,；;\d]{{0,24}}?行政复议(?:案件|申请)?(?:、|和|或者?|及|与|以及)(?:被)?(?:提起)?(?:行政)?诉讼",
        "本年度未发生因政府信息公开引发的行政复议和行政诉讼",
        0,
        address=f"{_cells('reconsideration', 'total')}+{_cells('litigation', 'total')}",
        kind="none_occurred",
        unit="件",
    ),
    Pattern(
        "reconsideration",
        "复议",
        rf"#{NOT}{_CAUSED}[^，,；;\d]{{0,24}}?行政复议(?:案件|申请)?(?:的?(?:有关|相关)?情况)?{END}",
        "未收到有关政府信息公开的行政复议申请",
        0,
        address=_cells("reconsideration", "total"),
        kind="none_occurred",
        unit="件",
    ),
    Pattern(
        "litigation",
        "诉讼",
        rf"#{NOT}{_CAUSED}(?:(?!复议)[^，,；;\d]){{0,24}}?行政诉讼(?:案件)?(?:的?(?:有关|相关)?情况)?{END}",
        "没有因信息公开引起的行政诉讼",
        0,
        address=_cells("litigation", "total"),
        kind="none_occurred",
        unit="件",
    ),
    Pattern(
        "information_processing_fee",
        "信息处理费",
        rf"#{NOT}(?:发生|存在)?(?:收取|产生)?{_CHARGED}信息处理费",
        "本年度未收取信息处理费",
        0,
        kind="none_occurred",
        unit="元",
    ),
    Pattern(
        "information_processing_fee",
        "无",
        r"信息处理费(?:的)?(?:收费|收取)?(?:的)?情况[:：]?#无(?:[。，；]|$|[（(][一二三四五六七八九十][）)])",
        "信息处理费收取情况：无",
        0,
        kind="none_occurred",
        unit="元",
    ),
    Pattern(
        "fees",
        "费",
        rf"#{NOT}(?:收取|产生|发生)?(?:(?!信息处理费)[^，,；;\d]){{0,10}}?"
        rf"(?:收费|费用)(?:及减免|和减免)?(?:的)?(?:情况)?{END}",
        "无收费及减免情况",
        0,
        kind="none_occurred",
        unit="元",
    ),
)
"""The patterns that say that nothing of the kind occurred."""
