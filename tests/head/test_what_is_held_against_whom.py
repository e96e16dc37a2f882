"""Rules on parts, tables and days: a true fault is found, and what a reader would excuse is not held against anybody."""

from __future__ import annotations

import pytest
from headwork import TABLE_TWO

from govinfo.consistency import check
from govinfo.reading import parse

TITLE = "云岫市水务局2022年政府信息公开工作年度报告"
PERIOD = "所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
PARTS = (
    "一、总体情况\n公开工作照常开展，专人负责。",
    f"二、主动公开政府信息情况\n{TABLE_TWO}",
    "三、收到和处理政府信息公开申请情况\n来信当日登记。",
    "四、政府信息公开行政复议、行政诉讼情况\n没有复议和诉讼。",
    "五、存在的主要问题及改进情况\n目录偏粗，个别答复用语生硬，来年细分。",
    "六、其他需要报告的事项\n没有收取信息处理费。",
)
WHOLE = "\n".join([TITLE, PERIOD, *PARTS])


def verdict(text: str, rule: str) -> str | None:
    """Return the verdict of a rule on a report; `None` where it says nothing."""
    found = check(parse(text), verdicts="all").by_rule(rule)
    return found[0].verdict.value if found else None


def test_a_missing_part_is_named() -> None:
    """A whole text without part five breaks the rule, and the message names part five alone."""
    text = "\n".join([TITLE, PERIOD, *PARTS[:4], PARTS[5]])
    finding = check(parse(text)).by_rule("STRUCT.SECTIONS")[0]

    assert finding.verdict == "broken"
    assert "存在的主要问题及改进情况" in finding.message("zh")
    assert "主动公开" not in finding.message("zh")
    assert finding.message("en").endswith("absent")


@pytest.mark.parametrize(
    "end",
    [
        WHOLE.index("复议和诉讼") + 2,
        WHOLE.index("行政强制"),
        WHOLE.index("第二十条第（八）"),
        WHOLE.index("行政处罚") + 2,
        WHOLE.index("本年收费金额") + 3,
    ],
)
def test_a_text_cut_in_a_table_or_a_word(end: int) -> None:
    """What stands behind a cut is not known, so nobody lacks it."""
    cut = WHOLE[:end]
    if cut.endswith("没有"):
        cut = cut.replace(
            "没有", "全年机关各处室均认真办理来信来访，从未发生任何一起因政府信息公开引起的"
        )

    assert verdict(cut, "STRUCT.SECTIONS") != "broken"
    assert verdict(cut, "STRUCT.TABLES") != "broken"


@pytest.mark.parametrize("size", [1000, 1024, 2000, 4096])
def test_a_text_cut_at_a_length(size: int) -> None:
    """A text that ends with a sentence, at a length at which tools cut, may have gone on."""
    text = "\n".join([TITLE, PERIOD, *PARTS[:4], "五、存在的主要问题及改进情况\n"])
    filled = text + "细" * (size - len(text) - 1) + "。"

    assert verdict(filled, "STRUCT.SECTIONS") == "unassessable"
    assert verdict(filled.replace("细", "", 1), "STRUCT.SECTIONS") == "broken"


@pytest.mark.parametrize("sign", ["……", "[查看全文]", "下一页 尾页", "第1页 共3页", "（未完待续）"])
def test_a_page_that_goes_on(sign: str) -> None:
    """A page that says that it goes on lacks nothing."""
    text = "\n".join([TITLE, PERIOD, *PARTS[:5], sign])

    assert verdict(text, "STRUCT.SECTIONS") == "unassessable"


def test_a_part_under_another_heading() -> None:
    """A numbered line with other words, where a part should stand, may be its heading."""
    text = WHOLE.replace("五、存在的主要问题及改进情况", "五、体会与思考")

    assert verdict(text, "STRUCT.SECTIONS") == "unassessable"


