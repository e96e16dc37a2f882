"""Cells divided by several spaces, as PDF tools and text browsers print a page.

With `pdftotext -layout` the cells of a row stand side by side, and a blank cell leaves room. Plain
`pdftotext` prints the pieces of a page one below the other: figures come before their label, behind
it, or a column at a time. Then only their number is certain, and the page says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.layout.column_alignment import FiguresLine, aligned
from govinfo.adapters.layout.pandas_repr import framed
from govinfo.adapters.layout.spaced_units import join_units, joined_units
from govinfo.figures import MEASURE_WORDS, State, is_figure_like, read_cell
from govinfo.page import Grid, Page
from govinfo.spans import Span, Text
from govinfo.text.boilerplate import PAGE_NUMBER

__all__ = ["COLUMNS", "lines_of", "read", "recognise"]

_NUMBER = rf"\d[\d.,]{{0,15}}(?:{MEASURE_WORDS})?"
_NUMBERS_ABREAST = re.compile(rf"  {_NUMBER} {{2,200}}+{_NUMBER}(?: |\n|$)")
_THREE_LINES = re.compile(rf"\n{_NUMBER}\n+{_NUMBER}\n+{_NUMBER}\n")
_HEAD = re.compile(r"(?:数量|數量|件数|件數)\s*\Z")
_ABREAST = Match(0.75, "numbers stand side by side, set apart by spaces")
_SCATTERED = Match(
    0.78,
    "numbers stand one below the other, apart from their labels, as plain pdftotext leaves them",
)
_FIGURES = (State.PRINTED, State.NOT_APPLICABLE)
_WORD = re.compile(r"\S+")
_NUMBERING = r"[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]、|\d{1,2}[.、．]"
_FIELD = re.compile(rf"\S+(?: (?!{_NUMBERING})\S+)*")
_LINKS_PIPES = 12
"""A website around the report divides its links with a few pipes; a table needs more."""
_BEFORE_CHARS = 120
"""So much of the text before some numbers is looked at."""
_SHORT_LINE_CHARS = 30
_MOST_CHARS = 300
"""No line of a table has more, without its spaces; a longer one is not cut."""
_FEWEST_HEADS = 5
_LONGEST_HEAD_CHARS = 10
_PUNCTUATION = re.compile("[，；：]")
_HAN = re.compile("[\u4e00-\u9fff]")
_PAGE_NUMBER = re.compile(PAGE_NUMBER, re.VERBOSE)
"""Its words would be figures that stand side by side."""
_ENDS_OF_PAGE_NUMBERS = "—–－-页"
"""What ends the number of a page, if no digit does."""
_SENTENCE = re.compile("。|，[^）]*$")
"""A full stop, or a comma outside of brackets: those of a label are in brackets."""


def recognise(text: Text) -> Match | None:
    """Return a match where figures stand side by side, or apart from their labels."""
    characters = str(text)
    if "|" in characters and characters.count("|") > _LINKS_PIPES:
        return None
    if _are_abreast(joined_units(characters)):
        return _ABREAST
    return _SCATTERED if _is_scattered(text) else None


def _are_abreast(characters: str) -> bool:
    """Whether two figures stand side by side; behind a third, they are the rest of a date."""
    if "  " not in characters:
        return False
    for match in _NUMBERS_ABREAST.finditer(characters):
        before = characters[max(0, match.start() - _BEFORE_CHARS) : match.start()]
        if not before.rstrip(" ")[-1:].isdigit():
            return True
    return False


def _is_scattered(text: Text) -> bool:
    """Whether figures stand below each other, behind a head or on pages that end in form feeds."""
    characters = str(text)
    numbers = _THREE_LINES.search(characters)
    if numbers is None:
        return False
    before = characters[max(0, numbers.start() - _BEFORE_CHARS) : numbers.start()]
    return "\f" in text.own_source or _HEAD.search(before) is not None


def read(text: Text) -> Page:
    """Return a page with a row for each line; out of order where the figures are."""
    if (page := framed(text)) is not None:
        return page
    text = join_units(text, keeps_places=True)
    characters = str(text)
    ordered = not _is_scattered(text) or _are_abreast(characters)
    # Heads are set closer than figures: there may be one space between two of them.
    lines = list(lines_of(characters, heads="  " if ordered else " "))
    if ordered:
        lines = aligned(lines, characters)
    rows = tuple(line.row for line in lines)
    return Page(text, (Grid(Span(0, len(text)), rows=rows),), ordered=ordered)


def lines_of(characters: str, heads: str) -> Iterator[FiguresLine]:
    """Yield each line with the words on it and, where figures end it, with its figures.

    Args:
        characters: the text.
        heads: the spaces between two heads.

    """
    begin = 0
    for line in characters.split("\n"):
        # A sentence has no cells, nor has the number of a page; of most other lines nobody needs
        # the place of a word.
        words = [] if "。" in line or _is_page_number(line) else line.split()
        if "|" in line:
            words = [word for word in words if word.strip("|")]  # a border is no blank cell
        figures = _count_figures(words)
        is_row = figures > 0 and _is_row(line, words, figures)
        if is_row:
            cells, behind = list[Span](), len(line)
            for word in reversed(words[len(words) - figures :]):
                # Nothing but spaces is behind the last word of what is left.
                behind = line.rindex(word, 0, behind)
                cells.append(Span(begin + behind, begin + behind + len(word)))
            fields = _FIELD.finditer(line, 0, behind)
            text = tuple(Span(begin + m.start(), begin + m.end()) for m in fields)
            yield FiguresLine(begin, text, tuple(reversed(cells)))
        elif _has_heads(line, words, heads):
            found = (word for word in _WORD.finditer(line) if word[0].strip("|"))
            yield FiguresLine(begin, tuple(Span(begin + m.start(), begin + m.end()) for m in found))
        else:
            yield FiguresLine(begin, (Span(begin, begin + len(line)),))
        begin += len(line) + 1


def _is_page_number(line: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    bare = line.strip()
    is_possible = bare[-1:].isdecimal() or bare[-1:] in _ENDS_OF_PAGE_NUMBERS
    return is_possible and _PAGE_NUMBER.fullmatch(bare) is not None


def _count_figures(words: list[str]) -> int:
    """How many words at the end of a line are figures; none, if none of them is one for sure."""
    count, are_sure = 0, False
    for word in reversed(words):
        is_sure = read_cell(word).state in _FIGURES
        if not is_sure and not is_figure_like(word):
            break
        count, are_sure = count + 1, are_sure or is_sure
    return count if are_sure else 0


def _is_row(line: str, words: list[str], figures: int) -> bool:
    """Whether the figures that end a line are cells: several, one set apart, or one by a label."""
    before = line.rstrip().removesuffix(words[-1])
    if figures > 1 or figures == len(words) or len(before) - len(before.rstrip()) > 1:
        return True
    is_short = len(words) == 2 and len(line) <= _SHORT_LINE_CHARS
    return is_short and not _PUNCTUATION.search(line.strip())


def _has_heads(line: str, words: list[str], gap: str) -> bool:
    """Whether the words of a line are cells: they stand apart, or are many and all are short."""
    if not words or len(line) - line.count(" ") > _MOST_CHARS:
        return False
    many = len(words) >= _FEWEST_HEADS and max(map(len, words)) <= _LONGEST_HEAD_CHARS
    if not many and gap not in line.strip():
        return False
    return _HAN.search(line) is not None and not _SENTENCE.search(line)


COLUMNS = Adapter("columns", recognise, read, surest=_SCATTERED.score)
