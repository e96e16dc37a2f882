"""Heads as offices and websites write them, each with what a careful reader says of it.

The shapes are those of the field; places, bodies and words are the project's own. In `truth` a
tuple holds several answers, any of which will do; `None` means that nothing may be said.
"""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = ["FORM", "PROSE", "VARIANTS", "Variant"]

KIND = "政府信息公开工作年度报告"
CALM = "公开工作照常开展。"
TABLE_TWO = """第二十条第（一）项
信息内容
本年制发件数
本年废止件数
现行有效件数
规章
0
0
0
行政规范性文件
3
1
12
第二十条第（五）项
信息内容
本年处理决定数量
行政许可
7
第二十条第（六）项
信息内容
本年处理决定数量
行政处罚
2
行政强制
0
第二十条第（八）项
信息内容
本年收费金额（单位：万元）
行政事业性收费
0"""
FORM = f"""{{top}}
一、总体情况
{{overview}}
二、主动公开政府信息情况
{TABLE_TWO}
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
目录偏粗，来年细分。
六、其他需要报告的事项
没有收取信息处理费。
{{tail}}
"""
"""A report on the form of 2021."""
PROSE = """{top}
一、概述
{overview}
二、主动公开政府信息情况
公告栏全年更新。
三、依申请公开政府信息情况
来信当日登记。
四、政府信息公开的收费及减免情况
没有收费。
五、存在的主要问题和改进措施
目录偏粗，来年细分。
{tail}
"""
"""A report in prose, as before 2019."""


class Variant(NamedTuple):
    """One head: what stands above the parts, in the first, and below the last."""

    id: str
    top: str
    truth: dict[str, Any]
    overview: str = CALM
    tail: str = ""
    body: str = FORM

    @property
    def text(self) -> str:
        """The whole report."""
        return self.body.format(top=self.top, overview=self.overview, tail=self.tail)


WATER = "云岫市水务局"
TITLE = f"{WATER}2022年{KIND}"
SAID = {"title": TITLE, "year": 2022, "agency": WATER}


def said(agency: object, year: object, **others: object) -> dict[str, Any]:
    """Return the truth of a variant."""
    return {"agency": agency, "year": year, **others}


