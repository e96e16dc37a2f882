"""Worksheets that were written out cell by cell, each with its place: `B7 = 3`.

Cells that are empty may be left out. A line without a place stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo import Adapter, Edit, Grid, Match, Page, Span, Text

__all__ = ["ADAPTER"]

_PLACE = re.compile(r"^([A-Z])([1-9][0-9]{0,4}) =(?: |$)", re.MULTILINE)
_FEW = 12
"""A formula or two in running text are no worksheet."""
_MATCH = Match(0.95, "lines begin with the place of a cell: B7 = 3")
_BORDER = "\x1f"
"""Stands in no text, and is put between the cells of a row."""


def recognise(text: Text) -> Match | None:
    characters = str(text)
    if characters.count(" =") < _FEW:
        return None
    return (
        _MATCH
        if sum(1 for _ in zip(range(_FEW), _PLACE.finditer(characters), strict=False)) == _FEW
        else None
    )


def read(text: Text) -> Page:
    rows = text.edited(_borders(str(text)))
    return Page(rows, (Grid(Span(0, len(rows)), separator=_BORDER),))


def _borders(characters: str) -> Iterator[Edit]:
    """Put borders where the places of the cells stand, one for each column on the way, and rows on one line."""
    row, column, ended = "", 0, -1
    for place in _PLACE.finditer(characters):
        here = ord(place[1]) - ord("A")
        follows = (
            place[2] == row and here > column and characters.find("\n", ended) == place.start() - 1
        )
        start = place.start() - 1 if follows else place.start()
        yield Edit(start, place.end(), _BORDER * (here - column if follows else here))
        row, column, ended = place[2], here, place.end()


ADAPTER = Adapter("cells", recognise, read, surest=_MATCH.score)
