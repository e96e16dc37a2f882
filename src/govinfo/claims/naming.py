"""Which thing a figure counts, and what happened to it."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from govinfo.claims.lexicon import (
    ACTS,
    CASES,
    CONJUNCTIONS,
    DISCLOSING,
    OF_CASES,
    REQUESTS,
    SOME_PEOPLE,
    SUING,
)
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import UNKNOWN, Around, FigureReading, Sentence
from govinfo.claims.words import end_of_ways, is_adverb, is_body, is_noun, is_request, is_skipped

__all__ = ["counts_papers", "event_of", "is_form_of_request", "thing_of"]

_RESULTS = frozenset({"grant", "partial", "denied", "deny", "unable", "not", "already"})
"""How the names of outcomes begin, each of which has a figure of its own."""
_ISSUES = frozenset({"期", "期次", "册"})
"""Units of what is published again and again."""
_PAPERS = frozenset({"日报", "晚报"})
"""Words for media that also end the names of papers, as in 空气质量日报."""
_BOTH = {
    CASES: "proceedings",
    frozenset({"deputy_proposal", "member_proposal"}): "proposal",
}
"""Two things beside each other, and what a figure of both counts."""
_NEW_MEDIA = frozenset({"wechat", "weibo", "new_media"})
"""Channels in which a body has accounts."""
_COMING = frozenset({"receive", "accept"})
_TRANSFERRED = frozenset({"transfer"})
_DECIDING = {
    "issue": frozenset({"repeal"}),
    "handle": frozenset({"transfer", "carried_over", "carried_forward", "withdrawn"}),
}
"""Events that decide what is counted, whatever event stands behind them."""
_REST = frozenset({"其他", "其它", "其他情况", "其它情况"})
"""Words for all outcomes that a list does not name."""
_TOLD = frozenset({"告知", "被告知", "申请人"})
"""Words between a number and an outcome, as in 2件告知不予公开."""
_COUNTERS = re.compile("政务服务|便民|办事|大厅|审批")
"""Words for where any kind of application is made."""
_AHEAD_TOKENS = 4
"""So many tokens behind a number may stand before what it is listed with."""
_ASKED = frozenset({"mailbox_letter", "hotline_order", "inquiry"})
"""What a number may count behind 等, whatever that is about."""
_CAUSES_OF_CASES = frozenset({"政府信息公开", "政府信息公开案件", "政府信息公开事项"})
"""Words for requests that are also what proceedings are about."""
_ACTS = ACTS | {"document"}
"""Things of which a figure that names two counts both together."""
_EXPLAINED = frozenset({"document", "explanation"})
"""Things of which 政策文件及解读9件 counts both together, and neither alone."""
_LISTED = (
    frozenset({"licence", "penalty", "licensing_decision", "penalty_decision"}),
    frozenset({"content"}),
)
"""Things that are disclosed one behind the other."""
_ENDS_LABELS = frozenset({"登记", "案"})
"""Words of the lexicon that may end what an application is for."""
_TAKEN_IN = frozenset({"receive", "accept", "new", "handle", "answer", "settle"})
"""What is done with requests, before the words that say which."""
_HOW = re.compile(
    r"""
    (?: 依法 | 依规 | 按[时期规] | 及时 | 规范 | 认真 | 积极 | 严格 | 主动 | 有效 | 全部 | 所有
      | 上述 | 以上 | 该类? | 此类 | 相关 | 有关 | 正式 | 合法 | 合规 | 符合 | 条件 | 规定 )+
    """,
    re.VERBOSE,
)
"""Words before 申请 that say how or which, and not for what."""
_MANY = frozenset({"各类", "各种"})
"""Words that make a bare 申请 one of any kind."""
_BEHIND = frozenset({"carried_over", "carried_forward", "recognise", "repeal"})
"""Events that may stand behind their number, whatever stands before it."""
_MADE = frozenset({"作出", "做出"})
_MADE_DECISIONS = {
    "行政许可": "licensing_decision",
    "行政处罚": "penalty_decision",
    "行政强制": "coercive_decision",
}
"""What 作出7件行政许可 counts."""
_DONE = frozenset({"handle", "settle", "answer"})
"""What information may be about, as in 公开案件办理信息."""
_EVERY = ("均", "都", "全部")
"""How words begin behind a thing that say that all of them are meant."""
_OFFICES = frozenset(
    {"staff", "full_time_staff", "part_time_staff", "request_point", "reading_point"}
)
"""What a number may count whatever stands before it, as in 指派1名专职人员."""
_NAMED_AGAIN = _OFFICES | {"training", "interview", "press_conference", "open_meeting"}
"""Things beside which a number has its own thing behind it."""
_NOT_PUBLISHED = frozenset({UNKNOWN, "other", "visit", "readership"})
"""Things behind which what a channel published is another one."""
_NO_SUCH = ("非", "不予", "免予")
"""How words before a thing end that say that it is none."""
_FORMS = frozenset({"申请表", "申请书"})
"""The papers on which requests are written."""
_MADE_BY = frozenset({"提交", "提出", "递交"})
"""Words behind those who made the requests that a number counts."""
_WRITTEN = frozenset({"explanation"})
"""What a number may count behind a word that the lexicon lacks, as in 撰写2篇解读."""
_IN_CHARGE = ("负责", "从事", "承担", "专门")
"""Words behind the name of staff, before the work that they do."""
_PASSED = frozenset({"filler", "until", "several"})
"""Words before a figure of the same thing and event as the last, as in 公开9条，历年累计70条."""
_HOTLINES = frozenset({"12345", "12315", "12345平台"})
"""Numbers of hotlines, as they stand before what came that way."""
_CLASSES = frozenset({"类", "类的", "的"})
"""Words between an outcome and 答复, as in 不予公开类答复9件."""
_ENDS_TOPICS = frozenset({"的", "等", "等方面"})
"""Words behind what information is about."""
_WITH_PARTS = re.compile(r"[（(][含包][^（()）]*部分[^（()）]*[)）]$")
"""A bracket that adds what was granted in part."""
_BRACKET_TOKENS = 8
_FOUND = ("发现", "有", "另")
"""Words before a number that has its thing behind it."""


def thing_of(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the thing that a figure counts: named behind it, before it, or by a clause before."""
    behind = _thing_behind_all(sentence, around, reading) if around.behind else ""
    if behind:
        return behind
    tail = around.tail
    by_tail = "" if tail is None else _named_by_tail(sentence, tail, around)
    if tail is not None and by_tail:
        reading.words["thing"] = tail.text
        return by_tail
    named = around.of_kind("thing")
    if named:
        reading.words["thing"] = named[-1].text
        if _is_denied_or_own(named[-1], around.near):
            return UNKNOWN
        return _named_thing(sentence, named[-1], around, reading)
    unknown = [one for one in around.of_kind("other") if not is_adverb(one)]
    if unknown and sentence.scope_in(around.near) == "":
        reading.loose = True
    named_before = _thing_before(sentence, around)
    if named_before and named_before == sentence.frame.thing:
        reading.words["thing"] = sentence.frame.thing_word
    return named_before


