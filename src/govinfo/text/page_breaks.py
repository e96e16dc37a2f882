"""What a printer puts between two pages: the number of the page, and the title on top of the next.

A number alone on its line is that of a page if it stands beside a form feed, or beside a line that
is printed again and again, and if all such numbers count up by one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from govinfo.notes import Note
from govinfo.spans import Edit, Span
from govinfo.text.scripts import HAN

__all__ = ["may_have_page_numbers", "note_page_numbers", "repair_page_numbers"]

_LINE = re.compile(r"[^\n\f]*[^\s][^\n\f]*")
_NUMBER = re.compile(r"[1-9]\d{0,2}")
_FEWEST_BREAKS = 3
_FEWEST_HEAD_CHARS = 8
"""A shorter line that is printed again may be the unit or the label of a row."""


class _Line(NamedTuple):
    """A line that is not blank."""

    start: int
    end: int
    words: str


class _Break(NamedTuple):
    """A break between two pages: its first and its last line, and the number of the page."""

    first: int
    last: int
    number: int


_Breaks: TypeAlias = list[_Break]


def may_have_page_numbers(text: str) -> bool:
    """Whether pages end, or the title of a report is printed again and again, as a look shows."""
    return "\f" in text or text.count("告\n") + text.count("报\n") >= _FEWEST_BREAKS


def repair_page_numbers(text: str) -> Iterator[Edit]:
    """Yield the edits that remove the number and the head of each page, and blank lines there."""
    lines = [_Line(*match.span(), match[0].strip()) for match in _LINE.finditer(text)]
    for breaks in (*_beside_heads(lines), *_beside_feeds(text, lines)):
        steps = {below.number - above.number for above, below in pairwise(breaks)}
        if len(breaks) >= _FEWEST_BREAKS and steps == {1}:
            for one in breaks:
                end = lines[one.last + 1].start if one.last + 1 < len(lines) else len(text)
                yield Edit(lines[one.first].start, end)
            return


def note_page_numbers(text: str, edits: Sequence[Edit]) -> Iterator[Note]:
    """Yield a note that says which numbers are left out."""
    if edits:
        words = [line.strip() for edit in edits for line in text[edit.start : edit.end].split("\n")]
        pages = [word for word in words if _NUMBER.fullmatch(word)]
        message = f"the numbers of pages {pages[0]} to {pages[-1]} are no figures, and are left out"
        yield Note("page_numbers_removed", message, Span(edits[0].start, edits[0].end))


def _beside_heads(lines: Sequence[_Line]) -> Iterator[_Breaks]:
    """Yield the breaks that have a line which is printed again and again below or above them."""
    printings = Counter(line.words for line in lines if len(line.words) >= _FEWEST_HEAD_CHARS)
    for side in (1, -1):
        found: dict[str, _Breaks] = {}
        for at, line in enumerate(lines[1:-1], 1):
            head = lines[at + side].words
            if _NUMBER.fullmatch(line.words) and printings[head] >= _FEWEST_BREAKS:
                own = _Break(min(at, at + side), max(at, at + side), int(line.words))
                found.setdefault(head, []).append(own)
        yield from (breaks for head, breaks in found.items() if HAN.search(head))


def _beside_feeds(text: str, lines: Sequence[_Line]) -> Iterator[_Breaks]:
    """Yield the breaks that have a form feed below or above them, if all have."""
    ends = (*(line.start for line in lines[1:]), len(text))[: len(lines)]
    feeds = ["\f" in text[line.end : end] for line, end in zip(lines, ends, strict=True)]
    for beside in (feeds, [False, *feeds[:-1]]):
        numbers = [at for at, feed in enumerate(beside) if feed]
        breaks = [
            _Break(at, at, int(lines[at].words))
            for at in numbers
            if _NUMBER.fullmatch(lines[at].words)
        ]
        if len(breaks) >= len(numbers) - 1:  # the first or the last page may have none
            yield breaks
