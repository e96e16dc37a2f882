"""The identities of tables three and four: they hold exactly when the arithmetic does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheetwork import COLUMNS, Values, consistent_values, report_of

from govinfo.consistency import RULES, Finding, Verdict, check
from govinfo.figures import State
from govinfo.model import Report

IDENTITIES = (
    "T3.BALANCE",
    "T3.OUTCOMES_TOTAL",
    "T3.ROW_TOTAL",
    "T4.RECON_TOTAL",
    "T4.LIT_DIRECT_TOTAL",
    "T4.LIT_AFTER_TOTAL",
)
CELLS = st.sampled_from(
    sorted(address for address in report_of({}).addresses if not address.startswith("proactive"))
)


def identities(report: Report, verdict: str) -> list[Finding]:
    """The findings of the identities with this verdict."""
    return [f for rule in IDENTITIES for f in RULES[rule].check(report) if f.verdict == verdict]


@given(consistent_values())
def test_consistent_tables_keep_every_identity(values: dict[str, int]) -> None:
    """Tables that add up keep each of the 42 identities, and none is left unsaid."""
    report = report_of(values)
    assert identities(report, "broken") + identities(report, "unassessable") == []
    assert len(identities(report, "holds")) == 7 + 7 + 25 + 3


@given(
    consistent_values(),
    st.dictionaries(CELLS, st.sampled_from([0, 1, 7, "", "/", "?", None]), max_size=3),
)
def test_what_holds_may_be_left_out(values: dict[str, int], changed: Values) -> None:
    """A check finds the same problems, whether it is asked for what holds as well or not."""
    report = report_of({**values, **changed})
    every = check(report, verdicts="all")
    assert [*check(report)] == [one for one in every if one.verdict is not Verdict.HOLDS]


@given(consistent_values("form2019"))
def test_the_earlier_form_has_its_own_total_of_outcomes(values: dict[str, int]) -> None:
    """The form of 2019 sums nineteen rows, （六）其他处理 among them as one, and not the three rows of 2021."""
    report = report_of(values, "form2019")
    totals = list(RULES["T3.OUTCOMES_TOTAL.2019"].check(report))
    assert [finding.verdict for finding in totals] == [Verdict.HOLDS] * 7
    assert "requests.other.total" in [term.address for term in totals[-1].terms]
    assert list(RULES["T3.OUTCOMES_TOTAL"].check(report)) == []
    assert len(list(RULES["T3.ROW_TOTAL"].check(report))) == 23


@given(consistent_values(), CELLS, st.integers(1, 50))
def test_one_changed_cell_is_found(values: dict[str, int], address: str, by: int) -> None:
    """Whichever cell of tables three and four is changed, an identity breaks, and each has it among its terms."""
    changed = values | {address: values.get(address, 0) + by}
    broken = identities(report_of(changed), "broken")
    assert broken
    assert all(address in [term.address for term in finding.terms] for finding in broken)
    assert all(finding.left != finding.right for finding in broken)


@given(st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_the_balance_holds_exactly_when_the_sums_agree(four: list[int]) -> None:
    """第一项加第二项之和等于第三项加第四项之和, and nothing else decides."""
    rows = ("new_received", "carried_over", "outcomes_total", "carried_forward")
    report = report_of(
        {f"requests.{row}.research": value for row, value in zip(rows, four, strict=True)}
    )
    finding = list(RULES["T3.BALANCE"].check(report))[2]
    assert (four[0] + four[1] == four[2] + four[3]) == (finding.verdict == "holds")
    assert (four[0] + four[1], four[2] + four[3]) == (finding.left, finding.right)


@given(consistent_values(), CELLS, st.sampled_from(["", "/", "3?5", None]))
def test_a_missing_number_makes_its_identities_unassessable(
    values: dict[str, int], address: str, instead: str | None
) -> None:
    """A cell that is blank, marked, illegible or absent breaks nothing and keeps nothing that it stands in."""
    report = report_of(values | {address: instead})
    assert identities(report, "broken") == []
    assert all(
        address not in [term.address for term in finding.terms]
        for finding in identities(report, "holds")
    )
    unassessable = identities(report, "unassessable")
    assert unassessable
    assert all(None in [term.value for term in finding.terms] for finding in unassessable)


def test_a_blank_form_says_so_once_for_each_rule() -> None:
    """A form of which nothing was filled in is unassessable in one finding a rule, not in two hundred."""
    found = check(report_of({}, default=""))
    assert all(len(found.by_rule(rule)) == 1 for rule in IDENTITIES)
    assert {"unassessable"} == {
        finding.verdict for rule in IDENTITIES for finding in found.by_rule(rule)
    }
    (blank,) = found.by_rule("CELL.BLANK")
    assert (blank.verdict, blank.left) == (Verdict.BROKEN, 200)


@given(consistent_values("form2019"))
def test_a_single_row_of_other_outcomes_is_summed_where_the_document_has_it(
    values: dict[str, int],
) -> None:
    """A report on the 2021 form with the one row of 2019 is summed over the rows that it really has."""
    report = report_of(
        values
        | {
            f"requests.{row}.{c}": None
            for row in ("other_no_clarification", "other_fee_unpaid", "other_misc")
            for c in COLUMNS
        }
    )
    assert report["requests.other_misc.total"].state == State.ABSENT
    assert [f.verdict for f in RULES["T3.OUTCOMES_TOTAL"].check(report)] == [Verdict.HOLDS] * 7
    assert [f.verdict for f in RULES["T3.ROW_TOTAL"].check(report)] == [Verdict.HOLDS] * 23


@given(consistent_values())
def test_the_three_rows_count_where_both_shapes_stand(values: dict[str, int]) -> None:
    """Where the one row and the three stand together, the three are summed and the one is left out."""
    both = values | {f"requests.other.{column}": 0 for column in COLUMNS}
    assert [f.verdict for f in RULES["T3.OUTCOMES_TOTAL"].check(report_of(both))] == [
        Verdict.HOLDS
    ] * 7


@pytest.mark.parametrize(
    ("form_id", "values", "rule", "verdict"),
    [
        (
            "form2021",
            {"rules.issued": 2, "rules.in_force": 1, "rules.repealed": 1},
            "T2.IN_FORCE_BOUND",
            "holds",
        ),
        (
            "form2021",
            {"rules.issued": 3, "rules.in_force": 1, "rules.repealed": 1},
            "T2.IN_FORCE_BOUND",
            "broken",
        ),
        (
            "form2021",
            {"rules.issued": 3, "rules.in_force": "", "rules.repealed": 1},
            "T2.IN_FORCE_BOUND",
            "unassessable",
        ),
        (
            "form2019",
            {"rules.newly_disclosed": 4, "rules.total_disclosed": 4},
            "T2.DISCLOSED_BOUND",
            "holds",
        ),
        (
            "form2019",
            {"rules.newly_disclosed": 5, "rules.total_disclosed": 4},
            "T2.DISCLOSED_BOUND",
            "broken",
        ),
        (
            "form2019",
            {"licensing.prior_year_items": 8, "licensing.change": -8},
            "T2.ITEMS_NONNEG",
            "holds",
        ),
        (
            "form2019",
            {"licensing.prior_year_items": 8, "licensing.change": -9},
            "T2.ITEMS_NONNEG",
            "broken",
        ),
    ],
)
def test_the_bounds_of_table_two(form_id: str, values: Values, rule: str, verdict: str) -> None:
    """The bounds hold at the bound, break beyond it, and say nothing where a number is missing."""
    report = report_of(
        {f"proactive.{address}": value for address, value in values.items()}, form_id
    )
    assert verdict == next(iter(RULES[rule].check(report))).verdict
