"""What empty lines say where there is one cell a line: which part cells, which part rows, and which are blank cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from attrs import frozen

from govinfo.figures import State, read_cell
from govinfo.spans import Span

__all__ = ["Spacing", "cells_of", "rows_of", "spacing_of"]

_EMPTY = " \t\r\f\v|"
_WIDE = "\u3000\xa0"
"""A line of such spaces is a blank cell that was kept from falling shut, unless every other line is one."""
_LABELS = 4
"""Before the first figure of a row stand fewer labels than this."""
_FIGURE = re.compile(r"[^\u3400-\u9fff\d]*+\d[^\u3400-\u9fff]*+")
_HAN = re.compile(r"[\u3400-\u9fff]")


@frozen
class Spacing:
    """How many empty lines stand between two cells, and how many between two rows."""

    cell: int
    row: int
    """The same as between cells where rows are not set apart."""
    empty: str
    """The characters of which an empty line may be made."""
    shown: bool
    """Whether blank cells are lines of their own, so that empty lines are none."""


class _Line(NamedTuple):
    start: int
    end: int
    gap: int
    """How many empty lines stand above it."""
    words: bool


def spacing_of(sample: str) -> Spacing:
    """Return how the cells of a text are set apart; the sample begins in the first row of numbers."""
    wide = _WIDE if any(w in between for between in _commonest_gap(sample) for w in _WIDE) else ""
    lines = _lines(sample, _EMPTY + wide)
    gaps = Counter(line.gap for line in lines[1:])
    cell = gaps.most_common(1)[0][0] if gaps else 0
    # From the last figure of a row to the label of the next.
    row = min(
        (label.gap for figure, label in pairwise(lines) if label.words and not figure.words),
        default=cell,
    )
    shown = not wide and any(
        not sample[line.start : line.end].strip(_EMPTY + _WIDE) for line in lines
    )
    return Spacing(cell, max(cell, row), _EMPTY + wide, shown)


def cells_of(characters: str, spacing: Spacing) -> Iterator[Span]:
    """Yield the cells of a text whose rows are not set apart; where there are more empty lines, cells were blank."""
    lines = _joined(_lines(characters, spacing.empty), spacing)
    for place, line in enumerate(lines):
        # Below the last figure of a table, empty lines are no cells: only words follow.
        ends = (
            place
            and _FIGURE.fullmatch(characters, lines[place - 1].start, lines[place - 1].end)
            is not None
            and all(each.words for each in lines[place : place + _LABELS])
        )
        yield from _blanks(line.start, 0 if ends else line.gap - spacing.cell, spacing)
        yield Span(line.start, line.end)


def rows_of(characters: str, spacing: Spacing) -> Iterator[tuple[Span, ...]]:
    """Yield the rows of a text that sets them apart; where one ends further apart still, its last cells were blank."""
    rows = _split(_joined(_lines(characters, spacing.empty), spacing), spacing)
    for row, below, after in zip(rows, [*rows[1:], []], [*rows[2:], [], []], strict=False):
        cells = list[Span]()
        for place, line in enumerate(row):
            cells += _blanks(line.start, line.gap - spacing.cell if place else 0, spacing)
            cells.append(Span(line.start, line.end))
        if _goes_on(below, after, spacing):
            cells += _blanks(row[-1].end, below[0].gap - spacing.row, spacing)
        yield tuple(cells)


def _split(lines: list[_Line], spacing: Spacing) -> list[list[_Line]]:
    """The rows: each begins with its label or, where empty lines can be no blank cells, with its first figure."""
    sure = spacing.shown or (spacing.row - spacing.cell) % (spacing.cell + 1) != 0
    rows = [lines[:1]]
    for above, line in pairwise(lines):
        if line.gap >= spacing.row and (line.words or (above.words and sure)):
            rows.append([])
        rows[-1].append(line)
    return rows


def _goes_on(below: list[_Line], after: list[_Line], spacing: Spacing) -> bool:
    """Whether a table goes on below a row, with figures or with a caption: empty lines at its end are no cells."""
    caption = len(below) == 1 and bool(after) and after[0].gap == spacing.row
    return not spacing.shown and (caption or any(not line.words for line in below))


def _joined(lines: list[_Line], spacing: Spacing) -> list[_Line]:
    """The lines, those of a broken label as one: they stand closer together than cells do, and figures follow."""
    joined = list[_Line]()
    for line, below in zip_longest(lines, lines[1:]):
        close = line.gap < spacing.cell and line.words and below is not None and not below.words
        if close and joined and joined[-1].words:
            joined[-1] = joined[-1]._replace(end=line.end)
        else:
            joined.append(line)
    return joined


def _blanks(place: int, lines: int, spacing: Spacing) -> list[Span]:
    return [Span(place, place)] * max(0, lines // (spacing.cell + 1))


def _lines(characters: str, empty: str) -> list[_Line]:
    """The lines that are not empty."""
    lines, begin, gap = list[_Line](), 0, 0
    for line in characters.split("\n"):
        end = begin + len(line)
        if line.strip(empty):
            lines.append(_Line(begin, end, gap, _has_words(line)))
            gap = 0
        else:
            gap += 1
        begin = end + 1
    return lines


def _has_words(line: str) -> bool:
    """Whether this is more than a figure with its unit, or 无."""
    return _HAN.search(line) is not None and read_cell(line).state is State.ILLEGIBLE


def _commonest_gap(sample: str) -> tuple[str, ...]:
    """The lines, empty or of spaces, that most often stand between two lines with something on them."""
    gaps, between = Counter[tuple[str, ...]](), list[str]()
    for line in sample.split("\n"):
        if line.strip(_EMPTY + _WIDE):
            gaps[tuple(between)] += 1
            between.clear()
        else:
            between.append(line.strip(_EMPTY))
    return gaps.most_common(1)[0][0] if gaps else ()
