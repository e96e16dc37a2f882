"""What speaks for a text being an annual report, and what against it."""

from __future__ import annotations

import re

from attrs import frozen

from govinfo.binding.unseparated.detect import glued_form
from govinfo.errors import NotAReport
from govinfo.figures import State
from govinfo.head.fields import fields_in
from govinfo.head.titles import NOTICE, page_title, titles_in
from govinfo.model import Report
from govinfo.text.normalise import plain

__all__ = ["FEW_CELLS", "FEW_HEADINGS", "plainly_a_report", "require_a_report"]

FEW_CELLS = 8
"""A page with at least this many statutory cells on it is a report, or the blank form of one."""
FEW_HEADINGS = 3
_NEARLY_ALL = 5
"""So many of the six headings stand together in nothing but a report."""
_FEW_TOPICS = 3
_LIST = 3
"""A page with this many different titles, and no headings, is a list of reports."""
_OPENING = 400
_TOP = 12
_TOP_CHARACTERS = 1500
"""A report calls itself one in its title or its introduction."""
_LONGEST_TITLE = 60

_SUBJECT = re.compile(r"(?:政府信息|政务信息|政务|信息|资讯)公开")
_GENRE = re.compile(r"年度(?:工作)?(?:总结)?报告|年报|年度总结")
_TOPICS = (
    "主动公开",
    "申请公开|公开申请",
    "行政复议|行政诉讼|提起诉讼",
    "收费|减免|信息处理费",
    "问题|不足|改进|下一步",
    "统计期限|截止日期|数据",
)
_PLAINLY = re.compile(
    r"(?:信息|資訊|政[务務])公[开開][^\n。通]{0,12}年度?(?:工作)?[报報](?![^\n]{0,30}通知)"
)
"""What the opening of a report says in either script; with a few headings below it, nothing more is asked."""


def plainly_a_report(characters: str, headings: int) -> bool:
    """Whether a text without tables is a report beyond doubt; a quick look, which spares the long one."""
    return headings >= FEW_HEADINGS and _PLAINLY.search(characters, 0, _OPENING) is not None


def require_a_report(report: Report, cells: int) -> None:
    """Raise `NotAReport`, with what was looked for and found, unless enough speaks for a report."""
    evidence = _evidence(report, cells)
    if not evidence.suffices:
        raise NotAReport(
            "this is no annual report on government information disclosure", evidence.lines()
        )


@frozen
class _Evidence:
    titles: tuple[str, ...]
    notice: str | None
    headings: tuple[str, ...]
    cells: int
    printed: bool
    subject: bool
    genre: bool
    topics: int
    glued: bool
    """Whether heads that only the statutory tables have stand in the text, as they do where all separators are lost."""
    opening: str

    @property
    def suffices(self) -> bool:
        if self.notice is not None and not self.printed:
            return False
        if len(self.headings) >= FEW_HEADINGS and self.subject and (self.genre or self.cells):
            return True
        if self.cells >= FEW_CELLS or len(self.headings) >= _NEARLY_ALL:
            return True
        if self.glued and self.subject and self.genre and self.topics >= _FEW_TOPICS:
            return True
        body = bool(self.headings) or bool(self.cells) or self.topics >= _FEW_TOPICS
        return 0 < len(self.titles) < _LIST and body

    def lines(self) -> tuple[str, ...]:
        found = "; ".join(self.titles[:_LIST]) or "none"
        more = f", and {len(self.titles) - _LIST} more" if len(self.titles) > _LIST else ""
        return (
            f"a title line: {found}{more}",
            f"section headings: {', '.join(self.headings) or 'none'}",
            f"cells of the statutory tables: {self.cells}",
            f"the words 政府信息公开: {_found(self.subject)}; 年度报告 or 年报: {_found(self.genre)}",
            f"topics that every report speaks of: {self.topics} of {len(_TOPICS)}",
            f"a notice about reports: {self.notice or 'no'}",
            f"heads of the statutory tables, run together: {_found(self.glued)}",
            f"the text begins: {self.opening[:40]!r}" if self.opening else "the text is empty",
        )


def _evidence(report: Report, cells: int) -> _Evidence:
    text = plain(report.text.characters)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    named = titles_in([*lines[:200], fields_in(text[:2000]).get("title", "")]) or page_title(
        report.source_text
    )
    titles = dict.fromkeys(title.text for title in named)
    body = "\n".join(line for line in lines if len(line) > 2 * _TOP)
    return _Evidence(
        titles=tuple(titles),
        notice=_notice(lines, cells),
        headings=tuple(section.title for section in report.sections),
        cells=cells,
        printed=any(figure.state is State.PRINTED for figure in report.figures().values())
        if cells
        else False,
        subject=_SUBJECT.search(text) is not None,
        genre=_GENRE.search(text, 0, _TOP_CHARACTERS) is not None,
        topics=sum(re.search(topic, body) is not None for topic in _TOPICS),
        glued=not cells and glued_form(text) is not None,
        opening=lines[0] if lines else "",
    )


def _notice(lines: list[str], cells: int) -> str | None:
    """The title of something about annual reports, if one stands at the top before any title of a report.

    The blank form may be headed 格式模板: what makes it a notice is that it tells others what to
    do.
    """
    words = re.compile("通知") if cells >= FEW_CELLS else NOTICE
    for line in lines[:_TOP]:
        if titles_in([line]):
            return None
        # A breadcrumb names the column 通知公告 under which a report is published.
        short = (
            len(line) <= _LONGEST_TITLE and "。" not in line and ">" not in line and "»" not in line
        )
        if (
            short
            and words.search(line)
            and (_GENRE.search(line) or (line is lines[0] and not cells))
        ):
            return line
    return None


def _found(found: bool) -> str:  # noqa: FBT001 - the one thing it words.
    return "found" if found else "not found"
