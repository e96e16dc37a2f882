"""Which tokens are the cells of a row, where the row alone does not show it.

A spanned cell leaves blank cells behind, before the figures or after them, and so does the border
of a line. A row that ends in a blank may therefore have a blank last cell, or be short of a figure.
The shape of the rows around it decides; where they do not, the row is not read. Numbers never move.
"""

from __future__ import annotations

import re
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
    Shapes,
    block_of,
    cells_under_heads,
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

_A_DIGIT = re.compile(r"\d")
_LONGEST_WORD = 10
"""A word this short may stand in a cell (见附件); anything longer is something else."""


def put_row(bound: Bound, row: Found, shapes: Shapes) -> None:
    """Put down the cells of a row if they are certain, and else what each may be, with a note."""
    code, why = "row_width", "it is not certain which figure is in which cell"
    under = cells_under_heads(bound.kinds, row) if row.slot.table == "proactive" else None
    cells: Sequence[int]
    if _is_reordered(bound, row):
        cells = _cells_below_own_heads(bound, row)
        code, why = "columns_reordered", "the heads of its columns are others, or in another order"
    elif under is not None:
        cells = () if bound.is_cramped else under
        why = "the figures do not stand under the heads of its columns"
    else:
        cells = _cells_among(bound, row, _without_noise(bound, row), shapes)
        cells = cells or _cells_among(bound, row, _with_words(bound, row), shapes)
        is_doubtful = cells and row.slot.table == "requests" and shapes.drops_blanks
        if is_doubtful and not adds_up(bound, cells):
            cells = ()
            why = (
                "blank cells leave nothing behind on this page, and the figures do not add up: "
                "some may be those of other cells"
            )
    if cells and _goes_on_below(bound, cells) and not _is_supported(bound, row, cells):
        cells = ()
        why = "a number stands alone below the row: the last one may go on there"
    if cells:
        put(bound, row, cells)
    else:
        _put_in_doubt(bound, row, code, why)


def _goes_on_below(bound: Bound, cells: Sequence[int]) -> bool:
    """Whether the last cell is the last on its line, and on the line below is a number alone."""
    line = line_around(bound.kinds, cells[-1])
    below = line_below(bound.kinds, line)
    if below is None or bound.kinds[cells[-1] + 1 : line.end].strip(BLANK):
        return False
    return bound.kinds[below.begin : below.end].strip(BLANK) == VALUE


def _is_supported(bound: Bound, row: Found, cells: Sequence[int]) -> bool:
    """Whether the total of a row bears out its figures as they stand."""
    return row.slot.table == "requests" and adds_up(bound, cells)


def _put_in_doubt(bound: Bound, row: Found, code: str, why: str) -> None:
    """Put down what the cells of a row may be, with a note that says why they are not certain."""
    tokens = _with_words(bound, row)
    if all(bound.kinds[token] == BLANK for token in tokens):
        # What stands in it looks like the numbers of pages: 352/0.
        tokens = range(row.begin, row.end)
    figures = sum(bound.kinds[token] != BLANK for token in tokens)
    message = (
        f"{row.slot.table}.{row.slot.row} has {figures} figures and {len(tokens) - figures} blanks "
        f"where the form has {row.slot.width} cells; {why}"
    )
    put_illegible(bound, row, tokens, Note(code, message, span_of(bound, tokens)))


def _is_reordered(bound: Bound, row: Found) -> bool:
    """Whether the heads above a row are others than those of its columns in their order."""
    if not row.heads or not _is_headed_otherwise(row):
        return False
    # On paper heads stand on several lines, some between two others: they are read from left to
    # right as well.
    heads = heads_between(bound, row.above, row.begin - 1)
    if row.slot.table == "proactive" and len(heads) > row.slot.width:
        return True
    return all(
        _is_headed_otherwise(row._replace(heads=kinds)) for kinds in kinds_by_place(bound, heads)
    )


def _is_headed_otherwise(row: Found) -> bool:
    columns = columns_of(row)
    if row.slot.table == "proactive":
        return -1 in columns or columns != sorted(set(columns))
    return not heads_in_order(row)


