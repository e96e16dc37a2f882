"""Shares and changes in prose: recomputed from the figures they are shares and changes of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate

from govinfo.claims.subjects import KINDS
from govinfo.consistency.context import Context, total_of
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.operands import COUNTED, ENDINGS, NEW, OUTCOMES, OVER
from govinfo.figures import Number
from govinfo.forms import forms_with
from govinfo.forms.formulas import Operand
from govinfo.parts import Claim

__all__ = ["RULES", "changes", "shares"]

_TABLES = forms_with("requests")
_ALL = "requests.outcomes_total.total"
_WHOLES = ("requests_received", "requests_handled", "requests_answered")
_MOST_VALUES = 8
"""More figures than this for one thing are not tried as the whole of a share."""
_UNITS = frozenset({"件", "宗", "条", "%"})


def shares(context: Context) -> Iterator[Outcome]:
    """正文百分比与其分子分母一致, rounded as printed; one whole that fits is enough."""
    claims = context.report.claims
    percents = [
        index for index, claim in enumerate(claims) if claim.kind == "percent" and not claim.hedged
    ]
    if not percents:
        return
    stated = _stated(claims)
    for index in percents:
        claim, outcome = claims[index], None
        if claim.subject in OUTCOMES:
            outcome = _of_requests(context, claims, claim, stated)
        elif claim.subject in KINDS:
            # One kind of information in all that was made, where the prose gives both.
            parts, wholes = stated.get(claim.subject, []), stated.get("information_total", [])
            outcome = _judged(claim, [(part, whole) for part in parts for whole in wholes], ())
            is_certain = len(parts) == len(wholes) == 1
            if outcome is not None and outcome.verdict is not Verdict.HOLDS and not is_certain:
                outcome = None
        elif claim.subject == "requests_from_natural_persons":
            outcome = _of_persons(context, claim)
        if outcome is not None:
            yield outcome


def _stated(claims: Iterable[Claim]) -> dict[str, list[Number]]:
    """The exact figures that the prose gives for each thing, whatever year it says they are of."""
    stated: dict[str, dict[Number, None]] = {}
    for claim in claims:
        if claim.kind in COUNTED and claim.value is not None and not claim.hedged:
            subject = claim.subject
            for ending in ENDINGS:
                subject = subject.removesuffix(ending)
            stated.setdefault(subject, {})[claim.value] = None
    return {subject: list(values)[:_MOST_VALUES] for subject, values in stated.items()}


def _of_requests(
    context: Context,
    claims: tuple[Claim, ...],
    share: Claim,
    stated: dict[str, list[Number]],
) -> Outcome | None:
    """The share of a group of outcomes, in the figure that it refers to, of the requests."""
    part = next((claim for claim in claims if claim.span == share.refers_to), None)
    if part is None or part.hedged or part.value is None or part.scope != share.scope:
        return None
    wholes = [whole for subject in _WHOLES for whole in stated.get(subject, ())]
    table = [total_of(cells, context.values) for cells in (NEW, f"{NEW}+{OVER}", _ALL)]
    # 予以公开9件、部分公开2件，共占39.3% is the share of both.
    beside = [one for one in claims if one.sentence_span == part.sentence_span]
    parts = [one.value or 0 for one in beside[: beside.index(part)] if one.subject in OUTCOMES]
    sums = accumulate(reversed(parts), initial=part.value)
    pairs = [(one, whole) for one in sums for whole in (*wholes, *table) if whole is not None]
    return _judged(
        share, pairs, tuple(Operand(cell, 1) for cell in (part.address or "").split("+") if cell)
    )


def _of_persons(context: Context, share: Claim) -> Outcome | None:
    """The share of natural persons in the requests."""
    pairs = []
    for cells in (NEW, f"{NEW}+{OVER}", _ALL):
        part, whole = (
            total_of(cells.replace(".total", ".natural_person"), context.values),
            total_of(cells, context.values),
        )
        if part is not None and whole is not None:
            pairs.append((part, whole))
    return _judged(
        share, pairs, (Operand("requests.new_received.natural_person", 1), Operand(NEW, -1))
    )


def _judged(
    share: Claim, pairs: list[tuple[Number, Number]], operands: tuple[Operand, ...]
) -> Outcome | None:
    """Return whether the share is that of one of these parts; `None` if its whole is unknown."""
    known = [(part, whole) for part, whole in pairs if whole]
    if not known or share.value is None:
        return None
    part, whole = min(known, key=lambda pair: abs(_percent(*pair) - Decimal(share.value or 0)))
    fits = _rounds_to(_percent(part, whole), share.value)
    if not fits and share.scope is not None:
        return None
    verdict = Verdict.HOLDS if fits else Verdict.BROKEN
    reason, printed = "", Decimal(share.value)
    # The last digits may be cut off: 4.34 is printed for 4.348.
    exponent = printed.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    if not fits and 0 <= _percent(part, whole) - printed < unit:
        verdict, reason = Verdict.UNASSESSABLE, "digits_cut"
    computed = f"{part}/{whole}={_percent(part, whole):.2f}%"
    return Outcome(verdict, operands, f"{share.value}%", computed, reason=reason, said=(share,))


def _percent(part: Number, whole: Number) -> Decimal:
    return Decimal(part) * 100 / Decimal(whole)


def _rounds_to(value: Decimal, printed: Number) -> bool:
    """Whether a number rounds to the printed one; a half may go either way."""
    exponent = Decimal(printed).as_tuple().exponent
    half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
    return abs(value - Decimal(printed)) <= half


def changes(context: Context) -> Iterator[Outcome]:
    """正文同比与上年报告一致, or with the figure of the year before in the same sentence."""
    claims = context.report.claims
    changed = [
        claim
        for claim in claims
        if claim.kind == "change" and claim.unit in _UNITS and not claim.hedged
    ]
    counted: dict[str, dict[Number | None, Claim]] = {}
    for claim in claims if changed else ():
        if claim.kind in COUNTED and (claim.address or claim.subject.endswith("_prior_year")):
            counted.setdefault(claim.subject, {}).setdefault(
                None if claim.hedged else claim.value, claim
            )
    for change in changed:
        now = list(counted.get(change.subject, {}).values())
        if len(now) == 1 and not now[0].hedged:
            before = [*counted.get(f"{change.subject}_prior_year", {}).values()]
            yield from _compared(context, change, now[0], before[0] if len(before) == 1 else None)


def _compared(context: Context, change: Claim, now: Claim, said: Claim | None) -> Iterator[Outcome]:
    """Yield the outcome of a change, by last year's report, or else by what its sentence says."""
    cells = (now.address or "").split("+")
    operands = tuple(Operand(cell, 1) for cell in cells)
    before = None if context.before is None else total_of(now.address or "", context.before.values)
    if before is not None:
        operands += tuple(Operand(cell, -1, before=True) for cell in cells)
    elif said is not None and said.sentence_span == change.sentence_span and not said.hedged:
        before = said.value
    if before is None or now.value is None:
        return
    more = now.value - before
    computed = f"{now.value}-{before}"
    if change.unit == "%":
        fits = bool(before) and _rounds_to(_percent(more, before), change.value or 0)
        if before and not fits:
            computed = f"({computed})/{before}={_percent(more, before):.2f}%"
    else:
        fits = more == change.value
        computed += "" if fits else f"={more}"
    if fits or (now.scope is None and change.scope is None):
        verdict = Verdict.HOLDS if fits else Verdict.BROKEN
        unit = "%" if change.unit == "%" else ""
        yield Outcome(verdict, operands, f"{change.value}{unit}", computed, said=(change,))


RULES: tuple[Rule, ...] = (
    Rule(
        "TEXT.PERCENT",
        Severity.WARNING,
        _TABLES,
        Statement(
            "正文百分比与其分子分母一致（四舍五入）",
            "a percentage in the text is that of its two figures, rounded",
        ),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号：年度报告内容应真实、准确",
        ("R_QIDONG2023", "R_SH2019"),
        "verified",
        shares,
        Statement(
            "{subject}的占比，正文为 {left}，应为 {right}；原句：{sentence}",
            "share of {subject}: {left} in the text, {right} expected; the sentence: {sentence}",
        ),
        symbols="abs(text.pct - 100*text.n/text.denominator) <= 0.05*10^(1-decimals)",
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
            "{subject}的增减，正文为 {left}，由两年之数算得 {right}；原句：{sentence}",
            "change of {subject}: {left} in the text, {right} by the two years; "
            "the sentence: {sentence}",
        ),
        symbols="text.yoy == cur - prev",
    ),
)
"""The rules of shares and changes."""
