"""A number that counts: its thing, event and ways, and its place in a list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from govinfo.claims.events import event_of
from govinfo.claims.items import part_of_list, unit_fits
from govinfo.claims.lexicon import CARRIED, CASES, CONJUNCTIONS, OF_CASES
from govinfo.claims.readings import Around, FigureReading
from govinfo.claims.resolution import resolve
from govinfo.claims.scanner import Token
from govinfo.claims.scopes import scope_in
from govinfo.claims.sentence import COUNT_ONE_YEAR_SINCE, Sentence
from govinfo.claims.things import counts_papers, is_form_of_request, thing_of
from govinfo.claims.words import (
    ends_year,
    is_adverb,
    is_noun,
    is_skipped,
    names_disclosure,
    ways_in,
)

__all__ = ["count", "finished", "goes_on_listing"]

_REQUESTED = frozenset({"request", "reconsideration", "lawsuit", "proceedings"})
"""Things whose figures up to a day are held to be those of all years."""
_OF_ALL = ("并", "且", "而", "均", "都", "全", "皆", "已")
"""How words begin behind a figure that tell something of all that it counts."""
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


def goes_on_listing(around: Around) -> bool:
    """Whether a number stands behind another with nothing between but a word for a list."""
    return bool(around.near) and all(one.text in CONJUNCTIONS for one in around.near)


def count(sentence: Sentence, around: Around) -> FigureReading | None:
    """Return what a number with its unit counts; `None` if it counts nothing that has a name."""
    frame, near = sentence.frame, around.near
    reading = FigureReading("count", around.number)
    thing = reading.thing = thing_of(sentence, around, reading)
    event = reading.event = event_of(sentence, around, thing, reading)
    _take_ways(sentence, around, reading)
    frame.among = frame.among or "among" in [one.id for one in near]
    if not frame.among and sentence.begins_list(near, around.number):
        frame.among = sentence.is_listed_unsurely = True
    reading.subject = part_of_list(sentence, around)
    if not reading.subject:
        reading.subject = resolve(sentence, around, reading)
        _keep(sentence, around, reading, thing, event)
    passed = thing == "readership" or not sentence.scanner.things.get(thing)
    reading.loose = reading.loose or _is_told_of_some(sentence, around, reading)
    if not reading.subject and reading.ways and passed:
        # 微信公众号共编辑9期，推送信息20条: the figure that counts nothing known keeps the way.
        sentence.ways, sentence.only_ways = reading.ways, True
    if reading.thing == "request" and not reading.subject and event != "carried":
        sentence.other_fates.update(reading.several or (event,))
    if not reading.subject or not unit_fits(sentence, around, reading):
        return None
    return finished(sentence, reading, near)


def _is_told_of_some(sentence: Sentence, around: Around, reading: FigureReading) -> bool:
    """Whether the words behind a figure tell of these only, as in 3件答复涉及其他部门.

    What is joined with 并 or 均 is told of all: 制定规范性文件3件并报备案; and so is what holds
    another figure: 行政复议9件涉及申请人4名.
    """
    behind, named = around.behind, (reading.words.get("thing"), reading.words.get("event"))
    ends = [place for place, one in enumerate(behind, 1) if one.text in named]
    rest = list(dropwhile(_changes_nothing, behind[ends[-1] if ends else 0 :]))
    # 1件被复议机关撤销原决定
    result = bool(ends) and reading.event in OF_CASES
    if not rest or result or behind[0].text.startswith(_OF_ALL):
        return False
    after = sentence.tokens[sentence.index + len(behind) + 1 :][:1]
    counts = any(one.kind == "number" for one in after)
    return not counts and (is_noun(rest[0]) or rest[0].id == "occur")


def _changes_nothing(token: Token) -> bool:
    """Whether a word behind a number may be said of all that it counts."""
    named = token.kind in {"thing", "way", "event"} and token.id != "occur"
    return named or is_skipped(token) or (token.kind == "other" and is_adverb(token))


def _take_ways(sentence: Sentence, around: Around, reading: FigureReading) -> None:
    """Give a figure its ways: those named before it, behind it, or by a clause before."""
    reading.ways = _ways_shared_out(sentence, around)
    bare = not around.content or is_form_of_request(sentence, around)
    if not reading.ways and bare and reading.thing == "request":
        # 1件属自然人申请
        told = (one for one in around.behind if not is_skipped(one) and len(one.text) > 1)
        first = next(told, around.number)
        way = sentence.scanner.ways[first.id] if first.kind == "way" else None
        if way is not None and (way.of != "channel" or way.id == "website"):
            reading.ways = (way.id,)
            # It is no way of the next number: 2件信函、4件网上申请.
            sentence.done = sentence.index + around.behind.index(first) + 2
    apart = reading.event == "publish" or (reading.event == "disclose" and sentence.only_ways)
    if not reading.ways and apart and sentence.ways:
        reading.ways, reading.way_before = sentence.ways, True
    sentence.ways = ()


def _ways_shared_out(sentence: Sentence, around: Around) -> tuple[str, ...]:
    """Return the ways that a figure names; of several, 分别 gives each figure its own.

    So it is in 通过微博、网站分别发布信息9条、7条.
    """
    if counts_papers(around):
        return ()
    if sentence.shared and goes_on_listing(around):
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
    if event or (thing in CASES and around.of_kind("thing")):
        # 均已答复；行政复议9件、行政诉讼4件: what happened to requests ends at the cases.
        frame.event, frame.event_word = event, words.get("event", "")


def finished(sentence: Sentence, reading: FigureReading, near: Sequence[Token]) -> FigureReading:
    """Add time, scope and context to a reading, and keep it as a whole if it may have parts."""
    frame, scope = sentence.frame, scope_in(near)
    frame.scope = frame.scope if scope == "" else scope
    reading.scope = frame.scope
    _set_time(sentence, reading, near)
    # 因行政处罚被起诉3件 names a cause of its own: what was said of others before counts no more.
    has_cause = any(one.text in _CAUSES for one in near)
    reading.about = frame.about = (frame.about and not has_cause) or names_disclosure(near)
    again = frame.among and any(one.subject == reading.subject for one in sentence.readings)
    reading.loose = reading.loose or again or any(one.id == "others" for one in near)
    ways = "、".join(one.text for one in near if one.kind == "way")
    for name, words in (("time", frame.time_word), ("scope", frame.scope), ("way", ways)):
        if words:
            reading.words[name] = words
    of_all_years = reading.time == "_cumulative" and bool(sentence.readings)
    if of_all_years and all(one.kind == "time" or is_skipped(one) for one in near):
        # 公开9条，历年累计90条；其中网站7条: the list goes on with the figures of the year.
        frame.time, frame.time_word, frame.until = sentence.time_before
        return reading
    total = reading.subject == "information_total"
    if reading.subject in _HAVE_PARTS and (total or sentence.whole is None or not frame.among):
        sentence.whole, reading.opens, frame.among = reading, True, False
    elif sentence.whole is not None and frame.among:
        reading.whole = sentence.whole
    return reading


def _set_time(sentence: Sentence, reading: FigureReading, near: Sequence[Token]) -> None:
    """Say what the time of a figure adds to its subject."""
    frame, value = sentence.frame, reading.value.value
    reading.time = frame.time
    whole_year = (sentence.year or 0) >= COUNT_ONE_YEAR_SINCE and ends_year(frame.time_word)
    of_year = reading.thing not in _REQUESTED or "20" in frame.time_word or whole_year
    if frame.until and reading.time == "_cumulative" and of_year:
        # 截至12月31日，公开信息9条 are those of the year, unless 累计 says more.
        # What is in force is so on a day.
        sure = reading.event == "in_force" or (whole_year and reading.thing in _REQUESTED)
        reading.time, reading.loose = "", reading.loose or not sure
    if any(one.text == "累计" for one in near) and any(
        one.subject == reading.subject
        and not (one.time or reading.time)
        and None not in {value, one.value.value}
        and (one.value.value or 0) <= (value or 0)
        for one in sentence.readings
    ):
        # 全年公开9条，累计公开90条
        reading.time = "_cumulative"
    if reading.event.startswith("carried"):
        reading.time = ""
    elif any(one.id == "compare" for one in near):
        reading.time = "_prior_year"
