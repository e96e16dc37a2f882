"""A report as plain data and as JSON, and back again, exactly.

Counts are JSON integers. Money is a string, such as `"12.50"`, because a JSON number would lose its digits in most
readers. A report that is read back keeps the places of its cells and only those figures that say more than what
stands there, just as a report that was read from a document does.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from importlib import resources
from typing import Any, TypeVar

from attrs import evolve, frozen

from govinfo.errors import UnreadableSource
from govinfo.figures import Address, Figure, Number, Origin, State
from govinfo.forms import FORMS, Form
from govinfo.model import NOWHERE, Agency, Claim, Head, Note, Report, Section
from govinfo.page import Page, Stream
from govinfo.spans import Span, Text

__all__ = ["SCHEMA", "from_dict", "from_json", "schema", "to_dict", "to_json"]

SCHEMA = "govinfo.report/1"
"""The id that every report carries as plain data."""

T = TypeVar("T")
_DECIMAL = re.compile(r"[+-]?\d+(\.\d+)?(E[+-]?\d+)?", re.ASCII)


def to_dict(report: Report) -> dict[str, Any]:
    """Return a report as plain data: dicts, lists, strings, integers, booleans and `None`."""
    own = len(report.notes) - len(report.head.notes)
    return {
        "schema": SCHEMA,
        "form": report.form.id,
        "adapter": report.adapter,
        "encoding": report.encoding,
        **_head_data(report.head),
        "figures": {str(address): _figure_data(figure) for address, figure in report.figures().items()},
        "sections": [_section_data(section) for section in report.sections],
        "claims": [_claim_data(claim) for claim in report.claims],
        "notes": [_note_data(note, "cells" if i < own else "head") for i, note in enumerate(report.notes)],
        "source_text": report.source_text,
    }


def from_dict(data: Mapping[str, Any]) -> Report:
    """Return the report that `to_dict` made this of; a ValueError says which part of the data does not fit."""
    found = _Found(data, "the report")
    if found["schema"].value != SCHEMA:
        raise found["schema"].unfit(f"{SCHEMA!r}, the only schema that this version reads")
    source = found["source_text"].text()
    spans = _Spans(len(source))
    form = found["form"].form()
    figures = {key: _figure(item, spans) for key, item in found["figures"].items()}
    _check_addresses(found["figures"], form, figures)
    notes = found["notes"].each(lambda item: (item["about"].one_of("cells", "head"), _note(item, spans)))
    addresses = (*form.addresses, *(Address(key) for key in figures if key not in form.positions))
    page, places = _placed(source, [figures[address].span for address in addresses])
    adapter, encoding = found["adapter"].text(), found["encoding"].maybe(_Found.text)
    bare = Report(form, adapter, encoding, page, places, addresses[len(form.addresses) :])
    return evolve(
        bare,
        settled=_settled(bare, addresses, figures),
        doubts=tuple(note for about, note in notes if about == "cells"),
        head=_head(found, tuple(note for about, note in notes if about == "head")),
        sections=found["sections"].each(lambda item: _section(item, spans)),
        claims=found["claims"].each(lambda item: _claim(item, spans)),
    )


def to_json(report: Report, indent: int | None = None) -> str:
    """Return a report as JSON text, which can always be written as UTF-8."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(to_dict(report), ensure_ascii=False, indent=indent, separators=separators)
    # Half a surrogate pair can stand in a text that a lenient decoder made; as an escape it survives any encoding.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def from_json(text: str | bytes) -> Report:
    """Return the report that `to_json` made this of; a ValueError says what does not fit."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableSource(
            f"the text is no JSON ({error}), where a report with the schema {SCHEMA!r} was wanted; "
            "`govinfo.parse` reads a report's own text"
        ) from error
    return from_dict(data)


def schema() -> dict[str, Any]:
    """Return the published JSON Schema (draft 2020-12) of what `to_dict` makes."""
    text = resources.files(__package__).joinpath("report.schema.json").read_text("utf-8")
    published: dict[str, Any] = json.loads(text)
    return published


# Values to data.


def _head_data(head: Head) -> dict[str, Any]:
    agency, period = head.agency, head.period
    return {
        "title": head.title,
        "year": head.year,
        "agency": None if agency is None else {"name": agency.name, "level": agency.level},
        "period": None if period is None else {"first": period[0].isoformat(), "last": period[1].isoformat()},
        "published": _day_data(head.published),
        "created": _day_data(head.created),
        "signed": _day_data(head.signed),
        "metadata": dict(head.metadata),
    }


def _figure_data(figure: Figure) -> dict[str, Any]:
    return {
        "value": _number_data(figure.value),
        "raw": figure.raw,
        "state": figure.state.value,
        "origin": figure.origin.value,
        "span": _span_data(figure.span),
        "candidates": [_number_data(number) for number in figure.candidates],
        "unit": figure.unit,
    }


def _section_data(section: Section) -> dict[str, Any]:
    return {"id": section.id, "title": section.title, "text": section.text, "span": _span_data(section.span)}


def _claim_data(claim: Claim) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "value": _number_data(claim.value),
        "unit": claim.unit,
        "hedged": claim.hedged,
        "subject": claim.subject,
        "address": None if claim.address is None else str(claim.address),
        "scope": claim.scope,
        "span": _span_data(claim.span),
        "sentence_span": _span_data(claim.sentence_span),
    }


def _note_data(note: Note, about: str) -> dict[str, Any]:
    return {"about": about, "code": note.code, "message": note.message, "span": _span_data(note.span)}


def _number_data(number: Number | None) -> int | str | None:
    return str(number) if isinstance(number, Decimal) else number


def _span_data(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _day_data(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


# Data to values.


@frozen
class _Found:
    """Something in the data, and where: what is no report is refused by naming the place."""

    value: object
    path: str

    def unfit(self, wanted: str) -> UnreadableSource:
        """Return the error that says what was found here and what was wanted."""
        shown = repr(self.value)
        shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
        return UnreadableSource(
            f"{self.path} is {shown}, where {wanted} was wanted; "
            "`report.to_dict()` makes such data, and `govinfo.serial.schema()` describes it"
        )

    def __getitem__(self, key: str) -> _Found:
        if not isinstance(self.value, Mapping):
            raise self.unfit("an object")
        if key not in self.value:
            raise self.unfit(f"an object with the key {key!r}")
        return _Found(self.value[key], key if self.path == "the report" else f"{self.path}.{key}")

    def items(self) -> list[tuple[str, _Found]]:
        """Return the members of an object."""
        if not isinstance(self.value, Mapping) or not all(isinstance(key, str) for key in self.value):
            raise self.unfit("an object")
        return [(key, self[key]) for key in self.value]

    def each(self, read: Callable[[_Found], T]) -> tuple[T, ...]:
        """Return what `read` makes of each element of an array."""
        if not isinstance(self.value, list | tuple):
            raise self.unfit("an array")
        return tuple(read(_Found(item, f"{self.path}[{index}]")) for index, item in enumerate(self.value))

    def maybe(self, read: Callable[[_Found], T]) -> T | None:
        """Return what `read` makes of this, or `None` where nothing is stated."""
        return None if self.value is None else read(self)

    def text(self) -> str:
        """Return a string."""
        if not isinstance(self.value, str):
            raise self.unfit("a string")
        return str(self.value)

    def whole(self) -> int:
        """Return an integer; `true` is none."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.unfit("an integer")
        return self.value

    def truth(self) -> bool:
        """Return a boolean."""
        if not isinstance(self.value, bool):
            raise self.unfit("true or false")
        return self.value

    def number(self) -> Number:
        """Return a count, or the amount that a string spells."""
        if isinstance(self.value, str) and _DECIMAL.fullmatch(self.value):
            return Decimal(self.value)
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.unfit('an integer, or a decimal number in a string such as "12.50",')
        return self.value

    def day(self) -> date:
        """Return a date."""
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            raise self.unfit("a date such as 2024-01-31") from None

    def one_of(self, *words: str) -> str:
        """Return one of these words."""
        if self.value not in words:
            raise self.unfit(f"one of {', '.join(words)}")
        return self.text()

    def form(self) -> Form:
        """Return the form of this id."""
        form_id = self.one_of(*(form.id for form in FORMS))
        return next(form for form in FORMS if form.id == form_id)


