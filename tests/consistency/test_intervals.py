"""Cells without a number: what the identities leave to them, and when no number at all would do."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from sheetwork import COLUMNS, PROCEEDINGS, TORN, consistent_values, report_of

from govinfo.consistency import Finding, Verdict, bounds, check
from govinfo.consistency.outcome import Severity
from govinfo.figures import Address, Figure, State
from govinfo.forms import form_by_id
from govinfo.model import Note, Report
from govinfo.reading import parse
from govinfo.spans import Span
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

ROWS = tuple(row.id for row in form_by_id("form2021").table("requests").blocks[0].data_rows)
CELLS = sorted(
    address for address in report_of({}).addresses if not address.startswith("proactive")
)
MISSING = st.sampled_from(["", "/", "3?5"])
RESULTS = ("upheld", "corrected", "other", "pending", "total")


def errors(report: Report) -> list[Finding]:
    """What is broken at severity error."""
    return list(check(report).errors)


def review(**results: int | str | None) -> dict[str, int | str | None]:
    """Numbers of 行政复议."""
    return {f"review.reconsideration.{result}": value for result, value in results.items()}


@given(consistent_values(), st.dictionaries(st.sampled_from(CELLS), MISSING, max_size=60))
def test_what_is_missing_lies_within_its_bounds(
    values: dict[str, int], missing: dict[str, str]
) -> None:
    """Cells left out of a consistent report break nothing, and what stood there is within the bounds of each."""
    report = report_of({**values, **missing})
    assert errors(report) == []
    found = bounds(report)
    assert set(found) == set(missing)
    for address, (least, greatest) in found.items():
        assert 0 <= least <= values[address]
        assert greatest is None or values[address] <= greatest


@given(consistent_values("form2019"), st.sampled_from(["", "/"]))
def test_all_row_totals_left_blank(values: dict[str, int], blank: str) -> None:
    """Where a report leaves the totals of all rows blank, each of them is determined, and nothing is broken."""
    totals = {
        address: blank
        for address in values
        if address.endswith(".total") and address.startswith("requests.")
    }
    report = report_of({**values, **totals}, "form2019")
    assert errors(report) == []
    assert bounds(report) == {address: (values[address], values[address]) for address in totals}


@given(st.lists(st.one_of(st.integers(0, 3), st.just("")), min_size=5, max_size=5))
def test_one_identity_is_broken_exactly_when_no_numbers_will_do(printed: list[int | str]) -> None:
    """Trying all numbers in the blank cells of a proceeding finds none exactly when its total is broken."""
    report = report_of(review(**dict(zip(RESULTS, printed, strict=True))))
    tries = product(*([cell] if isinstance(cell, int) else range(13) for cell in printed))
    possible = [cells for cells in tries if sum(cells[:4]) == cells[4]]
    (finding,) = check(report, verdicts="all").by_rule("T4.RECON_TOTAL")
    assert (finding.verdict is Verdict.BROKEN) == (not possible)
    for index, (result, cell) in enumerate(zip(RESULTS, printed, strict=True)):
        if cell == "" and possible:
            least, greatest = bounds(report)[Address(f"review.reconsideration.{result}")]
            tried = [cells[index] for cells in possible]
            assert least == min(tried)
            without_bound = "" in (printed[:4] if result == "total" else printed[4:])
            assert greatest == (None if without_bound else max(tried))


CORNER = [
    f"requests.{row}.{column}"
    for row in ("granted", "outcomes_total")
    for column in ("research", "total")
]


@given(
    st.dictionaries(st.sampled_from(CORNER), st.integers(0, 2)),
    st.sets(st.sampled_from([*CORNER, "requests.new_received.research"]), min_size=1, max_size=3),
)
def test_what_only_several_identities_rule_out(values: dict[str, int], blank: set[str]) -> None:
    """Whatever is broken where cells are blank, trying all numbers in them finds none that repairs it."""
    balance = {
        f"requests.new_received.{c}": values.get(f"requests.outcomes_total.{c}", 0) for c in COLUMNS
    }
    report = report_of(balance | values | dict.fromkeys(blank, ""))
    if not errors(report):
        return
    order = sorted(blank)
    for numbers in product(range(4), repeat=len(order)):
        assert errors(report_of(balance | values | dict(zip(order, numbers, strict=True))))


def test_sides_that_cannot_meet() -> None:
    """Where the parts that are printed already exceed the total, the blank ones cannot help, and it is told."""
    (finding,) = errors(report_of(review(upheld=5, other="", total=3)))
    assert (finding.rule, finding.verdict, finding.severity) == (
        "T4.RECON_TOTAL",
        Verdict.BROKEN,
        Severity.ERROR,
    )
    assert (finding.left, finding.right) == (None, 3)
    assert finding.message().endswith(
        "表四“行政复议”行：结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计：5 + 0 + ? + 0 ≠ 3；空白处无论填何数均不能相等"
    )
    assert finding.message("en").endswith(
        "5 + 0 + ? + 0 ≠ 3; whatever counts stand in the cells without a number, the sides are not equal"
    )


def test_a_cell_that_the_document_lacks_leaves_it_open() -> None:
    """Where a cell is absent the row may have been misread: then nothing is concluded, and nothing bounded."""
    report = report_of(review(upheld=5, other=None, pending="", total=3))
    assert errors(report) == []
    assert [f.verdict for f in check(report).by_rule("T4.RECON_TOTAL")] == [Verdict.UNASSESSABLE]
    assert bounds(report) == {"review.reconsideration.pending": (0, None)}


def test_a_doubted_number_bounds_nothing() -> None:
    """A number that the reader doubts narrows no other cell, and its identity is not broken by it."""
    plain = report_of(review(upheld=5, pending="", total=7))
    assert bounds(plain) == {"review.reconsideration.pending": (2, 2)}
    span = plain["review.reconsideration.total"].span
    doubts = (Note("repaired", "a digit was repaired", span),)
    assert bounds(report_of(review(upheld=5, pending="", total=7), doubts=doubts)) == {
        "review.reconsideration.pending": (0, None)
    }
    assert errors(report_of(review(upheld=9, pending="", total=7), doubts=doubts)) == []


def test_a_doubt_elsewhere_changes_nothing() -> None:
    """A doubt about a cell of another table leaves the bounds, and what they rule out, as they are."""
    span = report_of(TORN)["review.reconsideration.total"].span
    doubted = report_of(TORN, doubts=(Note("repaired", "a digit was repaired", span),))
    assert bounds(doubted) == bounds(report_of(TORN))
    assert [finding.rule for finding in errors(doubted)] == ["T3.OUTCOMES_TOTAL"]


def test_two_identities_that_cannot_both_hold() -> None:
    """Where one identity says of a blank cell what another rules out, one finding says so."""
    (finding,) = errors(report_of(TORN))
    assert finding.rule == "T3.OUTCOMES_TOTAL"
    assert finding.message().endswith(
        "表三“总计”列：（一）予以公开 + 其余20项 = （七）总计：2 + 0 = 2 ≠ ?；"
        "与勾稽关系 T3.BALANCE、T3.ROW_TOTAL 合看，空白处无论填何数均不能相等"
    )
    assert finding.message("en").endswith(
        "2 + 0 = 2 ≠ ?; together with T3.BALANCE, T3.ROW_TOTAL, "
        "no counts in the cells without a number make the sides equal"
    )
    assert bounds(report_of(TORN))[Address("requests.outcomes_total.total")] == (3, 3)


def test_what_others_rule_out_is_not_told_beside_what_is_broken() -> None:
    """Where an identity is broken by its own numbers, or a blank cell is doubted, nothing is concluded from several."""
    broken = {"review.reconsideration.total": 1}
    assert [finding.rule for finding in errors(report_of({**TORN, **broken}))] == ["T4.RECON_TOTAL"]
    impossible = review(upheld=2, other="", total=1)
    assert [finding.rule for finding in errors(report_of({**TORN, **impossible}))] == [
        "T4.RECON_TOTAL"
    ]
    span = report_of(TORN)["requests.granted.research"].span
    assert errors(report_of(TORN, doubts=(Note("row_width", "a row is short", span),))) == []


def test_many_blank_cells_are_counted_in_the_message() -> None:
    """A long sum counts its zeros and its blanks, each as what they are."""
    blank = {f"requests.{row}.research": "" for row in ROWS[4:9]}
    values = {
        "requests.granted.research": 4,
        "requests.granted.total": 4,
        "requests.outcomes_total.total": 4,
    }
    report = report_of(values | blank | {"requests.new_received.total": 4})
    (column,) = [f for f in errors(report) if "“科研机构”列" in f.message()]
    assert "（一）予以公开 + 其余15项 + 未填5项 = （七）总计：4 + 0 + ? ≠ 0；" in column.message()
    assert (
        "granted + 15 others + 5 without a number = outcomes total: 4 + 0 + ? ≠ 0; "
        in column.message("en")
    )


def test_blanks_that_are_determined_are_told() -> None:
    """The finding about blank cells says which of them the identities determine, and what they stand for."""
    (finding,) = check(report_of(review(upheld=5, pending="", total=7))).by_rule("CELL.BLANK")
    assert finding.message().endswith(
        "1 格未填数字，即表四“行政复议”行“尚未审结”列；由勾稽关系（T4.RECON_TOTAL）推得应为 2"
    )
    assert finding.message("en").endswith("by the identities (T4.RECON_TOTAL) it must be 2")
    (open_,) = check(report_of(review(upheld="", pending="", total=7))).by_rule("CELL.BLANK")
    assert "确定" not in open_.message()


def test_many_determined_blanks_are_counted() -> None:
    """Of many determined cells the first few are named; where all have one number, it does."""
    totals: dict[str, int | str] = {f"requests.{row}.total": "" for row in ROWS}
    (finding,) = check(report_of(totals)).by_rule("CELL.BLANK")
    assert finding.message().endswith(
        "等25格；由勾稽关系（T3.BALANCE、T3.OUTCOMES_TOTAL、T3.ROW_TOTAL）推得均应为 0"
    )
    one: dict[str, int | str] = {
        f"requests.{row}.research": 1 for row in ("new_received", "granted", "outcomes_total")
    }
    (finding,) = check(report_of(totals | one)).by_rule("CELL.BLANK")
    assert (
        "；其中 25 格可由勾稽关系（T3.BALANCE、T3.OUTCOMES_TOTAL、T3.ROW_TOTAL）推得："
        "表三“一、本年新收政府信息公开申请数量”行“总计”列应为 1、" in finding.message()
    )
    assert finding.message().endswith("应为 0等")
    assert finding.message("en").endswith(" must be 0 and others")


def test_nothing_is_determined_in_a_report_that_breaks_an_identity() -> None:
    """Where an identity is broken nobody knows which numbers to go by, so the finding on blanks determines none."""
    for broken in (
        {"review.litigation_direct.total": 1},
        TORN,
        {"review.litigation_direct.upheld": 1} | TORN,
    ):
        (finding,) = check(report_of({**broken, **review(pending="")})).by_rule("CELL.BLANK")
        assert "推得" not in finding.message()


def test_candidates_bound_an_illegible_cell() -> None:
    """What the characters of an illegible cell may say bounds it, and the identities do so further."""
    report = report_of(review(other="3 5", pending="", total=4))
    figure = Figure(None, "3 5", state=State.ILLEGIBLE, span=Span(0, 1), candidates=(35, 3, 5))
    read = report.with_figure("review.reconsideration.other", figure)
    others = evolve(figure, candidates=(35, 30))
    unbounded = report.with_figure("review.reconsideration.other", others)
    assert bounds(unbounded)[Address("review.reconsideration.other")] == (0, 4)
    assert bounds(read) == {
        "review.reconsideration.other": (3, 4),
        "review.reconsideration.pending": (0, 1),
    }


@pytest.mark.parametrize("lost", [1, 7])
def test_a_row_that_lost_a_figure_accuses_nobody(lost: int) -> None:
    """What is left of a row may all be of other columns, so the sums of columns are not assessable."""
    text = render(write(form_by_id("form2021"), Random(1)), "pipes")
    row = next(line for line in text.split("\n") if line.startswith("一、本年新收"))
    cells = row.split(" | ")
    assert cells[1:8] == ["22", "566", "4", "0", "3", "0", "595"]
    report = parse(text.replace(row, " | ".join([*cells[:lost], *cells[lost + 1 :]])))
    assert report["requests.new_received.total"].candidates != ()
    balance = check(report).by_rule("T3.BALANCE")
    assert {finding.verdict for finding in balance} <= {Verdict.HOLDS, Verdict.UNASSESSABLE}
    assert errors(report) == []


def test_the_search_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the bound on the steps cuts in, ranges are left wider, never wrong."""
    report = report_of(TORN)
    monkeypatch.setattr("govinfo.consistency.intervals.MOST_VISITS", 0)
    assert errors(report) == []
    assert bounds(report) == {
        "requests.granted.research": (0, None),
        "requests.outcomes_total.total": (0, None),
    }


def test_other_forms_have_no_bounds() -> None:
    """A report without tables three and four has none, nor has one with a number in every cell."""
    assert bounds(report_of({})) == bounds(report_of({}, "narrative2008", sections=())) == {}
    assert bounds(report_of({"proactive.rules.issued": ""})) == {}
    assert set(bounds(report_of({}, default=""))) == {
        *(f"requests.{row}.{column}" for row in ROWS for column in COLUMNS),
        *(f"review.{row}.{column}" for row in PROCEEDINGS for column in RESULTS),
    }
