"""Find the claims of a report: figure by figure, each by the words around it in its sentence.

Most figures of a text count nothing that anybody compares. So a figure is looked at only when a
unit stands behind it, and an expression is tried only when its cue stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from govinfo.claims.binding import Draft, settled
from govinfo.claims.cues import cued
from govinfo.claims.parts import declared_parts
from govinfo.claims.pattern import Pattern
from govinfo.claims.patterns import FIGURES, NOTHING
from govinfo.claims.prose import Prose, introduction, proses
from govinfo.claims.quantities import (
    BARE,
    PRINTED,
    QUANTITY,
    counts,
    hedge_at,
    is_about,
    number,
    unit,
)
from govinfo.claims.years import Years
from govinfo.model import Claim, Report

__all__ = ["find_claims"]

_NEAR, _BEFORE, _BEHIND, _REST = 26, 48, 24, 64
"""The reach in characters of: a cue beside its figure; words before; behind; behind a denial."""
_DENIALS = ("未", "无", "無", "没", "沒")
_DENIED = frozenset("。(（有收发發产產出因被接受行政信结結需涉引上存")
"""What stands behind a word of denial that may deny an occurrence: not 未来, nor 无障碍."""
_CLAUSE = re.compile(r"[，,。；;！？]|\s*(?:\n|\Z)")


def _accepts(pattern: Pattern, measure: str) -> bool:
    """Whether the expression allows this unit behind the figure."""
    behind = re.split(r"(?<!\^)#", pattern.expression.pattern, maxsplit=1)[1]
    group = re.match(r"\(\?:(?:[^()]|\(\?:[^()]*\))*\)\??|.?", behind)
    return group is not None and re.fullmatch(group[0], measure) is not None


_NOTHING = cued(NOTHING)
_BY_PRINTED = {
    printed: cued(one for one in FIGURES if _accepts(one, measure))
    for printed, measure in PRINTED.items()
}
"""The patterns that a figure with such a unit may belong to, each with what stands beside it."""


def find_claims(report: Report) -> tuple[Claim, ...]:
    """Return the figures that the prose of a report states, in the order of the text."""
    claims, years = declared_parts(report, introduction(report)), Years(report)
    for prose in proses(report):
        drafts = [*_figures(prose), *_nothings(prose)]
        claims += settled(report, years, prose, sorted(drafts, key=attrgetter("start")))
    return tuple(claims)


def _figures(prose: Prose) -> Iterator[Draft]:
    """The figures of a piece of prose that a pattern reads."""
    far, behind = _BEFORE * prose.reach, _BEHIND * prose.reach
    done, sentence, named = prose.start, (0, 0), list[str]()
    for match in QUANTITY.finditer(prose.characters, prose.start, prose.end):
        printed = match["unit"]
        start, end = match.span()
        if not printed and prose.characters[start - 1] not in BARE:
            continue
        before = prose.words(max(done, start - far), start)
        done = end
        # From the unit on, because a gloss is known by the character it stands behind.
        after = prose.words(end - len(printed), min(end + behind, prose.end))
        likely = _BY_PRINTED[printed].within(f"{before[-_NEAR:]}#{after[: _NEAR // 2]}")
        if not likely:
            continue
        before, after = _last_sentence(before), after.partition("。")[0]
        hedge = hedge_at(before)
        if not counts(match, before, hedge):
            continue
        pattern = _first(likely, f"{before[:hedge]}#{after}", named if start < sentence[1] else [])
        value = number(match) if pattern else None
        if pattern is not None and value is not None:
            if start >= sentence[1]:
                sentence, named = prose.sentence(start), []
            named.append(pattern.subject)
            hedged = hedge < len(before) or bool(match["more"]) or is_about(after[len(printed) :])
            begin = (
                prose.characters.rfind(before[hedge], prose.start, start)
                if hedge < len(before)
                else start
            )
            yield Draft(pattern, value, unit(match) or None, begin, end, sentence, before, hedged)


def _nothings(prose: Prose) -> Iterator[Draft]:
    """The places in a piece of prose where it says that nothing of a kind occurred."""
    done = 0
    for start in _denials(prose):
        behind = (
            prose.words(start, min(start + _REST * prose.reach, prose.end)) if start >= done else ""
        )
        likely = _NOTHING.within(behind)
        if not likely:
            continue
        before = _last_sentence(prose.words(max(prose.start, start - _BEHIND * prose.reach), start))
        pattern = _first(likely, f"{before}#{behind.partition('。')[0]}", [])
        if pattern is not None:
            sentence = prose.sentence(start)
            clause = _CLAUSE.search(prose.characters, start + 1, sentence[1])
            done = clause.start() if clause else sentence[1]
            yield Draft(pattern, 0, pattern.unit, start, done, sentence)


def _last_sentence(words: str) -> str:
    """The part of these words that stands behind the last stop."""
    return words[max(words.rfind(stop) for stop in "。；;！") + 1 :]


def _denials(prose: Prose) -> list[int]:
    """Where words of denial stand, in the order of the text."""
    found, characters, last = [], prose.characters, prose.end - 1
    for word in _DENIALS:
        place = characters.find(word, prose.start, last)
        while place >= 0:
            if characters[place + 1] in _DENIED or characters[place + 1].isspace():
                found.append(place)
            place = characters.find(word, place + 1, last)
    return sorted(found)


def _first(patterns: list[Pattern], context: str, named: list[str]) -> Pattern | None:
    """The first of these patterns that matches, and needs no subject, or one that was named."""
    for pattern in patterns:
        if (
            not pattern.within or not pattern.within.isdisjoint(named)
        ) and pattern.expression.search(context):
            return pattern
    return None
