"""Rows with too many or too few cells: placed where the page itself shows how, and left unread otherwise.

A spanned cell leaves blank cells behind, before the figures or after them, and so does the border of a line. A row that
ends in a blank may therefore have a blank last cell, or be short of a figure. What decides is the shape of the rows
around it; where they do not, the row is not read. Numbers never move.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from govinfo.binding.bound import Bound, put, put_illegible, span_of
from govinfo.binding.kinds import BLANK, NOISE, PROSE, UNKNOWN, UNREADABLE
from govinfo.binding.rows import CELLS, Found, offset_of
from govinfo.figures import read_cell
from govinfo.forms.labels import FIRST, LAST
from govinfo.model import Note
from govinfo.page import ROW_END

__all__ = ["Margins", "keeps_to_the_grid", "margins_of", "place_irregular", "run_end"]

# A word ends a run only where the label of the next row follows: at the end of a page stand other words.
_CELLS_AND_WORDS = re.compile(f"[{CELLS}]+(?:{UNKNOWN}+[{CELLS}]+)*(?:{UNKNOWN}(?=[{FIRST}-{LAST}]))?")
_LINE = re.compile(f"[{CELLS}{UNKNOWN}{PROSE}]+(?={ROW_END})")
_ALTERNATING = re.compile(f"{BLANK}?(?:[0/?]{BLANK})+[0/?]?")
_LONGEST_WORD = 10
"""A word this short may stand in a cell (见附件); anything longer is something else."""


@frozen
class Margins:
    """How many blank cells stand before and after the figures of the full rows; and how long all rows are."""

    before: frozenset[int] = frozenset()
    after: frozenset[int] = frozenset()
    lengths: frozenset[int] = frozenset()

    def __or__(self, other: Margins) -> Margins:
        return Margins(self.before | other.before, self.after | other.after, self.lengths | other.lengths)


def margins_of(kinds: str, rows: Iterable[Found]) -> dict[str, Margins]:
    """Return the margins seen in each table; under the name "" those of the whole page."""
    seen: dict[str, Margins] = {}
    for row in rows:
        margins = _margins(kinds[row.begin : row.end], row.slot.width)
        for table in (row.slot.table, ""):
            seen[table] = seen.get(table, Margins()) | margins
    return seen


def _margins(run: str, width: int) -> Margins:
    offset = offset_of(run, width)
    lengths = frozenset({len(run) - width})
    if offset is None:
        return Margins(lengths=lengths)
    return Margins(frozenset({offset}), frozenset({len(run) - offset - width}), lengths)


def place_irregular(bound: Bound, row: Found, margins: dict[str, Margins], heads: str) -> None:
    """Put down a row whose run of cells is not plainly as long as the form has it.

    Args:
        bound: the figures found so far.
        row: the row and its run.
        margins: the blank cells around full rows, by table.
        heads: the column heads that stand above the row, as their characters.

    """
    if _put_below_heads(bound, row, heads):
        return
    cells = _without_noise(bound, row)
    for tokens in (cells, _without_blank_lines(bound, cells), _with_words(bound, row)):
        run = "".join(bound.kinds[token] for token in tokens)
        offset = _offset(bound, row, run, margins)
        if offset is not None:
            put(bound, row, tokens[offset : offset + row.slot.width])
            return
    tokens = _with_words(bound, row)
    figures = sum(bound.kinds[token] != BLANK for token in tokens)
    message = (
        f"{row.slot.table}.{row.slot.row} has {figures} figures and {len(tokens) - figures} blanks where the form has "
        f"{row.slot.width} cells; which is which is not certain"
    )
    put_illegible(bound, row, tokens, Note("row_width", message, span_of(bound, tokens)))


def _put_below_heads(bound: Bound, row: Found, heads: str) -> bool:
    """Put down a row with a cell for each head above it, where a spanned head and its cell are printed repeatedly."""
    cells = _without_noise(bound, row)
    columns = [next((i for i, own in enumerate(row.slot.header) if head in own), -1) for head in heads]
    rest = "".join(bound.kinds[token] for token in cells[len(heads) :])
    if len(heads) == row.slot.width or len(cells) < len(heads) or rest.strip(BLANK):
        return False
    if set(columns) != set(range(row.slot.width)):
        return False
    own: dict[int, int] = {}
    for column, token in zip(columns, cells, strict=False):
        first = own.setdefault(column, token)
        if read_cell(bound.tokens[first]) != read_cell(bound.tokens[token]):
            return False
    put(bound, row, [own[column] for column in range(row.slot.width)])
    return True


def _offset(bound: Bound, row: Found, run: str, margins: dict[str, Margins]) -> int | None:
    width = row.slot.width
    plain = offset_of(run, width)
    if plain is not None:
        return plain
    core = run.strip(BLANK)
    if not core:
        return 0 if len(run) >= width else None
    if len(core) > width:
        extra_is_no_figure = not set(core[width:]) - {BLANK, UNREADABLE, UNKNOWN} and BLANK not in core[:width]
        return len(run) - len(run.lstrip(BLANK)) if extra_is_no_figure else None
    own = margins.get(row.slot.table, Margins())
    if _LINE.match(bound.kinds, row.begin):
        return _in_grid(bound.kinds, row, run, own)
    return _in_stream(run, width, own, margins.get("", Margins()))


def _in_stream(run: str, width: int, own: Margins, page: Margins) -> int | None:
    """In a stream nothing but their number shows which cells a row has: it must be that of the full rows."""
    if len(own.before) == len(own.after) == 1:
        before, after = min(own.before), min(own.after)
        return before if len(run) == before + width + after and _inside(run, before, width) else None
    # Without a full row in its table a row is read only where no row on the page has margins, and it is just as wide.
    bare = page.before | page.after <= {0} and own.lengths == {0}
    return 0 if bare and len(run) == width else None


def _in_grid(kinds: str, row: Found, run: str, own: Margins) -> int | None:
    """In a grid a row has as many cells as its neighbours; the margin that never varies shows where they begin."""
    if not keeps_to_the_grid(kinds, row.begin):
        return None
    width, offset = row.slot.width, None
    if len(own.before) == 1:
        offset = min(own.before)
    elif len(own.after) == 1:
        offset = len(run) - width - min(own.after)
    elif not own.before and len(run) == width:
        offset = 0
    return offset if offset is not None and _inside(run, offset, width) else None


def _inside(run: str, offset: int, width: int) -> bool:
    """Whether all figures of the run stand within the row's cells."""
    return 0 <= offset <= len(run) - width and not (run[:offset] + run[offset + width :]).strip(BLANK)


