"""The words for what is an id in data: severities, verdicts, states, and whose error it is."""

from __future__ import annotations

from collections.abc import Mapping

from govinfo.wording import Lang

__all__ = ["WORDS", "counted_words", "ordinal", "word"]

WORDS: Mapping[str, str] = {
    # the weight of a finding
    "error": "错误",
    "warning": "警告",
    "info": "提示",
    "unassessable": "无法核对",
    "holds": "成立",
    "broken": "不成立",
    # whose error it is
    "publisher": "报告本身",
    "dump": "转存受损",
    "reader": "识读所致",
    "unknown": "无法判断",
    # what a cell holds
    "printed": "有数字",
    "blank": "空白",
    "not_applicable": "不适用",
    "illegible": "无法辨认",
    "absent": "文中没有",
    "read": "读取",
    "inferred": "推定",
    # the forms
    "form2021": "2021年格式",
    "form2019": "2019年试行格式",
    "stats2014": "2014年统计表",
    "stats2008": "2008年起的地方统计表",
    "narrative2008": "2008年起的文字报告",
    # the kinds of claims
    "count": "数量",
    "percent": "百分比",
    "change": "增减",
    "none_occurred": "没有发生",
    "sum": "合计",
    # what the words of a sentence give a claim
    "thing": "事项",
    "event": "情形",
    "way": "方式",
    "time": "时间",
    "scope": "范围",
    "hedge": "约数",
    "cell": "单元格",
    # how sure a rule is
    "verified": "已核实",
    "derived": "推导",
}
"""By the id: the Chinese word. The English one is the id itself, with spaces."""

_COUNTED: Mapping[str, tuple[str, str, str]] = {
    # broken rules, as `check` counts them; and places to look at, as `review` does
    "error": ("{} 条错误", "{} error", "{} errors"),
    "warning": ("{} 条警告", "{} warning", "{} warnings"),
    "info": ("{} 条提示", "{} info", "{} info"),
    "error_place": ("{} 处错误", "{} place with an error", "{} places with errors"),
    "warning_place": ("{} 处警告", "{} place with a warning", "{} places with warnings"),
    "info_place": ("{} 处提示", "{} place with info", "{} places with info"),
    "unassessable": ("{} 项无法核对", "{} unassessable", "{} unassessable"),
    "holds": ("{} 项成立", "{} holds", "{} hold"),
    "dismissed": ("{} 项已忽略", "{} dismissed", "{} dismissed"),
    "report": ("{} 份报告", "{} report", "{} reports"),
    "without_report": (
        "{} 个来源没有读出报告",
        "{} source without a report",
        "{} sources without a report",
    ),
    "suggestion": ("{} 种改法", "{} suggestion", "{} suggestions"),
}
"""How a number of them is told: in Chinese, and in English for one and for several."""


def word(name: str, lang: Lang) -> str:
    """Return the word for an id; one that has none stays as it is."""
    return WORDS.get(name, name) if lang == "zh" else name.replace("_", " ")


def counted_words(name: str, count: int, lang: Lang) -> str:
    """Return how many there are of something, such as `2 errors`."""
    chinese, one, several = _COUNTED[name]
    return (chinese if lang == "zh" else one if count == 1 else several).format(f"{count:,}")


def ordinal(number: int) -> str:
    """Return a number as English counts: 1st, 2nd, 3rd, 4th, 11th."""
    teens = number // 10 % 10 == 1
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
