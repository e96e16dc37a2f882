"""Rows of which a tool put two or three figures into one cell: `26 369` for 26 and 369.

The row is read when it has exactly as many figures as the form has cells, and they add up. Then no
space between two figures is one inside a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from govinfo.binding.assignment import Bound, first_of, settle_printed, span_of
from govinfo.binding.tables.rows import Found
from govinfo.figures import Origin, Printed, State
from govinfo.notes import Note
from govinfo.page import NOWHERE
from govinfo.spans import Span

__all__ = ["put_squeezed"]

_WORD = re.compile(r"[^\s|]+")
_NUMBER = re.compile(r"0|[1-9]\d{0,9}", re.ASCII)


def put_squeezed(bound: Bound, row: Found, tokens: Sequence[int], group: int) -> bool:
    """Enter a row whose cells hold several figures, if all of them are there and add up.

    Args:
        bound: What has been found on the page so far.
        row: The row of the form.
        tokens: The tokens that hold its figures, and blanks.
        group: How many cells add up, with the sum as the last of them.

    Returns:
        Whether the row was entered.

    """
    first, width, characters = first_of(bound, row), row.slot.width, bound.page.text.characters
    found = (
        Span(*word.span())
        for token in tokens
        for word in _WORD.finditer(characters, *bound.token_places[token])
    )
    places = list(islice(found, width + 1))
    words = [characters[place.start : place.end] for place in places]
    is_taken = any(place != NOWHERE for place in bound.places[first : first + width])
    if len(words) != width or is_taken or not all(map(_NUMBER.fullmatch, words)):
        return False
    values = list(map(int, words))
    for begin in range(0, width, group):
        *parts, total = values[begin : begin + group]
        if sum(parts) != total:
            return False
    for index, (value, place) in enumerate(zip(values, places, strict=True), first):
        span = bound.page.text.source_span(place.start, place.end)
        settle_printed(bound, index, Printed(State.PRINTED, value), span, Origin.INFERRED)
    message = (
        f"{row.slot.table}.{row.slot.row} has several figures in one cell; they are read one by "
        f"one: there are {width}, as the form has cells, and they add up"
    )
    bound.notes.append(Note("cells_squeezed", message, span_of(bound, tokens)))
    return True
