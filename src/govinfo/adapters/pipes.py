"""One table row a line, the cells divided by pipes: `规章 | 0 | 0 | 0 |`.

Spanned cells leave empty cells behind, mostly at the end of a row. Lines without a pipe are running text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Block, Grid, Page, Stream
from govinfo.spans import Span, Text

__all__ = ["PIPES", "page_of_tables"]

_TWO_NUMBERS = re.compile(r"\|[^\S\n]*[\d/０-９—-]+[^\S\n]*\|[^\S\n]*[\d/０-９—-]+[^\S\n]*(?:\||\n|$)")
_EMPTY_ROW = re.compile(r"\|[^\S\n]+\|[^\S\n]+\|[^\S\n]*\|")
_FEW = 3
"""A row on one line has more pipes than this; a cell on a line of its own has one, and spanned cells two or three."""
_NUMBERS = Match(0.8, "numbers stand side by side on one line, divided by pipes")
_BLANKS = Match(0.6, "empty cells stand side by side on one line, divided by pipes")


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    pipes = characters.count("|")
    # Where nearly every pipe ends a line, cells stand one below the other.
    if pipes <= _FEW * characters.count("|\n"):
        return None
    if _TWO_NUMBERS.search(characters):
        return _NUMBERS
    if _EMPTY_ROW.search(characters):
        return _BLANKS
    return None


def page_of_tables(text: Text, is_row: Callable[[str], bool | None]) -> Page:
    """Return a page of tables and other lines; `is_row` tells of a line which it is, or `None` to leave it out."""
    characters, blocks, begin = str(text), list[Block](), 0
    for kind, group in groupby(characters.split("\n"), is_row):
        lines = list(group)
        end = begin + sum(map(len, lines)) + len(lines) - 1
        if kind is not None:
            blocks.append(Grid(Span(begin, end), "|") if kind else Stream(Span(begin, end), ("\n",)))
        begin = end + 1
    return Page(text, tuple(blocks))


def _is_row(line: str) -> bool:
    return "|" in line


def _read(text: Text) -> Page:
    return page_of_tables(text, _is_row)


PIPES = Adapter("pipes", _recognise, _read)
