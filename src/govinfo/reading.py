"""Reading, from source to report: the only place where the stages meet."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.installed import blame, warn_of
from govinfo.adapters.registry import adapter_named, is_preferred, matches, read_page, verdicts
from govinfo.binding import bind
from govinfo.containers import Opened, Rows, compose, open_container, rebased
from govinfo.errors import AdapterFailed, AmbiguousAdapter, GovInfoError
from govinfo.model import Note, Report
from govinfo.page import Grid, Page
from govinfo.spans import Text
from govinfo.text import Source, read_source, repair

__all__ = ["parse", "parse_grid", "recognised"]


def parse(source: Source, *, adapter: str | None = None) -> Report:
    """Return the report in a source.

    Args:
        source: a `str` is text, `bytes` are a file's content, a path or a file object is read.
        adapter: the name of the adapter to use; by default the one that is surest of the text.

    Raises:
        UnreadableSource: no encoding fits, or the file cannot be read, is encrypted, or goes beyond all bounds.
        MissingExtra: what documents of this kind are read with is not installed.
        NotAReport: the text is no annual report; `evidence` says what was looked for.
        AmbiguousAdapter: two adapters are equally sure and read different values.
        UnknownAdapter, AdapterFailed: the adapter asked for does not exist, or failed.

    """
    content = read_source(source)
    opened = open_container(content)
    if opened is not None:
        return _contained(opened, adapter)
    characters, encoding, doubt = content.characters()
    text, notes = repair(Text(characters))
    if doubt:
        notes = (Note("encoding_uncertain", doubt), *notes)
    if adapter is not None:
        return _read(adapter_named(adapter), text, encoding, notes)
    return _by_the_surest(text, encoding, notes)


def recognised(source: Source) -> list[tuple[Adapter, Match | None]]:
    """Return what each adapter says of the text of a source, the surest first; `None` where it does not know it."""
    content = read_source(source)
    opened = open_container(content)
    text = Text(content.characters()[0]) if opened is None else opened.page.text
    return verdicts(repair(text)[0])


def parse_grid(rows: Rows | Sequence[Rows]) -> Report:
    """Return the report in a table, or in several, that another tool has taken out of its document.

    The source text of the report is the table itself, one row a line, with `|` between the cells; spans point into it.
    """
    return bind(compose(_tables(rows)), "grid")


def _contained(opened: Opened, adapter: str | None) -> Report:
    """Return the report in a document; its source text is what was composed of its paragraphs and tables."""
    text, found = repair(opened.page.text)
    notes = (*opened.notes, *found)
    if adapter is not None:
        return _read(adapter_named(adapter), text, None, notes)
    if any(isinstance(block, Grid) for block in opened.page.blocks):
        return bind(rebased(opened.page, text), opened.container, None, notes)
    # Without tables it is a text like any other: cells may stand in its lines.
    return evolve(_by_the_surest(text, None, notes), adapter=opened.container)


def _by_the_surest(text: Text, encoding: str | None, notes: tuple[Note, ...]) -> Report:
    """Ask the adapters from the surest down: one that fails is skipped, two that are equally sure must agree."""
    found = matches(text)
    for place, (match, adapter) in enumerate(found):
        try:
            report = _read(adapter, text, encoding, notes)
        except AdapterFailed as failure:
            warn_of(adapter.name, f"{failure}; the next adapter is asked")
            continue
        equals = [other for rival, other in found[place + 1 :] if rival.score == match.score]
        if not equals or is_preferred(adapter):
            return report
        return _agreed(report, equals, text, encoding, notes)
    # Nothing recognises an empty text; what binding says of it is what the user should read.
    return bind(Page(text, ()), "none", encoding, notes)


def _agreed(report: Report, others: list[Adapter], text: Text, encoding: str | None, notes: tuple[Note, ...]) -> Report:
    for other in others:
        try:
            values = _read(other, text, encoding, notes).values()
        except GovInfoError as error:
            warn_of(other.name, blame(other, f"was as sure as {report.adapter!r}, and read nothing: {error}"))
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
    return bind(read_page(adapter, text), adapter.name, encoding, notes).light()


def _tables(rows: Rows | Sequence[Rows]) -> Sequence[Rows]:
    """One table or several: the first cell of the first row tells."""
    for table in rows:
        for row in table:
            return [rows] if row is None or isinstance(row, str) else rows  # type: ignore[list-item,return-value]
    return []
