"""Pages that keep to their form are read at once, and only while what has to be the same on them is."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve

from govinfo.binding.tables.exact import layout_of
from govinfo.binding.tokens import kinds_of
from govinfo.forms import form_by_id
from govinfo.page import Grid, Page
from govinfo.reading import parse
from govinfo.spans import Span, Text
from govinfo.testing.compare import differences
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

FORM = form_by_id("form2021")
DRAFT = evolve(write(FORM, Random(1)), values={a: n for n, a in enumerate(FORM.addresses, 100)})
REPEATED = render(DRAFT, "markdown", repeated=True)
ROW = "| 行政许可 | 106 | 106 | 106 |"


def has_layout(text: str) -> bool:
    """Whether a page of pipes has a layout."""
    tokens = Page(Text(text), (Grid(Span(0, len(text)), "|"),)).cut()
    return layout_of(tokens, kinds_of(tokens))[0] is not None


def test_repeated_cells_have_a_layout() -> None:
    """A page on which cells that span others are repeated keeps to its form, and every cell of it is read."""
    report = parse(REPEATED)

    assert ROW in REPEATED
    assert has_layout(REPEATED)
    assert (differences(report, DRAFT.expected()), report.notes) == ({}, ())


@pytest.mark.parametrize(
    "row", ["| 行政许可 | 106 | 107 | 106 |", "| 行政许可 | 107 | 106 | 106 |"]
)
def test_repeated_cells_have_to_agree(row: str) -> None:
    """Where one cell is printed with different figures, none of them is taken, also on a page whose shape is known."""
    report = parse(REPEATED.replace(ROW, row))

    assert not has_layout(REPEATED.replace(ROW, row))
    assert differences(report, DRAFT.expected()).keys() == {"proactive.licensing.decisions"}
    assert "columns_reordered" in {note.code for note in report.notes}


def test_repeated_cells_may_be_spelt_differently() -> None:
    """It is what a cell says that has to be the same."""
    assert (
        differences(
            parse(REPEATED.replace(ROW, "| 行政许可 | 106 | １０６ | **106** |")), DRAFT.expected()
        )
        == {}
    )
