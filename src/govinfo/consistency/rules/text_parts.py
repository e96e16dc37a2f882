"""Totals in prose with their parts, and the number of parts that a report announces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.claims.subjects import KINDS, PARTS
from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.operands import COUNTED, ENDINGS, OUTCOMES
from govinfo.forms import FORMS, forms_with
from govinfo.forms.labels import label_key, number_of_heading
from govinfo.parts import Claim
from govinfo.spans import Span

__all__ = ["RULES", "declared_parts", "parts_and_sums"]

_TABLES = forms_with("requests")
_WAYS = ("requests_received_", "requests_from_")
_REQUESTS = frozenset({"requests_received", "requests_handled"})
_FEW_DOUBLE = 20
"""Information may be of two kinds, but hardly more than one piece in so many."""
_BELOW = re.compile(r"各|[县区市省]直")
"""Scopes within the one that a report is about."""
_NUMERALS = "零一二三四五六七八九十"


def parts_and_sums(context: Context) -> Iterator[Outcome]:
    """正文总数与其构成之和一致: of lists that were read to their end, with exact numbers alone."""
    claims = context.report.claims
    parts: dict[Span, list[Claim]] = {}
    for claim in claims:
        if claim.refers_to is not None and claim.kind in COUNTED:
            parts.setdefault(claim.refers_to, []).append(claim)
    for whole in claims:
        if whole.kind in COUNTED and not whole.hedged and whole.span in parts:
            yield from _added(whole, parts[whole.span])
    # What only some of the bodies disclosed is no more than what all of them did.
    stated = [
        one for one in claims if one.subject == KINDS[0] and one.kind in COUNTED and not one.hedged
    ]
    totals = {one.value for one in stated if one.scope is None}
    for claim in stated if len(totals) == 1 else ():
        if claim.scope is not None and _BELOW.match(claim.scope):
            (total,) = totals
            if claim.value is not None and total is not None and claim.value > total:
                more = str(claim.value)
                yield Outcome(
                    Verdict.BROKEN, (), total, more, reason="part_of_total", said=(claim,)
                )


def _added(whole: Claim, listed: list[Claim]) -> Iterator[Outcome]:
    """What comes of a total and its parts: all 公开属性, kinds of information, or ways to apply."""
    kinds = [claim for claim in listed if _subject(claim) in KINDS]
    if whole.subject.startswith("information_total"):
        if sorted(map(_subject, kinds)) == sorted(KINDS):
            yield from _summed(whole, kinds, complete=True, exclusive=True)
        return
    parts = [claim for claim in listed if _subject(claim) in PARTS]
    ends = next((n for n, one in enumerate(parts, 1) if _subject(one) == "part_other"), len(parts))
    if sum(one.value or 0 for one in parts[:ends]) == whole.value:
        # Behind 其他 a list is at its end: what follows is counted for itself.
        parts = parts[:ends]
    if whole.closed and len(parts) > 1:
        # What is counted between the parts under a name of its own may be a part as well.
        alone = listed[: listed.index(parts[-1])] == parts[:-1]
        complete = alone and _subject(parts[-1]) == "part_other"
        yield from _summed(whole, parts, complete=complete)
    for prefix in _WAYS if whole.subject in _REQUESTS else ():
        # 其中信函申请3件。从申请人看，公民9件 divides the same requests twice.
        ways = [claim for claim in listed if claim.subject.startswith(prefix)]
        if whole.closed and len(ways) > 1:
            yield from _summed(whole, ways, complete=False, exclusive=True)
    outcomes = [claim for claim in listed if claim.subject in OUTCOMES]
    if whole.closed and len(outcomes) > 1 and whole.subject == "requests_answered":
        yield from _summed(whole, outcomes, complete=False, exclusive=True)


def _summed(
    whole: Claim, parts: list[Claim], *, complete: bool, exclusive: bool = False
) -> Iterator[Outcome]:
    """Compare a total with the sum of its parts.

    Some may be missing if they are not complete, and a few counted twice if they are not exclusive.
    """
    values = [claim.value for claim in parts if claim.value is not None and not claim.hedged]
    scopes = {claim.scope for claim in (whole, *parts)}
    if whole.value is None or len(values) < len(parts) or len(scopes) > 1:
        return
    total = sum(values)
    found = Outcome(
        Verdict.HOLDS, (), whole.value, "+".join(map(str, values)), said=(whole, *parts)
    )
    excess = total - whole.value
    if not excess:
        yield found
    elif excess < 0:
        if complete:
            yield found._replace(verdict=Verdict.BROKEN)
    elif exclusive or excess * _FEW_DOUBLE > whole.value:
        yield found._replace(verdict=Verdict.BROKEN)
    else:
        yield found._replace(verdict=Verdict.UNASSESSABLE, reason="kinds")


def _subject(claim: Claim) -> str:
    """Return the subject of a claim, of whatever year it is."""
    for ending in ENDINGS:
        if claim.subject.endswith(ending):
            return claim.subject.removesuffix(ending)
    return claim.subject


def declared_parts(context: Context) -> Iterator[Outcome]:
    """前言所称部分数与实际一致; a part that the form does not know is no part that is missing."""
    declared = next(
        (claim for claim in context.report.claims if claim.subject == "declared_parts"), None
    )
    if declared is None or not isinstance(declared.value, int):
        return
    # Of the headings that no form has, 一、收费情况 in part six has no number above those before.
    own, found, last = {part.id for part in context.report.form.sections}, set[str](), 0
    for part in context.report.sections:
        number = number_of_heading(label_key(part.title)) or 0
        if part.id in own or not number or number > last:
            found.add(part.id)
        last = max(last, number)
    actual, whole = len(found), len(own)
    outcome = Outcome(Verdict.HOLDS, (), declared.value, actual, said=(declared,))
    # A line may begin with the numeral of a part that the form does not have.
    heading, is_there = r"(?:^|\n|。)[^\S\n]*+{}\s*、", False
    if whole < declared.value < len(_NUMERALS):
        pattern = heading.format(_NUMERALS[declared.value])
        is_there = re.search(pattern, context.report.text.characters) is not None
    if declared.value == actual or is_there:
        yield outcome
    elif actual < whole:
        yield outcome._replace(verdict=Verdict.UNASSESSABLE, reason="reader")
    else:
        yield outcome._replace(verdict=Verdict.BROKEN)


RULES: tuple[Rule, ...] = (
    Rule(
        "TEXT.PARTS",
        Severity.WARNING,
        tuple(form.id for form in FORMS),
        Statement(
            "正文总数与其构成之和一致", "a total in the text is the sum of the parts given with it"
        ),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号：年度报告内容应真实、准确",
        ("DERIVED",),
        "derived",
        parts_and_sums,
        Statement(
            "{subject}为 {left}，各项为 {right}；原句：{sentence}",
            "{subject}: {left} in all, {right} by parts; the sentence: {sentence}",
        ),
        symbols="text.total == sum(text.parts)",
    ),
    Rule(
        "TEXT.SECTION_COUNT",
        Severity.WARNING,
        _TABLES,
        Statement(
            "前言所称部分数与实际一致", "the report has as many parts as its introduction says"
        ),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号印发的格式",
        ("R_QIDONG2023", "R_TAIPING2023", "DERIVED"),
        "derived",
        declared_parts,
        Statement(
            "前言称 {left} 个部分，实际 {right} 个；原句：{sentence}",
            "{left} parts announced, {right} found; the sentence: {sentence}",
        ),
        symbols="text.declared_sections == len(sections)",
    ),
)
"""The rules of sums and parts in prose."""
