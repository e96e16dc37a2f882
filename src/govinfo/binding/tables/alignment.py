"""Which tokens are the cells of a row, where the row alone does not show it.

A spanned cell leaves blank cells behind, before the figures or after them, and so does the border
of a line. A row that ends in a blank may therefore have a blank last cell, or be short of a figure.
The shape of the rows around it decides; where they do not, the row is not read. Numbers never move.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import takewhile

from attrs import frozen

from govinfo.binding.assignment import (
    Bound,
    adds_up,
    put,
    put_illegible,
    span_of,
    values_of,
)
from govinfo.binding.kinds import (
    BLANK,
    NOISE,
    UNKNOWN,
    UNREADABLE,
    VALUE,
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
    is_beside_figures,
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
from govinfo.forms.labels import ROWS
from govinfo.notes import Note
from govinfo.page import ROW_END
from govinfo.text.scripts import HAN

__all__ = ["put_row"]

_A_DIGIT = re.compile(r"\d")
_BORDERED = re.compile(f"{BLANK}?(?:{VALUE}{BLANK})+{VALUE}?")
"""Figures with a blank between each two."""
_A_UNIT = re.compile(rf"\s*(?:{MEASURE_WORDS})\s*")
_LONGEST_WORD_CHARS = 10
"""A word this short may stand in a cell (见附件); anything longer is something else."""


def put_row(bound: Bound, found: Found, shapes: Shapes) -> None:
    """Enter the cells of a row if they are certain, and else what each may be, with a note."""
    order, row = order_of(bound, found), _Row(bound, found, shapes)
    if order is None:
        why = "its column headings are others, or in another order"
        row.put_in_doubt("columns_reordered", why)
        return
    if row.is_behind_another:
        why = "another label and words stand before its own, which may be words in a cell"
        row.put_in_doubt("row_width", why)
        return
    in_order = order == form_order(row.width)
    if in_order:
        cells, why = row.cells_of_form()
    else:
        cells = row.cells_in_order(order)
        why = "its columns have another order than the form, or others among them"
    if cells and row.goes_on_below(cells):
        cells = ()
        why = "numbers stand below the row without a label: its own may go on there"
    may_be_squeezed = in_order and row.may_be_squeezed(cells)
    if may_be_squeezed and put_squeezed(bound, found, row.tokens, row.width):
        return
    if cells:
        put(bound, found, cells)
    else:
        row.put_in_doubt("row_width" if in_order else "columns_reordered", why)


@frozen
class _Row:
    """A row as it stands on its page, and the ways to tell which tokens are its cells."""

    bound: Bound
    found: Found
    shapes: Shapes
    """What is usual on the page."""

    @property
    def width(self) -> int:
        """How many cells the form has."""
        return self.found.slot.width

    @property
    def table(self) -> str:
        """The table that has the row."""
        return self.found.slot.table

    @cached_property
    def tokens(self) -> list[int]:
        """What stands behind the label, page numbers set aside."""
        own = range(self.found.begin, self.found.end)
        return [token for token in own if self.bound.kinds[token] != NOISE]

    @cached_property
    def run(self) -> str:
        """The kinds of these tokens."""
        return self._kinds(self.tokens)

    @cached_property
    def words(self) -> Sequence[int]:
        """The run with the words in it: in a line of a grid all, in a stream up to a long one."""
        bound = self.bound
        run = range(self.found.begin, run_end(bound.kinds, self.found.begin))
        tokens = [token for token in run if bound.kinds[token] != NOISE]
        if self.is_in_grid:
            return tokens

        def is_short(token: int) -> bool:
            is_word = bound.kinds[token] == UNKNOWN
            return not is_word or len(bound.tokens[token].strip()) <= _LONGEST_WORD_CHARS

        return list(takewhile(is_short, tokens))

    @cached_property
    def is_in_grid(self) -> bool:
        """Whether its cells end with a line of a grid."""
        return in_grid(self.bound.kinds, self.found.begin)

    def may_be_squeezed(self, cells: Sequence[int]) -> bool:
        """Whether a cell may hold several figures; in table 3 their sum shows whose they are."""
        kinds = {self.bound.kinds[cell] for cell in cells}
        has_signs = {BLANK, UNREADABLE} <= kinds if cells else self.bound.is_cramped
        return has_signs and self.table == "requests"

    @property
    def is_behind_another(self) -> bool:
        """Whether a label of table 3 and words stand on the same line, before its own label."""
        if self.table != "requests" or not self.is_in_grid:
            return False
        kinds, labels = self.bound.kinds, ROWS[self.found.form.id]
        before = kinds[line_around(kinds, self.found.begin).begin : self.found.begin - 1]
        words = before.rfind(UNKNOWN)
        return any(kind in labels and not labels[kind].confusable for kind in before[: words + 1])

    def put_in_doubt(self, code: str, why: str) -> None:
        """Enter what the cells may be, with a note that says why they are not certain."""
        bound, tokens, slot = self.bound, self.words, self.found.slot
        if all(bound.kinds[token] == BLANK for token in tokens):
            # What stands in it looks like the numbers of pages: 352/0.
            tokens = range(self.found.begin, self.found.end)
        figures = sum(bound.kinds[token] != BLANK for token in tokens)
        message = (
            f"{slot.table}.{slot.row} has {figures} figures and {len(tokens) - figures} blanks "
            f"where the form has {slot.width} cells; {why}"
        )
        note = Note(code, message, span_of(self.bound, tokens))
        put_illegible(self.bound, self.found, tokens, note)

    def goes_on_below(self, cells: Sequence[int]) -> bool:
        """Whether numbers without a label stand on the line below, and may be the rest of its own.

        As many numbers as the row has are another row, and a row that adds up does not go on.
        """
        kinds, words = self.bound.kinds, self.bound.tokens
        last = max(cells)
        line = line_around(kinds, last)
        below = line_below(kinds, line)
        if below is None or kinds[last + 1 : line.end].strip(BLANK):
            return False
        end = min(below.end, below.begin + LONGEST_RUN_TOKENS)
        if kinds[below.begin : end].strip(BLANK + VALUE + UNKNOWN + UNREADABLE):
            return False  # a label stands on it, as on most lines
        # Digits that begin with 0 or a point, as 03 and .5, are no number of their own.
        rests = "".join(
            VALUE if words[token].strip(" |.,，").isdecimal() else kinds[token]
            for token in range(below.begin, end)
            if not _A_UNIT.fullmatch(words[token])
        )
        count = rests.count(VALUE)
        if rests.strip(BLANK + VALUE) or not (count == 1 or 0 < count < len(cells)):
            return False
        return self.table != "requests" or not adds_up(self.bound, cells)

    def _cells_that_fit(self) -> Sequence[int]:
        """Return the cells that the first way finds which finds any."""
        begin, end = self.found.begin, self.found.end
        if self.bound.kinds[begin : end + 1] == VALUE * self.width + ROW_END:
            return range(begin, end)
        return (
            self._cells_among(self.tokens)
            or self._cells_among(self.words)
            or self._cells_that_add_up()
            or self._cells_with_borders()
            or self._cells_before_the_rest()
        )

    def cells_of_form(self) -> tuple[Sequence[int], str]:
        """Return the cells in the order of the form, or none with the reason."""
        bound, found = self.bound, self.found
        under = cells_under_heads(bound.kinds, found) if self.table == "proactive" else None
        if under is not None:
            why = "the figures do not stand under its column headings"
            return () if bound.is_cramped else under, why
        cells = self._cells_that_fit()
        kinds = self._kinds(cells)
        is_headless = self.table == "proactive" and not found.heads
        if is_headless and BLANK in kinds[:1] + kinds[-1:] and kinds.strip(BLANK):
            why = "no column heading stands above it, and the blank may be the border of the table"
            return (), why
        if self._is_short_of_heads(cells, form_order(self.width)):
            cells = ()
        if cells and self.table == "requests" and self._may_be_cut(cells, kinds):
            *parts, total = values_of(bound, cells)
            if sum(part or 0 for part in parts) != total:
                return (), "its blanks may be borders, and the rest of its figures may be lost"
        is_doubtful = cells and self.table == "requests" and self.shapes.drops_blanks
        if is_doubtful and not adds_up(bound, cells):
            return (), (
                "blank cells leave nothing behind on this page, and the figures do not add up: "
                "some may be those of other cells"
            )
        return cells, "it is not certain which figure is in which cell"

    def cells_in_order(self, order: Order) -> Sequence[int]:
        """Return the cells, whose columns have this order on the page, in the order of the form.

        Columns that are printed twice must say the same, as must two of which one has a wrong name.
        The sums of table 3 must hold in the order that its heads have.
        """
        bound = self.bound
        printed: Sequence[int] = cells_below(bound, self.found, order)
        if not printed and sorted(order) == [*range(self.width)]:
            printed = self._cells_among(self.tokens)
        printed = printed or self._cells_with_others(order)
        if order[-1] == EXTRA and len(printed) == len(order) - 1 and bound.has_remarks:
            # A remark that is blank leaves nothing behind where cells stand below each other.
            order = order[:-1] if all(bound.kinds[token] == VALUE for token in printed) else order
        if len(printed) != len(order) or self._is_short_of_heads(printed, order):
            return ()
        cells = self._in_form_order(printed, order)
        if not cells or any(bound.kinds[cell] not in CELLS for cell in cells):
            return ()
        return cells if self.table == "proactive" or adds_up(bound, cells) else ()

    def _in_form_order(self, printed: Sequence[int], order: Order) -> Sequence[int]:
        """Return printed cells in the order of the form; none if two of one column differ."""
        bound, columns = self.bound, range(self.width)
        own = dict[int, int]()
        for column, token in zip(order, printed, strict=True):
            first = own.setdefault(column, token)
            if column != EXTRA and read_cell(bound.tokens[first]) != read_cell(bound.tokens[token]):
                return ()
        missing = [column for column in columns if column not in own]
        if missing and EXTRA in order:
            return ()  # the head that is not known may be its own, in other words
        if missing:
            # Its head has the name of another column, whose two cells are the same.
            twice = next(column for column in order if order.count(column) > 1)
            cells_of_both = [printed[at] for at, column in enumerate(order) if column == twice]
            own.update(zip(sorted([twice, *missing]), cells_of_both, strict=True))
        return [own[column] for column in columns]

    def _may_be_cut(self, cells: Sequence[int], kinds: str) -> bool:
        """Whether its blanks may be borders: one between each two figures, or at the text's end.

        On a line of a grid they are cells.
        """
        if BLANK not in kinds or VALUE not in kinds:
            return False
        begin = cells[-1] + 1
        behind = self.bound.kinds[begin : begin + LONGEST_RUN_TOKENS]
        if not behind.strip(BLANK + NOISE + ROW_END):
            return True
        return not self.is_in_grid and _BORDERED.fullmatch(kinds) is not None

    def _is_short_of_heads(self, cells: Sequence[int], order: Order) -> bool:
        """Whether the line has fewer cells behind its label than the line of its heads has heads.

        What looks like a blank cell is then the border of a row that lacks one.
        """
        bound = self.bound
        if all(bound.kinds[cell] != BLANK for cell in cells):
            return False
        heads = line_of_heads(bound, self.found, order)
        line = line_around(bound.kinds, self.found.begin)
        if heads is None or not line.has_end:
            return False
        first = bound.heads[bisect_left(bound.heads, heads.begin)]
        return line.end - self.found.begin < heads.end - first

    def _cells_with_others(self, order: Order) -> Sequence[int]:
        """Return the cells among which there are others, or some that are printed twice.

        A last column of another kind, 备注, may be blank.
        """
        tokens = self.words if EXTRA in order else self.tokens
        run = self._kinds(tokens)
        lead, count = len(run) - len(run.lstrip(BLANK)), len(run.strip(BLANK))
        if EXTRA not in order:
            # Without others every row has as many cells as heads; blanks are a border behind them.
            is_whole = not run[len(order) :].strip(BLANK) and (
                len(run) == len(order)
                or not self.is_in_grid
                or keeps_to_the_grid(self.bound.kinds, self.found.begin)
            )
            return tokens[: len(order)] if is_whole else ()
        behind = 0
        while order[-1 - behind] == EXTRA:
            behind += 1
        if count == len(order) or (behind and len(order) - behind <= count < len(order)):
            return tokens[lead : lead + len(order)]
        return ()

    def _cells_among(self, tokens: Sequence[int]) -> Sequence[int]:
        """Return the cells among these tokens; none if it is not certain which they are."""
        run, found, kinds = self._kinds(tokens), self.found, self.bound.kinds
        core = run.strip(BLANK)
        if self.bound.is_cramped and BLANK in core:
            return ()
        if BLANK + UNKNOWN in {run[:1] + core[-1:], run[-1:] + core[:1]}:
            return ()  # the blank may be a cell, and the word at the other end none
        # The blocks of table 2 have columns of their own.
        like = block_of(found) if self.table == "proactive" else self.table
        if 0 < len(core) < len(run) and self.shapes[like].has_more_columns:
            return ()
        offset = self._offset_in(run)
        if self.table == "requests" and (offset is None or offset_of(run, self.width) is None):
            offset = self._offset_by_full_rows(run, offset)
        cells = tokens[offset : offset + self.width] if offset is not None else ()
        others = (token for token in tokens if token not in cells and kinds[token] == UNREADABLE)
        if any(_A_DIGIT.search(self.bound.tokens[token]) for token in others):
            # It may be the rest of a number: 27 .4, or 1,00 where a comma divides cells.
            return ()
        has_blank = any(kinds[cell] == BLANK for cell in cells)
        return () if has_blank and is_beside_figures(kinds, found) else cells

    def _cells_that_add_up(self) -> Sequence[int]:
        """Return the figures of a row of table 3 that has all of them, with blanks beside them.

        The row is not as long as others; that its total is right shows that no figure is another
        row's. Zeros show nothing, and in a stream the blank before figures may be one of the
        cells.
        """
        first, core = len(self.run) - len(self.run.lstrip(BLANK)), self.run.strip(BLANK)
        if self.table != "requests" or len(core) != self.width or core.strip(VALUE + UNREADABLE):
            return ()
        if first and not self.is_in_grid:
            return ()
        cells = self.tokens[first : first + self.width]
        *parts, total = (number_of_letters(self.bound.tokens[cell]) for cell in cells)
        is_right = None not in parts and sum(part or 0 for part in parts) == total
        return cells if is_right and total else ()

    def _cells_with_borders(self) -> Sequence[int]:
        """Return the figures, one a line, of a row that has all, and borders on lines of their own.

        A border stands before the first, or behind each of them. In table 3 a blank may be a
        cell among figures of other rows: the row must add up with a border behind each of its
        figures, and else only the end of the text may stand behind a full row.
        """
        if self.bound.is_cramped or self.is_in_grid:
            return ()
        kinds = self.bound.kinds
        full, core = VALUE * self.width, self.run.strip(BLANK)
        figures = [token for token in self.tokens if kinds[token] == VALUE]
        if self.table == "proactive":
            fits = core in {full, BLANK.join(full)}
        elif core == BLANK.join(full):
            fits = adds_up(self.bound, figures)
        else:
            is_last = not kinds[self.found.end :].strip(BLANK)
            fits = self.run.startswith(full) and core == full and is_last
        return figures if fits else ()

    def _cells_before_the_rest(self) -> Sequence[int]:
        """Return the figures right behind a label that has all of them, if what follows is none.

        That is a blank line where cells stand below each other, or a remark (无, 见附件) on a page
        with a head for remarks.
        """
        bound, begin, behind = self.bound, self.found.begin, self.words[self.width :]
        run = self._kinds(self.words)
        if not run.startswith(VALUE * self.width) or bound.is_cramped:
            return ()
        between = bound.page.text.characters[
            bound.token_places[begin - 1][1] : bound.token_places[begin][0]
        ]
        is_below = "\n" in between and not between.strip(" |\n")
        is_blank = not run[self.width :].strip(BLANK)
        has_remark = bound.has_remarks and all(
            bound.kinds[token] == BLANK or HAN.search(bound.tokens[token]) for token in behind
        )
        if not (is_blank and is_below) and not has_remark:
            return ()
        cells = self.words[: self.width]
        return cells if self.table == "proactive" or adds_up(bound, cells) else ()

    def _offset_in(self, run: str) -> int | None:
        """Return where the cells begin in a run, if the rows around it show it."""
        width, core = self.width, run.strip(BLANK)
        if not core:
            return 0 if len(run) >= width else None
        if (
            len(core) > width
            and not set(core[width:]) - {BLANK, UNREADABLE, UNKNOWN}
            and BLANK not in core[:width]
            and core[0] != UNREADABLE
        ):
            return len(run) - len(run.lstrip(BLANK))
        if len(core) > width or not is_regular(self.bound.kinds, self.found, len(run), self.shapes):
            return None
        plain = offset_of(run, width)
        return plain if plain is not None else self._offset_by_shape(run)

    def _offset_by_shape(self, run: str) -> int | None:
        """Return where the cells begin in a run that has blanks at its ends."""
        width, shape = self.width, self.shapes[self.table]
        below_head = first_below_head(self.bound.kinds, self.found) if self.is_in_grid else None
        options = set[int]()
        if below_head is not None:
            options.add(below_head)
        elif shape.before:
            if len(shape.before) == 1:
                options |= shape.before
            if len(shape.after) == 1:
                options.add(len(run) - width - min(shape.after))
            if not self.is_in_grid:
                of_block = self.shapes[block_of(self.found)].after
                options |= {len(run) - width - after for after in of_block}
        elif len(shape.runs) == 1:
            # No row of the table is full: all figures of the table have to fit in one way only.
            low, high = max(0, shape.last - width + 1), min(shape.first, len(run) - width)
            if low == high or (low == 0 < high and self.shapes[""].before == {0}):
                options.add(low)
        offset = options.pop() if len(options) == 1 else None
        return offset if offset is not None and _is_inside(run, offset, width) else None

    def _offset_by_full_rows(self, run: str, offset: int | None) -> int | None:
        """Return where the cells begin if the blanks at the ends are those of merged labels.

        The rows that are full show these; where there are none, the offset stays as it is.
        """
        found, full = self.found, self.shapes["requests"].full
        starts = starts_of_cells(found.form, found.slot.row, full)
        if not starts or not 0 < len(run.strip(BLANK)) <= self.width:
            return offset
        fitting = {
            start
            for start, length in starts
            if length == len(run) and _is_inside(run, start, self.width)
        }
        return fitting.pop() if len(fitting) == 1 else None

    def _kinds(self, tokens: Sequence[int]) -> str:
        return "".join(self.bound.kinds[token] for token in tokens)


def _is_inside(run: str, offset: int, width: int) -> bool:
    """Whether all figures of the run stand within the row's cells."""
    outside = run[:offset] + run[offset + width :]
    return 0 <= offset <= len(run) - width and not outside.strip(BLANK)
