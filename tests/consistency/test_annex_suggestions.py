"""What would have to change in an annex of statistics: any cell of a sum that is wrong, and no other."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheetwork import report_of

from govinfo.consistency import Change, Verdict, check, suggest
from govinfo.consistency.names import cell_name
from govinfo.consistency.outcome import weigh
from govinfo.forms import FORMS, Form
from govinfo.forms.stats2014 import STATS2014
from govinfo.model import Note
from govinfo.reading import parse
from govinfo.review import remarks_on
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

SUMS = [equation for one in STATS2014.identities for equation in one.equations]
CELLS = sorted({operand.address for equation in SUMS for operand in equation.operands})


@given(st.sampled_from(CELLS), st.integers(1, 50), st.randoms(use_true_random=False))
def test_a_changed_cell_can_be_changed_back(address: str, by: int, dice: random.Random) -> None:
    """Whichever cell was changed, to change it back is among several choices, and each mends all sums."""
    values = {str(cell): int(value) for cell, value in write(STATS2014, dice).values.items()}
    old = values[address]
    wrong = values | {address: old + by}
    found = suggest(report_of(wrong, "stats2014"))

    assert (Change(address, old + by, old),) in [one.changes for one in found]
    assert {1} == {len(one.changes) for one in found}
    assert found.note is None
    for ((change,),) in ((one.changes,) for one in found):
        mended = wrong | {change.address: int(change.new)}
        assert {weigh(equation, mended).verdict for equation in SUMS} == {Verdict.HOLDS}


def test_every_cell_of_the_sum_is_a_choice() -> None:
    """Where 71 ≠ 17, the total is 17 or any of the eight parts is 54 more; two digits swapped rank first."""
    answered = "statistics.requests_answered.value"
    granted = "statistics.answered_granted.value"
    found = suggest(report_of({answered: 71, granted: 17}, "stats2014"))
    (equation,) = STATS2014.identity("STAT.ANSWERED").equations

    changes = [one.changes for one in found]
    assert changes[:2] == [(Change(answered, 71, 17),), (Change(granted, 17, 71),)]
    assert [one.address for (one,) in changes[2:]] == [
        operand.address
        for operand in equation.operands
        if operand.address not in {answered, granted, "statistics.answered_denied.value"}
    ]


def test_a_sum_that_the_rules_leave_open_is_not_repaired() -> None:
    """A row that the form does not have may be the rest of the total, so there is nothing to suggest."""
    values = {"statistics.requests_received.value": 5, "statistics.received_fax.value": 2}
    extra = Note("extra_row", "'微信申请数' is no row of the form: 3")

    assert len(suggest(report_of(values, "stats2014"))) == 5
    assert not suggest(report_of(values, "stats2014", doubts=(extra,)))


def received(total: int, **rows: int | None) -> dict[str, int | None]:
    """Requests received in a regional table: the total and these rows; all others hold 0."""
    return {
        f"statistics.{row}.current": value
        for row, value in {"requests_received": total, **rows}.items()
    }


def test_a_row_for_both_counts_only_where_it_stands() -> None:
    """A table without 信函、传真申请数 is not told to change it; one with it alone may change it."""
    apart = received(9, received_in_person=2, received_letter_or_fax=None)
    joint = received(
        9, received_in_person=2, received_letter_or_fax=4, received_fax=None, received_letter=None
    )
    rows = [
        {
            change.address.split(".")[1]
            for one in suggest(report_of(values, "stats2008"))
            for change in one.changes
        }
        for values in (apart, joint)
    ]

    assert {"requests_received", "received_fax", "received_letter"} <= rows[0]
    assert "received_letter_or_fax" not in rows[0]
    assert {"requests_received", "received_letter_or_fax"} <= rows[1]
    assert rows[1].isdisjoint({"received_fax", "received_letter"})


def test_a_total_that_may_count_a_row_twice_is_left_to_the_reader() -> None:
    """Beside both rows the joint row is one more or their sum: what is missing differs, and that is said."""
    values = received(28, received_letter_or_fax=27, received_fax=1, received_letter=2)
    report = report_of(values, "stats2008")
    found = suggest(report)

    assert (len(found), found.note and found.note.en) == (
        0,
        "sums that may be added up in several ways are not repaired (STAT08.RECEIVED)",
    )
    (broken,) = check(report).broken
    assert "28 ≠ 30 = 1 + 2 + 27 + 0; the total does not hold either if" in broken.message("en")


def test_the_review_shows_the_likeliest_choices() -> None:
    """A total of an annex with a wrong digit is one remark: its sum, six changes, and how many more there are."""
    draft = write(STATS2014, random.Random(8), agency="云岫县粮食局", year=2014)
    total = "statistics.requests_answered.value"
    right = draft.values[total]
    report = parse(render(draft.changed({total: right + 40}), "pipes"))
    (remark,) = remarks_on(report, check(report))

    assert [one.rule for one in remark.findings] == ["STAT.ANSWERED", "STAT.CONCLUDED_BOUND"]
    assert (len(remark.cells), remark.cells[0], remark.changes) == (6, total, ())
    assert remark.advice is not None
    assert remark.advice.zh.startswith(
        f"请对照原始记录，以下改法只取其一：（1）附表“（三）申请答复数”行“统计数”列的 {right + 40} 改为 {right}；（2）"
    )
    assert remark.advice.zh.endswith("；另有 2 种改法")
    assert remark.advice.en.endswith("; or one of 2 more")


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_no_two_cells_have_one_name(form: Form) -> None:
    """Whoever reads what to change knows which cell is meant: 被依法纠错数 is named with its part."""
    for lang in ("zh", "en"):
        names = [cell_name(address, form).in_(lang) for address in form.addresses]
        assert len(names) == len(set(names))
