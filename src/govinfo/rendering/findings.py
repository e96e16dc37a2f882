"""Findings as HTML and as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from govinfo.consistency.messages import Lang
from govinfo.consistency.rule import Finding
from govinfo.model import Report
from govinfo.rendering.explanation import line_of
from govinfo.rendering.markup import Html, page, tag
from govinfo.rendering.widths import aligned

__all__ = ["counted", "findings_html", "findings_text", "weight"]

_PLURAL = {
    "error": "errors",
    "warning": "warnings",
    "info": "info",
    "unassessable": "unassessable",
    "holds": "hold",
}
"""Every weight, heaviest first, as it is written after a number other than 1."""


def findings_html(findings: Iterable[Finding], lang: Lang = "zh") -> str:
    """Return findings as a table, coloured by weight; agency and year if there are several."""
    listed = list(findings)
    several = len({(finding.agency, finding.year) for finding in listed}) > 1
    head = ["severity", "rule", *(["agency", "year"] if several else []), "finding", "blame"]
    return page(
        tag("p", counted(listed)),
        tag(
            "table",
            tag("thead", tag("tr", *(tag("th", name) for name in head))),
            tag("tbody", *(_row(finding, lang, several=several) for finding in listed)),
        )
        if listed
        else None,
    )


def findings_text(
    findings: Iterable[Finding], lang: Lang = "zh", report: Report | None = None
) -> str:
    """Return findings as plain text, one a line; a given report adds the line of its source."""
    rows = list[list[str]]()
    for finding in findings:
        line = list[str]()
        if report is not None:
            first = min((line_of(report, span) for span in finding.spans), default=None)
            line = ["-" if first is None else f"line {first}"]
        rows.append([weight(finding), finding.rule, *line, finding.message(lang)])
    return "".join(f"{line}\n" for line in aligned(rows))


def counted(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each weight, such as `2 errors, 1 warning`."""
    counts = Counter(map(weight, findings))
    named = (
        f"{counts[name]} {name if counts[name] == 1 else _PLURAL[name]}"
        for name in _PLURAL
        if counts[name]
    )
    return ", ".join(named) or "no findings"


def weight(finding: Finding) -> str:
    """Return the severity of a broken rule, and the verdict of any other."""
    return finding.severity.value if finding.verdict == "broken" else finding.verdict.value


def _row(finding: Finding, lang: Lang, *, several: bool) -> Html:
    who = [finding.agency or "", str(finding.year or "")] if several else []
    return tag(
        "tr",
        tag("td", tag("span", weight(finding), class_=f"badge {weight(finding)}")),
        tag("td", tag("code", finding.rule)),
        *(tag("td", text) for text in who),
        tag("td", finding.message(lang)),
        tag("td", finding.blame.value, title=finding.blame_reason(lang))
        if finding.verdict == "broken"
        else tag("td"),
        title=finding.fingerprint,
    )
