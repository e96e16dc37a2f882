"""Web pages: each row of a table is a row of cells, everything else is one line a paragraph.

Once its markup is taken away, a page is lines with tabs between the cells; what spans columns or rows stands once,
where it begins. `text.markup` does the work, before all other repairs: they need not go through the markup.
"""

from __future__ import annotations

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.pipes import read_rows
from govinfo.page import Page
from govinfo.spans import Text
from govinfo.text.markup import is_markup, is_page, without_markup

__all__ = ["HTML"]

_MATCH = Match(1.0, "the tags of tables or paragraphs")


def _recognise(text: Text) -> Match | None:
    return _MATCH if is_page(text.source) else None


def _read(text: Text) -> Page:
    return read_rows(without_markup(text) if is_markup(text.characters) else text, "\t")


HTML = Adapter("html", _recognise, _read, surest=_MATCH.score)
