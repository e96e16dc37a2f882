"""What the command line writes: to a terminal, a pipe or a file, always as UTF-8."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

import click

__all__ = ["array", "emit", "emit_rows", "show_warning", "write"]

NOBODY_LISTENS = 141
"""The exit status when the reader has gone: the shell's own for a program that a closed pipe ended."""


def array(items: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield a JSON array, one element a line, as the elements come."""
    yield "["
    for number, item in enumerate(items):
        yield (",\n" if number else "\n") + json.dumps(item, ensure_ascii=False)
    yield "\n]\n"


def write(pieces: Iterable[str], output: str | None = None) -> None:
    """Write these pieces to a file, or to standard output when none is named."""
    if output is None or output == "-":
        for piece in pieces:
            emit(piece)
        return
    try:
        stream = Path(output).open("w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: SIM115
    except OSError as error:
        raise click.BadParameter(f"{output} cannot be written: {error.strerror}", param_hint="-o") from error
    with stream:
        stream.writelines(pieces)


def emit(text: str) -> None:
    """Write a text to standard output; when nobody reads it any more, end quietly."""
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        # The reader has gone, as `head` does. What is still to be flushed at exit must go somewhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NOBODY_LISTENS)


def emit_rows(rows: list[list[str]], right: frozenset[int] = frozenset()) -> None:
    """Write rows with their columns below each other."""
    from govinfo.rendering.widths import aligned  # noqa: PLC0415 - help and version need nothing of the library

    emit("".join(f"{line}\n" for line in aligned(rows, right=right)))


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
    click.echo(f"govinfo: warning: {message}", err=True)
