"""What is a report and what is none, and what is said about it."""

from __future__ import annotations

from random import Random

import pytest

from govinfo.errors import GovInfoError, NotAReport
from govinfo.figures import State
from govinfo.forms import form_by_id
from govinfo.reading import parse
from govinfo.testing.compare import falsehoods
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

KIND = "政府信息公开工作年度报告"
TITLE = f"云岫市教育局2023年{KIND}"
TABLED = (
    "一、总体情况\n照常进行。\n二、主动公开政府信息情况\n登载通知30条。\n三、收到和处理政府信息公开申请情况\n均已答复。\n"
    "四、政府信息公开行政复议、行政诉讼情况\n没有发生。\n五、存在的主要问题及改进情况\n栏目偏多。\n六、其他需要报告的事项\n没有。\n"
)
NARRATIVE = (
    "一、概述\n照常进行。\n二、主动公开政府信息的情况\n登载通知30条。\n三、依申请公开政府信息和不予公开政府信息的情况\n两件。\n"
    "四、政府信息公开的收费及减免情况\n没有收费。\n五、因政府信息公开申请行政复议、提起行政诉讼的情况\n没有。\n"
)
PROSE = (
    "全年主动公开信息30条，居民来信逐件答复，收到依申请公开2件。\n"
    "没有发生行政复议，也没有行政诉讼，没有收费和减免的情况。\n存在的问题是栏目偏多，下一步准备合并其中相近的几个栏目。\n"
)
NOTICE = f"关于做好2023年{KIND}编制和发布工作的通知"
INDEX = "\n".join(
    f"{name}2023年{KIND}"
    for name in ("云岫市教育局", "云岫市水务局", "松台县人民政府", "澜溪镇人民政府")
)

GLUED_2019 = "本年新制作数量" + "本年新公开数量" + "对外公开总数量" + "规章见附件"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("", "the text is empty", id="nothing"),
        pytest.param(" \n\u3000\n", "the text is empty", id="blanks"),
        pytest.param(
            f"{NOTICE}\n各科室：请在月底前报送。\n",
            f"a notice about reports: {NOTICE}",
            id="notice",
        ),
        pytest.param(
            f"{NOTICE}\n提纲如下。\n{TABLED}",
            f"a notice about reports: {NOTICE}",
            id="notice with headings",
        ),
        pytest.param(
            f"年报栏目 > 全部\n{INDEX}\n下一页",
            f"a title line: {'; '.join(INDEX.split()[:3])}, and 1 more",
            id="index page",
        ),
        pytest.param(
            "云岫市举办信息公开培训班\n1月5日，培训班讲解了主动公开与依申请公开的要求，各单位约60人参加，当天下午结束。",
            "topics that every report speaks of: 2 of 6",
            id="news item",
        ),
        pytest.param(
            f"云岫市教育局发布2023年{KIND}\n1月12日，教育局把报告放到网上，居民可以查阅。",
            "a title line: none",
            id="news of a report",
        ),
        pytest.param(
            "秋天的河水退得很慢，老船工每天清早去看水位。",
            "the words 政府信息公开: not found; 年度报告 or 年报: not found",
            id="prose",
        ),
        pytest.param("name,amount\na,1\n", "cells of the statutory tables: 0", id="another table"),
        pytest.param(TITLE, f"a title line: {TITLE}", id="title alone"),
        pytest.param(
            f"一图读懂{TITLE}\n登载通知30条。",
            f"a notice about reports: 一图读懂{TITLE}",
            id="interpretation",
        ),
        pytest.param("规章 | 1 | 2 | 3 |\n", "cells of the statutory tables: 3", id="one row"),
        pytest.param(
            "云岫市教育局政府信息公开指南\n一、总体情况\n本指南每年更新1次。\n二、主动公开政府信息情况\n"
            "公开机构职能、收费项目和统计数据。\n三、依申请公开\n对答复不服的，可以申请行政复议或提起行政诉讼。",
            "a title line: none",
            id="guide",
        ),
        pytest.param(
            "云岫市政府信息公开工作制度\n一、主动公开政府信息情况\n每月登载信息5条以上。\n二、行政复议、行政诉讼\n依法办理。",
            "a title line: none",
            id="rules of work",
        ),
        pytest.param(
            f"云岫市发布2016年{KIND}\n来源：云岫晚报\n27日，云岫市正式向社会发布2016年{KIND}。报告显示，全市主动公开"
            "信息2155条，同比增长2.1%；收到依申请公开231件，答复率100%。\n年报提出明年将深化公开内容。",
            "section headings: none",
            id="article in a newspaper",
        ),
        pytest.param(
            "2024年上半年政府信息公开数据统计\n一、主动公开政府信息情况\n2024年上半年公开公文373件。\n二、依申请公开情况\n"
            "受理政府信息公开申请167件。\n三、行政复议、诉讼情况\n发生行政诉讼2件。",
            "a title line: none",
            id="half a year",
        ),
        pytest.param(
            "2023年上半年政府信息公开工作总结\n一、主动公开情况\n公开公文373件。\n二、依申请公开情况\n受理申请16件。\n"
            "三、存在的问题\n更新不及时。",
            "a title line: none",
            id="summary of half a year",
        ),
        pytest.param(
            "云岫县林业局2022年法治政府建设年度报告\n一、总体情况\n完成造林1200亩。\n二、主要做法\n推进政务公开，全年"
            "主动公开政府信息63条，收到政府信息公开申请2件，发生行政复议1件。\n三、存在的主要问题及改进情况\n力量不足。",
            "a title line: none",
            id="report on the rule of law",
        ),
        pytest.param(
            "云岫县林业局2022年度政务公开情况自评报告\n一、基本情况\n主动公开政府信息63条，收到政府信息公开申请2件，均已答复。\n"
            "二、存在的主要问题及改进措施\n人手不足。",
            "a title line: none",
            id="marks for oneself",
        ),
        pytest.param(
            f"问：如何编写{KIND}？\n答：分主动公开、依申请公开、行政复议和行政诉讼、存在的问题等部分，未收到申请的，填0。",
            "section headings: none",
            id="question and answer",
        ),
        pytest.param(
            f"关于云岫县2021年{KIND}的解读\n一、总体情况\n登载通知63条。\n二、主动公开情况\n63条。\n三、依申请公开情况\n3件。",
            "a title line: none",
            id="explanation",
        ),
        pytest.param(
            f"一、总体情况\n为做好{KIND}编制工作，请各单位于本月底前报送材料6件。\n二、主动公开政府信息情况\n",
            "a title line: none",
            id="request to others",
        ),
        pytest.param(
            "一、总体情况\n2022年，全局完成造林1200亩，政务公开信息30条。\n二、主要成绩\n护林员30名。",
            "a title line: none",
            id="summary of other work",
        ),
    ],
)
def test_no_report(text: str, line: str) -> None:
    """What is no report is an error that says what was looked for and what was found."""
    with pytest.raises(NotAReport) as raised:
        parse(text)

    assert line in raised.value.evidence
    assert str(raised.value).split("\n")[1:] == [f"  - {each}" for each in raised.value.evidence]
    assert isinstance(raised.value, GovInfoError)
    assert isinstance(raised.value, ValueError)


