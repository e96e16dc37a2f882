"""One table row a line, the cells divided by pipes: `规章 | 0 | 0 | 0 |`.

Spanned cells leave empty cells behind, mostly at the end of a row. Lines without a pipe are running text.
"""

from __future__ import annotations

import re

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Block, Grid, Page, Stream
from govinfo.spans import Span, Text

__all__ = ["PIPES", "page_of_tables"]

_TWO_NUMBERS = re.compile(r"\|[^\S\n]*[\d/０-９—-]+[^\S\n]*\|[^\S\n]*[\d/０-９—-]+[^\S\n]*(?:\||\n|$)")
_EMPTY_ROW = re.compile(r"\|[^\S\n]+\|[^\S\n]+\|[^\S\n]*\|")
_PIPED_LINES = re.compile(r"^[^\n|]*\|[^\n]*(?:\n[^\n|]*\|[^\n]*)*", re.MULTILINE)


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    if "|" not in characters:
        return None
    if _TWO_NUMBERS.search(characters):
        return Match(0.8, "numbers stand side by side on one line, divided by pipes")
    if _EMPTY_ROW.search(characters):
        return Match(0.6, "empty cells stand side by side on one line, divided by pipes")
    return None


def page_of_tables(text: Text, tables: re.Pattern[str]) -> Page:
    """Return a page whose tables are what the pattern finds, and whose other lines stand each for itself."""
    characters, blocks, done = str(text), list[Block](), 0
    for match in tables.finditer(characters):
        if match.start() > done:
            blocks.append(Stream(Span(done, match.start()), ("\n",)))
        blocks.append(Grid(Span(*match.span()), "|"))
        done = match.end()
    if done < len(characters) or not blocks:
        blocks.append(Stream(Span(done, len(characters)), ("\n",)))
    return Page(text, tuple(blocks))


def _read(text: Text) -> Page:
    return page_of_tables(text, _PIPED_LINES)


PIPES = Adapter("pipes", _recognise, _read)
