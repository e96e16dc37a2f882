"""The sources that were named on the command line, and what becomes of them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import click
from attrs import define

from govinfo.cli.language import spoken, tell
from govinfo.cli.output import complain
from govinfo.errors import GovInfoError, NotAReport, UnknownAdapter
from govinfo.model import Report
from govinfo.notes import MORE_REPORTS
from govinfo.reading import recognised
from govinfo.rendering.markup import GENERATOR
from govinfo.text import read_source

__all__ = ["COULD_NOT_READ", "Sources", "complain_of_unreadable", "expanded"]

COULD_NOT_READ = 2
"""The exit status when a source could not be read."""


_LEADS_ON = re.compile(r"[;；][^;；]*[:：]$")
"""The words that lead on to the evidence below them."""


@define
class Sources:
    """The sources to read, and whether all of them could be read so far."""

    names: list[str]
    adapter: str | None
    status: int = 0
    _piped: bytes | None = None
    """What came in by the pipe, which can be read only once."""

    @property
    def several(self) -> bool:
        """Whether more than one source was named; the shape of the output depends on this alone."""
        return len(self.names) > 1

    @classmethod
    def below(cls, files: Iterable[str], adapter: str | None) -> Sources:
        """Return the files, and those below the folders; complain of folders without any."""
        unlisted = list[OSError]()
        names = expanded(files, unlisted.append)
        told = {str(trouble.filename) for trouble in unlisted}
        bare = [name for name in names if os.path.isdir(name) and name not in told]  # noqa: PTH112
        sources = cls([name for name in names if name not in {*told, *bare}], adapter)
        for trouble in unlisted:
            sources.complain(str(trouble.filename), unlistable(trouble))
        for name in bare:
            sources.complain(name, tell(_BARE))
        return sources

    def reports(self) -> Iterator[tuple[str, Report]]:
        """Yield each source as it was typed, with its report; complain where there is none.

        A source that holds more than the report that is read is told as well.
        """
        from govinfo.many import parse_many  # noqa: PLC0415 - an archive reads in its own way

        sources = map(self._source, self.names)
        try:
            readings = parse_many(sources, adapter=self.adapter)
        except UnknownAdapter as error:
            raise click.BadParameter(str(error), param_hint="--adapter") from error
        for name, reading in zip(self.names, readings, strict=True):
            if reading.report is None:
                self.complain(name, reading.error)
                continue
            for note in reading.report.notes:
                if note.code in MORE_REPORTS:
                    complain(f"{name}: {note.text(spoken())}")
            yield name, reading.report

    def verdicts(self) -> Iterator[list[str]]:
        """Yield what each adapter says of the one source: its score, its name, and what it saw."""
        for name in self.names:
            try:
                said = recognised(self._source(name))
            except GovInfoError as error:
                self.complain(name, error)
            else:
                for adapter, match in said:
                    yield [
                        "-" if match is None else f"{match.score:.2f}",
                        adapter.name,
                        tell(match.reason if match else "no"),
                    ]

    def _source(self, name: str) -> Path | bytes:
        if name != "-":
            return Path(name)
        if self._piped is None:
            self._piped = sys.stdin.buffer.read()
        return self._piped

    def content(self, name: str) -> bytes:
        """Return the bytes of a source that was read."""
        source = self._source(name)
        return source if isinstance(source, bytes) else source.read_bytes()

    def considered(self) -> Iterator[list[str]]:
        """Yield each reading that competed for the one source, and what it explains."""
        for _, report in self.reports():
            for one in report.method.considered:
                counts = (one.rows, one.cells, one.held, one.broken)
                yield [one.adapter, one.strategy, *map(str, counts), tell(one.verdict)]

    def complain(self, name: str, error: object) -> None:
        """Say on standard error what is wrong with a source, and remember it."""
        self.status = COULD_NOT_READ
        told = error.text(spoken()) if isinstance(error, GovInfoError) else str(error)
        has_reason = isinstance(error, NotAReport) and ": " in error.message
        if "\n" in told and (self.several or has_reason):
            # The evidence is for whoever looks at one source and is given no reason; of many, each
            # has one line, which says how the text begins.
            first, *_, last = told.split("\n")
            told = _LEADS_ON.sub("", first)
            if isinstance(error, NotAReport) and not has_reason:
                last = last.removeprefix("  - ")
                told += f"（{last}）" if spoken() == "zh" else f" ({last})"
        # A path has lost one of the slashes of a web address.
        for quoted in (repr(one)[1:-1] for one in (name, str(Path(name)))):
            told = told.removeprefix(f"'{quoted}'").removeprefix(f"“{quoted}”")
        complain(f"{name}: {told.lstrip(': ：')}")


_BARE = (
    "no file in this folder is to be read; hidden ones, and what govinfo wrote, are passed over. "
    "Name another folder, or the files."
)


def unlistable(trouble: OSError) -> str:
    """Return what is told of a folder whose files cannot be listed."""
    return tell(f"this folder cannot be read: {trouble.strerror}. Change its permissions.")


def complain_of_unreadable(paths: Iterable[Path], unlisted: Sequence[OSError]) -> None:
    """Say of folders that cannot be listed, and of other paths, why they cannot be read."""
    for trouble in unlisted:
        complain(f"{trouble.filename}: {unlistable(trouble)}")
    told = {str(trouble.filename) for trouble in unlisted}
    sources = Sources(sorted({*map(str, paths)} - told), None)
    for name in sources.names:
        if os.path.isdir(name):  # noqa: PTH112 - as above
            sources.complain(name, tell(_BARE))
            continue
        try:
            read_source(Path(name))
        except GovInfoError as error:
            sources.complain(name, error)


def expanded(files: Iterable[str], unread: Callable[[OSError], object] | None = None) -> list[str]:
    """Return the files, in order; a directory stands for those below it that may be reports.

    Those are all but hidden ones and what govinfo itself wrote: pages and data, which hold a report
    again, and in a folder below the tables of `extract`.

    `unread` is called with the error of each directory that cannot be listed.
    """
    names: list[str] = []
    for name in files:
        # Path.is_dir raises for a name that is too long.
        is_folder = name != "-" and os.path.isdir(name)  # noqa: PTH112
        below = list[str]()
        for root, directories, inside in os.walk(name, onerror=unread) if is_folder else ():
            if root != name and _KEPT_BY_EXTRACT in directories:
                directories.clear()
                continue
            directories[:] = [one for one in directories if not one.startswith(".")]
            below += (str(Path(root, one)) for one in inside if not one.startswith("."))
        below = [one for one in below if not _is_pipe(one) and not _is_written(one)]
        names += sorted(below) or [name]
    return names


def _is_pipe(name: str) -> bool:
    """Whether what lies in a folder waits for another program, and has no content of its own."""
    path = Path(name)
    return path.exists() and not path.is_file()


def _is_written(name: str) -> bool:
    """Whether a file is a page, a table or data that a command wrote."""
    if not name.lower().endswith((".html", ".htm", ".csv", ".json", ".jsonl")):
        return False
    with suppress(OSError), Path(name).open("rb") as file:
        head = file.read(_HEAD_BYTES)
        return any(mark in head for mark in _MARKS)
    return False


_MARKS = (GENERATOR.encode(), b"source_id,agency,year,form,table,", b'"schema": "govinfo.')
"""What stands in the beginning of a page, of a table of cells, and of a report as JSON."""
_KEPT_BY_EXTRACT = ".govinfo"
"""The folder in which `extract` keeps what it has read, beside its tables."""
_HEAD_BYTES = 256
"""The head of a page that govinfo wrote begins with who wrote it."""
