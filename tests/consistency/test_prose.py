"""What the prose says against the tables: what agrees, what contradicts, and what does neither."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from govinfo.consistency import RULES, Finding, check
from govinfo.consistency.rules.hedging import allows
from govinfo.model import Claim, Report
from govinfo.reading import parse
from govinfo.spans import Span
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft
from govinfo.testing.strategies import consistent_reports

SAMPLE = (Path(__file__).parents[2] / "examples" / "reports" / "form2021-pipes.txt").read_text(
    encoding="utf-8"
)
SAID = "当年共收到政府信息公开申请15件"


def report_saying(sentence: str, text: str = SAMPLE) -> Report:
    """Return the sample with another sentence for the one about requests; 15 came, and 8 were carried over."""
    assert SAID in text
    return parse(text.replace(SAID, sentence))


def findings(report: Report, rule: str) -> list[Finding]:
    """Return all that a rule finds in a report."""
    return [finding for finding in check(report, verdicts="all") if finding.rule == rule]


def verdicts(sentence: str, rule: str) -> list[str]:
    """Return the verdicts of a rule on the sample with this sentence."""
    return [finding.verdict.value for finding in findings(report_saying(sentence), rule)]


@pytest.mark.parametrize(
    ("sentence", "rule", "verdict"),
    [
        ("共收到政府信息公开申请15件", "TEXT.NEW_RECEIVED", "holds"),
        ("共收到政府信息公开申请16件", "TEXT.NEW_RECEIVED", "broken"),
        ("共受理政府信息公开申请23件（含上年结转8件）", "TEXT.NEW_RECEIVED", "holds"),
        ("共受理政府信息公开申请22件（含上年结转8件）", "TEXT.NEW_RECEIVED", "broken"),
        ("共受理政府信息公开申请23件", "TEXT.NEW_RECEIVED", "unassessable"),
        ("本级共收到政府信息公开申请3件", "TEXT.NEW_RECEIVED", None),
        ("2022年收到政府信息公开申请3件", "TEXT.NEW_RECEIVED", None),
        ("近3年收到政府信息公开申请30件", "TEXT.NEW_RECEIVED", None),
        ("收到政府信息公开申请近20件", "TEXT.NEW_RECEIVED", "holds"),
        ("收到政府信息公开申请近10件", "TEXT.NEW_RECEIVED", "broken"),
        ("收到政府信息公开申请10余件", "TEXT.NEW_RECEIVED", "holds"),
        ("收到政府信息公开申请20余件", "TEXT.NEW_RECEIVED", "broken"),
        ("收到政府信息公开申请约16件", "TEXT.NEW_RECEIVED", "holds"),
        ("收到政府信息公开申请约20件", "TEXT.NEW_RECEIVED", "broken"),
        ("收到政府信息公开申请超过10件", "TEXT.NEW_RECEIVED", "holds"),
        (
            "收到政府信息公开申请16件。另一处又说收到政府信息公开申请17件",
            "TEXT.NEW_RECEIVED",
            "unassessable",
        ),
        (
            "收到政府信息公开申请16件。另一处又说收到政府信息公开申请15件",
            "TEXT.NEW_RECEIVED",
            "holds",
        ),
        ("上年结转8件", "TEXT.CARRIED_OVER", "holds"),
        ("上年结转7件", "TEXT.CARRIED_OVER", "broken"),
        ("无上年结转的申请", "TEXT.CARRIED_OVER", "broken"),
        ("予以公开12件", "TEXT.OUTCOME_GROUPS", "holds"),
        ("予以公开11件", "TEXT.OUTCOME_GROUPS", "broken"),
        ("予以公开及部分公开12件", "TEXT.OUTCOME_GROUPS", "holds"),
        ("制发规范性文件4件", "TEXT.NORMATIVE", "holds"),
        ("制发规范性文件2件", "TEXT.NORMATIVE", "unassessable"),
        ("收到申请15件，予以公开12件，占80%", "TEXT.PERCENT", "holds"),
        ("予以公开12件，占总数的52.2%", "TEXT.PERCENT", "holds"),
        ("予以公开12件，占52.17%", "TEXT.PERCENT", "holds"),
        ("予以公开12件，占33.9%", "TEXT.PERCENT", "broken"),
        ("予以公开12件，占同类机关的33.9%", "TEXT.PERCENT", None),
        ("收到政府信息公开申请15件，比上年18件减少3件", "TEXT.YOY", "holds"),
        ("收到政府信息公开申请15件，比上年18件减少2件", "TEXT.YOY", "broken"),
        ("收到政府信息公开申请15件，比上年减少2件", "TEXT.YOY", None),
        ("收到政府信息公开申请15件，比上年12件增长25%", "TEXT.YOY", "holds"),
        (
            "全年制作政府信息90条，其中主动公开政府信息60条，依申请公开20条，不予公开10条",
            "TEXT.PARTS",
            "holds",
        ),
        (
            "全年制作政府信息91条，其中主动公开政府信息60条，依申请公开20条，不予公开10条",
            "TEXT.PARTS",
            "broken",
        ),
        ("公开信息31条（政策类信息20条；规划类信息7条；其他信息4条）", "TEXT.PARTS", "holds"),
        ("公开信息32条（政策类信息20条；规划类信息7条；其他信息4条）", "TEXT.PARTS", "broken"),
        (
            "公开信息30条（政策类信息20条；规划类信息7条；其他信息4条）",
            "TEXT.PARTS",
            "unassessable",
        ),
        ("公开信息32条（政策类信息20条；规划类信息7条）", "TEXT.PARTS", None),
        ("公开信息45条，其中动态20条、政协委员提案14件、其他信息11条", "TEXT.PARTS", None),
        ("公开信息45条，其中动态20条、规范性文件4件、其他信息31条", "TEXT.PARTS", "broken"),
        ("公开信息607条，其中工作动态380条、通知公告319条", "TEXT.PARTS", "broken"),
        (
            "收到申请96件，其中信函申请58件、网上申请38件。从申请人看，公民80件，法人和其他组织7件",
            "TEXT.PARTS",
            "holds",
        ),
        (
            "公开信息50条。其中，动态类9条、通知类21条，共发布30条；粮价类12条、粮库类8条，共发布20条",
            "TEXT.PARTS",
            None,
        ),
        ("公开信息607条，其中工作动态380条、通知公告319条等", "TEXT.PARTS", None),
        ("公开信息607条，其中通过网站公开380条、通过微信公开319条", "TEXT.PARTS", None),
        ("收到政府信息公开申请15件，其中网络申请9件、信函申请8件", "TEXT.PARTS", "broken"),
        ("收到政府信息公开申请15件，其中网络申请9件、信函申请6件", "TEXT.PARTS", "holds"),
        ("收到政府信息公开申请约15件，其中网络申请9件、信函申请8件", "TEXT.PARTS", None),
        ("我局收到政府信息公开申请5件", "TEXT.NEW_RECEIVED", "broken"),
        ("平均每月收到政府信息公开申请5件", "TEXT.NEW_RECEIVED", None),
        ("通过申请平台收到政府信息公开申请5件", "TEXT.NEW_RECEIVED", None),
        ("全市收到政府信息公开申请500件", "TEXT.NEW_RECEIVED", None),
        ("受理群众来信41件，办结41件", "TEXT.ANSWERED", None),
        ("收到政府信息公开申请15件，答复19件", "TEXT.ANSWERED", "holds"),
        ("收到政府信息公开申请15件，答复18件", "TEXT.ANSWERED", "broken"),
        # 8 of the 19 outcomes may be of requests that were carried over.
        ("收到政府信息公开申请15件，答复11件", "TEXT.ANSWERED", "unassessable"),
        ("收到政府信息公开申请15件，其中予以公开11件", "TEXT.OUTCOME_GROUPS", "unassessable"),
        ("收到政府信息公开申请15件，其中予以公开13件", "TEXT.OUTCOME_GROUPS", "broken"),
        ("收到政府信息公开申请15件，其中予以公开3件", "TEXT.OUTCOME_GROUPS", "broken"),
        (
            "收到政府信息公开申请15件，上年结转8件，其中予以公开11件",
            "TEXT.OUTCOME_GROUPS",
            "broken",
        ),
        ("收到政府信息公开申请15件，予以公开12件，比上年12件增加3件", "TEXT.YOY", "holds"),
        ("收到政府信息公开申请15件，予以公开12件，比上年12件增加4件", "TEXT.YOY", None),
        ("收到申请15件，结转8件，合计23件，比上年20件增加3件", "TEXT.YOY", None),
        ("予以公开12件、不予公开7件，合计占100%", "TEXT.PERCENT", "holds"),
        ("予以公开12件、不予公开7件，合计占98%", "TEXT.PERCENT", "broken"),
        ("受理并答复政府信息公开申请11件", "TEXT.NEW_RECEIVED", "unassessable"),
        ("受理并答复政府信息公开申请12件", "TEXT.NEW_RECEIVED", "broken"),
    ],
)
def test_prose_and_tables(sentence: str, rule: str, verdict: str | None) -> None:
    """A figure of the prose agrees with the table, contradicts it, or says nothing that could be held against it."""
    assert verdicts(sentence, rule) == ([] if verdict is None else [verdict])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("公开14件，不公开10件", ["unassessable", "unassessable"]),
        ("公开15件，不公开10件", ["broken", "unassessable"]),
        ("予以公开14件，不公开10件", ["broken", "unassessable"]),
        ("予以公开12件，不公开10件", ["holds", "unassessable"]),
        ("予以公开12件，不公开9件", ["holds", "broken"]),
        ("予以公开12件，不予公开10件", ["holds", "broken"]),
    ],
)
def test_words_for_several_outcomes(sentence: str, expected: list[str]) -> None:
    """公开 may cover what was granted in part, and 不公开 what could not be provided: here 2 and 3."""
    totals = {"（二）部分公开": "2", "1.本机关不掌握相关政府信息": "3"}
    lines = SAMPLE.split("\n")
    for label, total in totals.items():
        place = next(n for n, line in enumerate(lines) if label in line)
        lines[place] = re.sub(r"0(?=[ |]*$)", total, lines[place])
    report = report_saying(sentence, "\n".join(lines))

    found = findings(report, "TEXT.OUTCOME_GROUPS")
    assert [finding.verdict.value for finding in found] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "因政府信息公开引起的行政复议3件，未经复议直接诉讼1件，复议后诉讼2件",
        "因政府信息公开被申请行政复议3件，行政诉讼3件，其中复议后提起行政诉讼2件",
        "因政府信息公开引起的复议后又起诉2件",
        "2件申请延期后办结，3件补正材料后答复",
        "收到政府信息公开申请15件，经沟通后予以公开2件，3件延长答复期限后予以公开",
        "收到政府信息公开申请15件，其中14件已答复",
        "收到政府信息公开申请15件，13件已答复，2件由申请人撤回",
        "收到政府信息公开申请15件，已答复12件，另外3件转作信访处理",
        "收到政府信息公开申请15件，办结14件，1件申请人来电称已无需要",
        "办结政府信息公开申请18件，1件因无法联系申请人而中止",
        "答复政府信息公开申请17件，申请人撤回2件",
        "收到政府信息公开申请15件，予以公开8件，告知已主动公开4件",
        "予以公开7件，告知获取方式5件",
        "不予公开5件，拒绝提供2件",
        "不予公开类答复7件，其他类型答复12件",
        "11月份收到政府信息公开申请2件",
        "汛期期间收到政府信息公开申请2件",
        "比上年的11件多收到申请4件",
        "以县政府名义答复政府信息公开申请9件",
        "法律顾问参与答复政府信息公开申请6件",
        "收到政府信息公开申请后当场答复6件",
        "无需答复的申请2件",
        "上年结转8件中，当年答复6件",
        "收到政府信息公开申请19件，剔除测试件4件",
        "收到政府信息公开申请20件，其中无效申请5件",
        "办结19件，比上年17件多2件，比前年少6件",
        "公开信息30条，涵盖财政12条、人事8条、其他15条，部分信息分属两类",
        "收到政府信息公开申请15件，网上9件、邮寄7件，1件有两种递交方式",
        "收到与政府信息公开无关的行政复议4件",
        "汛期期间未收到政府信息公开申请",
        "10月和11月未收到政府信息公开申请",
        "半数科室未收到政府信息公开申请",
        "县水利局、县粮食局未收到政府信息公开申请",
        "网上平台未收到政府信息公开申请",
        "未收到社会组织提出的政府信息公开申请",
        "未收到不完整的政府信息公开申请",
        "无申请积压",
        "自9月以来未收到政府信息公开申请",
        "围绕同一河段收到政府信息公开申请4件",
        "近期收到政府信息公开申请4件",
        "经保密审查，不予公开3件",
    ],
)
def test_parts_accuse_nobody(sentence: str) -> None:
    """A figure that its words make a part is held against no total, in a report without a fault."""
    zeros, counts = "0" * 15, "300031000120002"
    text = SAMPLE.replace(" | ".join(zeros), " | ".join(counts))
    assert text != SAMPLE

    assert check(report_saying(sentence, text)) == check(parse(text))


def test_sides_of_a_contradiction() -> None:
    """What the prose says stands on the left, and the cell that the table has on the right, as its sign says."""
    (found,) = findings(report_saying("共收到政府信息公开申请16件"), "TEXT.NEW_RECEIVED")

    assert (found.left, found.right) == (16, 15)
    assert [(term.address, term.sign, term.value) for term in found.terms] == [
        ("requests.new_received.total", -1, 15)
    ]


def test_another_body() -> None:
    """What another body received, named in the sentence, is held against nothing."""
    assert verdicts("县政府办公室共收到政府信息公开申请9件", "TEXT.NEW_RECEIVED") == []
    assert verdicts("县农业局共收到政府信息公开申请15件", "TEXT.NEW_RECEIVED") == []


@settings(max_examples=25)
@given(consistent_reports(), st.sampled_from(["pipes", "stacked", "collapsed", "markdown"]))
def test_consistent_reports_say_nothing_against_themselves(draft: Draft, dialect: str) -> None:
    """The prose of a report that is consistent contradicts none of its tables, in any dialect."""
    findings = [one for one in check(parse(render(draft, dialect))) if one.rule.startswith("TEXT.")]

    assert [finding.message() for finding in findings if finding.verdict == "broken"] == []


def test_last_years_report() -> None:
    """A change is held against last year's report, where that is at hand."""
    before = report_saying("略", SAMPLE.replace("2023年", "2022年"))
    now = report_saying("收到政府信息公开申请15件，比上年减少2件")
    (finding,) = [one for one in check([before, now]) if one.rule == "TEXT.YOY"]

    assert (before.year, finding.verdict, finding.left, finding.right) == (
        2022,
        "broken",
        "-2",
        "15-15=0",
    )
    assert [(term.address, term.year) for term in finding.terms] == [
        ("requests.new_received.total", 2023),
        ("requests.new_received.total", 2022),
    ]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("共六部分", "holds"), ("共六个部分", "holds"), ("共五部分", "broken"), ("共6部分", "holds")],
)
def test_parts_announced(words: str, verdict: str) -> None:
    """The introduction announces as many parts as there are."""
    (finding,) = findings(parse(SAMPLE.replace("共六部分", words)), "TEXT.SECTION_COUNT")

    assert finding.verdict == verdict


