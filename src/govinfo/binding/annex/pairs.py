"""Split two figures of an annex that have nothing between them.

`17953304` is 1795 this year and 3304 in all, or something else. The ways in which requests were
made add up, in both columns, and so do the answers. Where the prose states the figure of the year,
that decides; and no channel disclosed more than was disclosed in all. A running total may be less
than the year in it, because offices leave it at 0. Digits that begin with 0 can be split in one
way only.
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

__all__ = ["GluedPair", "Pair", "settle_pairs", "split_pairs"]

Pair: TypeAlias = tuple[int, int]
"""The figure of the year, and the running total."""
_UPPER_BOUNDS = ("proactive_total",)
"""Rows whose figures are no less than those of any row under them."""
_STATED = {"proactive_total": re.compile(r"主动公开[^，。；、,;\d\n]{0,14}(\d{1,12})\s*条")}
"""How prose states the figure of a row."""
_MOST_COMBINATIONS = 100_000


@frozen
class GluedPair:
    """Digits of a row, and the pairs of figures that they may be."""

    row: str
    start: int
    """Where the digits begin in the text."""
    digits: str
    unit: str | None
    pairs: tuple[Pair, ...]
    printed_first: int = 0
    """Which of a pair is printed first."""


def split_pairs(digits: str, printed_first: int = 0) -> tuple[Pair, ...]:
    """Return the pairs that digits may be, each as the year and the running total."""
    found = []
    for place in range(1, len(digits)):
        parts = digits[:place], digits[place:]
        if all(part == "0" or not part.startswith("0") for part in parts):
            found.append((int(parts[printed_first]), int(parts[1 - printed_first])))
    return tuple(found)


def settle_pairs(
    glued: Sequence[GluedPair], known: Mapping[str, Pair], form: Form, prose: str
) -> dict[str, Pair]:
    """Return the pair of each row that can be only one.

    Args:
        glued: The rows whose figures have nothing between them.
        known: The rows that were read without doubt.
        form: The form of the annex.
        prose: The text above the annex.

    """
    sure = dict(known)
    for one in glued:
        if one.digits.startswith("0") and one.pairs:
            sure[one.row] = one.pairs[0]
    free = {one.row: one for one in glued if one.row not in sure}
    for row, pattern in _STATED.items():
        figures = {int(number) for number in pattern.findall(prose)}
        fitting = [
            pair
            for pair in (free[row].pairs if row in free else ())
            if pair[0] in figures and (pair[1] >= pair[0] or not pair[1])
        ]
        if len(fitting) == 1 and int(free[row].digits) not in figures:
            sure[row] = fitting[0]
    rows = form.annex.rows if form.annex else ()
    sums = [Address(identity.equations[0].operands[0].address).row for identity in form.identities]
    for total in (*sums, *_UPPER_BOUNDS):
        parts = [
            row.id for row in rows if row.parent == total and (row.id in free or row.id in sure)
        ]
        if parts and (total in free or total in sure):
            decide = _settle_by_sum if total in sums else _settle_by_bound
            sure |= decide(sure, free, total, parts)
    return {row: pair for row, pair in sure.items() if row not in known}


def _settle_by_sum(
    sure: Mapping[str, Pair], free: Mapping[str, GluedPair], total: str, parts: Sequence[str]
) -> dict[str, Pair]:
    """Return the pairs that are the same in every way in which the parts add up to the total.

    Any digits may also be one figure beside a blank cell, which adds nothing; then they stay open.
    """
    names = (total, *parts)
    alone = {name: int(pair.digits) for name, pair in free.items()}
    choices = [
        (sure[name],) if name in sure else (*free[name].pairs, (alone[name], 0), (0, alone[name]))
        for name in names
    ]
    if prod(map(len, choices)) > _MOST_COMBINATIONS:
        return {}
    fitting = []
    for pairs in product(*choices):
        years, totals = zip(*pairs, strict=True)
        if years[0] == sum(years[1:]) and totals[0] == sum(totals[1:]):
            fitting.append(pairs)
    columns = zip(names, zip(*fitting, strict=True), strict=False)
    only = {name: pairs[0] for name, pairs in columns if len(set(pairs)) == 1}
    return {name: pair for name, pair in only.items() if name in sure or pair in free[name].pairs}


def _settle_by_bound(
    sure: Mapping[str, Pair], free: Mapping[str, GluedPair], total: str, parts: Sequence[str]
) -> dict[str, Pair]:
    """Return the pairs of those parts that stay below a known total in one way only.

    Digits that could also be one figure below the total, or a figure of the year whose running
    total was left at 0, stay open.
    """
    top, found = sure.get(total), dict[str, Pair]()
    if top is None:
        return found
    for name in (name for name in parts if name in free):
        below = [pair for pair in free[name].pairs if pair[0] <= top[0] and pair[1] <= top[1]]
        is_left_open = any(not pair[1] for pair in free[name].pairs)
        if len(below) == 1 and int(free[name].digits) > max(top) and not is_left_open:
            found[name] = below[0]
    return found
