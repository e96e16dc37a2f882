"""What a figure counts: a thing and what happened to it lead to a subject, and that to a cell.

`SUBJECTS` is the table of both. A claim is tied to a cell only if its event is exactly that of the
cell, so a subject without a cell of its own has none here.
"""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache

from attrs import field, frozen

from govinfo.forms import form_by_id

__all__ = ["IMPLYING", "KINDS", "PARTS", "SUBJECTS", "Subject", "cells_of", "named", "subject_of"]


IMPLYING = frozenset(
    {
        "grant",
        "partial",
        "whole_or_part",
        "deny",
        "unable",
        "not_processed",
        "other_outcome",
        "carried_over",
        "carried_forward",
    }
)
"""Events that happen to nothing but requests, where nothing else is named."""
KINDS = ("proactive_disclosures", "information_on_request", "information_not_disclosed")
"""公开属性: every piece of information has exactly one of these, so they add up to all of it."""
PARTS = frozenset({"part", "part_other"})
"""What a figure counts that is an item of a list, and has no other subject."""


@frozen
class Subject:
    """What claims count, and the cells that count the same."""

    id: str
    thing: str = ""
    """The things, separated by spaces."""
    events: str = ""
    """The events, separated by spaces; a star stands for any that no other line names."""
    cells: str | None = None
    """The cell since 2019, or several joined by `+`; a star stands for all rows that begin so."""
    annex: str | None = None
    """The row of the annex of 2014 to 2018."""
    earlier: str | None = None
    """The row of the regional annexes before it."""
    example: str = ""
    value: str = ""
    kind: str = "count"


_NEW = "requests.new_received.total"
_OVER = "requests.carried_over.total"
_FORWARD = "requests.carried_forward.total"
_ALL = "requests.outcomes_total.total"
_RECONSIDERATION, _LAWSUIT = (
    ("reconsideration",),
    ("litigation_direct", "litigation_after_reconsideration"),
)


def _review(rows: tuple[str, ...], column: str) -> str:
    return "+".join(f"review.{row}.{column}" for row in rows)


def _outcome(row: str, example: str, value: str, annex: str | None = None) -> Subject:
    """Return the subject of one row of outcomes of table three."""
    cells = f"requests.{row}.total"
    text = f"收到政府信息公开申请19件，其中{example}"
    return Subject(f"requests_{row}", "request", row, cells, annex, example=text, value=value)


def _results(thing: str, subject: str, rows: tuple[str, ...], name: str) -> tuple[Subject, ...]:
    """Return the subjects of the results of reconsiderations or of lawsuits."""
    cases = (
        ("upheld", "upheld", "结果维持4件", "4", True),
        ("corrected", "corrected", "结果纠正1件", "1", True),
        ("other", "other_result", "其他结果2件", "2", True),
        ("pending", "pending", "尚未审结3件", "3", False),
    )
    return tuple(
        Subject(
            f"{subject}_{column}",
            thing,
            event,
            _review(rows, column),
            f"{subject}_{column}" if in_annex else None,
            example=f"因政府信息公开引起的{name}19件，其中{example}",
            value=value,
        )
        for column, event, example, value, in_annex in cases
    )


