"""What a website leaves in a text and around it: it is dropped, and nothing else is."""

from __future__ import annotations

import pytest
from good import GOOD
from hypothesis import given
from hypothesis import strategies as st

from govinfo.reading import parse
from govinfo.spans import Span, Text
from govinfo.testing.damage import DAMAGE
from govinfo.testing.strategies import Printed, consistent_reports, damaged, pages
from govinfo.text import repair
from govinfo.text.boilerplate import end_of_body, is_boilerplate, without_boilerplate


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<!--[if !supportLists]-->1.<!--[endif]-->属于国家秘密", "1.属于国家秘密"),
        ('甲\n<ul list-paddingleft-2">\n乙', "甲\n乙"),
        ("0\n\n</div>\n\n0", "0\n\n0"),
        ("时间：2024-01-05 --> 微信", "时间：2024-01-05  微信"),
        ("规章|0&nbsp;|&nbsp;|", "规章|0 | |"),
        ("A&amp;nbsp;B&#25919;&#x5e9c;", "A B政府"),
        ("本年新<br />制作数量", "本年新 制作数量"),
        ("<span>规章</span>|<span>0</span>|", "规章|0|"),
        ("0<o:p></o:p>", "0"),
        ("1<span>2</span>", "1 2"),
        ("1</span><span>2", "1 2"),
        ("1</td><td>2", "1 2"),
    ],
)
def test_leaked_markup_goes(source: str, expected: str) -> None:
    """Figures that a tag set apart stay apart; a line of nothing but tags is no line."""
    mended, notes = repair(Text(source))
    assert (str(mended), notes) == (expected, ())


def test_places_around_leaked_markup() -> None:
    """A figure behind a tag is found where it stands."""
    mended, _ = repair(Text("规章|<span>12</span>|&nbsp;|"))
    assert mended.source_span(3, 5) == Span(9, 11)


@pytest.mark.parametrize(
    "line",
    [
        "当前位置： 首页 > 政务公开 > 年报",
        "您现在的位置：首页>>信息公开",
        "首页 > 政务公开",
        "【打印】【关闭】 字体：大 中 小",
        "- 字体: 【 大 中 小 】",
        "微信 微博 QQ空间 全真版 文字版 文件下载 相关链接：",
        "浏览次数：123次",
        "上一篇：没有了",
        "版权所有：云岫市人民政府   主办：云岫市人民政府办公室",
        "网站地图    联系我们    网站标识码：0000000000",
        "云ICP备00000000号-1  云公网安备 00000000000000号",
        "主办单位：云岫市人民政府办公室",
        "本站已支持IPv6",
    ],
)
def test_chrome_is_known(line: str) -> None:
    """Breadcrumbs, buttons, links, and who runs the site under which number."""
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        *GOOD,
        "",
        "0",
        "12",
        "无",
        "无。",
        "一、总体情况",
        "信息公开申请",
        "来源：云岫市水务局 发布时间：2024-01-14 字体：[ 大 中 小 ]",
        "云岫市水务局",
        "2024年1月14日",
        "下一步打算合并相近栏目。",
        "打印费用由申请人承担",
    ],
)
def test_a_report_is_no_chrome(line: str) -> None:
    """Figures, headings, fields, signatures and sentences are what a report is made of."""
    assert not is_boilerplate(line)


def test_the_end_of_a_report() -> None:
    """Names between two lines of furniture are furniture, and so are the same names above them; a signature is none."""
    body = "无其他需要报告的事项。\n云岫市水务局\n2025年1月5日\n"
    furniture = "云岫政务\n微信公众号\n云岫政务\n官方微博\n版权所有：云岫市人民政府\n\n"
    assert end_of_body(body + furniture) == len(body)
    assert end_of_body(body) == len(body)
    assert end_of_body("无\n无\n甲\n甲\n") == len("无\n无\n甲\n甲\n")
    assert end_of_body(body + "打印\n云岫市人民政府\n关闭") == len(body + "打印\n云岫市人民政府\n")


def test_lines_without_boilerplate() -> None:
    """What is left are the other lines, as they are."""
    assert without_boilerplate("首页 > 年报\n标题\n打印 关闭\n索引号：1") == "标题\n索引号：1"


@given(pages(consistent_reports(), ("pipes", "stacked", "markdown")), st.data())
def test_chrome_is_in_no_part_of_a_report(printed: Printed, data: st.DataObject) -> None:
    """Sections read as they do without it, title and fields as well; the source keeps every character."""
    text = data.draw(damaged(printed.text, DAMAGE["site_chrome"]))
    report, whole = parse(text), parse(printed.text)
    assert [section.text for section in report.sections] == [
        section.text for section in whole.sections
    ]
    assert (report.title, report.metadata, report.notes) == (
        whole.title,
        whole.metadata,
        whole.notes,
    )
    assert report.source_text == text
