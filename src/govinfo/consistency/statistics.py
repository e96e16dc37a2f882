"""The annex of statistics: what its rows must add up to, and which of them bound each other.

No annex prints an identity. Those of the national one follow from how its rows are numbered under each other, those of
the regional ones from 其中.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from govinfo.consistency.formulas import Formula
from govinfo.consistency.outcomes import Outcome, Severity, weigh_all
from govinfo.consistency.rule import Rule
from govinfo.consistency.sheets import Sheet
from govinfo.consistency.wording import Statement

__all__ = ["RULES", "regional_sum", "relation"]

_ANNEX = "国办发〔2014〕32号附件《政府信息公开情况统计表》，各项层级"
_REGIONAL = "各地政府信息公开情况统计报表，“其中”各项"
_COLUMNS = ("current", "cumulative")


_RECEIVED = ("received_in_person", "received_fax", "received_online", "received_letter")
_ANSWERS = (
    "answered_already_public",
    "answered_granted",
    "answered_partially_granted",
    "answered_denied",
    "answered_not_responsible",
    "answered_not_existing",
    "answered_clarification_required",
    "answered_other_channel",
)
_REASONS = (
    "denied_state_secret",
    "denied_trade_secret",
    "denied_personal_privacy",
    "denied_security_stability",
    "denied_not_government_information",
    "denied_other_legal",
)
_CHANNELS = ("channel_gazette", "channel_website", "channel_weibo", "channel_wechat", "channel_other")


def _cells(rows: tuple[str, ...], column: str = "value") -> str:
    return " + ".join(f"statistics.{row}.{column}" for row in rows)


def relation(sheet: Sheet, formula: Formula) -> Iterator[Outcome]:
    """Rows of the national annex that are sums, parts or bounds of each other."""
    return weigh_all(formula.equations, sheet.values)


def regional_sum(sheet: Sheet, total: str, parts: tuple[str, ...], more: str) -> Iterator[Outcome]:
    """A total of a regional annex and its parts, in each column; `more` is a part that only some tables print.

    What such a table counts differs from place to place: of a total without any of these parts nothing is said.
    """
    for column in _COLUMNS:
        if all(sheet.absent(f"statistics.{row}.{column}") for row in parts):
            continue
        rows = parts if not more or sheet.absent(f"statistics.{more}.{column}") else (*parts, more)
        stated = Formula(f"statistics.{total}.{column} == {_cells(rows, column)}")
        yield from weigh_all(stated.equations, sheet.values)


def _national(rule_id: str, severity: Severity, statement: Statement, formula: Formula) -> Rule:
    return Rule(
        rule_id,
        severity,
        ("stats2014",),
        statement,
        _ANNEX,
        ("DERIVED", "RECALL"),
        "derived",
        partial(relation, formula=formula),
        formula=formula,
    )


def _sum(rule_id: str, zh: str, en: str, total: str, parts: tuple[str, ...]) -> Rule:
    formula = Formula(f"statistics.{total}.value == {_cells(parts)}")
    return _national(rule_id, Severity.ERROR, Statement(zh, en), formula)


def _bound(rule_id: str, zh: str, en: str, part: str, whole: str) -> Rule:
    formula = Formula(f"statistics.{part}.value <= statistics.{whole}.value")
    return _national(rule_id, Severity.ERROR, Statement(zh, en), formula)


def _regional(rule_id: str, statement: Statement, total: str, parts: tuple[str, ...], more: str = "") -> Rule:
    return Rule(
        rule_id,
        Severity.WARNING,
        ("stats2008",),
        statement,
        _REGIONAL,
        ("DINGXI2008", "DERIVED"),
        "derived",
        partial(regional_sum, total=total, parts=parts, more=more),
        formula=Formula(f"statistics.{total}.{{column}} == {_cells(parts, '{column}')}", {"column": _COLUMNS}),
    )


RULES: tuple[Rule, ...] = (
    _sum(
        "STAT.RECEIVED",
        "收到申请数等于当面、传真、网络、信函申请数之和",
        "requests received are those made in person, by fax, online and by letter",
        "requests_received",
        _RECEIVED,
    ),
    _sum(
        "STAT.CONCLUDED",
        "申请办结数等于按时办结数与延期办结数之和",
        "requests concluded are those concluded on time and those extended",
        "requests_concluded",
        ("concluded_on_time", "concluded_extended"),
    ),
    _sum(
        "STAT.ANSWERED",
        "申请答复数等于八类答复之和",
        "requests answered are the sum of the eight kinds of answers",
        "requests_answered",
        _ANSWERS,
    ),
    _sum(
        "STAT.DENIED",
        "不同意公开答复数等于六类理由之和",
        "requests denied are the sum of the six reasons",
        "answered_denied",
        _REASONS,
    ),
    _sum(
        "STAT.RECON",
        "行政复议数量等于维持、纠错与其他情形之和",
        "reconsiderations are those upheld, corrected and other",
        "reconsideration",
        ("reconsideration_upheld", "reconsideration_corrected", "reconsideration_other"),
    ),
    _sum(
        "STAT.LIT",
        "行政诉讼数量等于维持或驳回、纠错与其他情形之和",
        "lawsuits are those upheld or dismissed, corrected and other",
        "litigation",
        ("litigation_upheld", "litigation_corrected", "litigation_other"),
    ),
    _sum(
        "STAT.STAFF",
        "工作人员数等于专职与兼职人员数之和",
        "staff is full-time and part-time staff",
        "staff",
        ("staff_full_time", "staff_part_time"),
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
        Statement("申请总数等于各形式申请数之和", "requests received are the sum of the ways in which they were made"),
        "requests_received",
        (
            "received_in_person",
            "received_fax",
            "received_email",
            "received_online",
            "received_letter",
            "received_other",
        ),
    ),
    _regional(
        "STAT08.ANSWERED",
        Statement(
            "答复总数等于同意、同意部分与否决之和，有“其他类型答复”的一并计入",
            "answers are grants, partial grants and denials, and other answers where the table has them",
        ),
        "requests_answered",
        ("answered_granted", "answered_partially_granted", "answered_denied"),
        "answered_other",
    ),
    _regional(
        "STAT08.DENIED",
        Statement("否决公开答复总数等于（1）至（11）之和", "denials are the sum of the eleven reasons"),
        "answered_denied",
        (
            "denied_not_government_information",
            "denied_not_existing",
            "denied_not_held",
            "denied_unclear",
            *(f"denied_exempt_{number}" for number in range(1, 7)),
            "denied_other",
        ),
    ),
)
"""The rules of the annex."""
