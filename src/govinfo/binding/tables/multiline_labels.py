"""Labels wrapped over several lines, with the figures of their row somewhere among them.

A page on paper sets a long label on three lines and its figures beside the second; the label of its
group stands to the left, wrapped as well. Line by line that is a label in pieces among the pieces
of others. Between two rows that were found there must then be as many lines of figures as labels
are missing, and the words there must spell those labels one after the other, with nothing between
but parts of heads and of groups' labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from attrs import frozen

from govinfo.binding.assignment import Bound
from govinfo.binding.kinds import NOISE, VALUE, line_around, lines_of
from govinfo.binding.tables.rows import CELLS, HEADS, Found, offset_of, rows_in_order
from govinfo.forms.labels import (
    FIRST,
    HEADINGS,
    LABELS,
    ROWS,
    Slot,
    bare_key,
    keys_of_rows,
    label_key,
)
from govinfo.forms.schema import Form
from govinfo.page import NOWHERE, ROW_END
from govinfo.text.normalise import plain

__all__ = ["wrapped_rows"]

_NUMBER_OF_A_LABEL = re.compile(r"(?:\d{1,2}[.、)])+|\(\d{1,2}\)|")
"""The number of a label that stands apart from it, or nothing."""
_LONGEST_TOKEN_CHARS = 120
"""A token of more characters than this is running text; its beginning shows that it is no label."""
_MOST_WORDS = 100
_HEADS_REACH_TOKENS = 100
"""The heads of a table stand no further above its first rows."""
_HEADING = re.compile(f"[{FIRST}-{max(HEADINGS.values())}]")
"""What ends a table: a heading, or a label that the table below it begins with."""


class _Line(NamedTuple):
    """One line of the page, as its tokens."""

    begin: int
    figures: int
    """The first of its figures, which stand at its end; the end where it has none."""
    end: int

    def words(self, bound: Bound) -> list[str]:
        """Return its words as label keys, without the numbers of labels."""
        words = list[str]()
        for token in range(self.begin, self.figures):
            if bound.kinds[token] != NOISE:
                keys = map(label_key, plain(bound.tokens[token][:_LONGEST_TOKEN_CHARS]).split())
                words += (key for key in keys if not _NUMBER_OF_A_LABEL.fullmatch(key))
        return words

    def may_be_row(self, bound: Bound, width: int, *, is_named: bool) -> bool:
        """Whether it has the figures of a row; ― 6 ― alone on a line is the number of a page."""
        figures = bound.kinds[self.figures : self.end]
        if is_named:
            return figures != ""
        return len(figures) > 1 and (len(figures) >= width or not figures.strip(VALUE))


@frozen
class _Gap:
    """A stretch of tokens between two rows that were found, and the rows that should be in it."""

    begin: int
    end: int
    slots: tuple[Slot, ...]

    @classmethod
    def each_of(cls, bound: Bound) -> Iterator[_Gap]:
        """Yield each stretch of a table between two rows, or at its edge, where rows are missing.

        A row of the table must have been found: above its first one stand the heads.
        """
        parents = {row.id: row.parent for table in bound.form.tables for row in table.rows}
        for table, slots in groupby(rows_in_order(bound.form), key=attrgetter("table")):
            before, missing = None, list[Slot]()
            for slot in slots:
                first = bound.places[slot.first]
                if first == NOWHERE:
                    # A row of another form may stand for it, the row that its group was.
                    instead = f"{table}.{parents[slot.row]}."
                    for index, address in enumerate(bound.others, len(bound.form.addresses)):
                        if address.startswith(instead):
                            first = bound.places[index]
                            break
                if first == NOWHERE:
                    missing.append(slot)
                    continue
                if missing:
                    # The label of the row below stands on its own line, before its figures.
                    end = line_around(bound.kinds, first).begin
                    begin = _behind_heads(bound, end) if before is None else before
                    if begin is not None and begin <= end:
                        yield cls(begin, end, tuple(missing))
                before, missing = first + slot.width, []
            if missing and before is not None:
                yield cls(before, _above_heading(bound, before), tuple(missing))

    def is_spelt_by(self, words: Sequence[str], form: Form) -> bool:
        """Whether words are the labels of its rows, but for parts of heads and group labels."""
        if len(words) > _MOST_WORDS:
            return False
        # Each state is the number of labels done, and what is left of the one begun.
        states = {(0, "")}
        for word in words:
            is_spare = word in _other_keys(form)
            after = set(states) if is_spare else set[tuple[int, str]]()
            for done, rest in states:
                if rest:
                    if rest.startswith(word):
                        after.add((done + (rest == word), rest[len(word) :]))
                elif done < len(self.slots):
                    after |= {
                        (done + (key == begun), key[len(begun) :])
                        for key in keys_of_rows(form)[self.slots[done].first]
                        for begun in {word, bare_key(word)} - {""}
                        if key.startswith(begun)
                    }
            states = after
        return (len(self.slots), "") in states

    def lines(self, bound: Bound) -> Iterator[_Line]:
        """Yield the lines whose figures, or whose ends without any, are in the gap."""
        for line in lines_of(bound.kinds, bound.kinds.rfind(ROW_END, 0, self.begin) + 1):
            if line.end > self.end:
                return
            end_of_words = line.begin + len(bound.kinds[line.begin : line.end].rstrip(CELLS))
            has_figures = VALUE in bound.kinds[end_of_words : line.end]
            figures = end_of_words if has_figures else line.end
            if figures >= self.begin:
                yield _Line(line.begin, figures, line.end)


def _behind_heads(bound: Bound, end: int) -> int | None:
    """Return where the last head above the first row of a table ends; `None` without one."""
    above = range(end - 1, max(0, end - _HEADS_REACH_TOKENS) - 1, -1)
    return next((token + 1 for token in above if bound.kinds[token] in HEADS), None)


def _above_heading(bound: Bound, begin: int) -> int:
    """Return where the line begins with the next heading, or the next label of any row or head."""
    heading = _HEADING.search(bound.kinds, begin)
    return line_around(bound.kinds, heading.start()).begin if heading else len(bound.kinds)


def wrapped_rows(bound: Bound) -> Iterator[Found]:
    """Yield the rows whose labels stand in pieces around their figures."""
    # All gaps at once: a row that is yielded is entered before the next one is asked for.
    for gap in list(_Gap.each_of(bound)) if ROW_END in bound.kinds else ():
        lines = list(gap.lines(bound))
        lengths = [line.end - line.figures for line in lines]
        # A number alone on a line may be that of a page.
        fewest, most = (sum(length > least for length in lengths) for least in (1, 0))
        if not fewest <= len(gap.slots) <= most:
            continue
        words = [line.words(bound) for line in lines]
        least = min(slot.width for slot in gap.slots)
        rows = [
            line
            for line, own in zip(lines, words, strict=True)
            if line.may_be_row(bound, least, is_named=bool(own))
        ]
        spelt = list(chain.from_iterable(words))
        if len(rows) != len(gap.slots) or not gap.is_spelt_by(spelt, bound.form):
            continue
        for line, slot in zip(rows, gap.slots, strict=True):
            offset = offset_of(bound.kinds[line.figures : line.end], slot.width)
            yield Found(slot, bound.form, line.figures, line.end, "", offset)


@cache
def _other_keys(form: Form) -> str:
    """The labels that stand beside several rows, above columns and above tables, one a line."""
    headers = [label_key(row.label) for table in form.tables for row in table.rows if row.header]
    others = (key for key, character in LABELS.items() if character not in ROWS[form.id])
    return "\n".join((*headers, *HEADINGS, *others))
