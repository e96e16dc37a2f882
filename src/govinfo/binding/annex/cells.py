"""What stands behind the label of an annex: a unit and figures, in a grid, with spaces between them, or glued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from govinfo.binding.annex.labels import UNIT

__all__ = ["Cells", "Extra", "Place", "cells_behind", "extras_in"]

Place: TypeAlias = tuple[int, int]
"""Where a cell begins and ends."""

_NONE = r"[/—–-]{1,2}|无|不适用"
_NUMBER = rf"[+-]?\d[\d,]*+(?:\.\d+)?(?:{UNIT}(?=[\s|]|$))?(?![年月日号:时点.、)\d])"
_VALUE = rf"(?:{_NUMBER}|(?:{_NONE})(?=[\s|\d]|$))"
# A unit is followed by a figure, a space, or the next label.
_UNIT = re.compile(rf"[\s|]*\(?(?P<unit>{UNIT})\)?")
_CODE = re.compile(r"[\s|]*\d{1,2}(?=[\s|])")
_CELL = re.compile(rf"[\s|]*(?P<value>{_VALUE})")
_GAP = r"[\s|]{0,200}+"
"""What may stand between cells; a hostile page has no end of it."""
_EXTRA = re.compile(
    rf"(?<![\u3400-\u9fff])(?P<label>[\u3400-\u9fff][^\n|。；]{{1,60}}?)(?<!\s){_GAP}\(?(?P<unit>{UNIT})\)?{_GAP}"
    rf"(?P<values>{_VALUE}(?:{_GAP}(?<=[\s|]){_VALUE})*)"
)
_BORDER = re.compile(r"[|\t]")
_QUOTES = ' \t\n\u3000\xa0"'
_MOST_CELLS = 12


class Cells(NamedTuple):
    """The cells of one row, by where they stand; an empty cell stands where it begins and ends."""

    unit: str | None
    cells: tuple[Place, ...]
    end: int
    """Where the row ends."""
    bordered: bool
    """Whether borders show which cell is which, empty ones too."""
    glued: bool = False
    """Whether nothing stands between the unit and the first figure."""


class Extra(NamedTuple):
    """A row that an office or a province added."""

    label: str
    unit: str
    values: str
    start: int
    end: int


def cells_behind(characters: str, begin: int, end: int, *, coded: bool) -> Cells:
    """Return the cells between a label and the next; `coded` where the number of the row has a column of its own."""
    bordered = _bordered(characters, begin, end)
    if bordered is not None:
        return _in_borders(characters, bordered[1:] if coded else bordered, end)
    code = _CODE.match(characters, begin, end) if coded else None
    place = code.end() if code else begin
    unit = _UNIT.match(characters, place, end)
    place = unit.end() if unit else place
    glued = unit is not None and characters[place : place + 1].isdecimal()
    found = list[Place]()
    while len(found) < _MOST_CELLS and (cell := _CELL.match(characters, place, end)):
        found.append(cell.span("value"))
        place = cell.end()
    return Cells(unit["unit"] if unit else None, tuple(found), place, bordered=False, glued=glued)


def extras_in(characters: str, begin: int, end: int) -> Iterator[Extra]:
    """Yield the rows behind the cells of a known row, each with a label, a unit and figures of its own."""
    for match in _EXTRA.finditer(characters, begin, end):
        yield Extra(match["label"].strip(), match["unit"], match["values"], *match.span("values"))


def _bordered(characters: str, begin: int, end: int) -> tuple[Place, ...] | None:
    """The cells of a row with borders: those on its line, or those below it where each has a line of its own."""
    line_end = characters.find("\n", begin, end)
    line = (begin, end if line_end < 0 else line_end)
    borders = len(_BORDER.findall(characters, *line))
    if not borders:
        return None
    if borders == 1 and not characters[line[0] : line[1]].strip(" \t|"):
        line = (begin, end)
    cells, place = list[Place](), line[0]
    for border in _BORDER.finditer(characters, *line):
        cells.append((place, border.start()))
        place = border.end()
    return tuple(_trimmed(characters, *cell) for cell in (*cells, (place, line[1]))[1:])


def _in_borders(characters: str, cells: tuple[Place, ...], end: int) -> Cells:
    end = cells[-1][1] if cells else end
    first = characters[slice(*cells[0])] if cells else ""
    unit = re.fullmatch(rf"\(?({UNIT})\)?", first)
    return Cells(unit[1] if unit else None, cells[1:] if unit else cells, end, bordered=True)


def _trimmed(characters: str, start: int, end: int) -> Place:
    piece = characters[start:end]
    begin = start + len(piece) - len(piece.lstrip(_QUOTES))
    return (begin, begin + len(piece.strip(_QUOTES))) if piece.strip(_QUOTES) else (start, start)
