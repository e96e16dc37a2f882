"""What a sentence says did not occur: 未收到…申请, 没有…, …情况：无, 均为0."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.claims.scanner import Token
from govinfo.claims.sentence import (
    Reading,
    Sentence,
    is_adverb,
    is_request,
    is_skipped,
    names_disclosure,
)
from govinfo.claims.subjects import subject_of

__all__ = ["denial_at"]

_FEES = frozenset({"fee", "processing_fee"})
_CASES = frozenset({"reconsideration", "lawsuit", "proceedings"})
_RECEIVING = frozenset({"receive", "accept", "new", ""})
_CARRIED = frozenset({"carried_over", "carried_forward"})
_DENIED_EVENTS = _RECEIVING | _CARRIED | {"occur", "make", "collect", "invite"}
"""Events that a denial of the thing itself may name; any other denies only some of it."""
_WITHIN = '、“”"'
_NOTHING = "无均为暂"
"""The first characters of words of denial that may stand behind their thing."""


def denial_at(sentence: Sentence, index: int) -> Reading | None:
    """Read a denial up to the end of its clause, and return what it denies, if that is known.

    The tokens of the denial count as read, unless a number stands among them.
    """
    token, rest = sentence.tokens[index], _rest(sentence, index)
    sentence.done = index + 1
    if any(one.kind == "number" for one in rest):
        sentence.near.append(token)
        return None
    before = sentence.near
    sentence.done += len(rest)
    if names_disclosure([*before, *rest]):
        sentence.frame.about = True
    thing, event = _denied(sentence, token, rest)
    sentence.take_time(before)
    if thing:
        sentence.frame.thing = thing
    subject = _subject(thing, event)
    if not subject or sentence.frame.time == "_plan":
        sentence.near = []
        return None
    unit, end = "元" if thing in _FEES else "件", rest[-1].end if rest else token.end
    value = token._replace(value=0, unit=unit, end=end)
    reading = Reading("none_occurred", value, subject, thing, event)
    for name, wanted in (("thing", thing), ("event", event)):
        words = [one.text for one in [*before, *rest] if wanted and one.id == wanted]
        reading.words |= {name: words[-1]} if words else {}
    return reading


def _rest(sentence: Sentence, index: int) -> list[Token]:
    """Return the tokens behind a word of denial, up to the end of its clause."""
    rest: list[Token] = []
    for token in sentence.tokens[index + 1 :]:
        if token.kind == "stop" and token.text not in _WITHIN:
            break
        rest.append(sentence.as_event(token))
    return rest


def _subject(thing: str, event: str) -> str:
    """Return what did not occur; empty if only some of it did not."""
    if thing == "request":
        if event in _CARRIED:
            return subject_of("request", event)
        return "requests_received" if event in _RECEIVING else ""
    return subject_of(thing, "occur") if thing in _CASES | _FEES else ""


def _denied(sentence: Sentence, token: Token, rest: list[Token]) -> tuple[str, str]:
    """Return the thing and the event of which nothing occurred; empty if it is anything else."""
    content = [one for one in rest if not is_skipped(one)]
    if not content:
        before = [one for one in sentence.near if not is_skipped(one) and one.kind != "time"]
        unknown = any(one.kind == "other" for one in before)
        known = token.text[0] in _NOTHING and not unknown
        return (_thing(sentence, before) if known else ""), ""
    events = [one.id for one in content if one.kind == "event"]
    denies_some = any(_narrows(sentence, one) for one in content)
    if token.id == "zero" or denies_some or not _DENIED_EVENTS.issuperset(events):
        return "", ""
    thing, event = _thing(sentence, content), events[0] if events else ""
    if event in _CARRIED:
        named = any(one.kind == "thing" for one in content)
        return ("request", event) if thing == "request" or not named else ("", "")
    if event == "collect" and thing not in _FEES:
        return "", ""
    return thing, event


def _narrows(sentence: Sentence, token: Token) -> bool:
    """Whether a word makes a denial one of some things only."""
    if token.kind == "way":
        return sentence.scanner.ways[token.id].of != "applicant"
    return token.kind == "mark" or (token.kind in {"other", "apart"} and not is_adverb(token))


def _thing(sentence: Sentence, content: Sequence[Token]) -> str:
    """Return the one thing that the words of a denial name; empty if there are others."""
    things = [one.id for one in content if one.kind == "thing"]
    if "proceedings" in things or {"reconsideration", "lawsuit"} <= set(things):
        return "proceedings"
    if "processing_fee" in things:
        return "processing_fee"
    if not things or not {*things[:-1]} <= {"request", "application", "information", things[-1]}:
        return ""
    if things[-1] != "application":
        return things[-1]
    last = next(one for one in reversed(content) if one.id == "application")
    requested = sentence.frame.thing in {"", "request", "application"}
    return "request" if requested and is_request(last, content) else ""
