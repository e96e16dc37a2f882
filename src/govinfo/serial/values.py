"""The parts of a report, made of plain data again."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from itertools import count
from typing import Any

from attrs import evolve

from govinfo.cells import Cells
from govinfo.figures import Address, Figure, Origin, State
from govinfo.forms import FORMS, Form
from govinfo.notes import Note
from govinfo.page import NOWHERE, Page, Stream
from govinfo.parts import Agency, Claim, Considered, Head, Method, Section, Unread
from govinfo.places import TABLE_NUMBERS, Box, Layout, Spot, layout_of
from govinfo.serial.json_value import JsonValue, Spans
from govinfo.serial.written import figure_data
from govinfo.spans import Span, Text

__all__ = [
    "read_cells",
    "read_claim",
    "read_figure",
    "read_head",
    "read_layout",
    "read_method",
    "read_note",
    "read_section",
    "read_unread",
]


def read_head(found: JsonValue, notes: tuple[Note, ...]) -> Head:
    """Return what a report says about itself, with its doubts."""
    return Head(
        title=found["title"].maybe(JsonValue.text),
        year=found["year"].maybe(JsonValue.year),
        agency=found["agency"].maybe(
            lambda item: Agency(item["name"].text(), item["level"].maybe(JsonValue.text))
        ),
        period=found["period"].maybe(lambda item: (item["first"].day(), item["last"].day())),
        published=found["published"].maybe(JsonValue.day),
        created=found["created"].maybe(JsonValue.day),
        signed=found["signed"].maybe(JsonValue.day),
        metadata={key: item.text() for key, item in found["metadata"].items()},
        notes=notes,
    )


def read_method(found: JsonValue) -> Method:
    """Return how the cells of a report were found."""
    return Method(
        adapter=found["adapter"].text(),
        strategy=found["strategy"].text(),
        module=found["module"].text(),
        considered=found["considered"].each(
            lambda one: Considered(
                adapter=one["adapter"].text(),
                strategy=one["strategy"].text(),
                rows=one["rows"].whole(),
                cells=one["cells"].whole(),
                held=one["held"].whole(),
                broken=one["broken"].whole(),
                verdict=one["verdict"].text(),
            )
        ),
    )


def read_layout(found: JsonValue, spans: Spans) -> Layout | None:
    """Return where the pieces of a text stood in its document."""
    on_pages = found["kind"].one_of("pages", "tables") == "pages"
    wanted = 2 + len(Box._fields) + 1 if on_pages else 2 + TABLE_NUMBERS

    def piece(found: JsonValue) -> tuple[int, int, Spot]:
        """Return where a piece begins and ends in the text, and its mark."""
        numbers = found.each(JsonValue.point)
        if len(numbers) != wanted:
            raise found.unfit(f"an array of {wanted} numbers")
        span = spans.within(int(numbers[0]), int(numbers[1]), found)
        return span.start, span.end, numbers[2:]

    return layout_of(found["pieces"].each(piece), found["sheets"].each(JsonValue.text))


def read_figure(found: JsonValue, spans: Spans) -> Figure:
    """Return one cell."""
    return Figure(
        value=found["value"].maybe(JsonValue.number),
        raw=found["raw"].text(),
        state=State(found["state"].one_of(*State)),
        origin=Origin(found["origin"].one_of(*Origin)),
        span=found["span"].maybe(spans),
        candidates=found["candidates"].each(JsonValue.number),
        unit=found["unit"].maybe(JsonValue.text),
    )


def read_section(found: JsonValue, spans: Spans) -> Section:
    """Return one part of a report."""
    return Section(
        found["id"].text(), found["title"].text(), found["text"].text(), spans(found["span"])
    )


def read_claim(found: JsonValue, spans: Spans) -> Claim:
    """Return one figure stated in prose."""
    # Reports that older versions wrote do not say what the grammar made of a claim.
    grammar: dict[str, Any] = {}
    if isinstance(found.value, Mapping) and "thing" in found.value:
        grammar = {
            "thing": found["thing"].maybe(JsonValue.text),
            "event": found["event"].maybe(JsonValue.text),
            "time": found["time"].maybe(JsonValue.text),
            "hedge": found["hedge"].maybe(JsonValue.text),
            "refers_to": found["refers_to"].maybe(spans),
            "closed": found["closed"].truth(),
            "words": tuple((name, item.text()) for name, item in found["words"].items()),
        }
    return Claim(
        kind=found["kind"].text(),
        value=found["value"].maybe(JsonValue.number),
        unit=found["unit"].maybe(JsonValue.text),
        hedged=found["hedged"].truth(),
        subject=found["subject"].text(),
        address=found["address"].maybe(JsonValue.cells),
        scope=found["scope"].maybe(JsonValue.text),
        span=spans(found["span"]),
        sentence_span=spans(found["sentence_span"]),
        **grammar,
    )


def read_note(found: JsonValue, spans: Spans) -> Note:
    """Return one doubt."""
    return Note(found["code"].text(), found["message"].text(), found["span"].maybe(spans))


def read_unread(found: JsonValue, spans: Spans) -> Unread:
    """Return one number that no figure holds."""
    return Unread(
        spans(found["span"]), found["table"].maybe(JsonValue.text), found["reason"].text()
    )


def read_cells(found: JsonValue, form: Form, source: str, spans: Spans) -> Cells:
    """Return the cells of a report, on a page that is its source and has each cell in its place."""
    figures = {key: read_figure(item, spans) for key, item in found.items()}
    for address in form.addresses:
        if address not in figures:
            raise found.unfit(f"every cell of {form.id}, also {address!r},")
    for key in figures:
        if not any(key in known.positions for known in FORMS):
            raise found.unfit(f"an object of cells that some form has, and none has {key!r}: that")
    others = tuple(Address(key) for key in figures if key not in form.positions)
    addresses = (*form.addresses, *others)
    places = [figures[address].span for address in addresses]
    token = count()
    tokens = array("i", [NOWHERE if span is None else next(token) for span in places])
    stream = Stream(Span(0, len(source)), cells=tuple(span for span in places if span is not None))
    cells = Cells(form, Page(Text(source), (stream,)), tokens, others=others)
    # A figure may say more than what stands at its place. They are compared as data: there 1.0
    # and 1.00 differ, and so do 5 and 5.0.
    given = {
        index: figures[address]
        for index, address in enumerate(addresses)
        if figure_data(cells.figure(index)) != figure_data(figures[address])
    }
    return evolve(cells, given=given)
