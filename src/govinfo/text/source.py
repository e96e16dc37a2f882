"""The sources that a user can give: their content, and its characters."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import IO, Any, TypeAlias

from attrs import frozen

from govinfo.errors import Shown, UnreadableSource, meant
from govinfo.text.decode import decode

__all__ = ["Content", "Source", "advice_on", "read_source"]

_URL_PATH = re.compile(r"(?:https?|ftp):[/\\\\]", re.IGNORECASE)
"""The beginning of a path that was made from a URL."""

Source: TypeAlias = (
    str
    | bytes
    | bytearray
    | memoryview
    | os.PathLike[str]
    | os.PathLike[bytes]
    | IO[str]
    | IO[bytes]
)
"""Text, a file's content, a file's path, or an open file."""


@frozen
class Content:
    """The content of a source as it is."""

    data: str | bytes
    name: str = ""
    """The path, or the name of the open file; nothing when the content itself was given."""

    @contextmanager
    def named(self) -> Iterator[None]:
        """Put the name in front of the message of every `UnreadableSource` raised inside."""
        try:
            yield
        except UnreadableSource as error:
            raise UnreadableSource(
                f"{self.name!r}: {error}" if self.name else str(error)
            ) from error.__cause__

    def characters(self) -> tuple[str, str | None, str | None]:
        """Return the characters, their encoding, and a note on doubts about it.

        A `str` has no encoding and no doubts.
        """
        if isinstance(self.data, str):
            return self.data, None, None
        with self.named():
            found = decode(self.data)
        return found.text, found.encoding, found.note


def read_source(source: Source) -> Content:
    """Return the content of a source; a `str` is always text, never a path."""
    if isinstance(source, str):
        return Content(source)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return Content(bytes(source))
    if isinstance(source, os.PathLike):
        path = Path(os.fsdecode(source))
        return Content(_inside(path), str(path))
    if hasattr(source, "read"):
        return _file(source)
    hint = (
        " Several go to `parse_many`, the rows of a table to `parse_grid`."
        if isinstance(source, (list, tuple, set))
        else ""
    )
    raise UnreadableSource(
        "A source must be text (str), a file's content (bytes), a path (os.PathLike) or an open "
        f"file, not {type(source).__name__}.{hint}"
    )


def advice_on(error: OSError, path: Path) -> str:
    """Return what to do where the system does not let a file be read."""
    if not isinstance(error, FileNotFoundError):
        found = (advice for kind, advice in _ADVICE.items() if isinstance(error, kind))
        return next(found, "Check the path.")
    folder = path.absolute().parent
    if not folder.is_dir():
        return f"Check the path; there is no folder {str(folder)!r}."
    names = list[str]()
    with suppress(OSError), os.scandir(folder) as entries:
        names += (entry.name for entry in islice(entries, _MOST_NAMES))
    return meant(path.name, names, f"Check the name; it was looked for in {str(folder)!r}.")


_ADVICE: dict[type[OSError], str] = {
    PermissionError: "Give this user the right to read it, close it in other programs, or copy it "
    "to another folder.",
    NotADirectoryError: "Check the path; a part of it is a file, where a folder was wanted.",
}
"""What to do about each kind of error."""
_MOST_NAMES = 1_000
"""In a folder with more files not all are looked at for one with a name like that."""


def _inside(path: Path) -> bytes:
    """Return the content of a file."""
    try:
        if not path.is_dir():
            return path.read_bytes()
    except OSError as error:
        hint, named = advice_on(error, path), str(path)
        if _URL_PATH.match(named):
            hint = "Nothing is fetched here: download it first."
        elif error.errno == errno.ENAMETOOLONG or "\n" in named:
            hint = "If it is the text of a report, give it as it is, without Path(...)."
        raise UnreadableSource(
            f"{Shown(named)!r} cannot be read: {error.strerror or error}. {hint}"
        ) from error
    except ValueError as error:
        # Python raises this for a zero byte.
        raise UnreadableSource(f"{str(path)!r} is no path: {error}. Check the path.") from error
    empty = next(os.walk(path), None) == (str(path), [], [])
    hint = "It is empty." if empty else "Pass the files in it one by one."
    raise UnreadableSource(f"{str(path)!r} is a directory; a file was wanted. {hint}")


def _file(file: IO[Any]) -> Content:
    """Read an open file from its present position."""
    name = getattr(file, "name", type(file).__name__)
    try:
        content = file.read()
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"The open file {name!r} is not in the encoding it was opened with: {error}. "
            "Open it in binary mode, and its encoding will be found."
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableSource(
            f"The open file {name!r} cannot be read: {error}. Open it again for reading."
        ) from error
    if isinstance(content, (str, bytes)):
        return Content(content, str(name))
    if isinstance(content, (bytearray, memoryview)):
        return Content(bytes(content), str(name))
    raise UnreadableSource(
        f"read() of the open file {name!r} gave {type(content).__name__}; str or bytes were wanted."
    )
