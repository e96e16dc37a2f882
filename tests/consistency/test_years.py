"""Several reports: what is carried from one year to the next."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from sheetwork import HEAD, Values, report_of

from govinfo.consistency import Findings, check
from govinfo.geography.surroundings import Surroundings
from govinfo.model import Agency, Report


def report_for(
    year: int, values: Values | None = None, form_id: str = "form2021", name: str = "甲县人民政府"
) -> Report:
    """A report of one agency for one year."""
    head = evolve(
        HEAD,
        year=year,
        title=f"{year}年报告",
        agency=Agency(name, "county_government"),
        period=(date(year, 1, 1), date(year, 12, 31)),
        published=date(year + 1, 1, 2),
        signed=date(year + 1, 1, 2),
    )
    return report_of(values or {}, form_id, head=head, sections=())


def across(*reports: Report) -> list[tuple[str, str, int | None]]:
    """The findings of the rules that look at two years, by rule, verdict and year."""
    return [
        (finding.rule, finding.verdict.value, finding.year)
        for finding in check(reports, verdicts="all")
        if finding.rule.endswith("CARRY")
    ]


FORWARD = {"requests.carried_forward.total": 3, "requests.new_received.total": 3}


def test_what_was_carried_forward_is_carried_over() -> None:
    """本年“上年结转” is held against the report for the year before, column by column, the total first."""
    findings = check(
        [report_for(2022, FORWARD), report_for(2023, {"requests.carried_over.total": 2})]
    )
    first = findings.by_rule("T3.CARRY")[0]
    assert (first.verdict, first.year, first.left, first.right) == ("broken", 2023, 2, 3)
    assert [(term.year, term.sign) for term in first.terms] == [(2023, 1), (2022, -1)]
    assert (
        "2023年“二、上年结转政府信息公开申请数量” = 2022年“四、结转下年度继续办理”：2 ≠ 3"
        in first.message()
    )


CONSISTENT = {
    f"requests.{row}.{column}": 3
    for row in ("new_received", "carried_forward", "carried_over", "outcomes_total", "granted")
    for column in ("natural_person", "total")
}
"""Three each of what came, was carried over, granted, and carried forward: every identity holds."""
ODD = {"requests.carried_over.total": 2}


@pytest.mark.parametrize(
    ("before", "after", "who"),
    [
        (
            {},
            ODD,
            "this year's report breaks an identity of its own there (T3.BALANCE, T3.ROW_TOTAL), so look at it first",
        ),
        (
            {"requests.carried_forward.total": 4},
            {},
            "last year's report breaks an identity of its own there (T3.BALANCE, T3.ROW_TOTAL), so look at it first",
        ),
        (
            {"requests.carried_forward.total": 4},
            ODD,
            "both reports break an identity of their own at these cells (T3.BALANCE, T3.ROW_TOTAL)",
        ),
        (dict.fromkeys(CONSISTENT, 0), {}, "3 ≠ 0"),
    ],
)
def test_a_broken_chain_says_which_year_breaks_its_own_identities(
    before: Values, after: Values, who: str
) -> None:
    """A year whose own sums fail at the cell is named; where neither fails, nothing points at one of them."""
    panel = [report_for(2022, {**CONSISTENT, **before}), report_for(2023, {**CONSISTENT, **after})]
    first = check(panel).by_rule("T3.CARRY")[0]
    assert first.message("en").endswith(who)


def test_only_neighbouring_years_of_one_agency_are_joined() -> None:
    """Reports of two agencies, or with no year, say nothing about each other; a year between may be missing."""
    gap = across(report_for(2020), report_for(2021), report_for(2024))[-2:]
    assert gap == [("T3.CARRY", "unassessable", 2024), ("T2.IN_FORCE_CARRY", "unassessable", 2024)]
    told = check([report_for(2021), report_for(2024)]).by_rule("T3.CARRY")[0].message("en")
    assert told.endswith(": the report for the year before is missing")
    assert across(report_for(2022), report_for(2023, name="乙县人民政府")) == []
    assert across(report_for(2023)) == []
    assert across(report_for(2022), report_of({}, head=evolve(HEAD, agency=None))) == []
    assert len(across(report_for(2022), report_for(2023))) == 9


def test_a_year_told_twice_is_not_joined_to() -> None:
    """Two different reports for one year leave open which counts; the same report twice does not."""
    other = report_for(2022, FORWARD)
    assert across(report_for(2022), other, report_for(2023)) == [
        ("T3.CARRY", "unassessable", 2023),
        ("T2.IN_FORCE_CARRY", "unassessable", 2023),
    ]
    assert {"holds"} == {
        verdict for _, verdict, _ in across(report_for(2022), report_for(2022), report_for(2023))
    }


def test_a_renamed_body_is_followed() -> None:
    """A mapping from the earlier name to the later one joins the years; a circle of names does no harm."""
    panel = [
        report_for(2022, CONSISTENT, name="甲县国土局"),
        report_for(2023, name="甲县自然资源局"),
    ]
    assert check(panel).by_rule("T3.CARRY") == Findings()
    renamed = {"甲县国土局": "甲县国土资源局", "甲县国土资源局": "甲县自然资源局"}
    found = check(panel, renamed=renamed).by_rule("T3.CARRY")
    assert [(one.verdict.value, one.year, one.left, one.right) for one in found] == [
        ("broken", 2023, 0, 3)
    ] * 2
    circle = check(panel, renamed={**renamed, "甲县自然资源局": "甲县国土局"})
    assert {one.verdict.value for one in circle.by_rule("T3.CARRY")} <= {"broken"}


@pytest.mark.parametrize(
    ("earlier", "years", "verdicts"),
    [
        ("沙县财政局", (2019, 2022, 2023), {"broken"}),
        ("福建省沙县财政局", (2019, 2022, 2023), {"broken"}),
        ("沙县财政局", (2019, 2022, 2022), set()),
        ("沙县民政局", (2019, 2022, 2023), set()),
        ("甲县财政局", (2019, 2022, 2023), set()),
    ],
)
def test_a_body_is_followed_where_its_place_got_another_name(
    earlier: str, years: tuple[int, int, int], verdicts: set[str]
) -> None:
    """沙县 is a district since 2021: its bodies are the same, unless both names have a report for one year."""
    later = "三明市沙县区财政局"
    panel = [
        report_for(years[0], name=earlier),
        report_for(years[1], CONSISTENT, name=earlier),
        report_for(years[2], name=later),
    ]
    found = [one for one in check(panel).by_rule("T3.CARRY") if one.year == years[2]]
    assert {one.verdict.value for one in found if one.agency == later} == verdicts


def test_documents_in_force_are_carried() -> None:
    """现行有效件数 is last year's, plus what was issued, less what was repealed."""
    before = report_for(2022, {"proactive.rules.in_force": 4})
    after = {
        "proactive.rules.in_force": 5,
        "proactive.rules.issued": 3,
        "proactive.rules.repealed": 2,
    }
    assert ("T2.IN_FORCE_CARRY", "holds", 2023) in across(before, report_for(2023, after))
    after["proactive.rules.in_force"] = 6
    assert ("T2.IN_FORCE_CARRY", "broken", 2023) in across(before, report_for(2023, after))