SUBJECTS: tuple[Subject, ...] = (
    Subject(
        "requests_received",
        "request",
        "receive accept new",
        _NEW,
        "requests_received",
        "requests_received",
        "全年共收到政府信息公开申请12件",
        "12",
    ),
    Subject(
        "requests_handled",
        "request",
        "handle due",
        example="全年办理政府信息公开申请21件",
        value="21",
    ),
    Subject(
        "requests_transferred",
        "request",
        "transfer",
        example="收到省转件依申请公开件5件",
        value="5",
    ),
    Subject(
        "requests_carried_over",
        "request",
        "carried_over",
        _OVER,
        example="含上年结转4件",
        value="4",
    ),
    Subject(
        "requests_carried_forward",
        "request",
        "carried_forward",
        _FORWARD,
        example="另有7件申请顺延到下年度答复",
        value="7",
    ),
    Subject(
        "requests_answered",
        "request",
        "answer settle",
        _ALL,
        example="办结政府信息公开申请31件",
        value="31",
    ),
    Subject(
        "requests_answered_on_time",
        "request",
        "on_time",
        annex="concluded_on_time",
        example="收到政府信息公开申请9件，按时办结8件",
        value="8",
    ),
    Subject(
        "requests_answered_late",
        "request",
        "extended",
        annex="concluded_extended",
        example="收到政府信息公开申请9件，延期答复1件",
        value="1",
    ),
    Subject(
        "requests_granted_in_whole_or_part",
        "request",
        "whole_or_part",
        "requests.granted.total+requests.partially_granted.total",
        example="予以公开及部分公开11件",
        value="11",
    ),
    Subject(
        "requests_granted",
        "request",
        "grant",
        "requests.granted.total",
        "answered_granted",
        "answered_granted",
        "予以公开9件",
        "9",
    ),
    Subject(
        "requests_partially_granted",
        "request",
        "partial",
        "requests.partially_granted.total",
        "answered_partially_granted",
        "answered_partially_granted",
        "部分公开2件",
        "2",
    ),
    Subject(
        "requests_otherwise_granted",
        "request",
        "otherwise_granted",
        earlier="answered_other",
        example="收到政府信息公开申请9件，其它公开答复数2件",
        value="2",
    ),
    Subject(
        "requests_denied",
        "request",
        "deny",
        "requests.denied_*.total",
        "answered_denied",
        "answered_denied",
        "收到政府信息公开申请9件，不予公开5件",
        "5",
    ),
    Subject(
        "requests_unable",
        "request",
        "unable",
        "requests.unable_*.total",
        example="无法提供6件",
        value="6",
    ),
    Subject(
        "requests_not_processed",
        "request",
        "not_processed",
        "requests.not_processed_*.total",
        example="不予处理1件",
        value="1",
    ),
    Subject(
        "requests_other_outcome",
        "request",
        "other_outcome",
        "requests.other*.total",
        example="其他处理2件",
        value="2",
    ),
    _outcome("denied_state_secret", "属于国家秘密2件", "2", "denied_state_secret"),
    _outcome("denied_law_prohibited", "法律行政法规禁止公开1件", "1"),
    _outcome("denied_security_stability", "危及三安全一稳定1件", "1", "denied_security_stability"),
    _outcome("denied_third_party", "保护第三方合法权益3件", "3"),
    _outcome("denied_internal_affairs", "内部事务信息2件", "2"),
    _outcome("denied_process_information", "过程性信息2件", "2"),
    _outcome("denied_enforcement_files", "行政执法案卷4件", "4"),
    _outcome("denied_administrative_inquiry", "行政查询事项1件", "1"),
    _outcome("unable_not_held", "本机关不掌握3件", "3"),
    _outcome("unable_requires_creation", "没有现成信息需要另行制作1件", "1"),
    _outcome("unable_still_unclear", "补正后仍不明确2件", "2"),
    _outcome("not_processed_petition", "信访举报投诉类申请2件", "2"),
    _outcome("not_processed_duplicate", "重复申请5件", "5"),
    _outcome("not_processed_publication", "公开出版物1件", "1"),
    _outcome("not_processed_excessive", "大量反复申请1件", "1"),
    _outcome("not_processed_confirmation", "要求行政机关确认或重新出具1件", "1"),
    _outcome("other_no_clarification", "逾期不补正2件", "2"),
    _outcome("other_fee_unpaid", "逾期未缴费1件", "1"),
    Subject(
        "requests_withdrawn",
        "request",
        "withdrawn",
        example="收到政府信息公开申请9件，申请人主动撤回2件",
        value="2",
    ),
    Subject(
        "requests_not_existing",
        "request",
        "not_existing",
        annex="answered_not_existing",
        example="收到政府信息公开申请9件，政府信息不存在3件",
        value="3",
    ),
    Subject(
        "requests_not_responsible",
        "request",
        "not_responsible",
        annex="answered_not_responsible",
        example="收到政府信息公开申请9件，不属于本机关公开2件",
        value="2",
    ),
    Subject(
        "requests_already_public",
        "request",
        "already_public",
        annex="answered_already_public",
        example="收到政府信息公开申请9件，属于已主动公开范围2件",
        value="2",
    ),
    Subject(
        "requests_to_be_clarified",
        "request",
        "clarification",
        example="收到政府信息公开申请9件，告知补正2件",
        value="2",
    ),
    Subject(
        "requests_to_others",
        "request",
        "other_channel",
        annex="answered_other_channel",
        example="收到政府信息公开申请9件，告知通过其他途径办理2件",
        value="2",
    ),
    Subject(
        "requests_received_in_person",
        "request",
        annex="received_in_person",
        earlier="received_in_person",
        example="收到政府信息公开申请9件，其中当面申请8件",
        value="8",
    ),
    Subject(
        "requests_received_by_fax",
        "request",
        annex="received_fax",
        earlier="received_fax",
        example="收到政府信息公开申请9件，其中传真申请8件",
        value="8",
    ),
    Subject(
        "requests_received_by_email",
        "request",
        earlier="received_email",
        example="收到政府信息公开申请9件，其中电子邮件申请8件",
        value="8",
    ),
    Subject(
        "requests_received_by_letter",
        "request",
        annex="received_letter",
        earlier="received_letter",
        example="收到政府信息公开申请9件，其中信函申请8件",
        value="8",
    ),
    Subject(
        "requests_received_online",
        "request",
        annex="received_online",
        earlier="received_online",
        example="收到政府信息公开申请9件，其中网上申请8件",
        value="8",
    ),
    Subject(
        "requests_received_on_paper",
        "request",
        example="收到政府信息公开申请9件，其中书面申请8件",
        value="8",
    ),
    Subject(
        "requests_from_natural_persons",
        "request",
        cells="requests.new_received.natural_person",
        example="收到政府信息公开申请9件，其中自然人申请8件",
        value="8",
    ),
    Subject(
        "requests_from_businesses",
        "request",
        cells="requests.new_received.business",
        example="收到政府信息公开申请9件，其中商业企业申请1件",
        value="1",
    ),
    Subject(
        "requests_from_research_institutes",
        "request",
        cells="requests.new_received.research",
        example="收到政府信息公开申请9件，其中科研机构申请1件",
        value="1",
    ),
    Subject(
        "requests_from_public_interest_bodies",
        "request",
        cells="requests.new_received.public_interest",
        example="收到政府信息公开申请9件，其中社会公益组织申请1件",
        value="1",
    ),
    Subject(
        "requests_from_legal_services",
        "request",
        cells="requests.new_received.legal_service",
        example="收到政府信息公开申请9件，其中法律服务机构申请1件",
        value="1",
    ),
    Subject(
        "requests_from_organisations",
        "request",
        cells="requests.new_received.business+requests.new_received.research"
        "+requests.new_received.public_interest+requests.new_received.legal_service"
        "+requests.new_received.other_org",
        example="收到政府信息公开申请9件，其中法人和其他组织申请1件",
        value="1",
    ),
    Subject(
        "requests_on_platform",
        "on_platform",
        "*",
        example="信息公开平台依申请公开条目为6条",
        value="6",
    ),
    Subject(
        "reconsiderations_decided",
        "reconsideration",
        "accept handle settle answer",
        example="受理行政复议申请8件",
        value="8",
    ),
    *_results("reconsideration", "reconsideration", _RECONSIDERATION, "行政复议"),
    Subject(
        "reconsideration",
        "reconsideration",
        "*",
        _review(_RECONSIDERATION, "total"),
        "reconsideration",
        "reconsideration",
        "因政府信息公开产生的行政复议5件",
        "5",
    ),
    Subject(
        "litigation_direct",
        "lawsuit",
        "direct",
        "review.litigation_direct.total",
        example="政府信息公开行政诉讼9件，其中未经复议直接起诉6件",
        value="6",
    ),
    Subject(
        "litigation_after_reconsideration",
        "lawsuit",
        "after_reconsideration",
        "review.litigation_after_reconsideration.total",
        example="政府信息公开行政诉讼9件，其中复议后起诉3件",
        value="3",
    ),
    *_results("lawsuit", "litigation", _LAWSUIT, "行政诉讼"),
    Subject(
        "litigation",
        "lawsuit",
        "*",
        _review(_LAWSUIT, "total"),
        "litigation",
        "litigation",
        "因政府信息公开产生的行政诉讼2件",
        "2",
    ),
    Subject(
        "reconsideration_and_litigation",
        "proceedings",
        "*",
        f"{_review(_RECONSIDERATION, 'total')}+{_review(_LAWSUIT, 'total')}",
        example="本年度未发生因政府信息公开引发的行政复议和行政诉讼",
        value="0",
        kind="none_occurred",
    ),
    Subject(
        "information_total",
        "information",
        "make issue",
        example="全年制作、获取政府信息总数90条",
        value="90",
    ),
    Subject(
        "proactive_disclosures",
        "information",
        "disclose publish",
        annex="proactive_total",
        earlier="proactive_total",
        example="全年主动公开政府信息320余条",
        value="320",
    ),
    Subject(
        "information_not_disclosed",
        "information",
        "deny",
        example="全年制作政府信息90条，不予公开10条",
        value="10",
    ),
    Subject(
        "information_on_request",
        "on_request",
        "*",
        example="全年制作政府信息90条，其中主动公开政府信息60条、依申请公开20条",
        value="20",
    ),
    Subject(
        "disclosed_on_website",
        annex="channel_website",
        earlier="channel_website",
        example="通过政府网站公开政府信息19条",
        value="19",
    ),
    Subject(
        "disclosed_on_wechat",
        annex="channel_wechat",
        example="通过微信公众号发布信息85条",
        value="85",
    ),
    Subject(
        "disclosed_on_weibo", annex="channel_weibo", example="政务微博发布信息44条", value="44"
    ),
    Subject(
        "disclosed_in_gazette",
        annex="channel_gazette",
        earlier="channel_gazette",
        example="政府公报公开信息6条",
        value="6",
    ),
    Subject("disclosed_in_media", example="新闻媒体公开信息12条", value="12"),
    Subject("disclosed_in_new_media", example="通过政务新媒体发布信息7条", value="7"),
    Subject("disclosed_on_notice_boards", example="在镇公开栏公开信息6条", value="6"),
    Subject(
        "disclosed_in_other_ways",
        annex="channel_other",
        example="通过其他方式公开政府信息8条",
        value="8",
    ),
    Subject("disclosed_through_channels", example="借助微博等渠道公开政府信息74条", value="74"),
    Subject(
        "disclosed_in_full_text",
        "full_text_information",
        "*",
        earlier="proactive_full_text",
        example="全文电子化的主动公开政府信息53条",
        value="53",
    ),
    Subject(
        "full_text_rate",
        "full_text",
        "*",
        example="主动公开政府信息6条，其中全文电子化率达100%",
        value="100",
        kind="percent",
    ),
    Subject(
        "normative_documents_recognised",
        "recognised_document",
        "*",
        example="清理中发现8个文件被纳入规范性文件",
        value="8",
    ),
    Subject(
        "normative_documents_issued",
        "normative_document",
        "issue make",
        "proactive.normative_documents.issued",
        "normative_documents_issued",
        "new_normative_documents",
        "新制发行政规范性文件5件",
        "5",
    ),
    Subject(
        "normative_documents_repealed",
        "normative_document",
        "repeal",
        "proactive.normative_documents.repealed",
        example="废止行政规范性文件3件",
        value="3",
    ),
    Subject(
        "normative_documents_in_force",
        "normative_document",
        "in_force",
        "proactive.normative_documents.in_force",
        example="新制发规范性文件5件，现行有效件数合计28件",
        value="28",
    ),
    Subject(
        "normative_documents_disclosed",
        "normative_document",
        "disclose publish",
        annex="proactive_normative_documents",
        example="主动公开规范性文件4件",
        value="4",
    ),
    Subject(
        "rules_issued", "rule", "issue", "proactive.rules.issued", example="制定规章2件", value="2"
    ),
    Subject(
        "rules_repealed",
        "rule",
        "repeal",
        "proactive.rules.repealed",
        example="废止规章1件",
        value="1",
    ),
    Subject("rules_disclosed", "rule", "disclose publish", example="公开规章3件", value="3"),
    Subject(
        "rules_in_force",
        "rule",
        "in_force",
        "proactive.rules.in_force",
        example="现行有效规章3件",
        value="3",
    ),
    Subject(
        "documents_disclosed",
        "document",
        "disclose publish",
        example="主动公开政府文件数67条",
        value="67",
    ),
    Subject(
        "documents_not_disclosed",
        "document",
        "deny",
        example="制作文件28件，其中主动公开20件、不予公开5件",
        value="5",
    ),
    Subject(
        "licensing_decisions_disclosed",
        "licensing_decision licence",
        "disclose publish",
        example="主动公开行政许可决定7件",
        value="7",
    ),
    Subject(
        "licensing_decisions",
        "licensing_decision",
        "*",
        "proactive.licensing.decisions",
        example="作出行政许可决定7件",
        value="7",
    ),
    Subject(
        "penalties_decisions_disclosed",
        "penalty_decision penalty",
        "disclose publish",
        example="主动公开行政处罚决定7件",
        value="7",
    ),
    Subject(
        "penalties_decisions",
        "penalty_decision",
        "*",
        "proactive.penalties.decisions",
        example="作出行政处罚决定7件",
        value="7",
    ),
    Subject(
        "coercive_measures_decisions_disclosed",
        "coercive_decision",
        "disclose publish",
        example="主动公开行政强制决定7件",
        value="7",
    ),
    Subject(
        "coercive_measures_decisions",
        "coercive_decision",
        "*",
        "proactive.coercive_measures.decisions",
        example="作出行政强制决定7件",
        value="7",
    ),
    Subject("documents_issued", "document", "issue make", example="全年印发公文39件", value="39"),
    Subject(
        "press_conferences",
        annex="press_conferences",
        example="举办新闻发布会4次",
        value="4",
        thing="press_conference",
        events="*",
    ),
    Subject(
        "policy_explanations",
        "explanation",
        "*",
        annex="policy_interpretations",
        example="发布政策解读38篇",
        value="38",
    ),
    Subject("consultations", "consultation", "*", example="发布民意征集46期", value="46"),
    Subject(
        "online_interviews",
        "interview",
        "*",
        annex="online_interviews",
        example="进行两次在线访谈",
        value="2",
    ),
    Subject(
        "meetings_disclosed",
        "meeting_information",
        "*",
        example="发布专题会议等重要会议信息32条",
        value="32",
    ),
    Subject("open_meetings", "open_meeting", "*", example="邀请代表列席政府会议3次", value="3"),
    Subject("trainings", "training", "*", example="开展2场业务培训", value="2"),
    Subject(
        "responses_to_concern",
        "concern",
        "*",
        annex="responses_total",
        example="回应公众关注热点5次",
        value="5",
    ),
    Subject(
        "proposals_disclosed",
        "proposal_result",
        "*",
        example="人大代表建议和政协提案办理结果公开数5件",
        value="5",
    ),
    Subject("proposals", "proposal", "*", example="办理人大代表建议和政协提案12件", value="12"),
    Subject(
        "deputies_proposals", "deputy_proposal", "*", example="办理人大代表建议28件", value="28"
    ),
    Subject("members_proposals", "member_proposal", "*", example="政协提案42件", value="42"),
    Subject("inquiries", "inquiry", "*", example="接受咨询120人次", value="120"),
    Subject("website_visits", "visit", "*", example="专栏访问量达24745人次", value="24745"),
    Subject("hotline_orders", "hotline_order", "*", example="承接热线工单260件", value="260"),
    Subject("mailbox_letters", "mailbox_letter", "*", example="县长信箱收到来信33件", value="33"),
    Subject("gazette_issues", "gazette_issue", "*", example="编印政府公报4期", value="4"),
    Subject("staff", "staff", "*", annex="staff", example="从事政府信息公开工作人员8名", value="8"),
    Subject(
        "staff_full_time",
        "full_time_staff",
        "*",
        annex="staff_full_time",
        example="专职工作人员2名",
        value="2",
    ),
    Subject(
        "staff_part_time",
        "part_time_staff",
        "*",
        annex="staff_part_time",
        example="兼职工作人员6名",
        value="6",
    ),
    Subject("new_media_accounts", "account", "*", example="开设政务新媒体账号3个", value="3"),
    Subject("request_points", "request_point", "*", example="设立申请受理点5个", value="5"),
    Subject(
        "reading_points",
        "reading_point",
        "*",
        annex="reading_points",
        example="设置政府信息查阅点3个",
        value="3",
    ),
    Subject(
        "information_processing_fee",
        "processing_fee",
        "*",
        example="全年收取信息处理费200元",
        value="200",
    ),
    Subject(
        "administrative_fees",
        "administrative_fee",
        "*",
        "proactive.administrative_fees.amount",
        example="全年行政事业性收费3.5万元",
        value="3.5",
    ),
    Subject("fees", "fee", "*", example="依申请公开收取的费用为0元", value="0"),
    Subject(
        "requests_answered_rate",
        "answer_rate",
        example="收到政府信息公开申请9件，答复率100%",
        value="100",
        kind="percent",
    ),
    Subject(
        "disclosed_of_a_kind",
        "content",
        "disclose publish",
        example="发布工作动态30条",
        value="30",
    ),
    Subject("part", example="公开信息30条，含政策类信息20条，其他信息10条", value="20"),
    Subject("part_other", example="公开信息30条，含政策类信息20条，其他信息10条", value="10"),
)
"""Every subject, with the thing and the events that lead to it."""