def test_a_seventh_part() -> None:
    """A part that the form does not know has a title of its own, and is counted by whoever announces it."""
    text = SAMPLE.replace("共六部分", "共七部分") + "\n七、附表\n略。\n"

    assert [one.verdict.value for one in findings(parse(text), "TEXT.SECTION_COUNT")] == ["holds"]


@pytest.mark.parametrize(
    ("granted", "verdict"), [(12, "holds"), (11, "broken"), (10, "unassessable"), (9, "broken")]
)
def test_a_number_of_which_nothing_says_what_it_counts(granted: int, verdict: str) -> None:
    """Where another number of the sentence makes up for what is missing, the prose may be right."""
    sentence = f"答复12件，其中主动公开范围2件、同意公开{granted}件"
    report = parse(SAMPLE.replace(f"（二）依申请公开。{SAID}", sentence))
    (finding,) = findings(report, "TEXT.OUTCOME_GROUPS")
    assert (finding.verdict, finding.left, finding.right) == (verdict, granted, 12)


def test_messages_show_the_numbers_and_the_sentence() -> None:
    """A finding quotes the sentence, in both languages, and points to the cell and to the figure in the prose."""
    report = report_saying("共收到政府信息公开申请16件")
    (finding,) = findings(report, "TEXT.NEW_RECEIVED")

    assert "共收到政府信息公开申请16件" in finding.message("zh")
    assert "正文的收到申请数为 16，表三" in finding.message("zh")
    assert ": 16 in the text (requests received), 15 in table 3" in finding.message("en")
    assert [report.quote(span) for span in finding.spans] == ["15", "16件"]


