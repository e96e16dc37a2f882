"""PDF documents: characters and lines as pdfium finds them, the cells between the lines as pdfplumber does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from io import BytesIO
from itertools import chain
from threading import Lock

import pypdfium2

from govinfo.documents.compose import compose
from govinfo.documents.container import Opened
from govinfo.documents.pdf.headers_footers import without_furniture
from govinfo.documents.pdf.limits import require_bounded
from govinfo.documents.pdf.lines import Line, lines_of
from govinfo.documents.pdf.lost_values import notes_on_lost
from govinfo.documents.pdf.page import Surface, surface_of
from govinfo.documents.pdf.painting import MOST_OBJECTS
from govinfo.documents.pdf.paragraphs import is_row, pieces_of
from govinfo.documents.pdf.rulings import ruled_tables
from govinfo.documents.pdf.substitute_fonts import same_fonts
from govinfo.documents.pdf.tables import Table, continued, divided, trimmed
from govinfo.errors import UnreadableSource
from govinfo.notes import Note

__all__ = ["read_pdf"]

_MOST_PAGES = 500
_MOST_CHARACTERS = 1_000_000
_MOST_THINGS = 100_000
"""Texts, lines and pictures on all pages, beside one for each two bytes of the document."""
_MOST_DRAWING = 256 * 1024 * 1024
"""The longest stream may be drawn on each page."""
_ONE_AT_A_TIME = Lock()
"""Pdfium must not be used by two threads at once."""


def read_pdf(data: bytes) -> Opened:
    """Return the paragraphs and tables of a PDF document, in the order of its pages."""
    most = require_bounded(data)
    with _ONE_AT_A_TIME, same_fonts():
        surfaces = list(_surfaces(data, most))
    _require_characters(surfaces)
    pages = [divided(ruled_tables(s.strokes), s.glyphs, page) for page, s in enumerate(surfaces)]
    lines = [lines_of(loose, page) for page, (_, loose) in enumerate(pages)]
    lines = without_furniture(lines, [surface.height for surface in surfaces])
    items = list(_in_order(lines, [tables for tables, _ in pages]))
    read = [item for item in items if isinstance(item, Table) or item.text]
    if not read:
        raise UnreadableSource(_scanned(surfaces))
    page = compose(pieces_of(read))
    notes = (
        *_notes_on_pages(surfaces),
        *_notes_on_tables(read),
        *notes_on_lost(items, str(page.text)),
    )
    return Opened("pdf", page, notes)


def _surfaces(data: bytes, most: int) -> Iterator[Surface]:
    """Yield what is on each page, of a document whose streams hold no more drawing than this each."""
    where, left = "the document", _MOST_CHARACTERS
    try:
        with closing(_opened(data)) as document:
            _require_few_pages(len(document), most)
            things = 0
            for number in range(len(document)):
                where = f"page {number + 1}"
                with closing(document[number]) as page:
                    things += pypdfium2.raw.FPDFPage_CountObjects(page.raw)
                    _require_few_things(things, len(data), where)
                    with closing(page.get_textpage()) as text:
                        left -= text.count_chars()
                        if left < 0:
                            raise UnreadableSource(
                                f"The PDF document has more than {_MOST_CHARACTERS} characters up to {where}; no "
                                "report has nearly as many. Take the pages of the report out of it."
                            )
                        yield surface_of(document, page, text)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableSource(
                "The PDF document is encrypted; take its password off, and save it anew."
            ) from error
        raise UnreadableSource(
            f"The source begins as a PDF document does, but {where} is broken: {error} Fetch it again, or open it in a "
            "viewer and print it as PDF anew."
        ) from error


def _require_few_pages(count: int, most: int) -> None:
    """Raise if there are too many pages, or too much may be drawn on them when each names the longest stream."""
    if count > _MOST_PAGES:
        raise UnreadableSource(
            f"The PDF document has {count} pages; none with more than {_MOST_PAGES} is read. "
            "Take the pages of the report out of it."
        )
    if count * most > _MOST_DRAWING:
        raise UnreadableSource(
            f"The {count} pages of the PDF document may draw more than {_MOST_DRAWING // 1024 // 1024} MiB, as one of "
            "its streams is so long. Take the pages of the report out of it, and print them as PDF anew."
        )


def _require_few_things(count: int, size: int, where: str) -> None:
    """Raise if more is drawn than a document of this size can say without naming the same drawing again and again."""
    most = _MOST_THINGS + size // 2
    if count > most:
        raise UnreadableSource(
            f"The PDF document has more than {most} things drawn on its pages up to {where}, the most for one of "
            f"{size} bytes. Take the pages of the report out of it, and print them as PDF anew."
        )


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    """Return the document; one that is encrypted without a password could not be measured, and is now."""
    document = pypdfium2.PdfDocument(data)
    if pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document.raw) < 0:
        return document
    plain = BytesIO()
    with closing(document):
        document.save(plain, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
    require_bounded(plain.getvalue())
    return pypdfium2.PdfDocument(plain.getvalue())


def _in_order(
    lines: Sequence[Sequence[Line]], tables: Sequence[Sequence[Table]]
) -> Iterator[Line | Table]:
    """Yield lines and tables from top to bottom and page by page, a table that goes on over the page as one."""
    items = list[Line | Table]()
    for loose, ruled in zip(lines, tables, strict=True):
        page: list[Line | Table] = sorted([*loose, *ruled], key=_height)
        if (
            items
            and page
            and isinstance(above := items[-1], Table)
            and isinstance(below := page[0], Table)
        ):
            joined = continued(above, below)
            if joined is not None:
                items[-1:], page = [joined], page[1:]
        items += page
    for item in items:
        if isinstance(item, Line):
            yield item
            continue
        above_it, table, below_it = trimmed(item)
        yield from chain(above_it, [table] if table else [], below_it)


def _height(item: Line | Table) -> float:
    return item.base if isinstance(item, Line) else item.top


def _require_characters(surfaces: Sequence[Surface]) -> None:
    """Raise unless the document has characters, and says which they are."""
    glyphs = [glyph for surface in surfaces for glyph in surface.glyphs]
    characters = "".join(glyph.character for glyph in glyphs)
    if not characters or characters.isspace():
        raise UnreadableSource(_scanned(surfaces))
    unknown = sum(
        character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in characters
    )
    if 2 * unknown > len(characters):
        raise UnreadableSource(
            f"The fonts of the PDF document do not say which characters they draw: {unknown} of {len(characters)} are "
            "unknown. Recognise its characters (OCR), and read what that gives."
        )


def _scanned(surfaces: Sequence[Surface]) -> str:
    hidden = sum(bool(glyph.lost.strip()) for surface in surfaces for glyph in surface.glyphs)
    if hidden:
        return (
            f"The PDF document shows no character: all {hidden} that it has are invisible, covered, struck out or off "
            "the page. Open it in a viewer; if its text is seen there, print it as PDF anew."
        )
    crowded = [number for number, surface in enumerate(surfaces, 1) if surface.strokes.crowded]
    if crowded:
        return (
            f"{_on_crowded(crowded[0])}, and no other page has text. Print the pages of the report as PDF anew, "
            "without drawings."
        )
    pictures = sum(surface.strokes.pictures > 0 for surface in surfaces)
    what = f"is a scan: {pictures} of its" if pictures else "has no text on any of its"
    pages = f"{len(surfaces)} page{'' if len(surfaces) == 1 else 's'}"
    return (
        f"The PDF document {what} {pages}{' are pictures' if pictures else ''}, and there are no characters to read. "
        "Recognise its characters (OCR), and read what that gives."
    )


def _on_crowded(page: int) -> str:
    return f"page {page} has more than {MOST_OBJECTS} things drawn on it; its text is not read"


def _notes_on_pages(surfaces: Sequence[Surface]) -> Iterator[Note]:
    """Yield what is doubtful about the text of single pages."""
    for page, surface in enumerate(surfaces, 1):
        if surface.strokes.crowded:
            yield Note("page_crowded", _on_crowded(page))
        elif surface.strokes.pictures and not any(
            glyph.character.strip() for glyph in surface.glyphs
        ):
            message = f"page {page} is a picture without text; whatever stands on it is not read"
            yield Note("page_without_text", message)
        elif surface.unseen:
            message = f"the text of page {page} is invisible, as that which character recognition lays under a scan"
            yield Note("text_recognised", message)


def _notes_on_tables(items: Sequence[Line | Table]) -> Iterator[Note]:
    """Yield a note where cells are told by nothing but the room between them."""
    lines = [item for item in items if isinstance(item, Line)]
    if len(lines) == len(items) and any(map(is_row, lines)):
        message = "no lines are drawn around the cells of the tables; they are told by the room between them"
        yield Note("tables_unruled", message)
