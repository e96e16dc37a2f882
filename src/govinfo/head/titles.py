"""Titles: who reports, and on which year.

A title stands on lines of its own, else in 《》 or among the words of a website, else in the
`<title>` of a page.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape
from itertools import islice

from attrs import frozen

from govinfo.head.agencies import ON_BEHALF, SUPERIORS, has_no_place, is_pronoun, looks_like_agency
from govinfo.head.dates import DATE, year_of
from govinfo.head.fields import is_label, opens_a_field
from govinfo.text.normalise import plain

__all__ = [
    "LETTER",
    "NOTICE",
    "SUBJECT",
    "YEAR",
    "Title",
    "page_title",
    "title_of",
    "titles_in",
    "titles_in_prose",
]

SUBJECT = (
    r"(?:党务)?(?:政务公开[和与及暨、]|政府信息(?:公开)?[和与及暨、](?=政务))?"
    r"(?:政府信息|政务信息|政务|信息)(?:工作)?公开(?:工作)?(?:公开)?(?:情况)?(?:的)?"
    r"(?:(?:20\d{2}|二[〇○零]..)(?:年(?=年))?(?=年))?"
    r"(?:(?P<annual>年度|年)(?:工作)?(?:情况)?(?:总结)?(?:报告?|总结)(?:\(?告\)?)?"
    r"|(?:报告|总结(?:报告)?|(?:(?<=情况)|(?<=情况的))汇报))"
)
"""What a report is about, and its kind; the group `annual` says that it is one of a year."""
YEAR = r"(?:(?:19|20)\d{2}|二[〇○零0OoＯ][〇○零0OoＯ一二三四五六七八九]{2})"
"""A year, in figures or in Chinese numerals; some type a figure or a letter for 〇."""


def _year_group(name: str) -> str:
    """Return the pattern of a year, as a group of this name; a school year ends in it."""
    return (
        rf"[（(〔]?(?:20\d{{2}}[-—–－~～至/]{{1,2}}(?=20\d{{2}}学年))?"
        rf"(?P<{name}>{YEAR})(?:学?年)?(?:度)?[）)〕]?"
    )


_TITLE = re.compile(
    rf"""
    (?:{_year_group("early")})?
    (?P<agency>[\u3400-\u9fff（）()·、]{{2,40}}?)??
    (?:{_year_group("late")})?
    (?:海关(?=政府))?的?{SUBJECT}
    (?P<letter>的(?:函|报告|公告|公示|通告))?
    (?:
        [（(〔\[【]
        (?:(?P<tail>{YEAR})(?:学?年)?(?:度)?|(?P<behind>[^）)〕\]】]{{0,20}}))
        [）)〕\]】]
      | (?P<end>{YEAR})(?:年度?)?
    )?
    """,
    re.VERBOSE,
)
NOTICE = re.compile(
    r"""
      通知|办法|规定|制度|指南|解读|图解|一图读懂|目录|格式|模板|培训|会议
    | 关于(?:做好|印发|开展|报送|公布)
    | (?:函|方案|要点|意见|通报|说明|规范|标准|清单|评估报告|建设(?:工作)?(?:情况)?(?:的)?报告)$
    """,
    re.VERBOSE,
)
"""Words in the title of a document about annual reports that is none itself."""
_SENTENCE = re.compile(
    r"""
      (?:发布|公布|编制|报送|印发|完成|公开)(?:了)?$
    | ^(?: 根据|按照|现[将公发]|本(?=[年报期次页网站])|附件|请|点击|查看|下载
       | 做好|印发|开展|报送|公布|一图读懂|图解|解读 )
    """,
    re.VERBOSE,
)
"""Words in a sentence about a report, in the place of the agency."""
_BEGINNING_OF_SUBJECT = re.compile("年?度?(?:政府|政务)?")
_OWN_OFFICE = re.compile(r"(?<=人民政府)[（(][^（()）]*办公[室厅][）)]$")
"""The office that reports for a government, in brackets behind its name."""
_BREADCRUMB = re.compile(
    r"""
      首页|当前位置|所在位置|信息公开|政务公开|主动公开|依申请
    | (?:内容|栏目|目录|专栏|专题|指南|制度|政策|文件|列表|全部|正文|动态|解读|总结|领域|服务|交流)$
    """,
    re.VERBOSE,
)
"""Words of the columns of a site, one of which may stand above the column 政府信息公开年报."""
_COLUMN = re.compile(
    "要闻|新闻|概况|频道|门户|网站?$|公告|公示|专题|[部单]位|部门|乡镇|直属|各[镇乡]"
    "|县区|区县|市县|[省市县区]直$"
)
"""Words of a column of a site that is named for its place."""
_LONGEST_PLACE_CHARS = 5
_MAY_BEGIN_A_NAME = re.compile("(?![大中小]$)[\u3400-\u9fff（）]{1,30}")
"""大, 中 and 小 set the size of the letters of a page."""
_BEGINS_WITH_A_PLACE = re.compile(
    r"""
      [\u3400-\u9fff]{1,6}?
      (?<![城社])(?<!开发)(?<!产业)(?<!自治)             # 城市, 社区, 开发区
      [省市县区州盟旗]
    | [\u3400-\u9fff]{2,10}?自治[州县区旗]
    """,
    re.VERBOSE,
)
_PART_OF_A_BODY = re.compile(
    r"""
      [\u3400-\u9fff]{0,8}?(?:办公[室厅]|办事处|[大支总]队|分局)   # 交通警察支队
    | 人民政府|(?:管理)?委员会|(?:管理)?局|事处|中心          # the kind alone
    """,
    re.VERBOSE,
)
"""What is the name of nobody without the words before it."""
_WORD_OF_A_NAME = re.compile(
    r"""
    (?=(  # words may overlap
        人民政府(?:办公[室厅])?|办公[室厅]|街道办事处|管理委员会|委员会|管理局|总局|分局|服务中心
      | 国家税务总局|国家统计局|公安局|税务局|医院|[大支总]队|行政执法|自治[州县区旗]
      | 高新技术产业开发区|经济技术开发区|开发区
      | 住房和城乡建设|人力资源和?社会保障|社会保险|自然资源|生态环境|交通运输|农业农村|水利|教育
      | 文化和?旅游|退役军人|应急管理|市场监督|卫生健康|发展和改革|工业和信息化|科学技术|民族宗教
      | 城市管理|医疗保障|审计|统计|民政|财政|司法|公安|商务|档案|气象|林业|信访|体育
    ))
    """,
    re.VERBOSE,
)
"""What a line of a title that ends within it leaves in two."""
_DAY_BEHIND = re.compile(rf"[（(]{DATE}[）)]$")
"""The day of publication in brackets, which is no part of the title, nor its year."""
_BLANK_FORM = re.compile(r"[（(](?:格式|模板|范本|样本|样表)[）)]$")
LETTER = re.compile(
    r"关于(?:报送|上报|呈报|印送|报告|公布|发布|公开)[^\n]{4,40}的(?:函|报告|公[告示]|通告)"
)
"""The title of a letter with which an office hands in its report, or asks others for theirs."""
_HANDED_IN = re.compile(r"关于(?:报送|上报|呈报|印送|报告|公布|发布|公开)?$")
_BESIDE = re.compile(
    r"""
      ^附件\d*[:：、.]?
    | ^\d{1,2}[.．、](?=\D|20)                             # its number in a list
    | ^【[^【】]{1,6}】                                      # what it comes with: 【图文】
    | ^\[[^\[\]]{1,10}\](?!\()                            # where it stands: [青岫镇], but no link
    | ^(?:标题|名称|[Tt]itle(?=[:：]))[:：]?
    | (?<=[局委厅办院])(?:[:：]|[-—–]{1,2})(?=20\d{2}年)      # between the name and the year
    | ^[\u3400-\u9fff]{1,19}[^\W局委厅办院](?:[-—–_]{1,2}|[>＞]{1,2})(?=20\d{2}年)   # the site
    | (?<=报告|年报)[-—–_]{1,2}[\u3400-\u9fff]{2,24}$
    | [_\-—|｜](?:[^_\-—|｜]{2,16})?(?:网|网站|人民政府)$    # the name of the site
    | (?:发布时间|发布日期|来源)[:：].*$
    | \.(?:docx?|pdf|wps|html?)$
    """,
    re.VERBOSE,
)
"""What a website puts before or behind a title."""
_MAY_BE_BESIDE = re.compile(r"[附【\[标名_\-—–|｜:：.．、>＞]")
"""A character of each of these; most lines have none, and the search for one of a set is fast."""
_MARKS = '#*|《》<>“”"·•●■□◆◇★☆▪▲►※»'
"""What may stand around a title in a list, or as a heading."""
_PART_OF_A_YEAR = re.compile("[上下]半年|季度|月份?(?=政府|政务|信息)")
"""A summary of less than a year is no annual report."""
_YEAR_ALONE = re.compile(rf"{YEAR}(?:年度?)?")
_WORDS_BEFORE = re.compile(r"^(?![上下]一|相关|来源|链接|图解|解读|下载)[\u3400-\u9fff]{2,16}[:：]")
"""What may stand before a whole title on its line: 当前页面：, or the name of a body."""
_NO_TITLE = "\n"
"""Stands for a line that no title goes over."""
_LONGEST_TITLE_CHARS = 60
_LONGEST_LINE_CHARS = 2_000
"""A title begins within this much of a line; a whole report may stand on one line."""
_MOST_LINES_OF_TITLE = 4

_QUOTED = re.compile(
    r"""
    [《〈<]([^《》〈〉<>。\n]{8,60})[》〉>]
    (?![^。\n]{0,12}(?:通知|要求|规定|格式|模板|办法))
    """,
    re.VERBOSE,
)
_REFERENCE = re.compile(
    r"(?:印发|关于|做好|根据|按照|依据|依照|贯彻|落实)[^。\n]{0,40}$",
)
"""Words before the name of a document that the report follows or mentions."""
_REFERENCE_REACH_CHARS = 60
_OPENS_A_LINE = re.compile(
    r"""
    (?P<title>[^\n。，,；;：:]{6,60}?(?:报告|年报|总结))
    (?=[（(]以下|根据|按照|依据|依照|本(?:报告|年报|年度)|为(?:进一步|贯彻|了)|现将|一、)
    """,
    re.VERBOSE,
)
"""A title and the first words of the introduction on the same line."""
_LONG_LINE_CHARS = 30
_MOST_WORDS = 60
_MOST_LINES = 40
_MOST_WORDS_OF_TITLE = 4
_PAGE_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{4,400})</title>", re.IGNORECASE)
_PAGE_TITLE_REACH_CHARS = 20_000
_SITE_SEPARATOR = re.compile(r"\s*[|｜_]\s*|\s+[-—–]+\s+|[-—–]+(?=[^-—–]*$)")
"""What stands between the title of a page and the name of its site."""


@frozen
class Title:
    """A title and what it says."""

    text: str
    agency: str | None
    year: int | None


def titles_in(lines: list[str], names: Collection[str] = ()) -> list[Title]:
    """Return the titles that stand on lines of their own; a title may go over several lines.

    Args:
        lines: What stands above the first part of a report.
        names: The names of bodies in the rest of the document: they tell a name on two lines.

    """
    cleaned, is_value = list[str](), False
    for line in lines:
        own = "".join(line[:_LONGEST_LINE_CHARS].split())
        own = _BESIDE.sub("", own) if _MAY_BE_BESIDE.search(own) else own
        own = _whole_title_within(own) or own
        # The wording of Taiwan.
        own = own.replace("资讯公开", "信息公开").strip(_MARKS)
        if not own:
            continue
        if opens_a_field(own) or (is_value and title_of(own) is None):
            # Neither a header field nor its value on the next line is part of a title.
            is_value = is_label(own)
            own = _NO_TITLE
        else:
            is_value = False
        cleaned.append(own)
    found, index = list[Title](), 0
    while index < len(cleaned):
        title, count = _longest_title(cleaned[index : index + _MOST_LINES_OF_TITLE], names)
        if title is not None:
            found.append(title)
        index += count
    return found


def _whole_title_within(line: str) -> str | None:
    """Return the title with name and year that is a cell of a row, or stands behind a colon."""
    if not _may_be_title(line):
        return None
    words = _WORDS_BEFORE.match(line)
    # The label 标题 before a comma is gone.
    mark = "," if line.startswith(",") else "|"
    cells = [line[words.end() :]] if words else line.split(mark)[1:]
    for title in map(title_of, cells):
        if title is not None and title.agency and title.year:
            return title.text
    return None


def _longest_title(lines: list[str], names: Collection[str]) -> tuple[Title | None, int]:
    """Return the title that begins with the first line, and over how many lines it goes."""
    if not _may_be_title("".join(lines)):
        return None, 1
    if len(lines) > 1 and lines[1].startswith(lines[0]) and title_of(lines[0]) is None:
        # The name of the site, which the title below it begins with.
        return None, 1
    # A line that names an agency is the title of another report, not the rest of this one's.
    is_whole = [
        title is not None
        and title.agency is not None
        and not _ends(title.agency, lines[:count], names)
        for count, title in enumerate(map(title_of, lines))
    ]
    for count in range(len(lines), 0, -1):
        last, above, below = lines[count - 1], lines[count - 2], lines[count : count + 1]
        is_list = any(map(_YEAR_ALONE.fullmatch, below)) or not last.endswith("度")
        ends_column = is_list or not above.endswith(("报告", "总结"))
        if count > 1 and ends_column and _YEAR_ALONE.fullmatch(last):
            # The last line is a year from a list of years, below the name of a column.
            continue
        title = title_of("".join(lines[:count]))
        if title is None or any(is_whole[1:count]):
            continue
        inner = _longest_title(lines[1:], names)[0] if count > 1 else None
        return (None, 1) if _begins_above(title, inner, lines[0], names) else (title, count)
    return None, 1


def _ends(agency: str, above: list[str], names: Collection[str]) -> bool:
    """Whether a name begins on the lines above the title that it ends in."""
    begun = "".join(above)
    if not _MAY_BEGIN_A_NAME.fullmatch(begun) or _SENTENCE.search(begun):
        return False
    if _surely_goes_on(begun, agency) or f"{begun}{agency}" in names:
        return True
    if _is_column(begun) or (_has_place(agency) and not has_no_place(agency)):
        return False
    if has_no_place(agency) and len(begun) <= _LONGEST_PLACE_CHARS:
        return True
    # A name that is whole stands as often above another one, as that of the site, and of several
    # lines some may be a menu: then it goes on only in the name of a part, 办公室.
    is_part = _PART_OF_A_BODY.fullmatch(agency) is not None
    is_open = len(above) == 1 and not looks_like_agency(begun)
    return _has_place(begun) and (is_part or is_open)


def _begins_above(title: Title, inner: Title | None, first: str, names: Collection[str]) -> bool:
    """Whether the name in a title goes beyond its own beginning, over a line that is none of it.

    Args:
        title: The title with the first line.
        inner: The title without it.
        first: The first line.
        names: The names of bodies in the rest of the document.

    """
    name = inner.agency if inner is not None else None
    if not name or not title.agency or name == title.agency:
        return False
    if title.agency in names or _surely_goes_on(first, name):
        return False
    is_whole = name.startswith(tuple(SUPERIORS)) or (_has_place(name) and not has_no_place(name))
    return is_whole or name in names or _is_column(first)


def _surely_goes_on(begun: str, rest: str) -> bool:
    """Whether a name goes on: a word is cut, one character or a body of the centre is before it."""
    words = _WORD_OF_A_NAME.finditer(f"{begun}{rest}")
    is_cut = any(word.start() < len(begun) < word.end(1) for word in words)
    is_short = len(begun) == 1 and _MAY_BEGIN_A_NAME.fullmatch(begun) is not None
    return is_cut or is_short or begun.startswith(tuple(SUPERIORS))


def _is_column(words: str) -> bool:
    return bool(_BREADCRUMB.search(words) or _COLUMN.search(words))


def _has_place(name: str) -> bool:
    return _BEGINS_WITH_A_PLACE.match(name) is not None


def title_of(line: str) -> Title | None:
    """Return the title that a line without spaces is, or `None`."""
    if not _may_be_title(line) or len(line) > _LONGEST_TITLE_CHARS or _NO_TITLE in line:
        return None
    line = _DAY_BEHIND.sub("", line)
    match = _TITLE.fullmatch(line)
    if match is None or _is_of_another_kind(match):
        return None
    agency = match["agency"] or ""
    year = match["early"] or match["late"] or match["tail"] or match["end"]
    year = year or (re.findall(rf"{YEAR}(?=年(?!\d))", line) or [None])[-1]
    agency = re.sub(r"^关于|的$", "", _HANDED_IN.sub("", agency))
    if agency.endswith("人民") and line[match.end("agency") :].startswith("政府"):
        # 某县人民政府信息公开: the government and the subject share two characters.
        agency += "政府"
    # Of 某县政府办公室关于某县, the office writes for the county.
    agency = _OWN_OFFICE.sub("", ON_BEHALF.sub("", agency))
    # The beginning of 政府信息公开, behind 年 from the line above, is no agency; 我局 names none.
    is_named = not _BEGINNING_OF_SUBJECT.fullmatch(agency) and not is_pronoun(agency)
    agency = agency if is_named else ""
    if not agency and looks_like_agency(match["behind"] or ""):
        agency = match["behind"]
    is_whole = (year or agency) and (year or match["annual"])
    if not is_whole or _BREADCRUMB.search(agency) or _SENTENCE.search(agency):
        return None
    return Title(line, agency or None, year_of(year) if year else None)


def _is_of_another_kind(match: re.Match[str]) -> bool:
    """Whether what looks like a title is that of a form, a letter, a list or part of a year."""
    line, years = match.string, {match["early"], match["late"]} - {None}
    is_letter = match["letter"] in {"的函", "的报告"} and match["annual"]
    is_list = len(years) > 1 or (match["end"] and not match["agency"])
    return bool(
        is_list
        or (is_letter and not LETTER.search(line))
        or _PART_OF_A_YEAR.search(line)
        or _BLANK_FORM.search(line)
    )


def _may_be_title(line: str) -> bool:
    """Whether a line has characters that every title has; most lines lack them."""
    return "公" in line and ("报" in line or "总" in line)


def titles_in_prose(text: str) -> list[Title]:
    """Return the titles that stand in sentences or among other words of a line.

    Args:
        text: What stands above the first part of a report, in simplified characters.

    """
    quoted = (
        m[1]
        for m in _QUOTED.finditer(text)
        if not _REFERENCE.search(text, max(0, m.start() - _REFERENCE_REACH_CHARS), m.start())
    )
    if titles := titles_in(list(islice(quoted, _MOST_LINES))):
        return titles
    for line in islice((line for line in text.split("\n") if "报" in line), _MOST_LINES):
        opening = _OPENS_A_LINE.match(re.sub(r"\s+", "", line[:_LONGEST_LINE_CHARS]))
        titles = titles_in([opening["title"]]) if opening else []
        if titles:
            return titles
    # A title between spaces: the first word that begins one counts, and then the longest title.
    lines = (line for line in text.split("\n") if len(line) > _LONG_LINE_CHARS and "报" in line)
    for line in islice(lines, _MOST_LINES):
        words = line.split()[:_MOST_WORDS]
        for first in range(len(words)):
            for count in range(_MOST_WORDS_OF_TITLE, 0, -1):
                joined = "".join(words[first : first + count])
                titles = titles_in([joined]) if _may_be_title(joined) else []
                if titles:
                    break
            if titles and titles[0].agency is not None and titles[0].year is not None:
                return titles[:1]
    return []


def page_title(source: str) -> list[Title]:
    """Return the title in the `<title>` of a web page, without the name of the site."""
    if "<" not in source[:_PAGE_TITLE_REACH_CHARS]:
        return []
    match = _PAGE_TITLE.search(source, 0, _PAGE_TITLE_REACH_CHARS)
    if match is None:
        return []
    text = plain(unescape(match[1]))
    return titles_in([text]) or titles_in(_SITE_SEPARATOR.split(text)[:1])
