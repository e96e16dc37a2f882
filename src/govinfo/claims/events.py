"""The event of a figure: what happened to the things that it counts."""

from __future__ import annotations

import re

from govinfo.claims.lexicon import (
    CARRIED,
    CASES,
    CONJUNCTIONS,
    DISCLOSING,
    DOCUMENTS,
    DONE,
    ENDING,
    OF_CASES,
    RECEIVING,
    REQUESTS,
    SUING,
)
from govinfo.claims.readings import Around, FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import Sentence
from govinfo.claims.subjects import IMPLYING
from govinfo.claims.words import is_adverb, is_noun, is_outcome, is_skipped, joined

__all__ = ["event_of", "goes_on", "is_of_the_rest"]

_TRANSFERRED = frozenset({"transfer"})
_DECIDING = {
    "issue": frozenset({"repeal"}),
    "handle": frozenset({"transfer", "carried_over", "carried_forward", "withdrawn"}),
}
"""Events that decide what is counted, whatever event stands behind them."""
_ROWS = {"deny": "denied_", "unable": "unable_", "not_processed": "not_processed_"}
"""Groups of outcomes, and how the events of their rows begin."""
_ROW_BEGINS = tuple(_ROWS.values())
_JOINS = CONJUNCTIONS | {"或", "或者"}
_REST = frozenset({"其他", "其它", "其他情况", "其它情况"})
"""Words for all outcomes that a list does not name."""
_TOLD = frozenset({"告知", "被告知", "申请人"})
"""Words between a number and an outcome, as in 2件告知不予公开."""
_LISTED = (
    frozenset({"licence", "penalty", "licensing_decision", "penalty_decision"}),
    frozenset({"content"}),
)
"""Things that are disclosed one behind the other."""
_BEHIND = frozenset({"carried_over", "carried_forward", "recognise", "repeal"})
"""Events that may stand behind their number, whatever stands before it."""
_EVERY = ("均", "都", "全部")
"""How words begin behind a thing that say that all of them are meant."""
_PASSED = frozenset({"filler", "until", "several"})
"""Words before a figure of the same thing and event as the last, as in 公开9条，历年累计70条."""
_CLASSES = frozenset({"类", "类的", "的"})
"""Words between an outcome and 答复, as in 不予公开类答复9件."""
_ENDS_TOPICS = frozenset({"的", "等", "等方面"})
"""Words behind what information is about."""
_WITH_PARTS = re.compile(r"[（(][含包][^（()）]*部分[^（()）]*[)）]$")
"""A bracket that adds what was granted in part."""
_BRACKET_TOKENS = 8


def event_of(sentence: Sentence, around: Around, thing: str, reading: FigureReading) -> str:
    """Return what happened to the thing that a figure counts; empty if nothing says so."""
    near, behind = around.near, around.behind
    events = [one for one in around.of_kind("event") if not _is_past(one, near)]
    if _is_object(near):
        events = [one for one in behind if one.kind == "event"][-1:]
        if events:
            sentence.done = sentence.index + behind.index(events[0]) + 2
    if not events and not (around.tail is not None and around.tail.kind == "thing"):
        events = _events_behind(sentence, around, reading)
    opened = bool(behind) and behind[0].id == "disclose" and behind[0].text.startswith("主动")
    if opened and [one.id for one in events] == ["publish"]:
        return "disclose"
    if events:
        return _event_named(sentence, events, near, thing, reading)
    thing_word = reading.words.get("thing", "")
    if thing_word.startswith("作出") or thing_word.endswith("处理决定数量"):
        return ""
    over = [one.event for one in sentence.readings[-1:]] == ["carried_over"]
    added = [place for place, one in enumerate(near) if one.text == "新增"]
    if thing == "request" and added and (over or near[added[0] + 1 :] == [around.tail]):
        # 上年结转1件，本年新增9件, and 新增申请9件
        reading.words["event"] = "新增"
        return "new"
    return _event_before(sentence, around, thing, reading)


