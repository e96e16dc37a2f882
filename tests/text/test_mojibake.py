"""Characters read in a wrong encoding: what comes back is what was written, and good text is left alone."""

from __future__ import annotations

import pytest
from good import GOOD, TELLTALES
from hypothesis import given
from hypothesis import strategies as st
from prose import simplified, traditional

from govinfo.spans import Span, Text
from govinfo.testing.damage import DAMAGE
from govinfo.testing.strategies import Printed, consistent_reports, damaged, narratives, pages
from govinfo.text import REPAIRS, repair
from govinfo.text.mojibake.encodings import ROUTES

LOSSLESS = (
    ("utf-8", "latin-1"),
    ("gbk", "latin-1"),
    ("gbk", "cp1252"),
    ("big5", "latin-1"),
    ("big5", "cp1252"),
    ("big5", "gb18030"),
)
LOSSY = (
    ("utf-8", "cp1252"),
    ("utf-8", "gb18030"),
    ("utf-8", "gbk"),
    ("gbk", "big5"),
    ("big5", "gbk"),
)

printings = st.one_of(
    pages(consistent_reports(), ("pipes", "stacked", "markdown")),
    pages(narratives(), ("narrative",)),
)


def misread(text: str, right: str, wrong: str) -> str:
    """Return what becomes of a text that was written in one encoding and read in another."""
    return text.encode(right, "replace").decode(wrong, "replace")


def written(text: str, encoding: str) -> str:
    """Return the text as far as an encoding can write it."""
    return text.encode(encoding, "replace").decode(encoding)


def traditional_of(printed: Printed, data: st.DataObject) -> str:
    """Return a printed report in traditional characters."""
    return str(data.draw(damaged(printed.text, DAMAGE["traditional"])))


@pytest.mark.parametrize(("right", "wrong"), LOSSLESS)
@given(data=st.data())
def test_what_lost_no_byte_comes_back_whole(right: str, wrong: str, data: st.DataObject) -> None:
    """A report comes back character by character, and one note says so."""
    printed = data.draw(printings)
    text = traditional_of(printed, data) if right == "big5" else printed.text
    mended, notes = repair(Text(misread(text, right, wrong)))
    assert str(mended) == text
    assert {note.code for note in notes} == {"mojibake"}


@pytest.mark.parametrize(("right", "wrong"), LOSSY)
@given(data=st.data())
def test_what_lost_bytes_says_so(right: str, wrong: str, data: st.DataObject) -> None:
    """Most of a report comes back; what does not is U+FFFD, and noted in its place."""
    printed = data.draw(printings)
    text = traditional_of(printed, data) if right == "big5" else printed.text
    mended, notes = repair(Text(misread(text, right, wrong)))
    codes = {note.code for note in notes}
    assert codes >= {"mojibake"}
    assert ("characters_lost" in codes) == ("\ufffd" in str(mended))
    assert str(mended).count("\ufffd") < len(text) / 2


@given(printings, st.data())
def test_digits_keep_their_places(printed: Printed, data: st.DataObject) -> None:
    """Each digit of a damaged report stands in the source just where its span says."""
    right, wrong = data.draw(st.sampled_from((*LOSSLESS, *LOSSY)))
    text, _ = repair(Text(misread(printed.text, right, wrong)))
    digits = [index for index, character in enumerate(str(text)) if character.isdecimal()]
    for index in data.draw(st.lists(st.sampled_from(digits), max_size=20)):
        assert text.source[slice(*text.source_span(index, index + 1))] == str(text)[index]


@given(printings, st.sampled_from((*LOSSLESS, *LOSSY)))
def test_one_repair_is_enough(printed: Printed, way: tuple[str, str]) -> None:
    """What has come back is good text, and is not touched again."""
    mended, _ = repair(Text(misread(printed.text, *way)))
    again, notes = repair(Text(str(mended)))
    assert str(again) == str(mended)
    assert {note.code for note in notes} <= {"characters_lost"}


@pytest.mark.parametrize("text", GOOD)
def test_good_text_is_left_alone(text: str) -> None:
    """No repair alters a character of it, nor notes anything."""
    whole = Text(text)
    assert repair(whole) == (whole, ())


