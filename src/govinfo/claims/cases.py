"""Which figures of reconsiderations and lawsuits are those of the table, and of which kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from govinfo.claims.lexicon import CASES, ENDING, OF_CASES, SOME_PEOPLE, SUING
from govinfo.claims.readings import UNKNOWN, Around, FigureReading
from govinfo.claims.scanner import Token
from govinfo.claims.sentence import Sentence
from govinfo.claims.words import is_body, is_noun, is_skipped, joined, names_disclosure

__all__ = ["among_cases", "case_with_results", "has_other_fate", "is_of_either", "is_of_some_cases"]

_SUBJECTS = ("reconsideration", "litigation")
"""How the subjects of cases begin."""
_BRINGING = frozenset({"提起", "提出", "申请", "向", "的"})
"""Words between those who bring a case and the case."""
_ONE_OF_MANY = re.compile("同一|某|个别|部分|多名|征收|拆迁|项目|程序")
"""How those are told who brought some of the cases."""
_OTHER_CASES = re.compile(
    r"""
    其[他它余] [^，。；]{0,4} (?: 复议 | 诉讼 | 案 )                     # of all other kinds
  | 除 [^，。；]{1,12} [以之]?外 的?，? (?: 行政 | 复议 | 诉讼 )
  | (?<! 公开 | 信息 | 申请 | 复议 | 诉讼 ) 类 型? 的? (?: 行政 | 复议 | 诉讼 | 案 )
  | (?: 许可 | 处罚 | 强制 | 征[收地] | 拆迁 | 补偿 | 土地 | 林权 | 登记 | 确权 | 信访
      | 不作为 | 法定职责 | 公益 )
    [类的案件行政确权认纠纷等]{0,6} (?: 复议 | 诉讼 | 案 )             # of one other kind
  | 为第三人 | 跨年 | 遗留 | 结转 | 避免 | 诉前 | 化解
  | (?: 受理 | 收到 | (?<! 正 )在审 | 审结 | 结案 )的                           # 今年审结的复议9件
    """,
    re.VERBOSE,
)
"""That cases are not those of disclosure, or only some of them, as in 征地类复议6件."""
_DECIDED = re.compile("撤[回销诉]|终止|驳回|调解|(?:复议|诉讼)决定|判决")
"""What some of the cases have come to, as in 申请人撤回复议2件."""


def is_of_some_cases(
    sentence: Sentence, around: Around, reading: FigureReading, said: set[str]
) -> bool:
    """Whether a figure of reconsiderations or lawsuits may be of some of them, or of others."""
    frame, of_result = sentence.frame, reading.event in OF_CASES
    near = [one for one in around.near if one.text not in _BRINGING]
    place = next((n for n, one in enumerate(near) if one.id in CASES), 0)
    words = joined((*around.near, *around.behind))
    if place:
        # 村民申请行政复议9件, 申请人王某提起诉讼1件, and 工伤认定复议9件、诉讼3件
        label = list(takewhile(_is_of_label, reversed(near[:place])))
        named = any(is_noun(one) and not is_body(one) for one in label)
        kind = named and not names_disclosure(near[:place])
        some = near[place - 1].text in SOME_PEOPLE or _ONE_OF_MANY.search(words) is not None
        frame.subset = frame.subset or kind or some
    frame.subset = frame.subset or _OTHER_CASES.search(words) is not None
    more = words.startswith("另有") and not sentence.has_counted(*CASES)
    ended = not of_result and _DECIDED.search(words) is not None
    if frame.subset or more or ended:
        return True
    # 办理复议9件，维持5件 may be what others had decided, and 复议后起诉2件，维持1件 are results
    # of one kind of lawsuits; 诉讼结案3件 leaves out those that are pending.
    decided = any(
        one.subject == "reconsiderations_decided" and not _is_told_whole(sentence, one)
        for one in sentence.readings
    )
    sued = said | {one.event for one in sentence.readings}
    suits = reading.thing == "lawsuit"
    one_kind = suits and reading.event not in SUING and not SUING.isdisjoint(sued)
    return one_kind or (suits and reading.event in ENDING) or (decided and of_result)


def _is_told_whole(sentence: Sentence, decided: FigureReading) -> bool:
    """Whether all cases were told before those decided, as in 行政复议9件，审结8件，维持3件."""
    before = [one for one in sentence.readings if one.value.start < decided.value.start]
    whole = [one for one in before if one.subject == "reconsideration" and not one.loose]
    fewer = any((decided.value.value or 0) <= (one.value.value or 0) for one in whole)
    return fewer and decided.event in ENDING


def _is_of_label(token: Token) -> bool:
    """Whether a word before 行政复议 may say what it is about: an event ends such words."""
    return token.kind in {"other", "mark"} and token.id != "among"


def has_other_fate(around: Around, reading: FigureReading) -> bool:
    """Whether some cases had a fate that no cell counts, as in 其中1件正在补充材料."""
    tail, behind = around.tail, [one for one in around.behind if not is_skipped(one)]
    if tail is None and reading.event != "withdrawn":
        return bool(behind) and behind[0].kind not in {"thing", "event"}
    return (
        tail is None
        or reading.event == "withdrawn"
        or (reading.event not in OF_CASES and is_noun(tail))
    )


def is_of_either(sentence: Sentence, around: Around) -> bool:
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


def case_with_results(sentence: Sentence) -> str:
    """Return which of both kinds of cases has results: of no lawsuits there are none."""
    last = [one for one in sentence.readings if one.thing == "lawsuit"][-1]
    return "reconsideration" if last.value.value == 0 else UNKNOWN


def among_cases(sentence: Sentence, counts: Sequence[FigureReading]) -> Sequence[FigureReading]:
    """Return the cases if only some are about disclosure, as in 诉讼9件，其中信息公开类1件."""
    cases = [one for one in counts if one.subject.startswith(_SUBJECTS)]
    if not cases:
        return ()
    tokens, end = sentence.tokens, cases[0].value.end
    among = [one.start for one in tokens if one.id == "among" and one.start >= end]
    named = names_disclosure([one for one in tokens if one.end < end])
    some = among and names_disclosure([one for one in tokens if one.start >= among[0]])
    return cases if some and not named else ()
