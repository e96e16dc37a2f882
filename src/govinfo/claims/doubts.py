"""Which figures of a sentence may be only some of what a cell counts, because of those beside them.

Beside 2件转为信访 the 13件 that were answered of 15件 are not all that had an outcome.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product, takewhile

from govinfo.claims.lexicon import ACTS, CONJUNCTIONS, DISCLOSING, ITEMS, OF_CASES
from govinfo.claims.readings import FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import Sentence
from govinfo.claims.words import names_disclosure
from govinfo.figures import Number

__all__ = ["doubts_in", "unsure_of"]

_FATES = {
    "requests_withdrawn": "requests_other_",
    "requests_to_others": "requests_other_",
    "requests_to_be_clarified": "requests_other_",
    "requests_transferred": "requests_other_",
    "requests_not_existing": "requests_unable",
    "requests_not_responsible": "requests_unable",
    "requests_already_public": "requests_granted",
}
"""What else may become of a request, and the group of outcomes that may count it too."""
_GROUPS = {
    "requests_granted": ("requests_granted", "requests_granted_in_whole_or_part"),
    "requests_partially_granted": ("requests_partially_granted",),
    "requests_denied": ("requests_denied", "requests_denied_third_party"),
    "requests_unable": ("requests_unable",),
    "requests_not_processed": ("requests_not_processed",),
    "requests_other_": ("requests_other_outcome",),
}
"""How the subjects of outcomes begin, and those that may count only some beside another fate."""
_ONE_GROUP_SINCE = 2019
"""Before this year the forms had rows for such fates, apart from the groups of outcomes."""
_OUTCOME = r"""
    (?: 依法 | 答复 | 全部 | 均 | 已 )* (?: 予以 | 同意 | 部分 | 不予 | 不同意 | 无法 )
    (?: 部分 )? (?: 公开 | 提供 )
