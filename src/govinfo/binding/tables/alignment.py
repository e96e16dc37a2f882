"""Which tokens are the cells of a row, where the row alone does not show it.

A spanned cell leaves blank cells behind, before the figures or after them, and so does the border
of a line. A row that ends in a blank may therefore have a blank last cell, or be short of a figure.
The shape of the rows around it decides; where they do not, the row is not read. Numbers never move.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from govinfo.binding.assignment import (
    Bound,
    adds_up,
    put,
    put_illegible,
    span_of,
)
from govinfo.binding.kinds import (
    BLANK,
    NOISE,
    UNKNOWN,
    UNREADABLE,
    VALUE,
    line_above,
    line_around,
    line_below,
)
from govinfo.binding.misread_digits import number_of_letters
from govinfo.binding.tables.heads import cells_below, line_of_heads, order_of
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
from govinfo.binding.tables.rows import (
    CELLS,
    EXTRA,
    LONGEST_RUN_TOKENS,
    Found,
    Order,
    form_order,
    offset_of,
)
from govinfo.binding.tables.squeezed_cells import put_squeezed
from govinfo.figures import MEASURE_WORDS, read_cell
from govinfo.notes import Note
from govinfo.page import ROW_END

__all__ = ["put_row"]

_A_DIGIT = re.compile(r"\d")
_HAN = re.compile(r"[\u3400-\u9fff]")
_A_UNIT = re.compile(rf"\s*(?:{MEASURE_WORDS})\s*")
_LONGEST_WORD = 10
"""A word this short may stand in a cell (见附件); anything longer is something else."""


def put_row(bound: Bound, row: Found, shapes: Shapes) -> None:
    """Put down the cells of a row if they are certain, and else what each may be, with a note."""
    order, width = order_of(bound, row), row.slot.width
    if order is None:
        why = "the heads of its columns are others, or in another order"
        _put_in_doubt(bound, row, "columns_reordered", why)
        return
    if order != form_order(width):
        cells: Sequence[int] = _cells_in_order(bound, row, order, shapes)
        why = "its columns have another order than the form, or others among them"
    else:
        cells, why = _cells_of_form(bound, row, shapes)
    if (
        cells
        and _goes_on_below(bound, cells)
        and not (row.slot.table == "requests" and adds_up(bound, cells))
    ):
        cells = ()
        why = "numbers stand below the row without a label: its own may go on there"
    if cells:
        put(bound, row, cells)
        return
    in_order = order == form_order(width)
    # Several figures in a cell of table three show by their sum which cells they are.
    may_be_squeezed = in_order and row.slot.table == "requests" and bound.is_cramped
    if not (may_be_squeezed and put_squeezed(bound, row, _without_noise(bound, row), width)):
        _put_in_doubt(bound, row, "row_width" if in_order else "columns_reordered", why)


def _goes_on_below(bound: Bound, cells: Sequence[int]) -> bool:
    """Whether numbers without a label stand on the line below, and may be the rest of its own.

    As many numbers as the row has are another row.
    """
    last = max(cells)
    line = line_around(bound.kinds, last)
    below = line_below(bound.kinds, line)
    if below is None or bound.kinds[last + 1 : line.end].strip(BLANK):
        return False
    end = min(below.end, below.begin + LONGEST_RUN_TOKENS)
    if bound.kinds[below.begin : end].strip(BLANK + VALUE + UNKNOWN + UNREADABLE):
        return False  # a label stands on it, as on most lines
    # Digits that begin with 0, as 03, are no number of their own.
    rests = "".join(
        VALUE if bound.tokens[token].strip(" |").isdecimal() else bound.kinds[token]
        for token in range(below.begin, end)
        if not _A_UNIT.fullmatch(bound.tokens[token])
    )
    count = rests.count(VALUE)
    return not rests.strip(BLANK + VALUE) and (count == 1 or 0 < count < len(cells))


def _cells_of_form(bound: Bound, row: Found, shapes: Shapes) -> tuple[Sequence[int], str]:
    """The cells of a row in the order of the form, or none with the reason."""
    under = cells_under_heads(bound.kinds, row) if row.slot.table == "proactive" else None
    if under is not None:
        why = "the figures do not stand under the heads of its columns"
        return () if bound.is_cramped else under, why
    cells: Sequence[int] = range(row.begin, row.end)
    if bound.kinds[row.begin : row.end + 1] != VALUE * row.slot.width + ROW_END:
        cells = _cells_among(bound, row, _without_noise(bound, row), shapes)
    cells = cells or _cells_among(bound, row, _with_words(bound, row), shapes)
    cells = cells or _cells_that_add_up(bound, row) or _cells_with_borders(bound, row)
    cells = cells or _cells_before_the_rest(bound, row)
    kinds = "".join(bound.kinds[cell] for cell in cells)
    is_headless = row.slot.table == "proactive" and not row.heads
    if is_headless and BLANK in kinds[:1] + kinds[-1:] and kinds.strip(BLANK):
        return (), "no head stands above it, and the blank may be the border of the table"
    if _is_short_of_heads(bound, row, cells, form_order(row.slot.width)):
        cells = ()
    is_doubtful = cells and row.slot.table == "requests" and shapes.drops_blanks
    if is_doubtful and not adds_up(bound, cells):
        return (), (
            "blank cells leave nothing behind on this page, and the figures do not add up: "
            "some may be those of other cells"
        )
    return cells, "it is not certain which figure is in which cell"


def _is_short_of_heads(bound: Bound, row: Found, cells: Sequence[int], order: Order) -> bool:
    """Whether the line has fewer cells behind its label than the line of its heads has heads.

    What looks like a blank cell is then the border of a row that lacks one.
    """
    if all(bound.kinds[cell] != BLANK for cell in cells):
        return False
    heads = line_of_heads(bound, row, order)
    line = line_around(bound.kinds, row.begin)
    if heads is None or not line.has_end:
        return False
    first = bound.heads[bisect_left(bound.heads, heads.begin)]
    return line.end - row.begin < heads.end - first


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


def _cells_in_order(bound: Bound, row: Found, order: Order, shapes: Shapes) -> Sequence[int]:
    """The cells of a row whose columns have this order on the page, in the order of the form.

    Columns that are printed twice must say the same, as must two of which one has a wrong name. The
    sums of table three must hold in the order that its heads have.
    """
    width = row.slot.width
    printed: Sequence[int] = cells_below(bound, row, order)
    if not printed and sorted(order) == list(range(width)):
        printed = _cells_among(bound, row, _without_noise(bound, row), shapes)
    printed = printed or _cells_with_others(bound, row, order)
    if order[-1] == EXTRA and len(printed) == len(order) - 1 and bound.has_remarks:
        # A remark that is blank leaves nothing behind where cells stand below each other.
        order = order[:-1] if all(bound.kinds[token] == VALUE for token in printed) else order
    if len(printed) != len(order) or _is_short_of_heads(bound, row, printed, order):
        return ()
    own = dict[int, int]()
    for column, token in zip(order, printed, strict=True):
        first = own.setdefault(column, token)
        if column != EXTRA and read_cell(bound.tokens[first]) != read_cell(bound.tokens[token]):
            return ()
    missing = [column for column in range(width) if column not in own]
    if missing and EXTRA in order:
        return ()  # the head that is not known may be its own, in other words
    if missing:
        # Its head has the name of another column, whose two cells are the same.
        twice = next(column for column in order if column != EXTRA and order.count(column) > 1)
        own.update(dict.fromkeys(missing, own[twice]))
    cells = [own[column] for column in range(width)]
    are_cells = all(bound.kinds[cell] in CELLS for cell in cells)
    return cells if are_cells and (row.slot.table == "proactive" or adds_up(bound, cells)) else ()


def _cells_with_others(bound: Bound, row: Found, order: Order) -> Sequence[int]:
    """The cells of a row among which there are others, or some that are printed twice.

    A last column of another kind, 备注, may be blank.
    """
    tokens = _without_noise(bound, row)
    if EXTRA in order:
        tokens = list(_with_words(bound, row))
    run = "".join(bound.kinds[token] for token in tokens)
    lead, count = len(run) - len(run.lstrip(BLANK)), len(run.strip(BLANK))
    if EXTRA not in order:
        # Without others every row has as many cells as heads; blanks are a border behind them.
        is_whole = not run[len(order) :].strip(BLANK) and (
            len(run) == len(order)
            or not in_grid(bound.kinds, row.begin)
            or keeps_to_the_grid(bound.kinds, row.begin)
        )
        return tokens[: len(order)] if is_whole else ()
    behind = 0
    while order[-1 - behind] == EXTRA:
        behind += 1
    if count == len(order) or (behind and len(order) - behind <= count < len(order)):
        return tokens[lead : lead + len(order)]
    return ()


def _cells_among(bound: Bound, row: Found, tokens: Sequence[int], shapes: Shapes) -> Sequence[int]:
    """The cells of a row among these tokens; no cells if it is not certain which they are."""
    run, width = "".join(bound.kinds[token] for token in tokens), row.slot.width
    if bound.is_cramped and BLANK in run.strip(BLANK):
        return ()
    offset = _offset_in(bound.kinds, row, run, shapes)
    if row.slot.table == "requests" and (offset is None or offset_of(run, width) is None):
        # Blanks stand at its ends: those that merged labels leave, by the rows that are full.
        starts = starts_of_cells(row.form, row.slot.row, shapes["requests"].full)
        if starts and 0 < len(run.strip(BLANK)) <= width:
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


def _cells_that_add_up(bound: Bound, row: Found) -> Sequence[int]:
    """The figures of a row of table three that has all of them, with blanks beside them.

    The row is not as long as others; that its total is right shows that no figure is another row's.
    Noughts show nothing, and in a stream the blank before figures may be one of the cells.
    """
    tokens, width = _without_noise(bound, row), row.slot.width
    run = "".join(bound.kinds[token] for token in tokens)
    first, core = len(run) - len(run.lstrip(BLANK)), run.strip(BLANK)
    if row.slot.table != "requests" or len(core) != width or core.strip(VALUE + UNREADABLE):
        return ()
    if first and not in_grid(bound.kinds, row.begin):
        return ()
    cells = tokens[first : first + width]
    *parts, total = (number_of_letters(bound.tokens[cell]) for cell in cells)
    is_right = None not in parts and sum(part or 0 for part in parts) == total
    return cells if is_right and total else ()


def _cells_with_borders(bound: Bound, row: Found) -> Sequence[int]:
    """The figures of a row, one a line, that has all of them and borders on lines of their own.

    A border stands before the first, or behind each of them. In table three a blank may be a cell
    among figures of other rows: the row must add up with a border behind each of its figures, and
    else only the end of the text may stand behind a full row.
    """
    width = row.slot.width
    if bound.is_cramped or in_grid(bound.kinds, row.begin):
        return ()
    tokens = _without_noise(bound, row)
    run = "".join(bound.kinds[token] for token in tokens)
    full, core = VALUE * width, run.strip(BLANK)
    figures = [token for token in tokens if bound.kinds[token] == VALUE]
    if row.slot.table == "proactive":
        fits = core in {full, BLANK.join(full)}
    elif core == BLANK.join(full):
        fits = adds_up(bound, figures)
    else:
        fits = run.startswith(full) and core == full and not bound.kinds[row.end :].strip(BLANK)
    return figures if fits else ()


def _cells_before_the_rest(bound: Bound, row: Found) -> Sequence[int]:
    """The figures right behind a label that has all of them, if what follows is none.

    That is a blank line where cells stand below each other, or a remark (无, 见附件) on a page with
    a head for remarks.
    """
    width, tokens = row.slot.width, list(_with_words(bound, row))
    run = "".join(bound.kinds[token] for token in tokens)
    label_end, begin = bound.token_places[row.begin - 1][1], bound.token_places[row.begin][0]
    between = bound.page.text.characters[label_end:begin]
    is_blank, is_below = not run[width:].strip(BLANK), "\n" in between and not between.strip(" |\n")
    has_remark = bound.has_remarks and all(
        bound.kinds[token] == BLANK or _HAN.search(bound.tokens[token]) for token in tokens[width:]
    )
    is_whole = run.startswith(VALUE * width) and not bound.is_cramped
    if not is_whole or not ((is_blank and is_below) or has_remark):
        return ()
    cells = tokens[:width]
    return cells if row.slot.table == "proactive" or adds_up(bound, cells) else ()


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
    """The run with the words in it: in a line of a grid all, in a stream up to a long one."""
    run = range(row.begin, run_end(bound.kinds, row.begin))
    tokens = [token for token in run if bound.kinds[token] != NOISE]
    if in_grid(bound.kinds, row.begin):
        return tokens

    def is_short(token: int) -> bool:
        is_word = bound.kinds[token] == UNKNOWN
        return not is_word or len(bound.tokens[token].strip()) <= _LONGEST_WORD

    return list(takewhile(is_short, tokens))
