"""What a sentence says did not occur: 未收到…申请, 没有…, …情况：无, 均为0."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from govinfo.claims.lexicon import ACTS, CARRIED, COLUMN_WORDS, CONJUNCTIONS, REQUESTS
from govinfo.claims.readings import FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.scopes import scope_in
from govinfo.claims.sentence import Sentence
from govinfo.claims.subjects import subject_of
from govinfo.claims.words import (
    end_of_ways,
    is_adverb,
    is_body,
    is_noun,
    is_request,
    is_skipped,
    names_disclosure,
)

__all__ = ["denials_at"]

_FEES = frozenset({"fee", "processing_fee"})
_CASES = frozenset({"reconsideration", "lawsuit", "proceedings"})
_REQUESTED = REQUESTS | {""}
"""What a sentence may have named where nothing else is carried to another year."""
_ITEMS = frozenset({"事项", "办件"})
"""Words for what is carried to another year, beside those for requests."""
_INQUIRIES = frozenset({"inquiry"})
_RECEIVING = frozenset({"receive", "accept", "new", ""})
_MADE_OR_CHANGED = frozenset({"issue", "publish", "amend", "repeal"})
"""What a denial that rules or normative documents were issued may name besides."""
_WITH_RECEIVING = frozenset({"handle", "answer"})
"""What happens to requests once they have come: none came, so none was handled.

