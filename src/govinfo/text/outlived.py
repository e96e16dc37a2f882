"""Glosses that outlived their character: in `L(fēng)險` the L is what is left of the two bytes of 風.

A character comes back where it is the only one with this gloss and this second byte; else only the gloss goes.
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

_OUTLIVED = re.compile(rf"(?<![A-Za-z])[?\ufffd]?(?P<half>[@-z{{}}~])[(（](?P<gloss>{TONED})[)）]")


def outlived(text: str) -> Iterator[Edit]:
    """Yield what to write for each gloss whose character is lost."""
    for match in _OUTLIVED.finditer(text) if "(" in text or "（" in text else ():
        fitting = [one for one in glossed(match["gloss"]) if one.encode("gbk")[1:] == match["half"].encode()]
        yield Edit(*match.span(), fitting[0] if len(fitting) == 1 else match["half"])


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
                "characters_lost", f"of the character before the gloss in {old!r} only half a byte pair is left", span
            )
        else:
            message = f"{old!r} is read as {edit.replacement!r}, by its gloss and the byte that is left of it"
            yield Note("characters_inferred", message, span)
