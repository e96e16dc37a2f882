"""Two figures of an annex with nothing between them: `17953304` is 1795 this year and 3304 in all, or something else.

The ways in which requests were made add up, in both columns, and so do the answers; where the prose
states the figure of the year that settles it, and no channel disclosed more than was disclosed.
That a running total is no less than the year in it settles nothing: offices leave it at 0. Digits
that begin with 0 can be read in one way only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import TypeAlias

from attrs import frozen

from govinfo.figures import Address
from govinfo.forms import Form

__all__ = ["Pair", "Split", "readings", "settled"]

Pair: TypeAlias = tuple[int, int]
"""The figure of the year, and the running total."""
_BOUNDS = ("proactive_total",)
"""Rows that are no less than any row under them."""
_STATED = {"proactive_total": re.compile(r"主动公开[^，。；、,;\d\n]{0,14}(\d{1,12})\s*条")}
"""How prose states the figure of a row."""
_MOST_COMBINATIONS = 20_000


@frozen
class Split:
    """Digits of a row, and the pairs of figures that they may be."""

    row: str
    start: int
    """Where the digits begin."""
    digits: str
    unit: str | None
    pairs: tuple[Pair, ...]
    printed_first: int = 0
    """Which of a pair is printed first."""


def readings(digits: str, printed_first: int = 0) -> tuple[Pair, ...]:
    """Return the pairs that digits may be, in the order of the year and the running total."""
    found = []
    for place in range(1, len(digits)):
        parts = digits[:place], digits[place:]
        if all(part == "0" or not part.startswith("0") for part in parts):
            found.append((int(parts[printed_first]), int(parts[1 - printed_first])))
    return tuple(found)


def settled(
    splits: Sequence[Split], known: Mapping[str, Pair], form: Form, prose: str
) -> dict[str, Pair]:
    """Return the pair of each row that can have just one; `known` are the rows that were read without doubt."""
    sure = {
        **known,
        **{
            split.row: split.pairs[0]
            for split in splits
            if split.digits.startswith("0") and split.pairs
        },
    }
    free = {split.row: split for split in splits if split.row not in sure}
    own = form.annex.rows if form.annex else ()
    for row, pattern in _STATED.items():
        sure |= _stated(free[row], pattern, prose) if row in free else {}
    sums = [Address(identity.equations[0].operands[0].address).row for identity in form.identities]
    for total in (*sums, *_BOUNDS):
        parts = [
            row.id for row in own if row.parent == total and (row.id in free or row.id in sure)
        ]
        if parts and (total in free or total in sure):
            sure |= (_added if total in sums else _bounded)(sure, free, total, parts)
    return {row: pair for row, pair in sure.items() if row not in known}


Splits: TypeAlias = Mapping[str, Split]
Pairs: TypeAlias = Mapping[str, Pair]


def _stated(split: Split, pattern: re.Pattern[str], prose: str) -> dict[str, Pair]:
    """The pair whose figure of the year the prose states, if it states that of just one."""
    figures = {int(number) for number in pattern.findall(prose)}
    fitting = [pair for pair in split.pairs if pair[0] in figures]
    return {split.row: fitting[0]} if len(fitting) == 1 and int(split.digits) not in figures else {}


def _added(sure: Pairs, free: Splits, total: str, parts: Sequence[str]) -> dict[str, Pair]:
    """The pairs of those rows that have the same in every way in which the parts add up to the total."""
    names = (total, *parts)
    choices = [(sure[name],) if name in sure else free[name].pairs for name in names]
    if prod(map(len, choices)) > _MOST_COMBINATIONS:
        return {}
    fitting = [pairs for pairs in product(*choices) if _adds_up(*pairs)]
    columns = zip(names, zip(*fitting, strict=True), strict=False)
    return {name: pairs[0] for name, pairs in columns if len(set(pairs)) == 1}


def _adds_up(total: Pair, *parts: Pair) -> bool:
    return total == (sum(part[0] for part in parts), sum(part[1] for part in parts))


def _bounded(sure: Pairs, free: Splits, total: str, parts: Sequence[str]) -> dict[str, Pair]:
    """The pairs of those parts that can be no more than a known total in one way only, and not as one figure."""
    top = sure.get(total)
    found = {}
    for name in (name for name in parts if name in free) if top else ():
        below = [
            pair for pair in free[name].pairs if top and pair[0] <= top[0] and pair[1] <= top[1]
        ]
        if len(below) == 1 and top and int(free[name].digits) > max(top):
            found[name] = below[0]
    return found
