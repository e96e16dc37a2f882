"""Proof-reading: each slip has its place and what to write instead, and good Chinese has none."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given

import govinfo
from govinfo.comparison.prose import prose_pairs
from govinfo.consistency import STYLE_RULES, Findings
from govinfo.forms import form_by_id
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.testing.strategies import Printed, consistent_reports, pages

PAGE = """青石县水务局2023年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制本报告。
一、总体情况
2023年，青石县水务局主动公开信息40条。{}
五、存在的主要问题及改进情况
公开的栏目还不够清楚。{}
六、其他需要报告的事项
本年度未收取信息处理费。
青石县水务局
2024年1月12日
"""


def styled(overview: str = "", problems: str = "", page: str = PAGE) -> Findings:
    """Return what a proof-reader finds in a report with these sentences."""
    found = govinfo.check(govinfo.parse(page.format(overview, problems)), style=True)
    return Findings(tuple(one for one in found if one.rule in STYLE_RULES))


@pytest.mark.parametrize(
    ("rule", "sentence", "place", "instead"),
    [
        ("DOUBLED_WORD", "水费资金资金全部公示。", "资金资金", "资金"),
        ("DOUBLED_WORD", "全年完成了更新工作工作。", "工作工作", "工作"),
        ("DOUBLED_WORD", "进一步进一步做好答复。", "进一步进一步", "进一步"),
        ("DOUBLED_WORD", "做好信息公开信息公开，更新目录。", "信息公开信息公开", "信息公开"),
        ("DOUBLED_WORD", "这是群众关心的的栏目。", "的的", "的"),
        ("PLACEHOLDER", "全年召开会议XX次。", "XX", ""),
        ("PLACEHOLDER", "由×××同志负责。", "×××", ""),
        ("PLACEHOLDER", "自X年起施行。", "X", ""),
        ("PLACEHOLDER", "目录于2023年 月 日更新。", "2023年 月 日", ""),
        ("DOCUMENT_NUMBER", "按照国办发[2019]12号文件办理。", "[2019]", "〔2019〕"),
        ("DOCUMENT_NUMBER", "按照青政办发（2022）3号文件办理。", "（2022）", "〔2022〕"),
        (
            "STATUTE_NAME",
            "严格执行《中华人民共和国政府信息公开工作条例》。",
            None,
            "《中华人民共和国政府信息公开条例》",
        ),
        (
            "STATUTE_NAME",
            "严格执行《政府信息公开信息处理费管理方法》。",
            None,
            "《政府信息公开信息处理费管理办法》",
        ),
        ("BODY_NAME", "清石县水务局共收到来信2件。", "清石县水务局", "青石县水务局"),
        ("BODY_NAME", "青青石县水务局设有查阅点。", "青青石县水务局", "青石县水务局"),
        ("OLD_YEAR", "2022年，我局更新栏目8个。", "2022", "2023"),
        ("OLD_YEAR", "2022年共收到来信8件。", "2022", "2023"),
        ("OLD_YEAR", "\n（一）数量\n2022年主动公开信息8条。", "2022", "2023"),
        ("BRACKETS", "公开信息（含图文说明30条。", "（", "）"),
        ("BRACKETS", "打造“一站式服务平台。", "“", "”"),
        ("BRACKETS", "执行供水条例》的规定。", "》", "《"),
        ("BRACKETS", "\n（一）充实人员。\n（二更新目录。\n（三）抽查栏目。", "（", "）"),
        ("DOUBLED_MARK", "公开指南，，更新目录。", "，，", "，"),
        ("DOUBLED_MARK", "公开指南。，更新目录。", "。，", "。"),
        ("DIGIT_WIDTH", "全年答复咨询1２次。", "1２", "12"),
        ("ITEM_NUMBERS", "一是充实人员；二是更新目录；四是抽查栏目。", "四是", "三是"),
        ("ITEM_NUMBERS", "一是充实人员；二是更新目录；二是抽查栏目。", "二是", "三是"),
        (
            "ITEM_NUMBERS",
            "\n（一）充实人员。\n（二）更新目录。\n（四）抽查栏目。",
            "（四）",
            "（三）",
        ),
        ("CUT_SENTENCE", "下一步加强培训，", "，", "。"),
    ],
)
def test_slips(rule: str, sentence: str, place: str | None, instead: str) -> None:
    """The rule is broken once, at this place, in words that name what to write instead."""
    (finding,) = styled(sentence)
    report = govinfo.parse(PAGE.format(sentence, ""))

    assert (finding.rule, finding.severity) == (f"STYLE.{rule}", "info")
    assert finding.right == instead
    assert [report.quote(span) for span in finding.spans] == [place or sentence[4:-1]]
    for lang in ("zh", "en"):
        assert str(finding.left) in finding.message(lang)
        assert instead in finding.message(lang)


@pytest.mark.parametrize(
    "sentence",
    [
        "人人知晓、往往可查，方方面面都有回应。",
        "青石县人民政府政府信息公开工作工作人员共3人。",
        "公开政府集中采购采购项目2个、社会救助救助对象30人、行政处罚处罚决定书5份。",
        "政府信息公开信息公开指南已更新。",
        "一项一项核对，一步一步推进，逐步逐步完善。",
        "为了了解群众需求，走访了解情况。",
        "公开资金、资金来源和资金去向。",
        "达到了预期目的的栏目予以保留。",
        "（一）主动公开\n主动公开信息40条。",
        "热线138XXXX0000已停用，网址为www.xx.example。",
        "全天24×7小时值守，2023年月日均访问20次。",
        "按照国办发〔2019〕12号文件和（2021）青01行初10号判决办理。",
        "执行《青石县政府信息公开实施办法》和《政府信息公开条例》。",
        "宣传《〈政府信息公开条例〉解读》。",
        "青石县水务局局长接受访谈，青石县税务局、白石县水务局派员参加。",
        "2022年，我局曾更新栏目8个，同比减少。",
        "自2022年以来，栏目保持稳定。",
        "2022年共收到来信8件，2023年收到9件。截至2022年共公开目录3份。",
        "继续使用2022年主动公开目录。",
        "1）充实人员；2）更新目录；一）抽查。",
        "列出“一站式”（含“一窗通办”）清单。",
        "其余见附件。。。",
        "全年答复咨询１２次，处理来信12件。",
        "一是充实人员：1.增加1人。2.培训1次。二是更新目录。",
        "一是更新目录。二是抽查栏目。一是公开预算。二是公开决算。",
        "\n（一）更新目录。一是补录。\n（二）抽查栏目。一是自查。二是互查。",
        "根据第（一）项、第（三）项的规定办理。",
    ],
)
def test_good_chinese(sentence: str) -> None:
    """None of what looks like a slip is marked where it is none."""
    assert [(one.rule, one.left) for one in styled(sentence)] == []


def test_plans_for_a_year_that_is_over() -> None:
    """In part five what is to come is next year's; in part one 将 is something else."""
    sentence = "2023年，我局将进一步合并栏目。"

    assert [(one.rule, one.right) for one in styled("", sentence)] == [("STYLE.OLD_YEAR", "2024")]
    assert len(styled(sentence)) == len(styled("", sentence.replace("2023", "2024"))) == 0


