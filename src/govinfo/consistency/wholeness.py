"""Whether a source is the whole report: nobody is blamed for what a cut or a picture explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from govinfo.figures import State
from govinfo.head.agencies import looks_like_agency
from govinfo.text.html.markup import is_markup
from govinfo.text.normalise import plain

if TYPE_CHECKING:
    from govinfo.model import Report

__all__ = [
    "is_cut",
    "is_elsewhere",
    "may_hide_tables",
    "opening_of",
    "tells_of_a_new_body",
    "tells_of_a_school_year",
    "tells_of_an_amendment",
]

_SIZES_CHARS = (1000, 1024)
"""Tools cut a text to a multiple of one of these."""
_SHORTEST_CUT_CHARS = 500
_LONGEST_CELL_CHARS = (32_767, 65_535)
"""What a cell of a spreadsheet and a field of some databases hold at most."""
_TAIL_CHARS = 300
_GOES_ON = re.compile(
    r"""
      (?:…|\.{3,}|。{2,})\s*$                                         # the text trails off
    | 展开全文 | 阅读全文 | 查看全文 | 余下全文 | 未完 | 待续 | 下一页 | 查看更多 | 全文共
    """,
    re.VERBOSE,
)
_PAGE_OF = re.compile(
    r"第?\s*(\d{1,3})\s*页\s*[,，/]?\s*共\s*(\d{1,3})\s*页|(\d{1,3})\s*/\s*(\d{1,3})\s*$"
)
_ENDS_A_TEXT = re.compile(
    r"""
    (?: [。！？!?；;：:…”）)】》」|│┃]            # a sentence, or a row
      | \d\s*[%件条次元]? | [日号]             # a figure, or a day
      | 无 | 特此(?:报告|公告) | 网
    )\s*$
    """,
    re.VERBOSE,
)
_ENDS_IN_A_GRID = re.compile(r"[|│┃┼┤+-]\s*\Z")
_BORDERS = " \t\r\n\u3000\xa0|│┃+-=:"
"""What may stand behind the last figure of a table."""
_EXPLAINS_A_LOSS = re.compile(
    r"""
      <(?:img|svg|canvas|object|embed|iframe|script|picture|video|map)\b | background(?:-image)?\s*:
    | \.(?:png|jpe?g|gif|bmp|pdf|docx?|xlsx?|wps|et|ofd|rar|zip)\b
    | 附件 | 附表 | 附后 | 下表 | 见表 | 如图 | 见图 | 图表 | 统计表 | 另附 | 下载 | 详见 | 略
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What may hold a table that is not in the text, or says that it is elsewhere."""
_ELSEWHERE = re.compile(
    r"""
      [见在] (?:本[页文])? [^。；，]{0,6} (?:附件|附表|附后|下表|原件|链接)
    | (?:附件|附表|附后) [^。；，]{0,4} (?:下载|查看)
    | 点击 [^。；，]{0,6} (?:下载|查看)
    | ^附件 \d? [:：]?
    """,
    re.VERBOSE,
)
"""What says that the content of a part is in an attachment."""
_LONGEST_POINTER_CHARS = 60
"""A longer part has more to say than where its content is."""
_NEW_BODY = re.compile(
    "成立|组建|挂牌|新设|新组|设立|机构改革|撤销|合并|并入|划转|转隶|更名|重组|撤并|撤县|撤乡|职能调整"
)
_SCHOOL_YEAR = re.compile("学年|高等学校信息公开办法")
_AMENDMENT = re.compile("修订|更正|修正|修改[版稿后]|补充|更新版|重新发布|再次发布|重发|勘误")


def is_elsewhere(prose: str) -> bool:
    """Whether a part says that its content is in an attachment, and no more than that.

    Args:
        prose: The text of the part, without white space.

    """
    return len(prose) <= _LONGEST_POINTER_CHARS and _ELSEWHERE.search(prose) is not None


def is_cut(report: Report) -> bool:
    """Whether the text stops where no report does: in a word, in a table, at a page's length."""
    return any(_signs_of_a_cut(report))


def _signs_of_a_cut(report: Report) -> Iterator[bool]:
    source, characters = report.source_text, report.text.characters
    yield len(source) in _LONGEST_CELL_CHARS
    yield len(source) >= _SHORTEST_CUT_CHARS and any(
        length % size == 0
        for length in (len(source), len(source.encode(errors="replace")))
        for size in _SIZES_CHARS
    )
    tail = plain(characters[-_TAIL_CHARS:]).rstrip()
    yield _GOES_ON.search(tail) is not None
    for page in _PAGE_OF.finditer(tail):
        number, pages = (int(group) for group in page.groups() if group)
        yield number < pages
    if report.sections:
        yield _stops_in_table(report)
        yield _stops_before_the_next_part(report)
        # The text of the last part stops without the end of a sentence or a signature.
        lines = [line.strip() for line in report.sections[-1].text.split("\n") if line.strip()]
        yield (
            lines != []
            and _ENDS_A_TEXT.search(lines[-1]) is None
            and not looks_like_agency(lines[-1])
        )


def _stops_in_table(report: Report) -> bool:
    """Whether the last part has the first rows of its table and not the last one."""
    last = report.sections[-1].id
    tables = [table for table in report.form.tables if table.section == last]
    states = report.states() if tables else {}
    for table in tables:
        is_absent = [states[address] is State.ABSENT for address in table.addresses]
        # The heads of the table may be all that is there of it.
        if is_absent[-1] and (not all(is_absent) or _ENDS_IN_A_GRID.search(report.source_text)):
            return True
    return False


def _stops_before_the_next_part(report: Report) -> bool:
    """Whether the text ends with a heading or with a table, and its form has parts behind it."""
    last, final = report.sections[-1], report.form.sections[-1]
    if last.id == final.id:
        return False
    there = (cell for cell, state in report.states().items() if state is not State.ABSENT)
    spans = (report[cell].span for cell in there)
    end = max((span.end for span in spans if span), default=last.span.start)
    is_bare = not last.text.strip()
    return is_bare or (end > last.span.start and not report.source_text[end:].strip(_BORDERS))


def may_hide_tables(report: Report) -> bool:
    """Whether a table of which nothing was read may have been lost on the way, or stand elsewhere.

    Only the source of a web page says that nothing was lost: a text, a PDF or a Word document does
    not tell what its converter left out.
    """
    source = report.source_text
    return not is_markup(source) or _EXPLAINS_A_LOSS.search(source) is not None or is_cut(report)


def tells_of_a_new_body(opening: str) -> bool:
    """Whether the opening of a report says that its body was founded, merged or abolished."""
    return _NEW_BODY.search(opening) is not None


def tells_of_a_school_year(title: str | None, opening: str) -> bool:
    """Whether the body is a school that reports on school years (高等学校信息公开办法)."""
    return _SCHOOL_YEAR.search(f"{title}\n{opening}") is not None


def tells_of_an_amendment(title: str | None, opening: str) -> bool:
    """Whether the report is said to be an amended or a repeated one."""
    return _AMENDMENT.search(title or "") is not None or "更正" in opening[:_TAIL_CHARS]


def opening_of(report: Report) -> str:
    """Return what stands above the second part, in simplified characters."""
    parts = report.outline
    end = parts[1][1] if len(parts) > 1 else _TAIL_CHARS
    return plain(report.text.characters[: min(end, 10 * _TAIL_CHARS)])
