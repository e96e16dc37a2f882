"""The annex of statistics: its sums and bounds."""

from __future__ import annotations

import pytest
from sheetwork import report_of

from govinfo.consistency import RULES
from govinfo.forms import Form
from govinfo.forms.stats2008 import STATS2008
from govinfo.forms.stats2014 import STATS2014
from govinfo.model import Note

NATIONAL = [rule for rule in RULES if rule.startswith("STAT.")]
BREAKING = {
    "STAT.RECEIVED": "received_letter",
    "STAT.CONCLUDED": "concluded_extended",
    "STAT.ANSWERED": "answered_already_public",
    "STAT.DENIED": "denied_trade_secret",
    "STAT.RECON": "reconsideration_other",
    "STAT.LIT": "litigation_upheld",
    "STAT.STAFF": "staff_part_time",
    "STAT.PRESS": "press_conferences_by_head",
    "STAT.INTERVIEW": "online_interviews_by_head",
    "STAT.NORMATIVE_SUBSET": "proactive_normative_documents",
    "STAT.CHANNEL_UPPER": "proactive_total",
    "STAT.CHANNEL_LOWER": "channel_wechat",
    "STAT.CONCLUDED_BOUND": "requests_concluded",
}

ANSWERED = (
    "requests_answered",
    "answered_granted",
    "answered_partially_granted",
    "answered_denied",
)


def verdicts(
    rule: str, values: dict[str, int | None], form: str, default: int | None = 0
) -> list[str]:
    """What a rule comes to."""
    return [
        str(finding.verdict)
        for finding in RULES[rule].check(report_of(values, form, default=default))
    ]


@pytest.mark.parametrize("rule", NATIONAL)
def test_each_national_rule_holds_breaks_and_stays_silent(rule: str) -> None:
    """Zeros keep every rule, a single figure breaks the rule it is in, and a cell that is lacking leaves it open."""
    cell = f"statistics.{BREAKING[rule]}.value"

    assert set(verdicts(rule, {}, "stats2014")) == {"holds"}
    assert "broken" in verdicts(rule, {cell: 1}, "stats2014")
    assert "unassessable" in verdicts(rule, {cell: None}, "stats2014")
    assert verdicts(rule, {}, "stats2008") == []


def test_every_national_rule_is_named_here() -> None:
    """A rule that is added to the annex is added to these tests."""
    assert sorted(BREAKING) == sorted(NATIONAL)


def test_each_column_of_a_regional_table_adds_up_by_itself() -> None:
    """The year may add up and the running total not; a column that the table lacks is not spoken of."""
    values: dict[str, int | None] = {"statistics.requests_answered.cumulative": 3}
    only_the_year: dict[str, int | None] = {
        f"statistics.{row}.cumulative": None for row in ANSWERED
    }

    assert verdicts("STAT08.ANSWERED", values, "stats2008") == ["holds", "broken"]
    assert verdicts("STAT08.ANSWERED", only_the_year, "stats2008") == ["holds"]


def test_other_answers_count_where_the_table_has_them() -> None:
    """A table with 其他类型答复 must add it up as well; in a table without it the three others are all there is."""
    values: dict[str, int | None] = {
        "statistics.requests_answered.current": 2,
        "statistics.answered_granted.current": 2,
        "statistics.answered_other.current": 1,
    }
    lacking = {**values, "statistics.answered_other.current": None}

    assert verdicts("STAT08.ANSWERED", values, "stats2008")[0] == "broken"
    assert verdicts("STAT08.ANSWERED", lacking, "stats2008")[0] == "holds"


@pytest.mark.parametrize(
    ("rule", "cell"), [("STAT08.RECEIVED", "received_fax"), ("STAT08.DENIED", "denied_exempt_6")]
)
def test_sums_of_the_regional_tables(rule: str, cell: str) -> None:
    """A part that the total does not count is found."""
    assert set(verdicts(rule, {}, "stats2008")) == {"holds"}
    assert verdicts(rule, {f"statistics.{cell}.current": 4}, "stats2008") == ["broken", "holds"]


SEPARATE = ("received_fax", "received_letter")


def received(total: int, **rows: int | None) -> list[str]:
    """What the rule of requests received comes to for the year, with these rows; all others hold 0."""
    values: dict[str, int | None] = {
        f"statistics.{row}.current": value for row, value in rows.items()
    }
    return verdicts(
        "STAT08.RECEIVED", {"statistics.requests_received.current": total, **values}, "stats2008"
    )[:1]