@frozen
class _Spans:
    """How places are read that must lie within a source of this length."""

    length: int

    def __call__(self, found: _Found) -> Span:
        start, end = found["start"].whole(), found["end"].whole()
        if not 0 <= start <= end <= self.length:
            raise found.unfit(f"a start and an end, in order, within the {self.length} characters of source_text")
        return Span(start, end)


def _head(found: _Found, notes: tuple[Note, ...]) -> Head:
    return Head(
        title=found["title"].maybe(_Found.text),
        year=found["year"].maybe(_Found.whole),
        agency=found["agency"].maybe(lambda item: Agency(item["name"].text(), item["level"].maybe(_Found.text))),
        period=found["period"].maybe(lambda item: (item["first"].day(), item["last"].day())),
        published=found["published"].maybe(_Found.day),
        created=found["created"].maybe(_Found.day),
        signed=found["signed"].maybe(_Found.day),
        metadata={key: item.text() for key, item in found["metadata"].items()},
        notes=notes,
    )


def _figure(found: _Found, spans: _Spans) -> Figure:
    return Figure(
        value=found["value"].maybe(_Found.number),
        raw=found["raw"].text(),
        state=State(found["state"].one_of(*State)),
        origin=Origin(found["origin"].one_of(*Origin)),
        span=found["span"].maybe(spans),
        candidates=found["candidates"].each(_Found.number),
        unit=found["unit"].maybe(_Found.text),
    )


