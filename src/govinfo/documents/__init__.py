"""Containers turn the bytes of a document into a page; the bytes tell the kind of file."""

from __future__ import annotations

from govinfo.documents.compose import Composed, Rows, compose, cropped, numbered, rebased
from govinfo.documents.container import Container, IsLabel, Opened
from govinfo.documents.grids import Tables, tables_in
from govinfo.documents.package import names_in
from govinfo.errors import MissingExtra, UnreadableSource
from govinfo.text import Content

__all__ = [
    "CONTAINERS",
    "Composed",
    "Container",
    "Opened",
    "Rows",
    "Tables",
    "compose",
    "cropped",
    "numbered",
    "open_container",
    "rebased",
    "tables_in",
]

_MEBIBYTE = 1024 * 1024
_LARGEST_BYTES = 100 * _MEBIBYTE
"""A report with all of its pictures has a few megabytes."""


# The packages that read a kind of file are an extra; they are imported when such a file is met.


def _read_pdf(data: bytes, is_label: IsLabel) -> Opened:
    from govinfo.documents.pdf.reader import read_pdf  # noqa: PLC0415

    return read_pdf(data, is_label)


def _read_docx(data: bytes, _is_label: IsLabel) -> Opened:
    from govinfo.documents.docx import read_docx  # noqa: PLC0415

    return read_docx(data)


def _read_xlsx(data: bytes, is_label: IsLabel) -> Opened:
    from govinfo.documents.xlsx import read_xlsx  # noqa: PLC0415

    return read_xlsx(data, is_label)


_ARCHIVE = b"PK\x03\x04"

CONTAINERS: tuple[Container, ...] = (
    Container("pdf", "a PDF document", "pdf", lambda data: data.startswith(b"%PDF-"), _read_pdf),
    Container(
        "xlsx",
        "an Excel workbook (.xlsx)",
        "xlsx",
        lambda data: data.startswith(_ARCHIVE) and "xl/workbook.xml" in names_in(data),
        _read_xlsx,
    ),
    # It refuses any other archive.
    Container(
        "docx",
        "a Word document (.docx)",
        "docx",
        lambda data: data.startswith(_ARCHIVE),
        _read_docx,
    ),
)
"""Every kind of file that holds its text inside of something else."""


def open_container(content: Content, is_label: IsLabel) -> Opened | None:
    """Return what is in a container, or `None` when the content is text.

    Args:
        content: the content of a source.
        is_label: tells whether a text is a whole label of a table: a page may break within one.

    """
    data = content.data
    if isinstance(data, str):
        return None
    container = next((each for each in CONTAINERS if each.recognise(data)), None)
    if container is None:
        return None
    with content.named():
        if len(data) > _LARGEST_BYTES:
            raise UnreadableSource(
                f"The source is {container.what} of {len(data) / _MEBIBYTE:.0f} MiB; none above "
                f"{_LARGEST_BYTES // _MEBIBYTE} MiB is opened. "
                "Take the pages of the report out of it, or leave its pictures out."
            )
        try:
            return container.read(data, is_label)
        except ModuleNotFoundError as missing:
            raise MissingExtra(f"reading {container.what}", container.extra) from missing
