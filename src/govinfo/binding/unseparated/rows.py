"""Runs of digits between labels whose separators are lost: which row of the form each of them is.

The words before a run end with the label of its row; everything that stands above that label is
glued in front of it. The number of the next label is glued to the last digit: `…0502.没有现成信息`
is a run that ends in 50, and label 2. Where a row lost its line break, the labels of two rows stand
together, and behind them the figures of both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from attrs import evolve, frozen

from govinfo.binding.assignment import Bound, note_at
from govinfo.binding.generation import distinctive_labels
from govinfo.binding.tables.rows import RESULT_COLUMNS, Order, form_order, review_slot
from govinfo.binding.unseparated.segmentation import Segmentation, is_blank, segment_balanced
from govinfo.figures import without_units
from govinfo.forms import FORMS
from govinfo.forms.labels import LABELS, ROWS, Slot, label_key
from govinfo.forms.schema import Form, Kind
from govinfo.text.normalise import plain
from govinfo.text.scripts import HAN

__all__ = ["RunRow", "SegmentedRow", "find_row_above", "find_rows", "split_merged_rows"]

_PAGE_NUMBER = re.compile(r"(?<=\d)\s*[-—]{1,2}\s?\d{1,3}\s?[-—]{1,2}\s*\Z")
"""What stands between two pages, behind the figures of the row above: - 12 -."""
_LETTER = re.compile("[A-Za-z〇]")
_LONGEST_DAMAGE_CHARS = 3
_LONGEST_LABEL_CHARS = 80
"""Longer words are prose, and hardly any two documents share them: their keys are not cached."""
_SHORTEST_LABEL_CHARS = 6
"""Shorter words behind a label, which are no label themselves, are those of a cell."""
_AFTER_LABEL_NUMBER = (".", "、")
_BEGINS_A_LABEL = ("(", "“", '"', "[")
_UNITS = ("件", "条", "项", "个", "份", "次", "年", "月", "%")
"""What follows a number in a sentence."""


@frozen
class RunRow:
    """A row with the digits that stand behind its label."""

    slot: Slot
    form: Form
    """The form that has the row: another than the form of the report, where offices mix them."""
    digits: str
    """What stands behind the label; empty when all its cells are blank."""
    token: int
    """The token that is the run; without a run, the token that holds the label."""
    begin: int
    """Where the digits begin in the text; without digits, where the label ends."""
    order: Order = ()
    """The order of its columns on the page; empty for that of the form."""

    @cached_property
    def columns(self) -> Order:
        """The column of the form that each printed column is."""
        return self.order or form_order(self.slot.width)

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """What the printed columns of the row hold."""
        addresses = self.form.addresses[self.slot.first : self.slot.first + self.slot.width]
        kinds = [self.form.cells[address][1].kind for address in addresses]
        return tuple(kinds[column] for column in self.columns)

    @cached_property
    def words(self) -> list[str]:
        """What stands between the spaces that were kept."""
        return self.digits.split()

    @cached_property
    def characters(self) -> int:
        """How many characters there are, without spaces."""
        return sum(map(len, self.words))

    @property
    def has_gap(self) -> bool:
        """Whether two spaces in a row show that a blank cell stood there."""
        return "  " in self.digits and len(self.words) != self.slot.width

    @cached_property
    def is_plain(self) -> bool:
        """Whether each character is a cell, or spaces divide all: nothing is inferred."""
        return (
            self.slot.width in (len(self.words), self.characters)
            and "".join(self.words).isdecimal()
        )


class SegmentedRow(NamedTuple):
    """A row and the segmentations that are left of it."""

    row: RunRow
    segmentations: Sequence[Segmentation]
    """Empty also when there are too many to list."""
    is_doubtful: bool = False
    """Whether no segmentation is certain, even if only one is left."""
    summed: int = 0
    """How many cells one identity ties together, if no other one was asked; else 0."""

    @property
    def is_certain(self) -> bool:
        """Whether one segmentation is left and is certain."""
        return len(self.segmentations) == 1 and not self.is_doubtful

    @property
    def may_have_blanks(self) -> bool:
        """Whether a segmentation that is left has a blank cell, or none is left."""
        cells = (cell for segmentation in self.segmentations for cell in segmentation)
        return not self.segmentations or any(map(is_blank, cells))

    @property
    def may_end_a_page(self) -> bool:
        """Whether a segmentation that is left ends before the last digit of its run."""
        end = len(self.row.digits.rstrip())
        return any(segmentation[-1][1] < end for segmentation in self.segmentations)


def find_rows(bound: Bound) -> list[RunRow]:
    """Return the rows of a page with what stands behind their labels, from the first heads on."""
    page, tokens, form = _RunsOfPage(bound, frozenset(bound.page.runs())), bound.tokens, bound.form
    first = page.find_first_heads()
    rows: dict[tuple[str, int], RunRow] = {}
    for token in sorted(token for token in page.runs if token > first):
        slot, owner = _row_before(_key(tokens[token - 1]), form)
        digits = page.digits_of(token, slot) if slot is not None else ""
        if slot is not None and digits:
            row = RunRow(slot, owner, digits, token, bound.token_places[token][0])
            rows.setdefault((owner.id, slot.first), row)
    before = [row for row in rows.values() if page.stands_before_label(row.token)]
    if not rows or len(before) > len(rows) / 2:
        return []
    # A numbered label without a run is a row whose cells are all blank.
    numbered = _vocabulary(form).numbered
    blank = [one for one in numbered if (form.id, one[1].first) not in rows]
    keys = list(map(_key, tokens)) if blank else []
    found = list(rows.values())
    for label, slot in blank:
        at = next((at for at, words in enumerate(keys) if label in words), None)
        if at is not None and not page.has_more_behind(at, keys[at].partition(label)[2]):
            found.append(RunRow(slot, form, "", at, bound.token_places[at][1]))
    return found


@frozen
class _RunsOfPage:
    """The runs of digits on a page, and what stands around them."""

    bound: Bound
    runs: frozenset[int]
    """The tokens that are runs."""

    def find_first_heads(self) -> int:
        """Return the first token with heads of a table in it, or the number of tokens."""
        bound, known = self.bound, _vocabulary(self.bound.form)
        for token, words in enumerate(bound.tokens):
            if any(head in words for head in known.telltales):
                return token
        for token, words in enumerate(bound.tokens):
            if any(head in _key(words) for head in known.heads):
                return token
        return len(bound.tokens)

    def stands_before_label(self, token: int) -> bool:
        """Whether a run begins its line and a label ends it: it is not the run of a row above."""
        bound, text, label = self.bound, self.bound.page.text.characters, token + 1
        if label == len(bound.tokens):
            return False
        (begin, _), (_, end) = bound.token_places[token], bound.token_places[label]
        if text[begin - 1 : begin] != "\n" or text[end : end + 1] not in ("\n", ""):
            return False
        words = _key(bound.tokens[label])
        is_row = _row_before(words, bound.form)[0] is not None
        return is_row or (
            words.startswith(_AFTER_LABEL_NUMBER) and _number_before(words) is not None
        )

    def digits_of(self, token: int, slot: Slot) -> str:
        """Return the digits of a run that are those of its row; none in a sentence: 12件.

        A digit or `?` behind them says that they cannot be told from what follows.
        """
        tokens, runs = self.bound.tokens, self.runs
        between = tokens[token + 1] if token + 1 < len(tokens) else ""
        # Only the first words behind a run say what kind of text follows.
        after, digits = _key(between[:_LONGEST_LABEL_CHARS]), without_units(tokens[token])
        # What stands between a run and the next one, if it is no label: 3x7, 12. 5.
        is_label = len(between.strip()) > _LONGEST_DAMAGE_CHARS or HAN.search(between)
        rest = "" if is_label or token + 2 not in runs else between
        rest = between[0] if _LETTER.match(between) else rest
        if rest or (token + 1 in runs and slot.table == "proactive"):
            # No total shows whether the number goes on in the next run: it is cut in no way.
            digits += rest.strip() or "?"
        elif after.startswith(_AFTER_LABEL_NUMBER):
            number = _number_before(after)
            digits = digits.removesuffix(number or digits[-1:])
            if number is None and slot.table == "proactive":
                # The number of a label that no form has may have one digit or two.
                digits += "?"
        return "" if after.startswith(_UNITS) else _PAGE_NUMBER.sub("", digits)

    def has_more_behind(self, token: int, rest: str) -> bool:
        """Whether anything but a label stands behind a label: then its cells are not blank."""
        tokens, runs = self.bound.tokens, self.runs
        if rest and not (HAN.match(rest) or rest.startswith(_BEGINS_A_LABEL)):
            return True
        next_token = token + 1
        while next_token < len(tokens) and not tokens[next_token].strip(" |"):
            next_token += 1
        if next_token > token + 1 and next_token in runs:
            return True  # the borders of blank cells stand before its figures
        if token + 1 not in runs:
            behind = "" if rest or token + 1 == len(tokens) else _key(tokens[token + 1])
            return 0 < len(behind) < _SHORTEST_LABEL_CHARS and behind not in LABELS
        if rest and _row_before(rest, self.bound.form)[0] is not None:
            return False
        digits = tokens[token + 1].strip()
        after = _key(tokens[token + 2]) if token + 2 < len(tokens) else ""
        if after.startswith(_AFTER_LABEL_NUMBER):
            digits = digits.removesuffix(_number_before(after) or digits[-1:])
        return bool(digits.strip())


def _key(words: str) -> str:
    if len(words) <= _LONGEST_LABEL_CHARS:
        return _short_key(words)
    return label_key(plain(words))


@lru_cache(maxsize=4096)
def _short_key(words: str) -> str:
    return label_key(plain(words))


_LAST_HEADS = "".join(label_key(column.label) for column in RESULT_COLUMNS[-2:])
"""The last two heads of table 4; its figures stand behind them."""


@frozen
class _Vocabulary:
    """What a form prints around its figures; each part is made when it is first asked for."""

    form: Form

    @cached_property
    def telltales(self) -> tuple[str, ...]:
        """The heads that tell forms apart."""
        told = frozenset[str]().union(*distinctive_labels(self.form))
        blocks = [block for table in self.form.tables for block in table.blocks]
        keys = [label_key(column.label) for block in blocks for column in block.columns]
        return tuple(key for key in keys if LABELS[key] in told)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The heads that stand in no sentence."""
        return (*self.telltales, _LAST_HEADS, label_key("申请人情况"))

    @cached_property
    def by_ending(self) -> Mapping[str, Sequence[tuple[str, Slot]]]:
        """The labels of the rows by their last two characters, the longest first."""
        labels, slots = dict[str, list[tuple[str, Slot]]](), ROWS[self.form.id]
        for key in sorted(LABELS, key=len, reverse=True):
            if LABELS[key] in slots:
                labels.setdefault(key[-2:], []).append((key, slots[LABELS[key]]))
        return labels

    @cached_property
    def numbered(self) -> tuple[tuple[str, Slot], ...]:
        """The labels of rows that begin with a number: these stand in no sentence."""
        slots = ((label, ROWS[self.form.id].get(kind)) for label, kind in LABELS.items())
        return tuple(
            (label, slot)
            for label, slot in slots
            if slot and (not label[0].isalpha() or label[1:2] == "、")
        )


