"""Years and days: the period covered, the day of signing, the day of publication."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from govinfo.consistency.context import Context
from govinfo.consistency.messages import words_at
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.wholeness import (
    tells_of_a_new_body,
    tells_of_a_school_year,
    tells_of_an_amendment,
)
from govinfo.figures import Number
from govinfo.forms import forms_with
from govinfo.spans import Span

__all__ = [
    "RULES",
    "deadline_2008",
    "deadline_departments",
    "deadline_governments",
    "period",
    "signature_year",
    "years",
]

_TABLES = forms_with("requests")
_EARLY = ("narrative2008", "stats2014", "stats2008")
_ALL = (*_TABLES, *_EARLY)
_LEAST_DAYS_OF_A_YEAR = 340
"""A shorter period is that of a body that was new, merged or abolished in the year."""
_FIRST_DAY_OF_2007_REGULATION = date(2008, 5, 1)
_SCHOOL_YEAR = [(9, 1), (8, 31)]
_YEAR = re.compile(r"(?<!\d)(20\d{2})年")
_KINDS = (
    "information_total",
    "proactive_disclosures",
    "information_on_request",
    "information_not_disclosed",
)
_BEFORE = "_prior_year"
_LEAST_NUMBER_TO_COMPARE = 10
_OPENING_YEAR = re.compile(
    r"""
    (?:^|[。；])
    (?P<year>20\d{2})年度?
    (?: [，,] | (?=[全本我]) )                  # 2022年，… or 2022年我局…, not 2022年制定的
    (?![^。；]{0,80}(?:[将拟要]|计划|打算))      # what is still to come
    """,
    re.VERBOSE,
)
"""A sentence that begins with a year is about what was done in it; a mention of a year is not.