def test_a_message_adds_up_the_parts_of_a_total() -> None:
    """The reader need not add them up."""
    (finding,) = findings(
        report_saying("公开信息32条（政策类信息20条；规划类信息7条；其他信息4条）"), "TEXT.PARTS"
    )

    assert finding.right == "20+7+4"
    assert "：主动公开信息数为 32，各项为 20+7+4=31；原句：" in finding.message("zh")


def test_findings_of_prose_are_told_apart() -> None:
    """Two findings of one rule that stand in no cell have fingerprints of their own."""
    total = "全年制作政府信息{}条，其中主动公开政府信息60条，依申请公开20条，不予公开10条"
    found = findings(report_saying(f"{total.format(91)}。{total.format(92)}"), "TEXT.PARTS")

    assert len({finding.fingerprint for finding in found}) == len(found) == 2


def test_nothing_said_is_nothing_found() -> None:
    """The rules of prose are silent about a report whose prose states none of this."""
    report = report_saying("略", SAMPLE.replace("共六部分", "如下"))

    assert [
        finding for finding in check(report, verdicts="all") if finding.rule.startswith("TEXT.")
    ] == []


@given(st.integers(1, 10**6), st.integers(0, 2 * 10**6))
def test_hedges_leave_room_around_their_figure(said: int, value: int) -> None:
    """An exact figure allows itself alone; a hedged one allows itself, or what lies on its side of it."""
    place = Span(0, 1)
    for hedge in (None, "余", "约", "近", "超过"):
        claim = Claim("count", said, "件", hedge is not None, "any", None, None, place, place)
        room = allows(evolve(claim, hedge=hedge), value)
        assert room or value != said
        if room and hedge in {None, "近"}:
            assert value <= said
        if room and hedge in {None, "余", "超过"}:
            assert value >= said


