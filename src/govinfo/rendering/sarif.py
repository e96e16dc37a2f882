"""Findings in SARIF 2.1.0, the format in which tools for code review exchange them (OASIS)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from govinfo.consistency.findings import Finding, Findings
from govinfo.consistency.rules import RULES
from govinfo.model import Report
from govinfo.rendering.explanation import line_of
from govinfo.spans import Span
from govinfo.wording import Lang

__all__ = ["SarifReport", "sarif"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_WITHOUT_LINES = frozenset({"pdf", "docx"})
"""What these adapters read has no lines that an editor could show."""


@frozen
class SarifReport:
    """A report with its source, what was found in it, and what of that somebody has set aside."""

    source: str
    report: Report
    findings: Findings
    dismissed: Findings
    reasons: Mapping[str, str]

    def _location(self, span: Span | None) -> dict[str, Any]:
        place: dict[str, Any] = {"artifactLocation": {"uri": self.source.replace("\\", "/")}}
        if span is not None and self.report.adapter not in _WITHOUT_LINES:
            place["region"] = {
                "startLine": line_of(self.report, span),
                "charOffset": span.start,
                "charLength": span.end - span.start,
            }
        return {"physicalLocation": place}

    def result_of(self, finding: Finding, lang: Lang) -> dict[str, Any]:
        """Return a finding as the log describes it."""
        broken = finding.verdict == "broken"
        result = {
            "ruleId": finding.rule,
            "kind": "fail" if broken else "open",
            "level": _LEVELS[finding.severity] if broken else "none",
            "message": {"text": finding.message(lang)},
            "locations": [self._location(span) for span in finding.spans[:1] or (None,)],
            "partialFingerprints": {"govinfo/v1": finding.fingerprint},
            "properties": {
                "blame": finding.blame.value,
                "agency": finding.agency,
                "year": finding.year,
            },
        }
        if finding.fingerprint in self.reasons:
            result["suppressions"] = [
                {"kind": "external", "justification": self.reasons[finding.fingerprint]}
            ]
        return result


def sarif(reports: Iterable[SarifReport], lang: Lang = "zh") -> dict[str, Any]:
    """Return one run over all reports as plain data."""
    reports = list(reports)
    met = dict.fromkeys(one.rule for each in reports for one in (*each.findings, *each.dismissed))
    rules = list[dict[str, Any]]()
    for name in met:
        rules.append({"id": name})
        # Of a rule that a user added only its name is known here.
        if name in RULES:
            rule = RULES[name]
            stated = rule.statement.in_(lang)
            rules[-1]["shortDescription"] = {"text": stated}
            rules[-1]["fullDescription"] = {"text": f"{stated} ({rule.basis})"}
            rules[-1]["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
    driver = {"name": "govinfo", "rules": rules}
    places = {name: at for at, name in enumerate(met)}
    results = [
        each.result_of(finding, lang) | {"ruleIndex": places[finding.rule]}
        for each in reports
        for finding in (*each.findings, *each.dismissed)
    ]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
