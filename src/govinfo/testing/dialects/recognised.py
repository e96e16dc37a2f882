"""Reports as recognisers of layouts write them: tables in LaTeX, and in the tags of OTSL."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines
from govinfo.testing.drafts.sheets import PrintedCell, PrintedTable

__all__ = ["latex", "otsl"]

_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "%_#$&"})


def latex(
    draft: Draft,
    *,
    spanned: bool = True,
    styled: bool = False,
    broken: bool = False,
    style: Style = PLAIN,
) -> str:
    r"""Print tables as `tabular`: `&` between cells, `\\` behind each row.

    Args:
        draft: The report.
        spanned: Cells that span others are `\multicolumn` and `\multirow`; else places stay empty.
        styled: Labels are bold, figures are formulas, and headings are commands.
        broken: Each cell has a line of its own.
        style: What any dialect may print in more than one way.

    """

    def table(sheet: PrintedTable) -> Iterator[str]:
        yield r"\begin{table}[h]\centering"
        yield rf"\begin{{tabular}}{{{'|c' * sheet.width}|}} \hline"
        above: list[PrintedCell] = []
        for row in sheet.filled():
            cells = list(_cells(draft, row, above, style))
            printed = [_latex_cell(*cell, spanned=spanned, styled=styled) for cell in cells]
            yield ("\n& " if broken else " & ").join(printed) + r" \\ \hline"
            above = row
        yield r"\end{tabular}"
        yield r"\end{table}"

    def heading(text: str) -> str:
        return rf"\section*{{{text}}}" if styled else text

    return "\n".join(report_lines(draft, table, style, heading=heading)) + "\n"


def otsl(draft: Draft, *, tagged: bool = False, style: Style = PLAIN) -> str:
    """Print tables with a tag before each cell and `<nl>` behind each row.

    Args:
        draft: The report.
        tagged: The whole is a document of Docling, with places on the page.
        style: What any dialect may print in more than one way.

    """
    place = "<loc_35><loc_40><loc_465><loc_90>" if tagged else ""

    def table(sheet: PrintedTable) -> Iterator[str]:
        above: list[PrintedCell] = []
        written = ""
        for row in sheet.filled():
            for column, cell in enumerate(row):
                is_left = column > 0 and row[column - 1] is cell
                is_up = any(cell is other for other in above)
                text = printed_cell(draft, cell, style)
                if is_left or is_up:
                    written += "<xcel>" if is_left and is_up else "<lcel>" if is_left else "<ucel>"
                else:
                    written += f"<fcel>{text}" if text else "<ecel>"
            written += "<nl>"
            above = row
        yield f"<otsl>{place}{written}</otsl>"

    def heading(text: str) -> str:
        return f"<section_header_level_1>{place}{text}</section_header_level_1>" if tagged else text

    lines = list(report_lines(draft, table, style, heading=heading))
    if tagged:
        lines = [line if line[:1] == "<" else f"<text>{place}{line}</text>" for line in lines]
        lines = ["<doctag>", *lines, "</doctag>"]
    return "\n".join(lines) + "\n"


def _cells(
    draft: Draft, row: list[PrintedCell], above: list[PrintedCell], style: Style
) -> Iterator[tuple[PrintedCell, str]]:
    """Yield each distinct cell of a row and its text; one from the row above has none."""
    for column, cell in enumerate(row):
        if column == 0 or cell is not row[column - 1]:
            is_up = any(cell is other for other in above)
            yield cell, "" if is_up else printed_cell(draft, cell, style)


def _latex_cell(cell: PrintedCell, text: str, *, spanned: bool, styled: bool) -> str:
    written = text.translate(_SPECIAL)
    if styled and written:
        written = rf"\textbf{{{written}}}" if cell.label else f"${written}$"
    if not spanned:
        return written + " &" * (cell.across - 1)
    if cell.down > 1 and text:
        written = rf"\multirow{{{cell.down}}}{{*}}{{{written}}}"
    return rf"\multicolumn{{{cell.across}}}{{c|}}{{{written}}}" if cell.across > 1 else written
