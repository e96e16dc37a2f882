"""The order in which columns stand, as the kinds of their heads say.

Heads are read as a sequence of columns from left to right. A head that spans others,
法人或其他组织, stands for them: its place among the heads of its line is theirs. What is no head of
the form, 备注 or 小计, is a column that is not read. Where heads are missing, the others must keep
the order of the form; where they say nothing that can be true, there is no order.
"""

from __future__ import annotations

from functools import cached_property
from itertools import groupby

from attrs import evolve, frozen

from govinfo.binding.kinds import UNKNOWN
from govinfo.binding.tables.rows import (
    EXTRA,
    GROUPS,
    HEADS,
    SUBJECT,
    Order,
    column_of_head,
    form_order,
)
from govinfo.forms.labels import Slot
from govinfo.forms.schema import Form
from govinfo.page import ROW_END

__all__ = ["GROUP", "column_order", "columns_on"]

GROUP = EXTRA - 1
"""A head that spans those of the columns of its group."""


def column_order(heads: str, slot: Slot, form: Form) -> Order | None:
    """Return the order of the columns of a row.

    Args:
        heads: The kinds of the tokens above the row, from its first head on.
        slot: The row.
        form: The form that has the row.

    """
    printed, width = _Heads.of(heads, slot, form), slot.width
    known = {*printed.columns} - {EXTRA, GROUP}
    if len(known) < width and printed.are_those_of_form:
        return form_order(width)
    whole = [line for line in printed.lines if known <= {*line} and GROUP not in line]
    if not whole:
        return printed.order_over_lines()
    order = _complete(whole[-1], width)
    # Two lines of heads that have lost their group, or one line in which 总计 is the second: where
    # no line ends, nothing tells.
    is_open = printed.members and ROW_END not in heads and order != form_order(width)
    return None if is_open and printed.are_those_of_form else order


@frozen
class _Heads:
    """The heads above a row, as the columns that they name."""

    lines: list[list[int]]
    """Those on each line, from left to right."""
    width: int
    """How many columns the row has."""
    members: frozenset[int]
    """The columns that stand below a head of their group."""

    @classmethod
    def of(cls, heads: str, slot: Slot, form: Form) -> _Heads:
        """Return the heads of a row of a form, from the kinds of the tokens above it."""
        lines, above = list[list[int]](), ""
        for line in heads.split(ROW_END):
            columns, last = columns_on(line, slot), lines[-1] if lines else []
            is_again = len(columns) > 1 and columns == last  # a line that is printed twice
            # The second halves of heads, 企业 and 机构 below 商业 and 科研: one half is another
            # name of a column that the line above names; the others are none.
            own = [column for column in columns if column not in (EXTRA, GROUP)]
            is_below = len(columns) < len(last) and len({*own}) == len(own)
            names = {kind for kind in line if kind in HEADS}
            is_rest = is_below and own != [] and {*own} < {*last} and names.isdisjoint(above)
            if not is_again and not is_rest and any(column != EXTRA for column in columns):
                lines.append(columns)
                above = line
        if len(lines) > 1 and lines == 2 * lines[: len(lines) // 2]:
            # Scripts copy all heads into a table of their own, which stays in view above the rows.
            lines = lines[: len(lines) // 2]
        columns_of_form = form.table(slot.table).blocks[0].columns
        members = frozenset(place for place, one in enumerate(columns_of_form) if one.group)
        return cls(lines, slot.width, members)

    @cached_property
    def columns(self) -> list[int]:
        """The columns of all lines."""
        return [column for line in self.lines for column in line]

    @cached_property
    def are_those_of_form(self) -> bool:
        """Whether they are those of the form in its order; some may be lost, or not be known."""
        own = [*range(self.width)]
        above = [column for column in own if column not in self.members]
        below = [column for column in own if column in self.members]
        two_lines = [above[0], GROUP, *above[1:], *below]
        heads = [column for column in self.columns if column not in (EXTRA, GROUP)]
        if len(heads) >= self.width > len({*heads}):
            # None is lost: one is named twice.
            return False
        runs = [(column, len(list(group))) for column, group in groupby(self.columns)]
        # A head that spans columns may be printed for each: 法人或其他组织, and the last one.
        if any(count > 1 and column not in (EXTRA, GROUP) for column, count in runs[:-1]):
            return False
        printed = [column for column, _ in runs]
        return any(_is_within(printed, whole) for whole in (own, two_lines))

    def order_over_lines(self) -> Order | None:
        """Return the order of columns whose heads stand on several lines, none of which has all."""
        width, are_lines, kept = self.width, any(len(line) > 1 for line in self.lines), self
        if are_lines:
            # A group alone on its line stands above the others: its place among them is unknown.
            kept = evolve(self, lines=[line for line in self.lines if {*line} != {GROUP}])
        head, tail = kept.columns[:-width], kept.columns[-width:]
        if len({*tail} - {EXTRA, GROUP}) == width and any(column in head for column in tail):
            # All heads stand once more below those that span several lines.
            return tuple(tail)
        if GROUP in kept.columns:
            return _complete(kept.columns_with_members(), width)
        if self.members and kept.are_those_of_form:
            # 总计 is printed in the first line of heads, and so before the second.
            return form_order(width)
        is_open = self.members and are_lines and len(kept.lines) > 1
        return None if is_open else _complete(kept.columns, width)

    def columns_with_members(self) -> list[int]:
        """Return the columns, those of the group in its place; none if it has no place."""
        top, below = list[int](), list[int]()
        is_below, members = False, self.members
        for line in self.lines:
            # All that stands on a line of members alone is below the group.
            is_line_of_members = len(line) > 1 and {*line} <= members | {EXTRA}
            for place, column in enumerate(line):
                if column in members or is_line_of_members:
                    below.append(column)
                    is_below = True
                elif column == EXTRA and is_below and members.intersection(line[place:]):
                    below.append(column)
                elif column != GROUP or top[-1:] != [GROUP]:
                    if column == GROUP and is_below:
                        return []
                    top.append(column)
        if top.count(GROUP) != 1:
            return []
        place = top.index(GROUP)
        return [*top[:place], *below, *top[place + 1 :]]


def columns_on(line: str, slot: Slot) -> list[int]:
    """The columns that the heads on one line name, with the columns that no form has."""
    columns, begins, last = list[int](), False, ""
    for kind in line:
        column = GROUP if kind in GROUPS else column_of_head(kind, slot)
        if column != EXTRA:
            # Two other names of one column, 商业 and 企业, are the pieces of its head.
            is_piece = columns[-1:] == [column] and kind != last and column != GROUP
            columns += [] if is_piece else [column]
            last = kind
        elif kind == UNKNOWN and (columns or begins):
            columns.append(EXTRA)
        # What stands between the head of the labels and the first head is a column as well.
        begins = begins or kind == SUBJECT
    return columns


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


def _complete(columns: list[int], width: int) -> Order | None:
    """The order, if each column is named; one may be named twice, in the place of another."""
    known = [column for column in columns if column != EXTRA]
    missing = width - len({*known})
    # Where both columns of one name hold the same, it does not matter which is which.
    is_named_twice = missing == 1 and len(known) == width
    return tuple(columns) if not missing or is_named_twice else None