def test_the_corpus(corpus: Path) -> None:
    """In the corpus the prose contradicts itself in one document, twice, and no table anywhere."""
    broken = [
        (path.stem[:3], finding.rule, finding.left, finding.right)
        for path in sorted(corpus.glob("*/*.txt"))
        for finding in check(parse(path)).broken
        if finding.rule.startswith("TEXT.")
    ]

    assert broken == [
        ("024", "TEXT.PARTS", 3978, "2026+46+1854"),
        ("024", "TEXT.PARTS", 2026, "2475"),
    ]


STALE = (
    "{}年制作政府信息总数90条，其中主动公开政府信息60条，依申请公开信息数20条，不予公开信息数10条"
)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        pytest.param(
            STALE.format(2022) + "。2023年主动公开政府信息60条",
            ["broken"],
            id="this year's figures",
        ),
        pytest.param(
            STALE.format(2022) + "。2023年主动公开政府信息70条", [], id="last year's figures"
        ),
        pytest.param(STALE.format(2023) + "。2023年主动公开政府信息60条", [], id="the right year"),
        pytest.param(f"{STALE.format(2022)}。{STALE.format(2023)}", [], id="both years"),
        pytest.param(STALE.format(2022), [], id="nothing to compare with"),
    ],
)
def test_a_paragraph_taken_over_from_last_year(sentence: str, verdict: list[str]) -> None:
    """Where this year's figures stand under the number of the year before, the year is wrong."""
    found = findings(report_saying(sentence), "TIME.YEAR_CONSISTENT")

    assert [finding.verdict.value for finding in found if finding.verdict != "holds"] == verdict


def test_every_rule_of_prose_is_a_warning() -> None:
    """What the text says may be of another count than the table: none of it is an error."""
    assert {rule.severity.value for name, rule in RULES.items() if name.startswith("TEXT.")} == {
        "warning"
    }
