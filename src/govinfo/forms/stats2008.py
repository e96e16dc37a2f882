"""The regional tables before the national annex: 政府信息公开情况统计报表, about 2008 to 2013.

There was no national form. The rows are those of 定西 in 2008, and where those of Fujian (莆田 2009
and later) differ, theirs too: reports there went on using them to 2018. 累计 is that of the year in
the one and of all years in the other; the head of the column says which.
"""

from __future__ import annotations

from govinfo.forms.narrative2008 import SECTIONS
from govinfo.forms.schema import Block, Column, Form, FormTable, Identity, Row


def _rows(unit: str, *rows: Row) -> Block:
    current = Column("current", "本期实际", aliases=("本年度", "年末统计"), unit=unit)
    return Block(
        (current, Column("cumulative", "本年累计", aliases=("历年累计",), unit=unit)), rows
    )


STATISTICS = FormTable(
    id="statistics",
    title="政府信息公开情况统计报表",
    section="",
    blocks=(
        _rows(
            "条",
            Row(
                "proactive_total",
                "主动公开信息数",
                aliases=(
                    "主动公开政府信息数",
                    "主动公开文件数",
                ),
            ),
            Row(
                "channel_website",
                "网站公开",
                aliases=(
                    "政府网站公开数",
                    "政府网站公开",
                    "网站公开数",
                ),
                parent="proactive_total",
            ),
            Row(
                "channel_gazette",
                "政府公报公开",
                aliases=("政府公报公开数",),
                parent="proactive_total",
            ),
            Row("proactive_full_text", "其中:全文电子化的主动公开信息数", parent="proactive_total"),
            Row("new_normative_documents", "新增的行政规范性文件数"),
            Row("service_information", "提供服务类信息数"),
        ),
        _rows(
            "人次",
            Row("page_views", "网站专栏页面访问量"),
            Row("on_site_visitors", "现场接待人数"),
            Row("online_inquiries", "网上咨询数"),
            Row("phone_inquiries", "咨询电话接听数"),
        ),
        _rows(
            "条",
            Row("on_request_catalogue", "依申请公开信息目录数"),
            Row(
                "requests_received",
                "申请总数",
                aliases=(
                    "受理依申请公开信息总数",
                    "受理政府信息公开申请总数",
                    "受理申请总数",
                ),
            ),
            Row("received_in_person", "其中:1.当面申请数", parent="requests_received"),
            Row("received_fax", "2.传真申请数", parent="requests_received"),
            Row("received_email", "3.电子邮件申请数", parent="requests_received"),
            Row(
                "received_online",
                "4.网上申请数",
                aliases=("网络申请数",),
                parent="requests_received",
            ),
            Row("received_letter", "5.信函申请数", parent="requests_received"),
            Row(
                "received_other",
                "6.其他形式申请数",
                aliases=("其它形式申请数",),
                parent="requests_received",
            ),
            Row(
                "received_letter_or_fax",
                "信函、传真申请数",
                aliases=("传真、信函申请数",),
                parent="requests_received",
                instead_of=("received_fax", "received_letter"),
            ),
            Row(
                "requests_answered",
                "对申请的答复总数",
                aliases=(
                    "对申请的答复数",
                    "本年度对申请的答复总数",
                    "申请答复总数",
                ),
            ),
            Row("answered_granted", "其中:1.同意公开答复数", parent="requests_answered"),
            Row("answered_partially_granted", "2.同意部分公开答复数", parent="requests_answered"),
            Row(
                "answered_denied",
                "3.否决公开答复总数",
                aliases=(
                    "否决公开答复数",
                    "不予公开答复数",
                    "不同意公开答复数",
                ),
                parent="requests_answered",
            ),
            Row(
                "denied_not_government_information",
                "其中:(1)“非《规定》所指政府信息”数",
                aliases=("非《条例》所指政府信息数",),
                parent="answered_denied",
            ),
            Row("denied_not_existing", "(2)“信息不存在”数", parent="answered_denied"),
            Row("denied_not_held", "(3)“非本部门掌握”数", parent="answered_denied"),
            Row("denied_unclear", "(4)“申请内容不明确”数", parent="answered_denied"),
            Row("denied_exempt_1", "(5)“免予公开范围1”数", parent="answered_denied"),
            Row("denied_exempt_2", "(6)“免予公开范围2”数", parent="answered_denied"),
            Row("denied_exempt_3", "(7)“免予公开范围3”数", parent="answered_denied"),
            Row("denied_exempt_4", "(8)“免予公开范围4”数", parent="answered_denied"),
            Row("denied_exempt_5", "(9)“免予公开范围5”数", parent="answered_denied"),
            Row("denied_exempt_6", "(10)“免予公开范围6”数", parent="answered_denied"),
            Row("denied_other", "(11)其它原因", aliases=("其他原因",), parent="answered_denied"),
            Row(
                "answered_other",
                "其他类型答复数",
                aliases=(
                    "其它类型答复数",
                    "其他公开答复数",
                    "其它公开答复数",
                ),
                parent="requests_answered",
            ),
        ),
        _rows(
            "件",
            Row("reconsideration", "行政复议数"),
            Row("litigation", "行政诉讼数"),
            Row("complaints_and_reports", "接受行政申诉、举报数", aliases=("行政申诉、举报数",)),
            Row("administrative_complaints", "行政申诉数"),
            Row(
                "complaints_first_handling",
                "其中:对本部门首次处理不满意的行政申诉数 *",
                parent="administrative_complaints",
            ),
        ),
    ),
)

STATS2008 = Form(
    id="stats2008",
    name="政府信息公开工作年度报告，附地方统计报表",
    basis="各地政府信息公开统计制度（定西、莆田等）",
    first_year=2008,
    last_year=2018,
    sections=SECTIONS,
    tables=(STATISTICS,),
    identities=(
        Identity("STAT08.RECEIVED", STATISTICS.total_of_children("requests_received")),
        Identity("STAT08.ANSWERED", STATISTICS.total_of_children("requests_answered")),
        Identity("STAT08.DENIED", STATISTICS.total_of_children("answered_denied")),
    ),
)
