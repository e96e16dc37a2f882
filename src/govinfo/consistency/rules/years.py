"""From one year to the next: what one report carries forward, the next should carry over.

Reorganisations and corrected reports break these rules lawfully, so none of them is an error. Where
a chain breaks and one of the two reports breaks an identity of its own at that cell, the finding
says which.
"""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict, weigh_all
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.operands import DOCUMENTS, ITEMS
from govinfo.forms import FORMS, forms_with
from govinfo.forms.formulas import Formula

__all__ = ["RULES", "documents_carried", "items_carried", "requests_carried"]

_TABLES = forms_with("requests")
_BLOCKS = [form.table("requests").blocks[0] for form in FORMS if form.has("requests")]
_COLUMNS = tuple(dict.fromkeys(column.id for block in _BLOCKS for column in block.columns))
_REQUESTS = Formula(
    "requests.carried_over.{column} == prev.requests.carried_forward.{column}",
    {"column": ("total", *(column for column in _COLUMNS if column != "total"))},
)
_IN_FORCE = Formula(
    "proactive.{row}.in_force == "
    "prev.proactive.{row}.in_force + proactive.{row}.issued - proactive.{row}.repealed",
    {"row": DOCUMENTS},
)
_ITEMS = Formula(
    "proactive.{row}.prior_year_items == "
    "prev.proactive.{row}.prior_year_items + prev.proactive.{row}.change",
    {"row": ITEMS},
)


def requests_carried(context: Context) -> Iterator[Outcome]:
    """本年“上年结转”等于上一年度“结转下年度继续办理”, the total first."""
    return _compare(context, _REQUESTS, _TABLES)


def documents_carried(context: Context) -> Iterator[Outcome]:
    """现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数, both on the form of 2021."""
    return _compare(context, _IN_FORCE, forms_with("proactive.rules.in_force"))


def items_carried(context: Context) -> Iterator[Outcome]:
    """“上一年项目数量”等于上年“上一年项目数量”加上年“本年增/减”."""
    return _compare(context, _ITEMS, forms_with("proactive.licensing.change"))


def _compare(context: Context, stated: Formula, forms: tuple[str, ...]) -> Iterator[Outcome]:
    """Yield what the equations come to, if the year before is reported on one of these forms."""
    before = context.before
    if before is None:
        if context.disputed or context.gap is not None:
            reason = "disputed" if context.disputed else "gap"
            yield Outcome(Verdict.UNASSESSABLE, reason=reason)
        return
    if before.report.form.id not in forms:
        return
    for outcome in weigh_all(stated.equations, context.values, before.values):
        if outcome.verdict is not Verdict.BROKEN:
            yield outcome
            continue
        own = [cell.address for cell in outcome.operands if not cell.before]
        others = [cell.address for cell in outcome.operands if cell.before]
        now = context.identities_with(own, Verdict.BROKEN)
        then = before.identities_with(others, Verdict.BROKEN)
        reason = "both_years" if now and then else "this_year" if now else "year_before"
        names = tuple(dict.fromkeys((*now, *then)))
        yield outcome._replace(reason=reason if names else "", identities=names)


RULES: tuple[Rule, ...] = (
    Rule(
        "T3.CARRY",
        Severity.WARNING,
        _TABLES,
        Statement(
            "本年“上年结转”等于上一年度“结转下年度继续办理”",
            "requests carried over are those that last year's report carried forward",
        ),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号印发的格式，第三部分第二、四项",
        ("PEER_XYEAR", "PEER_CHECK"),
        "verified",
        requests_carried,
        formula=_REQUESTS,
    ),
    Rule(
        "T2.IN_FORCE_CARRY",
        Severity.WARNING,
        forms_with("proactive.rules.in_force"),
        Statement(
            "现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数",
            "documents in force are last year's, plus those issued, less those repealed",
        ),
        "国办公开办函〔2021〕30号格式，第二十条第（一）项",
        ("PEER_XYEAR",),
        "verified",
        documents_carried,
        formula=_IN_FORCE,
    ),
    Rule(
        "T2.ITEMS_CARRY",
        Severity.WARNING,
        forms_with("proactive.licensing.change"),
        Statement(
            "“上一年项目数量”等于上年“上一年项目数量”加上年“本年增/减”",
            "the prior year's items are those of last year's report with its change",
        ),
        "国办公开办函〔2019〕60号格式，第二十条第（五）、（六）、（八）项",
        ("R_WUHAN2020", "DERIVED"),
        "derived",
        items_carried,
        formula=_ITEMS,
    ),
)
"""The rules that look at two years."""
