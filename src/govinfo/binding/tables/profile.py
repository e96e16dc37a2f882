"""What the rows of a page look like, and which of them do not look like the others.

A row that is short of a figure, or has one too many, can look whole when a blank cell stands at its
end. What gives it away is its length: the rows of one table are as long as each other, counted
either from their label or over the whole line. Only a row that keeps to this is read at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from govinfo.binding.tables.merged_cells import Full
from govinfo.binding.tables.rows import CELLS, LONGEST_RUN, Found, offset_of
from govinfo.binding.tokens import (
    BLANK,
    LONGEST_LINE_TOKENS,
    NOISE,
    PROSE,
    UNKNOWN,
    TokenLine,
    line_above,
    line_around,
    line_below,
)
from govinfo.forms.labels import FIRST, LAST
from govinfo.page import ROW_END

__all__ = [
    "Shape",
    "Shapes",
    "block_of",
    "drops_blanks",
    "first_below_head",
    "in_grid",
    "is_regular",
    "keeps_to_the_grid",
    "run_end",
    "shapes_of",
]

_CELLS = f"[{CELLS}]{{1,{LONGEST_RUN}}}"
# A word ends a run only where the label of the next row follows: at the end of a page stand other
# words.
_CELLS_AND_WORDS = re.compile(f"{_CELLS}(?:{UNKNOWN}+{_CELLS})*(?:{UNKNOWN}(?=[{FIRST}-{LAST}]))?")
_LINE = re.compile(f"[{CELLS}{UNKNOWN}{PROSE}]{{1,{LONGEST_RUN}}}+(?={ROW_END})")
_ENOUGH = 4
"""So many rows of one table show what is usual in it."""


@frozen
class Shape:
    """What is usual among the rows of one table."""

    size: int = 0
    """How many rows there are."""
    runs: tuple[int, ...] = ()
    """The number of cells behind the label, the commonest first."""
    by_line: bool = True
    by_run: bool = True
    """Whether rows agree in the length of the whole line, and whether in the number of cells behind the label."""
    line: int = 0
    """The commonest length of the whole line."""
    before: frozenset[int] = frozenset()
    after: frozenset[int] = frozenset()
    """How many blank cells stand before and after the figures of the rows that have all of them."""
    full: tuple[Full, ...] = ()
    """The rows that have all of their figures."""
    short: int = 0
    """How many rows have fewer cells than the form, so that not even a blank is left of some."""
    first: int = 0
    last: int = 0
    """The first and the last place behind the label at which any row has a figure."""


Shapes = dict[str, Shape]
"""The shapes of tables by name, of blocks by the name of `block_of`, and of the whole page under ""."""


def shapes_of(kinds: str, rows: Iterable[Found]) -> Shapes:
    """Return what is usual among these rows, table by table, block by block, and on the whole page."""
    groups: dict[str, list[Found]] = {}
    for row in rows:
        for name in ("", row.slot.table, block_of(row)):
            groups.setdefault(name, []).append(row)
    return {name: _shape(kinds, group) for name, group in groups.items()}


def drops_blanks(shapes: Shapes) -> bool:
    """Whether blank cells leave nothing behind on this page: one short row may be an accident, more are none."""
    return shapes.get("", Shape()).short > 1


def block_of(row: Found) -> str:
    """Return the name under which the rows of one block have their shape."""
    return f"{row.slot.table}/{row.slot.width}/{min(row.slot.header[0], default='') if row.slot.header else ''}"


def is_regular(kinds: str, row: Found, length: int, shapes: Shapes) -> bool:
    """Whether a row is as long as the rows around it; `length` is the number of its cells, page numbers set aside."""
    shape, block = shapes.get(row.slot.table, Shape()), shapes.get(block_of(row), Shape())
    many = shape.size >= _ENOUGH and row.slot.table != "proactive"
    run = kinds[row.begin : row.end].replace(NOISE, "")
    full = len(run.strip(BLANK)) == row.slot.width
    if not in_grid(kinds, row.begin):
        usual = next(iter((shape if many else block).runs), row.slot.width)
        return length == usual or (full and length < usual)
    if full and (
        _is_cut_short(kinds, row, run) or (len(run) == row.slot.width and BLANK not in run)
    ):
        # With a figure in each of its cells, and nothing else, a row need not look like others.
        return True
    if not many:
        return keeps_to_the_grid(kinds, row.begin)
    as_line = _cells_on(kinds, line_around(kinds, row.begin)) == shape.line or not shape.by_line
    return as_line and (length == shape.runs[0] or not shape.by_run)


def _is_cut_short(kinds: str, row: Found, run: str) -> bool:
    """Whether a line lacks only what spanned cells leave behind others, as the last of a table may, not its border."""
    line = line_around(kinds, row.begin)
    above = line_above(kinds, line)
    return (
        above is not None
        and above.length > _cells_on(kinds, line)
        and kinds[above.end - 1] == run[-1:]
    )


def _cells_on(kinds: str, line: TokenLine) -> int:
    """How many cells a line has, page numbers set aside."""
    return line.length - kinds.count(NOISE, line.begin, line.end)


def keeps_to_the_grid(kinds: str, token: int) -> bool:
    """Whether the line with this token has as many cells as the line above it, or as the line below it."""
    line = line_around(kinds, token)
    # What stands above or below the grid has no rows, and no length that could be compared.
    return line.has_end and any(
        other is not None and other.is_row and other.length == line.length
        for other in (line_above(kinds, line), line_below(kinds, line))
    )


def run_end(kinds: str, begin: int) -> int:
    """Return where a run of cells ends when words may stand in it; prose is a cell only where a grid says so."""
    found = _LINE.match(kinds, begin) or _CELLS_AND_WORDS.match(kinds, begin)
    return found.end() if found is not None else begin


def first_below_head(kinds: str, row: Found) -> int | None:
    """Return which cell behind the label stands below the first head, where a line of heads shows its columns.

    It does when it is as long as the row, and the first and the last head in it are as far apart as
    their columns.
    """
    head = _head_above(kinds, row)
    if head < 0:
        return None
    heads, own = line_around(kinds, head), line_around(kinds, row.begin)
    last = head + row.slot.width - 1
    if (
        not heads.has_end
        or heads.end <= last
        or kinds[last] not in row.slot.header[-1]
        or heads.length != _cells_on(kinds, own)
    ):
        return None
    return own.begin + head - heads.begin - row.begin


def cells_under_heads(kinds: str, row: Found) -> list[int] | None:
    """Return the cells that stand under the heads of a row's columns, none if not all its figures do.

    `None` where the heads have no room between them, as everywhere but in grids that were cut out
    of a printed page.
    """
    head = _head_above(kinds, row)
    if head < 0:
        return None
    line = line_around(kinds, head)
    if not line.has_end or line.length > LONGEST_RUN:
        # A page that has no lines before its tables has no heads with room between them.
        return None
    heads = frozenset[str]().union(*row.slot.header)
    columns = [place for place in range(head, line.end) if kinds[place] in heads]
    in_order = len(columns) == row.slot.width and all(
        kinds[place] in own for own, place in zip(row.slot.header, columns, strict=True)
    )
    if not in_order or columns == list(range(head, head + len(columns))):
        return None
    own = line_around(kinds, row.begin)
    if not own.has_end or own.length != line.length:
        return []
    cells = [own.begin + place - line.begin for place in columns]
    rest = (place for place in range(row.begin, own.end) if place not in cells)
    return [] if any(kinds[place] not in BLANK + NOISE for place in rest) else cells


def _head_above(kinds: str, row: Found) -> int:
    """Where the head of the row's first column stands last before it; -1 where it is nowhere near."""
    near = max(0, row.begin - LONGEST_LINE_TOKENS)
    return max(
        (kinds.rfind(character, near, row.begin) for character in row.slot.header[0]), default=-1
    )


