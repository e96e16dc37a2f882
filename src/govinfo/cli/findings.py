"""What the rules find, as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

import click

from govinfo.cli.output import array
from govinfo.cli.sources import Item
from govinfo.consistency import RULES, Finding, Findings
from govinfo.consistency.checking import VERDICTS
from govinfo.consistency.linking import sheets
from govinfo.model import Report
from govinfo.rendering.explain import line_of
from govinfo.rendering.findings import counted, findings_text
from govinfo.rendering.widths import aligned

__all__ = ["SHAPES", "check_all", "findings_as_json", "findings_as_text"]

COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
"""The severities, heaviest first."""

WANTED = VERDICTS["problems"]
"""The verdicts that are told: rules that hold need no attention."""

Checked: TypeAlias = list[tuple[str, Report, Findings]]
"""Each report with its source as it was typed, and what was found in it."""


def check_all(items: Iterable[Item]) -> Checked:
    """Return each report with what the rules find in it, also in comparison with the others."""
    names, reports = zip(*items, strict=True) if (items := list(items)) else ((), ())
    return [
        (
            name,
            sheet.report,
            Findings(tuple(finding for rule in RULES.values() for finding in rule.findings(sheet, WANTED))),
        )
        for name, sheet in zip(names, sheets(reports), strict=True)
    ]


def findings_as_text(checked: Checked, lang: str, *, several: bool) -> Iterator[str]:
    """Yield a line about each report, and below it what is broken, the heaviest first."""
    heads = aligned([[name, *_who(report), counted(findings)] for name, report, findings in checked])
    for head, (_, report, findings) in zip(heads, checked, strict=True):
        broken = sorted(findings.broken, key=lambda finding: list(COLOURS).index(finding.severity))
        lines = findings_text(broken, lang, report).splitlines()
        yield "".join(f"{line}\n" for line in [click.style(head, bold=True), *map(_coloured, lines)])
    if several:
        everything = [finding for _, _, findings in checked for finding in findings]
        yield f"\n{len(checked)} report{'' if len(checked) == 1 else 's'}: {counted(everything)}\n"


def _who(report: Report) -> list[str]:
    agency = report.agency.name if report.agency else "agency unknown"
    return [agency, str(report.year or "year unknown"), report.form.id]


def _coloured(line: str) -> str:
    severity = line.split(" ", 1)[0]
    return "  " + click.style(severity, fg=COLOURS[severity]) + line[len(severity) :]


def findings_as_json(checked: Checked, lang: str, *, several: bool) -> Iterator[str]:
    """Yield the same shape as for reports: one object for one source, an array for several."""
    found = (_checked_data(name, report, findings, lang) for name, report, findings in checked)
    if several:
        yield from array(found)
    else:
        yield from (json.dumps(data, ensure_ascii=False, indent=2) + "\n" for data in found)


def _checked_data(name: str, report: Report, findings: Findings, lang: str) -> dict[str, Any]:
    return {
        "source_id": name,
        "agency": report.agency and report.agency.name,
        "year": report.year,
        "form": report.form.id,
        "errors": len(findings.errors),
        "findings": [_finding_data(finding, report, lang) for finding in findings],
    }


def _finding_data(finding: Finding, report: Report, lang: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "message": finding.message(lang),
        "left": _plain(finding.left),
        "right": _plain(finding.right),
        "terms": [
            {"address": str(term.address), "sign": term.sign, "value": _plain(term.value), "year": term.year}
            for term in finding.terms
        ],
        "spans": [{"start": span.start, "end": span.end, "line": line_of(report, span)} for span in finding.spans],
        "fingerprint": finding.fingerprint,
    }


def _plain(value: object) -> object:
    """A value as JSON has it; money keeps its digits in a string."""
    return str(value) if isinstance(value, Decimal | date) else value


SHAPES = {"text": findings_as_text, "json": findings_as_json}
"""What findings can be written as, and the function that does it."""
