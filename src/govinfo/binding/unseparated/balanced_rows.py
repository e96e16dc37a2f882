"""Runs of digits read as a row that adds up: every way to cut one whose last number is the sum of the others.

The total is chosen first. A sum and its parts leave the same remainder when they are divided by
nine, and so do a number and its digits: eight totals in nine need not be looked at. How many digits
are left for how many cells bounds what they can still add up to from both sides, so that few steps
lead nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from govinfo.binding.unseparated.segmentation import MOST, Reading, readings
from govinfo.forms.schema import Kind

__all__ = ["balanced", "cuts"]

_STEPS = 3_000
"""A run is given up after so many numbers with more than one way on."""
_LONGEST = 10
"""No number of applications has more digits."""
_BITS = 64

Cuts = tuple[int, ...]


@lru_cache(maxsize=8192)
def balanced(run: str, width: int) -> tuple[Reading, ...] | None:
    """Return every way to read a run as counts, the last the sum of the others; `None` when there are too many."""
    words = run.split()
    digits = "".join(words)
    if not (digits.isdecimal() and digits.isascii()):
        free = readings(run, (Kind.COUNT,) * width)
        return free and tuple(reading for reading in free if _adds_up(reading))
    if len(digits) < width or len(words) > width or len(digits) > width * _LONGEST:
        return ()
    found = _Search(digits, tuple(accumulate(map(len, words)))).all(width)
    if found is None:
        return None
    places = range(len(run)) if len(words) == 1 and len(digits) == len(run) else _places(run)
    return tuple(_reading(digits, places, one) for one in found)


@lru_cache(maxsize=4096)
def cuts(run: str, width: int) -> int:
    """Return in how many ways a run of digits can be cut into so many numbers, none with a zero in front."""
    # One number for all counts: so many bits for the ways with no border, with one, with two.
    grows, is_zero = 0, 1
    for word in run.split():
        grows, is_zero = 0, grows + is_zero
        for digit in word:
            begun = (grows + is_zero) << _BITS
            grows, is_zero = (grows, begun) if digit == "0" else (grows + begun, 0)
    return ((grows + is_zero) >> (_BITS * width)) & ((1 << _BITS) - 1)


def _adds_up(reading: Reading) -> bool:
    *parts, total = [value for _, _, value in reading]
    return total is not None and sum(int(part or 0) for part in parts) == total


def _places(run: str) -> list[int]:
    return [place for place, character in enumerate(run) if not character.isspace()]


def _reading(digits: str, places: Sequence[int], borders: Cuts) -> Reading:
    return tuple(
        [(places[at], places[to - 1] + 1, int(digits[at:to])) for at, to in pairwise(borders)]
    )


class _Search:
    """A run of digits, and where a kept space ends a word in it."""

    def __init__(self, digits: str, words: Sequence[int]) -> None:
        self.digits, self.steps = digits, _STEPS
        self.numbers, self.stops = list(map(int, digits)), list[int]()
        # How far a number may reach that begins at a digit: no further than its word, and a zero
        # stands alone.
        for end in words:
            begin = len(self.stops)
            self.stops += [end if self.numbers[at] else at + 1 for at in range(begin, end)]

    def all(self, width: int) -> list[Cuts] | None:
        """Return the borders of every reading, or `None` when there are too many."""
        end, found = len(self.digits), list[Cuts]()
        every, own, total, power = sum(self.numbers), 0, 0, 1
        for begin in range(end - 1, max(width - 2, end - 1 - _LONGEST), -1):
            digit = self.numbers[begin]
            own, total, power = own + digit, total + digit * power, power * 10
            if (
                self.stops[begin] == end
                and (every - 2 * own) % 9 == 0
                and _fits(width - 1, begin, total)
            ):
                found += [(*borders, end) for borders in self.parts((0,), begin, width - 1, total)]
                if len(found) > MOST or self.steps < 0:
                    return None
        return found

    def parts(self, before: Cuts, end: int, cells: int, rest: int) -> list[Cuts]:
        """Return the borders of so many numbers that fill a stretch from the last border on and add up to `rest`."""
        at, numbers = before[-1], self.numbers
        # A zero stands alone and adds nothing.
        while cells > 1 and not numbers[at] and end - at >= cells:
            at, cells, before = at + 1, cells - 1, (*before, at + 1)
        if cells == 1:
            return (
                [(*before, end)]
                if self.stops[at] >= end and int(self.digits[at:end]) == rest
                else []
            )
        self.steps -= 1
        value, found = 0, list[Cuts]()
        for to in range(at + 1, min(self.stops[at], end - cells + 1) + 1):
            value = value * 10 + numbers[to - 1]
            if value > rest or self.steps < 0:
                break
            low, high = _bounds(cells - 1, end - to)
            if low <= rest - value <= high:
                found += self.parts((*before, to), end, cells - 1, rest - value)
        return found


def _fits(cells: int, digits: int, total: int) -> bool:
    """Whether so many numbers with so many digits in all can add up to this."""
    low, high = _bounds(cells, digits)
    return low <= total <= high


@cache
def _bounds(cells: int, digits: int) -> tuple[int, int]:
    """The least and the most that so many numbers with so many digits in all add up to."""
    if digits < cells:
        return 1, 0
    short, longer = divmod(digits, cells)
    # Numbers of equal length add up to the least; one that has all the digits it can have, to the
    # most.
    low = longer * 10**short + (cells - longer) * (10 ** (short - 1) if short > 1 else 0)
    return low, 10 ** (digits - cells + 1) - 1 + 9 * (cells - 1)
