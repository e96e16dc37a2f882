"""Rows as lists of a program, `['规章', '0', None]`, as scripts print the tables of a document.

Python and JSON write them so, one list a row, or all rows in one list; YAML and reStructuredText
write a list of lists with a dash before each cell. A row becomes a line, with tabs between its
cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govinfo.spans import Edit
from govinfo.text.scripts import HAN

__all__ = [
    "has_dashes",
    "has_lists",
    "has_records",
    "repair_dashes",
    "repair_lists",
    "repair_records",
]

_ITEM = re.compile(
    r"""
    ' (?P<single> (?> (?: [^'\\\n] | \\. )* ) ) '
  | " (?P<double> (?> (?: [^"\\\n] | \\. )* ) ) "
  | (?P<bare> None | null | NaN | nan | -?\d{1,20}(?:\.\d{1,20})? )
    """,
    re.VERBOSE,
)
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _ITEM.pattern)
_LIST = re.compile(
    rf"[\[(]\s{{0,40}} (?>(?:{_UNNAMED})) (?>(?: \s{{0,40}} , \s{{0,40}} (?:{_UNNAMED}) )*)"
    r",? \s{0,40} [\])]",
    re.VERBOSE,
)
_KEY = r"""
    (?> '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*" | \d{1,3} ) \s{0,40} : \s{0,40}
"""
_RECORD = re.compile(
    rf"""
    \{{ \s{{0,40}} (?> {_KEY} (?:{_UNNAMED}) )
    (?> (?: \s{{0,40}} , \s{{0,40}} {_KEY} (?:{_UNNAMED}) )* ) ,? \s{{0,40}} \}}
    """,
    re.VERBOSE,
)
"""A row with a name before each cell: `{"0": "规章", "1": 3}`."""
_NAMED_ITEM = re.compile(rf"(?P<name>{_KEY}) (?:{_ITEM.pattern})", re.VERBOSE)
_NAME_OF_A_COLUMN = re.compile(
    r"""
      \d{1,3} | Unnamed.*                           # by its place alone
    | .* (?: 自然人|商业企业|科研机构|社会公益|法律服务|法人或|申请人情况|其他|总计
           | 复议|诉讼|维持|纠正|审结
           | 件数|数量|金额|增/?减|指标|单位|统计|累计|本年|信息内容 ) .*
    """,
    re.VERBOSE | re.DOTALL,
)
"""The head of a column of a form; rows that have others may have their cells in any order."""
_AROUND_NAME = "'\": \t\n"
_BETWEEN_RECORDS = re.compile(r"[\s,\]]*")
_FEWEST_LISTS = 5
"""Fewer lists are no table."""
_BEHIND = re.compile(r"[\s,\])]*")
"""What stands between two rows, and around all of them."""
_BEGINNINGS = ("['", '["', "('", "[\n", "[None", "[null")
_LINE_BREAK = re.compile(r"\\[nrt]")
_DASHED_ROW = re.compile(
    r"""
    ^(?P<indent> [ ]{0,12} ) [-*][ ] (?= -(?:[ ]|$) )   # the first cell: `- - 规章`, `* - 规章`
    .* (?: \n (?P=indent) [ ]{2} (?: -(?:[ ].*)?$ | [ ]+\S.* ) )*   # and one cell a line
    """,
    re.MULTILINE | re.VERBOSE,
)
_DASHED_CELL = re.compile(
    r"""
    ^ (?P<mark> [ ]* (?:[-*][ ]+)? -(?:[ ]+|$) )
    (?P<cell>
        (?: (?P<quote>["']) (?P<inside>.*?) (?P=quote) | (?P<nothing>null|~|None) )[ ]*$
      | .*
    )
    """,
    re.MULTILINE | re.VERBOSE,
)


def has_lists(text: str) -> bool:
    """Whether a text has lists with words in quotation marks, as many as a table has rows."""
    # A search for one character is quick, and most texts have neither of these.
    if ("[" not in text and "'" not in text) or not any(mark in text for mark in _BEGINNINGS):
        return False
    return len(list(islice(_LIST.finditer(text), _FEWEST_LISTS))) == _FEWEST_LISTS


def repair_lists(text: str) -> Iterator[Edit]:
    """Yield the edits that make a line of each list, with tabs between its items."""
    done = 0
    for row in _LIST.finditer(text):
        begin, gap = row.start(), "\n"
        while begin > done and text[begin - 1] in "[(- \n":
            begin -= 1
        for item in _ITEM.finditer(text, *row.span()):
            start, end = item.span(item.lastgroup or 0)
            yield Edit(begin, start, gap)
            for found in _LINE_BREAK.finditer(text, start, end):
                yield Edit(*found.span(), " ")
            is_nothing = item.lastgroup == "bare" and item[0].isalpha()
            begin, gap = start if is_nothing else end, "\t"
        behind = _BEHIND.match(text, row.end())
        done = behind.end() if behind else row.end()
        yield Edit(begin, done, "\n")


def has_records(text: str) -> bool:
    """Whether a text has rows that name each of their cells, as many as a table has.

    The names of all cells but the first, which may be the label of the row, are known.
    """
    if "{" not in text or ":" not in text:
        return False
    rows = list(_RECORD.finditer(text))
    return len(rows) >= _FEWEST_LISTS and all(
        _NAME_OF_A_COLUMN.fullmatch(name) for row in rows for name in _names_in(text, row)[1:]
    )


def _names_in(text: str, row: re.Match[str]) -> list[str]:
    found = _NAMED_ITEM.finditer(text, *row.span())
    return [item["name"].strip(_AROUND_NAME) for item in found]


def repair_records(text: str) -> Iterator[Edit]:
    """Yield the edits that make a line of each record, with its names above where they change."""
    done, heads = 0, list[str]()
    for row in _RECORD.finditer(text):
        begin, gap = row.start(), "\n"
        while begin > done and text[begin - 1] in "[ \n,":
            begin -= 1
        names = _names_in(text, row)
        if names != heads and any(map(HAN.search, names)):
            gap = "\n" + "\t".join(names) + "\n"
        heads = names
        for item in _NAMED_ITEM.finditer(text, *row.span()):
            start, end = item.span(item.lastgroup or 0)
            yield Edit(begin, start, gap)
            is_nothing = item.lastgroup == "bare" and item["bare"].isalpha()
            begin, gap = start if is_nothing else end, "\t"
        behind = _BETWEEN_RECORDS.match(text, row.end())
        done = behind.end() if behind else row.end()
        yield Edit(begin, done, "\n")


def has_dashes(text: str) -> bool:
    """Whether a text has rows with a dash before each cell, as many as a table has."""
    if "- - " not in text and "* - " not in text:
        return False
    return len(list(islice(_DASHED_ROW.finditer(text), _FEWEST_LISTS))) == _FEWEST_LISTS


def repair_dashes(text: str) -> Iterator[Edit]:
    """Yield the edits that make a line of each row, with tabs between its cells."""
    for row in _DASHED_ROW.finditer(text):
        begin, end = row.span()
        for cell in _DASHED_CELL.finditer(text, begin, end):
            is_first = cell.start() == begin
            yield Edit(cell.start() - (not is_first), cell.end("mark"), "" if is_first else "\t")
            if cell["quote"]:
                yield Edit(cell.start("quote"), cell.end("quote"))
                yield Edit(cell.end("inside"), cell.end())
            elif cell["nothing"]:
                yield Edit(*cell.span("nothing"))