"""
"""How an outcome is told, after words that may say that it is one of some requests only."""
_DOUBTS = {
    "overlap": re.compile("重点领域|[分兼同]属|同时属|重复|重合|交叉|并发|[两多][类种个]"),
    "excluded": re.compile(
        r"""
        无效 | 剔除 | 扣除 | 退回 | 退件 | 作废 | 测试件 | 其中有效
      | (?: 不予 | 不 | 未予 | 件未 | 均未 ) 受理
      | 合并 (?:登记|办理|处理)? [为成] [0-9]                           # 合并登记为27件
      | [未不] [列计]入 (?! 下 | 次 ) | 放弃 | 不属于 我? [局委办镇县市区街道本]{1,3} 职责
      | [0-9][件份] [均都]? (?:不属于|不是) 政府信息公开申请              # no requests at all
      | [0-9][件份] [均都]? (?:属于|为|系|告知为|作为) [^，。；0-9]{0,4} (?:咨询|投诉)
        """,
        re.VERBOSE,
    ),
    "unrelated": re.compile(
        r"""
        无关 | 公开 (?:工作|事项)? (?:以外|之外) | (?:不涉及|非) (?:政府)? 信息公开
      | 作为 (?:复议机关|第三人) | 代理 (?:政府)? 信息公开 | 受理不服 | 不服下级
      | 参与 (?:政府)? 信息公开 | 各类行政复议 | 件次
      | 均 [为系属] 于? (?: (?!公开) [^，。；] ){1,10}                   # 均为婚姻登记类
        (?: 类 | 案件? | 纠纷 | 确权 | 处罚 | 征收 | 许可 )
      | (?: 案由 | 事项 ) 均? [为系] (?! [^，。；]* 公开 )
      | 主要 涉及 (?! [^，。；]* 公开 )
      | 复议 机[构关] [^，。；]{0,6} (?: 收到 | 受理 )
      | 除 [^，。；]{0,4} 信息公开 [^，。；]{0,4} 外
      | (?: 新增 | 新收 ) [^，。；]{0,16} (?:复议|诉讼)                  # those of the year only
        """,
        re.VERBOSE,
    ),
    "others_acts": re.compile(
        r"""
        党 [组内委] [^，。；]{0,6} 规范性文件
      | (?: 配合 (?!做好) | 协助 | 建议 | 提请 | 报请 ) [^，。；]{0,12} (?: 清理 | 修订 | 制定 )
      | (?: 建议 | 提请 | 报请 ) [^，。；]{0,12} (?: 印发 | 废止 )
      | (?: 参与 | 推动 ) [^，。；]{0,4} (?: 制定 | 出台 | 起草 | 修订 )
      | 牵头 | 由 [^，。；]{2,8} 印发 | 联合 [^，。；]{0,12} (?: 制发 | 制定 | 印发 | 出台 )
        """,
        re.VERBOSE,
    ),
    "besides": re.compile("[另还]外?(?:办结|答复|办理|处理)"),
    "of_some": re.compile(
        rf"""
        (?: 涉及 | 律师 | 片区 | 同一申请人 | 结转 | 转办 | 自然人 | 个人 | 网络 | 平台
          | (?<!各)类 | 关于 (?!政府信息|信息) | (?<!收到) 要求公开 (?!政府信息|信息) )
        [^，。；0-9]{{0,12}} (?: 申请 | 的内容 ) 中? ，? {_OUTCOME}        # 自然人申请中，予以公开
      | (?: 转来 | 转办申请 | 要求公开 (?!政府信息|信息) [^，。；0-9]{{2,16}} )
        [0-9]+件 ，? {_OUTCOME}
      | (?: 第三方同意
          | 申请 (?:公开|内容) (?: (?!属于|符合|可以|应当|信息) [^，。；] ){{2,12}} )
        的 ，? {_OUTCOME}                                               # 第三方同意的，予以公开
      | (?: 按[期时] | 期限内 ) 答复的 [0-9]+件 中 ，? {_OUTCOME}
      | 其中 [0-9]+件 申请 {_OUTCOME}
      | 结转 的? [^，。；]{{0,6}} ，? (?: 办理 | 处理 | 答复 )? 结果 [为是：:]+ {_OUTCOME}
      | (?: ^ | [；，] 结转的 | ； ) (?: 20\d\d年 )? [^，。；、0-9]{{0,8}}
        (?: 结转 | (?<=结转的) ) [^，。；、新收]{{0,12}} ，? 其中 {_OUTCOME}     # 结转3件已办结
        """,
        re.VERBOSE,
    ),
    "others": re.compile(
        r"""
        (?: ^ | [，。；、] | 全 | 本 ) 系统 (?: 内 | 上下 )            # more than the body
      | (?: 包括 | 含 | 连同 ) [^，。；]{0,6} [下所直局] 属
      | (?: ^ | [，。；] ) (?: 有关 | 相关 ) 单位
      | 与 [^，。；]{2,16} 合并受理 | (?: 联合 | 牵头 ) (?: 受理 | 答复 | 办理 )
      | 由其 (?: 答复 | 办理 ) | 代 [^，。；]{1,8} 答复 | 受 [^，。；]{1,8} 委托 | 抄送 的
      | (?: ^ | [，。；] ) (?: 承办单位 | 综合窗口 ) | 审核 我 | [收接] 到 过
      | 受理点 [^，。；0-9]{0,4} 收到 | 及其 (?:[所下]属)? 各? 部门 [^，。；0-9]{0,4} 收到
      | (?: 林场 | 农场 ) 被 (?: 复议 | 申请 | 提起 | 诉 )
      | (?: 承办 | 办理 | 答复 ) [^，。；]{0,10} (?: 交办 | 转办 | 转交 ) 的 [^，。；]{0,8} 申请
        """,
        re.VERBOSE,
    ),
    "other_requests": re.compile(
        r"""
        (?: 收到 | 受理 | 收 ) (?: 要求 )? (?: 依职权 | 公开 )?
        (?: 档案 (?! 局 | 馆 ) | 行政确认 | 数据共享 | 公共数据 | 更正 | 延期 | 补正后
          | 企事业单位信息 | 查询 | 出具 )
        [^，。；0-9]{0,10} 申请                                         # 受理档案利用申请
        """,
        re.VERBOSE,
    ),
    "of_new": re.compile(
        r"""
        (?: ^ | ； ) (?: (?!结转) [^。；] )* (?: 新收 | [今本]年受理的 )
        (?: (?!结转) [^。；] )* 当年已? (?: 办结 | 答复 )
      | [0-9]+个工作日内 (?: 办结 | 答复 ) [0-9]+件
      | 不含 [^，。；（）]{0,4} 结转 | (?: 办结 | 答复 ) 件 中 ，? 新收
      | 新收 [^。；]{0,12} [0-9]+件 ，已? (?: 办结 | 答复 ) [0-9]+件
        [，；] 上年 [^，。；]{0,4} 结转 [^。；]{0,12} (?: 办结 | 答复 )       # each for itself
      | (?: 办结 | 答复 | 处理 ) 上年结转 (?:申请)? [0-9]+件 [、和及] 本年新收  # both in one
      | 新收 (?:申请)? [0-9]+件 [、和及] (?:上年)? 结转                # 办结新收7件、结转2件
        """,
        re.VERBOSE,
    ),
    "screened": re.compile("审查|审核"),
}
"""Words in a sentence whose kinds overlap, whose total leaves some out, or that is of documents."""
_ROWS = {
    "requests_denied": "requests_denied_",
    "requests_unable": "requests_unable_",
    "requests_not_processed": "requests_not_processed_",
    "requests_other_outcome": "requests_other_",
}
"""How the subjects of the rows of each group begin."""
_TOTALS = ("requests_received", "requests_handled", "reconsideration", "litigation")
"""Subjects of totals that may leave some out."""
_OUTCOMES = frozenset(subject for group in _GROUPS.values() for subject in group)
"""Subjects of groups of outcomes, each of which counts all requests of the year."""
_CASES = ("reconsideration", "litigation")
"""How the subjects of proceedings begin."""
_SHARING = ("分别", "各")
"""Words that give each of several names a figure of its own."""
_AND_LIKE = frozenset({"类", "等"})
"""Words behind an outcome that may add others like it."""
_NAMES = frozenset({"thing", "event"})
"""The kinds of words of which each may have a figure."""
_ENDS_CLAUSE = frozenset("，,。；;（(：:")
_COUNTED_APART = frozenset(
    {"requests_carried_forward", "requests_received", "requests_carried_over"}
)
"""What requests are counted as that says nothing of another outcome."""


def doubts_in(words: str) -> frozenset[str]:
    """Return which doubts the words of a whole sentence raise about its figures."""
    return frozenset(doubt for doubt, pattern in _DOUBTS.items() if pattern.search(words))


def unsure_of(sentence: Sentence) -> set[tuple[str, str | None]]:
    """Return the subjects and scopes of which a sentence may count only some.

    Args:
        sentence: A sentence that was read.

    """
    counts = [one for one in sentence.readings if one.kind == "count"]
    found = set[tuple[str, str | None]]()
    if "excluded" in sentence.doubts:
        found = {(one.subject, one.scope) for one in counts if one.subject in _TOTALS}
    if "besides" in sentence.doubts:
        # 办结本年申请9件，另办结上年结转2件
        found |= {(one.subject, one.scope) for one in counts if one.subject == "requests_answered"}
    found |= {(one.subject + one.time, one.scope) for one in _of_some(sentence, counts)}
    if "screened" in sentence.doubts:
        # 经审查不予公开9件 are documents, where nothing names requests.
        groups = [one for one in counts if one.thing == "request" and not one.words.get("thing")]
        found |= {(one.subject, one.scope) for one in groups}
    if "others_acts" in sentence.doubts:
        # 配合市司法局清理规范性文件31件，废止6件
        found |= {(one.subject, one.scope) for one in counts if one.thing in ACTS}
    found |= {(one.subject + one.time, one.scope) for one in _of_several(sentence, counts)}
    found |= {(one.subject, one.scope) for one in _beyond_requests(counts)}
    cases = [one for one in counts if one.subject.startswith(_CASES)]
    if cases and ("unrelated" in sentence.doubts or _names_disclosure_among(sentence, cases[0])):
        found |= {(one.subject, one.scope) for one in cases}
    if any(one.thing == "request" for one in counts):
        doubtful = (*_incomplete(sentence, counts), *_beside_rows(sentence, counts))
        found |= {(one.subject + one.time, one.scope) for one in doubtful}
    if len(sentence.readings) == 1 or any(token.id == "among" for token in sentence.tokens):
        return found
    counted = Counter((one.subject + one.time, one.scope) for one in counts)
    return found | {key for key, times in counted.items() if times > 1}


def _of_some(sentence: Sentence, counts: list[FigureReading]) -> Iterator[FigureReading]:
    """Yield the figures of which the words of a sentence say that they are of some, or of others.

    So they are in 受理档案利用申请9件, 系统内收到申请9件 and 自然人申请中，予以公开9件.
    """
    doubts = sentence.doubts
    if "others" in doubts:
        yield from sentence.readings
    for one in counts:
        elsewhere = "other_requests" in doubts and one.thing == "request"
        some = "of_some" in doubts and one.subject in _OUTCOMES
        new = "of_new" in doubts and _is_of_new(one, counts)
        # 答复9件次 counts answers, of which a request may have several.
        answers = one.subject == "requests_answered" and one.value.unit == "件次"
        if elsewhere or some or new or answers:
            yield one


def _is_of_new(one: FigureReading, counts: list[FigureReading]) -> bool:
    """Whether a figure leaves out the requests carried over, as those settled that came new do.

    In 办结上年结转3件、本年新收9件 what came new is only what of it was settled.
    """
    settled = any(other.subject == "requests_answered" for other in counts)
    new = one.subject == "requests_received" and one.event == "new"
    return one.subject in {"requests_answered", "requests_handled"} or (new and not settled)


def _beside_rows(sentence: Sentence, counts: list[FigureReading]) -> Iterator[FigureReading]:
    """Yield the figures of groups of outcomes that may leave out the rows named behind them.

    So it is in 无法提供6件，补正后仍不明确1件, but not where the rows add up to the group.
    """
    for place, group in enumerate(counts):
        prefix = _ROWS.get(group.subject, "-")
        rows = [one for one in counts[place + 1 :] if one.subject.startswith(prefix)]
        if not rows:
            continue
        start, end = group.value.end, rows[0].value.start
        between = [token for token in sentence.tokens if start <= token.start < end]
        within = any(token.id == "among" or token.text in "（(：:" for token in between)
        if not within and sum(one.value.value or 0 for one in rows) != group.value.value:
            yield group


def _of_several(sentence: Sentence, counts: list[FigureReading]) -> Iterator[FigureReading]:
    """Yield the figures that count each of several names, or several outcomes together.

    So do those of 复议、诉讼分别为9件、4件, 复议、诉讼各3件, 复议和诉讼维持6件,
    不予公开（含不予处理）6件 and 6件为不予处理和其他处理.
    """
    tokens = sentence.tokens
    shares = any(token.text.startswith(_SHARING) for token in tokens)
    place_of = {token.start: place for place, token in enumerate(tokens)}
    for one in counts:
        before = tokens[: place_of[one.value.start]]
        behind = tokens[len(before) + 1 :]
        several = one.thing == "proceedings" and one.event in OF_CASES
        several = several or (shares and _is_shared_out(before, behind, one))
        if one.thing == "request" and one.subject.startswith(tuple(_GROUPS)):
            # 不予公开类9件, and 不予公开等9件
            kinds = [one.kind for one in before[-2:-1]]
            several = several or (kinds == ["event"] and before[-1].text in _AND_LIKE)
            several = several or _counts_more(before, one) or _is_of_both(before, behind)
        if several:
            yield one


def _beyond_requests(counts: list[FigureReading]) -> Iterator[FigureReading]:
    """Yield the figure of all that came, if the requests for disclosure are only some of it.

    So they are in 收到申请42件，其中政府信息公开申请27件 and 申请总量36件，其中本年新收27件.
    """
    came = [one for one in counts if one.subject == "requests_received"]
    for first, one in product(came[:1], came[1:]):
        named = "公开" in first.words.get("thing", "")
        fewer = (one.value.value or 0) < (first.value.value or 0)
        asked = not named and "公开" in one.words.get("thing", "")
        if fewer and (asked or (one.event == "new" and first.event != "new")):
            yield first


def _is_shared_out(before: Sequence[Token], behind: Sequence[Token], one: FigureReading) -> bool:
    """Whether 分别 or 各 stands directly before a figure, and several names before that.

    So do several names where another number follows: 县局、镇政府分别收到申请9件、3件.
    """
    clause = list(takewhile(lambda token: token.text not in _ENDS_CLAUSE, reversed(before)))
    listed = any(two.kind == "number" for _, two in pairwise(behind[:2]))
    if listed and behind[0].text in CONJUNCTIONS and not one.ways:
        return any(token.text.startswith("分别") for token in clause)
    to_word = list(takewhile(lambda token: not token.text.startswith(_SHARING), clause))
    if any(token.kind in _NAMES | {"way", "other"} for token in to_word):
        return False
    names = {token.id for token in clause[len(to_word) + 1 :] if token.kind in _NAMES}
    return len(names) > 1 or not names.isdisjoint({"proceedings", "whole_or_part"})


def _counts_more(before: Sequence[Token], one: FigureReading) -> bool:
    """Whether a bracket before the figure of an outcome says that it counts another too."""
    if one.event == "whole_or_part" or not before or before[-1].text not in "）)":
        return False
    inside = list(takewhile(lambda token: token.text not in "（(", reversed(before)))
    rows = _ROWS.get(one.subject, "-")
    return inside[-1].id == "among" and any(
        token.kind == "event" and not f"requests_{token.id}".startswith(rows) for token in inside
    )


def _is_of_both(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether two outcomes are named behind a figure, and none before it."""

    def clause(tokens: Iterable[Token]) -> list[Token]:
        ends = _ENDS_CLAUSE
        return list(takewhile(lambda one: one.kind != "number" and one.text not in ends, tokens))

    if any(one.kind == "event" for one in clause(reversed(before))):
        return False
    after = clause(behind)
    events = [place for place, one in enumerate(after) if one.kind == "event"]
    return len(events) > 1 and any(
        one.text in CONJUNCTIONS for one in after[events[0] + 1 : events[-1]]
    )


