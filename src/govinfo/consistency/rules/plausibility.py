"""Table 2 against what a body of its kind can do: who makes rules, how much fees can be."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.forms import forms_with
from govinfo.forms.formulas import Operand

__all__ = ["GREATEST_FEES", "RULES", "fees_in_their_unit", "rules_by_those_who_may"]

_MAKE_NO_RULES = frozenset({"department", "township", "county_government"})
"""Bodies that make no 规章; a 市人民政府 may make them, and a zone may be given the power."""
_RULES_CELLS = tuple(
    f"proactive.rules.{column}"
    for column in (
        "issued",
        "repealed",
        "in_force",
        "newly_made",
        "newly_disclosed",
        "total_disclosed",
    )
)
_FEES = "proactive.administrative_fees.amount"

GREATEST_FEES = MappingProxyType(
    {
        "township": 10_000,
        "county_government": 500_000,
        "department": 1_000_000,
        "development_zone": 1_000_000,
        "government": 5_000_000,
        "prefecture_government": 5_000_000,
        "provincial_government": 50_000_000,
    }
)
"""Fees in 万元 that no body of a level reaches: fifteen times what large cities report."""


def rules_by_those_who_may(context: Context) -> Iterator[Outcome]:
    """规章仅由国务院部门、省级和设区的市、自治州人民政府制定: others have 0 in table 2."""
    cells = [address for address in _RULES_CELLS if address in context.values]
    stated = tuple(Operand(address, 1) for address in cells if context.values[address])
    agency = context.report.agency
    if not stated:
        unread = any(context.values[address] is None for address in cells) or not cells
        yield Outcome(Verdict.UNASSESSABLE, reason="unread") if unread else Outcome(Verdict.HOLDS)
    elif agency is None or agency.level is None:
        yield Outcome(Verdict.UNASSESSABLE, stated, reason="agency")
    elif agency.level in _MAKE_NO_RULES:
        # What was issued is also in force: the columns are named one by one, never added.
        yield Outcome(Verdict.BROKEN, stated, context.values[stated[0].address], agency.name)
    elif agency.level in {"government", "development_zone"}:
        yield Outcome(Verdict.UNASSESSABLE, stated, reason="agency")
    else:
        yield Outcome(Verdict.HOLDS, stated)


def fees_in_their_unit(context: Context) -> Iterator[Outcome]:
    """收费金额单位为万元: an amount that no body of this level reaches was probably in 元."""
    amount, agency = context.values.get(_FEES), context.report.agency
    fees = (Operand(_FEES, 1),)
    greatest = None if agency is None else GREATEST_FEES.get(agency.level or "")
    if amount is None or (greatest is None and amount):
        yield Outcome(Verdict.UNASSESSABLE, fees, amount, reason="" if amount is None else "agency")
    else:
        holds = greatest is None or amount < greatest
        yield Outcome(Verdict.HOLDS if holds else Verdict.BROKEN, fees, amount, greatest)


RULES: tuple[Rule, ...] = (
    Rule(
        "T2.RULES_LEVEL",
        Severity.WARNING,
        forms_with("proactive.rules"),
        Statement(
            "规章仅由国务院部门、省级人民政府和设区的市、自治州人民政府制定，其他机关应为0",
            "rules are made by departments of the State Council and by governments of provinces, "
            "cities with districts and prefectures; others have 0",
        ),
        "《立法法》第九十一条、第九十三条；国办公开办函〔2019〕60号格式第二部分",
        ("R_WUHAN2020", "DERIVED"),
        "derived",
        rules_by_those_who_may,
        Statement("本机关填有：{figures}", "this body has {figures}"),
        symbols="agency.can_issue_rules or (all(proactive.rules.* == 0))",
    ),
    Rule(
        "T2.FEE_UNIT",
        Severity.INFO,
        forms_with("proactive.administrative_fees.amount"),
        Statement(
            "行政事业性收费以万元为单位", "administrative fees are given in units of 10,000 yuan"
        ),
        "国办公开办函〔2021〕30号格式，第二十条第（八）项",
        ("R_HUAIAN2024", "R_HZ2025", "DERIVED"),
        "derived",
        fees_in_their_unit,
        Statement(
            "填为 {left} 万元，疑似误以元填报（同级机关未见达到 {right} 万元）",
            "it says {left} times 10,000 yuan, perhaps meant in yuan "
            "(no body of this level reaches {right})",
        ),
        symbols="proactive.administrative_fees.amount < plausible_max(agency.level)",
    ),
)
"""The rules of what is plausible in table 2."""
