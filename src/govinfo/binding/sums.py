"""Runs of digits read as a row that adds up: every way to cut one whose last number is the sum of the others.

The total is chosen first. A sum and its parts leave the same remainder when they are divided by nine, and so do a
number and its digits: eight totals in nine need not be looked at. How many digits are left for how many cells bounds
what they can still add up to from both sides, so that few steps lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from attrs import define, field

from govinfo.binding.readings import MOST, Cell, Reading, readings
from govinfo.figures import State
from govinfo.forms.schema import Kind

__all__ = ["balanced", "cuts"]

_STEPS = 3_000
"""A run is given up after so many steps."""
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
    *parts, total = reading
    return total.value is not None and sum(int(cell.value or 0) for cell in parts) == total.value


def _places(run: str) -> list[int]:
    return [place for place, character in enumerate(run) if not character.isspace()]


def _reading(digits: str, places: Sequence[int], borders: Cuts) -> Reading:
    return tuple(
        Cell(places[begin], places[end - 1] + 1, int(digits[begin:end]), State.PRINTED)
        for begin, end in pairwise(borders)
    )


@define
class _Search:
    """A run of digits, and where a kept space ends a word in it."""

    digits: str
    words: tuple[int, ...]
    steps: int = _STEPS
    numbers: list[int] = field(init=False)
    stops: list[int] = field(init=False)
    """How far a number may reach that begins at this digit: no further than its word, and a zero stands alone."""

    def __attrs_post_init__(self) -> None:
        self.numbers, self.stops = list(map(int, self.digits)), []
        for end in self.words:
            begin = len(self.stops)
            self.stops += [end if self.numbers[at] else at + 1 for at in range(begin, end)]

    def all(self, width: int) -> list[Cuts] | None:
        """Return the borders of every reading, or `None` when there are too many."""
        end, found = len(self.digits), list[Cuts]()
        every, own, total, power = sum(self.numbers), 0, 0, 1
        for begin in range(end - 1, max(width - 2, end - 1 - _LONGEST), -1):
            digit = self.numbers[begin]
            own, total, power = own + digit, total + digit * power, power * 10
            if self.stops[begin] != end or (every - 2 * own) % 9 or not _fits(width - 1, begin, total):
                continue
            for borders in self._parts(0, begin, width - 1, total):
                found.append((0, *borders, end))
                if len(found) > MOST:
                    return None
        return found if self.steps > 0 else None

    def _parts(self, at: int, end: int, cells: int, rest: int) -> Iterator[Cuts]:
        """Yield the ends of so many numbers that fill a stretch and add up to `rest`."""
        if cells == 1:
            if self.stops[at] >= end and int(self.digits[at:end]) == rest:
                yield (end,)
            return
        self.steps -= 1
        value = 0
        for to in range(at + 1, min(self.stops[at], end - cells + 1) + 1):
            value = value * 10 + self.numbers[to - 1]
            if value > rest or self.steps < 0:
                return
            if _fits(cells - 1, end - to, rest - value):
                yield from ((to, *borders) for borders in self._parts(to, end, cells - 1, rest - value))


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
    # Numbers of equal length add up to the least; one that has all the digits it can have, to the most.
    low = longer * 10**short + (cells - longer) * (10 ** (short - 1) if short > 1 else 0)
    return low, 10 ** (digits - cells + 1) - 1 + 9 * (cells - 1)
