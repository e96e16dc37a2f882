"""The figures of a page that was taken apart, and the rows they may have stood in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from govinfo.binding.assignment import Bound
from govinfo.binding.tables.rows import CELLS
from govinfo.binding.tokens import BLANK, NOISE
from govinfo.page import ROW_END

__all__ = ["Piece", "Rows", "across", "by_column", "pieces_between", "readings_of_block"]


class Piece(NamedTuple):
    """One figure, and what stands with it."""

    token: int
    line: int
    paragraph: int
    """Which of the stretches between blank lines it is in."""
    stretch: int
    """Which of the stretches between words it is in."""
    labelled: bool
    """Whether words stand before it on its line: then it is the first of its row, or follows the first."""


Rows = list[list[Piece]]


def pieces_between(bound: Bound, begin: int, end: int) -> list[Piece]:
    """Return the figures among these tokens, in the order of the page."""
    pieces, line, paragraph, stretch, labelled = list[Piece](), 0, 0, 0, False
    for token in range(begin, end):
        kind = bound.kinds[token]
        if kind == ROW_END:
            blank = token == begin or not bound.kinds[
                bound.kinds.rfind(ROW_END, 0, token) + 1 : token
            ].strip(BLANK)
            line, paragraph, labelled = line + 1, paragraph + blank, False
        elif kind not in CELLS:
            stretch, labelled = stretch + 1, True
        elif kind not in BLANK + NOISE:
            pieces.append(Piece(token, line, paragraph, stretch, labelled))
    return pieces


def across(pieces: Sequence[Piece], width: int) -> Rows:
    """Return the rows if figures follow each other across the page; those beside a label come first in theirs."""
    rows = (pieces[start : start + width] for start in range(0, len(pieces), width))
    return [sorted(row, key=lambda piece: not piece.labelled) for row in rows]


def by_column(pieces: Sequence[Piece], width: int) -> Rows:
    """Return the rows if paragraphs of equal height, as many as there are columns, are the columns of several rows."""
    rows, row = list[list[Piece]](), list[Piece]()
    paragraphs = [list(group) for _, group in groupby(pieces, key=attrgetter("paragraph"))]
    heights, first = list(map(_height, paragraphs)), 0
    while first < len(paragraphs):
        own = heights[first : first + width]
        if not row and own[0] > 1 and len(own) == width and len(set(own)) == 1:
            rows += [
                list(column) for column in zip(*paragraphs[first : first + width], strict=True)
            ]
            first += width
            continue
        row += paragraphs[first]
        first += 1
        rows += across(row[: len(row) // width * width], width)
        row = row[len(row) // width * width :]
    return rows + [row] * bool(row)


def _height(paragraph: Sequence[Piece]) -> int:
    """How many lines of one figure each a paragraph has; 0 when it is made otherwise."""
    lines = {piece.line for piece in paragraph}
    return (
        len(lines)
        if len(lines) == len(paragraph) and not any(piece.labelled for piece in paragraph)
        else 0
    )


def readings_of_block(pieces: Sequence[Piece], width: int) -> list[Rows]:
    """Return the ways to read a block that no total bears out: one, where its pieces show how they stood."""
    rows, columnwise = across(pieces, width), by_column(pieces, width)
    height = len(pieces) // width
    if (
        width == 1
        or height == 1
        or all(above[-1].stretch != below[0].stretch for above, below in pairwise(rows))
    ):
        return [rows]
    whole = all(len({piece.paragraph for piece in row}) == 1 for row in rows)
    if columnwise != rows:
        return [rows, columnwise] if whole else [columnwise]
    return [rows] if whole else [rows, [list(pieces[row::height]) for row in range(height)]]
