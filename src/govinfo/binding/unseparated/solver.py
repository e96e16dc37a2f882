"""Find the segmentations of table 3 that its identities leave.

The results of each column add up to （七）总计; the corner of the form says
第一项加第二项之和，等于第三项加第四项之和. The search first takes the segmentations whose rows add
up, and drops those that no combination of all rows can use. When none is left, the report itself
breaks an identity: then every segmentation counts that breaks few of them, and only what all of
these agree on is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple, TypeAlias

from attrs import frozen

from govinfo.binding.unseparated.column_sums import count_differences, highest, is_below, pack
from govinfo.binding.unseparated.segmentation import Segmentation, is_blank
from govinfo.figures import Address
from govinfo.forms.schema import Form

__all__ = ["MOST_UNBALANCED_ROWS", "BalanceRows", "Doubts", "Solution", "balance_rows_of", "solve"]

BalanceRows: TypeAlias = tuple[str, str, str, str]
"""The four rows of the balance: new, carried over, total of the results, carried forward.

All other rows of the table are results.
"""
_TOTAL = 2
"""The place of the total of the results among the rows of the balance."""
_IDENTITIES_OF_A_CELL = 3
"""A cell stands in so many identities; a report with one wrong cell breaks no more."""
MOST_UNBALANCED_ROWS = 2
"""More rows that do not add up say that something was lost."""
_MOST_STEPS = 60_000
"""Maximum number of search steps per table. One step adds one segmentation to one partial sum."""
Options: TypeAlias = Mapping[str, Sequence[Segmentation]]
"""The segmentations of each row, by the id of the row."""


@frozen
class Solution:
    """The segmentations that are left, row by row."""

    rows: Mapping[str, tuple[Segmentation, ...]]
    broken: int = 0
    """How many identities the best of them breaks."""
    is_incomplete: bool = False
    """Whether the search was given up, so that each row stands for itself."""


class Doubts(NamedTuple):
    """What a row, given by its id, may be when not all rows add up."""

    unbalanced: Callable[[str], Sequence[Segmentation] | None]
    """The segmentations that do not add up to the total of the row; `None` if too many."""
    shorter: Callable[[str], Sequence[Segmentation]]
    """Those that add up when digits glued to the row are left out."""

    def choices(
        self, balanced: Options, lacking: Sequence[str], budget: _Budget
    ) -> dict[str, list[_Choice]]:
        """Return the choices of a report that breaks an identity: some rows need not add up.

        These are the rows that cannot add up; where there are none, each row.
        """
        choices = dict[str, list[_Choice]]()
        for row, own in balanced.items():
            unbalanced = self.unbalanced(row) if row in lacking or not lacking else ()
            if unbalanced is None:
                raise _TooManyError
            budget.take(len(unbalanced))
            sound = [*own, *self.shorter(row)] if lacking else own
            choices[row] = [_choice(one, 0) for one in sound]
            choices[row] += [_choice(one, 1) for one in unbalanced]
        return choices


@cache
def balance_rows_of(form: Form) -> BalanceRows:
    """Return the rows of the balance of a form: left, then right with the total first."""
    totals = set[str]()
    for identity in form.identities:
        operands = identity.equations[0].operands
        subtracted = [Address(operand.address).row for operand in operands if operand.sign < 0]
        # The row that is the sum of several others.
        if len(subtracted) == 1 and len({Address(operand.address).row for operand in operands}) > 1:
            totals.update(subtracted)
    sides: dict[int, list[str]] = {1: [], -1: []}
    for address, sign, *_ in form.identity("T3.BALANCE").equations[0].operands:
        sides[sign].append(Address(address).row)
    new, carried = sides[1]
    total, forward = sorted(sides[-1], key=lambda row: row not in totals)
    return new, carried, total, forward


def solve(balanced: Options, doubts: Doubts, balance_rows: BalanceRows) -> Solution:
    """Return the segmentations that the identities leave.

    Args:
        balanced: The segmentations of each row that add up to its total.
        doubts: The others, asked for only where no combination of the balanced ones fits.
        balance_rows: The rows of the balance.

    """
    lacking, budget = [row for row, own in balanced.items() if not own], _Budget()
    try:
        choices = {row: [_choice(one, 0) for one in own] for row, own in balanced.items()}
        found = None if lacking else _Search(choices, 0, 0, budget, balance_rows).find()
    except _TooManyError:
        return Solution({row: tuple(own) for row, own in balanced.items()}, is_incomplete=True)
    try:
        if found is None and len(lacking) <= MOST_UNBALANCED_ROWS:
            choices = doubts.choices(balanced, lacking, budget)
            rows = max(1, len(lacking))
            most = rows * _IDENTITIES_OF_A_CELL
            found = _Search(choices, rows, most, budget, balance_rows).find()
    except _TooManyError:
        found = None
    if found is not None:
        return found
    alone = dict[str, tuple[Segmentation, ...]]()
    for row, own in balanced.items():
        others = doubts.unbalanced(row)
        alone[row] = () if others is None else (*own, *others)
    return Solution(alone, is_incomplete=True)


class _TooManyError(Exception):
    """The search would take more steps than it may."""


class _Budget:
    """How many steps are left."""

    def __init__(self) -> None:
        self.left = _MOST_STEPS

    def take(self, steps: int) -> None:
        """Take so many steps at once; raise before the first when there are not enough."""
        self.left -= steps
        if self.left < 0:
            raise _TooManyError


class _Choice(NamedTuple):
    """A segmentation of a row as the search sees it."""

    sums: int
    """The values of all columns in one integer."""
    broken: int
    """1 when the row does not add up to its own total, else 0."""
    cells: Segmentation


def _choice(cells: Segmentation, broken: int) -> _Choice:
    # A blank cell counts nothing; a blank total counts as the sum of its row.
    values = [int(cell[2] or 0) for cell in cells]
    if is_blank(cells[-1]):
        values[-1] = sum(values[:-1])
    return _Choice(pack(values), broken, cells)


_Pair: TypeAlias = tuple[_Choice, _Choice]
_State: TypeAlias = tuple[int, int]
"""The sums of the results down to a row, and how many of the rows do not add up."""


class _Balance(NamedTuple):
    """One choice for each of the four rows of the balance."""

    choices: tuple[_Choice, ...]
    rows: int
    """How many of the rows do not add up to their totals."""
    cost: int
    """How many identities they break, those of the balance included."""


@frozen
class _Search:
    """A search for the combinations of choices that break few enough identities."""

    rows: Mapping[str, Sequence[_Choice]]
    most_rows: int
    """How many rows need not add up to their totals."""
    most: int
    """How many identities may be broken in all."""
    budget: _Budget
    balance_rows: BalanceRows

    def find(self) -> Solution | None:
        """Return every segmentation that some combination uses, or `None` when there is none."""
        results = [row for row in self.rows if row not in self.balance_rows]
        # Most rows have one choice, which leaves nothing to search.
        fixed = [row for row in results if len(self.rows[row]) == 1]
        results = [row for row in results if len(self.rows[row]) != 1]
        results.sort(key=lambda row: len(self.rows[row]))
        balances = list(self._list_balances())
        layers = self._list_layers(balances, fixed, results)
        used: dict[str, dict[Segmentation, None]] = {row: {} for row in self.rows}
        live, fewest = set[_State](), self.most + 1
        for state, balance in self._meet(layers[-1], balances):
            total = balance.choices[_TOTAL].sums
            cost = balance.cost + state[1] + count_differences(state[0], total)
            if cost <= self.most and balance.rows + state[1] <= self.most_rows:
                live.add(state)
                fewest = min(fewest, cost)
                for row, choice in zip(self.balance_rows, balance.choices, strict=True):
                    used[row][choice.cells] = None
        if not live:
            return None
        for row in fixed:
            used[row][self.rows[row][0].cells] = None
        # Back from the last row to the first: a choice is used when a live state follows it.
        for row, layer in zip(reversed(results), reversed(layers[:-1]), strict=True):
            live = self._step_back(row, layer, live, used[row])
        return Solution({row: tuple(own) for row, own in used.items()}, broken=fewest)

    def _list_balances(self) -> Iterator[_Balance]:
        """Yield each combination of the four rows that breaks no more than it may."""
        for wrong in product((0, 1), repeat=len(self.balance_rows)):
            if sum(wrong) > self.most_rows:
                continue
            new, carried, total, forward = (
                [choice for choice in self.rows[row] if choice.broken == is_wrong]
                for row, is_wrong in zip(self.balance_rows, wrong, strict=True)
            )
            self.budget.take(len(new) * len(carried) + len(total) * len(forward))
            received, dealt_with = _by_sum(product(new, carried)), _by_sum(product(total, forward))
            self.budget.take(len(received) * len(dealt_with) if self.most else len(received))
            for one in received:
                # Where nothing may be broken, only equal sums meet.
                for other in dealt_with if self.most else {one} & dealt_with.keys():
                    cost = sum(wrong) + count_differences(one, other)
                    if cost <= self.most:
                        self.budget.take(len(received[one]) * len(dealt_with[other]))
                        for before, after in product(received[one], dealt_with[other]):
                            yield _Balance((*before, *after), sum(wrong), cost)

    def _list_layers(
        self, balances: Sequence[_Balance], fixed: Sequence[str], results: Sequence[str]
    ) -> list[set[_State]]:
        """Return the states after the fixed rows, and after each of the other results."""
        # Where nothing may be broken, no column of a sum goes above the highest total.
        ceiling = None if self.most else highest(one.choices[_TOTAL].sums for one in balances)
        known = [self.rows[row][0] for row in fixed]
        layers = [{(sum(choice.sums for choice in known), sum(choice.broken for choice in known))}]
        for row in results:
            # The way back takes as many steps.
            self.budget.take(2 * len(layers[-1]) * len(self.rows[row]))
            states = {
                (sums + choice.sums, broken + choice.broken)
                for sums, broken in layers[-1]
                for choice in self.rows[row]
                if broken + choice.broken <= self.most_rows
            }
            if ceiling is not None:
                states = {state for state in states if is_below(state[0], ceiling)}
            layers.append(states)
        return layers

    def _step_back(
        self, row: str, layer: set[_State], live: set[_State], used: dict[Segmentation, None]
    ) -> set[_State]:
        """Return the states before a row that lead to a live state; add what the row uses there."""
        before = set[_State]()
        for sums, broken in layer:
            for choice in self.rows[row]:
                if (sums + choice.sums, broken + choice.broken) in live:
                    used[choice.cells] = None
                    before.add((sums, broken))
        return before

    def _meet(
        self, states: set[_State], balances: Sequence[_Balance]
    ) -> Iterable[tuple[_State, _Balance]]:
        """Return the sums of the results beside the balances that may go with them."""
        if self.most:
            self.budget.take(len(states) * len(balances))
            return product(states, balances)
        equal = (((one.choices[_TOTAL].sums, 0), one) for one in balances)
        return ((state, one) for state, one in equal if state in states)


def _by_sum(pairs: Iterable[_Pair]) -> dict[int, list[_Pair]]:
    """Group pairs of choices by what they add up to."""
    found: dict[int, list[_Pair]] = {}
    for one, other in pairs:
        found.setdefault(one.sums + other.sums, []).append((one, other))
    return found
