"""The way from the bytes of a PDF document to a page, and what is wrong with some documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from io import BytesIO
from threading import Lock

import pypdfium2

from govinfo.documents.compose import compose
from govinfo.documents.container import IsLabel, Opened
from govinfo.documents.pdf.headers_footers import without_furniture
from govinfo.documents.pdf.layers import layers_off
from govinfo.documents.pdf.limits import Measured, require_bounded
from govinfo.documents.pdf.lines import TextLine, lines_of
from govinfo.documents.pdf.lost_values import notes_on_lost
from govinfo.documents.pdf.page import Surface, surface_of
from govinfo.documents.pdf.painting import MOST_OBJECTS
from govinfo.documents.pdf.paragraphs import is_row, pieces_of
from govinfo.documents.pdf.rulings import ruled_tables
from govinfo.documents.pdf.substitute_fonts import SubstituteFonts
from govinfo.documents.pdf.tables import RuledTable, continued, divided, trimmed
from govinfo.errors import UnreadableSource
from govinfo.notes import Note

__all__ = ["ONE_AT_A_TIME", "read_pdf"]

_MOST_CHARACTERS = 1_000_000
_MOST_THINGS = 100_000
"""Texts, lines and pictures on all pages, beside one for each two bytes of the document."""
ONE_AT_A_TIME = Lock()
"""Pdfium serves one thread at a time."""
_FONTS = SubstituteFonts()


def read_pdf(data: bytes, is_label: IsLabel) -> Opened:
    """Return the paragraphs and tables of a PDF document, in the order of its pages.

    Args:
        data: the document.
        is_label: tells whether a text is a whole label: a page may break within one.

    """
    measured = require_bounded(data)
    layers = layers_off(data, measured.objects)
    with ONE_AT_A_TIME, _FONTS.used():
        surfaces = list(_surfaces(data, measured, layers))
    _require_characters(surfaces)
    pages = [
        divided(ruled_tables(s.strokes), s.glyphs, page, s.strokes.shown, s.strokes.said)
        for page, s in enumerate(surfaces)
    ]
    lines = [lines_of(loose, page) for page, (_, loose) in enumerate(pages)]
    lines = without_furniture(lines, [surface.height for surface in surfaces])
    items = _in_order(lines, [tables for tables, _ in pages], is_label)
    read = [item for item in items if isinstance(item, RuledTable) or item.text]
    if not read:
        raise UnreadableSource(_why_without_text(surfaces))
    composed = compose(pieces_of(read))
    notes = (*_doubts(surfaces, read), *notes_on_lost(items, str(composed.page.text)))
    return Opened("pdf", composed.page, composed.layout, notes)


def _surfaces(data: bytes, measured: Measured, layers: frozenset[bytes]) -> Iterator[Surface]:
    """Yield what is on each page, and not on these layers."""
    where, things, characters = "the document", 0, 0
    try:
        with closing(_opened(data)) as document:
            measured.require_few_pages(len(document))
            for number in range(len(document)):
                where = f"page {number + 1}"
                with closing(document[number]) as page:
                    things += pypdfium2.raw.FPDFPage_CountObjects(page.raw)
                    _require_few(things, characters, len(data), where)
                    with closing(page.get_textpage()) as text:
                        characters += text.count_chars()
                        _require_few(things, characters, len(data), where)
                        yield surface_of(document, page, text, layers)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableSource(
                "The PDF document is encrypted; remove its password, and save it again."
            ) from error
        raise UnreadableSource(
            f"The source begins as a PDF document does, but {where} is broken: {error} "
            "Fetch it again, or open it in a viewer and print it as a new PDF."
        ) from error


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    """Return the document; the streams of an encrypted one can only be measured now."""
    document = pypdfium2.PdfDocument(data)
    if pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document.raw) < 0:
        return document
    plain = BytesIO()
    with closing(document):
        document.save(plain, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
    require_bounded(plain.getvalue())
    return pypdfium2.PdfDocument(plain.getvalue())


def _require_few(things: int, characters: int, size: int, where: str) -> None:
    """Raise if there is more than a document of this size says without repeating itself."""
    most = _MOST_THINGS + size // 2
    if things > most:
        raise UnreadableSource(
            f"The PDF document has more than {most} things drawn on its pages up to {where}, "
            f"the most for one of {size} bytes. "
            "Take the pages of the report out of it, and print them as a new PDF."
        )
    if characters > _MOST_CHARACTERS:
        raise UnreadableSource(
            f"The PDF document has more than {_MOST_CHARACTERS} characters up to {where}; "
            "no report has nearly as many. Take the pages of the report out of it."
        )


def _require_characters(surfaces: Sequence[Surface]) -> None:
    """Raise if a document has no characters, or does not say which they are."""
    glyphs = [glyph for surface in surfaces for glyph in surface.glyphs]
    characters = "".join(glyph.character for glyph in glyphs)
    if not characters or characters.isspace():
        raise UnreadableSource(_why_without_text(surfaces))
    unknown = sum(each == "\ufffd" or "\ue000" <= each <= "\uf8ff" for each in characters)
    if 2 * unknown > len(characters):
        raise UnreadableSource(
            "The fonts of the PDF document do not say which characters they draw: "
            f"{unknown} of {len(characters)} are unknown. "
            "Recognise its characters (OCR), and read what that gives."
        )


def _in_order(
    lines: Sequence[Sequence[TextLine]],
    tables: Sequence[Sequence[RuledTable]],
    is_label: IsLabel,
) -> list[TextLine | RuledTable]:
    """Return lines and tables by page and height; a table that goes on over the page is one."""
    items = list[TextLine | RuledTable]()
    for loose, ruled in zip(lines, tables, strict=True):
        page: list[TextLine | RuledTable] = [*loose, *ruled]
        page.sort(key=lambda item: item.base if isinstance(item, TextLine) else item.top)
        above, below = items[-1:], page[:1]
        if above and below:
            last, first = above[0], below[0]
            if isinstance(last, RuledTable) and isinstance(first, RuledTable):
                whole = continued(last, first, is_label)
                if whole is not None:
                    items[-1:], page = [whole], page[1:]
        items += page
    ordered = list[TextLine | RuledTable]()
    for item in items:
        if isinstance(item, TextLine):
            ordered.append(item)
        else:
            text_above, table, text_below = trimmed(item)
            ordered += [*text_above, *([table] if table else []), *text_below]
    return ordered


def _why_without_text(surfaces: Sequence[Surface]) -> str:
    """Return why there is nothing to read in a document, and what to do."""
    hidden = sum(bool(glyph.lost.strip()) for surface in surfaces for glyph in surface.glyphs)
    if hidden:
        return (
            f"The PDF document shows no character: all {hidden} that it has are invisible, "
            "covered, struck out or off the page. Open it in a viewer; "
            "if its text is seen there, print it as a new PDF."
        )
    crowded = [number for number, surface in enumerate(surfaces, 1) if surface.strokes.crowded]
    if crowded:
        return (
            f"{_on_crowded(crowded[0])}, and no other page has text. "
            "Print the pages of the report as a new PDF, without drawings."
        )
    pictures, pages = sum(surface.strokes.pictures > 0 for surface in surfaces), len(surfaces)
    found = "has no text on any page"
    if pictures:
        found = f"is a scan: {pictures} of its {pages} pages are pictures"
        found = "is a scan: its only page is a picture" if pages == 1 else found
    return (
        f"The PDF document {found}, and there are no characters to read. "
        "Recognise its characters (OCR), and read what that gives."
    )


def _on_crowded(page: int) -> str:
    return f"page {page} has more than {MOST_OBJECTS} things drawn on it; its text is not read"


def _doubts(surfaces: Sequence[Surface], items: Sequence[TextLine | RuledTable]) -> Iterator[Note]:
    """Yield what is doubtful about the text of single pages, and about tables without lines."""
    for page, surface in enumerate(surfaces, 1):
        if surface.strokes.crowded:
            yield Note("page_too_complex", _on_crowded(page))
        elif surface.strokes.pictures and not any(
            glyph.character.strip() for glyph in surface.glyphs
        ):
            message = f"page {page} is a picture without text; whatever stands on it is not read"
            yield Note("page_without_text", message)
        elif surface.unseen:
            message = f"the text of page {page} is invisible: character recognition laid it there"
            yield Note("text_from_ocr", message)
    lines = [item for item in items if isinstance(item, TextLine)]
    if len(lines) == len(items) and any(map(is_row, lines)):
        message = "the tables have no lines around their cells; only space divides the cells"
        yield Note("table_without_lines", message)
