"""Several levels of government: what a report sums up, against the reports below it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from sheetwork import HEAD, Values, report_of

from govinfo.consistency import Finding, check
from govinfo.consistency.panel import contexts
from govinfo.geography.surroundings import Surroundings
from govinfo.model import Agency, Report

CELLS = ("requests.new_received.total", "requests.granted.total", "review.reconsideration.upheld")
CITY, WATER, DISTRICT, UNIT = "乙市人民政府", "乙市水务局", "乙市丙区人民政府", "乙市丙区水务局"


def report_by(name: str, values: Values) -> Report:
    """A report of one body."""
    level = "prefecture_government" if name.endswith("人民政府") else "department"
    return report_of(values, head=evolve(HEAD, agency=Agency(name, level)), sections=())


def figures(*numbers: int | str) -> dict[str, int | str]:
    """These numbers in the cells that the tests look at."""
    return dict(zip(CELLS, numbers, strict=True))


def sums(
    reports: Mapping[str, Values], children: Mapping[str, tuple[str, ...]] | None = None
) -> list[Finding]:
    """What the rule finds, with all verdicts."""
    found = check(
        [report_by(name, values) for name, values in reports.items()],
        verdicts="all",
        children=children,
    )
    return list(found.by_rule("HIER.SUM"))


def told(findings: list[Finding], verdict: str) -> list[tuple[str, object, object]]:
    """The address and both sides of the findings of one verdict, zeros left out."""
    return [
        (one.terms[0].address, one.left, one.right)
        for one in findings
        if one.verdict == verdict and one.left
    ]


def test_figures_are_the_sums_of_those_below() -> None:
    """With the list of all bodies given, every cell is compared, and a difference is told with their names."""
    children = {CITY: (WATER, DISTRICT)}
    reports = {CITY: figures(9, 4, 1), WATER: figures(5, 1, 0), DISTRICT: figures(4, 2, 1)}
    found = sums(reports, children)
    assert told(found, "holds") == [(CELLS[0], 9, 9), (CELLS[2], 1, 1)]
    assert told(found, "broken") == [(CELLS[1], 4, 3)]
    broken = next(one for one in found if one.verdict == "broken")
    assert [(term.agency, term.value) for term in broken.terms] == [
        (None, 4),
        (WATER, 1),
        (DISTRICT, 2),
    ]
    assert broken.message("en").endswith(
        f"table 3, row granted, column total: total = {WATER} + {DISTRICT}: 4 ≠ 3 = 1 + 2"
    )
    assert broken.message().endswith(
        f"表三“（一）予以公开”行“总计”列：总计 = {WATER} + {DISTRICT}：4 ≠ 3 = 1 + 2"
    )
    assert broken.severity == "info"
    assert len(broken.spans) == 1


def test_with_bodies_missing_the_sum_is_a_bound() -> None:
    """The reports at hand can only be too many for the sum, never too few."""
    children = {CITY: (WATER, DISTRICT, "乙市教育局")}
    found = sums(
        {CITY: figures(9, 4, 1), WATER: figures(5, 1, 2), DISTRICT: figures(4, 2, 0)}, children
    )
    assert told(found, "broken") == [(CELLS[2], 1, 2)]
    assert told(found, "holds") == []
    (open_still,) = [one for one in found if one.verdict == "unassessable"]
    assert CELLS[0] in [term.address for term in open_still.terms]
    assert {term.agency for term in open_still.terms} == {None}


def test_a_blank_below_leaves_a_bound_too() -> None:
    """A body that left the cell blank counts as one that is missing there."""
    found = sums(
        {CITY: figures(9, 4, 1), WATER: figures("", 4, 1), DISTRICT: figures(4, 0, 0)},
        {CITY: (WATER, DISTRICT)},
    )
    assert told(found, "broken") == []
    assert told(found, "holds") == [(CELLS[1], 4, 4), (CELLS[2], 1, 1)]


def test_bodies_are_inferred_from_their_names() -> None:
    """Those whose names begin with the place count, less those that belong to another of them."""
    reports = {
        CITY: figures(9, 3, 2),
        WATER: figures(5, 1, 1),
        DISTRICT: figures(4, 2, 1),
        UNIT: figures(4, 2, 0),
    }
    city = [one for one in sums(reports) if one.agency == CITY]
    assert told(city, "holds") == [(CELLS[0], 9, 9), (CELLS[1], 3, 3), (CELLS[2], 2, 2)]
    assert {term.agency for one in city for term in one.terms} == {None, WATER, DISTRICT}


def test_a_report_that_evidently_sums_up_is_compared() -> None:
    """Where most figures are the very sums, the others are held against the report."""
    more: dict[str, int | str] = {
        f"requests.denied_{row}.total": 2
        for row in ("state_secret", "law_prohibited", "third_party")
    }
    found = sums(
        {CITY: figures(9, 4, 2) | more, WATER: figures(5, 1, 0) | more, DISTRICT: figures(4, 2, 2)}
    )
    assert told(found, "broken") == [(CELLS[1], 4, 3)]


def test_a_report_of_one_office_is_not_accused() -> None:
    """A government that reports of itself alone has figures that are no sums: nothing is concluded."""
    found = sums({CITY: figures(2, 1, 0), WATER: figures(5, 1, 0), DISTRICT: figures(4, 2, 1)})
    assert [one.verdict.value for one in found] == ["unassessable"]
    assert found[0].message("en").endswith("the report may count its own office only")


def test_half_of_the_figures_are_no_evidence() -> None:
    """Where as many figures differ as agree, the report need not be a sum."""
    rows = [
        f"requests.denied_{row}.total" for row in ("state_secret", "law_prohibited", "third_party")
    ]
    city, water, district = (dict.fromkeys(rows, number) for number in (4, 2, 2))
    found = sums(
        {
            CITY: {**figures(9, 4, 1), **city},
            WATER: {**figures(5, 1, 1), **water},
            DISTRICT: {**figures(3, 2, 1), **district},
        }
    )
    assert [one.verdict.value for one in found] == ["unassessable"]


def test_a_report_without_a_name_or_a_year_has_nothing_below_it() -> None:
    """Neither can be told from its report alone, so no other report is compared with it."""
    nameless = report_of(figures(9, 4, 1), head=evolve(HEAD, agency=None), sections=())
    undated = report_of(
        figures(9, 4, 1), head=evolve(HEAD, agency=Agency(CITY), year=None), sections=()
    )
    child = report_by(WATER, figures(1, 1, 1))
    assert not check([nameless, undated, child], children={CITY: [WATER]}).by_rule("HIER.SUM")


@given(
    st.lists(st.tuples(*[st.integers(0, 50)] * 3), min_size=1, max_size=4),
    st.permutations(range(5)),
)
def test_true_sums_hold_in_every_order(parts: list[tuple[int, int, int]], order: list[int]) -> None:
    """A report that adds up those below breaks nothing, in whatever order the reports come."""
    names = [f"乙市第{number}局" for number in range(len(parts))]
    reports = {CITY: figures(*map(sum, zip(*parts, strict=True)))}
    reports |= {name: figures(*part) for name, part in zip(names, parts, strict=True)}
    shuffled = [list(reports.items())[at] for at in order if at < len(reports)]
    assert {one.verdict.value for one in sums(dict(shuffled), {CITY: tuple(names)})} == {"holds"}


@pytest.mark.parametrize(
    ("codes", "below"),
    [
        (("320106", "320106", "320106"), 2),
        (("320106", "320106", "320302"), 1),
        (("320106", "320302", "320302"), 0),
        (("", "320302", "320302"), 2),
    ],
)
def test_bodies_of_another_place_are_not_below(codes: tuple[str, ...], below: int) -> None:
    """A body whose page names another place than that of the government is not summed up."""
    names = ("鼓楼区人民政府", "鼓楼区水务局", "鼓楼区教育局")
    reports = []
    for name, code in zip(names, codes, strict=True):
        agency = Agency(name, None, Surroundings(codes=(code,)))
        reports.append(report_of(figures(9, 4, 2), head=evolve(HEAD, agency=agency), sections=()))

    assert len(contexts(reports)[0].children) == below
