"""Cells that only one of two reports lets one read, settled by the text that both have.

Where the digits of a table run together, one changed digit can make the whole row unreadable. But
the text around it is the same in both reports, and shows which cell it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from govinfo.comparison.changes import CellChange, Difference
from govinfo.consistency.context import Context
from govinfo.figures import Address, Figure, State
from govinfo.model import Report, Section
from govinfo.spans import Span

__all__ = ["differing_tables", "settled", "unread_tables"]


def unread_tables(report: Report) -> frozenset[str]:
    """Return the tables of which the reader saw something that it could not read."""
    context = Context.of(report)
    doubted = (
        table.id
        for table in report.form.tables
        if any(note.span is not None for note in context.doubts_on(table.section))
    )
    return frozenset((*doubted, *(one.table for one in report.unread if one.table is not None)))


def differing_tables(before: Report, after: Report) -> frozenset[str]:
    """Return the tables that neither report lets one read, and whose digits are not the same."""
    unread = unread_tables(before) & unread_tables(after)
    return frozenset(
        table.id
        for table in after.form.tables
        if table.id in unread and _digits(before, table.section) != _digits(after, table.section)
    )


def _digits(report: Report, section: str) -> str:
    part = _part(report, section)
    return "" if part is None else "".join(filter(str.isdecimal, part.text))


def settled(found: list[CellChange], before: Report, after: Report) -> Iterator[CellChange]:
    """Yield the changes; of those unread, none where the text is the same but for one cell.

    That cell is changed. Its new number is a candidate only, since nothing confirms it.
    """
    sections = {table.id: table.section for table in after.form.tables}
    unread = {one.address.table for one in found if one.change is Difference.UNREAD}
    known = {one.address for one in found}
    edits = {
        section: _Edit.between(before, after, section)
        for section in {sections.get(table, "") for table in unread}
    }
    for one in found:
        edit = edits.get(sections.get(one.address.table, ""))
        is_open = edit is None or (edit.address is not None and edit.address not in known)
        if one.change is not Difference.UNREAD or edit is None or is_open:
            yield one
        elif one.address == edit.address:
            yield evolve(one, change=Difference.CHANGED, before=edit.before, after=edit.after)


@frozen
class _Edit:
    """The one cell in which two texts differ; without an address they do not differ."""

    address: Address | None = None
    before: Figure | None = None
    after: Figure | None = None

    @classmethod
    def between(cls, before: Report, after: Report, section: str) -> _Edit | None:
        """Return the edit between two versions of a part; `None` if it is not in one cell alone."""
        one, other = _part(before, section), _part(after, section)
        if one is None or other is None:
            return None
        old, new = before.quote(one.span), after.quote(other.span)
        if old == new:
            return cls()
        # They differ between what they have in common before and behind.
        head = _common(old, new)
        room = min(len(old), len(new)) - head
        tail = _common(old[len(old) - room :][::-1], new[len(new) - room :][::-1])
        here = Span(one.span.start + head, one.span.end - tail)
        there = Span(other.span.start + head, other.span.end - tail)
        if not (before.quote(here).isdecimal() and after.quote(there).isdecimal()):
            return None  # something other than digits, or nothing on one side: it may be any cell
        for address, known, guess in _guesses(before, here, after, there):
            return cls(address, known, guess)
        for address, known, guess in _guesses(after, there, before, here):
            return cls(address, guess, known)
        return None


def _part(report: Report, section: str) -> Section | None:
    """Return the part of this kind, if there is one alone."""
    found = [part for part in report.sections if part.id == section]
    return found[0] if len(found) == 1 else None


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginnings."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _guesses(
    report: Report, here: Span, other: Report, there: Span
) -> Iterator[tuple[Address, Figure, Figure]]:
    """Yield the cell around a place that one report can read, and what the other has there."""
    for address, figure in report.figures().items():
        span = figure.span
        if span is None or figure.value is None or not figure.raw.isdecimal():
            continue
        if span.start <= here.start and here.end <= span.end:
            whole = Span(there.start - here.start + span.start, there.end - here.end + span.end)
            raw = other.quote(whole)
            guess = Figure(None, raw, State.ILLEGIBLE, span=whole, candidates=(int(raw),))
            yield address, figure, guess
