"""What the prose says, held against the tables; the figures in the prose are the report's claims.

A claim of others than the table counts, or of another year, is tied to no cell. A figure that says
whom it is about contradicts nothing, a hedged one only what its hedge rules out, and one of several
that agrees with the table speaks for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from govinfo.consistency.context import Context, total_of
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Judge, Rule
from govinfo.consistency.rules.hedging import allows
from govinfo.consistency.rules.operands import COUNTED, NEW, OUTCOMES, OVER
from govinfo.figures import Number
from govinfo.forms import forms_with
from govinfo.forms.formulas import Operand
from govinfo.parts import Claim

__all__ = ["RULES", "against_table", "none_received"]

_TABLES = forms_with("requests")
_RESULTS = ("upheld", "corrected", "other", "pending")
_MOST_DIGITS = 9
_DIGITS = re.compile(rf"[0-9]{{1,{_MOST_DIGITS}}}")
_UNANSWERED = ("requests.not_processed_", "requests.other")
_OUTCOMES_TOTAL = "requests.outcomes_total.total"
_WITH_CARRIED = frozenset({"requests_carried_over", "requests_handled"})
"""Subjects of figures that include the requests carried over."""
_WIDER = {
    "requests_granted": ("requests.partially_granted",),
    "requests_denied": ("requests.unable_", *_UNANSWERED),
}
"""Groups of outcomes that the words for another may cover, by the subject of that."""
_UNTIL = ("截", "到", "至")
"""How a time begins up to which figures reach."""
_JUST_THAT = frozenset({"予以公开", "不予公开"})
"""The words of the form itself, which mean the one group."""


def none_received(context: Context) -> Iterator[Outcome]:
    """正文称未收到政府信息公开申请的，本年新收应为0; prose that also gives the number is right."""
    received = (Operand(NEW, 1),)
    value = context.values.get(NEW)
    if value is None:
        yield Outcome(Verdict.UNASSESSABLE, received)
        return
    about = [claim for claim in context.report.claims if claim.address == NEW]
    denials = [one for one in about if one.kind == "none_occurred" and one.scope is None]
    stated = any(claim.kind == "count" and claim.value == value for claim in about)
    broken = value != 0 and denials and not stated
    if broken:
        yield Outcome(Verdict.BROKEN, received, value, 0, said=tuple(denials))
    else:
        yield Outcome(Verdict.HOLDS, received, value, 0)


def against_table(
    context: Context, subjects: tuple[str, ...], *, denials: bool = True
) -> Iterator[Outcome]:
    """正文之数与表格一致: yield an outcome for each cell or sum that the prose counts."""
    stated: dict[str, list[Claim]] = {}
    for claim in context.report.claims:
        counted = claim.kind in COUNTED or (denials and claim.kind == "none_occurred")
        if (
            claim.address is not None
            and claim.value is not None
            and counted
            and claim.subject in subjects
        ):
            stated.setdefault(claim.address, []).append(claim)
    for address, claims in stated.items():
        operands = tuple(Operand(cell, -1) for cell in address.split("+"))
        table = total_of(address, context.values)
        if table is None:
            yield Outcome(Verdict.UNASSESSABLE, operands, claims[0].value, said=tuple(claims))
            continue
        fitting = tuple(claim for claim in claims if allows(claim, table))
        own = [claim for claim in claims if claim.scope is None]
        if fitting:
            yield Outcome(Verdict.HOLDS, operands, claims[0].value, table, said=fitting)
        elif own:  # the others are about other bodies
            reason = next(_excuses(context, own, table), "")
            verdict = Verdict.UNASSESSABLE if reason else Verdict.BROKEN
            yield Outcome(verdict, operands, own[0].value, table, reason=reason, said=tuple(own))


def _excuses(context: Context, claims: list[Claim], table: Number) -> Iterator[str]:
    """Yield what, other than an error, may explain a figure that is not the table's.

    Those come first that are quick to tell.
    """
    said, value = claims[0], claims[0].value or 0
    if any(claim.value != said.value for claim in claims):
        yield "prose"
    if said.address == NEW and value == total_of(f"{NEW}+{OVER}", context.values):
        yield "with_carried"
    if said.subject == "requests_answered" and value < table:
        rest = sum(_of_group(context, one) for one in _UNANSWERED)
        if value >= table - rest:
            yield "some_unanswered"
    if _leaves_out_carried(context, said, value, table):
        yield "new_only"
    if value > table and dict(said.words).get("time", "").startswith(_UNTIL):
        # 截至2021年底，收到申请162件
        yield "until_a_day"
    if _may_mean_more(context, said, value, table):
        yield "wider_group"
    agency = context.report.agency
    of_several = agency is None or not agency.is_department
    if of_several and (said.address or "").startswith("proactive."):
        yield "own_figures"
    if _tells_uncounted(context, said, table - value):
        # 主动公开范围2件、同意公开8件: the 2 may belong to the 10 that the table has.
        yield "counted_apart"


def _leaves_out_carried(context: Context, said: Claim, value: Number, table: Number) -> bool:
    """Whether a figure may be of the requests that came new, and the table's of those before too.

    So 收到申请27件，办结27件 may be where 3 were carried over and all 30 settled, and so may the
    outcomes be in 收到申请27件，其中予以公开8件. 收到并办结25件 are those of the new ones settled.
    """
    over = context.values.get(OVER)
    if not over:
        return False
    beside = [one for one in context.report.claims if one.sentence_span == said.sentence_span]
    if said.address == NEW:
        settled = any(
            one.subject == "requests_answered" and one.span == said.span for one in beside
        )
        outcomes = context.values.get(_OUTCOMES_TOTAL)
        return settled and outcomes is not None and value == outcomes - over
    if said.subject == "requests_answered":
        return value == table - over
    subjects = {one.subject for one in beside}
    of_new = "requests_received" in subjects and subjects.isdisjoint(_WITH_CARRIED)
    return said.subject in OUTCOMES and of_new and 0 <= table - value <= over


def _may_mean_more(context: Context, said: Claim, value: Number, table: Number) -> bool:
    """Whether the words for an outcome may stand for several of them: 公开11件，不公开11件."""
    event = dict(said.words).get("event", "")
    if value <= table or event in _JUST_THAT:
        return False
    groups = _WIDER.get(said.subject, ())
    sums: set[Number] = {0}
    for group in groups:
        sums |= {one + _of_group(context, group) for one in sums}
    return value - table in sums


def _of_group(context: Context, prefix: str) -> Number:
    """Return the total of the rows whose addresses begin so."""
    cells = context.values.items()
    return sum(
        value or 0 for cell, value in cells if cell.startswith(prefix) and cell.endswith(".total")
    )


def _tells_uncounted(context: Context, claim: Claim, number: Number) -> bool:
    """Whether the sentence of a claim has this number, and nothing says what it counts."""
    start, end = claim.sentence_span
    # To read the prose once more takes long, and few sentences have these digits at all.
    if str(int(number)) not in context.report.source_text[start : end + _MOST_DIGITS]:
        return False
    spans = (one.span for one in context.report.uncounted)
    told = (context.report.quote(span) for span in spans if start <= span.start < end)
    return number in {int(digits[0]) for digits in map(_DIGITS.match, told) if digits is not None}


def _rule(  # noqa: PLR0913 - these are what such a rule differs in
    name: str,
    zh: str,
    en: str,
    *,
    judge: Judge,
    symbols: str,
    source: tuple[str, ...],
    forms: tuple[str, ...] = _TABLES,
) -> Rule:
    return Rule(
        name,
        Severity.WARNING,
        forms,
        Statement(zh, en),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号印发的格式：第一部分与第二、三、四部分应一致",
        source,
        "verified",
        judge,
        Statement(
            "正文的{subject}为 {left}，{cells}为 {right}；原句：{sentence}",
            "{left} in the text ({subject}), {right} in {cells}; the sentence: {sentence}",
        ),
        symbols=symbols,
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "T3.NO_REQUESTS_TEXT",
        Severity.WARNING,
        _TABLES,
        Statement(
            "正文称未收到政府信息公开申请的，本年新收应为0",
            "where the text says that no request was received, the table has 0",
        ),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号印发的格式：第一、三部分应一致",
        ("R_ZHANGPING2025", "DERIVED"),
        "derived",
        none_received,
        Statement(
            "{cells}为 {left}；原句：{sentence}", "{cells} is {left}; the sentence: {sentence}"
        ),
        symbols="text.no_requests_received implies requests.new_received.total == 0",
    ),
    _rule(
        "TEXT.NEW_RECEIVED",
        "正文收到申请的件数与表三一致",
        "requests received are as many in the text as in table 3",
        judge=partial(
            against_table, subjects=("requests_received", "requests_handled"), denials=False
        ),
        symbols=f"text.requests_received in {{{NEW}, {NEW} + {OVER}}}",
        source=("PEER_CHECK", "R_QIDONG2023", "R_HUAIAN2024"),
    ),
    _rule(
        "TEXT.CARRIED_OVER",
        "正文上年结转的件数与表三一致",
        "requests carried over are as many in the text as in table 3",
        judge=partial(against_table, subjects=("requests_carried_over",)),
        symbols="text.carried_over == requests.carried_over.total",
        source=("PEER_CHECK", "R_HUAIAN2024", "R_SH2019"),
    ),
    _rule(
        "TEXT.ANSWERED",
        "正文答复、办结的件数与表三办理结果总计一致",
        "requests answered are as many in the text as outcomes in table 3",
        judge=partial(against_table, subjects=("requests_answered",)),
        symbols="text.answered == requests.outcomes_total.total",
        source=("PEER_CHECK", "R_HUAIAN2024", "R_SH2019"),
    ),
    _rule(
        "TEXT.CARRIED_FORWARD",
        "正文结转下年度的件数与表三一致",
        "requests carried forward are as many in the text as in table 3",
        judge=partial(against_table, subjects=("requests_carried_forward",)),
        symbols="text.carried_forward == requests.carried_forward.total",
        source=("PEER_CHECK", "R_HUAIAN2024", "R_SH2019"),
    ),
    _rule(
        "TEXT.OUTCOME_GROUPS",
        "正文各类办理结果的件数与表三一致",
        "each group of outcomes is as many in the text as in table 3",
        judge=partial(against_table, subjects=OUTCOMES),
        symbols="text.outcome[g] == sum(requests.{rows of g}.total)",
        source=("R_QIDONG2023", "R_SH2019"),
    ),
    _rule(
        "TEXT.RECON",
        "正文行政复议的件数及其构成与表四一致",
        "reconsiderations are as many in the text as in table 4, in all and by result",
        judge=partial(
            against_table,
            subjects=("reconsideration", *(f"reconsideration_{one}" for one in _RESULTS)),
        ),
        symbols="text.reconsideration.* == review.reconsideration.*",
        source=("PEER_CHECK", "R_HUAIAN2024"),
    ),
    _rule(
        "TEXT.LITIGATION",
        "正文行政诉讼的件数及其构成等于表四直接起诉与复议后起诉之和",
        "lawsuits in the text are those brought directly and after reconsideration in table 4, "
        "by result",
        judge=partial(
            against_table,
            subjects=(
                "litigation",
                "litigation_direct",
                "litigation_after_reconsideration",
                "reconsideration_and_litigation",
                *(f"litigation_{one}" for one in _RESULTS),
            ),
        ),
        symbols="text.litigation[k] == "
        "review.litigation_direct.{k} + review.litigation_after_reconsideration.{k}",
        source=("PEER_CHECK", "R_HUAIAN2024"),
    ),
    _rule(
        "TEXT.NORMATIVE",
        "正文制发规章、规范性文件的件数与表二一致",
        "rules and normative documents are as many in the text as in table 2",
        judge=partial(
            against_table,
            subjects=("normative_documents_issued", "normative_documents_in_force", "rules_issued"),
        ),
        symbols="text.normative_issued == proactive.normative_documents.issued",
        source=("R_QIDONG2023", "R_ENPING2019", "R_SH2022"),
        forms=forms_with("proactive.normative_documents.in_force"),
    ),
)
"""The rules of prose and tables."""
