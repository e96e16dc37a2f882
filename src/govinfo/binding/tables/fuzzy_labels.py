"""Labels that are broken over several lines, or have a wrong or a lost character.

They are looked for only when a row is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from govinfo.binding.assignment import Bound, note_unread, span_of
from govinfo.binding.kinds import NUMBERED, PROSE, UNKNOWN, UNREADABLE, VALUE
from govinfo.binding.tables.rows import CELLS, Found
from govinfo.forms.labels import FIRST, LABELS, LAST, ROWS, Slot, bare_key, label_key
from govinfo.notes import Note
from govinfo.page import NOWHERE
from govinfo.text.normalise import plain

__all__ = ["note_unknown_rows", "repaired_rows"]

_WORDS = f"{NUMBERED}-\uf0ff{UNKNOWN}"
_BROKEN = re.compile(f"([{FIRST}-{LAST}{_WORDS}]{{0,3}}[{_WORDS}])([{CELLS}]+)")
"""Up to four tokens of which the last is no known label, and the cells behind them."""
_UNKNOWN_ROW = re.compile(f"[{_WORDS}{PROSE}]([{CELLS}]+)")
"""Words that are no label, or a label of the length of a sentence, and the cells behind them."""
_FEWEST_BEHIND_A_SENTENCE = 2
_CHARACTERS_PER_ERROR = 4
"""A label may have one character wrong in so many; one that is shorter is never guessed: 规章."""


def repaired_rows(bound: Bound) -> Iterator[Found]:
    """Yield the rows whose label is damaged, each with a note of what was taken for what.

    Of two that seem to be the same row, as in a list of changes, neither is known to be it.
    """
    missing, found = _MissingRows.of(bound), dict[int, list[tuple[Found, str, int]]]()
    for match in _BROKEN.finditer(bound.kinds):
        begin, end = match.span(2)
        # The label is what stands before the cells, alone or with what stands above it.
        for first in range(match.start(1), begin):
            printed = "".join(plain(token) for token in bound.tokens[first:begin])
            slot = missing.named(label_key(printed), is_joined=begin - first > 1)
            if slot is not None and missing.may_stand_at(begin, slot):
                row = Found(slot, bound.form, begin, end, "", offset=None)
                found.setdefault(slot.first, []).append((row, printed.strip(), first))
                break
    for row, printed, first in (rows[0] for rows in found.values() if len(rows) == 1):
        if missing.may_stand_at(row.begin, row.slot):
            message = f"{printed!r} is read as the label of {row.slot.table}.{row.slot.row}"
            places = range(first, row.begin)
            bound.notes.append(Note("label_repaired", message, span_of(bound, places)))
            yield row


@frozen
class _MissingRows:
    """The rows that a table of the page does not have, though it has others."""

    bound: Bound
    slots: Mapping[str, Slot]
    """Each of them, by the keys of its label."""

    @classmethod
    def of(cls, bound: Bound) -> _MissingRows:
        """Return the missing rows of a page, as far as its rows were found."""
        places, slots = bound.places, ROWS[bound.form.id]
        present = {slot.table for slot in slots.values() if places[slot.first] != NOWHERE}
        missing = {
            key: slots[character]
            for key, character in LABELS.items()
            if character in slots
            and places[slots[character].first] == NOWHERE
            and slots[character].table in present
            and not slots[character].confusable
        }
        return cls(bound, missing)

    def named(self, key: str, *, is_joined: bool) -> Slot | None:
        """Return the row that has this label.

        A label on one token may have one character in four wrong, lost or added.
        """
        own = bare_key(key)
        if is_joined:
            return self.slots.get(key) or self.slots.get(own)
        if any(character.isdecimal() for character in own):
            # A figure that has run into the label is no damage to it.
            return None
        near = dict[int, Slot]()
        for known, slot in self.slots.items():
            errors = len(known) // _CHARACTERS_PER_ERROR
            if errors and abs(len(own) - len(known)) <= errors:
                # Imported here: few damaged pages need it, and it takes longer to load than they
                # take to read.
                import regex  # noqa: PLC0415

                pattern = f"(?:{regex.escape(known)}){{e<={errors}}}"
                if regex.fullmatch(pattern, own) is not None:
                    near[slot.first] = slot
        return near.popitem()[1] if len(near) == 1 else None

    def may_stand_at(self, token: int, slot: Slot) -> bool:
        """Whether the row then stands after the rows before it and before those after it."""
        table = self.bound.form.table(slot.table)
        start = self.bound.form.positions[table.addresses[0]]
        own = self.bound.places[start : start + len(table.addresses)]
        before = [place for place in own[: slot.first - start] if place != NOWHERE]
        after = [place for place in own[slot.first - start :] if place != NOWHERE]
        return (not before or max(before) < token) and (not after or token < min(after))


def note_unknown_rows(bound: Bound) -> None:
    """Note figures among the rows behind a label that no form has."""
    placed = {place for place in bound.places if place != NOWHERE}
    if not placed:
        return
    first, last = min(placed), max(placed)
    for match in _UNKNOWN_ROW.finditer(bound.kinds):
        begin, end = match.span(1)
        # One number behind a sentence may be that of a page.
        fewest = 1 if match[0][0] != PROSE else _FEWEST_BEHIND_A_SENTENCE
        if (
            match[1].count(VALUE) + match[1].count(UNREADABLE) >= fewest
            and placed.isdisjoint(range(begin, end))
            and first < begin < last
        ):
            note_unread(bound, range(begin - 1, end))
