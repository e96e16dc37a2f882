"""What is asked of any input at all."""

from __future__ import annotations

import json
import pickle
import re

from govinfo.consistency import RULES, Verdict, check
from govinfo.figures import Address, State
from govinfo.frames import columns, wide_columns
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.rendering import explain, findings_html, report_html
from govinfo.rendering.findings import findings_text
from govinfo.serial import from_json, to_dict, to_json
from govinfo.spans import Span

__all__ = ["read_everything", "touch_everything"]

_A_NUMBER = re.compile(r"\d|[〇零一二两三四五六七八九十百千万半无未没無沒]")
"""What a figure in prose is told by: a digit, a number in words, or a word for none."""
_DAMAGED = {"mojibake", "characters_inferred", "characters_lost"}
"""The notes of a text that was put right: in its source, other characters stand for those that were read."""


def read_everything(source: str | bytes) -> None:
    """Parse a source, and look at everything the report says."""
    look_at_everything(parse(source))


def look_at_everything(report: Report) -> None:
    """Hold everything a report says against its text and against itself."""
    _look_at_figures(report)
    _look_at_prose(report)
    _look_at_parts(report)
    assert Report.from_json(report.to_json()) == report


def _look_at_parts(report: Report) -> None:
    """Look at what any report says, also one that was not read from its text but from data."""
    assert report.figures().keys() == report.values().keys()
    assert report.head is not None
    _look_at_findings(report)


def _look_at_figures(report: Report) -> None:
    """A number stands where the state says so and is what the source has there; readings that differ are no number."""
    figures = report.figures()
    assert report.values() == {address: figure.value for address, figure in figures.items()}
    for address, figure in figures.items():
        assert (figure.value is not None) == (figure.state is State.PRINTED), (address, figure)
        assert (figure.span is None) == (figure.state is State.ABSENT), (address, figure)
        assert figure.span is None or _quote(report, figure.span) == figure.raw, (address, figure)
        assert not figure.candidates or figure.state is State.ILLEGIBLE, (address, figure)


def _look_at_prose(report: Report) -> None:
    """Sections, claims and notes point into the source; a claim points at its number, inside its sentence."""
    damaged = any(note.code in _DAMAGED for note in report.notes)
    for section in report.sections:
        assert _quote(report, section.span), section
    for claim in report.claims:
        (begin, end), (first, last) = claim.sentence_span, claim.span
        assert begin <= first < last <= end, claim
        assert damaged or _A_NUMBER.search(_quote(report, claim.span)), claim
    for note in report.notes:
        assert note.code, note
        assert note.message, note
        assert note.span is None or len(_quote(report, note.span)) == len(note.span), note


def _look_at_findings(report: Report) -> None:
    """Findings are about the numbers that were read, and the sides of an arithmetic rule are sums of its cells."""
    values = report.values()
    for finding in check(report, verdicts="all"):
        assert [values.get(Address(term.address)) for term in finding.terms] == [
            term.value for term in finding.terms
        ]
        assert all(len(_quote(report, span)) == len(span) for span in finding.spans), finding
        for side, sign in ((finding.left, 1), (finding.right, -1)):
            cells = [term.value for term in finding.terms if term.sign == sign]
            if (
                RULES[finding.rule].formula is not None
                and finding.verdict is not Verdict.UNASSESSABLE
                and isinstance(side, int)
                and cells
                and None not in cells
            ):
                assert sum(cell or 0 for cell in cells) == side, finding


def _quote(report: Report, span: Span) -> str:
    """The characters of the source at a span, which lies inside of it."""
    assert 0 <= span.start <= span.end <= len(report.source_text), span
    return report.quote(span)


def touch_everything(report: Report, *, saved: bool = False) -> None:
    """Look at everything a report offers, check it, write it in every way, and read it back.

    A report that was `saved` says of its cells and its prose whatever its data say, and these are
    not held against its text.
    """
    (_look_at_parts if saved else look_at_everything)(report)
    findings = check([report, report], verdicts="all")
    for lang in ("zh", "en"):
        assert (findings_text(findings, lang, report) + findings_html(findings, lang)).encode(
            "utf-8", "replace"
        )
    assert len({finding.fingerprint for finding in findings}) <= len(findings)
    assert all(
        0 <= claim.span.start <= claim.span.end <= len(report.source_text)
        for claim in report.claims
    )
    assert all(explain(report, address) for address in list(report.values())[::37])
    assert report_html(report).encode("utf-8", "replace")
    assert repr(report)
    assert len(columns(report)["value"]) == len(report.addresses) == len(wide_columns(report)) - 9
    assert json.dumps(to_dict(report)).encode("ascii")
    assert from_json(to_json(report).encode("utf-8")) == report
    copy = pickle.loads(pickle.dumps(report))
    assert (copy, hash(copy)) == (report, hash(report))
