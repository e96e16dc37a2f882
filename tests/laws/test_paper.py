"""Reports as PDF tools print them: cells set apart by spaces, or the page taken to pieces."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govinfo.figures import Address, Origin
from govinfo.forms.form2021 import FORM2021
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.dialects import VARIANTS, render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import Printed, consistent_reports, pages, reports

RESULTS = st.sampled_from(["upheld", "corrected", "other", "pending"])
PROCEEDINGS = st.sampled_from(
    ["reconsideration", "litigation_direct", "litigation_after_reconsideration"]
)
ANY = st.one_of(consistent_reports(), reports())


@st.composite
def with_blanks(draw: st.DrawFn) -> Draft:
    """Drafts of which some cells are blank."""
    draft = draw(ANY)
    blank = draw(st.lists(st.sampled_from(draft.form.addresses), max_size=30))
    return draft.without(blank)


@given(printed=pages(consistent_reports(), ["columns"]))
def test_cells_under_each_other(printed: Printed) -> None:
    """Tables three and four come back whole, wherever labels are wrapped and pages end."""
    wrong = differences(parse(printed.text), printed.draft.expected())

    assert {
        address: pair for address, pair in wrong.items() if not address.startswith("proactive")
    } == {}


@given(
    consistent_reports(),
    PROCEEDINGS,
    RESULTS,
    st.integers(100, 10**6),
    st.sampled_from(VARIANTS["columns"]),
)
def test_one_wide_figure(
    draft: Draft, proceeding: str, result: str, figure: int, options: Mapping[str, Any]
) -> None:
    """A figure that makes its column wide, so that only the heads beside it are wrapped, leaves table four whole."""
    row = {name: 0 for name in draft.expected() if name.startswith("review.")}
    row |= {f"review.{proceeding}.{result}": figure, f"review.{proceeding}.total": figure}
    values = parse(render(draft.changed(row), "columns", **options)).values()

    assert {address: values[Address(address)] for address in row} == row


@given(printed=pages(consistent_reports(), ["scattered"]))
def test_a_page_in_pieces(printed: Printed) -> None:
    """Table three comes back whole, inferred from its totals, whichever way its pieces follow each other."""
    report = parse(printed.text)
    wrong = differences(report, printed.draft.expected())

    assert {
        address: pair for address, pair in wrong.items() if address.startswith("requests")
    } == {}
    assert {
        report[address].origin for address in report.values() if address.table == "requests"
    } == {Origin.INFERRED}


@given(printed=pages(with_blanks(), ["columns", "scattered"]))
def test_blanks_shift_nothing(printed: Printed) -> None:
    """Where cells are blank, or nothing adds up, a figure is left out rather than taken for another's."""
    assert falsehoods(parse(printed.text), printed.draft.expected()) == {}


def test_missing_figures_are_no_missing_rows() -> None:
    """Two blank rows leave as few figures as a form with one row for three: the labels tell which."""
    draft = write(FORM2021, Random(3))
    blank = [
        address
        for address in draft.form.addresses
        if address.startswith(("requests.new_received.", "requests.carried_over."))
    ]
    report = parse(render(draft.without(blank), "scattered"))

    values = [value for address, value in report.values().items() if address.table == "requests"]
    assert {*values} == {None}
    assert {note.code for note in report.notes} == {"figures_unordered"}
