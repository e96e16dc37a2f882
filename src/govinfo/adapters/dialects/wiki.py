"""Tables in the markup of MediaWiki: `{|`, `|-` between rows, one cell a line or `||` between.

The looks of a cell, `colspan="3" |`, and the marks of a heading are taken out.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Grid, Page
from govinfo.spans import Edit, Span, Text

__all__ = ["WIKI", "read", "recognise"]

_TABLE = re.compile(r"^[^\S\n]*\{\|", re.MULTILINE)
_LOOKS = re.compile(
    r"""
      ^[^\S\n]* (?:\{\||\|-+) (?P<line>[^\n]*)     # of a table or a row: the rest of its line
    | (?:\|\|?|!!?)                                # of a cell: attributes, up to a single pipe
      (?P<cell>
        (?> (?: [^\S\n]*+ [a-z-]{1,20}= (?:\"[^\"\n]{0,200}\"|\w{1,20}) )+ )
        [^\S\n]*+\|
      ) (?!\|)
    """,
    re.MULTILINE | re.VERBOSE,
)
# A mark that begins a line must end it: a line of nothing but marks is gone through once.
_HEADING = re.compile(r"^[^\S\n]*(?:(=++)[^=\n]++(=++)|(={2,}+))[^\S\n]*$", re.MULTILINE)
_CELL = re.compile(r"(?:^[^\S\n]*[|!]|\|\||!!)(?P<cell>(?:(?!\|\||!!)[^\n])*)", re.MULTILINE)
_MARKUP = ("{|", "|-", "|}")
_MATCH = Match(0.96, "a table in the markup of a wiki")

Row: TypeAlias = tuple[Span, ...]


def recognise(text: Text) -> Match | None:
    """Return a match for a table in the markup of a wiki."""
    characters = str(text)
    table = "{" in characters and "|-" in characters and _TABLE.search(characters)
    return _MATCH if table else None


def read(text: Text) -> Page:
    """Return a page with the rows of the tables, without attributes and marks."""
    characters, edits = str(text), list[Edit]()
    for looks in _LOOKS.finditer(characters):
        edits.append(Edit(*looks.span("cell" if looks["cell"] is not None else "line")))
    for heading in _HEADING.finditer(characters):
        edits += (Edit(*heading.span(n)) for n in (1, 2, 3) if heading[n] is not None)
    text = text.edited(sorted(edits, key=lambda edit: edit.start))
    return Page(text, (Grid(Span(0, len(text)), rows=_rows_in(str(text))),))


def _rows_in(characters: str) -> tuple[Row, ...]:
    """Return the rows of the tables, and each line of running text as a row of one cell."""
    rows, row, begin = list[Row](), list[Span](), 0
    for line in characters.split("\n"):
        end, start = begin + len(line), line.lstrip()[:2]
        if start[:1] in ("|", "!") and start not in (*_MARKUP, "|+"):
            row += (Span(*cell.span("cell")) for cell in _CELL.finditer(characters, begin, end))
        else:
            if row:
                rows.append(tuple(row))
                row = []
            if start not in _MARKUP:
                rows.append((Span(begin, end),))
        begin = end + 1
    if row:
        rows.append(tuple(row))
    return tuple(rows)


WIKI = Adapter("wiki", recognise, read, surest=_MATCH.score)
