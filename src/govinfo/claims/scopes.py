"""Whom the words of a clause are about: the body itself, others, or nobody that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govinfo.claims.lexicon import CONJUNCTIONS, RECEIVING
from govinfo.claims.scanner import Token
from govinfo.claims.words import ORGAN, is_noun, joined

__all__ = ["scope_in"]

_BODIES_BELOW = ("下属", "所属", "直属", "下辖")
"""How a scope begins that is one of bodies below the one that reports."""
_BEFORE_NO_BODY = frozenset({"在", "向", "对", "与", "为", "经", "由于", "因"})
"""Words behind which a body is not the one that acts."""
_YEARS = frozenset({"named_year", "span", "year"})
_NAMES_SCOPE = frozenset({"scope", "own", "other", "thing", "mark", "apart", "number"})
"""The kinds of words that may be part of the name of a body."""
_NO_NAME = frozenset({"own", "event", "way", "number"})
"""The kinds of words that are no part of the name of another body."""
_ENDS_SCOPE = frozenset({"event", "thing", "way"})
_IN_NAMES = frozenset({"所", "属", "级", "系"})
"""Words of the lexicon that stand in names, as in 税务所, 直属粮库, 县级部门 and 粮食系统."""
_INSIDE_NAMES = frozenset({"工作", "有", "案", "共", "及其"})
"""Words that stand in names if the end of one follows, as in 林业工作站 and 档案馆."""
_ENDS_NAME = ("站", "林场", "农场", "馆", "单位")
_ACTOR = re.compile(
    r"""
    [省市县区镇乡州旗]{1,3}级 | 各?[县区市旗镇乡]{2,3}
  | [\u4e00-\u9fff]{0,12}
    (?: 协会 | 商会 | 学会 | 居委会 | 村委会 | 管理处 | 主管部门 | 派出机构 | 执法队
      | [级各] 行政机关 | 村 )
  | (?: (?! 公开 | 信息 | 申请 | 平台 | 网 | 管理 ) [\u4e00-\u9fff] ){2,10} 系统
    """,
    re.VERBOSE,
)
"""What else may act beside bodies whose names end as those of bodies do."""
_OUTSIDER = re.compile(r"[\u4e00-\u9fff]{1,16}(?:公司|企业|专班|集团|学会|协会|征收办|保护区)")
"""A name, with any words of the lexicon in it, that ends as that of no government body does."""
_SHORTEST_NAME_CHARS = 3
"""A shorter word before 收到 is hardly a body: 自行, 年初."""
_ANY_BODY = ("行政机关", "政府机关", "公开机关")
"""Words for any body, which stand for the one that reports."""


def scope_in(near: Sequence[Token]) -> str | None:
    """Return whom some words are about: `None` for the body itself, `""` if they do not say."""
    kinds = {token.kind for token in near}
    if _NAMES_SCOPE.isdisjoint(kinds):
        return ""
    if "time" in kinds:
        begins = [n for n, one in enumerate(near) if one.id in _YEARS]
        head, near = (near[: begins[-1]], near[begins[-1] :]) if begins else ([], near)
        own = any(one.kind in _NO_NAME for one in head)
        name = "" if own else joined(head)
        if ORGAN.fullmatch(name):
            # 各县林业局全年受理申请9件
            return name
        if head and head[-1].kind == "scope":
            # 全市全年受理申请9件
            return head[-1].text
    return _scope_of(near)


def _scope_of(near: Sequence[Token]) -> str | None:
    """Return whom words without a year are about, as `scope_in` says it."""
    named = False
    for index, token in enumerate(near):
        kind = token.kind
        if kind == "scope":
            before = near[index - 1].text if index else ""
            within = named and index + 1 < len(near) and near[index + 1].kind == "other"
            if before in _BEFORE_NO_BODY:
                return ""
            # 示范乡镇林业站收到申请6件 names one body.
            return _agent(near) if within else token.text
        if kind == "own":
            # 我局下属单位 are others, 我局及下属单位 more than the body.
            under = near[index + 1 : index + 3]
            if not any(one.text.startswith(_BODIES_BELOW) for one in under[:1]) and not (
                under[1:] and under[0].text in CONJUNCTIONS and under[1].kind == "scope"
            ):
                return None
        if kind in _ENDS_SCOPE:
            break
        named = named or kind == "other"
    return _agent(near)


def _is_inside_name(near: Sequence[Token], index: int) -> bool:
    """Whether a word for a list or a field stands in the name of a body that acts."""
    behind = near[index + 1 : index + 3]
    return (
        len(behind) > 1
        and behind[0].kind in {"other", "mark"}
        and behind[0].text.endswith(_ENDS_NAME)
        and (behind[1].kind == "event" or behind[1].kind == "time")
    )


def _agent(near: Sequence[Token]) -> str:
    """Return the body that a clause names before its first event; empty if it names none."""
    name, ahead = "", next((n for n, one in enumerate(near) if one.id in RECEIVING), 0)
    received = joined(one for one in near[:ahead] if one.kind not in {"time", "stop"})
    if _OUTSIDER.fullmatch(received):
        return received
    for index, token in enumerate(near):
        kind, mark = token.kind, token.id
        if kind == "way" or mark == "others" or (not name and token.text in _BEFORE_NO_BODY):
            return ""
        inside = token.text in _INSIDE_NAMES and _is_inside_name(near, index)
        if name and (inside or token.text in _IN_NAMES):
            # 国有林场收到申请9件, and 第一税务所作出行政处罚决定9件
            name += token.text
            continue
        ends = mark in {"filler", "not", "cause"} or token.text.startswith("作出")
        if kind == "event" or (name and ends):
            # 水务集团收到申请9件: whatever stands there is who received them.
            known = any(one.id == "people" or one.text == "企业" for one in near[:index])
            told = name.isalpha() and (known or any(map(is_noun, near[:index])))
            named = len(name) >= _SHORTEST_NAME_CHARS and not name.endswith(_ANY_BODY)
            receives = mark in RECEIVING and told and named
            acts = receives or ORGAN.fullmatch(name) or _ACTOR.fullmatch(name)
            return name if acts else ""
        if kind not in {"time", "stop"} and mark not in {"filler", "among"}:
            name += token.text
    return ""
