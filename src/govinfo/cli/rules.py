"""The rules in words, and with the numbers of a report put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govinfo.cli.language import tell
from govinfo.cli.output import printable
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules import RULES, STYLE_RULES
from govinfo.model import Report
from govinfo.rendering.findings import weight
from govinfo.rendering.widths import aligned
from govinfo.wording import Lang
from govinfo.wording.words import word

__all__ = ["applied", "listed", "told"]


def listed(lang: Lang) -> list[list[str]]:
    """Return a row for each rule: its id, its severity, and what should hold."""
    return [
        [rule.id, word(rule.severity.value, lang), rule.statement.in_(lang)]
        for rule in (*RULES.values(), *STYLE_RULES.values())
    ]


def told(rule: Rule, lang: Lang) -> list[list[str]]:
    """Return all that is known of a rule; a `formula` can be run, `symbols` are for people."""
    each = () if rule.formula is None else rule.formula.each
    facts = {
        "rule": rule.id,
        "severity": word(rule.severity.value, lang),
        "forms": ", ".join(rule.forms),
        "statement": rule.statement.in_(lang),
        "basis": rule.basis,
        "status": word(rule.status, lang),
        "symbols" if rule.formula is None else "formula": rule.symbols,
    }
    rows = [[_FACTS[name] if lang == "zh" else name, fact] for name, fact in facts.items()]
    name = _FACTS["each"] if lang == "zh" else "each"
    return rows + [[name, f"{one}: {', '.join(values)}"] for one, values in each]


_FACTS = {
    "rule": "规则",
    "severity": "严重程度",
    "forms": "适用格式",
    "statement": "内容",
    "basis": "依据",
    "status": "状况",
    "symbols": "符号",
    "formula": "公式",
    "each": "其中",
}
"""The facts about a rule, in Chinese."""


def applied(
    rule: Rule, items: Iterable[tuple[str, Report]], lang: Lang, columns: int | None
) -> Iterator[str]:
    """Yield what a rule comes to in each report, with the numbers, also where it holds.

    On a terminal that is so many columns wide a longer line goes on below its beginning.
    """
    within = None if columns is None else columns - 2
    for name, report in items:
        rows = [
            [word(weight(finding), lang), finding.message(lang)] for finding in rule.check(report)
        ]
        nothing = tell("the rule has nothing to say of this report")
        lines = [f"  {line}" for line in aligned(rows, columns=within) or [nothing]]
        yield "".join(f"{line}\n" for line in ["", printable(name), *lines])
