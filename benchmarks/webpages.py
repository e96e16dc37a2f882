"""Web pages: what reading one takes, as a part of what pandas takes for its tables alone."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from io import StringIO
from random import Random
from typing import Any

import govinfo
from govinfo.forms import form_by_id
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

__all__ = ["NEEDED", "PAGES", "against_pandas"]

NEEDED = [name for name in ("pandas", "lxml") if find_spec(name) is None]
"""What is missing for this measurement."""
PAGES: dict[str, Mapping[str, Any]] = {
    "plain": {},
    "within tables, with navigation": {"nested": True, "chrome": True, "breaks": True},
    "styled": {"styled": True},
    "styled, capitals": {"styled": True, "upper": True, "nbsp": True},
}
"""The kinds of pages, as the testing kit writes them."""
_TURN = 6


def against_pandas(options: Mapping[str, Any], documents: int, rounds: int) -> tuple[float, float]:
    """Return how many times longer `pandas.read_html` takes than `parse`: the median of the rounds, and the best.

    No two pages are alike, and the two take turns every few pages.
    """
    import pandas as pd  # noqa: PLC0415 - optional, and slow to load

    chance, form = Random(5), form_by_id("form2021")
    ratios = []
    for _ in range(rounds + 1):
        pages = [render(write(form, chance), "html", **options) for _ in range(documents)]
        turns = [pages[start : start + _TURN] for start in range(0, documents, _TURN)]
        times = [
            (_seconds(lambda page: pd.read_html(StringIO(page)), t), _seconds(govinfo.parse, t))
            for t in turns
        ]
        ratios.append(sum(tables for tables, _ in times) / sum(report for _, report in times))
    # The first round loads what is loaded late.
    return statistics.median(ratios[1:]), max(ratios[1:])


def _seconds(job: Callable[[str], object], pages: list[str]) -> float:
    gc.collect()
    start = time.process_time()
    for page in pages:
        job(page)
    return time.process_time() - start
