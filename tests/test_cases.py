"""Small documents that once went wrong, each standing for a kind, with what a careful reader says.

A case is an entry of `cases/cases.json` and the file that it names. `expect` may hold `values`,
`states`, `not_values`, `year`, `agency`, `title`, `published` (a day), `metadata` (of each field
its text, or nothing), `form`, `sections`, `no_sections_titled` (pieces of titles), `broken` and
`not_broken` rules, the `left` sides that a broken rule may give, `claims` and `no_claims`,
`note_for` (addresses that a note or candidates must cover, or pieces of the text that a note must),
`no_exception`, and `any_of` (several such objects, one of which must hold).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from everything import look_at_everything
from govinfo.consistency import check
from govinfo.model import Claim, Report
from govinfo.reading import parse

FOLDER = Path(__file__).parent / "cases"
CASES: list[dict[str, Any]] = json.loads((FOLDER / "cases.json").read_text(encoding="utf-8"))
DOCUMENTS = {".docx", ".pdf", ".mhtml", ".eml"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    """The document is read and checked as a careful reader says."""
    path = FOLDER / case["file"]
    report = parse(path if path.suffix in DOCUMENTS else path.read_bytes().decode("utf-8"))
    ways = case["expect"].get("any_of", [case["expect"]])
    failures = [list(failures_of(report, expect)) for expect in ways]
    assert [] in failures, failures


def failures_of(report: Report, expect: dict[str, Any]) -> Iterator[str]:
    """Yield what differs from what is expected, one line each."""
    values = {str(address): value for address, value in report.values().items()}
    for address, wanted in expect.get("values", {}).items():
        if values[address] != number(wanted):
            yield f"{address}: {wanted} expected, {values[address]} came"
    for address, wanted in expect.get("states", {}).items():
        if report[address].state != wanted:
            yield f"{address}: {wanted} expected, {report[address].state} came"
    for address, wrong in expect.get("not_values", {}).items():
        if values.get(address) is not None and values[address] in list(map(number, wrong)):
            yield f"{address}: {values[address]} came, which is wrong"
    for address in expect.get("note_for", ()):
        if not is_noted(report, address):
            yield f"{address}: a note or candidates expected"
    yield from wrong_heads(report, expect)
    yield from wrong_claims(report, expect)
    yield from wrong_findings(report, expect)
    if expect.get("no_exception"):
        look_at_everything(report)


def wrong_heads(report: Report, expect: dict[str, Any]) -> Iterator[str]:
    """Yield what the head and the headings say otherwise."""
    agency = None if report.agency is None else report.agency.name
    found = {"year": report.year, "agency": agency, "title": report.title, "form": report.form.id}
    for key, value in found.items():
        if expect.get(key, value) != value:
            yield f"{key}: {expect[key]!r} expected, {value!r} came"
    published = None if report.published is None else report.published.isoformat()
    if expect.get("published", published) != published:
        yield f"published: {expect['published']} expected, {published} came"
    for field, value in expect.get("metadata", {}).items():
        if report.metadata.get(field) != value:
            yield f"{field}: {value!r} expected, {report.metadata.get(field)!r} came"
    for words in expect.get("no_sections_titled", ()):
        yield from (
            f"a part titled {section.title!r} came, which is none"
            for section in report.sections
            if words in section.title
        )
    sections = {section.id for section in report.sections}
    yield from (
        f"part {name} expected" for name in expect.get("sections", ()) if name not in sections
    )


def wrong_claims(report: Report, expect: dict[str, Any]) -> Iterator[str]:
    """Yield the claims that are missing, and those that should not be there."""
    for wanted in expect.get("claims", ()):
        if not any(is_claim(claim, wanted) for claim in report.claims):
            yield f"claim {wanted} expected"
    for wrong in expect.get("no_claims", ()):
        if any(is_claim(claim, wrong) for claim in report.claims):
            yield f"claim {wrong} came, which is wrong"


def is_claim(claim: Claim, wanted: dict[str, Any]) -> bool:
    """Whether a claim says what is wanted, as far as that is given."""
    subjects = wanted["subject"] if isinstance(wanted["subject"], list) else [wanted["subject"]]
    return (
        claim.subject in subjects
        and ("value" not in wanted or claim.value == number(wanted["value"]))
        and ("address" not in wanted or claim.address == wanted["address"])
        and ("scope" not in wanted or claim.scope == wanted["scope"])
    )


def wrong_findings(report: Report, expect: dict[str, Any]) -> Iterator[str]:
    """Yield the rules that should be broken and are not, and those that should not be."""
    broken = check(report).broken
    rules = {finding.rule for finding in broken}
    yield from (
        f"{rule}: broken expected" for rule in expect.get("broken", ()) if rule not in rules
    )
    for beginning in expect.get("not_broken", ()):
        yield from (
            f"{rule}: broken, which is false" for rule in rules if rule.startswith(beginning)
        )
    for rule, allowed in expect.get("left", {}).items():
        for finding in broken:
            if finding.rule == rule and finding.left not in list(map(number, allowed)):
                yield f"{rule}: {finding.left} on the left, which no cell holds"


def is_noted(report: Report, address: str) -> bool:
    """Whether the reader is told of a cell: by candidates, or by a note on its place or its row."""
    if address not in report:
        return any(note.span and address in report.quote(note.span) for note in report.notes)
    figure, row = report[address], address.rpartition(".")[0]
    if figure.candidates or any(row in note.message for note in report.notes):
        return True
    spans = [note.span for note in report.notes if note.span is not None]
    return figure.span is not None and any(
        span.start <= figure.span.start and figure.span.end <= span.end for span in spans
    )


def number(value: float | str | None) -> Decimal | None:
    """Return a number of the file of cases as a value is compared with it."""
    return None if value is None else Decimal(str(value))
