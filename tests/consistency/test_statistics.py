"""The annex of statistics: its sums and bounds."""

from __future__ import annotations

import pytest
from sheetwork import report_of

from govinfo.consistency import RULES

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

ANSWERED = ("requests_answered", "answered_granted", "answered_partially_granted", "answered_denied")


def verdicts(rule: str, values: dict[str, int | None], form: str, default: int | None = 0) -> list[str]:
    """What a rule comes to."""
    return [str(finding.verdict) for finding in RULES[rule].check(report_of(values, form, default=default))]


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
    only_the_year: dict[str, int | None] = {f"statistics.{row}.cumulative": None for row in ANSWERED}

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


@pytest.mark.parametrize(("rule", "cell"), [("STAT08.RECEIVED", "received_fax"), ("STAT08.DENIED", "denied_exempt_6")])
def test_sums_of_the_regional_tables(rule: str, cell: str) -> None:
    """A part that the total does not count is found."""
    assert set(verdicts(rule, {}, "stats2008")) == {"holds"}
    assert verdicts(rule, {f"statistics.{cell}.current": 4}, "stats2008") == ["broken", "holds"]
