"""The search for the smallest repairs, against trying everything by hand in a table of three rows and columns."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from govinfo.consistency.outcome import Verdict, weigh
from govinfo.consistency.repair.localisation import End, Repairs, repairs
from govinfo.forms.formulas import Equation, Formula

SIDES = (("1", "2"), ("a", "b"))
CELLS = [f"t.{row}.{column}" for row in ("1", "2", "total") for column in ("a", "b", "total")]
"""Two rows and two columns with their totals: any two cells stand in different identities."""
IDENTITIES = (
    *Formula("t.{row}.a + t.{row}.b == t.{row}.total", {"row": ("1", "2", "total")}).equations,
    *Formula(
        "t.1.{column} + t.2.{column} == t.total.{column}", {"column": ("a", "b", "total")}
    ).equations,
)
(ONE_ROW,) = Formula("t.1.a + t.1.b + t.1.c + t.1.d == t.1.total").equations
MOST = 7
"""More than any cell has to say before all sums of such small numbers are right."""


def hold(identities: tuple[Equation, ...], values: dict[str, int]) -> bool:
    """Whether every identity holds."""
    return all(weigh(identity, values).verdict is Verdict.HOLDS for identity in identities)


def by_hand(
    values: dict[str, int], pinned: AbstractSet[str], size: int
) -> set[frozenset[tuple[str, int]]]:
    """Every way to change so many cells, and no fewer, after which all identities hold."""
    found = set()
    for cells in combinations([cell for cell in CELLS if cell not in pinned], size):
        for new in product(range(MOST + 1), repeat=size):
            repair = dict(zip(cells, new, strict=True))
            if all(values[cell] != repair[cell] for cell in cells) and hold(
                IDENTITIES, values | repair
            ):
                found.add(frozenset(repair.items()))
    return found


@given(
    st.lists(st.integers(0, 2), min_size=9, max_size=9),
    st.sets(st.sampled_from(CELLS), max_size=4),
)
def test_every_smallest_set_is_found_and_no_other(numbers: list[int], pinned: set[str]) -> None:
    """Trying all sets of up to three cells by hand finds what the search finds."""
    values = dict(zip(CELLS, numbers, strict=True))
    found = list(repairs(IDENTITIES, values, pinned))
    if hold(IDENTITIES, values):
        assert found == []
        return
    # Pinned cells can leave parts that share no cell; the smallest sets of all are one of each.
    together = {
        frozenset(item for one in choice for item in one.items())
        for choice in product(*(part.sets for part in found))
    }
    size = min((len(one) for one in together), default=4)
    for fewer in range(1, min(size, 4)):
        assert by_hand(values, pinned, fewer) == set()
    if size < 4:
        assert by_hand(values, pinned, size) == together
    assert all(part.end is End.DONE for part in found) == bool(together)
    assert all(hold(IDENTITIES, values | dict(one)) for one in together)


@given(st.lists(st.integers(0, 9), min_size=5, max_size=5))
def test_one_identity_needs_one_cell(numbers: list[int]) -> None:
    """Any cell of a single identity can make up for the whole difference, unless it would fall below 0."""
    cells = [operand.address for operand in ONE_ROW.operands]
    values = dict(zip(cells, numbers, strict=True))
    gap = sum(numbers[:4]) - numbers[4]
    wanted = [{cell: values[cell] - gap} for cell in cells[:4] if values[cell] >= gap] + [
        {cells[4]: sum(numbers[:4])}
    ]
    assert list(repairs([ONE_ROW], values)) == ([Repairs(tuple(wanted), End.DONE)] if gap else [])


def test_a_missing_number_leaves_its_identities_out() -> None:
    """An identity with a cell that has no number is neither repaired nor kept."""
    values: dict[str, int | None] = {**dict.fromkeys(CELLS, 0), "t.1.a": 1, "t.1.b": None}
    (part,) = repairs(IDENTITIES, values)
    assert part == Repairs(({"t.1.a": 0},), End.DONE)
    assert list(repairs(IDENTITIES, {**values, "t.total.a": None})) == []


def test_a_value_that_is_no_count_is_not_suggested() -> None:
    """What would be negative or a fraction is not suggested; other cells have to change with it."""
    twice = (
        *Formula("t.1.a == t.1.total").equations,
        *Formula("t.1.a + t.1.b == t.2.total").equations,
    )
    values = {"t.1.a": 2, "t.1.total": 1, "t.1.b": 0, "t.2.total": 2}
    (part,) = repairs(twice, values)
    assert part.sets == ({"t.1.total": 2},)
    (pinned,) = repairs(twice, values, {"t.1.total"})
    assert list(pinned.sets) == [{"t.1.a": 1, "t.1.b": 1}, {"t.1.a": 1, "t.2.total": 1}]


def test_cells_between_which_nothing_decides_do_not_change_together() -> None:
    """Of three cells whose differences could be shared out in many ways, no set is listed."""
    both = (
        *Formula("t.1.a + t.1.b == t.1.total").equations,
        *Formula("t.2.a + t.1.b == t.2.total").equations,
    )
    values = {"t.1.a": 0, "t.1.b": 0, "t.2.a": 0, "t.1.total": 5, "t.2.total": 3}
    (part,) = repairs(both, values, {"t.1.total", "t.2.total"})
    assert [sorted(one.items()) for one in part.sets] == [
        [("t.1.a", 5), ("t.2.a", 3)],
        [("t.1.a", 2), ("t.1.b", 3)],
    ]
    (same,) = repairs(
        [ONE_ROW], {"t.1.a": 1, "t.1.b": 1, "t.1.c": 0, "t.1.d": 0, "t.1.total": 0}, {"t.1.total"}
    )
    assert same == Repairs((), End.IMPOSSIBLE)
