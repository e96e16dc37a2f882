"""Table three: requests received, how they ended, and what was carried forward.

The form prints one identity itself, above the first column:
本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和. The others follow from its rows and columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govinfo.consistency.outcomes import Equation, Operand, Outcome, Severity, Verdict, equation, weigh_all
from govinfo.consistency.rule import Rule
from govinfo.consistency.sheets import Sheet
from govinfo.consistency.wording import Statement
from govinfo.forms.form2021 import FORM2021

__all__ = [
    "RULES",
    "balances",
    "balances_of",
    "outcome_totals",
    "outcome_totals_of",
    "row_totals",
    "row_totals_of",
    "rows_of",
]

_BOTH = ("form2021", "form2019")
_FORMAT = "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号印发的格式，第三部分"
_BLOCK = FORM2021.table("requests").blocks[0]
_COLUMNS = tuple(column.id for column in _BLOCK.columns)
_APPLICANTS = _COLUMNS[:-1]
_OUTCOMES = tuple(row.id for row in _BLOCK.data_rows[2:-2])
"""（一）至（六）, with （六）其他处理 in the three rows that it has since 2021."""
_OTHER_ROWS = tuple(row for row in _OUTCOMES if row.startswith("other_"))
_ROWS = tuple(row.id for row in _BLOCK.data_rows)


def balances(sheet: Sheet) -> Iterator[Outcome]:
    """第一项加第二项之和，等于第三项加第四项之和 (printed on the form itself), in each of the seven columns."""
    return weigh_all(balances_of(), sheet.values)


def outcome_totals(sheet: Sheet) -> Iterator[Outcome]:
    """（七）总计等于（一）至（六）各项之和, over the rows that the document really has."""
    return weigh_all(outcome_totals_of(in_one_row=other_in_one_row(sheet)), sheet.values)


def row_totals(sheet: Sheet) -> Iterator[Outcome]:
    """总计等于自然人与法人或其他组织五列之和, in every row that holds figures."""
    return weigh_all(row_totals_of(rows_of(sheet)), sheet.values)


def other_in_one_row(sheet: Sheet) -> bool:
    """Whether （六）其他处理 is a single row of figures here; where both stand, the three rows count."""
    if any(_has(sheet, row) for row in _OTHER_ROWS):
        return False
    return sheet.report.form.id == "form2019" or _has(sheet, "other")


def unpaid_fees(sheet: Sheet) -> Iterator[Outcome]:
    """有逾期未缴费的，第六部分应报告收取信息处理费情况 (a fee charged since 国办函〔2020〕109号)."""
    unpaid = (Operand("requests.other_fee_unpaid.total", 1),)
    value, prose = sheet.values.get(unpaid[0].address), sheet.prose("other_matters")
    if value == 0:
        yield Outcome(Verdict.HOLDS, unpaid, value)
    elif value is None or prose is None:
        yield Outcome(Verdict.UNASSESSABLE, unpaid, value, reason="" if value is None else "section")
    else:
        yield Outcome(Verdict.HOLDS if "费" in prose else Verdict.BROKEN, unpaid, value)


def counted_once(sheet: Sheet) -> Iterator[Outcome]:  # noqa: ARG001 - a definition has nothing to look at
    """部分公开：区分处理的，只计这一情形，不计其他情形; a way of counting, which no figure can contradict."""
    return iter(())


@cache
def balances_of() -> tuple[Equation, ...]:
    """Return the balance of each column."""
    return tuple(
        equation(
            (f"requests.new_received.{column}", f"requests.carried_over.{column}"),
            (f"requests.outcomes_total.{column}", f"requests.carried_forward.{column}"),
        )
        for column in _COLUMNS
    )


@cache
def outcome_totals_of(*, in_one_row: bool) -> tuple[Equation, ...]:
    """Return the total of the outcomes in each column."""
    rows = (*_OUTCOMES[: -len(_OTHER_ROWS)], "other") if in_one_row else _OUTCOMES
    return tuple(
        equation([f"requests.{row}.{column}" for row in rows], [f"requests.outcomes_total.{column}"])
        for column in _COLUMNS
    )


@cache
def row_totals_of(rows: tuple[str, ...]) -> tuple[Equation, ...]:
    """Return the total of each row."""
    return tuple(
        equation([f"requests.{row}.{column}" for column in _APPLICANTS], [f"requests.{row}.total"]) for row in rows
    )


def rows_of(sheet: Sheet) -> tuple[str, ...]:
    """The rows that hold figures, in the shape that the document has."""
    other = ("other",) if _has(sheet, "other") or other_in_one_row(sheet) else ()
    three = () if other_in_one_row(sheet) else _OTHER_ROWS
    return (*_ROWS[: -len(_OTHER_ROWS) - 2], *other, *three, *_ROWS[-2:])


def _has(sheet: Sheet, row: str) -> bool:
    return any(not sheet.absent(f"requests.{row}.{column}") for column in _COLUMNS)


_OUTCOMES_TOTAL = Statement(
    "（七）总计等于（一）至（六）各项之和", "the total of outcomes is the sum of the outcomes (1) to (6)"
)
RULES: tuple[Rule, ...] = (
    Rule(
        "T3.BALANCE",
        Severity.ERROR,
        _BOTH,
        Statement(
            "第一项加第二项之和，等于第三项加第四项之和",
            "requests received and carried over are requests concluded and carried forward",
        ),
        f"{_FORMAT}表头：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”",
        ("TEMPLATE2021", "R_SH2019", "PEER_CHECK"),
        "verified",
        balances,
    ),
    Rule(
        "T3.OUTCOMES_TOTAL",
        Severity.ERROR,
        ("form2021",),
        _OUTCOMES_TOTAL,
        f"{_FORMAT}：（七）总计",
        ("PEER_CHECK", "DERIVED"),
        "verified",
        outcome_totals,
    ),
    Rule(
        "T3.OUTCOMES_TOTAL.2019",
        Severity.ERROR,
        ("form2019",),
        _OUTCOMES_TOTAL,
        f"{_FORMAT}：（七）总计，（六）其他处理为一行",
        ("R_SH2019", "DERIVED"),
        "verified",
        outcome_totals,
    ),
    Rule(
        "T3.ROW_TOTAL",
        Severity.ERROR,
        _BOTH,
        Statement(
            "总计等于自然人与法人或其他组织五列之和",
            "the total of a row is natural persons and the five kinds of organisations",
        ),
        f"{_FORMAT}：申请人情况各列",
        ("PEER_CHECK", "DERIVED"),
        "verified",
        row_totals,
    ),
    Rule(
        "T3.FEE_UNPAID_YEAR",
        Severity.INFO,
        ("form2021",),
        Statement(
            "有逾期未缴费而不再处理的申请，第六部分应报告收取信息处理费情况",
            "requests dropped for unpaid fees call for a word on the information processing fee in part six",
        ),
        "国办函〔2020〕109号；国办公开办函〔2021〕30号格式第六部分",
        ("FEE2020", "TEMPLATE2021", "DERIVED"),
        "derived",
        unpaid_fees,
        Statement("逾期未缴费 {left} 件，第六部分未提及收费", "{left} unpaid, and part six mentions no fee"),
    ),
    Rule(
        "T3.PARTIAL_EXCLUSIVE",
        Severity.INFO,
        _BOTH,
        Statement(
            "部分公开：区分处理的，只计这一情形，不计其他情形",
            "a decision that grants in part is counted as such, and under no other outcome",
        ),
        f"{_FORMAT}：（二）部分公开",
        ("TEMPLATE2021",),
        "verified",
        counted_once,
    ),
)
"""The rules of table three."""
