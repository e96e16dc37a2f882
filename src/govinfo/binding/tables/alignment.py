"""Rows that are not plain: placed where the page itself shows how, and left unread otherwise.

A spanned cell leaves blank cells behind, before the figures or after them, and so does the border
of a line. A row that ends in a blank may therefore have a blank last cell, or be short of a figure.
What decides is the shape of the rows around it; where they do not, the row is not read. Numbers
never move.
"""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.binding.assignment import (
    Bound,
    adds_up,
    heads_between,
    kinds_by_place,
    put,
    put_illegible,
    span_of,
)
from govinfo.binding.tables.merged_cells import starts_of_cells
from govinfo.binding.tables.profile import (
    Shape,
    Shapes,
    block_of,
    cells_under_heads,
    drops_blanks,
    first_below_head,
    in_grid,
    is_regular,
    keeps_to_the_grid,
    run_end,
)
from govinfo.binding.tables.rows import CELLS, Found, offset_of
from govinfo.binding.tokens import (
    BLANK,
    NOISE,
    UNKNOWN,
    UNREADABLE,
    VALUE,
    line_above,
    line_around,
    line_below,
)
from govinfo.figures import read_cell
from govinfo.model import Note

__all__ = ["columns_of", "heads_in_order", "put_row"]

_LONGEST_WORD = 10
"""A word this short may stand in a cell (见附件); anything longer is something else."""


def put_row(bound: Bound, row: Found, shapes: Shapes) -> None:
    """Put down a row: its cells where they are certain, and otherwise what they may be, with a note."""
    if (
        row.heads
        and _is_headed_otherwise(row)
        and all(map(_is_headed_otherwise, _headed_by_place(bound, row)))
    ):
        if not _put_below_heads(bound, row):
            _put_in_doubt(
                bound, row, "columns_reordered", "its columns have other heads, or in another order"
            )
        return
    under = cells_under_heads(bound.kinds, row) if row.slot.table == "proactive" else None
    if under is not None:
        _put_under_heads(bound, row, under)
        return
    for tokens in (_without_noise(bound, row), _with_words(bound, row)):
        cells = _cells_among(bound, row, tokens, shapes)
        if cells:
            _put_unless_short(bound, row, cells, shapes)
            return
    _put_in_doubt(bound, row, "row_width", "which is which is not certain")


def _put_under_heads(bound: Bound, row: Found, cells: Sequence[int]) -> None:
    if cells and not bound.is_cramped:
        put(bound, row, cells)
    else:
        _put_in_doubt(
            bound, row, "row_width", "its figures do not stand under the heads of its columns"
        )


def _cells_among(bound: Bound, row: Found, tokens: Sequence[int], shapes: Shapes) -> Sequence[int]:
    """The cells of a row among these tokens, none if they are not certain."""
    run = "".join(bound.kinds[token] for token in tokens)
    if bound.is_cramped and BLANK in run.strip(BLANK):
        return ()
    offset = _offset(bound.kinds, row, run, shapes)
    if row.slot.table == "requests" and (offset is None or offset_of(run, row.slot.width) is None):
        offset = _beside_merged_labels(row, run, shapes, otherwise=offset)
    cells = tokens[offset : offset + row.slot.width] if offset is not None else ()
    blank = any(bound.kinds[cell] == BLANK for cell in cells)
    return () if blank and _is_beside_figures(bound.kinds, row) else cells


def _put_unless_short(bound: Bound, row: Found, cells: Sequence[int], shapes: Shapes) -> None:
    """Put down a row that has as many figures as cells, unless one may be a stray in the stead of a blank."""
    if row.slot.table == "requests" and drops_blanks(shapes) and not adds_up(bound, cells):
        why = "where blank cells leave nothing behind, figures that do not add up may be those of other cells"
        _put_in_doubt(bound, row, "row_width", why)
    else:
        put(bound, row, cells)


def _put_in_doubt(bound: Bound, row: Found, code: str, why: str) -> None:
    tokens = _with_words(bound, row)
    if all(bound.kinds[token] == BLANK for token in tokens):
        # What stands in it looks like the numbers of pages: 352/0.
        tokens = range(row.begin, row.end)
    figures = sum(bound.kinds[token] != BLANK for token in tokens)
    message = (
        f"{row.slot.table}.{row.slot.row} has {figures} figures and {len(tokens) - figures} blanks where the form has "
        f"{row.slot.width} cells; {why}"
    )
    put_illegible(bound, row, tokens, Note(code, message, span_of(bound, tokens)))


def _is_headed_otherwise(row: Found) -> bool:
    """Whether the heads above a row are not just those of its columns in their order."""
    columns = columns_of(row)
    if row.slot.table == "proactive":
        return -1 in columns or columns != sorted(set(columns))
    return not heads_in_order(row)


def _headed_by_place(bound: Bound, row: Found) -> list[Found]:
    """The row with its heads from left to right: on paper they stand on several lines, some between two others."""
    heads = heads_between(bound, row.above, row.begin - 1)
    if row.slot.table == "proactive" and len(heads) > row.slot.width:
        # However they stand, these are not just the heads of its columns.
        return []
    return [row._replace(heads=kinds) for kinds in kinds_by_place(bound, heads)]


def heads_in_order(row: Found) -> bool:
    """Whether the heads of table three stand in one of the two orders in which its two lines can be printed.

    总计 is the last column; it is printed in the first line of heads, and so before the
    organisations in the second.
    """
    columns = list(dict.fromkeys(column for column in columns_of(row) if column >= 0))
    last = row.slot.width - 1
    return columns in (
        sorted(columns),
        sorted(columns, key=lambda column: (column > 0, column != last, column)),
    )


