"""Error localisation: an exact search for the smallest sets of cells to change.

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

from govinfo.forms.formulas import Equation, Values

__all__ = ["MOST_CHANGES", "MOST_STEPS", "End", "Repair", "Repairs", "repairs"]

MOST_CHANGES = 4
"""Maximum number of cells in a set, among cells that share identities directly or not."""
MOST_STEPS = 2_000
"""Maximum number of search steps for cells that share identities; one step looks at one set."""

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
    """After `MOST_STEPS` it stopped: there may be more sets of this size, or larger ones."""


class Repairs(NamedTuple):
    """The smallest repairs of identities that share cells, and how the search for them ended."""

    sets: tuple[Repair, ...]
    end: End


class _Row(NamedTuple):
    """An identity, stated or implied: the coefficients of its cells, and left side less right."""

    cells: dict[str, int]
    gap: Fraction


class _Node(NamedTuple):
    """What the cells chosen so far leave of the identities."""

    open: tuple[_Row, ...]
    """Without any chosen cell: only others can close them."""
    solved: dict[str, _Row]
    """Each chosen cell with the identity that gives its change and has no other chosen cell."""

    def needed(self, values: Values) -> list[list[str]]:
        """Return sets of cells, in each of which one more must change; none if all is repaired."""
        broken = [list(row.cells) for row in self.open if row.gap]
        if broken:
            return broken
        wrong = []
        for cell, row in self.solved.items():
            new = _new(cell, row, values)
            if new < 0 or new.denominator != 1:  # no count
                wrong.append(row.cells)
        # A cell that no open identity has moves with the chosen ones: nothing tells how to share a
        # difference with it.
        apart = {cell for row in self.open for cell in row.cells} if wrong else set()
        return [[cell for cell in cells if cell in apart] for cells in wrong]


def repairs(
    identities: Iterable[Equation], values: Values, pinned: Collection[str] = ()
) -> Iterator[Repairs]:
    """Yield the smallest repairs of each group of identities that share cells, if one is broken.

    A cell without a number leaves its identities out. Sets of cells between which the identities
    would not tell how to share a difference are left out too, such as two cells that stand in the
    very same identities: all that is listed can be changed in one way only.
    """
    groups: list[list[_Row]] = []
    for identity in identities:
        signed = [(operand.address, operand.sign) for operand in identity.operands]
        if any(values.get(address) is None for address, _ in signed):
            continue
        gap = sum((sign * Fraction(values[address] or 0) for address, sign in signed), Fraction())
        row = _Row({address: sign for address, sign in signed if address not in pinned}, gap)
        joined, apart = [row], []
        for group in groups:
            if any(not row.cells.keys().isdisjoint(other.cells) for other in group):
                joined = [*group, *joined]
            else:
                apart.append(group)
        groups = [*apart, joined]
    for group in groups:
        if any(row.gap for row in group):
            yield _Search(values).smallest(_Node(tuple(group), {}))


@define
class _Search:
    """The search through the sets of one group, with its number of steps."""

    values: Values
    steps: int = field(default=0, init=False)
    short: bool = field(default=False, init=False)
    """Whether a larger set might have helped: one was left because of its size only."""

    def smallest(self, start: _Node) -> Repairs:
        """Return the sets of one cell that will do; if there are none, those of two, and so on."""
        for size in range(1, MOST_CHANGES + 1):
            self.short = False
            found = tuple(self._sets(start, size, frozenset()))
            if self.steps > MOST_STEPS:
                return Repairs(found, End.STEPS)
            if found or not self.short:
                return Repairs(found, End.DONE if found else End.IMPOSSIBLE)
        return Repairs((), End.SIZE)

    def _sets(self, node: _Node, more: int, tried: frozenset[str]) -> Iterator[Repair]:
        """Yield the sets that `more` further cells complete, none of them tried already."""
        self.steps += 1
        needed = node.needed(self.values)
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
            # The cell may take whatever value one of its identities asks for.
            having = [row for row in node.open if cell in row.cells]
            pivot = min(having, key=lambda row: len(row.cells))
            rest = tuple(_without(cell, row, pivot) for row in node.open if row is not pivot)
            solved = {other: _without(cell, row, pivot) for other, row in node.solved.items()}
            yield from self._sets(_Node(rest, {**solved, cell: pivot}), more - 1, tried)
            # Every set with this cell has been seen.
            tried |= {cell}


def _new(cell: str, row: _Row, values: Values) -> Fraction:
    """What a chosen cell must say for an identity without any other chosen cell to hold."""
    return Fraction(values[cell] or 0) - row.gap / row.cells[cell]


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
