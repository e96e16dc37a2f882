"""Whether a thing is counted in a unit, and whether a figure is a part of the total before it."""

from __future__ import annotations

from itertools import pairwise

from govinfo.claims.lexicon import (
    CLASS_WORDS,
    COMING,
    DECISIONS,
    DISCLOSING,
    ENDING,
    IN_FULL,
    MONEY,
    REQUEST_EVENTS,
    REQUESTS,
    SUM_WORDS,
)
from govinfo.claims.readings import Around, FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import Sentence
from govinfo.claims.words import OTHER_LABEL, is_noun, joined

__all__ = ["is_total", "part_of_list", "unit_fits"]

_NO_PART = frozenset(
    {
        "full_text_information",
        "request",
        "proceedings",
        "reconsideration",
        "lawsuit",
        "visit",
        "readership",
        "media_report",
        "staff",
        "full_time_staff",
        "part_time_staff",
        "request_point",
        "reading_point",
    }
)
_PART_UNITS = frozenset({"条", "件", "篇", "份", "个", "项", "期", "则", "次", ""})
_OF_ACTS = frozenset({"个", "次", "期"})
"""Units that count no pieces of information."""
_OF_INFORMATION = frozenset({"条", "篇", "则", "份", "件"})
"""Units of pieces of information."""
_OF_ISSUES = frozenset({"期", "批", "部"})
"""Units that count what information stands in."""
_PEOPLE = frozenset({"人", "名", "位"})
_BEFORE_BARE = frozenset({"为", "是", "共", "共计", "合计", "计", "：", ":", "数为"})
"""What a number without a unit may stand behind."""
_OPENED = frozenset({"公开", "公布", "公示", "更新", "发布"})
"""Events that may end the name of a class of information."""
_LABELS = frozenset({"content", "information", "document", "other"})
"""Things that may be the name of a class of information."""
_HANDLED = frozenset(
    {"licence", "penalty", "enforcement", "proposal", "deputy_proposal", "member_proposal"}
    | DECISIONS
)
"""Things that are information only if they are counted in the unit of their total."""
_PLAIN = frozenset({"信息", "政府信息", "各类信息"})
"""Words for information of every class."""
_CATALOGUES = ("目录", "指南", "制度", "专栏")
"""How the names of the parts of a site on disclosure end."""
_CLOSING = frozenset("”’")
"""Marks behind the label of a figure, whatever words it has."""
_OUTLETS = {"disclosed_in_media": ["media"], "disclosed_on_website": ["notice_board"]}
"""Ways that are parts of others: 媒体刊登9条，其中人民网4条, 网站公开9条，其中信息公开栏7条."""


def unit_fits(sentence: Sentence, around: Around, reading: FigureReading) -> bool:
    """Whether a thing is counted in this unit; without one, the words before must say so."""
    unit = around.number.unit
    if unit == "%" or reading.subject == "full_text_rate":
        return unit == "%" and reading.subject == "full_text_rate"
    if not unit:
        return _is_bare_count(around, listed=bool(sentence.readings))
    known = sentence.scanner.things.get(reading.thing)
    if reading.subject == "disclosed_of_a_kind":
        # 发送信息9期 and 编发简报9期 are bulletins.
        bulletin = reading.thing == "information" or reading.words.get("thing", "").endswith("简报")
        return unit in _PART_UNITS and (unit != "期" or not bulletin)
    if reading.subject == "proactive_disclosures" and unit in _OF_ISSUES:
        return False
    if known is None or reading.subject.startswith(("disclosed_", "part")):
        return unit not in MONEY | _PEOPLE
    return unit in known.units


def _is_bare_count(around: Around, *, listed: bool) -> bool:
    """Whether a number without a unit counts things, as in 不予公开信息数79."""
    lists = bool(around.behind) and around.behind[-1].id == "among"
    if (around.behind and not lists) or not around.near or not around.number.text[0].isdigit():
        return False
    last = around.near[-1]
    if last.id in REQUESTS and any(one.id in COMING for one in around.of_kind("event")):
        return True
    if listed and last.id in ENDING:
        return True
    if lists and last.text in IN_FULL:
        # 主动公开政府信息181，其中…, with the comma behind 其中.
        return True
    discloses = listed and last.kind == "event" and last.text.endswith("公开")
    in_full = last.text in IN_FULL and any(one.text == "主动公开" for one in around.content)
    if in_full and len(around.number.text) > 1:
        # 累计主动公开政府信息158，
        return True
    return discloses or last.text in _BEFORE_BARE or last.text.endswith(("数", "数量"))


