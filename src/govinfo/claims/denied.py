"""What the words of a denial deny: which thing, and what did not happen to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govinfo.claims.lexicon import ACTS, CARRIED, CONJUNCTIONS, REQUESTS
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import Sentence
from govinfo.claims.words import end_of_ways, is_adverb, is_noun, is_request, is_skipped

__all__ = ["CASES", "COMES_IN", "FEES", "denied", "is_of_other_work"]

FEES = frozenset({"fee", "processing_fee"})
CASES = frozenset({"reconsideration", "lawsuit", "proceedings"})
_REQUESTED = REQUESTS | {""}
"""What a sentence may have named where nothing else is carried to another year."""
_ITEMS = frozenset({"事项", "办件"})
"""Words for what is carried to another year, beside those for requests."""
COMES_IN = frozenset({"receive", "accept", "new", ""})
_MADE_OR_CHANGED = frozenset({"issue", "publish", "amend", "repeal"})
"""What a denial that rules or normative documents were issued may name besides."""
_WITH_RECEIVING = frozenset({"handle", "answer"})
"""What happens to requests once they have come: none came, so none was handled.

Behind 未发生 it is what might have led to a case.
"""
_DENIED_EVENTS = COMES_IN | CARRIED | {"occur", "make", "collect", "invite"}
"""Events that a denial of the thing itself may name; any other denies only some of it."""
_ORGANISATIONS = frozenset({"社会组织", "其他组织", "法人、组织"})
"""Words for applicants that are no persons."""
_BODIES = frozenset({"business", "research", "public_interest", "legal_service", "organisation"})
"""Kinds of applicants that are no persons."""
_HAPPENING = frozenset({"occur", "receive", "collect"})
"""Events that may stand alone behind a denial, its things before it: 行政复议均未发生."""
_WORK = frozenset({"工作", "方面", "事项", "案件", "问题"})
"""Words behind the name of a field of work, or of what happened in it."""
_NOTHING = "无均为暂"
"""The first characters of words of denial that may stand behind their thing."""


def denied(sentence: Sentence, token: Token, rest: list[Token]) -> tuple[str, str]:
    """Return the thing and the event of which nothing occurred; empty if it is anything else."""
    content = _content(sentence, rest)
    if all(one.id in _HAPPENING for one in content):
        before = [one for one in sentence.near if not is_skipped(one) and one.kind != "time"]
        unknown = any(one.kind == "other" for one in before)
        known = (token.text[0] in _NOTHING or bool(content)) and not unknown
        return (_thing(sentence, before) if known else ""), ""
    thing = _thing(sentence, content)
    events = [one.id for one in content if one.kind == "event"]
    if "receive" in events or events[:1] == ["occur"]:
        events = [one for one in events if one not in _WITH_RECEIVING]
    if thing in ACTS and "issue" in events and _MADE_OR_CHANGED.issuperset(events):
        events = ["issue"]
    event = events[0] if events else ""
    not_denied = (thing, events) == ("information", ["deny"])
    known = _DENIED_EVENTS.issuperset(events) or events == ["issue"] or not_denied
    if token.id == "zero" or not known or _denies_some(sentence, thing, content, rest):
        return "", ""
    if event in CARRIED:
        named = any(one.kind == "thing" and one.text not in _ITEMS for one in content)
        requested = thing == "request" or (sentence.frame.thing in _REQUESTED and not named)
        return ("request", event) if requested else ("", "")
    return ("", "") if event == "collect" and thing not in FEES else (thing, event)


def _content(sentence: Sentence, rest: list[Token]) -> list[Token]:
    """Return the words of a denial that mean something, up to a second thing.

    通过邮件、来信等方式 leaves no way out, unless the sentence names others behind it. What was not
    issued, is not so whatever else was not: 未出台规范性文件和重大政策.
    """
    end = end_of_ways(rest)
    starts = [place for place, one in enumerate(rest[:end]) if one.text == "通过"]
    if starts and all(one.kind != "way" for one in sentence.tokens[sentence.done :]):
        rest = rest[: starts[0]] + rest[end:]
    content = [one for one in rest if not is_skipped(one)]
    for place, token in enumerate(content):
        before = [one.id for one in content[:place]]
        # 无依申请公开和不予公开的信息
        asked = token.id == "deny" and before[-1:] == ["request"]
        issued = before == ["issue", "normative_document"]
        if asked or (issued and token.kind == "other" and not is_adverb(token)):
            return content[:place]
    return content


def _denies_some(
    sentence: Sentence, thing: str, content: Sequence[Token], rest: Sequence[Token]
) -> bool:
    """Whether words make a denial one of some things only, or of some applicants."""
    if thing in FEES and [one.text for one in rest[-2:-1]] == ["任何"]:
        # 复印、邮寄等任何费用 leaves no fee out.
        return False
    for one in content:
        unknown = one.kind in {"other", "apart"} and not is_adverb(one)
        of_some = one.kind == "way" and sentence.scanner.ways[one.id].of != "applicant"
        if unknown or of_some or one.kind == "mark":
            return True
    asked = [place for place, one in enumerate(content) if one.id in REQUESTS]
    if thing == "request":
        # 无申请超期, and 没有申请逾期的情况
        behind = content[asked[-1] + 1 :] if asked else ()
        others = any(one.kind == "event" and one.id not in _DENIED_EVENTS for one in behind)
        unlike = any(one.kind == "other" and one.text[0] == "不" for one in content)
        if others or unlike or any(one.kind == "other" for one in behind):
            return True
    # Organisations are only some of the applicants.
    applicants = {one.id for one in rest if one.kind == "way"}
    people = [one.text for one in rest if one.id == "people" and one.text not in _ORGANISATIONS]
    bodies = any(one.id == "bodies" or one.text in _ORGANISATIONS for one in rest)
    everyone = "natural_person" in applicants or bool(people)
    return (bodies or not applicants.isdisjoint(_BODIES)) and not everyone


def is_of_other_work(before: Sequence[Token]) -> bool:
    """Whether the words before a denial name work other than disclosure, as in 行政执法工作无…."""
    names = [place for place, one in enumerate(before) if is_noun(one)]
    return any(before[place + 1 : place + 2] and before[place + 1].text in _WORK for place in names)


def _thing(sentence: Sentence, content: Sequence[Token]) -> str:
    """Return the one thing that the words of a denial name; empty if there are others."""
    things = [one.id for one in content if one.kind == "thing"]
    if len(things) > 1 and content[-1].text in _WORK and things[-2] in CASES:
        things.pop()
    if not CASES.isdisjoint(things) and things[-1] in CASES | {"complaint"}:
        things = [one for one in things if one != "complaint"]
    pairs = pairwise(sentence.tokens)
    listed = any(one.id in REQUESTS and two.text in CONJUNCTIONS for one, two in pairs)
    if listed and things and things[-1] == "complaint" and things[0] in REQUESTS:
        # 未收到公开申请、投诉 denies both, 未收到公开申请的投诉 only one.
        things = [one for one in things if one != "complaint"]
        content = [one for one in content if one.id != "complaint"]
    if "proceedings" in things or {"reconsideration", "lawsuit"} <= set(things):
        return "proceedings" if things[-1] in CASES else ""
    if "processing_fee" in things:
        return "processing_fee"
    if not things or not {*things[:-1]} <= {"request", "application", "information", things[-1]}:
        return ""
    if things[-1] != "application":
        last = next(one for one in reversed(content) if one.id == things[-1])
        return "" if last.text == "政府信息公开" else things[-1]
    last = next(one for one in reversed(content) if one.id == "application")
    requested = sentence.frame.thing in {"", "request", "application"}
    return "request" if requested and is_request(last, content) else ""