LAW = "根据《中华人民共和国政府信息公开条例》要求，"
BARE = "一、总体情况\n2022年，网站登载消息63条。\n"
OVERVIEW = "一、总体情况\n2022年，我局主动公开政府信息63条，收到政府信息公开申请4件，已经办结。未发生行政复议和行政诉讼。\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{LAW}特向社会公布云岫县林业局2022年{KIND}。统计期限自2022年1月1日起至2022年12月31日止。\n{OVERVIEW}",
            id="announced in a sentence",
        ),
        pytest.param(
            f"{LAW}现发布《云岫县林业局2022年{KIND}》。\n{OVERVIEW}", id="between title marks"
        ),
        pytest.param(
            f"{LAW}现发布《云岫县林业局2022年{KIND}》。\n{OVERVIEW}发布会邀请记者9人次。\n",
            id="of a body that invites journalists",
        ),
        pytest.param(
            f"{LAW}现公布云岫县林业\n局2022年{KIND}。本报告由概述等4部分组成。\n一、概述\n局里有1名兼职人员。\n",
            id="wrapped within the name",
        ),
        pytest.param(
            f"本年度报告根据国办公开办函〔2021〕30号的要求编制。数据统计期限为2022年1月1日至12月31日。\n{OVERVIEW}",
            id="compiled by",
        ),
        pytest.param(f"{LAW}编制了本年度报告。\n{OVERVIEW}", id="under the regulations"),
        pytest.param(
            f"依据《中华人民共和国政府信息公开条例》第五十条之规定，制作本报告。\n{BARE}",
            id="made under an article",
        ),
        pytest.param(
            f"2022年，我局照章办理各项事务，对全年政府信息公开情况汇报如下。\n{BARE}",
            id="of a whole year",
        ),
        pytest.param(
            f"现就云岫镇2022年政府信息公开工作情况报告如下：\n{OVERVIEW}", id="reported as follows"
        ),
        pytest.param(
            "一、总体情况\n2022年，我局严格执行《中华人民共和国政府信息公开条例》，网站登载消息63条。\n",
            id="the beginning of part one",
        ),
        pytest.param(
            "一、总体情况\n2022年，全县上下狠抓落实。\n（一）主动公开情况。登载消息63条。\n"
            "（二）依申请公开情况。政府信息公开申请2件，均已答复。\n",
            id="part one with its points",
        ),
        pytest.param(
            f"{OVERVIEW}二、主动公开政府信息情况\n规章 | 0 | 0 | 0 |\n行政规范性文件 | 3 | 1 | 7 |\n",
            id="two parts and a few cells",
        ),
    ],
)
def test_reports_without_a_title(text: str) -> None:
    """What a search shows of a report often lacks the title: an introduction or two headings are enough."""
    report = parse(text)

    assert report.sections[0].id == "overview"
    assert report.year in {2022, None}


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (
            "四、政府信息公开行政复议、行政诉讼情况\n没有发生。\n五、存在的主要问题及改进情况\n收到申请3件。\n六、其他需要报告的事项\n",
            ["review_litigation", "problems", "other_matters"],
        ),
        (
            "二、主动公开政府信息情况\n规章 | 0 | 0 | 0 |\n行政规范性文件 | 3 | 1 | 7 |\n三、收到和处理政府信息公开申请情况\n",
            ["proactive_disclosure", "requests"],
        ),
        (
            (
                "（一）主动公开情况。全年在各个栏目主动公开政府信息63条。\n（二）依申请公开情况。收到政府信息公开申请3件，按时答复。\n"
                "（三）政府信息管理。制定制度2项。\n"
            ),
            [],
        ),
        (
            f"云岫县林业局2019年{KIND}\n本报告依照第五十条编制，现将情况公布如下：全年未收到申请。",
            [],
        ),
        (
            "云岫县林业局2013年政府信息公开工作总结\n一、加强领导\n有专人负责。\n二、强化公开\n公开政府信息63条。",
            [],
        ),
    ],
)
def test_pieces_of_reports(text: str, sections: list[str]) -> None:
    """Headings of the form with figures below them are a piece of a report; so is a short text below a title."""
    assert [section.id for section in parse(text).sections] == sections


