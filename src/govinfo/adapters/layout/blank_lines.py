"""The meaning of empty lines in a text with one cell a line.

Some of them divide cells, some divide rows, and some are blank cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from attrs import frozen

from govinfo.figures import State, read_cell
from govinfo.spans import Span
from govinfo.text.scripts import HAN

__all__ = ["Spacing", "cells_of", "rows_of", "spacing_of"]

_EMPTY = " \t\r\f\v|"
_WIDE = "\u3000\xa0"
"""A line of wide spaces is a blank cell that was kept from falling shut.

Where every other line is one, it is empty.
"""
_MOST_LABELS = 4
"""Before the first figure of a row stand fewer labels than this."""
_FIGURE = re.compile(r"[^\u3400-\u9fff\d]*+\d[^\u3400-\u9fff]*+")


@frozen
class Spacing:
    """How many empty lines stand between two cells, and how many between two rows."""

    cell: int
    row: int
    """The same as between cells where rows are not set apart."""
    empty: str
    """The characters that an empty line may have."""
    shown: bool
    """Whether blank cells are lines of their own, so that empty lines are none."""


class _CellLine(NamedTuple):
    start: int
    end: int
    gap: int
    """How many empty lines stand above it."""
    words: bool
    """Whether it has more than a figure with its unit, or 无."""


def spacing_of(sample: str) -> Spacing:
    """Return how the cells of a text are set apart; the sample begins in its first numbers."""
    gaps_as_printed, between = Counter[tuple[str, ...]](), list[str]()
    for printed in sample.split("\n"):
        if printed.strip(_EMPTY + _WIDE):
            gaps_as_printed[tuple(between)] += 1
            between.clear()
        else:
            between.append(printed.strip(_EMPTY))
    usual = gaps_as_printed.most_common(1)[0][0] if gaps_as_printed else ()
    # Wide spaces in the commonest gap are no blank cells.
    wide = _WIDE if any(space in line for line in usual for space in _WIDE) else ""
    empty = _EMPTY + wide
    least = min((len(gap) for gap in gaps_as_printed if gap), default=0)
    if not wide and _keeps_blanks(sample, least):
        empty = empty.replace(" ", "")
    lines = _lines_in(sample, empty)
    gaps = Counter(line.gap for line in lines[1:])
    cell = gaps.most_common(1)[0][0] if gaps else 0
    # From the last figure of a row to the label of the next.
    between_rows = (b.gap for a, b in pairwise(lines) if b.words and not a.words)
    row = min(between_rows, default=cell)
    blank = (not sample[line.start : line.end].strip(_EMPTY + _WIDE) for line in lines)
    return Spacing(cell, max(cell, row), empty, shown=not wide and any(blank))


def _keeps_blanks(sample: str, gap: int) -> bool:
    """Whether each line of spaces is a blank cell, as far from its neighbours as cells are.

    Elsewhere spaces are left of an indent, or stand on an empty line by chance.
    """
    lines = sample.split("\n")
    spaces = [
        place
        for place, line in enumerate(lines)
        if line and not line.strip(" ") and gap < place < len(lines) - 1 - gap
    ]
    around = (lines[place - gap : place] + lines[place + 1 : place + 1 + gap] for place in spaces)
    beyond = (side for place in spaces for side in (place - gap - 1, place + gap + 1))
    is_set_apart = not any(map(any, around)) and all(lines[side] for side in beyond)
    return gap > 0 and bool(spaces) and is_set_apart


def cells_of(characters: str, spacing: Spacing) -> Iterator[Span]:
    """Yield the cells of a text whose rows are not set apart; more empty lines are blank cells."""
    lines = _whole_labels(_lines_in(characters, spacing.empty), spacing)
    for place, line in enumerate(lines):
        blanks = line.gap - spacing.cell
        if place and all(each.words for each in lines[place : place + _MOST_LABELS]):
            above = lines[place - 1]
            # Below the last figure of a table only words follow, and empty lines are no cells.
            if _FIGURE.fullmatch(characters, above.start, above.end):
                blanks = 0
        yield from _blank_cells(line.start, blanks, spacing)
        yield Span(line.start, line.end)


def rows_of(characters: str, spacing: Spacing) -> Iterator[tuple[Span, ...]]:
    """Yield the rows of a text that sets them apart; more empty lines are blank cells."""
    lines = _whole_labels(_lines_in(characters, spacing.empty), spacing)
    # Each row begins with its label; where empty lines can be no blank cells, it may begin with
    # its first figure.
    sure = spacing.shown or (spacing.row - spacing.cell) % (spacing.cell + 1) != 0
    rows = [lines[:1]]
    for above, line in pairwise(lines):
        if line.gap >= spacing.row and (line.words or (above.words and sure)):
            rows.append([])
        rows[-1].append(line)
    for row, below, after in zip(rows, [*rows[1:], []], [*rows[2:], [], []], strict=False):
        cells = list[Span]()
        for place, line in enumerate(row):
            cells += _blank_cells(line.start, line.gap - spacing.cell if place else 0, spacing)
            cells.append(Span(line.start, line.end))
        # The last cells of a row are blank only where the table goes on below it, with figures
        # or with a caption.
        caption = len(below) == 1 and bool(after) and after[0].gap == spacing.row
        if not spacing.shown and (caption or any(not line.words for line in below)):
            cells += _blank_cells(row[-1].end, below[0].gap - spacing.row, spacing)
        yield tuple(cells)


def _whole_labels(lines: list[_CellLine], spacing: Spacing) -> list[_CellLine]:
    """Return the lines, those of a broken label as one.

    They stand closer together than cells do, and a figure follows.
    """
    joined = list[_CellLine]()
    for line, below in zip_longest(lines, lines[1:]):
        close = line.gap < spacing.cell and line.words and below is not None and not below.words
        if close and joined and joined[-1].words:
            joined[-1] = joined[-1]._replace(end=line.end)
        else:
            joined.append(line)
    return joined


def _blank_cells(place: int, lines: int, spacing: Spacing) -> list[Span]:
    return [Span(place, place)] * max(0, lines // (spacing.cell + 1))


def _lines_in(characters: str, empty: str) -> list[_CellLine]:
    """Return the lines that are not empty."""
    lines, begin, gap = list[_CellLine](), 0, 0
    for line in characters.split("\n"):
        end = begin + len(line)
        if line.strip(empty):
            words = HAN.search(line) is not None and read_cell(line).state is State.ILLEGIBLE
            lines.append(_CellLine(begin, end, gap, words))
            gap = 0
        else:
            gap += 1
        begin = end + 1
    return lines
