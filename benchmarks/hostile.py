"""Texts that bring careless readers to their knees, and what twice as much of them costs."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import govinfo
from corpus import originals

__all__ = ["HOSTILE", "growth"]

_LABEL = "一、本年新收" + "政府信息公开申请数量"
_HEADING = "三、收到和处理" + "政府信息公开申请情况"
HOSTILE: dict[str, str] = {
    "digits": "0123456789",
    "spaced digits": "1 20 300 ",
    "digit lines": "15\n0\n",
    "pipes": "|",
    "pipe rows": "| 1 ||| 0 |\n",
    "one label": _LABEL + "\n",
    "glued label": _LABEL + "15130000154",
    "open parentheses": "(",
    "closed parentheses": "（一）",
    "newlines": "\n",
    "blank lines": " \t\u3000\n",
    "Windows lines": "共收到1件。\r\n",
    "glosses": "報(bào)",
    "doubled glosses": "和(he)(he)",
    "items": "一、\n",
    "headings": _HEADING + "\n",
    "numerals": "一二三四五六七八九十百千万",
    "sentences": "2023年共收到申请12件,比上年增长5.3%。",
    "one long line": "政务公开工作稳步推进",
    "mojibake": "æ\x94¿åº\x9c",
    "mojibake of GBK": "Õþ¸®ÐÅÏ¢\n",
    "lost characters": "\ufffd0",
    "shifted bytes": "三?！比藛T",
    "heads of annexes": "指标名称 ",
    "rows of annexes": "主动公开信息数 条 1 ",
    "tags": "<td>1</td>",
    "open tags": "<table><tr><td>",
    "open comments": "<!--",
    "open scripts": "<script>",
    "torn tags": '<a href="',
    "references": "&amp",
    "hidden": '<div style="display:none">',
    "invisible": "公\u200b开\ufeff",
}
"""What is repeated until the text is long enough."""


def growth(unit: str, size: int, *, inside: bool, repeats: int = 3) -> tuple[float, float]:
    """Return the characters read in a second, and how many times longer twice the text takes."""
    once, twice = _text(unit, size, inside=inside), _text(unit, 2 * size, inside=inside)
    _seconds(govinfo.parse, once)  # what is loaded late is loaded now
    pairs = [
        (_seconds(govinfo.parse, once), _seconds(govinfo.parse, twice)) for _ in range(repeats)
    ]
    best, best_twice = (min(times) for times in zip(*pairs, strict=True))
    return len(twice) / best_twice, best_twice / best


def _text(unit: str, size: int, *, inside: bool) -> str:
    """Return a text of this size, either nothing but the unit or put into the middle of a report."""
    filling = unit * (size // len(unit))
    if not inside:
        return filling
    reports = originals()
    report = reports.get("form2021-stacked") or next(iter(reports.values()))
    middle = report.index("\n", len(report) // 2)
    return f"{report[:middle]}\n{filling}\n{report[middle:]}"


def _seconds(function: Callable[[str], object], text: str) -> float:
    """Return the processor time of one call; that the text is no report is an answer like any other."""
    start = time.process_time()
    with suppress(govinfo.GovInfoError):
        function(text)
    return time.process_time() - start