def test_a_short_report_below_its_title() -> None:
    """One title and what was disclosed are a report without headings; a list of links has no figure."""
    title = "云岫县林业局2014年政府信息公开年度报告"
    report = parse(
        f"{title}\n2014年，网站共发布政府信息57条，下一步将合并其中相近的栏目，并改写办事指南。\n"
    )

    assert (report.year, [claim.value for claim in report.claims]) == (2014, [57])
    with pytest.raises(NotAReport):
        parse(f"{title}\n浏览次数：57次\n下一步\n")


def test_evidence_is_complete() -> None:
    """The evidence is one line for each thing looked for."""
    with pytest.raises(NotAReport) as raised:
        parse("老船工每天清早去看水位。")

    assert [line.split(":")[0] for line in raised.value.evidence] == [
        "a title line",
        "section headings",
        "cells of the statutory tables",
        "the words 政府信息公开",
        "topics that every report speaks of",
        "a notice about reports",
        "an introduction that says a report follows",
        "heads of the statutory tables, run together",
        "the text begins",
    ]


@pytest.mark.parametrize("form", ["form2021", "form2019"])
def test_everything_run_together(form: str) -> None:
    """A report that has lost all of its separators, title and all, is still one: no value of it is wrong."""
    for seed in range(20):
        draft = write(form_by_id(form), Random(seed))
        report = parse("".join(render(draft, "stacked").split()))

        assert (report.form.id, report.adapter, report.year) == (form, "collapsed", draft.year)
        assert falsehoods(report, draft.expected()) == {}


@pytest.mark.parametrize("form", ["form2021", "form2019"])
@pytest.mark.parametrize("dialect", ["pipes", "stacked", "markdown"])
def test_blank_form(form: str, dialect: str) -> None:
    """A form that nobody has filled in is a report whose cells are blank; its heading may call it a template."""
    draft = write(form_by_id(form), Random(1))
    text = render(draft.without(draft.form.addresses), dialect)
    for printed in (text, text.replace(KIND, f"{KIND}格式模板", 1)):
        report = parse(printed)
        assert report.form.id == form
        assert {figure.state for figure in report.figures().values()} == {State.BLANK}


