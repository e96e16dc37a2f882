"""The order of columns and rows where cells have lost their places: as their names follow in text.

Tools that take a table apart, or glue it together, print its heads one after the other all the
same, and most of its labels whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen

from govinfo.binding.tables.column_order import column_order
from govinfo.binding.tables.rows import (
    EXTRA,
    GROUPS,
    HEADS,
    REVIEW_WIDTH,
    Order,
    column_of_head,
    form_order,
)
from govinfo.binding.tables.table4_heads import PROCEEDING_HEADS, RESULT_HEADS, review_order_in
from govinfo.forms.labels import LABELS, Slot, bare_key, keys_of_rows, label_key
from govinfo.forms.schema import Block, Form
from govinfo.text.normalise import plain

__all__ = ["UNWRAPPED_CHARS", "PrintedText", "Slots", "printed_text"]

Slots: TypeAlias = Sequence[tuple[Slot, Form]]
"""Rows, each with the form that has it."""

_APPLICANTS = label_key("申请人情况")

_RESULT = label_key("结果维持")
_END_OF_HEADING = "情况"
_BEFORE_RESULTS_CHARS = 80
_HEADS_REACH_CHARS = 300
_END_OF_HEADS = re.compile(r"\d|[一二三四五六]、|\([一二三四五六七]\)")
"""A figure, or the number of a label."""
_FIGURE = re.compile(r"\d(?![.、)])")
"""A digit that is not the number of a label."""
_WIDE_MARKS = tuple(zip("（）：，；！？％／", "():,;!?%/", strict=True))
UNWRAPPED_CHARS = 4
"""This many characters of a label stand together before it is wrapped."""


@frozen
class PrintedText:
    """The characters of a page without spaces, in which names are looked for."""

    characters: str

    def columns(self, slot: Slot, form: Form) -> Order | None:
        """Return the order of the columns of a row; `None` where their heads contradict it."""
        if slot.table == "review":
            return self._review()
        begin = self.begin_of_heads(slot, form)
        if begin < 0:
            return form_order(slot.width)
        kinds = self._kinds(begin, HEADS | GROUPS)
        order = column_order(kinds, slot, form)
        if sorted(order or ()) == [*range(slot.width)]:
            return order
        known = [*dict.fromkeys(column_of_head(kind, slot) for kind in kinds)]
        known = [column for column in known if column != EXTRA]
        # Of heads in pieces some are not found; the others must not contradict the form.
        is_as_in_form = len(known) < slot.width and known == sorted(known)
        return form_order(slot.width) if is_as_in_form else None

    def are_in_pieces(self, slot: Slot, form: Form) -> bool:
        """Return whether heads are broken, and their first characters stand in another order."""
        begin = self.begin_of_heads(slot, form)
        if slot.table == "review" or begin < 0:
            return False
        kinds = self._kinds(begin, HEADS)
        if {*range(slot.width)} <= {column_of_head(kind, slot) for kind in kinds}:
            return False
        block = _block_of(form, slot.table, slot.row)
        starts = [label_key(column.label)[:2] for column in block.columns]
        places = [
            self.characters.find(start, begin, begin + _HEADS_REACH_CHARS)
            for start in starts
            # 本年 begins several heads, and 其他 is a part of another one.
            if starts.count(start) == 1 and start != "其他"
        ]
        found = [place for place in places if place >= 0]
        return found != sorted(found)

    def begin_of_heads(self, slot: Slot, form: Form) -> int:
        """Return where the heads above a row of table 2 or three begin; -1 if it is not known."""
        if slot.table != "proactive":
            return self.characters.find(_APPLICANTS)
        caption = label_key(_block_of(form, slot.table, slot.row).caption or "")
        begin = self.characters.find(caption)
        return begin + len(caption) if begin >= 0 else -1

    def rows(self, slots: Slots) -> Slots | None:
        """Return rows of one table in the order of their labels.

        The rows as they are where the labels that are found keep to their order. `None` where they
        do not, and some are not found or have no figures between them: then they tell no order.
        """
        places = self._places(slots)
        found = [place for place in places if place is not None]
        if found == sorted(found):
            return slots
        if len(found) < len(slots) or not all(self._have_figures_between(sorted(found))):
            return None
        by_place = sorted(zip(found, range(len(slots)), strict=True))
        return [slots[row] for _, row in by_place]

    def are_rows_moved(self, slots: Slots) -> bool:
        """Return whether labels that follow each other stand in another order than their rows.

        Labels with figures between them may be pieces of a page that was taken apart; those with
        none are read down the page, and their rows stand as they do.
        """
        rows = {place: row for row, place in enumerate(self._places(slots)) if place is not None}
        places = sorted(rows)
        return any(
            rows[above] > rows[below] and not have_figures
            for above, below, have_figures in zip(
                places, places[1:], self._have_figures_between(places), strict=False
            )
        )

    def _have_figures_between(self, places: Sequence[tuple[int, int]]) -> list[bool]:
        """Whether figures stand between each two labels that follow each other."""
        return [
            _FIGURE.search(self.characters, end, start) is not None
            for (_, end), (start, _) in pairwise(places)
        ]

    def _places(self, slots: Slots) -> list[tuple[int, int] | None]:
        """Where the label of each row stands; nowhere if the heads of the table are not found."""
        begin = self._begin_of_table(slots)
        return [self._place(slot, form, begin) if begin >= 0 else None for slot, form in slots]

    def _begin_of_table(self, slots: Slots) -> int:
        """Where the heads of a table begin; -1 where they are not found."""
        slot, form = slots[0]
        if slot.table == "requests":
            return self.characters.find(_APPLICANTS)
        captions = (block.caption or "" for block in form.table(slot.table).blocks)
        places = (self.characters.find(label_key(caption)) for caption in captions)
        return min((place for place in places if place >= 0), default=-1)

    def _place(self, slot: Slot, form: Form, begin: int) -> tuple[int, int] | None:
        """Where the label of a row begins and ends, or its first characters do."""
        own = keys_of_rows(form)[slot.first]
        names = [key for key in own if key != bare_key(key)]
        if all(self.characters.find(name, begin) < 0 for name in names):
            # 其他 and 总计 without a number are heads of columns as well.
            bare = [bare_key(key) for key in own if LABELS[bare_key(key)] not in HEADS]
            names = [name[:UNWRAPPED_CHARS] for name in bare]
        places = [(self.characters.find(name, begin), name) for name in names]
        found = [(place, place + len(name)) for place, name in places if place >= 0]
        return min(found, default=None)

    def _review(self) -> Order | None:
        """The order of the fifteen columns of table 4."""
        results = self.characters.find(_RESULT)
        if results < 0:
            return form_order(REVIEW_WIDTH)
        begin = max(0, results - _BEFORE_RESULTS_CHARS)
        # The heading of the part names both proceedings as well.
        heading = self.characters.rfind(_END_OF_HEADING, begin, results)
        begin = begin if heading < 0 else heading
        return review_order_in(self._kinds(begin, frozenset((*PROCEEDING_HEADS, *RESULT_HEADS))))

    def _kinds(self, begin: int, wanted: frozenset[str]) -> str:
        """The kinds of the heads from a place on up to the first figure or label of a row."""
        end = begin + _HEADS_REACH_CHARS
        rest = _END_OF_HEADS.search(self.characters, begin, end)
        names = _names(wanted).finditer(self.characters, begin, rest.start() if rest else end)
        return "".join(LABELS[name[0]] for name in names)


def printed_text(characters: str) -> PrintedText:
    """Return the text of a page in which the names of rows and columns are looked for."""
    text = plain(characters)
    # Of the wide marks that a key has narrow, each report has hundreds: this is faster than what
    # makes all such characters narrow, and leaves it little to do.
    for wide, narrow in _WIDE_MARKS:
        text = text.replace(wide, narrow)
    return PrintedText(label_key(text))


@cache
def _block_of(form: Form, table: str, row: str) -> Block:
    """The block of a table that has a row."""
    return next(block for block in form.table(table).blocks if row in map(str, block.rows))


@cache
def _names(kinds: frozenset[str]) -> re.Pattern[str]:
    """A pattern of the labels of these kinds, the longest first."""
    keys = sorted((key for key, kind in LABELS.items() if kind in kinds), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, keys)))
