"""Many sources: a reading for each of them, in one process or in several."""

from __future__ import annotations

import operator
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePath
from typing import Any

from attrs import frozen

from govinfo.adapters.registry import adapter_named
from govinfo.errors import BadArgument, GovInfoError, Shown, UnreadableSource, WorkerLost
from govinfo.model import Report, unpacked_report
from govinfo.reading import parse
from govinfo.text import Source

__all__ = [
    "Reading",
    "counted",
    "iterated",
    "parse_many",
    "source_id_of",
    "unpacked_reading",
    "worker_lost",
]

_LONGEST_NAME = 200
"""A longer `str` is meant for no path."""


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

    def __reduce__(self) -> tuple[object, ...]:
        # One row of plain values is pickled in half the time of a report in a reading.
        report = None if self.report is None else self.report.packed()
        return unpacked_reading, (self.source_id, report, self.error)


def unpacked_reading(
    source_id: str, report: tuple[Any, ...] | None, error: GovInfoError | None
) -> Reading:
    """Return the reading of which a pickle holds these plain values."""
    return Reading(source_id, None if report is None else unpacked_report(*report), error)


def parse_many(
    sources: Iterable[Source], *, workers: int = 1, adapter: str | None = None
) -> Iterator[Reading]:
    """Return an iterator of a `Reading` for each source, in order; bad sources give errors.

    Args:
        sources: any iterable of what `parse` takes; only a few for each worker are drawn ahead.
        workers: so many processes read. A source whose process dies is tried once more, alone.
            Above 1, sources have to be pickled: paths, texts and bytes can be, open files cannot.
        adapter: the name of the adapter to use for all of them; by default each is read by the
            surest.

    Raises:
        BadArgument: `sources` is one source alone, or none at all; or `workers` is no whole number
            from 1 up.
        UnknownAdapter: no adapter has this name.

    """
    numbered = enumerate(iterated(sources))
    processes = counted(workers)
    if adapter is not None:
        adapter_named(adapter)
    read = partial(_reading, adapter=adapter)
    if processes == 1:
        return (read(one) for one in numbered)
    # Imported here: one process needs no sockets.
    from govinfo.pool import map_chunks

    return map_chunks(read, numbered, workers=processes, otherwise=_unread)


def iterated(sources: Iterable[Source]) -> Iterator[Source]:
    """Return an iterator over the sources; refuse one source alone: its letters are no sources."""
    many: Any = sources
    folder = "folder"
    if isinstance(many, str):
        found, alone = "a str, which is one text", "[text]"
        folder = many if len(many) <= _LONGEST_NAME and "\n" not in many else folder
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


def _reading(numbered: tuple[int, Source], *, adapter: str | None) -> Reading:
    index, source = numbered
    source_id = source_id_of(index, source)
    try:
        return Reading(source_id, parse(source, adapter=adapter))
    except GovInfoError as error:
        return Reading(source_id, None, error)


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


def _unread(numbered: tuple[int, Source], trouble: Exception) -> Reading:
    """Return the reading of a source of which no process could make one."""
    from govinfo.pool import Died

    index, source = numbered
    # Two processes may have died of this very source: no code of its own is run in this one.
    runs_code = isinstance(source, os.PathLike) and not isinstance(source, PurePath)
    source_id = f"#{index}" if runs_code else source_id_of(index, source)
    if isinstance(trouble, Died):
        return Reading(source_id, None, worker_lost(source_id, trouble))
    source_id = source_id_of(index, source)
    return Reading(
        source_id,
        None,
        UnreadableSource(
            f"{source_id!r}: this {type(source).__name__} cannot be handed to another process: "
            f"{trouble}. "
            "Pass its path or its content (bytes), or read with workers=1."
        ),
    )