Nor is 2015年以来, which is about all years since.
"""
_THIS_YEAR = re.compile("今年|本年|过去一年|一年来|这一年")
"""These words are about the year of the report, whatever other years are named."""


def period(context: Context) -> Iterator[Outcome]:
    """统计期限为1月1日至12月31日.

    The first year of the 2007 Regulation began on 1 May, when it came into force. A body that was
    founded, merged or abolished in the year reports on part of it. Universities report on a school
    year (《高等学校信息公开办法》).
    """
    year, stated = context.report.year, context.report.period
    notes = {note.code: note for note in context.report.head.notes if "period" in note.message}
    if year is not None and "period_reversed" in notes:
        yield _reversed(context, year, notes["period_reversed"].span)
        return
    if year is None or stated is None:
        reason = "period_unreadable" if "date_unreadable" in notes else "period"
        yield Outcome(Verdict.UNASSESSABLE, reason="year" if year is None else reason)
        return
    wanted = (date(year, 1, 1), date(year, 12, 31))
    holds = stated == wanted or stated == (_FIRST_DAY_OF_2007_REGULATION, wanted[1])
    left, right = (f"{first}/{last}" for first, last in (stated, wanted))  # as in ISO 8601
    is_school_year = [(day.month, day.day) for day in stated] == _SCHOOL_YEAR
    is_within_two = stated[0].year + 1 == stated[1].year
    holds = holds or (is_school_year and is_within_two)
    is_inside = wanted[0] <= stated[0] and stated[1] <= wanted[1]
    reason = ""
    if is_within_two and tells_of_a_school_year(context.report.title, context.opening):
        reason = "school_year"
    elif is_inside and (stated[1] - stated[0]).days < _LEAST_DAYS_OF_A_YEAR:
        reason = "part_year"
    if reason and not holds:
        yield Outcome(Verdict.UNASSESSABLE, (), left, right, reason=reason)
    else:
        yield _judged(context, ("period",), holds=holds, left=left, right=right)


def _reversed(context: Context, year: int, place: Span | None) -> Outcome:
    """Return what a period comes to whose end stands before its beginning."""
    said = "" if place is None else words_at(context.report, *place)
    wanted = f"{date(year, 1, 1)}/{date(year, 12, 31)}"
    places = () if place is None else (place,)
    return Outcome(Verdict.BROKEN, (), said, wanted, reason="reversed", places=places)


def years(context: Context) -> Iterator[Outcome]:
    """标题年份、统计期限年份、正文年份一致."""
    in_title = _YEAR.search(context.report.title or "")
    first = context.report.year if in_title is None else int(in_title[1])
    where = "opening" if in_title is None else "title"
    others = [(year, f"{where}_and_{place}") for year, place in _other_years(context)]
    if first is None or not others:
        is_one = first is not None or bool(others)
        yield Outcome(Verdict.UNASSESSABLE, reason="one_year" if is_one else "year")
        return
    differing = [one for one in others if one[0] != first]
    if not differing:
        yield Outcome(Verdict.HOLDS, (), first, first)
    elif context.head_doubted("title", "period"):
        yield Outcome(Verdict.UNASSESSABLE, (), first, differing[0][0], reason="doubt")
    else:
        year, reason = differing[0]
        part = context.sections["overview"].span if reason.endswith("prose") else (0, 0)
        places = context.places_of(f"{year}年", *part)
        yield Outcome(Verdict.BROKEN, (), first, year, reason=reason, places=places)
    yield from _taken_over(context)


def _other_years(context: Context) -> Iterator[tuple[int, str]]:
    """Yield the year of the period and that of part one, each with where it stands."""
    period, own_year = context.report.period, context.report.year
    if period is not None and period[0].year == period[1].year:
        yield period[1].year, "period"
    # That of part one is the year of the report if it has it, else that of its sentences.
    prose = context.prose("overview") or ""
    if own_year is not None and own_year in map(int, _YEAR.findall(prose)):
        yield own_year, "prose"
    elif _THIS_YEAR.search(prose) is None:
        opening = Counter(map(int, _OPENING_YEAR.findall(prose))).most_common(1)
        yield from ((year, "prose") for year, _ in opening)


def _taken_over(context: Context) -> Iterator[Outcome]:
    """Yield an outcome if a paragraph on 公开属性 has this year's figures for the year before.

    The prose must give all 公开属性 for the year before, no total for this year, and the same
    number of disclosures, which is not small, for both years.
    """
    year, figures = context.report.year, dict[str, set[Number | None]]()
    for claim in context.report.claims:
        if claim.kind in {"count", "sum"} and claim.subject.startswith(
            ("information_", "proactive_disclosures")
        ):
            figures.setdefault(claim.subject, set()).add(claim.value)
    before = [figures.get(f"{subject}{_BEFORE}", set()) for subject in _KINDS]
    if (
        year is None
        or not all(len(values) == 1 for values in before)
        or "information_total" in figures
    ):
        return
    if (
        before[1] == figures.get(_KINDS[1])
        and max(int(value or 0) for value in before[1]) >= _LEAST_NUMBER_TO_COMPARE
    ):
        said = next(
            claim for claim in context.report.claims if claim.subject == f"{_KINDS[0]}{_BEFORE}"
        )
        yield Outcome(Verdict.BROKEN, (), year, year - 1, reason="taken_over", said=(said,))


def signature_year(context: Context) -> Iterator[Outcome]:
    """落款日期应在报告年度次年; before 2019 the last day of the report year was usual too.

    A body that is abolished signs its last report within the year, as a school does whose year ends
    in summer; an amended one is signed later.
    """
    year, signed = context.report.year, context.report.signed
    if year is None or signed is None:
        yield Outcome(Verdict.UNASSESSABLE, reason="year" if year is None else "date")
        return
    early = context.report.form.id not in _TABLES and signed == date(year, 12, 31)
    holds = signed.year == year + 1 or early
    period = context.report.period
    # Nobody can sign before the period is over, whatever became of the body.
    is_over = period is None or period[1] <= signed
    if not holds and signed.year == year and is_over and tells_of_a_new_body(context.opening):
        yield Outcome(Verdict.UNASSESSABLE, (), signed.year, year + 1, reason="part_year")
        return
    if (
        not holds
        and signed.year == year
        and tells_of_a_school_year(context.report.title, context.opening)
    ):
        yield Outcome(Verdict.UNASSESSABLE, (), signed.year, year + 1, reason="school_year")
        return
    if signed.year > year + 1 and tells_of_an_amendment(context.report.title, context.opening):
        yield Outcome(Verdict.UNASSESSABLE, (), signed.year, year + 1, reason="amended")
        return
    yield _judged(context, ("signed", "year"), holds=holds, left=signed.year, right=year + 1)


def deadline_departments(context: Context) -> Iterator[Outcome]:
    """县级以上人民政府部门应当在每年1月31日前公布 (政府信息公开条例第四十九条)."""
    agency = context.report.agency
    if agency is None or agency.level is None:
        yield Outcome(Verdict.UNASSESSABLE, reason="agency")
    elif agency.is_department:
        yield from _by(context, 1, 31)


def deadline_governments(context: Context) -> Iterator[Outcome]:
    """县级以上地方人民政府应当在每年3月31日前公布 (政府信息公开条例第四十九条)."""
    agency = context.report.agency
    if agency is None or agency.level is None:
        yield Outcome(Verdict.UNASSESSABLE, reason="agency")
    elif agency.is_government:
        yield from _by(context, 3, 31)


def deadline_2008(context: Context) -> Iterator[Outcome]:
    """各级行政机关应当在每年3月31日前公布 (2007年政府信息公开条例第三十一条)."""
    return _by(context, 3, 31)


def _by(context: Context, month: int, day: int) -> Iterator[Outcome]:
    year, published = context.report.year, context.report.published
    if year is None or published is None:
        yield Outcome(Verdict.UNASSESSABLE, reason="year" if year is None else "date")
        return
    last = date(year + 1, month, day)
    # A page that came out years later was moved to a new site, and the report was published before.
    is_again = published.year > last.year or tells_of_an_amendment(
        context.report.title, context.opening
    )
    if published > last and is_again:
        yield Outcome(Verdict.UNASSESSABLE, (), published, last, reason="amended")
        return
    yield _judged(
        context, ("published", "year"), holds=published <= last, left=published, right=last
    )


def _judged(
    context: Context,
    subjects: tuple[str, ...],
    *,
    holds: bool,
    left: int | str | date,
    right: int | str | date,
) -> Outcome:
    """Return the outcome; unassessable if it would blame a statement that the reader doubted."""
    if not holds and context.head_doubted(*subjects):
        return Outcome(Verdict.UNASSESSABLE, (), left, right, reason="doubt")
    return Outcome(Verdict.HOLDS if holds else Verdict.BROKEN, (), left, right)


_REGULATION_49 = "《政府信息公开条例》（国务院令第711号）第四十九条"
_PUBLISHED = Statement("发布日期为 {left}，期限为 {right}", "published on {left}, due by {right}")
RULES: tuple[Rule, ...] = (
    Rule(
        "TIME.PERIOD",
        Severity.WARNING,
        _ALL,
        Statement(
            "统计期限为报告年度1月1日至12月31日",
            "the period is 1 January to 31 December of the report year",
        ),
        "DB51/T 2660—2019 第2.1条；各年度报告通例",
        ("DB51 2.1", "R_QIDONG2023", "R_TAIPING2023", "R_HUAIAN2024"),
        "verified",
        period,
        Statement("文中为 {left}，应为 {right}", "stated {left}, expected {right}"),
        symbols="text.period == (report.year-01-01, report.year-12-31)",
    ),
    Rule(
        "TIME.YEAR_CONSISTENT",
        Severity.WARNING,
        _ALL,
        Statement(
            "标题年份、统计期限年份、正文年份一致",
            "title, period and part one are about the same year",
        ),
        "年度报告以一个年度为限",
        ("DERIVED",),
        "derived",
        years,
        symbols="title.year == text.period.year == mode(section.overview.years)",
    ),
    Rule(
        "TIME.SIGNATURE_YEAR",
        Severity.WARNING,
        _ALL,
        Statement(
            "落款日期应在报告年度次年", "the report is signed in the year after the report year"
        ),
        f"{_REGULATION_49}：次年公布上一年度报告",
        ("R_ZHIYING2021", "R_JIANXIN2018", "DERIVED"),
        "derived",
        signature_year,
        Statement("落款在 {left} 年，应在 {right} 年", "signed in {left}, expected in {right}"),
        symbols="signature.date.year == report.year + 1",
    ),
    Rule(
        "TIME.DEADLINE_DEPT",
        Severity.INFO,
        _TABLES,
        Statement("县级以上人民政府部门应于次年1月31日前公布", "departments publish by 31 January"),
        _REGULATION_49,
        ("REG2019 art.49",),
        "verified",
        deadline_departments,
        _PUBLISHED,
        symbols="agency.is_department implies publish.date <= (report.year+1)-01-31",
    ),
    Rule(
        "TIME.DEADLINE_GOV",
        Severity.INFO,
        _TABLES,
        Statement(
            "县级以上地方人民政府应于次年3月31日前公布", "local governments publish by 31 March"
        ),
        _REGULATION_49,
        ("REG2019 art.49",),
        "verified",
        deadline_governments,
        _PUBLISHED,
        symbols="agency.is_government implies publish.date <= (report.year+1)-03-31",
    ),
    Rule(
        "TIME.DEADLINE_2008",
        Severity.INFO,
        _EARLY,
        Statement("各级行政机关应于次年3月31日前公布", "every agency publishes by 31 March"),
        "《政府信息公开条例》（国务院令第492号）第三十一条",
        ("HAINAN2011",),
        "verified",
        deadline_2008,
        _PUBLISHED,
        symbols="publish.date <= (report.year+1)-03-31",
    ),
)
"""The rules of time."""
