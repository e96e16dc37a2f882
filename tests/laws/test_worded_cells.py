"""Words in one cell of a row leave the other figures of the row as they are."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import differences, falsehoods
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports

FIGURE = 87_654_321
"""A figure that stands nowhere else, so that its place in what was printed is found."""
_PLACE = re.compile("87,?654,?321")
BORDERED = ("pipes", "markdown", "html", "stacked", "delimited", "wiki", "drawn", "latex", "otsl")
WORDS = ("见附件", "待核", "二百六十八", "268（含2件）", "不详", "另行统计", "详见附表三")
LABELS = ("（七）其他情形", "3.另行处理的", "其他处理", "行政许可", "四、其他工作")


@given(st.data())
def test_only_the_cell_with_words_is_unreadable(data: st.DataObject) -> None:
    """In dialects with borders the cell is illegible with a note, and no other figure is lost."""
    draft = data.draw(consistent_reports())
    assume(draft.form.is_tabular)
    address = data.draw(st.sampled_from(draft.form.addresses))
    draft = draft.changed({address: FIGURE})
    printed = render(draft, data.draw(st.sampled_from(BORDERED)))
    assume(len(_PLACE.findall(printed)) == 1)
    words = data.draw(st.sampled_from(WORDS))
    before, after = parse(printed), parse(_PLACE.sub(words, printed))

    assert (after[address].state, after[address].raw) == (State.ILLEGIBLE, words)
    assert "cell_unreadable" in [note.code for note in after.notes]
    assert after[address].value is None
    assert set(
        differences(after, {str(each): value for each, value in before.values().items()})
    ) == {address}


@pytest.mark.parametrize("dialect", ["drawn", "pipes", "html", "markdown"])
def test_words_in_a_row_that_is_shorter_than_those_above(dialect: str) -> None:
    """The blank behind the two cells of a row fills its line, where other rows have three cells."""
    address, beside = (f"proactive.government_procurement.{c}" for c in ("projects", "amount"))
    draft = write(form_by_id("form2019"), Random(2)).changed({address: FIGURE, beside: 7})
    printed = _PLACE.sub("另行统计", render(draft, dialect))
    report = parse(printed)

    assert (report[address].state, report[address].raw) == (State.ILLEGIBLE, "另行统计")
    assert report[beside].value == 7


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("column", ["natural_person", "research", "total"])
def test_words_under_a_column_are_its_cell(words: str, column: str) -> None:
    """Where only room divides the cells, words are a cell if the figures around bear it out."""
    address = f"requests.granted.{column}"
    draft = write(form_by_id("form2021"), Random(1)).changed({address: FIGURE})
    printed = render(draft, "columns")
    before, after = parse(printed), parse(printed.replace(str(FIGURE), words))

    assert (after[address].state, after[address].raw) == (State.ILLEGIBLE, words)
    assert after[address].value is None
    assert set(
        differences(after, {str(each): value for each, value in before.values().items()})
    ) == {address}


@st.composite
def rows_of_requests(draw: st.DrawFn) -> tuple[Draft, list[str]]:
    """A report whose sums hold, and the addresses of one row of its table three."""
    draft = draw(consistent_reports())
    assume(draft.form.is_tabular)
    addresses = draft.form.table("requests").addresses
    row = draw(st.sampled_from(addresses)).rsplit(".", 1)[0]
    return draft, [str(address) for address in addresses if address.startswith(f"{row}.")]


def written(printed: str, place: re.Pattern[str], words: str, dialect: str) -> str:
    """Return a page with words in place of a figure, or with the room that a lost one leaves."""
    is_room = dialect == "columns" and not words
    return place.sub(lambda figure: " " * len(figure[0]) if is_room else words, printed)


@given(st.data())
def test_words_never_move_a_figure(data: st.DataObject) -> None:
    """Words or labels in two cells of a row, or a lost cell beside them, make no wrong figure."""
    draft, cells = data.draw(rows_of_requests())
    first, second = data.draw(st.lists(st.sampled_from(cells), min_size=2, max_size=2, unique=True))
    truth = draft.changed({first: FIGURE, second: 98_765_432})
    dialect = data.draw(st.sampled_from((*BORDERED, "columns", "spaced")))
    words = st.sampled_from((*WORDS, *LABELS, ""))
    printed = render(truth, dialect)
    for place in (_PLACE, re.compile("98,?765,?432")):
        printed = written(printed, place, data.draw(words), dialect)

    assert not falsehoods(parse(printed), truth.expected())


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("form", ["form2021", "form2019"])
@pytest.mark.parametrize("dialect", ["spaced", "pipes", "stacked"])
def test_a_label_in_a_cell_takes_no_row(dialect: str, form: str, label: str) -> None:
    """A label among the cells of table three takes no figure of the row that it names."""
    row = "requests.new_received"
    draft = write(form_by_id(form), Random(56))
    draft = draft.changed({f"{row}.natural_person": FIGURE, f"{row}.other_org": 98_765_432})
    printed = _PLACE.sub("见附件", render(draft, dialect)).replace("98765432", label)

    assert falsehoods(parse(printed), draft.expected()) == {}


@given(st.data())
def test_words_in_a_row_that_lost_a_figure(data: st.DataObject) -> None:
    """A row of table three with words in one place, and a figure less in another, moves no figure."""
    draft, cells = data.draw(rows_of_requests())
    lost, place = (data.draw(st.integers(0, len(cells) - 1)) for _ in range(2))
    figures = [str(draft.values[address]) for address in cells]
    del figures[lost]
    figures.insert(place, data.draw(st.sampled_from(WORDS)))
    dialect = data.draw(st.sampled_from(("pipes", "stacked", "spaced")))
    marked = draft.changed(dict.fromkeys(cells, FIGURE))
    gap = {"pipes": " | ", "stacked": "\n", "spaced": " "}[dialect]
    printed = render(marked, dialect)
    assume(printed.count(gap.join([str(FIGURE)] * len(cells))) == 1)

    text = printed.replace(gap.join([str(FIGURE)] * len(cells)), gap.join(figures))
    assert not falsehoods(parse(text), draft.expected())


@pytest.mark.parametrize("seed", range(3, 7))
def test_one_label_as_words_changes_no_form(seed: int) -> None:
    """The label of a row that another form has, written in a cell, is no word on the form."""
    row = "requests.not_processed_confirmation"
    marks = {f"{row}.public_interest": FIGURE, f"{row}.other_org": 98_765_432}
    truth = write(form_by_id("form2021"), Random(seed)).changed(marks)
    printed = _PLACE.sub("四、其他工作", render(truth, "columns")).replace("98765432", "其他处理")
    report = parse(printed)

    assert report.form.id == "form2021"
    assert falsehoods(report, truth.expected()) == {}


@pytest.mark.parametrize("column", ["business", "research", "other_org"])
def test_the_label_of_a_row_in_a_cell_behind_words(column: str) -> None:
    """Where a label stands once more on its line, behind words, its figures are not those behind it."""
    cells = {"requests.other.natural_person": 98_765_432, f"requests.other.{column}": FIGURE}
    truth = write(form_by_id("form2019"), Random(0)).changed(cells)
    printed = _PLACE.sub("其他处理", render(truth, "columns")).replace("98765432", "见附件")

    assert falsehoods(parse(printed), truth.expected()) == {}
