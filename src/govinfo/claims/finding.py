"""Find the claims of a report: sentence by sentence, in the parts that are prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govinfo.claims.patterns import PATTERNS, Pattern
from govinfo.figures import Number
from govinfo.model import Claim, Report
from govinfo.spans import Edit, Text
from govinfo.text import plain_text

__all__ = ["find_claims"]

_SENTENCE = re.compile(r"[^。；;\n]{1,600}")
_TABLES = frozenset({"proactive_disclosure", "requests", "review_litigation"})
"""The parts of the later forms that hold tables; their labels are no sentences."""
_ELSEWHEN = re.compile(
    r"(?:上(?:一)?年(?:度)?|去年|前年|往年|同期)(?!结转)|近\s*\d+\s*年|近[两三四五]年|累计|截至|历年|自20\d\d年以来"
)
"""Words that make a figure one of another year, or of several: such a claim is tied to no cell."""
_YEAR = re.compile(r"(20\d\d)\s*年")
_SCOPE = re.compile(r"本级|全市|全省|全县|全区|全镇|全局|全系统")


def find_claims(report: Report) -> tuple[Claim, ...]:
    """Return the figures that the prose of a report states, in the order of the text."""
    claims = [claim for text in _prose(report) for claim in _in_text(text, report)]
    return tuple(sorted(claims, key=lambda claim: (claim.span, claim.subject)))


def _prose(report: Report) -> Iterator[Text]:
    """The parts of the report that are prose, each as a text that knows its place in the source."""
    for name, start, _, end in report.outline:
        if not (report.form.is_tabular and name in _TABLES):
            yield plain_text(report.text.edited([Edit(0, start), Edit(end, len(report.text))]))


def _in_text(text: Text, report: Report) -> Iterator[Claim]:
    for sentence in _SENTENCE.finditer(str(text)):
        taken: list[tuple[int, int]] = []
        for pattern in PATTERNS:
            for match in pattern.expression.finditer(sentence[0]):
                place = match.span("n") if pattern.kind != "none_occurred" else match.span()
                if not any(start < place[1] and place[0] < end for start, end in taken):
                    taken.append(place)
                    yield _claim(text, sentence, match, pattern, report)


def _claim(text: Text, sentence: re.Match[str], match: re.Match[str], pattern: Pattern, report: Report) -> Claim:
    at = sentence.start()
    groups = match.groupdict()
    before = sentence[0][: match.end()]
    scopes = _SCOPE.findall(before)
    bound = report.form.is_tabular and pattern.address is not None and not _of_another_year(before, match, report)
    return Claim(
        kind=pattern.kind,
        value=_value(pattern, groups.get("n")),
        unit=pattern.unit,
        hedged=bool(groups.get("hedge") or groups.get("more")),
        subject=pattern.subject,
        address=pattern.address if bound else None,
        scope=scopes[-1] if scopes else None,
        span=text.source_span(at + match.start(), at + match.end()),
        sentence_span=text.source_span(at, at + len(sentence[0])),
    )


def _of_another_year(before: str, match: re.Match[str], report: Report) -> bool:
    """Whether the words before a figure, or the last year named before it, say that it is not this report's."""
    years = _YEAR.findall(before)
    if years and report.year is not None and int(years[-1]) != report.year:
        return True
    return _ELSEWHEN.search(before, max(0, match.start() - 24)) is not None


def _value(pattern: Pattern, digits: str | None) -> Number:
    if digits is None:
        return 0
    plain = digits.replace(",", "")
    return Decimal(plain) if pattern.kind == "percent" else int(plain)
