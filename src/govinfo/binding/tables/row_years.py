"""Lines of several years below the same heads: only that of the report's own year is read.

Some offices print last year's line above this year's, to compare them. A word such as 2022年 stands
before the figures of each line.
"""

from __future__ import annotations

import re

from govinfo.binding.assignment import Bound, note_at
from govinfo.binding.tokens import BLANK, VALUE
from govinfo.head.titles import titles_in
from govinfo.page import ROW_END

__all__ = ["lines_of_own_year"]

_YEAR = re.compile(r"[^\d\n]{0,4}(20\d\d)\s*年?[^\d\n]{0,8}")
_TITLE_TOKENS = 200
"""The title of a report stands among its first tokens."""
_SEVERAL = 2
_MOST_LINES = 20


def lines_of_own_year(
    bound: Bound, lines: list[tuple[int, int]], cells: re.Pattern[str]
) -> list[tuple[int, int]]:
    """Return these lines of figures, or those of the report's own year if there are several years.

    Args:
        bound: The page.
        lines: The first line of figures below the heads, or each of them, as ranges of tokens.
        cells: The pattern of the cells of one line.

    """
    years = dict[tuple[int, int], int]()
    for begin, end in lines:
        first = _year_before(bound, begin)
        if first is not None:
            years[begin, end] = first
            years |= _lines_below(bound, end, cells)
    if len(set(years.values())) < _SEVERAL:
        return lines
    titles = titles_in(bound.tokens[:_TITLE_TOKENS])
    own = next((title.year for title in titles if title.year), max(years.values(), default=0))
    for (begin, end), year in years.items():
        if year != own:
            message = f"a line of {year} stands here; the report is about {own}, and it is not read"
            note_at(bound, "another_year", message, range(begin - 1, end))
    return [line for line in {**dict.fromkeys(lines), **years} if years.get(line, own) == own]


def _year_before(bound: Bound, begin: int) -> int | None:
    """The year in the word before a line of figures, if the word is one."""
    match = _YEAR.fullmatch(bound.tokens[begin - 1].strip(" |")) if begin else None
    return int(match[1]) if match is not None else None


def _lines_below(bound: Bound, end: int, cells: re.Pattern[str]) -> dict[tuple[int, int], int]:
    """The lines below that begin with a year as well, and their years."""
    found = dict[tuple[int, int], int]()
    while len(found) < _MOST_LINES:
        while end < len(bound.kinds) and bound.kinds[end] in (ROW_END, BLANK):
            end += 1
        match = cells.match(bound.kinds, end + 1)
        year = _year_before(bound, end + 1) if end < len(bound.kinds) else None
        if match is None or year is None or VALUE not in match[0]:
            break
        found[match.span()] = year
        end = match.end()
    return found
