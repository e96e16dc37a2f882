"""The sums of all columns of a table in one integer, 40 bits each.

Adding two of these integers adds all columns at once, which the search does many thousand times. A
sum must be below 2**39; the highest bit of each column is its guard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

__all__ = ["count_differences", "highest", "is_below", "pack", "unpack"]

_BITS = 40
_MASK = (1 << _BITS) - 1
_GUARDS = sum(1 << (_BITS * column + _BITS - 1) for column in range(16))


def pack(values: Sequence[int]) -> int:
    """Return the values of columns as one integer."""
    sums = 0
    for value in reversed(values):
        sums = sums << _BITS | value
    return sums


def unpack(sums: int) -> Iterator[int]:
    """Yield the value of each column up to the last that is not 0."""
    while sums:
        yield sums & _MASK
        sums >>= _BITS


def count_differences(one: int, other: int) -> int:
    """Return in how many columns two sums differ."""
    return 0 if one == other else sum(column > 0 for column in unpack(one ^ other))


def highest(sums: Iterable[int]) -> int:
    """Return the greatest value of each column."""
    return pack([max(column) for column in zip_longest(*map(unpack, sums), fillvalue=0)])


def is_below(sums: int, ceiling: int) -> bool:
    """Return whether no column of a sum is above that of the ceiling."""
    # A column above the ceiling borrows its guard.
    return ((ceiling | _GUARDS) - sums) & _GUARDS == _GUARDS
