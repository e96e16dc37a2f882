"""Tables drawn with lines: `┌─┬─┐`, `╔═╦═╗`, `+---+---+`, as text browsers and libraries for terminals draw them.

Between two lines stands one row, which may go on below: then the pieces of each cell are put
together. Where hardly any lines are drawn, each line of text is a row. A cell that spans others
keeps some lines from going all the way; what stands beside such a line is a row of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.layout.multiline_cells import Cell, Row, joined
from govinfo.page import Page
from govinfo.spans import Span, Text

__all__ = ["DRAWN"]

_ACROSS = "─━═╌╍┄┅┈┉╴╶╸╺"
# A plus is a crossing where a dash stands beside it; elsewhere it is the sign of a number.
_BORDER = re.compile(rf"\||(?![{_ACROSS}])[\u2500-\u257f]|\+(?=[-=:+])|(?<=[-=:])\+")
_RULE = re.compile(rf"[{_ACROSS}]+|:?(?:-{{3,}}|={{3,}}):?")
_FRAME = re.compile(
    r"""
    (?<![-=:+])                 # from the first sign on: a border is gone through once, and not from each of its signs
    (?=[-=:+]*?\+[-=:]{3,}\+)   # two crossings, and a line between them
    [-=:+]++ [^\S\n]* (?:\n|$)  # and nothing else to the end of the line
    """,
    re.VERBOSE,
)
_FIGURE = re.compile(r"[+-]?\d[\d.,]*")
_FEW_RULES = 3
"""A table with no more lines across than above, below its head and at its end has a row on each line of text."""
_ENOUGH = 2
"""Where so many columns have figures on several lines, these are several rows; one figure may have been broken."""
_MATCH = Match(0.95, "cells in a frame that is drawn")

Line = list[Span]
"""What stands between the borders of a line, or all of a line without borders."""


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    # One `in` a character: each is a scan at the speed of memory.
    if "├" in characters or "╠" in characters or "┣" in characters:
        return _MATCH
    dashes = "+" in characters and ("+--" in characters or "+==" in characters)
    return _MATCH if dashes and _FRAME.search(characters) else None


def _read(text: Text) -> Page:
    return joined(text, list(_rows(str(text))))


def _rows(characters: str) -> Iterator[Row]:
    """Yield the rows of the tables, and each other line as a row of one cell."""
    for borders, lines in groupby(_lines(characters), key=lambda line: len(line) > 1):
        if borders:
            yield from _table(characters, list(lines))
        else:
            yield from ((Cell(span, (span,)),) for line in lines for span in line)


def _lines(characters: str) -> Iterator[Line]:
    begin = 0
    for text in characters.split("\n"):
        borders = list(_BORDER.finditer(text))
        starts = [begin, *(begin + border.end() for border in borders)]
        ends = [*(begin + border.start() for border in borders), begin + len(text)]
        segments = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
        # Outside of the borders stands nothing, where a table is whole.
        if borders and not _printed(characters, segments[0]):
            del segments[0]
        if len(segments) > 1 and not _printed(characters, segments[-1]):
            del segments[-1]
        yield segments
        begin += len(text) + 1


def _table(characters: str, lines: list[Line]) -> Iterator[Row]:
    rules = [any(_is_rule(characters, span) for span in line) for line in lines]
    by_line = sum(rules) <= _FEW_RULES
    keys = (0 if rule else len(line) for line, rule in zip(lines, rules, strict=True))
    for width, group in groupby(zip(keys, lines, strict=True), key=lambda pair: pair[0]):
        rows = [line for _, line in group]
        if not width:
            yield from filter(None, (_beside(characters, line) for line in rows))
        elif by_line or _are_rows(characters, rows):
            yield from (tuple(_cell(characters, span, [span]) for span in line) for line in rows)
        else:
            yield _row(characters, rows)


def _beside(characters: str, line: Line) -> Row:
    """What stands on a line beside a line across."""
    cells = (_cell(characters, span, [span]) for span in line if not _is_rule(characters, span))
    return tuple(cell for cell in cells if cell.pieces)


def _are_rows(characters: str, lines: list[Line]) -> bool:
    """Whether lines without a line across between them are rows all the same."""
    figures = (
        sum(_is_figure(characters, span) for span in column) for column in zip(*lines, strict=True)
    )
    return sum(count > 1 for count in figures) >= _ENOUGH


def _row(characters: str, lines: list[Line]) -> Row:
    """One row whose cells go on below; it is read from the line on which most of them have something."""
    fullest = max(
        lines, key=lambda line: sum(map(len, (_printed(characters, span)[:1] for span in line)))
    )
    columns = zip(*lines, strict=True)
    return tuple(
        _cell(characters, place, column) for place, column in zip(fullest, columns, strict=True)
    )


def _cell(characters: str, place: Span, column: Line | tuple[Span, ...]) -> Cell:
    pieces = (_trimmed(characters, span) for span in column)
    return Cell(_trimmed(characters, place), tuple(piece for piece in pieces if len(piece)))


def _trimmed(characters: str, span: Span) -> Span:
    printed = characters[span.start : span.end]
    start = span.start + len(printed) - len(printed.lstrip())
    return Span(start, start + len(printed.strip()))


def _printed(characters: str, span: Span) -> str:
    return characters[span.start : span.end].strip()


def _is_rule(characters: str, span: Span) -> bool:
    return _RULE.fullmatch(characters, span.start, span.end) is not None


def _is_figure(characters: str, span: Span) -> bool:
    return _FIGURE.fullmatch(_printed(characters, span)) is not None


DRAWN = Adapter("drawn", _recognise, _read, surest=_MATCH.score)
