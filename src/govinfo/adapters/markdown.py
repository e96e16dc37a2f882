"""Markdown with tables as GitHub writes them: `| 规章 | 0 | 0 | 0 |` under a line of dashes.

Cells that span columns or rows are left empty or repeated. Headings carry `#`, emphasis `*`; both are ornaments of a
label and are dropped with the rest of its spelling.
"""

from __future__ import annotations

import re

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.pipes import page_of_tables
from govinfo.page import Page
from govinfo.spans import Text

__all__ = ["MARKDOWN"]

_MATCH = Match(0.9, "a line of dashes under the head of a table")
_DASHES = re.compile(r"\|[ \t]*:?-{3}|-{3}:?[ \t]*\|")


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    return _MATCH if "|" in characters and "---" in characters and _DASHES.search(characters) else None


def _is_row(line: str) -> bool | None:
    if "|" not in line:
        return False
    # The line of dashes divides the head of a table from its body, and says nothing else.
    return None if "--" in line and not line.strip(" \t|:-") else True


def _read(text: Text) -> Page:
    return page_of_tables(text, _is_row)


MARKDOWN = Adapter("markdown", _recognise, _read)