def web_page(*parts: str, more: str = "") -> str:
    """Return a web page with these parts, each line a paragraph, and table two as a table."""
    rows = (
        "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
    )
    rows += "<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>"
    rows += "<tr><td>行政规范性文件</td><td>3</td><td>1</td><td>12</td></tr>"
    body = "".join(
        f"<p>{line}</p>" for part in (TITLE, PERIOD, *parts) for line in part.split("\n")
    )
    table = f"<table>{rows}</table>"
    paragraphs = "".join(f"<p>{line}</p>" for line in TABLE_TWO.split("\n"))
    return f"<html><body>{body.replace(paragraphs, table)}{more}</body></html>"


def test_a_table_missing_in_a_whole_page() -> None:
    """In the source of a web page nothing gets lost: tables three and four are not there."""
    assert verdict(web_page(*PARTS), "STRUCT.TABLES") == "broken"


@pytest.mark.parametrize(
    "more",
    [
        '<img src="/t3.png">',
        '<a href="/t.xlsx">表格</a>',
        "<p>申请情况详见附件。</p>",
        "<iframe></iframe>",
    ],
)
def test_a_table_that_may_stand_elsewhere(more: str) -> None:
    """A picture, an attachment or a frame may hold what the text does not."""
    assert verdict(web_page(*PARTS, more=more), "STRUCT.TABLES") == "unassessable"


def test_a_table_missing_in_a_text() -> None:
    """A text does not tell what its converter left out, nor does a page that stops before the part."""
    assert verdict(WHOLE, "STRUCT.TABLES") == "unassessable"
    assert verdict(web_page(*PARTS[:3]), "STRUCT.TABLES") == "unassessable"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("没有别的事项。", "broken"),
        ("未收取任何费用。", "holds"),
        ("收取信息处理费0元。", "holds"),
    ],
)
def test_fees_in_part_six(said: str, expected: str) -> None:
    """Part six has to say a word on fees."""
    assert verdict(WHOLE.replace("没有收取信息处理费。", said), "STRUCT.FEE_REPORTED") == expected


@pytest.mark.parametrize(
    "problems", ["信息处理费收取情况\n通知3件\n实收260元", "目录偏粗。本年未产生信息公开收费。"]
)
def test_fees_in_part_five(problems: str) -> None:
    """Fees that are reported in part five, in a table or in words, are reported."""
    text = WHOLE.replace("没有收取信息处理费。", "没有别的事项。").replace(
        "来年细分。", f"来年细分。\n{problems}"
    )

    assert verdict(text, "STRUCT.FEE_REPORTED") == "holds"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("自2022年1月1日起至2022年12月31日止", "holds"),
        ("自2022年4月12日起至2022年12月31日止", "unassessable"),
        ("自2022年1月1日起至2022年8月31日止", "unassessable"),
        ("自2021年1月1日起至2021年12月31日止", "broken"),
        ("自2022年1月1日起至2022年12月30日止", "broken"),
        ("自2021年12月1日起至2022年11月30日止", "broken"),
    ],
)
def test_part_of_a_year(stated: str, expected: str) -> None:
    """A body that was founded, merged or abolished in the year reports on part of it."""
    text = WHOLE.replace("自2022年1月1日起至2022年12月31日止", stated)

    assert verdict(text, "TIME.PERIOD") in {expected, "unassessable"}
    assert verdict(text, "TIME.PERIOD") == expected or "2021年1月" in stated


PROSE = """{title}
{top}
一、概述
{overview}
二、主动公开政府信息的情况
公告栏全年更新。
三、依申请公开政府信息的情况
没有收到申请。
四、存在的主要问题和改进措施
目录偏粗，来年细分。
{tail}"""
ANNEX = """附表
指标名称 单位 2014年 历年累计
主动公开文件数 条 64 310
其中：1.政府网站公开数 条 64 310
2.政府公报公开数 条 0 0
受理政府信息公开申请总数 条 3 9
其中：1.当面申请数 条 1 4
2.网络申请数 条 2 5
"""


