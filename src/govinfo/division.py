"""Where in a text one report ends and the next begins.

A page may hold the reports of two years or of two bodies, or a blank form above the report. Each is
read by itself: no cell is filled from another report than the rest. What a report repeats tells
them apart: the rows of its tables, the heads of its tables, and the headings of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from govinfo.forms import FORMS, Column, Row
from govinfo.forms.labels import bare_key, label_key
from govinfo.head.fields import fields_in
from govinfo.head.titles import titles_in
from govinfo.spans import Span
from govinfo.text.scripts import simplify

__all__ = ["FEW_LABELS", "has_labels", "labels_in", "may_hold_several", "reports_in"]

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SHORTEST_CORE_CHARS = 5
"""Shorter labels, such as 重复申请, stand in sentences as well."""
_LONGEST_CORE_CHARS = 10
"""A longer label may be wrapped over several lines; a shorter core may stand in a sentence."""
_BODY_CHARS = 4
"""This many characters between two headings are text of a part; a table of contents has none."""
_MOST_MARKS = 5_000
_MOST_CANDIDATES = 200
_MOST_REPORTS = 20
"""A page with more is hostile, and is read no further."""
_ORNAMENTS = " \t\r|#*=<>'"
"""What dialects put around a title or a heading."""
_MOST_LINES_OF_TITLE = 4
_FIELD_LINES = 15
_FIELD_LINE_CHARS = 80
_CAPTION_REACH_CHARS = 80
_TITLE_REACH_CHARS = 1_500
"""An introduction above the first part is no longer."""
_WORD = re.compile(r"[^\s|]+")

FEW_LABELS = 3
"""A sentence holds one or two labels of the tables."""
_REPEATED_LABELS = {"requests": 4, "statistics": 5, "proactive": 3, "review": 3, "headings": 3}
"""This many labels of one kind, found twice, are two tables."""
_ROWS = {"requests", "statistics"}
"""The tables whose rows tell them; of the others the heads do, which a page break may repeat."""

_IN_TABLES = ("自然人", "决定数", "決定數", "三安全一", "尚未")
"""Words of which each page with a table has some, and hardly any page without."""
_APPLICATIONS = "政府信息公开申请数量"
"""The end of the labels of the first two rows of table 3."""
_APPLICATION_ROWS = 2
_REPEATED = re.compile(
    rf"""
    (?P<label> [一二]、\s?(?:本年新收|上年结转){_APPLICATIONS} )
    (?: [\s|,;"]{{1,100}} (?P=label) )+                # once for each column that it spans
    """,
    re.VERBOSE,
)
"""A label that some tools repeat for each column that it spans."""
_SECOND_PART = "二、主动公开政府信息"
_FIRST_ROW = "一、本年新收"
"""How table 3 begins, in either script: its rows have the ordinals that the parts have."""
_ORDINALS = ("二、", "三、", "一、")
_TITLE_LINE = re.compile(
    r"""
    ^ (?: <[a-z_\d]{1,30}> ){0,8}                                # the tags that Docling writes
    [^\n。；]{0,60} (?: 年度 | 工作 | 总结 )? (?: 报告 | 年报 | 总结 ) [^\n。；]{0,12}
    (?: </[a-z_\d]{1,30}> )? $
    """,
    re.MULTILINE | re.VERBOSE,
)
_TAG = re.compile(r"</?[a-z_\d]{1,30}>")
_TITLE_WORDS = ("报告", "報告", "年报", "年報", "总结", "總結")
"""How the title of a report ends, in either script, but for a few characters behind it."""
_LONGEST_TITLE_CHARS, _LONGEST_REST_CHARS = 62, 14


class _Mark(NamedTuple):
    """Something by which reports are told apart, and where it begins."""

    begin: int
    kind: str
    """The table of a label, `headings`, or `title`."""
    key: str


def may_hold_several(characters: str) -> bool:
    """Return whether a text may hold more than one report, as a quick look shows."""
    rows = characters.count(_APPLICATIONS)
    if rows > _APPLICATION_ROWS:
        rows -= sum(cells[0].count(_APPLICATIONS) - 1 for cells in _REPEATED.finditer(characters))
    if rows > _APPLICATION_ROWS or characters.count(_SECOND_PART) > 1:
        return True
    if rows == _APPLICATION_ROWS:
        return False
    tables = characters.count(_FIRST_ROW)
    least = 2 + tables if tables <= 1 else 2
    if any(characters.count(one) < least for one in _ORDINALS):
        return False
    # The short lines that end in such a word and few other characters. Searching for words takes a
    # small part of the time that a pattern takes.
    lines = set[int]()
    for word in _TITLE_WORDS:
        place = characters.find(word)
        while place != -1:
            begin, end = characters.rfind("\n", 0, place) + 1, characters.find("\n", place)
            end = len(characters) if end == -1 else end
            is_short = place - begin <= _LONGEST_TITLE_CHARS and end - place <= _LONGEST_REST_CHARS
            if is_short and not any(mark in characters[begin:end] for mark in "。；"):
                lines.add(begin)
            place = characters.find(word, end)
    return len(lines) > 1


def reports_in(characters: str) -> tuple[Span, ...]:
    """Return the part of a text that each report takes, in order; all of it if there is one.

    The parts follow each other without a gap.
    """
    text = simplify(characters)
    marks = sorted(islice(chain(_heads(text), _labels(text)), _MOST_MARKS))
    starts, first = [0], 0
    for place in islice(_candidates(marks), _MOST_CANDIDATES):
        if place <= first:
            continue
        # A report stands behind this place, and not the rest of one, if it has the same labels.
        shared = {mark[1:] for mark in marks[first:place]} & {mark[1:] for mark in marks[place:]}
        kinds = [kind for kind, _ in shared if kind != "title"]
        enough = {kind for kind, least in _REPEATED_LABELS.items() if kinds.count(kind) >= least}
        # The prose of one report may list the rows of its table 3; it lists no heads of columns.
        is_report = "headings" in enough or ("proactive" in enough and len(enough) > 1)
        if not is_report and not (enough and marks[place].kind == "title"):
            continue
        begin = _begin_of(text, marks, place)
        if begin > starts[-1]:
            starts.append(begin)
            first = place
        if len(starts) == _MOST_REPORTS:
            break
    return tuple(map(Span, starts, (*starts[1:], len(characters))))


def has_labels(characters: str) -> bool:
    """Return whether labels of the tables are in a text, more than a sentence holds."""
    return len(labels_in(characters)) >= FEW_LABELS


def labels_in(characters: str) -> set[tuple[str, str]]:
    """Return the labels of the tables in the parts that are in a text, each with its table.

    They are labels of rows, and in tables 2 and 4 those of columns; short ones are left out.
    """
    if not any(words in characters for words in _IN_TABLES):
        return set()
    marks = islice(_labels(simplify(characters)), _MOST_MARKS)
    return {(mark.kind, mark.key) for mark in marks if mark.kind != "statistics"}


def _candidates(marks: list[_Mark]) -> Iterator[int]:
    """Yield the marks with which a report may begin: the order of its parts begins again there.

    A title begins it where one stands above; in the middle of a report, as at the top of each page,
    a title is followed by what comes next in the report.
    """
    seen, reached, titled = set[tuple[str, str]](), 0, -1
    for place, mark in enumerate(marks):
        if mark.kind == "title":
            titled = place if titled < 0 else titled
            continue
        what = mark.kind, mark.key
        again = titled >= 0 and mark.kind in _ROWS and what in seen
        if _STAGES[what] < reached or again:
            yield place if titled < 0 else titled
        seen.add(what)
        reached, titled = _STAGES[what], -1


def _begin_of(text: str, marks: list[_Mark], place: int) -> int:
    """Return where the report begins whose first mark this is.

    The last title above its first part is its own; those before may be links of a website.
    """
    while place + 1 < len(marks) and marks[place].kind == marks[place + 1].kind == "title":
        place += 1
    begin = marks[place].begin
    if marks[place].kind != "title":
        # Where line breaks are lost, the title is among other words.
        gap = max(marks[place - 1].begin, begin - _TITLE_REACH_CHARS)
        words = [word for word in _WORD.finditer(text, gap, begin) if "公开" in word[0]]
        titles = [word.start() for word in words if titles_in([word[0].strip(_ORNAMENTS)])]
        if titles:
            return titles[-1]
    if marks[place].kind not in ("title", "headings"):
        # What stands above the heads of a table belongs to it.
        caption = text.rfind("第二十条", max(0, begin - _CAPTION_REACH_CHARS), begin)
        return begin if caption < 0 else caption
    title = _bare(marks[place].key) if marks[place].kind == "title" else ""
    return _begin_of_head(text, begin, title)


def _begin_of_head(text: str, begin: int, title: str) -> int:
    """Return where the lines of a title and the fields above it begin, up from this line."""
    line = begin
    for count in range(_FIELD_LINES):
        end, line = line, text.rfind("\n", 0, max(0, line - 1)) + 1
        above = _bare(text[line:end].strip("\n-")).strip("\n-")
        if not above:
            continue
        is_title = count < _MOST_LINES_OF_TITLE and titles_in([above + title]) != []
        if len(above) > _FIELD_LINE_CHARS or not (is_title or fields_in(above)):
            break
        title = above + title if is_title else title
        begin = line
    return begin


def _heads(text: str) -> Iterator[_Mark]:
    """Yield the titles of reports, then the headings of their parts.

    A title has a line of its own, and a heading a text below it, as in no table of contents.
    """
    for line in _TITLE_LINE.finditer(text):
        if titles_in([_bare(line[0])]):
            yield _Mark(line.start(), "title", line[0])
    found = [*_HEADING.finditer(text)]
    ends = [*(match.start() for match in found), len(text)][1:]
    for match, end in zip(found, ends, strict=True):
        if sum(map(len, _HAN.findall(text, match.end(), end))) >= _BODY_CHARS:
            begin = text.rfind("\n", 0, match.start()) + 1
            is_first = not text[begin : match.start()].strip(_ORNAMENTS)
            place = begin if is_first else match.start()
            yield _Mark(place, "headings", _SECTIONS[match["title"]])


def _bare(line: str) -> str:
    """Return a line without the tags and ornaments around it."""
    return _TAG.sub("", line).strip(_ORNAMENTS)


def _labels(text: str) -> Iterator[_Mark]:
    """Yield the labels of the statutory tables, of rows or, where those are short, of columns."""
    for match in _LABEL.finditer(text):
        yield _Mark(match.start(), *_CORES[match[0]])


def _cores() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the part of each label that is not wrapped, with its table and what it labels.

    It is the longest run of Chinese characters in a label without its number.
    """
    for form in FORMS:
        for table in form.tables:
            for block in table.blocks:
                by_rows = table.is_annex or table.id == "requests"
                lines: tuple[Row | Column, ...] = block.data_rows if by_rows else block.columns
                shortest = _SHORTEST_CORE_CHARS if table.id != "review" else len("结果维持")
                for label, *aliases in ((line.label, *line.aliases) for line in lines):
                    for spelling in (label, *aliases):
                        words = _HAN.findall(bare_key(label_key(spelling)))
                        core = max(words, key=len, default="")[:_LONGEST_CORE_CHARS]
                        if len(core) >= shortest:
                            yield core, (table.id, label)


_ORDER = (
    "overview",
    "proactive_disclosure",
    "responses",
    "requests",
    "inquiries",
    "fees",
    "review_litigation",
    "capacity",
    "proposals",
    "problems",
    "other_matters",
)
"""The parts of a report of any form, in their order."""
_SECTION_OF_TABLE = {
    "proactive": "proactive_disclosure",
    "requests": "requests",
    "review": "review_litigation",
    "statistics": "other_matters",
}
_CORES = dict(_cores())
_STAGES = {("headings", section): 2 * place for place, section in enumerate(_ORDER)} | {
    # A table stands below the heading of its part.
    (table, label): 2 * _ORDER.index(_SECTION_OF_TABLE[table]) + 1
    for table, label in _CORES.values()
}
"""How far in its report each heading and each label stands."""
_LABEL = re.compile("|".join(sorted(map(re.escape, _CORES), key=len, reverse=True)))
_ANNEX_ROWS = {
    bare_key(label_key(row.label))
    for form in FORMS
    for table in form.tables
    for block in table.blocks
    for row in block.rows
    if table.is_annex
}
_SECTIONS = {
    title: section.id
    for form in reversed(FORMS)
    for section in form.sections
    for title in map(bare_key, map(label_key, (section.title, *section.aliases)))
    # The groups of rows in an annex have names of parts.
    if title not in _ANNEX_ROWS
}
_HEADING = re.compile(
    rf"""
    (?: [一二三四五六七八九十]{{1,2}}[、.．] | 第[一二三四五六七八九十]{{1,2}}部分[、:：]? )
    [ \t\u3000]*
    (?P<title> {"|".join(sorted(map(re.escape, _SECTIONS), key=len, reverse=True))} )
    """,
    re.VERBOSE,
)
