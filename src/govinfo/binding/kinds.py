"""The kinds of tokens, each with its character, and the lines of a page that is written in them.

A page has one character for each token: a number is `0`, a blank cell a space, running text `p`. A
label is the character that `LABELS` has for it, and where a row of a grid ends stands `ROW_END`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govinfo.page import ROW_END

__all__ = [
    "BLANK",
    "LONGEST_LINE_TOKENS",
    "NOISE",
    "NOT_APPLICABLE",
    "NUMBERED",
    "PROSE",
    "SIGNED",
    "UNKNOWN",
    "UNREADABLE",
    "VALUE",
    "TokenLine",
    "line_above",
    "line_around",
    "line_below",
    "lines_of",
]

VALUE = "0"
SIGNED = "±"
"""A number below zero, with a decimal point, or in words (减3): not every column can hold it."""
BLANK = " "
NOT_APPLICABLE = "/"
UNREADABLE = "?"
NOISE = "~"
"""A page number, which may stand in the middle of a row, or a rule of dashes."""
UNKNOWN = "u"
"""Short text that is no known label."""
PROSE = "p"
NUMBERED = "\uf000"
"""The first of the characters for short lines with a number 一、, 二、 and an unknown heading."""

LONGEST_LINE_TOKENS = 10_000
"""No table has a tenth of so many cells on a line; without a bound, a page without lines would be
walked to its ends for each of its tokens."""


class TokenLine(NamedTuple):
    """A line of a page: the tokens from `begin` to before `end`, where its row ends."""

    begin: int
    end: int
    has_begin: bool
    """Whether another row ends just before it: text above a grid is on the grid's first line."""
    has_end: bool
    """Whether its row ends with it; text that is in no grid has no rows."""

    @property
    def is_row(self) -> bool:
        """Whether the line is one row of a grid, no more and no less."""
        return self.has_begin and self.has_end

    @property
    def length(self) -> int:
        """The number of its tokens."""
        return self.end - self.begin


def line_around(kinds: str, token: int) -> TokenLine:
    """Return the line with this token; the token that ends a row belongs to its line."""
    reach = max(0, token - LONGEST_LINE_TOKENS)
    before = kinds.rfind(ROW_END, reach, token)
    end = kinds.find(ROW_END, token, token + LONGEST_LINE_TOKENS)
    begin = reach if before < 0 else before + 1
    stop = min(len(kinds), token + LONGEST_LINE_TOKENS) if end < 0 else end
    return TokenLine(begin, stop, before >= 0, end >= 0)


def line_above(kinds: str, line: TokenLine) -> TokenLine | None:
    """Return the line before this one; `None` for a line that no row ends before."""
    return line_around(kinds, line.begin - 1) if line.has_begin else None


def line_below(kinds: str, line: TokenLine) -> TokenLine | None:
    """Return the line behind this one; `None` for text in no grid, and at the end of the page."""
    behind = line.end + 1
    return line_around(kinds, behind) if line.has_end and behind < len(kinds) else None


def lines_of(kinds: str, begin: int = 0) -> Iterator[TokenLine]:
    """Yield the lines of a page from a token to the bottom, of any length."""
    while (end := kinds.find(ROW_END, begin)) >= 0:
        yield TokenLine(begin, end, has_begin=begin > 0, has_end=True)
        begin = end + 1
    yield TokenLine(begin, len(kinds), has_begin=begin > 0, has_end=False)
