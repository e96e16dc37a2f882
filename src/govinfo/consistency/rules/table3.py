"""Table 3: requests received, how they ended, and what was carried forward.

The form prints one identity itself, above the first column:
本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和. The others follow from its rows
and columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.identity import formula_of, keeps, keeps_all
from govinfo.forms import forms_with
from govinfo.forms.formulas import Operand

__all__ = ["RULES", "counted_once", "unpaid_fees"]

_FORMAT = "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号印发的格式，第三部分"


def unpaid_fees(context: Context) -> Iterator[Outcome]:
    """有逾期未缴费的，第六部分应报告收取信息处理费情况 (charged since 国办函〔2020〕109号)."""
    unpaid = (Operand("requests.other_fee_unpaid.total", 1),)
    value, prose = context.values.get(unpaid[0].address), context.prose("other_matters")
    if value == 0:
        yield Outcome(Verdict.HOLDS, unpaid, value)
    elif value is None or prose is None:
        yield Outcome(
            Verdict.UNASSESSABLE, unpaid, value, reason="" if value is None else "section"
        )
    else:
        yield Outcome(Verdict.HOLDS if context.mentions_fees else Verdict.BROKEN, unpaid, value)


def counted_once(context: Context) -> Iterator[Outcome]:  # noqa: ARG001 - nothing to look at
    """部分公开：区分处理的，只计这一情形，不计其他情形; no figure can contradict this."""
    return iter(())


_OUTCOMES_TOTAL = Statement(
    "（七）总计等于（一）至（六）各项之和",
    "the total of outcomes is the sum of the outcomes (1) to (6)",
)
RULES: tuple[Rule, ...] = (
    Rule(
        "T3.BALANCE",
        Severity.ERROR,
        forms_with("T3.BALANCE"),
        Statement(
            "第一项加第二项之和，等于第三项加第四项之和",
            "requests received and carried over are requests concluded and carried forward",
        ),
        f"{_FORMAT}表头：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”",
        ("TEMPLATE2021", "R_SH2019", "PEER_CHECK"),
        "verified",
        partial(keeps, identity="T3.BALANCE"),
        formula=formula_of("T3.BALANCE"),
        holds_at_once=keeps_all,
    ),
    Rule(
        "T3.OUTCOMES_TOTAL",
        Severity.ERROR,
        forms_with("T3.OUTCOMES_TOTAL"),
        _OUTCOMES_TOTAL,
        f"{_FORMAT}：（七）总计",
        ("PEER_CHECK", "DERIVED"),
        "verified",
        partial(keeps, identity="T3.OUTCOMES_TOTAL"),
        formula=formula_of("T3.OUTCOMES_TOTAL"),
        holds_at_once=keeps_all,
    ),
    Rule(
        "T3.OUTCOMES_TOTAL.2019",
        Severity.ERROR,
        forms_with("T3.OUTCOMES_TOTAL.2019"),
        _OUTCOMES_TOTAL,
        f"{_FORMAT}：（七）总计，（六）其他处理为一行",
        ("R_SH2019", "DERIVED"),
        "verified",
        partial(keeps, identity="T3.OUTCOMES_TOTAL.2019"),
        formula=formula_of("T3.OUTCOMES_TOTAL.2019"),
        holds_at_once=keeps_all,
    ),
    Rule(
        "T3.ROW_TOTAL",
        Severity.ERROR,
        forms_with("T3.ROW_TOTAL"),
        Statement(
            "总计等于自然人与法人或其他组织五列之和",
            "the total of a row is natural persons and the five kinds of organisations",
        ),
        f"{_FORMAT}：申请人情况各列",
        ("PEER_CHECK", "DERIVED"),
        "verified",
        partial(keeps, identity="T3.ROW_TOTAL"),
        formula=formula_of("T3.ROW_TOTAL"),
        holds_at_once=keeps_all,
    ),
    Rule(
        "T3.FEE_UNPAID_YEAR",
        Severity.INFO,
        forms_with("requests.other_fee_unpaid"),
        Statement(
            "有逾期未缴费而不再处理的申请，第六部分应报告收取信息处理费情况",
            "requests dropped for unpaid fees call for a word on the information processing fee "
            "in part six",
        ),
        "国办函〔2020〕109号；国办公开办函〔2021〕30号格式第六部分",
        ("FEE2020", "TEMPLATE2021", "DERIVED"),
        "derived",
        unpaid_fees,
        Statement(
            "逾期未缴费 {left} 件，第六部分未提及收费",
            "{left} unpaid, and part six mentions no fee",
        ),
        symbols="requests.other_fee_unpaid.total == 0 or contains(section.other_matters, '费')",
    ),
    Rule(
        "T3.PARTIAL_EXCLUSIVE",
        Severity.INFO,
        forms_with("requests.partially_granted"),
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
"""The rules of table 3."""
