"""The annex of statistics: what its rows must add up to, and which of them bound each other.

No annex prints an identity. Those of the national one follow from how its rows are numbered under
each other, those of the regional ones from 其中.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from govinfo.consistency.context import Context
from govinfo.consistency.messages import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict, weigh, weigh_all
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.identity import formula_of
from govinfo.figures import Address
from govinfo.forms import forms_with
from govinfo.forms.formulas import Formula
from govinfo.forms.stats2008 import STATS2008
from govinfo.forms.stats2014 import STATS2014

__all__ = ["RULES", "regional_sum", "relation"]

_ANNEX = "国办发〔2014〕32号附件《政府信息公开情况统计表》，各项层级"
_REGIONAL = "各地政府信息公开情况统计报表，“其中”各项"
_NATIONAL = ("stats2014",)

_ONLY_SOME_PRINT = frozenset({"received_letter_or_fax", "answered_other"})
"""Rows of the regional tables that only some of them have."""


_CHANNELS = tuple(row.id for row in STATS2014.table("statistics").rows if row.parent == "channels")
_REPLACED = {row.id: row.instead_of for row in STATS2008.table("statistics").rows if row.instead_of}


def _cells(rows: tuple[str, ...], column: str = "value") -> str:
    return " + ".join(f"statistics.{row}.{column}" for row in rows)


def relation(context: Context, formula: Formula) -> Iterator[Outcome]:
    """Rows of the national annex that are sums, parts or bounds of each other."""
    return (_fair(outcome, context) for outcome in weigh_all(formula.equations, context.values))


def regional_sum(context: Context, identity: str) -> Iterator[Outcome]:
    """A total of a regional annex and its parts, in each column.

    What such a table counts differs from place to place: of a total without any of these parts
    nothing is said. A row that only some tables print counts where it stands, and those it stands
    for are then not missed. Where all of them stand, it may count what they count, or what they do
    not: only a total that neither way makes is wrong.
    """
    for equation in context.equations.get(identity, ()):
        total, *cells = (Address(operand.address) for operand in equation.operands)
        column, parts = total.column, tuple(cell.row for cell in cells)
        printed = [row for row in parts if not context.absent(f"statistics.{row}.{column}")]
        if not _ONLY_SOME_PRINT.issuperset(printed):
            outcomes = [
                weigh(Formula(f"{total} == {_cells(rows, column)}").equations[0], context.values)
                for rows in _ways_to_count(context, column, parts, printed)
            ]
            yield _fair(
                min(outcomes, key=lambda outcome: _BEST_FIRST.index(outcome.verdict)), context
            )


def _fair(outcome: Outcome, context: Context) -> Outcome:
    """The outcome, unless a row that the form does not have may make up for what the parts lack."""
    parts = sum(operand.sign == -1 for operand in outcome.operands)
    if outcome.verdict is not Verdict.BROKEN or parts == 1 or not _lacking(outcome):
        return outcome
    if any(note.code == "extra_row" for note in context.report.notes):
        return outcome._replace(verdict=Verdict.UNASSESSABLE, reason="other_rows")
    return outcome


def _lacking(outcome: Outcome) -> bool:
    """Whether the parts come to less than the whole: then a part that was not counted would help."""
    whole, parts = outcome.left, outcome.right
    return isinstance(whole, int | Decimal) and isinstance(parts, int | Decimal) and whole > parts


_BEST_FIRST = (Verdict.HOLDS, Verdict.UNASSESSABLE, Verdict.BROKEN)


def _ways_to_count(
    context: Context, column: str, parts: tuple[str, ...], printed: list[str]
) -> Iterator[tuple[str, ...]]:
    """Yield the rows that a total may be the sum of."""
    replaced = {row for combined in printed for row in _REPLACED.get(combined, ())}
    needless = (_ONLY_SOME_PRINT | replaced).difference(printed)
    rows = tuple(row for row in parts if row not in needless)
    yield rows
    for combined in printed:
        within = [row for row in _REPLACED.get(combined, ()) if row in printed]
        counted = sum(context.values[f"statistics.{row}.{column}"] or 0 for row in within)
        if within and (context.values[f"statistics.{combined}.{column}"] or 0) >= counted:
            yield tuple(row for row in rows if row not in within)


def _national(rule_id: str, severity: Severity, statement: Statement, formula: Formula) -> Rule:
    return Rule(
        rule_id,
        severity,
        _NATIONAL,
        statement,
        _ANNEX,
        ("DERIVED", "RECALL"),
        "derived",
        partial(relation, formula=formula),
        formula=formula,
    )


def _sum(rule_id: str, zh: str, en: str) -> Rule:
    return _national(rule_id, Severity.ERROR, Statement(zh, en), formula_of(rule_id))


def _bound(rule_id: str, zh: str, en: str, part: str, whole: str) -> Rule:
    formula = Formula(f"statistics.{part}.value <= statistics.{whole}.value")
    return _national(rule_id, Severity.ERROR, Statement(zh, en), formula)


def _regional(rule_id: str, statement: Statement) -> Rule:
    return Rule(
        rule_id,
        Severity.WARNING,
        forms_with(rule_id),
        statement,
        _REGIONAL,
        ("DINGXI2008", "DERIVED"),
        "derived",
        partial(regional_sum, identity=rule_id),
        formula=formula_of(rule_id),
    )


RULES: tuple[Rule, ...] = (
    _sum(
        "STAT.RECEIVED",
        "收到申请数等于当面、传真、网络、信函申请数之和",
        "requests received are those made in person, by fax, online and by letter",
    ),
    _sum(
        "STAT.CONCLUDED",
        "申请办结数等于按时办结数与延期办结数之和",
        "requests concluded are those concluded on time and those extended",
    ),
    _sum(
        "STAT.ANSWERED",
        "申请答复数等于八类答复之和",
        "requests answered are the sum of the eight kinds of answers",
    ),
    _sum(
        "STAT.DENIED",
        "不同意公开答复数等于六类理由之和",
        "requests denied are the sum of the six reasons",
    ),
    _sum(
        "STAT.RECON",
        "行政复议数量等于维持、纠错与其他情形之和",
        "reconsiderations are those upheld, corrected and other",
    ),
    _sum(
        "STAT.LIT",
        "行政诉讼数量等于维持或驳回、纠错与其他情形之和",
        "lawsuits are those upheld or dismissed, corrected and other",
    ),
    _sum(
        "STAT.STAFF",
        "工作人员数等于专职与兼职人员数之和",
        "staff is full-time and part-time staff",
    ),
    _bound(
        "STAT.PRESS",
        "主要负责同志参加新闻发布会次数不大于总次数",
        "the head attended no more press conferences than were held",
        "press_conferences_by_head",
        "press_conferences",
    ),
    _bound(
        "STAT.INTERVIEW",
        "主要负责同志参加在线访谈次数不大于总次数",
        "the head took part in no more online interviews than were held",
        "online_interviews_by_head",
        "online_interviews",
    ),
    _bound(
        "STAT.NORMATIVE_SUBSET",
        "主动公开规范性文件数不大于主动公开政府信息数",
        "normative documents disclosed are no more than all information disclosed",
        "proactive_normative_documents",
        "proactive_total",
    ),
    _national(
        "STAT.CHANNEL_UPPER",
        Severity.WARNING,
        Statement(
            "主动公开政府信息数不大于各渠道之和（相同信息计1条）",
            "information disclosed is no more than what all channels disclosed, as what several disclosed counts once",
        ),
        Formula(f"statistics.proactive_total.value <= {_cells(_CHANNELS)}"),
    ),
    _national(
        "STAT.CHANNEL_LOWER",
        Severity.WARNING,
        Statement(
            "主动公开政府信息数不小于任一渠道公开数",
            "information disclosed is no less than what any one channel disclosed",
        ),
        Formula("statistics.proactive_total.value >= statistics.{row}.value", {"row": _CHANNELS}),
    ),
    _national(
        "STAT.CONCLUDED_BOUND",
        Severity.INFO,
        Statement(
            "申请答复数与申请办结数应一致",
            "as many requests are answered as are concluded",
        ),
        Formula("statistics.requests_answered.value == statistics.requests_concluded.value"),
    ),
    _regional(
        "STAT08.RECEIVED",
        Statement(
            "申请总数等于各形式申请数之和",
            "requests received are the sum of the ways in which they were made",
        ),
    ),
    _regional(
        "STAT08.ANSWERED",
        Statement(
            "答复总数等于同意、同意部分与否决之和，有“其他类型答复”的一并计入",
            "answers are grants, partial grants and denials, and other answers where the table has them",
        ),
    ),
    _regional(
        "STAT08.DENIED",
        Statement(
            "否决公开答复总数等于（1）至（11）之和", "denials are the sum of the eleven reasons"
        ),
    ),
)
"""The rules of the annex."""
