"""Table four: three lines of heads, and one line of fifteen values.

The last line of heads says 结果维持 … 总计 three times.

No label stands before the values: they follow the heads, and there are fifteen of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from govinfo.binding.assignment import (
    Bound,
    adds_up,
    kinds_by_place,
    put,
    put_illegible,
    put_in_question,
    span_of,
)
from govinfo.binding.tables.column_order import Order
from govinfo.binding.tables.heads import heads_above
from govinfo.binding.tables.merged_cells import has_no_borders
from govinfo.binding.tables.profile import (
    Shape,
    Shapes,
    in_grid,
    is_lone_text,
    keeps_to_the_grid,
    run_end,
)
from govinfo.binding.tables.row_years import lines_of_own_year
from govinfo.binding.tables.rows import (
    CELLS,
    RESULT_COLUMNS,
    REVIEW_BLOCK,
    REVIEW_WIDTH,
    Found,
    review_slot,
)
from govinfo.binding.tables.squeezed_cells import put_squeezed
from govinfo.binding.tables.table4_heads import begin_of_review, figures_below_broken_heads
from govinfo.binding.tokens import BLANK, NOISE, UNKNOWN, VALUE, line_above, line_around
from govinfo.forms.labels import FIRST, HEADINGS, LABELS, label_key
from govinfo.notes import Note
from govinfo.page import ROW_END

__all__ = [
    "PROCEEDING_HEADS",
    "RESULT_HEADS",
    "Runs",
    "has_blanks_beside",
    "is_one_line",
    "put_review",
    "review_order",
    "review_order_in",
    "review_runs",
]

Runs: TypeAlias = list[tuple[int, int]]
"""Stretches of tokens that hold the values of table four; several if it is printed again."""

_RESULTS = len(RESULT_COLUMNS)
RESULT_HEADS = {
    LABELS[label_key(label)]: place
    for place, column in enumerate(RESULT_COLUMNS)
    for label in (column.label, *column.aliases)
}
_LAWSUITS = -1
"""The head 行政诉讼, which spans both kinds of lawsuit."""
PROCEEDING_HEADS = {
    LABELS[label_key("行政诉讼")]: _LAWSUITS,
    **{
        LABELS[label_key(label)]: place
        for place, row in enumerate(REVIEW_BLOCK.rows)
        for label in (row.label, *row.aliases)
    },
}
_PENDING = "".join(
    kind for kind, place in RESULT_HEADS.items() if RESULT_COLUMNS[place].id == "pending"
)
_TOTALS = "".join(
    kind for kind, place in RESULT_HEADS.items() if RESULT_COLUMNS[place].id == "total"
)
_HEADS_REACH_TOKENS = 120
"""The three lines of heads have no more cells than this before the last 尚未审结."""
_MOST_HEADS = 2 * _RESULTS
"""So many heads in the order of the form leave no doubt of the others."""
_LINES_ABOVE = 2
"""So many lines above the values are compared with them."""
_MOST_LINES_LOOKED_AT = 6
"""Lines that a page break leaves are not counted; no more stand there."""
_LAST_LABEL = chr(ord(min(HEADINGS.values())) - 1)
# From the first 尚未审结 over all other heads, over blanks and line ends, up to the first cell with
# something in it. Possessive: a page of nothing but heads must be walked once.
_HEADS = re.compile(f"[{_PENDING}][{FIRST}-{_LAST_LABEL}{UNKNOWN}{ROW_END}{BLANK}{NOISE}]*+")
_CELLS = re.compile(f"[{CELLS}]*")
_BLANKS = re.compile(f"{BLANK}{{{REVIEW_WIDTH},}}")
_VALUES_BELOW = re.compile(
    rf"""
    [{ROW_END}{BLANK}{NOISE}]*+
    (?P<name> [{UNKNOWN}{_TOTALS}]? )       # 本级, 合计
    [{BLANK}]*+ (?P<values> [{CELLS}]+ )
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"20\d\d|[上去本今][一]?年")


def review_runs(kinds: str) -> Runs:
    """Return where the values of table four stand."""
    runs: Runs = []
    for heads in _HEADS.finditer(kinds):
        begin = heads.start() + len(heads[0].rstrip(BLANK))
        cells = _CELLS.match(kinds, begin)
        if cells is not None and cells[0].strip(BLANK + NOISE):
            runs.append(cells.span())
        else:
            # A blank form: any row that is long enough, since heads leave blanks behind as well.
            blanks = _BLANKS.finditer(heads[0])
            runs += ((heads.start() + m.start(), heads.start() + m.end()) for m in blanks)
    return runs


