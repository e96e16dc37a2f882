"""Whether a page is an annual report: what speaks for it, and what against it."""

from __future__ import annotations

import re
from functools import cached_property

from attrs import frozen

from govinfo.binding.unseparated.detect import glued_form
from govinfo.errors import NotAReport
from govinfo.figures import State
from govinfo.head.fields import fields_in
from govinfo.head.titles import LETTER, NOTICE, page_title, titles_in
from govinfo.model import Report
from govinfo.text.normalise import plain

__all__ = ["FEW_CELLS", "plainly_a_report", "require_a_report"]

FEW_CELLS = 8
"""A page with at least this many statutory cells on it is a report, or the blank form of one."""
_FEW_HEADINGS = 3
_NEARLY_ALL_HEADINGS = 5
"""This many of the six headings stand together in nothing but a report."""
_MANY_HEADINGS = 4
_TWO_HEADINGS = 2
_SOME_TOPICS, _FEW_TOPICS = 2, 3
_MANY_TITLES = 3
"""A page with this many different titles, and no headings, is a list of reports."""
_OPENING_CHARS = 400
_TOP_LINES = 12
_TOP_CHARS = 1500
"""A report calls itself one in its title or its introduction."""
_FIELDS_CHARS = 2000
_TITLES_LINES = 200
"""Titles are looked for in so many lines, and in the header fields of so many characters."""
_LONGEST_TITLE_CHARS = 60
_LONGEST_HEAD_CHARS = 24
"""A longer line is a sentence; only sentences speak of a topic."""
_OPENING_SHOWN_CHARS = 40

_SUBJECT = re.compile(r"(?:政府信息|政务信息|政务|信息|资讯)公开")
_GENRE = re.compile(r"年度(?:工作)?(?:总结)?报告|年报|年度总结")
_OWN_HEADING = re.compile("公开|复议")
"""Headings such as 总体情况 stand in other reports too."""
_TOPICS = (
    "主动公开",
    "申请公开|公开申请",
    "行政复议|行政诉讼|提起诉讼",
    "收费|减免|信息处理费",
    "问题|不足|改进|下一步",
    "统计期限|截止日期|数据",
)
_OPENS_A_REPORT = re.compile(
    r"""
    (?:信息|資訊|政[务務]) 公[開开]   # the subject, in either script
    [^\n。通]{0,12}                  # the office or the year, and no 通知
    年度? (?:工作)? [报報]            # an annual report
    (?! [^\n]{0,30} (?:通知|解读|图解) )   # and not a notice about one
    """,
    re.VERBOSE,
)
"""What the opening of a report says; with a few headings below it, nothing more is asked."""


_INTRODUCES = re.compile(
    r"""
    (?: 公布 | 发布 | 编制 | 编写 | 现将 | 现就 | 撰写 ) [^。]{0,50}?  # somebody makes known
    (?: 政府信息 | 政务 | 信息) 公开 (?:工作)? (?:情况)? [^。]{0,4}?     # about disclosure
    (?: 年度 (?:工作)? 报告 | 年报 | (?:报告|公布|总结|汇报)? 如下 )   # a report, or what follows
    | [对就将] [^。]{0,40}? (?: 政府信息 | 政务 | 信息) 公开 (?:工作)?      # 对一年来…情况
      (?:情况)? (?:的|进行|作|做)? (?: 报告 | 汇报 | 总结 ) 如下
    | 本 (?:年度)? (?:工作)? (?: 年报 | 报告) [^。]{0,40} (?: 统计 | 数据 | 编制 | 部分组成 )
    | 信息公开条例 [^。]{0,60}                                        # by Article 50
      (?: 编制 | 编写 | 撰写 | 制作 | 形成 | 起草 ) (?:了|完成)?
      本 (?:年度)? (?:工作)? (?: 年报 | 报告)
    | 统计期限 [^。]{0,6} (?:19|20)\d{2}年
    | 由 [^。，,]{2,30} (?:编制|编写|撰写) [，,。] (?:全文|本?报告|内容) (?:由|包括|共|分)
    | ^ 一、总体情况 .{0,160}?                          # an excerpt from the first part
      (?: 政府信息公开 | [（(]一[）)]、? 主动公开 )
    | [（(]一[）)]、? 主动公开 .{0,800}? [（(]二[）)]、? 依?申请公开
      .{0,800}? (?: [（(]三[）)]、? 政府信息 | [（(]四[）)] .{0,8} 平台 )
    """,
    re.VERBOSE,
)
"""What an introduction says; the text is without white space."""
_COUNTS = re.compile(
    r"\d(?:余|多)?(?:件|条|篇|项|起|次)|未(?:收到|接到|发生|受理)|没有(?:收到|发生)"
)
"""What a report says of its year, and a guide or a decree does not."""
_DISCLOSED = re.compile(r"(?:公开|发布)[^\n。；;0-9]{0,16}信息[^\n。；;0-9]{0,6}\d+余?条")
_OTHER_GENRE = re.compile(
    r"""
    (?:半年|季度) [^。]{0,20} (?:统计|情况|数据|总结|汇报|报告)
    | (?:指南|办法|制度|规定|细则|方案|要点|目录|规程|计划|问答|解读|申请表)
      (?: [（(] .{0,20} [）)] )? $
    | (?:自评|自查|考核|评估|测评|督查|整改) .{0,12} (?:报告|通报|总结|汇报|情况) $
    # A report of a year on something else: 2022年法治政府建设年度报告, 2022年度信访工作总结.
    | ^ (?! 现将 | [（(一二三四五六七八九] | .*公开 ) (?= .* (?:20\d{2}|二[〇○零]..) 年 )
      [^。]{6,40} (?:报告|总结|汇报|决算|预算) $
    | ^ [问答] [：:] | 请 [^。]{0,40} (?:报送|上报)
    """,
    re.VERBOSE,
)
"""The title of another kind of text, in which a part or a figure may be about disclosure."""


