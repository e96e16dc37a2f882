"""Where prose stands in a report, and its sentences as the grammar reads them.

Prose is what stands in the parts without tables, and around the tables elsewhere. It is read
without white space, in simplified characters and in digits of one width; every place in it leads
back to the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from govinfo.model import Report
from govinfo.spans import Span, Text
from govinfo.text import plain
from govinfo.text.normalise import unglossed_text
from govinfo.text.scripts import simplify

__all__ = ["Prose", "end_of_introduction", "introduction", "proses"]

_TABLES = {
    "proactive_disclosure": (
        re.compile(r"第二十[条條]|信息内容|信息內容"),
        re.compile(r"行政事[业業]性收[费費]|政府集中采[购購]"),
    ),
    "requests": (
        re.compile(r"[（(]?本列[数數]|申[请請]人情|一、本年新收"),
        re.compile(r"四[、.．]?\s*结转下年度继续办理"),
    ),
    "review_litigation": (
        re.compile(
            r"行政[复復][议議](?>(?:[(（][^)）]{0,100}+[)）])*)[\s|]*+(?:行政|[结結]果)|[结結]果\s*[维維]持|\|"
        ),
        None,
    ),
}
"""Where the table of a part begins, and the label of its last row; prose is before and behind."""
_PART_TABLES = {
    "proactive_disclosure": "proactive",
    "requests": "requests",
    "review_litigation": "review",
}
"""The table of each part."""
_WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_WIDE_DIGIT = re.compile("[０-９％]")
_WIDE_GROUP = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_RUN = re.compile(
    r"""
    (?P<blank> \n[^\S\n]*\n\s* )                                       # a blank line
    | (?P<apart> (?<=[0-9０-９])\s+(?=[0-9０-９]) )                      # between two numbers
    | (?P<item> \n[^\S\n]*(?= [（(]?[一二三四五六七八九十]{1,3}[）)、]     # a numbered line
                       | [（(][0-9]{1,2}[）)] | [0-9]{1,2}[、.．](?![0-9]) ) )
    | \S+
    """,
    re.VERBOSE,
)
_STRONG = re.compile(r"(?P<sign>\*\*|__)(?P<words>[^\s*_](?:[^*_\n]{0,60}[^\s*_])?)(?P=sign)")
"""Words in bold."""
_STOP = re.compile(r"[。！？!?¶]")
_FIGURE = re.compile(
    r"""
    # All begin with a character of one set, which is searched for fast.
    [0-9十百千一二两三四五六七八九零数为是共计：:开请结复未没无]
    (?:
        (?<=[0-9十百千一二两三四五六七八九零])[万亿]?[余多]?    # a number with its unit
        (?: [次件条宗份项起个场期篇例则批名人位处家元册本张封%] | 部(?!门) | 万元 | 亿元 )
    |   (?<=[0-9])[）)][次件条宗份项起个篇例则][，,；;、。）)：:]   # in brackets, its unit behind
    |   (?<=[数为是共计：:开请结复])[0-9]+                          # a number without a unit
        (?: [，,；;、）)（(] | (?=[。！？!?¶]) | $ )
    |   (?<=[未没无])                                       # a denial
        (?= [有发收产出因被接受行政信结需涉引上存向取任提申此该相本依公印制下居群规复诉新废征]
          | 对(?!外)
          | [，；。（！？!?¶] | $ )
    |   (?<=为)零
    )
    """,
    re.VERBOSE,
)
"""What a sentence has that states a figure."""
_NUMBER = re.compile(r"[0-9]")
_CLAUSE_END = re.compile(r"[，,；;]")
_LONGEST_CHARS = 1500
"""A sentence without a stop is cut after so many characters."""
_SAMPLE = 240
_INTRODUCTION = 2000


class Prose:
    """A piece of prose in a report: its characters as the grammar reads them, and its sentences."""

    def __init__(
        self, report: Report, section: str, start: int, end: int, *, foreign: bool
    ) -> None:
        self.section = section
        """The id of the part in which it stands; empty above the first part."""
        self._text, self._start = report.text, start
        raw = report.text.characters[start:end]
        if "**" in raw or "__" in raw:
            # 收到申请**9**件 in Markdown; every character keeps its place.
            raw = _STRONG.sub(r"  \g<words>  ", raw)
        text = "".join(raw.split())
        self._unglossed = None if text.isprintable() and not foreign else unglossed_text(Text(raw))
        """The characters before they were made plain, if they were not; each knows its place."""
        if self._unglossed is not None:
            raw = simplify(str(self._unglossed)).replace("资讯", "信息")
        self._runs = [(0, raw)]
        """Each run of characters: where it begins in the raw text, and what it is here."""
        if len(text) < len(raw) or self._unglossed is not None:
            self._runs = [
                (match.start(), match[0] if match.lastgroup is None else "¶")
                for match in _RUN.finditer(raw)
            ]
            text = "".join([run for _, run in self._runs])
        if _WIDE_DIGIT.search(text):
            text = _WIDE_GROUP.sub(",", text).translate(_WIDE)
        self.characters = text
        """Without white space; `¶` stands for the end of a paragraph."""

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Where each run of characters begins here, and where it begins in the raw text."""
        lengths = (len(run) for _, run in self._runs)
        return [0, *accumulate(lengths)], [start for start, _ in self._runs]

    def _raw_place(self, position: int) -> int:
        here, there = self._places
        index = min(bisect_right(here, position), len(there)) - 1
        return there[index] + position - here[index] if there else 0

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text of the report of some characters of this prose."""
        first = self._raw_place(start)
        last = self._raw_place(end - 1) + 1 if end > start else first
        if self._unglossed is not None:
            place = self._unglossed.source_span(first, last)
            first, last = place.start, place.end
        return self._start + first, self._start + last

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of some characters of this prose."""
        return self._text.source_span(*self.place(start, end))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield where each sentence begins and ends, its stop not included."""
        start = 0
        for stop in _STOP.finditer(self.characters):
            end = stop.start()
            if start < end <= start + _LONGEST_CHARS:
                yield start, end
            else:
                yield from _cut(start, end)
            start = stop.end()
        yield from _cut(start, len(self.characters))

    @cached_property
    def _figures(self) -> tuple[list[int], list[int]]:
        """Where each figure begins and ends; none goes over a stop."""
        places = [match.span() for match in _FIGURE.finditer(self.characters)]
        return [start for start, _ in places], [end for _, end in places]

    def stated(self, start: int, end: int) -> str:
        """Return a sentence up to the clause of its last figure; empty if it states none."""
        starts, ends = self._figures
        last = bisect_left(starts, end) - 1
        if last < 0 or starts[last] < start:
            return ""
        behind = _CLAUSE_END.search(self.characters, ends[last], end)
        return self.characters[start : behind.end() if behind else end]

    def numbered(self, start: int, end: int) -> str:
        """Return a sentence that has a digit or a figure; empty if it has none."""
        has_digit = _NUMBER.search(self.characters, start, end) is not None
        return self.characters[start:end] if has_digit or self.stated(start, end) else ""


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_CHARS:
        yield start, start + _LONGEST_CHARS
        start += _LONGEST_CHARS
    if end > start:
        yield start, end


def proses(report: Report) -> Iterator[Prose]:
    """Yield the pieces of prose in a report, in the order of the text."""
    characters, outline, foreign = report.text.characters, report.outline, _is_foreign(report)
    if not outline:
        yield Prose(report, "", 0, len(characters), foreign=foreign)
    elif not report.form.is_tabular or all(name != "overview" for name, *_ in outline):
        # A text that is cut above its second part begins with what is left of the first.
        end = outline[0][1]
        stop = characters.find("。", 0, end)
        if stop >= 0:
            # The prose above the first part begins with its first sentence.
            begin = characters.rfind("\n", 0, stop) + 1
            yield Prose(report, "", begin, end, foreign=foreign)
    for name, _, body, end in outline:
        if report.form.is_tabular and name in _TABLES:
            for start, stop in _around_table(report, name, body, end):
                yield Prose(report, name, start, stop, foreign=foreign)
        else:
            yield Prose(report, name, body, end, foreign=foreign)


def introduction(report: Report, begin: int) -> Prose:
    """Return what stands above the first part, from this offset in the text of the report on."""
    return Prose(report, "", begin, end_of_introduction(report), foreign=_is_foreign(report))


def end_of_introduction(report: Report) -> int:
    """Return where in the text of a report the first part begins."""
    outline = report.outline
    return outline[0][1] if outline else min(len(report.text), _INTRODUCTION)


def _is_foreign(report: Report) -> bool:
    """Whether the beginning of a report is in traditional characters, or has glosses."""
    start = report.outline[0][1] if report.outline else 0
    sample = report.text.characters[start : start + _SAMPLE]
    return plain(sample) != sample


def _around_table(report: Report, name: str, body: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where prose stands above and below the table of a part, or in its place."""
    characters, (first, last) = report.text.characters, _TABLES[name]
    begins = first.search(characters, body, end)
    if begins is None:
        part = characters[body:end]
        is_prose = "。" in part and first.search(plain(part)) is None
        if is_prose and _PART_TABLES[name] not in report.tables:
            yield body, end
        return
    if "。" in characters[body : begins.start()]:
        yield body, begins.start()
    ends = last.search(characters, begins.end(), end) if last else None
    if ends is not None and "。" in characters[ends.end() : end]:
        yield ends.end(), end