def is_one_line(kinds: str, runs: Runs) -> bool:
    """Whether the values stand on one line, as the form has them; it may lack blank cells."""
    figures = [len(kinds[begin:end].replace(BLANK, "")) for begin, end in runs]
    return bool(figures) and all(count > REVIEW_WIDTH - _RESULTS for count in figures)


def review_order(kinds: str, values: int) -> Order | None:
    """Return the order of the fifteen columns, as the heads above the values say.

    The columns are numbered as the form has them. `None` where the heads are in no order that is
    known.
    """
    start = max(kinds.rfind(head, 0, values) for head in _PENDING)
    begin = max(0, start - _HEADS_REACH_TOKENS, *(kinds.rfind(f, 0, values) + 1 for f in "0/"))
    above = kinds[begin:values]
    return review_order_in(above)


def review_order_in(heads: str) -> Order | None:
    """Return the order of the fifteen columns as the kinds of these heads say."""
    results = results_in_one([RESULT_HEADS[kind] for kind in heads if kind in RESULT_HEADS])
    proceedings = proceedings_in(heads)
    if results is None or proceedings is None:
        return None
    return _columns(proceedings, results)


def results_in_one(seen: list[int]) -> Order | None:
    """Return the order of the results of one proceeding; it must be the same for all of them.

    The last line of heads names the results of two proceedings, or of all three where tools repeat
    what spans lines.
    """
    if len(seen) < _RESULTS:
        return tuple(range(_RESULTS))
    count = min(len(seen), REVIEW_WIDTH) // _RESULTS * _RESULTS
    first, last = seen[:-count], seen[-count:]
    orders = {tuple(last[start : start + _RESULTS]) for start in range(0, count, _RESULTS)}
    order = orders.pop()
    if orders or sorted(order) != [*range(_RESULTS)]:
        return None
    is_cut = 0 < len(first) < _RESULTS and count < REVIEW_WIDTH
    # Heads that are cut at either end look alike: only the order of the form is believed then.
    return None if is_cut and order != tuple(range(_RESULTS)) else order


def proceedings_in(heads: str) -> Order | None:
    """Return the order of the proceedings; that of the form where the heads do not tell it."""
    seen = [PROCEEDING_HEADS[kind] for kind in heads if kind in PROCEEDING_HEADS]
    first = list(dict.fromkeys(seen))
    # Cells that span others may be printed more than once, but not again behind another.
    if [*dict.fromkeys(reversed(seen))][::-1] != first:
        return None
    own = [*range(len(REVIEW_BLOCK.rows))]
    lawsuits = [proceeding for proceeding in first if proceeding in own[1:]]
    if sorted(lawsuits) != own[1:]:
        lawsuits = own[1:]
    above = [proceeding for proceeding in first if proceeding not in own[1:]]
    if above == [_LAWSUITS, 0]:
        return (*lawsuits, 0)
    if not above or _LAWSUITS in above or sorted(first) != own:
        return (0, *lawsuits)
    return tuple(first)


def put_review(bound: Bound, runs: Runs, shapes: Shapes) -> None:
    """Put down the values of table four, the blank cells around them set aside."""
    slot = review_slot(bound.form)
    for begin, end in lines_of_own_year(bound, runs, _CELLS):
        row = Found(slot, bound.form, begin, end, "", offset=None)
        _put_line(bound, row, shapes)
        _doubt_by_line_below(bound, row)
    figures = [] if runs else figures_below_broken_heads(bound)
    if not figures:
        return
    row = Found(slot, bound.form, figures[0], figures[-1] + 1, "", offset=None)
    begin = begin_of_review(bound.kinds, 0)
    proceedings = proceedings_in(bound.kinds[begin : row.begin])
    results = _results_on_paper(bound, range(begin, row.begin), figures)
    if proceedings is None or len(figures) != REVIEW_WIDTH or len(figures) != row.end - row.begin:
        # Some of them stand among the heads, or are missing.
        put_illegible(bound, row, figures, _short(bound, figures, len(figures)))
    else:
        order = _columns(proceedings, results or range(_RESULTS))
        _put_in_order(bound, row, figures, order, needs_sums=results is None)


