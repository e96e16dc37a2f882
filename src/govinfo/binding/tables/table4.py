"""Table 4: three lines of heads, and one line of fifteen values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from govinfo.binding.assignment import (
    Bound,
    adds_up,
    kinds_by_place,
    put,
    put_illegible,
    put_in_question,
    span_of,
)
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN, VALUE
from govinfo.binding.tables.heads import heads_above
from govinfo.binding.tables.profile import Shapes, run_end
from govinfo.binding.tables.rows import (
    CELLS,
    PROCEEDINGS,
    RESULT_COLUMNS,
    RESULTS,
    REVIEW_BLOCK,
    REVIEW_WIDTH,
    Found,
    Order,
    form_order,
    review_slot,
)
from govinfo.binding.tables.squeezed_cells import put_squeezed
from govinfo.binding.tables.table4_heads import (
    HEADS_REACH_TOKENS,
    PENDING,
    RESULT_HEADS,
    Runs,
    begin_of_review,
    columns_of,
    figures_below_broken_heads,
    proceedings_in,
    review_order,
)
from govinfo.binding.tables.table4_line import has_blanks_beside, offset_of_values
from govinfo.binding.tables.table4_years import lines_of_own_year
from govinfo.notes import Note
from govinfo.page import ROW_END

__all__ = ["is_in_order_on_paper", "put_review"]

_TOTALS = "".join(
    kind for kind, place in RESULT_HEADS.items() if RESULT_COLUMNS[place].id == "total"
)
_MOST_HEADS = 2 * RESULTS
"""This many heads in the order of the form leave no doubt of the others."""
_VALUES_BELOW = re.compile(
    rf"""
    [{ROW_END}{BLANK}{NOISE}]*+
    (?P<name> [{UNKNOWN}{_TOTALS}]? )       # 本级, 合计
    [{BLANK}]*+ (?P<values> [{CELLS}]+ )
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"20\d\d|[上去本今][一]?年")


def put_review(bound: Bound, runs: Runs, shapes: Shapes) -> None:
    """Enter the values of table 4, the blank cells around them set aside."""
    slot = review_slot(bound.form)
    for begin, end in lines_of_own_year(bound, runs):
        # A word behind fifteen figures is a remark, or the name of another line.
        is_whole = len(bound.kinds[begin:end].replace(NOISE, "").strip(BLANK)) == REVIEW_WIDTH
        last = end if is_whole else run_end(bound.kinds, begin)
        cells = [token for token in range(begin, last) if bound.kinds[token] != NOISE]
        line = _Line(bound, Found(slot, bound.form, begin, end, "", offset=None), cells)
        line.put(shapes)
        line.doubt_by_line_below()
    figures = [] if runs else figures_below_broken_heads(bound.tokens, bound.kinds)
    if not figures:
        return
    row = Found(slot, bound.form, figures[0], figures[-1] + 1, "", offset=None)
    line = _Line(bound, row, figures)
    begin = begin_of_review(bound.kinds, 0)
    proceedings = proceedings_in(bound.kinds[begin : row.begin])
    results = line.results_on_paper(range(begin, row.begin), figures)
    if proceedings is None or len(figures) != REVIEW_WIDTH or len(figures) != row.end - row.begin:
        # Some of them stand among the heads, or are missing.
        line.put_as_short(figures, len(figures))
    else:
        order = columns_of(proceedings, results or range(RESULTS))
        line.put_in_order(figures, order, needs_sums=results is None)


def is_in_order_on_paper(bound: Bound, row: Found) -> bool:
    """Whether all heads of table 4 stand above its fifteen values, in the order of the form."""
    begin = max(bound.kinds.rfind(VALUE, 0, row.begin) + 1, row.begin - HEADS_REACH_TOKENS)
    own = [*range(RESULTS)] * PROCEEDINGS
    return proceedings_in(bound.kinds[begin : row.begin]) == form_order(PROCEEDINGS) and any(
        [RESULT_HEADS.get(kind) for kind in kinds] == own
        for kinds in heads_above(bound, range(begin, row.begin), range(row.begin, row.end))
    )


