"""Between which numbers a cell without one must lie, for the identities to hold.

A cell that is blank, marked as not applicable or illegible may stand for any count, or where the
reader lists candidates for one of these. Each equation narrows the range of each of its unknown
cells by those of the others, until nothing changes any more. Where the two sides of an equation
cannot meet at all, no count in the blank cells helps: it is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from govinfo.figures import Number
from govinfo.forms.formulas import Equation, Values

__all__ = ["MOST_VISITS", "Narrowed", "Range", "narrow"]

MOST_VISITS = 1_000
"""Maximum number of times that equations are applied to one report; then ranges stay wider."""

Range: TypeAlias = tuple[Number, Number | None]
"""The least number and the greatest; `None` where there is no upper limit."""
_Ends: TypeAlias = tuple[Number | None, Number | None]
"""A range that may be open on either side."""


class Narrowed(NamedTuple):
    """What equations leave to the cells without a number."""

    ranges: Mapping[str, Range]
    impossible: tuple[Equation, ...]
    """The equations whose sides cannot meet, whatever stands in their own blank cells."""
    conflict: tuple[Equation, ...]
    """The first of the others that cannot hold together with those before it, then these.

    All of them share unknown cells, directly or through others. Empty if all can hold.
    """


def narrow(equations: Iterable[Equation], values: Values, start: Mapping[str, Range]) -> Narrowed:
    """Return the ranges that equations leave to cells without a number.

    Args:
        equations: Each has at least one cell without a number.
        values: The number at each address, or `None`.
        start: The range of each cell without a number, before any equation is applied.

    """
    impossible, usable = list[Equation](), list[Equation]()
    having: dict[str, list[int]] = {address: [] for address in start}
    for equation in equations:
        if _narrow_by(equation, values, start) is None:
            impossible.append(equation)
            continue
        for operand in equation.operands:
            having.get(operand.address, []).append(len(usable))
        usable.append(equation)
    ranges, conflict = dict(start), list[int]()
    waiting = dict.fromkeys(range(len(usable)))
    for _ in range(MOST_VISITS):
        if not waiting:
            break
        del waiting[index := next(iter(waiting))]
        narrowed = _narrow_by(usable[index], values, ranges)
        if narrowed is None:
            conflict = conflict or [index]
            continue
        changed = [address for address, found in narrowed.items() if found != ranges[address]]
        ranges |= narrowed
        for address in changed:
            waiting |= dict.fromkeys(other for other in having[address] if other != index)
    linked = _linked(conflict, usable, having)
    return Narrowed(ranges, tuple(impossible), tuple(usable[index] for index in linked))


def _linked(
    indices: list[int], equations: list[Equation], having: Mapping[str, list[int]]
) -> list[int]:
    """Return the equations of these indices, and those that share cells with one of them."""
    linked = [*indices]
    for index in linked:  # grows while it is walked through
        cells = (operand.address for operand in equations[index].operands)
        others = [other for address in cells for other in having.get(address, ())]
        linked += dict.fromkeys(other for other in others if other not in linked)
    return linked


def _narrow_by(
    equation: Equation, values: Values, ranges: Mapping[str, Range]
) -> dict[str, Range] | None:
    """Return the range of each unknown cell of an equation; `None` if its sides cannot meet."""
    known: Number = 0
    unknown = list[tuple[str, int, _Ends]]()
    for address, sign, *_ in equation.operands:
        value = values[address]
        if value is None:
            unknown.append((address, sign, _signed(sign, ranges[address])))
        else:
            known += sign * value
    lows = [low for _, _, (low, _) in unknown]
    highs = [high for _, _, (_, high) in unknown]
    least = known + sum(low for low in lows if low is not None)
    greatest = known + sum(high for high in highs if high is not None)
    # Left less right lies between these two sums, and must be able to be 0.
    if (None not in lows and least > 0) or (None not in highs and greatest < 0):
        return None
    found = {}
    for address, sign, (low, high) in unknown:
        others = _without(low, least, lows), _without(high, greatest, highs)
        other_low, other_high = _signed(-sign, others)
        own_low, own_high = ranges[address]
        limits = [limit for limit in (own_high, other_high) if limit is not None]
        lowest = own_low if other_low is None else max(own_low, other_low)
        found[address] = lowest, min(limits, default=None)
    return found


def _signed(sign: int, ends: _Ends) -> _Ends:
    """Return the range of what a cell adds to the left side less the right."""
    if sign > 0:
        return ends
    low, high = ends
    return (None if high is None else -high, None if low is None else -low)


def _without(end: Number | None, total: Number, ends: list[Number | None]) -> Number | None:
    """Return what all other ends add up to; `None` when one of them is open."""
    if end is None:
        return total if ends.count(None) == 1 else None
    return None if None in ends else total - end
