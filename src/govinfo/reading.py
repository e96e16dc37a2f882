"""Reading, from source to report: the only place where the stages meet."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from typing import TypeAlias

from attrs import frozen

from govinfo.adapters.adapter import Adapter
from govinfo.adapters.registry import adapter_named, matches, read_page, warn_of
from govinfo.binding import bind
from govinfo.errors import AdapterFailed, AmbiguousAdapter, GovInfoError
from govinfo.model import Note, Report
from govinfo.page import Grid, Page
from govinfo.spans import Span, Text
from govinfo.text import Source, read_source, repair

__all__ = ["Reading", "parse", "parse_grid", "parse_many"]

Row: TypeAlias = Sequence[str | None]
Rows: TypeAlias = Sequence[Row]


@frozen
class Reading:
    """What became of one source of many: a report, or the error that says why there is none."""

    source_id: str
    """The path of a file, the name of a file object, or `#0`, `#1`, … for texts and bytes."""
    report: Report | None
    error: GovInfoError | None = None


def parse(source: Source, *, adapter: str | None = None) -> Report:
    """Return the report in a source.

    Args:
        source: a `str` is text, `bytes` are a file's content, a path or a file object is read.
        adapter: the name of the adapter to use; by default the one that is surest of the text.

    Raises:
        UnreadableSource: no encoding fits, or the file cannot be read.
        NotAReport: the text is no annual report; `evidence` says what was looked for.
        AmbiguousAdapter: two adapters are equally sure and read different values.
        UnknownAdapter, AdapterFailed: the adapter asked for does not exist, or failed.

    """
    characters, encoding, doubt = read_source(source)
    text, notes = repair(Text(characters))
    if doubt:
        notes = (Note("encoding_uncertain", doubt), *notes)
    if adapter is not None:
        return _read(adapter_named(adapter), text, encoding, notes)
    return _by_the_surest(text, encoding, notes)


def parse_grid(rows: Rows | Sequence[Rows]) -> Report:
    """Return the report in a table, or in several, that another tool has taken out of its document.

    The source text of the report is the table itself, one row a line, with `|` between the cells; spans point into it.
    """
    pieces, grids, begin = list[str](), list[Grid](), 0
    for table in _tables(rows):
        spans, start = list[tuple[Span, ...]](), begin
        for row in table:
            cells = [_on_one_line(cell) for cell in row]
            line, at = list[Span](), begin
            for cell in cells:
                line.append(Span(at, at + len(cell)))
                at += len(cell) + 1
            pieces.append("|".join(cells) + "\n")
            begin += len(pieces[-1])
            spans.append(tuple(line))
        grids.append(Grid(Span(start, begin), rows=tuple(spans)))
    return bind(Page(Text("".join(pieces)), tuple(grids)), "grid")


def parse_many(sources: Iterable[Source], *, workers: int = 1, adapter: str | None = None) -> Iterator[Reading]:
    """Yield a `Reading` for each source, in the order given; a bad source is an error in its place and raises nothing.

    With `workers` above 1 that many processes read; no more than a few sources for each are held at a time. Sources
    must then be picklable: paths, texts and bytes are, open files are not.
    """
    numbered = enumerate(sources)
    read = partial(_reading, adapter=adapter)
    if workers <= 1:
        yield from map(read, numbered)
        return
    with ProcessPoolExecutor(workers) as pool:
        waiting = deque(pool.submit(read, one) for one in islice(numbered, 4 * workers))
        while waiting:
            reading = waiting.popleft().result()
            waiting.extend(pool.submit(read, one) for one in islice(numbered, 1))
            yield reading


def _reading(numbered: tuple[int, Source], *, adapter: str | None) -> Reading:
    index, source = numbered
    source_id = _source_id(index, source)
    try:
        return Reading(source_id, parse(source, adapter=adapter))
    except GovInfoError as error:
        return Reading(source_id, None, error)


def _source_id(index: int, source: Source) -> str:
    if isinstance(source, os.PathLike):
        return str(os.fspath(source))
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else f"#{index}"


def _by_the_surest(text: Text, encoding: str | None, notes: tuple[Note, ...]) -> Report:
    """Ask the adapters from the surest down: one that fails is skipped, two that are equally sure must agree."""
    found = matches(text)
    for place, (match, adapter) in enumerate(found):
        try:
            report = _read(adapter, text, encoding, notes)
        except AdapterFailed as failure:
            warn_of(f"{failure}; the next adapter is asked")
            continue
        equals = [other for rival, other in found[place + 1 :] if rival.score == match.score]
        return _agreed(report, equals, text, encoding, notes) if equals else report
    # Nothing recognises an empty text; what binding says of it is what the user should read.
    return bind(Page(text, ()), "none", encoding, notes)


def _agreed(report: Report, others: list[Adapter], text: Text, encoding: str | None, notes: tuple[Note, ...]) -> Report:
    for other in others:
        try:
            values = _read(other, text, encoding, notes).values()
        except GovInfoError as error:
            warn_of(f"{other!r} was as sure as {report.adapter!r}, and read nothing: {error}")
            continue
        own = report.values()
        for address in dict.fromkeys((*own, *values)):
            if own.get(address) != values.get(address):
                raise AmbiguousAdapter(
                    f"the adapters {report.adapter!r} and {other.name!r} are equally sure of this text, and read "
                    f"{own.get(address)} and {values.get(address)} at {address}. "
                    f"Choose one: parse(source, adapter={report.adapter!r})"
                )
        message = f"the adapters {report.adapter} and {other.name} were equally sure, and read the same values"
        report = report.with_notes(Note("adapters_agree", message))
    return report


def _read(adapter: Adapter, text: Text, encoding: str | None, notes: tuple[Note, ...]) -> Report:
    return bind(read_page(adapter, text), adapter.name, encoding, notes)


def _tables(rows: Rows | Sequence[Rows]) -> Sequence[Rows]:
    """One table or several: the first cell of the first row tells."""
    for table in rows:
        for row in table:
            return [rows] if row is None or isinstance(row, str) else rows  # type: ignore[list-item,return-value]
    return []


def _on_one_line(cell: str | None) -> str:
    return "" if cell is None else str(cell).replace("|", "｜").replace("\n", " ").replace("\r", " ")
