"""Table four with a line of values for each of several years: the one of the report is read."""

from __future__ import annotations

import re

from govinfo.binding.assignment import Bound, note_unread, put_in_question, span_of
from govinfo.binding.tables.rows import CELLS, REVIEW_WIDTH, Found, review_slot
from govinfo.binding.tables.table4 import Runs
from govinfo.binding.tokens import BLANK, NOISE, UNKNOWN
from govinfo.head.titles import titles_in
from govinfo.notes import Note
from govinfo.text.normalise import plain

__all__ = ["runs_of_report"]

_YEAR = re.compile(r"(?P<year>20\d\d)年度?|(?P<own>本年度?|今年)|上一?年度?|去年")
_NAMED_VALUES = re.compile(f"({UNKNOWN})[{BLANK}]*([{CELLS}]+)")
_REACH_TOKENS = 200
_BEFORE_VALUES_TOKENS = 3
_TITLE_LINES = 200


def runs_of_report(bound: Bound, runs: Runs) -> Runs | None:
    """Return the values of table four that are those of the report's year.

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
        message = "the values of table four are named for years, and none is surely the report's"
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
