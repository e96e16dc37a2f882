"""Numbers of columns below the heads, 1 2 3 4 …, which are no figures."""

from __future__ import annotations

import re

from govinfo.binding.assignment import Bound
from govinfo.binding.tables.rows import HEADS
from govinfo.binding.tokens import BLANK, NOISE, UNKNOWN, VALUE
from govinfo.figures import read_cell
from govinfo.forms.labels import label_key
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["set_column_numbers_aside"]

_FEWEST = 3
"""So many numbers that count up from 1 are no row of figures; fewer may be, without a name."""
_FIGURES = re.compile(f"{VALUE}+")
_NAMES = frozenset({"甲", "乙", "丙", "栏次", "栏目", "列次", "序号", "行次", "编号", "栏", "列"})
"""What stands before the numbers of columns."""
_MOST_COLUMNS = 30
_REACH_TOKENS = 60
"""Heads and the numbers below them stand no further apart."""
_BETWEEN = BLANK + NOISE + ROW_END


def set_column_numbers_aside(bound: Bound) -> None:
    """Treat the numbers of columns as what may stand in any row and belongs to none."""
    kinds = list(bound.kinds)
    for run in _FIGURES.finditer(bound.kinds):
        begin, end = run.start(), min(run.end(), run.start() + _MOST_COLUMNS)
        counted = 0
        while (
            begin + counted < end and read_cell(bound.tokens[begin + counted]).value == counted + 1
        ):
            counted += 1
        if counted and _are_below_heads(bound, begin, counted):
            kinds[begin : begin + counted] = NOISE * counted
    bound.kinds = "".join(kinds)


def _are_below_heads(bound: Bound, token: int, count: int) -> bool:
    """Whether so many numbers stand below heads; few of them must have a name: 栏次 1 2."""
    before = bound.kinds[max(0, token - _REACH_TOKENS) : token].rstrip(_BETWEEN)
    name = token - (min(token, _REACH_TOKENS) - len(before)) - 1
    is_named = before[-1:] == UNKNOWN and label_key(plain(bound.tokens[name])) in _NAMES
    if is_named:
        before = before[:-1].rstrip(_BETWEEN)
    return before != "" and before[-1] in HEADS and (is_named or count >= _FEWEST)
