"""What the command line writes: to a terminal, a pipe or a file, always as UTF-8.

Everything goes through `write`. Into a file it writes beside it, and renames at the end: whoever
looks, and whatever ends the process, finds the old file or the new one, never half of one.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import ELOOP
from pathlib import Path
from shutil import get_terminal_size
from stat import S_IMODE
from tempfile import mkstemp
from typing import BinaryIO, NoReturn, TextIO

import click

from govinfo.cli.language import tell
from govinfo.wording.widths import hanging

__all__ = [
    "array",
    "complain",
    "emit",
    "emit_rows",
    "fitted",
    "printable",
    "ready",
    "shape_of",
    "show_warning",
    "terminal_columns",
    "wanted_colour",
    "write",
    "write_bytes",
    "write_utf8",
]

NOBODY_LISTENS = 141
"""The exit status when the reader has gone: a shell's own for a program that a pipe ended."""
_LEAST_COLUMNS = 40
"""A terminal that says it is narrower is taken to be so wide."""
_HANGS = 2
"""So many blanks stand before the second line of a complaint."""
NOT_WRITTEN = 2
"""The exit status when standard output cannot be written."""
_OPEN_FILE = re.compile(
    r"/dev/(?:fd/(?P<fd>\d+)|(?P<name>stdout|stderr))|/proc/self/fd/(?P<proc>\d+)"
)
"""Names that stand for what the process has open already."""
_HINTS = {
    FileNotFoundError: "Make the folder {folder!r} first, or write elsewhere.",
    NotADirectoryError: "{folder!r} is no folder; write elsewhere.",
    IsADirectoryError: "Name a file in that folder.",
    PermissionError: "A new file is written beside the old one, in {folder!r}, and then takes "
    "its name: "
    "both must be yours to write. Write elsewhere, or change their permissions.",
}


def write_utf8() -> None:
    """Write what is printed as UTF-8, also where the locale is C: reports are Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Half a surrogate pair becomes an escape.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def array(items: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield a JSON array, one element a line, as the elements come."""
    yield "["
    for number, item in enumerate(items):
        yield (",\n" if number else "\n") + json.dumps(item, ensure_ascii=False)
    yield "\n]\n"


def wanted_colour() -> bool | None:
    """Return whether the environment wants colours; `None` if a terminal is to decide.

    NO_COLOR comes first, then FORCE_COLOR (`0` or `false` in it mean no), then a terminal that is
    dumb.
    """
    forced = os.environ.get("FORCE_COLOR", "")
    if os.environ.get("NO_COLOR"):
        return False
    if forced:
        return forced.lower() not in {"0", "false"}
    return False if os.environ.get("TERM") == "dumb" else None


def ready(output: str | None, sources: Iterable[str | None]) -> None:
    """Refuse an output file that cannot be written or is a source, before anything is read."""
    if output is None or output == "-" or _OPEN_FILE.fullmatch(output):
        return
    for source in sources:
        with suppress(OSError, ValueError):
            if source is not None and source != "-" and Path(source).samefile(output):
                raise click.BadParameter(
                    f"{output} is read as well ({source}), and writing would destroy it. "
                    "Give the output another name.",
                    param_hint="-o",
                )
    if _renamed(output):
        with _refusing(output):
            descriptor, beside = _beside(Path(output).resolve())
            os.close(descriptor)
            beside.unlink()


def shape_of(asked: str | None, output: str | None, known: Mapping[str, object]) -> str | None:
    """Return the format that was asked for, or that the name of the output file ends with."""
    ending = Path(output or "").suffix.lower().lstrip(".")
    ending = "html" if ending == "htm" else ending
    return asked or (ending if ending in known else None)


def write(pieces: Iterable[str], output: str | None = None, *, styled: bool = False) -> None:
    """Write these pieces to a file or to standard output; styled ones colour a terminal.

    A file is renamed into place once it is whole; it keeps its permissions, and a link keeps
    pointing to it.
    """
    if output is None or output == "-":
        for piece in pieces:
            emit(piece, styled=styled)
        return
    plain = map(click.unstyle, pieces) if styled else pieces
    if not _renamed(output):
        _write_into(output, plain)
        return
    with _replacing(output) as stream:
        for piece in plain:
            content = piece.encode("utf-8", "backslashreplace")
            with _refusing(output):
                stream.write(content)


def write_bytes(content: bytes, output: str) -> None:
    """Write a file that is no text, whole or not at all; into a device or a pipe as it comes."""
    if output == "-" or not _renamed(output):
        with (
            _refusing(output),
            open(1 if output == "-" else output, "wb", closefd=output != "-") as stream,
        ):
            stream.write(content)
        return
    with _replacing(output) as stream, _refusing(output):
        stream.write(content)


def emit(text: str, *, styled: bool = False) -> None:
    """Write a text to standard output; when nobody reads it any more, end quietly.

    Only styled text has escapes to take out again; in any other they are part of the data.
    """
    try:
        click.echo(text, nl=False, color=None if styled else True)
    except BrokenPipeError:
        _nobody_listens()
    except OSError as error:
        complain(tell(f"standard output cannot be written: {error.strerror}. Write elsewhere."))
        _forget_the_rest()
        sys.exit(NOT_WRITTEN)


