"""Titles, agencies and levels: who reports, and on which year."""

from __future__ import annotations

import re

from attrs import frozen

from govinfo.head.dates import year_of
from govinfo.model import Agency

__all__ = [
    "AGENCY",
    "LEVELS",
    "NOTICE",
    "Title",
    "agency_of",
    "announced",
    "looks_like_agency",
    "opening",
    "titles_in",
]

_SUBJECT = (
    r"(?:党务)?(?:政府信息|政务信息|政务|信息)(?:工作)?公开(?:工作)?(?:公开)?(?:情况)?(?:的)?(?:20\d{2}(?:年(?=年))?(?=年))?"
    r"(?:(?P<annual>年度|年)(?:工作)?(?:总结)?(?:报告?|总结)(?:\(?告\)?)?|(?:报告|总结(?:报告)?))"
)
_NUMERAL = "[〇○零一二三四五六七八九]"
_YEAR = rf"(?P<{{0}}>(?:19|20)\d{{{{2}}}}|二[〇○零]{_NUMERAL}{{{{2}}}})年?(?:度)?"
_TITLE = re.compile(
    rf"(?:{_YEAR.format('early')})?(?P<agency>[\u3400-\u9fff（）()·、]{{2,40}}?)??(?:{_YEAR.format('late')})?的?{_SUBJECT}"
    rf"(?:[（(](?:{_YEAR.format('tail')}|[^）)]{{0,12}})[）)])?"
)
NOTICE = re.compile(
    r"通知|办法|规定|制度|指南|解读|图解|一图读懂|目录|格式|模板|培训|会议|关于(?:做好|印发|开展|报送|公布)"
    r"|(?:函|方案|要点|意见|通报|说明|规范|标准|清单|评估报告|建设(?:工作)?(?:情况)?(?:的)?报告)$"
)
"""Words in a title that make it something about annual reports, and not one."""

_VERB = re.compile(
    r"(?:发布|公布|编制|报送|印发|完成|公开)(?:了)?$"
    r"|^(?:根据|按照|现将|本|附件|请|点击|查看|下载|做好|印发|开展|报送|公布|一图读懂|图解|解读)"
)
"""A line with such words is a sentence about a report."""

_FURNITURE = re.compile("首页|当前位置|所在位置|信息公开|政务公开")
"""Where a reader of the site is, which no agency's name begins with."""
_ORGAN = (
    r"(?:人民政府(?:办公[厅室])?|政府办?公?室?|管理委员会(?:办公室)?|管委会(?:办公室)?|委员会(?:办公室)?|办事处|街道(?:办)?|"
    r"厅|局|委|办公室|办|中心|分局|支队|总队|大队|院|馆|署|行|会|镇|乡|处|公司|医院|学校|社)"
)
AGENCY = rf"[\u3400-\u9fff（）()·]{{1,36}}?{_ORGAN}"
_AGENCY_LINE = re.compile(AGENCY)
_ANNOUNCED = re.compile(
    rf"(?:公布|发布|编制)(?P<agency>{AGENCY})\s*(?P<year>20\d{{2}})\s*年度?\s*{_SUBJECT}"
)
_OPENING_VERBS = (
    "认真|坚持|深入|严格|按照|高度|全面|以|在|紧|积极|根据|围绕|切实|扎实|进一步|持续|不断|贯彻"
)
_OPENING = re.compile(
    r"(?:^|[。\n])[^\S\n]*+20\d{2}\s*年(?:度|以来)?[,，]?\s*"
    r"(?P<agency>[\u3400-\u9fff]{2,30}?(?:人民政府|街道办事处|办公室|管委会|委员会|局|厅))"
    rf"(?={_OPENING_VERBS})"
)

_GOVERNMENT = "(?:人民政府(?:办公厅)?|政府办公厅)"
"""A government, or its general office, which reports for it; a 办公室 is an office of its own."""
LEVELS: tuple[tuple[str, str], ...] = (
    (
        "state_council_department",
        r"^国家|^国务院|^中国.*(?:局|委员会)$|^[^省市县区]{2,8}部(?:办公厅)?$",
    ),
    (
        "provincial_government",
        rf"(?:省|自治区){_GOVERNMENT}$|^(?:北京|天津|上海|重庆)市{_GOVERNMENT}$",
    ),
    ("prefecture_government", rf"(?:自治州|地区|盟)(?:{_GOVERNMENT}|行政公署|行署)$"),
    ("county_government", rf"(?:县|自治县|旗|区|林区|特区){_GOVERNMENT}$"),
    ("government", rf"市{_GOVERNMENT}$"),
    ("township", r"(?:镇|乡|苏木)(?:人民政府)?$|街道(?:办事处)?$"),
    (
        "development_zone",
        r"(?:开发区|高新区|新区|园区|度假区|保税区|实验区)(?:管委会|管理委员会)?(?:办公室)?$",
    ),
    ("department", r"(?<!政府)(?<!政府办公)(?:厅|局|委|委员会|办公室|中心|支队|总队|院|队|馆)$"),
)
"""What a name alone tells of the level; 市人民政府 may be a prefecture or a county, and is only called a government."""


