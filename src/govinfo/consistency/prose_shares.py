"""Shares and changes in prose: recomputed from the figures they are shares and changes of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from govinfo.consistency.formulas import Formula
from govinfo.consistency.outcomes import Operand, Outcome, Severity, Verdict
from govinfo.consistency.prose import OUTCOMES, total_of
from govinfo.consistency.rule import Rule
from govinfo.consistency.sheets import Sheet
from govinfo.consistency.wording import Statement
from govinfo.figures import Number
from govinfo.model import Claim
from govinfo.text import plain

__all__ = ["RULES", "changes", "shares"]

_TABLES = ("form2021", "form2019")
_NEW, _OVER, _ALL = (f"requests.{row}.total" for row in ("new_received", "carried_over", "outcomes_total"))
_WHOLES = ("requests_received", "requests_handled", "requests_answered")
_KINDS = ("proactive_disclosures", "information_on_request", "information_not_disclosed")
_PLAIN_SHARE = re.compile(
    r"[、，,（(]?(?:约)?占(?:比|总数的?|总量的?|(?:答复|办理|申请|受理|收到)总?[数量]的?)?(?:为|约)?"
)
"""The words between a figure and its share that name no other whole than all the requests."""
_ENDINGS = ("_prior_year", "_other_year", "_cumulative")
_COUNTED = frozenset({"count", "sum"})


def shares(sheet: Sheet) -> Iterator[Outcome]:
    """正文百分比与其分子分母一致, rounded as printed; of wholes that may be meant, one that fits is enough."""
    claims = sheet.report.claims
    for index, claim in enumerate(claims):
        if claim.kind != "percent" or claim.value is None or claim.hedged:
            continue
        if claim.subject in OUTCOMES:
            outcome = _of_requests(sheet, claims[index - 1] if index else None, claim)
        elif claim.subject in _KINDS:
            outcome = _of_information(claims, claim)
        elif claim.subject == "requests_from_natural_persons":
            outcome = _of_persons(sheet, claim)
        else:
            continue
        if outcome is not None:
            yield outcome


def _of_requests(sheet: Sheet, part: Claim | None, share: Claim) -> Outcome | None:
    """The share of a group of outcomes, in the figure directly before it, of the requests."""
    if part is None or part.subject != share.subject or part.sentence_span != share.sentence_span or part.hedged:
        return None
    between = plain(sheet.report.source_text[part.span.end : share.span.start])
    if part.value is None or not _PLAIN_SHARE.fullmatch("".join(between.split())):
        return None
    stated = (one.value for one in sheet.report.claims if one.subject in _WHOLES and one.kind in _COUNTED)
    wholes = [*stated, *(total_of(sheet, cells) for cells in (_NEW, f"{_NEW}+{_OVER}", _ALL))]
    operands = tuple(Operand(cell, 1) for cell in (part.address or "").split("+") if cell)
    return _judged(share, [(part.value, whole) for whole in wholes if whole is not None], operands)


def _of_persons(sheet: Sheet, share: Claim) -> Outcome | None:
    """The share of natural persons in the requests."""
    pairs = []
    for cells in (_NEW, f"{_NEW}+{_OVER}", _ALL):
        part, whole = total_of(sheet, cells.replace(".total", ".natural_person")), total_of(sheet, cells)
        if part is not None and whole is not None:
            pairs.append((part, whole))
    return _judged(share, pairs, (Operand("requests.new_received.natural_person", 1), Operand(_NEW, -1)))


def _of_information(claims: Iterable[Claim], share: Claim) -> Outcome | None:
    """The share of one kind of information in all that was made, where the prose gives both."""
    figures = {subject: set[Number]() for subject in (share.subject, "information_total")}
    for claim in claims:
        subject = claim.subject
        for ending in _ENDINGS:
            subject = subject.removesuffix(ending)
        if subject in figures and claim.kind in _COUNTED and claim.value is not None and not claim.hedged:
            figures[subject].add(claim.value)
    parts, wholes = figures.values()
    outcome = _judged(share, [(part, whole) for part in sorted(parts) for whole in sorted(wholes)], ())
    certain = len(parts) == len(wholes) == 1
    return outcome if outcome is not None and (certain or outcome.verdict is Verdict.HOLDS) else None


def _judged(share: Claim, pairs: list[tuple[Number, Number]], operands: tuple[Operand, ...]) -> Outcome | None:
    """Whether the share is that of any of these parts in its whole; nothing is said of the shares of others."""
    known = [(part, whole) for part, whole in pairs if whole]
    if not known or share.value is None:
        return None
    part, whole = min(known, key=lambda pair: abs(_percent(*pair) - Decimal(share.value or 0)))
    fits = _rounds_to(_percent(part, whole), share.value)
    if not fits and share.scope is not None:
        return None
    verdict = Verdict.HOLDS if fits else Verdict.BROKEN
    computed = f"{part}/{whole}={_percent(part, whole):.2f}%"
    return Outcome(verdict, operands, f"{share.value}%", computed, said=(share,))


def _percent(part: Number, whole: Number) -> Decimal:
    return Decimal(part) * 100 / Decimal(whole)


def _rounds_to(value: Decimal, printed: Number) -> bool:
    """Whether a number, rounded to the decimals of the printed one, is that; half may go either way."""
    exponent = Decimal(printed).as_tuple().exponent
    half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
    return abs(value - Decimal(printed)) <= half


def changes(sheet: Sheet) -> Iterator[Outcome]:
    """正文同比与上年报告一致, and with the figure of the year before where the sentence gives it."""
    claims = sheet.report.claims
    for claim in claims:
        if claim.kind != "change" or claim.hedged or claim.value is None or claim.unit not in {"件", "宗", "条", "%"}:
            continue
        now = [one for one in claims if one.subject == claim.subject and one.kind in _COUNTED and one.address]
        if len({one.value for one in now}) == 1 and not any(one.hedged for one in now):
            yield from _compared(sheet, claim, now[0])


def _compared(sheet: Sheet, change: Claim, now: Claim) -> Iterator[Outcome]:
    """What comes of a change, by last year's report where it is at hand, or else by the sentence itself."""
    cells = (now.address or "").split("+")
    operands = tuple(Operand(cell, 1) for cell in cells)
    before = None if sheet.before is None else total_of(sheet.before, now.address or "")
    if before is not None and sheet.before is not None:
        operands += tuple(Operand(cell, -1, before=True) for cell in cells)
    else:
        before = _stated_before(sheet, change)
    if before is None or now.value is None or change.value is None:
        return
    fits = _is_change(now.value, before, change)
    if fits or (now.scope is None and change.scope is None):
        verdict = Verdict.HOLDS if fits else Verdict.BROKEN
        unit = "%" if change.unit == "%" else ""
        yield Outcome(verdict, operands, f"{change.value}{unit}", f"{now.value}-{before}", said=(change,))


