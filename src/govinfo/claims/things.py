"""The thing that a figure counts: named behind it, before it, or by a clause before."""

from __future__ import annotations

from itertools import pairwise

from govinfo.claims.events import goes_on, is_of_the_rest
from govinfo.claims.lexicon import CASES, DISCLOSING, OF_CASES, RECEIVING, REQUESTS, SUING
from govinfo.claims.named_things import MADE_DECISIONS, named_thing
from govinfo.claims.readings import UNKNOWN, Around, FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.scopes import scope_in
from govinfo.claims.sentence import Sentence
from govinfo.claims.words import is_adverb, is_noun, is_outcome, is_request, is_skipped

__all__ = ["counts_papers", "is_form_of_request", "thing_of"]

_ISSUES = frozenset({"期", "期次", "册"})
"""Units of what is published again and again."""
_PAPERS = frozenset({"日报", "晚报"})
"""Words for media that also end the names of papers, as in 空气质量日报."""
_NEW_MEDIA = frozenset({"wechat", "weibo", "new_media"})
"""Channels in which a body has accounts."""
_ASKED = frozenset({"mailbox_letter", "hotline_order", "inquiry"})
"""What a number may count behind 等, whatever that is about."""
_MADE = frozenset({"作出", "做出"})
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
_MADE_BY = frozenset({"提交", "提出", "递交"})
"""Words behind those who made the requests that a number counts."""
_WRITTEN = frozenset({"explanation"})
"""What a number may count behind a word that the lexicon lacks, as in 撰写2篇解读."""
_IN_CHARGE = ("负责", "从事", "承担", "专门")
"""Words behind the name of staff, before the work that they do."""
_UNITS_OF_ANYTHING = frozenset({"个", "项"})
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
        return named_thing(sentence, named[-1], around, reading)
    unknown = [one for one in around.of_kind("other") if not is_adverb(one)]
    if unknown and scope_in(around.near) == "":
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
    counts_it = of_many or around.number.unit in _UNITS_OF_ANYTHING
    if counts_it and any(map(_names_another, around.behind[: 1 + of_many])):
        # 许可、审批等13项权力, and 复议、诉讼六项制度, count what is behind them.
        return UNKNOWN
    return "request" if is_form_of_request(sentence, around) else ""


def _names_another(token: Token) -> bool:
    """Whether a word names a thing that no cell counts: one that the lexicon lacks, or a list."""
    return is_noun(token) or (token.kind == "thing" and token.id == "other")


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
    if not made or tail is None or tail.id not in RECEIVING:
        return ""
    asked = next((one for one in around.behind[made[-1] :] if one.id in REQUESTS), None)
    if asked is None:
        return ""
    ways = [one.text for one in around.behind if one.kind == "way"]
    thing = _thing_after(asked, around, reading)
    if len(ways) == 1 and ways[0].startswith("依申请公开") and not goes_on(sentence):
        reading.loose = False
    return thing


def is_form_of_request(sentence: Sentence, around: Around) -> bool:
    """Whether the words behind a number say what kind of requests came: 收到1件信函申请."""
    tail, behind = around.tail, around.behind
    if tail is None or tail.id not in RECEIVING or not behind or behind[0].kind != "way":
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
    frame, way = sentence.frame, tail.kind == "way"
    applicant = way and sentence.scanner.ways[tail.id].of == "applicant"
    # 收到自然人申请9件
    asks = frame.thing == "" and applicant and tail.text.endswith("申请")
    if is_of_the_rest(around.near):
        if frame.thing in CASES and frame.event in OF_CASES:
            return frame.thing
        asks = asks or frame.thing == "request" or is_outcome(frame.event)
    if asks:
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
    if around.near and around.near[-1].text in _MADE and after.text in MADE_DECISIONS:
        reading.words["thing"] = f"作出{after.text}"
        return MADE_DECISIONS[after.text]
    requested = after.id == "application" and is_request(after, around.behind)
    return "request" if requested else after.id
