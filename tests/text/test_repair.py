"""Repairs of whole texts: shape is mended, places are kept, whole text is not touched."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import simplified

from govinfo.spans import Span, Text
from govinfo.text import REPAIRS, Repair, repair

damaged = st.text(
    st.sampled_from("一二1 \n\r\x07\x0b\x0c\x85\u2028\u2029\u200b\ufeff\xad\u202a\u202c\u2060\x02"),
    max_size=40,
)


@given(simplified)
def test_whole_text_comes_back_as_the_same_object(text: str) -> None:
    """No repair is needed, nothing is noted."""
    source = Text(text)
    assert repair(source) == (source, ())
    assert repair(source)[0] is source


@given(damaged)
def test_one_pass_is_enough(text: str) -> None:
    """A second pass finds nothing, and no shape but the line feed is left."""
    mended, _ = repair(Text(text))
    assert repair(mended) == (mended, ())
    assert not set("\r\x07\x0b\x0c\x85\u2028\u2029\u200b\ufeff\xad\u202c") & set(str(mended))


@given(damaged, st.sampled_from(REPAIRS))
def test_the_fast_way_and_the_edits_agree(text: str, each: Repair) -> None:
    """Where a repair has a faster way to its characters, they are those its edits make."""
    if each.at_once is not None:
        assert each.at_once(text) == str(Text(text).edited(each.edits(text)))


@given(damaged)
def test_characters_are_found_again(text: str) -> None:
    """Each visible character stands in the source at its span."""
    mended, _ = repair(Text(text))
    spans = [mended.source_span(index, index + 1) for index in range(len(mended))]
    found = [text[span.start : span.end] for span in spans]
    assert [old for old, new in zip(found, str(mended), strict=True) if new != "\n"] == [
        new for new in str(mended) if new != "\n"
    ]


@given(damaged)
def test_mended_text_is_a_value(text: str) -> None:
    """It is equal to itself mended again, hashes alike, and survives pickling."""
    mended, twin = repair(Text(text))[0], repair(Text(text))[0]
    assert (mended, hash(mended)) == (twin, hash(twin))
    assert pickle.loads(pickle.dumps(mended)) == mended


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\r\n乙\r丙\n", "甲\n乙\n丙\n"),
        ("甲\x0c乙\x0b丙\x85丁\u2028戊\u2029", "甲\n乙\n丙\n丁\n戊\n"),
        ("5\x070\x07\r\x07", "5\n0\n\n"),
        ("\ufeff甲\u200b乙", "甲乙"),
        ("\ufeff甲\r\n", "甲\n"),
        ("收到\u202e57\u202c件，\u202e5\u202c件", "收到\ufffc57\ufffc件，5件"),
        ("", ""),
    ],
)
def test_what_is_mended(text: str, expected: str) -> None:
    """Every kind of break becomes a line feed, and Word's cell marks keep two cells apart; there is nothing to note."""
    mended, notes = repair(Text(text))
    assert (str(mended), notes) == (expected, ())


def test_a_pair_of_characters_is_one_break() -> None:
    """The line feed of a Windows file covers both of its characters."""
    mended, _ = repair(Text("甲\r\n乙"))
    assert [mended.source_span(1, 2), mended.source_span(2, 3)] == [Span(1, 3), Span(3, 4)]


FIGURES = "规章\t10\t7\t31\n规范性文件\t5\t2\t64\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FIGURES + "行政处罚\t8|5\t|73\t4||\n", FIGURES + "行政处罚\t8l5\tl73\t4ll\n"),
        (FIGURES + "行政处罚\t|\t7\t|\n", FIGURES + "行政处罚\tl\t7\tl\n"),
        (FIGURES + "首页 | 新闻\n|\n", FIGURES + "首页 | 新闻\n|\n"),
        ("规章 | 0| 4| 12|\n许可 | 5|\n", "规章 | 0| 4| 12|\n许可 | 5|\n"),
        ("规章|0|4|12|\n", "规章|0|4|12|\n"),
    ],
)
def test_bars_that_stand_for_ones(text: str, expected: str) -> None:
    """A bar in a number becomes a letter that may be a 1, unless bars divide the cells."""
    assert str(repair(Text(text))[0]) == expected
