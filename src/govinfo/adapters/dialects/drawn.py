"""Tables drawn with lines: `┌─┬─┐`, `╔═╦═╗`, `+---+---+`, as text browsers draw them.

Between two lines stands one row, which may go on below: then the pieces of each cell are put
together. Where hardly any lines are drawn, each line of text is a row. A cell that spans others
keeps some lines from going all the way: the cells beside such a line are a row of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise
from typing import TypeAlias

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.layout.multiline_cells import CellPieces, PiecesRow, joined
from govinfo.page import Page
from govinfo.spans import Span, Text

__all__ = ["DRAWN", "read", "recognise"]

_ACROSS = "─━═╌╍┄┅┈┉╴╶╸╺"
# A plus is a crossing where a dash stands beside it; elsewhere it is the sign of a number.
_BORDER = re.compile(rf"\||(?![{_ACROSS}])[\u2500-\u257f]|\+(?=[-=:+])|(?<=[-=:])\+")
_RULE = re.compile(rf"[{_ACROSS}]+|:?(?:-{{3,}}|={{3,}}):?")
_FRAME = re.compile(
    r"""
    (?<![-=:+])                 # at its first sign: a border is gone through once
    (?=[-=:+]*?\+[-=:]{3,}\+)   # two crossings, and a line between them
    [-=:+]++ [^\S\n]* (?:\n|$)  # and nothing else to the end of the line
    """,
    re.VERBOSE,
)
_FIGURE = re.compile(r"[+-]?\d[\d.,]*")
_FEWEST_RULES = 2
_FEW_RULES = 3
"""Above a table, below its head and at its end: with no more, each line of text is a row."""
_SEVERAL_COLUMNS = 2
"""Where so many have figures on several lines, the lines are rows; one figure may be broken."""
_MATCH = Match(0.95, "cells in a frame that is drawn")

Segments: TypeAlias = list[Span]
"""The parts of a line between its borders, or the whole of a line without borders."""


def recognise(text: Text) -> Match | None:
    """Return a match for the crossings of a drawn frame."""
    characters = str(text)
    # One `in` a character: each is a scan at the speed of memory.
    if "├" in characters or "╠" in characters or "┣" in characters:
        return _MATCH
    dashes = "+" in characters and ("+--" in characters or "+==" in characters)
    if not dashes:
        return None
    # One line of dashes may be a stray: a frame has at least two.
    rules = islice(_FRAME.finditer(characters), _FEWEST_RULES)
    return _MATCH if len(list(rules)) == _FEWEST_RULES else None


def read(text: Text) -> Page:
    """Return a page with the rows between the lines of the frame."""
    characters, rows = str(text), list[PiecesRow]()
    for is_table, lines in groupby(_lines_of(characters), key=lambda line: len(line) > 1):
        if is_table:
            rows += _rows_in(characters, list(lines))
        else:
            rows += ((CellPieces(span, (span,)),) for line in lines for span in line)
    return joined(text, rows)


def _lines_of(characters: str) -> Iterator[Segments]:
    begin = 0
    for text in characters.split("\n"):
        borders = list(_BORDER.finditer(text))
        starts = [begin, *(begin + border.end() for border in borders)]
        ends = [*(begin + border.start() for border in borders), begin + len(text)]
        segments = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
        # Nothing stands outside of the borders where a table is whole.
        if borders and not _printed(characters, segments[0]):
            del segments[0]
        if len(segments) > 1 and not _printed(characters, segments[-1]):
            del segments[-1]
        yield segments
        begin += len(text) + 1


def _rows_in(characters: str, lines: list[Segments]) -> Iterator[PiecesRow]:
    """Yield the rows of one table."""
    rules = [any(_is_rule(characters, span) for span in line) for line in lines]
    is_row_a_line = sum(rules) <= _FEW_RULES
    widths = (0 if rule else len(line) for line, rule in zip(lines, rules, strict=True))
    for width, group in groupby(zip(widths, lines, strict=True), key=lambda pair: pair[0]):
        own = [line for _, line in group]
        if not width:
            # Beside a line across, on its level, stand the cells that it does not reach.
            for line in own:
                beside = [span for span in line if not _is_rule(characters, span)]
                row = tuple(_cell(characters, span, [span]) for span in beside)
                if any(cell.pieces for cell in row):
                    yield tuple(cell for cell in row if cell.pieces)
        elif is_row_a_line or _are_rows(characters, own):
            yield from (tuple(_cell(characters, span, [span]) for span in line) for line in own)
        else:
            # One row is read from the line on which most of its cells have something.
            fullest = max(own, key=lambda line: sum(bool(_printed(characters, s)) for s in line))
            columns = zip(fullest, zip(*own, strict=True), strict=True)
            yield tuple(_cell(characters, place, column) for place, column in columns)


def _are_rows(characters: str, lines: list[Segments]) -> bool:
    """Whether lines without a line across between them are rows all the same."""
    texts = [[_printed(characters, span) for span in line] for line in lines]
    for line, below in pairwise(texts):
        if line == below and line[0] and any(map(_FIGURE.fullmatch, line[1:])):
            return True  # a label and its figure are printed twice, and not a number in two pieces
    several = 0
    for column in zip(*texts, strict=True):
        figures = sum(_FIGURE.fullmatch(text) is not None for text in column)
        several += figures > 1
    return several >= _SEVERAL_COLUMNS


def _cell(characters: str, place: Span, column: Sequence[Span]) -> CellPieces:
    pieces = (_trimmed(characters, span) for span in column)
    return CellPieces(_trimmed(characters, place), tuple(piece for piece in pieces if len(piece)))


def _trimmed(characters: str, span: Span) -> Span:
    printed = characters[span.start : span.end]
    start = span.start + len(printed) - len(printed.lstrip())
    return Span(start, start + len(printed.strip()))


def _printed(characters: str, span: Span) -> str:
    return characters[span.start : span.end].strip()


def _is_rule(characters: str, span: Span) -> bool:
    return _RULE.fullmatch(characters, span.start, span.end) is not None


DRAWN = Adapter("drawn", recognise, read, surest=_MATCH.score)
