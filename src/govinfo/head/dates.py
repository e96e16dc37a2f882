"""Dates and periods as reports write them, and those from which a site has removed words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from govinfo.notes import Note
from govinfo.spans import Edit, Text
from govinfo.text.normalise import plain, plain_text

__all__ = [
    "DAMAGED_FIELD",
    "DAMAGED_PERIOD",
    "DAMAGED_SIGNATURE",
    "DATE",
    "date_in",
    "dates_in",
    "note_damaged_date",
    "period_in",
    "year_of",
]

_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○OoＯ0", "0")
# Runs of blanks are possessive: where one may follow another, the search would otherwise try every
# way to share them.
_YEAR = r"(?:[12]\d{3}|[一二][一二三四五六七八九〇零○OＯ0]{3})"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
_NUMBERS = r"[-/.]\s*+\d{1,2}\s*+[-/.]\s*+\d{1,2}(?!\d)"
DATE = rf"{_YEAR}\s*+(?:年\s*+{_SMALL}\s*+月\s*+{_SMALL}\s*+日|{_NUMBERS})"
"""A full date, in figures or in Chinese numerals."""
_PARTS = re.compile(rf"({_YEAR})\s*+[-/.年]\s*+({_SMALL})\s*+[-/.月]\s*+({_SMALL})")
_DATE = re.compile(DATE)
_TO = r"(?:至|到|—+|-+|－|~|～)"
_NUMERIC = r"([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})"
_NUMERIC_PERIOD = re.compile(rf"{_NUMERIC}\s*+{_TO}\s*+{_NUMERIC}")
_PERIOD = re.compile(
    rf"""
    ({_YEAR})\s*+年\s*+({_SMALL})\s*+月\s*+({_SMALL})\s*+日
    \s*+(?>(?:起|开始)?)\s*+[,，]?+\s*+{_TO}\s*+
    (?:({_YEAR})\s*+年\s*+)?({_SMALL})\s*+月\s*+({_SMALL})\s*+(?:日|(?=[止。，,；]))
    """,
    re.VERBOSE,
)
_PERIOD_OF_MONTHS = re.compile(
    rf"""
    (?:统计|数据)[^\n。；\d]{{0,16}}
    ({_YEAR})\s*+年\s*+({_SMALL})\s*+月份?
    \s*+(?>(?:起|开始)?)\s*+[,，]?+\s*+{_TO}\s*+
    (?:({_YEAR})\s*+年\s*+)?({_SMALL})\s*+月(?!\s*+\d)(?:份|底|末)?
    """,
    re.VERBOSE,
)
_STATED = re.compile("统计|数据|期限|时限|报告期")
"""These words say that a period is that of the figures."""
_STATED_REACH_CHARS = 24
_SHORT_PERIOD_DAYS = 92
_OF_SOMETHING_ELSE = re.compile("电子版|下载|查阅|公示|反馈|征求|专项|行动")
"""These words say that a period is not that of the figures, if no word says that it is."""
_REACH_BEHIND_CHARS = 10

_PART_OF_A_DATE = "[0-9０-９年月日号至到起止从自 \u3000\xa0./—~～\ufffd-]"
_DAMAGED = f"(?P<damaged>(?:20|２０)[0-9０-９]{{2}}{_PART_OF_A_DATE}{{2,60}})"
"""The rest of one date or of two: a year, and the figures and words that follow it."""
DAMAGED_PERIOD = re.compile(
    rf"""
    (?:统计|数据|报告)[^\n。；]{{0,10}}?(?:期限|时限|时间|期间|截止)
    [^\n。；0-9０-９]{{0,8}}{_DAMAGED}
    """,
    re.VERBOSE,
)
DAMAGED_SIGNATURE = re.compile(
    rf"""
    [局府办室会厅处委院心道镇乡馆站队所校司社行署][\s|]*\n    # ends the name of an organ
    [\s|]*{_DAMAGED}(?=[\s|]*(?:\n|$))
    """,
    re.VERBOSE,
)
DAMAGED_FIELD = re.compile(rf"(?:日期|时间)[ \u3000]*[:：|\ufffd][ \u3000|]*{_DAMAGED}")
_WHOLE_DATE = re.compile(rf"{DATE}(?:\s+\d{{1,2}})?\D*")
"""A date without damage; the hour may stand behind it."""
_LEAST_FIGURES = 6
"""A year and two more figures: with fewer, a year stands there, and no day."""


def date_in(text: str) -> date | None:
    """Return the first date in the text that the calendar has, or `None`."""
    return next(iter(dates_in(text)), None)


def dates_in(text: str) -> list[date]:
    """Return every date in the text that the calendar has."""
    found = (_PARTS.search(match[0]) for match in _DATE.finditer(text))
    dates = (_date(*match.groups()) for match in found if match is not None)
    return [day for day in dates if day is not None]


def period_in(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of the period that the figures cover.

    A period that the text calls that of the figures comes first, then one of months, which always
    is, then one that is a year. A few weeks are the period of something else. Where its end has no
    year, it is that of its beginning.
    """
    years, long_periods = list[tuple[date, date]](), list[tuple[date, date]]()
    for match in (*_PERIOD.finditer(text), *_NUMERIC_PERIOD.finditer(text)):
        year, month, day, last_year, last_month, last_day = match.groups()
        first, last = _date(year, month, day), _date(last_year or year, last_month, last_day)
        if first is None or last is None or last < first:
            continue
        begin = max(0, match.start() - _STATED_REACH_CHARS)
        clause = re.split("[，,。；;\n]", text[begin : match.start()])[-1]
        behind = text[match.end() : match.end() + _REACH_BEHIND_CHARS]
        other = _OF_SOMETHING_ELSE.search(clause + re.split("[，,。；;\n]", behind)[0])
        if other is not None and _STATED.search(clause) is None:
            # 电子版自2024年1月25日至12月31日可下载
            continue
        if _STATED.search(text, begin, match.start()):
            return first, last
        if (first.month, first.day, last.month) == (1, 1, 12):
            years.append((first, last))
        if (last - first).days > _SHORT_PERIOD_DAYS:
            long_periods.append((first, last))
    for match in _PERIOD_OF_MONTHS.finditer(text):
        year, month, last_year, last_month = match.groups()
        first, last = _date(year, month, "1"), _date(last_year or year, last_month, "1")
        if first is not None and last is not None and first <= last:
            return first, last.replace(day=monthrange(last.year, last.month)[1])
    return next(iter((*years, *long_periods)), None)


