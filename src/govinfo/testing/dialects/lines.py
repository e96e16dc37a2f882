"""Reports as lines of text: cells between pipes, stacked, as Markdown tables, or prose alone."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.testing.dialects.tabular import numbered
from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable

__all__ = ["markdown", "narrative", "pipes", "stacked"]


def pipes(
    draft: Draft,
    *,
    leading: bool = False,
    fillers: bool = True,
    one_line: bool = False,
    style: Style = PLAIN,
) -> str:
    """Print one row a line with `|` between cells; the places of spanned cells come last.

    With `one_line`, the line breaks are lost, and the whole report is one line.
    """

    def table(sheet: PrintedTable) -> Iterator[str]:
        for row in sheet.rows:
            missing = sheet.width - len(row) if fillers else 0
            cells = " | ".join(printed_cell(draft, cell, style) for cell in row)
            yield f"{'| ' if leading else ''}{cells} |{' ' if missing else ''}{'|' * missing}"

    return (" " if one_line else "\n").join(report_lines(draft, table, style)) + "\n"


def stacked(  # noqa: PLR0913 - each is one way in which such dumps differ.
    draft: Draft,
    *,
    blank_lines: bool = False,
    indent: str = "",
    pipes: bool = False,
    alone: bool = False,
    apart: int = 0,
    style: Style = PLAIN,
) -> str:
    """Print one cell a line; with `pipes`, each ends in ` |`, and spanned places are pipes.

    With `alone`, the pipe behind a cell has a line of its own. After each row follow `apart` empty
    lines more than between cells.
    """
    border = "\n|" if alone else " |" if pipes else ""

    def table(sheet: PrintedTable) -> Iterator[str]:
        for row in sheet.rows:
            yield from (printed_cell(draft, cell, style) + border for cell in row)
            if pipes and sheet.width > len(row):
                yield "|" * (sheet.width - len(row))
            yield from [""] * apart

    separator = "\n\n" if blank_lines else "\n"
    return separator.join(indent + line for line in report_lines(draft, table, style)) + "\n"


def markdown(  # noqa: PLR0913 - each is one way in which such tables differ.
    draft: Draft,
    *,
    repeated: bool = False,
    short: bool = False,
    framed: bool = False,
    one_line: bool = False,
    level: int = 2,
    style: Style = PLAIN,
) -> str:
    """Print headings with `#` and tables as in GFM; merged cells are empty, or `repeated`.

    With `short`, the lower cells of a merged one are left out. With `framed`, tables have the
    numbers that pandas puts above and in front of them. With `one_line`, the line breaks are lost,
    and the whole report is one line.
    """

    def table(sheet: PrintedTable) -> Iterator[str]:
        rows: Iterator[list[str]] = spread(draft, sheet, style, repeated=repeated, short=short)
        first, *rest = numbered(rows) if framed else rows
        rule = f"|---:|{':---|' * sheet.width}" if framed else _gfm(["---"] * sheet.width)
        yield "\n".join([_gfm(first), rule, *map(_gfm, rest)])

    lines = list(report_lines(draft, table, style, heading=lambda text: f"{'#' * level} {text}"))
    if style.title:
        lines[0] = f"# {lines[0]}"
    text = "\n\n".join(lines) + "\n"
    return " ".join(text.split()) if one_line else text


def narrative(  # noqa: PLR0913 - each is one way in which such texts differ.
    draft: Draft,
    *,
    blank_lines: bool = True,
    indent: str = "",
    border: str | None = None,
    one_line: bool = False,
    style: Style = PLAIN,
) -> str:
    """Print headings and prose without the tables of the draft.

    With a `border`, the cells of its annex follow, with the border between them. With `one_line`,
    everything from the introduction on is one line.
    """

    def annex(sheet: PrintedTable) -> Iterator[str]:
        cells = (printed_cell(draft, cell, style) for row in sheet.rows for cell in row)
        yield from (border.join(cells),) if border is not None and sheet.table.is_annex else ()

    lines = [indent + line for line in report_lines(draft, annex, style)]
    if one_line:
        head = lines.index(indent + draft.introduction)
        lines = [*lines[:head], (border or "").join(lines[head:])]
    return ("\n\n" if blank_lines else "\n").join(lines) + "\n"


def _gfm(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
