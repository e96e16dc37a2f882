"""Runs of digits: the ways to cut one, those that add up, and what the rows of a table leave of them together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govinfo.binding.unseparated.segmentation import (
    Segmentation,
    count_segmentations,
    segment,
    segment_balanced,
)
from govinfo.binding.unseparated.solver import Doubts, balance_rows_of, solve
from govinfo.figures import Number
from govinfo.forms.form2021 import FORM2021
from govinfo.forms.schema import Kind

BALANCE_ROWS = balance_rows_of(FORM2021)

COUNT, CHANGE, MONEY = Kind.COUNT, Kind.CHANGE, Kind.MONEY


def values(found: tuple[Segmentation, ...] | None) -> list[tuple[Number | None, ...]]:
    """Return what each reading says."""
    assert found is not None
    return [tuple(value for _, _, value in reading) for reading in found]


@pytest.mark.parametrize(
    ("run", "kinds", "expected"),
    [
        ("000", (COUNT,) * 3, [(0, 0, 0)]),
        ("3004", (COUNT,) * 3, [(30, 0, 4)]),
        ("123", (COUNT,) * 2, [(1, 23), (12, 3)]),
        ("1 23", (COUNT,) * 2, [(1, 23)]),
        ("5-27", (COUNT, CHANGE, COUNT), [(5, -2, 7)]),
        ("5+27", (COUNT, CHANGE, COUNT), [(5, 2, 7)]),
        ("12.50", (COUNT, MONEY), [(1, Decimal("2.50"))]),
        ("0/0", (COUNT,) * 3, [(0, None, 0)]),
        ("01", (COUNT,), []),
    ],
)
def test_ways_to_cut(
    run: str, kinds: tuple[Kind, ...], expected: list[tuple[Number | None, ...]]
) -> None:
    """No number begins with a zero; kept spaces are borders; signs and decimals stand only where a column has them."""
    assert values(segment(run, kinds)) == expected


def test_blank_cells() -> None:
    """A run that is too short for its row may have lost any of its cells."""
    assert values(segment("12", (COUNT,) * 3, 1)) == [(None, 1, 2), (1, None, 2), (1, 2, None)]


def test_too_many_ways() -> None:
    """A run with thousands of readings has none that anything could be made of."""
    assert segment("1" * 40, (COUNT,) * 7) is None
    assert count_segmentations("1" * 40, 7) == 3_262_623


def test_no_way() -> None:
    """No number has hundreds of digits, and to see that takes no time."""
    assert segment("9" * 400, (COUNT,) * 7) == segment_balanced("9" * 400, 7) == ()


@pytest.mark.parametrize(
    "run", ["15130000154", "0000000", "1 0 0 0 0 0 1", "2111611", "12", "9" * 40]
)
def test_counted_as_listed(run: str) -> None:
    """Those that add up are just those of all readings that do, and the number of all is the number of cuts."""
    free = segment(run, (COUNT,) * 7)
    if free is None:
        assert segment_balanced(run, 7) in ((), None)
    else:
        adding_up = [cells for cells in values(free) if sum(map(int, cells[:-1])) == cells[-1]]  # type: ignore[arg-type]
        assert count_segmentations(run, 7) == len(free)
        assert sorted(values(segment_balanced(run, 7))) == sorted(adding_up)


ZEROS = "0000000"
NONE = {"carried_over": ZEROS, "carried_forward": ZEROS}


def options(runs: dict[str, str]) -> dict[str, tuple[Segmentation, ...]]:
    """Return the readings of each row that add up."""
    return {row: segment_balanced(run, 7) or () for row, run in runs.items()}


def test_one_reading_is_left() -> None:
    """What two rows leave open in three ways, the plain rows below them close."""
    runs = {
        **NONE,
        "new_received": "111000012",
        "outcomes_total": "111000012",
        "granted": "8000008",
    }
    runs |= {"denied_other": "3100004"}
    solution = solve(options(runs), Doubts(lambda _: (), lambda _: ()), BALANCE_ROWS)

    assert len(segment_balanced(runs["new_received"], 7) or ()) == 3
    assert values(solution.rows["new_received"]) == [(11, 1, 0, 0, 0, 0, 12)]
    assert (solution.broken, solution.is_incomplete) == (0, False)


def test_several_are_left() -> None:
    """Where nothing tells readings apart, all are left."""
    runs = {
        **NONE,
        "new_received": "111000012",
        "outcomes_total": "111000012",
        "granted": "111000012",
    }
    solution = solve(options(runs), Doubts(lambda _: (), lambda _: ()), BALANCE_ROWS)

    assert values(solution.rows["granted"]) == [
        (1, 1, 10, 0, 0, 0, 12),
        (1, 11, 0, 0, 0, 0, 12),
        (11, 1, 0, 0, 0, 0, 12),
    ]


@pytest.mark.parametrize(
    ("row", "run"),
    [
        ("granted", "9000008"),
        ("granted", "8000009"),
        ("outcomes_total", "9000008"),
        ("outcomes_total", "8000009"),
    ],
)
def test_one_wrong_cell(row: str, run: str) -> None:
    """A part or a total that breaks what it stands in is kept as it is printed, and is said to."""
    runs = {
        **NONE,
        "new_received": "8000008",
        "outcomes_total": "8000008",
        "granted": "8000008",
        row: run,
    }
    solution = solve(
        options(runs),
        Doubts(lambda name: segment(runs[name], (COUNT,) * 7), lambda _: ()),
        BALANCE_ROWS,
    )

    assert values(solution.rows[row]) == [tuple(map(int, run))]
    assert solution.broken > 0
    assert not solution.is_incomplete


def test_given_up() -> None:
    """Where more rows do not add up than may, each speaks for itself and nothing is compared."""
    runs = {**NONE, "new_received": "9000008", "outcomes_total": "9000008", "granted": "9000008"}
    solution = solve(
        options(runs),
        Doubts(lambda name: segment(runs[name], (COUNT,) * 7), lambda _: ()),
        BALANCE_ROWS,
    )

    assert solution.is_incomplete
