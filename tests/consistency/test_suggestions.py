"""What would have to change: every smallest set of cells, and no other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheetwork import COLUMNS, TORN, consistent_values, report_of

from govinfo.consistency import Change, Suggestions, Verdict, check, suggest
from govinfo.consistency.outcome import weigh
from govinfo.errors import UnknownAddress
from govinfo.forms import form_by_id

ROWS = tuple(row.id for row in form_by_id("form2021").table("requests").blocks[0].data_rows)
IDENTITIES = [
    equation for identity in form_by_id("form2021").identities for equation in identity.equations
]
CELLS = sorted(
    address for address in report_of({}).addresses if not address.startswith("proactive")
)


def in_two_columns(**rows: int) -> dict[str, int]:
    """The same numbers for natural persons and in the total."""
    return {
        f"requests.{row}.{column}": value
        for row, value in rows.items()
        for column in ("natural_person", "total")
    }


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


def sets_of(found: Suggestions) -> list[tuple[Change, ...]]:
    """The sets of changes, in the order in which they are suggested."""
    return [suggestion.changes for suggestion in found]


def test_a_consistent_report_needs_nothing() -> None:
    """A report that breaks no identity gets no suggestion, nor does one with nothing in it, and nothing is said."""
    for report in (
        report_of({}),
        report_of({}, default=""),
        report_of({}, "narrative2008", sections=()),
    ):
        assert suggest(report) == Suggestions()


def test_a_balance_off_by_one_in_two_columns() -> None:
    """Where 5 + 0 ≠ 5 + 1 for natural persons and in the total, no one cell will do, and exactly three pairs will."""
    found = suggest(report_of(UNBALANCED))
    assert {
        (
            Change("requests.new_received.natural_person", 5, 6),
            Change("requests.new_received.total", 5, 6),
        ),
        (
            Change("requests.carried_over.natural_person", 0, 1),
            Change("requests.carried_over.total", 0, 1),
        ),
        (
            Change("requests.carried_forward.natural_person", 1, 0),
            Change("requests.carried_forward.total", 1, 0),
        ),
    } == set(sets_of(found))
    assert (len(found), found.note, found[:1][0], list(found)[-1]) == (3, None, found[0], found[-1])


@given(consistent_values(), st.sampled_from(CELLS), st.integers(1, 50))
def test_one_changed_cell_can_be_changed_back(
    values: dict[str, int], address: str, by: int
) -> None:
    """Whichever cell was changed, one of the suggestions is to change it back, and all are of one cell."""
    old = values.get(address, 0)
    found = suggest(report_of(values | {address: old + by}))
    assert (Change(address, old + by, old),) in sets_of(found)
    assert {1} == {len(suggestion.changes) for suggestion in found}
    assert found.note is None


@given(
    consistent_values(),
    st.lists(st.sampled_from(CELLS), min_size=2, max_size=3, unique=True),
    st.lists(st.integers(-9, 9).filter(bool), min_size=3, max_size=3),
)
def test_several_changed_cells_can_be_changed_back(
    values: dict[str, int], cells: list[str], by: list[int]
) -> None:
    """Whichever cells were changed, to change them all back is among the suggestions, unless fewer changes would do."""
    wrong = values | {
        cell: max(0, values[cell] + more) for cell, more in zip(cells, by, strict=False)
    }
    found = [set(changes) for changes in sets_of(suggest(report_of(wrong)))]
    assert found or all_hold(wrong)
    back = {
        Change(cell, wrong[cell], values[cell]) for cell in cells if wrong[cell] != values[cell]
    }
    assert all_hold(wrong) or back in found or len(found[0]) < len(back)


@given(
    consistent_values(),
    st.lists(st.tuples(st.sampled_from(CELLS), st.integers(1, 9)), min_size=1, max_size=3),
)
def test_pinned_cells_never_change(values: dict[str, int], damage: list[tuple[str, int]]) -> None:
    """What is pinned stays, every suggestion still does, and without one there is a word on why."""
    wrong = values | {address: values[address] + by for address, by in damage}
    pinned = {address for address, _ in damage}
    found = suggest(report_of(wrong), pinned=pinned)
    assert pinned.isdisjoint(change.address for changes in sets_of(found) for change in changes)
    assert all(
        all_hold(wrong | {change.address: int(change.new) for change in one})
        for one in sets_of(found)
    )
    assert found or found.note or all_hold(wrong)


def test_an_unknown_pin_is_refused() -> None:
    """An address that the report does not have is refused, and the nearest one is named."""
    with pytest.raises(UnknownAddress, match=r"requests\.granted\.total\b"):
        suggest(report_of(UNBALANCED), pinned=["requests.granted.totale"])


def test_two_cells_of_one_identity() -> None:
    """Two cells that break an identity together, and one each besides, are both found."""
    values = {"requests.new_received.research": 1, "requests.carried_over.research": 2}
    found = [set(changes) for changes in sets_of(suggest(report_of(values)))]
    both = {
        Change("requests.new_received.research", 1, 0),
        Change("requests.carried_over.research", 2, 0),
    }
    assert [both] == found


@given(
    consistent_values(),
    st.lists(st.tuples(st.sampled_from(CELLS), st.integers(1, 9)), min_size=2, max_size=3),
)
def test_every_suggestion_would_do(values: dict[str, int], damage: list[tuple[str, int]]) -> None:
    """After the changes of any suggestion, every identity holds, and no cell is negative."""
    wrong = dict(values)
    for address, by in damage:
        wrong[address] = wrong.get(address, 0) + by
    for suggestion in suggest(report_of(wrong)):
        assert all_hold(wrong | {change.address: int(change.new) for change in suggestion.changes})
        assert all(
            change.new >= 0 and wrong.get(change.address, 0) == change.old
            for change in suggestion.changes
        )


@given(st.lists(st.tuples(st.sampled_from(CELLS), st.integers(1, 3)), min_size=1, max_size=2))
def test_no_single_cell_is_missed(damage: list[tuple[str, int]]) -> None:
    """Trying every cell by hand finds the same repairs of one cell as the search."""
    wrong: dict[str, int] = {}
    for address, by in damage:
        wrong[address] = wrong.get(address, 0) + by
    near = [
        address
        for address in CELLS
        if any(
            address.split(".")[1] == a.split(".")[1] or address.split(".")[2] == a.split(".")[2]
            for a in wrong
        )
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
        (
            Change("review.reconsideration.total", 0, 11),
            Change("review.litigation_after_reconsideration.total", 0, 5),
        ),
        (
            Change("review.reconsideration.total", 0, 11),
            Change("review.litigation_after_reconsideration.upheld", 5, 0),
        ),
    } == set(sets_of(suggest(report_of(values))))


def test_a_blank_cell_is_left_alone() -> None:
    """A cell without a number is never part of a suggestion: nobody knows what it should be."""
    values = UNBALANCED | {"requests.carried_over.total": ""}
    found = suggest(report_of(values))
    assert all(
        change.address != "requests.carried_over.total" for s in found for change in s.changes
    )


def test_no_change_makes_a_blank_impossible() -> None:
    """A change after which no number in a blank cell would do is not listed, and that is said."""
    names = ("natural_person", "business", "research")
    values = {
        f"requests.{row}.{name}": 1 for row in ("new_received", "outcomes_total") for name in names
    }
    values |= {f"requests.{row}.total": 3 for row in ("new_received", "outcomes_total", "granted")}
    values |= {"requests.granted.natural_person": 1, "requests.granted.research": 1}
    blank = {f"requests.denied_third_party.{name}": "" for name in ("business", "research")}
    found = suggest(report_of({**values, **blank}))
    # 2 and a blank cell under 科研机构 would not make 1.
    assert [(Change("requests.granted.business", 0, 1),)] == sets_of(found)
    assert found.note is not None
    assert "blank cells are not repaired" in found.note.en


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (
            {"review.reconsideration.upheld": 2, "review.reconsideration.other": ""},
            "T4.RECON_TOTAL",
        ),
        (TORN, "T3.OUTCOMES_TOTAL"),
    ],
    ids=["alone", "together"],
)
def test_it_says_that_blank_cells_are_in_the_way(printed: dict[str, int | str], name: str) -> None:
    """Where only identities with blank cells are broken, there is no suggestion, and it is said why."""
    found = suggest(report_of(printed))
    assert found.note is not None
    assert (len(found), found.note.zh[:15]) == (0, "含空白处的勾稽关系不在查找之列")
    assert f"whatever they say ({name}); changes" in found.note.en


@given(
    consistent_values(),
    st.sets(st.sampled_from(CELLS), max_size=20),
    st.lists(st.tuples(st.sampled_from(CELLS), st.integers(1, 9)), min_size=1, max_size=2),
)
def test_what_is_suggested_beside_blank_cells(
    values: dict[str, int], blank: set[str], damage: list[tuple[str, int]]
) -> None:
    """After any suggestion no identity is broken, unless by blank cells that no number fitted before either."""
    wrong = (
        values
        | {address: values[address] + by for address, by in damage}
        | dict.fromkeys(blank, "")
    )
    stuck = {
        finding.fingerprint for finding in check(report_of(wrong)).errors if finding._outcome.reason
    }
    found = suggest(report_of(wrong))
    for changes in sets_of(found):
        repaired = check(
            report_of(wrong | {change.address: int(change.new) for change in changes})
        ).errors
        assert {
            finding.fingerprint for finding in repaired if finding._outcome.reason == "impossible"
        } <= stuck
        assert not [finding for finding in repaired if not finding._outcome.reason]
    assert found or found.note or not check(report_of(wrong)).errors


def test_the_single_row_of_other_outcomes() -> None:
    """In a report with the one row of 2019, that row is among the cells that may be wrong."""
    three = {
        f"requests.{row}.{column}": None
        for row in ("other_no_clarification", "other_fee_unpaid", "other_misc")
        for column in COLUMNS
    }
    values = (
        three
        | {f"requests.other.{column}": 0 for column in COLUMNS}
        | {"requests.other.research": 2}
    )
    found = suggest(report_of(values))
    assert ((Change("requests.other.research", 2, 0),),) == tuple(s.changes for s in found)


def test_cells_that_nothing_tells_apart_are_not_changed_together() -> None:
    """Two cells of one identity alone could share a difference in many ways; none of them is suggested."""
    blank = {f"requests.partially_granted.{column}": "" for column in COLUMNS[:-1]}
    values = blank | {"requests.granted.business": 1, "requests.granted.research": 1}
    changes: tuple[dict[str, int], ...] = ({}, {"requests.granted.business": 2})
    for more in changes:
        found = suggest(report_of({**values, **more}))
        assert not found
        assert found.note is not None
    found = suggest(
        report_of(values | {"requests.granted.business": 3, "requests.granted.research": 0})
    )
    assert [(Change("requests.granted.business", 3, 0),)] == sets_of(found)


def test_it_says_that_nothing_can_be_done() -> None:
    """Where all cells of a broken identity are pinned, no change will do, and that is said."""
    row = [
        f"review.reconsideration.{result}"
        for result in ("upheld", "corrected", "other", "pending", "total")
    ]
    found = suggest(report_of({row[0]: 1}), pinned=row)
    assert (len(found), found.note and found.note.en) == (
        0,
        "no change of the cells that may change makes every identity hold",
    )


def test_it_says_that_the_search_was_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that runs out of steps says so, whether it found something or not."""
    monkeypatch.setattr("govinfo.consistency.repair.localisation.MOST_STEPS", 3)
    found = suggest(report_of(UNBALANCED))
    assert found.note is not None
    assert found.note.zh.startswith("查找了")
    assert "given up" in found.note.en


def test_combinations_are_bounded() -> None:
    """Where every repair of one table goes with every one of the others, a bounded number is listed, and it is said."""
    blank = {f"requests.{row}.total": "" for row in ROWS}
    sums = {
        f"requests.{row}.{name}": 20
        for row in ("new_received", "outcomes_total")
        for name in COLUMNS[:2]
    }
    parts = {f"requests.{row}.{name}": 1 for row in ROWS[2:-2] for name in COLUMNS[:2]}
    found = suggest(report_of(blank | sums | parts | {"review.reconsideration.total": 1}))
    assert (len(found), found.note and found.note.en) == (
        1000,
        "of too many combinations 1000 are listed",
    )
    assert found[0].changes[:2] != found[-1].changes[:2]


def test_too_many_cells() -> None:
    """Where no four changes will do, that is said, and there is no suggestion."""
    wrong = {f"requests.{row}.{column}": 9 for row, column in zip(ROWS[2:7], COLUMNS, strict=False)}
    found = suggest(report_of(wrong))
    assert (len(found), found.note and found.note.en) == (
        0,
        "among cells that share identities no 4 changes make them all hold; larger sets were not tried",
    )
