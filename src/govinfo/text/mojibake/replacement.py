"""Characters that are lost for good: U+FFFD, which a decoder puts where it could read nothing.

They are noted where they stand, and otherwise left alone: what is read there is read as damaged.
Only in a date they can be nothing but 年, 月 and 日.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from govinfo.notes import Note
from govinfo.spans import Edit, Span
from govinfo.text.mend import MOST_REGIONS, Repair, regions
from govinfo.text.mojibake.encodings import LOST

__all__ = ["LOST_CHARACTERS", "LOST_DATES"]

_RUN = re.compile(f"{LOST}+")
_DAY = rf"(1[0-2]|0?[1-9])([月{LOST}])(3[01]|[12]\d|0?[1-9])([日{LOST}])"
_DATE = re.compile(rf"(?<!\d)((?:19|20)\d\d)([年{LOST}]){_DAY}(?!\d)|(?<=[至到]){_DAY}(?!\d)")
_WORDS = {2: "年", 4: "月", 6: "日", 8: "月", 10: "日"}
"""What stands in each group of the pattern that may be lost."""


def _is_lost(text: str) -> bool:
    return LOST in text


def _dates(text: str) -> Iterator[Edit]:
    """Put back the words of a date: between a year, a month and a day in figures stands nothing else."""
    for match in _DATE.finditer(text):
        for group, word in _WORDS.items():
            if match[group] == LOST:
                yield Edit(*match.span(group), word)


def _inferred(text: str, edits: Sequence[Edit]) -> Iterator[Note]:
    for span, among in regions(edits, lambda start, end: text[start:end].isdecimal()):
        words = "".join(edit.replacement for edit in among)
        yield Note(
            "characters_inferred",
            f"{words} is lost here, and follows from the figures around it",
            span,
        )


def _lost(text: str, _edits: Sequence[Edit]) -> Iterator[Note]:
    """Note each run of lost characters; after the first twenty, one note stands for all that follow."""
    for number, match in enumerate(islice(_RUN.finditer(text), MOST_REGIONS), 1):
        start, end = match.span()
        if number == MOST_REGIONS:
            end = text.rindex(LOST) + 1
        count = text.count(LOST, start, end)
        where = "in its place" if count == 1 else "in their places"
        yield Note("characters_lost", f"{count} lost here; U+FFFD stands {where}", Span(start, end))


LOST_DATES = Repair("dates with lost words", _is_lost, _dates, notes=_inferred)
LOST_CHARACTERS = Repair("lost characters", _is_lost, lambda _: (), notes=_lost)
