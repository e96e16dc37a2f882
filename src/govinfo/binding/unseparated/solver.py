"""Which readings of table three its own identities leave.

The results of each column add up to （七）总计; the corner of the form says
第一项加第二项之和，等于第三项加第四项之和. Readings whose rows add up are tried first, and what no
way through all rows can use is dropped. When nothing is left the report itself breaks an identity:
then every reading counts that breaks few of them, and only what all agree on is settled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product, zip_longest
from typing import NamedTuple, TypeAlias

from attrs import frozen

from govinfo.binding.unseparated.segmentation import Reading, is_blank
from govinfo.figures import Address
from govinfo.forms.formulas import Equation
from govinfo.forms.schema import Form

__all__ = ["MOST_ROWS", "Ends", "Settled", "ends_of", "settle"]

Ends: TypeAlias = tuple[str, str, str, str]
"""The rows between which the balance is struck, the total of the results third; all others are results."""
_THROUGH_A_CELL = 3
"""A cell stands in so many identities; a report with one wrong cell breaks no more."""
MOST_ROWS = 2
"""More rows that do not add up say that something was lost."""
_MOST_STEPS = 60_000
"""A table is given up after so many steps: each puts a reading to the sums of those before it, or sums to others."""
_BITS = 40
"""The sums of all columns are kept in one number, so many bits each."""

Options = Mapping[str, Sequence[Reading]]
"""The readings of each row, by its id."""


@frozen
class Settled:
    """The readings that are left, row by row."""

    rows: Mapping[str, tuple[Reading, ...]]
    broken: int = 0
    """How many identities the best of them breaks."""
    bounded: bool = False
    """Whether the search was given up, so that each row had to speak for itself."""


class _Choice(NamedTuple):
    """A reading of a row as the search sees it."""

    sums: int
    broken: int
    """1 when the row does not add up to its own total."""
    reading: Reading


class _Steps:
    """How many steps are left."""

    def __init__(self) -> None:
        self.left = _MOST_STEPS

    def take(self, steps: int) -> None:
        """Take so many steps at once; give up before the first when there are not enough."""
        self.left -= steps
        if self.left < 0:
            raise _TooManyError


class _Search(NamedTuple):
    """The readings of every row, and what a way through them may break."""

    rows: dict[str, list[_Choice]]
    most_rows: int
    """How many rows need not add up to their totals."""
    most: int
    """How many identities may be broken in all."""
    steps: _Steps
    ends: Ends


class _TooManyError(Exception):
    """The search would take more steps than it may."""


class Doubts(NamedTuple):
    """What a row may be, by its id, when the rows cannot all be as they add up."""

    otherwise: Callable[[str], Sequence[Reading] | None]
    """The readings that do not add up to the row's total, or `None` when they are too many to list."""
    shorter: Callable[[str], Sequence[Reading]]
    """Those that do, without what may have been glued to the row."""


@cache
def ends_of(form: Form) -> Ends:
    """Return the rows of the balance of a form: two on the left, and on the right first the total of the results."""
    totals = {
        _total_row(equation) for identity in form.identities for equation in identity.equations[:1]
    }
    sides: dict[int, list[str]] = {1: [], -1: []}
    for address, sign, *_ in form.identity("T3.BALANCE").equations[0].operands:
        sides[sign].append(Address(address).row)
    new, carried = sides[1]
    total, forward = sorted(sides[-1], key=lambda row: row not in totals)
    return new, carried, total, forward


def _total_row(equation: Equation) -> str | None:
    """The row that is the sum of other rows."""
    totals = [Address(operand.address).row for operand in equation.operands if operand.sign < 0]
    rows = {Address(operand.address).row for operand in equation.operands}
    return totals[0] if len(totals) == 1 and len(rows) > 1 else None


