"""Digits of other scripts than ours, ٣ or ３ in bold, written as 0 to 9.

Python takes them for digits wherever it looks for some, and reads a number that mixes them as any
other. So they are all written in the same way before anybody looks, and a note says where. Digits
of full width are left: every table of characters has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import decimal

from govinfo.notes import Note
from govinfo.spans import Edit
from govinfo.text.mend import Repair, regions

__all__ = ["FOREIGN_DIGITS"]

_FOREIGN = r"[^\D0-9０-９]"
_RUN = re.compile(
    rf"{_FOREIGN}+"
    # The Arabic decimal point and thousands separator, between digits.
    rf"|(?<=\d)[٫٬](?=\d)"
)
_MARKS = {"٫": ".", "٬": ","}
_SHOWN = 40
"""So many digits of a run are enough for a note."""


def _has_foreign(text: str) -> bool:
    # In UTF-8 such digits begin with one of these bytes, and hardly anything else in a Chinese text
    # does. Bytes are searched at the speed of memory, and any pattern over the text costs five
    # times all of this.
    data = text.encode("utf-8", "surrogatepass")
    return (
        b"\xd9" in data
        or b"\xdb" in data
        or b"\xdf" in data
        or b"\xe0" in data
        or b"\xe1" in data
        or b"\xea" in data
        or b"\xf0" in data
    ) and _RUN.search(text) is not None


def _edits(text: str) -> Iterator[Edit]:
    """Write each run of such digits in ours, one for one."""
    for match in _RUN.finditer(text):
        yield Edit(*match.span(), "".join(_MARKS.get(one) or str(decimal(one)) for one in match[0]))


def _notes(text: str, edits: Sequence[Edit]) -> Iterator[Note]:
    for span, among in regions(
        edits, lambda start, end: start == end or text[start:end].isdecimal()
    ):
        was = "".join(text[edit.start : edit.end] for edit in among)[:_SHOWN]
        now = "".join(edit.replacement for edit in among)[:_SHOWN]
        yield Note(
            "digits_rewritten", f"{was} are digits of another script, and are read as {now}", span
        )


FOREIGN_DIGITS = Repair("digits of other scripts", _has_foreign, _edits, notes=_notes)
