"""Findings as HTML and as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from govinfo.consistency.rule import Finding
from govinfo.model import Report
from govinfo.places import area, place_in
from govinfo.rendering.cells import shortened
from govinfo.rendering.markup import Html, page, tag
from govinfo.rendering.widths import aligned, has_room
from govinfo.wording import Lang
from govinfo.wording.widths import width, wrapped
from govinfo.wording.words import counted_words, word

__all__ = ["WEIGHTS", "counted", "findings_html", "findings_lines", "findings_text", "weight"]

WEIGHTS = ("error", "warning", "info", "unassessable", "holds")
"""Every weight, heaviest first."""
_WITHOUT_LINES = frozenset({"html", "docx", "xlsx", "pdf", "grid"})
"""The adapters of documents that show no lines to their readers."""
_OPEN = frozenset({"error", "warning"})
"""The weights whose findings are unfolded."""


def findings_html(findings: Iterable[Finding], lang: Lang = "zh") -> str:
    """Return findings as HTML: how many there are, and those of each weight, heaviest first."""
    listed = sorted(findings, key=lambda finding: WEIGHTS.index(weight(finding)))
    several = len({(finding.agency, finding.year) for finding in listed}) > 1
    groups = (
        tag(
            "details",
            tag(
                "summary",
                tag("span", counted_words(name, len(group), lang), class_=f"badge {name}"),
            ),
            _table(group, lang, several=several),
            open="open" if name in _OPEN else None,
        )
        for name, group in ((name, list(each)) for name, each in groupby(listed, key=weight))
    )
    return page(tag("p", counted(listed, lang)), *groups)


def _table(findings: list[Finding], lang: Lang, *, several: bool) -> Html:
    """Return findings of one weight as a table; agency and year if there are several."""
    head = [
        _HEADS[lang][name]
        for name in ("rule", *(["agency", "year"] if several else []), "finding", "blame")
    ]
    rows = list[Html]()
    for finding in findings:
        who = [finding.agency or "", str(finding.year or "")] if several else []
        blame = tag("td")
        if finding.verdict == "broken":
            why = finding.blame_reason(lang)
            named = {"title": why, "data-name": _HEADS[lang]["blame"]}
            blame = tag("td", word(finding.blame.value, lang), **named)
        cells = (
            tag("td", tag("code", finding.rule)),
            *(tag("td", text) for text in who),
            tag("td", finding.message(lang), class_="finding"),
            blame,
        )
        rows.append(tag("tr", *cells, title=finding.fingerprint))
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", name) for name in head))),
        tag("tbody", *rows),
        class_="findings",
    )


_HEADS: dict[Lang, dict[str, str]] = {
    "zh": {
        "rule": "规则",
        "agency": "机关",
        "year": "年度",
        "finding": "结果",
        "blame": "差错归属",
    },
    "en": {
        "rule": "rule",
        "agency": "agency",
        "year": "year",
        "finding": "finding",
        "blame": "blame",
    },
}


def findings_text(
    findings: Iterable[Finding],
    lang: Lang = "zh",
    report: Report | None = None,
    columns: int | None = None,
) -> str:
    """Return findings as plain text; a given report adds where in its document each one is."""
    return "".join(f"{line}\n" for _, line in findings_lines(findings, lang, report, columns))


def findings_lines(
    findings: Iterable[Finding],
    lang: Lang = "zh",
    report: Report | None = None,
    columns: int | None = None,
) -> list[tuple[str, str]]:
    """Return findings as lines of text, each with the weight of its finding.

    Args:
        findings: The findings.
        lang: `zh` for Chinese, `en` for English.
        report: The report that they are about: then each says where in its document it is.
        columns: The width of a line; a longer message goes on below its beginning. `None` for a
            line a finding.

    """
    findings = list(findings)
    heads = aligned(
        [
            [
                word(weight(one), lang),
                one.rule,
                *([] if report is None else [_where(one, report, lang)]),
            ]
            for one in findings
        ]
    )
    indent, lines = max(map(width, heads), default=0) + 2, list[tuple[str, str]]()
    for finding, head in zip(findings, heads, strict=True):
        first = head + " " * (indent - width(head))
        told = [first + finding.message(lang)]
        if columns is not None and has_room(columns, indent):
            told = wrapped(finding.message(lang), columns, first, " " * indent)
        elif columns is not None:
            told = [head, *wrapped(finding.message(lang), columns, "    ", "    ")]
        lines += [(weight(finding), line) for line in told]
    return lines


def _where(finding: Finding, report: Report, lang: Lang) -> str:
    """Return where a finding begins, as a reader of the document finds it.

    That is a page, a line of a text, or the part of a table in which all its cells are: which of
    them is wrong is not known. Where nobody sees lines, the heading of the part has to do.
    """
    first = min(finding.spans, key=lambda span: span.start, default=None)
    if first is None:
        return "-"
    place = place_in(report.source_text, first, report.layout)
    if place.page is None and place.table is None and report.adapter in _WITHOUT_LINES:
        parts = (one for one in report.sections if one.span.start <= first.start < one.span.end)
        part = next(parts, None)
        return "-" if part is None else shortened(part.title or part.id)
    others = (place_in(report.source_text, span, report.layout) for span in finding.spans)
    return area([place, *others], lang)


def counted(findings: Iterable[Finding], lang: Lang = "zh") -> str:
    """Return how many findings there are of each weight, such as `2 errors, 1 warning`."""
    counts = Counter(map(weight, findings))
    named = [counted_words(name, counts[name], lang) for name in WEIGHTS if counts[name]]
    nothing = "没有发现问题" if lang == "zh" else "no findings"
    return ("，" if lang == "zh" else ", ").join(named) or nothing


def weight(finding: Finding) -> str:
    """Return the severity of a broken rule, and the verdict of any other."""
    return finding.severity.value if finding.verdict == "broken" else finding.verdict.value