def keeps_to_the_grid(kinds: str, token: int) -> bool:
    """Whether the grid row with this token has as many cells as most of the rows next to it."""
    start, end = kinds.rfind(ROW_END, 0, token) + 1, kinds.find(ROW_END, token)
    above = kinds[max(0, start - 200) : start].split(ROW_END)[1:-1][-2:]
    below = kinds[end + 1 : end + 200].split(ROW_END)[:-1][:2]
    same = [len(row) == end - start for row in (*above, *below)]
    return 2 * sum(same) >= len(same) > 0


def _without_noise(bound: Bound, row: Found) -> list[int]:
    return [token for token in range(row.begin, row.end) if bound.kinds[token] != NOISE]


def _without_blank_lines(bound: Bound, cells: list[int]) -> list[int]:
    """The run without its blanks, where one stands between every two figures: lines between, and no cells."""
    run = "".join(bound.kinds[token] for token in cells)
    return [token for token in cells if bound.kinds[token] != BLANK] if _ALTERNATING.fullmatch(run) else cells


def _with_words(bound: Bound, row: Found) -> Sequence[int]:
    """The run with the words that stand in it: any in a row of a grid, short ones such as 见附件 in a stream."""
    tokens = range(row.begin, run_end(bound.kinds, row.begin))
    if bound.kinds[tokens[-1] + 1 : tokens[-1] + 2] == ROW_END:
        return tokens
    return [t for t in tokens if bound.kinds[t] != UNKNOWN or len(bound.tokens[t].strip()) <= _LONGEST_WORD]


def run_end(kinds: str, begin: int) -> int:
    """Return where a run of cells ends when words may stand in it; prose is a cell only where a grid says so."""
    line = _LINE.match(kinds, begin)
    words = _CELLS_AND_WORDS.match(kinds, begin)
    found = line or words
    return found.end() if found is not None else begin
