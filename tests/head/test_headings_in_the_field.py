"""Headings in the words and shapes in which offices print them, on either kind of form."""

from __future__ import annotations

import pytest
from headwork import TABLE_TWO

from govinfo.consistency import check
from govinfo.model import Report
from govinfo.reading import parse

TITLE = "云岫市水务局2022年政府信息公开工作年度报告"
BODY = {
    "overview": "公开工作照常开展，专人负责，按周更新。",
    "proactive_disclosure": TABLE_TWO,
    "requests": "来信当日登记。",
    "review_litigation": "没有复议和诉讼。",
    "problems": "目录偏粗，个别答复用语生硬，来年细分。",
    "other_matters": "没有收取信息处理费。",
}
HEADINGS = {
    "overview": "一、总体情况",
    "proactive_disclosure": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "review_litigation": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other_matters": "六、其他需要报告的事项",
}


def read(headings: dict[str, str], between: str = "\n") -> Report:
    """Return the report of 2021 with these headings and this between a heading and its body."""
    parts = HEADINGS | headings
    return parse(f"{TITLE}\n" + "\n".join(f"{parts[name]}{between}{BODY[name]}" for name in BODY))


@pytest.mark.parametrize(
    ("section", "heading"),
    [
        ("overview", "一、概述"),
        ("overview", "一、工作概述"),
        ("overview", "一、总体概述"),
        ("overview", "一、政府信息公开工作总体情况"),
        ("overview", "一、基本情况"),
        ("overview", "一、概 况"),
        ("overview", "—、总体情况"),
        ("overview", "一 、总体情况"),
        ("overview", "一，总体情况"),
        ("overview", "一.总体情况"),
        ("overview", "一、总体情况："),
        ("overview", "一总体情况"),
        ("overview", "第一部分 总体情况"),
        ("overview", "总体情况"),
        ("overview", "一、總體情況"),
        ("proactive_disclosure", "二、主动公开政府信息情况。"),
        ("proactive_disclosure", "二、政府信息主动公开情况"),
        ("proactive_disclosure", "二、主动公开信息情况"),
        ("proactive_disclosure", "二、行政机关主动公开政府信息的情况"),
        ("requests", "三、政府信息依申请公开办理情况"),
        ("requests", "三、行政机关收到和处理政府信息公开申请情况"),
        ("requests", "三、依申请公开情况"),
        ("review_litigation", "四、政府信息公开行政复议"),
        ("review_litigation", "四、因政府信息公开申请行政复议、提起行政诉讼的情况"),
        ("review_litigation", "四、行政复议、行政诉讼情况"),
        ("problems", "五、主要问题和改进措施"),
        ("problems", "五、存在问题及改进"),
        ("problems", "五、存在的问题及下步工作安排"),
        ("problems", "五、政府信息公开工作存在的主要问题及改进情况"),
        ("problems", "l五、存在的主要问题及改进情况"),
        ("problems", "1五、存在的主要问题及改进情况"),
        ("problems", "·五、存在的主要问题及改进情况"),
        ("problems", "五存在的主要问题及改进情况"),
        ("problems", "四、存在的主要问题及改进情况"),
        ("problems", "四、存在的不足和改进措施"),
        ("problems", "五、存在的不足和下一步打算"),
        ("other_matters", "六、其他"),
        ("other_matters", "六、其他事项"),
        ("other_matters", "六、需要说明的其他事项"),
        ("other_matters", "六、其它需要报告的事项"),
        ("other_matters", "五、其他需要报告的事项"),
        ("other_matters", "七、其他需报告事项"),
        ("other_matters", ".六、其他需要报告的事项"),
    ],
)
def test_spellings(section: str, heading: str) -> None:
    """A heading is told for its part by its gist, its place and its number; nobody is accused."""
    report = read({section: heading})

    assert [part.id for part in report.sections] == list(BODY)
    part = next(part for part in report.sections if part.id == section)
    assert part.text.startswith(BODY[section][:8])
    assert not check(report).broken.by_rule("STRUCT.SECTIONS")


@pytest.mark.parametrize("between", [" ", "。", "：", "  ", ""])
def test_body_behind_the_heading(between: str) -> None:
    """A heading may have its body on the same line, with a space, a stop or nothing between."""
    report = read({}, between=between)

    assert [part.id for part in report.sections] == list(BODY)
    assert report.sections[4].title == HEADINGS["problems"]
    assert report.sections[4].text.strip("。： ") == BODY["problems"].strip("。")


