"""The order in which the columns of a table stand, as its heads say.

The heads of tables two and three are read as a sequence of columns from left to right. A head that
spans others, 法人或其他组织, stands for them: its place among the heads of its line is theirs. What
is no head of the form, 备注 or 小计, is a column that is not read. Where heads are missing, the
others must keep the order of the form; where they say nothing that can be true, there is no order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import TypeAlias

from govinfo.binding.assignment import APPLICANTS, SUBJECT, Bound, HeadRegion, kinds_by_place
from govinfo.binding.tables.paper_heads import order_on_paper
from govinfo.binding.tables.rows import (
    EXTRA,
    GROUPS,
    HEADS,
    LONGEST_RUN_TOKENS,
    Found,
    column_of_head,
)
from govinfo.binding.tokens import (
    BLANK,
    NOISE,
    UNKNOWN,
    VALUE,
    TokenLine,
    line_above,
    line_around,
    lines_of,
)
from govinfo.forms.labels import FIRST, LAST, Slot
from govinfo.forms.schema import Form
from govinfo.page import ROW_END

__all__ = [
    "Order",
    "cells_below",
    "column_order",
    "form_order",
    "line_of_heads",
    "order_of",
    "set_words_aside",
]

Order: TypeAlias = tuple[int, ...]
"""The column of the form that each printed column is, from left to right; `EXTRA` for none."""

_GROUP = EXTRA - 1
"""A head that spans those of the columns of its group."""
_ROW = re.compile(f"[{BLANK}{VALUE}]{{0,3}}[{FIRST}-{LAST}]")
"""A label at the beginning of a line, which may have the number of the row before it."""
_FEWEST_HEADS = 2
"""A single 其他 or 总计 may be the label of a row."""
_MOST_LINES_OF_HEADS = 3
_MOST_HEADS_ABOVE = 16
"""Heads of one line and labels of rows with the words of heads, all above the last row."""
_MOST_REGIONS_ABOVE = 24
"""So many sets of heads above a row are looked at; table two has five."""


@cache
def form_order(width: int) -> Order:
    """Return the order of the form."""
    return tuple(range(width))


def order_of(bound: Bound, row: Found) -> Order | None:
    """Return the order of the columns of a row by the heads above it, or above its block.

    The order of the form where no heads stand above it; `None` where the heads contradict
    themselves or the form.
    """
    slot = row.slot
    heads, regions = frozenset[str]().union(*slot.header), bound.head_regions
    last = bisect_left(regions, row.begin, key=attrgetter("begin"))
    for region in reversed(regions[max(0, last - _MOST_REGIONS_ABOVE) : last]):
        own = heads.intersection(region.kinds)
        has_heads = len(own) >= min(max(_FEWEST_HEADS, slot.width // 2), slot.width)
        above = SUBJECT if slot.table == "proactive" else APPLICANTS
        if has_heads or (bound.is_placed and above in region.kinds):
            key = region.begin, slot.header
            if key not in bound.orders:
                bound.orders[key] = _order_in(bound, region, row)
            return bound.orders[key]
    return form_order(slot.width)


def set_words_aside(bound: Bound) -> None:
    """Treat the words below heads that no form has, 单位 or 备注, as what may stand in any row.

    They would part the label of a row from its figures. Lines must be just as long as their heads.
    """
    kinds, places = list(bound.kinds), list[int]()
    length, behind_subject = 0, 0
    for line in lines_of(bound.kinds):
        own = bound.kinds[line.begin : line.end]
        if SUBJECT in own and line.length <= LONGEST_RUN_TOKENS:
            # Places are counted from the end: text above a grid may begin its first line.
            begin, length = own.index(SUBJECT), len(own)
            places = [place - length for place in range(begin, length) if own[place] == UNKNOWN]
            places = places if HEADS.intersection(own) else []
            behind_subject = length - begin
        elif places and HEADS.isdisjoint(own) and _ROW.match(own):
            behind_label = len(own.lstrip(BLANK))
            if length == len(own) or behind_label == behind_subject:
                for place in places:
                    if own[place] == UNKNOWN:
                        kinds[line.end + place] = NOISE
    bound.kinds = "".join(kinds)


def line_of_heads(bound: Bound, row: Found, order: Order) -> TokenLine | None:
    """Return the line above a row that has all heads of its columns, in this order."""
    last = bisect_left(bound.heads, row.begin)
    # The rows of table three stand far below, and 总计 and 其他 are labels of rows as well.
    reach = 1 if row.slot.table == "proactive" else _MOST_HEADS_ABOVE
    seen = row.begin
    for token in reversed(bound.heads[max(0, last - reach) : last]):
        line = line_around(bound.kinds, token) if token < seen else None
        for _ in range(_MOST_LINES_OF_HEADS):
            if line is None or not line.has_end or line.length > LONGEST_RUN_TOKENS:
                break
            if tuple(_columns_on(bound.kinds[line.begin : line.end], row.slot)) == order:
                return line
            seen, line = min(seen, line.begin), line_above(bound.kinds, line)
    return None


def cells_below(bound: Bound, row: Found, order: Order) -> list[int]:
    """Return the cells of a row that stand below the heads of its columns, in their order.

    No cells, where the line of the row is not just as long as that of the heads, or where a figure
    stands on it that is below no head.
    """
    own, line = line_around(bound.kinds, row.begin), line_of_heads(bound, row, order)
    if line is None or not own.is_row:
        return []
    kinds = bound.kinds[line.begin : line.end]
    # The first line of a grid may begin with the text above it: from the label on both are alike.
    behind_label = own.end - row.begin + 1
    if line.length != own.length and behind_label != len(kinds) - kinds.find(SUBJECT):
        return []
    columns = [column_of_head(kind, row.slot) for kind in kinds]
    first = next(place for place, column in enumerate(columns) if column != EXTRA)
    first = kinds.index(SUBJECT) if SUBJECT in kinds else first
    places = [
        place
        for place, column in enumerate(columns)
        if column != EXTRA or (kinds[place] == UNKNOWN and place > first)
    ]
    cells = [own.end - len(kinds) + place for place in places]
    others = (token for token in range(row.begin, own.end) if token not in cells)
    is_alone = all(bound.kinds[token] in BLANK + NOISE for token in others)
    return cells if len(cells) == len(order) and cells[0] >= row.begin and is_alone else []


def _order_in(bound: Bound, region: HeadRegion, row: Found) -> Order | None:
    """The order of the columns of a row as the heads in a stretch of tokens say."""
    begin, end, kinds_apart = region
    order = column_order(kinds_apart, row.slot, row.form)
    if not bound.is_placed:
        return order
    named = {column_of_head(kind, row.slot) for kind in bound.kinds[begin:end]}
    if order is not None and EXTRA not in order and {*range(row.slot.width)} <= named:
        return _order_by_place(bound, begin, end, row, order)
    # On paper a head is broken over several lines, and stands between others on the line.
    found = order_on_paper(bound, range(begin, end), row)
    are_run_together = any(begin <= token < end for token in bound.head_runs)
    if found or order is not None or are_run_together:
        return found or order
    # The heads that are known may keep to the order of the form from left to right.
    heads = [token for token in range(begin, end) if bound.kinds[token] in HEADS]
    for kinds in kinds_by_place(bound, heads) if found is None else ():
        columns = [*dict.fromkeys(column_of_head(kind, row.slot) for kind in kinds)]
        if EXTRA not in columns and columns == sorted(columns):
            return form_order(row.slot.width)
    return None


def _order_by_place(bound: Bound, begin: int, end: int, row: Found, order: Order) -> Order | None:
    """The order of the heads as they follow in the text, unless their places on the lines differ.

    Where a group is alone on its line, 总计 on the next one may be behind it or before it. Where
    the heads stand tells which, though those of the group are on a line of their own.
    """
    kinds, width = bound.kinds[begin:end], row.slot.width
    lines = (_columns_on(line, row.slot) for line in kinds.split(ROW_END))
    is_group_alone = any({*line} == {_GROUP} for line in lines)
    columns = [column_of_head(kind, row.slot) for kind in kinds]
    heads = [token for token, column in enumerate(columns, begin) if column >= 0]
    # A head that was put together from two lines has moved those behind it.
    is_moved = any(len(bound.tokens[token].split()) > 1 for token in heads)
    if not is_group_alone or is_moved or len(heads) != width:
        return order
    orders = {
        tuple(column_of_head(kind, row.slot) for kind in by_place)
        for by_place in kinds_by_place(bound, heads)
    }
    if order in orders:
        return order
    return orders.pop() if len(orders) == 1 else None


def column_order(heads: str, slot: Slot, form: Form) -> Order | None:
    """Return the order of the columns of a row.

    Args:
        heads: The kinds of the tokens above the row, from its first head on.
        slot: The row.
        form: The form that has the row.

    """
    width, lines = slot.width, list[list[int]]()
    for line in heads.split(ROW_END):
        columns = _columns_on(line, slot)
        if any(column != EXTRA for column in columns):
            lines.append(columns)
    flat = [column for line in lines for column in line]
    known = {*flat} - {EXTRA, _GROUP}
    columns_of_form = form.table(slot.table).blocks[0].columns
    # The columns that stand below a head of their group.
    members = frozenset(place for place, one in enumerate(columns_of_form) if one.group)
    if len(known) < width and _is_that_of_form(flat, width, members):
        return form_order(width)
    whole = [line for line in lines if known <= {*line} and _GROUP not in line]
    if whole:
        order = _complete(whole[-1], width)
        # Two lines of heads that have lost their group, or one line in which 总计 is the second:
        # where no line ends, nothing tells.
        is_open = members and ROW_END not in heads and order != form_order(width)
        return None if is_open and _is_that_of_form(flat, width, members) else order
    return _order_over_lines(lines, width, members)


def _order_over_lines(lines: list[list[int]], width: int, members: frozenset[int]) -> Order | None:
    """The order of columns whose heads stand on several lines, none of which has all of them."""
    flat = [column for line in lines for column in line]
    are_lines = any(len(line) > 1 for line in lines)
    if are_lines:
        # A group alone on its line stands above the others: its place among them is unknown.
        lines = [line for line in lines if {*line} != {_GROUP}]
        flat = [column for line in lines for column in line]
    tail = flat[-width:]
    if len({*tail} - {EXTRA, _GROUP}) == width and any(column in flat[:-width] for column in tail):
        # All heads stand once more below those that span several lines.
        return tuple(tail)
    if _GROUP in flat:
        return _complete(_with_members(lines, members), width)
    if members and _is_that_of_form(flat, width, members):
        # 总计 is printed in the first line of heads, and so before the second.
        return form_order(width)
    return None if members and are_lines and len(lines) > 1 else _complete(flat, width)


def _is_that_of_form(columns: list[int], width: int, members: frozenset[int]) -> bool:
    """Whether the heads are those of the form in its order; some may be lost, or not be known."""
    own = [*range(width)]
    above = [column for column in own if column not in members]
    below = [column for column in own if column in members]
    two_lines = [above[0], _GROUP, *above[1:], *below]
    heads = [column for column in columns if column not in (EXTRA, _GROUP)]
    if len(heads) >= width > len({*heads}):
        # None is lost: one is named twice.
        return False
    runs = [(column, len(list(group))) for column, group in groupby(columns)]
    # A head that spans columns may be printed for each of them: 法人或其他组织, and the last one.
    if any(count > 1 and column not in (EXTRA, _GROUP) for column, count in runs[:-1]):
        return False
    printed = [column for column, _ in runs]
    return any(_is_within(printed, whole) for whole in (own, two_lines))


def _is_within(columns: list[int], whole: list[int]) -> bool:
    """Whether columns stand in this order, where each unknown one may be any that is missing."""
    place, unknown = 0, 0
    for column in columns:
        if column == EXTRA:
            unknown += 1
            continue
        if column not in whole[place:]:
            return False
        found = whole.index(column, place)
        if unknown > found - place:
            return False
        place, unknown = found + 1, 0
    return unknown <= len(whole) - place


def _columns_on(line: str, slot: Slot) -> list[int]:
    """The columns that the heads on one line name, with the columns that no form has."""
    columns, begins, last = list[int](), False, ""
    for kind in line:
        column = _GROUP if kind in GROUPS else column_of_head(kind, slot)
        if column != EXTRA:
            # Two other names of one column, 商业 and 企业, are the pieces of its head.
            is_piece = columns[-1:] == [column] and kind != last and column != _GROUP
            columns += [] if is_piece else [column]
            last = kind
        elif kind == UNKNOWN and (columns or begins):
            columns.append(EXTRA)
        # What stands between the head of the labels and the first head is a column as well.
        begins = begins or kind == SUBJECT
    return columns


def _with_members(lines: list[list[int]], members: frozenset[int]) -> list[int]:
    """The columns from left to right, those of the group in its place; none if it has no place."""
    top, below = list[int](), list[int]()
    is_below = False
    for line in lines:
        # All that stands on a line of members alone is below the group.
        is_line_of_members = len(line) > 1 and {*line} <= members | {EXTRA}
        for place, column in enumerate(line):
            if column in members or is_line_of_members:
                below.append(column)
                is_below = True
            elif column == EXTRA and is_below and members.intersection(line[place:]):
                below.append(column)
            elif column != _GROUP or top[-1:] != [_GROUP]:
                if column == _GROUP and is_below:
                    return []
                top.append(column)
    if top.count(_GROUP) != 1:
        return []
    place = top.index(_GROUP)
    return [*top[:place], *below, *top[place + 1 :]]


def _complete(columns: list[int], width: int) -> Order | None:
    """The order, if each column is named; one may be named twice, in the place of another."""
    known = [column for column in columns if column != EXTRA]
    missing = width - len({*known})
    # Where both columns of one name hold the same, it does not matter which is which.
    is_named_twice = missing == 1 and len(known) == width
    return tuple(columns) if not missing or is_named_twice else None
