"""From one level of government to the next: a report against the reports that it sums up.

The report of a government counts its departments and what lies below it, so its figures are the
sums of theirs. Where no list of those bodies is given, it is inferred from their names. Then the
report counts as a sum only if most of its figures are sums: a government may also report on its own
office alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.figures import Number
from govinfo.forms import Kind, forms_with
from govinfo.forms.formulas import Operand

__all__ = ["RULES", "sums"]

_TABLES = forms_with("requests")
_FEWEST_AGREEING = 3
"""Least number of figures other than 0 that must be sums before a report counts as a sum."""


def sums(context: Context) -> Iterator[Outcome]:
    """上级汇总数等于下级各单位之和; if bodies are missing, no less than the sum of the others."""
    if not context.children:
        return
    addresses = [one for one in context.report.form.addresses if one in context.values]
    outcomes = [_compare(address, context) for address in addresses]
    read = [outcome for outcome in outcomes if outcome.left is not None]
    if context.children_missing is None:
        # Nobody gave a list of the bodies below: most figures that can tell must be sums.
        telling = [outcome for outcome in read if outcome.left or outcome.right]
        agreeing = sum(outcome.left == outcome.right for outcome in telling)
        if agreeing < _FEWEST_AGREEING or 2 * agreeing <= len(telling):
            yield Outcome(Verdict.UNASSESSABLE, reason="children_unknown")
            return
    yield from (outcome for outcome in read if outcome.verdict is not Verdict.UNASSESSABLE)
    unsure = tuple(
        operand
        for outcome in outcomes
        if outcome.verdict is Verdict.UNASSESSABLE
        for operand in outcome.operands[:1]
    )
    if unsure:
        yield Outcome(Verdict.UNASSESSABLE, unsure, reason="children_missing")


def _compare(address: str, context: Context) -> Outcome:
    """Return what one cell comes to.

    Bodies without a number there can only make the sum greater, unless the cell is one of
    本年增/减, which may be negative.
    """
    parts = [child.values.get(address) for child in context.children]
    known: Number = sum((part for part in parts if part is not None), 0)
    stated = context.values[address]
    operands = (
        Operand(address, 1),
        *(Operand(address, -1, child=at) for at, part in enumerate(parts) if part is not None),
    )
    complete = not context.children_missing and None not in parts
    may_be_negative = context.report.form.cells[address][1].kind is Kind.CHANGE
    if stated is None or (not complete and (stated >= known or may_be_negative)):
        return Outcome(Verdict.UNASSESSABLE, operands, stated, known)
    if not complete:
        return Outcome(Verdict.BROKEN, operands, stated, known, "≥")
    verdict = Verdict.HOLDS if stated == known else Verdict.BROKEN
    return Outcome(verdict, operands, stated, known, "=")


RULES: tuple[Rule, ...] = (
    Rule(
        "HIER.SUM",
        Severity.INFO,
        _TABLES,
        Statement(
            "上级汇总数等于下级各单位之和",
            "the figures of a higher level are the sums of those below",
        ),
        "《政府信息公开条例》（国务院令第711号）第四十九条、第五十条：各级人民政府的年度报告汇总所属单位情况",
        ("PEER_CHECK", "PEER_GATE"),
        "verified",
        sums,
        symbols="cell(parent) == sum(cell(child) for child in children)",
    ),
)
"""The rule of the levels."""
