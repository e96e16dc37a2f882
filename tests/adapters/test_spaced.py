"""One space between cells: rows, everything on one line, and the tables that pandas prints."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve

from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
# No two cells hold the same number, so that a figure in the wrong place is seen.
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
TRUTH = DRAFT.expected()
ROWS, LINE = (render(DRAFT, "spaced", one_line=one_line) for one_line in (False, True))
FRAMES = render(DRAFT, "frames")
CELLS = "2.重复申请 222 223 224 225 226 227 228"
SHORT = "2.重复申请 222 223 225 226 227 228"
TEXTS = pytest.mark.parametrize("text", [ROWS, LINE], ids=["rows", "one line"])


@pytest.mark.parametrize(
    ("text", "adapter"), [(ROWS, "spaced"), (LINE, "spaced"), (FRAMES, "columns")]
)
def test_every_cell_is_read(text: str, adapter: str) -> None:
    """All cells are read, in order, and nothing is noted."""
    report = parse(text)

    assert (report.adapter, differences(report, TRUTH), report.notes) == (adapter, {}, ())
    assert [section.id for section in report.sections] == [part.id for part in DRAFT.parts]


@TEXTS
def test_vanished_blanks_are_not_moved_over(text: str) -> None:
    """A row with fewer figures than cells has none, but candidates among which the true ones are."""
    report = parse(text.replace(CELLS, SHORT))
    row = [
        figure
        for address, figure in report.figures().items()
        if ".not_processed_duplicate." in address
    ]

    assert {(figure.value, figure.state) for figure in row} == {(None, State.ILLEGIBLE)}
    assert [
        true in figure.candidates for true, figure in zip(range(222, 229), row, strict=True)
    ].count(False) == 1
    assert [note.code for note in report.notes] == ["row_width"]


@TEXTS
def test_blanks_that_leave_a_space(text: str) -> None:
    """Where a second space stands for a blank cell, its neighbours stay where they are, or are not read."""
    report = parse(text.replace(" 224 ", "  "))

    assert falsehoods(report, TRUTH) == {}


@TEXTS
def test_sums_decide_where_blanks_vanish(text: str) -> None:
    """Where rows are short because blank cells leave nothing behind, a full row must add up: one may hold a stray."""
    report = parse(text.replace(CELLS, SHORT).replace(" 230 ", " ").replace(" 238 ", " 999 "))
    read = {
        address.split(".")[1]
        for address, value in report.values().items()
        if value and "requests" in address
    }

    assert read == set()


def test_missing_cells_of_pandas() -> None:
    """NaN is a blank cell, and keeps the place of the others."""
    report = parse(FRAMES.replace(" 224 ", " NaN ", 1).replace(" 300 ", " 300.0 "))

    assert differences(report, TRUTH) == {"requests.not_processed_duplicate.research": (224, None)}
