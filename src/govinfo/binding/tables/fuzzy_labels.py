"""Labels broken over several lines, or with a wrong or a lost character: looked for only when a row is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.binding.assignment import Bound, note_unread, span_of
from govinfo.binding.tables.rows import CELLS, Found
from govinfo.binding.tokens import NUMBERED, UNKNOWN, VALUE
from govinfo.cells import NOWHERE
from govinfo.forms.labels import FIRST, LABELS, LAST, ROWS, Slot, bare_key, label_key
from govinfo.model import Note
from govinfo.text.normalise import plain

__all__ = ["mended_rows", "note_unknown_rows"]

_WORDS = f"{NUMBERED}-\uf0ff{UNKNOWN}"
_BROKEN = re.compile(f"([{FIRST}-{LAST}{_WORDS}]{{0,3}}[{_WORDS}])([{CELLS}]+)")
_CHARACTERS_PER_ERROR = 4
"""A label may have one character wrong in so many; one that is shorter is never guessed: 规章."""


def mended_rows(bound: Bound) -> Iterator[Found]:
    """Yield the rows whose label is damaged, each with a note of what was taken for what."""
    keys = _missing(bound)
    for match in _BROKEN.finditer(bound.kinds):
        row = _mended(bound, keys, match.start(1), *match.span(2))
        if row is not None:
            yield row


def note_unknown_rows(bound: Bound) -> None:
    """Note figures behind a label that no form has, if they stand among the rows: added, or too damaged to tell."""
    placed = {place for place in bound.places if place != NOWHERE}
    if not placed:
        return
    first, last = min(placed), max(placed)
    for match in _BROKEN.finditer(bound.kinds):
        begin, end = match.span(2)
        if VALUE in match[2] and placed.isdisjoint(range(begin, end)) and first < begin < last:
            note_unread(bound, range(begin - 1, end))


def _mended(bound: Bound, keys: dict[str, Slot], start: int, begin: int, end: int) -> Found | None:
    """The row whose label is what stands before these cells, alone or with what stands above it."""
    for first in range(start, begin):
        printed = "".join(plain(token) for token in bound.tokens[first:begin])
        slot = _slot(label_key(printed), keys, joined=begin - first > 1)
        if slot is not None and _in_order(bound, slot, begin):
            message = f"{printed.strip()!r} is taken for the label of {slot.table}.{slot.row}"
            bound.notes.append(Note("label_mended", message, span_of(bound, range(first, begin))))
            return Found(slot, bound.form, begin, end, "", offset=None)
    return None


def _missing(bound: Bound) -> dict[str, Slot]:
    """The labels of rows not found, by key, of the tables that have other rows."""
    places, slots = bound.places, ROWS[bound.form.id]
    present = {slot.table for slot in slots.values() if places[slot.first] != NOWHERE}
    return {
        key: slots[character]
        for key, character in LABELS.items()
        if character in slots
        and places[slots[character].first] == NOWHERE
        and slots[character].table in present
        and not slots[character].confusable
    }


def _slot(key: str, keys: dict[str, Slot], *, joined: bool) -> Slot | None:
    if joined:
        return keys.get(key) or keys.get(bare_key(key))
    # A figure that has run into the label is no damage to it.
    own = bare_key(key)
    digits = any(character.isdecimal() for character in own)
    near = {slot.first: slot for known, slot in keys.items() if not digits and _nearly(own, known)}
    return near.popitem()[1] if len(near) == 1 else None


def _nearly(key: str, known: str) -> bool:
    """Whether a label has at most one character in four wrong, lost or added."""
    # Imported here: fuzzy matching is needed for damaged pages only, and takes longer to load than
    # they take to read.
    import regex  # noqa: PLC0415

    errors = len(known) // _CHARACTERS_PER_ERROR
    if not errors or abs(len(key) - len(known)) > errors:
        return False
    return regex.fullmatch(f"(?:{regex.escape(known)}){{e<={errors}}}", key) is not None


def _in_order(bound: Bound, slot: Slot, token: int) -> bool:
    """Whether the row stands after the rows before it and before those after it."""
    table = next(table for table in bound.form.tables if table.id == slot.table)
    start = bound.form.positions[table.addresses[0]]
    own = bound.places[start : start + len(table.addresses)]
    before = [place for place in own[: slot.first - start] if place != NOWHERE]
    after = [place for place in own[slot.first - start :] if place != NOWHERE]
    return (not before or max(before) < token) and (not after or token < min(after))