def settle(balanced: Options, doubts: Doubts, ends: Ends) -> Settled:
    """Return the readings that the identities leave: of the balanced ones, or where there is no way, of all."""
    lacking, steps = [row for row, own in balanced.items() if not own], _Steps()
    try:
        found = None if lacking else _search(_plain(balanced, steps, ends))
    except _TooManyError:
        return Settled({row: tuple(own) for row, own in balanced.items()}, bounded=True)
    try:
        if found is None and len(lacking) <= MOST_ROWS:
            found = _search(_with_others(balanced, doubts, lacking, steps, ends))
    except _TooManyError:
        found = None
    return found or Settled(
        {row: _alone(own, doubts.otherwise(row)) for row, own in balanced.items()}, bounded=True
    )


def _alone(own: Sequence[Reading], others: Sequence[Reading] | None) -> tuple[Reading, ...]:
    """All readings of a row, when no other row says anything about them; none when they cannot be listed."""
    return () if others is None else (*own, *others)


def _plain(balanced: Options, steps: _Steps, ends: Ends) -> _Search:
    return _Search(
        {row: [_choice(reading, 0) for reading in own] for row, own in balanced.items()},
        0,
        0,
        steps,
        ends,
    )


def _with_others(
    balanced: Options, doubts: Doubts, lacking: Sequence[str], steps: _Steps, ends: Ends
) -> _Search:
    """The search of a report that breaks its own identities: one row that does not add up, or those that cannot."""
    rows = {}
    for row, own in balanced.items():
        extra = doubts.otherwise(row) if row in lacking or not lacking else ()
        if extra is None:
            raise _TooManyError
        steps.take(len(extra))
        sound = [*own, *doubts.shorter(row)] if lacking else own
        rows[row] = [
            *(_choice(reading, 0) for reading in sound),
            *(_choice(reading, 1) for reading in extra),
        ]
    wrong = max(1, len(lacking))
    return _Search(rows, wrong, wrong * _THROUGH_A_CELL, steps, ends)


def _choice(reading: Reading, broken: int) -> _Choice:
    """A blank cell counts nothing, and a blank total what it would have to say."""
    values = [int(cell[2] or 0) for cell in reading]
    if is_blank(reading[-1]):
        values[-1] = sum(values[:-1])
    sums = 0
    for value in reversed(values):
        sums = sums << _BITS | value
    return _Choice(sums, broken, reading)


_State = tuple[int, int]
"""The sums of the results down to a row, and how many of the rows do not add up."""


def _search(search: _Search) -> Settled | None:
    """Return every reading that some way through all rows uses, or `None` when there is no way."""
    ends = list(_ends(search))
    results = sorted(
        (row for row in search.rows if row not in search.ends),
        key=lambda row: len(search.rows[row]),
    )
    # Most rows have one reading, which leaves nothing to be looked for.
    fixed = [row for row in results if len(search.rows[row]) == 1]
    results = results[len(fixed) :]
    layers = _layers(search, fixed, results, ends)
    used: dict[str, dict[Reading, None]] = {row: {} for row in search.rows}
    live, fewest = set[_State](), search.most + 1
    for state, end in _closings(search, layers[-1], ends):
        cost = end.cost + state[1] + _differing(state[0], end.four[_TOTAL].sums)
        if cost <= search.most and end.rows + state[1] <= search.most_rows:
            live.add(state)
            fewest = min(fewest, cost)
            for row, choice in zip(search.ends, end.four, strict=True):
                used[row][choice.reading] = None
    if not live:
        return None
    for row in fixed:
        used[row][search.rows[row][0].reading] = None
    for row, layer in zip(reversed(results), reversed(layers[:-1]), strict=True):
        live = _back(search.rows[row], layer, live, used[row])
    return Settled({row: tuple(own) for row, own in used.items()}, broken=fewest)


def _closings(
    search: _Search, states: set[_State], ends: Sequence[_End]
) -> Iterator[tuple[_State, _End]]:
    """Yield what may belong together: sums of the results, and a reading of the rows they have to agree with."""
    if not search.most:
        yield from ((state, end) for end in ends if (state := (end.four[_TOTAL].sums, 0)) in states)
    else:
        search.steps.take(len(states) * len(ends))
        yield from product(states, ends)


_TOTAL = 2
"""The place of the total of the results among the ends."""