def test_the_regulation_is_named_before_it_is_abbreviated() -> None:
    """《条例》 without its name is marked once, where it first stands."""
    page = PAGE.replace(
        "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制本报告。\n", ""
    )
    (finding,) = styled("依照《条例》答复，不超出《条例》的期限。", page=page)

    assert finding.rule == "STYLE.REGULATION_UNNAMED"
    assert finding.right == "《中华人民共和国政府信息公开条例》（以下简称《条例》）"
    assert len(styled("依照《条例》答复。")) == 0


def test_the_name_under_the_text() -> None:
    """The body that signs is the one of the title: one other character is a slip, its place the name's."""
    page = PAGE.replace("费。\n青石县水务局", "费。\n青石县水物局")
    (finding,) = styled(page=page)
    report = govinfo.parse(page.format("", ""))

    assert (finding.rule, finding.left, finding.right) == (
        "STYLE.BODY_NAME",
        "青石县水物局",
        "青石县水务局",
    )
    assert [report.quote(span) for span in finding.spans] == ["青石县水物局"]


def test_digits_of_two_widths_in_a_cell() -> None:
    """The cell is named as well, and its number is read all the same."""
    draft = write(form_by_id("form2021"), Random(3))
    text = render(draft, "pipes")
    figure = govinfo.parse(text)["requests.new_received.total"]
    assert figure.span is not None
    mixed = f"{text[: figure.span.start]}１2{text[figure.span.end :]}"
    found = govinfo.check(govinfo.parse(mixed), style=True).by_rule("STYLE.DIGIT_WIDTH")

    assert [(one.left, one.right) for one in found] == [("１2", "12")]
    assert [term.address for one in found for term in one.terms] == ["requests.new_received.total"]


