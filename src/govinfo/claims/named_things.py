"""The thing that a word names, together with the words before it."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from govinfo.claims.lexicon import (
    CASES,
    CONJUNCTIONS,
    DISCLOSING,
    DOCUMENTS,
    DONE,
    REQUESTS,
    SOME_PEOPLE,
)
from govinfo.claims.readings import UNKNOWN, Around, FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.scopes import scope_in
from govinfo.claims.sentence import Sentence
from govinfo.claims.words import end_of_ways, is_adverb, is_body, is_noun

__all__ = ["MADE_DECISIONS", "named_thing"]

_BOTH = {
    CASES: "proceedings",
    frozenset({"deputy_proposal", "member_proposal"}): "proposal",
}
"""Two things beside each other, and what a figure of both counts."""
_COUNTERS = re.compile("政务服务|便民|办事|大厅|审批")
"""Words for where any kind of application is made."""
_AHEAD_TOKENS = 4
"""So many tokens behind a number may stand before what it is listed with."""
_CAUSES_OF_CASES = frozenset({"政府信息公开", "政府信息公开案件", "政府信息公开事项"})
"""Words for requests that are also what proceedings are about."""
_EXPLAINED = frozenset({"document", "explanation"})
"""Things of which 政策文件及解读9件 counts both together, and neither alone."""
_ENDS_LABELS = frozenset({"登记", "案"})
"""Words of the lexicon that may end what an application is for."""
_TAKEN_IN = frozenset({"receive", "accept", "new", "handle", "answer", "settle"})
"""What is done with requests, before the words that say which."""
_HOW = re.compile(
    r"""
    . |                                                 # 向, 各 and the like
    (?: 依法 | 依规 | 按[时期规] | 及时 | 规范 | 认真 | 积极 | 严格 | 主动 | 有效 | 全部 | 所有
      | 上述 | 以上 | 该类? | 此类 | 相关 | 有关 | 正式 | 合法 | 合规 | 符合 | 条件 | 规定 )+
    """,
    re.VERBOSE,
)
"""Words before 申请 that say how or which, and not for what."""
_MANY = frozenset({"各类", "各种"})
"""Words that make a bare 申请 one of any kind."""
MADE_DECISIONS = {
    "行政许可": "licensing_decision",
    "行政处罚": "penalty_decision",
    "行政强制": "coercive_decision",
    "行政强制措施": "coercive_decision",
}
"""What 作出7件行政许可 counts."""
_FORMS = frozenset({"申请表", "申请书"})
"""The papers on which requests are written."""
_HOTLINES = frozenset({"12345", "12315", "12345平台"})
"""Numbers of hotlines, as they stand before what came that way."""


def named_thing(sentence: Sentence, thing: Token, around: Around, reading: FigureReading) -> str:
    """Return the thing that a word names, together with the words before it."""
    near, content = around.near, around.content
    place, in_content = near.index(thing), content.index(thing)
    if thing.id == "application":
        return _application(sentence, thing, around, reading)
    otherwise = _named_otherwise(sentence, thing, around, reading)
    if otherwise:
        return otherwise
    joined_to = place > 1 and near[place - 1].text in CONJUNCTIONS
    if thing.id == "request" and joined_to and near[place - 2].kind == "event":
        # 主动公开与依申请公开的信息9条
        return UNKNOWN
    earlier = next((one for one in reversed(content[:in_content]) if one.kind == "thing"), None)
    if earlier is not None:
        joint = _joint(earlier, thing, near)
        said = earlier.id == "press_conference" and thing.id == "information"
        if joint != thing.id or said:
            # 新闻发布会公开信息9条 is what was said there.
            return UNKNOWN if said else joint
    reading.loose = reading.loose or _is_labelled(around, place, in_content)
    return thing.id


def _named_otherwise(
    sentence: Sentence, thing: Token, around: Around, reading: FigureReading
) -> str:
    """Return what the words beside a word make of its thing; empty if they change nothing.

    They make another fee of the one in 排污费9万元.
    """
    frame, words = sentence.frame, around.near[: around.near.index(thing)]
    said = around.content[: around.content.index(thing)]
    if thing.text == "费" and words and is_noun(words[-1]):
        return UNKNOWN
    called = thing.id == "complaint" or thing.text == "事项"
    if called and any(one.text in _HOTLINES for one in words):
        # 受理12345投诉9件, 受理12345群众诉求9件
        return "hotline_order"
    ahead = sentence.tokens[sentence.index + 1 : sentence.index + _AHEAD_TOKENS]
    if thing.text == "建议" and any(one.id == "member_proposal" for one in ahead):
        # 办理建议9件、提案2件
        return "deputy_proposal"
    decided = MADE_DECISIONS.get(thing.text.removesuffix("决定"), "")
    among = any(one.id == "among" for one in words)
    if decided and not (said or among) and frame.thing_word.startswith("作出"):
        # 作出行政许可3件、行政处罚5件
        reading.words["thing"] = f"作出{thing.text}"
        return decided
    caused = thing.text in _CAUSES_OF_CASES and all(one.id == "occur" for one in said)
    if not caused or frame.thing not in CASES | {"proceedings"}:
        return ""
    # 行政复议9件，其中涉及政府信息公开2件
    reading.words["thing"] = frame.thing_word
    for one in sentence.readings:
        one.loose = one.loose or one.thing == frame.thing
    return frame.thing


def _is_labelled(around: Around, place: int, in_content: int) -> bool:
    """Whether words that the lexicon lacks make a thing one of some kind only."""
    near, content = around.near, around.content
    events = [n for n, one in enumerate(content[:in_content]) if one.kind == "event"]
    if _is_label_disclosed(around, events):
        return True
    labels = content[events[-1] + 1 if events else 0 : in_content]
    ways = end_of_ways(near[:place])
    # 向办公室提出的申请9件 are all that the body got, 向教育局提出的 only some.
    addressed = [one for two, one in pairwise(near) if two.text == "向" and one.text == "办公室"]
    # 对答复不服提起行政复议9件
    unhappy = [one for one in labels if one.text == "不服"]
    apart = [*near[:ways], *addressed, *unhappy]
    names = [one for one in labels if one.kind == "other" and one not in apart]
    # 统计 and 就业 are nouns of which the lexicon has one character.
    short = takewhile(
        lambda one: one.kind in {"other", "mark"} and len(one.text) == 1, reversed(near[:place])
    )
    kinds = [one.kind for one in short]
    compound = near[place].id == "information" and len(kinds) > 1 and "other" in kinds
    if all(is_adverb(one) for one in names) and not compound:
        return False
    directly = compound or (bool(place) and near[place - 1].kind == "other")
    directly = directly or near[0].text in CONJUNCTIONS
    return bool(events) or (directly and scope_in(near) == "")


def _is_label_disclosed(around: Around, events: list[int]) -> bool:
    """Whether what stands beside two events is the label of a thing, whatever follows it."""
    near, content = around.near, around.content
    if events == [1] and near[0].text in CONJUNCTIONS:
        # 、预决算公开信息9条
        label, event = content[:2]
        return event.text == "公开" and is_noun(label) and not is_body(label)
    if len(events) < 2 or content[events[-2]].id not in DISCLOSING:
        return False
    # 进行预决算公开、部门决算代公开信息9条, and 公开不合格食品处置信息9条
    last, before = content[events[-1]], content[events[-1] - 1]
    return last.id in DONE or (last.text == "公开" and is_noun(before))


def _joint(earlier: Token, thing: Token, near: list[Token]) -> str:
    """Return the thing that two words name together; 解读民生文件9件 counts explanations."""
    place, both = near.index(thing), frozenset({earlier.id, thing.id})
    between = near[near.index(earlier) + 1 : place]
    listed = any(one.text in CONJUNCTIONS for one in between)
    complains = thing.id == "complaint" and earlier.id in {"hotline_order", "mailbox_letter"}
    acts = thing.text == "活动" and all(one.kind == "stop" for one in between)
    labels = earlier.id == "content" and thing.id == "information" and not between
    explains = both == _EXPLAINED and earlier.id == "explanation" and not listed
    if complains or acts or labels or explains:
        return earlier.id
    # 通过邮件、现场等方式提交的申请9件
    by_ways = thing.id == "request" and end_of_ways(between) > 0
    etc = any(one.id == "etc" or one.text == "等方面" for one in between)
    happened = any(one.kind == "event" for one in between)
    if by_ways or happened or (etc and thing.id == "information") or len(both) == 1:
        return thing.id
    if both in _BOTH:
        return _BOTH[both]
    if listed and [one.id for one in near[place + 1 :][:1]] == ["etc"]:
        # 政务信息、政策解读等9条 counts all that it lists.
        return earlier.id if earlier.id == "information" else UNKNOWN
    if thing.id in {"request", "information"}:
        goes_with = not listed and earlier.id in {"information", "request", "application"}
    else:
        goes_with = not (listed and (both <= DOCUMENTS or both == _EXPLAINED))
    return thing.id if goes_with else UNKNOWN


def _application(sentence: Sentence, thing: Token, around: Around, reading: FigureReading) -> str:
    """Return the thing that a bare 申请 names: a request, unless the words before say another."""
    near, frame = around.near, sentence.frame
    words = near[: near.index(thing)]
    # Several forms may be one request: 收到申请表35份.
    reading.loose = reading.loose or thing.text in _FORMS
    if frame.thing != "request":
        of_any = any(one.text in _MANY for one in words)
        in_person = any(one.id == "in_person" for one in words)
        if (of_any and in_person) or any(_COUNTERS.search(one.text) for one in words):
            # 窗口受理各类申请9件
            return UNKNOWN
        named = of_any or any(map(is_noun, words))
        reading.loose = reading.loose or (named and scope_in(near) == "")
    asked = _asked_for(words, reading) if words else ""
    if asked:
        return asked
    goes_on = around.content[0] is thing and frame.thing not in {"", "application"}
    return frame.thing if goes_on else "request"


def _asked_for(words: list[Token], reading: FigureReading) -> str:
    """Return the thing that the words before 申请 make of it; empty if they change nothing."""
    before = words[-1]
    reading.loose = reading.loose or before.text in SOME_PEOPLE
    labels = any(is_noun(one) or one.id == "people" for one in words[-2:-1])
    if labels and before.text in _ENDS_LABELS:
        # 受理不动产登记申请9件
        return UNKNOWN
    if before.text == "的":
        # 收到要求查阅卷宗的申请9件, but not 收到群众提交的申请9件
        taken = [place for place, one in enumerate(words) if one.id in _TAKEN_IN]
        rest = words[taken[-1] + 1 if taken else 0 : -1]
        aims = [one for one in rest if one.kind in {"thing", "event"} and one.id not in REQUESTS]
        aims += [one for one in rest if one.id == "plan" or is_noun(one)]
        if any(one.text not in SOME_PEOPLE and one.id != "other" for one in aims):
            return UNKNOWN
        some_people = any(one.text in SOME_PEOPLE for one in rest)
        reading.loose = reading.loose or bool(aims) or some_people
    if before.kind not in {"other", "thing"} or (
        before.kind == "other" and _HOW.fullmatch(before.text)
    ):
        return ""
    # 护照申请 is none.
    return "request" if before.id == "request" else UNKNOWN
