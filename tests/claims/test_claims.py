"""Figures stated in prose: which sentence says what, and what it says nothing about."""

from __future__ import annotations

import pytest

import govinfo.claims
from govinfo.claims import SUBJECTS, Subject
from govinfo.claims.subjects import cells_of
from govinfo.forms import FORMS, Form
from govinfo.model import Claim, Report
from govinfo.reading import parse
from govinfo.testing.damage import pinyin_glosses

TITLE = "云岫市教育局2023年政府信息公开工作年度报告"
BELOW = (
    "二、主动公开政府信息情况\n信息内容\n收到政府信息公开申请77件。\n"
    "三、收到和处理政府信息公开申请情况\n申请人情况\n收到政府信息公开申请78件。\n"
    "四、政府信息公开行政复议、行政诉讼情况\n行政复议|结果维持\n行政诉讼79件。\n"
    "五、存在的主要问题及改进情况\n栏目偏多。\n六、其他需要报告的事项\n略。\n"
)
RECEIVED = "requests.new_received.total"
PROCEEDINGS = (
    "review.reconsideration.total+review.litigation_direct.total"
    "+review.litigation_after_reconsideration.total"
)


def report_with(sentence: str) -> Report:
    """Return a report whose first part is this sentence."""
    return parse(f"{TITLE}\n一、总体情况\n{sentence}。\n{BELOW}")


def claims_in(sentence: str) -> tuple[Claim, ...]:
    """Return what is claimed in a report whose first part is this sentence."""
    return report_with(sentence).claims


def received(sentence: str) -> list[tuple[int, str | None]]:
    """Return the figure and the address of each claim on the requests received."""
    counted = [claim for claim in claims_in(sentence) if claim.kind == "count"]
    return [
        (int(claim.value or 0), claim.address)
        for claim in counted
        if claim.subject == "requests_received"
    ]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.id)
def test_subjects_read_their_examples(subject: Subject) -> None:
    """The example of each subject is read with its figure, its kind and its cells."""
    report = report_with(subject.example)
    found = [claim for claim in report.claims if claim.subject == subject.id]

    assert (subject.kind, subject.value) in {(claim.kind, str(claim.value)) for claim in found}
    assert found[0].address == (cells_of(subject.id, "form2021") if subject.cells else None)
    assert all(report.quote(claim.span) in subject.example for claim in report.claims)
    assert {report.quote(claim.sentence_span) for claim in report.claims} == {subject.example}


@pytest.mark.parametrize("form", [form for form in FORMS if form.tables], ids=lambda form: form.id)
def test_addresses_exist(form: Form) -> None:
    """Every cell of a subject is a cell of one of the forms."""
    cells = [cells_of(subject.id, form.id) for subject in SUBJECTS]

    assert all(one in form.positions for cell in cells if cell for one in cell.split("+"))
    assert any(cells)


@pytest.mark.parametrize(
    ("printed", "value", "hedged"),
    [
        ("12件", 12, False),
        ("１２件", 12, False),
        ("12宗", 12, False),
        ("1,024件", 1024, False),
        ("约12件", 12, True),
        ("近12件", 12, True),
        ("超过12件", 12, True),
        ("逾12件", 12, True),
        ("12余件", 12, True),
        ("12多件", 12, True),
    ],
)
def test_hedges(printed: str, value: int, hedged: bool) -> None:  # noqa: FBT001 - what is expected
    """A figure is read in every width; the words that make it inexact are kept with it."""
    (claim,) = claims_in(f"全年共收到政府信息公开申请{printed}")

    assert (claim.value, claim.hedged, claim.address) == (value, hedged, RECEIVED)


@pytest.mark.parametrize(
    "printed", ["9" * 21, "9" * 4400, "１" * 4400, "0." + "1" * 5000, "千" * 300, "一" * 5000]
)
def test_numbers_without_end(printed: str) -> None:
    """A number of more digits than any figure has is no claim, and harms nothing."""
    assert received(f"全年共收到政府信息公开申请{printed}件") == []


@pytest.mark.parametrize("printed", ["廿3件", "卅5件", "3万5000件", "1亿3件", "叁5件"])
def test_no_number_is_read_by_half(printed: str) -> None:
    """What is the end of a number begun in numerals counts nothing by itself."""
    assert received(f"全年共收到政府信息公开申请{printed}") == []


