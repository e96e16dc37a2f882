"""Heads and tails as offices and websites really write them: spellings, places, and who is not the author."""

from __future__ import annotations

from datetime import date

import pytest

from govinfo.model import Report
from govinfo.reading import parse

AGENCY = "青陌区民政局"
KIND = "政府信息公开工作年度报告"
TITLE = f"{AGENCY}2017年{KIND}"
PERIOD = "数据统计期限为2017年1月1日至2017年12月31日。"
WHOLE_YEAR = (date(2017, 1, 1), date(2017, 12, 31))
PARTS = """
一、概述
{speaker}按部署开展工作。
二、主动公开政府信息情况
公告栏常年更新。
三、依申请公开政府信息情况
来信当日登记。
四、存在的主要问题和改进措施
目录仍需完善。
"""


def read(top: str, speaker: str = "本单位", tail: str = "") -> Report:
    """Return the report with this above its parts, this speaker in the first, and this below the last."""
    return parse(f"{top}\n{PERIOD}{PARTS.format(speaker=speaker)}{tail}")


@pytest.mark.parametrize(
    "title",
    [
        f"{AGENCY}2017政府信息公开工作年度报告",
        f"{AGENCY}2017年政府信息公开工作公开年度报告",
        f"{AGENCY}2017年政府信息工作公开年度报告",
        f"{AGENCY}政府信息公开工作2017年年度报告",
        f"{AGENCY}2017年政府信息公开工作总结报告",
        f"{AGENCY}关于2017年政府信息公开工作的年度报告",
        f"{AGENCY}{KIND}（2017年）",
        f"二○一七年{AGENCY}{KIND}",
    ],
)
def test_spellings_of_titles(title: str) -> None:
    """Words of the title come in many orders, some twice and some not at all; agency and year are the same."""
    report = read(title)

    assert (report.title, report.agency and report.agency.name, report.year) == (
        title,
        AGENCY,
        2017,
    )


@pytest.mark.parametrize(
    "top",
    [
        f"现将《{TITLE}》公布如下。",
        f"首页 政府信息公开 {TITLE} 来源：{AGENCY} 时间：2018-03-14 00:00",
        f"索引号 014416330/2018-04736 发布机构 {AGENCY} 发文日期 2018年1月3日 名称 {TITLE}",
        "青陌区\n民政局\n2017年政府信息公开\n工作年度报告",
    ],
)
def test_titles_on_no_line_of_their_own(top: str) -> None:
    """A title stands in 《》, among what a website prints, behind a field without a colon, or on four lines."""
    report = read(top)

    assert (report.title, report.agency and report.agency.name, report.year) == (
        TITLE,
        AGENCY,
        2017,
    )


def test_the_title_of_a_page() -> None:
    """A page without a title in its text has the one it gives itself, without the name of the site."""
    paragraphs = "".join(f"<p>{line}</p>" for line in PARTS.format(speaker="我局").splitlines())
    page = f"<html><head><title>{TITLE}_青陌区人民政府网</title></head><body>{paragraphs}</body></html>"

    assert parse(page).title == TITLE


@pytest.mark.parametrize(
    "top",
    [
        f"根据《关于做好2017年{KIND}编制的通知》，编制本报告。",
        f"依照《中华人民共和国{KIND}格式》编制。",
        f"我们参考了《云岫市人民政府2017年{KIND}》格式。",
    ],
)
def test_documents_that_are_only_referred_to(top: str) -> None:
    """The name of a notice, of the form or of an example is not the title of the report."""
    assert read(top).title is None


def test_fields_without_colons() -> None:
    """Header fields are told by what stands behind them; words of a sentence are none."""
    report = read(
        f"索引号 014416330/2018-04736 发布机构 {AGENCY} 发文日期 2018年1月3日\n{TITLE}\n发布日期 以网站为准"
    )

    assert report.metadata == {
        "index_number": "014416330/2018-04736",
        "issuing_agency": AGENCY,
        "created_date": "2018年1月3日",
    }
    assert report.created == date(2018, 1, 3)


