"""The grammar: from the tokens of a sentence to what its figures count.

A figure is read with the words between it and the figure before. What they leave out it takes from
the clauses before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from govinfo.claims.counts import count, finished, goes_on_listing
from govinfo.claims.denials import denials_at
from govinfo.claims.lexicon import COMING, DONE, ENDING, RECEIVING, REQUESTS
from govinfo.claims.readings import Around, FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import WITHIN, Sentence
from govinfo.claims.shares import change, compared, share
from govinfo.claims.words import is_body, is_noun, joined

__all__ = ["read_sentence"]

_DENYING = frozenset({"not", "zero"})
_JOINING = frozenset({"并", "和", "且", "及", "、", "均", "已"})
"""Words that may stand between two events that one figure names together."""
_ABOUT_PLANS = frozenset({"information", "content", "other"})
"""Things behind the name of a plan that they are about."""
_NEXT = re.compile("[下明后今]")
"""What a plan is called that is one for the next year."""
_EACH_TOKENS = 3
"""So many tokens apart stand the two numbers of 发布一条解读一条."""
_COUNTED_WHOLE = (
    "requests_received",
    "requests_from_",
    "requests_handled",
    "requests_carried_over",
)
"""Figures behind which 中 says that what follows is about them alone."""
_CHANGES = frozenset({"more", "less"})
_OF_ALL = frozenset("在所有的来件已") | {"全部"}
"""Words before 中 that leave out no request."""
_AGAIN = frozenset({"述", "上", "上述"})
_BEFORE = ("上述", "以上")
"""Words before a number that the text has told already."""
_MEANS = ("途径", "渠道")
"""Words behind a number of ways, which counts no information."""


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
                sentence.readings.append(finished(sentence, denial, [*sentence.near, token]))
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
    if near and near[-1].text == "、" and any(one.kind == "event" for one in near):
        # 22件予以公开、6件部分公开: what stands before the mark belongs to the number before.
        near = []
    elif _are_of_those_done(near):
        # 办结件中22件予以公开
        sentence.near = near
        sentence.absorb()
        near, sentence.near = [], []
    before, sentence.last = sentence.last, None
    if token.id == "cut" or token.value is None:
        return
    if _goes_with_another(sentence, index) or _are_those_before(sentence, near):
        sentence.apart.add(index)
        return
    sentence.take_time(near)
    around, frame = Around(token, near, sentence.behind(index)), sentence.frame
    if frame.time == "_plan" or _is_apart(around):
        sentence.apart.add(index)
        # 拟予以公开1件，不予公开1件: what follows is no more than meant either.
        frame.subset = frame.subset or any(one.text == "拟" for one in near)
        return
    if "not" in [one.id for one in near]:
        return
    reading = _reading(sentence, around, before)
    if reading is not None:
        sentence.last = reading
        sentence.readings += [reading, *_received_too(reading, near)]
    _narrow(sentence, around, reading)


def _narrow(sentence: Sentence, around: Around, reading: FigureReading | None) -> None:
    """Keep that the next figures are of some only, as in 自然人申请20件中，予以公开6件."""
    frame, behind = sentence.frame, around.behind
    within = [one for one in behind if one.kind == "other" and WITHIN.match(one.text)]
    if reading is None:
        # 网站申请9件，其中予以公开5件
        ways = (sentence.scanner.ways[one.id].of for one in around.near if one.kind == "way")
        frame.subset = frame.subset or bool(within) or any(of != "channel" for of in ways)
    elif within:
        frame.subset = frame.subset or reading.subject.startswith(_COUNTED_WHOLE)
        frame.among = frame.among or within[-1] is behind[-1]


def _are_of_those_done(near: Sequence[Token]) -> bool:
    """Whether words say that what follows is among all requests that came or were settled."""
    if not near or near[-1].kind != "other" or WITHIN.fullmatch(near[-1].text) is None:
        return False
    known = COMING | DONE | REQUESTS
    return all(
        one.id in known or one.kind in {"time", "own", "stop"} or one.text in _OF_ALL
        for one in near[:-1]
    )


def _are_those_before(sentence: Sentence, near: Sequence[Token]) -> bool:
    """Whether a number only repeats one, as in 上述9件申请中，予以公开2件."""
    if not near or near[-1].text not in _AGAIN or not joined(near).endswith(_BEFORE):
        return False
    behind = sentence.behind(sentence.index)
    asked = bool(behind) and behind[0].id in REQUESTS
    return asked and len(behind) == 2 and WITHIN.fullmatch(behind[1].text) is not None


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


def _received_too(reading: FigureReading, near: Sequence[Token]) -> Iterator[FigureReading]:
    """Yield what the figure of 受理并办结申请9件 says besides: that so many were received."""
    if reading.subject not in {"requests_answered", "requests_received"}:
        return
    events = [place for place, token in enumerate(near) if token.kind == "event"]
    if len(events) != 2 or any(token.text not in _JOINING for token in near[slice(*events)][1:]):
        return
    first, second = (near[place].id for place in events)
    if first in RECEIVING and second in ENDING:
        other, event = (
            ("requests_answered", second)
            if reading.subject == "requests_received"
            else ("requests_received", first)
        )
        yield evolve(reading, subject=other, event=event, opens=False, whole=None)


def _is_apart(around: Around) -> bool:
    """Whether a number is a mean, a plan, a count before or one of ways; 规划计划7条 is none."""
    near, behind = around.near, around.behind
    if behind and behind[0].text.startswith(_MEANS):
        # 主要通过四条途径
        return True
    last = near[-1] if near else None
    if last is not None and last.text == "由" and behind and not behind[0].text.endswith("负责"):
        # 账号由9个整合为5个 says how many there were.
        return True
    for place, token in enumerate(near):
        if token.id == "plan":
            before = near[place - 1] if place else None
            rest = [one for one in near[place + 1 :] if one.kind != "time"] or behind
            # 收到要求公开林业信息的申请9件
            asked = before is not None and token.text == "要求" and before.id in RECEIVING
            if asked or _names_information(before, token, rest):
                continue
            if token.text == "拟" or (rest and rest[0].kind in {"event", "thing"}):
                return True
        if token.id == "mean":
            return True
    # 公开率90% is known to be a rate, but of nothing that the lexicon has.
    rate = around.number.unit == "%" and last is not None and last.text.endswith("率")
    return rate and last is not None and last.id == ""


def _names_information(before: Token | None, token: Token, rest: Sequence[Token]) -> bool:
    """Whether a plan is one that information is about, as in 公开招生计划信息9条."""
    if before is None or not is_noun(before) or is_body(before):
        return False
    about = bool(rest) and rest[0].id in _ABOUT_PLANS
    return about and token.text == "计划" and not _NEXT.search(before.text)


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
        return change(sentence, around, less="less" in {one.id for one in around.content})
    if before is not None and before.kind == "change" and goes_on_listing(around):
        # 分别增加9条和2条
        less = before.value.value is not None and before.value.value < 0
        value = around.number.value
        token = around.number if value is None or not less else around.number._replace(value=-value)
        return FigureReading("change", token, "change", scope=sentence.frame.scope)
    if around.number.unit == "%":
        named = [one.id for one in around.near]
        # 占比由上年的9%上升至12%
        past = "share" in named and "before" in named[named.index("share") :]
        return None if past else share(sentence, around, before)
    if sentence.frame.compared if tail is None else tail.id == "compare":
        return compared(sentence, around.number)
    return count(sentence, around)
