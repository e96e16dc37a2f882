"""What figures of requests count: all that came, an outcome, or only some of them."""

from __future__ import annotations

import re
from itertools import takewhile

from govinfo.claims.lexicon import (
    CARRIED,
    COMING,
    DISCLOSING,
    DONE,
    ENDING,
    REQUEST_EVENTS,
    SUM_WORDS,
)
from govinfo.claims.readings import UNKNOWN, Around, FigureReading
from govinfo.claims.scopes import scope_in
from govinfo.claims.sentence import Sentence
from govinfo.claims.subjects import subject_of
from govinfo.claims.words import ASKED, end_of_ways, is_outcome, joined

__all__ = ["of_requests", "settle_information"]

_OF_ALL_THAT_CAME = frozenset({"receive", "accept", "new", "handle", ""})
_OF_ANY_YEAR = ENDING | {"carried_over"}
"""Events of requests that may have been made in the year before."""
_GROUPS = {
    "deny": "denied_",
    "unable": "unable_",
    "not_processed": "not_processed_",
    "other_outcome": "other_",
}
"""Events whose cells are all rows of a group, and how the events of those rows begin."""
_INFORMATION = frozenset({"information", "document"})
_WITH_PARTS = frozenset({"requests_received", "requests_handled"})
"""Of which requests 其中9件已答复 are only some."""
_TOTALS_OF_REQUESTS = frozenset({"requests_received", "requests_handled", "requests_answered"})
_PARTS_OF_REQUESTS = ("requests_received_", "requests_from_", "requests_carried_over")
"""Subjects of all requests, and how those of some of them begin."""
_AFTER = re.compile(
    r"""
    (?<! 最 | 然 | 今 | 先 | 前 | 此 | 之 )                             # no time alone
    (?<! 申请 | 收到 | 接到 | 受理 | 登记 | 审核 | 审查 | 研究 )         # done with every request
    后 (?! 续 | 期 | 勤 | 台 )
    """,
    re.VERBOSE,
)
"""That something was done before what happened, as in 补正后答复."""
_OF_SOME = re.compile(
    r"""
    ^代表(?!大会|团) | 名义 | 参与 | 同一 | 共同 | (?:围绕|针对).       # for others, or with them
  | 第三方不 | 抽查 | 评查                                              # by others
  | (?:当场|现场|即时|当天|当日)[予给作办答回]                          # on the spot
  | (?:合并|重新|提前|补充|规范)[答办]                                  # in a way of its own
  | 经.{2,6}后                                                          # after a step of its own
  | [又另][收受接] | 再次 | 批量 | 最多 | 最高 | 直接[收受] | (?:收到|受理)不(?:明确|属于)
  | 有效                                                                # leaves others out
  | 线下 | 电话 | 口头 | 窗口 | 平台 | EMS                              # by one way of several
    """,
    re.VERBOSE,
)
"""That a figure is of some requests only: of others, by others, or in a way of their own."""
_FAULTY = re.compile("超期|逾期|延期|不规范|不当|有误|瑕疵|纠")
"""What was wrong with some of the answers."""
_OF_THE_REST = re.compile("其[他它余]|剩余|另外?有?")
"""That others were counted before, as in 其他类型答复9件."""
_SOME_ENDED = (REQUEST_EVENTS - COMING) | CARRIED
"""What may have happened to those counted before, and to those counted behind them."""
_PLAIN = SUM_WORDS | frozenset("量数有为是达的") | {"数量", "总量", "总数", "件数", "共有"}
"""Words before a figure of all that came."""
_ENDS_COUNTS = ("量", "数")
"""How words for requests end that count them."""
_COUNTS = frozenset({"数", "数量", "总数", "总量", "件数", "总件数"})


