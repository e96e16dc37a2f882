"""Reports as spreadsheets and pandas export them: commas, tabs or semicolons between cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable

__all__ = ["delimited", "numbered"]

_LONG_LABEL = 8
"""A longer label is broken over two lines, if `broken` is asked for."""


def delimited(  # noqa: PLR0913 - files differ in just these ways, and in any of them at once
    draft: Draft,
    *,
    separator: str = ",",
    quoted: bool = False,
    broken: bool = False,
    ragged: bool = False,
    repeated: bool = False,
    framed: bool = False,
    style: Style = PLAIN,
) -> str:
    """Print one row a line with commas, tabs or semicolons between cells, as spreadsheets do.

    Args:
        draft: the report.
        separator: the character between cells.
        quoted: with every cell in quotation marks, also those that need none.
        broken: with a line break in the middle of long labels, and so in quotation marks.
        ragged: without cells in spanned places.
        repeated: with the spanning cell in each of these places.
        framed: with the numbers that pandas puts above and in front of a table.
        style: what any dialect may print in more than one way.

    """

    def table(sheet: PrintedTable) -> Iterator[str]:
        rows: list[list[str]] = list(spread(draft, sheet, style, repeated=repeated))
        if ragged:
            rows = [[printed_cell(draft, cell, style) for cell in row] for row in sheet.rows]
        for row in numbered(rows) if framed else rows:
            cells = map(_broken, row) if broken else row
            yield separator.join(_quoted(cell, separator, always=quoted) for cell in cells)

    return "\n".join(report_lines(draft, table, style)) + "\n"


def numbered(rows: Iterator[list[str]] | Sequence[list[str]]) -> Iterator[list[str]]:
    """Yield the rows behind their numbers, and the numbers of the columns first, as in pandas."""
    listed = list(rows)
    yield ["", *map(str, range(len(listed[0])))]
    yield from ([str(place), *row] for place, row in enumerate(listed))


def _quoted(cell: str, separator: str, *, always: bool) -> str:
    needed = always or separator in cell or '"' in cell or "\n" in cell
    return '"' + cell.replace('"', '""') + '"' if needed else cell


def _broken(label: str) -> str:
    middle = len(label) // 2
    return (
        f"{label[:middle]}\n{label[middle:]}"
        if len(label) > _LONG_LABEL and not label[0].isdigit()
        else label
    )
