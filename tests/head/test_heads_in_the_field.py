"""Heads in the ways in which offices and websites write them: nothing wrong, and hardly anything lost."""

from __future__ import annotations

from typing import Any

import pytest
from headwork import CALM, FORM, KIND, PROSE, TITLE, VARIANTS, Variant

from govinfo.errors import NotAReport
from govinfo.head.agencies import in_full
from govinfo.model import Report
from govinfo.reading import parse


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.id)
def test_variant(variant: Variant) -> None:
    """Title, year, agency, dates and fields are what a careful reader says."""
    report = parse(variant.text)

    for name, wanted in variant.truth.items():
        found = said_by(report, name)
        assert found in wanted if isinstance(wanted, tuple) else found == wanted, (name, found)


def said_by(report: Report, name: str) -> Any:
    """Return what a report says of itself under a name of the truth."""
    known = {
        "title": report.title,
        "year": report.year,
        "agency": report.agency and report.agency.name,
        "published": report.published and report.published.isoformat(),
    }
    return known[name] if name in known else report.metadata.get(name)


@pytest.mark.parametrize(
    "junk",
    [
        "打印本页 关闭窗口",
        "浏览次数：1024",
        "字体：[大 中 小]",
        "分享到：",
        "主题词：\n",
        "责任编辑：张三",
    ],
)
@pytest.mark.parametrize("variant", VARIANTS[::7], ids=lambda variant: variant.id)
def test_what_a_website_adds(variant: Variant, junk: str) -> None:
    """Buttons, counters and empty fields above a head change nothing that it says."""
    alone, below = parse(variant.text), parse(f"{junk}\n{variant.text}")

    assert (alone.title, alone.year, alone.agency) == (below.title, below.year, below.agency)
    assert alone.metadata == below.metadata


def test_a_letter_that_asks_for_reports() -> None:
    """A letter that asks others for their reports is none; one with the parts of a report is."""
    letter = f"关于报送2016年{KIND}的函"
    with pytest.raises(NotAReport):
        parse(f"{letter}\n各科室：请于本月底前报送年度报告，内容有主动公开、收费和存在问题。")

    assert parse(PROSE.format(top=letter, overview=CALM, tail="")).title == letter


def test_the_day_of_an_update_is_doubted() -> None:
    """Where a page names only the day of its last update, it may have been published before."""
    updated = parse(FORM.format(top=f"{TITLE}\n更新时间：2023-05-31", overview=CALM, tail=""))
    published = parse(FORM.format(top=f"{TITLE}\n发布时间：2023-05-31", overview=CALM, tail=""))

    assert updated.published == published.published
    assert "published_by_update" in {note.code for note in updated.notes}
    assert "published_by_update" not in {note.code for note in published.notes}


@pytest.mark.parametrize(
    ("name", "text", "full"),
    [
        ("市公路局", "我市公路局以人民为中心。\n云岫市公路局\n2022年1月9日", "云岫市公路局"),
        (
            "市城管局(执法局)",
            "现公布云岫市城管局的报告：云岫市城管局(执法局)",
            "云岫市城管局(执法局)",
        ),
        ("市公路局", "云岫市公路局、霜桥市公路局", None),
        ("市公路局", "由云岫市公路局编制", None),
        ("市公路局", "市公路局", None),
    ],
)
def test_a_name_gets_the_one_place_that_stands_before_it(
    name: str, text: str, full: str | None
) -> None:
    """A place counts behind a mark only, and where all of them say the same."""
    assert in_full(name, text) == full


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ("收到申请7件，答复6件，余1件转2024年度办理", None),
        ("收到申请7件，其中2022年结转1件", None),
        ("2023年收到申请7件，答复6件，1件转至2024年办理", 2023),
        ("2023年收到申请7件，其中2022年度结转1件", 2023),
    ],
)
def test_years_that_requests_come_from_or_go_to(told: str, year: int | None) -> None:
    """The year from which or to which a request is carried over is not that of the report."""
    text = f"云岫县水务局政府信息公开工作年度报告\n一、总体情况\n{told}。\n二、存在的问题\n人手不足。\n"

    assert parse(text).year == year


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("松台县水务局编制了2023年政府信息公开工作报告", "松台县水务局"),
        ("根据要求，松台县住房和城市更新局编制本年度报告", "松台县住房和城市更新局"),
        ("督促松台县水务局编制了政府信息公开年度报告", None),
        ("第三方评估中心编制了政务公开评估报告", None),
        ("各乡镇编制了政府信息公开年度报告", None),
    ],
)
def test_who_wrote_the_report(sentence: str, agency: str | None) -> None:
    """The body that says it wrote the report is the one that reports, unless others made it."""
    report = parse(FORM.format(top=f"信息公开年报\n{sentence}。", overview=CALM, tail=""))

    assert (report.agency and report.agency.name) == agency


