"""Cells whose text stands in pieces on several lines: put together in a text that remembers where each piece was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from attrs import frozen

from govinfo.page import Grid, Page
from govinfo.spans import Edit, Span, Text

__all__ = ["Cell", "Row", "joined"]


@frozen
class Cell:
    """One cell of a row."""

    place: Span
    """Where it stands on the line that its row is read from."""
    pieces: tuple[Span, ...] = ()
    """What is printed in it, on this line or on others."""


Row: TypeAlias = tuple[Cell, ...]


def joined(text: Text, rows: Sequence[Row]) -> Page:
    """Return the page of these rows, each cell with its pieces in one, on the line that its row is read from.

    A space is left between two pieces: it says nothing in a label, and of a number that was broken
    it says that nobody knows whether it is one. A figure in one piece stays where it is printed.
    """
    edits = sorted(_edits(text.characters, rows), key=lambda edit: edit.start)
    moved = _moved(edits)
    cells = tuple(tuple(_span(text.characters, cell, moved) for cell in row) for row in rows)
    text = text.edited(edits)
    return Page(text, (Grid(Span(0, len(text)), rows=cells),))


def _edits(characters: str, rows: Sequence[Row]) -> Iterator[Edit]:
    for row in rows:
        for cell in row:
            place = cell.place
            if not _stays(characters, cell):
                yield Edit(place.start, place.end, _together(characters, cell))
                outside = (
                    piece for piece in cell.pieces if not place.start <= piece.start < place.end
                )
                yield from (Edit(piece.start, piece.end) for piece in outside)


def _stays(characters: str, cell: Cell) -> bool:
    if len(cell.pieces) != 1:
        return not cell.pieces
    piece = cell.pieces[0]
    here = cell.place.start <= piece.start < cell.place.end
    return here or not any(map(str.isalpha, characters[piece.start : piece.end]))


def _together(characters: str, cell: Cell) -> str:
    return " ".join(characters[piece.start : piece.end] for piece in cell.pieces)


def _moved(edits: Sequence[Edit]) -> Callable[[int], int]:
    """Where the characters stand that stood at a place before these edits."""
    starts = [edit.start for edit in edits]
    shifts = [0, *accumulate(len(edit.replacement) - (edit.end - edit.start) for edit in edits)]
    return lambda place: place + shifts[bisect_left(starts, place)]


def _span(characters: str, cell: Cell, moved: Callable[[int], int]) -> Span:
    if cell.pieces and _stays(characters, cell):
        return Span(moved(cell.pieces[0].start), moved(cell.pieces[0].end))
    start = moved(cell.place.start)
    return Span(start, start + len(_together(characters, cell)))
