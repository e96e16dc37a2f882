"""Table 2: documents made and in force, matters handled; the forms count different things."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, weigh_all
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.operands import DOCUMENTS, ITEMS
from govinfo.forms import forms_with
from govinfo.forms.formulas import Formula

__all__ = ["RULES", "disclosed_bound", "in_force_bound", "items_not_negative"]


_IN_FORCE = Formula(
    "proactive.{row}.in_force + proactive.{row}.repealed >= proactive.{row}.issued",
    {"row": DOCUMENTS},
)
_DISCLOSED = Formula(
    "proactive.{row}.newly_disclosed <= proactive.{row}.total_disclosed", {"row": DOCUMENTS}
)
_NOT_NEGATIVE = Formula(
    "proactive.{row}.prior_year_items + proactive.{row}.change >= 0", {"row": ITEMS}
)


def in_force_bound(context: Context) -> Iterator[Outcome]:
    """现行有效件数加本年废止件数，不少于本年制发件数: what was issued is in force or repealed."""
    return weigh_all(_IN_FORCE.equations, context.values)


def disclosed_bound(context: Context) -> Iterator[Outcome]:
    """本年新公开数量不多于对外公开总数量 (the form for 2019 and 2020)."""
    return weigh_all(_DISCLOSED.equations, context.values)


def items_not_negative(context: Context) -> Iterator[Outcome]:
    """上一年项目数量与本年增/减之和不为负 (the form for 2019 and 2020)."""
    return weigh_all(_NOT_NEGATIVE.equations, context.values)


RULES: tuple[Rule, ...] = (
    Rule(
        "T2.IN_FORCE_BOUND",
        Severity.WARNING,
        forms_with("proactive.rules.in_force"),
        Statement(
            "现行有效件数加本年废止件数，不少于本年制发件数",
            "documents in force and repealed are no fewer than those issued in the year",
        ),
        "国办公开办函〔2021〕30号格式，第二十条第（一）项",
        ("DERIVED",),
        "derived",
        in_force_bound,
        formula=_IN_FORCE,
    ),
    Rule(
        "T2.DISCLOSED_BOUND",
        Severity.WARNING,
        forms_with("proactive.rules.newly_disclosed"),
        Statement(
            "本年新公开数量不多于对外公开总数量",
            "documents newly disclosed are no more than all documents disclosed",
        ),
        "国办公开办函〔2019〕60号格式，第二十条第（一）项",
        ("DERIVED",),
        "derived",
        disclosed_bound,
        formula=_DISCLOSED,
    ),
    Rule(
        "T2.ITEMS_NONNEG",
        Severity.WARNING,
        forms_with("proactive.licensing.change"),
        Statement(
            "上一年项目数量与本年增/减之和不为负",
            "last year's items and the year's change are not negative together",
        ),
        "国办公开办函〔2019〕60号格式，第二十条第（五）、（六）、（八）项",
        ("DERIVED",),
        "derived",
        items_not_negative,
        formula=_NOT_NEGATIVE,
    ),
)
"""The rules of table 2."""
