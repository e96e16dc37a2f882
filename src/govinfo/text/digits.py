"""Digits of other scripts, such as ٣ or a bold 𝟑, are written as 0 to 9.

Python accepts these digits wherever it looks for a digit, and reads a number that mixes several
scripts. So this repair writes all of them in one way before anything else reads the text, and a
note says where. Full-width digits stay: every Chinese font has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import decimal

from govinfo.notes import Note
from govinfo.spans import Edit
from govinfo.text.regions import regions

__all__ = ["has_foreign_digits", "note_foreign_digits", "repair_foreign_digits"]

_FOREIGN_RUN = re.compile(
    r"""
      [^\D0-9０-９]+          # digits of another script
    | (?<=\d)[٫٬](?=\d)       # the Arabic decimal point and thousands separator, between digits
    """,
    re.VERBOSE,
)
_SEPARATORS = {"٫": ".", "٬": ","}
_MOST_SHOWN_DIGITS = 40
"""A note shows at most this many digits of a run."""


def has_foreign_digits(text: str) -> bool:
    """Whether a text has digits of another script."""
    # In UTF-8 such digits begin with one of these bytes, and hardly anything else in a Chinese text
    # does. One encoding and seven byte searches cost a fifth of any pattern that searches the text.
    data = text.encode("utf-8", "surrogatepass")
    return (
        b"\xd9" in data
        or b"\xdb" in data
        or b"\xdf" in data
        or b"\xe0" in data
        or b"\xe1" in data
        or b"\xea" in data
        or b"\xf0" in data
    ) and _FOREIGN_RUN.search(text) is not None


def repair_foreign_digits(text: str) -> Iterator[Edit]:
    """Yield the edits that write each run of such digits as 0 to 9, one for one."""
    for match in _FOREIGN_RUN.finditer(text):
        digits = "".join(_SEPARATORS.get(one) or str(decimal(one)) for one in match[0])
        yield Edit(*match.span(), digits)


def note_foreign_digits(text: str, edits: Sequence[Edit]) -> Iterator[Note]:
    """Yield a note for each number that had such digits."""
    for span, inside in regions(
        edits, lambda start, end: start == end or text[start:end].isdecimal()
    ):
        was = "".join(text[edit.start : edit.end] for edit in inside)[:_MOST_SHOWN_DIGITS]
        now = "".join(edit.replacement for edit in inside)[:_MOST_SHOWN_DIGITS]
        message = f"{was} are digits of another script, and are read as {now}"
        yield Note("digits_rewritten", message, span)
