"""The national annex for 2014 to 2018: 政府信息公开情况统计表, laid down by 国办发〔2014〕32号.

The annex itself was not at hand: labels are those that notices and reports quote, and where they
quote none the row is `recalled`. Whatever stands behind such a label is read, and a note says so.
Blocks are rows of one unit.
"""

from __future__ import annotations

from govinfo.forms.narrative2008 import SECTIONS
from govinfo.forms.schema import Block, Column, Form, FormTable, Identity, Kind, Row


def _rows(unit: str, *rows: Row) -> Block:
    kind = Kind.MONEY if unit.endswith("元") else Kind.COUNT
    return Block(
        (Column("value", "统计数", aliases=("数量", "数据统计数"), unit=unit, kind=kind),), rows
    )


STATISTICS = FormTable(
    id="statistics",
    title="政府信息公开情况统计表",
    section="",
    blocks=(
        _rows(
            "条",
            Row("proactive", "一、主动公开情况", header=True),
            Row(
                "proactive_total",
                "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
                aliases=("主动公开政府信息数",),
                parent="proactive",
            ),
            Row(
                "proactive_normative_documents",
                "其中：主动公开规范性文件数",
                aliases=("主动公开规范性文件数",),
                parent="proactive_total",
            ),
        ),
        _rows(
            "件",
            Row("normative_documents_issued", "制发规范性文件总数", parent="proactive_total"),
        ),
        _rows(
            "条",
            Row(
                "channels",
                "（二）通过不同渠道和方式公开政府信息的情况",
                parent="proactive",
                header=True,
            ),
            Row("channel_gazette", "1.政府公报公开政府信息数", parent="channels"),
            Row(
                "channel_website",
                "2.政府网站公开政府信息数",
                aliases=("通过政府网站公开政府信息",),
                parent="channels",
            ),
            Row("channel_weibo", "3.政务微博公开政府信息数", parent="channels"),
            Row("channel_wechat", "4.政务微信公开政府信息数", parent="channels"),
            Row("channel_other", "5.其他方式公开政府信息数", parent="channels", recalled=True),
        ),
        _rows(
            "次",
            Row("responses", "二、回应解读情况", header=True),
            Row(
                "responses_total",
                "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
                parent="responses",
            ),
            Row(
                "response_channels",
                "（二）通过不同渠道和方式回应解读的情况",
                parent="responses",
                header=True,
            ),
            Row("press_conferences", "1.参加或举办新闻发布会总次数", parent="response_channels"),
            Row(
                "press_conferences_by_head",
                "其中：主要负责同志参加新闻发布会次数",
                parent="press_conferences",
                recalled=True,
            ),
            Row("online_interviews", "2.政府网站在线访谈次数", parent="response_channels"),
            Row(
                "online_interviews_by_head",
                "其中：主要负责同志参加政府网站在线访谈次数",
                parent="online_interviews",
                recalled=True,
            ),
        ),
        _rows(
            "篇",
            Row("policy_interpretations", "3.政策解读稿件发布数", parent="response_channels"),
        ),
        _rows(
            "次",
            Row("social_media_responses", "4.微博微信回应事件数", parent="response_channels"),
            Row("other_responses", "5.其他方式回应事件数", parent="response_channels"),
        ),
        _rows(
            "件",
            Row("requests", "三、依申请公开情况", header=True),
            Row("requests_received", "（一）收到申请数", parent="requests", recalled=True),
            Row("received_in_person", "1.当面申请数", parent="requests_received"),
            Row("received_fax", "2.传真申请数", parent="requests_received"),
            Row(
                "received_online",
                "3.网络申请数",
                aliases=("网上申请数",),
                parent="requests_received",
            ),
            Row("received_letter", "4.信函申请数", parent="requests_received"),
            Row("requests_concluded", "（二）申请办结数", parent="requests", recalled=True),
            Row("concluded_on_time", "1.按时办结数", parent="requests_concluded", recalled=True),
            Row("concluded_extended", "2.延期办结数", parent="requests_concluded", recalled=True),
            Row("requests_answered", "（三）申请答复数", parent="requests", recalled=True),
            Row(
                "answered_already_public",
                "1.属于已主动公开范围数",
                parent="requests_answered",
                recalled=True,
            ),
            Row("answered_granted", "2.同意公开答复数", parent="requests_answered"),
            Row("answered_partially_granted", "3.同意部分公开答复数", parent="requests_answered"),
            Row(
                "answered_denied",
                "4.不同意公开答复数",
                aliases=(
                    "不予公开答复数",
                    "否决公开答复总数",
                ),
                parent="requests_answered",
            ),
            Row(
                "denied_state_secret", "其中：涉及国家秘密", parent="answered_denied", recalled=True
            ),
            Row("denied_trade_secret", "涉及商业秘密", parent="answered_denied", recalled=True),
            Row("denied_personal_privacy", "涉及个人隐私", parent="answered_denied", recalled=True),
            Row(
                "denied_security_stability",
                "危及国家安全、公共安全、经济安全和社会稳定",
                parent="answered_denied",
                recalled=True,
            ),
            Row(
                "denied_not_government_information",
                "不是《条例》所指政府信息",
                parent="answered_denied",
                recalled=True,
            ),
            Row(
                "denied_other_legal",
                "法律法规规定的其他情形",
                parent="answered_denied",
                recalled=True,
            ),
            Row("answered_not_responsible", "5.不属于本行政机关公开数", parent="requests_answered"),
            Row("answered_not_existing", "6.申请信息不存在数", parent="requests_answered"),
            Row(
                "answered_clarification_required",
                "7.告知作出更改补充数",
                parent="requests_answered",
                recalled=True,
            ),
            Row(
                "answered_other_channel",
                "8.告知通过其他途径办理数",
                parent="requests_answered",
                recalled=True,
            ),
            Row("reconsideration", "四、行政复议数量", recalled=True),
            Row(
                "reconsideration_upheld",
                "（一）维持具体行政行为数",
                parent="reconsideration",
                recalled=True,
            ),
            Row(
                "reconsideration_corrected",
                "（二）被依法纠错数",
                parent="reconsideration",
                recalled=True,
            ),
            Row(
                "reconsideration_other", "（三）其他情形数", parent="reconsideration", recalled=True
            ),
            Row("litigation", "五、行政诉讼数量", recalled=True),
            Row(
                "litigation_upheld",
                "（一）维持具体行政行为或者驳回原告诉讼请求数",
                parent="litigation",
                recalled=True,
            ),
            Row("litigation_corrected", "（二）被依法纠错数", parent="litigation", recalled=True),
            Row("litigation_other", "（三）其他情形数", parent="litigation", recalled=True),
            Row("complaints", "六、举报投诉数量", recalled=True),
        ),
        _rows(
            "万元",
            Row("fees_collected", "七、依申请公开信息收取的费用", recalled=True),
        ),
        _rows(
            "个",
            Row("capacity", "八、机构建设和保障经费情况", header=True, recalled=True),
            Row(
                "dedicated_offices",
                "（一）政府信息公开工作专门机构数",
                parent="capacity",
                recalled=True,
            ),
            Row(
                "reading_points", "（二）设置政府信息公开查阅点数", parent="capacity", recalled=True
            ),
        ),
        _rows(
            "人",
            Row("staff", "（三）从事政府信息公开工作人员数", parent="capacity", recalled=True),
            Row(
                "staff_full_time",
                "1.专职人员数（不包括政府公报及政府网站工作人员数）",
                parent="staff",
                recalled=True,
            ),
            Row("staff_part_time", "2.兼职人员数", parent="staff", recalled=True),
        ),
        _rows(
            "万元",
            Row(
                "dedicated_funds",
                "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
                parent="capacity",
                recalled=True,
            ),
        ),
        _rows(
            "次",
            Row("meetings_training", "九、政府信息公开会议和培训情况", header=True, recalled=True),
            Row(
                "meetings",
                "（一）召开政府信息公开工作会议或专题会议数",
                parent="meetings_training",
                recalled=True,
            ),
            Row(
                "training_courses",
                "（二）举办各类培训班数",
                parent="meetings_training",
                recalled=True,
            ),
        ),
        _rows(
            "人次",
            Row(
                "training_participants",
                "（三）接受培训人员数",
                parent="meetings_training",
                recalled=True,
            ),
        ),
    ),
)

STATS2014 = Form(
    id="stats2014",
    name="政府信息公开工作年度报告，附政府信息公开情况统计表",
    basis="国办发〔2014〕32号附件",
    first_year=2014,
    last_year=2018,
    sections=SECTIONS,
    tables=(STATISTICS,),
    identities=(
        Identity("STAT.RECEIVED", STATISTICS.total_of_children("requests_received")),
        Identity("STAT.CONCLUDED", STATISTICS.total_of_children("requests_concluded")),
        Identity("STAT.ANSWERED", STATISTICS.total_of_children("requests_answered")),
        Identity("STAT.DENIED", STATISTICS.total_of_children("answered_denied")),
        Identity("STAT.RECON", STATISTICS.total_of_children("reconsideration")),
        Identity("STAT.LIT", STATISTICS.total_of_children("litigation")),
        Identity("STAT.STAFF", STATISTICS.total_of_children("staff")),
    ),
)