@cache
def _vocabulary(form: Form) -> _Vocabulary:
    return _Vocabulary(form)


@lru_cache(maxsize=4096)
def _row_before(key: str, form: Form) -> tuple[Slot | None, Form]:
    """Return the row whose label ends these words, in this form or in another."""
    if key.endswith(_LAST_HEADS):
        return review_slot(form), form
    for candidate in (form, *FORMS):
        for label, slot in _vocabulary(candidate).by_ending.get(key[-2:], ()):
            # 其他 and 总计 are heads of columns as well. They are a row when a number, or nothing,
            # stands before them.
            if key.endswith(label) and (
                not slot.confusable or key in (label, f".{label}") or not label[0].isalpha()
            ):
                return slot, candidate
    return None, form


@lru_cache(maxsize=4096)
def _number_before(after: str) -> str | None:
    """Return the number of the label that goes on with these words."""
    tables = [table for form in FORMS if form.is_tabular for table in form.tables]
    for key in (label_key(row.label) for table in tables for row in table.rows):
        rest = key.lstrip("0123456789")
        if rest != key and after.startswith(rest):
            return key.removesuffix(rest)
    return None


def find_row_above(rows: Sequence[RunRow], row: RunRow) -> RunRow | None:
    """Return the row without figures whose label stands directly above that of another row."""
    above = [other for other in rows if not other.digits and other.token == row.token - 1]
    return above[0] if row.digits and len(above) == 1 else None


