"""Accidents of whole columns: digits printed twice, a column that is lost, two that are swapped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govinfo.accidents.sheet import Candidates, Line, Sheet
from govinfo.figures import Number

__all__ = ["undo_doublings", "undo_lost_columns", "undo_swaps"]

_DOUBLED = 2
_LONG_DIGITS = 4
"""A number of so many digits, each of them twice, hardly stands there by chance."""
_ENOUGH_CELLS = 2
"""Nor do this many shorter ones in one line or column, if halves repair several identities."""
_ENOUGH_LINES = 2
"""This many lines must speak for an accident of a column."""
_FEW_LINES = 0.1
"""For so many lines that speak for it one may contradict it: the office may be wrong as well."""


class _Doubling(NamedTuple):
    """A line or a column in which every figure has its digits twice."""

    halved: Mapping[str, Number]
    is_plain: bool
    """Whether the figures alone show it, as `1166` and `00` do."""

    @classmethod
    def each_of(cls, sheet: Sheet) -> Iterator[_Doubling]:
        """Yield the lines and columns of a sheet whose figures have their digits twice."""
        for table in sheet.tables:
            raw, values = sheet.raw(), sheet.values
            printed = {cell: (raw[cell], values[cell]) for line in table for cell in line}
            # Most cells of a table hold one of a few numbers.
            both_of = {one: _digits_and_half(*one) for one in set(printed.values())}
            half_of = {one: half for one, (digits, half) in both_of.items() if digits}
            if not any(half and int(half) for half in half_of.values()):
                continue
            digits = {cell: both_of[one][0] for cell, one in printed.items()}
            halves = {cell: half_of[one] for cell, one in printed.items() if one in half_of}
            columns = zip(*table, strict=True) if len(table) > 1 else ()
            for cells in (*table, *columns):
                halved = {cell: halves[cell] for cell in cells if cell in halves}
                if None in halved.values() or not any(int(half or 0) for half in halved.values()):
                    continue
                doubled = [own for cell in cells if (own := digits[cell]).strip("0")]
                is_plain = (
                    len({*doubled}) >= _ENOUGH_CELLS  # a figure and its sum are one witness
                    or any(len(own) >= _LONG_DIGITS for own in doubled)
                    or any(
                        len(own) > 1 and not own.strip("0") for own in map(digits.get, cells) if own
                    )
                )
                yield cls({cell: int(half or 0) for cell, half in halved.items()}, is_plain)


def undo_doublings(sheet: Sheet) -> Candidates:
    """Undo digits printed twice, as bold type is faked by drawing twice, line by line."""
    left, found = list(_Doubling.each_of(sheet)), dict[str, tuple[Number, ...]]()
    whole, is_plain = sheet, False
    while left:
        gains = [whole.gain(doubling.halved) for doubling in left]
        if max(gains) <= 0:
            break
        best = [one for one, gain in zip(left, gains, strict=True) if gain == max(gains)]
        whole = whole.with_values(best[0].halved)
        is_plain = is_plain or best[0].is_plain
        # Another line may explain the same breaks: then both are doubtful.
        taken = [best[0], *(one for one in best[1:] if whole.gain(one.halved) < 0)]
        for halved in (one.halved for one in taken):
            left = [one for one in left if one.halved is not halved]
            changed = {cell: n for cell, n in halved.items() if n != sheet.values[cell]}
            found |= {cell: (number,) for cell, number in changed.items()}
    return found if is_plain else {}


def _digits_and_half(raw: str, value: Number | None) -> tuple[str, str | None]:
    """Return the digits that are printed in a cell, and the number of which each stands twice.

    No digits where the cell holds anything else; `None` where they are those of no number twice,
    and 0 for one 0.
    """
    digits = raw
    if not (raw.isdecimal() and raw.isascii()):
        digits = str(value) if isinstance(value, int) and value >= 0 else ""
    if digits == "0":
        return digits, digits
    half = digits[::_DOUBLED]
    is_number = half == "0" or not half.startswith("0")
    is_twice = half == digits[1::_DOUBLED] and len(digits) % _DOUBLED == 0
    return digits, half if is_number and is_twice else None


def undo_lost_columns(sheet: Sheet) -> Candidates:
    """Undo a column that is lost in all lines: those behind it moved left, and the last is blank.

    The figures of the lost column are what the total has more than the others.
    """
    found = dict[str, tuple[Number, ...]]()
    for table in sheet.tables:
        if any(sheet.values[line[-1]] for line in table):
            continue
        lines = [line for line in table if any(sheet.values[cell] is not None for cell in line)]
        rests, speaking, contradicting = dict[Line, Number](), 0, 0
        for line in lines:
            *parts, total = (sheet.values[cell] for cell in line[:-1])
            is_whole = total is not None and None not in parts and parts != []
            rests[line] = (total or 0) - sum(part or 0 for part in parts) if is_whole else 0
            if not is_whole or rests[line] < 0:
                contradicting += 1
            elif any(parts) and not sheet.keeps(line):
                # It has figures other than its total, and does not add up as it is printed.
                speaking += 1
        if speaking < _ENOUGH_LINES or contradicting > _FEW_LINES * speaking:
            continue
        for line, rest in rests.items():
            kept = [sheet.values[cell] or 0 for cell in line[:-1]]
            versions = [(*kept[:at], max(rest, 0), *kept[at:]) for at in range(len(kept))]
            for cell, numbers in zip(line, zip(*versions, strict=True), strict=True):
                if any(number != sheet.values[cell] for number in numbers):
                    found[cell] = tuple(dict.fromkeys(numbers))
    return found


def undo_swaps(sheet: Sheet) -> Candidates:
    """Undo two columns that changed places in every line; one of them holds the totals."""
    found = dict[str, list[Number]]()
    for table in sheet.tables:
        swaps = list(_list_swaps(sheet, table))
        gains = [sheet.gain(swap) for swap in swaps]
        most = max(gains, default=0)
        if most < _ENOUGH_LINES:
            continue
        for swap in (swap for swap, gain in zip(swaps, gains, strict=True) if gain == most):
            for cell, number in swap.items():
                if number is not None:
                    found.setdefault(cell, []).append(number)
        # No sum tells whether the columns beside them are in order.
        for line in table:
            printed = {cell: one for cell in line if (one := sheet.values[cell]) is not None}
            if len({*printed.values()}) > 1:
                for cell, number in printed.items():
                    found.setdefault(cell, [number]).extend(printed.values())
    return {cell: tuple(dict.fromkeys(numbers)) for cell, numbers in found.items()}


def _list_swaps(sheet: Sheet, table: tuple[Line, ...]) -> Iterator[dict[str, Number | None]]:
    """Yield what changes when the figures of a column and of the last one change places."""
    # Each gain is an equation that does not add up as printed.
    values, repairable = sheet.values, len(sheet.broken & sheet.ties.by_table[table])
    if len(table) < _ENOUGH_LINES or repairable < _ENOUGH_LINES:
        return
    for column in range(len(table[0]) - 1):
        unequal = [line for line in table if values[line[column]] != values[line[-1]]]
        sums = (own for line in unequal for own in sheet.inside(line) if own.totals_line)
        # Right totals are no longer right when the column takes their place.
        newly_broken = sum(own.number not in sheet.broken for own in sums)
        if repairable - newly_broken < _ENOUGH_LINES:
            continue
        swapped = dict[str, Number | None]()
        for line in unequal:
            one, other = line[column], line[-1]
            swapped |= {one: values[other], other: values[one]}
        yield swapped
