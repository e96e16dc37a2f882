"""What the rows of a page look like, and which of them do not look like the others.

A row that is short of a figure, or has one too many, can look whole when a blank cell stands at its
end. Its length shows it: the rows of one table are as long as each other, counted either from their
label or over the whole line. Only a row that keeps to this is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from govinfo.binding.kinds import (
    BLANK,
    LONGEST_LINE_TOKENS,
    NOISE,
    PROSE,
    UNKNOWN,
    VALUE,
    TokenLine,
    line_above,
    line_around,
    line_below,
)
from govinfo.binding.tables.merged_cells import FullRow
from govinfo.binding.tables.rows import CELLS, LONGEST_RUN_TOKENS, Found, offset_of
from govinfo.forms.labels import FIRST, LAST
from govinfo.page import ROW_END

__all__ = [
    "Shape",
    "Shapes",
    "block_of",
    "cells_under_heads",
    "first_below_head",
    "in_grid",
    "is_beside_figures",
    "is_lone_text",
    "is_regular",
    "keeps_to_the_grid",
    "run_end",
    "shapes_of",
]

_CELLS = f"[{CELLS}]{{1,{LONGEST_RUN_TOKENS}}}"
# A word ends a run only where the label of the next row follows: other words stand at the end of a
# page.
_CELLS_AND_WORDS = re.compile(f"{_CELLS}(?:{UNKNOWN}+{_CELLS})*(?:{UNKNOWN}(?=[{FIRST}-{LAST}]))?")
_LINE = re.compile(f"[{CELLS}{UNKNOWN}{PROSE}]{{1,{LONGEST_RUN_TOKENS}}}+(?={ROW_END})")
_MOST_LINES_BETWEEN = 3
_TEXTS = ("", UNKNOWN, PROSE, NOISE)
_ENOUGH_ROWS = 4
"""This many rows of one table show what is usual in it."""


@frozen
class Shape:
    """What is usual among the rows of one table."""

    size: int = 0
    """How many rows there are."""
    runs: tuple[int, ...] = ()
    """The number of cells behind the label, the commonest first."""
    by_line: bool = True
    by_run: bool = True
    """Whether rows agree in the length of the whole line, and in the number of cells."""
    line: int = 0
    """The commonest length of the whole line."""
    before: frozenset[int] = frozenset()
    after: frozenset[int] = frozenset()
    """How many blank cells stand before and after the figures of the rows that have all of them."""
    full: tuple[FullRow, ...] = ()
    """The rows that have all of their figures."""
    short: int = 0
    """How many rows have fewer cells than the form, so that some cells left not even a blank."""
    wide: int = 0
    """How many rows have more figures than the form has cells."""
    first: int = 0
    last: int = 0
    """The first and the last place behind the label at which any row has a figure."""

    @property
    def has_more_columns(self) -> bool:
        """Whether rows have more figures than the form has cells, at least as often as just them.

        A row with as many as the form may then have a blank cell, and a figure of another column.
        """
        return 0 < self.wide >= len(self.full)

    @classmethod
    def of(cls, rows: Sequence[_RowShape]) -> Shape:
        """Return what these rows have in common."""
        runs, lines = Counter(len(row.run) for row in rows), Counter(row.line for row in rows)
        line, most_lines = lines.most_common(1)[0]
        most_runs = runs.most_common(1)[0][1]
        full = tuple(row.full for row in rows if row.full is not None)
        filled = [row.run for row in rows if row.run.strip(BLANK)]
        return cls(
            size=len(rows),
            # Of two lengths that are equally common the longer one has something more in it.
            runs=tuple(sorted(runs, key=lambda length: (-runs[length], length))),
            by_line=most_lines >= most_runs,
            by_run=most_runs >= most_lines,
            line=line,
            before=frozenset(row.before for row in full),
            after=frozenset(row.after for row in full),
            full=full,
            short=sum(row.is_short for row in rows),
            wide=sum(row.is_wide for row in rows),
            first=min((len(run) - len(run.lstrip(BLANK)) for run in filled), default=0),
            last=max((len(run.rstrip(BLANK)) - 1 for run in filled), default=0),
        )


_NO_SHAPE = Shape()


class Shapes(dict[str, Shape]):
    """The shapes of tables and of blocks by name, and of the whole page under the name "".

    Each is worked out when it is first asked for.
    """

    def __init__(self, rows: Mapping[str, Sequence[_RowShape]]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, name: str) -> Shape:
        rows = self._rows.get(name)
        shape = self[name] = Shape.of(rows) if rows else _NO_SHAPE
        return shape

    @property
    def drops_blanks(self) -> bool:
        """Whether blank cells leave nothing behind on this page: more than one row is short."""
        return self[""].short > 1


class _RowShape(NamedTuple):
    """What one row looks like."""

    run: str
    """Its cells behind the label, page numbers set aside."""
    line: int
    """The number of cells on its line, page numbers set aside."""
    full: FullRow | None
    is_short: bool
    is_wide: bool


def shapes_of(kinds: str, rows: Iterable[Found]) -> Shapes:
    """Return what is usual among these rows: in each table, in each block, and on the page."""
    groups: dict[str, list[_RowShape]] = {}
    for row in rows:
        run, width, full = kinds[row.begin : row.end].replace(NOISE, ""), row.slot.width, None
        offset = offset_of(run, width)
        if offset is not None and BLANK not in run[offset : offset + width]:
            full = FullRow(row.slot.row, offset, len(run) - offset - width)
        length = _cells_on(kinds, line_around(kinds, row.begin))
        is_wide = len(run.strip(BLANK)) > width
        own = _RowShape(run, length, full, is_short=len(run) < width, is_wide=is_wide)
        for name in ("", row.slot.table, block_of(row)):
            groups.setdefault(name, []).append(own)
    return Shapes(groups)


def block_of(row: Found) -> str:
    """Return the name under which the rows of one block have their shape."""
    header = min(row.slot.header[0], default="") if row.slot.header else ""
    return f"{row.slot.table}/{row.slot.width}/{header}"


def is_regular(kinds: str, row: Found, length: int, shapes: Shapes) -> bool:
    """Whether a row is as long as the rows around it.

    Args:
        kinds: The page, one character for each token.
        row: The row.
        length: The number of its cells, page numbers set aside.
        shapes: What is usual on the page.

    """
    shape, width = shapes[row.slot.table], row.slot.width
    are_many = shape.size >= _ENOUGH_ROWS and row.slot.table != "proactive"
    run = kinds[row.begin : row.end].replace(NOISE, "")
    is_full = len(run.strip(BLANK)) == width
    if not in_grid(kinds, row.begin):
        usual = next(iter((shape if are_many else shapes[block_of(row)]).runs), width)
        return length == usual or (is_full and length < usual)
    line = line_around(kinds, row.begin)
    if is_full:
        if len(run) == width and BLANK not in run:
            # With a figure in each of its cells, and nothing else, a row need not look like others.
            return True
        above = line_above(kinds, line)
        if (
            above is not None
            and above.length > _cells_on(kinds, line)
            and kinds[above.end - 1] == run[-1:]
        ):
            # It lacks only what spanned cells leave behind other rows, and has the border at its
            # end, as the last row of a table may.
            return True
    if not are_many:
        return keeps_to_the_grid(kinds, row.begin)
    is_usual_line = not shape.by_line or _cells_on(kinds, line) == shape.line
    return is_usual_line and (not shape.by_run or length == shape.runs[0])


def _cells_on(kinds: str, line: TokenLine) -> int:
    """How many cells a line has, page numbers set aside."""
    return line.length - kinds.count(NOISE, line.begin, line.end)


def keeps_to_the_grid(kinds: str, token: int) -> bool:
    """Whether the line with this token has as many cells as the line above it or below it.

    Lines with nothing but one piece of text, as a page break leaves them, may stand between.
    """
    line = line_around(kinds, token)
    if not line.has_end:
        return False
    for step in (line_above, line_below):
        other = step(kinds, line)
        for _ in range(_MOST_LINES_BETWEEN):
            if other is None or other.length > LONGEST_RUN_TOKENS:
                break
            # What stands above or below the grid has no rows, and no length to be compared.
            if other.is_row and other.length == line.length:
                return True
            if not is_lone_text(kinds, other):
                break
            other = step(kinds, other)
    return False


def is_lone_text(kinds: str, line: TokenLine) -> bool:
    """Whether nothing but one piece of text stands on a line, as a page break leaves it."""
    return kinds[line.begin : line.end].strip(BLANK) in _TEXTS


def run_end(kinds: str, begin: int) -> int:
    """Return where a run of cells ends when words may stand in it; prose may only in a grid."""
    found = _LINE.match(kinds, begin) or _CELLS_AND_WORDS.match(kinds, begin)
    return found.end() if found is not None else begin


def in_grid(kinds: str, begin: int) -> bool:
    """Whether a run of cells ends with a line of a grid."""
    return _LINE.match(kinds, begin) is not None


def is_beside_figures(kinds: str, row: Found) -> bool:
    """Whether figures on a line without a label, below or above, may be those of blank cells.

    What stands above may be the row of a label that is repaired later, unless nothing at all stands
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


def first_below_head(kinds: str, row: Found) -> int | None:
    """Return which cell behind the label stands below the first head, if a line of heads shows it.

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
    """Return the cells under the heads of a row's columns; no cells if a figure stands elsewhere.

    `None` where the heads have no room between them, as everywhere but in grids that were cut out
    of a printed page.
    """
    head = _head_above(kinds, row)
    if head < 0:
        return None
    line = line_around(kinds, head)
    if not line.has_end or line.length > LONGEST_RUN_TOKENS:
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
    """Where the head of the row's first column stands last before it; -1 if it is not near."""
    near = max(0, row.begin - LONGEST_LINE_TOKENS)
    return max((kinds.rfind(head, near, row.begin) for head in row.slot.header[0]), default=-1)