@pytest.mark.parametrize("printed", ["：12件", "共12件"])
def test_marks_and_words_before_a_number(printed: str) -> None:
    """Marks and words before a number are no part of it."""
    assert received(f"全年收到政府信息公开申请{printed}") == [(12, RECEIVED)]


@pytest.mark.parametrize(
    ("sentence", "subject", "address"),
    [
        ("本年度未收到政府信息公开申请", "requests_received", RECEIVED),
        ("全年没有收到依申请公开事项", "requests_received", RECEIVED),
        ("2023年未发生行政复议、行政诉讼", "reconsideration_and_litigation", PROCEEDINGS),
        ("没有因信息公开引起的行政复议和行政诉讼", "reconsideration_and_litigation", PROCEEDINGS),
        ("未收取任何信息处理费", "information_processing_fee", None),
    ],
)
def test_none_occurred(sentence: str, subject: str, address: str | None) -> None:
    """To say that nothing of a kind occurred is to say zero."""
    (claim,) = claims_in(sentence)

    assert (claim.kind, claim.value, claim.subject, claim.address) == (
        "none_occurred",
        0,
        subject,
        address,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("未发生因政府信息公开申请引起的行政复议、行政诉讼", id="reconsideration"),
        pytest.param("没有因政府信息公开申请被提起行政复议", id="one proceeding"),
        pytest.param("未出现政府信息公开事项逾期答复的情况", id="late answers"),
        pytest.param("未收取政府信息公开申请费用", id="fees"),
        pytest.param("收到行政许可申请500件", id="licences"),
        pytest.param("受理行政复议申请2件", id="reconsideration requested"),
        pytest.param("受理低保申请90件", id="allowances"),
    ],
)
def test_other_things(sentence: str) -> None:
    """A sentence about something else says nothing about the requests received."""
    assert received(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "ending"),
    [
        ("上年收到政府信息公开申请7件", "_prior_year"),
        ("上一年度收到政府信息公开申请7件", "_prior_year"),
        ("去年收到政府信息公开申请7件", "_prior_year"),
        ("2022年收到政府信息公开申请7件", "_prior_year"),
        ("2019年收到政府信息公开申请7件", "_other_year"),
        ("2024年收到政府信息公开申请7件", "_other_year"),
        ("近三年收到政府信息公开申请7件", "_cumulative"),
        ("近 3 年收到政府信息公开申请7件", "_cumulative"),
        ("累计收到政府信息公开申请7件", "_cumulative"),
        ("历年收到政府信息公开申请7件", "_cumulative"),
        ("自2008年以来收到政府信息公开申请7件", "_cumulative"),
        ("截至2022年12月31日，收到政府信息公开申请7件", "_cumulative"),
    ],
)
def test_other_years(sentence: str, ending: str) -> None:
    """A figure of another year, or of several, is a claim of its own subject, and is tied to no cell."""
    (claim,) = claims_in(sentence)

    assert (claim.subject, claim.value, claim.address) == (f"requests_received{ending}", 7, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年收到政府信息公开申请7件，比上年减少3件",
        "收到政府信息公开申请7件，同比增长20%",
        "2023年累计收到政府信息公开申请7件",
        "2023年1月1日截至2022年12月31日，收到政府信息公开申请7件",
        "与上年相比，收到政府信息公开申请7件",
        "按照《关于印发2019年要点的通知》，收到政府信息公开申请7件",
    ],
)
def test_year_of_the_report(sentence: str) -> None:
    """A comparison with the year before leaves the figure of this year tied to its cell, and so does the year's sum."""
    assert received(sentence) == [(7, RECEIVED)]


def test_several_in_one_sentence() -> None:
    """Each figure of a sentence is claimed once, by the most particular pattern, in the order of the text."""
    claims = claims_in(
        "受理政府信息公开申请20件（含上年结转4件），予以公开9件，部分公开2件，不予公开3件，占43.2%"
    )

    assert [(claim.subject, str(claim.value)) for claim in claims] == [
        ("requests_handled", "20"),
        ("requests_carried_over", "4"),
        ("requests_granted", "9"),
        ("requests_partially_granted", "2"),
        ("requests_denied", "3"),
        ("requests_denied", "43.2"),
    ]


