"""Kinds of file that hold no text to decode: what each is called, and what to do with it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["EMPTY_ARCHIVE", "UNPACK", "refusal_of"]

_EXPORT = (
    "Open it in an office program and save it as .docx, PDF or plain text (UTF-8), or pass the "
    "rows of its tables to parse_grid."
)
_SAVE_SHEET = "Open it in a spreadsheet and save it as .xlsx, or pass its rows to parse_grid."
_RECOGNISE = "Recognise its characters (OCR), and read the text or the table that gives."
UNPACK = (
    "Unpack it, and read the files in it one by one, or all of them: `govinfo extract` takes the "
    "folder, parse_many their paths."
)
"""What to do with an archive."""
EMPTY_ARCHIVE = (
    "The source is an empty ZIP archive; the text of a report or a document was wanted. "
    "Fetch it again."
)
_UNLOCK = "Open it, remove its password, and save it again."
_PLAY = "Find the report as text, Word or PDF."


class _Kind(NamedTuple):
    """A kind of file that is recognised and not read."""

    start: bytes
    """The bytes that it begins with."""
    what: str
    """What it is called in a message."""
    advice: str
    """What to do with it."""
    offset: int = 0
    """Where in the file `more` stands."""
    more: bytes = b""
    """Further bytes that tell it from other files with the same start."""


_KINDS: tuple[_Kind, ...] = (
    _Kind(b"{\\rtf", "a rich-text document (.rtf)", _EXPORT),
    _Kind(b"\x89PNG\r\n\x1a\n", "a PNG picture", _RECOGNISE),
    _Kind(b"\xff\xd8\xff", "a JPEG picture", _RECOGNISE),
    _Kind(b"GIF8", "a GIF picture", _RECOGNISE),
    _Kind(b"II*\0", "a TIFF picture", _RECOGNISE),
    _Kind(b"MM\0*", "a TIFF picture", _RECOGNISE),
    _Kind(b"RIFF", "a WebP picture", _RECOGNISE, 8, b"WEBP"),
    _Kind(b"BM", "a BMP picture", _RECOGNISE, 6, b"\0\0\0\0"),
    _Kind(b"\0\0\0", "a HEIC or AVIF picture", _RECOGNISE, 4, b"ftyphei"),
    _Kind(b"\0\0\0", "a HEIC or AVIF picture", _RECOGNISE, 4, b"ftypmif1"),
    _Kind(b"\0\0\0", "a HEIC or AVIF picture", _RECOGNISE, 4, b"ftypavif"),
    _Kind(b"\0\0\0", "a video", _PLAY, 4, b"ftyp"),
    _Kind(b"AT&TFORM", "a DjVu document", _RECOGNISE),
    _Kind(b"%!PS", "a PostScript document (.ps)", "Convert it to PDF, and read that."),
    _Kind(b"\x1f\x8b\x08", "a gzip archive", UNPACK),
    _Kind(b"BZh", "a bzip2 archive", UNPACK, 4, b"1AY&SY"),
    _Kind(b"\xfd7zXZ\0", "an xz archive", UNPACK),
    _Kind(b"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
    _Kind(b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    _Kind(b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    _Kind(b"", "a tar archive", UNPACK, 257, b"ustar"),
    _Kind(
        b"PAR1", "a Parquet file", "Read it with pandas or pyarrow, and pass each text to parse."
    ),
    _Kind(
        b"SQLite format 3\0",
        "an SQLite database",
        "Query it, and pass each text to parse, or several to parse_many.",
    ),
)
"""Every kind, the more special before the more general."""

_EMPTY = b"PK\x05\x06"
"""The start of a ZIP archive without any file: its end."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The start of a compound file, in which Microsoft Office and WPS kept every kind of document."""
_STREAMS: tuple[tuple[str, str, str], ...] = (
    (
        "EncryptedPackage",
        "an Office document with a password (.docx, .xlsx)",
        _UNLOCK,
    ),
    ("WordDocument", "an old Word or WPS document (.doc, .wps)", _EXPORT),
    ("Workbook", "an old Excel workbook (.xls, .et)", _SAVE_SHEET),
    ("Book", "an old Excel workbook (.xls)", _SAVE_SHEET),
    ("PowerPoint Document", "an old PowerPoint presentation (.ppt)", _EXPORT),
    ("__substg1.0_", "a message saved by Outlook (.msg)", "Save it as .eml, .html or text."),
)
"""The names of streams in a compound file, each with what it tells of the whole."""
_SHOWN_BYTES = 8
"""A message quotes so many bytes of a file whose kind stands further behind."""
_DEFAULT = ("an old Microsoft Office document (.doc, .xls), or an encrypted new one", _EXPORT)


def refusal_of(data: bytes) -> str | None:
    """Return why these bytes are not read and what to do; `None` if they may be text.

    Args:
        data: The content of a file.

    """
    if data.startswith(_EMPTY):
        return EMPTY_ARCHIVE
    if data.startswith(_OLE):
        found = (told for name, *told in _STREAMS if name.encode("utf-16-le") in data)
        what, advice = next(found, _DEFAULT)
        return _message(what, _OLE, advice)
    for kind in _KINDS:
        if data.startswith(kind.start) and data.startswith(kind.more, kind.offset):
            return _message(kind.what, data[: len(kind.start) or _SHOWN_BYTES], kind.advice)
    return None


def _message(what: str, sign: bytes, advice: str) -> str:
    return (
        f"The source is {what} (it begins with {sign!r}), which is not read; "
        f"a report's text was wanted. {advice}"
    )
