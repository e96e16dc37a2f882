"""Running text, one paragraph a line: the reports before 2019, and anything else without tables.

Where all line breaks are lost, the numbered headings in a line are cut out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Page, Stream
from govinfo.spans import Span, Text

__all__ = ["NARRATIVE"]

_MATCH = Match(0.1, "running text, if nothing else")
_LONG = 1000
"""Hardly a paragraph is as long as this."""
# A heading ends with a space, or, where there is none, with one of the words that headings end
# with.
_HEADING = re.compile(
    r"(?<![^\s。！？；;）)”])[一二三四五六七八九十]{1,2}、[ \u3000]?(?:"
    r"[^\s。，；：、（]{2,6}(?:、?[^\s。，；：（、]{1,10}){0,2}(?=\s)"
    r"|[^\s。，；：\d（]{0,30}?(?:情况|情況|概述|概况|概況|事项|事項|措施|打算|附表|统计表|統計表))"
)


def _recognise(text: Text) -> Match | None:
    return _MATCH if len(text) else None


def _read(text: Text) -> Page:
    whole = Span(0, len(text))
    if max(map(len, text.characters.split("\n"))) < _LONG:
        return Page(text, (Stream(whole, ("\n",)),))
    return Page(text, (Stream(whole, cells=tuple(_pieces(text.characters))),))


def _pieces(characters: str) -> Iterator[Span]:
    """Yield each line, cut before and behind the headings in it where it is too long for a paragraph."""
    begin = 0
    for line in characters.split("\n"):
        end, done = begin + len(line), begin
        for heading in _HEADING.finditer(characters, begin, end) if len(line) >= _LONG else ():
            if heading.start() > done:
                yield Span(done, heading.start())
            yield Span(*heading.span())
            done = heading.end()
        yield Span(done, end)
        begin = end + 1


NARRATIVE = Adapter("narrative", _recognise, _read, surest=_MATCH.score)
