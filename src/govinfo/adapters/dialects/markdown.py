"""Markdown with tables as GitHub writes them: `| 规章 | 0 | 0 | 0 |` under a line of dashes.

Cells that span columns or rows are left empty or repeated. Headings carry `#`, emphasis `*`; both
are ornaments of a label and are dropped with the rest of its spelling, and a cell of dashes is no
cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.pipes import read_rows
from govinfo.adapters.layout.pandas_index import unnumbered
from govinfo.page import Page
from govinfo.spans import Span, Text

__all__ = ["MARKDOWN"]

_DASHES = re.compile(r"\|[ \t]*:?-{3}|-{3}:?[ \t]*\|")
_ROW = re.compile(r"^[^\S\n]*\|(.*\|)", re.MULTILINE)
_CELL = re.compile(r"([^|]*)\|")
_MATCH = Match(0.9, "a line of dashes under the head of a table")


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    return (
        _MATCH if "|" in characters and "---" in characters and _DASHES.search(characters) else None
    )


def _read(text: Text) -> Page:
    # Numbers in front of the rows are set flush right; nothing else in these tables is.
    return read_rows(unnumbered(text, tuple(_rows(str(text)))) if "-:|" in str(text) else text)


def _rows(characters: str) -> Iterator[tuple[Span, ...]]:
    """Yield the cells of each line that begins with a pipe."""
    for line in _ROW.finditer(characters):
        yield tuple(Span(*cell.span(1)) for cell in _CELL.finditer(characters, *line.span(1)))


MARKDOWN = Adapter("markdown", _recognise, _read, surest=_MATCH.score)
