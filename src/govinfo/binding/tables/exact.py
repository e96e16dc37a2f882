"""Pages that keep to their form, as nearly all do: every row has just its cells, and nothing else is looked at.

The stretch from the first label to the last figure is the same in all reports that one office ever
published in one way, whatever the figures; so each distinct stretch is looked at once. Some tools
print a cell that spans others once for each of them: what such a page must have in common stands in
its layout, and is looked at every time.
"""

from __future__ import annotations

import re
from array import array
from functools import cache, lru_cache
from itertools import chain

from attrs import frozen

from govinfo.binding.tables.alignment import columns_of, heads_in_order
from govinfo.binding.tables.profile import is_regular, shapes_of
from govinfo.binding.tables.rows import CELLS, Found, Stray, find_rows
from govinfo.binding.tables.rowwise import form_of
from govinfo.binding.tables.table4 import (
    REVIEW_WIDTH,
    has_blanks_beside,
    results_in_order,
    review_runs,
)
from govinfo.binding.tokens import BLANK, NOISE, UNREADABLE, VALUE
from govinfo.figures import read_cell
from govinfo.forms.labels import FIRST, LABELS, ROWS
from govinfo.forms.schema import Form
from govinfo.page import ROW_END

__all__ = ["Layout", "layout_of"]

_LABEL = re.compile(f"[{FIRST}-{max(LABELS.values())}]")
_TO_THE_END = re.compile(f"[{CELLS}]*{ROW_END}?")


@frozen
class Layout:
    """Where the cells of a page stand that keeps to its form: the tokens counted from its first label."""

    form: Form
    places: array[int]
    twins: tuple[tuple[int, int], ...] = ()
    """Tokens that have to say the same: one cell, printed more than once."""


def layout_of(tokens: list[str], kinds: str) -> tuple[Layout | None, int]:
    """Return the layout of a page that keeps to its form, and the token it counts from; `None` for any other page."""
    label, last = _LABEL.search(kinds), kinds.rfind(VALUE)
    if label is None or last < label.start():
        return None, 0
    end = _TO_THE_END.match(kinds, last).end()  # type: ignore[union-attr] # matches where `last` is
    base = label.start()
    layout = _layout(kinds[base:end])
    if layout is None or not all(
        _agree(tokens[base + one], tokens[base + other]) for one, other in layout.twins
    ):
        return None, 0
    return layout, base


def _agree(one: str, other: str) -> bool:
    return one == other or read_cell(one) == read_cell(other)


@lru_cache(maxsize=512)
def _layout(stretch: str) -> Layout | None:
    form = form_of(stretch)
    return _whole(stretch, form) if form is not None else None


def _whole(kinds: str, form: Form) -> Layout | None:
    """The places of all cells at once, when the page has just the form's rows, in order, each with just its cells."""
    values = review_runs(kinds)
    if len(values) != 1:
        return None
    rows, twins, heads = list[Found](), list[tuple[int, int]](), ""
    for one in find_rows(kinds, form):
        row = one
        if isinstance(row, Found):
            heads = row.heads or heads
            row = (
                row
                if row.offset is not None
                else _once(kinds, row._replace(heads=heads), form, twins)
            )
        if isinstance(row, Found) and row.offset is not None:
            rows.append(row)
        elif one.end != values[0][1] and not _is_empty_head(kinds, one):
            return None
    line = kinds[values[0][0] : values[0][1]]
    odd = NOISE in line or UNREADABLE in kinds or len(line.strip(BLANK)) != REVIEW_WIDTH
    if (
        odd
        or [row.slot.first for row in rows] != _row_starts(form)
        or not _alike(kinds, rows, values[0][0])
    ):
        return None
    begins = [row.begin + (row.offset or 0) for row in rows]
    widths = [row.slot.width for row in rows]
    begins.append(values[0][0] + len(line) - len(line.lstrip(BLANK)))
    widths.append(REVIEW_WIDTH)
    cells = (range(begin, begin + width) for begin, width in zip(begins, widths, strict=True))
    return Layout(form, array("i", chain.from_iterable(cells)), tuple(twins))


def _once(kinds: str, row: Found, form: Form, twins: list[tuple[int, int]]) -> Found:
    """A row of table two whose last head, and the cell below it, are printed once for each column that they span."""
    columns, width = columns_of(row), row.slot.width
    run, last = kinds[row.begin : row.end], row.slot.width - 1
    repeated = [*range(width), *[last] * (len(columns) - width)]
    if (
        row.slot.table != "proactive"
        or row.form is not form
        or len(columns) <= width
        or columns != repeated
    ):
        return row
    same = {run[column] for column in range(last, min(len(run), len(columns)))}
    if (
        len(run) < len(columns)
        or len(same) != 1
        or NOISE in run
        or run[len(columns) :].strip(BLANK)
    ):
        return row
    twins.extend((row.begin + last, row.begin + column) for column in range(width, len(columns)))
    return row._replace(offset=0)


def _alike(kinds: str, rows: list[Found], values: int) -> bool:
    """Whether every row is as long as the rows around it, and has its heads above it in their order."""
    shapes = shapes_of(kinds, rows)
    if has_blanks_beside(kinds, values, shapes[""]) or not results_in_order(kinds, values):
        return False
    return all(
        is_regular(kinds, row, row.end - row.begin, shapes)
        and (row.slot.table == "proactive" or heads_in_order(row))
        for row in rows
    )


def _is_empty_head(kinds: str, one: Found | Stray) -> bool:
    """Whether a run is what a spanned 总计 among the heads leaves behind."""
    return (
        isinstance(one, Found)
        and one.slot.confusable
        and not kinds[one.begin : one.end].strip(BLANK)
    )


@cache
def _row_starts(form: Form) -> list[int]:
    """The position of the first cell of each labelled row of the form, in its order."""
    return sorted({slot.first for slot in ROWS[form.id].values()})
