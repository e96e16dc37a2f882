"""Places that do not exist, and sentences written for them: what drafts are worded with.

Every name is invented, and made of characters that the traditional script writes one way only.
Every sentence is the project's own. Fields in braces are filled from the draft, so that what the
prose says agrees with the tables.
"""

from __future__ import annotations

__all__ = ["AGENCIES", "INTRODUCTIONS", "NARRATIVE", "NARRATIVE_INTRODUCTION", "PARTS", "TITLES"]

AGENCIES = (
    "云岫市人民政府",
    "云岫市人民政府办公室",
    "云岫市教育局",
    "云岫市水务局",
    "云岫市数据资源管理局",
    "松台县人民政府",
    "松台县人民政府办公室",
    "松台县农业农村局",
    "松台县市场监督管理局",
    "青陌区人民政府",
    "青陌区民政局",
    "青陌区霜桥街道办事处",
    "澜溪镇人民政府",
    "望澄镇人民政府",
    "竹屿乡人民政府",
    "梧岭县档案馆",
    "梧岭县文化和旅游局",
    "雁汀新区管理委员会",
)
"""Agencies that report: governments, their offices, departments, townships, a zone."""

TITLES = (
    "{agency}{year}年政府信息公开工作年度报告",
    "{agency}{year}年度政府信息公开工作年度报告",
    "{year}年{agency}政府信息公开工作年度报告",
)

INTRODUCTIONS = (
    (
        "按照《政府信息公开条例》第五十条，{agency}编写了{year}年的年度报告，"
        "内容依次是{listed}，共六部分。数据统计期限：{year}年1月1日至{year}年12月31日。"
    ),
    (
        "这是{agency}{year}年度政府信息公开工作年度报告，依照《政府信息公开条例》编写，"
        "分为{listed}六个部分；统计期限自{year}年1月1日起，至{year}年12月31日止。"
    ),
)

NARRATIVE_INTRODUCTION = (
    "依据《政府信息公开条例》，现将{agency}{year}年的公开工作报告如下，"
    "包括{listed}等内容。数据统计期限：{year}年1月1日至{year}年12月31日。"
)

PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "overview": (
        (
            "{year}年，{agency}把公开当作日常工作来做，文件定稿时一并写明公开属性，办事窗口与网站同步更新。",
            "这一年里，{agency}围绕群众最常问的事情安排公开内容，凡能公开的都在形成后尽快挂网。",
        ),
        (
            "（一）主动公开。全年在网站栏目登载信息{posts}条，内容以办事指南、资金安排和会议纪要为主。",
            "（一）主动公开。本年度网站更新信息{posts}条，另有{leaflets}份图文说明张贴在服务大厅。",
        ),
        (
            "（二）依申请公开。本年新收政府信息公开申请{new}件，上年结转{over}件，结转下年度继续办理{forward}件。",
            "（二）依申请公开。当年共收到政府信息公开申请{new}件，由专人登记、拟稿、复核，逐件留存送达凭证。",
        ),
        (
            "（三）政府信息管理。档案室每季度核对一次目录，失效文件当月撤下并注明去向。",
            "（三）政府信息管理。新增文件按年份编号入库，旧文件补录了{leaflets}份电子文本。",
        ),
        (
            "（四）平台建设。网站换用了新的检索页面，老人常用的几个栏目移到首屏，字号也调大了。",
            "（四）平台建设。查阅点增设自助打印设备一台，来访者可以当场取走所需材料。",
        ),
        (
            "（五）监督保障。年内组织业务学习{lessons}次；开展社会评议，未出现责任追究情形，工作考核结果已在内部通报。",
            "（五）监督保障。邀请居民代表抽查栏目，提出的意见均在一周内改完；工作考核、社会评议照常进行，无责任追究情况。",
        ),
    ),
    "problems": (
        (
            "一是部分栏目更新偏慢，政策说明写得不够通俗；二是经办人员轮换较勤，交接时容易漏项。",
            "主要是网页栏目偏多，居民一时找不到要看的内容；乡村一级的查阅点开放时间也短。",
        ),
        (
            "下一步打算合并相近栏目，给每份重要文件配上问答，并把交接清单固定下来。",
            "来年将精简栏目，延长查阅点开放时间，请熟悉方言的同事参与讲解。",
        ),
    ),
    "other_matters": (
        (
            "本年度没有收取信息处理费。",
            "{year}年未发出收费通知，信息处理费收入为零元。",
        ),
        ("无其他需要说明的内容。", "除上述情况外，没有别的事项要说明。"),
    ),
}
"""Each part's paragraphs in order, in several wordings; parts two to four are their tables."""

NARRATIVE: dict[str, tuple[tuple[str, ...], ...]] = {
    "overview": (
        (
            "{year}年，{agency}明确一名负责人分管公开事务，另设联络员两名，日常工作有人接、有人催、有人查。",
            "一年来，{agency}把公开要求写进办文流程，新文件拟稿时就要说明能不能公开、为什么。",
        ),
    ),
    "proactive_disclosure": (
        (
            "全年主动公开政府信息{posts}条，其中网站登载较多，其余见于公告栏和便民手册。",
            "{year}年主动公开政府信息{posts}条，凡涉及补助、招生、征地的内容都附有咨询电话。",
        ),
    ),
    "responses": (("针对居民反映集中的停水、修路两件事，先后作了{lessons}次公开说明。",),),
    "requests": (
        (
            "本年度收到信息公开申请{new}件，均在期限内书面答复。",
            "{year}年共受理信息公开申请{new}件，来信与当面提交约各占一半。",
        ),
    ),
    "inquiries": (("服务窗口接待来访咨询{posts}人次，电话咨询未作分类登记。",),),
    "fees": (("检索、复制、邮寄均未向申请人收费。", "年内没有收费，也就没有减免。"),),
    "review_litigation": (("本年度没有因信息公开引起的行政复议，也没有行政诉讼。",),),
    "capacity": (("设查阅点一处，兼职人员{lessons}名，举办业务学习{lessons}次。",),),
    "proposals": (("代表建议和委员提案的答复摘要，已随办结时间陆续公布。",),),
    "problems": (
        (
            "不足之处在于目录编排不够清楚，个别旧文件还没有电子文本；来年将逐份补录。",
            "查阅点位置偏僻，知道的人不多。今后准备在集市日设流动查阅台。",
        ),
    ),
    "other_matters": (("没有其他要说明的事项。",),),
}
"""The same for the narrative reports before 2019."""
