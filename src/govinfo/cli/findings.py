"""What the rules find, written as text, HTML, JSON and SARIF, and as lines to dismiss it."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click
from attrs import frozen

from govinfo.cli.language import tell
from govinfo.cli.output import array, complain, printable
from govinfo.consistency.findings import Finding, Findings
from govinfo.consistency.outcome import Verdict
from govinfo.consistency.panel import contexts
from govinfo.consistency.reasons import REASONS
from govinfo.consistency.rule import Rule
from govinfo.consistency.runner import VERDICTS, check_each
from govinfo.consistency.suppressions import as_dismissals
from govinfo.model import Report
from govinfo.rendering.explanation import line_of
from govinfo.rendering.findings import WEIGHTS, counted, findings_html, findings_lines, weight
from govinfo.rendering.markup import document
from govinfo.rendering.sarif import SarifReport, sarif
from govinfo.rendering.widths import aligned
from govinfo.serial.findings import finding_data, value_data
from govinfo.wording import Lang
from govinfo.wording.widths import width, wrapped
from govinfo.wording.words import counted_words, word

__all__ = ["SHAPES", "Checked", "check_all", "findings_as_text", "next_commands", "warn_of_stale"]

COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
"""How the severities are coloured; what else is told stays as it is."""

_BARE = re.compile(r"(?!-)[\w@%+=:,./-]+")
"""A name that a shell takes as it is."""
WANTED = VERDICTS["problems"]
"""The verdicts that are told: rules that hold need no attention."""


@frozen
class Checked:
    """A report with what was found in it."""

    name: str
    """The source as it was typed."""
    report: Report
    findings: Findings
    """Without those that are set aside."""
    dismissed: Findings
    reasons: Mapping[str, str]
    """Why findings were set aside, by fingerprint."""

    def data(self, lang: Lang) -> dict[str, Any]:
        """Return what was found as plain data."""
        report = self.report
        return {
            "source_id": self.name,
            "agency": report.agency and report.agency.name,
            "year": report.year,
            "form": report.form.id,
            "errors": len(self.findings.errors),
            "findings": [self._finding(finding, lang) for finding in self.findings],
            "dismissed": [
                {
                    "fingerprint": finding.fingerprint,
                    "rule": finding.rule,
                    "reason": self.reasons[finding.fingerprint],
                }
                for finding in self.dismissed
            ],
        }

    def _finding(self, finding: Finding, lang: Lang) -> dict[str, Any]:
        return {
            **finding_data(finding, lang),
            "terms": [
                {
                    "address": str(term.address),
                    "sign": term.sign,
                    "value": value_data(term.value),
                    "year": term.year,
                    **({"agency": term.agency} if term.agency else {}),
                }
                for term in finding.terms
            ],
            "spans": [
                {"start": span.start, "end": span.end, "line": line_of(self.report, span)}
                for span in finding.spans
            ],
            "blame": finding.blame.value,
            "blame_reason": finding.blame_reason(lang),
        }


def check_all(
    items: Iterable[tuple[str, Report]], rules: Mapping[str, Rule], dismissed: Mapping[str, str]
) -> list[Checked]:
    """Return each report with what the rules find in it, also in comparison with the others."""
    names, reports = zip(*items, strict=True) if (items := list(items)) else ((), ())
    checked = []
    for name, report, found in zip(
        names, reports, check_each(contexts(reports), WANTED, rules), strict=True
    ):
        aside = Findings(tuple(finding for finding in found if finding.fingerprint in dismissed))
        checked.append(Checked(name, report, found.without(dismissed), aside, dismissed))
    return checked


def warn_of_stale(dismissed: Mapping[str, str], checked: Iterable[Checked]) -> None:
    """Say on standard error how many dismissals set nothing aside: their cause may have changed."""
    met = {finding.fingerprint for one in checked for finding in one.dismissed}
    if stale := [fingerprint for fingerprint in dismissed if fingerprint not in met]:
        told = f"{len(stale)} of {len(dismissed)} dismissals match no finding: {', '.join(stale)}"
        complain(tell(told))


def next_commands(checked: list[Checked], lang: Lang, *, everything: bool) -> str:
    """Return the commands that tell more: of the first report with errors, of what stays open."""
    told = list[tuple[str, str]]()
    name = next((one.name for one in checked if one.findings.errors), None)
    if name is not None:
        # Chinese letters need no quotes in any shell.
        quoted = printable(name if _BARE.fullmatch(name) else shlex.quote(name))
        about = "怎样改" if lang == "zh" else "what to change"
        told.append((about, f"govinfo suggest {quoted}"))
    if not everything and any(len(one.findings) > len(one.findings.broken) for one in checked):
        about = "为何无法核对" if lang == "zh" else "why some are unassessable"
        told.append((about, "govinfo check --all"))
    colon = "：" if lang == "zh" else ": "
    return "\n" * bool(told) + "".join(f"{about}{colon}{command}\n" for about, command in told)


def findings_as_text(
    checked: list[Checked], lang: Lang, *, sources: int, columns: int | None, everything: bool
) -> Iterator[str]:
    """Yield a line about each report, and below it what is broken, the heaviest first.

    Args:
        checked: The reports with their findings.
        lang: `zh` for Chinese, `en` for English.
        sources: How many sources were named; of several, a line about all of them follows.
        columns: The width of the terminal; `None` for a line a finding.
        everything: Whether what could not be assessed is told, too.

    """
    names = [printable(one.name) for one in checked]
    about = aligned([[*_who(one.report, lang), _summary([one], lang)] for one in checked])
    heads = [[head] for head in aligned([*zip(names, about, strict=True)])]
    if columns is not None and any(width(head) > columns for (head,) in heads):
        # One below the other they can be read down, too.
        heads = [
            [*wrapped(name, columns, "", "  "), *wrapped(rest, columns, "  ", "    ")]
            for name, rest in zip(names, about, strict=True)
        ]
    for head, one in zip(heads, checked, strict=True):
        told = sorted(
            one.findings if everything else one.findings.broken,
            key=lambda finding: WEIGHTS.index(weight(finding)),
        )
        left_out = _left_out(told, one.report)
        told = [finding for finding in told if finding not in left_out]
        room = None if columns is None else columns - 2
        yield "".join(click.style(line, bold=True) + "\n" for line in head)
        for name, line in findings_lines(told, lang, one.report, room):
            shown, severity = printable(line), word(name, lang)
            if line.startswith(severity) and name in COLOURS:
                rest = printable(line.removeprefix(severity))
                shown = click.style(severity, fg=COLOURS[name]) + rest
            yield f"  {shown}\n"
        if left_out:
            line = _without_tables(left_out, lang)
            lines = [line] if room is None else wrapped(line, room, "", "  ")
            yield "".join(f"  {each}\n" for each in lines)
    if sources > 1:
        yield f"\n{_summary_of_all(checked, sources - len(checked), lang)}\n"


def _left_out(told: Sequence[Finding], report: Report) -> list[Finding]:
    """Return what cannot be assessed only because no table was read, where one finding says so."""
    if report.tables or all(finding.rule != _OF_TABLES for finding in told):
        return []
    unread, _ = REASONS["unread"]
    return [
        finding
        for finding in told
        if finding.rule != _OF_TABLES
        and finding.verdict is Verdict.UNASSESSABLE
        and (finding.terms or finding.message("zh").endswith(unread))
        and all(term.value is None for term in finding.terms)
    ]


def _without_tables(left_out: Iterable[Finding], lang: Lang) -> str:
    names = list(dict.fromkeys(finding.rule for finding in left_out))
    if lang == "zh":
        return f"因没有读到表格而无法核对的规则（{len(names)}）：{'、'.join(names)}"
    return f"rules that are unassessable without tables ({len(names)}): {', '.join(names)}"


_OF_TABLES = "STRUCT.TABLES"
"""The rule that the tables are there."""


def _summary_of_all(checked: list[Checked], unread: int, lang: Lang) -> str:
    """How many reports there are and what was found, and how many sources gave no report."""
    told = [counted_words("report", len(checked), lang)]
    if checked:
        told = [("：" if lang == "zh" else ": ").join([*told, _summary(checked, lang)])]
    if unread:
        told.append(counted_words("without_report", unread, lang))
    return ("；" if lang == "zh" else "; ").join(told)


def findings_as_dismissals(checked: list[Checked], lang: Lang, *, several: bool) -> Iterator[str]:
    """Yield a line that dismisses each broken rule, below a line of comment for each report."""
    del several
    for one in checked:
        if one.findings.broken:
            yield f"# {printable(one.name)}\n" + "".join(
                f"{line}\n" for line in as_dismissals(one.findings.broken, lang)
            )


def findings_as_sarif(checked: list[Checked], lang: Lang, *, several: bool) -> Iterator[str]:
    """Yield one log of all reports, as tools for code review read it."""
    del several
    runs = [
        SarifReport(one.name, one.report, one.findings, one.dismissed, one.reasons)
        for one in checked
    ]
    yield json.dumps(sarif(runs, lang), ensure_ascii=False, indent=2) + "\n"


def findings_as_html(checked: list[Checked], lang: Lang, *, several: bool) -> Iterator[str]:
    """Yield a page with a table for each report."""
    del several
    heads = (" · ".join([*_who(one.report, lang), _summary([one], lang)]) for one in checked)
    tables = (findings_html(one.findings, lang) for one in checked)
    yield document(
        "核对结果" if lang == "zh" else "govinfo check",
        zip(heads, (one.name for one in checked), tables, strict=True),
        lang,
    )


def _summary(checked: Iterable[Checked], lang: Lang) -> str:
    """How many findings there are of each weight, and how many were set aside."""
    checked = list(checked)
    aside = sum(len(one.dismissed) for one in checked)
    told = counted([finding for one in checked for finding in one.findings], lang)
    if not aside:
        return told
    return ("，" if lang == "zh" else ", ").join([told, counted_words("dismissed", aside, lang)])


def _who(report: Report, lang: Lang) -> list[str]:
    no_agency, no_year = (
        ("机关不明", "年度不明") if lang == "zh" else ("agency unknown", "year unknown")
    )
    agency = report.agency.name if report.agency else no_agency
    return [agency, str(report.year or no_year), report.form.id]


def findings_as_json(checked: list[Checked], lang: Lang, *, several: bool) -> Iterator[str]:
    """Yield the same shape as for reports: one object for one source, an array for several."""
    found = (one.data(lang) for one in checked)
    if several:
        yield from array(found)
    else:
        yield from (json.dumps(data, ensure_ascii=False, indent=2) + "\n" for data in found)


SHAPES = {
    "json": findings_as_json,
    "sarif": findings_as_sarif,
    "html": findings_as_html,
    "dismissals": findings_as_dismissals,
}
"""What findings can be written as for other programs, and the function that does it."""
