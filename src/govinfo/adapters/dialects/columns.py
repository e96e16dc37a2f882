"""Cells set apart by spaces, as PDF tools and text browsers print a page.

With `pdftotext -layout` the cells of a row stand side by side, and where a cell is blank there is
room. Plain `pdftotext` prints the pieces of a page one below the other: figures may come before
their label, behind it or a column at a time, so nothing but their number is certain, and the page
says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.layout.column_alignment import Line, aligned
from govinfo.adapters.layout.pandas_repr import framed
from govinfo.figures import State, read_cell
from govinfo.page import Grid, Page
from govinfo.spans import Span, Text

__all__ = ["COLUMNS", "lines_of"]

_NUMBERS_ABREAST = re.compile(r"  \d[\d.,]{0,15} {2,200}+\d[\d.,]{0,15}(?: |\n|$)")
_THREE_LINES = re.compile(r"\n\d[\d.,]{0,14}\n+\d[\d.,]{0,14}\n+\d[\d.,]{0,14}\n")
_HEAD = re.compile(r"(?:数量|數量|件数|件數)\s*\Z")
_ABREAST = Match(0.75, "numbers stand side by side, set apart by spaces")
_SCATTERED = Match(
    0.78,
    "numbers stand one below the other, apart from their labels, as plain pdftotext leaves them",
)
_WORD = re.compile(r"\S+")
_NUMBERING = r"[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]、|\d{1,2}[.、．]"
_FIELD = re.compile(rf"\S+(?: (?!{_NUMBERING})\S+)*")
_FEW_PIPES = 12
"""A website around the report divides its links with a few pipes; a table needs more."""
_REACH = 120
_SHORT = 30
_LONGEST = 300
"""No line of a table has more on it; one that has may be anything, and is not looked at."""
_SEVERAL = 5
_LONGEST_HEAD = 10
_PUNCTUATION = re.compile("[，；：]")
_HAN = re.compile("[\u4e00-\u9fff]")
_SENTENCE = re.compile("。|，[^）]*$")
"""A stop, or a comma that is not in brackets as those of a label are."""


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    if "|" in characters and characters.count("|") > _FEW_PIPES:
        return None
    if _are_abreast(characters):
        return _ABREAST
    return _SCATTERED if _is_scattered(text) else None


def _are_abreast(characters: str) -> bool:
    """Whether two figures stand side by side; behind another figure they are what is left of a date."""
    if "  " not in characters:
        return False
    return any(
        not characters[max(0, match.start() - _REACH) : match.start()].rstrip(" ")[-1:].isdigit()
        for match in _NUMBERS_ABREAST.finditer(characters)
    )


def _is_scattered(text: Text) -> bool:
    """Whether figures stand above their labels, or below each other on pages that end in form feeds."""
    characters = str(text)
    numbers = _THREE_LINES.search(characters)
    if numbers is None:
        return False
    return (
        "\f" in text.source
        or _HEAD.search(characters[max(0, numbers.start() - _REACH) : numbers.start()]) is not None
    )


def _read(text: Text) -> Page:
    if (page := framed(text)) is not None:
        return page
    characters = str(text)
    ordered = not _is_scattered(text) or _are_abreast(characters)
    # Heads are set closer than figures: one space may be all there is between two.
    lines = list(lines_of(characters, heads="  " if ordered else " "))
    if ordered:
        lines = aligned(lines, characters)
    rows = tuple(line.row for line in lines)
    return Page(text, (Grid(Span(0, len(text)), rows=rows),), ordered=ordered)


def lines_of(characters: str, heads: str) -> Iterator[Line]:
    """Yield each line with its words and, where figures end it, with its figures; `heads` stands between two heads."""
    begin = 0
    for line in characters.split("\n"):
        words = [Span(begin + m.start(), begin + m.end()) for m in _WORD.finditer(line)]
        figures = len(words) - _first_figure(characters, words)
        if figures and _is_row(line, words, figures):
            text = _fields(line[: words[-figures].start - begin], begin)
            yield Line(begin, text, tuple(words[-figures:]))
        elif (
            len(line) - line.count(" ") > _LONGEST
            or not (heads in line.strip() or _are_heads(words))
            or _SENTENCE.search(line)
            or not _HAN.search(line)
        ):
            yield Line(begin, (Span(begin, begin + len(line)),))
        else:
            yield Line(begin, tuple(words))
        begin += len(line) + 1


def _are_heads(words: list[Span]) -> bool:
    """Whether so many words, all of them short, are set apart by single spaces that they can be nothing but heads."""
    return len(words) >= _SEVERAL and max(map(len, words)) <= _LONGEST_HEAD


def _fields(line: str, begin: int) -> tuple[Span, ...]:
    return tuple(Span(begin + m.start(), begin + m.end()) for m in _FIELD.finditer(line))


def _first_figure(characters: str, words: list[Span]) -> int:
    """Which word begins the figures that end a line."""
    first = len(words)
    while first and _is_figure(characters[words[first - 1].start : words[first - 1].end]):
        first -= 1
    return first


def _is_figure(word: str) -> bool:
    return read_cell(word).state in (State.PRINTED, State.NOT_APPLICABLE)


def _is_row(line: str, words: list[Span], figures: int) -> bool:
    """Whether figures at the end of a line are cells: several, or one set well apart from the words before it."""
    if "。" in line:
        return False
    return (
        figures > 1
        or figures == len(words)
        or words[-1].start - words[-2].end > 1
        or _is_label(line, words)
    )


def _is_label(line: str, words: list[Span]) -> bool:
    """Whether a single word, short and without punctuation, stands before the figure."""
    return len(words) == 2 and len(line) <= _SHORT and not _PUNCTUATION.search(line.strip())


COLUMNS = Adapter("columns", _recognise, _read, surest=_SCATTERED.score)