def heads_in_order(row: Found) -> bool:
    """Whether the heads of table three stand in one of the two orders of its two lines of heads.

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
    """Return which column of the row each of its heads is of; -1 for a head of another row."""
    return [
        next((i for i, own in enumerate(row.slot.header) if head in own), -1) for head in row.heads
    ]


def _cells_below_own_heads(bound: Bound, row: Found) -> list[int]:
    """The cells of a row of table two below heads in another order, or with the last one repeated.

    Some tools print a spanned head, and the cell below it, once for each column that they span; the
    head is always that of the last column.
    """
    columns, width = columns_of(row), row.slot.width
    is_repeated = columns == [*range(width), *[width - 1] * (len(columns) - width)]
    if row.slot.table != "proactive" or not (is_repeated or sorted(columns) == list(range(width))):
        return []
    cells = _without_noise(bound, row)
    rest = "".join(bound.kinds[token] for token in cells[len(columns) :])
    is_whole = not rest
    if in_grid(bound.kinds, row.begin):
        is_whole = keeps_to_the_grid(bound.kinds, row.begin)
    if len(cells) < len(columns) or rest.strip(BLANK) or not is_whole:
        return []
    own: dict[int, int] = {}
    for column, token in zip(columns, cells, strict=False):
        first = own.setdefault(column, token)
        if read_cell(bound.tokens[first]) != read_cell(bound.tokens[token]):
            return []
    return [own[column] for column in range(width)]


def _cells_among(bound: Bound, row: Found, tokens: Sequence[int], shapes: Shapes) -> Sequence[int]:
    """The cells of a row among these tokens; no cells if it is not certain which they are."""
    run, width = "".join(bound.kinds[token] for token in tokens), row.slot.width
    if bound.is_cramped and BLANK in run.strip(BLANK):
        return ()
    offset = _offset_in(bound.kinds, row, run, shapes)
    if row.slot.table == "requests" and (offset is None or offset_of(run, width) is None):
        # Blanks stand at its ends: those that merged labels leave, by the rows that are full.
        starts = starts_of_cells(row.form, row.slot.row, shapes["requests"].full)
        if starts and run.strip(BLANK):
            fitting = {
                start
                for start, length in starts
                if length == len(run) and _is_inside(run, start, width)
            }
            offset = fitting.pop() if len(fitting) == 1 else None
    cells = tokens[offset : offset + width] if offset is not None else ()
    if any(
        bound.kinds[token] == UNREADABLE and _A_DIGIT.search(bound.tokens[token])
        for token in tokens
        if token not in cells
    ):
        # It may be the rest of a number: 27 .4, or 1,00 where a comma divides cells.
        return ()
    has_blank = any(bound.kinds[cell] == BLANK for cell in cells)
    return () if has_blank and _is_beside_figures(bound.kinds, row) else cells


def _offset_in(kinds: str, row: Found, run: str, shapes: Shapes) -> int | None:
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
    return plain if plain is not None else _offset_by_shape(kinds, row, run, shapes)


def _offset_by_shape(kinds: str, row: Found, run: str, shapes: Shapes) -> int | None:
    """Where the cells of a row begin that has blanks at its ends."""
    width, shape = row.slot.width, shapes[row.slot.table]
    is_in_grid = in_grid(kinds, row.begin)
    below_head = first_below_head(kinds, row) if is_in_grid else None
    options = set[int]()
    if below_head is not None:
        options.add(below_head)
    elif shape.before:
        if len(shape.before) == 1:
            options |= shape.before
        if len(shape.after) == 1:
            options.add(len(run) - width - min(shape.after))
        if not is_in_grid:
            options |= {len(run) - width - after for after in shapes[block_of(row)].after}
    elif len(shape.runs) == 1:
        # No row of the table is full: all figures of the table have to fit in one way only.
        low, high = max(0, shape.last - width + 1), min(shape.first, len(run) - width)
        if low == high or (low == 0 < high and shapes[""].before == {0}):
            options.add(low)
    offset = options.pop() if len(options) == 1 else None
    return offset if offset is not None and _is_inside(run, offset, width) else None


def _is_inside(run: str, offset: int, width: int) -> bool:
    """Whether all figures of the run stand within the row's cells."""
    outside = run[:offset] + run[offset + width :]
    return 0 <= offset <= len(run) - width and not outside.strip(BLANK)


def _is_beside_figures(kinds: str, row: Found) -> bool:
    """Whether figures on a line without a label, below or above, may be those of blank cells.

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


def _without_noise(bound: Bound, row: Found) -> list[int]:
    return [token for token in range(row.begin, row.end) if bound.kinds[token] != NOISE]


def _with_words(bound: Bound, row: Found) -> Sequence[int]:
    """The run with the words in it: any in a line of a grid, short ones (见附件) in a stream."""
    tokens = range(row.begin, run_end(bound.kinds, row.begin))
    if in_grid(bound.kinds, row.begin):
        return [token for token in tokens if bound.kinds[token] != NOISE]
    return [
        token
        for token in tokens
        if bound.kinds[token] != UNKNOWN or len(bound.tokens[token].strip()) <= _LONGEST_WORD
    ]
