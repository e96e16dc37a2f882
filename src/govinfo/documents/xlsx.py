"""Workbooks: an .xlsx is an archive, of which the sheets that are shown are read in their order."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.documents.compose import Piece, compose
from govinfo.documents.container import IsLabel, Opened
from govinfo.documents.package import open_package
from govinfo.notes import Note

__all__ = ["read_xlsx"]

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def read_xlsx(data: bytes, is_label: IsLabel) -> Opened:
    """Return the tables and texts of the sheets of a workbook.

    Args:
        data: The workbook.
        is_label: Tells whether a text is a whole label: then blank cells follow it.

    """
    package = open_package(data, "Excel workbook", ".xlsx", "xl/")
    # The XML parser is an extra, as for Word documents.
    from govinfo.documents.sheetml import WorkbookParts, pieces_of, sheets_in  # noqa: PLC0415

    sheets = sheets_in(package.part(_WORKBOOK), package.optional(_RELATIONS))
    workbook = WorkbookParts.of(
        package.optional("xl/sharedStrings.xml"), package.optional("xl/styles.xml")
    )
    notes = list[Note]()

    def pieces() -> Iterator[Piece]:
        for number, sheet in enumerate(sheets, 1):
            if sheet.part in package.names and not sheet.hidden:
                read = pieces_of(package.part(sheet.part), workbook, number, is_label)
                yield from read.pieces
                notes.extend(read.notes(sheet))
            elif sheet.part in package.names:
                message = f"the sheet {sheet.name!r} is hidden, and is not read"
                notes.append(Note("not_shown", message))

    composed = compose(pieces(), tuple(sheet.name for sheet in sheets))
    return Opened("xlsx", composed.page, composed.layout, (*composed.notes, *notes))
