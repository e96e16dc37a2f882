"""What Markdown puts around words is taken away; what only looks like it stays."""

from __future__ import annotations

from random import Random

import pytest

from govinfo.forms.form2021 import FORM2021
from govinfo.spans import Text
from govinfo.testing.dialects import DIALECTS, VARIANTS, render
from govinfo.testing.drafts import write
from govinfo.text import repair
from govinfo.text.repairs import MARKDOWN

MARKED = {
    "当前位置：[首页](/) > [年报](http://www.example.cn/nb/)": "当前位置：首页 > 年报",
    "![云岫市](images/logo.png)": "云岫市",
    "【字体：[大](javascript:enlarge\\(20\\))】": "【字体：大】",
    '<a id="一总体情况"></a>## 一、总体情况': "## 一、总体情况",
    "**发文机关：**|  云岫市教育局| **成文日期：**|  2025-01-18": "发文机关：|  云岫市教育局| 成文日期：|  2025-01-18",
    "-   **索引号：**YX4507": "-   索引号：YX4507",
    "__五、存在的主要问题及改进情况__": "五、存在的主要问题及改进情况",
    "1\\.属于国家秘密": "1.属于国家秘密",
    "成文日期：2021\\-01\\-18": "成文日期：2021-01-18",
    "（二）部分公开\\\n（区分处理的）": "（二）部分公开\n（区分处理的）",
    "规章 \\\n行政处罚\n\\\n（二）\\\n": "规章 \\\n行政处罚\n\\\n（二）\n",
    "> 甲\n> 乙\n>\n>> 丙\n>| 1 |": "甲\n乙\n\n丙\n| 1 |",
    "# 云岫市教育局2024年度报告 {#云岫市教育局2024年度报告 .title}": "# 云岫市教育局2024年度报告",
    "::: attachments\n附件\n:::": "\n附件\n",
    '浏览[1286]{lang="EN-US"}次': "浏览1286次",
    '[cols="1,1"]\n|===\n.2+|（三）不予公开 |1.属于国家秘密 2+|5\n2.3+|总计 |7\n|===\n': (
        "\n\n|（三）不予公开 |1.属于国家秘密 |5\n|总计 |7\n\n"
    ),
}
UNMARKED = (
    "规章 2+| 5 |",
    "云府发[2024](3号)文件",
    "申请人张**、李**各一件",
    "| 首页 \\| 年报 |",
    "收到申请12件{其中网上3件}",
    "一般公共预算_收入_支出",
)


@pytest.mark.parametrize("text", MARKED)
def test_marks_are_taken_away(text: str) -> None:
    """The words remain."""
    assert str(repair(Text(text))[0]) == MARKED[text]


@pytest.mark.parametrize("text", UNMARKED)
def test_what_looks_like_marks_stays(text: str) -> None:
    """Brackets of a document number, characters made unreadable, and an escaped bar are left alone."""
    assert repair(Text(text)) == (Text(text), ())


def test_columns_stay_under_each_other() -> None:
    """What is taken away before more cells leaves as much room, two places for a wide character."""
    style = '{style="font-family:宋体"}'
    styled = f"  [行政许可]{style}   [0]{{lang=EN}}\n  行政强制{' ' * (len('[]') + len(style) + len('宋体'))}   0\n"
    above, below, _ = str(repair(Text(styled))[0]).split("\n")

    assert above.index("0") == below.index("0")


def test_words_are_found_again() -> None:
    """The span of a word is its place in the source."""
    text = Text("**总计** | [年报](/nb/) | 1\\.重复申请")
    mended, _ = repair(text)
    place = str(mended).index("年报")

    assert text.source[slice(*mended.source_span(place, place + 2))] == "年报"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_reports_have_none(dialect: str) -> None:
    """No dialect of the kit has anything that these repairs would touch."""
    for options in VARIANTS[dialect]:
        text = render(write(FORM2021, Random(7)), dialect, **options)
        assert [
            each.name for each in MARKDOWN if each.needed(text) and list(each.edits(text))
        ] == []