def early(top: str = "", tail: str = "", overview: str = "照常开展。", mark: str = "") -> str:
    """Return a report on 2014, in prose."""
    title = f"松台县林业局2014年政府信息公开工作年度报告{mark}"
    return PROSE.format(title=title, top=top, tail=tail, overview=overview)


@pytest.mark.parametrize("annex", ["", ANNEX])
@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("2014年12月22日", "broken"),
        ("2014年11月3日", "broken"),
        ("2014年12月31日", "holds"),
        ("2015年1月16日", "holds"),
        ("2016年1月16日", "broken"),
    ],
)
def test_signatures_of_early_reports(annex: str, signed: str, expected: str) -> None:
    """A report that is signed before its year is over cannot know it, with an annex or without."""
    assert verdict(early(tail=f"{annex}松台县林业局\n{signed}"), "TIME.SIGNATURE_YEAR") == expected


def test_lawful_signatures() -> None:
    """A body that is abolished signs within the year, and an amended report is signed later."""
    gone = early(tail="松台县林业局\n2014年9月1日", overview="我局于9月撤销，职能划转县农业局。")
    amended = early(tail="松台县林业局\n2016年9月1日", mark="（修订）")

    assert verdict(gone, "TIME.SIGNATURE_YEAR") == "unassessable"
    assert verdict(amended, "TIME.SIGNATURE_YEAR") == "unassessable"


@pytest.mark.parametrize("annex", ["", ANNEX])
@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("发布日期：2015-03-31", "holds"),
        ("发布日期：2015-04-01", "broken"),
        ("发表时间：2015-05-12 09:00", "broken"),
        ("更新时间：2015-05-12 09:00", "unassessable"),
        ("发布日期：2018-07-27", "unassessable"),
        ("", "unassessable"),
    ],
)
def test_publication_of_early_reports(annex: str, top: str, expected: str) -> None:
    """A report that came out after 31 March was late; one from a site made years later need not be."""
    assert verdict(early(top=top, tail=annex), "TIME.DEADLINE_2008") == expected


def test_publication_of_an_amended_report() -> None:
    """An amended report may come out later."""
    text = early(top="发布日期：2015-05-12", mark="（更正）")

    assert verdict(text, "TIME.DEADLINE_2008") == "unassessable"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("一二三四五六", "holds"),
        ("一二三三五六", "broken"),
        ("一二三四六七", "broken"),
        ("一二三四五五", "broken"),
        ("一二三四五七", "broken"),
    ],
)
def test_numbers_of_headings(numbers: str, expected: str) -> None:
    """A number that is typed twice or left out is a fault of the report."""
    parts = [f"{number}{part[1:]}" for number, part in zip(numbers, PARTS, strict=True)]
    text = web_page(*parts)
    assert verdict(text, "STRUCT.HEADING_NUMBERS") == expected
    assert verdict(text, "STRUCT.SECTIONS") == "holds"
    report = parse(text)
    (finding,) = check(report, verdicts="all").by_rule("STRUCT.HEADING_NUMBERS")
    wrong = next((n for n in range(6) if numbers[n] != "一二三四五六"[n]), None)
    shown = [report.quote(span) for span in finding.spans]
    assert shown == ([] if wrong is None else [parts[wrong].partition("\n")[0]])


