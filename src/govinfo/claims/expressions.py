"""What no list of words has: times, scopes, stops, and numbers that count nothing."""

from __future__ import annotations

import re

from govinfo.claims.numerals import NUMBER

__all__ = ["AT", "DIGITS", "STOPS", "YEARS"]

_APART = r"""
    《[^》]{0,200}》
    | https?://[!-~]+ | www\.[!-~]+ | [!-~]+@[!-~]+
    | [〔﹝［\[（(]20\d\d[〕﹞］\]）)]\d+号?                # the number of a document
    | [（(][0-9一二三四五六七八九十]{1,2}[）)]            # the number of a line
      (?! [件条篇份个项次](?: [，,。；;、）)：:] | \Z ) )
    | (?:\A|(?<=[。；，：¶）)”]))[0-9]{1,2}[.．、](?![0-9])
    | [0-9]{1,2}[.．](?=[\u4e00-\u9fff])
    | [-—－][0-9]{1,3}[-—－]                            # the number of a page
    | 20\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\d\d:\d\d(?::\d\d)?)?
    | \d\d:\d\d(?::\d\d)?
    | [A-Za-z/_]{1,40}[0-9]+[0-9A-Za-z/_.-]*
    | \d+·\d+
    | 第[0-9一二三四五六七八九十百]+                    # an ordinal
      [条款项章期届次号批部类季]?
    | (?:电话|传真|邮编|邮政编码|热线号码|QQ|网址|邮箱|信箱号)
      [^0-9，。；]{0,8} [0-9][0-9\-—]{4,}+ (?![万余多]?[件条人次个宗份起项])
    | 附件[0-9]{1,2}
    | 0\d{2,3}[-—]\d{7,8}(?:[-—]\d+)?
    | 20\d\d年\d{1,2}月(?:\d{1,2}日)?(?![至到—~-])
    | \d{1,2}月\d{1,2}日 | \d{1,2}月(?:份|底|初|中旬)
    | [0-9一二两三四五六七八九十]+个?                    # a duration
      (?:工作日|自然日|小时|分钟|秒|天|周|日|个月|月|年)(?:内|以内|来)?
    | [0-9]+号
    | 12345(?=[^0-9件条])
    | 12[0-9]{3}(?=[热回受咨平专服接客便])               # the name of a hotline
    | [0-9一二两三四五六七八九十]{1,2}[个大种项类]?(?:主要|重点)?   # how a text is divided
      (?:部分|方面|环节|节点|阶段|步骤|层面|维度|要点|板块|关口|着力点)
"""
"""What has a number and counts nothing: dates, ordinals, documents, telephones, durations."""
_TIME = r"""
    (?P<over>                                           # carried over from the year before
        结转上一?年度? |
        (?: 上一?年度? | 去年 | 前一年度? | 往年 | 以前年度 | (?P<over_year>20\d\d)年度? ) 度?
        (?: 结转 | 转结 | 遗留 | 接转 | 转入 | 转接 | 结余 | 转来(?![信访电]) )
        (?: 办理(?=[0-9]) | 至本年度? | 到本年度? | 过来 | 来(?![信访电]) )? 的?
        (?! [至到]? (?: 20\d\d年 | 下一?年 | 次年 ) ) )
    | (?P<forward>                                      # carried forward to the next year
        (?: 结转 | 转结 | 转接 | 顺延 | 转入 | 转到 | 转至 | 延至 | 延续 | 留待 | 结余 | 转 )
        [到至入于在]?
        (?: 下一?个?年度? | 次年度? | 明年 | 来年 | (?P<forward_year>20\d\d)年度? ) 度?
        (?: 再 | 继续 )? (?: 办理 | 答复 | 处理 | 办结 )? (?: 答复 )? 的?
      | 下一?年度?度?(?: 结转 | 继续办理 ) )
    | (?P<compare>                                      # a year that is only compared with
        (?: 与 | (?<!连)同 | 和 | 较 | 比 | 比较 | 相比 | 对比 | 相较于? ) 于?
        (?: 上一?年度? | 去年 | 往年 | 前年 | 20\d\d年度? ) 度? (?: 同期 )? 的?
        (?: 相比 | 比较 | 基本 )?
      | 同比 | 环比 | 相比 )
    | (?P<span>                                         # from the first to the last day
        (?: [自从] (?= (?P<same>20\d\d)年1月1日[^0-9]{1,4} (?:(?P=same)年)? (?:12月|年底) ) )?
        (?P<span_year>20\d\d)年1月1日起? (?: 至 | 到 | 截至 | 截止 | — | - | ~ | － )+
        (?:20\d\d年)? (?: 12月31日 | 12月底 | 年底 ) (?: 止 | 期间 )? )
    | (?P<since> [自从](?P<since_year>20\d\d)年1月(?:1日)?(?:起|以来)(?![至到截止]) )
    | (?P<until>                                        # all years up to a day
        (?: 截至 | 截止到? | 到 | 至 ) (?: 20\d\d年? | 本?年 )?
        (?: 底 | 末 | 年底 | \d{1,2}月[底末] | 12月(?=，) | (?:\d{1,2}月)?\d{1,2}日 | 目前 )
        (?: 止 | 为止 )? )
    | (?P<several>                                      # more than one year
        近?[0-9两三四五六七八九十]+年多?来 | 近[0-9两三四五六七八九十]+年 | 历[年次] | 一?多年来
      | 过去[两三四五六七八九十几]年 | 一年半来
      | [两三四五六七八九十]年(?: [共间内] | 合计 | 总计 | 累计 )
      | 任期内 | 20\d\d年?[至到—~-]20\d\d年度?
      | [自从](?:20\d\d年|条例)[^，。；]{0,8}?(?:以来|起)
      | 十[一二三四五]五[”"]?(?: 期间 | 时期 | 以来 )
      | (?: 成立 | 施行 | 实施 | 运行 | 开通 | 上线 | 换届 | 组建 | 挂牌 | 改革 | 改制 )以来
      | 累计 )
    | (?P<year>                                         # the year of the report
        本年度? | 今年(?!以来的) | 全年 | 当年度? | 年度?内 | 一年来 | 报告(?:期内|年度)
      | 1月?[至到—~-]12月份? )
    | (?P<part_year>                                    # a half, a quarter, some months
        [自从]\d{1,2}月[^，。；]{0,6}?(?:以来|起)
      | [上下]半年 | 半年来 | [前第首]?[一二三四1-4]季度 | [首第][一二三四五六七八九1-9]?批
      | \d{1,2}月?[至到—~-]\d{1,2}月份? )
    | (?P<before> 上一?年度?(?:同期)? | 去年(?:同期)? | 往年 | 前年 | 同期 )
    | (?P<after> 下一?年度? | 明年 | 次年 | 来年 )
    | (?P<named_year> (?P<named>20\d\d)年度?(?:以来)? )
"""
"""When something happened, and what was taken over from one year to another."""
_SCOPE = r"""
    (?P<scope>
        (?: [省市县区镇乡]?(?:政府)? )本级
      | 全[市省县区镇乡州局旗](?: 各级行政机关 | 各级 | 系统 )?(?!面|部) | 全系统
      | 各(?: 级各部门 | 级行政机关 | 级 | 乡镇街道 | 乡镇 | 县区 | 区县 | 镇街 | 街道 | 部门
           | 单位 | 处室 | 科室 | 社区 | [镇村县市区乡] )
      | [县区市省]直(?: 各?(?: 单位 | 部门 | 机关 ) )?
      | (?: 县 | 市 | 区 | 省 | 乡镇 | 镇 )级(?: 政府 | 部门 | 单位 | 机关 | 各部门 )
      | 村级(?:组织)?
      | [我本][市县区省州旗](?: 各级行政机关 | 各级 | 各部门 )?
      | 乡镇 | 镇街 | 基层单位
      | (?: 下属 | 所属 | 直属 | 下辖 | [局厅县区市]属 ) (?: 各 | 事业 )?
        (?: 单位 | 机构 | 部门 | 学校 | 企业 | 医院 | 林场 )
    )
    | (?P<own>
        [我本](?: 局 | 委 | 办 | 院 | 厅 | 中心 | 镇 | 乡 | 街道 | 街 | 校 | 馆 | 队 | 支队 | 大队
               | 站 | 所 | 处 | 科 | 公司 | 单位 | 机关 | 部门 | 会 | 行 | 署 )
        (?: 办公室 )? )
"""
"""Whom a figure is about."""
STOPS = frozenset('，,。；;！？!?¶（(）)、：:“”"')
"""Marks that end a clause, or stand within one."""
DIGITS = "0123456789"
"""Digits as the grammar reads them."""
_NUMERALS = "一二两三四五六七八九十"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BEFORE_APART = f"附-—－《〔﹝［[（(/_第电传邮热网信{_LETTERS}{DIGITS}{_NUMERALS}"
_BEFORE_NUMBER = f"（({DIGITS}{_NUMERALS}百千零〇大约将接近超逾不至最突达多"
YEARS = ("over_year", "forward_year", "span_year", "since_year", "named")
"""The groups of times that hold a year."""
_EXPRESSIONS = (
    (
        "time",
        re.compile(_TIME, re.VERBOSE),
        (
            "上去前往过以2结顺转延留与同和较比环相截到至近历自从多成施实运开换组挂改累"
            "一013456789季半本今全当年报下明次来二三四两五六七八九十任第首"
        ),
    ),
    (
        "apart",
        re.compile(_APART, re.VERBOSE),
        _BEFORE_APART,
    ),
    (
        "number",
        re.compile(NUMBER, re.VERBOSE),
        _BEFORE_NUMBER,
    ),
    ("scope", re.compile(_SCOPE, re.VERBOSE), "省市县区镇乡村政本全各我基下所直局厅"),
)
"""The expressions, in the order in which they are tried, each with its first characters."""
AT: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    character: tuple((kind, pattern) for kind, pattern, first in _EXPRESSIONS if character in first)
    for character in "".join(first for _, _, first in _EXPRESSIONS)
}
"""For each character the expressions that may begin with it."""
