"""Numbers beside the figures of the tables: of columns, of rows, and shares behind whole rows."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from govinfo.binding.assignment import Bound, adds_up
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN, UNREADABLE, VALUE
from govinfo.binding.tables.rows import HEADS, RESULTS, REVIEW_WIDTH, Found, find_rows
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
_NAMES = frozenset(
    {"甲", "乙", "丙", "栏次", "栏目", "列次", "序号", "行次", "编号", "代码", "栏", "列"}
)
"""What stands before the numbers of columns, or above those of rows."""
_NUMBER_OF_A_ROW = re.compile(r"\d{1,3}", re.ASCII)
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
_SHARE = re.compile(r"\s*\d{1,3}(?:\.\d{1,4})?\s?[%％]\s*\|?")
_HEAD_OF_SHARES = re.compile("占比|比例|比重|百分比|[%％]")
_MOSTLY = 0.7
"""Where so great a part of the rows ends in a share, the others are blank or lack it."""
_RECONSIDERATION = LABELS[label_key("行政复议")]
_REVIEW_AND_ONE = re.compile(
    rf"""
      (?<!{VALUE}) {VALUE}{{{REVIEW_WIDTH + 1}}} (?!{VALUE})
    | (?<=[{ROW_END}]) {VALUE} [{BLANK}{VALUE}]{{{REVIEW_WIDTH - 1}}} {VALUE} (?=[{ROW_END}])
    """,
    re.VERBOSE,
)

_REVIEW_AND_A_BLANK = re.compile(
    rf"""
    (?<!{VALUE}) {VALUE} [{BLANK}{VALUE}]{{{REVIEW_WIDTH - 1}}} (?P<last>[{BLANK}]) (?!{VALUE})
    """,
    re.VERBOSE,
)
"""A number and a row whose last cell is blank, or a row and the blank behind it."""
_SHORT_REVIEW = re.compile(
    rf"""
    (?<![{BLANK}{VALUE}])
    {VALUE} [{BLANK}{VALUE}]{{{RESULTS},{REVIEW_WIDTH - 1}}}
    (?![{BLANK}{VALUE}])
    """,
    re.VERBOSE,
)
"""A number and a row whose blanks leave nothing behind, or a row."""


def set_numbers_aside(bound: Bound) -> None:
    """Treat the numbers of columns and rows as what may stand anywhere and belongs to no row."""
    numbers = _numbers_of_columns(bound) | _numbers_behind_labels(bound)
    numbers |= _shares_behind_rows(bound)
    # The number of the row in table 4 stands below a head 序号 before all others.
    for run in _REVIEW_AND_ONE.finditer(bound.kinds):
        begin = max(0, run.start() - HEADS_REACH_TOKENS)
        head = bound.kinds.rfind(_RECONSIDERATION, begin, run.start())
        name = len(bound.kinds[: max(head, 0)].rstrip(BLANK)) - 1
        if head > 0 and bound.kinds[name] == UNKNOWN and _is_name(bound, name):
            numbers |= {name, run.start()}
            break
    # Before the labels of rows stand numbers if all of these count: each table begins with 1 again.
    before = [match.start() for match in _BEFORE_A_LABEL.finditer(bound.kinds)]
    values = [read_cell(bound.tokens[token]).value for token in before]
    counts_up = all(below in (1, (above or 0) + 1) for above, below in pairwise([0, *values]))
    if counts_up and values[:_FEWEST_ROWS] == [*range(1, _FEWEST_ROWS + 1)]:
        numbers.update(before, _numbers_in_table_four(bound, values[-1] or 0))
    if numbers:
        kinds = (NOISE if at in numbers else kind for at, kind in enumerate(bound.kinds))
        bound.kinds = "".join(kinds)


def _numbers_in_table_four(bound: Bound, last: int | Decimal) -> set[int]:
    """Return the numbers before the values of table 4, where all rows above have one.

    Where a number may as well be the first of the values, the line has no values.
    """
    found, following, kinds = set[int](), (1, last + 1), bound.kinds
    for run in _REVIEW_AND_ONE.finditer(kinds):
        if read_cell(bound.tokens[run.start()]).value in following:
            found.add(run.start())
    for run in _REVIEW_AND_A_BLANK.finditer(kinds):
        if read_cell(bound.tokens[run.start()]).value in following:
            # With a last cell that is not blank the line has one cell too many, and is not read.
            blank = run.start("last")
            bound.kinds = f"{bound.kinds[:blank]}{UNREADABLE}{bound.kinds[blank + 1 :]}"
    for run in _SHORT_REVIEW.finditer(kinds):
        begin = run.start()
        if kinds.rfind(_RECONSIDERATION, max(0, begin - HEADS_REACH_TOKENS), begin) < 0:
            continue
        parts = [range(at, at + RESULTS) for at in range(begin, run.end(), RESULTS)]
        is_whole = len(run[0]) == REVIEW_WIDTH and all(adds_up(bound, part) for part in parts)
        if read_cell(bound.tokens[begin]).value in following and not is_whole:
            found.add(begin)
    return found


def _shares_behind_rows(bound: Bound) -> set[int]:
    """Return the shares behind the rows, 62%, that stand below no head of their own.

    Most rows end in one, and none has another: it takes the place of no figure.
    """
    shares = {
        token
        for token, kind in enumerate(bound.kinds)
        if kind == UNREADABLE and _SHARE.fullmatch(bound.tokens[token])
    }
    if len(shares) < _FEWEST_ROWS:
        return set()
    behind, count = set[int](), 0
    for row in find_rows(bound.kinds, bound.form):
        if isinstance(row, Found):
            run = range(row.begin, row.end)
            own = shares.intersection(run)
            last = row.begin + len(bound.kinds[row.begin : row.end].rstrip(BLANK)) - 1
            if own - {last}:
                return set()
            behind |= own
            count += VALUE in bound.kinds[row.begin : row.end]
    words = (token for token, kind in enumerate(bound.kinds) if kind == UNKNOWN)
    are_headed = any(_HEAD_OF_SHARES.search(bound.tokens[token]) for token in words)
    return set() if are_headed or len(behind) < _MOSTLY * count else behind


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
    counting = list[list[int]]()
    for own in by_table.values():
        # Numbers of rows may begin with 0, as no figure does.
        cells = [bound.tokens[token].strip(" |") for token in own if token < len(bound.tokens)]
        are_numbers = len(cells) == len(own) and all(map(_NUMBER_OF_A_ROW.fullmatch, cells))
        if are_numbers and all(int(below) == int(above) + 1 for above, below in pairwise(cells)):
            counting.append(own)
    if max(map(len, counting), default=0) < _FEWEST_BEHIND:
        return set()
    unknown = (token for token, kind in enumerate(kinds) if kind == UNKNOWN)
    heads = {token for token in unknown if _is_name(bound, token)}
    return heads.union(*counting)


def _is_name(bound: Bound, token: int) -> bool:
    """Whether a token names the numbers of columns or rows."""
    return label_key(plain(bound.tokens[token])) in _NAMES


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
        is_named = before[-1:] == UNKNOWN and _is_name(bound, name)
        if is_named:
            before = before[:-1].rstrip(_BETWEEN)
        is_below_heads = before != "" and before[-1] in HEADS
        if is_below_heads and (is_named or len(counted) >= _FEWEST_COLUMNS):
            found.update(counted)
    return found
