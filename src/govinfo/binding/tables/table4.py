"""Table four: three lines of heads, the last of which says 结果维持 … 总计 three times, and one line of fifteen values.

No label stands before the values: they follow the heads, and there are fifteen of them.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from govinfo.binding.assignment import Bound, adds_up, kinds_by_place, put, put_illegible, span_of
from govinfo.binding.tables.merged_cells import has_no_borders
from govinfo.binding.tables.profile import (
    Shape,
    Shapes,
    in_grid,
    keeps_to_the_grid,
    run_end,
)
from govinfo.binding.tables.rows import CELLS, Found
from govinfo.binding.tables.table4_heads import figures_below_broken_heads
from govinfo.binding.tokens import BLANK, NOISE, UNKNOWN, VALUE, line_above, line_around
from govinfo.forms import FORMS, Form
from govinfo.forms.labels import FIRST, HEADINGS, LABELS, Slot, label_key
from govinfo.model import Note
from govinfo.page import ROW_END

__all__ = [
    "REVIEW_WIDTH",
    "Runs",
    "has_blanks_beside",
    "put_review",
    "results_in_order",
    "review_runs",
    "review_slot",
]

Runs: TypeAlias = list[tuple[int, int]]
"""Stretches of tokens that hold the values of table four; more than one when it is printed more than once."""

_BLOCK = next(form for form in FORMS if form.is_tabular).table("review").blocks[0]
_RESULTS = len(_BLOCK.columns)
REVIEW_WIDTH = len(_BLOCK.rows) * _RESULTS
_RESULT_OF_HEAD = {
    LABELS[label_key(label)]: place
    for place, column in enumerate(_BLOCK.columns)
    for label in (column.label, *column.aliases)
}
_PENDING = "".join(
    kind for kind, place in _RESULT_OF_HEAD.items() if _BLOCK.columns[place].id == "pending"
)
_HEADS_REACH_TOKENS = 60
"""The three lines of heads have no more cells than this before the last 尚未审结."""
_LINES_ABOVE = 2
"""So many lines above the values are compared with them."""
_LAST_LABEL = chr(ord(min(HEADINGS.values())) - 1)
# From the first 尚未审结 over all other heads, over blanks and line ends, up to the first cell with
# something in it. Possessive: a page of nothing but heads must be walked once.
_HEADS = re.compile(f"[{_PENDING}][{FIRST}-{_LAST_LABEL}{UNKNOWN}{ROW_END}{BLANK}{NOISE}]*+")
_CELLS = re.compile(f"[{CELLS}]*")
_BLANKS = re.compile(f"{BLANK}{{{REVIEW_WIDTH},}}")


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


def results_in_order(kinds: str, values: int) -> bool:
    """Whether the heads above the values are 结果维持 … 总计 in their order, as often as they are printed."""
    start = max(kinds.rfind(head, 0, values) for head in _PENDING)
    above = kinds[max(0, start - _HEADS_REACH_TOKENS) : values]
    seen = [_RESULT_OF_HEAD[kind] for kind in above if kind in _RESULT_OF_HEAD]
    # The last line names the results of two proceedings, or of all three where tools repeat what
    # spans lines.
    count = REVIEW_WIDTH if len(seen) >= REVIEW_WIDTH else min(len(seen), REVIEW_WIDTH - _RESULTS)
    in_order = list(range(_RESULTS)) * len(_BLOCK.rows)
    return count < _RESULTS or seen[-count:] == in_order[-count:]


def review_slot(form: Form) -> Slot:
    """Return where the values of table four go: three rows of the form on one line, without a label."""
    first = form.positions[form.table("review").addresses[0]]
    return Slot("review", "cases", first, REVIEW_WIDTH, (), confusable=False)


def put_review(bound: Bound, runs: Runs, shapes: Shapes) -> None:
    """Put down the values of table four, the blank cells around them set aside."""
    slot = review_slot(bound.form)
    for begin, end in runs:
        row = Found(slot, bound.form, begin, end, "", offset=None)
        _put_line(bound, row, shapes)
    figures = [] if runs else figures_below_broken_heads(bound)
    if not figures:
        return
    row = Found(slot, bound.form, figures[0], figures[-1] + 1, "", offset=None)
    if len(figures) == REVIEW_WIDTH == row.end - row.begin:
        put(bound, row, figures)
    else:
        # Some of them stand among the heads, or are missing.
        put_illegible(bound, row, figures, _short(bound, figures, len(figures)))


def _put_line(bound: Bound, row: Found, shapes: Shapes) -> None:
    """Put down a line of values; where blanks leave nothing behind, its sums must show that none is missing."""
    end = run_end(bound.kinds, row.begin)
    cells = [token for token in range(row.begin, end) if bound.kinds[token] != NOISE]
    run = "".join(bound.kinds[token] for token in cells)
    core = run.strip(BLANK)
    if not (
        results_in_order(bound.kinds, row.begin) or _results_from_left_to_right(bound, row.begin)
    ):
        message = "the heads of table four stand in another order than the form has them"
        put_illegible(bound, row, cells, Note("columns_reordered", message, span_of(bound, cells)))
        return
    if len(core) == REVIEW_WIDTH and not has_blanks_beside(bound.kinds, row.begin, shapes[""]):
        offset: int | None = run.index(core)
    else:
        offset = _offset_of_values(bound.kinds, row, run, shapes[""])
    own = cells[offset : offset + REVIEW_WIDTH] if offset is not None else []
    proceedings = [own[first : first + _RESULTS] for first in range(0, len(own), _RESULTS)]
    if own and (not shapes.drops_blanks or all(adds_up(bound, cells) for cells in proceedings)):
        put(bound, row, own)
    else:
        put_illegible(bound, row, cells, _short(bound, cells, len(core)))


def _short(bound: Bound, cells: list[int], figures: int) -> Note:
    message = (
        f"table four has {figures} figures where the form has {REVIEW_WIDTH} cells; "
        "it is not certain which figure is in which cell"
    )
    return Note("row_width", message, span_of(bound, cells))


def _results_from_left_to_right(bound: Bound, values: int) -> bool:
    """Whether the heads that are whole are, from left to right, some of those of the three proceedings in order."""
    last = max(bound.kinds.rfind(head, 0, values) for head in _PENDING)
    start = max(0, last - _HEADS_REACH_TOKENS, bound.kinds.rfind(VALUE, 0, values) + 1)
    heads = [token for token in range(start, values) if bound.kinds[token] in _RESULT_OF_HEAD]
    for kinds in kinds_by_place(bound, heads):
        rest = iter([*range(_RESULTS)] * len(_BLOCK.rows))
        if all(_RESULT_OF_HEAD[kind] in rest for kind in kinds):
            return True
    return False


def has_blanks_beside(kinds: str, begin: int, page: Shape) -> bool:
    """Whether blanks stand beside the values that neither a border nor a spanned head leaves: one may be a stray."""
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
        if kinds[above.begin : above.end].strip(BLANK)[:1] not in _RESULT_OF_HEAD:
            return None
    before, after = _borders(_lines_down_to(kinds, row.begin))
    return before if len(run) == before + REVIEW_WIDTH + after else None


def _lines_down_to(kinds: str, token: int) -> list[str]:
    """The line with this token, and up to two lines of the grid above it."""
    line = line_around(kinds, token)
    lines = [kinds[line.begin : line.end]]
    above = line_above(kinds, line)
    while above is not None and above.is_row and len(lines) <= _LINES_ABOVE:
        lines.insert(0, kinds[above.begin : above.end])
        above = line_above(kinds, above)
    return lines


def _borders(lines: list[str]) -> tuple[int, int]:
    """How many blanks stand before and after what the grid has in each of its rows: a border, or a number taken out."""
    before = min(len(line) - len(line.lstrip(BLANK)) for line in lines)
    return before, min(len(line) - len(line.rstrip(BLANK)) for line in lines)