def _doubt_by_line_below(bound: Bound, row: Found) -> None:
    """Doubt values that differ from those on a line below them, which has no heads and no year.

    One of the two lines may be that of a part of the body, or of another body.
    """
    below = _VALUES_BELOW.match(bound.kinds, row.end)
    if below is None or (below["name"] and _YEAR.search(bound.tokens[below.start("name")])):
        return
    begin, end = below.span("values")
    figures = [token for token in range(begin, end) if bound.kinds[token] not in BLANK + NOISE]
    if len(figures) == REVIEW_WIDTH:
        put(bound, row, figures)
    elif len(figures) > REVIEW_WIDTH - _RESULTS:
        message = f"two lines of values stand below the heads of table four: {len(figures)} figures"
        note = Note("repeated_row", message, span_of(bound, figures))
        put_in_question(bound, row, figures, note)


def _put_in_order(
    bound: Bound, row: Found, cells: Sequence[int], order: Order, *, needs_sums: bool
) -> None:
    """Put down fifteen values, whose sums must hold where their order is not sure."""
    own = [cells[order.index(column)] for column in range(REVIEW_WIDTH)]
    proceedings = [own[first : first + _RESULTS] for first in range(0, REVIEW_WIDTH, _RESULTS)]
    is_in_order = order == tuple(range(REVIEW_WIDTH))
    is_sure = is_in_order and not needs_sums
    if is_sure or all(adds_up(bound, cells) for cells in proceedings):
        put(bound, row, own)
    elif is_in_order:
        put_illegible(bound, row, cells, _short(bound, cells, REVIEW_WIDTH))
    else:
        message = "the figures of table four do not add up in the order that its heads have"
        note = Note("columns_reordered", message, span_of(bound, cells))
        put_in_question(bound, row, cells, note)


def _put_line(bound: Bound, row: Found, shapes: Shapes) -> None:
    """Put down a line of values; sums decide where blank cells leave nothing behind."""
    # A word behind fifteen figures is a remark, or the name of another line.
    is_whole = len(bound.kinds[row.begin : row.end].replace(NOISE, "").strip(BLANK)) == REVIEW_WIDTH
    end = row.end if is_whole else run_end(bound.kinds, row.begin)
    cells = [token for token in range(row.begin, end) if bound.kinds[token] != NOISE]
    run = "".join(bound.kinds[token] for token in cells)
    core = run.strip(BLANK)
    order, is_told = _order_above(bound, row.begin, cells)
    if order is None:
        message = "the heads of table four stand in another order than the form has them"
        put_illegible(bound, row, cells, Note("columns_reordered", message, span_of(bound, cells)))
        return
    if len(core) == REVIEW_WIDTH and not has_blanks_beside(bound.kinds, row.begin, shapes[""]):
        offset: int | None = run.index(core)
    else:
        offset = _offset_of_values(bound.kinds, row, run, shapes[""])
    own = cells[offset : offset + REVIEW_WIDTH] if offset is not None else []
    is_cramped = bound.is_cramped and is_told and order == tuple(range(REVIEW_WIDTH))
    if own:
        needs_sums = shapes.drops_blanks or not is_told
        _put_in_order(bound, row, own, order, needs_sums=needs_sums)
    elif not (is_cramped and put_squeezed(bound, row, cells, _RESULTS)):
        put_illegible(bound, row, cells, _short(bound, cells, len(core)))


def _short(bound: Bound, cells: Sequence[int], figures: int) -> Note:
    message = (
        f"table four has {figures} figures where the form has {REVIEW_WIDTH} cells; "
        "it is not certain which figure is in which cell"
    )
    return Note("row_width", message, span_of(bound, cells))


def _order_above(bound: Bound, values: int, cells: Sequence[int]) -> tuple[Order | None, bool]:
    """The order of the columns as the heads above a line of values follow, or as they stand.

    Returns: The order, and whether it is told by all of the heads.

    """
    order = review_order(bound.kinds, values)
    # The last line has fewer heads than the one above if it holds the lower halves of some: these
    # follow behind all the others.
    lines = bound.kinds[max(0, values - _HEADS_REACH_TOKENS) : values].split(ROW_END)
    counts = [count for line in lines if (count := sum(kind in RESULT_HEADS for kind in line))]
    is_broken = bound.is_placed and len(counts) > 1 and counts[-1] < counts[-2]
    if order is None or is_broken:
        figures = [token for token in cells if bound.kinds[token] != BLANK]
        on_paper, is_each_told = _order_on_paper(bound, values, figures)
        if order is None or is_each_told:
            return on_paper, is_each_told
    return order, True


