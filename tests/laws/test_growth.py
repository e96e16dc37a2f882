"""Twice as much text costs twice as much, whatever it is that is repeated, and wherever it stands."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import govinfo
from govinfo.adapters.registry import adapter_named, available_adapters
from govinfo.binding import bind
from govinfo.spans import Text
from govinfo.text import repair

_REPORT = (Path(__file__).parents[2] / "examples" / "reports" / "form2021-stacked-pipes.txt").read_text("utf-8")
_LINES = _REPORT.split("\n")
_HALF = "\n".join(_LINES[: len(_LINES) // 2])
_REST = "\n".join(_LINES[len(_LINES) // 2 :])

_AROUND = {
    "alone": ("", ""),
    "before": ("", f"\n{_REPORT}"),
    "in the middle": (f"{_HALF}\n", f"\n{_REST}"),
}
_UNITS = {
    "borders": "+---",
    "double borders": "+===",
    "marks of headings": "=",
    "rows in a stream": "规章\n0\n0\n0\n",
    "rows in lines": "规章 | 1 | 2 | 3 |\n",
    "heads in another order": "本年废止件数 | 本年制发件数 | 现行有效件数 |\n规章 | 1 | 2 | 3 |\n",
    "rows without a label": "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n",
    "rows with a strange label": "某某 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n",
    "figures above labels": "某某\n5\n规章\n0\n0\n",
    "heads of table four": "结果维持|结果纠正|其他结果|尚未审结|总计|||||||||||||||||\n",
    "commas between blanks": " ,",
    "blank lines": "\n",
    "lines of Windows": "\r\n",
    "wide blanks": "\u3000",
    "open brackets": "行政复议（",
    "open titles": "《",
    "figures side by side": "1 2 ",
    "leaked tags": "公<b>",
    "numbers of rows": "一、本年新收政府信息公开申请数量\n",
}
_ODD = (
    ("统计期限为2023年1月1日", "\n", _REPORT),
    ("统计期限为2023年1月1日", " ", _REPORT),
    ("本站共分5", " ", f"章\n{_REPORT}"),
    ("{|\n", "=", "章\n"),
    ("", " ,", "公\n"),
    ("", "+---", "公\n"),
    ("自然人", " ", f"公\n{_REPORT}"),
    (f"{_HALF}\n网站标识码", " ", f"公\n{_REST}"),
)
"""Beginnings after which a pattern may share what follows with another, and ends that fit neither."""
_CASES = [
    *(
        pytest.param(before, unit, after, id=f"{name}, {where}")
        for name, unit in _UNITS.items()
        for where, (before, after) in _AROUND.items()
    ),
    *(pytest.param(*odd, id=f"{odd[0][-12:]!r} and {odd[1]!r}") for odd in _ODD),
]
_SIZE, _LARGER = 6_000, 4


@pytest.mark.parametrize(("before", "unit", "after"), _CASES)
def test_work_grows_with_the_text(before: str, unit: str, after: str) -> None:
    """Four times the text takes hardly more than four times the calls, and a step of a generator is a call."""
    _read(_text(before, unit, after, _SIZE // 10))  # what is loaded late is loaded now
    once, larger = (_calls(_text(before, unit, after, size)) for size in (_SIZE, _LARGER * _SIZE))
    assert larger <= 4.6 * once


@pytest.mark.parametrize(("before", "unit", "after"), _CASES)
def test_time_grows_with_the_text(before: str, unit: str, after: str) -> None:
    """Patterns make no calls that could be counted: in time, too, a doubling is less than a threefold cost."""
    assert _growth(before, unit, after) <= 9


@pytest.mark.parametrize("name", available_adapters())
def test_time_of_each_adapter(name: str) -> None:
    """The same holds when an adapter is asked for by name, and gets what no text of its kind has."""
    odd = [*_ODD, *(("", unit, "") for unit in _UNITS.values())]
    growths = {(before[-12:], unit, after[:12]): _growth(before, unit, after, name) for before, unit, after in odd}
    assert {where: growth for where, growth in growths.items() if growth > 9} == {}


def _growth(before: str, unit: str, after: str, adapter: str | None = None) -> float:
    """Return how many times longer four times the text takes; where it seems too much, it is measured again."""
    texts = [_text(before, unit, after, size) for size in (_SIZE, _LARGER * _SIZE)]
    _read(_text(before, unit, after, _SIZE // 10), adapter)
    times = [_seconds(text, adapter) for text in texts]
    for _ in range(3 if times[1] > 6 * times[0] else 0):
        times = [min(best, _seconds(text, adapter)) for best, text in zip(times, texts, strict=True)]
    return times[1] / times[0]


def _text(before: str, unit: str, after: str, size: int) -> str:
    return f"{before}{unit * (size // len(unit))}{after}"


def _read(text: str, adapter: str | None = None) -> None:
    """Read a text, and everything that is put off until somebody asks."""
    with contextlib.suppress(govinfo.GovInfoError):
        if adapter is None:
            report = govinfo.parse(text)
        else:
            mended, notes = repair(Text(text))
            report = bind(adapter_named(adapter).read(mended), adapter, None, notes)
        _ = report.figures(), report.head, report.sections, report.notes, report.claims
        list(govinfo.check(report))
        report.to_json()


def _calls(text: str) -> int:
    """Return how many calls reading a text takes; a step of a generator is one."""
    count = 0

    def counted(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        _read(text)
    finally:
        sys.setprofile(before)
    return count


def _seconds(text: str, adapter: str | None = None) -> float:
    start = time.process_time()
    _read(text, adapter)
    return time.process_time() - start
