"""Dates from which a site has taken words: 统计期限为202311日至20231231日. They are told of, and never guessed."""

from __future__ import annotations

import re

from govinfo.head.dates import DATE
from govinfo.model import Note, Report
from govinfo.spans import Edit
from govinfo.text.normalise import plain_text

__all__ = ["FIELD", "PERIOD", "SIGNATURE", "lost_date"]

_LEFT = (
    "(?P<left>(?:20|２０)[0-9０-９]{2}[0-9０-９年月日号至到起止从自 \u3000\xa0./—~～\ufffd-]{2,60})"
)
"""What is left of a date, or of two: a year, and whatever figures and words follow it."""
PERIOD = re.compile(
    rf"(?:统计|数据|报告)[^\n。；]{{0,10}}?(?:期限|时限|时间|期间|截止)[^\n。；0-9０-９]{{0,8}}{_LEFT}"
)
SIGNATURE = re.compile(
    rf"[局府办室会厅处委院心道镇乡馆站队所校司社行署][\s|]*\n[\s|]*{_LEFT}(?=[\s|]*(?:\n|$))"
)
FIELD = re.compile(rf"(?:日期|时间)[ \u3000]*[:：|\ufffd][ \u3000|]*{_LEFT}")
_SOUND = re.compile(rf"{DATE}(?:\s+\d{{1,2}})?\D*")
"""A whole date; the hour may stand behind it."""
_FEW_FIGURES = 6
"""The figures of a year and two more: what has fewer names a year, and no day."""


def lost_date(
    report: Report, begin: int, end: int, pattern: re.Pattern[str], what: str
) -> tuple[Note, ...]:
    """Return a note on a date that is stated between two places of the text, and cannot be read."""
    text = plain_text(report.text.edited([Edit(0, begin), Edit(end, len(report.text))]))
    for match in pattern.finditer(str(text)):
        left = match["left"].strip()
        if sum(map(str.isdecimal, left)) >= _FEW_FIGURES and not _SOUND.fullmatch(left):
            start = match.start("left")
            message = f"{what} is stated as {left!r}: words are lost from it, and it is left empty"
            return (Note("date_unreadable", message, text.source_span(start, start + len(left))),)
    return ()
