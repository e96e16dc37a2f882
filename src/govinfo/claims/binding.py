"""What a figure is tied to: a cell or a sum of cells, a figure before it, or nothing.

A claim has an address only when its sentence can mean nothing else: the figures of other years have
none, nor have parts of a figure of their own kind. Its scope says whom it is about; whoever
compares it must heed that.
"""

from __future__ import annotations

import re
from collections import Counter
from fnmatch import fnmatchcase
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from attrs import define, evolve, field

from govinfo.claims.pattern import Pattern
from govinfo.claims.prose import Prose
from govinfo.claims.years import OTHER_YEARS, Years
from govinfo.figures import Number
from govinfo.forms import form_by_id
from govinfo.model import Claim, Report
from govinfo.spans import Span

__all__ = ["Draft", "settled"]


class Draft(NamedTuple):
    """A figure that a pattern has read, and where it stands in the text."""

    pattern: Pattern
    value: Number
    unit: str | None
    start: int
    end: int
    sentence: tuple[int, int]
    before: str = ""
    """The words before it, from the figure before in the sentence."""
    hedged: bool = False


# One set of first characters for all of them, each then looked back at: so the search is fast.
_SCOPE = re.compile(
    r"""
    [本全各县区市省]
    (?: (?<=本)(?: 级 | 机关 | 单位 | 部门 )                 # the office itself
    |   (?<=全)(?: [市省县区镇乡州局] | 系统 )               # all that is below it
    |   (?<=各)                                              # each of some kind
        (?: 级 | 乡镇 | 县区 | 区县 | 镇街 | 街道 | 部门 | 单位 | 处室 | 科室 )
    |   (?<=[县区市省])直(?: 各?(?: 单位 | 部门 ) )?         # those directly below a government
    )
    """,
    re.VERBOSE,
)
_ABOUT_DISCLOSURE = re.compile(r"(?:信息公开|依申请|政务公开)[^，,；;#]{0,30}(?:复议|诉讼)")
_FOR_OTHERS = re.compile(r"指导|协助|督促|代为|转交|转办|移交|公开属性")
_PROCEEDINGS = ("reconsideration", "litigation")
_COMPARED = re.compile(r"同比|相比|[比较](?:上|去|前|往|同|20)|上一?年|去年")
_BEHIND_ITS_NUMERATOR = re.compile(r"[、，,（(]*(?:约)?占")
_COUNTED_IN = re.compile(r"制发(?:文件|件数)?栏目?|计入|统计在内|纳入统计")
_BEGINS_ANEW = re.compile(r"[，,](?=20\d\d年)")
"""Where a sentence turns to the figures of a year, what it said of others before is over."""
_REACH = 200
_PARTS = {
    "information_total": {
        "proactive_disclosures",
        "information_on_request",
        "information_not_disclosed",
        "part",
        "part_other",
    },
    "proactive_disclosures": {"part", "part_other"},
}
"""Of which figures another one may be the sum."""


def settled(report: Report, years: Years, prose: Prose, drafts: list[Draft]) -> list[Claim]:
    """Return the claims that these figures make, each seen in its sentence."""
    claims: list[Claim] = []
    for sentence, own in groupby(drafts, key=attrgetter("sentence")):
        place = report.text.source_span(*prose.trimmed(*sentence))
        seen = _Seen(report, years, prose, place)
        words, done = "", sentence[0]
        for draft in own:
            begin = max(done, draft.start - _REACH * prose.reach)
            words, done = f"{words}{prose.words(begin, draft.start)}#", draft.end
            _add(seen, draft, words)
        claims += (
            _with_sums(_unsure(seen.claims, words), words) if len(seen.claims) > 1 else seen.claims
        )
    return claims


@define
class _Seen:
    """What is known of a sentence while its figures are looked at, one after the other."""

    report: Report
    years: Years
    prose: Prose
    place: Span
    claims: list[Claim] = field(factory=list)
    ends: list[int] = field(factory=list)
    """Where the figures behind the claims end."""


def _add(seen: _Seen, draft: Draft, words: str) -> None:
    """Add the claim that a figure makes to those before it in the sentence, if it makes one."""
    pattern, claims = draft.pattern, seen.claims
    year = seen.years.ending(words) if not pattern.subject.startswith("requests_carried") else ""
    subject, value = pattern.subject, draft.value
    if pattern.kind == "percent" and subject == "share":
        subject = _numerator(seen, draft)
    elif pattern.kind == "change":
        if not _COMPARED.search(words):
            return
        value = -value if subject == "decrease" else value
        subject, year = _changed(claims), ""
    elif subject == "the_same":
        subject = _changed(claims)
        if subject == "change" or not year:
            return
    scopes = _SCOPE.findall(_BEGINS_ANEW.split(words)[-1])
    scope = scopes[-1] if scopes else None
    bound = (
        pattern.address is not None
        and not year
        and _means_it(pattern, words)
        and not _is_part(claims, subject, scope)
    )
    seen.ends.append(draft.end)
    claims.append(
        Claim(
            kind=pattern.kind,
            value=value,
            unit=draft.unit,
            hedged=draft.hedged,
            subject=subject + year,
            address=_cells(pattern.address, seen.report.form.id)
            if bound and pattern.address
            else None,
            scope=scope,
            span=seen.report.text.source_span(draft.start, draft.end),
            sentence_span=seen.place,
        )
    )


