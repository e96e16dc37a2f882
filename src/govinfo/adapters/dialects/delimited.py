"""Files with commas, tabs or semicolons between cells, as spreadsheets and pandas export them.

A cell in quotation marks may hold separators, line breaks and doubled quotation marks. Lines
without a separator, and those with a full stop, are running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.layout.pandas_index import unnumbered
from govinfo.page import Grid, Page
from govinfo.spans import Span, Text

__all__ = ["DELIMITED"]

_SEPARATORS = "\t,;"
_DOUBLED = "\t\t"
_TABS = re.compile("\t+")
_MOSTLY = 0.8
_FEW_PIPES = 12
"""A website around the report divides its links with a few pipes; a table needs more."""
_FEW = 3
"""So many lines that end in a label and cells are rows of a table."""
_LONGEST = 4000
"""No cell in quotation marks is longer."""
_BRACKETS = {"(": 1, "（": 1, ")": -1, "）": -1}
_TORN = re.compile(r'[\d,. ]*(?:"[ ]*\d|\d[ ]*")[\d,. ]*')
"""A figure with a quotation mark that has lost its other half."""
_FIGURE = re.compile(r'[,. "]*\d[\d,. "]*')
_ROWS = Match(0.65, "labels and cells with numbers, divided by commas, tabs or semicolons")
Row = tuple[Span, ...]


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    return _ROWS if _separator(characters) and characters.count("|") <= _FEW_PIPES else None


@cache
def _row_of(separator: str) -> re.Pattern[str]:
    """A label and at least two cells behind it with a number or nothing in them; `whole` up to the end of the line.

    Cells that end in the middle of a line are a match too: none of them begins a row, and none is
    looked at again.
    """
    cell = rf'[ ]*+(?:"[^"\n]{{0,30}}+"|(?>(?:(?!{separator})[^"\n\u4e00-\u9fff]){{0,30}}))'
    # The separator comes first: to look for one is quick.
    return re.compile(
        rf'{separator}(?<=[\u4e00-\u9fff)）”" ]{separator}){cell}(?>(?:{separator}{cell})+)(?P<whole>(?=\n|$))?'
    )


def _separator(characters: str) -> str:
    """The character that divides the cells of a few rows, or nothing."""
    for separator in _SEPARATORS:
        if characters.count(separator) >= 2 * _FEW:
            divider = _DOUBLED if separator == "\t" and _is_doubled(characters) else separator
            found = _row_of(divider).finditer(characters)
            whole = (match for match in found if match["whole"] is not None)
            if sum(1 for _ in islice(whole, _FEW)) == _FEW:
                return divider
    return ""


def _is_doubled(characters: str) -> bool:
    """Whether two tabs stand between cells, and hardly one alone: an empty cell must not be seen between any two."""
    gaps = [len(gap) % len(_DOUBLED) for gap in _TABS.findall(characters)]
    return gaps.count(0) > _MOSTLY * len(gaps)


def _read(text: Text) -> Page:
    separator = _separator(str(text)) or ","
    rows = _rows(str(text), separator)
    counted = unnumbered(text, rows)
    if counted is not text:
        text, rows = counted, _rows(str(counted), separator)
    return Page(text, (Grid(Span(0, len(text)), rows=tuple(rows)),))


@cache
def _cell_of(separator: str) -> re.Pattern[str]:
    """One cell from where it begins; a quotation mark that none answers before a separator is like any character."""
    return re.compile(
        rf'[ \u3000\xa0]*+"(?P<quoted>(?>(?:[^"]|""){{0,{_LONGEST}}}))"(?={separator}|\n|$)'
        rf"|(?>(?:(?!{separator})[^\n])*)"
    )


def _rows(characters: str, separator: str) -> list[Row]:
    cell, rows, row, at = _cell_of(separator), list[Row](), list[Span](), 0
    while at <= len(characters) and (match := cell.match(characters, at)) is not None:
        row.append(Span(*match.span("quoted" if match["quoted"] is not None else 0)))
        ended = not characters.startswith(separator, match.end())
        at = match.end() + (1 if ended else len(separator))
        if ended:
            rows.append(_mended(characters, row))
            row = []
    return rows


def _mended(characters: str, row: list[Span]) -> Row:
    """The cells of a line, or all of it where it is running text; a separator in brackets divides nothing."""
    line = characters[row[0].start : row[-1].end]
    if len(row) > 1 and "。" in line:
        return (Span(row[0].start, row[-1].end),)
    if '"' in line and any(_TORN.fullmatch(characters, cell.start, cell.end) for cell in row):
        return _torn(characters, row)
    return tuple(_bracketed(characters, row) if "(" in line or "（" in line else row)


def _torn(characters: str, row: list[Span]) -> Row:
    """A row with half a figure in quotation marks: from its first figure on nobody knows what divides the cells."""
    first = next(
        at for at, cell in enumerate(row) if _FIGURE.fullmatch(characters, cell.start, cell.end)
    )
    return (*row[:first], Span(row[first].start, row[-1].end))


def _bracketed(characters: str, row: list[Span]) -> Iterator[Span]:
    """Join the pieces of a cell whose brackets were opened before a separator and closed behind it."""
    held, depth = list[Span](), 0
    for cell in row:
        held.append(cell)
        depth += sum(_BRACKETS.get(character, 0) for character in characters[cell.start : cell.end])
        if depth <= 0:
            yield Span(held[0].start, cell.end)
            held, depth = [], 0
    yield from held


DELIMITED = Adapter("delimited", _recognise, _read, surest=_ROWS.score)
