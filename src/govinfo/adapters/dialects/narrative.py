"""Running text, one paragraph a line: the reports before 2019, and all else without tables.

Where all line breaks are lost, a numbered heading within a line becomes a cell of its own.
"""

from __future__ import annotations

import re

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Page, Stream
from govinfo.spans import Span, Text

__all__ = ["NARRATIVE", "read", "recognise"]

_MATCH = Match(0.1, "running text, if nothing else")
_LONG_LINE_CHARS = 1000
"""Hardly a paragraph is as long as this."""
_HEADING = re.compile(
    r"""
    (?<![^\s。！？；;）)”])           # behind the end of a sentence, or a space
    [一二三四五六七八九十]{1,2}、[ \u3000]?
    (?:
        # Two or three groups of words, up to a space,
        [^\s。，；：、（]{2,6} (?:、?[^\s。，；：（、]{1,10}){0,2} (?=\s)
        # or, where there is no space, up to one of the words that headings end with.
      | [^\s。，；：\d（]{0,30}?
        (?:情况|情況|概述|概况|概況|事项|事項|措施|打算|附表|统计表|統計表)
    )
    """,
    re.VERBOSE,
)


def recognise(text: Text) -> Match | None:
    """Return a weak match for every text that is not empty."""
    return _MATCH if len(text) else None


def read(text: Text) -> Page:
    """Return a page with a cell for each line, and for each heading in a long one."""
    whole, lines = Span(0, len(text)), text.characters.split("\n")
    if max(map(len, lines)) < _LONG_LINE_CHARS:
        return Page(text, (Stream(whole, ("\n",)),))
    cells, begin = list[Span](), 0
    for line in lines:
        end, done = begin + len(line), begin
        if len(line) >= _LONG_LINE_CHARS:
            for heading in _HEADING.finditer(text.characters, begin, end):
                if heading.start() > done:
                    cells.append(Span(done, heading.start()))
                cells.append(Span(*heading.span()))
                done = heading.end()
        cells.append(Span(done, end))
        begin = end + 1
    return Page(text, (Stream(whole, cells=tuple(cells)),))


NARRATIVE = Adapter("narrative", recognise, read, surest=_MATCH.score)
