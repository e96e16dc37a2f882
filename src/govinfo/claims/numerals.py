"""Numbers with their units, as prose prints them: 12件, 两次, 1.2万元, 约230余条."""

from __future__ import annotations

import re
from decimal import Decimal

from govinfo.figures import Number

__all__ = ["CHINESE", "NUMBER", "UNITS", "hedge_of", "is_whole", "number", "number_of"]

CHINESE = "一二两三四五六七八九十百千零〇"
UNITS = (
    "个百分点",
    "件次",
    "条次",
    "篇次",
    "人次",
    "批次",
    "期次",
    "场次",
    "班次",
    "件",
    "条",
    "宗",
    "份",
    "次",
    "项",
    "起",
    "个",
    "场",
    "期",
    "篇",
    "例",
    "则",
    "部",
    "批",
    "名",
    "人",
    "位",
    "处",
    "家",
    "册",
    "本",
    "张",
    "轮",
    "回",
    "封",
    "户",
    "台",
    "%",
    "万元",
    "亿元",
    "元",
)
"""The units of what reports count, the longer first."""
_HEDGES = [
    "大约",
    "约有",
    "约为",
    "约达",
    "约",
    "将近",
    "接近",
    "近",
    "超过",
    "超",
    "逾",
    "不少于",
    "不低于",
    "至少",
    "最多",
    "不足",
    "不到",
    "突破",
    "达到近",
    "多达",
]
NUMBER = rf"""
    (?P<hedge> {"|".join(_HEDGES)} )?
    (?P<bracket> [（(] (?= [0-9]+ [）)] (?: {"|".join(UNITS)} )           # (12)件, before a stop
                          (?: [，,。；;、）)：:] | 等 | 其中 | \Z ) ) )?
    (?P<figure>
        [0-9]+ (?> (?: ,[0-9]{{3}}(?![0-9]) )* ) (?: \.[0-9]+ )?  # digits, grouped or with decimals
    |   [{CHINESE}]+ (?= [万亿]? [余多]? (?: {"|".join(UNITS)} ) )  # numerals, before a unit
    )
    (?(bracket) [）)] )
    (?P<many> [余多](?= [万亿](?!元) ) )?                          # 230余万
    (?P<big> [万亿](?!元) )?
    (?P<more> 余 | 多(?= {"|".join(UNITS)} ) )?
    (?P<unit> {"|".join(UNITS)} )?
    (?P<about> 左右 | 上下 | 以上 | 以内 | 以下 )?
"""
"""A number, its hedges and its unit, in text without white space, in digits of one width."""
_VALUES = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}
_YEAR_DIGITS = 4
_MOST_DIGITS = 20
"""No figure of a report has so many digits, and Python reads no number of some thousands."""
_ONE = "[一二两三四五六七八九]"
_WRITTEN = re.compile(
    rf"""
    零 | 〇 | {_ONE}
    | {_ONE}?十{_ONE}?                                       # from 10 to 99
    | {_ONE}百(?: [零〇]{_ONE} | {_ONE}十{_ONE}? )?          # from 100 to 999
    | {_ONE}千                                               # from 1000 to 9999
      (?: [零〇]{_ONE}
      |   [零〇]{_ONE}?十{_ONE}?
      |   {_ONE}百(?: [零〇]{_ONE} | {_ONE}十{_ONE}? )?
      )?
    """,
    re.VERBOSE,
)
_RANKS = re.compile(r"([零〇一二两三四五六七八九])([十百千]?)|()(十)")
_CUT_BEFORE = frozenset("第.．/:~～—-至到廿卅数几好上成") | frozenset(map(chr, range(65, 91)))
_CUT_BEFORE |= frozenset(map(chr, range(97, 123)))


def number(match: re.Match[str]) -> Number | None:
    """Return the value of a number, or `None` where its characters form none."""
    value = number_of(match["figure"])
    if value is None or not match["big"]:
        return value
    scaled = value * _BIG[match["big"]]
    return int(scaled) if scaled == int(scaled) else None


def number_of(digits: str) -> Number | None:
    """Return the value of digits or Chinese numerals alone, or `None`."""
    if digits[0] not in "0123456789":
        return _chinese(digits)
    plain = digits.replace(",", "")
    if len(plain) > _MOST_DIGITS:
        return None
    return int(plain) if plain.isdecimal() else Decimal(plain)


def hedge_of(match: re.Match[str]) -> str | None:
    """Return the words that make a number inexact, or `None`."""
    before, many, more, about = match.group("hedge", "many", "more", "about")
    if not (before or many or more or about):
        return None
    return f"{before or ''}{many or ''}{more or ''}{about or ''}"


def is_whole(match: re.Match[str], text: str) -> bool:
    """Say whether a match is a number by itself: 廿3件, 3万5000件, 3至5件 and 数十件 are not.

    Args:
        match: What `NUMBER` matched.
        text: The text in which it matched.

    """
    start, end = match.start(), match.end()
    before = text[start - 1] if start else ""
    if before in _CUT_BEFORE and before:
        behind_digit = start > 1 and text[start - 2].isdigit()
        # 办结9件:7件予以公开 begins a list, 12:30 does not.
        ranged = before in "至到:" and not behind_digit
        tens = before in "数几好上成" and match["figure"] not in _TENS
        if not (ranged or tens):
            return False
    if before and before.isnumeric() and before.isalpha():
        return False
    behind = text[end : end + 1]
    return bool(match["unit"]) or not (behind and behind.isnumeric())


def _chinese(digits: str) -> int | None:
    """Return the value of 两, 十二, 一百零三 or 二〇一九; `None` for 三五, 二三十 and 一百二."""
    if (
        digits[0] not in _TENS
        and len(digits) == _YEAR_DIGITS
        and all(one in _VALUES for one in digits)
    ):
        return int("".join(str(_VALUES[one]) for one in digits))
    if len(digits) > _MOST_DIGITS or _WRITTEN.fullmatch(digits) is None:
        return None
    total = 0
    for count, rank, _, ten in _RANKS.findall(digits):
        total += _TENS[ten] if ten else _VALUES[count] * _TENS.get(rank, 1)
    return total
