"""Many years of one body: nothing is found where the years agree, and a break where one was made."""

from __future__ import annotations

from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st
from sheetwork import COLUMNS
from test_years import report_for

from govinfo.consistency import Findings, check

Panel: TypeAlias = dict[int, dict[str, int]]
"""The values of each year."""

APPLICANTS = COLUMNS[:-1]
COUNTS = st.integers(0, 40)


def form_for(year: int) -> str:
    """The form that a report for this year is on."""
    return "form2019" if year < 2021 else "form2021"


@st.composite
def panels(draw: st.DrawFn) -> Panel:
    """Two to six years, each consistent in itself and carried on from the one before."""
    first = draw(st.integers(2019, 2022))
    panel: Panel = {}
    before: dict[str, int] = {}
    for year in range(first, first + draw(st.integers(2, 6))):
        panel[year] = before = draw(requests_after(before)) | draw(
            proactive_after(before, form_for(year))
        )
    return panel


@st.composite
def requests_after(draw: st.DrawFn, before: dict[str, int]) -> dict[str, int]:
    """Table three of the year that follows: what was carried forward is carried over."""
    values: dict[str, int] = {}
    for column in APPLICANTS:
        over = before.get(f"requests.carried_forward.{column}", draw(COUNTS))
        forward, new = draw(COUNTS), draw(COUNTS)
        new += max(0, forward - over - new)
        rows = {"new_received": new, "carried_over": over, "carried_forward": forward}
        rows |= dict.fromkeys(("granted", "outcomes_total"), new + over - forward)
        values |= {f"requests.{row}.{column}": value for row, value in rows.items()}
    for row in ("new_received", "carried_over", "carried_forward", "granted", "outcomes_total"):
        values[f"requests.{row}.total"] = sum(
            values[f"requests.{row}.{column}"] for column in APPLICANTS
        )
    return values


@st.composite
def proactive_after(draw: st.DrawFn, before: dict[str, int], form: str) -> dict[str, int]:
    """The stocks of table two in the year that follows: documents in force, or items with their change."""
    if form == "form2019":
        prior = "proactive.licensing.prior_year_items"
        items = (
            before[prior] + before["proactive.licensing.change"]
            if prior in before
            else draw(COUNTS)
        )
        return {prior: items, "proactive.licensing.change": draw(st.integers(-items, 40))}
    stock = before.get("proactive.normative_documents.in_force", draw(COUNTS))
    issued = draw(COUNTS)
    repealed = draw(st.integers(0, stock + issued))
    rows = {"issued": issued, "repealed": repealed, "in_force": stock + issued - repealed}
    return {f"proactive.normative_documents.{column}": value for column, value in rows.items()}


def found(panel: Panel) -> Findings:
    """What is found in all years together."""
    return check([report_for(year, values, form_for(year)) for year, values in panel.items()])


def across(findings: Findings) -> set[tuple[str, int | None, str]]:
    """The broken chains: the rule, the year, and the cell of that year."""
    return {
        (one.rule, one.year, one.terms[0].address)
        for one in findings.broken
        if one.rule.endswith("CARRY")
    }


@given(panels())
def test_years_that_agree_give_no_finding(panel: Panel) -> None:
    """A panel that is consistent by construction has nothing broken, and nothing of it is left open but the parts."""
    findings = found(panel)
    assert not findings.broken
    assert all(
        one.rule.startswith("STRUCT.") for one in findings
    )  # these reports have no parts to look at


@given(panels(), st.data())
def test_a_planted_break_is_found_in_its_year_and_column(panel: Panel, data: st.DataObject) -> None:
    """Whatever is changed in a cell that is carried, the break is told of that year and that column, and no other."""
    year = data.draw(st.sampled_from(list(panel)[1:]))
    column = data.draw(st.sampled_from(COLUMNS))
    row = data.draw(st.sampled_from(["carried_over", "carried_forward"]))
    told_of = year if row == "carried_over" else year + 1
    cell = f"requests.{row}.{column}"
    panel[year] = panel[year] | {cell: panel[year][cell] + data.draw(st.integers(1, 99))}
    expected = (
        {("T3.CARRY", told_of, f"requests.carried_over.{column}")} if told_of in panel else set()
    )
    assert across(found(panel)) == expected


@given(panels(), st.data())
def test_a_break_of_a_stock_is_found_in_its_year(panel: Panel, data: st.DataObject) -> None:
    """A stock that is not last year's with what was added and taken away is told of that year."""
    year = data.draw(st.sampled_from(list(panel)[1:]))
    cell = (
        "proactive.licensing.prior_year_items"
        if year < 2021
        else "proactive.normative_documents.repealed"
    )
    panel[year] = panel[year] | {cell: panel[year][cell] + data.draw(st.integers(1, 99))}
    rules = {"T2.ITEMS_CARRY", "T2.IN_FORCE_CARRY"}
    broken = {(rule, at) for rule, at, _ in across(found(panel)) if rule in rules}
    if year == 2021:  # the first year of a form has none of the same kind before it
        assert broken == set()
    elif year < 2021:
        assert broken == {
            ("T2.ITEMS_CARRY", at) for at in (year, year + 1) if at in panel and at < 2021
        }
    else:
        assert broken == {("T2.IN_FORCE_CARRY", year)}
