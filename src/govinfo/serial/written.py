"""The parts of a report as plain data.

Counts are integers. Money is a string, such as `"12.50"`, because a JSON number would lose its
digits in most readers.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import asdict

from govinfo.figures import Figure, Number
from govinfo.notes import Note
from govinfo.parts import Claim, Head, Method, Section, Unread
from govinfo.places import Layout
from govinfo.spans import Span

__all__ = [
    "claim_data",
    "figure_data",
    "head_data",
    "layout_data",
    "method_data",
    "note_data",
    "section_data",
    "span_data",
    "unread_data",
]


def head_data(head: Head) -> dict[str, Any]:
    """Return what a report says about itself."""
    agency, period = head.agency, head.period
    return {
        "title": head.title,
        "year": head.year,
        "agency": None if agency is None else {"name": agency.name, "level": agency.level},
        "period": None
        if period is None
        else {"first": period[0].isoformat(), "last": period[1].isoformat()},
        "published": _day(head.published),
        "created": _day(head.created),
        "signed": _day(head.signed),
        "metadata": dict(head.metadata),
    }


def method_data(method: Method) -> dict[str, Any]:
    """Return how the cells of a report were found."""
    return {
        "adapter": method.adapter,
        "strategy": method.strategy,
        "module": method.module,
        "considered": [asdict(one) for one in method.considered],
    }


def figure_data(figure: Figure) -> dict[str, Any]:
    """Return one cell."""
    return {
        "value": _number(figure.value),
        "raw": figure.raw,
        "state": figure.state.value,
        "origin": figure.origin.value,
        "span": span_data(figure.span),
        "candidates": [_number(number) for number in figure.candidates],
        "unit": figure.unit,
    }


def section_data(section: Section) -> dict[str, Any]:
    """Return one part of a report."""
    return {
        "id": section.id,
        "title": section.title,
        "text": section.text,
        "span": span_data(section.span),
    }


def claim_data(claim: Claim) -> dict[str, Any]:
    """Return one figure stated in prose."""
    return {
        "kind": claim.kind,
        "value": _number(claim.value),
        "unit": claim.unit,
        "hedged": claim.hedged,
        "subject": claim.subject,
        "address": None if claim.address is None else str(claim.address),
        "scope": claim.scope,
        "span": span_data(claim.span),
        "sentence_span": span_data(claim.sentence_span),
        "thing": claim.thing,
        "event": claim.event,
        "time": claim.time,
        "hedge": claim.hedge,
        "refers_to": span_data(claim.refers_to),
        "closed": claim.closed,
        "words": dict(claim.words),
    }


def note_data(note: Note, about: str) -> dict[str, Any]:
    """Return one doubt, and whether it is about the cells or about the head."""
    return {
        "about": about,
        "code": note.code,
        "message": note.message,
        "span": span_data(note.span),
    }


def layout_data(layout: Layout) -> dict[str, Any]:
    """Return where the pieces of the source text stood in their document."""
    return {
        "kind": "pages" if layout.on_pages else "tables",
        "sheets": list(layout.sheets),
        "pieces": [[start, end, *mark] for start, end, mark in layout.pieces()],
    }


def unread_data(unread: Unread) -> dict[str, Any]:
    """Return one number that no figure holds."""
    return {"span": span_data(unread.span), "table": unread.table, "reason": unread.reason}


def _number(number: Number | None) -> int | str | None:
    return str(number) if isinstance(number, Decimal) else number


def span_data(span: Span | None) -> dict[str, int] | None:
    """Return a place in the source text."""
    return None if span is None else {"start": span.start, "end": span.end}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