Behind 未发生 it is what might have led to a case.
"""
_DENIED_EVENTS = _RECEIVING | CARRIED | {"occur", "make", "collect", "invite"}
"""Events that a denial of the thing itself may name; any other denies only some of it."""
_ORGANISATIONS = frozenset({"社会组织", "其他组织", "法人、组织"})
"""Words for applicants that are no persons."""
_BODIES = frozenset({"business", "research", "public_interest", "legal_service", "organisation"})
"""Kinds of applicants that are no persons."""
_COUNTED = re.compile("统计|查|期内|目前|总体|全年|本年|年内|一年|以来|情况|方面|工作")
"""Words before a denial that name nobody, as in 据统计."""
_HAPPENING = frozenset({"occur", "receive", "collect"})
"""Events that may stand alone behind a denial, its things before it: 行政复议均未发生."""
_WORK = frozenset({"工作", "方面", "事项", "案件", "问题"})
"""Words behind the name of a field of work, or of what happened in it."""
_ABOUT = frozenset({"cause", "occur"})
"""Words before the name of the body that a case is about, as 因 and 涉及."""
_LEAVES_SOME = re.compile(
    r"""
    ^除 | 除此 | 此外 | 其[他它](?!组织|行政|形式的?[要申]) | 再无 | 再未 | 新增 | 新的
  | 对外 | 超期 | 逾期 | 积压 | 延期的                                         # requests of a kind
    """,
    re.VERBOSE,
)
"""Words of a denial that leaves some out, as in 除上述申请外，未收到其他申请."""
_CAUSE = re.compile("因(?P<cause>[^因，。；]{2,30}?)(?:而)?(?:引[发起]|产生|导致|造成)")
_CAUSE_WORDS = re.compile(
    r"""
    政府信息公开 | 政务信息公开 | 信息公开 | 政务公开 | 政府信息 | 依申请公开 | 依申请 | 申请 | 公开
  | 工作 | 问题 | 事项 | 事宜 | 案件 | 方面 | 行为 | 处理 | 办理 | 答复 | 不当 | 内容
  | [我本](?:局|委|办|厅|院|镇|乡|街道|单位|机关|部门|县|市|区)
  | 相关 | 有关 | 而 | 的 | 等 | 被 | 对 | 所 | 和 | 或 | 不满 | 异议 | 争议 | 纠纷 | 、
    """,
    re.VERBOSE,
)
"""What the cause of a case on disclosure is called, and narrows nothing."""
_WITHIN = '、“”"'
_NOTHING = "无均为暂"
"""The first characters of words of denial that may stand behind their thing."""


def denials_at(sentence: Sentence, index: int) -> list[FigureReading]:
    """Read a denial up to the end of its clause, and return what it denies, as far as known.

    It denies two things where it lists them: 申请、行政复议均未发生. The tokens of the denial count
    as read, unless a number stands among them.
    """
    token, rest = sentence.tokens[index], _rest(sentence, index)
    sentence.done = index + 1
    if any(one.kind == "number" for one in rest):
        sentence.near.append(token)
        return []
    before = sentence.near
    sentence.done += len(rest)
    rest = _outside_brackets(rest)
    about = names_disclosure([*before, *rest])
    sentence.frame.about = sentence.frame.about or about
    bodies = [one for two, one in pairwise(rest) if two.id in _ABOUT and is_body(one)]
    if bodies:
        sentence.frame.scope = bodies[-1].text
        rest = [one for one in rest if one not in bodies]
    thing, event = _denied(sentence, token, rest)
    frame = sentence.frame
    if frame.time == "_cumulative" and thing != frame.thing and sentence.readings:
        # 历年共收到申请9件，未发生诉讼
        frame.time = frame.time_word = ""
    sentence.take_time(before)
    if frame.time == "_cumulative" and frame.time_word == "以来":
        # 自开展公开工作以来未收费: this year neither.
        frame.time = frame.time_word = ""
    if thing:
        sentence.frame.thing = thing
    subject = _subject(thing, event)
    if not subject or sentence.frame.time == "_plan":
        sentence.near = []
        return []
    unit, end = "元" if thing in _FEES else "件", rest[-1].end if rest else token.end
    value = token._replace(value=0, unit=unit, end=end)
    reading = FigureReading("none_occurred", value, subject, thing, event)
    body = None
    if thing == "request":
        body = scope_in([*before, token._replace(kind="event")])
        frame.scope = body or frame.scope
    of_other_work = thing in _CASES and not about and _is_of_other_work(before)
    some = _is_of_some_only(sentence, thing, before, [token, *rest], body)
    reading.loose = of_other_work or some
    for name, wanted in (("thing", thing), ("event", event)):
        named = [one.text for one in [*before, *rest] if wanted and one.id == wanted]
        reading.words |= {name: named[-1]} if named else {}
    if thing in _CASES and _lists_requests([*before, *rest]):
        asked = FigureReading("none_occurred", value, "requests_received", "request", event)
        return [asked, reading]
    return [reading]


def _is_of_some_only(
    sentence: Sentence, thing: str, before: list[Token], rest: list[Token], body: str | None
) -> bool:
    """Whether a denial leaves out some of the things that a cell counts."""
    words = "".join([one.text for one in (*before, *rest)])
    beside = sentence.tokens[0].text.startswith(("除", "此外", "另外"))
    if beside or _LEAVES_SOME.search(words) is not None:
        return True
    if thing in _CASES:
        # 未发生因超期引起的诉讼 is about one cause of several.
        cause = _CAUSE.search(words)
        narrow = cause is not None and _CAUSE_WORDS.sub("", cause["cause"]) != ""
        return narrow or "主动公开" in words
    if thing in ACTS:
        # 未制发党内规范性文件
        kinds = takewhile(lambda one: one.id != thing, rest)
        return any(one.kind == "other" and len(one.text) > 1 for one in kinds)
    if thing != "request":
        return False
    forms = (sentence.scanner.ways[way].of == "form" for way in sentence.ways)
    return sentence.frame.subset or any(forms) or _is_of_another(before, body)


def _is_of_another(before: list[Token], body: str | None) -> bool:
    """Whether the words before a denial name a channel, or somebody whose name is not known.

    So it is in 网上平台未收到申请 and 多数科室未收到申请.
    """
    if any(one.kind == "way" or one.text.endswith(COLUMN_WORDS) for one in before):
        return True
    if before and before[0].id == "other" and body == "":
        # 村（社区）未收到申请
        return True
    names = [one for one in before if is_noun(one) and _COUNTED.search(one.text) is None]
    several = any(one.text in CONJUNCTIONS for one in before)
    return bool(names) and (body == "" or several)


def _lists_requests(tokens: Sequence[Token]) -> bool:
    """Whether requests stand in a list before proceedings, and are not what these are about."""
    for place, token in enumerate(tokens[:-2]):
        if token.id == "request" and tokens[place + 1].text in CONJUNCTIONS:
            about = place > 0 and tokens[place - 1].id in _ABOUT
            return tokens[place + 2].id in _CASES and not about
    return False


def _rest(sentence: Sentence, index: int) -> list[Token]:
    """Return the tokens behind a word of denial, up to the end of its clause."""
    rest: list[Token] = []
    depth = 0
    for token in sentence.tokens[index + 1 :]:
        opens, closes = token.text in "（(", token.text in "）)"
        if token.kind == "stop" and token.text not in _WITHIN:
            if not opens and not depth:
                break
            depth += opens - closes
        if token.id == "not" and any(one.kind == "thing" for one in rest):
            break
        rest.append(token)
    return rest


def _outside_brackets(rest: list[Token]) -> list[Token]:
    """Return the tokens that stand in no bracket."""
    kept, depth = [], 0
    for token in rest:
        depth += token.text in "（("
        if not depth:
            kept.append(token)
        depth -= token.text in "）)"
    return kept


def _subject(thing: str, event: str) -> str:
    """Return what did not occur; empty if only some of it did not."""
    if thing == "request":
        if event in CARRIED:
            return subject_of("request", event)
        return "requests_received" if event in _RECEIVING | {"occur"} else ""
    if (thing in ACTS and event == "issue") or (thing, event) == ("information", "deny"):
        return subject_of(thing, event)
    return subject_of(thing, "occur") if thing in _CASES | _FEES | _INQUIRIES else ""


def _denied(sentence: Sentence, token: Token, rest: list[Token]) -> tuple[str, str]:
    """Return the thing and the event of which nothing occurred; empty if it is anything else."""
    content = [one for one in _without_ways(sentence, rest) if not is_skipped(one)]
    if all(one.id in _HAPPENING for one in content):
        before = [one for one in sentence.near if not is_skipped(one) and one.kind != "time"]
        unknown = any(one.kind == "other" for one in before)
        known = (token.text[0] in _NOTHING or bool(content)) and not unknown
        return (_thing(sentence, before) if known else ""), ""
    content = _without_denied(content)
    events = [one.id for one in content if one.kind == "event"]
    if "receive" in events or events[:1] == ["occur"]:
        events = [one for one in events if one not in _WITH_RECEIVING]
    denies_some = any(_narrows(sentence, one) for one in content) or _is_of_some(rest)
    thing = _thing(sentence, content)
    if thing == "request":
        unlike = any(one.kind == "other" and one.text[0] == "不" for one in content)
        denies_some = denies_some or unlike or _happened_to(content)
    if thing in _FEES and [one.text for one in rest[-2:-1]] == ["任何"]:
        # 复印、邮寄等任何费用 leaves no fee out.
        denies_some = False
    if thing in ACTS and "issue" in events and _MADE_OR_CHANGED.issuperset(events):
        events = ["issue"]
    not_denied = (thing, events) == ("information", ["deny"])
    known = _DENIED_EVENTS.issuperset(events) or events == ["issue"] or not_denied
    event = events[0] if events else ""
    if token.id == "zero" or denies_some or not known:
        return "", ""
    if event in CARRIED:
        named = any(one.kind == "thing" and one.text not in _ITEMS for one in content)
        requested = thing == "request" or sentence.frame.thing in _REQUESTED
        return ("request", event) if requested and (thing == "request" or not named) else ("", "")
    if event == "collect" and thing not in _FEES:
        return "", ""
    return thing, event


def _without_ways(sentence: Sentence, rest: list[Token]) -> list[Token]:
    """Return the words of a denial without 通过邮件、来信等方式, which leaves no way out.

    It leaves out those that the sentence names behind it.
    """
    end = end_of_ways(rest)
    starts = [place for place, one in enumerate(rest[:end]) if one.text == "通过"]
    others = any(one.kind == "way" for one in sentence.tokens[sentence.done :])
    return rest[: starts[0]] + rest[end:] if starts and not others else rest


def _without_denied(content: list[Token]) -> list[Token]:
    """Return the words of a denial up to a second thing, as in 无依申请公开和不予公开的信息.

    What was not issued, is not so whatever else was not: 未出台规范性文件和重大政策.
    """
    for place, token in enumerate(content):
        if token.id == "deny" and place and content[place - 1].id == "request":
            return content[:place]
        issued = [one.id for one in content[:place]] == ["issue", "normative_document"]
        if issued and token.kind == "other" and not is_adverb(token):
            return content[:place]
    return content


def _happened_to(content: Sequence[Token]) -> bool:
    """Whether a denial goes on behind the requests, as in 无申请超期 and 没有申请逾期的情况."""
    places = [place for place, one in enumerate(content) if one.id in REQUESTS]
    behind = content[places[-1] + 1 :] if places else ()
    return any(
        one.kind == "other" or (one.kind == "event" and one.id not in _DENIED_EVENTS)
        for one in behind
    )


def _is_of_some(rest: Sequence[Token]) -> bool:
    """Whether a denial is about organisations alone, which are only some of the applicants."""
    applicants = {one.id for one in rest if one.kind == "way"}
    people = [one.text for one in rest if one.id == "people" and one.text not in _ORGANISATIONS]
    everyone = "natural_person" in applicants or bool(people)
    bodies = any(one.id == "bodies" or one.text in _ORGANISATIONS for one in rest)
    return (bodies or not applicants.isdisjoint(_BODIES)) and not everyone


def _is_of_other_work(before: Sequence[Token]) -> bool:
    """Whether the words before a denial name work other than disclosure, as in 行政执法工作无…."""
    names = [place for place, one in enumerate(before) if is_noun(one)]
    return any(before[place + 1 : place + 2] and before[place + 1].text in _WORK for place in names)


def _narrows(sentence: Sentence, token: Token) -> bool:
    """Whether a word makes a denial one of some things only."""
    if token.kind == "way":
        return sentence.scanner.ways[token.id].of != "applicant"
    return token.kind == "mark" or (token.kind in {"other", "apart"} and not is_adverb(token))


def _thing(sentence: Sentence, content: Sequence[Token]) -> str:
    """Return the one thing that the words of a denial name; empty if there are others."""
    things = [one.id for one in content if one.kind == "thing"]
    if len(things) > 1 and content[-1].text in _WORK and things[-2] in _CASES:
        things.pop()
    if not _CASES.isdisjoint(things) and things[-1] in _CASES | {"complaint"}:
        things = [one for one in things if one != "complaint"]
    pairs = pairwise(sentence.tokens)
    listed = any(one.id in REQUESTS and two.text in CONJUNCTIONS for one, two in pairs)
    if listed and things and things[-1] == "complaint" and things[0] in REQUESTS:
        # 未收到公开申请、投诉 denies both, 未收到公开申请的投诉 only one.
        things = [one for one in things if one != "complaint"]
        content = [one for one in content if one.id != "complaint"]
    if "proceedings" in things or {"reconsideration", "lawsuit"} <= set(things):
        return "proceedings" if things[-1] in _CASES else ""
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
