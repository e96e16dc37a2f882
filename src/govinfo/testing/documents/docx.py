"""Reports as Word documents: the same sheets with spanned and merged cells."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Any

from attrs import frozen

from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines
from govinfo.testing.drafts.sheets import PrintedCell, PrintedTable

__all__ = ["DOCX_VARIANTS", "archive", "docx", "packed"]

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="{main}"/>'
    "</Relationships>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/{main}" '
    'ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of every part, so that the same draft is the same bytes."""
_NUMBER = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
_UNSEEN = (
    "<w:del w:id='1' w:author='a'><w:r><w:delText>71</w:delText></w:r></w:del>"
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>72</w:t></w:r>"
    "<w:r><w:instrText>PAGE 74</w:instrText></w:r>"
)
"""What stands in the file and not on the page: deleted, hidden, a field's code."""

DOCX_VARIANTS: tuple[dict[str, Any], ...] = (
    {},
    {"numbered": True},
    {"tracked": True},
    {"nested": True, "controls": True},
    {"strict": True, "controls": True, "tracked": True},
)
"""The options with which Word documents occur; the plainest stands first."""


def docx(  # noqa: PLR0913 - documents differ in just these ways, and in any of them at once
    draft: Draft,
    *,
    numbered: bool = False,
    tracked: bool = False,
    nested: bool = False,
    controls: bool = False,
    strict: bool = False,
    style: Style = PLAIN,
) -> bytes:
    """Return the draft as a Word document.

    Args:
        draft: The report.
        numbered: The numbers of headings come from a list, and stand nowhere in the text.
        tracked: Every cell and paragraph has tracked changes, hidden text and codes of fields.
        nested: Everything stands in a cell of a table that lays out the page.
        controls: Paragraphs, rows and cells stand in content controls.
        strict: The document uses the namespace of the strict standard.
        style: What any dialect may print in more than one way.

    """
    markup = _Markup(tracked, controls)
    lines = report_lines(draft, lambda sheet: iter([_table(draft, sheet, markup, style)]), style)
    headings = {part.heading for part in draft.parts} if numbered else set()
    body = "".join(
        line
        if line.startswith("<")
        else markup.heading(line)
        if line in headings
        else markup.paragraph(line)
        for line in lines
    )
    if nested:
        body = f"<w:tbl><w:tr><w:tc>{markup.paragraph('')}</w:tc><w:tc>{body}</w:tc></w:tr></w:tbl>"
    return packed(f"<w:body>{body}</w:body>", _STRICT if strict else _TRANSITIONAL)


def packed(body: str, namespace: str = _TRANSITIONAL) -> bytes:
    """Return a Word document with this body."""
    main = "word/document.xml"
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    document = f'{declaration}<w:document xmlns:w="{namespace}">{body}</w:document>'
    relations, types = _RELATIONS.format(main=main), _TYPES.format(main=main)
    # Stored as they are: how small a part becomes hangs on the version of zlib.
    parts = {"[Content_Types].xml": types, "_rels/.rels": relations, main: document}
    return archive(parts, zipfile.ZIP_STORED)


def archive(parts: dict[str, str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP archive of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, _LONG_AGO), content.encode(), compression)
    return buffer.getvalue()


@frozen
class _Markup:
    """How one document writes its paragraphs and cells."""

    tracked: bool
    controls: bool

    def paragraph(self, text: str, properties: str = "") -> str:
        """Return one paragraph; its characters are in two runs, as a word processor leaves them."""
        half = len(text) // 2
        runs = "".join(
            f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>'
            for run in (text[:half], text[half:])
        )
        if self.tracked:
            runs = f"{_UNSEEN}<w:ins w:id='2' w:author='a'>{runs}</w:ins>"
        return self.controlled(f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")

    def heading(self, text: str) -> str:
        """Return a heading whose number is that of a list."""
        return self.paragraph(text.partition("、")[2], _NUMBER)

    def controlled(self, content: str) -> str:
        """Return the content in a content control, if this document has them."""
        return (
            f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"
            if self.controls
            else content
        )

    def cell(self, text: str, properties: str) -> str:
        """Return one cell."""
        return self.controlled(f"<w:tc><w:tcPr>{properties}</w:tcPr>{self.paragraph(text)}</w:tc>")

    def row(self, cells: Iterator[str], properties: str = "") -> str:
        """Return one row."""
        return self.controlled(f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>")


def _table(draft: Draft, sheet: PrintedTable, markup: _Markup, style: Style) -> str:
    rows = [markup.row(cells) for cells in _rows(draft, sheet, markup, style)]
    if markup.tracked:
        rows.insert(
            1,
            markup.row(iter([markup.cell("规章", ""), markup.cell("75", "")]), "<w:del w:id='3'/>"),
        )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def _rows(
    draft: Draft, sheet: PrintedTable, markup: _Markup, style: Style
) -> Iterator[Iterator[str]]:
    """The cells of each row; where one from above reaches into it, an empty one stands."""
    above: list[PrintedCell] = []
    for row in sheet.filled():
        distinct = [
            cell for place, cell in enumerate(row) if place == 0 or cell is not row[place - 1]
        ]
        yield (
            _cell(draft, cell, markup, style, begins=all(cell is not other for other in above))
            for cell in distinct
        )
        above = row


def _cell(draft: Draft, cell: PrintedCell, markup: _Markup, style: Style, *, begins: bool) -> str:
    properties = f"<w:gridSpan w:val='{cell.across}'/>" if cell.across > 1 else ""
    if cell.down > 1:
        properties += "<w:vMerge w:val='restart'/>" if begins else "<w:vMerge/>"
    return markup.cell(printed_cell(draft, cell, style) if begins else "", properties)
