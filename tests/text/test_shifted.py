"""Bytes read across the borders of characters: what comes back is what stood there, and what follows is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govinfo.spans import Span, Text
from govinfo.testing.damage import DAMAGE
from govinfo.testing.strategies import consistent_reports, damaged, pages
from govinfo.text import repair
from govinfo.text.mojibake.frequency import frequent_share
from govinfo.text.pinyin import PINYIN
from govinfo.text.scripts import simplify


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("落實“三審三?！比藛T管理", "落實“三審三校”人員管理"),
        ("落實“三審三?!薄胺旨?jí)把關(guān)", "落實“三審三校”“分級把關(guān)"),
        ("嚴(yán)謹(jǐn)?shù)淖黠L(fēng)。", "嚴(yán)謹(jǐn)的作風(fēng)。"),
        ("各省。ㄗ灾螀^、直轄市）", "各省（自治區、直轄市）"),
        ("辦公?！比藛T管理", "辦公\ufffd”人員管理"),
        ("索引?牛篩X0101", "索引\ufffd：YX0101"),
    ],
)
def test_shifted_bytes_come_back(source: str, expected: str) -> None:
    """By a gloss, by a set phrase, by the byte that was read twice; and a first half that nothing tells stays lost."""
    mended, notes = repair(Text(source))
    assert str(mended) == expected
    codes = ["characters_inferred", "characters_lost"][: 1 + ("\ufffd" in expected)]
    assert [note.code for note in notes] == codes


def test_the_note_says_what_was_taken_for_what() -> None:
    """Its span is the place, from the first character that was lost to the last one."""
    (note,) = repair(Text("落實“三審三?！比藛T管理"))[1]
    assert note.span == Span(6, 11)
    assert "'?！比藛T' is read as '校”人員'" in note.message


@given(data=st.data())
def test_a_shift_anywhere_is_mended_or_noted(data: st.DataObject) -> None:
    """Whatever character lost its half, no other line is touched, and a note says that something is wrong."""
    printed = data.draw(pages(consistent_reports(), ("pipes", "stacked", "markdown")))
    text = data.draw(damaged(printed.text, DAMAGE["shifted_bytes"]))
    mended, notes = repair(Text(text))
    differing = [
        one
        for one, other in zip(printed.text.split("\n"), str(mended).split("\n"), strict=True)
        if one != other
    ]
    assert len(differing) <= 1
    assert notes


@pytest.mark.parametrize(
    "text",
    [
        "群众问得最多的是:怎么申请?多久答复?收不收费?!",
        "“谁来办?”“窗口办。”",
        "是否公开?！由承办科室先提意见。",
        "去哪里?喆堃、龢、犇三人去了。",
        "注音ㄗ灾，符号ㄗ、ㄙ。",
    ],
)
def test_questions_stay_questions(text: str) -> None:
    """A question mark is no damage, whatever stands behind it."""
    whole = Text(text)
    assert repair(whole) == (whole, ())


def test_frequent_characters_tell_what_levels_do_not() -> None:
    """All of these are in the first level of GB2312; only one is what somebody wrote."""
    assert frequent_share("”“分級") == 1.0
    assert frequent_share("！薄胺旨") == 0.25


def test_glosses_are_of_traditional_characters() -> None:
    """Each of them is written otherwise in simplified text: no other is glossed."""
    assert [character for character in PINYIN if simplify("國" + character)[1] == character] == []
