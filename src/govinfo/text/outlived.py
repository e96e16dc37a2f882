"""Glosses that outlived their character: in `L(fēng)險` the L is what is left of the two bytes of 風.

A character comes back where it is the only one with this gloss and this second byte; else only the
gloss goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govinfo.notes import Note
from govinfo.spans import Edit, Span
from govinfo.text.mend import MOST_REGIONS
from govinfo.text.pinyin import TONED, glossed

__all__ = ["notes_on_outlived", "outlived", "without_outlived"]

# The bracket comes first and the look behind it second, as for the glosses: so the search is fast.
_OUTLIVED = re.compile(rf"[(（](?<=[@-z{{}}~][(（])(?<![A-Za-z][A-Za-z][(（])({TONED})[)）]")
_WOUNDS = "?\ufffd"
"""What may stand for the first byte, in front of the second one."""


def outlived(text: str) -> Iterator[Edit]:
    """Yield what to write for each gloss whose character is lost."""
    for match in _OUTLIVED.finditer(text) if "(" in text or "（" in text else ():
        half = match.start() - 1
        fitting = [one for one in glossed(match[1]) if one.encode("gbk")[1:] == text[half].encode()]
        begin = half - (half > 0 and text[half - 1] in _WOUNDS)
        yield Edit(begin, match.end(), fitting[0] if len(fitting) == 1 else text[half])


def without_outlived(text: str) -> str:
    """Return the text with these characters put back, or without their glosses."""
    if ("(" not in text and "（" not in text) or _OUTLIVED.search(text) is None:
        return text
    pieces, done = [], 0
    for edit in outlived(text):
        pieces += [text[done : edit.start], edit.replacement]
        done = edit.end
    return "".join([*pieces, text[done:]])


def notes_on_outlived(text: str) -> Iterator[Note]:
    """Yield notes on them, no more than twenty; the spans count in this text."""
    for edit in islice(outlived(text), MOST_REGIONS):
        old, span = text[edit.start : edit.end], Span(edit.start, edit.end)
        if edit.replacement.isascii():
            yield Note(
                "characters_lost",
                f"of the character before the gloss in {old!r} only half a byte pair is left",
                span,
            )
        else:
            message = f"{old!r} is read as {edit.replacement!r}, by its gloss and the byte that is left of it"
            yield Note("characters_inferred", message, span)