@pytest.mark.parametrize(
    ("issuer", "speaker", "agency"),
    [
        ("云岫市人民政府", "2017年，我镇", None),
        ("云岫市人民政府", "2017年，我局", None),
        ("云岫市民政局", "2017年，我局", "云岫市民政局"),
        ("青陌区人民政府", "2017年，我区", "青陌区人民政府"),
        ("霜桥镇人民政府", "2017年，我镇", "霜桥镇人民政府"),
        ("云岫市民政局", "2017年，本单位", "云岫市民政局"),
    ],
)
def test_who_published_it_need_not_have_written_it(
    issuer: str, speaker: str, agency: str | None
) -> None:
    """A body that calls itself 我镇 is no city; who it is stays unknown where nothing else says so."""
    report = read(f"发布机构：{issuer}\n2017年{KIND}", speaker)

    assert (report.agency and report.agency.name) == agency


def test_our_town_is_nobody() -> None:
    """我镇 in a title names no town."""
    report = read(f"我镇2017年{KIND}", "我镇")

    assert (report.agency, report.year) == (None, 2017)


@pytest.mark.parametrize(
    ("tail", "agency", "signed"),
    [
        ("霜桥镇人民政府\n二○一八年元月二十日", "霜桥镇人民政府", date(2018, 1, 20)),
        ("霜桥镇人民政府二○一八年四月十日", "霜桥镇人民政府", date(2018, 4, 10)),
        ("特此报告。 霜桥镇人民政府 2018年4月10日", "霜桥镇人民政府", date(2018, 4, 10)),
        (
            "特此报告。 霜桥镇人民政府2018年4月10日 （联系人：值班室）",
            "霜桥镇人民政府",
            date(2018, 4, 10),
        ),
        ("霜桥镇人民政\n2018年4月10日", None, date(2018, 4, 10)),
        ("详见。云岫市人民政府2018年4月10日印发的文件。", None, None),
    ],
)
def test_signatures(tail: str, agency: str | None, signed: date | None) -> None:
    """A signature stands on two lines, on one, or behind the last sentence; a misspelt organ is nobody's name."""
    report = read(f"2017年{KIND}", tail=tail)

    assert (report.agency and report.agency.name, report.signed) == (agency, signed)


@pytest.mark.parametrize(
    ("stated", "period"),
    [
        ("统计期限为2008年5月1日至2008年12月31日。", (date(2008, 5, 1), date(2008, 12, 31))),
        ("数据统计期限为2008年5月至12月。", (date(2008, 5, 1), date(2008, 12, 31))),
        ("统计时间为2017年1月—2018年2月底。", (date(2017, 1, 1), date(2018, 2, 28))),
        ("2017年6月1日至6月30日开展宣传，数据取自2017年1月1日至12月31日。", WHOLE_YEAR),
        ("2017年6月1日至6月30日开展宣传。", None),
    ],
)
def test_periods(stated: str, period: tuple[date, date] | None) -> None:
    """Part of a year is a period where it is said to be that of the figures; a month of something else is not."""
    assert parse(f"{TITLE}\n{stated}{PARTS.format(speaker='本局')}").period == period


def test_four_years_on_one_page() -> None:
    """URL, publication, signature and report have a year each; only the title says which was reported on."""
    top = f"http://www.example.gov.cn/201905/t20190505_1.htm\n发布日期：2018-03-14\n{AGENCY}2016年{KIND}"
    report = parse(f"{top}\n{PARTS.format(speaker='2016年，我局')}{AGENCY}\n2017年12月31日")

    assert (report.year, report.published, report.signed) == (
        2016,
        date(2018, 3, 14),
        date(2017, 12, 31),
    )
    assert (
        parse(f"{AGENCY}{KIND}\n发布日期：2018-03-14\n{PARTS.format(speaker='我局')}").year is None
    )
