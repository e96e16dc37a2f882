"""Numbers of columns below the heads, and of rows before the labels, which are no figures."""

from __future__ import annotations

import re
from itertools import pairwise

from govinfo.binding.assignment import Bound
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN, VALUE
from govinfo.binding.tables.rows import HEADS, REVIEW_WIDTH
from govinfo.figures import read_cell
from govinfo.forms import FORMS
from govinfo.forms.labels import LABELS, ROWS, label_key
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["set_numbers_aside"]

_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 5
"""This many numbers that count up from 1 are no figures; fewer columns may be, without a name."""
_MOST_COLUMNS = 30
_REACH_TOKENS = 60
"""Heads and the numbers below them stand no further apart."""
_NAMES = frozenset({"甲", "乙", "丙", "栏次", "栏目", "列次", "序号", "行次", "编号", "栏", "列"})
"""What stands before the numbers of columns, or above those of rows."""
_BETWEEN = BLANK + NOISE + ROW_END
_FIGURES = re.compile(f"{VALUE}+")
_GROUPS = {
    LABELS[label_key(row.label)]
    for form in FORMS
    if form.is_tabular
    for row in form.table("requests").rows
    if row.header
}
_LABELS = "".join(sorted({*_GROUPS, *(label for rows in ROWS.values() for label in rows)} - HEADS))
_BEFORE_A_LABEL = re.compile(f"{VALUE}(?=[{BLANK}]*[{_LABELS}])")
_REVIEW_AND_ONE = re.compile(f"(?<!{VALUE}){VALUE}{{{REVIEW_WIDTH + 1}}}(?!{VALUE})")


def set_numbers_aside(bound: Bound) -> None:
    """Treat the numbers of columns and rows as what may stand anywhere and belongs to no row."""
    numbers = _numbers_of_columns(bound)
    # Before the labels of rows stand numbers if all of these count: each table begins with 1 again.
    before = [match.start() for match in _BEFORE_A_LABEL.finditer(bound.kinds)]
    values = [read_cell(bound.tokens[token]).value for token in before]
    counts_up = all(below in (1, (above or 0) + 1) for above, below in pairwise([0, *values]))
    if counts_up and values[:_FEWEST_ROWS] == [*range(1, _FEWEST_ROWS + 1)]:
        in_table_four = (run.start() for run in _REVIEW_AND_ONE.finditer(bound.kinds))
        numbers |= {
            *before,
            *(at for at in in_table_four if read_cell(bound.tokens[at]).value == 1),
        }
    if numbers:
        kinds = (NOISE if at in numbers else kind for at, kind in enumerate(bound.kinds))
        bound.kinds = "".join(kinds)


def _numbers_of_columns(bound: Bound) -> set[int]:
    """Return the tokens below heads that count up from 1; few of them need a name: 栏次 1 2."""
    found = set[int]()
    for run in _FIGURES.finditer(bound.kinds):
        begin, counted = run.start(), list[int]()
        for token in range(begin, min(run.end(), begin + _MOST_COLUMNS)):
            if read_cell(bound.tokens[token]).value != len(counted) + 1:
                break
            counted.append(token)
        if not counted:
            continue
        # A name may stand between them and the heads above.
        before = bound.kinds[max(0, begin - _REACH_TOKENS) : begin].rstrip(_BETWEEN)
        name = begin - (min(begin, _REACH_TOKENS) - len(before)) - 1
        is_named = before[-1:] == UNKNOWN and label_key(plain(bound.tokens[name])) in _NAMES
        if is_named:
            before = before[:-1].rstrip(_BETWEEN)
        is_below_heads = before != "" and before[-1] in HEADS
        if is_below_heads and (is_named or len(counted) >= _FEWEST_COLUMNS):
            found.update(counted)
    return found
