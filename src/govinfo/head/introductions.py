"""The introduction of a report: what it announces, who wrote it, and on which year.

现公布某局2022年…报告, 现将2022年…情况报告如下, 由某局编制的2022年…: where no line is a title, such
a sentence says the same. Where none does, the year is the only one of which the prose tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from attrs import frozen

from govinfo.head.agencies import NO_SUBJECT, looks_like_agency
from govinfo.head.dates import year_of
from govinfo.head.titles import SUBJECT, YEAR, title_of

__all__ = ["NOTHING", "Announcement", "announced_in", "contact_in", "year_of_prose"]

_ANNOUNCED = re.compile(
    rf"""
    # What is done with the report; 主动公开 and 申请公开 are done with other things.
    (?:公布|发布|(?<![动请息务])公开|编制|编写|撰写|形成|公告|公示)(?:了|的)?
    [《“"「]?
    (?P<report>[^《》“”"。，,；;\n]{{0,40}}?{SUBJECT})
    """,
    re.VERBOSE,
)
_REPORTED = re.compile(
    rf"""
    (?: 现[将就把] | 反映 | 涵盖 | [将就](?=[^。\n]{{0,80}}如下) )   # 现将 … 报告如下
    (?P<early>[^《》“”"。，,；;\n]{{0,30}}?)
    (?P<year>{YEAR})年(?:度|以来)?
    (?P<late>[^《》“”"。，,；;\n]{{0,30}}?)
    的?(?:政府|政务|党务)?(?:信息)?公开
    [^《》“”"。，,；;\n]{{0,16}}?
    (?: 报告|汇报|总结|小结|公布|说明|通报|报送|公示|情况 )
    """,
    re.VERBOSE,
)
_WRITTEN_BY = re.compile(
    r"""
    由(?P<agency>[\u3400-\u9fff（）()·]{2,36}?)
    (?:负责|组织|牵头|汇总)?
    (?:(?:按照|根据|依据|依照)[^。\n]{0,160}?)?
    (?:编制|编写|撰写|汇总)
    """,
    re.VERBOSE,
)
_COMPILES = re.compile(
    r"""
    (?:^|[，,。；;\n])(?:现由?|特)?
    (?P<agency>(?:(?!报告由)[\u3400-\u9fff（）()·]){2,36}?)
    (?:
        (?:结合|根据|按照|依据|依照|对照)[^。\n]{0,60}?
        (?:编制|编写|撰写|形成)(?:了|完成)?本?[^，,。；;\n]{0,24}?(?:报告|年报)
    |   (?:编制|编写|撰写)(?:了|完成)?                  # …编制了2022年…公开…报告
        (?:本年?度?|[^，,。；;\n]{0,16}?公开)[^，,。；;\n]{0,12}?(?:报告|年报)
    )
    """,
    re.VERBOSE,
)
"""An agency as the subject of the sentence: 某局结合实际，编制本单位2022年…报告."""
_OF_OTHERS = re.compile("指导|督促|组织|委托|协助|要求|邀请|推动|安排|帮助|第三方")
"""How words begin that name a body which writes for, or by order of, the one that reports."""
_CONTACT = re.compile(
    r"""
    (?: 请 (?:直接|及时)? (?:与|和|同|向|联系) | (?:可|或) (?:直接)? (?:与|和|同|联系) )[:：]?
    (?P<agency>[\u3400-\u9fff]{2,30}? (?:局|[^常]委|厅|院|镇|乡|街道|委员会|办事处|政府))
    局?(?:党政|行政|综合|党政综合|政务公开|政府信息公开|信息公开)?(?:工作)?(?:办公室|办)
    (?= 联系 | [(（,，。:：] )
    """,
    re.VERBOSE,
)
"""Whom to ask about the report: an office of the body that wrote it."""
_MAY_NAME_CONTACT = re.compile(r"(?:请|可|或)\s*(?:直\s*接\s*|及\s*时\s*)?(?:[与和同向]|联\s*系)")
"""How every such sentence begins; most texts have none."""
_OF_ITS_OWN = re.compile("(?:[局委厅院镇乡]|街道|委员会|办事处|[镇乡](?:人民)?政府)$")
"""How the name of a body ends whose own office answers; that of a county answers for others too."""
_SITE = re.compile(
    r"""
    (?<! [@A-Za-z0-9.-] )                            # no part of an address of mail
    [A-Za-z0-9-]{2,40} (?: \.[A-Za-z]{2,10} ){1,3}
    (?= [\u3400-\u9fff] )                            # the name of the body
    """,
    re.VERBOSE,
)
"""The name of a site that some pages put into their text before the name of the body."""
_BEFORE_THE_NAME = re.compile(r"^[^:：]{1,40}[:：](?=[\u3400-\u9fff])")
_WRAPPED = re.compile(
    r"""
    ^(?=[^\n]*[，,])                               # a line of prose
    (?P<line>[^\n]{20,400}[\u3400-\u9fff，,、])\n
    (?=[\u3400-\u9fff\d])
    """,
    re.MULTILINE | re.VERBOSE,
)
"""A line of prose that goes on below."""
_THIS_REPORT = re.compile(r"本(?:年度?)?(?:工作)?(?:报告|年报)")
_REPORT_OF_A_YEAR = re.compile(
    rf"(?P<year>{YEAR})年?(?:度)?(?:{SUBJECT}|(?:工作)?(?:年度)?(?:报告|年报))"
)
_REPORT_MADE = re.compile(
    rf"(?:公布|发布|编制|形成)(?:了|的)?(?P<year>{YEAR})年度?(?:工作)?(?:报告|年报)"
)
_STATED_END = re.compile(
    rf"""
    (?:统计|数据)[^。\n\d]{{0,16}}(?:截止|截至|期限|时限|时间|日期)[^。\n\d]{{0,12}}
    (?: {YEAR}年1月[^。\n]{{0,10}}?(?:至|到|[-—~～－])[^。\n\d]{{0,2}} )?   # the first day
    (?P<year>{YEAR})年12月
    """,
    re.VERBOSE,
)
"""The end of the period, also where the day of it is missing."""
_REFERENCE = re.compile(r"《[^《》\n]{0,120}》|[（(〔\[【][^（）()〔〕\[\]【】\n]{0,60}[）)〕\]】]")
"""Names of documents, and what stands in brackets: their years are those of other things."""
_TOLD_YEAR = re.compile(
    rf"""
    (?<![\d〇○零一二三四五六七八九])
    (?<!转) (?<!转[入至到]) (?<!延至) (?<!待)   # to which a request goes over
    (?P<year>{YEAR})年
    (?! \d{{1,2}}月                                                     # a day of it
      | [^。，,\n]{{0,4}}结转                                          # from which one came over
      | [^。，,\n]{{0,4}}(?:修订|颁布|施行|实施|印发|制定|出台|通过|成立)   # of a law or a body
      | [^。\n]{{0,12}}(?:将(?:继续|进一步|以|在)|继续|计划|打算|拟|下一步)  # a plan
    )
    """,
    re.VERBOSE,
)
_OPENING_YEAR = re.compile(rf"\s*(?P<year>{YEAR})\s*年")
_WRITER_REACH_CHARS = 24
_SENTENCE_CHARS = 200
_MOST_MATCHES = 20


@frozen
class Announcement:
    """What an introduction says of its report."""

    agency: str | None
    """The body that wrote it; `None` where the introduction says 我局, or nothing."""
    year: int | None


NOTHING = Announcement(None, None)


def announced_in(text: str) -> Announcement:
    """Return what an introduction says of its report.

    Args:
        text: What stands above the parts, or in the first of them, in simplified characters.

    """
    text = _without_blanks(text)
    text = _WRAPPED.sub(r"\g<line>", _SITE.sub("", text) if "." in text else text)
    bare = _REFERENCE.sub("", text)
    found = list[Announcement]()
    # Who and when of the reports that a sentence says are published here.
    for match in islice(_ANNOUNCED.finditer(text), _MOST_MATCHES):
        title = title_of(_BEFORE_THE_NAME.sub("", match["report"]))
        if title is not None:
            is_named = title.agency is not None and looks_like_agency(title.agency)
            found.append(Announcement(title.agency if is_named else None, title.year))
    # 现将某局2022年政府信息公开工作情况报告如下.
    for match in islice(_REPORTED.finditer(bare), _MOST_MATCHES):
        names = (match["early"].removesuffix("的"), match["late"].removesuffix("的"))
        agency = next((name for name in names if looks_like_agency(name)), None)
        found.append(Announcement(agency, year_of(match["year"])))
    found += _writers(text, bare)
    for made in (_REPORT_MADE.search(text), _STATED_END.search(text)):
        if made is not None:
            found.append(Announcement(None, year_of(made["year"])))
    return Announcement(
        next((each.agency for each in found if each.agency is not None), None),
        next((each.year for each in found if each.year is not None), None),
    )


def _writers(text: str, bare: str) -> Iterator[Announcement]:
    """Yield who and when of 由某局编制的2022年政府信息公开年度报告; `bare` has no references."""
    for match in islice(_WRITTEN_BY.finditer(text), _MOST_MATCHES):
        name = match["agency"]
        begin = max(0, match.start() - _WRITER_REACH_CHARS)
        of_year = _REPORT_OF_A_YEAR.search(text, begin, match.end() + _WRITER_REACH_CHARS)
        year = year_of(of_year["year"]) if of_year else None
        sentence = text[: match.start()][-_SENTENCE_CHARS:].rpartition("。")[2]
        is_of_report = "报" in text[begin : match.end() + _WRITER_REACH_CHARS]
        if year is not None or is_of_report or _THIS_REPORT.search(sentence):
            yield Announcement(name if looks_like_agency(name) else None, year)
    for match in islice(_COMPILES.finditer(bare), _MOST_MATCHES):
        name = match["agency"]
        is_other = NO_SUBJECT.search(name) or _OF_OTHERS.match(name)
        if looks_like_agency(name) and not is_other:
            yield Announcement(name, None)


def contact_in(text: str) -> str | None:
    """Return the body whose own office answers questions about the report, or `None`.

    Args:
        text: What stands above the parts, and in the first of them, in simplified characters.

    """
    first = _MAY_NAME_CONTACT.search(text)
    if first is None:
        return None
    text = _without_blanks(text[text.rfind("\n", 0, first.start()) + 1 :])
    for match in islice(_CONTACT.finditer(_WRAPPED.sub(r"\g<line>", text)), _MOST_MATCHES):
        name = match["agency"]
        is_named = looks_like_agency(name) and not NO_SUBJECT.search(name)
        if is_named and _OF_ITS_OWN.search(name):
            return name
    return None


def year_of_prose(overview: str, parts: Iterable[str]) -> int | None:
    """Return the year of which the prose tells; `None` where it tells of several.

    Args:
        overview: The text of the first part. The year with which it opens counts, unless it tells
            of a later one.
        parts: The texts of the parts on what was done; plans for the next year are not among them.

    """
    opening = _OPENING_YEAR.match(overview)
    told = _told_years(overview)
    if opening is not None and max(told, default=0) <= year_of(opening["year"]):
        return year_of(opening["year"])
    told = told.union(*map(_told_years, parts))
    return told.pop() if len(told) == 1 else None


def _told_years(prose: str) -> set[int]:
    """Return the years of which a text tells, other than those of documents, days and plans."""
    prose = _REFERENCE.sub("", _without_blanks(prose))
    return {year_of(match["year"]) for match in _TOLD_YEAR.finditer(prose)}


def _without_blanks(text: str) -> str:
    """Return the lines of a text without any white space."""
    return "\n".join("".join(line.split()) for line in text.split("\n"))
