"""Reports as workbooks: the same sheets with merged cells, as numbers or as text."""

from __future__ import annotations

from html import escape
from typing import Any

from attrs import define, field

from govinfo.testing.documents.docx import archive
from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines
from govinfo.testing.drafts.sheets import PrintedCell, PrintedTable, printed_tables

__all__ = ["XLSX_VARIANTS", "workbook", "xlsx"]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="0&quot;件&quot;"/></numFmts>'
    "<fonts><font/><font><strike/></font>"
    '<font><vertAlign val="superscript"/></font><font><color rgb="FFFFFFFF"/></font></fonts>'
    "<cellXfs>"
    '<xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="2" fontId="0" fillId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"/>'
    '<xf numFmtId="0" fontId="3" fillId="0"/>'
    "</cellXfs></styleSheet>"
)
"""The styles: plain, two places, 件 behind a number, struck out, white."""

XLSX_VARIANTS: tuple[dict[str, Any], ...] = (
    {},
    {"apart": True},
    {"bordered": True, "shared": True},
    {"as_text": True, "apart": True},
    {"bordered": True, "hidden": True},
)
"""The options with which workbooks occur; the plainest stands first."""


@define
class _SheetMarkup:
    """A sheet in the making."""

    rows: dict[int, dict[int, str]] = field(factory=dict)
    merged: list[str] = field(factory=list)
    hidden_rows: set[int] = field(factory=set)
    next: int = 1

    def put(self, column: int, cell: str) -> None:
        """Put a cell into the row that is being written; `{place}` in it is the reference."""
        written = cell.replace("{place}", _place(self.next, column))
        self.rows.setdefault(self.next, {})[column] = written

    def merge(self, column: int, cell: PrintedCell) -> None:
        """Merge the places of a cell that begins in the row that is being written."""
        if cell.across > 1 or cell.down > 1:
            last = _place(self.next + cell.down - 1, column + cell.across - 1)
            self.merged.append(f"{_place(self.next, column)}:{last}")

    def xml(self) -> str:
        """Return the part of the sheet."""
        lines = list[str]()
        for row, cells in sorted(self.rows.items()):
            hidden = ' hidden="1"' if row in self.hidden_rows else ""
            inside = "".join(cells[column] for column in sorted(cells))
            lines.append(f'<row r="{row}"{hidden}>{inside}</row>')
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in self.merged)
        return (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>'
            f"<mergeCells>{merged}</mergeCells></worksheet>"
        )


@define
class _BookMarkup:
    """How one workbook writes its cells."""

    shared: bool
    as_text: bool
    bordered: bool
    strings: list[str] = field(factory=list)

    def cell(self, text: str) -> str:
        """Return a cell with a text or a number."""
        if not text:
            return '<c r="{place}" s="0"/>' if self.bordered else ""
        number = text.replace(".", "", 1)
        if not self.as_text and number.isdecimal() and number.isascii():
            two_places = int(text[-3:-2] == ".")
            return f'<c r="{{place}}" s="{two_places}"><v>{text}</v></c>'
        if self.shared:
            self.strings.append(text)
            return f'<c r="{{place}}" t="s"><v>{len(self.strings) - 1}</v></c>'
        return f'<c r="{{place}}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'

    def table(self, draft: Draft, sheet: PrintedTable, markup: _SheetMarkup, style: Style) -> None:
        """Put the rows of a table into a sheet."""
        above: list[PrintedCell] = []
        for row in sheet.filled():
            for column, cell in enumerate(row, 1):
                begins = column == 1 or cell is not row[column - 2]
                if begins and all(cell is not other for other in above):
                    markup.put(column, self.cell(printed_cell(draft, cell, style)))
                    markup.merge(column, cell)
                elif self.bordered:
                    markup.put(column, self.cell(""))
            above = row
            markup.next += 1


def xlsx(  # noqa: PLR0913 - workbooks differ in just these ways, and in any of them at once
    draft: Draft,
    *,
    apart: bool = False,
    bordered: bool = False,
    shared: bool = False,
    as_text: bool = False,
    hidden: bool = False,
    style: Style = PLAIN,
) -> bytes:
    """Return the draft as a workbook.

    Args:
        draft: The report.
        apart: Each table has a sheet of its own.
        bordered: Blank and covered places have a cell with a border.
        shared: Texts are shared strings.
        as_text: Figures are texts, and not numbers.
        hidden: Below each table there is a hidden row, and behind the sheets a hidden one.
        style: What any dialect may print in more than one way.

    """
    book, sheets = _BookMarkup(shared, as_text, bordered), [_SheetMarkup()]
    tables = {f"\0{sheet.table.id}": sheet for sheet in printed_tables(draft.form)}
    for line in report_lines(draft, lambda sheet: iter([f"\0{sheet.table.id}"]), style):
        if line not in tables:
            sheets[-1].put(1, book.cell(line))
            sheets[-1].next += 1
            continue
        if apart:
            sheets.append(_SheetMarkup())
        book.table(draft, tables[line], sheets[-1], style)
        if hidden:
            sheets[-1].hidden_rows.add(sheets[-1].next)
            sheets[-1].put(1, book.cell("规章"))
            sheets[-1].put(2, book.cell("75"))
            sheets[-1].next += 1
    names = [f"表{number}" for number, _ in enumerate(sheets, 1)]
    parts, states = [sheet.xml() for sheet in sheets], [""] * len(sheets)
    if hidden:
        names, parts, states = [*names, "底稿"], [*parts, parts[0]], [*states, "hidden"]
    return workbook(parts, names, states, book.strings)


def workbook(
    sheets: list[str],
    names: list[str] | None = None,
    states: list[str] | None = None,
    strings: list[str] | None = None,
) -> bytes:
    """Return a workbook of these sheets; `strings` may hold the markup of rich text."""
    names = names or [f"Sheet{number}" for number, _ in enumerate(sheets, 1)]
    states = states or [""] * len(sheets)
    listed, related, parts = "", "", dict[str, str]()
    for number, (sheet, name, state) in enumerate(zip(sheets, names, states, strict=True), 1):
        shown = f' state="{state}"' if state else ""
        listed += f'<sheet name="{name}" sheetId="{number}"{shown} r:id="rId{number}"/>'
        related += f'<Relationship Id="rId{number}" Target="worksheets/sheet{number}.xml"/>'
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet
    items = "".join(
        f"<si>{text}</si>" if text[:1] == "<" else f"<si><t>{escape(text)}</t></si>"
        for text in strings or ()
    )
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": (
                f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
                f"<sheets>{listed}</sheets></workbook>"
            ),
            "xl/_rels/workbook.xml.rels": f"<Relationships>{related}</Relationships>",
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{items}</sst>',
            "xl/styles.xml": _STYLES,
            **parts,
        }
    )


def _place(row: int, column: int) -> str:
    """Return the reference of a cell: the letters of its column, and its row."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
