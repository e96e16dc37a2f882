"""Cells that hold words where the form has figures: 待核, 见附件, 268（含2件）.

Words behind a label may as well be more of the label, or the label of another row. They are taken
for a cell only where the row has just as many cells as the form with them, and where they are no
part of any label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govinfo.binding.assignment import Bound, values_of
from govinfo.binding.kinds import BLANK, PROSE, UNKNOWN, UNREADABLE, VALUE, line_around
from govinfo.binding.tables.rows import (
    CELLS,
    LONGEST_RUN_TOKENS,
    RESULTS,
    REVIEW_WIDTH,
)
from govinfo.binding.tables.table4_heads import PENDING
from govinfo.forms.labels import (
    FIRST,
    HEADINGS,
    LABELS,
    LAST,
    ROWS,
    Slot,
    bare_key,
    label_key,
    number_of_heading,
)
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["take_words_for_cells"]

_ROW = re.compile(f"([{FIRST}-{LAST}])([{CELLS}{UNKNOWN}{PROSE}]{{1,{LONGEST_RUN_TOKENS}}})")
_WORDS = UNKNOWN + PROSE
_MOST_WORDED = 2
"""This many cells of one row may hold words; more of them are a row of something else."""
_FEW_ROWS_ALIKE = 2
"""Of the many rows of table 3, one other may have as many blanks beside its cells by chance."""
_LONGEST_WORD_CHARS, _LONGEST_IN_GRID_CHARS = 10, 40
_ALL_LABELS = "\n".join((*LABELS, *HEADINGS))
_BEGINS_LIKE_A_LABEL = re.compile(r"[(\[）)]|\(?\d{1,2}[.、)](?!\d)")
_LINE_OF_REVIEW = re.compile(
    rf"""
    [{FIRST}-{LAST}{ROW_END}] [{BLANK}]*+             # behind a label or the end of a line
    ([{VALUE}{_WORDS}]{{{REVIEW_WIDTH}}})             # as many figures and words as the table has
    (?= [{BLANK}]*+ (?:[{FIRST}-{LAST}{ROW_END}]|$))  # and nothing else up to the next of these
    """,
    re.VERBOSE,
)


def take_words_for_cells(bound: Bound) -> None:
    """Treat words that stand for one of the cells of a row as a cell that cannot be read."""
    if UNKNOWN not in bound.kinds and PROSE not in bound.kinds:
        return
    worded = [token for tokens in _worded_cells(bound) for token in tokens]
    if worded:
        kinds = list(bound.kinds)
        for token in worded:
            kinds[token] = UNREADABLE
        bound.kinds = "".join(kinds)


class _Run(NamedTuple):
    """The cells behind the label of a row, words among them."""

    slot: Slot
    cells: range
    """Its tokens, without the blanks at both ends."""
    ends: tuple[int, int]
    """How many blanks stand before and after them."""

    def is_row_of_table(self, bound: Bound, words: Sequence[int], rows: list[_Run]) -> bool:
        """Whether the words are cells of the row for certain, as the rows without words show.

        In a line of a grid with nothing before and after its cells there is no other way to read
        them. Elsewhere the sums have to confirm it, or, in table 2, the rows beside it. A row of
        one cell has to stand among other rows.
        """
        cells, alike = self.cells, [row for row in rows if row.slot.table == self.slot.table]
        if self.slot.width == 1:
            before = any(row.cells.stop < cells.start for row in alike)
            return before and any(row.cells.start > cells.stop for row in rows)
        has_figures = VALUE in bound.kinds[cells.start : cells.stop]
        if len(words) > _MOST_WORDED or not has_figures or self._may_be_beside(words, alike):
            return False
        # What divides a label from the cells behind it, without room.
        end, begin = bound.token_places[cells[0] - 1][1], bound.token_places[cells[0]][0]
        between = bound.page.text.characters[end:begin].strip(" \u3000\xa0")
        is_bordered = line_around(bound.kinds, cells[0]).is_row and between.strip("\n") != ""
        if is_bordered and (self.ends == (0, 0) or words[0] != cells[0]):
            return True
        if self.slot.table == "proactive":
            # Words behind nothing but room may be more of the label.
            is_apart = between != "" or words[0] != cells[0]
            return is_apart and any(row.ends == self.ends for row in alike)
        return _leaves_room(bound, cells)

    def _may_be_beside(self, words: Sequence[int], alike: list[_Run]) -> bool:
        """Whether the words may stand beside the cells of the row.

        Behind a blank first cell that is a column of remarks; before a blank last one a column of
        units, unless a wider row fills as long a line and has no such column.
        """
        room, header = len(self.cells) + sum(self.ends), self.slot.header
        fills = any(row.ends[0] == 0 and row.slot.width + row.ends[1] == room for row in alike)
        is_at_an_end = words[-1] == self.cells[-1] and self.ends[0] > 0
        is_at_an_end |= words[0] == self.cells[0] and self.ends[1] > 0 and not fills
        same = sum(row.ends == self.ends and row.slot.header == header for row in alike)
        return is_at_an_end and same < (_FEW_ROWS_ALIKE if self.slot.table == "requests" else 1)


def _worded_cells(bound: Bound) -> Iterator[Sequence[int]]:
    """Yield the cells with words of each row that has some."""
    slots, runs = ROWS[bound.form.id], list[_Run]()
    for match in _ROW.finditer(bound.kinds):
        slot, (begin, end) = slots.get(match[1]), match.span(2)
        if slot is not None and not slot.confusable and match[2].strip(BLANK):
            lead = len(match[2]) - len(match[2].lstrip(BLANK))
            trail = len(match[2]) - len(match[2].rstrip(BLANK))
            runs.append(_Run(slot, range(begin + lead, end - trail), (lead, trail)))
    labels = Counter(run.slot.first for run in runs)
    whole = [run for run in runs if len(run.cells) == run.slot.width]
    plain_rows = [run for run in whole if not _words_in(bound, run.cells)]
    for run in whole:
        words = _words_in(bound, run.cells)
        is_only = labels[run.slot.first] == 1
        if not words or not is_only or not all(_may_be_a_cell(bound, word) for word in words):
            continue
        if run.is_row_of_table(bound, words, plain_rows):
            yield words
    yield from _words_of_review(bound)


def _words_in(bound: Bound, cells: range) -> list[int]:
    return [token for token in cells if bound.kinds[token] in _WORDS]


def _may_be_a_cell(bound: Bound, token: int) -> bool:
    """Whether words are short, and neither a label nor a part of one."""
    word = plain(bound.tokens[token]).strip(" \t\n|\u3000\xa0")
    key = label_key(word)
    longest = (
        _LONGEST_IN_GRID_CHARS if line_around(bound.kinds, token).is_row else _LONGEST_WORD_CHARS
    )
    return (
        0 < len(word) <= longest
        and not _BEGINS_LIKE_A_LABEL.match(key)
        and bare_key(key) == key
        and number_of_heading(key) is None
        and (len(key) == 1 or key not in _ALL_LABELS)
    )


def _leaves_room(bound: Bound, cells: Sequence[int]) -> bool:
    """Whether the figures that can be read leave a number for each cell that cannot."""
    *parts, total = values_of(bound, cells)
    rest = sum(part or 0 for part in parts)
    if total is None:
        return None not in parts
    return total >= rest if None in parts else total == rest


def _words_of_review(bound: Bound) -> Iterator[Sequence[int]]:
    """Yield the cells with words of the one line of table 4."""
    heads = max(map(bound.kinds.rfind, PENDING))
    match = _LINE_OF_REVIEW.search(bound.kinds, heads + 1) if heads >= 0 else None
    if match is None:
        return
    cells = range(*match.span(1))
    words = _words_in(bound, cells)
    results = [cells[begin : begin + RESULTS] for begin in range(0, REVIEW_WIDTH, RESULTS)]
    if (
        0 < len(words) <= _MOST_WORDED
        and all(_may_be_a_cell(bound, word) for word in words)
        and all(_leaves_room(bound, part) for part in results)
    ):
        yield words