def test_requests_by_letter_or_fax_are_requests() -> None:
    """信函、传真申请数 counts, whether the rows for letters and for faxes stand beside it or are left out."""
    apart: dict[str, int | None] = dict.fromkeys(SEPARATE)

    assert received(29, received_in_person=2, received_letter_or_fax=27) == ["holds"]
    assert received(29, received_in_person=2, received_letter_or_fax=27, **apart) == ["holds"]
    assert received(2, received_in_person=2, received_letter_or_fax=27, **apart) == ["broken"]
    assert received(2, received_in_person=2, received_letter_or_fax=27) == ["broken"]


def test_a_row_for_both_may_be_the_sum_of_the_rows_for_each() -> None:
    """Where letters, faxes and both together are printed, a total is right that counts them once, or all as others."""
    assert received(27, received_letter_or_fax=27, received_fax=7, received_letter=20) == ["holds"]
    assert received(30, received_letter_or_fax=27, received_fax=1, received_letter=2) == ["holds"]
    assert received(28, received_letter_or_fax=27, received_fax=1, received_letter=2) == ["broken"]
    assert received(27, received_letter_or_fax=27, received_fax=None, received_letter=20) == [
        "holds"
    ]


def test_a_row_that_may_be_lost_leaves_the_sum_open() -> None:
    """One row of two beside their joint row, or the last rows of a table that was cut, may have been there."""
    lost: dict[str, int | None] = {
        "received_letter_or_fax": 0,
        "received_fax": 7,
        "received_letter": None,
    }
    assert received(27, received_in_person=2, **lost) == ["unassessable"]
    whole = lost | {"received_letter": 0}
    assert received(27, received_in_person=2, **whole) == ["broken"]

    answers: dict[str, int | None] = {f"statistics.{row}.current": 0 for row in ANSWERED}
    answers["statistics.requests_answered.current"] = 4
    assert "unassessable" in verdicts("STAT08.ANSWERED", answers, "stats2008", default=None)
    goes_on = answers | {"statistics.litigation.current": 0}
    assert "broken" in verdicts("STAT08.ANSWERED", goes_on, "stats2008", default=None)


def test_a_part_that_is_lacking_leaves_the_sum_open() -> None:
    """A table without a row that nothing stands for may have counted it elsewhere."""
    assert received(5, received_in_person=2, received_email=None) == ["unassessable"]
    assert received(5, received_in_person=2, received_letter_or_fax=None, received_fax=None) == [
        "unassessable"
    ]


@pytest.mark.parametrize(
    ("form", "column"), [(STATS2014, "value"), (STATS2008, "current")], ids=str
)
@pytest.mark.parametrize(("total", "verdict"), [(5, "unassessable"), (2, "holds"), (1, "broken")])
def test_a_row_of_ones_own_may_be_a_part(form: Form, column: str, total: int, verdict: str) -> None:
    """A table with a row that the form does not have may count it in a total, which is then no more than unclear."""
    rule = "STAT.RECEIVED" if form is STATS2014 else "STAT08.RECEIVED"
    values = {
        f"statistics.requests_received.{column}": total,
        f"statistics.received_fax.{column}": 2,
    }
    report = report_of(
        values, form.id, doubts=(Note("extra_row", "'微信申请数' is no row of the form: 3"),)
    )

    (first, *_) = RULES[rule].check(report)
    assert first.verdict == verdict
    assert ("格式未列的行" in first.message()) is (verdict == "unassessable")


@pytest.mark.parametrize("form", [STATS2008, STATS2014], ids=str)
def test_every_row_under_a_total_is_in_its_sum(form: Form) -> None:
    """No row of the form is left out of the sum of the total that it stands under."""
    column = form.table("statistics").blocks[0].columns[0].id
    equations = [
        rule.formula.equations[0]
        for rule in RULES.values()
        if form.id in rule.forms and rule.formula is not None and " == " in rule.formula.text
    ]
    summed = {
        operand.address
        for equation in equations
        for operand in equation.operands
        if operand.sign == -1
    }
    totals = {equation.operands[0].address.split(".")[1] for equation in equations}
    missed = [
        row.id
        for row in form.table("statistics").rows
        if row.parent in totals and f"statistics.{row.id}.{column}" not in summed
    ]

    assert missed == []
