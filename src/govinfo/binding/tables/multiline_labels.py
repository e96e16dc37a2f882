"""Labels wrapped over several lines, with the figures of their row before, behind or in the middle of them.

A page on paper sets a long label on three lines and its figures beside the second; the label of its
group stands to the left, wrapped as well. Line by line that is a label in pieces among the pieces
of others. Between two rows that were found there must then be as many lines of figures as labels
are missing, and the words there must spell those labels one after the other, with nothing between
but parts of heads and of groups' labels.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from attrs import frozen

from govinfo.binding.assignment import Bound
from govinfo.binding.tables.rows import CELLS, Found, offset_of
from govinfo.binding.tokens import NOISE, VALUE, line_around, lines_of
from govinfo.cells import NOWHERE
from govinfo.forms.labels import HEADINGS, LABELS, ROWS, Slot, bare_key, label_key
from govinfo.forms.schema import Form
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["wrapped_rows"]

_NUMBER_OF_A_LABEL = re.compile(r"(?:\d{1,2}[.、)])+|\(\d{1,2}\)|")
"""The number of a label that stands apart from it, or nothing."""
_LONGEST_TOKEN = 120
"""A token of more characters than this is running text; its beginning shows that it is no label."""
_MOST_WORDS = 100


@frozen
class _LineOfWords:
    """One line of the page: its words as label keys, and the range of its figures."""

    words: tuple[str, ...]
    begin: int
    end: int


@frozen
class _Gap:
    """A stretch of tokens between two rows that were found, and the rows that should be in it."""

    begin: int
    end: int
    slots: tuple[Slot, ...]


def wrapped_rows(bound: Bound) -> Iterator[Found]:
    """Yield the rows whose labels stand in pieces around their figures."""
    gaps = list(_gaps(bound)) if ROW_END in bound.kinds else []
    lines = list(_lines_of_words(bound)) if gaps else []
    for gap in gaps:
        # The lines follow each other, and so do their figures.
        first = bisect_left(lines, gap.begin, key=attrgetter("begin"))
        between = lines[first : max(first, bisect_right(lines, gap.end, key=attrgetter("end")))]
        # A number alone on a line is that of a page.
        figures = [line for line in between if line.end - line.begin > (0 if line.words else 1)]
        words = [word for line in between for word in line.words]
        if len(figures) != len(gap.slots) or not _spell(words, gap.slots, bound.form):
            continue
        for line, slot in zip(figures, gap.slots, strict=True):
            offset = offset_of(bound.kinds[line.begin : line.end], slot.width)
            yield Found(slot, bound.form, line.begin, line.end, "", offset)


def _gaps(bound: Bound) -> Iterator[_Gap]:
    """Yield each stretch between rows that follow each other on the page, where the form has rows between them."""
    parents = {row.id: row.parent for table in bound.form.tables for row in table.rows}
    before, missing = None, list[Slot]()
    for slot in _slots(bound.form):
        first = bound.places[slot.first]
        if first == NOWHERE:
            # A row of another form may stand for it, the row that its group was.
            instead = f"{slot.table}.{parents[slot.row]}."
            for index, address in enumerate(bound.others, len(bound.form.addresses)):
                if address.startswith(instead):
                    first = bound.places[index]
                    break
        if first == NOWHERE:
            missing.append(slot)
            continue
        # The label of the row below stands on its own line, before its figures.
        end = line_around(bound.kinds, first).begin
        if before is not None and missing and before <= end:
            yield _Gap(before, end, tuple(missing))
        before, missing = first + slot.width, []


@cache
def _slots(form: Form) -> tuple[Slot, ...]:
    """The rows with a label, in the order of the form."""
    slots = {slot.first: slot for slot in ROWS[form.id].values()}
    return tuple(slots[first] for first in sorted(slots))


def _lines_of_words(bound: Bound) -> Iterator[_LineOfWords]:
    for line in lines_of(bound.kinds):
        end_of_words = line.begin + len(bound.kinds[line.begin : line.end].rstrip(CELLS))
        begin = end_of_words if VALUE in bound.kinds[end_of_words : line.end] else line.end
        words = list[str]()
        for token in range(line.begin, begin):
            if bound.kinds[token] != NOISE:
                keys = map(label_key, plain(bound.tokens[token][:_LONGEST_TOKEN]).split())
                words += (key for key in keys if not _NUMBER_OF_A_LABEL.fullmatch(key))
        yield _LineOfWords(tuple(words), begin, line.end)


def _spell(words: Sequence[str], slots: Sequence[Slot], form: Form) -> bool:
    """Whether the words are the labels of these rows in their order, parts of heads and groups' labels set aside."""
    if len(words) > _MOST_WORDS:
        return False
    # Each state is the number of labels done, and what is left of the one begun.
    states = {(0, "")}
    for word in words:
        is_spare = any(word in key for key in _other_keys(form))
        after = set(states) if is_spare else set[tuple[int, str]]()
        for done, rest in states:
            if rest:
                if rest.startswith(word):
                    after.add((done + (rest == word), rest[len(word) :]))
            elif done < len(slots):
                after |= {
                    (done + (key == begun), key[len(begun) :])
                    for key in _keys(form)[slots[done].first]
                    for begun in {word, bare_key(word)} - {""}
                    if key.startswith(begun)
                }
        states = after
    return (len(slots), "") in states


@cache
def _keys(form: Form) -> dict[int, tuple[str, ...]]:
    """The spellings of each row's label, by the place of its first cell."""
    keys: dict[int, list[str]] = {slot.first: [] for slot in _slots(form)}
    for key, character in LABELS.items():
        if character in ROWS[form.id]:
            keys[ROWS[form.id][character].first].append(key)
    return {first: tuple(own) for first, own in keys.items()}


@cache
def _other_keys(form: Form) -> tuple[str, ...]:
    """The labels that stand beside several rows, above columns and above tables."""
    headers = [label_key(row.label) for table in form.tables for row in table.rows if row.header]
    others = (key for key, character in LABELS.items() if character not in ROWS[form.id])
    return (*headers, *HEADINGS, *others)
