"""Show the cells of an annex in its characters: `|` between cells, and one line for each row.

What a page of paper prints between them is left out. Each character keeps its place, so that spans
still point into the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from govinfo.page import ROW_END, Grid, Page
from govinfo.spans import Edit, Text
from govinfo.text.boilerplate import PAGE_NUMBER

__all__ = ["blank_page_numbers", "mark_dividers", "mark_grids", "numbers_of_rows"]

_AFTER_FIRST_HEAD = re.compile(
    r"""
    指[ \u3000]?[标標] (?:名称|内容)? "?
    [ ]* (?P<divider> \|\| | !! | [^\w\s|"'.:：、()（）—-] )     # the last ones stand in labels
    """,
    re.VERBOSE,
)


_NUMBER_BEFORE_LABEL = re.compile(r"(?<![^\s|])(?P<number>[1-9]\d{0,2})[\s|]+$")
_REACH_CHARS = 60
_FEWEST_ROWS = 5
_MOSTLY = 0.7
"""So great a part of the numbers before labels are the next of the number above."""


def mark_grids(page: Page) -> Text:
    """Return the text of a page with `|` between the cells of each grid, and a row on each line."""
    characters = page.text.characters
    marked = list(characters)
    for block in page.blocks:
        if not isinstance(block, Grid):
            continue
        between, last_end = "", block.span.start
        places = block.places(characters)
        for token, (start, end) in zip(block.cut(characters), places, strict=True):
            if token == ROW_END:
                between = "\n"
                continue
            if between and start > last_end:
                marked[last_end:start] = between.ljust(start - last_end)
            marked[start:end] = token.replace("\n", " ")
            between, last_end = "|", end
    edited = "".join(marked)
    return page.text if edited == characters else page.text.edited([Edit(0, len(edited), edited)])


_PAGE_NUMBER = re.compile(rf"^[^\S\n]* (?:{PAGE_NUMBER}) [^\S\n]*$", re.VERBOSE | re.MULTILINE)


def blank_page_numbers(characters: str) -> str:
    """Return the characters with blanks for each line that is the number of a page."""
    return _PAGE_NUMBER.sub(lambda line: " " * len(line[0]), characters)


def mark_dividers(characters: str, begin: int) -> str:
    """Return the characters with `|` for what divides the cells of an annex that is in no grid.

    An annex behind prose may be in no grid, because its page was read line by line. A head is never
    blank, so the characters behind the first head divide cells. Wiki text has `!!` between heads
    and `||` between other cells.

    Args:
        characters: The text of the page.
        begin: Where the first head begins.

    """
    found = _AFTER_FIRST_HEAD.match(characters, begin)
    if found is None:
        return characters
    divider = "||" if found["divider"] == "!!" else found["divider"]
    # Within quotes nothing is divided.
    annex = re.sub(
        rf'"[^"\n]*"|{re.escape(divider)}',
        lambda match: "|".ljust(len(divider)) if match[0] == divider else match[0],
        characters[begin:],
    )
    return characters[:begin] + annex


def numbers_of_rows(characters: str, labels: Sequence[int]) -> list[tuple[int, int]]:
    """Return the places of the numbers that stand before the labels of the rows, 序号.

    A number stands before each label, and they count from 1 on; rows of no form may be between.

    Args:
        characters: The text of the annex.
        labels: Where the labels begin.

    """
    found, after = list[tuple[int, int]](), 0
    for begin in labels:
        before = _NUMBER_BEFORE_LABEL.search(characters, max(after, begin - _REACH_CHARS), begin)
        if before is None:
            return []
        found.append(before.span("number"))
        after = begin
    numbers = [int(characters[slice(*place)]) for place in found]
    steps = [below - above for above, below in pairwise(numbers)]
    is_counting = numbers[:1] == [1] and len(numbers) >= _FEWEST_ROWS and min(steps) > 0
    return found if is_counting and steps.count(1) >= _MOSTLY * len(steps) else []
