"""From one level of government to the next: what a report sums up, against the reports that it sums up.

A report of a government counts its departments and what lies below it, so that its figures are the
sums of theirs. Where the list of those bodies is not given, it is inferred from their names, and
the report is taken for a sum only when most of its figures are just that: a government may also
report of its own office alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.consistency.context import Context
from govinfo.consistency.messages import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.figures import Number
from govinfo.forms import forms_with
from govinfo.forms.formulas import Operand

__all__ = ["RULES", "sums"]

_TABLES = forms_with("requests")
_FEWEST_AGREEING = 3
"""So many figures other than 0 that are the sums of those below show that a report sums them up."""


def sums(context: Context) -> Iterator[Outcome]:
    """上级汇总数等于下级各单位之和, cell by cell; with bodies missing, it is no less than the sum of the others."""
    if not context.children:
        return
    outcomes = [
        _compared(address, context)
        for address in context.report.form.addresses
        if address in context.values
    ]
    read = [outcome for outcome in outcomes if outcome.left is not None]
    if context.children_missing is None and not _sums_up(read):
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


def _compared(address: str, context: Context) -> Outcome:
    """What one cell comes to; bodies without a number there can only make the sum greater."""
    parts = [child.values.get(address) for child in context.children]
    known: Number = sum((part for part in parts if part is not None), 0)
    stated = context.values[address]
    operands = (
        Operand(address, 1),
        *(Operand(address, -1, child=at) for at, part in enumerate(parts) if part is not None),
    )
    complete = not context.children_missing and None not in parts
    if stated is None or (not complete and (stated >= known or _may_be_negative(address))):
        return Outcome(Verdict.UNASSESSABLE, operands, stated, known)
    if complete:
        return Outcome(
            Verdict.HOLDS if stated == known else Verdict.BROKEN, operands, stated, known, "="
        )
    return Outcome(Verdict.BROKEN, operands, stated, known, "≥")


def _may_be_negative(address: str) -> bool:
    """本年增/减 of the 2019 form is the one figure that those missing could make less."""
    return address.endswith(".change")


def _sums_up(read: list[Outcome]) -> bool:
    """Whether the figures show that the report counts those below: most that could tell are the very sums."""
    telling = [outcome for outcome in read if outcome.left or outcome.right]
    agreeing = sum(outcome.left == outcome.right for outcome in telling)
    return agreeing >= _FEWEST_AGREEING and 2 * agreeing > len(telling)


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