@pytest.mark.parametrize(
    "top",
    [
        "云溪县水务局\n云溪县水务局2023\n政府信息公开工作年度报告",
        "云溪县水务局\n发布时间：2024-01-20 浏览次数：12\n云溪县水务局2023年\n政府信息公开工作年度报告",
        "云溪县水务局\n云溪县水务局\n2023年政府信息公开工作年度报告",
        "云溪县水务局\n云溪县水务局2023年政府信息公开工作年度报告",
        "云溪县水务局\n2023年政府信息公开工作年度报告",
    ],
)
def test_the_name_of_the_site_above_the_title(top: str) -> None:
    """The name of the body alone on a line above a title that begins with it is not said twice."""
    report = parse(f"{top}\n一、总体情况\n全年公开信息12条。\n{CALM}")
    assert report.agency is not None
    assert (report.agency.name, report.year) == ("云溪县水务局", 2023)
    assert "水务局云溪" not in (report.title or "")


@pytest.mark.parametrize(
    ("title", "below", "agency"),
    [
        ("松台县税务局", "国家税务总局松台县税务局", "国家税务总局松台县税务局"),
        ("松台海事局", "中华人民共和国松台海事局", "中华人民共和国松台海事局"),
        ("松台县税务局", "国家税务总局青岫县税务局", "松台县税务局"),
    ],
)
def test_the_full_name_stands_in_the_signature(title: str, below: str, agency: str) -> None:
    """A body that answers to the centre has its full name, where the title has the short one."""
    report = parse(
        f"{title}2021年政府信息公开工作年度报告\n一、总体情况\n{CALM}。\n"
        f"二、存在的问题\n人手不足。\n{below}\n2022年1月12日\n"
    )

    assert report.agency is not None
    assert report.agency.name == agency


@pytest.mark.parametrize(
    ("top", "title", "agency"),
    [
        (
            "[青岫镇]2012年青岫镇政府信息公开工作年度报告",
            "2012年青岫镇政府信息公开工作年度报告",
            "青岫镇",
        ),
        (
            "松台海关2015年海关政府信息公开年度报告",
            "松台海关2015年海关政府信息公开年度报告",
            "松台海关",
        ),
        (
            (
                "松台县青岫镇人民政府关于公布\n《青岫镇2009年政府信息公开年度报告》的通知\n各村委会：\n"
                "现予以公布。\n青岫镇2009年政府信息公开年度报告\n引言\n本年报根据要求编制。"
            ),
            "青岫镇2009年政府信息公开年度报告",
            "青岫镇",
        ),
    ],
)
def test_what_stands_around_the_title(top: str, title: str, agency: str) -> None:
    """The column of a site, the field of work, and a notice that comes with the report."""
    report = parse(f"{top}\n一、概述\n主动公开信息9条，收到申请2件，没有收费。\n")

    assert report.agency is not None
    assert (report.title, report.agency.name) == (title, agency)
