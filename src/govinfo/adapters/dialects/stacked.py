"""One cell a line, with empty lines between or not, indented or not, ended by ` |` or not.

The pipe may stand on a line of its own, below its cell. Where rows stand further apart than cells
do, as in the text of a web page, the rows are kept.
"""

from __future__ import annotations

import re

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.layout.blank_lines import cells_of, rows_of, spacing_of
from govinfo.page import Grid, Page, Stream
from govinfo.spans import Edit, Span, Text

__all__ = ["STACKED", "read", "recognise"]

_NUMBER = r"\d[^\n\u4e00-\u9fff]{0,14}"
_THREE_NUMBERS = re.compile(
    rf"\n[^\S\n]*{_NUMBER}\n\s{{0,99}}{_NUMBER}\n\s{{0,99}}{_NUMBER}(?:\n|$)"
)
# The first head of table three on a line of its own: a form with no numbers in it.
_HEADS = re.compile(r"自然人[^\S\n]*+\|?[^\S\n]*+\n")
_BLANK_LINE = re.compile(r"\n[^\S\n]+\n")
# 申请数量 ends the labels of the first two rows of table three, and is no head.
_HEAD = re.compile(r"(?:(?<!申[请請])[数數]量|件数|件數|金额|金額|总计|總計)[）)\s|]*\Z|\d\s*\Z")
_BEHIND_A_LABEL = Match(
    0.79, "numbers stand one below the other, each on a line of its own, behind a label"
)
_NUMBERS = Match(0.7, "numbers stand one below the other, each on a line of its own")
_HEADS_ONLY = Match(0.5, "column heads stand one below the other, each on a line of its own")
_LONGEST_LABEL_CHARS = 60
_TABLE_PIPES = 60
"""A table whose pipes stand on lines of their own has as many."""
_LINES_PER_PIPE = 1.7
"""Where pipes stand alone there are two lines for each; elsewhere, hardly more than one."""
# Behind a cell, or behind the line that an empty cell leaves.
_ALONE = re.compile(r"(?:(?<=[^\s|])\s*?\n|(?<=\|\n)[^\S\n]*\n)[^\S\n]*(?=\|[^\S\n]*(?:\n|$))")
_UP_TO_THE_LAST_FIGURE = re.compile(r".*\n\s*\d[^\n\u4e00-\u9fff]*", re.DOTALL)
_MOSTLY = 0.7
"""So great a part of the line breaks belong to empty lines where these stand between all cells."""
_SAMPLE_CHARS = 2000
"""So much of the text, from the first numbers on, shows whether empty lines stand between cells."""
_MOST_LINES = 50_000
"""No report has as many; the empty lines of a hostile page are not looked at one by one."""


def recognise(text: Text) -> Match | None:
    """Return a match where numbers or heads have lines of their own."""
    characters = _with_pipes_beside(str(text))
    numbers = _THREE_NUMBERS.search(characters)
    if numbers is None:
        return _HEADS_ONLY if _HEADS.search(characters) else None
    # Behind a head, or on pages that end in form feeds, the numbers may stand out of their place.
    label = characters[max(0, numbers.start() - _LONGEST_LABEL_CHARS) : numbers.start()]
    return _NUMBERS if _HEAD.search(label) or "\f" in text.own_source else _BEHIND_A_LABEL


def _with_pipes_beside(characters: str) -> str:
    """Return the characters with each pipe behind its cell, where pipes have lines of their own."""
    pipes = characters.count("|\n") if "|" in characters else 0
    if pipes < _TABLE_PIPES or characters.count("\n") < _LINES_PER_PIPE * pipes:
        return characters
    return _ALONE.sub(lambda gap: " " * len(gap[0]), characters)


def read(text: Text) -> Page:
    """Return a page with a cell for each line, in rows where the spacing shows them."""
    characters = _with_pipes_beside(str(text))
    if characters is not text.characters:
        text = text.edited([Edit(0, len(characters), characters)])
    cells = _THREE_NUMBERS.search(characters) or _HEADS.search(characters)
    start, whole = cells.start() if cells else 0, Span(0, len(characters))
    sample = characters[start : start + _SAMPLE_CHARS]
    separators = _separators(sample)
    if separators or characters.count("\n") > _MOST_LINES:
        return Page(text, (Stream(whole, separators or ("\n",)),))
    spacing = spacing_of(sample)
    if spacing.row > spacing.cell:
        return Page(text, (Grid(whole, rows=tuple(rows_of(characters, spacing))),))
    return Page(text, (Stream(whole, cells=tuple(cells_of(characters, spacing))),))


def _separators(sample: str) -> tuple[str, ...]:
    """Return what stands between cells if it is always the same, and nothing if it is not."""
    if _BLANK_LINE.search(sample):
        return ()
    cells = _UP_TO_THE_LAST_FIGURE.match(sample) if "\n\n" in sample else None
    if cells is None or "\n\n" not in cells[0]:
        return ("\n",)
    even = 2 * sample.count("\n\n") >= _MOSTLY * sample.count("\n") and "\n\n\n" not in sample
    return ("\n\n", "\n") if even else ()


STACKED = Adapter("stacked", recognise, read, surest=_BEHIND_A_LABEL.score)
