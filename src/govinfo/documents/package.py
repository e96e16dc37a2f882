"""The archives that office programs save: a ZIP file of parts, opened within limits."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from typing import TYPE_CHECKING

from attrs import field, frozen

from govinfo.errors import UnreadableSource
from govinfo.text.file_kinds import EMPTY_ARCHIVE, UNPACK

if TYPE_CHECKING:
    from zipfile import ZipFile

__all__ = ["Package", "names_in", "open_package"]

_MOST_ENTRIES = 10_000
_LARGEST_PART_BYTES = 16 * 1024 * 1024
"""The text of a report, with all its formatting, has a quarter of a megabyte for ten pages."""
_COMPRESSIONS = (0, 8)
"""Stored as it is, and deflated: the numbers that an archive has for them."""
_CENTRAL = b"PK\x01\x02"

_OTHERS = (
    ("xl/workbook.xml", "an Excel workbook (.xlsx)"),
    ("xl/workbook.bin", "an Excel workbook (.xlsb)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (.pptx)"),
    ("OFD.xml", "an OFD document"),
    ("META-INF/container.xml", "an EPUB book"),
    ("content.xml", "an OpenDocument file (.odt, .ods)"),
)
"""Kinds of ZIP archive, each with an entry that tells it."""


@frozen
class Package:
    """An archive that is open."""

    what: str
    """What the document is called in a message."""
    names: frozenset[str]
    """The names of its parts."""
    _archive: ZipFile = field(repr=False)

    def part(self, name: str) -> bytes:
        """Return one part; a part that is too large is not unpacked to its end."""
        try:
            with self._archive.open(name) as stream:
                # The standard allows no other compressions; zipfile unpacks others all at once.
                known = self._archive.getinfo(name).compress_type in _COMPRESSIONS
                content = stream.read(_LARGEST_PART_BYTES + 1) if known else None
        except Exception as error:
            # For broken bytes as below; for an encrypted part, zipfile asks for the password.
            raise UnreadableSource(
                f"{name!r} in the {self.what} cannot be unpacked: {error}. Fetch it again, "
                "or open it in an office program and save it again, without a password."
            ) from error
        if content is None:
            raise UnreadableSource(
                f"{name!r} in the {self.what} is packed as no office program packs it. "
                "Save it again."
            )
        if len(content) > _LARGEST_PART_BYTES:
            raise UnreadableSource(
                f"{name!r} in the {self.what} unpacks to more than "
                f"{_LARGEST_PART_BYTES // 1024 // 1024} MiB, which is more than any report has. "
                "Save the report in a document of its own."
            )
        return content

    def optional(self, name: str) -> bytes:
        """Return one part, or nothing where there is none of this name."""
        return self.part(name) if name in self.names else b""


def names_in(data: bytes) -> frozenset[str]:
    """Return the names in an archive; none if it is broken, or has too many."""
    if data.count(_CENTRAL) > _MOST_ENTRIES:
        return frozenset()
    from zipfile import ZipFile  # noqa: PLC0415 - few sources are archives

    try:
        return frozenset(ZipFile(BytesIO(data)).namelist())
    except Exception:  # noqa: BLE001 - zipfile has its own error, and raises a dozen others
        return frozenset()


def open_package(data: bytes, what: str, suffix: str, folder: str) -> Package:
    """Return the archive of a document.

    Args:
        data: The archive.
        what: What the document is called in a message, such as "Word document".
        suffix: The ending of its name, such as ".docx".
        folder: The folder that holds its main part.

    """
    if data.count(_CENTRAL) > _MOST_ENTRIES:
        raise UnreadableSource(
            f"The source is a ZIP archive with more than {_MOST_ENTRIES} entries; "
            f"a {what} ({suffix}) was wanted, which has a few dozen. "
            "Take the report out of it."
        )
    from zipfile import ZipFile  # noqa: PLC0415 - as above

    try:
        archive = ZipFile(BytesIO(data))
    except Exception as error:
        # For broken bytes zipfile has its own error, and raises a dozen others besides.
        raise UnreadableSource(
            f"The source begins as a {suffix} file does, but its archive is broken: {error}. "
            "Fetch it again, or open it in an office program and save it again."
        ) from error
    names = frozenset(archive.namelist())
    if not any(name.startswith(folder) for name in names):
        raise UnreadableSource(_refusal(names, f"a {what} ({suffix})"))
    return Package(what, names, archive)


def _refusal(names: Collection[str], wanted: str) -> str:
    """Return what an archive with these names is, what was wanted, and what to do."""
    for name, kind in _OTHERS:
        if name in names:
            return (
                f"The source is {kind}; {wanted} was wanted. Export it as .docx, .xlsx, PDF or "
                "plain text; the rows of its tables go to parse_grid."
            )
    files = sorted(name for name in names if not name.endswith("/"))
    if not files:
        return EMPTY_ARCHIVE
    kind = f"a ZIP archive of {len(files)} files, such as {files[0][:60]!r}"
    if len(files) == 1:
        kind = f"a ZIP archive that holds {files[0][:60]!r}"
    return f"The source is {kind}; the text of a report or a document was wanted. {UNPACK}"
