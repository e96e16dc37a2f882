"""From what a figure counts to its subject: by the table, by the way, or as a part of a list."""

from __future__ import annotations

import re

from govinfo.claims.cases import case_with_results, has_other_fate, is_of_either, is_of_some_cases
from govinfo.claims.information import (
    by_channel,
    is_bare_disclosure,
    is_in_column,
    is_looked_at,
    is_of_a_class,
    is_of_a_kind,
    is_of_others,
    is_vague,
)
from govinfo.claims.items import is_total
from govinfo.claims.lexicon import ACTS, CASES, DECISIONS, DISCLOSING, ENDING, OF_CASES
from govinfo.claims.readings import UNKNOWN, Around, FigureReading
from govinfo.claims.requests import of_requests, settle_information
from govinfo.claims.scopes import scope_in
from govinfo.claims.sentence import Sentence
from govinfo.claims.subjects import IMPLYING, subject_of
from govinfo.claims.words import OTHER_LABEL, is_body, is_noun, joined

__all__ = ["resolve"]

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
_WRITTEN_TO = frozenset({"mailbox_letter", "hotline_order"})
"""Things of which the answers are counted too."""
_OF_SOME_DECISIONS = re.compile("程序作出|类作出|后作出|[网线]上作出|当场|听证|移送")
"""Words for how some of the decisions were made."""
_OF_OTHERS = re.compile("对.*的|党[内组委]|学习|参与|推动|牵头|名义|上级|[报提]请")
"""That a document was issued by others, or with them, as in 对市局制发的规范性文件9件."""
_NOT_COLLECTED = re.compile("减|免|上缴|返还|退还|清退|下降")
"""That a sum of fees is not what was charged, as in 减免收费9万元."""
_APART = re.compile("无关|以外|之外|除外")
"""That something is not what a cell counts, as in 与信息公开无关的复议."""
_NO_COUNT = frozenset({"defeat", "late", "submit", "close", "carried"})
"""Events of which no subject counts anything."""


