"""Reports with one space between cells, on many lines or one, and the tables pandas prints."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from govinfo.testing.dialects.tabular import numbered
from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable

__all__ = ["frames", "spaced"]


def spaced(
    draft: Draft, *, one_line: bool = False, repeated: bool = False, style: Style = PLAIN
) -> str:
    """Print cells with one space between them, blank ones as nothing, by rows or on one line."""

    def table(sheet: PrintedTable) -> Iterator[str]:
        rows: list[list[str]] = [
            [printed_cell(draft, cell, style) for cell in row] for row in sheet.rows
        ]
        if repeated:
            rows = list(spread(draft, sheet, style, repeated=True))
        yield from (" ".join(filter(None, row)) for row in rows)

    return (" " if one_line else "\n").join(report_lines(draft, table, style)) + "\n"


def frames(draft: Draft, *, repeated: bool = True, style: Style = PLAIN) -> str:
    """Print tables as pandas prints them: with numbers, flush right, and NaN in blank cells."""

    def table(sheet: PrintedTable) -> Iterator[str]:
        first, *rest = numbered(spread(draft, sheet, style, repeated=repeated))
        yield from _flush_right([first, *([cell or "NaN" for cell in row] for row in rest)])

    return "\n".join(report_lines(draft, table, style)) + "\n"


def _flush_right(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *rest = zip(row, widths, strict=True)
        cells = chain([first[0].ljust(first[1])], (cell.rjust(width) for cell, width in rest))
        yield "  ".join(cells)
