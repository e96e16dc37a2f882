"""Units with a space before them, on pages where spaces divide cells: `12 件` is one cell."""

from __future__ import annotations

import re

from govinfo.figures import MEASURE_WORDS
from govinfo.spans import Edit, Text

__all__ = ["join_units", "joined_units"]

_APART = re.compile(rf" (?<=\d )(?=(?:{MEASURE_WORDS})(?:\s|\Z))")
"""The space between a figure and a measure word alone; those of money are in no cell of a count."""
_ANY = re.compile(rf" (?:{MEASURE_WORDS})")
"""A quick search, by which nearly all pages are told from those with such a space."""
_NUMBER_BEFORE = re.compile(r"[+-]?\d[\d.,]{0,15}\Z")
_LONGEST_NUMBER_CHARS = 17


def joined_units(characters: str) -> str:
    """Return the characters without the spaces between figures and their units."""
    return _APART.sub("", characters) if _ANY.search(characters) else characters


def join_units(text: Text, *, keeps_places: bool) -> Text:
    """Return the text without the spaces between figures and their units.

    Args:
        text: The text of a page.
        keeps_places: Whether each space goes before its figure, so that what stands behind on the
            line keeps its place.

    """
    characters, edits = str(text), list[Edit]()
    for space in _APART.finditer(characters) if _ANY.search(characters) else ():
        at = space.start()
        if keeps_places:
            before = characters[max(0, at - _LONGEST_NUMBER_CHARS) : at]
            number = _NUMBER_BEFORE.search(before)
            begin = at - len(before) + (number.start() if number else len(before))
            edits.append(Edit(begin, begin, " "))
        edits.append(Edit(at, at + 1, ""))
    return text.edited(edits) if edits else text
