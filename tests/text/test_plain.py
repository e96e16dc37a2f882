"""Glosses, scripts and invisible characters: what is mended comes out right, what is whole is not touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import SIMPLIFIED as PROSE
from prose import glossed, simplified, traditional

from govinfo.spans import Span, Text
from govinfo.text import plain, plain_text, simplify, strip_glosses
from govinfo.text.glosses import gloss_places, note_orphaned_glosses
from govinfo.text.traditional import SIMPLIFIED, TRADITIONAL

_HAN = "".join(
    bytes([row, cell]).decode("gb2312")
    for row in range(0xB0, 0xF8)
    for cell in range(0xA1, 0xFF if row != 0xD7 else 0xFA)
)
good_characters = st.sampled_from(_HAN + "，。、；：（）《》“”〔〕0123456789 \n\t|abcABC%-/")
_odd_pieces = [
    "(bào)",
    "（kāi）",
    "(he)",
    "(app)",
    "(",
    "）",
    "à",
    "he",
    "報",
    "公",
    "和",
    "\u200b",
    "\xad",
    "於",
    "後潜",
    "L1|\n",
]
anything = st.lists(st.sampled_from(_odd_pieces) | st.characters(), max_size=30).map("".join)


def in_gb2312(character: str) -> bool:
    """Say whether GB2312 has this character."""
    return character.encode("gb2312", "ignore") != b""


def test_the_table_keeps_its_law() -> None:
    """No key is in GB2312, every value is; so good simplified text cannot be touched."""
    assert [key for key in TRADITIONAL if in_gb2312(key)] == []
    assert [value for value in SIMPLIFIED if not in_gb2312(value)] == []
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))


@given(st.text(good_characters))
def test_good_simplified_text_is_a_fixed_point(text: str) -> None:
    """Text within GB2312, glosses apart, comes back as the same object."""
    assert simplify(text) is text
    if not list(gloss_places(text)):
        assert plain(text) is text


@given(simplified)
def test_simplified_prose_comes_back_as_the_same_object(text: str) -> None:
    """The common case costs a look and nothing else."""
    assert plain(text) is text
    assert plain_text(source := Text(text)) is source


@given(glossed)
def test_glossed_traditional_prose_comes_back(pair: tuple[str, str]) -> None:
    """What a mirror site glossed reads as it was written."""
    damaged, expected = pair
    assert plain(damaged) == expected


@given(traditional)
def test_traditional_prose_keeps_its_length(text: str) -> None:
    """Simplification is one character to one."""
    assert len(simplify(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@given(anything)
def test_plain_text_says_what_plain_says(text: str) -> None:
    """The two ways differ only in that one remembers places; both are idempotent on glosses that stand alone."""
    assert str(plain_text(Text(text))) == plain(text)


@given(anything)
def test_stripping_takes_what_the_places_say(text: str) -> None:
    """The fast way through a page that is glossed throughout leads to the same text."""
    kept = list(text)
    for start, end in gloss_places(text):
        kept[start:end] = [""] * (end - start)
    assert strip_glosses(text) == "".join(kept)


@given(glossed, st.data())
def test_places_survive_glosses(pair: tuple[str, str], data: st.DataObject) -> None:
    """Every character of the plain text is found in the source at its span, in its own script."""
    text = plain_text(Text(pair[0]))
    index = data.draw(st.integers(0, len(text) - 1))
    span = text.source_span(index, index + 1)
    assert len(span) == 1
    assert simplify("縣" + text.source[span.start : span.end])[1:] == str(text)[index]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("報(bào)告", "報告"),
        ("報（bào）告", "報告"),
        ("和(he)(he)其他", "和其他"),
        ("和(he)(he)(he)其他", "和其他"),
        ("會(hui)議", "會議"),
        ("公(gong)開(kāi)", "公開"),
        ("女(nǚ)性(xìng)", "女性"),
        ("报(ba\u0300o)告", "报告"),
        ("微信(app)", "微信(app)"),
        ("平台(he)", "平台(he)"),
        ("人工智能(AI)", "人工智能(AI)"),
        ("咖啡(café)", "咖啡(café)"),
        ("L(fēng)险", "L(fēng)险"),
        ("(一)公开(kāi)", "(一)公开"),
        ("))(bào)", "))(bào)"),
    ],
)
def test_what_is_a_gloss_and_what_is_a_bracket(text: str, expected: str) -> None:
    """A tone mark or a doubling is sure; a bare syllable needs a traditional character or a sure neighbour."""
    assert strip_glosses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("復議後起訴", "复议后起诉"),
        ("關於公開", "关于公开"),
        ("杭州市臨安區於潛鎮", "杭州市临安区於潜镇"),
        ("於潜镇", "於潜镇"),
        ("乾縣、乾安縣", "乾县、乾安县"),
        ("著力、顯著", "著力、显著"),
        ("瞭望塔", "瞭望塔"),
        (
            "巖溶、鉅野縣、崑山市、瀋陽市、穀城縣、濛陽鎮",
            "岩溶、巨野县、昆山市、沈阳市、谷城县、濛阳镇",
        ),
        ("⼈⺠政府⾏政", "人民政府行政"),
        ("臺灣、台州", "台湾、台州"),
        ("髮、發展、隻、裡、裏、麵、範圍", "发、发展、只、里、里、面、范围"),
        ("\ud83d報", "\ud83d报"),
    ],
)
def test_the_traps_of_simplification(text: str, expected: str) -> None:
    """One to many, places that keep an old character, radicals from PDF, and half a surrogate pair."""
    assert simplify(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("防L(fēng)險(xiǎn)", "防风险"),
        ("防?L(fēng)險", "防风险"),
        ("防\ufffdL（fēng）險", "防风险"),
        ("甲Q(fēng)乙", "甲Q乙"),
        ("甲L(mǔ)乙", "甲L乙"),
        ("A(app)", "A(app)"),
        ("平台API(fēng)", "平台API(fēng)"),
    ],
)
def test_glosses_that_outlived_their_character(text: str, expected: str) -> None:
    """The character comes back where gloss and byte leave one; else the gloss goes, and nothing is made up."""
    assert plain(text) == expected
    assert str(plain_text(Text(text))) == expected


def test_what_outlived_is_noted_in_its_place() -> None:
    """A character that is put back is inferred, one that is not is lost."""
    notes = list(note_orphaned_glosses("防L(fēng)險，甲Q(fēng)乙"))
    assert [(note.code, note.span) for note in notes] == [
        ("characters_inferred", Span(1, 8)),
        ("characters_lost", Span(11, 18)),
    ]


def test_invisible_characters_go() -> None:
    """Zero-width marks, soft hyphens and controls carry nothing; line ends and tabs stay."""
    assert plain("行\u200b政\xad处\ufeff罚\x00\n\t12") == "行政处罚\n\t12"


def test_places_around_a_gloss() -> None:
    """The gloss belongs to no character."""
    text = plain_text(Text("年度報(bào)告"))
    assert str(text) == "年度报告"
    assert [text.source_span(2, 3), text.source_span(2, 4)] == [Span(2, 3), Span(2, 9)]


def test_the_prose_of_these_tests_is_good() -> None:
    """The examples above start from text that needs nothing."""
    assert in_gb2312(PROSE)
    assert plain(PROSE) is PROSE
