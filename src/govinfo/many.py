"""Many sources: a reading for each of them, in one process or in several."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePath
from pickle import PicklingError, dumps

from govinfo.adapters.adapter import Adapter
from govinfo.adapters.registry import adapter_named
from govinfo.errors import BadArgument, GovInfoError, UnreadableSource
from govinfo.reading import parse
from govinfo.sources import Reading, counted, iterated, source_id_of, worker_lost
from govinfo.text import Source

__all__ = ["parse_many"]


def parse_many(
    sources: Iterable[Source], *, workers: int = 1, adapter: str | Adapter | None = None
) -> Iterator[Reading]:
    """Return an iterator of a `Reading` for each source, in order; bad sources give errors.

    Args:
        sources: any iterable of what `parse` takes; only a few for each worker are drawn ahead.
        workers: so many processes read. A source whose process dies is tried once more, alone.
            Above 1, sources have to be pickled: paths, texts and bytes can be, open files cannot.
        adapter: the adapter to use for all of them, or its name; by default each is read by the
            surest. Above one worker an adapter has to be pickled: its functions stand in a module.

    Raises:
        BadArgument: `sources` is one source alone, or none at all; or `workers` is no whole number
            from 1 up; or `adapter` cannot be pickled for several workers.
        UnknownAdapter: no adapter has this name.

    """
    numbered = enumerate(iterated(sources))
    processes = counted(workers)
    if adapter is not None:
        adapter_named(adapter)
    if isinstance(adapter, Adapter) and processes > 1:
        try:
            dumps(adapter)
        except (PicklingError, AttributeError, TypeError) as error:
            raise BadArgument(
                f"the adapter {adapter.name!r} cannot be handed to another process: {error}. "
                "Define its functions in a module, or read with workers=1."
            ) from error
    read = partial(_reading, adapter=adapter)
    if processes == 1:
        return (read(one) for one in numbered)
    # Imported here: one process needs no sockets.
    from govinfo.pool import map_chunks

    return map_chunks(read, numbered, workers=processes, otherwise=_unread)


def _reading(numbered: tuple[int, Source], *, adapter: str | Adapter | None) -> Reading:
    index, source = numbered
    source_id = source_id_of(index, source)
    try:
        return Reading(source_id, parse(source, adapter=adapter))
    except GovInfoError as error:
        return Reading(source_id, None, error)


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
