"""The characters of one cell: what is a number of its column, and what keeps its row without being one."""

from __future__ import annotations

from random import Random

import pytest

from govinfo.figures import State, is_change_in_words, is_figure_like, possible_values, read_cell
from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.testing.drafts.amounts import balanced

DIALECTS = ("pipes", "stacked", "markdown", "delimited", "spaced", "drawn", "wiki", "html")
GLUED = ("collapsed",)
PLACEHOLDER = 918273


def text_with(printed: str, address: str, form: str, dialect: str) -> tuple[str, dict[str, object]]:
    """Return a page with these characters in one cell, and what the other cells hold."""
    own, dice = form_by_id(form), Random(7)
    values = balanced(own, dice) | {address: PLACEHOLDER}
    text = render(write(own, dice, values=values), dialect)
    assert text.count(str(PLACEHOLDER)) == 1
    rest = {str(other): value for other, value in values.items() if other != address}
    return text.replace(str(PLACEHOLDER), printed), dict(rest)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    "printed",
    [
        "3?7",
        "3\ufffd7",
        "3\ue1237",
        "3□7",
        "1.234",
        "2.000",
        "-5",
        "8注1",
        "8（注1）",
        "约23",
        "23余件",
        "012",
    ],
)
def test_a_count_that_is_none(printed: str, dialect: str) -> None:
    """It has no value, candidates or a note tell of it, and no other cell changes or is lost."""
    address = "requests.granted.natural_person"
    text, rest = text_with(printed, address, "form2021", dialect)
    report = parse(text)

    assert report[address].state is State.ILLEGIBLE
    assert {other: report[other].value for other in rest} == rest
    assert any(
        note.span is not None and report.quote(note.span) == report[address].raw
        for note in report.notes
    )


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    ("printed", "value"),
    [("增10", 10), ("减3", -3), ("增加5件", 5), ("下降2", -2), ("+19", 19), ("-3", -3), ("增0", 0)],
)
def test_a_change_in_words(printed: str, value: int, dialect: str) -> None:
    """A word that says more or less is the sign of its number."""
    address = "proactive.licensing.change"
    text, rest = text_with(printed, address, "form2019", dialect)
    report = parse(text)

    assert report[address].value == value
    assert {other: report[other].value for other in rest} == rest


@pytest.mark.parametrize("dialect", ["pipes", "markdown", "delimited", "drawn", "html"])
@pytest.mark.parametrize("printed", ["增8减3", "8/0", "+8/-0", "持平", "增5%", "5（增）"])
def test_a_change_that_is_not_clear(printed: str, dialect: str) -> None:
    """It has no value, and its row keeps the others."""
    address = "proactive.licensing.change"
    text, rest = text_with(printed, address, "form2019", dialect)
    report = parse(text)

    assert (report[address].value, report[address].state) == (None, State.ILLEGIBLE)
    assert {other: report[other].value for other in rest} == rest


@pytest.mark.parametrize("printed", ["13?5", "13\0", "13\ufffd5", "13□5", "13…5", "13x5", "12. 5"])
def test_damage_in_glued_digits(printed: str) -> None:
    """A number with damage in it is not read up to the damage."""
    address = "proactive.administrative_fees.amount"
    text, _ = text_with(printed, address, "form2021", "collapsed")

    assert parse(text)[address].value is None


@pytest.mark.parametrize("printed", ["19\n3", "540\n03"])
@pytest.mark.parametrize("dialect", ["pipes", "markdown", "spaced", "columns"])
def test_digits_on_the_line_below(dialect: str, printed: str) -> None:
    """A number alone below a row without a total may be the rest of its last number."""
    address = "proactive.normative_documents.in_force"
    text, _ = text_with(printed, address, "form2021", dialect)

    assert parse(text)[address].value is None


@pytest.mark.parametrize(
    ("raw", "values"),
    [
        ("1.234", (1234, 1, 234)),
        ("8注1", (8,)),
        ("8[1]", (8,)),
        ("268（含2件）", (268,)),
        ("26（8件）", (26, 8)),
        ("约23", (23,)),
        ("012", (12,)),
        ("增8减3", (8, 3)),
        ("持平", (0,)),
        ("零", (0,)),
        ("·", ()),
        ("、", ()),
        ("3?7", ()),
        ("3\ufffd7", ()),
        ("见附件", ()),
        ("٢٣", ()),
    ],
)
def test_possible_values(raw: str, values: tuple[int, ...]) -> None:
    """The digits of a whole number are candidates; those around a lost one are none."""
    assert possible_values(raw) == values


@pytest.mark.parametrize(
    ("raw", "is_one"),
    [
        ("8注1", True),
        ("约23", True),
        ("?37", True),
        ("增8减0", True),
        ("无变化", True),
        ("2023年", False),
        ("2023-01-05", False),
        ("12:30", False),
        ("见附件1", False),
        ("行政许可", False),
        ("其中本级的件数合计共有23件整", False),
    ],
)
def test_is_figure_like(raw: str, is_one: bool) -> None:  # noqa: FBT001 - a parameter
    """A number with damage or its own words is like a figure; a date, a time or a label is not."""
    assert is_figure_like(raw) is is_one


def test_changes_in_words() -> None:
    """Only a word for more or less with one number is a change; it is read as its number."""
    assert [is_change_in_words(raw) for raw in ("增10", "减 3", "10", "增", "增8减3")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert read_cell("减 3").value == -3


@pytest.mark.parametrize("apart", ["918 273", "91 82 73", "9 1 8 2 7 3", "918\u2009273"])
@pytest.mark.parametrize("dialect", ["pipes", "stacked", "markdown", "delimited", "html"])
def test_digits_that_stand_apart(dialect: str, apart: str) -> None:
    """Digits with spaces between them are one number where their row adds up with it."""
    address, total = "requests.granted.business", "requests.granted.total"
    draft = write(form_by_id("form2021"), Random(1))
    more = PLACEHOLDER - draft.values[address]
    draft = draft.changed({address: PLACEHOLDER, total: draft.values[total] + more + 1})
    draft = draft.changed(
        {"requests.granted.other_org": draft.values["requests.granted.other_org"] + 1}
    )
    text = render(draft, dialect)
    figure = parse(text.replace(str(PLACEHOLDER), apart))[address]

    assert text.count(str(PLACEHOLDER)) == 1
    assert (figure.value, figure.origin, figure.raw) == (PLACEHOLDER, "inferred", apart)


@pytest.mark.parametrize("address", ["requests.granted.business", "proactive.rules.issued"])
def test_digits_apart_that_no_sum_bears_out(address: str) -> None:
    """Where the row does not add up, or has no sum, they may be two figures."""
    text, _ = text_with("12 40", address, "form2021", "markdown")
    figure = parse(text)[address]

    assert (figure.value, figure.state) == (None, State.ILLEGIBLE)
