"""Which cells would have to be different for every identity of tables three and four to hold.

The identities are linear, each with whole coefficients, so the search is exact: no set of the sizes looked for is
missed, and none is listed that leaves an identity broken or breaks another. It does not say which cell is wrong, only
what would do; often several sets would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import TypeAlias

from attrs import frozen

from govinfo.consistency.identities import (
    PROCEEDINGS,
    balances_of,
    other_in_one_row,
    outcome_totals_of,
    row_totals_of,
    rows_of,
)
from govinfo.consistency.outcomes import Equation, Verdict, weigh
from govinfo.consistency.sheets import Sheet
from govinfo.figures import Number
from govinfo.model import Claim, Report

__all__ = ["MOST_CHANGES", "Change", "Suggestion", "suggest"]

MOST_CHANGES = 2
"""Table three is searched for sets of up to this many cells; each proceeding of table four needs no more than one."""

Cell: TypeAlias = Mapping[int, int]
"""The identities that a cell stands in, each with the side it stands on: 1 for the left, -1 for the right."""
Shifts: TypeAlias = tuple[tuple[str, Number], ...]
"""By how much which cells change."""


@frozen
class Change:
    """One cell with another value."""

    address: str
    old: Number
    new: Number


@frozen
class Suggestion:
    """A smallest set of changes after which every identity holds."""

    changes: tuple[Change, ...]
    reason: str
    """What speaks for it, or against: the size of the changes, and the figures in the prose."""


def suggest(report: Report) -> tuple[Suggestion, ...]:
    """Return the smallest sets of cell changes that make every broken identity of tables three and four hold.

    Sets of one cell are looked for first, and sets of two only when there is none. Cells without a number are left
    alone, and no value becomes negative. Two cells that stand in the very same identities are never changed together:
    nothing could tell how to share the difference between them. First come the sets that the figures in the prose
    bear out, then those in which a slip of one digit, or two digits changing places, would explain most. A report
    that breaks no identity gets none.
    """
    if not {"requests", "review"} <= {table.id for table in report.form.tables}:
        return ()
    sheet = Sheet.of(report)
    in_parts = [part for part in (_repairs(part, sheet.values) for part in _parts(sheet)) if part is not None]
    if not in_parts:
        return ()
    sets = [tuple(shift for part in choice for shift in part) for choice in product(*in_parts)]
    found = [tuple(_change(address, sheet.values[address], by) for address, by in shifts) for shifts in sets]
    borne = {changes: _borne_out(changes, sheet) for changes in found}
    ranked = sorted(found, key=lambda changes: (-borne[changes], _leaps(changes), _distance(changes)))
    return tuple(Suggestion(changes, _reason(changes, borne[changes])) for changes in ranked)


def _parts(sheet: Sheet) -> Iterator[tuple[Equation, ...]]:
    """The identities in groups that share no cell, so that each can be searched on its own."""
    totals = outcome_totals_of(in_one_row=other_in_one_row(sheet))
    yield (*balances_of(), *totals, *row_totals_of(rows_of(sheet)))
    yield from ((identity,) for identity in PROCEEDINGS.values())


def _repairs(identities: Iterable[Equation], values: Mapping[str, Number | None]) -> list[Shifts] | None:
    """The smallest sets of shifts for one group, or nothing at all when no identity of it is broken."""
    cells: dict[str, dict[int, int]] = defaultdict(dict)
    gaps: dict[int, Number] = {}
    for index, identity in enumerate(identities):
        outcome = weigh(identity, values)
        if outcome.verdict is Verdict.UNASSESSABLE:
            continue
        for operand in identity.operands:
            cells[operand.address][index] = operand.sign
        if outcome.verdict is Verdict.BROKEN:
            gaps[index] = _gap(identity, values)
    if not gaps:
        return None
    for search in (_single, _pairs):
        found = [shifts for shifts in search(cells, gaps) if _possible(shifts, values)]
        if found:
            return found
    return []


def _gap(identity: Equation, values: Mapping[str, Number | None]) -> Number:
    """By how much the left of an identity exceeds its right."""
    return sum((operand.sign * (values[operand.address] or 0) for operand in identity.operands), 0)


def _single(cells: Mapping[str, Cell], gaps: Mapping[int, Number]) -> Iterator[Shifts]:
    """Every one cell whose shift closes all gaps and opens none."""
    first = min(gaps)
    for address, cell in cells.items():
        if first in cell:
            shifts = ((address, -gaps[first] * cell[first]),)
            if not _left_open(cells, gaps, shifts):
                yield shifts


def _pairs(cells: Mapping[str, Cell], gaps: Mapping[int, Number]) -> Iterator[Shifts]:
    """Every two cells whose shifts close all gaps and open none; one of them stands in the first broken identity."""
    first = min(gaps)
    inside = [address for address, cell in cells.items() if first in cell]
    for address in inside:
        one = (address, -gaps[first] * cells[address][first])
        rest = _left_open(cells, gaps, (one,))
        if not rest:
            continue
        next_gap = min(rest)
        for other, cell in cells.items():
            if next_gap in cell and first not in cell:
                shifts = (one, (other, -rest[next_gap] * cell[next_gap]))
                if not _left_open(cells, gaps, shifts):
                    yield shifts
    for one_address, other_address in combinations(inside, 2):
        solved = _shared(one_address, other_address, cells, gaps, first)
        if solved is not None and not _left_open(cells, gaps, solved):
            yield solved


def _shared(one: str, other: str, cells: Mapping[str, Cell], gaps: Mapping[int, Number], first: int) -> Shifts | None:
    """The shifts of two cells that stand in the same broken identity, told apart by one that only one stands in."""
    for alone, partner in ((one, other), (other, one)):
        own = next((index for index in cells[alone] if index not in cells[partner]), None)
        if own is not None:
            by = -gaps.get(own, 0) * cells[alone][own]
            rest = gaps[first] + by * cells[alone][first]
            shifts = {alone: by, partner: -rest * cells[partner][first]}
            return ((one, shifts[one]), (other, shifts[other])) if all(shifts.values()) else None
    return None


def _left_open(cells: Mapping[str, Cell], gaps: Mapping[int, Number], shifts: Shifts) -> dict[int, Number]:
    """The gaps that remain, or come about, when these cells are shifted."""
    left = dict(gaps)
    for address, by in shifts:
        for index, sign in cells[address].items():
            left[index] = left.get(index, 0) + sign * by
    return {index: gap for index, gap in left.items() if gap}


def _possible(shifts: Shifts, values: Mapping[str, Number | None]) -> bool:
    """Whether every cell keeps a number that can be a count."""
    return all(_change(address, values[address], by).new >= 0 for address, by in shifts)


def _change(address: str, old: Number | None, by: Number) -> Change:
    value = old if old is not None else 0
    return Change(address, value, value + by)


def _distance(changes: tuple[Change, ...]) -> Number:
    """By how much the cells change in all."""
    return sum((max(change.new, change.old) - min(change.new, change.old) for change in changes), 0)


def _one_digit(change: Change) -> bool:
    """Whether one digit mistyped, dropped or added, or two neighbours swapped, explains the change."""
    old, new = str(change.old), str(change.new)
    if len(old) == len(new):
        wrong = [index for index, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(old) == sorted(new)
        return len(wrong) == 1 or swapped
    short, long = sorted((old, new), key=len)
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))


def _leaps(changes: tuple[Change, ...]) -> int:
    """How many of the changes are more than a slip of one digit."""
    return sum(not _one_digit(change) for change in changes)


def _borne_out(changes: tuple[Change, ...], sheet: Sheet) -> int:
    """How many exact figures in the prose agree with the table after the changes, less those that no longer do."""
    before = sheet.values
    after = {**before, **{change.address: change.new for change in changes}}
    claims = [claim for claim in sheet.report.claims if claim.address and claim.value is not None and not claim.hedged]
    return sum(_agrees(claim, after) - _agrees(claim, before) for claim in claims)


def _agrees(claim: Claim, values: Mapping[str, Number | None]) -> bool:
    """Whether a figure in the prose is that of its cell, or of the sum of its cells."""
    cells = [values.get(address) for address in (claim.address or "").split("+")]
    return None not in cells and sum((value or 0 for value in cells), 0) == claim.value


def _reason(changes: tuple[Change, ...], borne: int) -> str:
    cells = "1 cell changes" if len(changes) == 1 else f"{len(changes)} cells change"
    prose = f", and {abs(borne)} more figures of the prose {'agree' if borne > 0 else 'disagree'}" if borne else ""
    return f"{cells}, {len(changes) - _leaps(changes)} of them by a single digit{prose}"