def test_overview_behind_the_introduction() -> None:
    """The first heading may stand behind the introduction, on one line."""
    lines = [f"{HEADINGS[name]}\n{BODY[name]}" for name in BODY]
    report = parse("\n".join([f"{TITLE}\n本报告依照条例编制。 {lines[0]}", *lines[1:]]))

    assert [part.id for part in report.sections] == list(BODY)
    assert report.sections[0].title == "一、总体情况"


PROSE = (
    ("overview", "一、概述", "照常开展。"),
    ("proactive_disclosure", "二、主动公开政府信息的情况", "公告栏全年更新。"),
    ("requests", "三、依申请公开政府信息的情况", "来信当日登记。"),
    ("fees", "四、收费及减免情况", "没有收费。"),
    ("review_litigation", "五、行政复议和行政诉讼情况", "没有复议。"),
    ("problems", "六、存在的主要问题和改进措施", "目录偏粗。"),
)


@pytest.mark.parametrize("gap", [" ", "", "  ", "\u3000"])
@pytest.mark.parametrize("joined", [1, 2, 6])
def test_a_page_on_a_few_lines(gap: str, joined: int) -> None:
    """A page in prose that lost its line breaks keeps its parts, with spaces or without."""
    pieces = [f"{heading}{gap or ' '}{body}" for _, heading, body in PROSE]
    lines = [gap.join(pieces[i : i + joined]) for i in range(0, len(pieces), joined)]
    report = parse(
        "\n".join([f"澜溪镇2018年政府信息公开年度报告\n本报告如下。{gap}{lines[0]}", *lines[1:]])
    )

    assert [part.id for part in report.sections] == [name for name, *_ in PROSE]
    assert [part.title for part in report.sections] == [heading for _, heading, _ in PROSE]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("六、存在的主要问题及改进情况", "problems"),
        ("六、存在问题及下步工作安排", "problems"),
        ("六、主要问题及2019年工作打算", "problems"),
        ("一、总体情况", "overview"),
        ("一、工作概况", "overview"),
        ("一、政府信息公开工作情况", "overview"),
        ("一、工作开展情况", "overview"),
        ("三、收到和处理政府信息公开申请情况", "requests"),
        ("三、政府依申请公开政府信息和不予公开信息情况", "requests"),
        ("三、公开申请的办理情况", "requests"),
        ("二、信息主动公开情况", "proactive_disclosure"),
        ("二、政府信息主动公开情况", "proactive_disclosure"),
        ("四、收费和减免的情况", "fees"),
        ("四、依申请收费及减免情况", "fees"),
        ("五、政府信息公开申请行政复议、行政诉讼情况", "review_litigation"),
        ("五、申请行政复议、提起行政诉讼情况", "review_litigation"),
        ("六、政府信息公开工作存在的主要问题及改进措施等需要说明的其它事项", "problems"),
    ],
)
def test_prose_in_the_words_of_the_later_form(heading: str, section: str) -> None:
    """A report in prose may have a heading of the later form, or words of its own."""
    parts = [(name, heading if name == section else own, body) for name, own, body in PROSE]
    report = parse(
        "澜溪镇2018年政府信息公开年度报告\n" + "\n".join(f"{own}\n{body}" for _, own, body in parts)
    )

    assert [part.id for part in report.sections] == [name for name, *_ in PROSE]


def test_a_part_on_fees() -> None:
    """A part that the form does not have is one of its own: those around it keep their texts."""
    text = "\n".join(f"{HEADINGS[name]}\n{BODY[name]}" for name in BODY)
    text = text.replace("五、", "五、信息处理费收取情况\n发出通知3件，收取260元。\n六、").replace(
        "六、其他", "七、其他"
    )
    report = parse(f"{TITLE}\n{text}")

    assert [part.id for part in report.sections] == [*list(BODY)[:4], "fees", *list(BODY)[4:]]
    assert report.sections[3].text == BODY["review_litigation"]
    assert [note.code for note in report.notes if note.code == "extra_part"] == ["extra_part"]
    broken = {finding.rule for finding in check(report).broken}
    assert broken.isdisjoint({"STRUCT.SECTIONS", "STRUCT.FEE_REPORTED"})


@pytest.mark.parametrize(
    "line",
    [
        "一、加强领导，落实责任。",
        "本报告由一、总体情况，二、主动公开政府信息情况，三、存在的主要问题及改进情况组成。",
        "全文包括：一、概述；二、主动公开政府信息情况；三、存在的主要问题及改进情况。",
        "二、完善制度。三、增加培训。",
    ],
)
def test_lists_are_no_headings(line: str) -> None:
    """A list in the first part, or of the parts in the introduction, opens no part."""
    parts = [f"{HEADINGS[name]}\n{BODY[name]}" for name in BODY]
    whole = parse("\n".join([TITLE, line, *parts]))
    inside = parse("\n".join([TITLE, parts[0], line, *parts[1:]]))

    for report in (whole, inside):
        assert [part.id for part in report.sections] == list(BODY)
        assert [part.title for part in report.sections] == list(HEADINGS.values())


