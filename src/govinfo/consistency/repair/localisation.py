"""The smallest sets of cells that have to change together before every identity holds: an exact search.

Identities are linear, so what follows from two of them is an identity again: one of two columns'
totals, say, without the cells that both share. Whatever set repairs a table changes a cell in every
identity that is broken, those that follow included (Fellegi and Holt's implied edits). The search
takes the broken one with the fewest cells, tries each, strikes it out of all the others by
elimination, and goes on with what is left. Nothing is rounded: coefficients are whole, and gaps are
whole or fractions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from attrs import define, field

from govinfo.figures import Number
from govinfo.forms.formulas import Equation

__all__ = ["MOST_CHANGES", "MOST_STEPS", "End", "Repair", "Repairs", "repairs"]

MOST_CHANGES = 4
"""Cells that share identities, directly or through others, are searched for sets of up to so many."""
MOST_STEPS = 2_000
"""So many sets, finished or not, are looked at for cells that share identities; then the search is given up."""

Values: TypeAlias = Mapping[str, Number | None]
Repair: TypeAlias = Mapping[str, int]
"""The cells that change, each with what it should say."""


class End(StrEnum):
    """How a search ended."""

    DONE = "done"
    """Every smallest set was found."""
    IMPOSSIBLE = "impossible"
    """No set of any size will do."""
    SIZE = "size"
    """No set of up to `MOST_CHANGES` cells will do."""
    STEPS = "steps"
    """After `MOST_STEPS` it was given up: there may be more sets of the size found, or of a larger one."""


class Repairs(NamedTuple):
    """The smallest repairs of identities that share cells, and how the search for them ended."""

    sets: tuple[Repair, ...]
    end: End


class _Row(NamedTuple):
    """An identity, stated or implied: its cells with their whole coefficients, and its left side less its right."""

    cells: dict[str, int]
    gap: Fraction


class _Node(NamedTuple):
    """What the cells chosen so far leave of the identities."""

    open: tuple[_Row, ...]
    """Without any chosen cell: only others can close them."""
    solved: dict[str, _Row]
    """Each chosen cell with the identity that says by how much it changes: no other chosen cell stands in it."""


def repairs(
    identities: Iterable[Equation], values: Values, pinned: Collection[str] = ()
) -> Iterator[Repairs]:
    """Yield the smallest repairs of each group of identities that share cells, where any of the group is broken.

    A cell without a number leaves its identities out. Sets of cells between which the identities
    would not tell how to share a difference are left out too, such as two cells that stand in the
    very same identities: all that is listed can be changed in one way only.
    """
    rows = [_row(identity, values, pinned) for identity in identities if _known(identity, values)]
    for group in _groups(rows):
        if any(row.gap for row in group):
            yield _Search(values).smallest(_Node(tuple(group), {}))


def _known(identity: Equation, values: Values) -> bool:
    return all(values.get(operand.address) is not None for operand in identity.operands)


def _row(identity: Equation, values: Values, pinned: Collection[str]) -> _Row:
    signed = [(operand.address, operand.sign) for operand in identity.operands]
    gap = sum((sign * Fraction(values[address] or 0) for address, sign in signed), Fraction())
    return _Row({address: sign for address, sign in signed if address not in pinned}, gap)


def _groups(rows: Iterable[_Row]) -> list[list[_Row]]:
    """The identities in groups that share no cell, so that each can be searched on its own."""
    groups: list[list[_Row]] = []
    for row in rows:
        joined, apart = [row], []
        for group in groups:
            if any(not row.cells.keys().isdisjoint(other.cells) for other in group):
                joined = [*group, *joined]
            else:
                apart.append(group)
        groups = [*apart, joined]
    return groups


@define
class _Search:
    """The search through the sets of one group: it counts its steps, and notes whether more cells might have helped."""

    values: Values
    steps: int = field(default=0, init=False)
    short: bool = field(default=False, init=False)
    """Whether a set was given up only because it had as many cells as were asked for."""

    def smallest(self, start: _Node) -> Repairs:
        """Return the sets of one cell that will do, or if there are none those of two, and so on."""
        for size in range(1, MOST_CHANGES + 1):
            self.short = False
            found = tuple(self._sets(start, size, frozenset()))
            if self.steps > MOST_STEPS:
                return Repairs(found, End.STEPS)
            if found or not self.short:
                return Repairs(found, End.DONE if found else End.IMPOSSIBLE)
        return Repairs((), End.SIZE)

    def _sets(self, node: _Node, more: int, tried: frozenset[str]) -> Iterator[Repair]:
        """Yield what becomes of a set with so many more cells, none of them of those tried already."""
        self.steps += 1
        needed = _needed(node, self.values)
        if not needed:
            yield {cell: int(_new(cell, row, self.values)) for cell, row in node.solved.items()}
            return
        left = min(([cell for cell in cells if cell not in tried] for cells in needed), key=len)
        # The last cell of a set has to be one of each.
        last = [
            cell for cell in left if more and (more > 1 or all(cell in cells for cells in needed))
        ]
        self.short = self.short or len(last) < len(left)
        for cell in last:
            if self.steps > MOST_STEPS:
                return
            yield from self._sets(_chosen(node, cell), more - 1, tried)
            # Every set with this cell has been seen.
            tried |= {cell}


def _needed(node: _Node, values: Values) -> list[list[str]]:
    """Return sets of cells of each of which one must change besides those chosen; none when the chosen ones will do."""
    broken = [list(row.cells) for row in node.open if row.gap]
    if broken:
        return broken
    wrong = [
        row.cells for cell, row in node.solved.items() if not _is_count(_new(cell, row, values))
    ]
    # A cell that no open identity has moves with the chosen ones: nothing tells how to share a
    # difference with it.
    apart = {cell for row in node.open for cell in row.cells} if wrong else set()
    return [[cell for cell in cells if cell in apart] for cells in wrong]


def _new(cell: str, row: _Row, values: Values) -> Fraction:
    """What a chosen cell must say for an identity without any other chosen cell to hold."""
    return Fraction(values[cell] or 0) - row.gap / row.cells[cell]


def _is_count(value: Fraction) -> bool:
    return value >= 0 and value.denominator == 1


def _chosen(node: _Node, cell: str) -> _Node:
    """What is left of the identities when a cell may take whatever value one of them asks for."""
    pivot = min((row for row in node.open if cell in row.cells), key=lambda row: len(row.cells))
    rest = tuple(_without(cell, row, pivot) for row in node.open if row is not pivot)
    solved = {other: _without(cell, row, pivot) for other, row in node.solved.items()}
    return _Node(rest, {**solved, cell: pivot})


def _without(cell: str, row: _Row, pivot: _Row) -> _Row:
    """What follows from two identities about all cells but this one."""
    if cell not in row.cells:
        return row
    times, by = pivot.cells[cell], row.cells[cell]
    cells = {other: times * factor for other, factor in row.cells.items()}
    for other, factor in pivot.cells.items():
        cells[other] = cells.get(other, 0) - by * factor
    return _Row(
        {other: factor for other, factor in cells.items() if factor},
        times * row.gap - by * pivot.gap,
    )
