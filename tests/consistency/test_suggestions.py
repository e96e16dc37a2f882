"""What would have to change: every smallest set of cells, and no other."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheetwork import COLUMNS, consistent_values, report_of

from govinfo.consistency import Change, Verdict, suggest
from govinfo.consistency.identities import PROCEEDINGS, balances_of, outcome_totals_of, row_totals_of
from govinfo.consistency.outcomes import weigh
from govinfo.figures import Number
from govinfo.forms import form_by_id
from govinfo.model import Claim
from govinfo.spans import Span

IDENTITIES = (
    *balances_of(),
    *outcome_totals_of(in_one_row=False),
    *row_totals_of(tuple(row.id for row in form_by_id("form2021").table("requests").blocks[0].data_rows)),
    *PROCEEDINGS.values(),
)
CELLS = sorted(address for address in report_of({}).addresses if not address.startswith("proactive"))


def in_two_columns(**rows: int) -> dict[str, int]:
    """The same numbers for natural persons and in the total."""
    return {f"requests.{row}.{column}": value for row, value in rows.items() for column in ("natural_person", "total")}


UNBALANCED = in_two_columns(
    new_received=5,
    granted=2,
    denied_process_information=1,
    unable_not_held=1,
    unable_requires_creation=1,
    outcomes_total=5,
    carried_forward=1,
)


def all_hold(values: Mapping[str, int]) -> bool:
    """Whether these values, and 0 everywhere else, keep every identity."""
    every: dict[str, int] = {**dict.fromkeys(map(str, CELLS), 0), **values}
    return all(weigh(identity, every).verdict is Verdict.HOLDS for identity in IDENTITIES)


def test_a_consistent_report_needs_nothing() -> None:
    """A report that breaks no identity gets no suggestion, nor does one with nothing in it."""
    assert suggest(report_of({})) == ()
    assert suggest(report_of({}, default="")) == ()
    assert suggest(report_of({}, "narrative2008", sections=())) == ()


def test_a_balance_off_by_one_in_two_columns() -> None:
    """Where 5 + 0 ≠ 5 + 1 for natural persons and in the total, no one cell will do, and exactly three pairs will."""
    found = suggest(report_of(UNBALANCED))
    assert {
        (Change("requests.new_received.natural_person", 5, 6), Change("requests.new_received.total", 5, 6)),
        (Change("requests.carried_over.natural_person", 0, 1), Change("requests.carried_over.total", 0, 1)),
        (Change("requests.carried_forward.natural_person", 1, 0), Change("requests.carried_forward.total", 1, 0)),
    } == {suggestion.changes for suggestion in found}
    assert {"2 cells change, 2 of them by a single digit"} == {suggestion.reason for suggestion in found}


@given(consistent_values(), st.sampled_from(CELLS), st.integers(1, 50))
def test_one_changed_cell_can_be_changed_back(values: dict[str, int], address: str, by: int) -> None:
    """Whichever cell was changed, one of the suggestions is to change it back, and all are of one cell."""
    old = values.get(address, 0)
    found = suggest(report_of(values | {address: old + by}))
    assert (Change(address, old + by, old),) in [suggestion.changes for suggestion in found]
    assert {1} == {len(suggestion.changes) for suggestion in found}


@given(
    consistent_values(),
    st.lists(st.sampled_from(CELLS), min_size=2, max_size=2, unique=True),
    st.tuples(st.integers(1, 9), st.integers(1, 9)),
)
def test_two_changed_cells_can_be_changed_back(values: dict[str, int], cells: list[str], by: tuple[int, int]) -> None:
    """Whichever two cells were changed, to change both back is among the suggestions, unless one change would do."""
    wrong = values | {cell: values[cell] + more for cell, more in zip(cells, by, strict=True)}
    found = [set(suggestion.changes) for suggestion in suggest(report_of(wrong))]
    assert found or all_hold(wrong)
    back = {Change(cell, wrong[cell], values[cell]) for cell in cells}
    assert back in found or {1} >= {len(changes) for changes in found}


def test_two_cells_of_one_identity() -> None:
    """Two cells that break an identity together, and one each besides, are both found."""
    values = {"requests.new_received.research": 1, "requests.carried_over.research": 2}
    found = [set(suggestion.changes) for suggestion in suggest(report_of(values))]
    both = {Change("requests.new_received.research", 1, 0), Change("requests.carried_over.research", 2, 0)}
    assert [both] == found


@given(consistent_values(), st.lists(st.tuples(st.sampled_from(CELLS), st.integers(1, 9)), min_size=2, max_size=3))
def test_every_suggestion_would_do(values: dict[str, int], damage: list[tuple[str, int]]) -> None:
    """After the changes of any suggestion, every identity holds, and no cell is negative."""
    wrong = dict(values)
    for address, by in damage:
        wrong[address] = wrong.get(address, 0) + by
    for suggestion in suggest(report_of(wrong)):
        assert all_hold(wrong | {change.address: int(change.new) for change in suggestion.changes})
        assert all(change.new >= 0 and wrong.get(change.address, 0) == change.old for change in suggestion.changes)


@given(st.lists(st.tuples(st.sampled_from(CELLS), st.integers(1, 3)), min_size=1, max_size=2))
def test_no_single_cell_is_missed(damage: list[tuple[str, int]]) -> None:
    """Trying every cell by hand finds the same repairs of one cell as the search."""
    wrong: dict[str, int] = {}
    for address, by in damage:
        wrong[address] = wrong.get(address, 0) + by
    near = [
        address
        for address in CELLS
        if any(address.split(".")[1] == a.split(".")[1] or address.split(".")[2] == a.split(".")[2] for a in wrong)
    ]
    tries = ((address, wrong.get(address, 0), new) for address in near for new in range(8))
    by_hand = {(a, old, new) for a, old, new in tries if old != new and all_hold(wrong | {a: new})}
    singles = {s.changes[0] for s in suggest(report_of(wrong)) if len(s.changes) == 1}
    assert (set() if all_hold(wrong) else by_hand) == {(c.address, c.old, c.new) for c in singles}


def test_tables_are_repaired_each_on_its_own() -> None:
    """Two totals of table four printed as 0 are each set right: by the total, or by the one result there is."""
    values = {
        "review.reconsideration.upheld": 10,
        "review.reconsideration.corrected": 1,
        "review.litigation_after_reconsideration.upheld": 5,
    }
    assert {
        (Change("review.reconsideration.total", 0, 11), Change("review.litigation_after_reconsideration.total", 0, 5)),
        (Change("review.reconsideration.total", 0, 11), Change("review.litigation_after_reconsideration.upheld", 5, 0)),
    } == {suggestion.changes for suggestion in suggest(report_of(values))}


@pytest.mark.parametrize(
    ("old", "new", "slips"),
    [(21, 12, 1), (21, 27, 1), (2, 12, 1), (121, 12, 1), (0, 11, 0), (120, 9, 0), (Decimal("1.5"), 15, 1)],
)
def test_a_slip_of_a_digit_is_told(old: Number, new: Number, slips: int) -> None:
    """A digit mistyped, dropped or added, or two neighbours swapped, is told from a different number."""
    from govinfo.consistency.suggestions import _one_digit

    assert slips == _one_digit(Change("review.reconsideration.total", old, new))


def test_the_likelier_slip_comes_first() -> None:
    """Of five repairs, the one that no slip of a single digit explains comes last."""
    values = {
        "review.reconsideration.upheld": 29,
        "review.reconsideration.other": 1,
        "review.reconsideration.total": 39,
    }
    found = suggest(report_of(values))
    assert len(found) == 5
    assert (Change("review.reconsideration.upheld", 29, 38),) == found[-1].changes
    assert found[-1].reason == "1 cell changes, 0 of them by a single digit"


def test_the_prose_bears_out_one_repair() -> None:
    """A repair that the prose contradicts comes last, one that it bears out first, and the reason says so."""

    def said(value: int, address: str, *, hedged: bool = False) -> Claim:
        return Claim("count", value, "件", hedged, "any", address, None, Span(0, 1), Span(0, 1))

    received, over, forward = (
        "requests.new_received.total",
        "requests.carried_over.total",
        "requests.carried_forward.total",
    )
    claims = (said(5, received), said(6, f"{received}+{over}"), said(0, forward), said(1, over, hedged=True))
    found = suggest(report_of(UNBALANCED, claims=claims))
    assert [over, forward, received] == [suggestion.changes[1].address for suggestion in found]
    assert found[0].reason == "2 cells change, 2 of them by a single digit, and 1 more figures of the prose agree"
    assert found[2].reason == "2 cells change, 2 of them by a single digit"
    against = suggest(report_of(UNBALANCED, claims=claims[:1]))[-1]
    assert received == against.changes[1].address
    assert against.reason.endswith("and 1 more figures of the prose disagree")


def test_a_blank_cell_is_left_alone() -> None:
    """A cell without a number is never part of a suggestion: nobody knows what it should be."""
    values = UNBALANCED | {"requests.carried_over.total": ""}
    found = suggest(report_of(values))
    assert all(change.address != "requests.carried_over.total" for s in found for change in s.changes)


def test_the_single_row_of_other_outcomes() -> None:
    """In a report with the one row of 2019, that row is among the cells that may be wrong."""
    three = {
        f"requests.{row}.{column}": None
        for row in ("other_no_clarification", "other_fee_unpaid", "other_misc")
        for column in COLUMNS
    }
    values = three | {f"requests.other.{column}": 0 for column in COLUMNS} | {"requests.other.research": 2}
    found = suggest(report_of(values))
    assert ((Change("requests.other.research", 2, 0),),) == tuple(s.changes for s in found)


def test_cells_that_nothing_tells_apart_are_not_changed_together() -> None:
    """Two cells of one identity alone could share a difference in many ways; none of them is suggested."""
    blank = {f"requests.partially_granted.{column}": "" for column in COLUMNS[:-1]}
    values = blank | {"requests.granted.business": 1, "requests.granted.research": 1}
    assert suggest(report_of(values)) == ()
    found = suggest(report_of(values | {"requests.granted.business": 2}))
    assert found == ()
    found = suggest(report_of(values | {"requests.granted.business": 3, "requests.granted.research": 0}))
    assert ((Change("requests.granted.business", 3, 0),),) == tuple(suggestion.changes for suggestion in found)
