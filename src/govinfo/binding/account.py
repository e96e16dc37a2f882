"""The account of numbers: every number among the tables is held by something, or it is listed.

A number is held by the figure of a cell, by a label or a head, by what is printed around tables
(the number of a page, of a table or of a label, a date), or by a note. What nothing holds is
returned with the reason.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from attrs import define

from govinfo.binding.annex.reader import find_lines
from govinfo.binding.assignment import Bound
from govinfo.binding.kinds import (
    BLANK,
    NOISE,
    NUMBERED,
    PROSE,
    UNKNOWN,
    UNREADABLE,
    VALUE,
    line_around,
)
from govinfo.binding.tables.rows import CELLS, HEADS, LAST_LABEL, LONGEST_RUN_TOKENS
from govinfo.binding.tokens import kinds_of
from govinfo.binding.unseparated.rows import find_rows as find_runs
from govinfo.cells import Cells
from govinfo.figures import read_cell
from govinfo.forms import FORMS
from govinfo.forms.labels import FIRST, LABELS, ROWS, bare_key, label_key
from govinfo.notes import Note
from govinfo.page import NOWHERE, ROW_END
from govinfo.parts import Unread
from govinfo.spans import Span
from govinfo.text.boilerplate import end_of_body
from govinfo.text.normalise import plain

__all__ = ["find_unread"]

Anchors: TypeAlias = list[tuple[int, str]]
"""The tokens that belong to a table for certain, in order, each with its table."""
_Number: TypeAlias = tuple[int, int, str, str]
"""Where a number stands in the repaired text, the table, and why no cell holds it."""

_DIGITS = re.compile(r"\d+")
_REACH_TOKENS = 200
"""Numbers above the first row and below the last one belong to the tables if so near."""
_LABEL_SHOWN_CHARS = 40
_MOST_CELLS = 60
"""A label stands no further before the numbers of its row."""
_MOST_COPIES = 10
"""No tool prints a cell more often."""
_STRING_OF_NUMBERS = re.compile(r"[\s|]*\d[\d,.]*(?:[\s|]+-?\d[\d,.]*){3,}[\s|]*")
"""The figures of several rows in one cell, as a line break between them leaves them."""
_ENDS_IN_A_FIGURE = re.compile(r"[^\s。] \d[\d,.]*\s*$")
"""A long label and its figure on one line; a sentence ends otherwise."""
_FEWEST_LOOSE_CELLS = 3
"""This many numbers in a row below the tables are a table; fewer may be anything a site prints."""
_ROW = re.compile(f"([{FIRST}-{LAST_LABEL}])[{CELLS}]{{1,{LONGEST_RUN_TOKENS}}}")
_ABOVE = re.compile(f"[{FIRST}-{LAST_LABEL}{CELLS}{ROW_END}]*")
_BELOW = re.compile(f"(?>(?:[{FIRST}-{LAST_LABEL}{UNKNOWN}{ROW_END}]*[{CELLS}])*)")
_TOLD = re.compile(
    r"""
    (?: \A | (?<=[\s|（(]) ) [（(]? \d{1,2} [.、．)）] (?!\d)    # the number of a label: 1. or (1)
  | \A \s* \d{1,2} (?= [\u4e00-\u9fff] )             # or 1属于, but not 1件, 1第二十条, 1四、
      (?! 第 | [一二三四五六七八九十]{1,3} [、.．]
        | [件项項条條宗个個份次起人部篇元万萬亿億余餘多年月日] )
  | [（(] \d{1,2} \s* \Z | (?<!\d) \d{1,2} (?= [”’] )      # the same on two lines, or in a name
  | \d{4} \s? 年 (?: \s? \d{1,2} \s? 月 (?: \s? \d{1,2} \s? 日 )? )?     # a date
  | \d{1,2} \s? 月 (?: \s? \d{1,2} \s? 日 )?
  | \d{4} (?P<mark>[-/.]) \d{1,2} (?P=mark) \d{1,2}
  | \d{1,2} : \d\d (?: : \d\d )?
  | 第 \s? \d+ \s? [条條款项項页頁章号號]           # an article, a page
  | [〔［\[【（(] \s? \d{4} \s? [〕］\]】）)]       # the year of a document
  | (?<!\d) \d{1,8} \s? [号號]
  | (?: [表图圖注] | 附[件表录錄] ) \s? \d{1,2} (?! [\d件项項] )     # the number of a table
    """,
    re.VERBOSE,
)
"""Numbers in words that count nothing."""


_MARKUP = re.compile(
    r"""
    < [^<>]* >                                  # a tag
  | & \#? \w{1,8} ;                             # a character by its name
  | \\ [A-Za-z]+ (?> (?: [\[{] [^\[\]{}]* [\]}] )* )     # a command of LaTeX
  | (?<!\w) \w{1,20} \s? = \s? (?: "[^"\n]*" | [\w%]+ )      # an attribute
  | ^ [^\S\n|│┃║]* [|│┃║]? [^\S\n]* \d+ [\s|│┃║]* \Z        # the number that pandas gives a row
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What stands between cells and is not printed."""
_BEGINS_WITH_MARK = re.compile(r"\s?[.、．](?!\d)")


@define
class _Sheet:
    """A page with its tokens, and what holds the numbers in them."""

    cells: Cells
    tokens: list[str]
    kinds: str
    places: list[tuple[int, int]]
    held: dict[int, str]
    """The tokens that are cells, each with its table."""
    borders: list[tuple[int, int]]
    """The places of these cells in the repaired text, in order."""
    covered: list[tuple[int, int]]
    """The places in the source that figures and notes hold, joined and in order."""

    @classmethod
    def of(cls, cells: Cells, notes: Sequence[Note]) -> _Sheet:
        """Return the sheet of a report with these cells and notes."""
        tokens, places = cells.page.cut(), cells.page.places()
        addresses = (*cells.form.addresses, *cells.others)
        held = {
            token + cells.base: address.table
            for index, (token, address) in enumerate(zip(cells.tokens, addresses, strict=True))
            if token != NOWHERE and index not in cells.given
        }
        spans = (*(figure.span for figure in cells.given.values()), *(note.span for note in notes))
        covered = list[tuple[int, int]]()
        for start, end in sorted((span.start, span.end) for span in spans if span is not None):
            if covered and start <= covered[-1][1]:
                covered[-1] = (covered[-1][0], max(end, covered[-1][1]))
            else:
                covered.append((start, end))
        borders = sorted(places[token] for token in held)
        return cls(cells, tokens, kinds_of(tokens), places, held, borders, covered)

    @cached_property
    def end(self) -> int:
        """The token with which the boilerplate below the report begins."""
        end = end_of_body(self.cells.page.text.characters)
        return bisect_left(self.places, (end, end))

    @cached_property
    def anchors(self) -> Anchors:
        """The tokens that belong to a table for certain, in order, each with its table."""
        cells, found = self.cells, dict[int, str]()
        rows = {k: v for form in (*reversed(FORMS), cells.form) for k, v in ROWS[form.id].items()}
        for match in _ROW.finditer(self.kinds):
            slot = rows.get(match[1])
            if slot is not None and not slot.confusable and VALUE in match[0]:
                found |= dict.fromkeys(range(*match.span()), slot.table)
        if cells.page.is_glued and cells.form.is_tabular:
            bound = Bound(cells.page, self.tokens, self.kinds, cells.form)
            found |= {row.token: row.slot.table for row in find_runs(bound) if row.digits}
        else:
            found |= self.held
        found |= self._without_token()
        return sorted(found.items())

    def _without_token(self) -> dict[int, str]:
        """Return the numbers in the place of a cell that has no token of its own, with the table.

        The space that indents a cell is a part of its token, but not of its figure.
        """
        cells, found = self.cells, dict[int, str]()
        given = sorted(
            (figure.span.start, figure.span.end, address.table)
            for index, figure in cells.given.items()
            for address in [(*cells.form.addresses, *cells.others)[index]]
            if figure.span is not None
        )
        for token, kind in enumerate(self.kinds if given else ""):
            if kind in (VALUE, UNREADABLE) and token not in self.held:
                begin, word = self.places[token][0], self.tokens[token]
                start = begin + len(word) - len(word.lstrip())
                span = cells.page.text.source_span(start, begin + len(word.rstrip()))
                place = bisect_right(given, (span.start, sys.maxsize, "")) - 1
                if place >= 0 and span.end <= given[place][1]:
                    found[token] = given[place][2]
        return found

    @cached_property
    def reach(self) -> tuple[int, int]:
        """From which token to before which one the numbers belong to the tables."""
        first, last = self.anchors[0][0], self.anchors[-1][0]
        before = self.kinds[max(0, first - _REACH_TOKENS) : first][::-1]
        above = _ABOVE.match(before)
        begin = first - (above.end() if above else 0)
        below = _BELOW.match(self.kinds, last + 1, last + 1 + _REACH_TOKENS)
        return begin, below.end() if below else last + 1

    def is_in_loose_row(self, token: int) -> bool:
        """Whether a number below the tables stands in a row of several."""
        line = line_around(self.kinds, token)
        count = self.kinds.count(VALUE, line.begin, line.end)
        return line.is_row and count >= _FEWEST_LOOSE_CELLS and token < self.end

    def is_repeated(self, token: int) -> bool:
        """Whether a tool printed a cell that spans others once a column, as it did its head."""
        origin = token
        while (
            origin not in self.held
            and self.kinds[origin] == VALUE
            and token - origin < _MOST_COPIES
        ):
            origin -= 1
        if self.held.get(origin) != "proactive":
            return False
        if read_cell(self.tokens[origin]) != read_cell(self.tokens[token]):
            return False
        above = self.kinds[max(0, origin - _REACH_TOKENS) : origin]
        heads = [head for head in above if head in HEADS]
        return len(heads) > 1 and heads[-1] == heads[-2]

    def is_worded(self, token: int) -> bool:
        """Whether a number stands in words that are no known label nor the number of a page."""
        kind = self.kinds[token]
        if kind in (UNKNOWN, PROSE) or kind >= NUMBERED:
            return True
        if kind == NOISE:
            line = line_around(self.kinds, token)
            return line.is_row and VALUE in self.kinds[line.begin : line.end]
        if not FIRST <= kind <= LAST_LABEL:
            return False
        key = label_key(plain(self.tokens[token]))
        return key not in LABELS and bare_key(key) not in LABELS

    def is_covered(self, span: Span) -> bool:
        """Whether a figure or a note holds this part of the source."""
        place = bisect_right(self.covered, (span.start, sys.maxsize)) - 1
        return place >= 0 and span.end <= self.covered[place][1]

    def has_words(self, token: int) -> bool:
        """Whether a token is no cell."""
        return self.kinds[token] not in (VALUE, UNREADABLE)

    def outside_cells(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a range of the repaired text that are in no cell."""
        place = max(0, bisect_right(self.borders, (start, sys.maxsize)) - 1)
        while start < end and place < len(self.borders):
            first, last = self.borders[place]
            if first >= end:
                break
            if start < first:
                yield start, first
            start = max(start, last)
            place += 1
        if start < end:
            yield start, end

    def reason(self, token: int) -> str:
        """Return why no cell holds a number."""
        if self.has_words(token):
            return "the number stands in words, where the form has none"
        before, first = token, max(0, token - _MOST_CELLS)
        while before > first and self.kinds[before] in CELLS:
            before -= 1
        kind, label = self.kinds[before], self.tokens[before].strip()[:_LABEL_SHOWN_CHARS]
        if kind == ROW_END or not label or before in self.held:
            return "no label stands before the number"
        if FIRST <= kind <= LAST_LABEL:
            surplus = "has more numbers than the form has cells, or is printed again"
            return f"the row {label!r} {surplus}"
        return f"{label!r} is no row of {self.cells.form.id}"

    def suspects(self) -> Iterator[tuple[int, str]]:
        """Yield each token whose numbers belong to a table and are in no cell, with the table."""
        anchors, (begin, end) = self.anchors, self.reach
        numbers = [token for token, _ in anchors]
        runs = frozenset(self.cells.page.runs())
        for token, kind in enumerate(self.kinds):
            if token in self.held or not any(map(str.isdecimal, self.tokens[token])):
                continue
            place = bisect_left(numbers, token)
            above = anchors[place - 1][1] if place else ""
            below = anchors[place][1] if place < len(anchors) else ""
            if not above or not below:
                if kind in (VALUE, UNREADABLE) and (
                    begin <= token < end or (above and self.is_in_loose_row(token))
                ):
                    yield token, above or below
            elif token in runs or _STRING_OF_NUMBERS.fullmatch(self.tokens[token]):
                yield token, above
            elif kind in (VALUE, UNREADABLE):
                if not self.is_repeated(token):
                    yield token, above
            elif self.is_worded(token) and (
                above == below or self.goes_on(numbers[place - 1] + 1, token)
            ):
                yield token, above

    def goes_on(self, begin: int, token: int) -> bool:
        """Whether a line between two tables belongs to that above: only blanks divide them."""
        is_row = self.kinds[token] == UNKNOWN or (
            self.kinds[token] == PROSE and _ENDS_IN_A_FIGURE.search(self.tokens[token]) is not None
        )
        return is_row and not self.kinds[begin:token].strip(BLANK)

    def loose_digits(self, token: int) -> Iterator[tuple[int, int]]:
        """Yield where numbers stand in a token that count something and are no part of a cell."""
        begin, words = self.places[token][0], self.tokens[token]
        told = [match.span() for match in _TOLD.finditer(words)] if self.has_words(token) else []
        for match in _DIGITS.finditer(words):
            start, end = match.span()
            if any(first <= start and end <= last for first, last in told):
                continue
            for first, last in self.outside_cells(begin + start, begin + end):
                # The number of the next label is glued to the last digit of a run:
                # …0502.没有现成信息
                is_glued = bool(_BEGINS_WITH_MARK.match(self.cells.page.text.characters, last))
                if last - is_glued > first:
                    yield first, last - is_glued

    def numbers(self) -> Iterator[_Number]:
        """Yield the numbers of the tables that are in no cell."""
        for token, table in self.suspects():
            for start, end in self.loose_digits(token):
                yield start, end, table, self.reason(token)
        yield from self.between_tokens()

    def between_tokens(self) -> Iterator[_Number]:
        """Yield the numbers between the tokens of a table, in what the page takes for no cell."""
        characters, reason = self.cells.page.text.characters, "it stands between two cells"
        for (token, table), (following, other) in pairwise(self.anchors):
            end = self.places[token][1]
            for place in range(token + 1, following + 1):
                begin, (start, end) = end, self.places[place]
                gap = characters[begin:start] if table == other and start - begin > 1 else ""
                without_markup = _MARKUP.sub(lambda found: " " * len(found[0]), gap)
                for match in _DIGITS.finditer(without_markup):
                    yield begin + match.start(), begin + match.end(), table, reason


def find_unread(cells: Cells, notes: Sequence[Note]) -> tuple[Unread, ...]:
    """Return the numbers in the tables of a report that no figure holds, in the order of the text.

    Args:
        cells: The cells of the report.
        notes: What the reader doubts; the span of a note holds the numbers in it.

    Returns:
        One entry for each number, with its place in the source text, the table, and the reason.

    """
    sheet = _Sheet.of(cells, notes)
    found = dict[Span, Unread]()
    if cells.form.annex is not None:
        for span in _numbers_of_annex(cells):
            reason = "no row of the annex has a cell for the number"
            found[span] = Unread(span, "statistics", reason)
    for start, end, table, reason in sheet.numbers() if sheet.anchors else ():
        # The annex knows its own labels, and the numbers in them.
        if table != "statistics":
            span = cells.page.text.source_span(start, end)
            found.setdefault(span, Unread(span, table, reason))
    return tuple(one for _, one in sorted(found.items()) if not sheet.is_covered(one.span))


def _numbers_of_annex(cells: Cells) -> Iterator[Span]:
    """Yield the numbers in the annex of a report that are in no label and count something."""
    lines = find_lines(cells.page)
    if lines is None or not lines.labels:
        return
    told = [match.span() for match in _TOLD.finditer(lines.characters, lines.begin)]
    for start, end in lines.numbers():
        place = bisect_right(told, (start, sys.maxsize)) - 1
        if place < 0 or end > told[place][1]:
            yield lines.text.source_span(start, end)
