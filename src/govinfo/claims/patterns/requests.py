"""Sentences about requests: how many came, what became of them, what the next year takes over."""

from __future__ import annotations

from govinfo.claims.pattern import END, FILLER, NOT, REQUEST, UNIT, Pattern

__all__ = ["NOTHING", "PATTERNS"]

_TOTAL = "requests.{}.total"
_NEW, _OVER, _FORWARD = (
    _TOTAL.format(row) for row in ("new_received", "carried_over", "carried_forward")
)
_GOT = r"(?:新收|收到|受理|接收|接到)"
_GAP = (
    r"(?:(?!复议|诉讼|许可|信访|来信|来访|来电|留言|投诉|咨询|举报|诉求|建议|提案|案件)"
    r"[^#，,；;]){0,24}?"
)
"""What may stand between the verb and the requests, and is not something else that came too."""
_WHOSE = (
    r"(?:有关|相关|关于|任何|过|到|公民|法人|和|或者?|其他组织|社会|公众|群众|单位|个人"
    r"|提出|提交|的|书面|、)*"
)
"""What may stand there where none came: a word more, and only some requests did not."""
_OUTCOME = r"(?:^|[，,、:：；（(“]|其中|决定|答复|了|是|并)"
_ANSWERED = r"(?:的|答复(?:总?数|的)?|”的?)?"
_NEXT_YEAR = r"(?:下一?年度?|次年度?|20\d\d年度?)"
_WITH_OVER = r"[（(，,]?(?:其中)?[，,]?(?:含|包括|包含)(?:了)?上一?年度?结转"
_DOCUMENTS = (
    "information_total",
    "proactive_disclosures",
    "documents_disclosed",
    "information_on_request",
)

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "requests_handled",
        "上年结转|上年度结转|上一年结转|上一年度结转",
        rf"(?:{_GOT}|办理){_GAP}{REQUEST}{FILLER}#{UNIT}(?:{_WITH_OVER}|[（(，,]其中[，,]?上一?年度?结转)",
        "本年度共受理政府信息公开申请20件（含上年结转4件）",
        20,
        address=f"{_NEW}+{_OVER}",
    ),
    Pattern(
        "requests_transferred",
        "转",
        rf"{_GOT}(?:上级|省|市|县)转(?:来|办|送)?件?{REQUEST}{FILLER}#{UNIT}",
        "收到省转件依申请公开件5件",
        5,
    ),
    Pattern(
        "requests_received",
        "申请",
        rf"{_GOT}(?:了)?{_GAP}{REQUEST}{FILLER}#{UNIT}",
        "全年共收到政府信息公开申请12件",
        12,
        address=_NEW,
    ),
    Pattern(
        "requests_received",
        "信息公开",
        rf"{_GOT}(?:了)?{_GAP}(?:政府)?信息公开{FILLER}#{UNIT}",
        "全年受理政府信息公开7件",
        7,
        address=_NEW,
    ),
    Pattern(
        "requests_received",
        "申请",
        rf"{_GOT}(?:了)?#{UNIT}(?:有关|关于|涉及|针对|要求)?{_GAP}{REQUEST}",
        "我局收到3项有关政府信息公开的申请",
        3,
        address=_NEW,
    ),
    Pattern(
        "requests_received",
        "新收",
        rf"(?:本年度?|其中|^|[，,：:（(])新收{FILLER}#{UNIT}",
        "受理政府信息公开申请20件，其中上年结转4件，新收16件",
        16,
        address=_NEW,
        within=("requests_handled",),
    ),
    Pattern(
        "requests_handled",
        "申请",
        rf"办理{_GAP}{REQUEST}{FILLER}#{UNIT}",
        "全年办理政府信息公开申请21件",
        21,
    ),
    Pattern(
        "requests_on_platform",
        "条目",
        rf"依申请公开条目{FILLER}#{UNIT}",
        "信息公开平台依申请公开条目为6条",
        6,
    ),
    Pattern(
        "requests_carried_over",
        "结转",
        rf"上一?年(?:度)?结转(?:的)?(?:{REQUEST}|申请)?{FILLER}#{UNIT}",
        "含上年结转4件",
        4,
        address=_OVER,
    ),
    Pattern(
        "requests_carried_forward",
        "结转|顺延|转入|转到|转至",
        rf"(?:结转|顺延|转)(?:到|至|入)?{_NEXT_YEAR}(?:继续)?(?:办理|答复)?(?:的)?"
        rf"(?:{REQUEST}|申请)?{FILLER}#{UNIT}",
        "结转下年度继续办理3件",
        3,
        address=_FORWARD,
    ),
    Pattern(
        "requests_carried_forward",
        "结转|顺延|转入|转到|转至",
        rf"#{UNIT}(?:申请)?(?:按照[^#，,]{{0,12}}|依法|将)?(?:结转|顺延)(?:到|至|入)?{_NEXT_YEAR}",
        "另有7件申请顺延到下年度答复",
        7,
        address=_FORWARD,
    ),
    *(
        Pattern(
            f"requests_received_{way}",
            words[0],
            rf"(?:{'|'.join(words)})(?:方式|形式)?(?:提交|提出|受理)?(?:的)?(?:申请)?{FILLER}#{UNIT}",
            f"收到政府信息公开申请9件，其中{words[0]}申请8件",
            8,
            within=("requests_received", "requests_handled"),
        )
        for way, *words in (
            ("in_person", "当面", "现场"),
            ("by_fax", "传真"),
            ("by_email", "电子邮件"),
            ("by_letter", "信函", "邮寄"),
            ("online", "网上", "网络", "在线"),
        )
    ),
    Pattern(
        "requests_granted_in_whole_or_part",
        "部分公开",
        rf"(?:予以|同意)?公开(?:[及和与、]|以及)(?:予以|同意)?部分公开{_ANSWERED}{FILLER}#{UNIT}?",
        "予以公开及部分公开11件",
        11,
        address=f"{_TOTAL.format('granted')}+{_TOTAL.format('partially_granted')}",
    ),
    Pattern(
        "requests_partially_granted",
        "部分公开",
        rf"{_OUTCOME}(?:予以|同意)?部分公开{_ANSWERED}{FILLER}#{UNIT}?",
        "部分公开2件",
        2,
        address=_TOTAL.format("partially_granted"),
    ),
    Pattern(
        "requests_otherwise_granted",
        "公开答复",
        rf"其[它他]公开答复{FILLER}#{UNIT}",
        "其它公开答复数2件",
        2,
    ),
    Pattern(
        "requests_granted",
        "予以公开|同意公开|公开答复",
        rf"{_OUTCOME}(?:(?:予以|同意)公开{_ANSWERED}|公开答复){FILLER}#{UNIT}?",
        "予以公开9件",
        9,
        address=_TOTAL.format("granted"),
    ),
    Pattern(
        "information_not_disclosed",
        "予公开|子公开",
        rf"不[予子]公开(?:的)?(?:文件)?{FILLER}#(?:条|件|份)?",
        "全年制作政府信息90条，其中主动公开政府信息60条、不予公开10条",
        10,
        within=_DOCUMENTS,
    ),
    Pattern(
        "requests_denied",
        "不予公开|免于公开|否决公开|不同意公开",
        rf"{_OUTCOME}(?:不予|免于|否决|不同意)公开{_ANSWERED}{FILLER}#{UNIT}?",
        "不予公开5件",
        5,
        address=_TOTAL.format("denied_*"),
    ),
    Pattern(
        "requests_unable",
        "无法提供",
        rf"{_OUTCOME}无法提供{_ANSWERED}{FILLER}#{UNIT}?",
        "无法提供6件",
        6,
        address=_TOTAL.format("unable_*"),
    ),
    Pattern(
        "requests_not_processed",
        "不予处理",
        rf"{_OUTCOME}不予处理{_ANSWERED}{FILLER}#{UNIT}?",
        "不予处理1件",
        1,
        address=_TOTAL.format("not_processed_*"),
    ),
    Pattern(
        "requests_other_outcome",
        "处理",
        rf"{_OUTCOME}其[他它]处理{_ANSWERED}{FILLER}#{UNIT}?",
        "其他处理2件",
        2,
        address=_TOTAL.format("other*"),
    ),
    Pattern(
        "requests_answered",
        "答复",
        rf"(?<![公开未待时期])答复(?:了)?(?:{REQUEST}|申请)?{FILLER}#{UNIT}",
        "全年共答复申请30件",
        30,
        address=_TOTAL.format("outcomes_total"),
    ),
    Pattern(
        "requests_answered",
        "办结",
        rf"(?<!未)办结(?:了)?(?:{REQUEST}|申请)?{FILLER}#{UNIT}",
        "办结政府信息公开申请31件",
        31,
        address=_TOTAL.format("outcomes_total"),
    ),
)
"""The patterns of requests, the more particular first."""

NOTHING: tuple[Pattern, ...] = (
    Pattern(
        "requests_received",
        "申请",
        rf"#{NOT}(?:收到|接到|接收到?|受理){_WHOSE}{REQUEST}(?:事项)?(?:的情况)?{END}",
        "本年度我局未收到政府信息公开申请",
        0,
        address=_NEW,
        kind="none_occurred",
        unit="件",
    ),
    Pattern(
        "requests_carried_forward",
        "结转|顺延|转入|转到|转至",
        rf"#{NOT}(?:有)?(?:需要?)?(?:结转|顺延)(?:到|至)?{_NEXT_YEAR}(?:继续)?(?:办理|答复)?(?:的)?"
        rf"(?:{REQUEST}|申请)?",
        "没有需要顺延到下年度办理的申请",
        0,
        address=_FORWARD,
        kind="none_occurred",
        unit="件",
    ),
    Pattern(
        "requests_carried_over",
        "结转",
        rf"#{NOT}(?:有)?上一?年度?结转(?:的)?(?:{REQUEST}|申请)?",
        "无上年结转的申请",
        0,
        address=_OVER,
        kind="none_occurred",
        unit="件",
    ),
)
"""The patterns that say that nothing of the kind occurred."""
