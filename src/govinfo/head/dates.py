"""Dates and periods as reports write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

__all__ = ["DATE", "date_in", "dates_in", "period_in", "year_of"]

_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○OＯ0", "0")
# A run of blanks is taken whole: where one may follow another, giving back from each would try
# every way to share them.
_YEAR = r"(?:[12]\d{3}|[一二][一二三四五六七八九〇零○OＯ0]{3})"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
DATE = rf"{_YEAR}\s*+(?:年\s*+{_SMALL}\s*+月\s*+{_SMALL}\s*+日|[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))"
"""A full date, in figures or in Chinese numerals."""
_PARTS = re.compile(rf"({_YEAR})\s*+[-/.年]\s*+({_SMALL})\s*+[-/.月]\s*+({_SMALL})")
_DATE = re.compile(DATE)
_NUMERIC = r"([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})"
_NUMERIC_PERIOD = re.compile(rf"{_NUMERIC}\s*+(?:至|到|—+|-+|－|~|～)\s*+{_NUMERIC}")
_PERIOD = re.compile(
    rf"({_YEAR})\s*+年\s*+({_SMALL})\s*+月\s*+({_SMALL})\s*+日\s*+(?>(?:起|开始)?)\s*+[,，]?+\s*+(?:至|到|—+|-+|－|~|～)\s*+"
    rf"(?:({_YEAR})\s*+年\s*+)?({_SMALL})\s*+月\s*+({_SMALL})\s*+日"
)
_MONTHS = re.compile(
    rf"(?:统计|数据)[^\n。；\d]{{0,16}}({_YEAR})\s*+年\s*+({_SMALL})\s*+月份?\s*+(?>(?:起|开始)?)\s*+[,，]?+\s*+"
    rf"(?:至|到|—+|-+|－|~|～)\s*+(?:({_YEAR})\s*+年\s*+)?({_SMALL})\s*+月(?!\s*+\d)(?:份|底|末)?"
)
_STATED = re.compile("统计|数据|期限|时限|报告期")
"""What says that a period is that of the figures."""
_NEAR = 24
_FEW_WEEKS = 92


def date_in(text: str) -> date | None:
    """Return the first date in the text that the calendar has, or `None`."""
    return next(iter(dates_in(text)), None)


def dates_in(text: str) -> list[date]:
    """Return every date in the text that the calendar has."""
    found = (_PARTS.search(match[0]) for match in _DATE.finditer(text))
    dates = (_date(*match.groups()) for match in found if match is not None)
    return [day for day in dates if day is not None]


def period_in(text: str) -> tuple[date, date] | None:
    """Return the period that figures cover; the year of its end may be left out.

    One that is said to be that counts first, then one that is a year; a few weeks are those of
    something else.
    """
    found = [(_is_stated(text, match), *days) for match in _periods(text) if (days := _days(match))]
    found += [(True, *days) for match in _MONTHS.finditer(text) if (days := _months(match))]
    stated = [(first, last) for said, first, last in found if said]
    whole = [
        (first, last)
        for _, first, last in found
        if (first.month, first.day, last.month) == (1, 1, 12)
    ]
    long = [(first, last) for _, first, last in found if (last - first).days > _FEW_WEEKS]
    return next(iter((*stated, *whole, *long)), None)


def _periods(text: str) -> list[re.Match[str]]:
    return [*_PERIOD.finditer(text), *_NUMERIC_PERIOD.finditer(text)]


def _is_stated(text: str, match: re.Match[str]) -> bool:
    return _STATED.search(text, max(0, match.start() - _NEAR), match.start()) is not None


def _days(match: re.Match[str]) -> tuple[date, date] | None:
    year, month, day, last_year, last_month, last_day = match.groups()
    first, last = _date(year, month, day), _date(last_year or year, last_month, last_day)
    return (first, last) if first is not None and last is not None and first <= last else None


def _months(match: re.Match[str]) -> tuple[date, date] | None:
    """A period from one month to another, both of them whole."""
    year, month, last_year, last_month = match.groups()
    first, after = _date(year, month, "1"), _date(last_year or year, last_month, "1")
    if first is None or after is None or first > after:
        return None
    return first, date(after.year, after.month, monthrange(after.year, after.month)[1])


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(year_of(year), _small(month), _small(day))
    except ValueError:
        return None


def year_of(text: str) -> int:
    """Return a year of four digits, in figures or in Chinese numerals."""
    return int("".join(_DIGITS.get(character, character) for character in text))


def _small(text: str) -> int:
    """A number of at most two digits, in figures or as 十二, 二十, 二十三; 元月 is the first month."""
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (10 * int(_DIGITS.get(tens, "1")) if ten else 0) + (int(_DIGITS[ones]) if ones else 0)
