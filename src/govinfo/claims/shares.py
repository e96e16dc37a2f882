"""A number that is a share, a change, or what a year before had."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from attrs import evolve

from govinfo.claims.counts import count, finished
from govinfo.claims.readings import Around, FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import Sentence
from govinfo.claims.words import is_skipped

__all__ = ["change", "compared", "share"]

_TOTAL = frozenset({"share", "request", "application", "receive", "accept", "answer", "settle"})
"""What a share of all requests may name; any other word names another whole."""
_WITHOUT_SHARE = frozenset({"readership", "visit", "survey"})
"""Things that nothing which reports must count is a share of."""
_AHEAD_TOKENS = 6
"""So many tokens behind a figure to compare with the change may stand."""
_YEAR = re.compile(r"20\d\d")
_NOT_LAST = re.compile("前年|往年|环比")
"""With what a sentence compares if it is not the year before."""


def compared(sentence: Sentence, token: Token) -> FigureReading | None:
    """Return the figure of the year before, with which the last figure is compared."""
    counted = [one for one in sentence.readings if one.kind == "count"]
    if not counted or counted[-1].time:
        return None
    last, ahead = counted[-1], _change_ahead(sentence)
    between = [one for one in sentence.tokens if last.value.end <= one.start < token.start]
    several = len(counted) > 1 or any(one.kind == "number" for one in between)
    if several and ahead is not None:
        # 收到9件，其中自然人7件，较上年5件增加4件 compares what came.
        fitting = [one for one in counted if _is_change(one.value, token, ahead)]
        if not fitting:
            return None
        last = fitting[-1]
    time = _year_compared(sentence)
    return evolve(last, value=token, time=time, loose=True, whole=None, opens=False)


def _change_ahead(sentence: Sentence) -> Token | None:
    """Return the next number of a sentence, if it says how much more or less there is."""
    tokens, less = sentence.tokens[sentence.index + 1 :], False
    for before, one in pairwise(tokens[:_AHEAD_TOKENS]):
        less = less or before.id == "less"
        if one.kind == "number" and one.value is not None:
            return one._replace(value=-one.value) if less else one
    return None


def _is_change(now: Token, before: Token, change: Token) -> bool:
    """Whether a change is that from one number to another, in full or in percent."""
    if now.value is None or before.value is None or change.value is None:
        return False
    more = now.value - before.value
    if change.unit != "%":
        return more == change.value
    percent = Decimal(100 * more) / Decimal(before.value) if before.value else None
    return percent is not None and abs(percent - Decimal(change.value)) < 1


def _year_compared(sentence: Sentence) -> str:
    """Return which year a sentence compares with: the one before, or another."""
    named = _YEAR.search(sentence.compared_with)
    if named is not None and sentence.year is not None:
        return "_prior_year" if int(named[0]) == sentence.year - 1 else "_other_year"
    return "_other_year" if _NOT_LAST.search(sentence.compared_with) else "_prior_year"


def change(sentence: Sentence, around: Around, *, less: bool) -> FigureReading | None:
    """Return how much more or less than before there was of the last thing counted."""
    if not sentence.has_compared or any(one.id == "share" for one in around.near):
        return None
    counted = [one for one in sentence.readings if one.kind in {"count", "none_occurred"}]
    what = counted[-1] if counted and (counted[-1].time or len(counted) == 1) else None
    token = around.number
    read = {one.value.start for one in sentence.readings}
    if what is not None and any(
        one.kind == "number" and what.value.end <= one.start < token.start and one.start not in read
        for one in sentence.tokens
    ):
        # A number that counts nothing known stands between.
        what = None
    if any(one.kind == "way" for one in around.near):
        # 收到申请9件，网络申请同比增长80%
        what = None
    if less and token.value is not None:
        token = token._replace(value=-token.value)
    if what is None:
        if token.unit == "位":
            return None
        return FigureReading("change", token, "change", scope=sentence.frame.scope)
    time = _year_compared(sentence).replace("_prior_year", "")
    return FigureReading("change", token, what.subject, time=time, scope=what.scope, whole=what)


def share(sentence: Sentence, around: Around, last: FigureReading | None) -> FigureReading | None:
    """Return what part of a whole something is; of what stands before it, if that is named."""
    near, token = around.near, around.number
    place = next((place for place, one in enumerate(near) if one.id == "share"), None)
    if place is None:
        tail = around.tail
        if tail is not None and tail.id == "answer_rate" and sentence.frame.thing == "request":
            rate = FigureReading("percent", token, "requests_answered_rate", "answer_rate")
            return finished(sentence, rate, near)
        if tail is None or tail.id != "full_text":
            return None
        rate = FigureReading("percent", token, "full_text_rate", "full_text")
        return finished(sentence, rate, near)
    first = near[:place]
    named = [one for one in first if not is_skipped(one)]
    reading = FigureReading("percent", token, "share", scope=sentence.frame.scope)
    if not named and last is not None and last.kind != "percent":
        reading.subject, reading.scope, reading.time = last.subject, last.scope, last.time
        if all(is_skipped(one) or one.id in _TOTAL for one in near[place:]):
            reading.whole = last
    elif any(one.id in _WITHOUT_SHARE for one in named):
        return None
    elif named and not any(one.kind == "other" for one in first):
        found = count(sentence, Around(token._replace(unit="件"), first, []))
        if found is not None and not found.subject.startswith("part"):
            return evolve(found, kind="percent", value=token, loose=True, whole=None)
    return reading
