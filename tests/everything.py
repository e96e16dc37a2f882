"""What is asked of any input at all."""

from __future__ import annotations

import json
import pickle

from govinfo.consistency import check
from govinfo.frames import columns, wide_columns
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.rendering import explain, findings_html, report_html
from govinfo.rendering.findings import findings_text
from govinfo.serial import from_json, to_dict, to_json

__all__ = ["read_everything", "touch_everything"]


def read_everything(source: str | bytes) -> None:
    """Parse a source, and look at everything the report offers."""
    look_at_everything(parse(source))


def look_at_everything(report: Report) -> None:
    """Look at everything a report offers by itself."""
    assert all(report.quote(f.span) == f.raw for f in report.figures().values() if f.span is not None)
    _look_at_parts(report)


def _look_at_parts(report: Report) -> None:
    """Look at what any report offers, also one whose cells nothing was read from."""
    assert report.figures().keys() == report.values().keys()
    assert {address: figure.value for address, figure in report.figures().items()} == report.values()
    assert all(section.text is not None for section in report.sections)
    assert report.head is not None
    assert all(note.span is None or report.quote(note.span) is not None for note in report.notes)


def touch_everything(report: Report, *, saved: bool = False) -> None:
    """Look at everything a report offers, check it, write it in every way, and read it back.

    A report that was `saved` says of a cell whatever its data say, and these are not held against its text.
    """
    (_look_at_parts if saved else look_at_everything)(report)
    findings = check([report, report], verdicts="all")
    for lang in ("zh", "en"):
        assert (findings_text(findings, lang, report) + findings_html(findings, lang)).encode("utf-8", "replace")
    assert len({finding.fingerprint for finding in findings}) <= len(findings)
    assert all(0 <= claim.span.start <= claim.span.end <= len(report.source_text) for claim in report.claims)
    assert all(explain(report, address) for address in list(report.values())[::37])
    assert report_html(report).encode("utf-8", "replace")
    assert repr(report)
    assert len(columns(report)["value"]) == len(report.addresses) == len(wide_columns(report)) - 4
    assert json.dumps(to_dict(report)).encode("ascii")
    assert from_json(to_json(report).encode("utf-8")) == report
    copy = pickle.loads(pickle.dumps(report))
    assert (copy, hash(copy)) == (report, hash(report))
