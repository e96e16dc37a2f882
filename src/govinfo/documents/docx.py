"""Word documents: a .docx is an archive, of which the main part and the styles are read."""

from __future__ import annotations

import zipfile
from io import BytesIO

from govinfo.documents.compose import compose
from govinfo.documents.container import Opened
from govinfo.errors import UnreadableSource

__all__ = ["read_docx"]

_MOST_ENTRIES = 10_000
_LARGEST_PART_BYTES = 16 * 1024 * 1024
"""The text of a report, with all its formatting, has a quarter of a megabyte for ten pages."""
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_RELATIONS = "_rels/.rels"
_USUAL = "word/document.xml"
_CENTRAL = b"PK\x01\x02"

_OTHERS = (
    ("xl/workbook.xml", "an Excel workbook (.xlsx)"),
    ("xl/workbook.bin", "an Excel workbook (.xlsb)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (.pptx)"),
    ("OFD.xml", "an OFD document"),
    ("META-INF/container.xml", "an EPUB book"),
    ("content.xml", "an OpenDocument file (.odt, .ods)"),
)
"""Other kinds of ZIP archive, each with an entry that tells it."""


def read_docx(data: bytes) -> Opened:
    """Return the paragraphs and tables of a Word document, in the order of its body."""
    if data.count(_CENTRAL) > _MOST_ENTRIES:
        raise UnreadableSource(
            f"The source is a ZIP archive with more than {_MOST_ENTRIES} entries; "
            "a Word document (.docx) was wanted, which has a few dozen. "
            "Take the report out of it."
        )
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except Exception as error:
        # For broken bytes zipfile has its own error, and raises a dozen others besides.
        raise UnreadableSource(
            f"The source begins as a .docx file does, but its archive is broken: {error}. "
            "Fetch it again, or open it in an office program and save it anew."
        ) from error
    names = set(archive.namelist())
    if _USUAL not in names and not any(name.startswith("word/") for name in names):
        raise UnreadableSource(
            f"The source is {_kind_of_archive(names)}; a Word document (.docx) was wanted. "
            "Export it as .docx, PDF or plain text, or pass the rows of its tables to parse_grid."
        )
    # The XML parser is an extra; another kind of archive is refused without it.
    from govinfo.documents.wordml import main_part, pieces_of  # noqa: PLC0415

    relations = _part(archive, _RELATIONS) if _RELATIONS in names else b""
    main = main_part(relations) or _USUAL
    name = main.rpartition("/")[0] + "/styles.xml"
    document, styles = _part(archive, main), _part(archive, name) if name in names else b""
    composed = compose(pieces_of(document, styles))
    return Opened("docx", composed.page, composed.layout, composed.notes)


def _kind_of_archive(names: set[str]) -> str:
    for name, what in _OTHERS:
        if name in names:
            return what
    some = ", ".join(repr(name[:60]) for name in sorted(names)[:3])
    return f"a ZIP archive that holds {some}" if some else "an empty ZIP archive"


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of the archive; a part that is too large is not unpacked to its end."""
    try:
        with archive.open(name) as stream:
            # The standard allows no other compressions; zipfile unpacks others all at once.
            known = archive.getinfo(name).compress_type in _COMPRESSIONS
            content = stream.read(_LARGEST_PART_BYTES + 1) if known else None
    except Exception as error:
        # For broken bytes as above; for an encrypted part, zipfile asks for the password.
        raise UnreadableSource(
            f"{name!r} in the Word document cannot be unpacked: {error}. Fetch it again, "
            "or open it in an office program and save it anew, without a password."
        ) from error
    if content is None:
        raise UnreadableSource(
            f"{name!r} in the Word document is packed as no office program packs it. Save it anew."
        )
    if len(content) > _LARGEST_PART_BYTES:
        raise UnreadableSource(
            f"{name!r} in the Word document unpacks to more than "
            f"{_LARGEST_PART_BYTES // 1024 // 1024} MiB, which is more than any report has. "
            "Save the report in a document of its own."
        )
    return content