@pytest.mark.parametrize(
    ("text", "form", "notes", "sections"),
    [
        pytest.param(
            f"云岫市教育局2015年{KIND}\n{PROSE}", "narrative2008", [], 0, id="title and prose"
        ),
        pytest.param(
            f"云岫市教育局2015年{KIND}\n{NARRATIVE}", "narrative2008", [], 5, id="headings of 2008"
        ),
        pytest.param(
            f"{TITLE}\n{TABLED}", "form2021", ["tables_missing"], 6, id="headings of 2021"
        ),
        pytest.param(
            f"云岫市教育局2020年{KIND}\n{TABLED}",
            "form2019",
            ["tables_missing"],
            6,
            id="headings of 2019",
        ),
        pytest.param(
            f"云岫市教育局2020年{KIND}\n\n{TABLED}".replace("二、主动", "二、行政机关主动"),
            "form2019",
            ["tables_missing"],
            6,
            id="another wording of a heading",
        ),
        pytest.param(
            f"{TITLE}\n{TABLED}".replace(
                "登载通知30条。",
                "本年制发件数本年废止件数现行有效件数规章见附件行政规范性文件见附件",
            ),
            "form2021",
            ["tables_unread"],
            6,
            id="heads run together, and no figures",
        ),
        pytest.param(
            f"{TITLE}\n{TABLED}".replace("登载通知30条。", GLUED_2019),
            "form2019",
            ["tables_unread"],
            6,
            id="heads of 2019 run together, and no figures",
        ),
    ],
)
def test_report_without_cells(text: str, form: str, notes: list[str], sections: int) -> None:
    """A report in prose, or one whose tables are lost, is a report on the form that its content shows."""
    report = parse(text)

    assert (report.form.id, [note.code for note in report.notes]) == (form, notes)
    assert (len(report.sections), list(report.tables)) == (sections, [])
    assert {figure.state for figure in report.figures().values()} <= {State.ABSENT}


@pytest.mark.parametrize(
    ("heading", "printed"),
    [
        pytest.param("一、总体情况", "一、全年工作的总体安排", id="part one"),
        pytest.param(
            "四、政府信息公开行政复议、行政诉讼情况", "四、复议与诉讼的办理", id="part four"
        ),
        pytest.param("五、存在的主要问题及改进情况", "五、还有哪些不足", id="part five"),
        pytest.param("六、其他需要报告的事项", "六、其它要说的话", id="part six"),
    ],
)
def test_free_headings(heading: str, printed: str) -> None:
    """A heading in the office's own words opens its part, by its number and what it speaks of."""
    report = parse(f"{TITLE}\n{TABLED}".replace(heading, printed))

    assert [section.id for section in report.sections] == [
        section.id for section in report.form.sections
    ]
    assert printed in [section.title for section in report.sections]


def test_free_headings_in_order() -> None:
    """A numbered line in the wrong place, or about something else, opens no part."""
    text = f"{TITLE}\n{TABLED}".replace("五、存在的主要问题及改进情况\n", "").replace(
        "没有。", "没有。\n五、还有哪些不足\n略。"
    )
    report = parse(text)

    assert [section.id for section in report.sections][-1] == "other_matters"
    assert "problems" not in [section.id for section in report.sections]


def test_free_headings_of_prose() -> None:
    """The parts of a report of before 2019 are known by what their headings speak of, in any order."""
    lines = [
        "一、工作概况",
        "二、诉讼与复议",
        "三、依申请公开的办理",
        "四、收费",
        "五、主动公开的做法",
        "六、不足",
    ]
    report = parse(f"云岫市教育局2014年{KIND}\n" + "\n照常。\n".join(lines) + "\n照常。\n")
    ids = ["overview", "review_litigation", "requests", "fees", "proactive_disclosure", "problems"]

    assert (report.form.id, [section.id for section in report.sections]) == ("narrative2008", ids)


def test_six_headings_are_enough() -> None:
    """The six parts of the form, in their order and wording, are a report, though its title is lost."""
    assert len(parse(TABLED).sections) == 6


@pytest.mark.parametrize(
    "kind", ["关于2023年政府信息公开工作情况的报告", "2023年政府信息公开工作总结"]
)
def test_other_titles_are_enough(kind: str) -> None:
    """The six parts below a title in other words are a report."""
    assert len(parse(f"云岫市教育局{kind}\n{TABLED}").sections) == 6
