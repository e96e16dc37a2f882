"""One report in several containers and dumps: a report on paper, and a form that nobody filled in."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from govinfo.consistency import check
from govinfo.figures import State
from govinfo.reading import parse

DUMPS = ("001_hongze2023.layout.txt", "001_hongze2023.raw.txt")
BLANK = ("007_blank_template.celltext.txt",)


def truth(corpus: Path, number: str) -> Any:
    """Return what was read by hand in a document."""
    return json.loads((corpus / "real" / "truth.json").read_text(encoding="utf-8"))[number]


@pytest.mark.parametrize("file", DUMPS)
def test_every_cell_of_a_page(corpus: Path, file: str) -> None:
    """Every cell is as printed, with the one row of the 2019 form that the report has."""
    report = parse(corpus / "real" / file)
    printed = {
        address: Decimal(str(value)) for address, value in truth(corpus, "001")["cells"].items()
    }

    read = {address: value for address, value in report.values().items() if value is not None}
    assert read == printed
    assert (report.form.id, report.year, report.title) == (
        "form2021",
        2023,
        truth(corpus, "001")["title"],
    )
    assert "row_of_another_form" in {note.code for note in report.notes}


@pytest.mark.parametrize("file", DUMPS)
def test_totals_printed_as_zero(corpus: Path, file: str) -> None:
    """Two totals of table four are printed 0 over figures that are not; they are kept, and reported."""
    report = parse(corpus / "real" / file)

    broken = {finding.rule for finding in check(report).broken if finding.rule.startswith("T4")}
    assert broken == {"T4.RECON_TOTAL", "T4.LIT_AFTER_TOTAL"}
    assert report["review.reconsideration.total"].value == 0


@pytest.mark.parametrize("file", BLANK)
def test_a_blank_form(corpus: Path, file: str) -> None:
    """Every cell of a form that nobody filled in is blank: none is zero, and none is missing."""
    report = parse(corpus / "real" / file)

    assert {figure.state for figure in report.figures().values()} == {State.BLANK}
