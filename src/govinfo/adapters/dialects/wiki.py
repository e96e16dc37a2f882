"""Tables in the markup of MediaWiki: `{|`, `|-` between rows, one cell a line or `||` between those of one row.

What is said of how a cell looks, `colspan="3" |`, and the marks of a heading are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Grid, Page
from govinfo.spans import Edit, Span, Text

__all__ = ["WIKI"]

_TABLE = re.compile(r"^[^\S\n]*\{\|", re.MULTILINE)
_ATTRIBUTE = r"[^\S\n]*+[a-z-]{1,20}=(?:\"[^\"\n]{0,200}\"|\w{1,20})"
_ATTRIBUTES = re.compile(
    rf"^[^\S\n]*(?:\{{\||\|-+)(?P<line>[^\n]*)|(?:\|\|?|!!?)(?P<cell>(?>(?:{_ATTRIBUTE})+)[^\S\n]*+\|)(?!\|)",
    re.MULTILINE,
)
# What has begun with a mark ends with it: a line of nothing but marks is gone through once.
_HEADING = re.compile(r"^[^\S\n]*(?:(=++)[^=\n]++(=++)|(={2,}+))[^\S\n]*$", re.MULTILINE)
_CELL = re.compile(r"(?:^[^\S\n]*[|!]|\|\||!!)(?P<cell>(?:(?!\|\||!!)[^\n])*)", re.MULTILINE)
_MARKUP = ("{|", "|-", "|}")
_MATCH = Match(0.96, "a table in the markup of a wiki")

Row = tuple[Span, ...]


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    return (
        _MATCH if "{" in characters and "|-" in characters and _TABLE.search(characters) else None
    )


def _read(text: Text) -> Page:
    text = text.edited(sorted(_marks(str(text)), key=lambda edit: edit.start))
    return Page(text, (Grid(Span(0, len(text)), rows=tuple(_rows(str(text)))),))


def _marks(characters: str) -> Iterator[Edit]:
    """Take out what is said of cells and tables, and the marks of headings."""
    for match in _ATTRIBUTES.finditer(characters):
        yield Edit(*match.span("cell" if match["cell"] is not None else "line"))
    for match in _HEADING.finditer(characters):
        yield from (Edit(*match.span(marks)) for marks in (1, 2, 3) if match[marks] is not None)


def _rows(characters: str) -> Iterator[Row]:
    """Yield the rows of the tables, and each line of running text as a row of one cell."""
    row, begin = list[Span](), 0
    for line in characters.split("\n"):
        end, start = begin + len(line), line.lstrip()[:2]
        if start[:1] in ("|", "!") and start not in (*_MARKUP, "|+"):
            row += (Span(*cell.span("cell")) for cell in _CELL.finditer(characters, begin, end))
        else:
            yield from filter(None, (tuple(row), () if start in _MARKUP else (Span(begin, end),)))
            row = []
        begin = end + 1
    if row:
        yield tuple(row)


WIKI = Adapter("wiki", _recognise, _read, surest=_MATCH.score)