def _stated_before(sheet: Sheet, change: Claim) -> Number | None:
    """The figure of the year before that stands in the sentence of a change."""
    subject = f"{change.subject}_prior_year"
    stated = {
        claim.value
        for claim in sheet.report.claims
        if claim.subject == subject and claim.sentence_span == change.sentence_span and not claim.hedged
    }
    return stated.pop() if len(stated) == 1 else None


def _is_change(now: Number, before: Number, change: Claim) -> bool:
    """Whether a change, in pieces or in per cent, leads from one figure to the other."""
    if change.unit != "%":
        return now - before == change.value
    return bool(before) and _rounds_to(_percent(now - before, before), change.value or 0)


RULES: tuple[Rule, ...] = (
    Rule(
        "TEXT.PERCENT",
        Severity.WARNING,
        _TABLES,
        Statement(
            "正文百分比与其分子分母一致（四舍五入）", "a percentage in the text is that of its two figures, rounded"
        ),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号：年度报告内容应真实、准确",
        ("R_QIDONG2023", "R_SH2019"),
        "verified",
        shares,
        Statement("正文为 {left}，应为 {right}（{sentence}）", "{left} in the text, {right} expected ({sentence})"),
        formula=Formula("abs(text.pct - 100*text.n/text.denominator) <= 0.05*10^(1-decimals)"),
    ),
    Rule(
        "TEXT.YOY",
        Severity.WARNING,
        _TABLES,
        Statement("正文同比与上年报告一致", "a change in the text is that from last year's report"),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号：年度报告内容应真实、准确",
        ("R_TAIPING2023", "R_SH2019"),
        "derived",
        changes,
        Statement(
            "正文变化为 {left}，两年之数为 {right}（{sentence}）",
            "{left} in the text, {right} by the two years ({sentence})",
        ),
        formula=Formula("text.yoy == cur - prev"),
    ),
)
"""The rules of shares and changes."""