def _date(year: str, month: str, day: str) -> date | None:
    """Return a date, or `None` where the calendar has none."""
    try:
        return date(year_of(year), _small(month), _small(day))
    except ValueError:
        return None


def year_of(text: str) -> int:
    """Return a year of four digits, in figures or in Chinese numerals."""
    return int("".join(_DIGITS.get(character, character) for character in text))


def _small(text: str) -> int:
    """Return a number below 100, in figures or as 十二, 二十, 二十三; 元月 is the first month."""
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (10 * int(_DIGITS.get(tens, "1")) if ten else 0) + (int(_DIGITS[ones]) if ones else 0)


def note_damaged_date(
    whole: Text, begin: int, end: int, pattern: re.Pattern[str], what: str
) -> Iterator[Note]:
    """Yield a note on a date that has lost words, such as 统计期限为202311日至20231231日.

    Args:
        whole: The text of the report.
        begin: Where to begin, as an offset in the repaired text.
        end: Where to end, in the same text.
        pattern: How the damaged date stands there: `DAMAGED_PERIOD`, `DAMAGED_SIGNATURE` or
            `DAMAGED_FIELD`.
        what: The name of the date in the note.

    """
    if pattern.search(plain(whole.characters[begin:end])) is None:
        return
    text = plain_text(whole.edited([Edit(0, begin), Edit(end, len(whole))]))
    for match in pattern.finditer(str(text)):
        damaged = match["damaged"].strip()
        start = match.start("damaged")
        period = _PERIOD.match(damaged) or _NUMERIC_PERIOD.match(damaged)
        if period is not None:
            year, month, day, last_year, last_month, last_day = period.groups()
            begins, ends = _date(year, month, day), _date(last_year or year, last_month, last_day)
            if begins is not None and ends is not None and ends < begins:
                message = f"{what} reads {period[0]!r}: it ends before it begins"
                span = text.source_span(start, start + period.end())
                yield Note("period_reversed", message, span)
                return
        figures = sum(map(str.isdecimal, damaged))
        if figures >= _LEAST_FIGURES and not _WHOLE_DATE.fullmatch(damaged):
            message = f"{what} reads {damaged!r}: it has lost words, and stays without a value"
            yield Note("date_unreadable", message, text.source_span(start, start + len(damaged)))
            return
