"""Table 4 with a line of values for each of several years: only the report's own is read.

Some offices print last year's line above this year's, to compare them. A word such as 2022年 or
上年 stands before the figures of each line.
"""

from __future__ import annotations

import re

from govinfo.binding.assignment import Bound, note_at, note_unread, put_in_question, span_of
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN, VALUE
from govinfo.binding.tables.rows import CELLS, REVIEW_WIDTH, Found, review_slot
from govinfo.binding.tables.table4_heads import CELLS_IN_A_ROW, Runs
from govinfo.head.titles import titles_in
from govinfo.notes import Note
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["lines_of_own_year", "runs_of_report"]

_YEAR = re.compile(r"(?P<year>20\d\d)年度?|(?P<own>本年度?|今年)|上一?年度?|去年")
_NUMBER_OF_A_YEAR = re.compile(r"[^\d\n]{0,4}(20\d\d)\s*年?[^\d\n]{0,8}")
_NAMED_VALUES = re.compile(f"({UNKNOWN})[{BLANK}]*([{CELLS}]+)")
_REACH_TOKENS = 200
_BEFORE_VALUES_TOKENS = 3
_TITLE_LINES = 200
_TITLE_TOKENS = 200
"""The title of a report stands among its first tokens."""
_SEVERAL = 2
_MOST_LINES = 20


def runs_of_report(bound: Bound, runs: Runs) -> Runs | None:
    """Return the values of table 4 that are those of the report's year.

    The runs as they are where no year is named before them; `None` where years are named and it is
    not certain which is that of the report: then no cell has a value.
    """
    named = _runs_by_year(bound, runs)
    if not named:
        return runs
    # The year that the titles of the page state, if it is one.
    lines = bound.page.text.characters.split("\n", _TITLE_LINES)[:_TITLE_LINES]
    years = {title.year for title in titles_in([plain(line).strip() for line in lines])} - {None}
    year = years.pop() if len(years) == 1 else None
    own = [run for name, run in named if name["own"] or (year and name["year"] == str(year))]
    if not own and {run for _, run in named}.isdisjoint(runs):
        # The line right below the heads has no name, and others are those of the years before.
        own = runs
    tokens = [token for _, run in named for token in range(*run)]
    if len(own) != 1:
        message = "the values of table 4 are named for years, and none is surely the report's"
        row = Found(review_slot(bound.form), bound.form, tokens[0], tokens[-1] + 1, "", None)
        figures = [token for token in tokens if bound.kinds[token] not in BLANK + NOISE]
        put_in_question(bound, row, figures, Note("row_width", message, span_of(bound, tokens)))
        return None
    for _, (begin, end) in named:
        if (begin, end) not in own:
            note_unread(bound, range(begin - 1, end))
    return own


def _runs_by_year(bound: Bound, runs: Runs) -> list[tuple[re.Match[str], tuple[int, int]]]:
    """The lines of fifteen values below the heads, each with the year that is printed before it."""
    begin, found = max(0, runs[-1][0] - _BEFORE_VALUES_TOKENS) if runs else 0, []
    for values in _NAMED_VALUES.finditer(bound.kinds, begin, begin + _REACH_TOKENS * len(runs)):
        year = _YEAR.fullmatch(plain(bound.tokens[values.start()]).strip(" |"))
        figures = values[2].replace(BLANK, "").replace(NOISE, "")
        if year is not None and len(figures) == REVIEW_WIDTH:
            found.append((year, values.span(2)))
    return found


def lines_of_own_year(bound: Bound, lines: Runs) -> Runs:
    """Return these lines of figures, or those of the report's own year if there are several years.

    Args:
        bound: The page.
        lines: The first line of figures below the heads, or each of them, as ranges of tokens.

    """
    years = dict[tuple[int, int], int]()
    for begin, end in lines:
        first = _year_before(bound, begin)
        if first is not None:
            years[begin, end] = first
            years |= _lines_below(bound, end)
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
    match = _NUMBER_OF_A_YEAR.fullmatch(bound.tokens[begin - 1].strip(" |")) if begin else None
    return int(match[1]) if match is not None else None


def _lines_below(bound: Bound, end: int) -> dict[tuple[int, int], int]:
    """The lines below that begin with a year as well, and their years."""
    found = dict[tuple[int, int], int]()
    while len(found) < _MOST_LINES:
        while end < len(bound.kinds) and bound.kinds[end] in (ROW_END, BLANK):
            end += 1
        match = CELLS_IN_A_ROW.match(bound.kinds, end + 1)
        year = _year_before(bound, end + 1) if end < len(bound.kinds) else None
        if match is None or year is None or VALUE not in match[0]:
            break
        found[match.span()] = year
        end = match.end()
    return found