V = Variant
CLASSES = (
    V("class-theme", f"主题分类 政府信息公开年报\n发布机构 {WATER}\n{TITLE}", SAID),
    V("class-colon", f"分类：{KIND}\n{TITLE}", SAID),
    V("class-two", f"体裁分类: 年度报告 组配分类: 政府信息公开年报\n{TITLE}", SAID),
    V("class-next-line", f"信息分类\n政府信息公开年报\n{TITLE}", SAID),
    V("class-year", f"组配分类 2022年政府信息公开年报\n成文日期 2023-01-09\n{TITLE}", SAID),
    V("class-cells", f"组配分类 | 政府信息公开年报 | 公开方式 | 主动公开\n{TITLE}", SAID),
    V(
        "breadcrumb-slashes",
        f"首页 / 政府信息公开 / 政府信息公开年报 / 正文\n{TITLE}",
        SAID,
    ),
    V("column-name-alone", f"政府信息公开年报\n{TITLE}", SAID),
)
SHARED = (
    V("shared-town", "2021年澜溪镇人民政府信息公开工作年度报告", said("澜溪镇人民政府", 2021)),
    V("shared-city", "云岫市人民政府信息公开2020年度报告", said("云岫市人民政府", 2020)),
    V("shared-apart", "霜溪区人民政府2022年信息公开年度报告", said("霜溪区人民政府", 2022)),
    V("shared-office", f"云岫市人民政府办公室2022年{KIND}", said("云岫市人民政府办公室", 2022)),
    V("shared-zhen", f"2022年度螺镇{KIND}", said(("螺镇", "螺镇政府"), 2022)),
    V("shared-xian", "松台县政府信息公开工作2019年度报告", said(("松台县", "松台县政府"), 2019)),
    V(
        "shared-date-below",
        "2009年通源乡人民政府信息公开年报\n(2010年3月5日)",
        said("通源乡人民政府", 2009),
        body=PROSE,
    ),
    V("shared-twice", "2023年松台县人民政府政府信息公开工作年度报告", said("松台县人民政府", 2023)),
)
PRONOUNS = (
    V("we-benju", f"现公布本局2021年度{KIND}。", said(None, 2021)),
    V("we-wowei", "现将我委2020年政府信息公开工作情况报告如下。", said(None, 2020), body=PROSE),
    V("we-wozhen-title", f"{TITLE}\n特向社会公布我局2022年{KIND}。", SAID),
    V(
        "we-woyuan-signed",
        f"现公布我院2023年{KIND}。",
        said("云岫市博物院", 2023),
        tail="云岫市博物院\n2024年1月10日",
    ),
    V("we-organ", f"由本机关编制的2018年度{KIND}。", said(None, 2018), body=PROSE),
    V(
        "we-street-header",
        f"发布机构：霜桥街道办事处\n现公布我街道2022年{KIND}。",
        said("霜桥街道办事处", 2022),
    ),
    V("we-unit", f"现公布我单位2022年{KIND}。", said(None, 2022)),
    V("we-county-bureau", f"现公布我县林业局2016年{KIND}。", said(None, 2016), body=PROSE),
    V("we-benguan", f"本馆2022年{KIND}", said(None, 2022)),
    V("we-the-bureau", f"该局2022年{KIND}", said(None, 2022)),
)
YEARS = (
    V("year-summary", "", said(None, 2019), "现将2019年度政府信息公开工作总结如下。"),
    V("year-now-report", "现就2018年政府信息公开工作情况汇报如下：", said(None, 2018), body=PROSE),
    V("year-day-lost", "统计期限自2022年1月1日起至12月31止。", said(None, 2022)),
    V("year-cut-off", "所列数据统计截止2021年12月31日。", said(None, 2021)),
    V("year-months", "统计数据时限为2015年1月-2015年12月。", said(None, 2015), body=PROSE),
    V(
        "year-reflects",
        "本报告反映云岫市水务局2020年度政府信息公开工作情况。",
        said((WATER, None), 2020),
    ),
    V("year-two", "", said(None, None), "2021年建成平台，2022年改版。"),
    V("year-of-publication", "发布日期：2023-01-20", said(None, None)),
    V(
        "year-of-notice",
        "按照《关于做好2021年度政府信息公开工作年度报告编制工作的通知》要求，编制本报告。",
        said(None, 2022),
        "2022年，公开信息35条。",
    ),
    V("year-of-form", "依照国办公开办函〔2021〕30号文件编制。", said(None, None)),
    V("year-in-words", "", said(None, 2022), "二〇二二年，公开信息35条。"),
    V("year-since", "", said(None, 2022), "2022年以来，专人负责，公开信息35条。"),
    V("year-in-quotes", f"现公布“{WATER}2016年度{KIND}”。", said(WATER, 2016), body=PROSE),
    V(
        "year-in-title-marks",
        "",
        said("澜溪镇政府", 2022),
        f"编制《澜溪镇政府2022年度{KIND}》。数据的统计期限自2022年1月1日起至2022年12月31日止。",
    ),
    V("year-by", f"本年报由松台县教育局编制的2024年度{KIND}。", said("松台县教育局", 2024)),
    V("year-by-order", "2017年度报告由松台县教育局编制。", said("松台县教育局", 2017), body=PROSE),
    V(
        "year-edited-by-town",
        "本年度报告是根据条例要求，由澜溪镇编制的2009年政府信息公开年度报告。",
        said("澜溪镇", 2009),
        body=PROSE,
    ),
    V(
        "year-to-the-public",
        f"特向社会公布松台县教育局2019年{KIND}。本报告所列数据的统计期限自2019年1月1日起。",
        said("松台县教育局", 2019),
    ),
    V(
        "year-next",
        "",
        said(None, 2018),
        "2018年，公开信息35条。2019年，将继续努力。",
        body=PROSE,
    ),
    V("year-of-law", "依照2019年修订的《中华人民共和国政府信息公开条例》编制。", said(None, None)),
    V(
        "year-this",
        "本报告是根据条例要求编制的2020年度报告。",
        said(None, 2020),
    ),
    V(
        "year-combed",
        "",
        said(None, 2020),
        "现将我局2020年度政府信息公开工作情况简要汇报如下：公开信息18条。",
    ),
    V(
        "year-our-street",
        "",
        said("霜桥街道办事处", 2020),
        "2020年，霜桥街道办事处积极贯彻条例。现将我街2020年度政府信息公开工作汇报如下：",
    ),
    V(
        "year-both-signed",
        "",
        said(WATER, 2022),
        "全年公开信息35条。2022年，新增栏目2个。",
        f"{WATER}\n2023年1月10日",
    ),
)
SUBJECTS = (
    V("subject-street", "", said("前湾街道", 2022), "2022年，前湾街道认真贯彻条例。"),
    V("subject-office", "", said("霜桥街道办事处", 2020), "2020年，霜桥街道办事处积极落实条例。"),
    V("subject-short", "", said(("市财政局", None), 2021), "2021年，市财政局依据条例开展工作。"),
    V("subject-leaders", "", said(None, 2021), "2021年，在区委、区政府的正确领导下，工作有序。"),
    V(
        "subject-behind-leaders",
        "",
        said(("松台县审计局", None), 2022),
        "2022年，在县委、县政府的正确领导下，松台县审计局坚持依法公开。",
    ),
    V("subject-other", "", said(None, 2018), "2018年，国务院办公厅印发了工作要点。", body=PROSE),
    V("subject-many", "", said(None, 2021), "2021年，各街道办事处认真落实条例。"),
    V("subject-all", "", said(None, 2022), "2022年，全市各级行政机关认真落实条例。"),
    V("subject-city", "", said(("云岫市", None), 2020), "2020年，云岫市坚持以公开促服务。"),
    V("subject-we", "", said(None, 2022), "2022年，我局认真贯彻条例。"),
    V("subject-long", "", said("青陌区民政局", 2023), "2023年以来，青陌区民政局高度重视公开。"),
    V("subject-party", "", said(None, 2022), "2022年，县委县政府办公室认真部署公开工作。"),
)
FULL_NAMES = (
    V(
        "full-signature",
        f"鹤汀镇2022年{KIND}",
        said("岚汐县鹤汀镇人民政府", 2022),
        tail="岚汐县鹤汀镇人民政府\n2023年1月10日",
    ),
    V("full-header", f"发布机构：{WATER}\n水务局2023年{KIND}", said(WATER, 2023)),
    V("full-nothing-else", f"水务局2019年{KIND}", said(("水务局", None), 2019)),
    V(
        "full-source",
        f"澜溪镇人民政府2022年{KIND}\n来源：松台县澜溪镇人民政府",
        said("松台县澜溪镇人民政府", 2022),
    ),
    V("full-other-source", f"{TITLE}\n来源：云岫市政务公开办", SAID),
    V(
        "full-over-short-signature",
        f"发布机构：松台县林业局\n2022年{KIND}",
        said("松台县林业局", 2022),
        tail="县林业局\n2023年1月10日",
    ),
    V("full-title-short-prose", TITLE, SAID, "2022年，市水务局认真贯彻条例。"),
    V(
        "full-title-short-intro",
        f"{TITLE}\n现公布水务局2022年{KIND}。",
        SAID,
    ),
    V(
        "full-between",
        f"2022年{KIND}\n岚汐县鹤汀镇人民政府\n2022年{KIND}",
        said("岚汐县鹤汀镇人民政府", 2022),
        "2022年，鹤汀镇人民政府认真贯彻条例。",
    ),
    V(
        "full-parent-not-mine",
        f"霜桥街道2022年{KIND}\n来源：青陌区人民政府",
        said("霜桥街道", 2022),
    ),
    V(
        "full-office-of-bureau",
        f"{TITLE}",
        SAID,
        tail=f"{WATER}办公室\n2023年1月10日",
    ),
)
FIELDS = (
    V(
        "empty-two",
        f"文号：\n主题词：\n发布日期：2023-01-16\n{TITLE}",
        SAID | {"document_number": None, "keywords": None, "published_date": "2023-01-16"},
    ),
    V(
        "empty-index",
        f"索引号：\n发布机构：{WATER}\n{TITLE}",
        SAID | {"index_number": None, "issuing_agency": WATER},
    ),
    V(
        "empty-on-a-line",
        f"索 引 号： 发布机构： 成文日期：2023-01-10\n{TITLE}",
        SAID | {"index_number": None, "issuing_agency": None, "created_date": "2023-01-10"},
    ),
    V("empty-source-then-heading", f"{TITLE}\n来源：", SAID | {"issuing_agency": None}),
    V("empty-keywords-then-buttons", f"关键词：\n打印 关闭\n{TITLE}", SAID | {"keywords": None}),
    V("empty-validity", f"时　效：\n\n{TITLE}", SAID | {"validity": None}),
    V(
        "empty-validity-then-title",
        f"有效性：\n名称：{TITLE}",
        SAID | {"validity": None},
    ),
    V(
        "empty-cells",
        f"索引号: | 003113/2015-28256 | 公开方式: | 主动公开 |\n文号: | 公开日期: | 2023-01-16 10:13 | |\n"
        f"发布单位: | {WATER} |\n{TITLE}",
        SAID
        | {
            "index_number": "003113/2015-28256",
            "document_number": None,
            "issuing_agency": WATER,
            "published": "2023-01-16",
        },
    ),
    V(
        "empty-list",
        f"- 索 引 号:YX0411500-2023-00020\n- 备注/文号:\n- 发布机构:县林业局\n"
        f"- 公文生成日期:2023-02-02\n2022年{KIND}",
        said(("县林业局", None), 2022)
        | {
            "index_number": "YX0411500-2023-00020",
            "document_number": None,
            "issuing_agency": "县林业局",
            "created_date": "2023-02-02",
        },
    ),
    V(
        "empty-neighbours",
        f"文  号 主题词 有效性\n{TITLE}",
        SAID | {"document_number": None, "keywords": None, "validity": None},
    ),
    V(
        "empty-class-then-date",
        f"公开目录：\n发布日期：2023-01-16\n{TITLE}",
        SAID | {"catalogue": None, "published": "2023-01-16"},
    ),
    V(
        "run-original",
        f"{TITLE}\n来源：原创     发布时间：2023-01-31 13:24    浏览次数：次",
        SAID | {"issuing_agency": None, "published": "2023-01-31"},
    ),
    V(
        "run-publisher",
        f"2022年{KIND}\n发布者：霜溪区教体局   发布日期：2023-01-19 14:36:15   浏览次数：19432",
        said("霜溪区教体局", 2022, issuing_agency="霜溪区教体局", published="2023-01-19"),
    ),
    V(
        "run-update",
        f"{TITLE}\n更新日期：2023-01-20 信息来源：{WATER} 浏览：",
        SAID | {"published": "2023-01-20", "issuing_agency": WATER},
    ),
    V(
        "run-font",
        f"{TITLE}\n来源：系统管理组 发布时间：2023-01-30 选择阅读字号：[ 大 中 小 ] 阅读次数：0",
        SAID | {"published": "2023-01-30", "issuing_agency": "系统管理组"},
    ),
    V(
        "run-brackets",
        f"{TITLE}\n【发布时间】2023-03-06【来源】{WATER}【浏览】35次",
        SAID | {"published": "2023-03-06", "issuing_agency": WATER},
    ),
    V(
        "run-views-first",
        f"发布日期: 2023- 02- 20 14: 37 浏览次数: 来源: {WATER} 字体:[ ]\n{TITLE}",
        SAID | {"issuing_agency": WATER},
    ),
    V(
        "run-author",
        f"{TITLE}\n时间：2023-03-14来源：{WATER}作者：李四",
        SAID | {"published": "2023-03-14", "issuing_agency": WATER},
    ),
    V(
        "run-number-and-date",
        f"文号：云水〔2023〕2号发布日期：2023-03-14\n{TITLE}",
        SAID | {"published": "2023-03-14", "document_number": "云水〔2023〕2号"},
    ),
    V(
        "run-index-agency",
        f"索引号：YX01/2023-00001发布机构：{WATER}公开日期：2023-01-12\n{TITLE}",
        SAID
        | {
            "index_number": "YX01/2023-00001",
            "issuing_agency": WATER,
            "published": "2023-01-12",
        },
    ),
    V("date-updated", f"{TITLE}\n更新时间：2023-01-31 10:00", SAID | {"published": "2023-01-31"}),
    V("date-fabiao", f"{TITLE}\n发表日期：2023-01-31", SAID | {"published": "2023-01-31"}),
    V("date-gongkai", f"公开时间：2023-01-31\n{TITLE}", SAID | {"published": "2023-01-31"}),
    V("date-fagao", f"{TITLE}\n发稿时间：2023年1月31日", SAID | {"published": "2023-01-31"}),
    V("date-shangchuan", f"{TITLE}\n上传日期：2023/1/31", SAID | {"published": "2023-01-31"}),
    V("date-luru", f"{TITLE}\n录入时间：2023-01-31", SAID | {"published": "2023-01-31"}),
    V("date-fabuyu", f"{TITLE}\n发布于 2023-01-31", SAID | {"published": "2023-01-31"}),
    V(
        "date-both",
        f"{TITLE}\n更新日期：2023-05-31 发布日期：2023-01-31",
        SAID | {"published": "2023-01-31"},
    ),
)
TITLES = (
    V(
        "title-ascii-zero",
        f"二0一二年度松台县{KIND}",
        said("松台县", 2012, title=f"二0一二年度松台县{KIND}"),
        body=PROSE,
    ),
    V(
        "title-letter-o",
        f"松台县林业局二O一四年{KIND}",
        said("松台县林业局", 2014),
        body=PROSE,
    ),
    V(
        "title-letter",
        f"松台县林业局关于报送2015年度{KIND}的函",
        said("松台县林业局", 2015, title=f"松台县林业局关于报送2015年度{KIND}的函"),
        body=PROSE,
    ),
    V(
        "title-letter-signed",
        f"关于报送2016年{KIND}的函\n县政府办公室：",
        said("松台县水利局", 2016, title=f"关于报送2016年{KIND}的函"),
        tail="松台县水利局\n2017年1月10日",
        body=PROSE,
    ),
    V(
        "title-letter-shangbao",
        f"松台县教育局关于上报2017年度{KIND}的报告",
        said("松台县教育局", 2017),
        body=PROSE,
    ),
    V(
        "title-of-two",
        f"松台县教育局关于松台县教育局2017年度{KIND}",
        said("松台县教育局", 2017),
        body=PROSE,
    ),
    V(
        "title-office-for-government",
        f"霜汀市人民政府办公厅关于霜汀市2014年{KIND}",
        said(("霜汀市人民政府办公厅", "霜汀市", "霜汀市人民政府"), 2014),
        body=PROSE,
    ),
    V(
        "title-situation",
        "云岫市民政局2014年政府信息公开工作情况报告",
        said("云岫市民政局", 2014),
        body=PROSE,
    ),
    V(
        "title-of-situation",
        "云岫市民政局2014年政府信息公开工作情况的报告",
        said("云岫市民政局", 2014),
        body=PROSE,
    ),
    V(
        "title-summary",
        "云岫市民政局2014年度政府信息公开工作总结",
        said("云岫市民政局", 2014),
        body=PROSE,
    ),
    V("title-revised", f"{TITLE}（修订版）", said(WATER, 2022)),
    V("title-zixun", "雲岫市水務局2021年政府資訊公開工作年度報告", said(WATER, 2021)),
    V("title-zixun-simplified", "云岫市水务局2021年政府资讯公开工作年度报告", said(WATER, 2021)),
    V(
        "title-then-intro",
        f"{TITLE}根据《中华人民共和国政府信息公开条例》规定编制。",
        said(WATER, 2022),
    ),
    V(
        "title-called-for-short",
        f"{TITLE}（以下简称年报）根据条例进行编制。",
        said(WATER, 2022),
    ),
    V("title-hospital", f"云岫市第一人民医院2022年{KIND}", said("云岫市第一人民医院", 2022)),
    V("title-company", f"云岫市自来水有限公司2022年{KIND}", said("云岫市自来水有限公司", 2022)),
    V("title-zone", f"雁汀新区管委会2022年{KIND}", said("雁汀新区管委会", 2022)),
    V("title-bare", f"2022年{KIND}", said(None, 2022, title=f"2022年{KIND}")),
    V(
        "title-no-year",
        f"前湾街道办事处{KIND}",
        said("前湾街道办事处", 2020),
        "2020年度未接到申请。",
    ),
)
PAGES = (
    V(
        "page-breadcrumb",
        f"您现在的位置:首页\n > 年报 > 部门 > 2016\n{WATER}\n"
        f"发布日期: 2017- 02- 20 14: 37 浏览次数: 来源: {WATER} 字体:[ ]\n"
        "现将我局2016年政府信息公开工作情况报告如下:",
        said(WATER, 2016, published="2017-02-20"),
        body=PROSE,
    ),
    V(
        "page-day-alone",
        f"{TITLE}\n\n2023-03-28   来源:{WATER}网站\n\n【字体:  打印本页\n\n分享到:",
        SAID,
    ),
    V(
        "page-list-of-fields",
        "- 索 引 号:SM0411500-2016-00020\n- 备注/文号:\n- 发布机构:县林业局\n"
        "- 公文生成日期:2016-02-02\n引言\n相关统计数据时限为2015年1月-2015年12月，电话：2813582。",
        said(("县林业局", None), 2015, document_number=None, created_date="2016-02-02"),
        "2015年，我局专人负责。",
        body=PROSE,
    ),
    V(
        "page-notice-first",
        "按照《关于做好2016年度政府信息公开工作年度报告编制和公布工作的通知》（云信〔2017〕2号），"
        f"编制了“{WATER}2016年度{KIND}”，内容如下：",
        said(WATER, 2016),
        body=PROSE,
    ),
    V(
        "page-five-sides",
        "本单位编制2016年政府信息公开年度报告。现从主动公开等五方面就青陌区农林局2016年政府信息公开工作"
        "情况报告如下：",
        said("青陌区农林局", 2016),
        body=PROSE,
    ),
    V(
        "page-town-government",
        "下湾镇政府2022年信息公开工作年度报告",
        said(("下湾镇政府", "下湾镇"), 2022),
        "去年，我镇专人负责。2022年1月1日到2022年12月31日止，公开信息292条。",
    ),
    V(
        "page-leading-group",
        "本报告由云岫市政府信息公开工作领导小组办公室汇总编制而成。统计时限自2012年1月1日至2012年12月31日。",
        said((None, "云岫市政府信息公开工作领导小组办公室"), 2012),
        body=PROSE,
    ),
    V(
        "page-of-a-county",
        "云岫市霜溪区2016年政府信息公开工作年度报告\n来源：区人民政府办公室 时间：2017-01-12 10:01\n"
        "本报告由云岫市霜溪区人民政府信息公开办编制。",
        said(("云岫市霜溪区", "云岫市霜溪区人民政府"), 2016, published="2017-01-12"),
        body=PROSE,
    ),
    V(
        "page-own-level",
        "特向社会公布 2012年度本级政府（机关）信息公开工作年度报告。如有疑问，请与市政府办公室联系。",
        said(None, 2012),
        body=PROSE,
    ),
    V(
        "page-writer-in-full",
        "2009年通源乡人民政府信息公开年报\n(2010年3月5日)\n引 言\n"
        "本年报由云岫市通源乡人民政府编制的2009年度政府信息公开年度报告。",
        said("云岫市通源乡人民政府", 2009),
        "2009年我乡专人负责。",
        body=PROSE,
    ),
    V(
        "page-form-of-the-site",
        "登录    注册\n\n无障碍浏览\n\n和顺街道办事处2020年政府信息公开工作年度报告\n\n"
        "发布日期：2021-01-12    点击数：\n\n  和顺街道办事处2020年政府信息公开工作年度报告",
        said("和顺街道办事处", 2020, published="2021-01-12"),
        "现将我街2020年度政府信息公开工作汇报如下：公开信息73条。",
    ),
    V(
        "page-office-of-a-town",
        f"依照市政府规定（云府[2008]6号），现公布大溪镇人民政府办公室2009年{KIND}。",
        said("大溪镇人民政府办公室", 2009),
        body=PROSE,
    ),
    V(
        "page-in-one-table",
        "当前位置 : 首页 |\n|\n索引号: | 113306820025/2015-28256 | 公开方式: | 主动公开 |\n"
        "文号: | 公开日期: | 2015-07-27 16:32 | |\n发布单位: | 下溪镇 |\n"
        "2009年度下溪镇政府信息公开年度报告 | ||",
        said("下溪镇", 2009, document_number=None, issuing_agency="下溪镇", published="2015-07-27"),
        body=PROSE,
    ),
    V(
        "page-name-of-the-site",
        "来源：松台县政府网 发布日期：2022-01-21\n2021年政府信息公开工作年度报告",
        said(None, 2021, published="2022-01-21"),
        "2021年，我局认真贯彻条例。",
    ),
    V(
        "page-four-fields-on-two-lines",
        "索引号：YX01/2020-001    主题分类：综合政务\n发布机构：松台县人民政府办公室    发文日期：2020年01月21日\n"
        "名  称：松台县2019年政府信息公开工作年度报告\n文  号：    主 题 词：\n"
        "松台县2019年政府信息公开工作年度报告",
        said(
            ("松台县人民政府办公室", "松台县"),
            2019,
            document_number=None,
            keywords=None,
            issuing_agency="松台县人民政府办公室",
            created_date="2020年01月21日",
        ),
    ),
    V(
        "page-month-below",
        "松台县农业农村局\n2021年度政府信息公开年报\n（二〇二二年一月）",
        said("松台县农业农村局", 2021),
    ),
    V(
        "page-name-below",
        f"2021年度{KIND}\n松台县审计局\n（2022年1月18日）",
        said("松台县审计局", 2021),
    ),
    V(
        "page-party-committee",
        f"中共松台县委政法委员会2021年{KIND}",
        said("中共松台县委政法委员会", 2021),
    ),
    V(
        "page-two-names",
        f"云岫市住房和城乡建设局（云岫市人民防空办公室）2021年{KIND}",
        said("云岫市住房和城乡建设局（云岫市人民防空办公室）", 2021),
    ),
    V("page-tax", f"国家税务总局松台县税务局2021年{KIND}", said("国家税务总局松台县税务局", 2021)),
    V(
        "page-other-report-above",
        f"松台县教育局2021年法治政府建设年度报告\n松台县教育局2021年{KIND}",
        said("松台县教育局", 2021),
    ),
    V(
        "page-last-year-linked",
        f"上一篇：松台县教育局2020年{KIND}\n下一篇：没有了\n松台县教育局2021年{KIND}",
        said("松台县教育局", 2021),
    ),
    V(
        "page-unknown-label",
        f"发文字号： | 公文类型： | ||\n发布日期： | 2023-01-28 | 效力状态： | |\n统一编号： |\n{TITLE}",
        SAID | {"document_number": None, "validity": None, "published": "2023-01-28"},
    ),
    V(
        "page-written-by-rules",
        "本报告由高桥乡人民政府按照《格式》（国办公开办函〔2021〕30号）要求编制。\n"
        "统计期限自 2023年 1 月 1 日起至2023年 12 月 31 日止。",
        said("高桥乡人民政府", 2023),
    ),
    V(
        "page-called-for-short",
        "",
        said("松台县市场监督管理局", 2022),
        "2022年，松台县市场监督管理局（以下简称我局）认真贯彻条例。",
    ),
    V("page-name-and-day-below", f"2022年度{KIND}\n{WATER} 2023年1月10日", said(WATER, 2022)),
    V(
        "page-name-below-two-lines",
        f"政府信息公开年度报告\n（2022年度）\n{WATER}",
        said(WATER, 2022),
    ),
    V("page-public-notice", f"关于{WATER}2022年{KIND}的公示", said(WATER, 2022)),
    V("page-notice-of-its-own", f"{WATER}关于公布2022年{KIND}的公告", said(WATER, 2022)),
    V(
        "page-labels-and-values-below",
        f"索 引 号\nYX0001/2023-00012\n公开目录\n政府信息公开年报\n发布机构\n{WATER}\n文号\n\n{TITLE}",
        SAID
        | {"index_number": "YX0001/2023-00012", "issuing_agency": WATER, "document_number": None},
    ),
    V("page-file-name", f"{TITLE}.docx\n下载", said(WATER, 2022)),
    V("page-spaces", "松台县 2021 年 度政府信息公开 工作年度报告", said("松台县", 2021)),
    V(
        "page-year-behind",
        f"松台县交通运输局{KIND}（2021）",
        said("松台县交通运输局", 2021),
    ),
    V(
        "page-name-behind",
        f"2021年{KIND}（松台县交通运输局）",
        said(("松台县交通运输局", None), 2021),
    ),
)
RULES_SAY = "根据《信息公开条例》（以下简称《条例》）规定，"
PERIOD = "统计期限自2023年1月1日起至2023年12月31日止。"
INTRODUCED = (
    V(
        "day-below-in-brackets",
        f"{WATER}政务公开2021年度报告\n（2021年1月25日）",
        said(WATER, 2021),
    ),
    V(
        "day-below-no-year-in-title",
        f"{WATER}{KIND}\n(2023年2月1日)\n本报告统计期限自2022年1月1日起至2022年12月31日止。",
        SAID | {"title": f"{WATER}{KIND}"},
    ),
    V("prefix-in-lenticular-brackets", f"【图解】{TITLE}", SAID),
    V("wrapped-behind-the-name", f"{RULES_SAY}现公布{WATER}\n2022年{KIND}。", said(WATER, 2022)),
    V(
        "wrapped-and-named-for-short",
        f"{RULES_SAY}现公布{WATER}\n2022年{KIND}。内容涵盖市水务局2022年1月1日至12月31日的工作。",
        said(WATER, 2022),
    ),
    V("named-for-short-alone", "", said(None, 2022), "2022年，县水务局坚持依法公开。"),
    V(
        "named-in-full-elsewhere",
        "",
        said("松台县水务局", 2022),
        "2022年，县水务局坚持依法公开。印发《松台县水务局公开指南》。",
    ),
    V(
        "named-in-full-twice-differently",
        "",
        said(None, 2022),
        "2022年，县水务局坚持依法公开。印发《松台县水务局公开指南》，转发《高桥县水务局通告》。",
    ),
    V(
        "no-place-but-a-verb",
        f"{RULES_SAY}现公布区水务局2022年{KIND}。",
        said("区水务局", 2022),
    ),
    V(
        "compiled-as-the-subject",
        "根据县府《关于做好2022年年度报告的通知》要求，松台县水务局结合实际，"
        f"编制本单位2022年度{KIND}。",
        said("松台县水务局", 2022),
    ),
    V(
        "compiled-by-a-town",
        "本年报根据条例和《云岫市公开规定》（以下简称《规定》）要求，由松台县石湾镇编制。" + PERIOD,
        said("松台县石湾镇", 2023),
    ),
    V(
        "site-before-the-name",
        f"{RULES_SAY}特向社会公布2023年度example.com石湾乡人民政府{KIND}。{PERIOD}",
        said("石湾乡人民政府", 2023),
    ),
    V(
        "words-and-colon-before-the-name",
        f"{RULES_SAY}现编制形成了《某站abc@：石湾镇人民政府2023年{KIND}》。",
        said("石湾镇人民政府", 2023),
    ),
    V(
        "contact-office-of-a-bureau",
        f"{PERIOD}如有疑问，请与松台县水务局办公室联系（电话：1234567）。",
        said("松台县水务局", 2023),
        "我局公开工作照常。",
    ),
    V(
        "contact-party-and-government-office",
        f"{PERIOD}如有疑问，请联系：石湾乡党政办公室，地址：石湾路1号。",
        said("石湾乡", 2023),
    ),
    V(
        "contact-of-another-body",
        f"{PERIOD}如有疑问，请与松台县数据局办公室联系（电话：1234567）。",
        said(None, 2023),
        "我镇公开工作照常。",
    ),
    V(
        "contact-of-a-county",
        f"{PERIOD}如有疑问，请与松台县人民政府办公室联系（电话：1234567）。",
        said(None, 2023),
    ),
    V(
        "told-above-the-first-heading",
        f"2023年，石湾乡认真贯彻条例。{PERIOD}现将情况汇报如下：",
        said("石湾乡", 2023),
    ),
    V(
        "told-by-the-rules-of-others",
        "",
        said("松台县水务局", 2020),
        "2020年，根据《关于公布年报的通知》（云府办〔2021〕4号）要求，"
        "松台县水务局认真贯彻落实条例。",
    ),
    V(
        "begins-like-your",
        f"贵澜市人民政府（市人民政府办公厅）2021年{KIND}",
        said("贵澜市人民政府", 2021),
    ),
)
MARKS = (
    V("marks-tail-tortoise", f"{WATER}{KIND}〔2022〕", SAID | {"title": f"{WATER}{KIND}〔2022〕"}),
    V("marks-year-in-the-middle", f"{WATER}（2022年）{KIND}", said(WATER, 2022)),
    V("marks-year-first", f"（2022年度）{WATER}{KIND}", said(WATER, 2022)),
    V("marks-year-last", f"{WATER}{KIND}2022", said(WATER, 2022)),
    V("marks-year-on-the-next-line", f"{WATER}\n{KIND}\n2022年度", said(WATER, 2022)),
    V("marks-month-on-the-next-line", f"{WATER}\n{KIND}\n（2023年1月）", said(WATER, None)),
    V("marks-day-behind", f"{WATER}{KIND}\n2023\n01-18", said(WATER, None)),
    V("marks-number", f"1.{TITLE}", SAID),
    V("marks-number-of-annex", f"附件3.{TITLE}", SAID),
    V("marks-english-label", f"URL: http://example.com/a.html\nTitle: {TITLE}", SAID),
    V("marks-name-and-colon", f"{WATER}：2022年{KIND}", said(WATER, 2022)),
    V("marks-site-and-colon", f"云岫市人民政府：{TITLE}", SAID),
    V("marks-place-and-colon", f"当前页面：{TITLE}", SAID),
    V("marks-two-subjects", f"{WATER}2022年政府信息和政务公开工作年度报告", said(WATER, 2022)),
    V("marks-two-subjects-turned", f"{WATER}2022年政务公开暨{KIND}", said(WATER, 2022)),
    V("marks-school-year", "云岫大学2021/2022学年信息公开年度报告", said("云岫大学", 2022)),
    V("marks-told", f"{WATER}2022年政府信息公开工作情况汇报", said(WATER, 2022)),
    V("marks-told-about", f"关于{WATER}2022年政府信息公开工作情况的汇报", said(WATER, 2022)),
    V("marks-begins-with-this", f"本泉市人民政府2022年{KIND}", said("本泉市人民政府", 2022)),
    V("marks-begins-with-each", f"各泉镇2022年{KIND}", said("各泉镇", 2022)),
    V("marks-own-level", f"区本级2022年{KIND}", said(None, 2022)),
    V("column-of-the-body", f"{WATER}\n政府信息公开年报\n2022年\n2021年\n{TITLE}", SAID),
    V("column-of-bodies", f"市政府部门\n市水务局\n政府信息公开年报\n{TITLE}", SAID),
    V("column-of-the-city", f"云岫市政府信息公开年报\n{TITLE}", SAID),
    V(
        "column-of-years",
        f"{WATER}政府信息公开年报\n2023年度\n2022年度\n2021年度{KIND}",
        said(WATER, 2021),
    ),
    V(
        "day-in-spaced-brackets",
        f"{TITLE}\n[ 发布日期 ] 2023-01-18",
        SAID | {"published": "2023-01-18"},
    ),
    V(
        "year-of-a-plan-first",
        f"{WATER}{KIND}",
        said(WATER, 2022),
        "2023年，本局将继续做好公开。2022年公开信息30条。",
    ),
    V(
        "subject-government-of-a-bureau",
        f"2022年{KIND}",
        said(None, 2022),
        "2022年，松台县人民政府以公开促落实，我局公开信息3条。",
    ),
    V("subject-towns", f"2022年{KIND}", said(None, 2022), "2022年，乡镇街道认真落实条例。"),
    V("links-other-years", f"{WATER}2021年{KIND}\n{WATER}2020年{KIND}\n{TITLE}", SAID),
    V(
        "links-the-period-tells",
        f"{TITLE}\n{WATER}2021年{KIND}\n统计期限自2022年1月1日起至2022年12月31日止。",
        SAID,
    ),
    V(
        "links-the-signature-tells",
        f"{TITLE}\n云岫市教育局2022年{KIND}",
        SAID,
        tail=f"{WATER}\n2023年1月10日",
    ),
    V("links-another-body", f"云岫市教育局2022年{KIND}\n{TITLE}", SAID),
    V(
        "cells-of-csv",
        f"索引号：,YX9303/2023-00037,主题分类：,其他\n标 题：,{TITLE},{TITLE}\n发布日期：,2023-01-22",
        SAID | {"index_number": "YX9303/2023-00037", "published": "2023-01-22"},
    ),
    V(
        "year-of-the-regulations",
        f"{WATER}{KIND}",
        said(WATER, 2022),
        "按照2007年条例，2022年公开信息63条。",
    ),
    V(
        "year-without-headings",
        f"{WATER}{KIND}\n发布日期：2020年1月15日\n2019年，主动公开政府信息63条，2020年将继续努力。",
        said(WATER, 2019),
        body="{top}",
    ),
    V(
        "menu-above",
        f"政策\n法定主动公开内容\n政府信息公开年报\n依申请公开\n2022年{KIND}",
        said(None, 2022),
        "2022年，我局公开信息3条。",
    ),
    V("menu-below", f"2022年{KIND}\n领导信息 机构设置 直属单位 办公室", said(None, 2022)),
    V("menu-hall", f"2022年{KIND}\n办事大厅", said(None, 2022)),
    V("menu-centre", f"2022年{KIND}\n个人中心", said(None, 2022)),
    V("menu-of-another", f"2022年{KIND}\n市政务服务中心", said(None, 2022), "我局公开信息3条。"),
    V("marks-name-in-brackets-below", f"2022年{KIND}\n（{WATER}）", said(WATER, 2022)),
    V("marks-dash-behind", f"2022年{KIND}——{WATER}", said(None, 2022)),
    V("marks-dash-before", f"{WATER}-2022年{KIND}", said(WATER, 2022)),
    V("marks-site-before", f"云岫市人民政府-2022年{KIND}", said(None, 2022)),
    V(
        "marks-year-of-the-report",
        f"{WATER}政府信息公开工作\n二〇二二年年度报告",
        said(WATER, 2022),
    ),
    V(
        "announced-below-the-heading",
        f"2022年{KIND}",
        said("澜溪乡", 2022),
        f"根据条例，现公布澜溪乡2022年{KIND}。",
    ),
    V("source-own-site", f"{TITLE}\n来源：本站原创", SAID | {"issuing_agency": None}),
    V("marks-star", f"★{TITLE}", SAID),
    V("marks-dot", f"· {TITLE}", SAID),
    V("marks-nobody", f"街道2022年{KIND}", said(None, 2022)),
    *(
        V(
            f"contact-{number}",
            f"统计期限自2022年1月1日起至2022年12月31日止。如有疑问，请与{office}联系（地址：石湾路1号）。",
            said(agency, 2022),
            "我局公开工作照常。",
        )
        for number, (office, agency) in enumerate(
            (
                ("松台县水务局", "松台县水务局"),
                ("松台县水务局综合科", "松台县水务局"),
                ("松台县水务局（办公室）", "松台县水务局"),
                ("松台县水务局政府信息公开办公室", "松台县水务局"),
                ("松台县水务局政府信息公开领导小组办公室", "松台县水务局"),
                ("松台县数据局", None),
                ("松台县政务公开办公室", None),
                ("松台县中心医院办公室", None),
            )
        )
    ),
    V("we-by", f"2022年{KIND}\n根据国务院办公厅有关要求，由我局编制本报告。", said(None, 2022)),
)
VARIANTS = (
    *CLASSES,
    *INTRODUCED,
    *PAGES,
    *SHARED,
    *PRONOUNS,
    *YEARS,
    *SUBJECTS,
    *FULL_NAMES,
    *FIELDS,
    *TITLES,
    *MARKS,
)
