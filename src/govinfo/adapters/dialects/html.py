"""Web pages: each row of a table is a row of cells, everything else is one line a paragraph.

Once its markup is taken away, a page is lines with tabs between the cells; what spans columns or
rows stands once, where it begins. `text.markup` does the work, before all other repairs: they need
not go through the markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.pipes import read_rows
from govinfo.adapters.layout.pandas_index import unnumbered
from govinfo.page import Page
from govinfo.spans import Span, Text
from govinfo.text.html.markup import is_markup, is_page, without_markup
from govinfo.text.repairs import FORMATTING, mended

__all__ = ["HTML"]

_OF_PANDAS = 'class="dataframe"'
"""What pandas calls the tables that it writes; it puts numbers in front of their rows and above their columns."""
_MATCH = Match(1.0, "the tags of tables or paragraphs")


def _recognise(text: Text) -> Match | None:
    return _MATCH if is_page(text.source) else None


def _read(text: Text) -> Page:
    bare = text
    if is_markup(text.characters):
        bare = without_markup(text)
        if FORMATTING.needed(bare.characters):
            bare, _ = mended(bare, FORMATTING)
    # Any other table that begins with 0, 1, 2 means them.
    return read_rows(
        unnumbered(bare, tuple(_rows(str(bare)))) if _OF_PANDAS in text.source else bare, "\t"
    )


def _rows(characters: str) -> Iterator[tuple[Span, ...]]:
    begin = 0
    for line in characters.split("\n"):
        ends = [*accumulate((len(cell) + 1 for cell in line.split("\t")), initial=begin)]
        yield tuple(Span(start, end - 1) for start, end in pairwise(ends))
        begin = ends[-1]


HTML = Adapter("html", _recognise, _read, surest=_MATCH.score)
