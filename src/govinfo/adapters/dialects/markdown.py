"""Markdown with tables as GitHub writes them: `| 规章 | 0 | 0 | 0 |` under a line of dashes.

Cells that span columns or rows are left empty or repeated. Headings carry `#`, emphasis `*`; both
are dropped with other ornaments of a label. A cell of dashes is no cell.
"""

from __future__ import annotations

import re

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.pipes import read_rows
from govinfo.adapters.layout.pandas_index import unnumbered
from govinfo.page import Page
from govinfo.spans import Span, Text

__all__ = ["MARKDOWN", "read", "recognise"]

_DASHES = re.compile(r"\|[ \t]*:?-{3}|-{3}:?[ \t]*\|")
_ROW = re.compile(r"^[^\S\n]*\|(.*\|)", re.MULTILINE)
_CELL = re.compile(r"([^|]*)\|")
_MATCH = Match(0.9, "a line of dashes under the head of a table")


def recognise(text: Text) -> Match | None:
    """Return a match for a line of dashes under the head of a table."""
    characters = str(text)
    dashes = "|" in characters and "---" in characters and _DASHES.search(characters)
    return _MATCH if dashes else None


def read(text: Text) -> Page:
    """Return a page with the rows between pipes, without numbers that pandas adds."""
    characters = str(text)
    # Only pandas sets a column flush right: the numbers in front of the rows.
    if "-:|" in characters:
        rows = list[list[Span]]()
        for line in _ROW.finditer(characters):
            cells = _CELL.finditer(characters, *line.span(1))
            rows.append([Span(*cell.span(1)) for cell in cells])
        text = unnumbered(text, rows)
    return read_rows(text)


MARKDOWN = Adapter("markdown", recognise, read, surest=_MATCH.score)
