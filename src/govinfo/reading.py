"""Reading, from source to report: the only place where the stages meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

from attrs import evolve

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.plugins import blame
from govinfo.adapters.registry import (
    adapter_named,
    available_adapters,
    is_preferred,
    matches,
    read_page,
    verdicts,
    warn_of,
)
from govinfo.binding.binder import bind
from govinfo.competition import (
    UNREAD,
    best_of,
    explanation_of,
    is_complete,
    reads_little,
)
from govinfo.division import has_labels
from govinfo.documents import (
    Tables,
    compose,
    numbered,
    open_container,
    rebased,
    tables_in,
)
from govinfo.documents.envelopes import Enclosure, enclosures_in, shown_by_scripts
from govinfo.errors import (
    AdapterFailed,
    AmbiguousAdapter,
    GovInfoError,
    NotAReport,
    UnreadableSource,
)
from govinfo.figures import Address, Number, State
from govinfo.model import Report
from govinfo.notes import Note
from govinfo.page import Page
from govinfo.portions import Portion, divided_page, is_label, portions_of
from govinfo.spans import Text
from govinfo.text import Source, read_source, repair
from govinfo.text.lookalikes import looks_like

__all__ = ["parse", "parse_all", "parse_grid", "recognised"]


def parse(source: Source, *, adapter: str | Adapter | None = None) -> Report:
    """Read the annual report in a source.

    Args:
        source: A `str` is always text, and `bytes` are the content of a file. A path is opened and
            read; a binary or text file object is read.
        adapter: The adapter to use, or its name. By default the adapter that is surest of the text
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
        AdapterFailed: The adapter given by `adapter` raised, or returned something other than a
            page.

    """
    content = read_source(source)
    enclosures = enclosures_in(content)
    if not enclosures:
        try:
            return _first_report(portions_of(content), adapter)
        except NotAReport:
            enclosures = shown_by_scripts(content)
            if not enclosures:
                raise
    refused = list[tuple[Enclosure, GovInfoError]]()
    found = _enclosed(enclosures, lambda inside: _first_report(inside, adapter), refused)
    each, report = next(found)
    groups = {other.group for other in enclosures if other.group > each.group}
    if groups:
        report = report.with_notes(Note("records_unread", _RECORDS.format(each.where, len(groups))))
    return _sent(each, report).with_notes(*_unreadable(refused))


def parse_all(source: Source, *, adapter: str | Adapter | None = None) -> tuple[Report, ...]:
    """Read every annual report in a source, such as a page with the reports of two years.

    Args:
        source: What `parse` takes.
        adapter: The adapter to use, or its name. By default the surest reads each report.

    Returns:
        The reports in the order of the source, each as `parse` reads it alone. Their spans point
        into the whole source text, which they share; each record of JSON has a text of its own.

    Raises:
        GovInfoError: What `parse` raises, where no report can be read.

    """
    content = read_source(source)
    enclosures = enclosures_in(content)
    if not enclosures:
        try:
            return _every_report(portions_of(content), adapter)
        except NotAReport:
            enclosures = shown_by_scripts(content)
            if not enclosures:
                raise
    refused = list[tuple[Enclosure, GovInfoError]]()
    found = _enclosed(enclosures, lambda inside: _every_report(inside, adapter), refused)
    first, *others = [_sent(each, report) for each, reports in found for report in reports]
    return (first.with_notes(*_unreadable(refused)), *others)


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
    page = rebased(composed.page, text)
    whole = Portion(text, notes, container="grid", page=page, layout=composed.layout)
    return _first_report(divided_page(whole), None)


_MOST_CONTESTED_CHARS = 300_000
"""No report is nearly as long; a longer text is read by the surest adapter alone."""
_LEAST_SCORE = 0.2
"""With a lower score an adapter says only that there is text."""
_NEARLY_SHARE = 0.9
"""A report that is read nearly as well as the best one counts as complete."""
_ANOTHER = (
    "another report stands in the source, {!r}; nothing was read from it here. "
    "`parse_all` returns every report of a source"
)


T = TypeVar("T")
_RECORDS = (
    "read from {}; {} more records or attachments hold texts, which are not read. `parse_all` "
    "returns the report of each"
)


def _enclosed(
    enclosures: Sequence[Enclosure],
    read: Callable[[list[Portion]], T],
    refused: list[tuple[Enclosure, GovInfoError]],
) -> Iterator[tuple[Enclosure, T]]:
    """Yield for each record in an envelope the first enclosure that can be read, and its reading.

    Those that cannot be read are added to `refused`, each with its error. Where none can be read,
    raise what kept a text or document from being opened; else what the likeliest report raised.
    """
    done = set[int]()
    for each in enclosures:
        if each.group not in done:
            try:
                found = read(portions_of(each.content))
            except (NotAReport, UnreadableSource) as error:
                refused.append((each, error))
                continue
            done.add(each.group)
            yield each, found
    if not done:
        errors = [error for _, error in refused]
        raise next((one for one in errors if isinstance(one, UnreadableSource)), errors[0])


def _unreadable(refused: Sequence[tuple[Enclosure, GovInfoError]]) -> Iterator[Note]:
    """Yield a note for each text or document that could not be opened; other texts are none."""
    for each, error in refused:
        if isinstance(error, UnreadableSource):
            told = str(error).split("\n", 1)[0]
            yield Note("attachment_unreadable", f"{each.where} is not read: {told}")


def _sent(enclosure: Enclosure, report: Report) -> Report:
    """Return a report with what its envelope says of it and of its encoding."""
    report = report.with_notes(*enclosure.notes)
    if enclosure.doubt:
        report = report.with_notes(Note("encoding_uncertain", enclosure.doubt))
    return evolve(report, encoding=enclosure.encoding or report.encoding)


def _first_report(portions: list[Portion], adapter: str | Adapter | None) -> Report:
    """Return the first report of a source that is complete, with notes on the others."""
    undivided, parts = portions[0], portions[1:]
    reports = _reports(parts, adapter) if parts else []
    if not reports:
        return _report(undivided, adapter)
    shares = [_share_read(report) for _, report in reports]
    first = next(n for n, share in enumerate(shares) if share >= _NEARLY_SHARE * max(shares))
    chosen, report = reports[first]
    others = (
        Note("another_report", _ANOTHER.format(part.title), part.span)
        for part in parts
        if part is not chosen
    )
    return report.with_notes(*others)


def _every_report(portions: list[Portion], adapter: str | Adapter | None) -> tuple[Report, ...]:
    """Return every report of a source."""
    undivided, *parts = portions
    reports = tuple(report for _, report in _reports(parts, adapter))
    return reports or (_report(undivided, adapter),)


def _reports(parts: list[Portion], adapter: str | Adapter | None) -> list[tuple[Portion, Report]]:
    """Return the parts that are reports, each with its report."""
    reports = list[tuple[Portion, Report]]()
    for part in parts:
        try:
            reports.append((part, _report(part, adapter)))
        except NotAReport:
            continue
    return reports


def _share_read(report: Report) -> float:
    """Return how much of its form a report fills; a blank form, or one of zeros alone, is none."""
    if not report.form.is_tabular:
        return 1.0
    figures = [figure for figure in report.figures().values() if figure.state is State.PRINTED]
    is_named = report.agency is not None and report.year is not None
    if not figures or not (is_named or any(figure.value for figure in figures)):
        return 0.0
    known = sum(f.state not in UNREAD for f in report.figures().values())
    return known / len(report.form.addresses)


def _report(portion: Portion, adapter: str | Adapter | None) -> Report:
    """Return the report of a portion."""
    try:
        report = _bound(portion, adapter)
    except NotAReport as error:
        if portion.container is not None:
            raise
        # Most who meet this gave the name of a file as text: the first line must say so.
        hint = looks_like(portion.text.source, decoded=portion.is_decoded)
        if hint is None:
            raise
        raise NotAReport(f"{error.message}: {hint}", error.evidence) from error
    return report if portion.layout is None else evolve(report, layout=portion.layout)


def _bound(portion: Portion, adapter: str | Adapter | None) -> Report:
    """Return the best reading: that of the surest if it is complete, else the best of all."""
    if adapter is not None:
        return _read(adapter_named(adapter), portion.text, portion.encoding, portion.notes).light()
    if portion.page is None:
        report = _by_the_surest(portion)
    else:
        report = bind(portion.page, portion.container or "", None, portion.notes)
    if not is_complete(report):
        surest = available_adapters().get(report.method.adapter)
        if surest is None or not is_preferred(surest):
            report = best_of([report, *_rivals(portion, {report.method.adapter}, report)])
    if portion.container is None:
        return report.light()
    return evolve(report, adapter=portion.container)


def _by_the_surest(portion: Portion) -> Report:
    """Ask the adapters, the surest first; skip one that fails; two equally sure must agree."""
    text, encoding, notes = portion.text, portion.encoding, portion.notes
    found = matches(text)
    for place, (match, adapter) in enumerate(found):
        try:
            report = _read(adapter, text, encoding, notes)
        except AdapterFailed as failure:
            warn_of(adapter, f"{failure}; the next adapter is asked")
            continue
        except NotAReport:
            # Another adapter may find the tables whose labels are there.
            rivals = [] if is_preferred(adapter) else _rivals(portion, {adapter.name})
            if not rivals:
                raise
            return best_of(rivals)
        equals = [other for rival, other in found[place + 1 :] if rival.score == match.score]
        if not equals or is_preferred(adapter):
            return report
        return _agreed(report, equals, text, encoding, notes)
    # Nothing recognises an empty text; what binding says of it is what the user should read.
    return bind(Page(text, ()), "none", encoding, notes)


def _rivals(portion: Portion, besides: set[str], report: Report | None = None) -> list[Report]:
    """Return what other adapters read in a text that has labels of the tables.

    Those that do not recognise the text are asked where the others read little of it; sums that do
    not hold speak against them.
    """
    characters = portion.text.characters
    if len(characters) > _MOST_CONTESTED_CHARS or (report is None and not has_labels(characters)):
        return []
    readings = list[Report]()
    is_little_read = report is None or reads_little(report)
    for adapter, match in verdicts(portion.text):
        is_sure = match is not None and match.score >= _LEAST_SCORE
        if adapter.name in besides:
            continue
        if not is_sure and not is_little_read:
            break
        try:
            rival = _read(adapter, portion.text, portion.encoding, portion.notes)
        except (AdapterFailed, NotAReport):
            continue
        if is_sure or not explanation_of(rival).broken:
            readings.append(rival)
            is_little_read = is_little_read and reads_little(rival)
    return readings


def _agreed(
    report: Report, others: list[Adapter], text: Text, encoding: str | None, notes: tuple[Note, ...]
) -> Report:
    for other in others:
        try:
            rival = _read(other, text, encoding, notes)
        except GovInfoError as error:
            what = f"was as sure as {report.adapter!r}, and read nothing: {error}"
            warn_of(other, blame(other, what))
            continue
        differing = _differing(report.values(), rival.values())
        for address, pair in differing.items():
            if None not in pair:
                raise AmbiguousAdapter(
                    f"the adapters {report.adapter!r} and {other.name!r} are equally sure "
                    f"of this text, and read {pair[0]} and {pair[1]} at {address}. "
                    f"Choose one: parse(source, adapter={report.adapter!r})"
                )
        if differing:
            # One of them reads cells that the other one does not: nothing contradicts them.
            report = best_of([report, rival])
            continue
        message = (
            f"the adapters {report.adapter} and {other.name} were equally sure, "
            "and read the same values"
        )
        report = report.with_notes(Note("adapters_agree", message))
    return report


_Values: TypeAlias = Mapping[Address, Number | None]


def _differing(own: _Values, others: _Values) -> dict[Address, tuple[Number | None, Number | None]]:
    """Return both values of each cell in which two readings differ."""
    both = dict.fromkeys((*own, *others))
    pairs = {address: (own.get(address), others.get(address)) for address in both}
    return {address: pair for address, pair in pairs.items() if pair[0] != pair[1]}


def _read(adapter: Adapter, text: Text, encoding: str | None, notes: tuple[Note, ...]) -> Report:
    return bind(read_page(adapter, text), adapter.name, encoding, notes)
