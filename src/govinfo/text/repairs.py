"""Repairs of a whole text: those that alter its shape, or its characters in bulk.

An undamaged page passes each of them as a few `in` tests. What concerns single characters only
(glosses, scripts, stray controls) waits until a piece is read, in `plain`.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from govinfo.notes import Note
from govinfo.spans import Text
from govinfo.text.digits import FOREIGN_DIGITS
from govinfo.text.html.fragments import LEAKS
from govinfo.text.html.markup import is_markup, without_markup
from govinfo.text.markdown import MARKDOWN
from govinfo.text.marks import MARKS
from govinfo.text.mend import Repair, mended
from govinfo.text.mojibake.misaligned import SHIFTED
from govinfo.text.mojibake.mojibake import MOJIBAKE
from govinfo.text.mojibake.replacement import LOST_CHARACTERS, LOST_DATES
from govinfo.text.whitespace import BARS, BREAKS, UNSEEN_CHARACTERS

__all__ = ["REPAIRS", "repair"]

REPAIRS: tuple[Repair, ...] = (
    # Controls and soft hyphens may be bytes of damaged characters, so these come first.
    *MOJIBAKE,
    SHIFTED,
    FOREIGN_DIGITS,
    LOST_DATES,
    LOST_CHARACTERS,
    BREAKS,
    UNSEEN_CHARACTERS,
    *MARKDOWN,
    LEAKS,
    BARS,
    # Their cells are told by bars and tabs.
    MARKS,
)
"""Every repair of whole texts, in the order they are made."""


_LOOKS = tuple((needed, tuple(each)) for needed, each in groupby(REPAIRS, key=attrgetter("needed")))
"""The repairs by what shows that they are needed: neighbours that share a look have it once."""


def repair(text: Text) -> tuple[Text, tuple[Note, ...]]:
    """Return the text with every repair it needs, and what the reader has to know of them."""
    notes = list[Note]()
    if is_markup(text.characters):
        # The other repairs need not go through the markup, and what they look for could not be told
        # from it.
        text = without_markup(text)
    for needed, repairs in _LOOKS:
        for each in repairs if needed(text.characters) else ():
            text, more = mended(text, each)
            notes += more
    return text, tuple(notes)
