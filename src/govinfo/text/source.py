"""Whatever a user hands in, as characters."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Any, TypeAlias

from govinfo.errors import UnreadableSource
from govinfo.text.decode import decode

__all__ = ["Source", "read_source"]

Source: TypeAlias = str | bytes | bytearray | memoryview | os.PathLike[str] | os.PathLike[bytes] | IO[str] | IO[bytes]
"""Text, a file's content, a file's path, or an open file."""


def read_source(source: Source) -> tuple[str, str | None, str | None]:
    """Return the characters of a source, the encoding they were in, and what is doubtful about that.

    A `str` is always text, never a path. Text has no encoding, and nothing about it is doubtful.
    """
    if isinstance(source, str):
        return source, None, None
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _decoded(bytes(source), "")
    if isinstance(source, os.PathLike):
        path = Path(os.fsdecode(source))
        return _decoded(_content(path), f"{str(path)!r}: ")
    if hasattr(source, "read"):
        return _file(source)
    raise UnreadableSource(
        f"A source must be text (str), a file's content (bytes), a path (os.PathLike) or an open file, "
        f"not {type(source).__name__}."
    )


def _decoded(data: bytes, where: str) -> tuple[str, str | None, str | None]:
    try:
        found = decode(data)
    except UnreadableSource as error:
        raise UnreadableSource(f"{where}{error}") from None
    return found.text, found.encoding, found.note


def _content(path: Path) -> bytes:
    """Return what a file holds."""
    if path.is_dir():
        raise UnreadableSource(f"{str(path)!r} is a directory; a file was wanted. Pass the files in it one by one.")
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableSource(f"{str(path)!r} cannot be read: {error.strerror or error}. Check the path.") from error
    except ValueError as error:
        # Python's own complaint about a zero byte.
        raise UnreadableSource(f"{str(path)!r} is no path: {error}. Check the path.") from error


def _file(file: IO[Any]) -> tuple[str, str | None, str | None]:
    """Read an open file from where it stands."""
    name = getattr(file, "name", type(file).__name__)
    try:
        content = file.read()
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"The open file {name!r} is not in the encoding it was opened with: {error}. "
            "Open it in binary mode, and its encoding will be found."
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableSource(f"The open file {name!r} cannot be read: {error}. Open it again for reading.") from error
    if isinstance(content, str):
        return content, None, None
    if isinstance(content, (bytes, bytearray, memoryview)):
        return _decoded(bytes(content), f"{name!r}: ")
    raise UnreadableSource(f"read() of the open file {name!r} gave {type(content).__name__}; str or bytes were wanted.")
