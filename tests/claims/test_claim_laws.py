"""Laws of claims: a sentence comes back with its figure however it is printed, and whatever stands beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govinfo.claims import PATTERNS, Pattern
from govinfo.claims.quantities import QUANTITY, number
from govinfo.model import Claim
from govinfo.reading import parse

_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_DIGITS = "零一二三四五六七八九"
_ABOVE = "云岫市教育局2023年政府信息公开工作年度报告\n一、总体情况\n"
_BELOW = "\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n"
_OTHERS = (
    "栏目改版后检索更快",
    "热线电话0000-12345678全天有人接听",
    "专栏点击量为835382次",
    "印发了《关于2019年要点的通知》（云府办〔2019〕40号）",
    "依据《条例》第三十六条办理",
    "组织3名骨干参加为期5天的学习",
    "服务大厅未来将迁入新址，设无障碍通道",
)
_COUNTED = [
    pattern for pattern in PATTERNS if pattern.kind == "count" and pattern.subject != "the_same"
]


def chinese(value: int) -> str:
    """Write a number below a hundred in Chinese numerals."""
    tens, ones = divmod(value, 10)
    if not tens:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


def written(value: int, how: str) -> str:
    """Write a number in one of the ways that reports write numbers in."""
    if how == "chinese" and value < len(_DIGITS) * 10:
        return chinese(value)
    plain = f"{value:,}" if how == "grouped" else str(value)
    return plain.translate(_WIDE) if how == "wide" else plain


def claims_of(text: str) -> list[tuple[str, str, object, str | None, str | None]]:
    """Return what is claimed in a report whose first part this is, without the places."""
    report = parse(f"{_ABOVE}{text}{_BELOW}")
    return [said(claim) for claim in report.claims]


def said(claim: Claim) -> tuple[str, str, object, str | None, str | None]:
    """Return what a claim says, without its place."""
    return claim.kind, claim.subject, claim.value, claim.address, claim.scope


@given(st.integers(1, 99))
def test_chinese_numerals(value: int) -> None:
    """What is written in Chinese numerals is read as that number."""
    match = QUANTITY.match(f"{chinese(value)}件")

    assert match is not None
    assert number(match) == value


@given(
    st.sampled_from(_COUNTED),
    st.integers(0, 999_999),
    st.sampled_from(["plain", "wide", "grouped", "chinese"]),
    st.sampled_from(["", " ", "\n", "　"]),
    st.sampled_from(
        [("", ""), ("约", ""), ("近", ""), ("超过", ""), ("逾", ""), ("", "余"), ("", "多")]
    ),
)
def test_figures_come_back(
    pattern: Pattern, value: int, how: str, blank: str, hedge: tuple[str, str]
) -> None:
    """An example with another number, in any width, grouped, broken or hedged, is claimed with that number.

    But 总数十条 may be a total of ten as well as some tens, and without a unit no numeral in
    Chinese is a figure.
    """
    figures = [
        match for match in QUANTITY.finditer(pattern.example) if number(match) == pattern.value
    ]
    start, end, unit = figures[-1].start(), figures[-1].end(), figures[-1]["unit"]
    blank = blank if unit else ""
    printed = f"{hedge[0]}{blank}{written(value, how)}{hedge[1]}{blank}{unit}"
    report = parse(f"{_ABOVE}{pattern.example[:start]}{printed}{pattern.example[end:]}。{_BELOW}")
    found = [
        (claim.value, claim.hedged) for claim in report.claims if claim.subject == pattern.subject
    ]
    some_tens = f"{pattern.example[:start]}{printed.strip()}"[start - 1 : start + 1] == "数十"
    bare = not unit and written(value, how)[0] in f"十{_DIGITS}"

    assert ((value, any(hedge)) in found) is not (some_tens or bare)


@given(
    st.sampled_from(PATTERNS),
    st.lists(st.sampled_from(_OTHERS), max_size=3),
    st.lists(st.sampled_from(_OTHERS)),
)
def test_sentences_about_other_things_change_nothing(
    pattern: Pattern, before: list[str], behind: list[str]
) -> None:
    """Whatever sentences stand before and behind one, what it claims stays the same."""
    alone = claims_of(f"{pattern.example}。")

    assert alone
    assert claims_of("。".join([*before, pattern.example, *behind]) + "。") == alone


@given(st.sampled_from(PATTERNS), st.data())
def test_lines_break_anywhere(pattern: Pattern, data: st.DataObject) -> None:
    """A line may break between any two characters of a sentence that are not digits of one number."""
    example = pattern.example
    places = [
        n
        for n in range(1, len(example))
        if not (example[n - 1] + example[n]).replace(".", "0").isdigit()
    ]
    place = data.draw(st.sampled_from(places))

    assert claims_of(f"{example[:place]}\n{example[place:]}。") == claims_of(f"{example}。")
