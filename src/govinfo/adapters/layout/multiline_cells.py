"""Cells whose text stands in pieces on several lines: the pieces are put together.

The text that comes of it remembers where each piece was.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeAlias

from attrs import frozen

from govinfo.page import Grid, Page
from govinfo.spans import Edit, Span, Text

__all__ = ["CellPieces", "PiecesRow", "joined"]


@frozen
class CellPieces:
    """One cell of a row."""

    place: Span
    """Where it stands on the line that its row is read from."""
    pieces: tuple[Span, ...] = ()
    """The characters printed in it, on this line or on others."""

    def has(self, piece: Span) -> bool:
        """Return whether a piece stands on the line that the row is read from."""
        return self.place.start <= piece.start < self.place.end


PiecesRow: TypeAlias = tuple[CellPieces, ...]


def joined(text: Text, rows: Sequence[PiecesRow]) -> Page:
    """Return the page of these rows, with each cell on the line that its row is read from.

    A space is left between two pieces: it says nothing in a label, and of a number that was broken
    it says that nobody knows whether it is one. A figure in one piece stays where it is printed.
    """
    characters, edits = text.characters, list[Edit]()
    for cell in (cell for row in rows for cell in row):
        if not _stays(characters, cell):
            place = cell.place
            edits.append(Edit(place.start, place.end, _text_of(characters, cell)))
            edits += (Edit(*piece) for piece in cell.pieces if not cell.has(piece))
    edits.sort(key=lambda edit: edit.start)
    starts = [edit.start for edit in edits]
    shifts = [0, *accumulate(len(edit.replacement) - (edit.end - edit.start) for edit in edits)]

    def moved(place: int) -> int:
        return place + shifts[bisect_left(starts, place)]

    cells = list[tuple[Span, ...]]()
    for row in rows:
        spans = list[Span]()
        for cell in row:
            if cell.pieces and _stays(characters, cell):
                spans.append(Span(moved(cell.pieces[0].start), moved(cell.pieces[0].end)))
            else:
                start = moved(cell.place.start)
                spans.append(Span(start, start + len(_text_of(characters, cell))))
        cells.append(tuple(spans))
    text = text.edited(edits)
    return Page(text, (Grid(Span(0, len(text)), rows=tuple(cells)),))


def _stays(characters: str, cell: CellPieces) -> bool:
    """Whether a cell is read where it is printed: on this line, or a figure in one piece."""
    if len(cell.pieces) != 1:
        return not cell.pieces
    piece = cell.pieces[0]
    return cell.has(piece) or not any(map(str.isalpha, characters[piece.start : piece.end]))


def _text_of(characters: str, cell: CellPieces) -> str:
    return " ".join(characters[piece.start : piece.end] for piece in cell.pieces)
