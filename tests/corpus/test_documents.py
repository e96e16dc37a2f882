"""The documents of the corpus, against the truth that was read by hand."""

from __future__ import annotations

from pathlib import Path

from govinfo.figures import State
from govinfo.forms.form2021 import FORM2021
from govinfo.reading import parse


def test_blank_form(corpus: Path) -> None:
    """The blank form as a Word document: every cell is there, and blank; nothing is doubted."""
    report = parse(corpus / "real" / "007_blank_template.docx")

    assert report.form is FORM2021
    assert {str(address): figure.state for address, figure in report.figures().items()} == dict.fromkeys(
        FORM2021.addresses, State.BLANK
    )
    assert [section.id for section in report.sections] == [section.id for section in FORM2021.sections]
    assert (report.adapter, report.notes) == ("docx", ())