def settle_information(sentence: Sentence, reading: FigureReading) -> None:
    """Change the thing of a figure of requests where its words mean information."""
    words, event = reading.words.get("thing", ""), reading.event
    counted = sentence.has_counted("request")
    if any(one.text == "公开属性" for one in sentence.tokens[: sentence.index]):
        # 公开属性审核90件，其中依申请公开9件，不予公开5件 are documents.
        reading.thing = "on_request" if words.startswith("依申请") else "information"
    elif counted or event in REQUEST_EVENTS or event.startswith("carried"):
        return
    elif words.startswith("依申请公开"):
        files = words.endswith(("文件", "公文"))
        asked = words.endswith(("申请", "件", "事项")) and not files
        if files or (not asked and (words.endswith("信息") or sentence.has_counted(*_INFORMATION))):
            reading.thing, reading.event = "on_request", ""
    elif words == "政府信息公开" and reading.value.unit == "条" and not event:
        # 全年完成政府信息公开9条 is what was disclosed.
        reading.thing, reading.event, reading.loose = "information", "disclose", False


def of_requests(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the subject of a figure of requests."""
    if any(one.text == "其他组织" for one in around.near[-2:]):
        # 其他组织申请2件 names applicants of several rows.
        reading.thing = UNKNOWN
        return ""
    ends = ("不服", "公开的") if "website" in reading.ways else ("不服",)
    if any(one.text.endswith(ends) for one in around.near):
        # 已在网站公开的1件 came in any way, and of 复议9件 those of 其中不服政府信息公开答复3件
        # are cases.
        return ""
    if any(one.text == "条目" for one in around.near):
        return "requests_on_platform"
    reading.loose = reading.loose or _is_within_outcome(sentence, reading)
    carried = _of_carried(sentence, around, reading)
    if carried is not None:
        return carried
    ways, tail = sentence.scanner.ways, around.tail
    forms = [way for way in reading.ways if ways[way].of != "channel"]
    forms += ["online"] if "website" in reading.ways else []
    if end_of_ways(around.near):
        # 通过网络、信函等方式 leaves no way out.
        forms = []
    if len(forms) == 1 and "channels" not in reading.ways:
        # Those who made the requests handled may have made them in the year before.
        reading.loose = reading.loose or sentence.total in {"requests_handled", "requests_answered"}
        if reading.event in _OF_ALL_THAT_CAME or (tail is not None and tail.kind == "way"):
            return ways[forms[0]].subject
        reading.loose = True
    return _by_event(sentence, around, reading, in_form=bool(forms))


def _by_event(sentence: Sentence, around: Around, reading: FigureReading, *, in_form: bool) -> str:
    """Return the subject of what happened to requests, or of all that came."""
    tail, among = around.tail, sentence.frame.among
    reading.loose = reading.loose or _is_of_some(sentence, around, reading)
    opened = reading.event == "disclose" and reading.words.get("event") == "公开"
    if opened and not reading.ways:
        # 公开3件，不予公开1件, and 收到3件，其中公开3件; but 向社会公开3件 may be what was put on
        # a site, and 已公开3件 what had been there before.
        others = {one.id for one in sentence.tokens[sentence.index :]}
        bare = all(one.kind == "stop" or one.id in {"among", "disclose"} for one in around.near)
        part = among and sentence.total in _WITH_PARTS and bare
        if part or not others.isdisjoint({"deny", "partial"}):
            reading.event = "grant"
    # 收到申请9件，其中其他渠道1件
    elsewhere = among and reading.ways and not around.of_kind("event")
    if reading.event:
        return "" if elsewhere else subject_of("request", reading.event)
    counted = any(one.text in _COUNTS for one in around.near) and not among
    reading.loose = reading.loose or not (counted or _are_all(sentence, around, reading))
    named = tail is not None and tail.kind == "thing" and not (in_form or elsewhere)
    return "requests_received" if named else ""


def _are_all(sentence: Sentence, around: Around, reading: FigureReading) -> bool:
    """Whether nothing but the name of requests stands before a figure: 政府信息公开申请27件.

    What happened to others may be said of them too: 办结许可申请9件，信息公开申请7件.
    """
    frame, named = sentence.frame, reading.words.get("thing", "")
    # 公开信息申请9件 may be those that were granted.
    said = "公开" in named[1:] and named.endswith(ASKED)
    ended = frame.event in _SOME_ENDED or is_outcome(frame.event)
    # 收到各类申请90件，其中政府信息公开申请9件
    within = frame.among and (sentence.whole is not None or sentence.has_counted("request"))
    if within or ended or around.behind or not around.near:
        return False
    first, *rest = around.near
    words = [one for one in rest if one.kind not in {"time", "own", "thing"}]
    begins = first.kind in {"time", "own", "thing", "stop"} or first.text in _PLAIN | {"其中"}
    plain = begins and len(around.of_kind("thing")) == 1
    plain = plain and all(one.text in _PLAIN for one in words)
    return plain and (said or named.endswith(_ENDS_COUNTS))


def _is_within_outcome(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether a figure is of those that had an outcome, as in 予以公开9件，其中自然人6件.

    So it is in 予以公开9件（含上年结转2件） and 上年结转3件，其中自然人2件 too.
    """
    if not reading.ways and reading.event not in {"carried_over", "new"}:
        return False
    asked = [one for one in sentence.readings if one.thing == "request" and not one.ways]
    last = asked[-1] if asked else None
    by_way = bool(reading.ways)
    if last is None or not (is_outcome(last.event) or (by_way and last.event in _OF_ANY_YEAR)):
        return False
    between = sentence.tokens[: sentence.index]
    return any(
        one.start >= last.value.end and (one.id == "among" or one.text in "（(") for one in between
    )


def _of_carried(sentence: Sentence, around: Around, reading: FigureReading) -> str | None:
    """Return the subject of what is left over or a sum of requests; `None` if it is neither."""
    sums_up = bool(around.near) and all(one.text in SUM_WORDS for one in around.near)
    over = any(one.event == "carried_over" for one in sentence.readings)
    if reading.event in {"carried_over", "new"} and sums_up and over:
        # 新收3件，上年结转1件，共计4件
        reading.loose = reading.loose or sentence.frame.subset
        return "requests_handled"
    if reading.event != "carried":
        return None
    # 收到申请9件，办结7件，结转2件
    values = {one.subject: one.value.value or 0 for one in sentence.readings if not one.time}
    came = values.get("requests_received", 0) + values.get("requests_carried_over", 0)
    done = values.get("requests_answered")
    if done is None or values.get("requests_handled", came) - done != reading.value.value:
        return ""
    # 1月新收申请4件，答复3件，结转1件
    reading.event, reading.loose = "carried_forward", reading.loose or sentence.frame.subset
    return "requests_carried_forward"


def _is_of_some(sentence: Sentence, around: Around, reading: FigureReading) -> bool:
    """Whether a figure is of some requests only, though its words are those for all of them."""
    event, ways = reading.event, sentence.scanner.ways
    kinds = {ways[way].of for way in reading.ways}
    if sentence.frame.subset or ("applicant" in kinds and len(kinds) > 1):
        return True
    if "form" in kinds and event in COMING:
        # 通过网站、信函等方式收到申请9件，当面收到2件, but not where 其中 says what is among it.
        if any(one.subject.startswith("requests_received_") for one in sentence.readings):
            return True
        rest = takewhile(
            lambda one: one.id != "among" and one.text not in "（(",
            sentence.tokens[sentence.index + 1 :],
        )
        if any(one.kind == "way" and ways[one.id].of == "form" for one in rest):
            return True
    # Beside 逾期未补正2件, 其他处理5件 leaves those out, and 其他答复5件 may be any.
    group = _GROUPS.get(event, "-")
    other = event == "other_outcome" and reading.words.get("event", "").endswith("答复")
    if other or any(one.event.startswith(group) for one in sentence.readings):
        return True
    return (
        _says_some(sentence, around, event)
        or _is_part_of_total(sentence, around, event)
        or _is_outcome_of_some(sentence, around, reading)
    )


def _says_some(sentence: Sentence, around: Around, event: str) -> bool:
    """Whether the words beside a figure say that it is of some requests only."""
    words = joined(around.told)
    counted = any(one.kind == "number" for one in sentence.tokens[: sentence.index])
    if counted and not sentence.has_counted("request"):
        # 办结许可申请9件，另收到信息公开申请7件
        words = words.removeprefix("另外").removeprefix("另")
    # 补正后答复2件, and 2件延期后办结, but not 除去上年结转后新收9件
    beside = around.near if around.of_kind("event") else around.behind
    events = [place for place, one in enumerate(beside) if one.kind == "event"]
    before = joined(beside[: events[-1]]) if events else ""
    if _AFTER.search(before) and not (event == "new" and "结转" in words):
        return True
    if event in ENDING and _FAULTY.search(joined(around.behind) + words):
        # 答复超期2件, and 答复有1件被纠正
        return True
    acts = [one.id for one in around.told if one.kind == "event"]
    # 办结新收申请9件
    done = DONE if event == "new" else ENDING
    settled = event in COMING and len(acts) > 1 and acts[0] in done
    return settled or _OF_SOME.search(words) is not None


def _is_part_of_total(sentence: Sentence, around: Around, event: str) -> bool:
    """Whether a figure of requests is one of a list of parts, or of those that are left."""
    among, whole, total = sentence.frame.among, sentence.whole, sentence.total
    # Ways that add up to the total divide it: what follows is said of all of the requests.
    ways = [one.value.value or 0 for one in sentence.readings if one.whole is whole and one.ways]
    divided = whole is not None and len(ways) > 1 and sum(ways) == whole.value.value
    some = among and total in _WITH_PARTS and not divided
    if event in ENDING:
        return some or _OF_THE_REST.match(joined(around.told)) is not None
    came = event in {"receive", "accept"} and scope_in(around.near) is not None
    # 共办结申请9件，其中本年受理7件 leaves out those that were not settled.
    settled = total == "requests_answered" and event in COMING
    return among and (settled or (came and total == "requests_received"))


def _is_outcome_of_some(sentence: Sentence, around: Around, reading: FigureReading) -> bool:
    """Whether an outcome stands behind some of the requests, or behind kinds of information.

    So it is in 自然人申请20件，予以公开6件, 部分公开2件，其中涉及过程性信息1件 and
    主动公开90条，不予公开9条.
    """
    readings, event = sentence.readings, reading.event
    if event in COMING or event.startswith("carried"):
        return False
    asked = [one for one in readings if one.thing == "request" and one.kind == "count"]
    totals = [one for one in asked if one.subject in _TOTALS_OF_REQUESTS]
    parts = [one for one in asked if one.subject.startswith(_PARTS_OF_REQUESTS)]
    # 收到自然人申请9件，办结9件 are those of one kind of applicants.
    of_kind = [one.subject.startswith("requests_from_") for one in parts] == [True]
    of_parts = sum(one.value.value or 0 for one in parts)
    differ = of_parts != reading.value.value or (of_kind and event in ENDING)
    if parts and not totals and differ:
        return True
    if totals and all(one.loose for one in totals):
        return True
    last = readings[-1].event if readings else ""
    begins = [one.id for one in around.near if one.kind != "stop"][:1] == ["among"]
    grounds = last.startswith(("den", "unable", "not_processed"))
    if begins and grounds and not event.startswith(last[:3]):
        # 本机关不掌握9件，其中部分公开1件
        return True
    if last in {"partial", "grant"} and event.startswith("den"):
        return begins or any(one.text.startswith("涉及") for one in around.near)
    disclosed = any(
        one.thing == "on_request" or (one.event in DISCLOSING and one.thing in _INFORMATION)
        for one in readings
    )
    return event == "deny" and disclosed and not any(one.event in COMING for one in asked)
