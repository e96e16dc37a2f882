"""Table 4: three proceedings, each with the same four results and a total."""

from __future__ import annotations

from functools import partial

from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Severity
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.identity import formula_of, keeps, keeps_all
from govinfo.forms import forms_with

__all__ = ["RULES"]


def _rule(rule_id: str, proceeding: str, label: str) -> Rule:
    return Rule(
        rule_id,
        Severity.ERROR,
        forms_with(rule_id),
        Statement(
            f"{label}：总计等于结果维持、结果纠正、其他结果与尚未审结之和",
            f"{proceeding.replace('_', ' ')}: the total is the sum of the four results",
        ),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号印发的格式，第四部分",
        ("PEER_CHECK", "DERIVED"),
        "verified",
        partial(keeps, identity=rule_id),
        formula=formula_of(rule_id),
        holds_at_once=keeps_all,
    )


RULES: tuple[Rule, ...] = (
    _rule("T4.RECON_TOTAL", "reconsideration", "行政复议"),
    _rule("T4.LIT_DIRECT_TOTAL", "litigation_direct", "未经复议直接起诉"),
    _rule("T4.LIT_AFTER_TOTAL", "litigation_after_reconsideration", "复议后起诉"),
)
"""The rules of table 4."""
