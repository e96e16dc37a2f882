"""What the figures in prose count, in Chinese: a name for every subject of a claim."""

from __future__ import annotations

from collections.abc import Mapping

from govinfo.wording import Lang

__all__ = ["ENDINGS", "NAMES", "subject_name"]

NAMES: Mapping[str, str] = {
    # requests, as they came
    "requests_received": "收到申请数",
    "requests_handled": "办理申请数",
    "requests_transferred": "转来申请数",
    "requests_carried_over": "上年结转申请数",
    "requests_carried_forward": "结转下年度申请数",
    "requests_on_platform": "平台所列申请数",
    "requests_received_in_person": "当面申请数",
    "requests_received_by_fax": "传真申请数",
    "requests_received_by_email": "电子邮件申请数",
    "requests_received_by_letter": "信函申请数",
    "requests_received_online": "网络申请数",
    "requests_received_on_paper": "书面申请数",
    "requests_from_natural_persons": "自然人申请数",
    "requests_from_businesses": "商业企业申请数",
    "requests_from_research_institutes": "科研机构申请数",
    "requests_from_public_interest_bodies": "社会公益组织申请数",
    "requests_from_legal_services": "法律服务机构申请数",
    "requests_from_organisations": "法人或其他组织申请数",
    # requests, and what became of them
    "requests_answered": "答复申请数",
    "requests_answered_on_time": "按时答复数",
    "requests_answered_late": "延期答复数",
    "requests_answered_rate": "答复率",
    "requests_granted_in_whole_or_part": "予以公开和部分公开数",
    "requests_granted": "予以公开数",
    "requests_partially_granted": "部分公开数",
    "requests_otherwise_granted": "其他方式公开数",
    "requests_denied": "不予公开数",
    "requests_denied_state_secret": "不予公开（国家秘密）数",
    "requests_denied_law_prohibited": "不予公开（法律行政法规禁止）数",
    "requests_denied_security_stability": "不予公开（三安全一稳定）数",
    "requests_denied_third_party": "不予公开（第三方合法权益）数",
    "requests_denied_internal_affairs": "不予公开（内部事务信息）数",
    "requests_denied_process_information": "不予公开（过程性信息）数",
    "requests_denied_enforcement_files": "不予公开（行政执法案卷）数",
    "requests_denied_administrative_inquiry": "不予公开（行政查询事项）数",
    "requests_unable": "无法提供数",
    "requests_unable_not_held": "无法提供（不掌握）数",
    "requests_unable_requires_creation": "无法提供（需另行制作）数",
    "requests_unable_still_unclear": "无法提供（补正后仍不明确）数",
    "requests_not_processed": "不予处理数",
    "requests_not_processed_petition": "不予处理（信访举报投诉）数",
    "requests_not_processed_duplicate": "不予处理（重复申请）数",
    "requests_not_processed_publication": "不予处理（公开出版物）数",
    "requests_not_processed_excessive": "不予处理（大量反复申请）数",
    "requests_not_processed_confirmation": "不予处理（要求确认或重新出具）数",
    "requests_other_outcome": "其他处理数",
    "requests_other_no_clarification": "其他处理（逾期不补正）数",
    "requests_other_fee_unpaid": "其他处理（逾期未缴费）数",
    "requests_withdrawn": "撤回申请数",
    "requests_not_existing": "信息不存在数",
    "requests_not_responsible": "不属于本机关公开数",
    "requests_already_public": "已主动公开数",
    "requests_to_be_clarified": "告知补正数",
    "requests_to_others": "告知其他途径数",
    # reconsideration and litigation
    "reconsideration": "行政复议数",
    "reconsiderations_decided": "受理、审结的行政复议数",
    "reconsideration_upheld": "行政复议维持数",
    "reconsideration_corrected": "行政复议纠正数",
    "reconsideration_other": "行政复议其他结果数",
    "reconsideration_pending": "行政复议尚未审结数",
    "litigation": "行政诉讼数",
    "litigation_direct": "未经复议直接起诉数",
    "litigation_after_reconsideration": "复议后起诉数",
    "litigation_upheld": "行政诉讼维持数",
    "litigation_corrected": "行政诉讼纠正数",
    "litigation_other": "行政诉讼其他结果数",
    "litigation_pending": "行政诉讼尚未审结数",
    "reconsideration_and_litigation": "行政复议和行政诉讼数",
    # what was disclosed, and where
    "information_total": "政府信息总数",
    "proactive_disclosures": "主动公开信息数",
    "information_on_request": "依申请公开信息数",
    "information_not_disclosed": "不予公开信息数",
    "disclosed_on_website": "网站公开信息数",
    "disclosed_on_wechat": "微信公开信息数",
    "disclosed_on_weibo": "微博公开信息数",
    "disclosed_in_gazette": "政府公报公开信息数",
    "disclosed_in_media": "新闻媒体公开信息数",
    "disclosed_in_new_media": "政务新媒体公开信息数",
    "disclosed_on_notice_boards": "公开栏公开信息数",
    "disclosed_in_other_ways": "其他方式公开信息数",
    "disclosed_through_channels": "多个渠道公开信息数",
    "disclosed_in_full_text": "全文电子化信息数",
    "full_text_rate": "全文电子化率",
    "disclosed_of_a_kind": "某类信息公开数",
    "part": "构成项",
    "part_other": "其他构成项",
    "meetings_disclosed": "会议信息公开数",
    "proposals_disclosed": "建议提案办理结果公开数",
    # documents, decisions and fees
    "normative_documents_issued": "规范性文件制发数",
    "normative_documents_repealed": "规范性文件废止数",
    "normative_documents_in_force": "现行有效规范性文件数",
    "normative_documents_disclosed": "规范性文件公开数",
    "normative_documents_recognised": "认定的规范性文件数",
    "rules_issued": "规章制发数",
    "rules_repealed": "规章废止数",
    "rules_in_force": "现行有效规章数",
    "rules_disclosed": "规章公开数",
    "documents_issued": "制发文件数",
    "documents_disclosed": "文件公开数",
    "documents_not_disclosed": "文件不予公开数",
    "licensing_decisions": "行政许可决定数",
    "licensing_decisions_disclosed": "行政许可决定公开数",
    "penalties_decisions": "行政处罚决定数",
    "penalties_decisions_disclosed": "行政处罚决定公开数",
    "coercive_measures_decisions": "行政强制决定数",
    "coercive_measures_decisions_disclosed": "行政强制决定公开数",
    "information_processing_fee": "信息处理费",
    "administrative_fees": "行政事业性收费",
    "fees": "收费",
    # what was done, and by whom
    "press_conferences": "新闻发布会数",
    "policy_explanations": "政策解读数",
    "consultations": "意见征集数",
    "online_interviews": "在线访谈数",
    "open_meetings": "公众列席会议数",
    "trainings": "培训数",
    "responses_to_concern": "回应关切数",
    "proposals": "建议提案数",
    "deputies_proposals": "人大代表建议数",
    "members_proposals": "政协提案数",
    "inquiries": "咨询数",
    "website_visits": "网站访问量",
    "hotline_orders": "热线工单数",
    "mailbox_letters": "信箱来信数",
    "gazette_issues": "政府公报期数",
    "staff": "工作人员数",
    "staff_full_time": "专职人员数",
    "staff_part_time": "兼职人员数",
    "new_media_accounts": "政务新媒体账号数",
    "request_points": "申请受理点数",
    "reading_points": "查阅点数",
    # a figure of which the sentence does not say what it is about
    "share": "占比",
    "change": "增减",
    # the report itself
    "declared_parts": "前言所称部分数",
}
"""By the subject: its Chinese name. The English one is the subject itself, with spaces."""

ENDINGS: Mapping[str, str] = {
    "_prior_year": "（上年）",
    "_other_year": "（其他年度）",
    "_cumulative": "（累计）",
    "_part_year": "（部分月份）",
}
"""How a subject ends that is not of the year of the report, and what its name ends in then."""


def subject_name(subject: str, lang: Lang) -> str:
    """Return what a claim counts; a subject that has no Chinese name stays as it is."""
    if lang == "en":
        return subject.replace("_", " ")
    ending = next((one for one in ENDINGS if subject.endswith(one)), "")
    name = NAMES.get(subject.removesuffix(ending))
    return subject if name is None else name + ENDINGS.get(ending, "")