def test_headings_without_numbers() -> None:
    """Headings without numbers have none that is wrong; in prose a part may be one that is not known."""
    plain = web_page(*(part[2:] for part in PARTS))
    gap = early().replace("四、存在", "五、存在")

    assert verdict(plain, "STRUCT.HEADING_NUMBERS") is None
    assert verdict(gap, "STRUCT.HEADING_NUMBERS") == "holds"
    assert verdict(early().replace("四、存在", "三、存在"), "STRUCT.HEADING_NUMBERS") == "broken"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("2022年9月1日至2023年8月31日", "holds"),
        ("2022年9月1日至2023年10月31日", "unassessable"),
        ("2022年8月22日至2023年8月20日", "unassessable"),
        ("2023年1月1日至2023年12月30日", "broken"),
    ],
)
def test_a_school_that_reports_on_a_school_year(days: str, expected: str) -> None:
    """A university is held neither to the calendar year nor to a signature in the year after."""
    text = "\n".join(
        [
            "云岫大学2022-2023学年信息公开工作年度报告",
            f"本报告按照《高等学校信息公开办法》编制，统计期限为{days}。",
            "一、概述\n学校按时公开招生、财务等信息。",
            "二、主动公开情况\n学校网站公开信息212条。",
            "三、依申请公开情况\n收到申请3件，均已答复。",
            "云岫大学\n2023年11月2日",
        ]
    )
    report = parse(text)

    assert (report.title, report.year) == (text.partition("\n")[0], 2023)
    assert report.agency is not None
    assert report.agency.name == "云岫大学"
    assert verdict(text, "TIME.PERIOD") == expected
    assert verdict(text, "TIME.SIGNATURE_YEAR") == "unassessable"


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("数据统计期限自2023年1月1日起至2023年12月31日止", (1, 12)),
        ("本报告电子版自2024年2月1日至2024年12月31日可在网站下载", None),
        ("统计截至年底，意见反馈期为2024年2月1日至2024年6月30日", None),
        ("电子版可下载，统计期限自2023年3月1日至2023年12月31日", (3, 12)),
    ],
)
def test_periods_of_something_else(words: str, months: tuple[int, int] | None) -> None:
    """How long a report may be downloaded is no period of its figures."""
    period = parse(early(top=f"{words}。")).period

    assert (period and (period[0].month, period[1].month)) == months


@pytest.mark.parametrize(
    "days",
    [
        "2022年12月31日至2022年1月1日",
        "2022年1月1日至2021年12月31日",
        "2022.12.31-2022.1.1",
    ],
)
def test_a_period_that_ends_before_it_begins(days: str) -> None:
    """Such a period has no value, and the message quotes it: no word of it is missing."""
    text = WHOLE.replace(PERIOD, f"数据统计期限为{days}。")
    report = parse(text)
    (finding,) = check(report).by_rule("TIME.PERIOD")

    assert report.period is None
    assert [note.code for note in report.notes if "period" in note.code] == ["period_reversed"]
    assert finding.verdict == "broken"
    assert finding.message().endswith(
        f"文中为 {days}，应为 2022年1月1日至2022年12月31日；止日早于起日"
    )
    assert [report.quote(span) for span in finding.spans] == [days]


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("数据统计期限为202211日至20221231日。", "文中的统计期限缺了字，读不出起止日期"),
        ("", "文中没有统计期限"),
    ],
)
def test_a_period_that_cannot_be_judged(stated: str, told: str) -> None:
    """A period that has lost words is there all the same."""
    (finding,) = check(parse(WHOLE.replace(PERIOD, stated))).by_rule("TIME.PERIOD")

    assert (finding.verdict, finding.message().rpartition("：")[2]) == ("unassessable", told)


def test_a_year_that_stands_in_one_place() -> None:
    """Where nothing can be compared with the year of the title, the message does not say that it is missing."""
    (finding,) = check(parse(WHOLE.replace(PERIOD, ""))).by_rule("TIME.YEAR_CONSISTENT")

    assert finding.message().endswith("：年度只在一处写明，没有另一处可以对照")