def terminal_columns(output: str | None) -> int | None:
    """Return the width of the terminal that is written to; `None` for a file or a pipe."""
    if output not in {None, "-"} or not sys.stdout.isatty():
        return None
    return max(get_terminal_size().columns, _LEAST_COLUMNS)


def emit_rows(rows: list[list[str]], right: frozenset[int] = frozenset()) -> None:
    """Write rows with their columns below each other."""
    from govinfo.rendering.widths import aligned  # noqa: PLC0415 - help goes without

    lines = aligned(rows, right=right, columns=terminal_columns(None))
    emit("".join(f"{line}\n" for line in lines))


def complain(text: str) -> None:
    """Write to standard error, without escapes; a closed standard error does not stop the work."""
    with suppress(BrokenPipeError):
        click.echo(fitted("\n".join(map(printable, f"govinfo: {text}".split("\n")))), err=True)


def fitted(text: str) -> str:
    """Return what goes to standard error, its long lines broken between words on a terminal."""
    if not sys.stderr.isatty():
        return text
    columns = max(get_terminal_size().columns, _LEAST_COLUMNS)
    lines = (hanging(line, columns, _HANGS) for line in text.split("\n"))
    return "\n".join(one for broken in lines for one in broken)


def printable(text: str) -> str:
    """Return a text with an escape for each character that a terminal might obey."""
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text
    )


def show_warning(  # noqa: PLR0913, PLR0917 - the signature is that of `warnings.showwarning`
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Show a warning as one line, without the place in the code that Python adds."""
    del category, filename, lineno, file, line
    complain(tell(f"warning: {message}"))


def _renamed(output: str) -> bool:
    """Whether a file of this name is replaced as a whole: neither a device nor a pipe can be."""
    if os.name == "posix" and _OPEN_FILE.fullmatch(output):
        return False
    with suppress(OSError, ValueError, RuntimeError):
        return Path(output).is_file() or not Path(output).exists()
    return True


@contextmanager
def _replacing(output: str) -> Iterator[BinaryIO]:
    """Give a new file that takes this name once it is whole; where it fails, nothing is left."""
    with _refusing(output):
        target = Path(output).resolve()
        descriptor, beside = _beside(target)
    try:
        stream = os.fdopen(descriptor, "wb")
        try:
            yield stream
            with _refusing(output):
                stream.flush()
                os.fsync(descriptor)
        finally:
            # What could not be written is tried once more here, and fails as before.
            with suppress(OSError):
                stream.close()
        with _refusing(output):
            beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _beside(target: Path) -> tuple[int, Path]:
    """Open a new file beside this one, with its permissions, or those that a new file gets."""
    if target.is_dir():
        raise IsADirectoryError(None, "Is a directory")
    if target.is_symlink():
        # From Python 3.13 on, a link that leads to itself is resolved to itself.
        raise OSError(ELOOP, os.strerror(ELOOP))
    old = target.stat() if target.exists() else None
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(None, "Permission denied")
    descriptor, name = mkstemp(prefix=".", suffix=f".{target.name[-40:]}.part", dir=target.parent)
    if os.name == "posix":
        os.umask(mask := os.umask(0))  # to set it is the only way to ask for it
        os.fchmod(descriptor, 0o666 & ~mask if old is None else S_IMODE(old.st_mode))
        if old is not None and (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
            with suppress(OSError):
                os.fchown(descriptor, old.st_uid, old.st_gid)
    return descriptor, Path(name)


def _write_into(output: str, pieces: Iterable[str]) -> None:
    """Write into a device, a pipe, or what is open already: there is nothing to rename."""
    opened = _OPEN_FILE.fullmatch(output) if os.name == "posix" else None
    with _refusing(output):
        if opened is None:
            descriptor = os.open(output, os.O_WRONLY)
        else:
            number = opened["fd"] or opened["proc"]
            descriptor = os.dup(
                int(number) if number else {"stdout": 1, "stderr": 2}[opened["name"]]
            )
    stream = os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="")
    try:
        with stream:
            for piece in pieces:
                with _refusing(output):
                    stream.write(piece)
            with _refusing(output):
                stream.flush()
    except BrokenPipeError:
        _nobody_listens()


@contextmanager
def _refusing(output: str) -> Iterator[None]:
    """Say what is wrong with an output file; a pipe that nobody reads is no fault of its name."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError, RuntimeError) as error:  # the last is a link that leads to itself
        folder = str(Path(output).parent) if "\0" not in output else ""
        hint = next(
            (hint for kind, hint in _HINTS.items() if isinstance(error, kind)), "Write elsewhere."
        )
        told = getattr(error, "strerror", None) or error
        raise click.BadParameter(
            printable(f"{output} cannot be written: {told}. {hint.format(folder=folder)}"),
            param_hint="-o",
        ) from error


def _nobody_listens() -> NoReturn:
    """End as a program that a closed pipe ended, as `head` does to those before it."""
    _forget_the_rest()
    sys.exit(NOBODY_LISTENS)


def _forget_the_rest() -> None:
    """Send what is still to be flushed at exit to nowhere, so that it cannot fail."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