@pytest.mark.parametrize("telltale", TELLTALES)
def test_good_text_is_left_alone_at_a_closer_look(telltale: str) -> None:
    """Nor where something beside it has made a repair look closely: a name, a foreign word, a sign."""
    for text in (*GOOD, "\n".join(GOOD)):
        for source in (
            f"{text}\n{telltale}",
            f"{telltale}{text}",
            f"{text}\n{telltale * 2}，{telltale}\n{text}",
        ):
            whole = Text(source)
            assert repair(whole) == (whole, ())


@given(printings, st.data())
def test_good_reports_are_left_alone(printed: Printed, data: st.DataObject) -> None:
    """A report in either script is a fixed point of every repair, however closely it is looked at."""
    text = data.draw(st.sampled_from([printed.text, traditional_of(printed, data)]))
    for source in (
        text,
        f"{text}{TELLTALES}",
        "\n".join(f"{line}{TELLTALES}" for line in text.split("\n")),
    ):
        whole = Text(source)
        assert repair(whole)[0] is whole


@given(st.one_of(simplified, traditional), st.sampled_from(TELLTALES))
def test_good_prose_is_left_alone(text: str, telltale: str) -> None:
    """Short text is no more touched than long text."""
    whole = Text(telltale + text)
    assert repair(whole)[0] is whole


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("发布机构：äº‘å²«å¸‚æ°´åŠ¡å±€", "发布机构：云岫市水务局"),
        ("æ ‡å‡†åŒ–", "标准化"),
        (misread(misread("云岫市水务局", "utf-8", "latin-1"), "utf-8", "latin-1"), "云岫市水务局"),
        (misread("云岫市水务局2024年度报告", "utf-8", "mac_roman"), "云岫市水务局2024年度报告"),
        ("2024年Ò»ÔÂ", "2024年Ò»ÔÂ"),
        ("甲··乙", "甲··乙"),
    ],
)
def test_particular_damage(source: str, expected: str) -> None:
    """A field damaged alone, spaces for no-break spaces, damage upon damage, other code pages, too little to tell."""
    assert str(repair(Text(source))[0]) == expected


def test_lines_between_damaged_lines() -> None:
    """Two characters prove nothing alone; between damaged lines they are damaged as well, and beyond them not."""
    whole, label = (
        "规章制度另行公布，以各单位网站登载的文本为准。",
        "一、本年新收政府信息公开申请数量",
    )
    long, short = misread(label, "gbk", "big5hkscs"), misread("总计", "gbk", "big5hkscs")
    mended, notes = repair(
        Text(f"{short}\n{whole}\n{long}\n12\n{short}\n7\n{long}\n{whole}\n{short}")
    )
    assert str(mended).split("\n") == [short, whole, label, "12", "总计", "7", label, whole, short]
    start = len(short) + len(whole) + 2
    assert [note.span for note in notes] == [Span(start, start + 2 * len(long) + len(short) + 7)]


def test_the_gate_is_open_for_every_route() -> None:
    """Whatever makes a route likely makes the whole text worth a look, when it stands on a page of labels."""
    labels = "本年制发件数\n本年新收政府信息公开申请数量，第二十条\n2024年度报告。"
    for route in ROUTES:
        if route.most_pieces > 500:
            source = (
                labels.translate(str.maketrans("发数请条报", "發數請條報"))
                if route.right == "big5"
                else labels
            )
            mended, _ = repair(Text(misread(source, route.right, route.wrong)))
            assert "年度" in str(mended), route


def test_notes_are_few() -> None:
    """A text of a million lost characters has no more than twenty notes of one kind."""
    for unit in ("\ufffd0", "æ\x94¿åº\x9c好", "\ufffd", "锛\ufffd"):
        _, notes = repair(Text(unit * 50_000))
        codes = [note.code for note in notes]
        assert all(codes.count(code) <= 20 for code in codes)


def test_the_table_of_repairs_names_each_once() -> None:
    """Two repairs of one name could not be told apart."""
    assert len({each.name for each in REPAIRS}) == len(REPAIRS)
