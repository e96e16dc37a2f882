"""The annex of statistics: what its rows must add up to, and which rows limit others.

No annex prints an identity. Those of the national annex follow from the numbers of its rows, those
of the regional ones from the word 其中.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import partial

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict, weigh, weigh_all
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.identity import formula_of
from govinfo.figures import Address
from govinfo.forms import forms_with
from govinfo.forms.formulas import Equation, Formula, Operand
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


_BEST_FIRST = (Verdict.HOLDS, Verdict.UNASSESSABLE, Verdict.BROKEN)


def relation(context: Context, formula: Formula) -> Iterator[Outcome]:
    """Yield what the equations of a formula come to in the national annex."""
    return (_fair(outcome, context) for outcome in weigh_all(formula.equations, context.values))


def regional_sum(context: Context, identity: str) -> Iterator[Outcome]:
    """Yield what a total of a regional annex and its parts come to, in each column.

    What such a table counts differs from place to place, so nothing is said of a total without any
    of its parts. A row that only some tables print counts where it stands, and the rows it replaces
    are then not missed. Where all of them stand, it may count what they count, or what they do not:
    a total is wrong only if neither sum makes it.
    """
    for equation in context.equations.get(identity, ()):
        total, *parts = equation.operands
        cells = {Address(part.address).row: part for part in parts}
        printed = [row for row, part in cells.items() if not context.absent(part.address)]
        if _ONLY_SOME_PRINT.issuperset(printed):
            continue
        replaced = {row for combined in printed for row in _REPLACED.get(combined, ())}
        needless = (_ONLY_SOME_PRINT | replaced).difference(printed)
        counted = {row: part for row, part in cells.items() if row not in needless}
        ways = [Equation((total, *counted.values()), equation.relation)]
        for combined in printed:
            within = [row for row in _REPLACED.get(combined, ()) if row in printed]
            least = sum(context.values[cells[row].address] or 0 for row in within)
            if within and (context.values[cells[combined].address] or 0) >= least:
                without = (part for row, part in counted.items() if row not in within)
                ways.append(Equation((total, *without), equation.relation))
        outcomes = [weigh(way, context.values) for way in ways]
        best = min(outcomes, key=lambda one: _BEST_FIRST.index(one.verdict))
        if best.verdict is Verdict.BROKEN and _may_lack_rows(context, cells, printed):
            best = best._replace(verdict=Verdict.UNASSESSABLE, reason="reader")
        elif best.verdict is Verdict.BROKEN and len(ways) > 1:
            best = best._replace(reason="added_otherwise")
        yield _fair(best, context)


def _may_lack_rows(
    context: Context, parts: Mapping[str, Operand], printed: Collection[str]
) -> bool:
    """Whether rows of these parts may have been lost: at the end of the table, or one of several.

    Where a table has a joint row and some of the rows that it replaces, those that are missing may
    have been there.
    """
    rows = [row.id for row in STATS2008.table("statistics").rows]
    there = [row for row in rows if not context.absent(f"statistics.{row}.current")]
    behind = rows[rows.index(there[-1]) + 1 :] if there else rows
    joint = [row for row in printed if set(_REPLACED.get(row, ())).intersection(printed)]
    beside = {row for combined in joint for row in _REPLACED[combined]}
    return any(row not in printed for row in parts if row in behind or row in beside)


def _fair(outcome: Outcome, context: Context) -> Outcome:
    """Return an outcome that is not broken if an extra row may make up for what the parts lack."""
    whole, parts = outcome.left, outcome.right
    may_lack_a_part = (
        outcome.verdict is Verdict.BROKEN
        and sum(operand.sign == -1 for operand in outcome.operands) > 1
        and isinstance(whole, int | Decimal)
        and isinstance(parts, int | Decimal)
        and whole > parts
    )
    if may_lack_a_part and any(note.code == "extra_row" for note in context.report.notes):
        return outcome._replace(verdict=Verdict.UNASSESSABLE, reason="other_rows")
    return outcome


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
            "information disclosed is no more than what all channels disclosed, "
            "as what several disclosed counts once",
        ),
        Formula(
            "statistics.proactive_total.value <= "
            + " + ".join(f"statistics.{row}.value" for row in _CHANNELS)
        ),
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
            "answers are grants, partial grants and denials, "
            "and other answers where the table has them",
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
