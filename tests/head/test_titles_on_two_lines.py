"""Titles that are broken over two lines, wherever in the name of the body that is."""

from __future__ import annotations

import pytest

from govinfo.reading import parse

NAMES = (
    "云岫市水利局",
    "云岫县人民政府办公室",
    "云岫区住房和城乡建设委员会",
    "云岫区人民政府青溪街道办事处",
    "云岫县青岫镇人民政府",
    "云岫市城市管理行政执法局",
    "云岫县社会保险事业服务中心",
    "国家税务总局云岫市税务局",
    "云岫自治州民族宗教事务局",
    "云岫市公安局交通警察支队",
)
ABOVE = ("", "云岫政府网\n", "首页 > 政府信息公开\n", "索引号：YX01-2024\n", "通知公告\n", "小\n")
BELOW = """
根据《政府信息公开条例》，现公布年度报告。
一、总体情况
2023年，我单位收到政府信息公开申请12件。
二、主动公开政府信息情况
无。
六、其他需要报告的事项
无。
"""


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_on_two_lines(name: str, above: str) -> None:
    """The body has its whole name, and the title what stands on both lines."""
    title = f"{name}2023年政府信息公开工作年度报告"
    for place in range(1, len(title)):
        report = parse(f"{above}{title[:place]}\n{title[place:]}\n{BELOW}")

        assert (report.title, report.agency and report.agency.name) == (title, name), place


@pytest.mark.parametrize(
    ("above", "agency"),
    [
        ("云岫市要闻", "水利局"),  # a column that is named for its place
        ("云岫市人民政府", "水利局"),  # the site
        ("来源：云岫区住房和城乡建设", None),  # a field; what is left names nobody
        ("首页", None),
    ],
)
def test_lines_above_that_are_no_part_of_it(above: str, agency: str | None) -> None:
    """What is above a title goes into no name; 委员会 alone is that of nobody."""
    title = f"{agency or '委员会'}2023年政府信息公开工作年度报告"
    report = parse(f"{above}\n{title}\n{BELOW}")

    assert (report.title, report.agency and report.agency.name) == (title, agency)


@pytest.mark.parametrize(
    "above",
    [
        "简\n繁",
        "登\n录",
        "国家税务总局云岫市税务局",
        "国家税务总局\n云岫省税务局",
        "云岫县教育局\n云岫县财政局",
    ],
)
@pytest.mark.parametrize("name", ["国家税务总局青岫区税务局", "云岫县水利局"])
def test_a_whole_name_below_others(above: str, name: str) -> None:
    """A button, the body above or a list of bodies is no part of a name that is whole."""
    title = f"{name}2023年政府信息公开工作年度报告"
    report = parse(f"{above}\n{title}\n{BELOW}")

    assert (report.title, report.agency and report.agency.name) == (title, name)


def test_the_signature_tells_a_name_on_two_lines() -> None:
    """Where nothing on the two lines shows that a name goes on, the signature may."""
    title = "云岫\n高新技术产业开发区管理委员会2023年政府信息公开工作年度报告"
    signed = f"{BELOW}云岫高新技术产业开发区管理委员会\n2024年1月3日\n"

    assert parse(f"{title}\n{signed}").title == title.replace("\n", "")
