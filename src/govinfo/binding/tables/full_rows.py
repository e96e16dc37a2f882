"""Pages on which each row of the form stands on one line with all its figures, and no others do.

Paper wraps labels and the heads of columns, so that hardly two such pages have the same tokens. But
where the lines with figures are those of the form, in number and in length, only labels and heads
are left to prove: what is doubted elsewhere, a figure short or left over, cannot be there.
"""

from __future__ import annotations

import re
from functools import cache

from govinfo.binding.assignment import Bound, put, take_back
from govinfo.binding.kinds import BLANK, NOISE, NOT_APPLICABLE, UNREADABLE, VALUE
from govinfo.binding.tables.heads import heads_above
from govinfo.binding.tables.multiline_labels import wrapped_rows
from govinfo.binding.tables.rows import (
    HEADS,
    LABEL,
    Found,
    column_of_head,
    form_order,
    review_slot,
    rows_in_order,
)
from govinfo.binding.tables.table4 import is_in_order_on_paper
from govinfo.figures import Address
from govinfo.forms.labels import ROWS, Slot
from govinfo.forms.schema import Form
from govinfo.page import ROW_END

__all__ = ["put_full_rows"]

_FIGURES_OF_A_LINE = re.compile(f"{VALUE}+(?={ROW_END})")
_OTHER_CELLS = frozenset(BLANK + NOT_APPLICABLE + UNREADABLE + NOISE)


def put_full_rows(bound: Bound) -> bool:
    """Enter all rows of the page if each is full, and say whether they were entered."""
    rows = _full_rows(bound) if bound.is_placed else []
    if not rows:
        return False
    *labelled, review = rows
    if not (is_in_order_on_paper(bound, review) and _are_in_order(bound, labelled)):
        return False
    pieced = dict[int, Slot]()
    for row in labelled:
        if ROWS[bound.form.id].get(bound.kinds[row.begin - 1]) == row.slot:
            put(bound, row, range(row.begin, row.end))
        else:
            pieced[row.begin] = row.slot
    if pieced != {row.begin: row.slot for row in wrapped_rows(bound)}:
        for row in labelled:
            take_back(bound, row)
        return False
    for row in rows:
        if row is review or row.begin in pieced:
            put(bound, row, range(row.begin, row.end))
    return True


def _full_rows(bound: Bound) -> list[Found]:
    """Return all rows of the form, if the lines with figures are as many and as long as they."""
    kinds, form = bound.kinds, bound.form
    label = LABEL.search(kinds)
    runs = [found.span() for found in _FIGURES_OF_A_LINE.finditer(kinds)]
    slots = (*rows_in_order(form), review_slot(form))
    if label is None or [end - begin for begin, end in runs] != [slot.width for slot in slots]:
        return []
    between = kinds[label.start() : runs[-1][1]]
    is_full = label.start() < runs[0][0] and _OTHER_CELLS.isdisjoint(between)
    if not is_full or kinds.count(VALUE) != sum(slot.width for slot in slots):
        return []
    rows, above = list[Found](), label.start()
    for (begin, end), slot in zip(runs, slots, strict=True):
        heads = "".join(filter(HEADS.__contains__, kinds[above:begin]))
        rows.append(Found(slot, form, begin, end, heads, 0, above))
        above = end
    return rows


def _are_in_order(bound: Bound, rows: list[Found]) -> bool:
    """Whether the heads above the rows stand in the order of the form."""
    firsts = _first_rows(bound.form)
    # 其他 alone may be part of the label of a group.
    headed = (row for row in rows if len(row.heads) > 1 or row.slot.first in firsts)
    for row in headed:
        own = form_order(row.slot.width)
        on_a_line = tuple(column_of_head(kind, row.slot) for kind in row.heads)
        if on_a_line == own and row.heads in bound.kinds[row.above : row.begin]:
            continue
        found = heads_above(bound, range(row.above, row.begin), range(row.begin, row.end))
        orders = (tuple(column_of_head(kind, row.slot) for kind in kinds) for kinds in found)
        if own not in orders:
            return False
    return True


@cache
def _first_rows(form: Form) -> frozenset[int]:
    """Return where the first cell of each set of columns is among those of the form."""
    firsts = list[int]()
    for table in form.tables:
        for block in table.blocks:
            address = f"{table.id}.{block.data_rows[0].id}.{block.columns[0].id}"
            firsts.append(form.positions[Address(address)])
    return frozenset(firsts)