_LONGEST = 60
_LONGEST_LINE = 2_000
"""A title stands at the beginning of a line this long, or not at all; a whole report may stand on one line."""
_BLANK_FORM = re.compile(r"[（(](?:格式|模板|范本|样本|样表)[）)]$")
_MOST_LINES = 4
"""A title is broken over no more lines than this."""


@frozen
class Title:
    """A title line and what it says."""

    text: str
    agency: str | None
    year: int | None


def titles_in(lines: list[str]) -> list[Title]:
    """Return the title lines among these; a title broken over several lines is joined."""
    cleaned = [line for line in map(_cleaned, lines) if line]
    found: list[Title] = []
    skip = 0
    for index in range(len(cleaned)):
        title, count = (
            _longest_title(cleaned[index : index + _MOST_LINES]) if index >= skip else (None, 0)
        )
        if title is not None:
            found.append(title)
            skip = index + count
    return found


def _cleaned(line: str) -> str:
    """A line without spaces and ornaments, what a website puts before or behind a title, and the wording of Taiwan."""
    line = _BESIDE.sub("", re.sub(r"\s+", "", line[:_LONGEST_LINE])).replace("资讯公开", "信息公开")
    return line.strip('#*|《》<>“”"')


_BESIDE = re.compile(
    r"^附件\d*[:：、]?|^(?:标题|名称)[:：]?|[_\-—|｜](?:[^_\-—|｜]{2,16})?(?:网|网站|人民政府)$|(?:发布时间|发布日期|来源)[:：].*$"
)


def _longest_title(lines: list[str]) -> tuple[Title | None, int]:
    """The title that begins with the first line, over as many lines as it goes on; lines below may be titles too."""
    # Each of these says who reports: it is the title of another report, not the rest of this one's.
    whole = [title is not None and title.agency is not None for title in map(_title, lines)]
    for count in range(len(lines), 0, -1):
        title = _title("".join(lines[:count]))
        if title is not None and not any(whole[1:count]):
            return title, count
    return None, 0


def announced(text: str) -> tuple[str, int] | None:
    """Return the agency and the year of "hereby published: the annual report of … for …" in an introduction."""
    match = _ANNOUNCED.search(re.sub(r"[^\S\n]+", "", text))
    return (match["agency"], int(match["year"])) if match else None


def opening(text: str) -> str | None:
    """Return the agency that the first sentence of the report names: 2021年，某某镇人民政府坚持……."""
    match = _OPENING.search(text)
    return match["agency"] if match else None


def looks_like_agency(text: str) -> bool:
    """Whether a short text ends as the name of an organ does."""
    return _AGENCY_LINE.fullmatch(text) is not None


def agency_of(name: str) -> Agency:
    """Return the agency of this name, with the level that the name alone tells."""
    level = next((level for level, pattern in LEVELS if re.search(pattern, name)), None)
    return Agency(name, level)


def _title(line: str) -> Title | None:
    # Most lines are none, and without 公开 no line is one.
    match = _TITLE.fullmatch(line) if "公" in line and len(line) <= _LONGEST else None
    if match is None or _BLANK_FORM.search(line):
        return None
    agency = re.sub(r"^关于|关于$|的$", "", match["agency"] or "")
    # The beginning of 政府信息公开 is no agency.
    agency = "" if agency in {"政府", "政务"} else agency
    if _FURNITURE.search(agency):
        return None
    year = (
        match["early"]
        or match["late"]
        or match["tail"]
        or (re.findall(r"20\d{2}(?=年)", line) or [None])[-1]
    )
    if _VERB.search(agency) or not (year or agency) or not (year or match["annual"]):
        return None
    # 我局 says no more than who speaks.
    return Title(
        line,
        None if not agency or agency.startswith("我") else agency,
        year_of(year) if year else None,
    )