def _names_disclosure_among(sentence: Sentence, first: FigureReading) -> bool:
    """Whether only some of the cases are about disclosure, as in 诉讼9件，其中信息公开类1件."""
    place = next(n for n, one in enumerate(sentence.tokens) if one.end >= first.value.end)
    among = [n for n, one in enumerate(sentence.tokens) if one.id == "among" and n > place]
    return (
        bool(among)
        and not names_disclosure(sentence.tokens[:place])
        and names_disclosure(sentence.tokens[among[0] :])
    )


def _incomplete(sentence: Sentence, counts: list[FigureReading]) -> Iterator[FigureReading]:
    """Yield the answers and outcomes beside which requests had a fate of another kind."""
    values = {one.subject: one.value.value or 0 for one in reversed(counts) if not one.time}
    groups = {_FATES[fate] for fate in _FATES if fate in values}
    groups |= {group for event in sentence.other_fates for group in _groups_of(event)}
    came = values.get("requests_received", 0) + values.get("requests_carried_over", 0)
    total = max(came, values.get("requests_handled", 0))
    done = total - values.get("requests_carried_forward", 0)
    answered = values.get("requests_answered")
    rest = done - answered if total and answered is not None else None
    explained = rest != 0 and _is_explained(sentence, counts, rest)
    if not (groups or explained):
        return
    outcomes = sum(_of_group(values, group) for group in _GROUPS)
    fates = sum(values.get(fate, 0) for fate in _FATES)
    if rest != 0 and outcomes + fates != answered:
        yield from (one for one in counts if one.subject.startswith("requests_answered"))
    if sentence.year is not None and sentence.year < _ONE_GROUP_SINCE:
        outcomes += fates
    if not outcomes or outcomes not in {done, answered}:
        unsure = {subject for group in groups for subject in _GROUPS[group]}
        yield from (one for one in counts if one.subject in unsure)


def _groups_of(event: str) -> Iterable[str]:
    """Return the groups of outcomes that may count requests to which something else happened."""
    if event in DISCLOSING:
        return ("requests_granted",)
    if event == "not_information":
        return ("requests_unable", "requests_not_processed", "requests_other_")
    return ("requests_denied",) if event.startswith("denied_") else _GROUPS


def _of_group(values: Mapping[str, Number], group: str) -> Number:
    """Return how many requests had an outcome of a group: as said for all of it, or row by row."""
    if group in values:
        return values[group]
    return sum(value for subject, value in values.items() if subject.startswith(group))


def _is_explained(sentence: Sentence, counts: list[FigureReading], rest: Number | None) -> bool:
    """Whether a number of a sentence may count what was not answered.

    So may 3件 in 转送其他机关3件, which was read as nothing, or one that is just the rest.
    """
    units = {one.value.unit for one in counts if one.subject == "requests_answered"}
    read = {one.value.start for one in sentence.readings}
    apart = {one.value.start for one in counts if one.subject in _COUNTED_APART}
    return any(
        (token.unit in units and token.start not in read)
        or (token.unit in ITEMS and token.value == rest and token.start not in apart)
        for token in sentence.tokens
        if token.kind == "number"
    )
