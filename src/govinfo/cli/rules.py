"""The rules in words, and with the numbers of a report put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govinfo.cli.output import printable
from govinfo.consistency import RULES, STYLE_RULES, Lang, Rule
from govinfo.model import Report
from govinfo.rendering.findings import weight
from govinfo.rendering.widths import aligned

__all__ = ["applied", "listed", "told"]


def listed(lang: Lang) -> list[list[str]]:
    """Return a row for each rule: its id, its severity, and what should hold."""
    return [
        [rule.id, rule.severity.value, rule.statement.in_(lang)]
        for rule in (*RULES.values(), *STYLE_RULES.values())
    ]


def told(rule: Rule) -> list[list[str]]:
    """Return all that is known of a rule; a `formula` can be run, `symbols` are for people."""
    each = () if rule.formula is None else rule.formula.each
    return [
        ["rule", rule.id],
        ["severity", rule.severity.value],
        ["forms", ", ".join(rule.forms)],
        ["zh", rule.statement.zh],
        ["en", rule.statement.en],
        ["basis", rule.basis],
        ["source", ", ".join(rule.source)],
        ["status", rule.status],
        ["symbols" if rule.formula is None else "formula", rule.symbols],
        *(["each", f"{name}: {', '.join(values)}"] for name, values in each),
    ]


def applied(rule: Rule, items: Iterable[tuple[str, Report]], lang: Lang) -> Iterator[str]:
    """Yield what a rule comes to in each report, with the numbers, also where it holds."""
    for name, report in items:
        rows = [[weight(finding), finding.message(lang)] for finding in rule.check(report)]
        nothing = "the rule has nothing to say of this report"
        lines = [f"  {line}" for line in aligned(rows) or [nothing]]
        yield "".join(f"{line}\n" for line in ["", printable(name), *lines])
