"""The figures of a page that was taken apart, and the rows they may have stood in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from govinfo.binding.assignment import Bound
from govinfo.binding.kinds import BLANK, NOISE
from govinfo.binding.tables.rows import CELLS
from govinfo.page import ROW_END

__all__ = [
    "Arrangement",
    "Piece",
    "arrange_across",
    "arrange_block",
    "arrange_by_column",
    "find_pieces",
]


_SIGNS_IN_WORDS = frozenset({"增", "减", "增加", "减少"})
"""A sign apart from its number counts as a figure: then the table has too many, and is refused."""


class Piece(NamedTuple):
    """One figure, and what stands around it."""

    token: int
    line: int
    paragraph: int
    """The number of its stretch between blank lines."""
    stretch: int
    """The number of its stretch between words."""
    labelled: bool
    """Whether words stand before it on its line: it is then the first of its row, or next to it."""


Arrangement: TypeAlias = list[list[Piece]]
"""The figures of each row, in the order of the columns."""


def find_pieces(bound: Bound, begin: int, end: int) -> list[Piece]:
    """Return the figures among the tokens from `begin` to before `end`, in their order."""
    pieces, line, paragraph, stretch, labelled = list[Piece](), 0, 0, 0, False
    for token in range(begin, end):
        kind = bound.kinds[token]
        if kind == ROW_END:
            row = bound.kinds[bound.kinds.rfind(ROW_END, 0, token) + 1 : token]
            is_blank = token == begin or not row.strip(BLANK)
            line, paragraph, labelled = line + 1, paragraph + is_blank, False
        elif kind not in CELLS and bound.tokens[token].strip() not in _SIGNS_IN_WORDS:
            stretch, labelled = stretch + 1, True
        elif kind not in BLANK + NOISE:
            pieces.append(Piece(token, line, paragraph, stretch, labelled))
    return pieces


def arrange_across(pieces: Sequence[Piece], width: int) -> Arrangement:
    """Return the rows if figures go across the page, in each row those beside a label first."""
    rows = (pieces[start : start + width] for start in range(0, len(pieces), width))
    return [sorted(row, key=lambda piece: not piece.labelled) for row in rows]


def arrange_by_column(pieces: Sequence[Piece], width: int) -> Arrangement:
    """Return the rows if a paragraph is a column wherever enough of equal height follow."""
    rows, rest, first = list[list[Piece]](), list[Piece](), 0
    paragraphs = [list(group) for _, group in groupby(pieces, key=attrgetter("paragraph"))]
    while first < len(paragraphs):
        columns = paragraphs[first : first + width]
        heights = {len(column) for column in columns}
        is_block = not rest and len(columns) == width and len(heights) == 1 and 1 not in heights
        # Each figure has a line of its own, and none stands beside words.
        if is_block and all(
            len({piece.line for piece in column}) == len(column)
            and not any(piece.labelled for piece in column)
            for column in columns
        ):
            rows += [list(row) for row in zip(*columns, strict=True)]
            first += width
            continue
        rest += paragraphs[first]
        first += 1
        whole = len(rest) // width * width
        rows += arrange_across(rest[:whole], width)
        rest = rest[whole:]
    return rows + [rest] * bool(rest)


def arrange_block(pieces: Sequence[Piece], width: int) -> list[Arrangement]:
    """Return the possible arrangements of a block without totals: one, where its pieces show it."""
    rows, by_column = arrange_across(pieces, width), arrange_by_column(pieces, width)
    height = len(pieces) // width
    words_between = all(above[-1].stretch != below[0].stretch for above, below in pairwise(rows))
    if width == 1 or height == 1 or words_between:
        return [rows]
    row_by_paragraph = all(len({piece.paragraph for piece in row}) == 1 for row in rows)
    if by_column != rows:
        return [rows, by_column] if row_by_paragraph else [by_column]
    if row_by_paragraph:
        return [rows]
    return [rows, [list(pieces[row::height]) for row in range(height)]]
