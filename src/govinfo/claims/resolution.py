"""From what a figure counts to its subject: by the table, by the way, or as a part of a list."""

from __future__ import annotations

import re
from itertools import dropwhile, pairwise, takewhile

from govinfo.claims.lexicon import (
    ACTS,
    CASES,
    CLASS_WORDS,
    COLUMN_WORDS,
    CONJUNCTIONS,
    DISCLOSING,
    MONEY,
    OF_CASES,
    REQUESTS,
    SOME_PEOPLE,
    SUING,
    WAY_WORDS,
)
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import UNKNOWN, Around, FigureReading, Sentence
from govinfo.claims.subjects import IMPLYING, subject_of
from govinfo.claims.words import is_body, is_noun

__all__ = ["part_of_list", "resolve", "unit_fits"]

_REQUEST_EVENTS = frozenset(
    {"receive", "accept", "new", "transfer", "due", "handle", "answer", "settle"}
)
_RECEIVING = frozenset({"receive", "accept", "new", "handle", ""})
_ROWS = ("denied_", "unable_", "not_processed_", "other_no_", "other_fee_")
"""How the events begin that are rows of outcomes, and happen to nothing but requests."""
_FATES = frozenset(
    {
        "already_public",
        "clarification",
        "not_existing",
        "not_information",
        "not_responsible",
        "other_channel",
        "withdrawn",
    }
)
"""What else may become of a request, beside its outcome."""
_OF_NOTHING_ELSE = frozenset({"whole_or_part", "partial", "unable", "not_processed", "deny"})
"""Outcomes that are those of requests, whatever the sentence has named before."""
_GROUPS = {
    "deny": "denied_",
    "unable": "unable_",
    "not_processed": "not_processed_",
    "other_outcome": "other_",
}
"""Events whose cells are all rows of a group, and how the events of those rows begin."""
_INFORMATION = frozenset({"information", "document"})
_PUBLISHED = frozenset({"information", "content", "document", ""})
"""The things whose channel says what is counted."""
_INFORMATION_KINDS = frozenset({"information", "content", "document", "explanation"})
"""Things that a body may list as what it put somewhere."""
_DECIDED_BY_EVENT = frozenset(
    {
        "request",
        "reconsideration",
        "lawsuit",
        "proceedings",
        "information",
        "document",
        "normative_document",
        "rule",
    }
)
"""The things of which the event decides what is counted."""
_OUTCOMES = frozenset(
    {
        "settle",
        "answer",
        "on_time",
        "extended",
        "grant",
        "partial",
        "deny",
        "handle",
        "corrected",
        "upheld",
    }
)
"""What may happen to a thing that a sentence has counted already."""
_PROPOSALS = frozenset({"proposal", "deputy_proposal", "member_proposal"})
"""Things of which the answers are disclosed."""
_DECISIONS = frozenset({"licensing_decision", "penalty_decision", "coercive_decision"})
"""Things that the tables count when the words say that they were made."""
_WRITTEN_TO = frozenset({"mailbox_letter", "hotline_order"})
"""Things of which the answers are counted too."""
_COMING, _ENDING = frozenset({"receive", "accept", "new"}), frozenset({"settle", "answer"})
_WITH_PARTS = frozenset({"requests_received", "requests_handled"})
"""Of which requests 其中9件已答复 are only some."""
_TOTALS_OF_REQUESTS = frozenset({"requests_received", "requests_handled", "requests_answered"})
_PARTS_OF_REQUESTS = ("requests_received_", "requests_from_", "requests_carried_over")
"""Subjects of all requests, and how those of some of them begin."""
_AFTER = re.compile(
    r"""
    (?<! 最 | 然 | 今 | 先 | 前 | 此 | 之 )                             # no time alone
    (?<! 申请 | 收到 | 接到 | 受理 | 登记 | 审核 | 审查 | 研究 )         # done with every request
    后 (?! 续 | 期 | 勤 | 台 )
    """,
    re.VERBOSE,
)
"""That something was done before what happened, as in 补正后答复."""
_OF_SOME = re.compile(
    r"""
    ^代表(?!大会|团) | 名义 | 参与 | 同一 | 共同 | (?:围绕|针对).       # for others, or with them
  | 第三方不 | 抽查 | 评查                                              # by others
  | (?:当场|现场|即时|当天|当日)[予给作办答回]                          # on the spot
  | (?:合并|重新|提前|补充|规范)[答办]                                  # in a way of its own
  | 经.{2,6}后                                                          # after a step of its own
  | [又另][收受接] | 再次 | 批量 | 最多 | 最高 | 直接[收受] | (?:收到|受理)不(?:明确|属于)
  | 有效                                                                # leaves others out
  | 线下 | 电话 | 口头 | 窗口 | 平台 | EMS                              # by one way of several
    """,
    re.VERBOSE,
)
"""That a figure is of some requests only: of others, by others, or in a way of their own."""
_FAULTY = re.compile("超期|逾期|延期|不规范|不当|有误|瑕疵|纠")
"""What was wrong with some of the answers."""
_OF_SOME_DECISIONS = re.compile("程序作出|类作出|后作出|[网线]上作出|当场|听证|移送")
"""Words for how some of the decisions were made."""
_OF_THE_REST = re.compile("其[他它余]|剩余|另外?有?")
"""That others were counted before, as in 其他类型答复9件."""
_OF_OTHERS = re.compile("对.*的|党[内组委]|学习|参与|推动|牵头|名义|上级|[报提]请")
"""That a document was issued by others, or with them, as in 对市局制发的规范性文件9件."""
_NOT_COLLECTED = re.compile("减|免|上缴|返还|退还|清退|下降")
"""That a sum of fees is not what was charged, as in 减免收费9万元."""
_BRINGING = frozenset({"提起", "提出", "申请", "向", "的"})
"""Words between those who bring a case and the case."""
_ONE_OF_MANY = re.compile("同一|某|个别|部分|多名|征收|拆迁|项目")
"""How those are told who brought some of the cases."""
_APART = re.compile("无关|以外|之外|除外")
"""That something is not what a cell counts, as in 与信息公开无关的复议."""
_OTHER_CASES = re.compile(
    r"""
    其[他它余] [^，。；]{0,4} (?: 复议 | 诉讼 | 案 )                     # of all other kinds
  | 除 [^，。；]{1,12} [以之]?外 的?，? (?: 行政 | 复议 | 诉讼 )
  | (?<! 公开 | 信息 | 申请 | 复议 | 诉讼 ) 类 型? 的? (?: 行政 | 复议 | 诉讼 | 案 )
  | (?: 许可 | 处罚 | 强制 | 征[收地] | 拆迁 | 补偿 | 土地 | 林权 | 登记 | 确权 | 信访
      | 不作为 | 法定职责 | 公益 )
    [类的案件行政确权认纠纷等]{0,6} (?: 复议 | 诉讼 | 案 )             # of one other kind
  | 为第三人 | 跨年 | 遗留 | 结转
    """,
    re.VERBOSE,
)
"""That cases are not those of disclosure, or only some of them, as in 征地类复议6件."""
_DECIDED = re.compile("撤[回销诉]|终止|驳回|调解|(?:复议|诉讼)决定|判决")
"""What some of the cases have come to, as in 申请人撤回复议2件."""
_NO_COUNT = frozenset({"defeat", "late", "submit", "close", "carried"})
"""Events of which no subject counts anything."""
_NO_PART = frozenset(
    {
        "full_text_information",
        "request",
        "proceedings",
        "reconsideration",
        "lawsuit",
        "visit",
        "readership",
        "media_report",
        "staff",
        "full_time_staff",
        "part_time_staff",
        "request_point",
        "reading_point",
    }
)
_PART_UNITS = frozenset({"条", "件", "篇", "份", "个", "项", "期", "则", "次", ""})
_OF_ACTS = frozenset({"个", "次", "期"})
"""Units that count no pieces of information."""
_OF_INFORMATION = frozenset({"条", "篇", "则", "份", "件"})
"""Units of pieces of information."""
_OF_ISSUES = frozenset({"期", "批", "部"})
"""Units that count what information stands in."""
_OF_TEXTS = frozenset({"篇", "则"})
"""Units of what is put on a site, beside that of information."""
_PEOPLE = frozenset({"人", "名", "位"})
_COUNTS = frozenset({"数", "数量", "总数", "总量", "件数", "总件数"})
_BEFORE_BARE = frozenset({"为", "是", "共", "共计", "合计", "计", "：", ":", "数为"})
"""What a number without a unit may stand behind."""
_OPENED = frozenset({"公开", "公布", "公示", "更新", "发布"})
"""Events that may end the name of a class of information."""
_LABELS = frozenset({"content", "information", "document", "other"})
"""Things that may be the name of a class of information."""
_HANDLED = frozenset(
    {"licence", "penalty", "enforcement", "proposal", "deputy_proposal", "member_proposal"}
    | _DECISIONS
)
"""Things that are information only if they are counted in the unit of their total."""
_PLAIN = frozenset({"信息", "政府信息", "各类信息"})
"""Words for information of every class."""
_TOTALS = frozenset({"共", "共计", "总计", "合计", "累计", "累计共", "一共", "总共"})
"""Words before the event of a figure that is no item of a list."""
_IN_FULL = frozenset({"政府信息", "各类政府信息"})
"""Words for information before which the name of a field of work narrows nothing."""
"""How the names of parts of a site end, which show only some of what was disclosed."""
_CATALOGUES = ("目录", "指南", "制度", "专栏")
"""How the names of the parts of a site on disclosure end."""
_LOOKS_AT = re.compile("(?:[核排巡检抽普审]查|监测|巡检|研判|归档|移交)了?$")
"""How a word ends for what somebody does to a site who publishes nothing."""
_MENDED = re.compile(
    r"""
    改 | 删 | 清 | 纠 | 错 | 监 | 收集 | 采集 | 报 | 投 | 整理 | 发现 | 处置 | 转 | 审 | 反馈 | 回应
  | 密 | 隐私 | 不予 | 依申请                                           # not disclosed
    """,
    re.VERBOSE,
)
"""Words for what is done with information that is no disclosure, as in 整改错误类信息9条."""
_CLOSING = frozenset("”’")
"""Marks behind the label of a figure, whatever words it has."""
_OUTLETS = {"disclosed_in_media": ["media"], "disclosed_on_website": ["notice_board"]}
"""Ways that are parts of others: 媒体刊登9条，其中人民网4条, 网站公开9条，其中信息公开栏7条."""
_OTHER_LABEL = re.compile(r"^(?:[、和及与以：“”]|以及|其中)*其[他它余]")


