"""Markdown with tables as GitHub writes them: `| 规章 | 0 | 0 | 0 |` under a line of dashes.

Cells that span columns or rows are left empty or repeated. Headings carry `#`, emphasis `*`; both are ornaments of a
label and are dropped with the rest of its spelling, and a cell of dashes is no cell.
"""

from __future__ import annotations

import re

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.pipes import read_rows
from govinfo.spans import Text

__all__ = ["MARKDOWN"]

_DASHES = re.compile(r"\|[ \t]*:?-{3}|-{3}:?[ \t]*\|")
_MATCH = Match(0.9, "a line of dashes under the head of a table")


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    return _MATCH if "|" in characters and "---" in characters and _DASHES.search(characters) else None


MARKDOWN = Adapter("markdown", _recognise, read_rows)
