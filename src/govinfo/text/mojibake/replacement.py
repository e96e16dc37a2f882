"""Lost characters: U+FFFD, which a decoder writes where it can read nothing.

Each has a note and otherwise stays: what holds one is read as damaged. In a date they can be
nothing but 年, 月 and 日, and these come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from govinfo.notes import Note
from govinfo.spans import Edit, Span
from govinfo.text.mojibake.encodings import LOST
from govinfo.text.regions import MOST_REGIONS, regions

__all__ = ["has_lost_characters", "note_dates", "note_lost_characters", "repair_dates"]

_RUN = re.compile(f"{LOST}+")
_DAY = rf"(1[0-2]|0?[1-9])([月{LOST}])(3[01]|[12]\d|0?[1-9])([日{LOST}])"
_DATE = re.compile(rf"(?<!\d)((?:19|20)\d\d)([年{LOST}]){_DAY}(?!\d)|(?<=[至到]){_DAY}(?!\d)")
_WORDS = {2: "年", 4: "月", 6: "日", 8: "月", 10: "日"}
"""The word in each group of the pattern that may be lost."""


def has_lost_characters(text: str) -> bool:
    """Whether a text has lost characters."""
    return LOST in text


def repair_dates(text: str) -> Iterator[Edit]:
    """Yield the edits that put back the lost words between a year, a month and a day in figures."""
    for match in _DATE.finditer(text):
        for group, word in _WORDS.items():
            if match[group] == LOST:
                yield Edit(*match.span(group), word)


def note_dates(text: str, edits: Sequence[Edit]) -> Iterator[Note]:
    """Yield a note for each date that got words back."""
    for span, inside in regions(edits, lambda start, end: text[start:end].isdecimal()):
        words = "".join(edit.replacement for edit in inside)
        message = f"{words} was lost here; the figures around it show what it was"
        yield Note("characters_inferred", message, span)


def note_lost_characters(text: str, _edits: Sequence[Edit]) -> Iterator[Note]:
    """Yield a note for each run of lost characters; the twentieth stands for all that follow."""
    for number, match in enumerate(islice(_RUN.finditer(text), MOST_REGIONS), 1):
        start, end = match.span()
        if number == MOST_REGIONS:
            end = text.rindex(LOST) + 1
        count = text.count(LOST, start, end)
        are_lost = "character is lost" if count == 1 else "characters are lost"
        message = f"{count} {are_lost} here; U+FFFD stands for each"
        yield Note("characters_lost", message, Span(start, end))
