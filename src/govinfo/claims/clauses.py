"""The grammar: from the tokens of a sentence to what its figures count.

A figure is read with the words between it and the figure before. What they leave out it takes from
the clauses before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from attrs import evolve

from govinfo.claims.denials import denials_at
from govinfo.claims.events import event_of
from govinfo.claims.items import part_of_list, unit_fits
from govinfo.claims.lexicon import CARRIED, CONJUNCTIONS, ENDING, RECEIVING
from govinfo.claims.readings import Around, FigureReading
from govinfo.claims.resolution import resolve
from govinfo.claims.scanner import Token
from govinfo.claims.scopes import scope_in
from govinfo.claims.sentence import Sentence
from govinfo.claims.things import counts_papers, is_form_of_request, thing_of
from govinfo.claims.words import is_body, is_noun, is_skipped, names_disclosure, ways_in

__all__ = ["read_sentence"]

_DENYING = frozenset({"not", "zero"})
_WITHIN = re.compile(r"^[中里内]")
_TOTAL = frozenset({"share", "request", "application", "receive", "accept", "answer", "settle"})
"""What a share of all requests may name; any other word names another whole."""
_WITHOUT_SHARE = frozenset({"readership", "visit", "survey"})
"""Things that nothing which reports must count is a share of."""
_JOINING = frozenset({"并", "和", "且", "及", "、", "均", "已"})
"""Words that may stand between two events that one figure names together."""
_ABOUT_PLANS = frozenset({"information", "content", "other"})
"""Things behind the name of a plan that they are about."""
_NEXT = re.compile("[下明后今]")
"""What a plan is called that is one for the next year."""
_REQUESTED = frozenset({"request", "reconsideration", "lawsuit", "proceedings"})
"""Things whose figures up to a day are held to be those of all years."""
_EACH_TOKENS = 3
"""So many tokens apart stand the two numbers of 发布一条解读一条."""
_COUNTED_WHOLE = (
    "requests_received",
    "requests_from_",
    "requests_handled",
    "requests_carried_over",
)
"""Figures behind which 中 says that what follows is about them alone."""
_YEAR = re.compile(r"20\d\d")
_NOT_LAST = re.compile("前年|往年|环比")
"""With what a sentence compares if it is not the year before."""
_CHANGES = frozenset({"more", "less"})
_MEANS = ("途径", "渠道")
"""Words behind a number of ways, which counts no information."""
_CAUSES = frozenset({"因", "由于"})
_HAVE_PARTS = frozenset(
    {
        "documents_issued",
        "information_total",
        "proactive_disclosures",
        "documents_disclosed",
        "disclosed_of_a_kind",
        "disclosed_on_website",
        "disclosed_on_wechat",
        "disclosed_on_weibo",
        "disclosed_through_channels",
        "disclosed_in_media",
        "requests_received",
        "requests_handled",
        "requests_answered",
    }
)
"""The subjects whose figures may be followed by their parts."""


def read_sentence(sentence: Sentence) -> None:
    """Read all figures and denials of a sentence."""
    for index, token in enumerate(sentence.tokens):
        if index < sentence.done:
            continue
        kind, name = token.kind, token.id
        if kind == "stop":
            sentence.stop(token)
        elif kind == "number":
            _read_number(sentence, index, token)
        elif name in _DENYING:
            denials = denials_at(sentence, index)
            for denial in denials:
                sentence.readings.append(_finished(sentence, denial, [*sentence.near, token]))
            if denials:
                sentence.near = []
        else:
            sentence.near.append(token)
            if name == "compare":
                sentence.has_compared, sentence.compared_with = True, token.text
    sentence.absorb()


def _read_number(sentence: Sentence, index: int, token: Token) -> None:
    """Read a number with the words around it."""
    near, sentence.near, sentence.index = sentence.near, [], index
    behind = sentence.behind(index)
    before, sentence.last = sentence.last, None
    if token.id == "cut" or token.value is None:
        return
    if _goes_with_another(sentence, index):
        sentence.apart.add(index)
        return
    sentence.take_time(near)
    rate = token.unit == "%" and bool(near) and near[-1].text.endswith("率")
    if _is_apart(near, behind) or sentence.frame.time == "_plan" or (rate and near[-1].id == ""):
        sentence.apart.add(index)
        # 拟予以公开1件，不予公开1件: what follows is no more than meant either.
        sentence.frame.subset = sentence.frame.subset or any(one.text == "拟" for one in near)
        return
    if "not" in [one.id for one in near]:
        return
    content = [one for one in near if not is_skipped(one)]
    reading = _reading(sentence, Around(token, near, content, behind), before)
    within = [one for one in behind if one.kind == "other" and _WITHIN.match(one.text)]
    if reading is None:
        # 自然人申请20件中，予以公开6件, and 网站申请9件，其中予以公开5件
        ways = (sentence.scanner.ways[one.id].of for one in near if one.kind == "way")
        is_some = bool(within) or any(of != "channel" for of in ways)
        sentence.frame.subset = sentence.frame.subset or is_some
        return
    sentence.last = reading
    sentence.readings.append(reading)
    both = _received_too(reading, near)
    if both is not None:
        sentence.readings.append(both)
    if within and reading.subject.startswith(_COUNTED_WHOLE):
        sentence.frame.subset = True
    if within and within[-1] is behind[-1]:
        sentence.frame.among = True


def _goes_with_another(sentence: Sentence, index: int) -> bool:
    """Whether a number is one of each, as in 发布一条解读一条."""
    token = sentence.tokens[index]
    if not token.text.startswith("一"):
        return False
    near = sentence.tokens[max(0, index - _EACH_TOKENS) : index + _EACH_TOKENS + 1]
    alike = [one for one in near if one.kind == "number" and one.text == token.text]
    return len(alike) > 1 and not any(
        one.kind == "stop" for one in near[near.index(alike[0]) : near.index(alike[-1])]
    )


def _received_too(reading: FigureReading, near: Sequence[Token]) -> FigureReading | None:
    """Return what the figure of 受理并办结申请9件 says besides: that so many were received."""
    if reading.subject not in {"requests_answered", "requests_received"}:
        return None
    events = [place for place, token in enumerate(near) if token.kind == "event"]
    if len(events) != 2 or any(token.text not in _JOINING for token in near[slice(*events)][1:]):
        return None
    first, second = (near[place].id for place in events)
    if first not in RECEIVING or second not in ENDING:
        return None
    other = "requests_answered" if reading.subject == "requests_received" else "requests_received"
    event = second if other == "requests_answered" else first
    return evolve(reading, subject=other, event=event, opens=False, whole=None)


def _is_apart(near: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether a number is a mean, a plan, a count before or one of ways; 规划计划7条 is none."""
    if behind and behind[0].text.startswith(_MEANS):
        # 主要通过四条途径
        return True
    charged = bool(behind) and behind[0].text.endswith("负责")
    if [one.text for one in near[-1:]] == ["由"] and behind and not charged:
        # 账号由9个整合为5个 says how many there were.
        return True
    for place, token in enumerate(near):
        if token.id == "mean":
            return True
        if token.id == "plan":
            rest = [one for one in near[place + 1 :] if one.kind != "time"] or behind
            if token.text == "要求" and place and near[place - 1].id in RECEIVING:
                # 收到要求公开林业信息的申请9件
                continue
            if _is_named_plan(near[max(place - 1, 0) : place], token, rest):
                continue
            if token.text == "拟" or (rest and rest[0].kind in {"event", "thing"}):
                return True
    return False


