"""A PDF document that holds two reports, as a file of all bodies of a county does."""

from __future__ import annotations

import io
from random import Random

import pypdfium2
import pytest

from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.reading import parse, parse_all
from govinfo.testing.compare import differences
from govinfo.testing.documents.pdf import PDF_SETTINGS, Setting, pdf
from govinfo.testing.drafts import write

CELL = "requests.granted.total"


@pytest.mark.parametrize("setting", PDF_SETTINGS[1:3], ids=["footers", "thin"])
def test_two_reports_in_a_pdf(setting: Setting) -> None:
    """Each is read as alone; the figures of the second one stand on the pages behind the first."""
    drafts = [write(FORM2021, Random(5)), write(FORM2019, Random(6))]
    joined, pages = pypdfium2.PdfDocument.new(), list[int]()
    for draft in drafts:
        pages.append(len(joined))
        joined.import_pages(pypdfium2.PdfDocument(pdf(draft, setting)))
    file = io.BytesIO()
    joined.save(file)
    reports = parse_all(file.getvalue())

    assert [
        differences(report, draft.expected()) for report, draft in zip(reports, drafts, strict=True)
    ] == [{}, {}]
    assert [report.title for report in reports] == [draft.title for draft in drafts]
    for report, draft, before in zip(reports, drafts, pages, strict=True):
        place, alone = report.place(CELL), parse(pdf(draft, setting)).place(CELL)
        assert place is not None
        assert alone is not None
        assert (place.page, place.box) == ((alone.page or 0) + before, alone.box)
        assert report.quote(report[CELL].span) == report[CELL].raw  # type: ignore[arg-type]
    assert [note.code for note in parse(file.getvalue()).notes].count("another_report") == 1