def part_of_list(sentence: Sentence, around: Around) -> str:
    """Return `part` or `part_other` if a figure is an item of the list of a total before it."""
    whole, tail, unit = sentence.whole, around.tail, around.number.unit
    is_open = whole is not None and whole.opens and sentence.frame.among
    named = bool(around.behind) and [one.id for one in around.near[-1:]] == ["etc"]
    if whole is None or not is_open or named or whole.subject.startswith("requests_"):
        return ""
    if [one.id for one in around.of_kind("way")[-1:]] == _OUTLETS.get(whole.subject):
        return "part"
    kinds = ["occur" if one.id == "occur" else one.kind for one in around.content]
    if "occur" in kinds and "thing" in kinds[: kinds.index("occur")]:
        # 建议提案涉及道路2件 begins a list of its own: of things that are about something.
        sentence.whole = None
        return ""
    parts = [one.value.value or 0 for one in sentence.readings if one.whole is whole]
    if len(parts) > 1 and around.number.value == sum(parts) and is_total(around):
        # 共50条。其中A类9条，B类21条，共发布30条: the last is the sum of some parts.
        sentence.is_listed_unsurely = True
    if _is_beyond(sentence, around, whole):
        sentence.whole = None
        return ""
    other = tail is not None and tail.id in _HANDLED and unit != whole.value.unit
    acts = unit in _OF_ACTS and whole.value.unit not in _OF_ACTS
    acts = acts or other or any(one.id == "submit" for one in around.content)
    if acts or unit not in _PART_UNITS or not _is_item(around):
        return ""
    return "part_other" if OTHER_LABEL.match(joined(around.near)) else "part"


def _is_beyond(sentence: Sentence, around: Around, whole: FigureReading) -> bool:
    """Whether a figure is stated for itself behind a list, and is none of its items."""
    unit, words = around.number.unit, [one for one in around.near if one.kind != "stop"]
    # 我局共发布许可信息7条
    ours = any(two.kind == "own" and one.id in DISCLOSING for two, one in pairwise(words))
    # 新开栏目2个，办理业务9项: a figure in another unit has ended the list.
    parts = [one.value.start for one in sentence.readings if one.whole is whole]
    between = [
        one
        for one in sentence.tokens[: sentence.index]
        if one.kind == "number" and parts and one.start > parts[-1]
    ]
    other = bool(between) and between[-1].unit != whole.value.unit
    behind = other and unit not in _OF_INFORMATION | {whole.value.unit}
    # 网站公开9条…；微博发布9条
    channels = [sentence.scanner.ways[one.id].subject for one in around.of_kind("way")]
    acts = any(one.id in DISCLOSING for one in around.of_kind("event"))
    known = acts and whole.subject.startswith("disclosed_on_") and bool(channels)
    elsewhere = known and channels[-1] not in {"", whole.subject}
    return ours or behind or elsewhere or is_total(around)


def is_total(around: Around) -> bool:
    """Whether a word for a total stands before what happened, as in 共发布信息9条."""
    words = [one for one in around.near if one.kind != "stop"]
    return any(two.text in SUM_WORDS and one.id in DISCLOSING for two, one in pairwise(words))


def _is_item(around: Around) -> bool:
    """Whether a figure has a label of its own, and no event that says something else of it."""
    tail = around.tail
    events = {one.id for one in around.of_kind("event")}
    things = [one.id for one in around.of_kind("thing")]
    last = around.near[-1] if around.near else around.number
    if last.id == "topic" and (tail is None or events <= DISCLOSING):
        return True
    if last.text in CLASS_WORDS and len(around.near) > 1:
        return True
    if tail is None or (tail.id in DISCLOSING and around.behind):
        behind = {one.kind for one in around.behind}
        names = bool(behind & {"thing", "other"}) and "event" not in behind
        return names or last.text in _CLOSING
    answers = tail.id == "answer" and things and things[-1] not in REQUESTS
    announces = tail.id == "content" and events <= DISCLOSING
    if answers or announces or _is_opened(around):
        return True
    if tail.kind in {"event", "way", "own", "scope", "time"} or events & REQUEST_EVENTS:
        return False
    return _names_item(around, tail)


def _names_item(around: Around, tail: Token) -> bool:
    """Whether the words before a figure name a class of information, and not a channel."""
    events = around.of_kind("event")
    if tail.id == "information" and events and around.of_kind("way"):
        # 其中通过网站公开信息7条 names the channel, and no class of information.
        last = max(place for place, one in enumerate(around.content) if one.kind == "event")
        return _has_label(around.content[last:-1])
    topic = around.near[-2:-1] and around.near[-2].id == "topic"
    # 工作类信息 names a class before its information.
    words = [one for one in around.near if one.kind != "stop"]
    is_class = any(one.text in CLASS_WORDS for one in words[1:])
    labelled = bool(topic) or _has_label(around.content[:-1]) or is_class
    published = all(one.id == "publish" for one in events) and not around.of_kind("way")
    labelled = labelled or (tail.text not in _PLAIN and published)
    if tail.id == "information" or (labelled and tail.id == "document"):
        return labelled
    return tail.id not in _NO_PART and not (events and tail.kind == "thing")


def _is_opened(around: Around) -> bool:
    """Whether a label ends in 公开, as in 预算公开 or 政府信息公开, and no way stands before."""
    tail = around.tail
    if tail is None or around.of_kind("way"):
        return False
    if tail.id == "request":
        return tail.text.endswith("信息公开") and not tail.text.startswith("依")
    before = around.content[-2:-1]
    # 信息公开目录发布9条
    shown = [one.text.endswith(_CATALOGUES) for one in around.near[-2:-1]]
    labelled = any(shown) or (bool(before) and (is_noun(before[0]) or before[0].id in _LABELS))
    events = [one for one in around.of_kind("event") if one.text != "涉及"]
    return labelled and tail.text in _OPENED and len(events) == 1


def _has_label(words: list[Token]) -> bool:
    """Whether words name a kind of information, as 财政 in 财政信息."""
    return any(token.kind in {"other", "thing"} or token.id in {"plan", "topic"} for token in words)
