"""From one year to the next: what one report carries forward, the next should carry over.

Reorganisations and corrected reports break these rules lawfully, so none of them is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from govinfo.consistency.outcomes import Equation, Outcome, Severity, equation, weigh_all
from govinfo.consistency.proactive import DOCUMENTS, ITEMS
from govinfo.consistency.rule import Rule
from govinfo.consistency.sheets import Sheet
from govinfo.consistency.wording import Statement
from govinfo.forms.form2021 import FORM2021

__all__ = ["RULES", "documents_carried", "items_carried", "requests_carried"]

_TABLES = ("form2021", "form2019")
_COLUMNS = tuple(column.id for column in FORM2021.table("requests").blocks[0].columns)
_REQUESTS: tuple[Equation, ...] = tuple(
    equation((f"requests.carried_over.{column}",), (), before=(f"requests.carried_forward.{column}",))
    for column in (_COLUMNS[-1], *_COLUMNS[:-1])
)
_IN_FORCE: tuple[Equation, ...] = tuple(
    equation(
        (f"proactive.{row}.in_force", f"proactive.{row}.repealed"),
        (f"proactive.{row}.issued",),
        before=(f"proactive.{row}.in_force",),
    )
    for row in DOCUMENTS
)
_ITEMS: tuple[Equation, ...] = tuple(
    equation(
        (f"proactive.{row}.prior_year_items",),
        (),
        before=(f"proactive.{row}.prior_year_items", f"proactive.{row}.change"),
    )
    for row in ITEMS
)


def requests_carried(sheet: Sheet) -> Iterator[Outcome]:
    """本年“上年结转”等于上一年度“结转下年度继续办理”, the total first."""
    return _compare(sheet, _REQUESTS, lambda form: form in _TABLES)


def documents_carried(sheet: Sheet) -> Iterator[Outcome]:
    """现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数; the form before 2021 counted other documents."""
    return _compare(sheet, _IN_FORCE, lambda form: form == "form2021")


def items_carried(sheet: Sheet) -> Iterator[Outcome]:
    """“上一年项目数量”等于上年“上一年项目数量”加上年“本年增/减”."""
    return _compare(sheet, _ITEMS, lambda form: form == "form2019")


def _compare(sheet: Sheet, stated: tuple[Equation, ...], comparable: Callable[[str], bool]) -> Iterator[Outcome]:
    """What the equations come to, where the report for the year before is at hand and counts the same things."""
    before = sheet.before
    if before is None or not comparable(before.report.form.id):
        return iter(())
    return weigh_all(stated, sheet.values, before.values)


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
    ),
    Rule(
        "T2.IN_FORCE_CARRY",
        Severity.WARNING,
        ("form2021",),
        Statement(
            "现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数",
            "documents in force are last year's, plus those issued, less those repealed",
        ),
        "国办公开办函〔2021〕30号格式，第二十条第（一）项",
        ("PEER_XYEAR",),
        "verified",
        documents_carried,
    ),
    Rule(
        "T2.ITEMS_CARRY",
        Severity.WARNING,
        ("form2019",),
        Statement(
            "“上一年项目数量”等于上年“上一年项目数量”加上年“本年增/减”",
            "the prior year's items are those of last year's report with its change",
        ),
        "国办公开办函〔2019〕60号格式，第二十条第（五）、（六）、（八）项",
        ("R_WUHAN2020", "DERIVED"),
        "derived",
        items_carried,
    ),
)
"""The rules that look at two years."""
