"""Numbers with their units, as prose prints them: 12件, １２件, 两次, 1.2万元, 230余条."""

from __future__ import annotations

import re
from decimal import Decimal

from govinfo.figures import Number

__all__ = ["BARE", "PRINTED", "QUANTITY", "counts", "hedge_at", "is_about", "number", "unit"]

_CHINESE = "一二两三四五六七八九十百千零〇兩"
_DIGITS = f"0-9０-９{_CHINESE}"
UNITS = (
    "人次",
    "件次",
    "件",
    "条",
    "宗",
    "份",
    "次",
    "项",
    "起",
    "个百分点",
    "个",
    "场",
    "期",
    "篇",
    "%",
    "万元",
    "亿元",
    "元",
)
"""The units of what reports count, the longer first."""
PRINTED = {one: one for one in UNITS}
PRINTED |= {"條": "条", "項": "项", "個百分點": "个百分点", "個": "个", "場": "场", "％": "%"}
PRINTED |= {"萬元": "万元", "億元": "亿元", "": ""}
"""Units as they are printed, with their simplified characters; the last is no unit at all."""
_PRINTED = "|".join(sorted(filter(None, PRINTED), key=len, reverse=True))
QUANTITY = re.compile(
    rf"""
    (?P<n>
        [{_DIGITS}] [{_DIGITS}]*+
        (?> (?: ,[0-9]{{3}}(?![0-9]) | ，[０-９]{{3}}(?![０-９]) )* )  # groups of three digits
        (?: [.．][0-9０-９]++ )?                                       # the decimals
    )
    \s*+ (?P<big> [万萬亿億](?![元]) )?  # 万元 is a unit as a whole
    (?P<more> [余餘多] )?                # "and some more"
    \s*+ (?P<unit> {_PRINTED} | (?= [，,。；;、）)（(] | \Z ) )
    """,
    re.VERBOSE,
)
"""A number and its unit; the unit is empty where a mark of punctuation follows."""
_PLAIN = str.maketrans("０１２３４５６７８９．，條項個點場％萬億", "0123456789.,条项个点场%万亿")
_VALUES = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_YEAR = 4
_LONGEST = 20
"""No figure of a report has so many digits, and Python reads no number of some thousands."""
_ONE = "[一二两三四五六七八九兩]"
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
_RANKS = re.compile(r"([零〇一二两三四五六七八九兩])([十百千]?)|()(十)")
_BIG = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_HEDGE = re.compile(
    r"(?:大约|约|将近|接近|近|超过|超|逾|不少于|不低于|至少|最多|不足|不到|突破)(?:达|有)?$"
)
_HEDGE_ENDS = frozenset("约近过超逾于破达有少多足到")
_NAMING = frozenset("数量为开供理计是共")
"""What a number without a unit must stand behind, to be that of a thing."""
BARE = _NAMING | _HEDGE_ENDS | frozenset("數開為）) \t\r\n\u3000\xa0")
"""What may stand before such a number, also in traditional characters and in broken lines."""
_ABOUT = re.compile(r"以上|左右|上下|以内|以下")
_ARABIC = frozenset("0123456789０１２３４５６７８９")
_NO_COUNT = frozenset("第.．/:~～—-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") | _ARABIC
_VAGUE = frozenset("数几好上成")


def number(match: re.Match[str]) -> Number | None:
    """Return the value of a quantity, or `None` where its characters form no number."""
    digits = match["n"].translate(_PLAIN)
    value = _decimal(digits) if digits[0] in "0123456789" else _chinese(digits)
    if value is None or not match["big"]:
        return value
    scaled = value * _BIG[match["big"]]
    return int(scaled) if scaled == int(scaled) else None


def unit(match: re.Match[str]) -> str:
    """Return the unit in simplified characters; it is empty where none is printed."""
    return PRINTED[match["unit"]]


def counts(match: re.Match[str], words: str, hedge: int) -> bool:
    """Say whether a quantity counts anything: 第12条 does not, nor does the end of a range.

    `words` stand before it, and its hedge begins at `hedge`: 数十条 are some tens, and
    总数约十条 are about ten. What may be the end of a code does not count either.
    """
    before = words[:hedge]
    last = before[-1:]
    if not match["unit"] and (last not in _NAMING or match["n"][0] in _CHINESE):
        return False
    if words[-1:] in _VAGUE and match["n"][0] in _TENS:
        return False
    if last.isalpha() and last.isnumeric():
        # 廿3件 and 3万5000件: the number begins further in front.
        return False
    return last not in _NO_COUNT and not (last in "至到" and before[-2:-1] in _ARABIC)


def is_about(words: str) -> bool:
    """Say whether the words behind a figure make it inexact."""
    return _ABOUT.match(words) is not None


def hedge_at(words: str) -> int:
    """Return where in the words before a figure its hedge begins; their length when it has none."""
    if words[-1:] in _HEDGE_ENDS:
        found = _HEDGE.search(words)
        if found:
            return found.start()
    return len(words)


def _decimal(digits: str) -> Number | None:
    plain = digits.replace(",", "")
    if len(plain) > _LONGEST:
        return None
    if plain.isdecimal():
        return int(plain)
    try:
        return Decimal(plain)
    except ArithmeticError:
        return None


def _chinese(digits: str) -> int | None:
    """Return the value of 两, 十二, 一百零三 or 二〇一九; `None` for 三五, 二三十 and 一百二."""
    if digits[0] not in _TENS and len(digits) == _YEAR and all(one in _VALUES for one in digits):
        return int("".join(str(_VALUES[one]) for one in digits))
    if _WRITTEN.fullmatch(digits) is None:
        return None
    total = 0
    for count, rank, _, ten in _RANKS.findall(digits):
        total += _TENS[ten] if ten else _VALUES[count] * _TENS.get(rank, 1)
    return total
