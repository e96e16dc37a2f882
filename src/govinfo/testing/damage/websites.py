"""Damage by websites: navigation and footers around a report, leaked markup, and lost words."""

from __future__ import annotations

import re

from govinfo.testing.drafts.draft import Dice

__all__ = ["leaked_markup", "lost_words", "site_chrome"]

_ABOVE = (
    "本站已支持IPv6\n\n当前位置： 首页 > 政务公开 > 年报\n字体：[ 大 中 小 ]\n",
    "首页 > 政务公开 > 法定主动公开内容\n打印 关闭\n分享到： 微信 微博 QQ空间\n",
)
_BELOW = (
    (
        "\n打印本页\n关闭窗口\n版权所有：云岫市人民政府   主办：云岫市人民政府办公室\n"
        "网站地图    联系我们    网站标识码：0000000000\nICP备案号：云ICP备00000000号\n"
    ),
    (
        "\n【打印】【关闭】 字体：大 中 小\n云岫政务\n微信公众号\n云岫政务\n官方微博\n"
        "上一篇：没有了\n主办单位：云岫市人民政府办公室\n"
    ),
)


def site_chrome(text: str, dice: Dice) -> str:
    """Put the navigation and the footer of a web page around the text."""
    return dice.choice(_ABOVE) + text + dice.choice(_BELOW)


_NUMBER_OF_A_LABEL = re.compile(r"^(\|? ?)(\d\.)(?=[\u4e00-\u9fff])", re.MULTILINE)
_NUMBER_OF_A_PART = re.compile(r"^(?=#* ?[一二三四五六]、)", re.MULTILINE)


def leaked_markup(text: str, dice: Dice) -> str:
    """Put markup into the text: conditional comments of Word, tags on their own lines, entities."""
    text = _NUMBER_OF_A_LABEL.sub(r"\1<!--[if !supportLists]-->\2<!--[endif]-->", text)
    tag = dice.choice(('<ul list-paddingleft-2">', '<p style="text-indent: 2em;">', "</div>"))
    text = _NUMBER_OF_A_PART.sub(f"{tag}\n", text, count=1)
    return "--> 微信 微博 QQ空间\n" + text.replace(" |", "&nbsp;|").replace("及", "<span>及</span>")


_DAY = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")


def lost_words(text: str, dice: Dice) -> str:
    """Lose 年 and 月 in dates, as some sites do.

    2023年1月1日 becomes 202311日 or 2023  1  1  日.
    """
    return _DAY.sub(dice.choice((r"\1\2\3日", r"\1  \2  \3  日", r"\1年\2\3日")), text)