def _order_on_paper(bound: Bound, values: int, figures: list[int]) -> tuple[Order | None, bool]:
    """The order of the columns by the heads above each figure, or else from left to right.

    Returns: The order, and whether each column has a head of its own.

    """
    last = max(bound.kinds.rfind(head, 0, values) for head in _PENDING)
    begin = max(last - _HEADS_REACH_TOKENS, bound.kinds.rfind(VALUE, 0, values) + 1, 0)
    proceedings = proceedings_in(bound.kinds[begin:values])
    if proceedings is None:
        return None, False
    results = _results_on_paper(bound, range(begin, values), figures)
    if results is not None:
        return _columns(proceedings, results), True
    heads = [token for token in range(begin, values) if bound.kinds[token] in RESULT_HEADS]
    for kinds in kinds_by_place(bound, heads):
        rest = iter([*range(_RESULTS)] * len(REVIEW_BLOCK.rows))
        if all(RESULT_HEADS[kind] in rest for kind in kinds):
            return _columns(proceedings, range(_RESULTS)), len(kinds) >= _MOST_HEADS
    return None, False


def _results_on_paper(bound: Bound, heads: range, figures: Sequence[int]) -> Order | None:
    """The order of the results of one proceeding, by the heads above each figure on paper."""
    if not bound.is_placed or len(figures) != REVIEW_WIDTH:
        return None
    found = set[Order]()
    for kinds in heads_above(bound, heads, figures):
        seen = [RESULT_HEADS.get(kind, -1) for kind in kinds]
        parts = [seen[start : start + _RESULTS] for start in range(0, len(seen), _RESULTS)]
        # One proceeding with all its heads shows the order of the others as well.
        found |= {tuple(part) for part in parts if sorted(part) == [*range(_RESULTS)]}
    return found.pop() if len(found) == 1 else None


def _columns(proceedings: Sequence[int], results: Sequence[int]) -> Order:
    return tuple(first * _RESULTS + result for first in proceedings for result in results)


def has_blanks_beside(kinds: str, begin: int, page: Shape) -> bool:
    """Whether blanks beside the values come from no border or spanned head: one may be a stray."""
    if not in_grid(kinds, begin):
        return kinds[begin] == BLANK and page.before | page.after <= {0}
    *above, run = _lines_down_to(kinds, begin)
    before, after = _borders([*above, run])
    lengths = {len(line) for line in above}
    is_longer = len(above) > 1 and len(lengths) == 1 and len(run) > max(lengths)
    return (
        is_longer
        or len(run.lstrip(BLANK)) < len(run) - before
        or len(run.rstrip(BLANK)) < len(run) - after
    )


def _offset_of_values(kinds: str, row: Found, run: str, page: Shape) -> int | None:
    """Where the values begin when the first or the last of them is blank, if the page shows it."""
    if not run.strip(BLANK):
        return 0 if len(run) >= REVIEW_WIDTH else None
    if not in_grid(kinds, row.begin):
        is_bare = page.before | page.after <= {0} or has_no_borders(row.form, page.full)
        return 0 if len(run) == REVIEW_WIDTH and is_bare else None
    if not keeps_to_the_grid(kinds, row.begin):
        # The line above may lack just the results of the first proceeding, which span the line
        # above that.
        line = line_around(kinds, row.begin)
        above = line_above(kinds, line)
        if above is None or line.length - above.length != _RESULTS:
            return None
        if kinds[above.begin : above.end].strip(BLANK)[:1] not in RESULT_HEADS:
            return None
    before, after = _borders(_lines_down_to(kinds, row.begin))
    return before if len(run) == before + REVIEW_WIDTH + after else None


def _lines_down_to(kinds: str, token: int) -> list[str]:
    """The line with this token, and up to two lines of the grid above it."""
    line = line_around(kinds, token)
    lines, above = [kinds[line.begin : line.end]], line_above(kinds, line)
    for _ in range(_MOST_LINES_LOOKED_AT):
        if above is None or not above.is_row or len(lines) > _LINES_ABOVE:
            break
        if above.length == line.length or not is_lone_text(kinds, above):
            lines.insert(0, kinds[above.begin : above.end])
        above = line_above(kinds, above)
    return lines


def _borders(lines: list[str]) -> tuple[int, int]:
    """How many blanks stand before and after the cells in each row of the grid: a border."""
    before = min(len(line) - len(line.lstrip(BLANK)) for line in lines)
    return before, min(len(line) - len(line.rstrip(BLANK)) for line in lines)