def split_merged_rows(bound: Bound, rows: Sequence[RunRow]) -> list[RunRow]:
    """Return the rows of table 3, with merged rows split at the one place where both add up.

    Where there is no such place, or more than one, the rows above whose figures may stand in
    another row are left out: such a row is unread, not blank.
    """
    kept = {row.slot.first: row for row in rows}
    for row in rows:
        merged = [other for other in rows if not other.digits and other.token == row.token - 1]
        digits, width = row.digits, row.slot.width
        if not digits or not merged or segment_balanced(digits, width) != ():
            continue
        for other in merged:
            del kept[other.slot.first]
        # A space between the two rows belongs to neither.
        places = [
            place
            for place in range(width, len(digits) - width + 1)
            if not digits[place].isspace()
            and segment_balanced(digits[:place], width)
            and segment_balanced(digits[place:], width)
        ]
        if len(merged) == len(places) == 1:
            at = places[0]
            upper = evolve(merged[0], digits=digits[:at], token=row.token, begin=row.begin)
            lower = evolve(row, digits=digits[at:], begin=row.begin + at)
            kept |= {upper.slot.first: upper, lower.slot.first: lower}
        names = " and ".join(f"{one.slot.table}.{one.slot.row}" for one in (*merged, row))
        message = f"the figures of {names} stand together behind their labels"
        note_at(bound, "rows_merged", message, [row.token])
    return list(kept.values())
