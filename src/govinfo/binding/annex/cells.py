"""Find what stands behind a label of an annex: a unit and figures.

They stand in a grid, with spaces between them, or with nothing between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from govinfo.binding.annex.labels import UNIT

__all__ = ["CODE", "VALUE", "ExtraRow", "Place", "RowCells", "find_cells", "find_extra_rows"]

Place: TypeAlias = tuple[int, int]
"""Where a cell begins and ends in the text."""

_NONE = r"[/—–-]{1,2}|无|不适用"
_NUMBER = rf"""
    (?! [—–-]\d{{1,4}}[—–-] )            # the number of a page: -1-
    [+-]? \d [\d,]*+ (?:\.\d+)?
    (?: {UNIT} (?=[\s|]|$) )?           # a unit behind the number
    (?! [年月日号:时点.、)\d] )         # no date, time, or number of a label
"""
_DAMAGED = r"""
    [+-]? \d (?: [\d,.]* \d )?                             # no number of a label: 2.
    (?: [?？'’`´·•・%‰〇○□■A-Za-z\ufffd\u0300-\u036f_^~=+&@$<>{}\[\\\#]     # no digit, or misread
      | \( (?! \d{1,2}\) | [\u3400-\u9fff] )               # no number of a label, and no words
    )
    [^\s|\u3400-\u9fff]*
"""
"""A figure that cannot be read; its first digits are none of their own."""
VALUE = rf"(?: {_DAMAGED} | {_NUMBER} | (?:{_NONE}) (?=[\s|\d]|$) )"
"""What may stand in a cell, as a verbose pattern."""
_UNIT = re.compile(rf"[\s|]*\(?(?P<unit>{UNIT})\)?")
CODE = re.compile(r"[\s|]*\d{1,2}(?=[\s|])")
"""The number of a row in a column of its own behind the label."""
_CELL = re.compile(rf"[\s|]* (?P<value>{VALUE})", re.VERBOSE)
_WORDS = re.compile(rf"[^\n|]{{0,60}}?(?!{UNIT}(?:\s|$))[\u3400-\u9fff]")
_GAP = r"[\s|]{0,200}+"
"""What may stand between cells; a hostile page has no end of it."""
_EXTRA_ROW = re.compile(
    rf"""
    (?<![\u3400-\u9fff])
    (?P<label> [\u3400-\u9fff] [^\n|。；]{{1,60}}? ) (?<!\s)
    {_GAP} \(?(?P<unit>{UNIT})\)? {_GAP}
    (?P<values> {VALUE} (?: {_GAP} (?<=[\s|]) {VALUE} )* )
    """,
    re.VERBOSE,
)
_LINE_BETWEEN_BORDERS = re.compile(r"^[ \t]*\|(?P<cell>[^|\n]*)\|[ \t]*$", re.MULTILINE)
"""A cell on a line of its own with a border before it and behind it."""
_BORDER = re.compile(r"[|\t]")
_AROUND_CELL = ' \t\n\u3000\xa0"'
"""White space and quotes are no part of a cell."""
_MOST_CELLS = 12


class RowCells(NamedTuple):
    """The cells of one row, by their places; an empty cell ends where it begins."""

    unit: str | None
    cells: tuple[Place, ...]
    end: int
    """Where the row ends."""
    bordered: bool
    """Whether borders show which cell is which, empty ones too."""
    glued: bool = False
    """Whether nothing stands between the unit and the first figure."""


class ExtraRow(NamedTuple):
    """A row that an office or a province added."""

    label: str
    unit: str
    values: str
    start: int
    end: int


def find_cells(characters: str, begin: int, end: int, *, coded: bool) -> RowCells:
    """Return the cells between a label and the next.

    Args:
        characters: The text in half width, with `|` for each border.
        begin: Where the label ends.
        end: Where the next label begins.
        coded: Whether the number of the row has a column of its own.

    """
    bordered = _find_bordered_cells(characters, begin, end)
    if bordered is not None:
        bordered = bordered[1:] if coded else bordered
        unit = re.fullmatch(rf"\(?({UNIT})\)?", characters[slice(*bordered[0])] if bordered else "")
        row_end = bordered[-1][1] if bordered else end
        cells = bordered[1:] if unit else bordered
        return RowCells(unit[1] if unit else None, cells, row_end, bordered=True)
    code = CODE.match(characters, begin, end) if coded else None
    place = code.end() if code else begin
    # A unit is followed by a figure, a space, or the next label.
    unit = _UNIT.match(characters, place, end)
    place = unit.end() if unit else place
    glued = unit is not None and characters[place : place + 1].isdecimal()
    found = list[Place]()
    while len(found) < _MOST_CELLS and (cell := _CELL.match(characters, place, end)):
        is_on_next_line = "\n" in characters[place : cell.start("value")]
        if found and is_on_next_line and _WORDS.match(characters, cell.end(), end):
            break  # a line that begins with a number is no figure: 20230115 张三
        found.append(cell.span("value"))
        place = cell.end()
    return RowCells(
        unit["unit"] if unit else None, tuple(found), place, bordered=False, glued=glued
    )


def find_extra_rows(characters: str, begin: int, end: int) -> Iterator[ExtraRow]:
    """Yield the rows behind the cells of a known row that have a label, a unit and figures."""
    for match in _EXTRA_ROW.finditer(characters, begin, end):
        yield ExtraRow(
            match["label"].strip(), match["unit"], match["values"], *match.span("values")
        )


def _find_bordered_cells(characters: str, begin: int, end: int) -> tuple[Place, ...] | None:
    """Return the cells of a row with borders, trimmed, or `None` where it has no borders.

    They stand on the line of the label. Where nothing but one border is left of that line, each
    cell has a line of its own.
    """
    line_end = characters.find("\n", begin, end)
    line_end = end if line_end < 0 else line_end
    borders = len(_BORDER.findall(characters, begin, line_end))
    if not borders:
        return None
    if borders == 1 and not characters[begin:line_end].strip(" \t|"):
        lines = list(_LINE_BETWEEN_BORDERS.finditer(characters, line_end, end))
        if lines and len(lines) >= characters.count("\n", line_end, end) - 1:
            return tuple(_trimmed(characters, *line.span("cell")) for line in lines)
        line_end = end
    cells, place = list[Place](), begin
    for cell in _BORDER.split(characters[begin:line_end]):
        cells.append(_trimmed(characters, place, place + len(cell)))
        place += len(cell) + 1
    return tuple(cells[1:])


def _trimmed(characters: str, start: int, end: int) -> Place:
    """Return the place of a cell without what is around it; a blank one ends where it begins."""
    cell = characters[start:end]
    text = cell.strip(_AROUND_CELL)
    begin = start + len(cell) - len(cell.lstrip(_AROUND_CELL)) if text else start
    return begin, begin + len(text)
