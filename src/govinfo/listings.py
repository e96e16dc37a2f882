"""What stands beside the cells of reports, as rows: claims, notes, numbers unread, and errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from govinfo.consistency.names import doubt
from govinfo.text.quotation import quotation
from govinfo.wording import Lang
from govinfo.wording.subjects import subject_name

if TYPE_CHECKING:
    from govinfo.model import Report
    from govinfo.parts import Unread

__all__ = ["ERRORS", "LISTINGS", "Listing", "Row"]

Row: TypeAlias = dict[str, Any]
_PLACE = {"start": "whole", "end": "whole"}


class Listing(NamedTuple):
    """One kind of row: its columns behind those that say which report a row is about."""

    columns: Mapping[str, str]
    """What each column holds: `text`, `whole`, `number` or `truth`."""
    rows: Callable[[Report, Lang], Iterator[Row]]
    """The rows of a report, in its order; what is said in words is in the language given."""


def _claims(report: Report, lang: Lang) -> Iterator[Row]:
    for claim in report.claims:
        yield {
            "subject": claim.subject,
            "subject_name": subject_name(claim.subject, lang),
            "kind": claim.kind,
            "value": None if claim.value is None else float(claim.value),
            "unit": claim.unit,
            "hedged": claim.hedged,
            "scope": claim.scope,
            "address": claim.address,
            "text": quotation(report.quote(claim.span)),
            "sentence": quotation(report.quote(claim.sentence_span)),
            "start": claim.span.start,
            "end": claim.span.end,
        }


def _notes(report: Report, lang: Lang) -> Iterator[Row]:
    for note in report.notes:
        start, end = (None, None) if note.span is None else note.span
        yield {"code": note.code, "message": doubt(note, report, lang), "start": start, "end": end}


def _numbers(report: Report, numbers: tuple[Unread, ...], lang: Lang) -> Iterator[Row]:
    for one in numbers:
        yield {
            "table": one.table,
            "text": quotation(report.quote(one.span)),
            "reason": one.text(lang),
            "start": one.span.start,
            "end": one.span.end,
        }


_NUMBERS = {"table": "text", "text": "text", "reason": "text", **_PLACE}
LISTINGS: Mapping[str, Listing] = {
    "claims": Listing(
        {
            "subject": "text",
            "subject_name": "text",
            "kind": "text",
            "value": "number",
            "unit": "text",
            "hedged": "truth",
            "scope": "text",
            "address": "text",
            "text": "text",
            "sentence": "text",
            **_PLACE,
        },
        _claims,
    ),
    "notes": Listing({"code": "text", "message": "text", **_PLACE}, _notes),
    "unread": Listing(_NUMBERS, lambda report, lang: _numbers(report, report.unread, lang)),
    "uncounted": Listing(_NUMBERS, lambda report, lang: _numbers(report, report.uncounted, lang)),
}
"""The kinds of rows that a report has."""

ERRORS: Mapping[str, str] = {"source_id": "text", "error": "text", "message": "text"}
"""The columns of the errors of readings that gave no report."""
