"""Pages that keep to their form, as nearly all do: every row has just its cells.

The stretch from the first label to the last figure is the same in all reports that one office ever
published in one way, whatever the figures; so each distinct stretch is looked at once. Some tools
print a cell that spans others once for each of them: the layout of such a page lists which tokens
have to say the same, and they are compared on every page.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from attrs import field, frozen

from govinfo.binding.assignment import can_hold
from govinfo.binding.kinds import BLANK, NOISE, SIGNED, UNKNOWN, UNREADABLE, VALUE
from govinfo.binding.tables.column_order import column_order
from govinfo.binding.tables.form_choice import form_of
from govinfo.binding.tables.profile import is_regular, shapes_of
from govinfo.binding.tables.rows import (
    CELLS,
    LABEL,
    REVIEW_WIDTH,
    Found,
    column_of_head,
    find_rows,
    form_order,
    rows_in_order,
)
from govinfo.binding.tables.table4_heads import review_order, review_runs
from govinfo.binding.tables.table4_line import has_blanks_beside
from govinfo.figures import read_cell
from govinfo.forms.schema import Form, Kind
from govinfo.page import ROW_END

__all__ = ["ExactLayout", "layout_of"]

_GOES_ON_BELOW = re.compile(f"{VALUE}{BLANK}*{ROW_END}{BLANK}*{VALUE}[{VALUE}{BLANK}]*{ROW_END}")
"""Numbers without a label below a row: the rest of its numbers, or the number of a page."""
_NAMED_VALUES = re.compile(f"{UNKNOWN}{BLANK}{{0,3}}{VALUE}[{CELLS}]{{{REVIEW_WIDTH - 1},}}")
"""A line of table 4 that is named for a year."""
_TO_THE_END = re.compile(f"[{CELLS}]*{ROW_END}?")


@frozen
class ExactLayout:
    """Where the cells of a page stand, as tokens counted from its first label."""

    form: Form
    places: array[int]
    twins: tuple[tuple[int, int], ...] = ()
    """Tokens that have to say the same: one cell, printed more than once."""
    columns: Mapping[int, Kind] = field(factory=dict)
    """What each of these tokens is to hold."""

    @classmethod
    def of(cls, form: Form, rows: list[Found], review: int) -> ExactLayout:
        """Return the layout of the labelled rows of a form, and of table 4 from a token on."""
        begins = [(row.begin + (row.offset or 0), row.slot.width) for row in rows]
        begins.append((review, REVIEW_WIDTH))
        cells = chain.from_iterable(range(first, first + width) for first, width in begins)
        twins = (
            (row.begin + row.slot.width - 1, row.begin + column)
            for row in rows
            if row.slot.table == "proactive"
            for column in range(row.slot.width, len(row.heads))
        )
        places = array("i", cells)
        columns = {
            place: form.cells[address][1].kind
            for place, address in zip(places, form.addresses, strict=True)
        }
        return cls(form, places, tuple(twins), columns)


def layout_of(tokens: list[str], kinds: str) -> tuple[ExactLayout | None, int]:
    """Return the layout of a page that keeps to its form, and the token that it counts from.

    Any other page has no layout.
    """
    signed, kinds = kinds, kinds.replace(SIGNED, VALUE)
    label, last = LABEL.search(kinds), kinds.rfind(VALUE)
    if label is None or last < label.start():
        return None, 0
    end = _TO_THE_END.match(kinds, last).end()  # type: ignore[union-attr] # matches where `last` is
    base = label.start()
    layout = _layout_of_stretch(kinds[base:end])
    if layout is None:
        return None, 0
    signs = signed.find(SIGNED, base, end)
    while signs >= 0:
        kind = layout.columns.get(signs - base)
        if kind is not None and not can_hold(kind, tokens[signs]):
            return None, 0
        signs = signed.find(SIGNED, signs + 1, end)
    for place, twin in layout.twins:
        one, other = tokens[base + place], tokens[base + twin]
        if one != other and read_cell(one) != read_cell(other):
            return None, 0
    return layout, base


@lru_cache(maxsize=512)
def _layout_of_stretch(kinds: str) -> ExactLayout | None:
    """The layout of a page that has just the form's rows, in order, each with just its cells."""
    form, values = form_of(kinds), review_runs(kinds)
    is_odd = _GOES_ON_BELOW.search(kinds) or _NAMED_VALUES.search(kinds)
    if form is None or len(values) != 1 or is_odd:
        return None
    begin, end = values[0]
    line = kinds[begin:end]
    if NOISE in line or UNREADABLE in kinds or len(line.strip(BLANK)) != REVIEW_WIDTH:
        return None
    rows = _labelled_rows(kinds, form, end)
    if [row.slot.first for row in rows] != [slot.first for slot in rows_in_order(form)]:
        return None
    # Every row has to be as long as the rows around it.
    shapes = shapes_of(kinds, rows)
    is_in_order = review_order(kinds, begin) == form_order(REVIEW_WIDTH)
    if has_blanks_beside(kinds, begin, shapes[""]) or not is_in_order:
        return None
    if not all(is_regular(kinds, row, row.end - row.begin, shapes) for row in rows):
        return None
    return ExactLayout.of(form, rows, begin + len(line) - len(line.lstrip(BLANK)))


def _labelled_rows(kinds: str, form: Form, values_end: int) -> list[Found]:
    """The rows with a label, each with just its cells; no rows if anything else is there."""
    rows, heads = list[Found](), ""
    for found in find_rows(kinds, form):
        row = found
        if isinstance(row, Found):
            heads = row.heads or heads
            if row.heads and row.slot.table == "requests":
                order = column_order(kinds[row.above : row.begin - 1], row.slot, row.form)
                if order != form_order(row.slot.width):
                    return []
            if row.offset is None:
                row = _read_once(kinds, row._replace(heads=heads), form)
            if row.offset is not None:
                rows.append(row)
                continue
            is_blank = not kinds[row.begin : row.end].strip(BLANK)
            if row.slot.confusable and is_blank:
                # A spanned 总计 among the heads leaves blanks behind.
                continue
        if found.end != values_end:
            return []
    return rows


def _read_once(kinds: str, row: Found, form: Form) -> Found:
    """The row; with its offset, if its last cell is printed once for each column that it spans."""
    run, width = kinds[row.begin : row.end], row.slot.width
    columns, last = [column_of_head(head, row.slot) for head in row.heads], width - 1
    is_repeated = columns == [*range(width), *[last] * (len(columns) - width)]
    if row.slot.table != "proactive" or row.form is not form or len(columns) <= width:
        return row
    if not is_repeated or len(run) < len(columns) or len(set(run[last : len(columns)])) != 1:
        return row
    if NOISE in run or run[len(columns) :].strip(BLANK):
        return row
    return row._replace(offset=0)