def resolve(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return what a figure counts, from its thing, its event and its ways; empty if nothing."""
    _settle_thing(sentence, around, reading)
    apart = _APART.search(joined(around.near)) is not None
    reading.loose = reading.loose or apart
    if reading.thing == "request":
        return of_requests(sentence, around, reading)
    bare = not reading.thing and is_bare_disclosure(around, reading)
    if is_looked_at(around) or (reading.event in DISCLOSING and is_of_others(sentence, around)):
        return ""
    subject = by_channel(sentence, around, reading)
    vague = is_vague(around, reading)
    if not subject and (bare or (vague and is_total(around))):
        # 主动公开9条 and 共发布信息9条 may be all that was disclosed.
        reading.thing, reading.loose = "information", True
        return "proactive_disclosures"
    if subject or vague:
        return subject
    if reading.event in {"repeal", "in_force"} and sentence.has_counted("normative_document"):
        acts = around.tail is not None and around.tail.kind == "event"
        if reading.thing == "document" or (acts and reading.thing != "rule"):
            reading.thing = "normative_document"
    if is_in_column(around, reading) or is_of_a_kind(around, reading):
        reading.loose = True
        return _of_a_kind(sentence, around, reading)
    return _by_table(sentence, around, reading)


def _of_a_kind(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the subject of a figure of information of one kind: an item of a list, or alone."""
    of_class = is_of_a_class(sentence, around, reading)
    rest = OTHER_LABEL.match(joined(around.near))
    listed = any(one.subject == "part" for one in sentence.readings)
    if of_class and sentence.frame.among:
        return "part_other" if rest else "part"
    if not (of_class or reading.event in DISCLOSING):
        return ""
    return "part_other" if rest and listed else "disclosed_of_a_kind"


def _settle_thing(sentence: Sentence, around: Around, reading: FigureReading) -> None:
    """Change the thing of a figure where its event, or what was counted before, decides it."""
    total = sentence.total if sentence.frame.among else ""
    if reading.thing == "mailbox_letter" and total.startswith("requests_"):
        # 收到申请9件，其中来信3件、网络6件
        by_name = around.of_kind("thing") or not reading.ways
        reading.thing = "request"
        reading.ways = ("by_letter",) if by_name else reading.ways
    if reading.thing in _PROPOSALS:
        acts = [one.id for one in around.of_kind("event")]
        said = any(one.id == "answer" for one in (*around.near, *around.behind))
        answers = said or acts[-2:-1] == ["handle"] or sentence.has_counted(*_PROPOSALS)
        opened = reading.event in DISCLOSING or reading.words.get("event") == "公开答复"
        if answers and (opened or (acts[1:] == ["answer"] and acts[0] in DISCLOSING)):
            # 办理提案9件，公开2件, 公开提案答复9件 and 提案办理公开9件
            reading.thing = "proposal_result"
    if reading.words.get("thing") == "发文" and not reading.event:
        reading.event = "issue"
    if _is_of_requests(sentence, around, reading, total):
        reading.thing = "request"
    if reading.thing == "request":
        settle_information(sentence, reading)


def _is_of_requests(sentence: Sentence, around: Around, reading: FigureReading, total: str) -> bool:
    """Whether a figure is of requests, though its words name another thing or none."""
    event, words = reading.event, (*around.near, *around.behind)
    labelled = bool(around.of_kind("thing")) or any(map(is_noun, words))
    if not reading.thing and event in IMPLYING:
        # （三）行政执法。予以公开9件, and 执法文书予以公开9份
        asked = [one.loose for one in sentence.readings if one.thing == "request"]
        others = sentence.frame.elsewhere or any(map(is_noun, around.near)) or bool(asked)
        reading.loose = reading.loose or (others and all(asked))
        return True
    if reading.thing == UNKNOWN and event in _OF_NOTHING_ELSE and not labelled:
        # Behind 制定答复文书, 不予公开9件 are requests, though nothing says so.
        reading.loose = True
        return True
    # 收到申请9件，其中3件涉及征地；2件结转下年
    goes_on = event == "carried_forward" and total.startswith("requests_") and not labelled
    # 撤回3件，其他处理1件
    alone = event in _FATES and not reading.thing
    counted = (goes_on or alone or event.startswith(_ROWS)) and sentence.has_counted("request")
    return counted or (alone and any(one.id in IMPLYING for one in sentence.tokens))


def _by_table(sentence: Sentence, around: Around, reading: FigureReading) -> str:
    """Return the subject of a thing and an event, or else of the thing."""
    if reading.event in _NO_COUNT:
        return ""
    if reading.thing == "lawsuit" and reading.event in OF_CASES and is_of_either(sentence, around):
        reading.thing = case_with_results(sentence)
    thing, named = reading.thing, reading.words.get("thing", "")
    said = {one.id for one in (*around.near, *around.behind) if one.kind == "event"}
    some = _is_of_some_acts(sentence, around, reading, said)
    reading.loose = reading.loose or some
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
    if outcome and thing in _WRITTEN_TO and reading.event in ENDING | {"handle"}:
        # 收到来信9件，办结9件
        return subject
    fated = sentence.frame.among or (around.tail is None and any(map(is_noun, around.behind[:1])))
    # 行政复议9件，维持6件，撤回3件
    given_up = reading.event == "withdrawn" and "撤回" in reading.words.get("event", "")
    fated = fated or (given_up and sentence.has_counted(*CASES))
    if thing in CASES and fated and has_other_fate(around, reading):
        return ""
    return "" if again and part and thing not in _DECIDED_BY_EVENT else subject


def _is_of_some_acts(
    sentence: Sentence, around: Around, reading: FigureReading, said: set[str]
) -> bool:
    """Whether a figure may count only some of the acts or the cases that a table counts."""
    thing, named = reading.thing, reading.words.get("thing", "")
    if thing == "administrative_fee":
        words = joined(around.near)
        return reading.value.unit != "万元" or _NOT_COLLECTED.search(words) is not None
    if thing in DECISIONS:
        made = named.startswith("作出") or named.endswith("数量")
        # 对粮食企业作出行政处罚决定9件
        towards = any(one.text == "对" for one in around.near)
        words = joined(around.near)
        some = towards or _OF_SOME_DECISIONS.search(words) is not None
        return sentence.frame.subset or some or not made
    if thing in CASES:
        return is_of_some_cases(sentence, around, reading, said)
    if thing not in ACTS or sentence.frame.subset:
        return thing in ACTS
    # Of such acts that were disclosed, only some were made now.
    disclosed = any(one.thing == thing and one.event in DISCLOSING for one in sentence.readings)
    made_new = reading.words.get("event", "").startswith("新")
    words = joined(around.near)
    # 公开市政府新制定规章9件
    bodies = any(map(is_body, around.near)) and scope_in(around.near) == ""
    others = reading.event == "issue" and (bodies or _OF_OTHERS.search(words) is not None)
    # 继续有效9件 may leave out those made in the year.
    others = others or reading.words.get("event", "")[:2] in {"继续", "保留"}
    return others or (sentence.frame.among and disclosed and not made_new)