def test_forms_that_count_different_things_are_not_compared() -> None:
    """Across the change of forms only requests are carried: the documents and items counted are not the same."""
    rules = {rule for rule, _, _ in across(report_for(2020, form_id="form2019"), report_for(2021))}
    assert {"T3.CARRY"} == rules


def test_items_are_carried() -> None:
    """上一年项目数量 is that of the year before with its change."""
    before = report_for(
        2019,
        {"proactive.licensing.prior_year_items": 8, "proactive.licensing.change": -3},
        "form2019",
    )
    after = report_for(2020, {"proactive.licensing.prior_year_items": 5}, "form2019")
    assert [one for one in across(before, after) if one[0] == "T2.ITEMS_CARRY"] == [
        ("T2.ITEMS_CARRY", "holds", 2020)
    ] * 5


def test_a_missing_number_of_either_year_is_unassessable() -> None:
    """A blank in either report leaves the comparison open."""
    blank = {"requests.carried_forward.total": ""}
    assert ("T3.CARRY", "unassessable", 2023) in across(report_for(2022, blank), report_for(2023))


@given(st.permutations([(2021, 1), (2022, 2), (2023, 0), (2024, 5)]))
def test_the_order_of_the_reports_changes_nothing(order: list[tuple[int, int]]) -> None:
    """In whatever order reports are given, the same findings come out."""
    made = [
        report_for(year, {"requests.carried_forward.total": n, "requests.carried_over.total": n})
        for year, n in order
    ]
    found = check(made)
    by_year: list[Report] = sorted(made, key=lambda report: report.year or 0)
    expected = check(by_year)
    assert {(finding.fingerprint, finding.verdict) for finding in expected} == {
        (finding.fingerprint, finding.verdict) for finding in found
    }
    assert len(expected) == len(found)


SHARED = "鼓楼区人民政府"


@pytest.mark.parametrize(
    ("codes", "verdicts"),
    [
        pytest.param(("320106", "320106"), ["broken"], id="one-place"),
        pytest.param((None, None), ["broken"], id="no-place"),
        pytest.param(("320106", None), ["broken"], id="one-place-known"),
        pytest.param(("320106", "320302"), [], id="two-places"),
    ],
)
def test_bodies_of_one_name(codes: tuple[str | None, str | None], verdicts: list[str]) -> None:
    """Reports of bodies that share a name are not compared where their pages name two places."""
    before, after = (
        evolve(report, head=evolve(report.head, agency=Agency(SHARED, "county_government", page)))
        for report, page in (
            (report_for(year, values), Surroundings(year, codes=(code,) if code else ()))
            for year, values, code in (
                (2022, FORWARD, codes[0]),
                (2023, {"requests.carried_over.total": 2}, codes[1]),
            )
        )
    )
    found = check([before, after]).by_rule("T3.CARRY")

    assert [one.verdict.value for one in found if one.verdict == "broken"] == verdicts
