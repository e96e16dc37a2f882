"""Markdown with tables as GitHub writes them: `| 规章 | 0 | 0 | 0 |` under a line of dashes.

Cells that span columns or rows are left empty or repeated. Headings carry `#`, emphasis `*`; both are ornaments of a
label and are dropped with the rest of its spelling.
"""

from __future__ import annotations

import re

from govinfo.adapters.pipes import page_of_tables
from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Page
from govinfo.spans import Text

__all__ = ["MARKDOWN"]

_DASHES = ("|---", "| ---", "|:--", "| :--", "---|", "--- |")
# A run of lines with pipes, none of which is made of dashes only: the line of dashes divides a table in two.
_ROW = r"(?![ \t|:]*-{3}[-| \t:]*$)[^\n|]*\|[^\n]*"
_TABLES = re.compile(rf"^{_ROW}(?:\n{_ROW})*", re.MULTILINE)


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    if "|" in characters and any(dashes in characters for dashes in _DASHES):
        return Match(0.9, "a line of dashes under the head of a table")
    return None


def _read(text: Text) -> Page:
    return page_of_tables(text, _TABLES)


MARKDOWN = Adapter("markdown", _recognise, _read)
