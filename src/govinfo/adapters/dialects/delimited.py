"""Files with commas, tabs or semicolons between cells, as spreadsheets and pandas export them.

A cell in quotation marks may hold separators, line breaks and doubled quotation marks. Lines
without a separator, and those with a full stop, are running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import TypeAlias

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.layout.pandas_index import may_be_numbered, unnumbered
from govinfo.figures import MEASURE_WORDS
from govinfo.page import Grid, Page
from govinfo.spans import Span, Text

__all__ = ["DELIMITED", "read", "recognise"]

_SEPARATORS = ("\t", ",", ";")
_ODD_SEPARATORS = ("||", "//", "¦", "~", "^", "&", "#", "*", "·", "；", "，", "、", "/")
"""What else may divide the cells of a text that no other adapter reads."""
_DOUBLED = "\t\t"
_TABS = re.compile("\t+")
_MOSTLY = 0.8
"""So great a part of the tabs are doubled where two of them stand between cells."""
_LINKS_PIPES = 12
"""A website around the report divides its links with a few pipes; a table needs more."""
_FEWEST_ROWS = 3
"""So many lines that end in a label and cells are rows of a table."""
_LONGEST_QUOTED_CHARS = 4000
"""No cell in quotation marks is longer."""
_OPENING, _CLOSING = "(（", ")）"
_TORN = re.compile(r'[\d,. ]*(?:"[ ]*\d|\d[ ]*")[\d,. ]*')
"""A figure with a quotation mark that has lost its other half."""
_FIGURE = re.compile(r'[,. "]*\d[\d,. "]*')
_ROWS = Match(0.65, "labels and cells with numbers, divided by commas, tabs or semicolons")
Row: TypeAlias = tuple[Span, ...]


def recognise(text: Text) -> Match | None:
    """Return a match for a few rows with commas, tabs or semicolons between cells."""
    characters = str(text)
    return _ROWS if _separator(characters) and characters.count("|") <= _LINKS_PIPES else None


@cache
def _row_of(separator: str) -> re.Pattern[str]:
    """Return the pattern of a label and two cells or more, with a number or nothing in each.

    Cells that end in the middle of a line match too, without the group `whole`: none of them
    begins a row, and none is looked at again.
    """
    separator = re.escape(separator)
    inside = rf'(?:[^"\n\u4e00-\u9fff]|(?<=\d)(?:{MEASURE_WORDS}))'
    cell = rf'[ ]*+(?: "[^"\n]{{0,30}}+" | (?>(?:(?!{separator}){inside}){{0,30}}) )'
    return re.compile(
        rf"""
        {separator}                                  # the search for one character is quick
        (?<= [\u4e00-\u9fff)）”"\ ]{separator} )     # it stands behind a label
        {cell} (?>(?:{separator}{cell})+)
        (?P<whole> (?=\n|$) )?
        """,
        re.VERBOSE,
    )


def _separator(characters: str, separators: Sequence[str] = _SEPARATORS) -> str:
    """Return the separator of the cells of a few rows, or nothing."""
    for separator in separators:
        times, divider = characters.count(separator), separator
        if times < 2 * _FEWEST_ROWS:
            continue
        pairs = characters.count(_DOUBLED) if separator == "\t" else 0
        # Two tabs between all cells are no empty cells. With few pairs most gaps are single tabs:
        # there are at least as many gaps as tabs that are in no pair.
        if pairs > _MOSTLY * (times - len(_DOUBLED) * pairs):
            gaps = Counter(_TABS.findall(characters))
            doubled = sum(found for gap, found in gaps.items() if len(gap) % len(_DOUBLED) == 0)
            divider = _DOUBLED if doubled > _MOSTLY * gaps.total() else separator
        found = _row_of(divider).finditer(characters)
        whole = (match for match in found if match["whole"] is not None)
        if sum(1 for _ in islice(whole, _FEWEST_ROWS)) == _FEWEST_ROWS:
            return divider
    return ""


def read(text: Text) -> Page:
    """Return a page with a row for each line, or for several that quotation marks join."""
    characters = str(text)
    separator = _separator(characters) or _separator(characters, _ODD_SEPARATORS) or ","
    if _divides_all(characters, separator):
        return Page(text, (Grid(Span(0, len(text)), separator),))
    rows = _rows_in(characters, separator)
    bare = unnumbered(text, rows)
    if bare is not text:
        rows = _rows_in(str(bare), separator)
    return Page(bare, (Grid(Span(0, len(bare)), rows=tuple(rows)),))


def _divides_all(characters: str, separator: str) -> bool:
    """Whether each separator ends a cell, and none of the cells is a number that pandas prints."""
    if '"' in characters:
        return False
    lines = characters.split("\n")
    rows = "\n".join(line for line in lines if separator in line)
    is_mended = "。" in rows or _open_bracket(separator).search(rows) is not None
    return not is_mended and not may_be_numbered(lines, separator)


@cache
def _open_bracket(separator: str) -> re.Pattern[str]:
    """Return the pattern of a bracket that nothing closes before the next bracket or separator."""
    separator = re.escape(separator)
    return re.compile(
        rf"[{_OPENING}] (?>(?:(?!{separator})[^\n{_OPENING}{_CLOSING}])*) (?![{_CLOSING}])",
        re.VERBOSE,
    )


@cache
def _cell_of(separator: str) -> re.Pattern[str]:
    """Return the pattern of one cell; a quotation mark without its other half is a character."""
    separator = re.escape(separator)
    return re.compile(
        rf"""
          [\ \u3000\xa0]*+
          "(?P<quoted> (?>(?:[^"]|""){{0,{_LONGEST_QUOTED_CHARS}}}) )" (?={separator}|\n|$)
        | (?>(?:(?!{separator})[^\n])*)
        """,
        re.VERBOSE,
    )


def _rows_in(characters: str, separator: str) -> list[Row]:
    cell, rows, row, at = _cell_of(separator), list[Row](), list[Span](), 0
    while at <= len(characters):
        end = characters.find("\n", at)
        line = characters[at : len(characters) if end < 0 else end]
        if not row and '"' not in line:
            # Most lines have no quotation marks: each separator ends a cell.
            cells = _spans_of(line.split(separator), at, len(separator))
            rows.append(_mended(characters, cells))
            at += len(line) + 1
            continue
        match = cell.match(characters, at)
        if match is None:
            break
        row.append(Span(*match.span("quoted" if match["quoted"] is not None else 0)))
        ended = not characters.startswith(separator, match.end())
        at = match.end() + (1 if ended else len(separator))
        if ended:
            rows.append(_mended(characters, row))
            row = []
    return rows


def _spans_of(cells: list[str], begin: int, gap: int) -> list[Span]:
    """Return where cells stand that are so far apart, the first of them at a place."""
    spans = list[Span]()
    for cell in cells:
        end = begin + len(cell)
        spans.append(Span(begin, end))
        begin = end + gap
    return spans


def _mended(characters: str, row: list[Span]) -> Row:
    """Return the cells of a line: all of it where it is text, and one for what is in brackets."""
    begin, end = row[0].start, row[-1].end
    line = characters[begin:end]
    if len(row) > 1 and "。" in line:
        return (Span(begin, end),)
    if '"' in line and any(_TORN.fullmatch(characters, *cell) for cell in row):
        # From the first figure on, nobody knows which separators divide cells.
        figures = (n for n, cell in enumerate(row) if _FIGURE.fullmatch(characters, *cell))
        first = next(figures)
        return (*row[:first], Span(row[first].start, end))
    first = len(row[0])
    if not any(mark in line[first:] for mark in _OPENING + _CLOSING) and _depth(line[:first]) <= 0:
        return tuple(row)
    cells, held, depth = list[Span](), list[Span](), 0
    for cell in row:
        held.append(cell)
        depth += _depth(characters[cell.start : cell.end])
        if depth <= 0:
            cells.append(Span(held[0].start, cell.end))
            held, depth = [], 0
    # Brackets that nothing closes hold no cell together.
    return (*cells, *held)


def _depth(cell: str) -> int:
    """How many more brackets are opened in a cell than are closed."""
    return sum(map(cell.count, _OPENING)) - sum(map(cell.count, _CLOSING))


DELIMITED = Adapter("delimited", recognise, read, surest=_ROWS.score)
