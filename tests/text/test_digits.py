"""Digits of other scripts: read as ours, with a note, or refused, and never by half."""

from __future__ import annotations

import sys
from unicodedata import decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.consistency import check
from govinfo.forms.form2021 import FORM2021
from govinfo.reading import parse
from govinfo.serial import from_json, to_json
from govinfo.spans import Span, Text
from govinfo.testing.dialects import DIALECTS, render
from govinfo.testing.strategies import consistent_reports
from govinfo.text import repair
from govinfo.text.digits import has_foreign_digits

FOREIGN = [
    chr(code)
    for code in range(0x80, sys.maxunicode + 1)
    if chr(code).isdecimal() and not 0xFF10 <= code <= 0xFF19
]
ZEROS = [zero for zero in FOREIGN if decimal(zero) == 0]


def in_script(text: str, zero: str) -> str:
    """Return a text with the digits of another script in place of ours."""
    return text.translate({ord("0") + value: chr(ord(zero) + value) for value in range(10)})


def test_every_script_is_read() -> None:
    """Each decimal digit that Unicode has becomes the digit that it is; those of full width stay."""
    mended, notes = repair(Text("".join(FOREIGN) + "１２"))
    assert str(mended) == "".join(str(decimal(digit)) for digit in FOREIGN) + "１２"
    assert [note.code for note in notes] == ["digits_rewritten"]


@pytest.mark.parametrize("sign", ["²", "①", "⒈", "㈠", "½", "Ⅻ", "〡", "十", "１", "1"])
def test_what_is_no_decimal_digit_stays(sign: str) -> None:
    """Exponents, enumerators, fractions and numerals are left as they are."""
    assert repair(Text(f"甲{sign}乙")) == (Text(f"甲{sign}乙"), ())


def test_the_note_says_what_stood_there() -> None:
    """A number with its marks is one region; the span quotes the source."""
    text = Text("共١٬٢٣٤٫٥件")
    mended, (note,) = repair(text)
    assert str(mended) == "共1,234.5件"
    assert note.message == "١٬٢٣٤٫٥ are digits of another script, and are read as 1,234.5"
    assert note.span == Span(1, 8)
    assert mended.source_span(3, 6) == Span(3, 6)


def test_marks_between_other_things_stay() -> None:
    """The Arabic decimal point is one between digits only."""
    assert str(repair(Text("甲٫乙٣٫"))[0]) == "甲٫乙3٫"


@given(consistent_reports([FORM2021]), st.sampled_from(sorted(DIALECTS)), st.sampled_from(ZEROS))
def test_a_report_in_another_script(draft: object, dialect: str, zero: str) -> None:
    """A report all of whose digits are those of another script says the same, in cells, dates and prose."""
    text = render(draft, dialect)  # type: ignore[arg-type]
    ours, theirs = parse(text), parse(in_script(text, zero))
    assert theirs.values() == ours.values()
    assert (theirs.year, theirs.period, theirs.published, theirs.signed) == (
        ours.year,
        ours.period,
        ours.published,
        ours.signed,
    )
    assert [(claim.subject, claim.value, claim.address) for claim in theirs.claims] == [
        (claim.subject, claim.value, claim.address) for claim in ours.claims
    ]
    assert [finding.rule for finding in check(theirs)] == [finding.rule for finding in check(ours)]
    assert from_json(to_json(theirs)) == theirs


@pytest.mark.parametrize(
    "date", ["2024年٣月1日", "2024年3月١日", "٢٠٢٤年3月1日", "2024年３月१日", "2024-٣-1"]
)
def test_dates(date: str) -> None:
    """A date with digits of another script is the day that it names."""
    report = parse(
        f"云岫市教育局2023年政府信息公开工作年度报告\n发布日期：{date}\n一、总体情况\n照常。\n六、其他需要报告的事项\n无。\n"
    )
    assert str(report.published) == "2024-03-01"


def test_the_cheap_look_finds_every_digit() -> None:
    """Each digit alone in a text of ours is seen."""
    assert all(has_foreign_digits(f"本年1２{digit}件") for digit in FOREIGN)
    assert not has_foreign_digits("本年1２件，ā①²½Ⅻ\xa0\ue000\ud800😀")