@pytest.mark.parametrize(
    "numbers",
    [
        [f"（{number}）" for number in "一二三四五六"],
        [f"{number}、" for number in range(1, 7)],
        [f"{number}. " for number in range(1, 7)],
        [f"{number}、" for number in "ⅠⅡⅢⅣⅤⅥ"],
        [f"第{number}部分 " for number in "一二三四五六"],
        [""] * 6,
    ],
)
def test_numbers_of_other_kinds(numbers: list[str]) -> None:
    """Headings may have numbers in brackets, in figures or in Roman letters, or none."""
    report = read(
        {
            name: number + title[2:]
            for (name, title), number in zip(HEADINGS.items(), numbers, strict=True)
        }
    )

    assert [part.id for part in report.sections] == list(BODY)


def test_two_parts_under_one_heading() -> None:
    """A part whose gist stands in the heading of another is there."""
    text = read({}).source_text
    joint = text.replace("六、其他需要报告的事项\n", "").replace(
        "五、存在的主要问题及改进情况", "五、存在的主要问题及改进情况和其他需要报告的事项"
    )

    assert not check(parse(joint)).broken.by_rule("STRUCT.SECTIONS")


def test_a_part_of_its_own() -> None:
    """A numbered part that no form has leaves the numbers of the others in order."""
    text = read({}).source_text
    longer = text.replace("五、存在", "五、平台建设情况\n更新栏目。\n六、存在").replace(
        "六、其他", "七、其他"
    )
    report = parse(longer)

    assert [part.id for part in report.sections] == list(BODY)
    assert not [finding for finding in check(report).broken if finding.rule.startswith("STRUCT")]
    assert not check(report).broken.by_rule("STRUCT.HEADING_NUMBERS")
    gap = longer.replace("七、其他", "八、其他")
    assert check(parse(gap)).broken.by_rule("STRUCT.HEADING_NUMBERS")


OLD = (
    ("overview", "概述"),
    ("proactive_disclosure", "主动公开政府信息的情况"),
    ("requests", "依申请公开政府信息办理情况"),
    ("fees", "收费及减免情况"),
    ("review_litigation", "行政复议、提起诉讼情况"),
    ("problems", "存在的主要问题及改进措施"),
)


@pytest.mark.parametrize(
    "numbers",
    [
        [f"（{number}）" for number in "一二三四五六"],
        [f"{number}、" for number in range(1, 7)],
        [f"({number})" for number in range(1, 7)],
        [f"{number} " for number in range(1, 7)],
        list("①②③④⑤⑥"),
        [f"{number}、" for number in "ⅠⅡⅢⅣⅤⅥ"],
        [f"第{number}部分：" for number in "一二三四五六"],
    ],
)
def test_numbers_of_other_kinds_before_own_words(numbers: list[str]) -> None:
    """Of headings with other numbers, some may be in the words of the office."""
    lines = [f"{number}{title}" for number, (_, title) in zip(numbers, OLD, strict=True)]
    body = "\n照常进行，没有变化。\n"
    report = parse(f"澜溪镇2012年政府信息公开年度报告\n{body.join(lines)}{body}")

    assert [part.id for part in report.sections] == [name for name, _ in OLD]
    assert [part.title for part in report.sections] == lines


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (
            "一、概述\n（一）主动公开\n公开12条。\n（二）依申请公开\n没有。\n（三）收费\n没有。\n二、存在的问题\n少。",
            ["overview", "problems"],
        ),
        (
            "（一）主动公开情况\n公开政府信息12条。\n（二）依申请公开情况\n没有。\n（三）政府信息管理\n有。\n（四）平台建设\n有。",
            [],
        ),
        (
            "主动公开情况\n1、政府网站公开28条\n2、公报公开3条\n3、依申请公开2条",
            ["proactive_disclosure"],
        ),
        ("公开政府信息63条。\n一是加强领导\n二是主动公开\n三是依申请公开", []),
    ],
)
def test_points_within_a_part(text: str, sections: list[str]) -> None:
    """The points of a part have numbers of other kinds too, and open none."""
    report = parse(f"澜溪镇2012年政府信息公开年度报告\n{text}\n")

    assert [part.id for part in report.sections] == sections
