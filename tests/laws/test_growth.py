"""Twice as much text costs twice as much, whatever it is that is repeated, and wherever it stands."""

from __future__ import annotations

import contextlib
import math
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import govinfo
from govinfo.adapters.registry import available_adapters
from govinfo.reading import recognised
from thorough import THOROUGH

_REPORT = (
    Path(__file__).parents[2] / "examples" / "reports" / "form2021-stacked-pipes.txt"
).read_text("utf-8")
_LINES = _REPORT.split("\n")
_HALF = "\n".join(_LINES[: len(_LINES) // 2])
_REST = "\n".join(_LINES[len(_LINES) // 2 :])
_GLUED = re.sub(r"[|\s]", "", _REPORT)
"""The report without borders between its cells."""

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
    (f"{_HALF}\n", "1", f"年\n{_REST}"),
    ("", "1 ", f"年\n{_REPORT}"),
    (_GLUED, "1", f"年{_GLUED}"),
)
"""Beginnings after which a pattern may share what follows with another, and ends that fit neither."""
_PLACES = list(_AROUND)
_CASES = [
    *(
        pytest.param(_AROUND[where][0], unit, _AROUND[where][1], id=f"{name}, {where}")
        for number, (name, unit) in enumerate(_UNITS.items())
        for where in (_PLACES if THOROUGH else [_PLACES[number % len(_PLACES)]])
    ),
    *(pytest.param(*odd, id=f"{odd[0][-12:]!r} and {odd[1]!r}") for odd in _ODD),
]
"""Each unit in one place of a report, in turn; a thorough run has each in all of them."""
_SIZE, _LARGER = 5_000, 3
_THREEFOLD = 3 ** math.log2(_LARGER)
"""How many times longer the larger text would take if twice the text took three times as long."""
_SHARES = 4
"""An adapter gets one in so many of the odd texts, each adapter others; a thorough run gives it all."""
_CLOCK = 0.03
"""Seconds to measure at least: some clocks of processes tick a hundred times a second."""


@pytest.mark.parametrize(("before", "unit", "after"), _CASES)
def test_work_grows_with_the_text(before: str, unit: str, after: str) -> None:
    """Three times the text takes hardly more than three times the calls, and a step of a generator is a call."""
    tiny, once, larger = _texts(before, unit, after, _SIZE)
    adapter = _surest(larger)
    _read(tiny, adapter)  # what is loaded late is loaded now
    assert _calls(larger, adapter) <= 3.4 * _calls(once, adapter)


@pytest.mark.parametrize(("before", "unit", "after"), _CASES)
def test_time_grows_with_the_text(before: str, unit: str, after: str) -> None:
    """Patterns make no calls that could be counted: in time, too, a doubling is less than a threefold cost."""
    texts = _texts(before, unit, after, _SIZE)
    assert _growth(texts, _surest(texts[-1])) <= _THREEFOLD


@pytest.mark.parametrize(("number", "name"), [*enumerate(available_adapters())])
def test_time_of_each_adapter(number: int, name: str) -> None:
    """The same holds when an adapter is asked for by name, and gets what no text of its kind has."""
    odd = [*_ODD, *(("", unit, "") for unit in _UNITS.values())]
    if not THOROUGH:
        odd = odd[number % _SHARES :: _SHARES]
    growths = {(one[0][-12:], one[1]): _growth(_texts(*one, _SIZE // 2), name) for one in odd}
    assert {where: growth for where, growth in growths.items() if growth > _THREEFOLD} == {}


def _texts(before: str, unit: str, after: str, size: int) -> list[str]:
    """Return a tiny text to warm up with, one of this size, and one that is larger."""
    return [
        f"{before}{unit * (length // len(unit))}{after}"
        for length in (size // 10, size, _LARGER * size)
    ]


def _surest(text: str) -> str:
    """Return the adapter that reads a text: with the number of rows another one may be the surest."""
    return recognised(text)[0][0].name


def _growth(texts: list[str], adapter: str) -> float:
    """Return how many times longer the larger text takes; where it seems too much, it is measured again."""
    tiny, *texts = texts
    _read(tiny, adapter)
    times = [_seconds(text, adapter) for text in texts]
    for _ in range(3 if times[1] > 4 * times[0] else 0):
        times = [
            min(best, _seconds(text, adapter)) for best, text in zip(times, texts, strict=True)
        ]
    return times[1] / times[0]


def _read(text: str, adapter: str) -> None:
    """Ask all adapters what they say of a text, read it with one, and read all that is put off until somebody asks."""
    recognised(text)
    with contextlib.suppress(govinfo.GovInfoError):
        report = govinfo.parse(text, adapter=adapter)
        _ = report.figures(), report.head, report.sections, report.notes, report.claims
        list(govinfo.check(report))
        report.to_json()


def _calls(text: str, adapter: str) -> int:
    """Return how many calls reading a text takes; a step of a generator is one."""
    count = 0

    def counted(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        _read(text, adapter)
    finally:
        sys.setprofile(before)
    return count


def _seconds(text: str, adapter: str) -> float:
    """Return what one reading takes, out of as many as the clock needs to tell."""
    start, readings, taken = time.process_time(), 0, 0.0
    while taken < _CLOCK:
        _read(text, adapter)
        readings, taken = readings + 1, time.process_time() - start
    return taken / readings
