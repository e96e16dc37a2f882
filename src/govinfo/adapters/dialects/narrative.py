"""Running text, one paragraph a line: the reports before 2019, and all else without tables."""

from __future__ import annotations

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Page, Stream
from govinfo.spans import Span, Text

__all__ = ["NARRATIVE"]

_MATCH = Match(0.1, "running text, if nothing else")


def _recognise(text: Text) -> Match | None:
    return _MATCH if len(text) else None


def _read(text: Text) -> Page:
    return Page(text, (Stream(Span(0, len(text)), ("\n",)),))


NARRATIVE = Adapter("narrative", _recognise, _read, surest=_MATCH.score)