def _is_named_plan(before: Sequence[Token], token: Token, rest: Sequence[Token]) -> bool:
    """Whether a plan is one that information is about, as in 公开招生计划信息9条."""
    named = bool(before) and is_noun(before[0]) and not is_body(before[0])
    about = bool(rest) and rest[0].id in _ABOUT_PLANS
    return named and about and token.text == "计划" and not _NEXT.search(before[0].text)


def _reading(
    sentence: Sentence, around: Around, before: FigureReading | None
) -> FigureReading | None:
    """Return what a number says: a change, a share, a figure to compare with, or a count."""
    tail = around.tail
    last = next((one for one in reversed(around.content) if one.kind != "thing"), None)
    first = around.content[0] if around.content else None
    compares = first is not None and first.id in _CHANGES and sentence.has_compared
    added = [one.text for one in around.near[-1:]] == ["新增"] and sentence.has_compared
    if compares or added or (last is not None and last.id in _CHANGES):
        return _change(sentence, around, less="less" in {one.id for one in around.content})
    if before is not None and before.kind == "change" and _goes_on_listing(around):
        # 分别增加9条和2条
        less = before.value.value is not None and before.value.value < 0
        value = around.number.value
        token = around.number if value is None or not less else around.number._replace(value=-value)
        return FigureReading("change", token, "change", scope=sentence.frame.scope)
    if around.number.unit == "%":
        named = [one.id for one in around.near]
        # 占比由上年的9%上升至12%
        past = "share" in named and "before" in named[named.index("share") :]
        return None if past else _share(sentence, around, before)
    if sentence.frame.compared if tail is None else tail.id == "compare":
        return _compared(sentence, around.number)
    return _count(sentence, around)


def _goes_on_listing(around: Around) -> bool:
    """Whether a number stands behind another with nothing between but a word for a list."""
    return bool(around.near) and all(one.text in CONJUNCTIONS for one in around.near)


