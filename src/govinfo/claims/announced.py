"""Of how many parts a report says it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.claims.numerals import number_of
from govinfo.claims.prose import end_of_introduction, introduction
from govinfo.model import Claim, Report
from govinfo.spans import Span

__all__ = ["announced_parts"]

_PARTS = re.compile(
    r"""
    (?<!第)(?<![0-9一二三四五六七八九十])
    (?P<figure> [0-9]{1,2} | [一二三四五六七八九十]{1,2} ) [个大]{0,2} 部分
    (?= [组构](?:成|合) | [。，,；;¶] | 内容 | \Z )
    """,
    re.VERBOSE,
)
_MAY_ANNOUNCE = re.compile(r"部[^\u3400-\u9fff]{0,40}分")
"""部分 with what may stand between its characters: space, a gloss, a character nobody sees."""


def announced_parts(report: Report) -> Iterator[Claim]:
    """Yield the claim of how many parts there are, where the introduction makes one."""
    characters, end = report.text.characters, end_of_introduction(report)
    may_announce = _MAY_ANNOUNCE.search(characters, 0, end)
    if may_announce is None:
        return
    prose = introduction(report, characters.rfind("。", 0, may_announce.start()) + 1)
    match = _PARTS.search(prose.characters)
    value = number_of(match["figure"]) if match else None
    if match is None or value is None:
        return
    for start, end in prose.sentences():
        if start <= match.start() < end:
            span = prose.span(*match.span())
            yield Claim(
                kind="count",
                value=value,
                unit="部分",
                hedged=False,
                subject="declared_parts",
                address=None,
                scope=None,
                span=span,
                sentence_span=_below_the_head(prose.span(start, end), span.start, report),
            )


_HEAD_LINE = re.compile(
    r"\s* | \s*[\u3400-\u9fff]{2,4}\s?[\u3400-\u9fff]{0,4}[:：][^，。]*", re.VERBOSE
)
"""A line of the head: blank, or a label and what it names."""


def _below_the_head(sentence: Span, figure: int, report: Report) -> Span:
    """Return a sentence without the title and the lines of the head above it and its figure."""
    start, title = sentence.start, "".join((report.head.title or "").split())
    for line in report.quote(sentence).splitlines(keepends=True):
        is_head = "".join(line.split()) == title or _HEAD_LINE.fullmatch(line) is not None
        if not is_head or start + len(line) > figure:
            break
        start += len(line)
    return Span(start, sentence.end)