def _section(found: _Found, spans: _Spans) -> Section:
    return Section(found["id"].text(), found["title"].text(), found["text"].text(), spans(found["span"]))


def _claim(found: _Found, spans: _Spans) -> Claim:
    return Claim(
        kind=found["kind"].text(),
        value=found["value"].maybe(_Found.number),
        unit=found["unit"].maybe(_Found.text),
        hedged=found["hedged"].truth(),
        subject=found["subject"].text(),
        address=found["address"].maybe(_Found.text),
        scope=found["scope"].maybe(_Found.text),
        span=spans(found["span"]),
        sentence_span=spans(found["sentence_span"]),
    )


def _note(found: _Found, spans: _Spans) -> Note:
    return Note(found["code"].text(), found["message"].text(), found["span"].maybe(spans))


def _check_addresses(found: _Found, form: Form, figures: Mapping[str, Figure]) -> None:
    for address in form.addresses:
        if address not in figures:
            raise found.unfit(f"every cell of {form.id}, also {address!r},")
    for key in figures:
        if not any(key in known.positions for known in FORMS):
            raise found.unfit(f"an object of cells that some form has, and none has {key!r}: that")


def _placed(source: str, spans: list[Span | None]) -> tuple[Page, array[int]]:
    """A page of the source with a cell at each of these places, and which cell each of them is."""
    cells = tuple(span for span in spans if span is not None)
    token = iter(range(len(cells)))
    places = array("i", [NOWHERE if span is None else next(token) for span in spans])
    return Page(Text(source), (Stream(Span(0, len(source)), cells=cells),)), places


def _settled(bare: Report, addresses: tuple[Address, ...], figures: Mapping[str, Figure]) -> dict[int, Figure]:
    """The figures that say more than what stands at their place, by the number of their address."""
    return {
        index: figures[address]
        for index, address in enumerate(addresses)
        # Compared as data: there 1.0 and 1.00 differ, and so do 5 and 5.0.
        if _figure_data(bare[address]) != _figure_data(figures[address])
    }