def _compared(sentence: Sentence, token: Token) -> FigureReading | None:
    """Return the figure of the year before, with which the last figure is compared."""
    counted = [one for one in sentence.readings if one.kind == "count"]
    if not counted or counted[-1].time:
        return None
    last = counted[-1]
    time = _year_compared(sentence)
    return evolve(last, value=token, time=time, loose=True, whole=None, opens=False)


def _year_compared(sentence: Sentence) -> str:
    """Return which year a sentence compares with: the one before, or another."""
    named = _YEAR.search(sentence.compared_with)
    if named is not None and sentence.year is not None:
        return "_prior_year" if int(named[0]) == sentence.year - 1 else "_other_year"
    return "_other_year" if _NOT_LAST.search(sentence.compared_with) else "_prior_year"


def _change(sentence: Sentence, around: Around, *, less: bool) -> FigureReading | None:
    """Return how much more or less than before there was of the last thing counted."""
    if not sentence.has_compared or any(one.id == "share" for one in around.near):
        return None
    counted = [one for one in sentence.readings if one.kind in {"count", "none_occurred"}]
    what = counted[-1] if counted and (counted[-1].time or len(counted) == 1) else None
    token = around.number
    read = {one.value.start for one in sentence.readings}
    if what is not None and any(
        one.kind == "number" and what.value.end <= one.start < token.start and one.start not in read
        for one in sentence.tokens
    ):
        # A number that counts nothing known stands between.
        what = None
    if less and token.value is not None:
        token = token._replace(value=-token.value)
    if what is None:
        if token.unit == "位":
            return None
        return FigureReading("change", token, "change", scope=sentence.frame.scope)
    time = _year_compared(sentence).replace("_prior_year", "")
    return FigureReading("change", token, what.subject, time=time, scope=what.scope, whole=what)


def _share(sentence: Sentence, around: Around, last: FigureReading | None) -> FigureReading | None:
    """Return what part of a whole something is; of what stands before it, if that is named."""
    near, token = around.near, around.number
    place = next((place for place, one in enumerate(near) if one.id == "share"), None)
    if place is None:
        tail = around.tail
        if tail is not None and tail.id == "answer_rate" and sentence.frame.thing == "request":
            rate = FigureReading("percent", token, "requests_answered_rate", "answer_rate")
            return _finished(sentence, rate, near)
        if tail is None or tail.id != "full_text":
            return None
        return _finished(
            sentence, FigureReading("percent", token, "full_text_rate", "full_text"), near
        )
    first = near[:place]
    named = [one for one in first if not is_skipped(one)]
    reading = FigureReading("percent", token, "share", scope=sentence.frame.scope)
    if not named and last is not None and last.kind != "percent":
        reading.subject, reading.scope, reading.time = last.subject, last.scope, last.time
        if all(is_skipped(one) or one.id in _TOTAL for one in near[place:]):
            reading.whole = last
    elif any(one.id in _WITHOUT_SHARE for one in named):
        return None
    elif named and not any(one.kind == "other" for one in first):
        found = _count(sentence, Around(token._replace(unit="件"), first, named, []))
        if found is not None and not found.subject.startswith("part"):
            return evolve(found, kind="percent", value=token, loose=True, whole=None)
    return reading


def _count(sentence: Sentence, around: Around) -> FigureReading | None:
    """Return what a number with its unit counts; `None` if it counts nothing that has a name."""
    frame, near = sentence.frame, around.near
    reading = FigureReading("count", around.number)
    thing = reading.thing = thing_of(sentence, around, reading)
    event = reading.event = event_of(sentence, around, thing, reading)
    reading.ways = _ways_shared_out(sentence, around)
    bare = not around.content or is_form_of_request(sentence, around)
    if not reading.ways and bare and thing == "request":
        reading.ways = _way_behind(sentence, around)
    apart = event == "publish" or (event == "disclose" and sentence.only_ways)
    if not reading.ways and apart and sentence.ways:
        reading.ways, reading.way_before = sentence.ways, True
    sentence.ways = ()
    frame.among = frame.among or "among" in [one.id for one in near]
    if not frame.among and sentence.begins_list(near, around.number):
        frame.among = sentence.is_listed_unsurely = True
    reading.subject = part_of_list(sentence, around)
    if not reading.subject:
        reading.subject = resolve(sentence, around, reading)
        _keep(sentence, around, reading, thing, event)
    passed = thing == "readership" or not sentence.scanner.things.get(thing)
    if not reading.subject and reading.ways and passed:
        # 微信公众号共编辑9期，推送信息20条: the figure that counts nothing known keeps the way.
        sentence.ways, sentence.only_ways = reading.ways, True
    if reading.thing == "request" and not reading.subject and event != "carried":
        sentence.other_fates.add(event)
    if not reading.subject or not unit_fits(sentence, around, reading):
        return None
    return _finished(sentence, reading, near)


