"""Totals with their parts: which figures are parts of which, and whether a list is complete."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve

from govinfo.claims.lexicon import COMING
from govinfo.claims.readings import FigureReading
from govinfo.claims.sentence import Sentence
from govinfo.claims.subjects import KINDS, PARTS
from govinfo.claims.words import ASKED, is_skipped, joined

__all__ = [
    "add_recognised",
    "close_lists",
    "confirm_answered",
    "confirm_requests",
    "count_carried",
    "count_partial",
]

_TOTALS = frozenset({"requests_answered", "requests_handled"})
"""What the answers to all requests are counted as; no parts of them, though they follow."""

_NEW_BESIDES = re.compile("(?:除去?|扣除|剔除|不含|减去)上一?年度?(?:结转|遗留)")
"""That a figure counts what came new, beside one that counts what was carried over too."""


def close_lists(sentence: Sentence) -> None:
    """Mark the totals of a sentence whose parts were read to the end of their list."""
    readings, totals = sentence.readings, dict[str, FigureReading]()
    for reading in readings:
        # The total of all information stands before its kinds.
        if reading.subject in KINDS and reading.time in totals:
            reading.whole = totals[reading.time]
        if reading.subject == "information_total":
            totals[reading.time] = reading
    wholes: dict[int, tuple[FigureReading, list[FigureReading]]] = {}
    for reading in readings:
        if reading.whole is not None and reading.kind == "count":
            wholes.setdefault(id(reading.whole), (reading.whole, []))[1].append(reading)
    for whole, children in wholes.values():
        if len([one for one in children if one.subject in PARTS.union(KINDS)]) > 1:
            whole.kind = whole.kind if whole.subject in PARTS else "sum"
        closed = _is_closed(sentence, whole, children)
        whole.closed = closed and not sentence.is_listed_unsurely


def _is_closed(sentence: Sentence, whole: FigureReading, children: list[FigureReading]) -> bool:
    """Whether every number from a total to its last part was read, and no 等 ends the list.

    Behind a part, 其中 names parts of that part.
    """
    read = {one.value.start for one in sentence.readings}
    start = whole.value.end if whole in sentence.readings else 0
    end = children[-1].value.end
    parts, last = {one.value.start for one in children if one.subject not in _TOTALS}, start
    for token in sentence.tokens:
        if token.kind == "number" and start <= token.start < end and token.start not in read:
            return False
        if token.id == "among" and last in parts and token.start < end:
            return False
        if token.kind == "number":
            last = token.start
        if token.start >= end:
            return token.id != "etc"
    return True


def _are_new_and_over(before: list[FigureReading], over: FigureReading) -> bool:
    """Whether a figure before is the sum of what came new and of what was carried over."""
    if [one.subject for one in before] != ["requests_received"] * 2:
        return False
    total, new = before
    values = [one.value.value or 0 for one in (total, new, over)]
    return new.event == "new" != total.event and values[0] == values[1] + values[2]


def count_carried(sentence: Sentence) -> None:
    """Read a figure of requests that includes those carried over as that of both together."""
    readings = sentence.readings
    for one, two in pairwise(readings):
        both = one.subject == two.subject == "requests_received" and two.event == "new"
        if both and _NEW_BESIDES.search(joined(sentence.between(one, two))):
            # 受理申请9件，除去上年结转后新收7件
            one.subject, two.loose = "requests_handled", False
    for place, reading in enumerate(readings):
        if reading.subject != "requests_carried_over" or reading.kind != "count":
            continue
        before = [one for one in readings[:place] if one.kind == "count"]
        if _are_new_and_over(before[-2:], reading):
            # 收到申请9件，其中8件为新收，1件为上年结转
            before[-2].subject, before[-1].loose = "requests_handled", False
        elif before and _includes(sentence, before[-1], reading):
            before[-1].subject = "requests_handled"
            for one in readings[place:]:
                # What came new is no part of a figure of its own kind any more; 受理 is.
                if one.event == "new":
                    one.loose = False
                elif one.subject == "requests_received":
                    one.loose = True


def _includes(sentence: Sentence, total: FigureReading, over: FigureReading) -> bool:
    """Whether the requests that a figure counts include those carried over, named behind it."""
    if total.subject != "requests_received" or total.event == "new":
        return False
    between = sentence.between(total, over)
    if any(token.id == "without" for token in between):
        return False
    in_brackets = [token.text for token in between[:1]] in (["（"], ["("])
    return in_brackets or any(token.id == "among" for token in between)


def count_partial(sentence: Sentence) -> None:
    """Read what was granted as that in whole or in part, as in 同意公开9件（含部分公开2件）."""
    for one, two in pairwise(sentence.readings):
        if (one.subject, two.subject) != ("requests_granted", "requests_partially_granted"):
            continue
        if any(token.id == "among" for token in sentence.between(one, two)):
            one.subject = "requests_granted_in_whole_or_part"


def confirm_answered(sentence: Sentence) -> None:
    """Take answers for those to all requests where those that came leave none over.

    So it is in 收到申请9件，其中已答复7件，结转下年2件.
    """
    counts = [one for one in sentence.readings if one.kind == "count" and not one.time]
    values = {one.subject: one.value.value or 0 for one in reversed(counts)}
    if any(one.loose for one in counts if one.subject == "requests_received"):
        # 1月新收申请4件，答复3件，结转1件
        return
    answered = [one for one in counts if one.subject == "requests_answered"]
    if len(answered) != 1 or "requests_carried_forward" not in values:
        return
    came = values.get("requests_received", 0) + values.get("requests_carried_over", 0)
    came = values.get("requests_handled", came)
    if came == values["requests_answered"] + values["requests_carried_forward"]:
        answered[0].loose = False


def confirm_requests(sentence: Sentence) -> None:
    """Take the requests among applications of all kinds for all that came.

    So it is in 收到申请42件，其中政府信息公开申请27件.
    """
    came = [one for one in sentence.readings if one.subject == "requests_received"]
    for first, one in pairwise(came[:2]):
        named = one.words.get("thing", "")
        explicit = "公开" in named and named.endswith(ASKED)
        between = sentence.between(first, one)
        plain = all(
            is_skipped(token) or token.id in COMING or token.text == named for token in between
        )
        listed = any(token.id == "among" for token in between)
        behind = [token for token in sentence.tokens if token.start == one.value.end]
        ends = all(token.kind == "stop" for token in behind)
        among = explicit and plain and listed and ends
        if among and "公开" not in first.words.get("thing", ""):
            one.loose = sentence.frame.subset


def add_recognised(sentence: Sentence) -> None:
    """Add documents found to be normative to those made, where the table has the sum."""
    made = [one for one in sentence.readings if one.subject == "normative_documents_issued"]
    found = [one for one in sentence.readings if one.subject == "normative_documents_recognised"]
    if len(made) != 1 or len(found) != 1:
        return
    issued, recognised = made[0], found[0]
    counted = any(token.id == "counted_in" for token in sentence.tokens)
    if (
        counted
        and not issued.loose
        and issued.value.value is not None
        and recognised.value.value is not None
    ):
        token = recognised.value._replace(
            value=issued.value.value + recognised.value.value,
            start=issued.value.start,
            unit=issued.value.unit,
        )
        place = sentence.readings.index(recognised) + 1
        sentence.readings.insert(place, evolve(issued, kind="sum", value=token))
    issued.loose = True