@frozen
class _Named:
    by_event: Mapping[tuple[str, str], str] = field(hash=False)
    by_id: Mapping[str, Subject] = field(hash=False)


@cache
def _named() -> _Named:
    by_event = {
        (thing, event): subject.id
        for subject in SUBJECTS
        for thing in subject.thing.split()
        for event in subject.events.split()
    }
    return _Named(by_event, {subject.id: subject for subject in SUBJECTS})


def named(subject: str) -> Subject | None:
    """Return the subject of this id."""
    return _named().by_id.get(subject)


def subject_of(thing: str, event: str) -> str:
    """Return the subject to which a thing and an event lead; empty if to none."""
    table = _named().by_event
    return table.get((thing, event)) or table.get((thing, "*"), "")


_BY_EVENT = {
    ("requests_answered", "answer", "stats2014"): "statistics.requests_answered.value",
    ("requests_answered", "settle", "stats2014"): "statistics.requests_concluded.value",
    ("requests_answered", "answer", "stats2008"): "statistics.requests_answered.current",
}
"""The annexes count what was answered apart from what was settled."""


@cache
def cells_of(subject: str, form_id: str, event: str = "") -> str | None:
    """Return the cells of a subject in a form, joined by `+`; `None` if the form lacks one.

    Where a form has cells of its own for each event of a subject, the event tells which.
    """
    if (subject, event, form_id) in _BY_EVENT:
        return _BY_EVENT[subject, event, form_id]
    found = _named().by_id.get(subject)
    form = form_by_id(form_id)
    if found is None:
        return None
    if form_id == "stats2014":
        address = found.annex and f"statistics.{found.annex}.value"
    elif form_id == "stats2008":
        address = found.earlier and f"statistics.{found.earlier}.current"
    else:
        address = found.cells
    if not address:
        return None
    cells: list[str] = []
    for cell in address.split("+"):
        rows = (
            [known for known in form.addresses if fnmatchcase(known, cell)]
            if "*" in cell
            else [cell]
        )
        if not rows or any(one not in form.positions for one in rows):
            return None
        cells += rows
    return "+".join(cells)
