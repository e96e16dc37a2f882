"""Repairs of a whole text: those that alter its shape, or its characters in bulk.

An undamaged page passes each of them as a few `in` tests. What concerns single characters only (glosses, scripts,
stray controls) waits until a piece is read, in `plain`.
"""

from __future__ import annotations

from govinfo.notes import Note
from govinfo.spans import Text
from govinfo.text.mend import Repair, mended
from govinfo.text.shape import BARS, BREAKS, UNSEEN_CHARACTERS

__all__ = ["REPAIRS", "repair"]

REPAIRS: tuple[Repair, ...] = (
    BREAKS,
    UNSEEN_CHARACTERS,
    BARS,
)
"""Every repair of whole texts, in the order they are made."""


def repair(text: Text) -> tuple[Text, tuple[Note, ...]]:
    """Return the text with every repair it needs, and what the reader has to know of them."""
    notes = list[Note]()
    for each in REPAIRS:
        if each.needed(text.characters):
            text, more = mended(text, each)
            notes += more
    return text, tuple(notes)
