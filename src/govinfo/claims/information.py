"""What figures of disclosed information count: a channel, a class, or what others disclosed."""

from __future__ import annotations

import re
from itertools import dropwhile, pairwise, takewhile

from govinfo.claims.lexicon import (
    CLASS_WORDS,
    COLUMN_WORDS,
    CONJUNCTIONS,
    DISCLOSING,
    IN_FULL,
    SUM_WORDS,
)
from govinfo.claims.readings import UNKNOWN, Around, FigureReading
from govinfo.claims.sentence import Sentence
from govinfo.claims.words import OTHER_LABEL, is_noun, joined

__all__ = [
    "by_channel",
    "is_bare_disclosure",
    "is_in_column",
    "is_looked_at",
    "is_of_a_class",
    "is_of_a_kind",
    "is_of_others",
    "is_vague",
]

_PUBLISHED = frozenset({"information", "content", "document", ""})
"""The things whose channel says what is counted."""
_INFORMATION_KINDS = frozenset({"information", "content", "document", "explanation"})
"""Things that a body may list as what it put somewhere."""
_OF_TEXTS = frozenset({"篇", "则"})
"""Units of what is put on a site, beside that of information."""
"""How the names of parts of a site end, which show only some of what was disclosed."""
_LOOKS_AT = re.compile("(?:[核排巡检抽普审]查|监测|巡检|研判|归档|移交)了?$")
"""How a word ends for what somebody does to a site who publishes nothing."""
_MENDED = re.compile(
    r"""
    改 | 删 | 清 | 纠 | 错 | 监 | 收集 | 采集 | 报 | 投 | 整理 | 发现 | 处置 | 转 | 审 | 反馈 | 回应
  | 密 | 隐私 | 不予 | 依申请                                           # not disclosed
    """,
    re.VERBOSE,
)
"""Words for what is done with information that is no disclosure, as in 整改错误类信息9条."""


def is_bare_disclosure(around: Around, reading: FigureReading) -> bool:
    """Whether nothing but 主动公开, a time or a body stands before a number of pieces."""
    said = reading.words.get("event", "").endswith("主动公开")
    kinds = {one.kind for one in around.content}
    alone = kinds <= {"event", "time", "own"} and not around.behind
    return said and alone and around.number.unit == "条"


def is_of_others(sentence: Sentence, around: Around) -> bool:
    """Whether others published what a figure counts, or it was only looked at.

    So it is in 督促各镇公开信息9条, 媒体刊登新闻90条，其中人民网4条 and 核查网站发布信息700条.
    """
    ways = {one.id for one in around.of_kind("way")}
    acts = [place for place, one in enumerate(around.near) if one.id in DISCLOSING]
    before = around.near[: acts[0]] if acts else []
    if any(one.id == "others" or one.text in {"要求", "报送", "上报"} for one in before):
        return True
    if sentence.frame.among and not around.of_kind("event") and ways <= {"media"}:
        return any(one.subject == "disclosed_in_media" for one in sentence.readings)
    content = around.content
    return any(
        two.kind in {"other", "thing"} and _LOOKS_AT.search(two.text) and one.kind == "way"
        for two, one in pairwise(content)
    )


def is_looked_at(around: Around) -> bool:
    """Whether somebody only looked at what a figure counts, as in 监测舆情9条."""
    words = [one for one in around.near if one.kind != "stop" and one.text not in SUM_WORDS]
    return any(
        two.kind == "other" and _LOOKS_AT.search(two.text) is not None and one.kind == "thing"
        for two, one in pairwise(words)
    )


def is_of_a_kind(around: Around, reading: FigureReading) -> bool:
    """Whether a figure is of information of one kind, as in 公开财政信息9条 and 公开预算9条."""
    tail, named = around.tail, reading.words.get("thing", "")
    if reading.thing == UNKNOWN:
        kind = tail is not None and (is_noun(tail) or tail.id in {"information", "plan"})
        whole = all(one.text.isalnum() for one in around.of_kind("other"))
        files = tail is not None and tail.id == "information" and around.number.unit == "件"
        posted = around.number.unit in _OF_TEXTS and bool(around.of_kind("way"))
        texts = files or posted or around.number.unit == "条"
        return kind and whole and texts and named not in IN_FULL
    other = OTHER_LABEL.match(joined(one for one in around.near if one.kind != "apart"))
    classed = any(one.text in CLASS_WORDS for one in around.near)
    of_some = reading.loose or classed or other is not None
    in_full = named in IN_FULL and not any(one.text.endswith("领域") for one in around.near)
    return reading.thing == "information" and of_some and not in_full


def is_of_a_class(sentence: Sentence, around: Around, reading: FigureReading) -> bool:
    """Whether a figure is of a class of information, though nothing says it was disclosed.

    So it is in 政策类信息9条 and 在公开的信息中，动态信息9条.
    """
    words = joined(around.near)
    if reading.event or reading.thing != "information" or _MENDED.search(words):
        return False
    named = any(one.text in CLASS_WORDS for one in around.near)
    return around.number.unit == "条" and (named or sentence.frame.among)


def by_channel(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the subject of what was disclosed in one channel, or in several together."""
    ways = sentence.scanner.ways
    named = ["website" if way == "online" else way for way in reading.ways]
    channels = [way for way in named if ways[way].of == "channel"]
    thing = reading.thing
    things = [one.id for one in around.of_kind("thing")]
    listed = len(things) > 1 and any(one.text in CONJUNCTIONS for one in around.near)
    # 发布工作动态、政策文件等9条
    several_kinds = thing == UNKNOWN and listed and _INFORMATION_KINDS.issuperset(things)
    known = thing in _PUBLISHED or several_kinds
    if not channels or reading.event not in DISCLOSING or not known:
        return ""
    several = len(channels) > 1 or channels == ["channels"]
    if thing == "document" and not several:
        return ""
    if thing == "content" and _is_listed(sentence):
        return ""
    if several:
        return "disclosed_through_channels"
    if thing == "information" and not sentence.has_counted("information"):
        # Where no total is named, what the site shows may be all that was disclosed.
        said = reading.words.get("event", "")
        total = said.startswith("主动公开") and not reading.way_before
        reading.loose = reading.loose or total
    return ways[channels[0]].subject


def is_vague(around: Around, reading: FigureReading) -> bool:
    """Whether information was put somewhere, and nothing says where."""
    if reading.words.get("thing", "") != "信息" or reading.loose:
        return False
    # 公开信息发布总计9条 says that it was disclosed.
    ends = around.tail is not None and around.tail.id == "publish"
    opened = ends and any(one.id == "disclose" for one in around.content)
    return reading.thing == "information" and reading.event == "publish" and not opened


def is_in_column(around: Around, reading: FigureReading) -> bool:
    """Whether information was disclosed in one column of a site, as in 通过审计专栏公开信息."""
    columns = [n for n, one in enumerate(around.content[:-1]) if one.text.endswith(COLUMN_WORDS)]
    behind = around.content[columns[-1] + 1 :] if columns else []
    shown = reading.thing == "information" or reading.words.get("thing", "").endswith(COLUMN_WORDS)
    # 在民生栏目危房改造公开信息9条
    behind = list(dropwhile(is_noun, behind))
    return shown and bool(behind) and behind[0].id in DISCLOSING


def _is_listed(sentence: Sentence) -> bool:
    """Whether the next figure is one more of the same way, as in 新闻73条、通知9条."""
    rest = sentence.tokens[sentence.index + 1 :]
    if not rest or rest[0].text != "、":
        return False
    item = takewhile(lambda one: one.kind != "number", rest)
    return all(one.kind != "way" for one in item)