def columns_of(row: Found) -> list[int]:
    """Return which column of the row each of its heads is of; -1 for a head that is of none."""
    return [
        next((i for i, own in enumerate(row.slot.header) if head in own), -1) for head in row.heads
    ]


def _put_below_heads(bound: Bound, row: Found) -> bool:
    """Put down a row of table two with one cell for each head above it: heads in another order, or the last repeated.

    A spanned head, and the cell below it, are printed repeatedly by some tools; it is always that
    of the last column.
    """
    columns, width = columns_of(row), row.slot.width
    repeated = columns == [*range(width), *[width - 1] * (len(columns) - width)]
    if row.slot.table != "proactive" or not (repeated or sorted(columns) == list(range(width))):
        return False
    cells = _without_noise(bound, row)
    rest = "".join(bound.kinds[token] for token in cells[len(columns) :])
    whole = (
        keeps_to_the_grid(bound.kinds, row.begin) if in_grid(bound.kinds, row.begin) else not rest
    )
    if len(cells) < len(columns) or rest.strip(BLANK) or not whole:
        return False
    own: dict[int, int] = {}
    for column, token in zip(columns, cells, strict=False):
        first = own.setdefault(column, token)
        if read_cell(bound.tokens[first]) != read_cell(bound.tokens[token]):
            return False
    put(bound, row, [own[column] for column in range(width)])
    return True


def _offset(kinds: str, row: Found, run: str, shapes: Shapes) -> int | None:
    """Where the row's own cells begin in its run, if the rows around it show it."""
    width, core = row.slot.width, run.strip(BLANK)
    if not core:
        return 0 if len(run) >= width else None
    if (
        len(core) > width
        and not set(core[width:]) - {BLANK, UNREADABLE, UNKNOWN}
        and BLANK not in core[:width]
    ):
        return len(run) - len(run.lstrip(BLANK))
    if len(core) > width or not is_regular(kinds, row, len(run), shapes):
        return None
    plain = offset_of(run, width)
    return plain if plain is not None else _by_shape(kinds, row, run, shapes)


def _is_beside_figures(kinds: str, row: Found) -> bool:
    """Whether figures that may be those of blank cells stand on a line without a label, below the row or above it.

    What stands above may be the row of a label that is mended later, unless nothing at all stands
    in this one.
    """
    end = run_end(kinds, row.begin)
    line = line_around(kinds, row.begin)
    below = line_below(kinds, line) if line.end == end else None
    while below is not None and not kinds[below.begin : below.end].strip(BLANK + NOISE):
        below = line_below(kinds, below)
    figures = kinds[below.begin : below.end] if below is not None else ""
    if VALUE in figures and not figures.strip(CELLS):
        return True
    above = line_above(kinds, line)
    figures = kinds[above.begin : above.end] if above is not None else ""
    return (
        VALUE in figures
        and not figures.strip(CELLS + UNKNOWN)
        and not kinds[row.begin : end].strip(BLANK)
    )


def _beside_merged_labels(
    row: Found, run: str, shapes: Shapes, *, otherwise: int | None
) -> int | None:
    """Where the cells of a row of table three begin, by what merged labels leave beside the rows that are full."""
    starts = starts_of_cells(row.form, row.slot.row, shapes.get(row.slot.table, Shape()).full)
    fitting = {
        start
        for start, length in starts
        if length == len(run) and _inside(run, start, row.slot.width)
    }
    if not starts or not run.strip(BLANK):
        return otherwise
    return fitting.pop() if len(fitting) == 1 else None


def _by_shape(kinds: str, row: Found, run: str, shapes: Shapes) -> int | None:
    """Where the cells of a row begin that has blanks at its ends."""
    width, shape = row.slot.width, shapes.get(row.slot.table, Shape())
    below = first_below_head(kinds, row) if in_grid(kinds, row.begin) else None
    if below is not None:
        return below if _inside(run, below, width) else None
    if not shape.before:
        return _by_figures_of_all(row, run, shapes)
    options = set()
    if len(shape.before) == 1:
        options.add(min(shape.before))
    if len(shape.after) == 1:
        options.add(len(run) - width - min(shape.after))
    if not in_grid(kinds, row.begin):
        block = shapes.get(block_of(row), Shape())
        options |= {len(run) - width - after for after in block.after}
    offset = options.pop() if len(options) == 1 else None
    return offset if offset is not None and _inside(run, offset, width) else None


def _by_figures_of_all(row: Found, run: str, shapes: Shapes) -> int | None:
    """Where the cells begin when no row of the table is full: where all figures of the table fit in one way only."""
    width, shape, page = (
        row.slot.width,
        shapes.get(row.slot.table, Shape()),
        shapes.get("", Shape()),
    )
    if len(shape.runs) != 1:
        return None
    low, high = max(0, shape.last - width + 1), min(shape.first, len(run) - width)
    if low == high:
        return low
    return 0 if low == 0 < high and page.before == {0} else None


def _inside(run: str, offset: int, width: int) -> bool:
    """Whether all figures of the run stand within the row's cells."""
    return 0 <= offset <= len(run) - width and not (run[:offset] + run[offset + width :]).strip(
        BLANK
    )


def _without_noise(bound: Bound, row: Found) -> list[int]:
    return [token for token in range(row.begin, row.end) if bound.kinds[token] != NOISE]


def _with_words(bound: Bound, row: Found) -> Sequence[int]:
    """The run with the words that stand in it: any in a line of a grid, short ones such as 见附件 in a stream."""
    tokens = range(row.begin, run_end(bound.kinds, row.begin))
    if in_grid(bound.kinds, row.begin):
        return [token for token in tokens if bound.kinds[token] != NOISE]
    return [
        t
        for t in tokens
        if bound.kinds[t] != UNKNOWN or len(bound.tokens[t].strip()) <= _LONGEST_WORD
    ]