def in_grid(kinds: str, begin: int) -> bool:
    """Whether a run of cells ends with a line of a grid."""
    return _LINE.match(kinds, begin) is not None


def _shape(kinds: str, rows: list[Found]) -> Shape:
    runs, lines = Counter[int](), Counter[int]()
    full, filled = list[Full](), list[int]()
    for row in rows:
        run = kinds[row.begin : row.end].replace(NOISE, "")
        runs[len(run)] += 1
        lines[_cells_on(kinds, line_around(kinds, row.begin))] += 1
        filled += [place for place, kind in enumerate(run) if kind != BLANK]
        offset = offset_of(run, row.slot.width)
        if offset is not None and BLANK not in run[offset : offset + row.slot.width]:
            full.append(Full(row.slot.row, offset, len(run) - offset - row.slot.width))
    line, most_lines = lines.most_common(1)[0]
    most_runs = runs.most_common(1)[0][1]
    return Shape(
        size=len(rows),
        # Of two lengths that are equally common the shorter one: the longer has something in it
        # that the other has not.
        runs=tuple(sorted(runs, key=lambda length: (-runs[length], length))),
        by_line=most_lines >= most_runs,
        by_run=most_runs >= most_lines,
        line=line,
        before=frozenset(row.before for row in full),
        after=frozenset(row.after for row in full),
        full=tuple(full),
        short=sum(
            row.end - row.begin - kinds.count(NOISE, row.begin, row.end) < row.slot.width
            for row in rows
        ),
        first=min(filled, default=0),
        last=max(filled, default=0),
    )