def _event_named(
    sentence: Sentence, events: list[Token], near: list[Token], thing: str, reading: FigureReading
) -> str:
    """Return what the events named beside a figure say together; empty if they are two."""
    event = _main_event(events, near, thing)
    if event.id == "handle" and thing == "request" and _is_answered(sentence, events, near):
        event = events[-1]
    # 本机关不掌握而无法提供1件 names the row before its group.
    row = _ROWS.get(event.id, "-")
    reasons = [one for one in events if one.id.startswith(row)]
    if _is_of_two(events, near) or len(reasons) > 1:
        reading.several = tuple(one.id for one in events)
        return ""
    if reasons and not any(one.id == "etc" for one in near):
        event = reasons[0]
    reading.words["event"] = event.text
    outcomes = (one for one in sentence.tokens if one.kind == "event" and is_outcome(one.id))
    if event.text == "公开答复" and all(one.text == "公开答复" for one in outcomes):
        # 收到申请9件，公开答复9件 says in public that all were answered.
        reading.loose = True
        return "answer"
    before = sentence.tokens[: sentence.index][-_BRACKET_TOKENS:]
    if event.id == "grant" and _WITH_PARTS.search(joined(before)):
        # 予以公开（含部分公开）9件
        return "whole_or_part"
    if event.id == "already_public" and thing == "information":
        # 在已公开的9条信息中
        reading.loose = True
        return "disclose"
    place = near.index(event) if event in near else 0
    new = place > 0 and near[place - 1].text == "新"
    return "issue" if new and event.id == "publish" and thing in DOCUMENTS else event.id


def _is_answered(sentence: Sentence, events: list[Token], near: list[Token]) -> bool:
    """Whether requests were answered as well as handled, as in 共办理答复申请9件.

    Where the sentence goes on to tell what was settled or carried, it is those that were due.
    """
    handled, answered = events[-2:] if len(events) > 1 else events * 2
    both = near.index(answered) == near.index(handled) + 1 and answered.id in ENDING
    rest = sentence.tokens[sentence.index + 1 :]
    return both and not any(one.id in ENDING or one.id.startswith("carried") for one in rest)


def goes_on(sentence: Sentence) -> bool:
    """Whether another count stands in the rest of a sentence, outside brackets."""
    depth = 0
    for token in sentence.tokens[sentence.index + 1 :]:
        depth += (token.text in "（(") - (token.text in "）)")
        if token.kind == "number" and token.unit != "%" and not depth:
            return True
    return False


def _event_before(sentence: Sentence, around: Around, thing: str, reading: FigureReading) -> str:
    """Return the event that a clause before names, if it holds for this figure too."""
    frame, near, tail = sentence.frame, around.near, around.tail
    if thing == "request" and is_of_the_rest(near):
        # 其他1件 at the end of a list of outcomes has an outcome of its own.
        reading.loose = True
        return "other_outcome" if is_outcome(frame.event) else ""
    # 2件移送其他部门处理 have a fate of their own, and so 尚未审结复议9件和提起诉讼2件.
    own = not around.content and any(one.kind == "event" for one in around.behind)
    if own or (frame.event in OF_CASES and any("提起" in one.text for one in near)):
        return ""
    if thing in CASES and is_of_the_rest(near) and frame.event in OF_CASES:
        # 维持17件，纠正2件，其他4件
        return "other_result"
    listed = near and (near[0].text in CONJUNCTIONS or any(one.kind == "way" for one in near))
    parts = frame.among and not around.of_kind("thing") and not any(map(is_noun, around.behind))
    passed = all(one.kind in {"stop", "thing"} or one.id in _PASSED for one in near)
    same = thing == frame.thing and near and passed
    known = DOCUMENTS.union(*(group for group in _LISTED if frame.thing in group))
    acts = tail is not None and tail.id in known and frame.event in DISCLOSING
    kinds = thing == "information" and any(map(is_noun, near))
    kinds = kinds and sentence.goes_on_kinds(around.number.unit)
    reading.loose = reading.loose or kinds
    if frame.event and (same or listed or parts or acts or kinds):
        reading.words["event"] = frame.event_word
        return frame.event
    return ""


def _is_object(near: list[Token]) -> bool:
    """Whether a number is what something is done to, as in 对其中2件进行了部分公开."""
    texts = [one.text for one in near]
    if "对" not in texts:
        return False
    return all(is_skipped(one) for one in near[len(texts) - texts[::-1].index("对") :])


def _is_past(event: Token, near: list[Token]) -> bool:
    """Whether an event only says what led to another, as in 答复后被复议, 不服答复提起复议."""
    if event.id != "answer":
        return False
    place = near.index(event)
    behind = near[place + 1 :]
    led = [one.text.startswith("后") for one in behind[:1]]
    # 因不服我局信息公开答复申请行政复议9件
    caused = any(one.id in CASES for one in behind) and any(
        one.id == "cause" for one in near[:place]
    )
    caused = caused and all(
        is_skipped(one) or one.kind == "own" or one.id in REQUESTS or one.text == "不服"
        for one in near[:place]
    )
    return any(led) or caused or any("提起" in one.text for one in behind)


