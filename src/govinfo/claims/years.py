"""Which year a figure is of: the report's, the one before, several, or another; and the year of the report itself."""

from __future__ import annotations

import re

from govinfo.model import Report

__all__ = ["OTHER_YEARS", "report_year", "year_of"]

_TITLES = re.compile(r"《[^》]*》|〔20\d\d〕")
_TIME = re.compile(
    r"(?P<ignored>(?:[与同和比较])(?:上一?年(?:度)?|去年|往年|前年|20\d\d年(?:度)?)(?:同期)?"
    r"(?:相比|比较|(?=增|减|下降|上升|提高|回落|降|多|少|持平|基本)))"
    r"|(?P<this>本年|今年|全年|当年|年内)"
    r"|(?P<several>近[0-9两三四五六七八九十]+年|历年|历次|[自从]20\d\d年[^，,]{0,8}?(?:以来|起))"
    r"|(?P<until>累计|截[至止][^，,]{0,14})"
    r"|(?P<before>上一?年(?:度)?(?!度?(?:结转|转结))|去年|往年|前年|同期)"
    r"|(?P<year>20\d\d)年"
)
OTHER_YEARS = ("_prior_year", "_other_year", "_cumulative")
"""What the subject of a claim ends with that is not about the year of the report."""
_STATED = re.compile(r"(20\d\d)\s*年\s*(?:[^，,。；;：:\n\d]{0,90}?[报報]|1\s*月\s*1\s*日)")
_REACH = 3000


def year_of(words: str, report: Report) -> str:
    """Return one of `OTHER_YEARS` where the words before a figure say so; for the report's own year, nothing."""
    found, own = "", False
    for match in _TIME.finditer(_TITLES.sub("", words) if "《" in words or "〔" in words else words):
        kind = match.lastgroup
        if kind == "this":
            found, own = "", True
        elif kind == "several":
            found = "_cumulative"
        elif kind == "until":
            found = found if own else "_cumulative"
        elif kind == "before":
            found = "_prior_year"
        elif kind == "year":
            found = _distance(int(match["year"]), report)
            own = own or not found
    return found


def _distance(year: int, report: Report) -> str:
    own = report_year(report)
    if own is None or year == own:
        return ""
    return "_prior_year" if year == own - 1 else "_other_year"


def report_year(report: Report) -> int | None:
    """Return the year of the report, without reading its whole head where one look above the first part is enough."""
    above = report.text.characters[: report.outline[0][1] if report.outline else _REACH]
    stated = set(_STATED.findall(above))
    if len(stated) == 1:
        return int(stated.pop())
    return report.year
