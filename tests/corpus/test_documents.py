"""The documents of the corpus, against the truth that was read by hand."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from govinfo.consistency import check
from govinfo.figures import State
from govinfo.forms.form2021 import FORM2021
from govinfo.reading import parse


def test_blank_form(corpus: Path) -> None:
    """The blank form as a Word document: every cell is there, and blank; nothing is doubted."""
    report = parse(corpus / "real" / "007_blank_template.docx")

    assert report.form is FORM2021
    assert {
        str(address): figure.state for address, figure in report.figures().items()
    } == dict.fromkeys(FORM2021.addresses, State.BLANK)
    assert [section.id for section in report.sections] == [
        section.id for section in FORM2021.sections
    ]
    assert (report.adapter, report.notes) == ("docx", ())


@pytest.fixture
def truth(corpus: Path) -> dict[str, Any]:
    """What a careful reader found in the reports that are documents."""
    content: dict[str, Any] = json.loads(
        (corpus / "real" / "truth.json").read_text(encoding="utf-8")
    )
    return content


def test_printed_report(corpus: Path, truth: dict[str, Any]) -> None:
    """All 186 cells of the PDF document are right; those of the rows that it does not have are absent."""
    values = parse(corpus / "real" / "001_hongze2023.pdf").values()
    cells = {address: Decimal(str(value)) for address, value in truth["001"]["cells"].items()}

    assert len(cells) == 186
    assert {
        address: Decimal(str(value)) for address, value in values.items() if value is not None
    } == cells


def test_printed_zeros(corpus: Path) -> None:
    """The two totals of table four that are printed 0 stay 0, and are findings."""
    report = parse(corpus / "real" / "001_hongze2023.pdf")
    totals = [
        report[f"review.{row}.total"].value
        for row in ("reconsideration", "litigation_after_reconsideration")
    ]

    assert totals == [0, 0]
    assert sorted(
        finding.rule for finding in check(report).errors if finding.rule.startswith("T4")
    ) == [
        "T4.LIT_AFTER_TOTAL",
        "T4.RECON_TOTAL",
    ]


def test_row_of_2019(corpus: Path) -> None:
    """（六）其他处理 is the single row of the form of 2019, and a note says so; the form is that of 2021."""
    report = parse(corpus / "real" / "001_hongze2023.pdf")

    assert report.form is FORM2021
    assert report["requests.other.total"].value == 0
    assert report["requests.other_misc.total"].state is State.ABSENT
    assert "row_of_another_form" in [note.code for note in report.notes]


def test_head_of_the_printed_report(corpus: Path, truth: dict[str, Any]) -> None:
    """Title, year, agency, period and parts are those of the document; its paragraphs are whole."""
    report = parse(corpus / "real" / "001_hongze2023.pdf")

    assert (report.title, report.year) == (truth["001"]["title"], truth["001"]["report_year"])
    assert report.agency is not None
    assert report.agency.name in truth["001"]["agency"]
    assert report.period == (date(2023, 1, 1), date(2023, 12, 31))
    assert [section.id for section in report.sections] == [
        section.id for section in FORM2021.sections
    ]
    # None of the first five parts ends in the middle of a sentence, on whatever page it stands.
    assert {line[-1] for line in report.sections[0].text.split("\n")[1:] if line} == {"。"}


def test_claims_of_the_printed_report(corpus: Path) -> None:
    """A figure of a sentence that goes on over a line is found."""
    report = parse(corpus / "real" / "001_hongze2023.pdf")

    assert [claim.value for claim in report.claims if claim.subject == "requests_received"] == [21]
