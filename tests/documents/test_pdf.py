"""PDF documents: whatever a report says, and wherever its pages end, reading gives it back."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from heads import head_meant, head_of
from hypothesis import given
from hypothesis import strategies as st

from certainty import codes_of, unexplained
from govinfo import documents
from govinfo.errors import MissingExtra
from govinfo.figures import State
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.many import parse_many
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.documents.pdf import PDF_SETTINGS, Setting, pdf
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports, narratives, reports

# A page may end anywhere.
settings = st.builds(evolve, st.sampled_from(PDF_SETTINGS), height=st.integers(380, 842).map(float))
DRAFT = write(FORM2021, Random(3))


@given(st.data(), st.booleans(), settings)
def test_values(data: st.DataObject, add_up: bool, setting: Setting) -> None:  # noqa: FBT001
    """A report reads the same from a PDF document, wherever its pages end; nothing else is doubted."""
    draft = data.draw(consistent_reports() if add_up else reports())
    report = parse(pdf(draft, setting))

    assert unexplained(report, draft, add_up=add_up) == {}
    assert (report.adapter, report.encoding) == ("pdf", None)
    assert codes_of(report, add_up=add_up) == set()


@given(st.one_of(consistent_reports(), narratives()), settings)
def test_head(draft: Draft, setting: Setting) -> None:
    """Form, title, year, agency, dates and parts are found."""
    assert head_of(parse(pdf(draft, setting))) == head_meant(draft)


@given(consistent_reports(), settings)
def test_paragraphs(draft: Draft, setting: Setting) -> None:
    """A paragraph broken into lines, and over pages, is one line again; spans point into the text that was composed."""
    report = parse(pdf(draft, setting))
    lines = report.source_text.split("\n")

    assert [p for part in draft.parts for p in part.paragraphs if p not in lines] == []
    assert all(
        report.quote(figure.span) == figure.raw
        for figure in report.figures().values()
        if figure.span
    )


@given(consistent_reports(), settings, st.data())
def test_blanks(draft: Draft, setting: Setting, data: st.DataObject) -> None:
    """A blank cell is blank, and its neighbours keep their figures."""
    missing = data.draw(st.lists(st.sampled_from(draft.form.addresses), unique=True, min_size=1))
    report = parse(pdf(draft.without(missing), setting))

    assert differences(report, draft.without(missing).expected()) == {}
    assert {report[address].state for address in missing} == {State.BLANK}


@given(st.one_of(consistent_reports(), reports()), st.data())
def test_without_lines(draft: Draft, data: st.DataObject) -> None:
    """Without lines around the cells no number is wrong, whatever is blank; and a note says what they are told by."""
    missing = data.draw(st.lists(st.sampled_from(draft.form.addresses), unique=True, max_size=8))
    draft = draft.without(missing)
    report = parse(pdf(draft, Setting(ruled=False)))

    assert falsehoods(report, draft.expected()) == {}
    assert "table_without_lines" in [note.code for note in report.notes]


def test_every_kind_of_source(tmp_path: Path) -> None:
    """Bytes, a path, an open file, and many at once, give the same; the name of the file says nothing."""
    path = tmp_path / "report.dat"
    path.write_bytes(pdf(DRAFT))
    with path.open("rb") as file:
        found = [parse(path), parse(path.read_bytes()), parse(file)]
    found += [reading.report for reading in parse_many([path, path], workers=2) if reading.report]

    assert [differences(report, DRAFT.expected()) for report in found] == [{}] * 5


def test_threads() -> None:
    """Threads may read at the same time, though pdfium may not."""
    document = pdf(DRAFT)
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(parse, [document] * 6))

    assert [differences(report, DRAFT.expected()) for report in found] == [{}] * 6


def test_a_named_adapter_reads_the_text() -> None:
    """An adapter that is asked for by name reads the text that was composed of the document."""
    report = parse(pdf(DRAFT), adapter="pipes")

    assert (report.adapter, differences(report, DRAFT.expected())) == ("pipes", {})


@pytest.mark.parametrize("missing", ["pypdfium2", "pdfplumber"])
def test_without_the_extra(missing: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where one of the two libraries is not installed the error holds the line to type."""
    # What is imported anew in this test does not stay behind as an attribute of its package.
    monkeypatch.setattr(documents, "pdf", getattr(documents, "pdf", None), raising=False)
    for name in [
        name
        for name in sys.modules
        if name.partition(".")[0] == missing or name.startswith("govinfo.documents.pdf")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(DRAFT))
    with pytest.raises(
        MissingExtra, match=r'reading a PDF document .*pip install "govinfo\[pdf\]"'
    ) as caught:
        parse(path)
    assert isinstance(caught.value, ImportError)


@pytest.mark.parametrize("number", [100_000, 999_999, 1_234_567])
def test_columns_that_touch(number: int) -> None:
    """Without lines, figures that fill their columns run together: they are no number then."""
    rows = ("new_received", "granted", "outcomes_total")
    columns = FORM2019.table("requests").blocks[0].columns
    figures = {f"requests.{row}.{column}": 0 for row in rows for column in columns}
    for row in rows:
        figures |= {f"requests.{row}.natural_person": 23, f"requests.{row}.other_org": number}
        figures[f"requests.{row}.total"] = number + 23
    draft = write(FORM2019, Random(3)).changed(figures)

    assert falsehoods(parse(pdf(draft, Setting(ruled=False))), draft.expected()) == {}
