"""What a sentence says did not occur: 未收到…申请, 没有…, …情况：无, 均为0."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from attrs import evolve

from govinfo.claims.denied import CASES, COMES_IN, FEES, denied, is_of_other_work
from govinfo.claims.lexicon import ACTS, CARRIED, COLUMN_WORDS, CONJUNCTIONS
from govinfo.claims.readings import FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.scopes import scope_in
from govinfo.claims.sentence import Sentence
from govinfo.claims.subjects import subject_of
from govinfo.claims.words import ends_year, is_body, is_noun, joined, names_disclosure

__all__ = ["denials_at"]

_INQUIRIES = frozenset({"inquiry"})
_COUNTED = re.compile("统计|查|期内|目前|总体|全年|本年|年内|一年|以来|情况|方面|工作")
"""Words before a denial that name nobody, as in 据统计."""
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


def denials_at(sentence: Sentence, index: int) -> list[FigureReading]:
    """Read a denial up to the end of its clause, and return what it denies, as far as known.

    It denies two things where it lists them: 申请、行政复议均未发生. The tokens of the denial count
    as read, unless a number stands among them.
    """
    token, frame, before = sentence.tokens[index], sentence.frame, sentence.near
    clause, rest = _clause_behind(sentence, index)
    sentence.done = index + 1
    if any(one.kind == "number" for one in clause):
        sentence.near.append(token)
        return []
    sentence.done += len(clause)
    about = names_disclosure([*before, *rest])
    frame.about = frame.about or about
    bodies = [one for two, one in pairwise(rest) if two.id in _ABOUT and is_body(one)]
    if bodies:
        frame.scope = bodies[-1].text
        rest = [one for one in rest if one not in bodies]
    thing, event = denied(sentence, token, rest)
    _take_time(sentence, before, thing)
    frame.thing = thing or frame.thing
    subject = _subject(thing, event)
    if not subject or frame.time == "_plan":
        sentence.near = []
        return []
    end = rest[-1].end if rest else token.end
    value = token._replace(value=0, unit="元" if thing in FEES else "件", end=end)
    reading = FigureReading("none_occurred", value, subject, thing, event)
    reading.loose = thing in CASES and not about and is_of_other_work(before)
    return _with_requests(sentence, reading, before, [token, *rest])


def _take_time(sentence: Sentence, before: list[Token], thing: str) -> None:
    """Keep the time of a denial: nothing occurred in this year either."""
    frame = sentence.frame
    if frame.time == "_cumulative" and thing != frame.thing and sentence.readings:
        # 历年共收到申请9件，未发生诉讼
        frame.time = frame.time_word = ""
    sentence.take_time(before)
    up_to_its_end = frame.until and ends_year(frame.time_word)
    if frame.time == "_cumulative" and (up_to_its_end or frame.time_word == "以来"):
        # 自开展公开工作以来未收费, and 截至12月31日，未收到申请
        frame.time = frame.time_word = ""


def _with_requests(
    sentence: Sentence, reading: FigureReading, before: list[Token], rest: list[Token]
) -> list[FigureReading]:
    """Return a denial with its words, behind that of requests if these stand before its cases."""
    frame, words, body = sentence.frame, [*before, *rest[1:]], None
    if reading.thing == "request":
        body = scope_in([*before, rest[0]._replace(kind="event")])
        frame.scope = body or frame.scope
    some = _is_of_some_only(sentence, reading.thing, before, rest, body)
    reading.loose = reading.loose or some
    for name, wanted in (("thing", reading.thing), ("event", reading.event)):
        named = [one.text for one in words if wanted and one.id == wanted]
        reading.words |= {name: named[-1]} if named else {}
    listed = [
        place
        for place, one in enumerate(words[:-2])
        if one.id == "request" and words[place + 1].text in CONJUNCTIONS
    ]
    place = listed[0] if listed else 0
    about = place > 0 and words[place - 1].id in _ABOUT
    if not listed or reading.thing not in CASES or words[place + 2].id not in CASES or about:
        return [reading]
    return [
        evolve(reading, subject="requests_received", thing="request", words={}, loose=False),
        reading,
    ]


def _is_of_some_only(
    sentence: Sentence, thing: str, before: list[Token], rest: list[Token], body: str | None
) -> bool:
    """Whether a denial leaves out some of the things that a cell counts."""
    words = joined((*before, *rest))
    beside = sentence.tokens[0].text.startswith(("除", "此外", "另外"))
    if beside or _LEAVES_SOME.search(words) is not None:
        return True
    if thing in CASES:
        # 未发生因超期引起的诉讼 is about one cause of several.
        cause = _CAUSE.search(words)
        narrow = cause is not None and _CAUSE_WORDS.sub("", cause["cause"]) != ""
        return narrow or "主动公开" in words
    if thing in ACTS:
        # 未制发党内规范性文件
        kinds = takewhile(lambda one: one.id != thing, rest)
        return any(one.kind == "other" for one in kinds)
    forms = (sentence.scanner.ways[way].of == "form" for way in sentence.ways)
    # 网上平台未收到申请, 村（社区）未收到申请, and 多数科室未收到申请
    channel = any(one.kind == "way" or one.text.endswith(COLUMN_WORDS) for one in before)
    others = bool(before) and before[0].id == "other" and body == ""
    named = any(is_noun(one) and _COUNTED.search(one.text) is None for one in before)
    unknown = named and (body == "" or any(one.text in CONJUNCTIONS for one in before))
    some = sentence.frame.subset or any(forms) or channel or others or unknown
    return thing == "request" and some


def _clause_behind(sentence: Sentence, index: int) -> tuple[list[Token], list[Token]]:
    """Return the tokens behind a word of denial in its clause, and those outside brackets."""
    rest, outside = list[Token](), list[Token]()
    depth = 0
    for token in sentence.tokens[index + 1 :]:
        opens, closes = token.text in "（(", token.text in "）)"
        ends = token.kind == "stop" and token.text not in _WITHIN and not (opens or depth)
        if ends or (token.id == "not" and any(one.kind == "thing" for one in rest)):
            break
        depth += opens
        rest.append(token)
        if not depth:
            outside.append(token)
        depth -= closes and depth > 0
    return rest, outside


def _subject(thing: str, event: str) -> str:
    """Return what did not occur; empty if only some of it did not."""
    if thing == "request":
        if event in CARRIED:
            return subject_of("request", event)
        return "requests_received" if event in COMES_IN | {"occur"} else ""
    if (thing in ACTS and event == "issue") or (thing, event) == ("information", "deny"):
        return subject_of(thing, event)
    return subject_of(thing, "occur") if thing in CASES | FEES | _INQUIRIES else ""
