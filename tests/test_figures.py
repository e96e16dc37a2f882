"""What the characters of one cell say, and the addresses that cells have."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from govinfo.figures import Address, Figure, Number, Origin, State, read_cell
from govinfo.spans import Span

AMOUNTS = st.integers(0, 10**12)
FULL_WIDTH = str.maketrans("0123456789,+-", "０１２３４５６７８９，＋－")


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [
        pytest.param("0", 0, None, id="zero"),
        pytest.param("12", 12, None, id="digits"),
        pytest.param("１２", 12, None, id="full-width digits"),
        pytest.param("1,024", 1024, None, id="thousands"),
        pytest.param("1,234,567", 1234567, None, id="millions"),
        pytest.param("１，０２４", 1024, None, id="full-width thousands"),
        pytest.param("3.50", Decimal("3.50"), None, id="decimals keep their zeros"),
        pytest.param("1．5", Decimal("1.5"), None, id="full-width point"),
        pytest.param("1,024.5", Decimal("1024.5"), None, id="thousands and decimals"),
        pytest.param("+3", 3, None, id="plus"),
        pytest.param("＋3", 3, None, id="full-width plus"),
        pytest.param("-3", -3, None, id="minus"),
        pytest.param("－3", -3, None, id="full-width minus"),
        pytest.param("−3", -3, None, id="minus sign of mathematics"),
        pytest.param("-0", 0, None, id="minus zero"),
        pytest.param("12件", 12, "件", id="件"),
        pytest.param("１２件", 12, "件", id="full-width 件"),
        pytest.param("300元", 300, "元", id="元"),
        pytest.param("1.5万元", Decimal("1.5"), "万元", id="万元"),
        pytest.param("1.5萬元", Decimal("1.5"), "万元", id="traditional 万元"),
        pytest.param("3項", 3, "项", id="traditional 项"),
        pytest.param("12人次", 12, "人次", id="the longer unit"),
        pytest.param("12,345,678.90元", Decimal("12345678.90"), "元", id="all at once"),
        pytest.param("  7 ", 7, None, id="spaces around"),
        pytest.param("\xa07\xa0", 7, None, id="no-break spaces around"),
        pytest.param("\u30007\u3000", 7, None, id="ideographic spaces around"),
        pytest.param("\ufeff7", 7, None, id="byte-order mark"),
        pytest.param("1\u200b2", 12, None, id="zero-width space within"),
        pytest.param("| 12 |", 12, None, id="cell borders"),
        pytest.param("12\n", 12, None, id="line break after"),
    ],
)
def test_numbers(raw: str, value: Number, unit: str | None) -> None:
    """A number is read with its sign, its separators and its unit, in whatever width it is printed."""
    printed = read_cell(raw)

    assert printed == (State.PRINTED, value, unit)
    assert type(printed[1]) is type(value)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(raw, id=name)
        for name, raw in {
            "nothing": "",
            "spaces": "   ",
            "no-break space": "\xa0",
            "ideographic space": "\u3000",
            "tab": "\t",
            "line break": "\n",
            "border": " | ",
            "zero-width space": "\u200b",
            "many spaces": " " * 50,
            "many ideographic spaces": "\u3000" * 50,
            "missing, says pandas": " NaN ",
            "missing, says Python": "None",
            "an empty text of a program": '""',
        }.items()
    ],
)
def test_blanks(raw: str) -> None:
    """A cell in which nothing can be seen is blank, whatever it is made of."""
    assert read_cell(raw) == (State.BLANK, None, None)


@pytest.mark.parametrize(
    "raw",
    [
        "/",
        "／",
        "-",
        "－",
        "—",
        "——",
        "–",
        "―",
        "\\",
        "＼",
        "（无）",
        "不涉及",
        "无",
        "無",
        "不适用",
        "不適用",
        "N/A",
        "n/a",
        "Ｎ／Ａ",
        " / ",
        "| — |",
    ],
)
def test_not_applicable(raw: str) -> None:
    """A stroke, and the words that mean one, say that there is no figure, and not that it is zero."""
    assert read_cell(raw) == (State.NOT_APPLICABLE, None, None)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("1 2", id="gap"),
        pytest.param("1\xa02", id="no-break gap"),
        pytest.param("1\u30002", id="ideographic gap"),
        pytest.param("1\n2", id="line break within"),
        pytest.param("1e5", id="power of ten"),
        pytest.param("inf", id="infinity"),
        pytest.param("0x10", id="hexadecimal"),
        pytest.param("1_000", id="underscore"),
        pytest.param("十二", id="Chinese numeral"),
        pytest.param("零", id="Chinese zero"),
        pytest.param("〇", id="round zero"),
        pytest.param("٣", id="Arabic-Indic digit"),
        pytest.param("१२", id="Devanagari digits"),
        pytest.param("1٣", id="digits of two scripts"),
        pytest.param("007", id="zeros before a number"),
        pytest.param("00", id="two zeros"),
        pytest.param("-01", id="zero behind a sign"),
        pytest.param("０１２件", id="zero before a full-width number"),
        pytest.param("00.5", id="zeros before a point"),
        pytest.param("1,0", id="short group"),
        pytest.param("12,34", id="groups of two"),
        pytest.param("1,0240", id="long group"),
        pytest.param("1'024", id="apostrophe"),
        pytest.param("1.5.2", id="two points"),
        pytest.param("5.", id="point without decimals"),
        pytest.param(".5", id="decimals alone"),
        pytest.param("--3", id="two signs"),
        pytest.param("(3)", id="brackets"),
        pytest.param("1/2", id="fraction"),
        pytest.param("½", id="fraction in one character"),
        pytest.param("12%", id="percent"),
        pytest.param("2万件", id="two units"),
        pytest.param("12★", id="number with a mark"),
        pytest.param("1O", id="letter for a digit"),
        pytest.param("件", id="unit alone"),
        pytest.param("见附件", id="words"),
        pytest.param("9" * 41, id="too long for a number"),
        pytest.param("字" * 41, id="prose"),
    ],
)
def test_illegible(raw: str) -> None:
    """What is no plain number is not read as one, and is not taken for a blank either."""
    assert read_cell(raw) == (State.ILLEGIBLE, None, None)


@pytest.mark.parametrize(
    "raw", [pytest.param("12①", id="circled"), pytest.param("12²", id="raised")]
)
def test_marks_are_no_digits(raw: str) -> None:
    """The mark of a footnote behind a number does not make it ten times as large."""
    assert read_cell(raw).value in {None, 12}


@pytest.mark.parametrize("raw", ["0,123", "000,000"])
def test_thousands_begin_with_a_figure(raw: str) -> None:
    """A zero before a comma is no number of thousands, and may be a cell of its own."""
    assert read_cell(raw).state is State.ILLEGIBLE


@given(
    AMOUNTS,
    st.sampled_from(["", "+", "-"]),
    st.sampled_from(["", "件", "元", "万元"]),
    st.booleans(),
)
def test_any_number(amount: int, sign: str, unit: str, separated: bool) -> None:  # noqa: FBT001 - one way of printing
    """A number of any size is read as itself, in half width and in full width."""
    raw = f"{sign}{amount:{',' if separated else ''}}{unit}"
    value = -amount if sign == "-" else amount

    assert read_cell(raw) == (State.PRINTED, value, unit or None)
    assert read_cell(raw.translate(FULL_WIDTH)) == (State.PRINTED, value, unit or None)


@given(AMOUNTS, AMOUNTS, st.text(" \t\xa0\u3000\n", min_size=1, max_size=3))
def test_any_gap(left: int, right: int, gap: str) -> None:
    """Two numbers with blanks of any kind between them are never joined."""
    assert read_cell(f"{left}{gap}{right}").value is None


@given(st.text())
def test_any_text(raw: str) -> None:
    """Whatever stands in a cell, it has a value exactly when its state says that a number is printed."""
    printed = read_cell(raw)

    assert (printed.value is not None) == (printed.state is State.PRINTED)


def test_address_is_a_string() -> None:
    """An address equals its string, hashes as it does, and gives it back."""
    address = Address("requests.granted.total")

    assert address == "requests.granted.total"
    assert {str(address): 1, address: 2} == {"requests.granted.total": 2}
    assert (str(address), type(str(address))) == ("requests.granted.total", str)
    assert f"{address}" == "requests.granted.total"
    assert address.startswith("requests.")


def test_address_has_three_parts() -> None:
    """Table, row and column are its parts, in this order."""
    address = Address("review.litigation_direct.upheld")

    assert (address.table, address.row, address.column) == ("review", "litigation_direct", "upheld")


def test_address_survives_pickling() -> None:
    """An address that was pickled is an address still."""
    address = pickle.loads(pickle.dumps(Address("requests.granted.total")))

    assert (type(address), address, address.row) == (Address, "requests.granted.total", "granted")


def test_figure_is_frozen() -> None:
    """A figure cannot be changed, and takes the names of states and origins for themselves."""
    figure = Figure(3, "3", "printed", "inferred", Span(0, 1))  # the names convert

    assert (figure.state, figure.origin) == (State.PRINTED, Origin.INFERRED)
    assert (figure.state, figure.origin) == ("printed", "inferred")
    assert (hash(figure), figure) == (
        hash(Figure(3, "3", span=Span(0, 1), origin=Origin.INFERRED)),
        figure,
    )
    with pytest.raises(FrozenInstanceError):
        figure.value = 4  # type: ignore[misc]


def test_states_are_the_five() -> None:
    """The words of states and origins are those that are published."""
    assert [str(state) for state in State] == [
        "printed",
        "blank",
        "not_applicable",
        "illegible",
        "absent",
    ]
    assert [str(origin) for origin in Origin] == ["read", "inferred"]
