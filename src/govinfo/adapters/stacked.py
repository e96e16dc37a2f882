"""One cell a line, with or without blank lines between, indented or not, each line ended by ` |` or not."""

from __future__ import annotations

import re

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Page, Stream
from govinfo.spans import Span, Text

__all__ = ["STACKED"]

_THREE_NUMBERS = re.compile(
    r"\n[^\S\n]*\d[^\n\u4e00-\u9fff]{0,14}\n\s{0,8}\d[^\n\u4e00-\u9fff]{0,14}\n\s{0,8}\d[^\n\u4e00-\u9fff]{0,14}(?:\n|$)"
)
# The first head of table three on a line of its own: a form with no numbers in it.
_HEADS = re.compile(r"自然人[^\S\n]*\|?[^\S\n]*\n")
_SPACED_HEADS = re.compile(r"结果维持[^\S\n]*\|?\n[^\S\n]*\n[^\S\n]*结果纠正")
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
    separators = ("\n\n", "\n") if _is_spaced(characters) else ("\n",)
    return Page(text, (Stream(Span(0, len(characters)), separators),))


def _is_spaced(characters: str) -> bool:
    """Whether blank lines stand between the cells, so that they are separators and not empty cells."""
    numbers = _THREE_NUMBERS.search(characters)
    if numbers is None:
        # In a blank form nearly every cell is empty; the heads of table four are not.
        return _SPACED_HEADS.search(characters) is not None
    cells = characters[numbers.start() : numbers.start() + _ENOUGH]
    return 2 * cells.count("\n\n") >= _MOSTLY * cells.count("\n")


STACKED = Adapter("stacked", _recognise, _read)
