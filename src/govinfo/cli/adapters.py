"""What the command `adapters` lists."""

from __future__ import annotations

from collections.abc import Mapping

from govinfo.adapters.registry import available_adapters
from govinfo.wording import Lang

__all__ = ["HEADS", "listed"]

HEADS: Mapping[Lang, Mapping[str, list[str]]] = {
    "zh": {
        "listed": ["名称", "所读", "来自"],
        "verdicts": ["评分", "名称", "所见"],
        "considered": ["名称", "读法", "行", "格", "成立", "不成立", "结论"],
    },
    "en": {
        "listed": ["name", "reads", "distribution"],
        "verdicts": ["score", "name", "reason"],
        "considered": ["name", "strategy", "rows", "cells", "sums hold", "break", "verdict"],
    },
}
"""The heads of the columns."""

_READS: Mapping[str, tuple[str, str]] = {
    "html": ("网页", "web pages"),
    "otsl": ("OTSL 标签的表格", "tables in the tags of OTSL"),
    "wiki": ("维基标记的表格", "tables in the markup of a wiki"),
    "latex": ("LaTeX 表格", "tables of LaTeX"),
    "drawn": ("以字符画出框线的表格", "tables in a frame that is drawn"),
    "markdown": ("Markdown 表格", "tables of Markdown"),
    "pipes": ("表格一行占一行，以竖线分格", "a row a line, cells divided by pipes"),
    "stacked": ("每格一行", "a cell a line"),
    "columns": ("以多个空格分栏", "columns divided by several spaces"),
    "spaced": ("数字在名称之后，各隔一个空格", "one space between cells"),
    "collapsed": ("没有分隔的文字", "text without separators"),
    "delimited": ("以逗号、制表符或分号分格", "cells divided by commas, tabs or semicolons"),
    "narrative": ("连续的文字", "running text"),
}
"""What each built-in adapter reads, in Chinese and in English."""


def listed(lang: Lang) -> list[list[str]]:
    """Return a row for each adapter: its name, what it reads, and where it comes from."""
    return [
        [known.name, _READS.get(known.name, ("-", "-"))[lang == "en"], known.distribution]
        for known in available_adapters().values()
    ]
