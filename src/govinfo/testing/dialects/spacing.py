"""Reports with one space between cells, on many lines or one, and the tables pandas prints."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.testing.dialects.tabular import numbered
from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable

__all__ = ["frames", "spaced"]


def spaced(
    draft: Draft, *, one_line: bool = False, repeated: bool = False, style: Style = PLAIN
) -> str:
    """Print cells with one space between them, a row a line or all on one; blank cells vanish."""

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
        rows = [first, *([cell or "NaN" for cell in row] for row in rest)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for number, *cells in rows:
            aligned = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
            yield "  ".join((number.ljust(widths[0]), *aligned))

    return "\n".join(report_lines(draft, table, style)) + "\n"