@pytest.mark.parametrize("scope", ["本级", "全市", "全县", "全区", "全系统"])
def test_scope(scope: str) -> None:
    """Whom a figure is about is kept with it."""
    assert [claim.scope for claim in claims_in(f"{scope}收到政府信息公开申请12件")] == [scope]
    assert [claim.scope for claim in claims_in("收到政府信息公开申请12件")] == [None]


def test_scopes_of_one_sentence() -> None:
    """Where a sentence speaks of two levels, each figure has its own."""
    claims = claims_in("全市共收到政府信息公开申请12件，其中本级收到政府信息公开申请3件")

    assert [(claim.value, claim.scope) for claim in claims] == [(12, "全市"), (3, "本级")]


@pytest.mark.parametrize(
    ("agency", "address"),
    [
        ("青岫县人民政府", RECEIVED),
        ("青岫县人民政府办公室", None),
        ("青岫县林业局", None),
    ],
)
def test_a_whole_county(agency: str, address: str | None) -> None:
    """What all bodies of a county got is in the table of its government, of no office or bureau."""
    text = f"{agency}2022年政府信息公开工作年度报告\n一、总体情况\n全县共收到政府信息公开申请62件。\n{BELOW}"
    (claim,) = parse(text).claims

    assert (claim.value, claim.scope, claim.address) == (62, "全县", address)


def test_spans_quote_the_source() -> None:
    """In a text in traditional characters with glosses, a claim quotes what stands there."""
    plain = (
        f"{TITLE}\n一、总体情况\n今年天气不错；都已答复，全年共收到政府信息公开申请12件。\n{BELOW}"
    )
    report = parse(pinyin_glosses(plain, None))  # type: ignore[arg-type] # nothing is thrown
    (claim,) = report.claims

    assert (claim.value, claim.address) == (12, RECEIVED)
    assert report.quote(claim.span).endswith("12件")
    assert "(" in report.quote(claim.sentence_span)
    assert report.source_text[claim.sentence_span.start - 1] == "；"
    assert report.source_text[claim.sentence_span.end] == "。"
    assert claim.sentence_span.start <= claim.span.start < claim.span.end <= claim.sentence_span.end


def test_tables_are_no_prose() -> None:
    """In the later forms the parts that hold tables are not searched."""
    assert claims_in("略") == ()


def test_prose_in_the_place_of_a_table() -> None:
    """Where a part has no table at all, what it says in sentences is read."""
    text = report_with("略").source_text.replace("申请人情况\n", "")

    assert [(claim.value, claim.address) for claim in parse(text).claims] == [(78, RECEIVED)]


def test_earlier_reports_are_tied_to_nothing() -> None:
    """Before 2019 every part is prose, and no form has a cell that a claim could be tied to."""
    report = parse(
        "松台县2015年政府信息公开工作年度报告\n一、概述\n略。\n二、主动公开情况\n公开信息30条。\n"
        "三、依申请公开情况\n收到信息公开申请12件。\n四、收费及减免情况\n没有收费。\n"
    )

    assert [(claim.subject, claim.value, claim.address) for claim in report.claims] == [
        ("proactive_disclosures", 30, None),
        ("requests_received", 12, None),
        ("fees", 0, None),
    ]


