"""Find the claims of a report: figure by figure, each by the words around it in its sentence.

Most figures of a text count nothing that anybody compares. So a figure is looked at only when a unit stands behind it,
and an expression is tried only when its cue stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from govinfo.claims.binding import Draft, settled
from govinfo.claims.parts import declared_parts
from govinfo.claims.pattern import Pattern
from govinfo.claims.patterns import FIGURES, NOTHING
from govinfo.claims.prose import Prose, introduction, proses
from govinfo.claims.quantities import PRINTED, QUANTITY, counts, hedge_at, is_about, number, unit
from govinfo.claims.years import Years
from govinfo.model import Claim, Report

__all__ = ["find_claims"]

_BEFORE, _BEHIND, _REST = 64, 28, 64
"""How many characters before and behind a figure, and behind a word of denial, say what it is about."""
_DENIALS = ("未", "无", "無", "没", "沒")
_DENIED = frozenset("。(（有收发發产產出因被接受行政信结結需涉引上存")
"""What stands behind a word of denial that may deny an occurrence: not 未来, nor 无障碍."""
_CLAUSE = re.compile(r"[，,。；;！？]|\s*(?:\n|\Z)")


def _accepts(pattern: Pattern, measure: str) -> bool:
    """Whether the expression allows this unit behind the figure."""
    behind = re.split(r"(?<!\^)#", pattern.expression.pattern, maxsplit=1)[1]
    group = re.match(r"\(\?:(?:[^()]|\(\?:[^()]*\))*\)\??|.?", behind)
    return group is not None and re.fullmatch(group[0], measure) is not None


_Cued = tuple[tuple[str, Pattern], ...]


def _cued(patterns: Iterable[Pattern]) -> _Cued:
    return tuple((cue, pattern) for pattern in patterns for cue in pattern.cue.split("|"))


_NOTHING = _cued(NOTHING)
_MAY_OCCUR = re.compile("|".join(sorted({cue for cue, _ in _NOTHING})))
_BY_PRINTED: dict[str, _Cued] = {
    printed: _cued(one for one in FIGURES if _accepts(one, measure)) for printed, measure in PRINTED.items()
}
"""The patterns that a figure with such a unit may belong to, each with what must stand beside it."""


def find_claims(report: Report) -> tuple[Claim, ...]:
    """Return the figures that the prose of a report states, in the order of the text."""
    claims, years = declared_parts(report, introduction(report)), Years(report)
    for prose in proses(report):
        drafts = [*_figures(prose), *_nothings(prose)]
        claims += settled(report, years, prose, sorted(drafts, key=attrgetter("start")))
    return tuple(claims)


def _figures(prose: Prose) -> Iterator[Draft]:
    """The figures of a piece of prose that a pattern reads."""
    reach, done = prose.reach, prose.start
    sentence, named = (0, 0), list[str]()
    for match in QUANTITY.finditer(prose.characters, prose.start, prose.end):
        patterns = _BY_PRINTED.get(match["unit"])
        if not patterns:
            continue
        start, end = match.span()
        before = prose.before(max(done, start - _BEFORE * reach), start)
        if not counts(match, before):
            continue
        done = end
        hedge = hedge_at(before)
        # From the unit on, because a gloss is known by the character it stands behind.
        behind = prose.behind(match.start("unit"), end + _BEHIND * reach)
        pattern = _first(patterns, f"{before[:hedge]}#{behind}", named if start < sentence[1] else [])
        value = number(match) if pattern else None
        if pattern is not None and value is not None:
            if start >= sentence[1]:
                sentence, named = prose.sentence(start), []
            measure = unit(match)
            hedged = hedge < len(before) or bool(match["more"]) or is_about(behind[len(measure) :])
            named.append(pattern.subject)
            begin = prose.characters.rfind(before[hedge], prose.start, start) if hedge < len(before) else start
            yield Draft(pattern, value, measure or None, begin, end, sentence, before, hedged)


def _nothings(prose: Prose) -> Iterator[Draft]:
    """The places in a piece of prose where it says that nothing of a kind occurred."""
    done = 0
    for start in _denials(prose):
        if start < done:
            continue
        behind = prose.behind(start, start + _REST * prose.reach)
        if not _MAY_OCCUR.search(behind):
            continue
        context = f"{prose.before(max(prose.start, start - _BEHIND * prose.reach), start)}#{behind}"
        pattern = _first(_NOTHING, context, [])
        if pattern is not None:
            sentence = prose.sentence(start)
            clause = _CLAUSE.search(prose.characters, start + 1, sentence[1])
            done = clause.start() if clause else sentence[1]
            yield Draft(pattern, 0, pattern.unit, start, done, sentence)


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


def _first(patterns: _Cued, context: str, named: list[str]) -> Pattern | None:
    """The first pattern that matches."""
    for cue, pattern in patterns:
        if cue in context and pattern.expression.search(context) and _fits(pattern, named):
            return pattern
    return None


def _fits(pattern: Pattern, named: list[str]) -> bool:
    """Whether the sentence has named before what the figure is a part of, if it is one."""
    return not pattern.within or not set(pattern.within).isdisjoint(named)
