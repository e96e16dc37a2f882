"""Never a wrong number: what was lost from a text may cost values, but turns none into another."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govinfo.errors import GovInfoError
from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.damage import DAMAGE
from govinfo.testing.dialects import Style, render
from govinfo.testing.drafts import write
from govinfo.testing.strategies import consistent_reports, damaged, pages, reports

BORDERED = ("pipes", "stacked", "markdown", "delimited", "frames", "drawn", "wiki", "html")
"""The dialects in which a blank cell leaves something behind."""
TABLED = (*BORDERED, "spaced")
MISREAD = tuple(
    name
    for name, damage in DAMAGE.items()
    if not damage.keeps and ("_as_" in name or "byte" in name)
)
"""Damage on the way through encodings, which asks for no particular dialect."""
LOSING = tuple(name for name, damage in DAMAGE.items() if not damage.keeps and name not in MISREAD)
TEXTUAL = ("pipes", "stacked", "markdown")


@pytest.mark.parametrize("dialect", TABLED)
@pytest.mark.parametrize("name", LOSING)
@given(data=st.data())
@settings(max_examples=2 * settings().max_examples)
def test_one_loss(name: str, dialect: str, data: st.DataObject) -> None:
    """After one line or cell is lost or comes twice, every value is the true one or none."""
    printed = data.draw(pages(st.one_of(consistent_reports(), reports()), [dialect]))
    text = data.draw(damaged(printed.text, DAMAGE[name]))
    try:
        report = parse(text)
    except GovInfoError:
        return

    assert falsehoods(report, printed.draft.expected()) == {}


@pytest.mark.parametrize("name", MISREAD)
@given(data=st.data())
def test_lost_bytes(name: str, data: st.DataObject) -> None:
    """After bytes are lost on the way through encodings, all is as it was, or a note says what is not."""
    printed = data.draw(pages(consistent_reports()))
    text = data.draw(damaged(printed.text, DAMAGE[name]))
    try:
        report = parse(text)
    except GovInfoError:
        return

    # A byte of a tag says nothing.
    as_it_was = text == printed.text or printed.dialect == "html"
    assert report.notes or (as_it_was, differences(report, printed.draft.expected())) == (True, {})


@pytest.mark.parametrize("wound", ["a bad byte", "a cut"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le"])
@given(data=st.data())
def test_wounded_files(encoding: str, wound: str, data: st.DataObject) -> None:
    """A byte that is no byte, or a file that ends in the middle of a character: no value is another one for it."""
    printed = data.draw(pages(consistent_reports(), TEXTUAL))
    text = (
        data.draw(damaged(printed.text, DAMAGE["traditional"]))
        if encoding == "big5"
        else printed.text
    )
    content = bytearray(text.encode(encoding))
    place = data.draw(st.integers(len(content) // 3, len(content) - 1))
    content[place : place + 1 if wound == "a bad byte" else None] = (
        b"\xff" if wound == "a bad byte" else b""
    )
    try:
        report = parse(bytes(content))
    except GovInfoError:
        return

    assert falsehoods(report, printed.draft.expected()) == {}
    # What is lost of a date may follow from the figures around it.
    codes = {note.code for note in report.notes}
    said = "encoding_uncertain" in codes and not codes.isdisjoint(
        {"characters_lost", "characters_inferred"}
    )
    assert said or "\ufffd" not in report.source_text


@pytest.mark.parametrize("dialect", TABLED)
@given(data=st.data())
def test_blank_cells(dialect: str, data: st.DataObject) -> None:
    """A blank cell is never zero, and never takes the number of its neighbour."""
    draft = data.draw(consistent_reports())
    missing = data.draw(st.lists(st.sampled_from(draft.form.addresses), unique=True, max_size=12))
    printed = data.draw(pages(st.just(draft.without(missing)), [dialect]))

    assert falsehoods(parse(printed.text), printed.draft.expected()) == {}


@given(data=st.data())
def test_blanks_dropped(data: st.DataObject) -> None:
    """Where blank cells leave no trace at all, the numbers beside them are not moved up."""
    draft = data.draw(consistent_reports())
    missing = data.draw(st.lists(st.sampled_from(draft.form.addresses), unique=True, max_size=12))
    printed = data.draw(pages(st.just(draft.without(missing)), ["stacked"]))
    text = "\n".join(line for line in printed.text.split("\n") if line.strip(" \u3000|"))

    assert falsehoods(parse(text), printed.draft.expected()) == {}


@given(data=st.data())
def test_candidates(data: st.DataObject) -> None:
    """Where several readings are possible there is no value, and each of them is listed."""
    printed = data.draw(pages(consistent_reports(), ["stacked"]))
    text = data.draw(damaged(printed.text, DAMAGE["cell_lost"]))
    try:
        report = parse(text)
    except GovInfoError:
        return
    doubtful = [figure for figure in report.figures().values() if figure.candidates]

    assert {(figure.value, figure.state) for figure in doubtful} <= {(None, State.ILLEGIBLE)}


@given(data=st.data())
def test_blank_form(data: st.DataObject) -> None:
    """A form that nobody has filled in has no value at all, and no zero."""
    draft = data.draw(consistent_reports())
    printed = data.draw(
        pages(st.just(draft.without(draft.form.addresses)), BORDERED, st.just(Style()))
    )

    assert falsehoods(parse(printed.text), {}) == {}


def test_a_tag_that_lost_its_end() -> None:
    """Where the `>` of a tag is no character any more, the figure behind it is spoilt, not blank."""
    draft = write(form_by_id("form2021"), Random(1)).changed({"requests.granted.total": 87_654_321})
    page = render(draft, "html", styled=True).replace('">87654321', '"\ufffd87654321')
    report = parse(page)

    figure = report["requests.granted.total"]
    assert (figure.value, figure.state, figure.raw) == (None, State.ILLEGIBLE, "\ufffd87654321")
    assert differences(report, draft.without(["requests.granted.total"]).expected()) == {}


def test_spoilt_text_that_is_hidden_stays_hidden() -> None:
    """A character that is lost behind a quotation mark in hidden text shows nothing of it."""
    draft = write(form_by_id("form2021"), Random(1))
    hidden = '<p style="display:none">说"\ufffd第99条</p>'
    report = parse(render(draft, "html", styled=True).replace("</body>", f"{hidden}</body>"))

    assert "第99条" not in report.text.characters
