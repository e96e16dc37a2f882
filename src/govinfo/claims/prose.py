"""Where prose stands in a report: in the parts without tables, and around the tables elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.model import Report
from govinfo.text import plain

__all__ = ["Prose", "introduction", "proses"]

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
_SEMICOLONS = "；;"
_STOP = re.compile(r"[。；;！？]|\n[^\S\n]*\n")
_LONGEST = 800
_SAMPLE = 240
_INTRODUCTION = 2000


class Prose:
    """A piece of prose in a report: its characters, and its sentences."""

    def __init__(self, characters: str, start: int, end: int, *, foreign: bool) -> None:
        self.characters, self.start, self.end = characters, start, end
        self._foreign = foreign
        self.reach = 2 if foreign else 1
        """How many characters stand for one: glosses make a text twice as long."""

    def sentence(self, position: int) -> tuple[int, int]:
        """Return where the sentence around this position begins and ends; its length is bounded."""
        reach = _LONGEST * self.reach
        first, last = max(self.start, position - reach), min(self.end, position + reach)
        start = (
            max(first - 1, *(self.characters.rfind(stop, first, position) for stop in "。！？")) + 1
        )
        for stop in _STOP.finditer(self.characters, start, last):
            if stop[0] not in _SEMICOLONS or not self._in_brackets(start, stop.start()):
                if stop.end() > position:
                    return start, stop.end()
                start = stop.end()
        return start, last

    def _in_brackets(self, start: int, position: int) -> bool:
        """Whether a bracket has been opened since `start`, and not closed."""
        opened, closed = (
            max(self.characters.rfind(one, start, position) for one in pair)
            for pair in ("（(", "）)")
        )
        return opened > closed

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return a sentence without the blanks around it and the mark that ends it."""
        words = self.characters[start:end]
        begin = start + len(words) - len(words.lstrip())
        return begin, max(begin, begin + len(words.strip().rstrip("。；;！？")))

    def words(self, start: int, end: int) -> str:
        """Return a stretch of prose in simplified characters, without glosses and white space."""
        words = self.characters[start:end]
        if " " in words or not words.isprintable():
            words = "".join(words.split())
        return plain(words) if self._foreign or not words.isprintable() else words


def proses(report: Report) -> Iterator[Prose]:
    """Yield the pieces of prose in a report, in the order of the text."""
    characters, outline, foreign = report.text.characters, report.outline, _is_foreign(report)
    if not outline:
        yield Prose(characters, 0, len(characters), foreign=foreign)
    for name, _, body, end in outline:
        if report.form.is_tabular and name in _TABLES:
            for start, stop in _around_table(characters, name, body, end):
                yield Prose(characters, start, stop, foreign=foreign)
        else:
            yield Prose(characters, body, end, foreign=foreign)


def introduction(report: Report) -> Prose:
    """Return what stands above the first part."""
    outline, characters = report.outline, report.text.characters
    end = outline[0][1] if outline else min(len(characters), _INTRODUCTION)
    return Prose(characters, 0, end, foreign=_is_foreign(report))


def _is_foreign(report: Report) -> bool:
    """Whether the beginning of a report is in traditional characters, or has glosses."""
    start = report.outline[0][1] if report.outline else 0
    sample = report.text.characters[start : start + _SAMPLE]
    return plain(sample) != sample


def _around_table(characters: str, name: str, body: int, end: int) -> Iterator[tuple[int, int]]:
    first, last = _TABLES[name]
    begins = first.search(characters, body, end)
    if begins is None:
        return
    if "。" in characters[body : begins.start()]:
        yield body, begins.start()
    ends = last.search(characters, begins.end(), end) if last else None
    if ends is not None and "。" in characters[ends.end() : end]:
        yield ends.end(), end
