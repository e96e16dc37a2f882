"""Between which numbers a cell without one must lie, for the identities of tables three and four to hold.

A cell that is blank, marked as not applicable or illegible may stand for any count, or where the
reader lists candidates for one of these. Each identity narrows the range of each of its cells by
those of the others, until nothing changes any more. Where the sides of an identity cannot meet at
all, no count in the blanks helps: it is broken.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from govinfo.consistency.context import Context
from govinfo.consistency.identities import identities
from govinfo.consistency.outcome import Verdict, weigh
from govinfo.figures import Address, Figure, Number, State
from govinfo.forms.formulas import Equation
from govinfo.model import Report

__all__ = ["MOST_VISITS", "Range", "bounds", "determined", "impossible"]

MOST_VISITS = 1_000
"""So often an identity is applied to a report; ranges that still change then are left wider than they might be."""

Range: TypeAlias = tuple[Number, Number | None]
"""The least number and the greatest; `None` where nothing bounds it from above."""
Ranges: TypeAlias = dict[str, Range]
_Ends: TypeAlias = tuple[Number | None, Number | None]
"""A range that may be open on either side."""
Values: TypeAlias = Mapping[str, Number | None]

_TABLES = frozenset({"requests", "review"})
_ANY_COUNT: Range = (0, None)


class _Bounded(NamedTuple):
    """What the identities leave to the cells without a number."""

    ranges: Ranges
    impossible: Mapping[Equation, str]
    """The identities whose sides cannot meet, each with the reason that is told."""
    sound: bool
    """Whether no identity is broken: where one is, nobody knows which of its numbers to go by."""


def bounds(report: Report) -> dict[Address, Range]:
    """Return the lowest and the highest number that the identities allow for each cell without a number.

    Returns: For each blank, inapplicable or illegible cell of tables 3 and 4 its lowest and highest
        count; `None` as the highest means that there is no upper limit. If both are equal, the
        identities leave no choice. Absent cells are not listed, and an identity with an absent or
        doubtful cell limits nothing.

    """
    return {
        Address(address): found for address, found in _bounded(Context.of(report)).ranges.items()
    }


def impossible(context: Context) -> Mapping[Equation, str]:
    """Return the identities that no counts in their blank cells can make true, each with the reason that is told.

    One that only all of them together rule out is listed where no other is broken, and no more than
    one: what is wrong may stand in any of those that it was found by.
    """
    return _bounded(context).impossible if context.unread else {}


def determined(context: Context) -> dict[str, Number]:
    """Return the number of each blank cell that the identities leave no choice about, unless one of them is broken."""
    found = _bounded(context)
    return {
        address: least
        for address, (least, greatest) in found.ranges.items()
        if found.sound and least == greatest
    }


@lru_cache(maxsize=1)
def _bounded(context: Context) -> _Bounded:
    # The rules ask one after the other about the same context, so that the last one is enough to
    # remember.
    start = {
        address: _range(context.unread[address])
        for address in context.unread
        if _may_be_any(address, context)
    }
    every = list(identities(context)) if start else []
    broken = any(weigh(identity, context.values).verdict is Verdict.BROKEN for identity in every)
    usable = [identity for identity in every if _usable(identity, context, start)]
    alone = [identity for identity in usable if _left(identity, context.values, start) is None]
    ranges, conflict = _narrowed(
        [identity for identity in usable if identity not in alone], context.values, start
    )
    reasons = dict.fromkeys(alone, "impossible")
    if (
        conflict is not None
        and not broken
        and not alone
        and not (context.doubts and any(map(context.doubted, start)))
    ):
        reasons[conflict] = "impossible_together"
    return _Bounded(ranges, reasons, sound=not broken and not alone and conflict is None)


def _may_be_any(address: str, context: Context) -> bool:
    return Address(address).table in _TABLES and not context.absent(address)


def _range(figure: Figure) -> Range:
    if figure.state == State.ILLEGIBLE and figure.candidates:
        return min(figure.candidates), max(figure.candidates)
    return _ANY_COUNT


def _usable(identity: Equation, context: Context, start: Ranges) -> bool:
    """Whether an identity has unknown cells, none that the document lacks, and no number that the reader doubts."""
    cells = [operand.address for operand in identity.operands]
    known = [address for address in cells if address not in start]
    return (
        len(known) < len(cells)
        and not any(context.absent(address) for address in known)
        and not (context.doubts and any(context.doubted(address) for address in known))
    )


def _narrowed(
    identities: list[Equation], values: Values, start: Ranges
) -> tuple[Ranges, Equation | None]:
    """The ranges that the identities leave, and the first of them that cannot hold together with those before."""
    ranges, conflict = dict(start), None
    having: dict[str, list[int]] = {address: [] for address in start}
    for index, identity in enumerate(identities):
        for operand in identity.operands:
            having.get(operand.address, []).append(index)
    waiting = dict.fromkeys(range(len(identities)))
    for _ in range(MOST_VISITS):
        if not waiting:
            break
        del waiting[index := next(iter(waiting))]
        left = _left(identities[index], values, ranges)
        if left is None:
            conflict = conflict or identities[index]
            continue
        changed = [address for address, narrower in left.items() if narrower != ranges[address]]
        ranges |= left
        waiting |= {
            other: None for address in changed for other in having[address] if other != index
        }
    return ranges, conflict


def _left(identity: Equation, values: Values, ranges: Ranges) -> Ranges | None:
    """What an identity leaves to each of its unknown cells; `None` when no numbers make its sides equal."""
    known: Number = 0
    unknown: list[tuple[str, int]] = []
    for address, sign, *_ in identity.operands:
        value = values[address]
        if value is None:
            unknown.append((address, sign))
        else:
            known += sign * value
    added = [_signed(sign, ranges[address]) for address, sign in unknown]
    least, greatest = (_sum(known, ends) for ends in zip(*added, strict=True))
    # Left less right lies between these two sums, and must be able to be 0.
    if (not least[1] and least[0] > 0) or (not greatest[1] and greatest[0] < 0):
        return None
    return {
        address: _both(
            ranges[address], _signed(-sign, (_without(own[0], least), _without(own[1], greatest)))
        )
        for (address, sign), own in zip(unknown, added, strict=True)
    }


def _signed(sign: int, ends: _Ends) -> _Ends:
    """What a range adds to the left side less the right."""
    least, greatest = ends
    return (
        ends
        if sign > 0
        else (None if greatest is None else -greatest, None if least is None else -least)
    )


def _sum(known: Number, ends: tuple[Number | None, ...]) -> tuple[Number, int]:
    """The sum of those that are numbers, and how many are not."""
    return sum((end for end in ends if end is not None), known), ends.count(None)


def _without(own: Number | None, total: tuple[Number, int]) -> Number | None:
    """What all others add up to, or nothing when that is without bound."""
    finite, unbounded = total
    if own is None:
        return finite if unbounded == 1 else None
    return None if unbounded else finite - own


def _both(one: Range, other: _Ends) -> Range:
    """The numbers that lie in both ranges."""
    least = one[0] if other[0] is None or other[0] < one[0] else other[0]
    ends = [end for end in (one[1], other[1]) if end is not None]
    return least, min(ends, default=None)