@pytest.mark.parametrize(
    ("overview", "expected"),
    [
        ("2021年，我局梳理目录，公开工作照常开展。", "broken"),
        ("2021年度，我局梳理目录，公开工作照常开展。", "broken"),
        ("2021年制定的目录继续使用。2021年的问题均已改正。", "holds"),
        ("2021年，我局梳理目录。今年以来逐项落实。", "holds"),
        ("2023年是新目录启用之年，我局先行准备。", "holds"),
        ("2023年，我局将启用新目录。", "holds"),
    ],
)
def test_years_at_the_beginning_of_sentences(overview: str, expected: str) -> None:
    """A sentence is about the year that it begins with if it tells what was done in it."""
    text = WHOLE.replace("公开工作照常开展，专人负责。", overview)
    assert verdict(text, "TIME.YEAR_CONSISTENT") == expected
    report = parse(text)
    broken = check(report).by_rule("TIME.YEAR_CONSISTENT").broken
    assert [report.quote(span) for one in broken for span in one.spans] == ["2021年"] * len(broken)


def test_a_signature_before_the_end_of_the_period() -> None:
    """No body knows the figures of a period that is not over, not even a new one."""
    told = "我局于2022年4月成立，统计期限自2022年4月1日起至2022年12月31日止。"
    text = f"{WHOLE.replace(PERIOD, told)}\n云岫市水务局\n2022年10月9日"
    assert verdict(text, "TIME.SIGNATURE_YEAR") == "broken"

    until = text.replace("2022年12月31日止", "2022年9月30日止").replace("成立", "撤销")
    assert verdict(until, "TIME.SIGNATURE_YEAR") == "unassessable"


def test_numbers_of_parts_that_the_form_does_not_have() -> None:
    """A part of the office's own has a number, in Markdown too; the rows of an annex have their own."""
    own = [*PARTS[:1], "二、组织领导\n专人负责。"]
    own += [f"{number}{part[1:]}" for number, part in zip("三四五六七", PARTS[1:], strict=True)]
    text = "\n\n".join([TITLE, PERIOD, *(f"## {part}" for part in own)])
    assert verdict(text, "STRUCT.HEADING_NUMBERS") == "holds"

    annex = early(tail=ANNEX.replace("受理政府", "三、受理政府"))
    assert verdict(annex, "STRUCT.HEADING_NUMBERS") == "holds"


def test_what_stands_in_an_attachment() -> None:
    """A report whose parts name an attachment lacks nothing; one message says to read it."""
    parts = [f"{part.partition(chr(10))[0]}\n详见附件。" for part in PARTS]
    findings = check(parse(web_page(*parts)))
    told = {
        name: findings.by_rule(f"STRUCT.{name}")[0].message().rpartition("：")[2]
        for name in ("TABLES", "PROBLEMS_NOT_EMPTY", "FEE_REPORTED")
    }

    assert list(findings.broken) == []
    assert told == {
        "TABLES": "表格在附件中，请一并读取附件",
        "PROBLEMS_NOT_EMPTY": "这一部分只写了见附件，请核对附件",
        "FEE_REPORTED": "这一部分只写了见附件，请核对附件",
    }
    assert {one.message().rpartition("：")[2] for one in findings if one.rule[:2] == "T3"} == {
        "没有读到表三"
    }


def test_headings_inside_part_six() -> None:
    """What part six is divided into is no part of its own, and what stands there on fees is said in it."""
    declared = WHOLE.replace(PERIOD, f"本报告由六个部分组成。{PERIOD}")
    text = declared.replace(
        "没有收取信息处理费。", "一、收费情况\n没有收取信息处理费。\n二、其他\n无。"
    )

    assert verdict(text, "TEXT.SECTION_COUNT") == "holds"
    assert verdict(text, "STRUCT.FEE_REPORTED") == "holds"
    assert verdict(declared.replace("六个部分", "五个部分"), "TEXT.SECTION_COUNT") == "broken"


def test_a_text_cut_in_the_heads_of_a_table() -> None:
    """Where the heads of the last table are all that is there of it, the text was cut."""
    heads = "四、政府信息公开行政复议、行政诉讼情况\n| 行政复议 | | | | | 行政诉讼 |\n| --- | --- | --- |"
    cut = "\n".join([TITLE, PERIOD, *PARTS[:3], heads])
    assert verdict(cut, "STRUCT.SECTIONS") == "unassessable"
