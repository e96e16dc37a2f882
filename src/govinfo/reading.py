"""Reading, from source to report: the only place where the stages meet."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.plugins import blame
from govinfo.adapters.registry import (
    adapter_named,
    is_preferred,
    matches,
    read_page,
    verdicts,
    warn_of,
)
from govinfo.binding import bind
from govinfo.documents import Opened, Tables, compose, numbered, open_container, rebased, tables_in
from govinfo.documents.envelopes import Enclosure, enclosures_in
from govinfo.errors import (
    AdapterFailed,
    AmbiguousAdapter,
    GovInfoError,
    NotAReport,
    UnreadableSource,
)
from govinfo.forms.labels import LABELS, bare_key, label_key
from govinfo.model import Note, Report
from govinfo.page import Grid, Page
from govinfo.spans import Text
from govinfo.text import Content, Source, plain, read_source, repair
from govinfo.text.lookalikes import looks_like

__all__ = ["is_label", "parse", "parse_grid", "recognised"]


def parse(source: Source, *, adapter: str | None = None) -> Report:
    """Read the annual report in a source.

    Args:
        source: A `str` is always text, and `bytes` are the content of a file. A path is opened and
            read; a binary or text file object is read.
        adapter: The name of the adapter to use. By default the adapter that is surest of the text
            reads it.

    Returns:
        The report. Its spans point into `report.source_text`, the decoded text before any repair.
        Doubts about the content are in `report.notes`; they never raise.

    Raises:
        UnreadableSource: No encoding fits, or the file cannot be opened, is encrypted, or exceeds a
            limit.
        MissingExtra: The packages that read this kind of document are not installed.
        NotAReport: The text is not an annual report; `evidence` lists what was looked for and what
            was found.
        AmbiguousAdapter: Two adapters are equally sure and read different values.
        UnknownAdapter: There is no adapter of this name.
        AdapterFailed: The adapter named by `adapter` raised, or returned something other than a
            page.

    """
    content = read_source(source)
    enclosures = enclosures_in(content)
    return _enclosed(enclosures, adapter) if enclosures else _of_content(content, adapter)


def _enclosed(enclosures: Sequence[Enclosure], adapter: str | None) -> Report:
    """Return the first report in an envelope, and name the further records or mails in a note."""
    refused = list[GovInfoError]()
    for each in enclosures:
        try:
            report = _of_content(each.content, adapter)
        except (NotAReport, UnreadableSource) as error:
            refused.append(error)
            continue
        groups = {other.group for other in enclosures if other.group > each.group}
        if groups:
            message = (
                f"read from {each.where}; {len(groups)} more records hold texts, which are not "
                "read. Pass the text of each record by itself."
            )
            report = report.with_notes(Note("records_unread", message))
        if each.doubt:
            report = report.with_notes(Note("encoding_uncertain", each.doubt))
        return evolve(report, encoding=each.encoding or report.encoding)
    raise refused[0]


def _of_content(content: Content, adapter: str | None) -> Report:
    """Return the report in a document or a text."""
    opened = open_container(content, is_label)
    if opened is not None:
        return _contained(opened, adapter)
    characters, encoding, doubt = content.characters()
    text, notes = repair(Text(characters))
    if doubt:
        notes = (Note("encoding_uncertain", doubt), *notes)
    try:
        if adapter is not None:
            return _read(adapter_named(adapter), text, encoding, notes)
        return _by_the_surest(text, encoding, notes)
    except NotAReport as error:
        # Most who meet this gave the name of a file as text: the first line must say so.
        hint = looks_like(characters, decoded=content.data is not characters or bool(content.name))
        if hint is None:
            raise
        raise NotAReport(f"{error.message}: {hint}", error.evidence) from error


def recognised(source: Source) -> list[tuple[Adapter, Match | None]]:
    """Return each adapter with what it says of a source, the surest first; `None` if unknown."""
    content = read_source(source)
    content = next((each.content for each in enclosures_in(content)), content)
    opened = open_container(content, is_label)
    text = Text(content.characters()[0]) if opened is None else opened.page.text
    return verdicts(repair(text)[0])


def parse_grid(rows: Tables) -> Report:
    """Read the report in one or several tables that another tool has extracted.

    Args:
        rows: One table, or several in the order of the document. A table is rows of cells, or a
            pandas, polars or Arrow table, whose column names are its first row. A cell is text, a
            number, or `None` for a blank cell.

    Returns:
        The report. Its source text is the tables themselves, one row per line, with `|` between the
        cells; spans point into this text.

    Raises:
        NotAReport: The tables hold no statutory table and no text of an annual report.
        BadArgument: Something in `rows` is no table, no row or no cell; the message says where.

    """
    composed = compose(numbered(tables_in(rows)))
    text, notes = repair(composed.page.text)
    report = bind(rebased(composed.page, text), "grid", None, notes)
    return evolve(report, layout=composed.layout)


def is_label(text: str) -> bool:
    """Return whether a text is a label of a statutory table, with its number or without it."""
    key = label_key(plain(text))
    return key in LABELS or bare_key(key) in LABELS


def _contained(opened: Opened, adapter: str | None) -> Report:
    """Return the report in a document; its source text is composed of paragraphs and tables."""
    text, found = repair(opened.page.text)
    notes = (*opened.notes, *found)
    if adapter is not None:
        report = _read(adapter_named(adapter), text, None, notes)
    elif any(isinstance(block, Grid) for block in opened.page.blocks):
        report = bind(rebased(opened.page, text), opened.container, None, notes)
    else:
        # Without tables it is a text like any other: cells may stand in its lines.
        report = evolve(_by_the_surest(text, None, notes), adapter=opened.container)
    return evolve(report, layout=opened.layout)


def _by_the_surest(text: Text, encoding: str | None, notes: tuple[Note, ...]) -> Report:
    """Ask the adapters, the surest first; skip one that fails; two equally sure must agree."""
    found = matches(text)
    for place, (match, adapter) in enumerate(found):
        try:
            report = _read(adapter, text, encoding, notes)
        except AdapterFailed as failure:
            warn_of(adapter, f"{failure}; the next adapter is asked")
            continue
        equals = [other for rival, other in found[place + 1 :] if rival.score == match.score]
        if not equals or is_preferred(adapter):
            return report
        return _agreed(report, equals, text, encoding, notes)
    # Nothing recognises an empty text; what binding says of it is what the user should read.
    return bind(Page(text, ()), "none", encoding, notes)


def _agreed(
    report: Report, others: list[Adapter], text: Text, encoding: str | None, notes: tuple[Note, ...]
) -> Report:
    for other in others:
        try:
            values = _read(other, text, encoding, notes).values()
        except GovInfoError as error:
            what = f"was as sure as {report.adapter!r}, and read nothing: {error}"
            warn_of(other, blame(other, what))
            continue
        own = report.values()
        for address in dict.fromkeys((*own, *values)):
            if own.get(address) != values.get(address):
                raise AmbiguousAdapter(
                    f"the adapters {report.adapter!r} and {other.name!r} are equally sure "
                    f"of this text, and read "
                    f"{own.get(address)} and {values.get(address)} at {address}. "
                    f"Choose one: parse(source, adapter={report.adapter!r})"
                )
        message = (
            f"the adapters {report.adapter} and {other.name} were equally sure, "
            "and read the same values"
        )
        report = report.with_notes(Note("adapters_agree", message))
    return report


def _read(adapter: Adapter, text: Text, encoding: str | None, notes: tuple[Note, ...]) -> Report:
    return bind(read_page(adapter, text), adapter.name, encoding, notes).light()
