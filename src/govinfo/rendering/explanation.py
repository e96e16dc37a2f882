"""Where a figure comes from, in a few lines that a person can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.figures import Figure, Origin
from govinfo.model import Report
from govinfo.rendering.cells import number
from govinfo.rendering.widths import aligned, width
from govinfo.spans import Span

__all__ = ["explain", "line_of"]

_BREAK = re.compile(r"[ \t]*[\r\n]\s*")

_AROUND = 30
"""How many characters are quoted on either side of a figure."""


def explain(report: Report, address: str) -> str:
    """Return what was read at an address: value, raw text, where it stands, and how it was read."""
    figure = report[address]
    value = "no number" if figure.value is None else number(figure.value)
    unit = f" {figure.unit}" if figure.unit and figure.value is not None else ""
    facts = [list(fact) for fact in _facts(report, address, figure)]
    return (
        "\n".join([f"{address} = {value}{unit}", *(f"  {line}" for line in aligned(facts))]) + "\n"
    )


def line_of(report: Report, span: Span) -> int:
    """Return the line of the source on which a span begins, counted from 1."""
    return report.source_text.count("\n", 0, span.start) + 1


def _facts(report: Report, address: str, figure: Figure) -> Iterator[tuple[str, str]]:
    yield "cell", f"{report.row(address).label} × {report.column(address).label}"
    yield "printed", repr(figure.raw) if figure.span is not None else "nothing"
    if figure.span is None:
        yield "where", "not in the text"
    else:
        yield from _place(report, address)
        column = figure.span.start - report.source_text.rfind("\n", 0, figure.span.start)
        where = f"line {line_of(report, figure.span)}, column {column}"
        yield "where", f"{where} (characters {figure.span.start}–{figure.span.end})"
        for line in _quoted(report.source_text, figure.span):
            yield "", line
    yield "state", figure.state.value.replace("_", " ")
    if figure.origin is Origin.INFERRED:
        yield "origin", "inferred from the form's own identities"
    elif figure.span is not None:
        yield "origin", "read from the text as it stands"
    if figure.candidates:
        yield "could be", ", ".join(map(number, figure.candidates))
    yield "adapter", f"{report.adapter}, on {report.form.id}"
    how = report.method
    if how.strategy:
        yield "method", f"{how.adapter}, {how.strategy} ({how.module})"
    yield from _competition(report)
    for note in report.notes:
        if figure.span is None or note.span is None:
            continue
        # An empty place touches what it lies in.
        if note.span.start <= figure.span.end and figure.span.start <= note.span.end:
            yield "note", f"{note.code}: {note.message}"


def _place(report: Report, address: str) -> Iterator[tuple[str, str]]:
    """Yield the place in the document, unless it is the line of a text."""
    place = report.place(address)
    if place is not None and (place.page or place.table):
        yield "place", str(place)


def _competition(report: Report) -> Iterator[tuple[str, str]]:
    for one in report.method.considered:
        found = f"{one.rows} rows, {one.cells} cells, {one.held} sums hold and {one.broken} do not"
        yield "competed", f"{one.adapter}, {one.strategy}: {found}; {one.verdict}"


def _quoted(source: str, span: Span) -> Iterator[str]:
    """What stands around a figure, on one line, and below it a mark under the figure.

    Line breaks do not end it: where every cell has a line of its own, the line alone would say
    nothing.
    """
    start, stop = max(0, span.start - _AROUND), min(len(source), span.end + _AROUND)
    before = ("…" if start else "") + _visible(source[start : span.start])
    inside = _visible(source[span.start : span.end])
    after = _visible(source[span.end : stop]) + ("…" if stop < len(source) else "")
    yield f"{before}{inside}{after}"
    yield " " * width(before) + "^" * max(1, width(inside))


def _visible(text: str) -> str:
    """The text on one line: breaks as arrows, and what is invisible or moves the cursor, blank."""
    shown = _BREAK.sub("↵", text)
    return "".join(character if character.isprintable() else " " for character in shown)
