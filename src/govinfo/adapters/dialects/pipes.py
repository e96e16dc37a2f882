"""One table row a line, the cells divided by pipes: `规章 | 0 | 0 | 0 |`.

Spanned cells leave empty cells behind, mostly at the end of a row. Lines above the first pipe and
below the last are running text. A line without a pipe in between, such as a heading, is a row of
one cell. Where the line breaks are lost there are no rows, and a heading runs into the cell beside
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Grid, Page, Stream
from govinfo.spans import Edit, Span, Text

__all__ = ["PIPES", "read_rows", "recognise"]

_CELL = r"[^\n|\d０-９/—-]{0,8}[\d０-９/—-][^\n|]{0,16}"
_TWO_NUMBERS = re.compile(rf"\|{_CELL}\|{_CELL}(?:\||\n|$)")
_EMPTY_ROW = re.compile(r"\|[^\S\n]+\|[^\S\n]+\|[^\S\n]*\|")
_FIGURE = re.compile(r"\|(?!\n)[^\S\n]*[\d/—-][^\n|]{0,16}\|")
_ENDS_OF_A_LABEL = "）)。；"
_LONGEST_LABEL_CHARS = 200
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
_LABELLED_ROWS = 3
"""So many labels, each with its figure on its line, are rows, though they have few pipes."""
_CELLS_PIPES = 3
"""A row on one line has more pipes than this; a cell on its own line has one, a spanned one two."""
_LINKS_PIPES = 12
"""A website around the report divides its links with a few pipes; a table has more."""
_ROW_PIPES = 24
"""No row has as many; where lines have as many on the whole, line breaks were lost."""
_WITHIN = re.compile(r"(?<=[^\s|#])[^\S\n](?=[^\s|])|\|")
"""The ends of cells on a line of many rows: pipes, and spaces between words."""
_BREAK_IN_ROW = "|\n|"
"""Behind a cell, and before the pipe of a blank one."""
_WORDS_BEHIND_A_PIPE = re.compile(r"\n\|[^\n\u4e00-\u9fff]*[\u4e00-\u9fff]")
"""A row that begins with a pipe; below the first line of a row there are only figures."""
_WORDS = re.compile(r"[^|\s][^|\n]*")
_NUMBERS = Match(0.8, "numbers stand side by side on one line, divided by pipes")
_A_FEW = Match(0.62, "numbers stand side by side on one line, divided by a few pipes")
_SHORT = Match(0.5, "labels and figures stand side by side on one line, divided by pipes")
_BLANKS = Match(0.6, "empty cells stand side by side on one line, divided by pipes")


def recognise(text: Text) -> Match | None:
    """Return a match for lines with several pipes and numbers between them."""
    characters = _with_whole_rows(str(text))
    # Where nearly every pipe ends a line, cells stand one below the other.
    pipes = characters.count("|")
    if not pipes:
        return None
    at_ends = characters.count("|\n")
    if pipes <= _CELLS_PIPES * at_ends:
        # Before the pipe that ends a row of a label and a figure stands another one.
        if pipes - at_ends < _LABELLED_ROWS:
            return None
        rows = islice(_labelled(characters), _LABELLED_ROWS - 1, None)
        return None if next(rows, None) is None else _SHORT
    if _TWO_NUMBERS.search(characters):
        return _NUMBERS if pipes > _LINKS_PIPES else _A_FEW
    return _BLANKS if _EMPTY_ROW.search(characters) else None


def _labelled(characters: str) -> Iterator[int]:
    """Yield where a figure stands behind a label, both between the first pipes of a line."""
    for figure in _FIGURE.finditer(characters):
        place = figure.start()
        begin = characters.rfind("\n", max(0, place - _LONGEST_LABEL_CHARS), place) + 1
        label = characters[begin:place].rstrip()
        is_first = begin > 0 and label and "|" not in label
        last = label[-1:]
        if is_first and (_FIRST_HAN <= last <= _LAST_HAN or last in _ENDS_OF_A_LABEL):
            yield place


def _with_whole_rows(characters: str) -> str:
    """Return the characters with each row on one line; a blank cell may have a line of its own."""
    if "|" not in characters or _BREAK_IN_ROW not in characters:
        return characters
    if _WORDS_BEHIND_A_PIPE.search(characters):
        return characters
    return characters.replace(_BREAK_IN_ROW, "| |").replace(_BREAK_IN_ROW, "| |")


def read_rows(text: Text, border: str = "|") -> Page:
    """Return a page whose lines are rows from the first border to the last, and cells elsewhere.

    Where rows run on without line breaks, the page is one stream of cells.
    """
    characters = str(text)
    if border not in characters:
        return Page(text, (Stream(Span(0, len(characters)), ("\n",)),))
    whole = _with_whole_rows(characters)
    if whole is not characters:
        text, characters = text.edited([Edit(0, len(whole), whole)]), whole
    start = characters.rfind("\n", 0, characters.find(border)) + 1
    end = characters.find("\n", characters.rfind(border))
    last = len(characters) if end < 0 else end
    rows = characters.count("\n", start, last) + 1
    if (
        border == "|"
        and characters.count("|") > _ROW_PIPES * rows
        and sum(1 for _ in _WORDS.finditer(characters)) > _ROW_PIPES * rows
    ):
        lines = str(text).split("\n")
        lines = [_WITHIN.sub("\n", li) if li.count("|") > _ROW_PIPES else li for li in lines]
        text = text.edited([Edit(0, len(characters), "\n".join(lines))])
        return Page(text, (Stream(Span(0, len(text)), ("\n",)),))
    blocks: list[Stream | Grid] = [Grid(Span(start, last), border)]
    if start:
        blocks.insert(0, Stream(Span(0, start - 1), ("\n",)))
    if end >= 0:
        blocks.append(Stream(Span(end + 1, len(characters)), ("\n",)))
    return Page(text, tuple(blocks))


PIPES = Adapter("pipes", recognise, read_rows, surest=_NUMBERS.score)
