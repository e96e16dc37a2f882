"""A report as plain data and as JSON, and back again, exactly.

A report that is read back keeps the places of its cells and only those figures that say more than
what stands there, just as a report that was read from a document does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from govinfo.errors import BadArgument, UnreadableSource
from govinfo.forms import FORMS, form_by_id
from govinfo.model import Report
from govinfo.parts import Method, Unread
from govinfo.serial.json_value import JsonValue, Spans
from govinfo.serial.values import (
    read_cells,
    read_claim,
    read_head,
    read_layout,
    read_method,
    read_note,
    read_section,
    read_unread,
)
from govinfo.serial.written import (
    claim_data,
    figure_data,
    head_data,
    layout_data,
    method_data,
    note_data,
    section_data,
    unread_data,
)

__all__ = ["SCHEMA", "from_dict", "from_json", "schema", "to_dict", "to_json"]

SCHEMA = "govinfo.report/1"
"""The id that every report carries as plain data."""


def to_dict(report: Report) -> dict[str, Any]:
    """Return a report as plain data: dicts, lists, strings, integers, booleans and `None`."""
    own = len(report.notes) - len(report.head.notes)
    data = {
        "schema": SCHEMA,
        "form": report.form.id,
        "adapter": report.adapter,
        "method": method_data(report.method),
        "encoding": report.encoding,
        **head_data(report.head),
        "figures": {
            str(address): figure_data(figure) for address, figure in report.figures().items()
        },
        "sections": [section_data(section) for section in report.sections],
        "claims": [claim_data(claim) for claim in report.claims],
        "notes": [
            note_data(note, "cells" if i < own else "head") for i, note in enumerate(report.notes)
        ],
        "unread": [unread_data(one) for one in report.unread],
        "uncounted": [unread_data(one) for one in report.uncounted],
        "source_text": report.source_text,
    }
    return data if report.layout is None else {**data, "layout": layout_data(report.layout)}


def from_dict(data: Mapping[str, Any]) -> Report:
    """Return the report that `to_dict` made this of.

    A `ValueError` says which part of the data does not fit.
    """
    found = JsonValue(data, "the report")
    if found["schema"].value != SCHEMA:
        raise found["schema"].unfit(f"{SCHEMA!r}, the only schema that this version reads")
    source = found["source_text"].text()
    spans = Spans(len(source))
    form = form_by_id(found["form"].one_of(*(form.id for form in FORMS)))
    cells = read_cells(found["figures"], form, source, spans)
    notes = found["notes"].each(
        lambda item: (item["about"].one_of("cells", "head"), read_note(item, spans))
    )

    def numbers(name: str) -> tuple[Unread, ...]:
        return found[name].each(lambda item: read_unread(item, spans)) if name in data else ()

    return Report(
        cells,
        found["adapter"].text(),
        found["encoding"].maybe(JsonValue.text),
        doubts=tuple(note for about, note in notes if about == "cells"),
        head=read_head(found, tuple(note for about, note in notes if about == "head")),
        sections=found["sections"].each(lambda item: read_section(item, spans)),
        claims=found["claims"].each(lambda item: read_claim(item, spans)),
        layout=read_layout(found["layout"], spans) if "layout" in data else None,
        # Reports that older versions wrote do not say how they were read, and what was not.
        method=read_method(found["method"]) if "method" in data else Method(),
        unread=numbers("unread"),
        uncounted=numbers("uncounted"),
    )


def to_json(report: Report, indent: int | None = None) -> str:
    """Return a report as JSON text, which can always be written as UTF-8."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(to_dict(report), ensure_ascii=False, indent=indent, separators=separators)
    # Half a surrogate pair can stand in a text that a lenient decoder made; as an escape it
    # survives any encoding.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def from_json(text: str | bytes) -> Report:
    """Return the report that `to_json` made this of; a ValueError says what does not fit."""
    if not isinstance(text, str | bytes | bytearray):
        raise BadArgument(
            f"from_json takes JSON as str or bytes, and was given {type(text).__name__}; "
            "`Report.from_dict` reads what JSON was made of"
        )
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
    text = resources.files("govinfo").joinpath("report.schema.json").read_text("utf-8")
    published: dict[str, Any] = json.loads(text)
    return published