_NEWS = re.compile(
    r"(?:报告|年报)(?:显示|指出|披露)|记者[^。]{0,12}(?:获悉|从|了解到|报道)|据悉|[本日晚]报讯"
)
"""What an article about a report says, and no report."""


def plainly_a_report(characters: str, headings: int) -> bool:
    """Whether a text without tables is a report beyond doubt, as a quick look shows."""
    opens = _OPENS_A_REPORT.search(characters, 0, _OPENING_CHARS)
    return headings >= _FEW_HEADINGS and opens is not None


def require_a_report(report: Report, cells: int) -> None:
    """Raise `NotAReport`, with what was looked for and found, unless enough speaks for a report.

    Args:
        report: What was read of the page.
        cells: How many cells of the statutory tables were found.

    """
    evidence = _Evidence(report, cells)
    if not evidence.suffices:
        raise NotAReport(
            "this is no annual report on government information disclosure", evidence.lines()
        )


@frozen
class _Evidence:
    """What speaks for a page being a report, and what against it; each is looked for when asked."""

    report: Report
    """What was read of the page."""
    cells: int
    """How many cells of the statutory tables were found."""

    @cached_property
    def text(self) -> str:
        """The page in simplified characters."""
        return plain(self.report.text.characters)

    @cached_property
    def printed_lines(self) -> list[str]:
        """The lines that are not blank."""
        return [line.strip() for line in self.text.split("\n") if line.strip()]

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles of reports."""
        fields = fields_in(self.text[:_FIELDS_CHARS])
        above = [*self.printed_lines[:_TITLES_LINES], fields.get("title", "")]
        titles = titles_in(above) or page_title(self.report.text.own_source)
        if len(self.headings) < _FEW_HEADINGS:
            # A letter that asks for reports has the same title as one that hands one in.
            titles = [title for title in titles if not LETTER.search(title.text)]
        return tuple(dict.fromkeys(title.text for title in titles))

    @cached_property
    def notice(self) -> str | None:
        """The title of a notice about reports."""
        return _notice(self.printed_lines, self.cells)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings of the parts."""
        return tuple(section.title for section in self.report.sections)

    @property
    def is_printed(self) -> bool:
        """Whether there is a figure in any cell."""
        return self.cells > 0 and State.PRINTED in self.report.states().values()

    @cached_property
    def has_subject(self) -> bool:
        """Whether it speaks of disclosure."""
        return _SUBJECT.search(self.text) is not None

    @cached_property
    def has_genre(self) -> bool:
        """Whether its beginning speaks of an annual report."""
        return _GENRE.search(self.text, 0, _TOP_CHARS) is not None

    @cached_property
    def topics(self) -> int:
        """How many of the topics that every report speaks of it has in its sentences."""
        sentences = "\n".join(
            line for line in self.printed_lines if len(line) > _LONGEST_HEAD_CHARS
        )
        return sum(re.search(topic, sentences) is not None for topic in _TOPICS)

    @cached_property
    def is_introduced(self) -> bool:
        """Whether an introduction says that a report follows."""
        return _INTRODUCES.search("".join(self.text[:_TOP_CHARS].split())) is not None

    @cached_property
    def has_counts(self) -> bool:
        """Whether it counts anything, or says that there was nothing to count."""
        return _COUNTS.search(self.text) is not None

    @property
    def has_disclosed(self) -> bool:
        """Whether it says how much information was disclosed."""
        return _DISCLOSED.search(self.text) is not None

    @property
    def is_news(self) -> bool:
        """Whether it is an article about a report."""
        return _NEWS.search(self.text) is not None

    @property
    def other_genre(self) -> str | None:
        """The title of a guide, a decree or a plan above the text."""
        top = self.printed_lines[:_TOP_LINES]
        short = (line for line in top if len(line) <= _LONGEST_TITLE_CHARS)
        return next(filter(_OTHER_GENRE.search, short), None)

    @cached_property
    def is_glued(self) -> bool:
        """Whether heads of the statutory tables stand in the text although no cell was found."""
        return not self.cells and glued_form(self.text) is not None

    @property
    def suffices(self) -> bool:
        """Whether the page is a report."""
        is_about_reports = self.notice is not None and not self.is_printed
        if is_about_reports or (len(self.headings) < _FEW_HEADINGS and self.is_news):
            return False
        if self.cells >= FEW_CELLS or len(self.headings) >= _NEARLY_ALL_HEADINGS:
            return True
        if self.other_genre is not None and not self.titles:
            return False
        has_words = self.has_subject and (self.has_genre or bool(self.cells))
        has_parts = len(self.headings) >= _FEW_HEADINGS and has_words
        speaks_of_it = self.topics >= _FEW_TOPICS
        is_joined = self.is_glued and self.has_subject and self.has_genre and speaks_of_it
        if has_parts or is_joined:
            return True
        tells_of_a_year = self.has_disclosed or (self.is_introduced and self.has_counts)
        if (len(self.titles) == 1 and tells_of_a_year) or self._is_an_excerpt:
            return True
        has_body = bool(self.headings) or bool(self.cells) or speaks_of_it
        return 0 < len(self.titles) < _MANY_TITLES and has_body

    @property
    def _is_an_excerpt(self) -> bool:
        """Whether this is a piece of a report, or one whose title is lost."""
        if self.other_genre is not None or not self.has_subject:
            return False
        several = len(self.headings) >= _TWO_HEADINGS
        if several and (self.has_genre or self.is_printed or (self.has_counts and self.cells)):
            return True
        # Other reports have a 总体情况 too; some of the headings have to speak of disclosure.
        own = sum(_OWN_HEADING.search(heading) is not None for heading in self.headings)
        needed = (_FEW_HEADINGS, 1) if self.has_counts else (_MANY_HEADINGS, 2)
        if len(self.headings) >= needed[0] and own >= needed[1]:
            return True
        some_topics = self.has_counts and self.topics >= _SOME_TOPICS
        if self.is_introduced and (self.headings or some_topics):
            return True
        speaks_of_it = self.topics >= (_SOME_TOPICS if several else _FEW_TOPICS)
        return self.has_counts and speaks_of_it and bool(self.headings or self.is_introduced)

    def lines(self) -> tuple[str, ...]:
        """Return the evidence in words, one line for each thing that was looked for."""
        found = "; ".join(self.titles[:_MANY_TITLES]) or "none"
        surplus = len(self.titles) - _MANY_TITLES
        more = f", and {surplus} more" if surplus > 0 else ""
        subject, genre, glued = (
            "found" if found else "not found"
            for found in (self.has_subject, self.has_genre, self.is_glued)
        )
        opening = self.printed_lines[0][:_OPENING_SHOWN_CHARS] if self.printed_lines else ""
        return (
            f"a title line: {found}{more}",
            f"section headings: {', '.join(self.headings) or 'none'}",
            f"cells of the statutory tables: {self.cells}",
            f"the words 政府信息公开: {subject}; 年度报告 or 年报: {genre}",
            f"topics that every report speaks of: {self.topics} of {len(_TOPICS)}",
            f"a notice about reports: {self.notice or 'no'}",
            f"an introduction that says a report follows: {'yes' if self.is_introduced else 'no'}",
            f"heads of the statutory tables, run together: {glued}",
            f"the text begins: {opening!r}" if opening else "the text is empty",
        )


_HANDS_OUT = re.compile(r"关于(?:公布|发布|印发)《[^《》]{8,40}报告》的(?:通知|公告)")
"""The title of a notice that comes with one report, which stands below it."""
_SENTENCE = re.compile("[。>»]|^(?:根据|按照|依据|为贯彻)")


def _notice(lines: list[str], cells: int) -> str | None:
    """The title of a notice about annual reports that stands above any title of a report.

    The blank form may be headed 格式模板: what makes it a notice is that it tells others what to
    do.
    """
    words = re.compile("通知") if cells >= FEW_CELLS else NOTICE
    for place, line in enumerate(lines[:_TOP_LINES]):
        around = "".join(lines[max(0, place - 1) : place + 2])
        if titles_in([line]) or _HANDS_OUT.search(around):
            return None
        # A breadcrumb names the column 通知公告 under which a report is published.
        is_sentence = len(line) > _LONGEST_TITLE_CHARS or _SENTENCE.search(line) is not None
        is_about_reports = _GENRE.search(line) or (line is lines[0] and not cells)
        if not is_sentence and words.search(line) and is_about_reports:
            return line
    return None
