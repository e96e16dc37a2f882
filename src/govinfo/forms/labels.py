"""Labels as a reader meets them: one key for all spellings of a label, one character for each key.

Reports print a label with spaces, line breaks, full-width signs, other quotes, with or without its
number. `label_key` takes all that away. Each key then has a single character from Unicode's private
use area, so that a whole page can be written as a string, one character a token, and a table is
found in it as a pattern is found in a text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from govinfo.forms import FORMS
from govinfo.forms.schema import Block, Column, Form, FormTable

__all__ = [
    "COLUMNS",
    "FIRST",
    "HEADINGS",
    "LABELS",
    "LAST",
    "ROWS",
    "TELLTALES",
    "Slot",
    "bare_key",
    "keys_of_rows",
    "label_key",
    "number_of_heading",
]

# Spaces, cell borders, Markdown ornaments and every kind of quotation mark say nothing about which
# label it is.
_IGNORED = re.compile(r"[\s|*#`\\_“”\"‘’'「」『』〝〞＂]+")
_NUMBERING = re.compile(
    r"""
    (?: 第?[一二三四五六七八九十]{1,3}(?:、|部分|[.,:])   # 一、 第一部分
      | \([一二三四五六七八九十]{1,3}\)、?                # (一)
      | \d{1,2}[.、)]                                    # 1. 1、 1)
      | \(\d{1,2}\)                                     # (1)
    )+
    """,
    re.VERBOSE,
)
_TOP_LEVEL = re.compile(
    r"""
    (?: [A-Za-z0-9.·•]{0,2}                                       # dirt: l五、
        (?: 第?[一二三四五六七八九十]{1,3}(?:、|部分[:、]?|[.,:])?   # 一、 第一部分 and 一
          | [—―ー-]、                                              # a dash for 一
        )
    )?
    """,
    re.VERBOSE,
)


def label_key(text: str) -> str:
    """Return the key that all spellings of a label share; the text is in simplified characters."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).replace("．", ".").rstrip(":。")


def bare_key(key: str) -> str:
    """Return the key without its number: 一、, （一）, 1. and the like."""
    match = _NUMBERING.match(key)
    return key[match.end() :] if match else key


def heading_key(key: str) -> str:
    """Return the key without a number of the top level, 一、 or 第一部分; other numbers stay."""
    match = _TOP_LEVEL.match(key)
    return key[match.end() :] if match else key


_NUMBERED_LINE = re.compile(
    r"""
    [A-Za-z0-9.·•]{0,2}                     # dirt before the number: l五、
    第?
    (?P<number>[一二三四五六七八九十]|[—―ー-](?=、))    # a dash stands for 一
    (?:、|部分|[.,:])
    """,
    re.VERBOSE,
)
_ORDINALS = "一二三四五六七八九十"


def number_of_heading(key: str) -> int | None:
    """Return the number with which the key of a heading begins, from 1 to 10."""
    match = _NUMBERED_LINE.match(key)
    return max(_ORDINALS.find(match["number"]), 0) + 1 if match else None


class Slot(NamedTuple):
    """Where the figures of a row go."""

    table: str
    row: str
    first: int
    """The position of the row's first cell among the form's addresses."""
    width: int
    header: tuple[frozenset[str], ...]
    """For each column, the characters of the labels it may have."""
    confusable: bool
    """Whether the label is also that of a column: 总计, 其他."""


# What is printed in the statutory tables besides row and column labels; known, so that it is never
# taken for a doubt.
_FURNITURE = (
    "信息内容",
    "申请人情况",
    "法人或其他组织",
    "法人或者其他组织",
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
    "行政复议",
    "行政诉讼",
    "未经复议直接起诉",
    "复议后起诉",
    "数量",
    "案件数量",
    "第二十条第一项",
    "第二十条第五项",
    "第二十条第六项",
    "第二十条第八项",
    "第二十条第九项",
)


def _spellings(label: str, aliases: tuple[str, ...]) -> Iterator[str]:
    for text in (label, *aliases):
        key = label_key(text)
        yield key
        yield bare_key(key)


def _blocks(form: Form) -> Iterator[tuple[FormTable, Block]]:
    """Return the blocks of the tables in the parts; an annex is found by other means."""
    return ((table, block) for table in form.tables if not table.is_annex for block in table.blocks)


def _label_keys() -> Iterator[str]:
    for form in FORMS:
        for _, block in _blocks(form):
            for row in block.rows:
                yield from _spellings(row.label, row.aliases)
            for column in block.columns:
                yield from _spellings(column.label, column.aliases)
            if block.caption:
                yield label_key(block.caption)
    yield from map(label_key, _FURNITURE)


FIRST = "\ue000"
LAST = "\uefff"
"""The characters between these stand for labels and headings."""

LABELS: dict[str, str] = {
    key: chr(ord(FIRST) + n) for n, key in enumerate(dict.fromkeys(_label_keys()))
}
"""The character of each label of a statutory table, by its key."""

HEADINGS: dict[str, str] = {
    key: chr(ord(FIRST) + len(LABELS) + n)
    for n, key in enumerate(
        dict.fromkeys(
            heading_key(label_key(text))
            for form in FORMS
            for section in form.sections
            for text in (section.title, *section.aliases)
        )
    )
}
"""The character of each section heading, by its key without the number."""


def _characters(label: str, aliases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(LABELS[key] for key in _spellings(label, aliases))


COLUMNS: dict[str, dict[str, Column]] = {
    form.id: {
        character: column
        for _, block in _blocks(form)
        for column in block.columns
        for character in _characters(column.label, column.aliases)
    }
    for form in FORMS
}
"""For each form, the characters that may head a column."""


def _row_slots(form: Form) -> Iterator[tuple[str, Slot]]:
    for table, block in _blocks(form):
        header = tuple(_characters(column.label, column.aliases) for column in block.columns)
        for row in block.data_rows if not block.one_line else ():
            first = form.positions[f"{table.id}.{row.id}.{block.columns[0].id}"]
            for character in _characters(row.label, row.aliases):
                confusable = character in COLUMNS[form.id]
                yield (
                    character,
                    Slot(table.id, row.id, first, len(block.columns), header, confusable),
                )


ROWS: dict[str, dict[str, Slot]] = {form.id: dict(_row_slots(form)) for form in FORMS}
"""For each form, the row that a label's character names."""


TELLTALES: dict[str, frozenset[str]] = {
    form.id: frozenset(COLUMNS[form.id]).difference(
        *(COLUMNS[other.id] for other in FORMS if other is not form)
    )
    for form in FORMS
}
"""For each form, the column labels that only it has: they tell it from the others."""


@cache
def keys_of_rows(form: Form) -> Mapping[int, tuple[str, ...]]:
    """Return the keys of each row's label in all spellings, by the place of its first cell."""
    keys = dict[int, list[str]]()
    for key, character in LABELS.items():
        if character in ROWS[form.id]:
            keys.setdefault(ROWS[form.id][character].first, []).append(key)
    return {first: tuple(own) for first, own in keys.items()}