def test_claims_are_found_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """To parse a report, and to look at its figures, finds no claims; to ask for them does, once."""
    asked: list[Report] = []

    def look_for(report: Report) -> tuple[Claim, ...]:
        asked.append(report)
        return ()

    monkeypatch.setattr(govinfo.claims, "find_claims", look_for)
    report = report_with("全年共收到政府信息公开申请12件")

    assert (len(report.values()), len(report.sections), report.year, asked) == (200, 6, 2023, [])
    assert (report.claims, report.claims, len(asked)) == ((), (), 1)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("收到群众来信来访和政府信息公开申请共50件", [], id="something else came too"),
        pytest.param("没有收到涉及国家秘密的政府信息公开申请", [], id="some did not come"),
        pytest.param("未收到通过信函方式提交的政府信息公开申请", [], id="none came that way"),
        pytest.param("收到政府信息公开申请数十件", [], id="tens"),
        pytest.param("按时答复12件", [], id="some of the answers"),
        pytest.param("指导下级答复政府信息公开申请30件", [(30, None)], id="others' answers"),
        pytest.param(
            "通过信函收到政府信息公开申请5件，通过网络收到政府信息公开申请7件",
            [(5, None), (7, None)],
            id="two ways",
        ),
        pytest.param("2023年1-11月收到政府信息公开申请12件", [(12, None)], id="some months"),
        pytest.param(
            "2023年1月1日至12月31日，收到政府信息公开申请12件", [(12, RECEIVED)], id="all months"
        ),
        pytest.param(
            "推进政府信息公开，全年发生行政复议12件", [(12, None)], id="any reconsiderations"
        ),
        pytest.param("受理政府信息公开行政复议申请2件", [(2, None)], id="reconsiderations decided"),
        pytest.param(
            "制作文件28件，其中主动公开文件20件、依申请公开3件、不予公开5件",
            [(28, None), (20, None), (3, None), (5, None)],
            id="kinds of documents",
        ),
    ],
)
def test_traps(sentence: str, expected: list[tuple[int, str | None]]) -> None:
    """A figure is tied to a cell only where its sentence can mean nothing else."""
    assert [(claim.value, claim.address) for claim in claims_in(sentence)] == expected


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (
            "索引号：QS-001\n发布日期：2024-01-20\n本报告由六个部分\n组成。\n",
            "本报告由六个部分\n组成",
        ),
        ("\n根据条例，\n编制本报告，由六个部分组成。\n", "根据条例，\n编制本报告，由六个部分组成"),
        ("本报告共有：六个部分\n组成，如下。\n", "本报告共有：六个部分\n组成，如下"),
    ],
)
def test_the_sentence_on_parts_begins_below_the_head(head: str, sentence: str) -> None:
    """Title, number and dates have no full stop, but are no part of the sentence below them."""
    report = parse(f"{TITLE}\n{head}一、总体情况\n{BELOW}")
    (claim,) = (claim for claim in report.claims if claim.subject == "declared_parts")
    assert report.quote(claim.sentence_span) == sentence


@pytest.mark.parametrize(
    "parts", ["六个方面", "六个部分", "6个节点", "五大环节", "三方面", "四个重点层面"]
)
@pytest.mark.parametrize(
    "list_of_things",
    [
        "收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况",
        "收到申请、答复申请",
        "政策文件公开、政策解读",
        "制发规范性文件、废止规范性文件",
    ],
)
def test_how_a_text_is_divided(list_of_things: str, parts: str) -> None:
    """The number of parts that are named is no figure of the last of them."""
    assert claims_in(f"围绕{list_of_things}等{parts}作了说明") == ()


@pytest.mark.parametrize("sign", ["**", "__"])
def test_figures_in_bold(sign: str) -> None:
    """The signs of Markdown around a figure or a clause are no part of it."""
    claims = claims_in(f"收到申请 {sign}26{sign} 件，{sign}答复25件{sign}")

    assert [(claim.value, claim.subject) for claim in claims] == [
        (26, "requests_received"),
        (25, "requests_answered"),
    ]


def test_answers_in_an_annex() -> None:
    """The annex of 2014 counts what was settled apart from what was answered."""
    report = parse(
        "云岫市教育局2016年政府信息公开工作年度报告\n一、概述\n略。\n四、依申请公开政府信息情况\n"
        "收到申请9件。办结8件。答复7件。\n政府信息公开情况统计表\n"
        "统计指标\n单位\n统计数\n一、主动公开情况\n（一）主动公开政府信息数\n条\n5\n三、依申请公开情况\n"
        "（一）收到申请数\n件\n9\n（二）申请办结数\n件\n8\n1.按时办结数\n件\n8\n2.延期办结数\n件\n0\n"
        "（三）申请答复数\n件\n7\n"
    )

    assert [(claim.value, claim.address) for claim in report.claims] == [
        (9, "statistics.requests_received.value"),
        (8, "statistics.requests_concluded.value"),
        (7, "statistics.requests_answered.value"),
    ]
