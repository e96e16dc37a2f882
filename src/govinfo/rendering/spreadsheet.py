"""CSV for programs and for spreadsheets, which take some texts for formulas and run them.

A text that a spreadsheet would run gets an apostrophe in front: it is then shown as a text, and
never evaluated. So do texts that look already guarded, which is why whoever reads the file back
takes off one apostrophe, and has the text. Numbers are written as they are, also negative ones.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

__all__ = ["csv_text", "guarded"]

_RUN_AS_FORMULA = re.compile("['\\s]*[=+\\-@\t\r\n＝＋－＠]")
"""How texts begin that a spreadsheet runs, or that were guarded from that."""


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV, every text in them guarded."""
    written = io.StringIO()
    safe = ([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    csv.writer(written, lineterminator="\n").writerows(safe)
    return written.getvalue()


def guarded(text: str) -> str:
    """Return a text for a spreadsheet: with an apostrophe in front if it would run as a formula."""
    return f"'{text}" if _RUN_AS_FORMULA.match(text) else text
