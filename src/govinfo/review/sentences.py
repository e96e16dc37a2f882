"""The words of remarks in both languages: names of cells, what stands there, what to change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from govinfo.consistency.context import Context, total_of
from govinfo.consistency.findings import Finding
from govinfo.consistency.messages import words_around, words_at
from govinfo.consistency.names import Statement, cell_name
from govinfo.consistency.repair.suggest import Change, Suggestion
from govinfo.consistency.rules import RULES, STYLE_RULES
from govinfo.figures import Number
from govinfo.model import Report
from govinfo.rendering.cells import number

__all__ = [
    "change",
    "choices",
    "compare",
    "contradiction",
    "printed",
    "sentence_change",
    "told",
    "told_together",
]

_FIGURE = re.compile(r"\d[\d,]*(?P<unit>[^\d.,%％‰十百千万亿]*)")
"""A figure in digits with its unit; one counted in thousands is not written anew with it."""
_QUOTED_CHARS = 40
"""So many characters of a sentence are quoted on each side of its figure."""


def told(finding: Finding) -> Statement:
    """Return the message of a finding; on words, only what to write: that says what is wrong."""
    zh, en = finding.message("zh"), finding.message("en")
    rule = STYLE_RULES.get(finding.rule)
    if rule is not None:
        zh, en = (
            zh.removeprefix(f"{rule.statement.zh}："),
            en.removeprefix(f"{rule.statement.en}: "),
        )
    return Statement(zh, en)


def told_together(findings: Sequence[Finding]) -> Statement:
    """Return the messages of findings of one rule, with what should hold only once."""
    first, *others = [(one.message("zh"), one.message("en")) for one in findings]
    rule = RULES.get(findings[0].rule)
    if rule is None or not others:
        return _joined(Statement(zh, en) for zh, en in (first, *others))
    rest = (
        Statement(
            zh.removeprefix(f"{rule.statement.zh}："), en.removeprefix(f"{rule.statement.en}: ")
        )
        for zh, en in others
    )
    return _joined([Statement(*first), *rest])


def printed(report: Report, changes: Sequence[Change], findings: Iterable[Finding]) -> Statement:
    """Return what stands in cells that should say something else, and what it does not fit."""
    what = _joined(
        Statement(f"{name.zh}填的是 {number(one.old)}", f"{name.en} says {number(one.old)}")
        for one in changes
        for name in [cell_name(one.address, report)]
    )
    misfit = _joined(_misfit(report, finding) for finding in findings)
    return Statement(
        f"{what.zh}，不符合：{misfit.zh}", f"{what.en}, which does not fit: {misfit.en}"
    )


def _misfit(report: Report, finding: Finding) -> Statement:
    """Return in a few words what a finding says: what should hold, and the numbers that do not."""
    if finding.claims:
        said = _as_printed(report, finding)
        return Statement(f"正文写的是“{said}”", f"the prose says “{said}”")
    rule, numbers = RULES[finding.rule].statement, f"{finding.left} ≠ {finding.right}"
    if finding.left is None or finding.right is None:
        return rule
    return Statement(f"{rule.zh}（{numbers}）", f"{rule.en} ({numbers})")


def change(report: Report, suggestion: Suggestion) -> Statement:
    """Return what to change, and which sentences have the number that goes."""
    told, changes = list[Statement](), suggestion.changes
    if len(changes) == 1:
        old, new = number(changes[0].old), number(changes[0].new)
        told.append(Statement(f"请将 {old} 改为 {new}", f"Change {old} to {new}"))
    else:
        told += (_change_of_cell(report, one) for one in changes)
    for one in _disagreeing(suggestion):
        told.append(Statement(f"{one.zh}，请一并改正", f"{one.en}, so mend that sentence as well"))
    return _joined(told)


def _disagreeing(suggestion: Suggestion) -> Iterator[Statement]:
    """Yield the figures in prose that agree with the table only before these changes."""
    for one in suggestion.evidence:
        if one.kind == "prose" and not one.supports:
            yield one.statement


def _choice(report: Report, suggestion: Suggestion) -> Statement:
    """Return the changes of one of several suggestions; in brackets, what they disagree with."""
    changes = _joined(_change_of_cell(report, one) for one in suggestion.changes)
    against = _joined(_disagreeing(suggestion))
    if not against.zh:
        return changes
    return Statement(f"{changes.zh}（{against.zh}）", f"{changes.en} ({against.en})")


def choices(report: Report, suggestions: Sequence[Suggestion], there_are: int) -> Statement:
    """Return several sets of changes, any of which would do; there may be more than are shown."""
    each = [_choice(report, one) for one in suggestions]
    zh = "".join(f"（{n}）{one.zh}；" for n, one in enumerate(each, 1)).rstrip("；")
    en = " ".join(f"({n}) {one.en};" for n, one in enumerate(each, 1)).rstrip(";")
    if len(each) == 1:
        zh, en = zh.removeprefix("（1）"), en.removeprefix("(1) ")
        return Statement(
            f"请对照原始记录，这样改各项即可相符：{zh}",
            f"Look at the records; these changes make the sums hold: {en}",
        )
    rest = there_are - len(each)
    if rest:
        zh, en = f"{zh}；另有 {rest} 种改法", f"{en}; or one of {rest} more"
    return Statement(
        f"请对照原始记录，以下改法只取其一：{zh}",
        f"Look at the records; choose one of these changes: {en}",
    )


def contradiction(report: Report, finding: Finding) -> Statement:
    """Return what the prose says, and what the table says of the same thing."""
    names = [cell_name(term.address, report) for term in finding.terms]
    said = _as_printed(report, finding)
    cells = "+".join(term.address for term in finding.terms)
    right = total_of(cells, Context.of(report).values)
    quoted = words_around(report, finding.claims[0], _QUOTED_CHARS)
    more_zh, more_en = ("合计", " together") if len(names) > 1 else ("", "")
    return Statement(
        f"正文写的是“{said}”（{quoted}），"
        f"{'、'.join(one.zh for one in names)}{more_zh}为 {right}，两处不一致",
        f"the prose says “{said}” ({quoted}); "
        f"{' and '.join(one.en for one in names)}{more_en} says {right}",
    )


def sentence_change(report: Report, finding: Finding, value: Number) -> Statement:
    """Return what to change in a sentence, where the sums of the table confirm its figure."""
    old = _as_printed(report, finding)
    printed_figure = _FIGURE.fullmatch(old)
    new = number(value) + (printed_figure["unit"] if printed_figure else "")
    return Statement(
        f"表中各项相加无误，请将正文的“{old}”改为“{new}”",
        f"The sums of the table hold, so change “{old}” in the prose to “{new}”",
    )


def compare() -> Statement:
    """Return what to do where nothing tells which of two figures is right."""
    return Statement(
        "请对照原始记录，使正文与表格一致",
        "Look at the records, and make the prose and the table agree",
    )


def _change_of_cell(report: Report, one: Change) -> Statement:
    name, old, new = cell_name(one.address, report), number(one.old), number(one.new)
    return Statement(f"{name.zh}的 {old} 改为 {new}", f"{old} to {new} in {name.en}")


def _as_printed(report: Report, finding: Finding) -> str:
    """Return the first figure of a finding as the prose prints it."""
    return words_at(report, *finding.claims[0].span)


def _joined(statements: Iterable[Statement]) -> Statement:
    each = list(statements)
    return Statement("；".join(one.zh for one in each), "; ".join(one.en for one in each))
