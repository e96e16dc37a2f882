"""Running text, one paragraph a line: the reports before 2019, and all else without tables."""

from __future__ import annotations

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Page, Stream
from govinfo.spans import Span, Text

__all__ = ["NARRATIVE", "read", "recognise"]

_MATCH = Match(0.1, "running text, if nothing else")


def recognise(text: Text) -> Match | None:
    """Return a weak match for every text that is not empty."""
    return _MATCH if len(text) else None


_MOSTLY = 0.7
"""So great a part of the line breaks belong to empty lines where these stand between all lines."""


def read(text: Text) -> Page:
    """Return a page with a cell for each line; an empty line between all lines is no cell."""
    characters = text.characters
    is_double = 2 * characters.count("\n\n") >= _MOSTLY * (characters.count("\n") or 1)
    separators = ("\n\n", "\n") if is_double else ("\n",)
    return Page(text, (Stream(Span(0, len(text)), separators),))


NARRATIVE = Adapter("narrative", recognise, read, surest=_MATCH.score)
