"""Dates and periods as reports write them."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["DATE", "date_in", "dates_in", "period_in", "year_of"]

_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○OＯ0", "0")
_YEAR = r"(?:[12]\d{3}|[一二][一二三四五六七八九〇零○OＯ0]{3})"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
DATE = rf"{_YEAR}\s*(?:年\s*{_SMALL}\s*月\s*{_SMALL}\s*日|[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))"
"""A full date, in figures or in Chinese numerals."""
_PARTS = re.compile(rf"({_YEAR})\s*[-/.年]\s*({_SMALL})\s*[-/.月]\s*({_SMALL})")
_DATE = re.compile(DATE)
_NUMERIC = r"([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})"
_NUMERIC_PERIOD = re.compile(rf"{_NUMERIC}\s*(?:至|到|—+|-+|－|~|～)\s*{_NUMERIC}")
_PERIOD = re.compile(
    rf"({_YEAR})\s*年\s*({_SMALL})\s*月\s*({_SMALL})\s*日\s*(?:起|开始)?\s*[,，]?\s*(?:至|到|—+|-+|－|~|～)\s*"
    rf"(?:({_YEAR})\s*年\s*)?({_SMALL})\s*月\s*({_SMALL})\s*日"
)


def date_in(text: str) -> date | None:
    """Return the first date in the text that the calendar has, or `None`."""
    return next(iter(dates_in(text)), None)


def dates_in(text: str) -> list[date]:
    """Return every date in the text that the calendar has."""
    found = (_PARTS.search(match[0]) for match in _DATE.finditer(text))
    dates = (_date(*match.groups()) for match in found if match is not None)
    return [day for day in dates if day is not None]


def period_in(text: str) -> tuple[date, date] | None:
    """Return the first period from one date to another; the year of the second may be left out."""
    for match in (*_PERIOD.finditer(text), *_NUMERIC_PERIOD.finditer(text)):
        year, month, day, last_year, last_month, last_day = match.groups()
        first, last = _date(year, month, day), _date(last_year or year, last_month, last_day)
        if first is not None and last is not None and first <= last:
            return first, last
    return None


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
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (10 * int(_DIGITS.get(tens, "1")) if ten else 0) + (int(_DIGITS[ones]) if ones else 0)
