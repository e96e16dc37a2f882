"""Indicators: shares and rates are what the cells say, and missing where a cell says nothing."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given

import govinfo
from govinfo import Report, UnknownName
from govinfo.forms import FORMS, form_by_id
from govinfo.forms.indicators import INDICATORS, Indicator
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports

SINCE_2019 = (form_by_id("form2021"), form_by_id("form2019"))
ROWS = {
    "requests.new_received": 40,
    "requests.carried_over": 10,
    "requests.granted": 12,
    "requests.partially_granted": 8,
    "requests.denied_state_secret": 1,
    "requests.denied_third_party": 3,
    "requests.outcomes_total": 45,
    "requests.carried_forward": 5,
    "review.reconsideration.corrected": 1,
    "review.reconsideration.total": 4,
    "review.litigation_direct.total": 2,
}


def report(agency: str = "青石县水务局", year: int = 2023, **changed: int) -> Report:
    """Return a report whose totals are those of `ROWS`, with some of them changed; others are 0."""
    draft = write(form_by_id("form2021"), Random(1), agency=agency, year=year)
    rows = ROWS | {name.replace("__", "."): value for name, value in changed.items()}
    cells = {f"{name}.total" if name.count(".") == 1 else name: rows[name] for name in rows}
    zeros = dict.fromkeys(draft.values, 0)
    return govinfo.parse(render(draft.changed(zeros | cells), "pipes"))


def values(one: Report) -> dict[str, float | None]:
    """Return the value of each indicator by its id."""
    return {measure.id: measure.value for measure in govinfo.indicators(one)}


def test_values() -> None:
    """Each is so many for a hundred, of the cells that its formula names."""
    found = values(report(review__reconsideration__upheld=1))

    assert found["grant_rate"] == pytest.approx(100 * 12 / 45)
    assert found["disclosure_rate"] == pytest.approx(100 * 20 / 45)
    assert found["denial_rate"] == pytest.approx(100 * 4 / 45)
    assert found["denial_third_party_share"] == 75
    assert found["denial_state_secret_share"] == 25
    assert found["unable_rate"] == found["not_processed_rate"] == 0
    assert (found["conclusion_rate"], found["carry_over_rate"]) == (90, 10)
    assert (found["reconsiderations_per_hundred"], found["lawsuits_per_hundred"]) == (10, 5)
    assert found["reconsideration_correction_rate"] == 50
    assert found["lawsuit_correction_rate"] is None


@given(draft=consistent_reports(SINCE_2019))
def test_shares_are_parts(draft: Draft) -> None:
    """Where the sums hold, no share is beyond a hundred, and the parts of a whole are a hundred."""
    found = {one.id: one for one in govinfo.indicators(govinfo.parse(render(draft, "pipes")))}
    grounds = [
        one.value
        for name, one in found.items()
        if name.startswith("denial_") and name.endswith("_share")
    ]

    assert len(grounds) == 8
    assert {one.id for one in INDICATORS} == set(found)
    for one in found.values():
        assert one.value is None or not one.indicator.is_share or 0 <= one.value <= 100
        assert (one.value is None) == bool(one.reason("zh")) == bool(one.reason("en"))
    if None not in grounds:
        assert sum(value or 0 for value in grounds) == pytest.approx(100)
    concluded = found["conclusion_rate"].value
    if concluded is not None:
        assert concluded + (found["carry_over_rate"].value or 0) == pytest.approx(100)


@given(draft=consistent_reports(SINCE_2019))
def test_a_missing_cell_makes_its_indicators_missing(draft: Draft) -> None:
    """A blank is not 0: whatever has the cell in its formula has no value, and names the cell."""
    blank = govinfo.parse(render(draft.without(["requests.denied_third_party.total"]), "pipes"))
    found = {one.id: one for one in govinfo.indicators(blank)}
    if blank["requests.denied_third_party.total"].value is not None:
        return  # the sums of the form leave one number only

    for name in ("denial_rate", "denial_third_party_share", "denial_state_secret_share"):
        assert found[name].value is None
        assert "4.保护第三方合法权益 总计" in found[name].reason("zh")
        assert "denied third party total" in found[name].reason("en")
    assert found["grant_rate"].reason("en") in {"", "the denominator is 0"}


def test_a_denominator_of_0_and_a_part_larger_than_the_whole() -> None:
    """Neither gives a number: the reason is told, and the sums are there to be looked at."""
    none = govinfo.indicators(report(requests__outcomes_total=0)).by_indicator("grant_rate")[0]
    more = govinfo.indicators(report(requests__outcomes_total=11)).by_indicator("grant_rate")[0]

    assert (none.value, none.reason("en")) == (None, "the denominator is 0")
    assert (more.value, more.numerator, more.denominator) == (None, 12, 11)
    assert more.reason("zh") == "部分大于总数，表格自相矛盾"


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_formulas_name_cells_of_the_forms(indicator: Indicator) -> None:
    """Both forms since 2019 count every cell of every formula, and the others do not."""
    counted = [form.id for form in FORMS if indicator.cells(form) is not None]

    assert counted == [form.id for form in SINCE_2019]
    assert indicator.zh
    assert indicator.meaning_zh
    assert indicator.meaning_en


def test_a_form_without_tables() -> None:
    """Its reports have every indicator, and none has a value."""
    narrative = write(form_by_id("narrative2008"), Random(1))
    found = govinfo.indicators(govinfo.parse(render(narrative, "narrative")))

    assert {one.reason("en") for one in found} == {"the form does not count it"}


def test_a_panel() -> None:
    """Bodies are ranked within a year, and a body is compared with its year before."""
    several = [
        report(year=2022, requests__granted=9),
        report(year=2023, requests__granted=18),
        report("白石县水务局", 2023, requests__granted=9),
        report("赤石县水务局", 2023, requests__granted=18),
        report("黑石县水务局", 2023, requests__outcomes_total=0),
    ]
    found = govinfo.indicators(several).by_indicator("grant_rate")

    assert [one.value for one in found] == [20, 40, 20, 40, None]
    assert [one.rank for one in found] == [None, 1, 3, 1, None]
    assert [one.change for one in found] == [None, 20, None, None, None]


def test_two_reports_of_one_body_and_year_have_no_place() -> None:
    """Nobody knows which of them counts: neither is ranked, and nothing is compared with them."""
    twice = [
        report(requests__granted=9),
        report(requests__granted=18),
        report("白石县水务局", 2023),
        report(year=2024),
    ]
    found = govinfo.indicators(twice).by_indicator("grant_rate")

    assert [(one.rank, one.change) for one in found] == [(None, None)] * 4


def test_frames() -> None:
    """One row for each report and indicator; what is missing is missing there too."""
    frame = govinfo.indicators(
        [report(), report("白石县水务局", requests__outcomes_total=0)]
    ).to_pandas("en")
    grants = frame[frame["indicator"] == "grant_rate"]

    assert len(frame) == 2 * len(INDICATORS)
    assert list(frame.columns[:7]) == [
        "source_id",
        "agency",
        "year",
        "form",
        "indicator",
        "label",
        "value",
    ]
    assert grants["label"].unique().tolist() == ["share granted"]
    assert grants["value"].isna().tolist() == [False, True]
    assert grants["reason"].tolist() == ["", "the denominator is 0"]


def test_an_unknown_indicator_is_told_what_was_meant() -> None:
    """The error names the nearest id."""
    with pytest.raises(UnknownName, match="grant_rate"):
        govinfo.indicators(report()).by_indicator("grants_rate")
