"""Sentences about what was published: information, channels, documents, explanations, meetings."""

from __future__ import annotations

from govinfo.claims.pattern import FILLER, UNIT, Pattern

__all__ = ["PATTERNS"]

_INFORMATION = r"(?:各类|相关|有关)*(?:政府|政务)?信息"
_PIECES = r"(?:条|件|份|篇|项)"
_BEGINS = r"(?:^|[，,、:：；（(]|其中|含|包括|涵盖)"
_EVENTS = r"(?:次|期|场|个)"
_WHOLES = ("information_total", "proactive_disclosures")
_DOCUMENTS = r"(?:行政)?规范性文件"
_CELL = "proactive.normative_documents.{}"

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "information_total",
        "信息",
        rf"(?:制作|获取|制发|制成|产生|形成|生成)(?:的)?政府信息{FILLER}#{_PIECES}",
        "全年制作、获取政府信息总数90条",
        90,
    ),
    Pattern(
        "information_on_request",
        "依申请公开",
        rf"(?<![及和与])依申请公开(?:的)?(?:政府)?信息(?:数量?|总数)?{FILLER}#{_PIECES}?",
        "作为依申请公开信息数14条",
        14,
    ),
    Pattern(
        "information_on_request",
        "依申请公开",
        rf"(?<![及和与])依申请公开(?:的)?(?:文件)?{FILLER}#(?:条|件|份)",
        "全年制作政府信息90条，其中主动公开政府信息60条、依申请公开20条",
        20,
        within=("information_total", "proactive_disclosures", "documents_disclosed"),
    ),
    Pattern(
        "information_not_disclosed",
        "予公开|子公开",
        rf"不[予子]公开(?:的)?(?:政府)?信息(?:数量?|总数)?{FILLER}#{_PIECES}?",
        "不予公开信息数79",
        79,
    ),
    Pattern(
        "disclosed_on_website",
        "互联网",
        rf"互联网上?(?:[，,][^#，,；;]{{0,20}})?(?:主动)?公开{_INFORMATION}(?:数量?|总数)?{FILLER}#{_PIECES}",
        "在互联网上，县政府办主动公开信息数为17条",
        17,
    ),
    Pattern(
        "disclosed_in_full_text",
        "全文电子化",
        rf"全文电子化的主动公开(?:政府)?信息(?:数量?|总数)?{FILLER}#{_PIECES}",
        "全文电子化的主动公开政府信息53条",
        53,
    ),
    Pattern(
        "disclosed_through_channels",
        "渠道|公众平台",
        rf"(?:渠道|公众平台)(?:主动)?(?:公开)?(?:发布|公开|公布){_INFORMATION}{FILLER}#{_PIECES}",
        "借助微博等渠道公开政府信息74条",
        74,
    ),
    Pattern(
        "disclosed_on_wechat",
        "微信|公众号",
        rf"(?:微信|公众号)[^#，,；;]{{0,40}}(?:信息|动态|通知|消息|文章|推文|图文|稿件)等?{FILLER}#{_PIECES}",
        "通过微信公众号发布信息85条",
        85,
    ),
    Pattern(
        "disclosed_on_weibo",
        "微博",
        rf"微博[^#，,；;]{{0,40}}(?:信息|动态|通知|消息){FILLER}#{_PIECES}",
        "政务微博发布信息44条",
        44,
    ),
    Pattern(
        "disclosed_on_website",
        "网",
        rf"网(?:站|页)?(?:平台)?(?:上)?(?:发布|(?<!主动)公开|公布){_INFORMATION}{FILLER}#{_PIECES}",
        "通过政府网站公开政府信息19条",
        19,
    ),
    Pattern(
        "disclosed_in_gazette",
        "公报",
        rf"公报(?:上)?(?:主动)?(?:公开|发布|刊登|公布){_INFORMATION}{FILLER}#{_PIECES}",
        "政府公报公开信息6条",
        6,
    ),
    Pattern(
        "disclosed_in_media",
        "媒体|发布会|报刊|电视|广播|报纸",
        rf"(?:媒体|发布会|报刊|电视|广播|报纸)(?:上)?(?:主动)?(?:公开|发布|刊登|公布){_INFORMATION}{FILLER}#{_PIECES}",
        "新闻媒体公开信息12条",
        12,
    ),
    Pattern(
        "proactive_disclosures",
        "信息",
        rf"(?:(?<!应)主动公开|(?<!申请)(?<!主动)公开|公布)(?:的)?{_INFORMATION}(?:数量?|总数)?{FILLER}#{_PIECES}",
        "全年主动公开政府信息320余条",
        320,
    ),
    Pattern(
        "proactive_disclosures",
        "主动公开的",
        r"主动公开的#条政府信息",
        "在主动公开的53条政府信息中",
        53,
    ),
    Pattern(
        "normative_documents_recognised",
        "规范性文件",
        r"#(?:个|件|份)文件(?:被)?(?:纳入|认定为)(?:行政)?规范性文件",
        "清理中发现8个文件被纳入规范性文件",
        8,
    ),
    Pattern(
        "normative_documents_issued",
        "规范性文件",
        rf"(?:制发|制定|印发|出台)(?:的)?{_DOCUMENTS}{FILLER}#{UNIT}",
        "新制发行政规范性文件5件",
        5,
        address=_CELL.format("issued"),
    ),
    Pattern(
        "normative_documents_repealed",
        "规范性文件",
        rf"(?:废止|宣布失效)(?:的)?{_DOCUMENTS}{FILLER}#{UNIT}",
        "废止行政规范性文件3件",
        3,
    ),
    Pattern(
        "normative_documents_in_force",
        "现行有效",
        rf"现行有效(?:的)?(?:{_DOCUMENTS})?{FILLER}#{UNIT}",
        "新制发规范性文件5件，现行有效件数合计28件",
        28,
        address=_CELL.format("in_force"),
    ),
    Pattern(
        "rules_issued",
        "规章",
        rf"(?:制发|制定|出台)(?:政府)?规章{FILLER}#{UNIT}",
        "制定规章2件",
        2,
        address="proactive.rules.issued",
    ),
    Pattern(
        "documents_disclosed",
        "文件",
        rf"公开(?:(?!规范性|解读)[^#，,；;]){{0,30}}文件{FILLER}#{UNIT}",
        "主动公开政府文件数67条",
        67,
    ),
    Pattern(
        "policy_explanations",
        "解读",
        rf"解读(?:材料|稿件?|文章|信息|文件|政策)*{FILLER}#(?:篇|条|件|个|期|次|份)",
        "发布政策解读38篇",
        38,
    ),
    Pattern(
        "consultations", "征集", rf"征集(?:活动|意见)?{FILLER}#{_EVENTS}", "发布民意征集46期", 46
    ),
    Pattern(
        "online_interviews",
        "访谈",
        rf"在线访谈(?:节目|活动)?{FILLER}#{_EVENTS}",
        "开展在线访谈12期",
        12,
    ),
    Pattern("online_interviews", "访谈", r"#(?:次|期|场)在线访谈", "进行两次在线访谈", 2),
    Pattern(
        "press_conferences", "新闻发布会", rf"新闻发布会{FILLER}#{_EVENTS}", "举办新闻发布会4次", 4
    ),
    Pattern(
        "meetings_disclosed", "会议", rf"会议信息{FILLER}#条", "发布专题会议等重要会议信息32条", 32
    ),
    Pattern(
        "trainings",
        "培训",
        rf"培训(?:会|班|会议|活动)?{FILLER}#{_EVENTS}",
        "举行政务公开培训2次",
        2,
    ),
    Pattern(
        "trainings",
        "培训",
        r"#(?:次|期|场)(?:政务公开|政府信息公开|信息公开)?(?:业务|专题)?培训",
        "开展2场业务培训",
        2,
    ),
    Pattern(
        "proposals_disclosed",
        "提案",
        rf"(?:建议|提案)(?:和|及|、)(?:政协)?(?:委员)?(?:提案|建议)办理结果公开{FILLER}#{UNIT}",
        "人大代表建议和政协提案办理结果公开数5件",
        5,
    ),
    Pattern("deputies_proposals", "建议", rf"代表建议{FILLER}#{UNIT}", "办理人大代表建议28件", 28),
    Pattern("members_proposals", "提案", rf"政协(?:委员)?提案{FILLER}#{UNIT}", "政协提案42件", 42),
    Pattern(
        "part_other",
        "其",
        rf"(?:{_BEGINS}|和)其[他它](?:应主动公开)?(?:的)?(?:类)?(?:政府)?(?:信息|文件|类)*(?:类)?{FILLER}#{_PIECES}",
        "公开信息30条，含政策类信息20条，其他信息10条",
        10,
        within=_WHOLES,
    ),
    Pattern(
        "part",
        "类",
        rf"{_BEGINS}(?:(?!公开)[^#，,；;（(]){{2,40}}?类(?:(?:政府)?信息)?{FILLER}#{_PIECES}",
        "公开信息30条，含政策类信息20条，其他信息10条",
        20,
        within=_WHOLES,
    ),
    Pattern(
        "part",
        "信息",
        rf"{_BEGINS}(?:(?!公开|发布)[^#，,；;（(]){{2,16}}?信息{FILLER}#{_PIECES}",
        "公开信息30条，含政策类信息20条，工作动态等信息7条，其他信息3条",
        7,
        within=_WHOLES,
    ),
)
"""The patterns of what was published, the more particular first."""
