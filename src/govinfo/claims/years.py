"""Which year a figure is of, and which year the report is of."""

from __future__ import annotations

import re
from functools import cached_property

from attrs import define

from govinfo.model import Report

__all__ = ["OTHER_YEARS", "Years"]

_TITLES = re.compile(r"《[^》]{0,200}+》|〔20\d\d〕")
# One set of first characters for all of them, each then looked back at: so the search is fast.
_TIME = re.compile(
    r"""
    [与同和比较本今全当年近历自从累截上下去往前季0-9]
    (?: (?P<part>     # a part of a year: a half, a quarter, some months
            (?<=[上下])半年
        |   (?<=季)度
        |   (?<=[0-9])月?[-—~～至][0-9]{1,2}月
        )
    |   (?P<ignored>  # a year that is only compared with
            (?<=[与同和比较])
            (?: 上一?年(?:度)? | 去年 | 往年 | 前年 | 20\d\d年(?:度)? )
            (?: 同期 )?
            (?: 相比 | 比较
            |   (?= 增 | 减 | 下降 | 上升 | 提高 | 回落 | 降 | 多 | 少 | 持平 | 基本 )
            )
        )
    |   (?P<this>     # the year of the report
            (?<=[本今全当])年
        |   (?<=年)内
        )
    |   (?P<several>  # more than one year
            (?<=近)[0-9两三四五六七八九十]+年
        |   (?<=历)[年次]
        |   (?<=[自从])20\d\d年[^，,]{0,8}?(?: 以来 | 起 )
        )
    |   (?P<until>    # all years up to a day
            (?<=累)计
        |   (?<=截)[至止][^，,]{0,14}
        )
    |   (?P<before>   # the year before
            (?<=上)一?年(?:度)?(?!度?结转)
        |   (?<=[去往前])年
        |   (?<=同)期
        )
    |   (?<=2)(?P<year> 0\d\d )年
    )
    """,
    re.VERBOSE,
)
OTHER_YEARS = ("_prior_year", "_other_year", "_cumulative", "_part_year")
"""What the subject of a claim ends with that is not about the year of the report."""
_STATED = re.compile(r"(20\d\d)\s*年\s*(?:[^，,。；;：:\n\d]{0,90}?[报報]|1\s*月\s*1\s*日)")
_REACH = 3000


@define
class Years:
    """The year that a report is about, looked for when it is first asked for."""

    _report: Report

    @cached_property
    def own(self) -> int | None:
        """The year of the report; its head is read only if a look above the first part fails."""
        outline = self._report.outline
        above = self._report.text.characters[: outline[0][1] if outline else _REACH]
        stated = set(_STATED.findall(above))
        return int(stated.pop()) if len(stated) == 1 else self._report.year

    def ending(self, words: str) -> str:
        """Return one of `OTHER_YEARS` if the words before a figure say so, else nothing."""
        found, own = "", False
        for match in _TIME.finditer(
            _TITLES.sub("", words) if "《" in words or "〔" in words else words
        ):
            kind = match.lastgroup
            if kind == "this":
                found, own = "", True
            elif kind == "several":
                found = "_cumulative"
            elif kind == "part":
                found = "_part_year"
            elif kind == "until":
                found = found if own else "_cumulative"
            elif kind == "before":
                found = "_prior_year"
            elif kind == "year":
                found = self._distance(2000 + int(match["year"]))
                own = own or not found
        return found

    def _distance(self, year: int) -> str:
        if self.own is None or year == self.own:
            return ""
        return "_prior_year" if year == self.own - 1 else "_other_year"
