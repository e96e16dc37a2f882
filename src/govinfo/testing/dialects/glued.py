"""Reports that have lost all or most separators, as `get_text("")` leaves a page."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines
from govinfo.testing.drafts.sheets import PrintedTable

__all__ = ["collapsed"]

_END = "\n"


def collapsed(draft: Draft, *, kept: int = 0, seed: int = 0, style: Style = PLAIN) -> str:
    """Print the body on one line without separators; of 100 borders, `kept` become a space.

    Title and header fields keep their own lines.
    """
    dice = Random(seed)

    def table(sheet: PrintedTable) -> Iterator[str]:
        line = ""
        for row in sheet.rows:
            for cell in row:
                space = " " if dice.randint(1, 100) <= kept else ""
                line += printed_cell(draft, cell, style) + space
        yield line

    lines = list(report_lines(draft, table, style))
    head = lines.index(draft.introduction)
    return "".join(f"{line}{_END}" for line in lines[:head]) + "".join(lines[head:]) + _END
