"""The ways to cut a run of digits into the cells of a row.

A *segmentation* is one such way. Three facts limit them: a number does not begin with a zero, a
space that was kept is a border between cells, and a sign or a decimal point stands only where the
column of the form allows one. A run that is too short for its row has lost blank cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import TypeAlias

from govinfo.figures import Number, read_cell
from govinfo.forms.schema import Kind

__all__ = [
    "MOST_SEGMENTATIONS",
    "Cell",
    "Segmentation",
    "count_segmentations",
    "is_blank",
    "is_possible",
    "list_recuts",
    "next_best",
    "segment",
    "segment_above_page_number",
    "segment_across_space",
    "segment_balanced",
    "segment_with_blanks",
]

MOST_SEGMENTATIONS = 500
"""A run with more segmentations than this is given up."""
_MOST_PLACES = 5_000
"""Maximum number of places in one run from which `segment` goes on."""
_MOST_BRANCHES = 3_000
"""Maximum number of cells in one run at which `segment_balanced` tries several lengths."""
_MOST_COUNT_DIGITS = 10
"""A number of applications has at most so many digits."""
_MOST_PAGE_DIGITS = 3
"""The number of a page has at most so many digits."""
_COUNTER_BITS = 64
_MOST_SPACES = 30
_SPACE_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s+(?=\d)")

_COUNT = r"(?:0|[1-9]\d{0,9})"
_DIGITS = "0123456789"
_CELLS = {
    Kind.COUNT: re.compile(rf"{_COUNT}|/|—{{1,2}}|-"),
    Kind.CHANGE: re.compile(rf"[+—-]?{_COUNT}|/|—{{1,2}}"),
    Kind.MONEY: re.compile(r"(?:0|[1-9]\d{0,14})(?:\.\d+)?(?:[万亿]?元)?|/|—{1,2}|-"),
}

# Plain tuples, because thousands of segmentations are made for one page and most are thrown away.
Cell: TypeAlias = tuple[int, int, Number | None]
"""Where a cell begins and ends in its run, and its value. A blank cell ends where it begins."""

Segmentation: TypeAlias = tuple[Cell, ...]
"""One way to cut a run: a cell for each column of the row."""

_Borders: TypeAlias = tuple[int, ...]


class _TooManyError(Exception):
    """A run has too many segmentations to list them."""


@lru_cache(maxsize=4096)
def segment(run: str, kinds: tuple[Kind, ...], blanks: int = 0) -> tuple[Segmentation, ...] | None:
    """Return every segmentation of a run, or `None` when there are too many.

    Args:
        run: What stands behind the label of a row.
        kinds: The kind of each column of the row.
        blanks: How many of the cells are blank and left nothing in the run.

    """
    try:
        return tuple(_Run(run, kinds).cut(0, 0, blanks))
    except _TooManyError:
        return None


class _Run:
    """A run and the kinds of its cells; remembers the segmentations of each ending of the run."""

    def __init__(self, run: str, kinds: Sequence[Kind]) -> None:
        self.run, self.kinds, self.places_left = run, kinds, _MOST_PLACES
        self.known: dict[tuple[int, int, int], list[Segmentation]] = {}

    def cut(self, begin: int, column: int, blanks: int) -> list[Segmentation]:
        """Return the ways to cut the run from a character on into the cells from a column on."""
        run, end, cells = self.run, len(self.run), len(self.kinds) - column
        while begin < end and run[begin].isspace():
            begin += 1
        if not cells:
            return [()] if begin == end and not blanks else []
        if end - begin < cells - blanks:
            return []
        place = (begin, column, blanks)
        if place not in self.known:
            self.known[place] = self._cut_once(begin, column, blanks)
        return self.known[place]

    def _cut_once(self, begin: int, column: int, blanks: int) -> list[Segmentation]:
        self.places_left -= 1
        found = list[Segmentation]()
        if blanks:
            blank = (begin, begin, None)
            found += [(blank, *cells) for cells in self.cut(begin, column + 1, blanks - 1)]
        for cell in self._first_cells(begin, self.kinds[column]):
            found += [(cell, *cells) for cells in self.cut(cell[1], column + 1, blanks)]
            # Each of these belongs to at least one segmentation of the whole run.
            if len(found) > MOST_SEGMENTATIONS or self.places_left < 0:
                raise _TooManyError
        return found

    def _first_cells(self, begin: int, kind: Kind) -> list[Cell]:
        """List the cells that may begin at a character of the run, the shortest first."""
        run = self.run
        if kind is Kind.COUNT and run[begin : begin + 1] == "0":
            return [(begin, begin + 1, 0)]
        match = _CELLS[kind].match(run, begin)
        if match is None:
            return []
        ends = range(begin + 1, match.end() + 1)
        if kind is Kind.COUNT and run[begin] in _DIGITS:
            # Nearly every cell is of this kind: each beginning of a number is a number.
            return [(begin, end, int(run[begin:end])) for end in ends]
        whole = [end for end in ends if _CELLS[kind].fullmatch(run, begin, end)]
        return [(begin, end, read_cell(run[begin:end]).value) for end in whole]


@lru_cache(maxsize=4096)
def segment_with_blanks(
    run: str, kinds: tuple[Kind, ...], most: int
) -> tuple[Segmentation, ...] | None:
    """Return every segmentation with at most so many blank cells, or `None` if too many."""
    found = list[Segmentation]()
    for blanks in range(most + 1):
        own = segment(run, kinds, blanks)
        if own is None or len(found) + len(own) > MOST_SEGMENTATIONS:
            return None
        found += own
    return tuple(found)


@lru_cache(maxsize=8192)
def segment_balanced(run: str, width: int) -> tuple[Segmentation, ...] | None:
    """Return every segmentation of a run into counts of which the last is the sum of the others.

    Args:
        run: What stands behind the label of a row.
        width: How many cells the row has.

    Returns:
        The segmentations, or `None` when there are too many.

    """
    words = run.split()
    digits = "".join(words)
    if not (digits.isdecimal() and digits.isascii()):
        every = segment(run, (Kind.COUNT,) * width)
        # A sign such as `/` adds nothing; it cannot be the total.
        return every and tuple(
            one for one in every if sum(int(value or 0) for _, _, value in one[:-1]) == one[-1][2]
        )
    if len(digits) < width or len(words) > width or len(digits) > width * _MOST_COUNT_DIGITS:
        return ()
    found = _BalancedSearch(digits, tuple(accumulate(map(len, words)))).find_all(width)
    if found is None:
        return None
    places = [place for place, character in enumerate(run) if not character.isspace()]
    return tuple(
        tuple(
            [
                (places[begin], places[end - 1] + 1, int(digits[begin:end]))
                for begin, end in pairwise(borders)
            ]
        )
        for borders in found
    )


class _BalancedSearch:
    """A search for the borders of cells of which the last is the sum of the others.

    The total is chosen first. A sum and its parts leave the same remainder when they are divided by
    nine, and so do a number and its digits: the search skips eight totals in nine. The number of
    digits left for the number of cells left limits from below and above what these add up to, so
    that few steps lead nowhere.
    """

    def __init__(self, digits: str, word_ends: Sequence[int]) -> None:
        self.digits, self.branches_left = digits, _MOST_BRANCHES
        self.numbers = list(map(int, digits))
        # How far a number that begins at a digit may reach: to the end of its word at most, and a
        # zero stands alone.
        self.stops = list[int]()
        for end in word_ends:
            begin = len(self.stops)
            self.stops += [end if self.numbers[at] else at + 1 for at in range(begin, end)]

    def find_all(self, width: int) -> list[_Borders] | None:
        """Return the borders of every segmentation, or `None` when there are too many."""
        end, found = len(self.digits), list[_Borders]()
        every, own, total, power = sum(self.numbers), 0, 0, 1
        for begin in range(end - 1, max(width - 2, end - 1 - _MOST_COUNT_DIGITS), -1):
            digit = self.numbers[begin]
            own, total, power = own + digit, total + digit * power, power * 10
            if self.stops[begin] != end or (every - 2 * own) % 9:
                continue
            low, high = _sum_limits(width - 1, begin)
            if low <= total <= high:
                found += [
                    (*borders, end) for borders in self._find_parts((0,), begin, width - 1, total)
                ]
                if len(found) > MOST_SEGMENTATIONS or self.branches_left < 0:
                    return None
        return found

    def _find_parts(self, before: _Borders, end: int, cells: int, rest: int) -> list[_Borders]:
        """Return the borders of more cells, up to `end`, that add up to `rest`."""
        at, numbers = before[-1], self.numbers
        # A zero stands alone and adds nothing.
        while cells > 1 and not numbers[at] and end - at >= cells:
            at, cells, before = at + 1, cells - 1, (*before, at + 1)
        if cells == 1:
            fits = self.stops[at] >= end and int(self.digits[at:end]) == rest
            return [(*before, end)] if fits else []
        self.branches_left -= 1
        value, found = 0, list[_Borders]()
        for to in range(at + 1, min(self.stops[at], end - cells + 1) + 1):
            value = value * 10 + numbers[to - 1]
            if value > rest or self.branches_left < 0:
                break
            low, high = _sum_limits(cells - 1, end - to)
            if low <= rest - value <= high:
                found += self._find_parts((*before, to), end, cells - 1, rest - value)
        return found


@cache
def _sum_limits(cells: int, digits: int) -> tuple[int, int]:
    """Return the least and the greatest sum of so many numbers with so many digits in all."""
    if digits < cells:
        return 1, 0
    short, longer = divmod(digits, cells)
    # Numbers of equal length have the least sum; one number with all the digits it can have, the
    # greatest.
    low = longer * 10**short + (cells - longer) * (10 ** (short - 1) if short > 1 else 0)
    return low, 10 ** (digits - cells + 1) - 1 + 9 * (cells - 1)


@lru_cache(maxsize=4096)
def count_segmentations(run: str, width: int) -> int:
    """Return in how many ways a run of digits can be cut into so many cells."""
    # One integer holds all counts, 64 bits each: the ways with no border, with one, with two.
    grows, is_zero = 0, 1
    for word in run.split():
        grows, is_zero = 0, grows + is_zero
        for digit in word:
            begun = (grows + is_zero) << _COUNTER_BITS
            grows, is_zero = (grows, begun) if digit == "0" else (grows + begun, 0)
    return ((grows + is_zero) >> (_COUNTER_BITS * width)) & ((1 << _COUNTER_BITS) - 1)


def is_possible(cells: Segmentation) -> bool:
    """Return whether the last cell may be the sum of the others; a blank cell may be any number."""
    *parts, total = [value for _, _, value in cells]
    if total is None:
        return True
    known = sum(int(part or 0) for part in parts)
    return known <= total if None in parts else known == total


def list_recuts(
    run: str, kinds: Sequence[Kind], cells: Segmentation, first: int, width: int
) -> list[Segmentation] | None:
    """Return the other ways to cut some of the cells from the same characters; `None` if too many.

    Args:
        run: What stands behind the label of a row.
        kinds: The kinds of its columns.
        cells: The segmentation.
        first: The first of the cells that are cut again.
        width: How many they are.

    """
    begin, end = cells[first][0], cells[first + width - 1][1]
    every = segment(run[begin:end], tuple(kinds[first : first + width]))
    if every is None:
        return None
    moved = (tuple((begin + a, begin + b, value) for a, b, value in one) for one in every)
    recuts = [(*cells[:first], *one, *cells[first + width :]) for one in moved]
    return [recut for recut in recuts if recut != cells]


def next_best(
    run: str, kinds: Sequence[Kind], cells: Segmentation, width: int
) -> Segmentation | None:
    """Return the other segmentation in which one total is least wrong; `None` if there is none.

    Args:
        run: What stands behind the label of a row.
        kinds: The kinds of its columns.
        cells: The segmentation in which all totals are right.
        width: How many cells belong together, with their total as the last.

    """
    found = list[tuple[int, Segmentation]]()
    for first in range(0, len(cells), width):
        for recut in list_recuts(run, kinds, cells, first, width) or ():
            *parts, total = (int(value or 0) for _, _, value in recut[first : first + width])
            found.append((abs(sum(parts) - total), recut))
    return min(found, default=(0, None))[1]


def is_blank(cell: Cell) -> bool:
    """Return whether a cell of a segmentation holds nothing."""
    return cell[0] == cell[1]


def segment_above_page_number(
    run: str, cut: Callable[[str], Sequence[Segmentation] | None]
) -> list[Segmentation]:
    """Return the segmentations of a run whose last digits are the number of its page.

    Args:
        run: What stands behind the label of a row.
        cut: The function that cuts the run without those digits.

    """
    run, found = run.rstrip(), list[Segmentation]()
    for length in range(1, _MOST_PAGE_DIGITS + 1):
        number = run[-length:]
        if number.isdecimal() and not number.startswith("0"):
            found += cut(run[:-length].rstrip(" -—")) or ()
    return found


def segment_across_space(
    run: str, cut: Callable[[str], Sequence[Segmentation] | None]
) -> list[Segmentation]:
    """Return the segmentations of a run in which one of its spaces stands inside a number: 2 318.

    Args:
        run: What stands behind the label of a row.
        cut: The function that cuts the run without that space.

    """
    found, spaces = list[Segmentation](), list(_SPACE_BETWEEN_DIGITS.finditer(run))
    # No row has so many cells; a hostile run is not cut again for each of its spaces.
    for space in spaces if len(spaces) <= _MOST_SPACES else ():
        begin, end = space.span()
        width = end - begin
        for cells in cut(run[:begin] + run[end:]) or ():
            if any(first < begin < last for first, last, _ in cells):
                moved = (
                    (first + width * (first >= begin), last + width * (last > begin), value)
                    for first, last, value in cells
                )
                found.append(tuple(moved))
    return found
