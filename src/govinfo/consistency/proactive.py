"""Table two: documents made and in force, and matters handled; the two forms count different things here."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.consistency.outcomes import Equation, Outcome, Severity, equation, weigh_all
from govinfo.consistency.rule import Rule
from govinfo.consistency.sheets import Sheet
from govinfo.consistency.wording import Statement

__all__ = ["DOCUMENTS", "ITEMS", "RULES", "disclosed_bound", "in_force_bound", "items_not_negative"]

DOCUMENTS = ("rules", "normative_documents")
ITEMS = ("licensing", "other_external_services", "penalties", "coercive_measures", "administrative_fees")
"""The rows of the 2019 form that count matters: 上一年项目数量 and 本年增/减."""

_IN_FORCE: tuple[Equation, ...] = tuple(
    equation((f"proactive.{row}.in_force", f"proactive.{row}.repealed"), (f"proactive.{row}.issued",), "≥")
    for row in DOCUMENTS
)
_DISCLOSED: tuple[Equation, ...] = tuple(
    equation((f"proactive.{row}.newly_disclosed",), (f"proactive.{row}.total_disclosed",), "≤") for row in DOCUMENTS
)
_NOT_NEGATIVE: tuple[Equation, ...] = tuple(
    equation((f"proactive.{row}.prior_year_items", f"proactive.{row}.change"), (), "≥") for row in ITEMS
)


def in_force_bound(sheet: Sheet) -> Iterator[Outcome]:
    """现行有效件数加本年废止件数，不少于本年制发件数: what was issued is in force at the year's end, or repealed."""
    return weigh_all(_IN_FORCE, sheet.values)


def disclosed_bound(sheet: Sheet) -> Iterator[Outcome]:
    """本年新公开数量不多于对外公开总数量 (the form for 2019 and 2020)."""
    return weigh_all(_DISCLOSED, sheet.values)


def items_not_negative(sheet: Sheet) -> Iterator[Outcome]:
    """上一年项目数量与本年增/减之和不为负 (the form for 2019 and 2020)."""
    return weigh_all(_NOT_NEGATIVE, sheet.values)


RULES: tuple[Rule, ...] = (
    Rule(
        "T2.IN_FORCE_BOUND",
        Severity.WARNING,
        ("form2021",),
        Statement(
            "现行有效件数加本年废止件数，不少于本年制发件数",
            "documents in force and repealed are no fewer than those issued in the year",
        ),
        "国办公开办函〔2021〕30号格式，第二十条第（一）项",
        ("DERIVED",),
        "derived",
        in_force_bound,
    ),
    Rule(
        "T2.DISCLOSED_BOUND",
        Severity.WARNING,
        ("form2019",),
        Statement(
            "本年新公开数量不多于对外公开总数量", "documents newly disclosed are no more than all documents disclosed"
        ),
        "国办公开办函〔2019〕60号格式，第二十条第（一）项",
        ("DERIVED",),
        "derived",
        disclosed_bound,
    ),
    Rule(
        "T2.ITEMS_NONNEG",
        Severity.WARNING,
        ("form2019",),
        Statement(
            "上一年项目数量与本年增/减之和不为负", "last year's items and the year's change are not negative together"
        ),
        "国办公开办函〔2019〕60号格式，第二十条第（五）、（六）、（八）项",
        ("DERIVED",),
        "derived",
        items_not_negative,
    ),
)
"""The rules of table two."""