def _ways_shared_out(sentence: Sentence, around: Around) -> tuple[str, ...]:
    """Return the ways that a figure names; of several, 分别 gives each figure its own.

    So it is in 通过微博、网站分别发布信息9条、7条.
    """
    if counts_papers(around):
        return ()
    if sentence.shared and _goes_on_listing(around):
        first, *sentence.shared = sentence.shared
        return (first,)
    ways = ways_in(around.near)
    sentence.shared = []
    if len(ways) > 1 and any(one.text.startswith("分别") for one in around.near):
        listed = takewhile(
            lambda one: one.kind == "number" or one.text in CONJUNCTIONS,
            sentence.tokens[sentence.index :],
        )
        if sum(one.kind == "number" for one in listed) == len(ways):
            first, *sentence.shared = ways
            return (first,)
    return ways


def _keep(
    sentence: Sentence, around: Around, reading: FigureReading, thing: str, event: str
) -> None:
    """Keep the thing and the event that the words of a figure name for the next ones."""
    frame, words = sentence.frame, reading.words
    tail, whole = around.tail, sentence.whole
    parts = whole is not None and whole.thing == "request" and frame.among
    # 其中来电申请2件 are requests that came in a way not known here.
    is_way = parts and tail is not None and tail.id == "application"
    if not thing and event in CARRIED:
        # 上年结转3件，新收9件: only requests are carried over.
        frame.thing = reading.thing
    elif thing and reading.thing != "on_request" and not is_way:
        frame.thing, frame.thing_word = thing, words.get("thing", "")
    if event:
        frame.event, frame.event_word = event, words.get("event", "")


def _way_behind(sentence: Sentence, around: Around) -> tuple[str, ...]:
    """Return who made a request or in what form, named behind its number: 1件属自然人申请."""
    first = next((one for one in around.behind if not is_skipped(one) and len(one.text) > 1), None)
    if first is None or first.kind != "way":
        return ()
    if sentence.scanner.ways[first.id].of == "channel" and first.id != "website":
        return ()
    # It is no way of the next number: 2件信函、4件网上申请.
    sentence.done = sentence.index + around.behind.index(first) + 2
    return (first.id,)


def _finished(sentence: Sentence, reading: FigureReading, near: Sequence[Token]) -> FigureReading:
    """Add time, scope and context to a reading, and keep it as a whole if it may have parts."""
    frame, marks = sentence.frame, {one.id for one in near}
    scope = scope_in(near)
    frame.scope = frame.scope if scope == "" else scope
    reading.scope, reading.time = frame.scope, frame.time
    of_year = reading.thing not in _REQUESTED or "20" in frame.time_word
    if frame.until and reading.time == "_cumulative" and of_year:
        # 截至12月31日，公开信息9条 are those of the year, unless 累计 says more.
        # What is in force is so on a day.
        reading.time, reading.loose = "", reading.loose or reading.event != "in_force"
    if any(one.text == "累计" for one in near) and _is_more_than_before(sentence, reading):
        # 全年公开9条，累计公开90条
        reading.time = "_cumulative"
    if reading.event.startswith("carried"):
        reading.time = ""
    elif "compare" in marks:
        reading.time = "_prior_year"
    # 因行政处罚被起诉3件 names a cause of its own: what was said of others before counts no more.
    has_cause = any(one.text in _CAUSES for one in near)
    frame.about = (frame.about and not has_cause) or names_disclosure(near)
    reading.about = frame.about
    again = frame.among and any(one.subject == reading.subject for one in sentence.readings)
    if again or "others" in marks:
        reading.loose = True
    ways = "、".join(one.text for one in near if one.kind == "way")
    for name, words in (("time", frame.time_word), ("scope", frame.scope), ("way", ways)):
        if words:
            reading.words[name] = words
    of_all_years = reading.time == "_cumulative" and bool(sentence.readings)
    if of_all_years and all(one.kind == "time" or is_skipped(one) for one in near):
        # 公开9条，历年累计90条；其中网站7条: the list goes on with the figures of the year.
        frame.time, frame.time_word, frame.until = sentence.time_before
    else:
        _place_in_list(sentence, reading)
    return reading


def _is_more_than_before(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether the same was counted before, and no more than now."""
    value = reading.value.value
    return value is not None and any(
        one.subject == reading.subject
        and not (one.time or reading.time)
        and one.value.value is not None
        and one.value.value <= value
        for one in sentence.readings
    )


def _place_in_list(sentence: Sentence, reading: FigureReading) -> None:
    """Open a list behind a figure that may have parts, or put it into the list that is open."""
    frame = sentence.frame
    total = reading.subject == "information_total"
    if reading.subject in _HAVE_PARTS and (total or sentence.whole is None or not frame.among):
        sentence.whole, reading.opens, frame.among = reading, True, False
    elif sentence.whole is not None and frame.among:
        reading.whole = sentence.whole