def _is_denied_or_own(thing: Token, near: list[Token]) -> bool:
    """Whether a thing is none of its name, or a request that the body itself has made.

    So it is in 非规范性文件9件, 不予行政许可决定2件 and 我局向其他机关提出申请1件.
    """
    before = near[: near.index(thing)]
    if before and before[-1].text.endswith(_NO_SUCH):
        return True
    asks = any(one.kind == "own" and two.text == "向" for one, two in pairwise(before))
    return thing.id in REQUESTS and asks


def _thing_behind_all(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the thing that the words behind a number name; empty if they name none."""
    submitted = _submitted(sentence, around, reading)
    if submitted:
        return submitted
    explained = next((one for one in around.behind if one.id == "explanation"), None)
    is_object = [one.text for one in around.near[-1:]] == ["对"]
    # 对9件文件进行解读 counts what was explained.
    after = explained if explained is not None and is_object else _thing_behind(around)
    if around.number.unit == "次" and [one.id for one in around.behind[:1]] == ["hold"]:
        # 年中两次举办公开工作培训
        after = next((one for one in around.behind if one.kind == "thing"), None)
    if after is not None:
        return _thing_after(after, around, reading)
    if _are_in_charge(around):
        return "staff"
    of_many = bool(around.near) and around.near[-1].id == "etc"
    if of_many and around.behind and around.behind[0].id in _ASKED:
        # 停水、水质等9条留言
        return _thing_after(around.behind[0], around, reading)
    if of_many and any(map(is_noun, around.behind[:2])):
        # 许可、审批等13项权力 counts what is behind it.
        return UNKNOWN
    return "request" if is_form_of_request(sentence, around) else ""


def _are_in_charge(around: Around) -> bool:
    """Whether a number counts those who do the work, as in 由1人专门负责信息公开工作."""
    tail, behind = around.tail, around.behind
    charged = [place for place, one in enumerate(behind) if one.text.endswith("负责")]
    topic = charged and any(one.id == "topic" for one in behind[charged[0] :])
    begins = tail is None or tail.kind == "event"
    return bool(topic) and begins and around.number.unit in {"人", "名"}


def _submitted(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the thing in 收到2条公众通过“依申请公开栏目”提交的申请; these may be all that came."""
    tail, made = around.tail, [n for n, one in enumerate(around.behind) if one.text in _MADE_BY]
    if not made or tail is None or tail.id not in _COMING:
        return ""
    asked = next((one for one in around.behind[made[-1] :] if one.id in REQUESTS), None)
    if asked is None:
        return ""
    ways = [one.text for one in around.behind if one.kind == "way"]
    thing = _thing_after(asked, around, reading)
    if len(ways) == 1 and ways[0].startswith("依申请公开") and not _goes_on(sentence):
        reading.loose = False
    return thing


def is_form_of_request(sentence: Sentence, around: Around) -> bool:
    """Whether the words behind a number say what kind of requests came: 收到1件信函申请."""
    tail, behind = around.tail, around.behind
    if tail is None or tail.id not in _COMING or not behind or behind[0].kind != "way":
        return False
    known = sentence.scanner.ways[behind[0].id].of == "form"
    goes_on = any(one.kind == "thing" or is_noun(one) for one in behind[1:2])
    return (
        known
        and not goes_on
        and behind[0].text.endswith("申请")
        and sentence.frame.thing in {"", "request"}
    )


def _thing_before(sentence: Sentence, around: Around) -> str:
    """Return the thing that a clause before names, if it is that of the figure too."""
    tail, thing = around.tail, sentence.frame.thing
    first = next((one for one in around.behind if not is_skipped(one)), None)
    begins = first is not None and first.id in SUING and not around.content
    if begins or any(one.id in SUING for one in around.of_kind("event")):
        return "lawsuit"
    are_texts = around.number.unit in {"条", "篇", "则", "件", "份", ""}
    behind_way = tail is not None and tail.kind == "way" and not are_texts
    if behind_way and any(map(is_noun, around.behind[:1])):
        # 在网站实现9项业务网上办理 has what is counted behind its number.
        return UNKNOWN
    if thing in _NAMED_AGAIN and not around.content and any(map(is_noun, around.behind[:1])):
        # 受理点2个，1个自助终端, and 2次培训，3次演练
        return UNKNOWN
    channels = [sentence.scanner.ways[one.id].of == "channel" for one in around.of_kind("way")]
    published = any(channels) and tail is not None and tail.id in DISCLOSING
    if thing in _NOT_PUBLISHED and published and around.number.unit in {"条", "篇", "则"}:
        # Behind a thing that the lexicon lacks, 微信公众号发布9条 is what was published there.
        return ""
    return thing


def counts_papers(around: Around) -> bool:
    """Whether a figure counts papers, and names no channel, as in 发布空气质量日报9期."""
    tail = around.tail
    return tail is not None and tail.text in _PAPERS and around.number.unit in _ISSUES


def _named_by_tail(sentence: Sentence, tail: Token, around: Around) -> str:
    """Return the thing that the last word before a figure is, if it is none of the lexicon's."""
    # 公报出版9期, and 《云岫公报》9期
    issues = tail.id == "publish" and around.number.unit in _ISSUES
    gazettes = issues and any(one.id == "gazette" for one in around.near)
    if gazettes or tail.id == "gazette" or (tail.kind == "apart" and tail.text.endswith("公报》")):
        return "gazette_issue"
    channel = tail.kind == "way" and sentence.scanner.ways[tail.id].of == "channel"
    if channel and not counts_papers(around):
        # 发布微博9条 is content, 政务微博3个 are accounts.
        if any(one.id == "publish" for one in around.near):
            return "content"
        return "account" if tail.id in _NEW_MEDIA and around.number.unit == "个" else ""
    frame = sentence.frame
    if _is_of_the_rest(around.near):
        if frame.thing in CASES and frame.event in OF_CASES:
            return frame.thing
        if frame.thing == "request" or _is_outcome(frame.event):
            return "request"
    names = is_noun(tail) or tail.id == "plan" or tail.text.startswith("《")
    return UNKNOWN if names or counts_papers(around) else ""


def _thing_behind(around: Around) -> Token | None:
    """Return the thing behind a number, as in 收到3项有关政府信息公开的申请."""
    tail, behind = around.tail, around.behind
    if behind and behind[0].id in _OFFICES:
        return behind[0]
    if behind and behind[0].id in _WRITTEN and tail is not None and tail.kind == "other":
        return behind[0]
    if tail is not None:
        unfit = tail.kind == "other" and not is_adverb(tail) and not tail.text.endswith(_FOUND)
        if unfit or tail.kind in {"thing", "way"}:
            return None
    acts = tail is not None and tail.kind == "event"
    found = None
    if [one.id for one in behind[:1]] == ["disclose"] and acts:
        # 发布9条主动公开信息
        behind = behind[1:]
    for token in behind:
        names = token.kind == "thing" or token.id == "gazette"
        ends = token.kind in {"event", "time", "way"} or (
            found is not None and token.text.startswith(_IN_CHARGE)
        )
        # 向2个部门征求意见 counts what is named first.
        if (ends and not names) or (names and found is not None and found.id == "other"):
            break
        if names or (acts and found is None and token.kind == "other" and not is_adverb(token)):
            found = token
    return found


def _thing_after(after: Token, around: Around, reading: FigureReading) -> str:
    """Return the thing that a word behind a number names."""
    reading.words["thing"] = after.text
    if after.text.startswith("人员") and any(one.id == "topic" for one in around.behind):
        # 明确2名工作人员负责信息公开工作
        return "staff"
    if after.kind != "thing":
        return "gazette_issue" if after.id == "gazette" else UNKNOWN
    labels = around.behind[: around.behind.index(after)]
    if any(
        one.kind in {"way", "thing"} or (one.kind == "other" and not is_adverb(one))
        for one in labels
    ):
        reading.loose = True
    if around.near and around.near[-1].text in _MADE and after.text in _MADE_DECISIONS:
        reading.words["thing"] = f"作出{after.text}"
        return _MADE_DECISIONS[after.text]
    requested = after.id == "application" and is_request(after, around.behind)
    return "request" if requested else after.id


def _named_thing(sentence: Sentence, thing: Token, around: Around, reading: FigureReading) -> str:
    """Return the thing that a word names, together with the words before it."""
    near, content = around.near, around.content
    place, in_content = near.index(thing), content.index(thing)
    if thing.id == "application":
        return _application(sentence, thing, around, reading)
    otherwise = _named_otherwise(sentence, thing, around, reading)
    if otherwise:
        return otherwise
    joined = place > 1 and near[place - 1].text in CONJUNCTIONS and near[place - 2].kind == "event"
    if thing.id == "request" and joined:
        # 主动公开与依申请公开的信息9条
        return UNKNOWN
    earlier = next((one for one in reversed(content[:in_content]) if one.kind == "thing"), None)
    if earlier is not None:
        joint = _joint(earlier, thing, near)
        said = earlier.id == "press_conference" and thing.id == "information"
        if joint != thing.id or said:
            # 新闻发布会公开信息9条 is what was said there.
            return UNKNOWN if said else joint
    reading.loose = reading.loose or _is_labelled(sentence, around, place, in_content)
    return thing.id


def _named_otherwise(
    sentence: Sentence, thing: Token, around: Around, reading: FigureReading
) -> str:
    """Return what the words beside a word make of its thing; empty if they change nothing."""
    near, content = around.near, around.content
    place, in_content = near.index(thing), content.index(thing)
    if thing.text == "费" and place and is_noun(near[place - 1]):
        # 排污费9万元
        return UNKNOWN
    if (thing.id == "complaint" or thing.text == "事项") and any(
        one.text in _HOTLINES for one in near[:place]
    ):
        # 受理12345投诉9件, 受理12345群众诉求9件
        return "hotline_order"
    ahead = sentence.tokens[sentence.index + 1 : sentence.index + _AHEAD_TOKENS]
    if thing.text == "建议" and any(one.id == "member_proposal" for one in ahead):
        # 办理建议9件、提案2件
        return "deputy_proposal"
    goes_on = not in_content and sentence.frame.thing_word.startswith("作出")
    decided = _MADE_DECISIONS.get(thing.text.removesuffix("决定"), "")
    if goes_on and decided:
        # 作出行政许可3件、行政处罚5件
        reading.words["thing"] = f"作出{thing.text}"
        return decided
    about = all(one.id == "occur" for one in content[:in_content])
    caused = about and thing.text in _CAUSES_OF_CASES
    if caused and sentence.frame.thing in CASES | {"proceedings"}:
        # 行政复议9件，其中涉及政府信息公开2件
        reading.words["thing"] = sentence.frame.thing_word
        for one in sentence.readings:
            one.loose = one.loose or one.thing == sentence.frame.thing
        return sentence.frame.thing
    return ""


def _is_labelled(sentence: Sentence, around: Around, place: int, in_content: int) -> bool:
    """Whether words that the lexicon lacks make a thing one of some kind only."""
    near, content = around.near, around.content
    events = [n for n, one in enumerate(content[:in_content]) if one.kind == "event"]
    if len(events) == 1 and events[0] == 1 and near[0].text in CONJUNCTIONS:
        label, event = content[:2]
        if event.text == "公开" and is_noun(label) and not is_body(label):
            # 、预决算公开信息9条
            return True
    acts = [content[n] for n in events[-2:]]
    opened = len(acts) > 1 and acts[0].id in DISCLOSING and acts[1].text == "公开"
    if opened and is_noun(content[events[-1] - 1]):
        # 进行预决算公开、部门决算代公开信息9条
        return True
    before = content[events[-2]].id if len(events) > 1 else ""
    if before in DISCLOSING and content[events[-1]].id in _DONE:
        # 公开不合格食品处置信息9条
        return True
    labels = content[events[-1] + 1 if events else 0 : in_content]
    ways = end_of_ways(near[:place])
    # 向办公室提出的申请9件 are all that the body got, 向教育局提出的 only some.
    addressed = [one for two, one in pairwise(near) if two.text == "向" and one.text == "办公室"]
    apart = [*near[:ways], *addressed]
    names = [one for one in labels if one.kind == "other" and one not in apart]
    compound = near[place].id == "information" and _is_compound(near[:place])
    if all(is_adverb(one) for one in names) and not compound:
        return False
    directly = compound or (bool(place) and near[place - 1].kind == "other")
    directly = directly or near[0].text in CONJUNCTIONS
    return bool(events) or (directly and sentence.scope_in(near) == "")


def _is_compound(near: list[Token]) -> bool:
    """Whether words end in a noun of which the lexicon has one character, as 统计 or 就业."""
    ends = list(
        takewhile(
            lambda one: one.kind in {"other", "mark"} and one.end - one.start == 1, reversed(near)
        )
    )
    return len(ends) > 1 and any(one.kind == "other" for one in ends)


def _joint(earlier: Token, thing: Token, near: list[Token]) -> str:
    """Return the thing that two words name together."""
    place = near.index(thing)
    between = near[near.index(earlier) + 1 : place]
    complains = thing.id == "complaint" and earlier.id in {"hotline_order", "mailbox_letter"}
    acts = thing.text == "活动" and all(one.kind == "stop" for one in between)
    labels = earlier.id == "content" and thing.id == "information" and not between
    # 解读民生文件9件
    explains = {earlier.id, thing.id} == _EXPLAINED and earlier.id == "explanation"
    explains = explains and not any(one.text in CONJUNCTIONS for one in between)
    if complains or acts or labels or explains:
        return earlier.id
    etc = any(one.id == "etc" or one.text == "等方面" for one in between)
    if any(one.kind == "event" for one in between) or (etc and thing.id == "information"):
        return thing.id
    if thing.id == "request" and end_of_ways(between):
        # 通过邮件、现场等方式提交的申请9件
        return thing.id
    both = _BOTH.get(frozenset({earlier.id, thing.id}))
    if both is not None:
        return both
    listed = any(one.text in CONJUNCTIONS for one in between)
    if listed and earlier.id != thing.id and [one.id for one in near[place + 1 :][:1]] == ["etc"]:
        # 政务信息、政策解读等9条 counts all that it lists.
        return earlier.id if earlier.id == "information" else UNKNOWN
    return thing.id if _goes_with(earlier, thing, between) else UNKNOWN


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
        reading.loose = reading.loose or (named and sentence.scope_in(near) == "")
    before = words[-1] if words else None
    reading.loose = reading.loose or (before is not None and before.text in SOME_PEOPLE)
    labels = before is not None and before.text in _ENDS_LABELS
    if labels and any(is_noun(one) or one.id == "people" for one in words[-2:-1]):
        # 受理不动产登记申请9件
        return UNKNOWN
    if before is not None and before.text == "的":
        aims = _aims_of(words[:-1])
        if any(aim != "other" for aim in aims):
            # 收到要求查阅卷宗的申请9件
            return UNKNOWN
        reading.loose = reading.loose or bool(aims)
    if before is not None and before.kind in {"other", "thing"} and not _is_how(before):
        return "request" if before.id == "request" else UNKNOWN
    goes_on = around.content[0] is thing and frame.thing not in {"", "application"}
    return frame.thing if goes_on else "request"


def _aims_of(words: list[Token]) -> list[str]:
    """Return what the words before 的申请 ask for, or who asks, beside people; in any words.

    So they do in 收到要求履行职责的申请, but not in 收到群众提交的申请.
    """
    start = max((place + 1 for place, one in enumerate(words) if one.id in _TAKEN_IN), default=0)
    aims = list[str]()
    for one in words[start:]:
        of_content = one.kind in {"thing", "event"} and one.id not in REQUESTS
        if one.text in SOME_PEOPLE:
            aims.append("other")
        elif of_content or one.id == "plan" or is_noun(one):
            aims.append(one.id or "noun")
    return aims


def _is_how(word: Token) -> bool:
    """Whether a word before 申请 says how or which, and not for what: 护照申请 is no request."""
    return word.kind == "other" and (len(word.text) == 1 or _HOW.fullmatch(word.text) is not None)


def _goes_with(earlier: Token, thing: Token, between: list[Token]) -> bool:
    """Whether two things beside each other are one, as a label and its information are."""
    if earlier.id == thing.id:
        return True
    listed = any(one.text in CONJUNCTIONS for one in between)
    if thing.id not in {"request", "information"}:
        both = {earlier.id, thing.id}
        return not (listed and (both <= _ACTS or both == _EXPLAINED))
    return not listed and earlier.id in {"information", "request", "application"}


def event_of(sentence: Sentence, around: Around, thing: str, reading: FigureReading) -> str:
    """Return what happened to the thing that a figure counts; empty if nothing says so."""
    near = around.near
    events = [one for one in around.of_kind("event") if not _is_past(one, near)]
    if _is_object(near):
        events = [one for one in around.behind if one.kind == "event"][-1:]
        if events:
            sentence.done = sentence.index + around.behind.index(events[0]) + 2
    if not events and not (around.tail is not None and around.tail.kind == "thing"):
        events = _events_behind(sentence, around)
        ends = not around.content and bool(events) and events[0].id in _DONE
        if ends and around.behind[0].id in REQUESTS:
            # 9件申请均按时答复，2件… are only some of them, and may be of another kind.
            named = "request" in {sentence.frame.thing, around.behind[0].id}
            counted = named or sentence.has_counted("request")
            reading.loose = reading.loose or not counted or _goes_on(sentence)
    if [one.id for one in events] == ["publish"] and _is_disclosed(around.behind):
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
    reasons = _reasons(event, events)
    if _is_of_two(events, near) or len(reasons) > 1:
        return ""
    if reasons and not any(one.id == "etc" for one in near):
        event = reasons[0]
    reading.words["event"] = event.text
    outcomes = (one for one in sentence.tokens if one.kind == "event" and _is_outcome(one.id))
    if event.text == "公开答复" and all(one.text == "公开答复" for one in outcomes):
        # 收到申请9件，公开答复9件 says in public that all were answered.
        reading.loose = True
        return "answer"
    before = sentence.tokens[: sentence.index][-_BRACKET_TOKENS:]
    if event.id == "grant" and _WITH_PARTS.search("".join([one.text for one in before])):
        # 予以公开（含部分公开）9件
        return "whole_or_part"
    if event.id == "already_public" and thing == "information":
        # 在已公开的9条信息中
        reading.loose = True
        return "disclose"
    place = near.index(event) if event in near else 0
    new = place > 0 and near[place - 1].text == "新"
    return "issue" if new and event.id == "publish" and thing in _ACTS else event.id


def _goes_on(sentence: Sentence) -> bool:
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
    if thing == "request" and _is_of_the_rest(near):
        # 其他1件 at the end of a list of outcomes has an outcome of its own.
        reading.loose = True
        return "other_outcome" if _is_outcome(frame.event) else ""
    if not around.content and any(one.kind == "event" for one in around.behind):
        # 2件移送其他部门处理 have a fate of their own.
        return ""
    if frame.event in OF_CASES and any("提起" in one.text for one in near):
        # 尚未审结复议9件和提起诉讼2件
        return ""
    if thing in CASES and _is_of_the_rest(near) and frame.event in OF_CASES:
        # 维持17件，纠正2件，其他4件
        return "other_result"
    listed = near and (near[0].text in CONJUNCTIONS or any(one.kind == "way" for one in near))
    parts = frame.among and not around.of_kind("thing") and not any(map(is_noun, around.behind))
    same = (
        thing == frame.thing
        and near
        and all(one.kind in {"stop", "thing"} or one.id in _PASSED for one in near)
    )
    known = _ACTS | next((group for group in _LISTED if frame.thing in group), frozenset())
    acts = tail is not None and tail.id in known and frame.event in DISCLOSING
    kinds = thing == "information" and any(map(is_noun, near)) and _goes_on_kinds(sentence, around)
    reading.loose = reading.loose or kinds
    if frame.event and (same or listed or parts or acts or kinds):
        reading.words["event"] = frame.event_word
        return frame.event
    return ""


def _goes_on_kinds(sentence: Sentence, around: Around) -> bool:
    """Whether a figure follows one of information of a kind, in the same unit."""
    last = sentence.readings[-1] if sentence.readings else None
    kind = last is not None and last.subject == "disclosed_of_a_kind"
    return kind and last is not None and last.value.unit == around.number.unit


def _is_disclosed(behind: list[Token]) -> bool:
    """Whether the words behind a number begin with 主动公开 as a kind of information."""
    first = behind[0] if behind else None
    return first is not None and first.id == "disclose" and first.text.startswith("主动")


def _is_object(near: list[Token]) -> bool:
    """Whether a number is what something is done to, as in 对其中2件进行了部分公开."""
    texts = [one.text for one in near]
    if "对" not in texts:
        return False
    return all(is_skipped(one) for one in near[len(texts) - texts[::-1].index("对") :])


def _is_past(event: Token, near: list[Token]) -> bool:
    """Whether an event only says what led to another, as in 答复后被复议, 不服答复提起复议."""
    behind = near[near.index(event) + 1 :]
    led = [one.text.startswith("后") for one in behind[:1]]
    return event.id == "answer" and (any(led) or any("提起" in one.text for one in behind))


def _is_of_the_rest(near: list[Token]) -> bool:
    """Whether a figure is of all that a list does not name, as in 其他1件."""
    return "".join([one.text for one in near if one.kind != "stop"]) in _REST


def _is_of_two(events: list[Token], near: list[Token]) -> bool:
    """Whether a figure counts two outcomes together, as in 已主动公开和同意公开的3件."""
    if len(events) < 2 or not all(_is_outcome(one.id) for one in events[-2:]):
        return False
    between = near[near.index(events[-2]) + 1 : near.index(events[-1])]
    return bool(between) and all(one.text in CONJUNCTIONS for one in between)


def _reasons(event: Token, events: list[Token]) -> list[Token]:
    """Return the rows of a group that stand before it, as in 本机关不掌握而无法提供1件."""
    group = {"deny": "denied_", "unable": "unable_", "not_processed": "not_processed_"}
    row = group.get(event.id)
    return [one for one in events if row is not None and one.id.startswith(row)]


def _is_outcome(event: str) -> bool:
    """Whether an event is what a request comes to."""
    return event.partition("_")[0] in _RESULTS


def _main_event(events: list[Token], near: list[Token], thing: str) -> Token:
    """Return the event of a figure: the last one, unless it only describes the thing."""
    event = events[-1]
    if len(events) == 1:
        return event
    if events[-2].id == "answer" and _is_outcome(event.id):
        # 答复同意公开的9件
        return event
    wanted = _DECIDING.get(event.id, _TRANSFERRED)
    for one in events:
        if one.id in wanted:
            return one
    place = near.index(event) + 1
    describes = place < len(near) and near[place].text == "的"
    if thing in {"information", "content"} and event.text == "涉及":
        # 公开涉及教育的信息 tells what the information is about.
        describes = any(one.text in _ENDS_TOPICS for one in near[place:])
    disclosed = [one for one in events[:-1] if one.id in DISCLOSING]
    labels = event.id in _DONE and near[place : place + 1]
    if disclosed and labels and near[place].id == "information":
        # 公开不合格食品处置信息9条
        return disclosed[-1]
    between = near[near.index(events[-2]) + 1 : place - 1] if event in near else []
    joined = all(one.text in CONJUNCTIONS for one in between)
    if event.id == "handle" and events[-2].id in _COMING and joined:
        # 收到和办理申请9件
        return events[-2]
    classed = all(one.text in _CLASSES for one in between)
    outcome = _is_outcome(events[-2].id) or events[-2].id == "disclose"
    answers = event.id == "answer" and classed and (outcome or not between)
    # 予以公开处理9件
    outcome = outcome or events[-2].id == "answer"
    answers = answers or (event.text == "处理" and classed and outcome)
    return events[-2] if describes or answers else event


def _events_behind(sentence: Sentence, around: Around) -> list[Token]:
    """Return the event behind a number, as in 8件予以公开 or 1件结转下年度."""
    behind = around.behind
    first = next((one for one in behind if not _is_passed(one)), None)
    if first is not None and first.id in REQUESTS and not around.content:
        # 9件申请均按期办结
        rest = behind[behind.index(first) + 1 :]
        every = any(one.text.startswith(_EVERY) for one in rest[:2])
        first = next((one for one in rest if every and not _is_passed(one)), None)
    if not around.content and first is not None and first.kind == "event":
        if first.id in SUING:
            # 9件复议后诉讼结果维持
            first = next((one for one in behind if one.id in OF_CASES), first)
        if first.id == "answer":
            # 2件答复“信息不存在”
            rest = [one for one in behind[behind.index(first) + 1 :] if not is_skipped(one)]
            first = rest[0] if rest and _is_outcome(rest[0].id) else first
        sentence.done = sentence.index + behind.index(first) + 2
        return [first]
    return [one for one in behind if one.id in _BEHIND][:1]


def _is_passed(token: Token) -> bool:
    """Whether a word behind a number says neither what it counts nor what happened."""
    adverb = token.kind == "other" and len(token.text) > 1 and is_adverb(token)
    told = token.text in _TOLD
    return is_skipped(token) or token.kind in {"time", "own"} or adverb or told
