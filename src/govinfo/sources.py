"""Sources: what each of many is called, and what became of it."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from govinfo.errors import BadArgument, GovInfoError, Shown, WorkerLost
from govinfo.model import Report, unpacked_report
from govinfo.text import Source

__all__ = ["Reading", "counted", "iterated", "source_id_of", "unpacked_reading", "worker_lost"]

_LONGEST_NAME_CHARS = 200
"""A longer `str` is meant for no path."""
_LONGEST_SHOWN_CHARS = 200
"""So much of a report or an error is shown of a reading."""


@frozen
class Reading:
    """What became of one source of many: a report, or the error that says why there is none."""

    source_id: str
    """The path of a file, the name of a file object, or `#0`, `#1`, … for texts and bytes."""
    report: Report | None
    error: GovInfoError | None = None

    def _repr_html_(self) -> str:
        from govinfo.rendering import reading_html

        return reading_html(self)

    def __repr__(self) -> str:
        found = repr(self.report if self.error is None else self.error)
        shown = found if len(found) <= _LONGEST_SHOWN_CHARS else f"{found[:_LONGEST_SHOWN_CHARS]}…"
        return f"<Reading {self.source_id!r}: {shown}>"

    def __str__(self) -> str:
        told = str(self.report) if self.error is None else self.error.text().partition("\n")[0]
        return f"{self.source_id}：{told}"

    def __reduce__(self) -> tuple[object, ...]:
        # One row of plain values is pickled in half the time of a report in a reading.
        report = None if self.report is None else self.report.packed()
        return unpacked_reading, (self.source_id, report, self.error)


def unpacked_reading(
    source_id: str, report: tuple[Any, ...] | None, error: GovInfoError | None
) -> Reading:
    """Return the reading of which a pickle holds these plain values."""
    return Reading(source_id, None if report is None else unpacked_report(*report), error)


def iterated(sources: Iterable[Source]) -> Iterator[Source]:
    """Return an iterator over the sources; refuse one source alone: its letters are no sources."""
    many: Any = sources
    folder = "folder"
    if isinstance(many, str):
        found, alone = "a str, which is one text", "[text]"
        folder = many if len(many) <= _LONGEST_NAME_CHARS and "\n" not in many else folder
    elif isinstance(many, (bytes, bytearray, memoryview)):
        found, alone = f"{type(many).__name__}, which is the content of one file", "[content]"
    elif isinstance(many, os.PathLike):
        folder = os.fsdecode(many)
        found, alone = f"one path, {folder!r}", "[path]"
    elif hasattr(many, "read"):
        found, alone = "one open file", "[file]"
    else:
        try:
            return iter(many)
        except TypeError:
            found, alone = f"{type(many).__name__}, which is none", "[source]"
    raise BadArgument(
        "parse_many wants an iterable of sources: paths, texts or the contents of files. "
        "It was given "
        f"{found}. Write parse_many({alone}) for one source, and for all files in a folder "
        f'parse_many(Path({folder!r}).glob("*.txt")).'
    )


def counted(workers: int) -> int:
    """Return the number of processes."""
    try:
        count = 0 if isinstance(workers, bool) else operator.index(workers)
    except TypeError:
        count = 0
    if count < 1:
        raise BadArgument(
            f"workers is {Shown(workers)!r}; a whole number from 1 up was wanted: so many "
            "processes read. Write workers=1 to read in this one, workers=os.cpu_count() to use "
            "all processors."
        )
    return count


def source_id_of(index: int, source: Source) -> str:
    """Return the path of a file, the name of a file object, or `#` and a number."""
    if isinstance(source, os.PathLike):
        return str(os.fspath(source))
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else f"#{index}"


def worker_lost(source_id: str, trouble: object) -> WorkerLost:
    """Return the error of a source that no process could read without dying."""
    return WorkerLost(
        f"{source_id!r}: the process that read it died, and so did a fresh one that read it alone: "
        f"{trouble}. The source may need more memory than there is, or crash a library or a "
        "plug-in. All other sources are read. Try this one with parse(source) in a program of its "
        "own."
    )
