"""Numbers of columns below the heads, and of rows before the labels, which are no figures."""

from __future__ import annotations

import re
from itertools import pairwise

from govinfo.binding.assignment import Bound
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN, VALUE
from govinfo.binding.tables.rows import HEADS, REVIEW_WIDTH, Found, find_rows
from govinfo.binding.tables.table4_heads import HEADS_REACH_TOKENS
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
_FEWEST_BEHIND = 10
"""This many rows whose first figures count up do not do so by chance; table 2 has fewer."""
_BEFORE_A_LABEL = re.compile(f"{VALUE}(?=[{BLANK}]*[{_LABELS}])")
_RECONSIDERATION = LABELS[label_key("行政复议")]
_REVIEW_AND_ONE = re.compile(f"(?<!{VALUE}){VALUE}{{{REVIEW_WIDTH + 1}}}(?!{VALUE})")


def set_numbers_aside(bound: Bound) -> None:
    """Treat the numbers of columns and rows as what may stand anywhere and belongs to no row."""
    numbers = _numbers_of_columns(bound) | _numbers_behind_labels(bound)
    numbers |= _number_before_the_review(bound)
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


def _number_before_the_review(bound: Bound) -> set[int]:
    """Return the number of the row in table 4, below a head 序号 before all others."""
    for run in _REVIEW_AND_ONE.finditer(bound.kinds):
        begin = max(0, run.start() - HEADS_REACH_TOKENS)
        head = bound.kinds.rfind(_RECONSIDERATION, begin, run.start())
        if head > 0:
            name = len(bound.kinds[:head].rstrip(BLANK)) - 1
            if bound.kinds[name] == UNKNOWN and label_key(plain(bound.tokens[name])) in _NAMES:
                return {name, run.start()}
    return set()


def _numbers_behind_labels(bound: Bound) -> set[int]:
    """Return the numbers of rows between labels and figures, with the heads of their column.

    Those of table 3 count up through all of its rows; a shorter table is like it.
    """
    kinds, by_table = bound.kinds, dict[str, list[int]]()
    for row in find_rows(kinds, bound.form):
        if isinstance(row, Found):
            run = kinds[row.begin : row.end]
            first = row.begin + len(run) - len(run.lstrip(BLANK))
            by_table.setdefault(row.slot.table, []).append(first)
    counting = {table: own for table, own in by_table.items() if _counts_up(bound, own)}
    if max(map(len, counting.values()), default=0) < _FEWEST_BEHIND:
        return set()
    unknown = (token for token, kind in enumerate(kinds) if kind == UNKNOWN)
    heads = {token for token in unknown if label_key(plain(bound.tokens[token])) in _NAMES}
    return heads.union(*counting.values())


def _counts_up(bound: Bound, tokens: list[int]) -> bool:
    """Whether a number stands in each of these cells, and each is the next of the one before."""
    if any(bound.kinds[token : token + 1] != VALUE for token in tokens):
        return False
    values = [read_cell(bound.tokens[token]).value or 0 for token in tokens]
    return all(below == above + 1 for above, below in pairwise(values))


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
