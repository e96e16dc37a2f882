"""Web pages: each row of a table is a row of cells, each paragraph elsewhere is one line.

Without its markup a page is lines with tabs between the cells. A cell that spans columns or rows
stands once, where it begins. `text.html.markup` takes the markup away before all other repairs, so
they need not go through it.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.pipes import read_rows
from govinfo.adapters.layout.pandas_index import unnumbered
from govinfo.page import Page
from govinfo.spans import Span, Text
from govinfo.text.html.markup import is_markup, is_page, without_markup
from govinfo.text.repairs import FORMATTING, repaired

__all__ = ["HTML", "read", "recognise"]

_OF_PANDAS = 'class="dataframe"'
"""The tables that pandas writes; it numbers their rows and columns from 0 on."""
_MATCH = Match(1.0, "the tags of tables or paragraphs")


def recognise(text: Text) -> Match | None:
    """Return a match for a source with the tags of a page."""
    return _MATCH if is_page(text.own_source) else None


def read(text: Text) -> Page:
    """Return a page with the rows of the tables, and a line for each paragraph."""
    bare = text
    if is_markup(text.characters):
        bare = without_markup(text)
        if FORMATTING.needed(bare.characters):
            bare, _ = repaired(bare, FORMATTING)
    if _OF_PANDAS in text.own_source:
        # In any other table the numbers 0, 1, 2 are values.
        rows, begin = list[tuple[Span, ...]](), 0
        for line in str(bare).split("\n"):
            ends = [*accumulate((len(cell) + 1 for cell in line.split("\t")), initial=begin)]
            rows.append(tuple(Span(start, end - 1) for start, end in pairwise(ends)))
            begin = ends[-1]
        bare = unnumbered(bare, rows)
    return read_rows(bare, "\t")


HTML = Adapter("html", recognise, read, surest=_MATCH.score)