def resolve(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return what a figure counts, from its thing, its event and its ways; empty if nothing."""
    _settle_thing(sentence, around, reading)
    apart = _APART.search("".join([one.text for one in around.near])) is not None
    reading.loose = reading.loose or apart
    if reading.thing == "request":
        return _of_requests(sentence, around, reading)
    bare = not reading.thing and _is_bare_disclosure(around, reading)
    if _is_looked_at(around) or (reading.event in DISCLOSING and _is_of_others(sentence, around)):
        return ""
    subject = _by_channel(sentence, around, reading)
    vague = _is_vague(around, reading)
    if not subject and (bare or (vague and _is_total(around))):
        # 主动公开9条 and 共发布信息9条 may be all that was disclosed.
        reading.thing, reading.loose = "information", True
        return "proactive_disclosures"
    if subject or vague:
        return subject
    if reading.event in {"repeal", "in_force"} and sentence.has_counted("normative_document"):
        acts = around.tail is not None and around.tail.kind == "event"
        if reading.thing == "document" or (acts and reading.thing != "rule"):
            reading.thing = "normative_document"
    if _is_in_column(around, reading) or _is_of_a_kind(around, reading):
        reading.loose = True
        return _of_a_kind(sentence, around, reading)
    return _by_table(sentence, around, reading)


def _of_a_kind(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the subject of a figure of information of one kind: an item of a list, or alone."""
    of_class = _is_of_a_class(sentence, around, reading)
    rest = _OTHER_LABEL.match("".join(one.text for one in around.near))
    listed = any(one.subject == "part" for one in sentence.readings)
    if of_class and sentence.frame.among:
        return "part_other" if rest else "part"
    if not (of_class or reading.event in DISCLOSING):
        return ""
    return "part_other" if rest and listed else "disclosed_of_a_kind"


def _settle_thing(sentence: Sentence, around: Around, reading: FigureReading) -> None:
    """Change the thing of a figure where its event, or what was counted before, decides it."""
    event = reading.event
    whole = sentence.whole.subject if sentence.whole and sentence.frame.among else ""
    if reading.thing == "mailbox_letter" and whole.startswith("requests_"):
        # 收到申请9件，其中来信3件、网络6件
        by_name = around.of_kind("thing") or not reading.ways
        reading.thing = "request"
        reading.ways = ("by_letter",) if by_name else reading.ways
    acts = [one.id for one in around.of_kind("event")]
    said = any(one.id == "answer" for one in (*around.near, *around.behind))
    answers = said or acts[-2:-1] == ["handle"] or sentence.has_counted(*_PROPOSALS)
    disclosed = event in DISCLOSING or reading.words.get("event") == "公开答复"
    disclosed = disclosed or (acts[1:] == ["answer"] and acts[0] in DISCLOSING)
    if reading.thing in _PROPOSALS and disclosed and answers:
        # 办理提案9件，公开2件, 公开提案答复9件 and 提案办理公开9件
        reading.thing = "proposal_result"
    if reading.words.get("thing") == "发文" and not event:
        reading.event = event = "issue"
    if not reading.thing and event in IMPLYING:
        reading.thing = "request"
        # （三）行政执法。予以公开9件, and 执法文书予以公开9份
        asked = [one.loose for one in sentence.readings if one.thing == "request"]
        others = sentence.frame.elsewhere or any(map(is_noun, around.near)) or bool(asked)
        reading.loose = reading.loose or (others and all(asked))
    labelled = around.of_kind("thing") or any(map(is_noun, (*around.near, *around.behind)))
    if reading.thing == UNKNOWN and event in _OF_NOTHING_ELSE and not labelled:
        # Behind 制定答复文书, 不予公开9件 are requests, though nothing says so.
        reading.thing, reading.loose = "request", True
    # 收到申请9件，其中3件涉及征地；2件结转下年
    goes_on = event == "carried_forward" and whole.startswith("requests_") and not labelled
    # 撤回3件，其他处理1件
    alone = event in _FATES and not reading.thing
    beside = alone and any(one.id in IMPLYING for one in sentence.tokens)
    counted = sentence.has_counted("request")
    if beside or ((goes_on or alone or event.startswith(_ROWS)) and counted):
        reading.thing = "request"
    if reading.thing == "request":
        _settle_information(sentence, reading)


def _settle_information(sentence: Sentence, reading: FigureReading) -> None:
    """Change the thing of a figure of requests where its words mean information."""
    event = reading.event
    if any(one.text == "公开属性" for one in sentence.tokens[: sentence.index]):
        # 公开属性审核90件，其中依申请公开9件，不予公开5件 are documents.
        asked = reading.words.get("thing", "").startswith("依申请")
        reading.thing = "on_request" if asked else "information"
        return
    bare = reading.words.get("thing") == "政府信息公开" and reading.value.unit == "条"
    if _means_information(sentence, reading):
        reading.thing, reading.event = "on_request", ""
    elif bare and not event and not sentence.has_counted("request"):
        # 全年完成政府信息公开9条 is what was disclosed.
        reading.thing, reading.event, reading.loose = "information", "disclose", False


def _is_bare_disclosure(around: Around, reading: FigureReading) -> bool:
    """Whether nothing but 主动公开, a time or a body stands before a number of pieces."""
    said = reading.words.get("event", "").endswith("主动公开")
    kinds = {one.kind for one in around.content}
    alone = kinds <= {"event", "time", "own"} and not around.behind
    return said and alone and around.number.unit == "条"


def _is_of_others(sentence: Sentence, around: Around) -> bool:
    """Whether others published what a figure counts, or it was only looked at.

    So it is in 督促各镇公开信息9条, 媒体刊登新闻90条，其中人民网4条 and 核查网站发布信息700条.
    """
    ways = {one.id for one in around.of_kind("way")}
    acts = [place for place, one in enumerate(around.near) if one.id in DISCLOSING]
    before = around.near[: acts[0]] if acts else []
    if any(one.id == "others" or one.text in {"要求", "报送", "上报"} for one in before):
        return True
    if sentence.frame.among and not around.of_kind("event") and ways <= {"media"}:
        return any(one.subject == "disclosed_in_media" for one in sentence.readings)
    content = around.content
    return any(
        two.kind in {"other", "thing"} and _LOOKS_AT.search(two.text) and one.kind == "way"
        for two, one in pairwise(content)
    )


def _is_looked_at(around: Around) -> bool:
    """Whether somebody only looked at what a figure counts, as in 监测舆情9条."""
    words = [one for one in around.near if one.kind != "stop" and one.text not in _TOTALS]
    return any(
        two.kind == "other" and _LOOKS_AT.search(two.text) is not None and one.kind == "thing"
        for two, one in pairwise(words)
    )


def _is_of_a_kind(around: Around, reading: FigureReading) -> bool:
    """Whether a figure is of information of one kind, as in 公开财政信息9条 and 公开预算9条."""
    tail, named = around.tail, reading.words.get("thing", "")
    if reading.thing == UNKNOWN:
        kind = tail is not None and (is_noun(tail) or tail.id in {"information", "plan"})
        whole = all(one.text.isalnum() for one in around.of_kind("other"))
        files = tail is not None and tail.id == "information" and around.number.unit == "件"
        posted = around.number.unit in _OF_TEXTS and bool(around.of_kind("way"))
        texts = files or posted or around.number.unit == "条"
        return kind and whole and texts and named not in _IN_FULL
    words = (one.text for one in around.near if one.kind != "apart")
    other = _OTHER_LABEL.match("".join(words))
    classed = any(one.text in CLASS_WORDS for one in around.near)
    of_some = reading.loose or classed or other is not None
    in_full = named in _IN_FULL and not any(one.text.endswith("领域") for one in around.near)
    return reading.thing == "information" and of_some and not in_full


def _is_of_a_class(sentence: Sentence, around: Around, reading: FigureReading) -> bool:
    """Whether a figure is of a class of information, though nothing says it was disclosed.

    So it is in 政策类信息9条 and 在公开的信息中，动态信息9条.
    """
    words = "".join(one.text for one in around.near)
    if reading.event or reading.thing != "information" or _MENDED.search(words):
        return False
    named = any(one.text in CLASS_WORDS for one in around.near)
    return around.number.unit == "条" and (named or sentence.frame.among)


def _by_table(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the subject of a thing and an event, or else of the thing."""
    if reading.event in _NO_COUNT:
        return ""
    if reading.thing == "lawsuit" and reading.event in OF_CASES and _is_of_either(sentence, around):
        reading.thing = _case_with_results(sentence)
    thing, named = reading.thing, reading.words.get("thing", "")
    said = {one.id for one in (*around.near, *around.behind) if one.kind == "event"}
    reading.loose = reading.loose or _is_of_some_acts(sentence, around, reading, said)
    subject = subject_of(thing, reading.event)
    if not subject and thing in sentence.scanner.things:
        subject = sentence.scanner.things[thing].subject
    own = bool(around.of_kind("thing")) and reading.event not in said
    outcome = reading.event in _OUTCOMES and not own
    again = any(
        one.subject == subject and (outcome or one.words.get("thing") == named)
        for one in sentence.readings
    )
    part = outcome or sentence.frame.among
    if outcome and thing in _WRITTEN_TO and reading.event in _ENDING | {"handle"}:
        # 收到来信9件，办结9件
        return subject
    fated = sentence.frame.among or (around.tail is None and any(map(is_noun, around.behind[:1])))
    if thing in CASES and fated and _has_other_fate(around, reading):
        return ""
    return "" if again and part and thing not in _DECIDED_BY_EVENT else subject


def _is_of_some_acts(
    sentence: Sentence, around: Around, reading: FigureReading, said: set[str]
) -> bool:
    """Whether a figure may count only some of the acts or the cases that a table counts."""
    thing, named = reading.thing, reading.words.get("thing", "")
    if thing == "administrative_fee":
        words = "".join(one.text for one in around.near)
        return reading.value.unit != "万元" or _NOT_COLLECTED.search(words) is not None
    if thing in _DECISIONS:
        made = named.startswith("作出") or named.endswith("数量")
        # 对粮食企业作出行政处罚决定9件
        towards = any(one.text == "对" for one in around.near)
        words = "".join(one.text for one in around.near)
        some = towards or _OF_SOME_DECISIONS.search(words) is not None
        return sentence.frame.subset or some or not made
    if thing in CASES:
        return _is_of_some_cases(sentence, around, reading, said)
    if thing not in ACTS or sentence.frame.subset:
        return thing in ACTS
    # Of such acts that were disclosed, only some were made now.
    disclosed = any(one.thing == thing and one.event in DISCLOSING for one in sentence.readings)
    made_new = reading.words.get("event", "").startswith("新")
    words = "".join(one.text for one in around.near)
    # 公开市政府新制定规章9件
    bodies = any(map(is_body, around.near)) and sentence.scope_in(around.near) == ""
    others = reading.event == "issue" and (bodies or _OF_OTHERS.search(words) is not None)
    # 继续有效9件 may leave out those made in the year.
    others = others or reading.words.get("event", "")[:2] in {"继续", "保留"}
    return others or (sentence.frame.among and disclosed and not made_new)


def _is_of_some_cases(
    sentence: Sentence, around: Around, reading: FigureReading, said: set[str]
) -> bool:
    """Whether a figure of reconsiderations or lawsuits may be of some of them, or of others."""
    frame, of_result = sentence.frame, reading.event in OF_CASES
    frame.subset = frame.subset or _is_by_some(around)
    words = "".join([one.text for one in (*around.near, *around.behind)])
    more = words.startswith("另有") and not sentence.has_counted(*CASES)
    ended = not of_result and _DECIDED.search(words) is not None
    if frame.subset or more or ended or _OTHER_CASES.search(words):
        return True
    # 办理复议9件，维持5件 may be what others had decided, and 复议后起诉2件，维持1件 are results
    # of one kind of lawsuits; 诉讼结案3件 leaves out those that are pending.
    decided = any(one.subject == "reconsiderations_decided" for one in sentence.readings)
    sued = said | {one.event for one in sentence.readings}
    suits = reading.thing == "lawsuit"
    one_kind = suits and reading.event not in SUING and not SUING.isdisjoint(sued)
    return one_kind or (suits and reading.event in _ENDING) or (decided and of_result)


def _is_by_some(around: Around) -> bool:
    """Whether a case was brought by one applicant or a group of them, as in 村民申请行政复议9件."""
    near = [one for one in around.near if one.text not in _BRINGING]
    place = next((n for n, one in enumerate(near) if one.id in CASES), 0)
    by = near[place - 1] if place else None
    some = by is not None and (by.text in SOME_PEOPLE or _ONE_OF_MANY.search(by.text) is not None)
    return some or (by is not None and bool(_ONE_OF_MANY.search("".join(one.text for one in near))))


def _has_other_fate(around: Around, reading: FigureReading) -> bool:
    """Whether some cases had a fate that no cell counts, as in 其中1件正在补充材料."""
    tail, behind = around.tail, around.behind
    if tail is None and reading.event != "withdrawn":
        return bool(behind) and behind[0].kind not in {"thing", "event"}
    return (
        tail is None
        or reading.event == "withdrawn"
        or (reading.event not in OF_CASES and is_noun(tail))
    )


def _is_of_either(sentence: Sentence, around: Around) -> bool:
    """Whether a result behind 复议9件、诉讼2件 is of the one or of the other."""
    cases = [one for one in sentence.readings if one.thing in CASES]
    totals = [one for one in cases if one.event not in OF_CASES][-2:]
    named = [one.thing for one in totals if one.event not in SUING]
    results = [one.thing for one in cases if one.event in OF_CASES]
    if named != ["reconsideration", "lawsuit"] or "lawsuit" in results or around.of_kind("thing"):
        return False
    start, end = totals[0].value.end, totals[1].value.start
    if any(one.event in OF_CASES and start < one.value.start < end for one in cases):
        # 复议9件（维持9件），诉讼2件（维持2件）
        return False
    return all(one.text not in "；;" for one in sentence.tokens if start <= one.start < end)


def _case_with_results(sentence: Sentence) -> str:
    """Return which of both kinds of cases has results: of no lawsuits there are none."""
    last = [one for one in sentence.readings if one.thing == "lawsuit"][-1]
    return "reconsideration" if last.value.value == 0 else UNKNOWN


def _means_information(sentence: Sentence, reading: FigureReading) -> bool:
    """Whether 依申请公开 is a kind of information here, and not a request."""
    words = reading.words.get("thing", "")
    if not words.startswith("依申请公开") or reading.event in _REQUEST_EVENTS:
        return False
    if reading.event.startswith("carried") or sentence.has_counted("request"):
        return False
    if words.endswith(("文件", "公文")):
        return True
    if words.endswith(("申请", "件", "事项")):
        return False
    return words.endswith("信息") or sentence.has_counted(*_INFORMATION)


def _by_channel(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the subject of what was disclosed in one channel, or in several together."""
    ways = sentence.scanner.ways
    named = ["website" if way == "online" else way for way in reading.ways]
    channels = [way for way in named if ways[way].of == "channel"]
    thing = reading.thing
    known = thing in _PUBLISHED or (thing == UNKNOWN and _lists_information(around))
    if not channels or reading.event not in DISCLOSING or not known:
        return ""
    several = len(channels) > 1 or channels == ["channels"]
    if thing == "document" and not several:
        return ""
    if thing == "content" and _is_listed(sentence):
        return ""
    if several:
        return "disclosed_through_channels"
    if thing == "information" and not sentence.has_counted("information"):
        # Where no total is named, what the site shows may be all that was disclosed.
        said = reading.words.get("event", "")
        total = said.startswith("主动公开") and not reading.way_before
        reading.loose = reading.loose or total
    return ways[channels[0]].subject


def _lists_information(around: Around) -> bool:
    """Whether several kinds of information are listed, as in 发布工作动态、政策文件等9条."""
    things = [one.id for one in around.of_kind("thing")]
    listed = any(one.text in CONJUNCTIONS for one in around.near)
    return len(things) > 1 and listed and _INFORMATION_KINDS.issuperset(things)


def _is_vague(around: Around, reading: FigureReading) -> bool:
    """Whether information was put somewhere, and nothing says where."""
    if reading.words.get("thing", "") != "信息" or reading.loose:
        return False
    # 公开信息发布总计9条 says that it was disclosed.
    ends = around.tail is not None and around.tail.id == "publish"
    opened = ends and any(one.id == "disclose" for one in around.content)
    return reading.thing == "information" and reading.event == "publish" and not opened


def _is_in_column(around: Around, reading: FigureReading) -> bool:
    """Whether information was disclosed in one column of a site, as in 通过审计专栏公开信息."""
    columns = [n for n, one in enumerate(around.content[:-1]) if one.text.endswith(COLUMN_WORDS)]
    behind = around.content[columns[-1] + 1 :] if columns else []
    shown = reading.thing == "information" or reading.words.get("thing", "").endswith(COLUMN_WORDS)
    # 在民生栏目危房改造公开信息9条
    behind = list(dropwhile(is_noun, behind))
    return shown and bool(behind) and behind[0].id in DISCLOSING


def _is_listed(sentence: Sentence) -> bool:
    """Whether the next figure is one more of the same way, as in 新闻73条、通知9条."""
    rest = sentence.tokens[sentence.index + 1 :]
    if not rest or rest[0].text != "、":
        return False
    item = takewhile(lambda one: one.kind != "number", rest)
    return all(one.kind != "way" for one in item)


def _of_requests(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the subject of a figure of requests."""
    several = [one.text for one in around.near[-2:-1]] == ["其他组织"]
    ends = ("不服", "公开的") if "website" in reading.ways else ("不服",)
    if several or any(one.text.endswith(ends) for one in around.near):
        # 其他组织申请2件 names applicants of several rows, 已在网站公开的1件 came in any way,
        # and of 复议9件 those of 其中不服政府信息公开答复3件 are cases.
        return ""
    if any(one.text == "条目" for one in around.near):
        return "requests_on_platform"
    carried = _of_carried(sentence, around, reading)
    if carried is not None:
        # 1月新收申请4件，答复3件，结转1件
        reading.loose = reading.loose or (sentence.frame.subset and carried != "")
        return carried
    event, ways, tail = reading.event, sentence.scanner.ways, around.tail
    total = "" if sentence.whole is None else sentence.whole.subject
    forms = [way for way in reading.ways if ways[way].of != "channel"]
    if "website" in reading.ways:
        forms.append("online")
    if any(two.id == "etc" and one.text in WAY_WORDS for two, one in pairwise(around.near)):
        # 通过网络、信函等方式 leaves no way out.
        forms = []
    if len(forms) == 1 and "channels" not in reading.ways:
        # Those who made the requests handled may have made them in the year before.
        reading.loose = reading.loose or total == "requests_handled"
        if event in _RECEIVING or (tail is not None and tail.kind == "way"):
            return ways[forms[0]].subject
        reading.loose = True
    reading.loose = reading.loose or _is_of_some(sentence, around, reading, total)
    if event == "disclose" and _is_outcome(sentence, around, reading, total):
        event = reading.event = "grant"
    # 收到申请9件，其中其他渠道1件
    elsewhere = sentence.frame.among and reading.ways and not around.of_kind("event")
    if event:
        return "" if elsewhere else subject_of("request", event)
    counted = any(one.text in _COUNTS for one in around.near) and not sentence.frame.among
    reading.loose = reading.loose or not counted
    named = tail is not None and tail.kind == "thing" and not (forms or elsewhere)
    return "requests_received" if named else ""


def _of_carried(sentence: Sentence, around: Around, reading: FigureReading) -> str | None:
    """Return the subject of what is left over or a sum of requests; `None` if it is neither."""
    sums_up = bool(around.near) and all(one.text in _TOTALS for one in around.near)
    over = any(one.event == "carried_over" for one in sentence.readings)
    if reading.event in {"carried_over", "new"} and sums_up and over:
        # 新收3件，上年结转1件，共计4件
        return "requests_handled"
    if reading.event != "carried":
        return None
    # 收到申请9件，办结7件，结转2件
    values = {one.subject: one.value.value or 0 for one in sentence.readings if not one.time}
    came = values.get("requests_received", 0) + values.get("requests_carried_over", 0)
    done = values.get("requests_answered")
    if done is None or values.get("requests_handled", came) - done != reading.value.value:
        return ""
    reading.event = "carried_forward"
    return "requests_carried_forward"


def _is_of_some(sentence: Sentence, around: Around, reading: FigureReading, total: str) -> bool:
    """Whether a figure is of some requests only, though its words are those for all of them."""
    event = reading.event
    kinds = {sentence.scanner.ways[way].of for way in reading.ways}
    if sentence.frame.subset or ("applicant" in kinds and len(kinds) > 1):
        return True
    told = around.near if around.of_kind("event") else [*around.near, *around.behind]
    if _says_some(around, told, event) or _is_outcome_of_some(sentence, around, reading):
        return True
    if _is_part_of_total(sentence, around, event, total):
        return True
    if "form" in kinds and event in _COMING and _is_beside_a_form(sentence):
        return True
    # Beside 逾期未补正2件, 其他处理5件 leaves those out, and 其他答复5件 may be any.
    group = _GROUPS.get(event)
    other = event == "other_outcome" and reading.words.get("event", "").endswith("答复")
    return group is not None and (
        other or any(one.event.startswith(group) for one in sentence.readings)
    )


def _says_some(around: Around, told: list[Token], event: str) -> bool:
    """Whether the words beside a figure say that it is of some requests only."""
    words = "".join(one.text for one in told)
    # 除去上年结转后新收9件
    if _is_after_another(around) and not (event == "new" and "结转" in words):
        return True
    if event in _ENDING and _FAULTY.search("".join([one.text for one in around.behind]) + words):
        # 答复超期2件, and 答复有1件被纠正
        return True
    acts = [one.id for one in told if one.kind == "event"]
    # 办结新收申请9件
    settled = event in _COMING and len(acts) > 1 and acts[0] in _ENDING
    return settled or _OF_SOME.search(words) is not None


def _is_part_of_total(sentence: Sentence, around: Around, event: str, total: str) -> bool:
    """Whether a figure of requests is one of a list of parts, or of those that are left."""
    among, whole = sentence.frame.among, sentence.whole
    # Ways that add up to the total divide it: what follows is said of all of the requests.
    ways = [one.value.value or 0 for one in sentence.readings if one.whole is whole and one.ways]
    divided = whole is not None and len(ways) > 1 and sum(ways) == whole.value.value
    some = among and total in _WITH_PARTS and not divided
    if event in _ENDING:
        told = around.near if around.of_kind("event") else [*around.near, *around.behind]
        return some or _OF_THE_REST.match("".join(one.text for one in told)) is not None
    came = event in {"receive", "accept"} and sentence.scope_in(around.near) is not None
    # 共办结申请9件，其中本年受理7件 leaves out those that were not settled.
    settled = total == "requests_answered" and event in _COMING
    return among and (settled or (came and total == "requests_received"))


def _is_outcome_of_some(sentence: Sentence, around: Around, reading: FigureReading) -> bool:
    """Whether an outcome stands behind some of the requests, or behind kinds of information.

    So it is in 自然人申请20件，予以公开6件, 部分公开2件，其中涉及过程性信息1件 and
    主动公开90条，不予公开9条.
    """
    readings, event = sentence.readings, reading.event
    if event in _COMING or event.startswith("carried"):
        return False
    asked = [one for one in readings if one.thing == "request" and one.kind == "count"]
    totals = [one for one in asked if one.subject in _TOTALS_OF_REQUESTS]
    parts = [one for one in asked if one.subject.startswith(_PARTS_OF_REQUESTS)]
    if parts and not totals and sum(one.value.value or 0 for one in parts) != reading.value.value:
        return True
    if totals and all(one.loose for one in totals):
        return True
    last = readings[-1].event if readings else ""
    begins = [one.id for one in around.near if one.kind != "stop"][:1] == ["among"]
    grounds = last.startswith(("den", "unable", "not_processed"))
    if begins and grounds and not event.startswith(last[:3]):
        # 本机关不掌握9件，其中部分公开1件
        return True
    if last in {"partial", "grant"} and event.startswith("den"):
        return begins or any(one.text.startswith("涉及") for one in around.near)
    disclosed = any(
        one.thing == "on_request" or (one.event in DISCLOSING and one.thing in _INFORMATION)
        for one in readings
    )
    return event == "deny" and disclosed and not any(one.event in _COMING for one in asked)


def _is_after_another(around: Around) -> bool:
    """Whether something was done to the requests before, as in 补正后答复2件 and 2件延期后办结."""
    words = around.near if around.of_kind("event") else around.behind
    events = [place for place, one in enumerate(words) if one.kind == "event"]
    before = words[: events[-1]] if events else []
    return _AFTER.search("".join(one.text for one in before)) is not None


def _is_beside_a_form(sentence: Sentence) -> bool:
    """Whether requests in a form of their own stand beside a figure, and not among it.

    So it is in 通过网站、信函等方式收到申请9件，当面收到2件.
    """
    if any(one.subject.startswith("requests_received_") for one in sentence.readings):
        return True
    rest = takewhile(
        lambda one: one.id != "among" and one.text not in "（(",
        sentence.tokens[sentence.index + 1 :],
    )
    ways = [one.id for one in rest if one.kind == "way"]
    return any(sentence.scanner.ways[one].of == "form" for one in ways)


def _is_outcome(sentence: Sentence, around: Around, reading: FigureReading, total: str) -> bool:
    """Whether a bare 公开 is an outcome, as in 公开3件，不予公开1件 or 收到3件，其中公开3件."""
    others = {one.id for one in sentence.tokens[sentence.index :]}
    beside = not others.isdisjoint({"deny", "partial"})
    # 向社会公开3件 may be what was put on a site, and 已公开3件 what had been there before.
    bare = all(one.kind == "stop" or one.id in {"among", "disclose"} for one in around.near)
    part = sentence.frame.among and total in _WITH_PARTS and bare
    return not reading.ways and reading.words.get("event") == "公开" and (beside or part)


def unit_fits(sentence: Sentence, around: Around, reading: FigureReading) -> bool:
    """Whether a thing is counted in this unit; without one, the words before must say so."""
    unit = around.number.unit
    if unit == "%" or reading.subject == "full_text_rate":
        return unit == "%" and reading.subject == "full_text_rate"
    if not unit:
        return _is_bare_count(around, listed=bool(sentence.readings))
    known = sentence.scanner.things.get(reading.thing)
    if reading.subject == "disclosed_of_a_kind":
        # 发送信息9期 and 编发简报9期 are bulletins.
        bulletin = reading.thing == "information" or reading.words.get("thing", "").endswith("简报")
        return unit in _PART_UNITS and (unit != "期" or not bulletin)
    if reading.subject == "proactive_disclosures" and unit in _OF_ISSUES:
        return False
    if known is None or reading.subject.startswith(("disclosed_", "part")):
        return unit not in MONEY | _PEOPLE
    return unit in known.units


def _is_bare_count(around: Around, *, listed: bool) -> bool:
    """Whether a number without a unit counts things, as in 不予公开信息数79."""
    lists = bool(around.behind) and around.behind[-1].id == "among"
    if (around.behind and not lists) or not around.near or not around.number.text[0].isdigit():
        return False
    last = around.near[-1]
    if last.id in REQUESTS and any(one.id in _COMING for one in around.of_kind("event")):
        return True
    if listed and last.id in _ENDING:
        return True
    if lists and last.text in _IN_FULL:
        # 主动公开政府信息181，其中…, with the comma behind 其中.
        return True
    discloses = listed and last.kind == "event" and last.text.endswith("公开")
    in_full = last.text in _IN_FULL and any(one.text == "主动公开" for one in around.content)
    if in_full and len(around.number.text) > 1:
        # 累计主动公开政府信息158，
        return True
    return discloses or last.text in _BEFORE_BARE or last.text.endswith(("数", "数量"))


def part_of_list(sentence: Sentence, around: Around) -> str:
    """Return `part` or `part_other` if a figure is an item of the list of a total before it."""
    whole, frame = sentence.whole, sentence.frame
    is_open = whole is not None and whole.opens and frame.among
    named = bool(around.behind) and [one.id for one in around.near[-1:]] == ["etc"]
    if whole is None or not is_open or named or whole.subject.startswith("requests_"):
        return ""
    outlets = [one.id for one in around.of_kind("way")]
    if outlets[-1:] == _OUTLETS.get(whole.subject):
        return "part"
    kinds = ["occur" if one.id == "occur" else one.kind for one in around.content]
    if "occur" in kinds and "thing" in kinds[: kinds.index("occur")]:
        # 建议提案涉及道路2件 begins a list of its own: of things that are about something.
        sentence.whole = None
        return ""
    if _sums_up(sentence, around, whole):
        sentence.is_listed_unsurely = True
    if _is_beyond(sentence, around, whole):
        sentence.whole = None
        return ""
    tail, unit = around.tail, around.number.unit
    other = tail is not None and tail.id in _HANDLED and unit != whole.value.unit
    acts = unit in _OF_ACTS and whole.value.unit not in _OF_ACTS
    acts = acts or other or any(one.id == "submit" for one in around.content)
    if acts or unit not in _PART_UNITS or not _is_item(around):
        return ""
    return "part_other" if _OTHER_LABEL.match("".join(one.text for one in around.near)) else "part"


def _sums_up(sentence: Sentence, around: Around, whole: FigureReading) -> bool:
    """Whether a figure is the sum of some parts, as in 共50条。其中A类9条，B类21条，共发布30条."""
    parts = [one.value.value or 0 for one in sentence.readings if one.whole is whole]
    return len(parts) > 1 and around.number.value == sum(parts) and _is_total(around)


def _is_beyond(sentence: Sentence, around: Around, whole: FigureReading) -> bool:
    """Whether a figure is stated for itself behind a list, and is none of its items."""
    unit, words = around.number.unit, [one for one in around.near if one.kind != "stop"]
    # 我局共发布许可信息7条
    ours = any(two.kind == "own" and one.id in DISCLOSING for two, one in pairwise(words))
    # 新开栏目2个，办理业务9项: a figure in another unit has ended the list.
    parts = [one.value.start for one in sentence.readings if one.whole is whole]
    between = [
        one
        for one in sentence.tokens[: sentence.index]
        if one.kind == "number" and parts and one.start > parts[-1]
    ]
    other = bool(between) and between[-1].unit != whole.value.unit
    behind = other and unit not in _OF_INFORMATION | {whole.value.unit}
    # 网站公开9条…；微博发布9条
    channels = [sentence.scanner.ways[one.id].subject for one in around.of_kind("way")]
    acts = any(one.id in DISCLOSING for one in around.of_kind("event"))
    known = acts and whole.subject.startswith("disclosed_on_") and bool(channels)
    elsewhere = known and channels[-1] not in {"", whole.subject}
    return ours or behind or elsewhere or _is_total(around)


def _is_total(around: Around) -> bool:
    """Whether a word for a total stands before what happened, as in 共发布信息9条."""
    words = [one for one in around.near if one.kind != "stop"]
    return any(two.text in _TOTALS and one.id in DISCLOSING for two, one in pairwise(words))


def _is_item(around: Around) -> bool:
    """Whether a figure has a label of its own, and no event that says something else of it."""
    tail = around.tail
    events = {one.id for one in around.of_kind("event")}
    things = [one.id for one in around.of_kind("thing")]
    last = around.near[-1] if around.near else around.number
    if last.id == "topic" and (tail is None or events <= DISCLOSING):
        return True
    if last.text in CLASS_WORDS and len(around.near) > 1:
        return True
    if tail is None or (tail.id in DISCLOSING and around.behind):
        behind = {one.kind for one in around.behind}
        names = bool(behind & {"thing", "other"}) and "event" not in behind
        return names or last.text in _CLOSING
    answers = tail.id == "answer" and things and things[-1] not in REQUESTS
    announces = tail.id == "content" and events <= DISCLOSING
    if answers or announces or _is_opened(around):
        return True
    if tail.kind in {"event", "way", "own", "scope", "time"} or events & _REQUEST_EVENTS:
        return False
    return _names_item(around, tail)


def _names_item(around: Around, tail: Token) -> bool:
    """Whether the words before a figure name a class of information, and not a channel."""
    events = around.of_kind("event")
    if tail.id == "information" and events and around.of_kind("way"):
        # 其中通过网站公开信息7条 names the channel, and no class of information.
        last = max(place for place, one in enumerate(around.content) if one.kind == "event")
        return _has_label(around.content[last:-1])
    topic = around.near[-2:-1] and around.near[-2].id == "topic"
    # 工作类信息 names a class before its information.
    words = [one for one in around.near if one.kind != "stop"]
    is_class = any(one.text in CLASS_WORDS for one in words[1:])
    labelled = bool(topic) or _has_label(around.content[:-1]) or is_class
    published = all(one.id == "publish" for one in events) and not around.of_kind("way")
    labelled = labelled or (tail.text not in _PLAIN and published)
    if tail.id == "information" or (labelled and tail.id == "document"):
        return labelled
    return tail.id not in _NO_PART and not (events and tail.kind == "thing")


def _is_opened(around: Around) -> bool:
    """Whether a label ends in 公开, as in 预算公开 or 政府信息公开, and no way stands before."""
    tail = around.tail
    if tail is None or around.of_kind("way"):
        return False
    if tail.id == "request":
        return tail.text.endswith("信息公开") and not tail.text.startswith("依")
    before = around.content[-2:-1]
    # 信息公开目录发布9条
    shown = [one.text.endswith(_CATALOGUES) for one in around.near[-2:-1]]
    labelled = any(shown) or (bool(before) and (is_noun(before[0]) or before[0].id in _LABELS))
    events = [one for one in around.of_kind("event") if one.text != "涉及"]
    return labelled and tail.text in _OPENED and len(events) == 1


def _has_label(words: list[Token]) -> bool:
    """Whether words name a kind of information, as 财政 in 财政信息."""
    return any(token.kind in {"other", "thing"} or token.id in {"plan", "topic"} for token in words)