def is_of_the_rest(near: list[Token]) -> bool:
    """Whether a figure is of all that a list does not name, as in 其他1件."""
    return joined(one for one in near if one.kind != "stop") in _REST


def _is_of_two(events: list[Token], near: list[Token]) -> bool:
    """Whether a figure counts two outcomes together, as in 已主动公开和同意公开的3件."""
    if len(events) < 2 or events[-2].id == events[-1].id:
        return False
    results = IMPLYING - CARRIED
    if not all(
        is_outcome(one.id) or one.id in results or one.id.startswith(_ROW_BEGINS)
        for one in events[-2:]
    ):
        return False
    between = near[near.index(events[-2]) + 1 : near.index(events[-1])]
    joined_by = [one for one in between if one.kind != "own"]
    return bool(joined_by) and all(one.text in _JOINS for one in joined_by)


def _main_event(events: list[Token], near: list[Token], thing: str) -> Token:
    """Return the event of a figure: the last one, unless it only describes the thing."""
    if len(events) == 1 or (events[-2].id == "answer" and is_outcome(events[-1].id)):
        # 答复同意公开的9件
        return events[-1]
    before, event = events[-2:]
    decided = [one for one in events if one.id in _DECIDING.get(event.id, _TRANSFERRED)]
    if decided:
        return decided[0]
    start, place = near.index(before) + 1, near.index(event)
    between, behind = near[start:place], near[place + 1 :]
    disclosed = [one for one in events[:-1] if one.id in DISCLOSING]
    if disclosed and event.id in DONE and behind and behind[0].id == "information":
        # 公开不合格食品处置信息9条
        return disclosed[-1]
    describes = bool(behind) and behind[0].text == "的"
    if thing in {"information", "content"} and event.text == "涉及":
        # 公开涉及教育的信息 tells what the information is about.
        describes = any(one.text in _ENDS_TOPICS for one in behind)
    # 收到和办理申请9件, 不予公开类答复9件, and 予以公开处理9件
    joins = all(one.text in CONJUNCTIONS for one in between)
    received = event.id == "handle" and before.id in RECEIVING and joins
    opened = is_outcome(before.id) or before.id == "disclose"
    answers = event.id == "answer" and (opened or not between)
    answers = answers or (event.text == "处理" and (opened or before.id == "answer"))
    classed = all(one.text in _CLASSES for one in between)
    return before if describes or received or (answers and classed) else event


def _events_behind(sentence: Sentence, around: Around, reading: FigureReading) -> list[Token]:
    """Return the event behind a number, as in 8件予以公开 or 1件结转下年度."""
    behind = around.behind
    dated = all(one.kind in {"time", "own"} for one in around.content)
    bare = not around.content or (dated and not any(one.id == "among" for one in around.near))
    first = next((one for one in behind if not _is_passed(one)), None)
    if first is not None and first.id in REQUESTS and bare:
        # 9件申请均按期办结, and 9件申请予以公开
        rest = behind[behind.index(first) + 1 :]
        every = any(one.text.startswith(_EVERY) for one in rest[:2])
        told = next((one for one in rest if not _is_passed(one)), None)
        outcome = told is not None and told.id in IMPLYING and told is rest[-1]
        first = told if every or outcome else None
    if not bare or first is None or first.kind != "event":
        found = [one for one in behind if one.id in _BEHIND][:1]
    else:
        if first.id in SUING:
            # 9件复议后诉讼结果维持
            first = next((one for one in behind if one.id in OF_CASES), first)
        if first.id == "answer":
            # 2件答复“信息不存在”
            rest = [one for one in behind[behind.index(first) + 1 :] if not is_skipped(one)]
            first = rest[0] if rest and is_outcome(rest[0].id) else first
        sentence.done = sentence.index + behind.index(first) + 2
        found = [first]
    ends = bare and bool(found) and found[0].id in DONE
    if ends and behind[0].id in REQUESTS:
        # 9件申请均按时答复，2件… are only some of them, and may be of another kind.
        named = "request" in {sentence.frame.thing, behind[0].id} or sentence.has_counted("request")
        dated = bool(around.content)
        reading.loose = reading.loose or not named or dated or goes_on(sentence)
    return found


def _is_passed(token: Token) -> bool:
    """Whether a word behind a number says neither what it counts nor what happened."""
    adverb = token.kind == "other" and len(token.text) > 1 and is_adverb(token)
    told = token.text in _TOLD
    return is_skipped(token) or token.kind in {"time", "own"} or adverb or told
