"""What single words of a sentence are: skipped, a noun, an adverb, the name of a body, a way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from govinfo.claims.lexicon import CONJUNCTIONS, WAY_WORDS
from govinfo.claims.scanner import Token

__all__ = [
    "ASKED",
    "ORGAN",
    "OTHER_LABEL",
    "end_of_ways",
    "ends_year",
    "is_adverb",
    "is_body",
    "is_noun",
    "is_outcome",
    "is_request",
    "is_skipped",
    "joined",
    "names_disclosure",
    "ways_in",
]

_SKIPPED = frozenset({"filler", "people", "bodies", "etc", "cause", "topic", "among", "without"})
"""Marks that stand between a thing and its number, and change nothing."""
ORGAN = re.compile(
    r"""
    (?: 街道 | 园区 | 新区 | 开发区 | 高新区 | 林场 | 农场 | 单位 | 部门 | 科室 | 社区 | 企业 )
  | (?: 直属 | 下属 | 所属 | 下辖 | 局属 ) [\u4e00-\u9fff]{1,12}
  | [\u4e00-\u9fff]{1,16}
    (?: 林场 | 农场 | 园区 | 单位
      | 局 | 委员会 | 委 | 办公室 | 公室 | 办 | 厅 | 院 | 中心 | 街道 | 街道办 | 办事处 | 镇 | 乡
      | 政府 | 部门 | 科 | 股 | 站 | 所 | 馆 | 大队 | 支队 | 公司 | 学校 | 管委会 | 银行 | 分局 )
    """,
    re.VERBOSE,
)
"""The name of a body, which ends as names of bodies do."""
_ADVERBIAL = re.compile(
    r"""
    [按依限后均已都很极严]
    | 照(?!明|护|料|片) | (?<!法)规(?!划|模|章) | 程(?=序|度) | (?<=程|有)序
    | 时(?!政|事|刻|效) | 期(?!刊|货|末) | 内(?!设|容|务|部|科|涝) | 前(?!景|沿)
    | (?<!安|健)全(?!民|球|国|域|科) | 真(?!相) | 积(?!分|金) | 认(?!证|定|养)
    | ^除了?$ | ^[尚还仅]?[余剩]下?$
    | 主动|及时|申请|情形|本年|规范|通过|根据|经(?!济|营|验|费)|为了
    """,
    re.VERBOSE,
)
"""Pieces of words that say how something was done, and name nothing."""
OTHER_LABEL = re.compile(r"^(?:[、和及与以：“”]|以及|其中)*其[他它余]")
"""How the label of all other parts of a total begins."""
_PART_OF_ANOTHER = frozenset({"信息公开平台", "政府信息公开平台", "新媒体", "政务新媒体"})
"""Ways that are a part, or a praise, of the way before them, unless they are listed beside it."""
ASKED = ("申请", "申请件", "申请事项")
"""How words for requests end that cannot mean information."""
_POSTS = frozenset({"wechat", "weibo"})
"""Ways that stand for what is published there."""
_RESULTS = frozenset({"grant", "partial", "denied", "deny", "unable", "not", "already"})
"""How the names of outcomes begin, each of which has a figure of its own."""
_LAST_DAYS = ("年底", "年末", "12月", "12月底", "12月末", "12月31日")
_COLONS = frozenset("：:")
_QUOTES_END = frozenset("”’")


def ways_in(near: Sequence[Token]) -> tuple[str, ...]:
    """Return the ways that the words before a figure name, without those that are part of a name.

    The name of an account in quotation marks is none, nor is a gazette that a website shows, nor
    those behind which 等媒体 says what all of them are.
    """
    found: list[Token] = []
    has_event = False
    for place, token in enumerate(near):
        if token.text in _COLONS and any(one.kind == "way" for one in near[place:]):
            # 通过不同渠道公开信息情况：网站公开9条 names the channel behind the heading.
            found.clear()
        has_event = has_event or token.kind == "event"
        if token.kind != "way":
            continue
        quoted = near[place + 1 : place + 2] and near[place + 1].text in _QUOTES_END
        named = quoted and near[place + 2 : place + 3] and near[place + 2].kind == "way"
        shown = token.id == "gazette" and has_event
        shown = shown or (token.id == "website" and near[place - 1].id == "media")
        own = token.text in _PART_OF_ANOTHER and near[place - 1].text not in CONJUNCTIONS
        if named or (found and (token.text == "平台" or shown or own)):
            continue
        if token.id in _POSTS and place and near[place - 1].id == "publish":
            # 新媒体发布微信9条 names what was published last.
            found.clear()
        if token.id == "media" and near[place - 1].id == "etc":
            found.clear()
        found.append(token)
    return tuple(dict.fromkeys(token.id for token in found))


def end_of_ways(near: Sequence[Token]) -> int:
    """Return where a list of ways ends, as in 通过邮件、现场等方式提交; 0 if there is none."""
    ends = [
        n for n, two in enumerate(near[:-1]) if two.id == "etc" and near[n + 1].text in WAY_WORDS
    ]
    return ends[-1] + 2 if ends else 0


def ends_year(time: str) -> bool:
    """Whether a time reaches up to the last day of a year, as 截至12月31日 does."""
    return time.removesuffix("为止").removesuffix("止").endswith(_LAST_DAYS)


def joined(tokens: Iterable[Token]) -> str:
    """Return the text of tokens, one behind the other."""
    return "".join([token.text for token in tokens])


def is_skipped(token: Token) -> bool:
    """Whether a token may stand between a thing and its number without changing anything."""
    return token.kind == "stop" or (token.kind == "mark" and token.id in _SKIPPED)


def is_outcome(event: str) -> bool:
    """Whether an event is what a request comes to."""
    return event.partition("_")[0] in _RESULTS


def is_noun(token: Token) -> bool:
    """Whether a word that the lexicon lacks names something."""
    return token.kind == "other" and _ADVERBIAL.search(token.text) is None


def is_body(token: Token) -> bool:
    """Whether a word that the lexicon lacks is the name of a body."""
    return token.kind == "other" and ORGAN.fullmatch(token.text) is not None


def is_adverb(token: Token) -> bool:
    """Whether a word that the lexicon lacks can only say how something was done."""
    return len(token.text) == 1 or _ADVERBIAL.search(token.text) is not None


def is_request(thing: Token, tokens: Sequence[Token]) -> bool:
    """Whether a bare 申请 is one for information: the word before it names nothing else."""
    place = tokens.index(thing)
    before = tokens[place - 1] if place else None
    return before is None or before.kind not in {"other", "thing"} or is_adverb(before)


def names_disclosure(tokens: Sequence[Token]) -> bool:
    """Whether words name the disclosure of information, as the cause of a case."""
    return any(token.id in {"topic", "request"} for token in tokens)
