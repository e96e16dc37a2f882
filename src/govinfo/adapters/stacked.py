"""One cell a line, with or without blank lines between, indented or not, each line ended by ` |` or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Page, Stream
from govinfo.spans import Span, Text

__all__ = ["STACKED"]

_THREE_NUMBERS = re.compile(
    r"\n[^\S\n]*\d[^\n\u4e00-\u9fff]{0,14}\n\s{0,8}\d[^\n\u4e00-\u9fff]{0,14}\n\s{0,8}\d[^\n\u4e00-\u9fff]{0,14}(?:\n|$)"
)
# The first head of table three on a line of its own: a form with no numbers in it.
_HEADS = re.compile(r"自然人[^\S\n]*\|?[^\S\n]*\n")
_BLANK_LINE = re.compile(r"\n[^\S\n]+\n")
_BORDERS = " \t\u3000\xa0|"
_NUMBERS = Match(0.7, "numbers stand one below the other, each on a line of its own")
_HEADS_ONLY = Match(0.5, "column heads stand one below the other, each on a line of its own")
_MOSTLY = 0.7
_ENOUGH = 2000
"""So many characters from the first numbers on show whether blank lines stand between cells."""


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    if _THREE_NUMBERS.search(characters):
        return _NUMBERS
    if _HEADS.search(characters):
        return _HEADS_ONLY
    return None


def _read(text: Text) -> Page:
    characters = str(text)
    numbers = _THREE_NUMBERS.search(characters)
    sample = characters[numbers.start() : numbers.start() + _ENOUGH] if numbers else characters
    between = _blank_lines_between_cells(sample)
    if between > 1 or (between and _BLANK_LINE.search(sample)):
        return Page(text, (Stream(Span(0, len(characters)), cells=tuple(_cells(characters, between))),))
    separators = ("\n\n", "\n") if between else ("\n",)
    return Page(text, (Stream(Span(0, len(characters)), separators),))


def _blank_lines_between_cells(sample: str) -> int:
    """How many blank lines stand between two cells: these are separators, and not empty cells. Mostly none, or one."""
    breaks = sample.count("\n")
    if 2 * sample.count("\n\n") >= _MOSTLY * breaks and "\n\n\n" not in sample and not _BLANK_LINE.search(sample):
        return 1
    if "\n\n" not in sample and not _BLANK_LINE.search(sample):
        return 0
    filled = [index for index, line in enumerate(sample.split("\n")) if line.strip(_BORDERS)]
    gaps = Counter(after - before - 1 for before, after in pairwise(filled))
    return gaps.most_common(1)[0][0] if gaps else 0


def _cells(characters: str, between: int) -> Iterator[Span]:
    """Yield the cells of a dump with so many blank lines between them; where there are more, cells were empty."""
    begin, gap = 0, between
    for line in characters.split("\n"):
        end = begin + len(line)
        if line.strip(_BORDERS):
            yield from (Span(begin, begin) for _ in range((gap - between) // (between + 1)))
            yield Span(begin, end)
            gap = 0
        else:
            gap += 1
        begin = end + 1


STACKED = Adapter("stacked", _recognise, _read)
