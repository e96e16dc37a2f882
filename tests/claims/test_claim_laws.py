"""Laws of claims: a sentence comes back with its figure, whatever stands beside it."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govinfo.claims import LEXICON, SUBJECTS, Entry, Lexicon, Subject, Thing, find_claims
from govinfo.claims.expressions import STOPS
from govinfo.claims.numerals import number_of
from govinfo.claims.scanner import scanner_of, spelt_out
from govinfo.model import Claim
from govinfo.reading import parse

_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_DIGITS = "零一二三四五六七八九"
_ABOVE = "云岫市教育局2023年政府信息公开工作年度报告\n一、总体情况\n"
_BELOW = "\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n"
_OTHERS = (
    "栏目改版后检索更快",
    "热线电话0000-12345678全天有人接听",
    "印发了《关于2019年要点的通知》（云府办〔2019〕40号）",
    "依据《条例》第三十六条办理",
    "组织3名骨干参加为期5天的学习",
    "服务大厅未来将迁入新址，设无障碍通道",
    "修剪行道树420株",
    "接待来访群众31人次",
    "审批低保申请90件",
    "新建口袋公园5处",
)
_TRAPS = (
    "投诉",
    "举报",
    "建议",
    "提案",
    "工单",
    "来信",
    "留言",
    "许可",
    "处罚决定",
    "低保申请",
    "培训",
    "会议",
    "专利申请",
    "信访件",
    "咨询",
    "补贴申请",
)
"""What may be received, settled and answered too, and is no request for information."""
_EVENTS = ("收到", "受理", "新收", "办结", "答复", "上年结转", "结转下年度继续办理")
_COUNTED = [subject for subject in SUBJECTS if subject.kind == "count"]
_CLAUSES = (
    "收到政府信息公开申请{}件",
    "发布政策解读{}篇",
    "开展在线访谈{}次",
    "因政府信息公开引发行政复议{}件",
    "新制发行政规范性文件{}件",
    "举办政务公开培训{}次",
    "编印政府公报{}期",
)
"""Clauses that need none before them."""

_TABLES = (LEXICON.things, LEXICON.events, LEXICON.ways, LEXICON.marks)
_WORDS = [word for table in _TABLES for entry in table for word in spelt_out(entry.words)]
_PIECES = (
    *"，，，、、；：（）和及的与或等无未共各",
    *("3件", "12条", "0件", "约5次", "两件", "占30%", "同比增长3%", "2020年", "12月31日"),
    *("未收到", "没有", "未发生", "均为0", "分别", "其中", "以来", "全市", "本局", "各镇"),
    *("政府信息公开", "申请", "收到", "答复", "行政复议", "行政诉讼", "投诉"),
)
_OUTCOMES = {
    "requests_granted": "予以公开",
    "requests_partially_granted": "部分公开",
    "requests_denied": "不予公开",
    "requests_unable": "无法提供",
    "requests_not_processed": "不予处理",
}
_RESULTS = {
    "reconsideration_upheld": "维持",
    "reconsideration_corrected": "纠正",
    "reconsideration_pending": "尚未审结",
}
_ORDERS = ("{0}{1}件", "{1}件{0}", "{0}的{1}件", "{0}的有{1}件", "{1}件为{0}")
_LEADS = (
    "，",
    ":",
    "：",
    "，其中",
    "。其中，",
    "，其中：",
    "（",
    "，包括",
    "，结果为：",
    "；",
    "。",
)
_ANY_WORD = st.sampled_from(_PIECES) | st.sampled_from(_WORDS)


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
    return [said(claim) for claim in parse(f"{_ABOVE}{text}{_BELOW}").claims]


def said(claim: Claim) -> tuple[str, str, object, str | None, str | None]:
    """Return what a claim says, without its place."""
    return claim.kind, claim.subject, claim.value, claim.address, claim.scope


@given(st.integers(1, 99))
def test_chinese_numerals(value: int) -> None:
    """What is written in Chinese numerals is read as that number."""
    assert number_of(chinese(value)) == value


@given(
    st.sampled_from(_COUNTED),
    st.integers(2, 999_999),
    st.sampled_from(["plain", "wide", "grouped", "chinese"]),
    st.sampled_from(["", " ", "\n", "　"]),
    st.sampled_from(
        [("", ""), ("约", ""), ("近", ""), ("超过", ""), ("逾", ""), ("", "余"), ("", "多")]
    ),
)
def test_figures_come_back(
    subject: Subject, value: int, how: str, blank: str, hedge: tuple[str, str]
) -> None:
    """An example with another number, in any width, grouped, broken or hedged, has that number."""
    start = subject.example.rindex(subject.value) if subject.value in subject.example else -1
    if start < 0:
        return
    before, after = subject.example[:start], subject.example[start + len(subject.value) :]
    after = after.removeprefix("余")
    printed = f"{hedge[0]}{blank}{written(value, how)}{hedge[1]}{blank}"
    report = parse(f"{_ABOVE}{before}{printed}{after}。{_BELOW}")
    found = [(claim.value, claim.hedged) for claim in report.claims if claim.subject == subject.id]

    assert (value, any(hedge)) in found


@given(
    st.sampled_from(SUBJECTS),
    st.lists(st.sampled_from(_OTHERS), max_size=3),
    st.lists(st.sampled_from(_OTHERS)),
)
def test_sentences_about_other_things_change_nothing(
    subject: Subject, before: list[str], behind: list[str]
) -> None:
    """Whatever sentences stand before and behind one, what it claims stays the same."""
    alone = claims_of(f"{subject.example}。")

    assert alone
    assert claims_of("。".join([*before, subject.example, *behind]) + "。") == alone


@given(st.sampled_from(SUBJECTS), st.data())
def test_lines_break_anywhere(subject: Subject, data: st.DataObject) -> None:
    """A line may break between any two characters that are not digits of one number."""
    example = subject.example
    places = [
        n
        for n in range(1, len(example))
        if not (example[n - 1] + example[n]).replace(".", "0").isdigit()
    ]
    place = data.draw(st.sampled_from(places))

    assert claims_of(f"{example[:place]}\n{example[place:]}。") == claims_of(f"{example}。")


@given(st.permutations(range(len(_CLAUSES))), st.lists(st.integers(2, 999), min_size=7, max_size=7))
def test_independent_clauses_in_any_order(order: list[int], values: list[int]) -> None:
    """Clauses that each name their thing say the same in every order."""
    clauses = [clause.format(value) for clause, value in zip(_CLAUSES, values, strict=True)]
    once = sorted(claims_of("，".join(clauses) + "。"), key=str)

    assert len(once) == len(_CLAUSES)
    assert sorted(claims_of("，".join(clauses[n] for n in order) + "。"), key=str) == once


@given(
    st.integers(1, len(_CLAUSES) - 1),
    st.sampled_from([other for other in _OTHERS if "。" not in other]),
)
def test_a_clause_about_another_thing_binds_nothing(place: int, other: str) -> None:
    """A clause about another thing changes no claim of those beside it, and makes none."""
    clauses = [clause.format(n + 2) for n, clause in enumerate(_CLAUSES)]
    alone = claims_of("，".join(clauses) + "。")

    assert claims_of("，".join([*clauses[:place], other, *clauses[place:]]) + "。") == alone


@given(st.sampled_from(_TRAPS), st.sampled_from(_EVENTS), st.integers(1, 999))
def test_trap_words_unbind(trap: str, event: str, value: int) -> None:
    """Another thing in the place of the request leaves no claim on requests, and ties none."""
    for sentence in (
        f"全年{event}{trap}{value}件",
        f"收到政府信息公开申请1008件，受理{trap}1009件，{event}{value}件",
        f"收到{trap}1009件，其中{event}{value}件",
    ):
        found = [claim for claim in claims_of(f"{sentence}。") if claim[2] == value]

        assert [claim for claim in found if claim[3] is not None] == []
        assert [claim for claim in found if claim[1].startswith("requests_")] == []


@given(st.sampled_from(_TRAPS), st.sampled_from(["未收到", "没有受理", "未发生"]))
def test_denials_of_other_things(trap: str, denial: str) -> None:
    """To deny another thing denies no request."""
    assert [claim for claim in claims_of(f"全年{denial}{trap}。") if claim[3] is not None] == []


@given(
    lead=st.sampled_from(_LEADS),
    mark=st.sampled_from("、，,；;"),
    order=st.sampled_from(_ORDERS),
    values=st.lists(st.integers(1, 40), min_size=2, max_size=len(_OUTCOMES), unique=True),
    about=st.sampled_from(["requests", "cases"]),
)
def test_lists_in_any_order(
    lead: str, mark: str, order: str, values: list[int], about: str
) -> None:
    """A number belongs to the words beside it, whichever of them stands first; or it is not read."""
    words = _RESULTS if about == "cases" else _OUTCOMES
    wanted = dict(zip(words, values, strict=False))
    items = mark.join(order.format(words[name], number) for name, number in wanted.items())
    whole = "因政府信息公开被申请行政复议{}件" if about == "cases" else "办结申请{}件"
    text = f"{whole.format(sum(wanted.values()))}{lead}{items}{'）' if lead == '（' else ''}。"
    claims = parse(f"{_ABOVE}{text}{_BELOW}").claims

    read = {claim.subject: claim.value for claim in claims if claim.subject in words}
    assert read.items() <= wanted.items()


@given(st.lists(st.lists(_ANY_WORD, min_size=2, max_size=12), min_size=1, max_size=20))
def test_words_in_any_order(sentences: list[list[str]]) -> None:
    """Words and figures in any order can be read, and each claim stands in its sentence."""
    text = "。".join("".join(words) for words in sentences)
    report = parse(f"{_ABOVE}{text}。{_BELOW}")

    for claim in report.claims:
        (begin, end), (first, last) = claim.sentence_span, claim.span
        assert begin <= first < last <= end
    assert all(report.quote(unread.span) for unread in report.uncounted)


def test_one_line_makes_a_thing_known() -> None:
    """A thing with a subject, added to the lexicon as one line, is counted under it."""
    report = parse(f"{_ABOVE}全年放飞信鸽12羽次，栽种银杏树40件，收到政府信息公开申请3件。{_BELOW}")
    wider = evolve(LEXICON, things=(*LEXICON.things, Thing("ginkgo", "银杏[树]", "ginkgo_trees")))

    assert [claim.subject for claim in report.claims] == ["requests_received"]
    assert [(claim.subject, claim.value) for claim in find_claims(report, wider)] == [
        ("ginkgo_trees", 40),
        ("requests_received", 3),
    ]


def test_one_line_makes_an_event_known() -> None:
    """An event, added as one line, is told apart from those that a cell counts."""
    report = parse(f"{_ABOVE}收到政府信息公开申请9件，其中搁置2件。{_BELOW}")
    wider = evolve(LEXICON, events=(*LEXICON.events, Entry("set_aside", "搁置")))

    assert [claim.value for claim in find_claims(report, wider)] == [9]
    assert isinstance(wider, Lexicon)


def test_a_word_stands_in_one_entry() -> None:
    """No word of the lexicon has two meanings."""
    seen: dict[str, set[str]] = {}
    for table in _TABLES:
        for entry in table:
            for word in spelt_out(entry.words):
                seen.setdefault(word, set()).add(entry.id)

    assert {word: ids for word, ids in seen.items() if len(ids) > 1} == {}


def test_words_begin_where_a_word_may_begin() -> None:
    """No word begins with a stop, which ends the search for a word."""
    assert [word for word in _WORDS if word[0] in STOPS] == []


@pytest.mark.parametrize("text", ["", "，", "（" * 500, "12件" * 500, "未" * 500, "、" * 500])
def test_odd_texts(text: str) -> None:
    """The tokens of any text cover it without gaps."""
    assert "".join(token.text for token in scanner_of(LEXICON).tokens(text)) == text