@frozen
class _Line:
    """A line of values of table 4."""

    bound: Bound
    row: Found
    cells: Sequence[int]
    """Its tokens, page numbers set aside."""

    def put(self, shapes: Shapes) -> None:
        """Enter the values; sums decide where blank cells leave nothing behind."""
        bound, row, cells = self.bound, self.row, self.cells
        run = "".join(bound.kinds[token] for token in cells)
        core = run.strip(BLANK)
        order, is_told = self.order_above()
        if order is None:
            message = "the column headings of table 4 stand in another order than the form has them"
            note = Note("columns_reordered", message, span_of(bound, cells))
            put_illegible(bound, row, cells, note)
            return
        if len(core) == REVIEW_WIDTH and not has_blanks_beside(bound.kinds, row.begin, shapes[""]):
            offset: int | None = run.index(core)
        else:
            offset = offset_of_values(bound.kinds, row, run, shapes[""])
        own = cells[offset : offset + REVIEW_WIDTH] if offset is not None else []
        is_cramped = bound.is_cramped and is_told and order == form_order(REVIEW_WIDTH)
        if own:
            self.put_in_order(own, order, needs_sums=shapes.drops_blanks or not is_told)
        elif not (is_cramped and put_squeezed(bound, row, cells, RESULTS)):
            self.put_as_short(cells, len(core))

    def put_in_order(self, cells: Sequence[int], order: Order, *, needs_sums: bool) -> None:
        """Enter fifteen values, whose sums must hold where their order is not sure."""
        own = [cells[order.index(column)] for column in range(REVIEW_WIDTH)]
        proceedings = [own[first : first + RESULTS] for first in range(0, REVIEW_WIDTH, RESULTS)]
        is_in_order = order == form_order(REVIEW_WIDTH)
        is_sure = is_in_order and not needs_sums
        if is_sure or all(adds_up(self.bound, part) for part in proceedings):
            put(self.bound, self.row, own)
        elif is_in_order:
            self.put_as_short(cells, REVIEW_WIDTH)
        else:
            message = "the figures of table 4 do not add up in the order of its column headings"
            note = Note("columns_reordered", message, span_of(self.bound, cells))
            put_in_question(self.bound, self.row, cells, note)

    def put_as_short(self, cells: Sequence[int], figures: int) -> None:
        """Enter what the cells may be, where so many figures do not tell which they are."""
        message = (
            f"table 4 has {figures} figures where the form has {REVIEW_WIDTH} cells; "
            "it is not certain which figure is in which cell"
        )
        note = Note("row_width", message, span_of(self.bound, cells))
        put_illegible(self.bound, self.row, cells, note)

    def doubt_by_line_below(self) -> None:
        """Doubt values that differ from those on a line below, which has no heads and no year.

        One of the two lines may be that of a part of the body, or of another body.
        """
        bound, row = self.bound, self.row
        below = _VALUES_BELOW.match(bound.kinds, row.end)
        if below is None or (below["name"] and _YEAR.search(bound.tokens[below.start("name")])):
            return
        begin, end = below.span("values")
        figures = [token for token in range(begin, end) if bound.kinds[token] not in BLANK + NOISE]
        if len(figures) == REVIEW_WIDTH:
            put(bound, row, figures)
        elif len(figures) > REVIEW_WIDTH - RESULTS:
            where = "below the column headings of table 4"
            message = f"two lines of values stand {where}: {len(figures)} figures"
            note = Note("repeated_row", message, span_of(bound, figures))
            put_in_question(bound, row, figures, note)

    def order_above(self) -> tuple[Order | None, bool]:
        """Return the order of the columns as the heads above follow, or as they stand on paper.

        Returns:
            The order, and whether it is told by all of the heads.

        """
        kinds, values = self.bound.kinds, self.row.begin
        order = review_order(kinds, values)
        # The last line has fewer heads than the one above if it holds the lower halves of some:
        # these follow behind all the others.
        lines = kinds[max(0, values - HEADS_REACH_TOKENS) : values].split(ROW_END)
        counts = [count for line in lines if (count := sum(kind in RESULT_HEADS for kind in line))]
        is_broken = self.bound.is_placed and len(counts) > 1 and counts[-1] < counts[-2]
        if order is None or is_broken:
            on_paper, is_each_told = self._order_on_paper()
            if order is None or is_each_told:
                return on_paper, is_each_told
        return order, True

    def _order_on_paper(self) -> tuple[Order | None, bool]:
        """Return the order by the heads above each figure, or else from left to right.

        Returns:
            The order, and whether each column has a head of its own.

        """
        bound, values = self.bound, self.row.begin
        last = max(bound.kinds.rfind(head, 0, values) for head in PENDING)
        begin = max(last - HEADS_REACH_TOKENS, bound.kinds.rfind(VALUE, 0, values) + 1, 0)
        proceedings = proceedings_in(bound.kinds[begin:values])
        if proceedings is None:
            return None, False
        figures = [token for token in self.cells if bound.kinds[token] != BLANK]
        results = self.results_on_paper(range(begin, values), figures)
        if results is not None:
            return columns_of(proceedings, results), True
        heads = [token for token in range(begin, values) if bound.kinds[token] in RESULT_HEADS]
        for kinds in kinds_by_place(bound, heads):
            rest = iter([*range(RESULTS)] * len(REVIEW_BLOCK.rows))
            if all(RESULT_HEADS[kind] in rest for kind in kinds):
                return columns_of(proceedings, range(RESULTS)), len(kinds) >= _MOST_HEADS
        return None, False

    def results_on_paper(self, heads: range, figures: Sequence[int]) -> Order | None:
        """Return the order of the results of one proceeding, by the heads above each figure."""
        if not self.bound.is_placed or len(figures) != REVIEW_WIDTH:
            return None
        found = set[Order]()
        for kinds in heads_above(self.bound, heads, figures):
            seen = [RESULT_HEADS.get(kind, -1) for kind in kinds]
            parts = [seen[start : start + RESULTS] for start in range(0, len(seen), RESULTS)]
            # One proceeding with all its heads shows the order of the others as well.
            found |= {tuple(part) for part in parts if sorted(part) == [*range(RESULTS)]}
        return found.pop() if len(found) == 1 else None