def _numerator(seen: _Seen, draft: Draft) -> str:
    """The subject of the figure that stands directly before its share; `share` where none does."""
    if (
        seen.claims
        and seen.claims[-1].kind != "percent"
        and _BEHIND_ITS_NUMERATOR.match(draft.before)
    ):
        between = seen.prose.words(seen.ends[-1], draft.start)
        if between.startswith(draft.before) and len(between) <= len(draft.before):
            return seen.claims[-1].subject
    return "share"


def _changed(claims: list[Claim]) -> str:
    """Return the subject of what has changed.

    It is that of the figure of another year before it, or else the only one of the sentence.
    """
    counted = [claim.subject for claim in claims if claim.kind in {"count", "none_occurred"}]
    for ending in OTHER_YEARS:
        if counted and counted[-1].endswith(ending):
            return counted[-1].removesuffix(ending)
    return counted[0] if len(counted) == 1 else "change"


def _means_it(pattern: Pattern, words: str) -> bool:
    """Whether a figure can only be the table's.

    An office may also decide the cases of others, and help others to answer.
    """
    if pattern.subject.startswith(_PROCEEDINGS):
        return pattern.kind != "count" or _ABOUT_DISCLOSURE.search(words) is not None
    return _FOR_OTHERS.search(words) is None


def _is_part(claims: list[Claim], subject: str, scope: str | None) -> bool:
    """Whether the sentence has given this figure before: then this one is a part or another's."""
    return any(
        claim.subject == subject and claim.scope == scope and claim.kind == "count"
        for claim in claims
    )


@cache
def _cells(address: str, form_id: str) -> str | None:
    """Return the cells of an address in a form; `None` if the form lacks one of them.

    A beginning of rows is written out as all rows that begin so.
    """
    form = form_by_id(form_id)
    cells: list[str] = []
    for cell in address.split("+"):
        found = (
            [known for known in form.addresses if fnmatchcase(known, cell)]
            if "*" in cell
            else [cell]
        )
        if not found or any(one not in form.positions for one in found):
            return None
        cells += found
    return "+".join(cells)


def _unsure(claims: list[Claim], words: str) -> list[Claim]:
    """Return the claims of a sentence, without the cells of those that could be parts.

    They could be where the sentence has several of one kind and names none as a part.
    """
    if "其中" in words:
        return claims
    kinds = Counter((claim.subject, claim.scope) for claim in claims if claim.kind == "count")
    return [
        evolve(claim, address=None)
        if claim.address and kinds[claim.subject, claim.scope] > 1
        else claim
        for claim in claims
    ]


def _with_sums(claims: list[Claim], words: str) -> list[Claim]:
    """Return the claims of a sentence, with those marked that come with their parts.

    Where two of them are added, their sum is one more claim.
    """
    subjects = [claim.subject for claim in claims]
    for index, claim in enumerate(claims):
        parts = _PARTS.get(claim.subject, ())
        if claim.kind == "count" and sum(subject in parts for subject in subjects[index + 1 :]) > 1:
            claims[index] = evolve(claim, kind="sum")
    if "normative_documents_recognised" in subjects and "normative_documents_issued" in subjects:
        return _with_recognised(claims, subjects, words)
    return claims


def _with_recognised(claims: list[Claim], subjects: list[str], words: str) -> list[Claim]:
    """Add up documents made and documents found to be of their kind, where the sentence says so.

    The table has the sum.
    """
    made, found = (
        subjects.index("normative_documents_issued"),
        subjects.index("normative_documents_recognised"),
    )
    cell, issued, recognised = claims[made].address, claims[made], claims[found]
    claims[made] = evolve(issued, address=None)
    if (
        cell is None
        or not _COUNTED_IN.search(words)
        or issued.value is None
        or recognised.value is None
    ):
        return claims
    span = Span(issued.span.start, max(issued.span.end, recognised.span.end))
    total = evolve(issued, kind="sum", value=issued.value + recognised.value, span=span)
    return [*claims[: found + 1], total, *claims[found + 1 :]]
