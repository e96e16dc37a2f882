"""Tables as pandas prints them: with numbers above and in front, and NaN in a blank cell."""

from __future__ import annotations

import re

from govinfo.adapters.layout.pandas_index import unnumbered
from govinfo.page import Grid, Page
from govinfo.spans import Span, Text

__all__ = ["framed"]

_GAP = r"[^\S\n]"
_NUMBERED = re.compile(
    rf"""
    ^{_GAP}+[0０]{_GAP}+[1１](?:{_GAP}+\d+)*{_GAP}*\n    # the numbers of the columns
    {_GAP}*[0０]{_GAP}                                 # the number of the first row
    """,
    re.MULTILINE | re.VERBOSE,
)
_FIELD = re.compile(rf"\S+(?:{_GAP}\S+)*")


def framed(text: Text) -> Page | None:
    """Return the page of tables that pandas has printed, or `None` when there are none."""
    if not _NUMBERED.search(text.characters):
        return None
    text = unnumbered(text, _rows_in(text.characters))
    return Page(text, (Grid(Span(0, len(text)), rows=_rows_in(text.characters)),))


def _rows_in(characters: str) -> tuple[tuple[Span, ...], ...]:
    """Return the cells of each line; there are two spaces or more between them."""
    rows, begin = list[tuple[Span, ...]](), 0
    for line in characters.split("\n"):
        fields = _FIELD.finditer(line)
        rows.append(tuple(Span(begin + m.start(), begin + m.end()) for m in fields))
        begin += len(line) + 1
    return tuple(rows)