class _End(NamedTuple):
    """A reading of the four rows of the balance, in the order of the ends."""

    four: tuple[_Choice, ...]
    rows: int
    """How many of them do not add up to their totals."""
    cost: int
    """How many identities they break, those of the balance included."""


def _ends(search: _Search) -> Iterator[_End]:
    """Yield each way to read the four rows that breaks no more than it may."""
    for wrong in product((0, 1), repeat=len(search.ends)):
        if sum(wrong) > search.most_rows:
            continue
        new, carried, total, forward = (
            [choice for choice in search.rows[row] if choice.broken == is_wrong]
            for row, is_wrong in zip(search.ends, wrong, strict=True)
        )
        search.steps.take(len(new) * len(carried) + len(total) * len(forward))
        received, dealt_with = _by_sum(product(new, carried)), _by_sum(product(total, forward))
        search.steps.take(len(received) * len(dealt_with) if search.most else len(received))
        # Where nothing may be broken, only equal sums meet.
        sums = (
            (one, other)
            for one in received
            for other in (dealt_with if search.most else {one} & dealt_with.keys())
        )
        for one, other in sums:
            cost = sum(wrong) + _differing(one, other)
            if cost <= search.most:
                search.steps.take(len(received[one]) * len(dealt_with[other]))
                pairs = product(received[one], dealt_with[other])
                yield from (_End((*before, *after), sum(wrong), cost) for before, after in pairs)


def _by_sum(pairs: Iterable[tuple[_Choice, _Choice]]) -> dict[int, list[tuple[_Choice, _Choice]]]:
    """Pairs of readings by what they add up to."""
    found: dict[int, list[tuple[_Choice, _Choice]]] = {}
    for one, other in pairs:
        found.setdefault(one.sums + other.sums, []).append((one, other))
    return found


def _layers(
    search: _Search, fixed: Sequence[str], results: Sequence[str], ends: Sequence[_End]
) -> list[set[_State]]:
    """The states after each of the rows; where nothing may be broken, no column goes above the highest total."""
    ceiling = None if search.most else _highest([end.four[_TOTAL].sums for end in ends])
    known = [search.rows[row][0] for row in fixed]
    layers: list[set[_State]] = [
        {(sum(choice.sums for choice in known), sum(choice.broken for choice in known))}
    ]
    for row in results:
        # The way back takes as many.
        search.steps.take(2 * len(layers[-1]) * len(search.rows[row]))
        steps = {
            (sums + choice.sums, broken + choice.broken)
            for sums, broken in layers[-1]
            for choice in search.rows[row]
            if broken + choice.broken <= search.most_rows
        }
        layers.append(
            steps if ceiling is None else {state for state in steps if _is_below(state[0], ceiling)}
        )
    return layers


def _back(
    choices: Sequence[_Choice], layer: set[_State], live: set[_State], used: dict[Reading, None]
) -> set[_State]:
    """Return the states before a row from which a way goes on, and note the readings that it uses."""
    before = set[_State]()
    for sums, broken in layer:
        for choice in choices:
            if (sums + choice.sums, broken + choice.broken) in live:
                used[choice.reading] = None
                before.add((sums, broken))
    return before


def _columns(sums: int) -> Iterator[int]:
    while sums:
        yield sums & _ONE
        sums >>= _BITS


_ONE = (1 << _BITS) - 1
_GUARDS = sum(1 << (_BITS * column + _BITS - 1) for column in range(16))
"""The highest bit of each column, which no sum reaches."""


def _differing(one: int, other: int) -> int:
    """In how many columns two sums differ."""
    return 0 if one == other else sum(column > 0 for column in _columns(one ^ other))


def _highest(sums: Sequence[int]) -> int:
    """The greatest sum of each column."""
    highest = map(max, zip_longest(*map(_columns, sums), fillvalue=0))
    return sum(most << (_BITS * column) for column, most in enumerate(highest))


def _is_below(sums: int, ceiling: int) -> bool:
    """Whether no column of a sum is above that of another: what is taken away borrows from no guard."""
    return ((ceiling | _GUARDS) - sums) & _GUARDS == _GUARDS