@pytest.mark.parametrize("unit", ["资金资金，", "（", "；2022年，我局公开", "\n（二）公", "公。"])
def test_twice_as_much_text_costs_twice_as_much(unit: str) -> None:
    """No pattern and no loop takes a square of time, whatever it is that is repeated."""
    assert cost(unit, 6_000) < 10 * cost(unit, 1_500) + 0.1


def cost(unit: str, times: int) -> float:
    """Return the seconds that it takes to proof-read and to compare so many units, at best."""
    report = govinfo.parse(PAGE.format(unit * times, ""))
    other = govinfo.parse(PAGE.format(unit * (times // 2) + "别" + unit * (times // 2), ""))
    seconds = []
    for _ in range(2):
        start = time.process_time()
        for rule in STYLE_RULES.values():
            list(rule.check(report))
        prose_pairs(report, other)
        seconds.append(time.process_time() - start)
    return min(seconds)


def test_where_the_text_ends_nobody_is_blamed() -> None:
    """A source that is cut off has no end of its sentence and no partner of its bracket."""
    page = PAGE.format("", "").partition("六、")[0]
    for end in ("下一步加强培训，", "下一步加强培训（含", "参照《青石"):
        found = govinfo.check(govinfo.parse(page + end), style=True)
        assert [one.rule for one in found if one.rule in STYLE_RULES] == []


def test_only_when_asked() -> None:
    """`check` says nothing of style on its own, and nothing else changes when it is asked."""
    report = govinfo.parse(PAGE.format("水费资金资金全部公示。", ""))
    plain = govinfo.check(report)
    both = govinfo.check(report, style=True)

    assert {one.rule for one in plain}.isdisjoint(STYLE_RULES)
    assert [one for one in both if one.rule not in STYLE_RULES] == list(plain)


def test_fingerprints_tell_places_apart() -> None:
    """Two slips of one kind have fingerprints of their own, which a longer text leaves as they are."""
    two = styled("水费资金资金公示。", "清单清单合并。")
    later = styled("新增栏目。水费资金资金公示。", "清单清单合并。")

    assert len({one.fingerprint for one in two}) == 2
    assert [one.fingerprint for one in two][1] == [one.fingerprint for one in later][1]


@given(printed=pages(consistent_reports(), ("pipes", "stacked", "markdown", "html", "drawn")))
def test_a_good_report_has_no_slip(printed: Printed) -> None:
    """Tables, headings and what stands around them are never taken for prose."""
    found = govinfo.check(govinfo.parse(printed.text), style=True)

    assert [(one.rule, one.left) for one in found if one.rule in STYLE_RULES] == []
