"""Figures that count each of several names, or several outcomes together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from govinfo.claims.fates import GROUPS, ROWS
from govinfo.claims.lexicon import CONJUNCTIONS, OF_CASES
from govinfo.claims.readings import FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import Sentence

__all__ = ["of_several", "repeated", "with_others"]

_GENERAL = frozenset(
    (
        *("来件", "件", "案件", "事项", "情形", "情况", "决定", "答复", "申请"),
        *("共", "共计", "合计", "总计"),
    )
)
"""Words between 等 and a number that name nothing new."""

_SHARING = ("分别", "各")
"""Words that give each of several names a figure of its own."""
_AND_LIKE = frozenset({"类", "等"})
"""Words behind an outcome that may add others like it."""
_NAMES = frozenset({"thing", "event"})
"""The kinds of words of which each may have a figure."""
_ENDS_CLAUSE = frozenset("，,。；;（(：:")


def of_several(sentence: Sentence, counts: Sequence[FigureReading]) -> Iterator[FigureReading]:
    """Yield the figures that count each of several names, or several outcomes together.

    So do those of 复议、诉讼分别为9件、4件, 复议、诉讼各3件, 复议和诉讼维持6件,
    不予公开（含不予处理）6件 and 6件为不予处理和其他处理.
    """
    tokens = sentence.tokens
    shares = any(token.text.startswith(_SHARING) for token in tokens)
    place_of = {token.start: place for place, token in enumerate(tokens)}
    for one in counts:
        before = tokens[: place_of[one.value.start]]
        behind = tokens[len(before) + 1 :]
        several = one.thing == "proceedings" and one.event in OF_CASES
        several = several or (shares and _is_shared_out(before, behind, one))
        if one.thing == "request" and one.subject.startswith(tuple(GROUPS)):
            # 不予公开类9件, and 不予公开等9件
            kinds = [one.kind for one in before[-2:-1]]
            several = several or (kinds == ["event"] and before[-1].text in _AND_LIKE)
            several = several or _counts_more(before, one) or _is_of_both(before, behind)
        if several:
            yield one


def with_others(sentence: Sentence, counts: Sequence[FigureReading]) -> Iterator[FigureReading]:
    """Yield the figures of a thing or an outcome behind which 等 says that they count others too.

    So it does in 制发规范性文件等4件, 其中维持等8件 and 自然人等申请22件, not behind a list of
    topics.
    """
    tokens, ways = sentence.tokens, sentence.scanner.ways
    place_of = {token.start: place for place, token in enumerate(tokens)}
    for one in counts:
        before = list(tokens[: place_of[one.value.start]])
        while before and (before[-1].text in _GENERAL or before[-1].id == "filler"):
            before.pop()
        if len(before) > 1 and before[-1].id == "etc":
            named = before[-2]
            applicant = named.kind == "way" and ways[named.id].of == "applicant"
            if applicant or named.kind in {"event", "thing"} or named.id == "topic":
                yield one


def _is_shared_out(before: Sequence[Token], behind: Sequence[Token], one: FigureReading) -> bool:
    """Whether 分别 or 各 stands directly before a figure, and several names before that.

    So do several names where another number follows: 县局、镇政府分别收到申请9件、3件.
    """
    clause = list(takewhile(lambda token: token.text not in _ENDS_CLAUSE, reversed(before)))
    listed = any(two.kind == "number" for _, two in pairwise(behind[:2]))
    if listed and behind[0].text in CONJUNCTIONS and not one.ways:
        return any(token.text.startswith("分别") for token in clause)
    to_word = list(takewhile(lambda token: not token.text.startswith(_SHARING), clause))
    if any(token.kind in _NAMES | {"way", "other"} for token in to_word):
        return False
    names = {token.id for token in clause[len(to_word) + 1 :] if token.kind in _NAMES}
    return len(names) > 1 or not names.isdisjoint({"proceedings", "whole_or_part"})


def _counts_more(before: Sequence[Token], one: FigureReading) -> bool:
    """Whether a bracket before the figure of an outcome says that it counts another too."""
    if one.event == "whole_or_part" or not before or before[-1].text not in "）)":
        return False
    inside = list(takewhile(lambda token: token.text not in "（(", reversed(before)))
    rows = ROWS.get(one.subject, "-")
    return inside[-1].id == "among" and any(
        token.kind == "event" and not f"requests_{token.id}".startswith(rows) for token in inside
    )


def _is_of_both(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether two outcomes are named behind a figure, and none before it."""

    def clause(tokens: Iterable[Token]) -> list[Token]:
        ends = _ENDS_CLAUSE
        return list(takewhile(lambda one: one.kind != "number" and one.text not in ends, tokens))

    if any(one.kind == "event" for one in clause(reversed(before))):
        return False
    after = clause(behind)
    events = [place for place, one in enumerate(after) if one.kind == "event"]
    return len(events) > 1 and any(
        one.text in CONJUNCTIONS for one in after[events[0] + 1 : events[-1]]
    )


def repeated(sentence: Sentence, counts: Sequence[FigureReading]) -> Iterator[FigureReading]:
    """Yield the figures of one subject beside each other, unless 其中 says how they belong."""
    if len(sentence.readings) == 1 or any(token.id == "among" for token in sentence.tokens):
        return
    counted = Counter((one.subject + one.time, one.scope) for one in counts)
    yield from (one for one in counts if counted[one.subject + one.time, one.scope] > 1)
