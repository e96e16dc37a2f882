"""A page written as a string: one character for each token.

A number becomes `0`, a blank cell a space, a known label a character of its own, running text `p`.
What a page is made of can then be found with ordinary patterns, at the speed of the pattern engine;
and since reports repeat themselves, each distinct token is looked at once.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import chain

from govinfo.binding.kinds import (
    BLANK,
    NOISE,
    NOT_APPLICABLE,
    NUMBERED,
    PROSE,
    SIGNED,
    UNKNOWN,
    UNREADABLE,
    VALUE,
    line_around,
)
from govinfo.figures import State, is_change_in_words, is_figure_like, read_cell
from govinfo.forms.labels import (
    FIRST,
    HEADINGS,
    LABELS,
    LAST,
    ROWS,
    bare_key,
    heading_key,
    label_key,
    number_of_heading,
)
from govinfo.page import ROW_END
from govinfo.text.boilerplate import PAGE_NUMBER
from govinfo.text.normalise import plain
from govinfo.text.scripts import HAN
from govinfo.text.taiwan_wording import as_on_the_mainland

__all__ = ["GREATEST_COUNT", "kinds_of", "signed_kinds_of"]

GREATEST_COUNT = 9_999_999_999
"""No office counts more; longer digits are the figures of two cells that ran together."""
_SHORT_CHARS = 40
_LONGEST_LABEL_CHARS = 300
"""The longest label has 33 characters; with a gloss after each, and all doubled, it is shorter."""
_LONGEST_HEADING_CHARS = 45
_MOST_REMEMBERED = 8192
_NOISE = re.compile(
    PAGE_NUMBER
    + r"""
    | (?= [^-=─━═]* (?: -{3} | ={3} | ─{3} | ━{3} | ═{3} ) )           # a rule: :---: or +---+---+
      [+\-=:|─━═┼├┤┬┴╋╪\s]+
    | [.。、,，;；:：·]{1,2}                                          # a mark that left its label
    | [(（]? [续續接] 上? [表页頁] [)）]? | [表]\s?[一二三四\d]\s?[(（][续續][)）]   # （续上表）
    | [(（]? [见見转轉接] 下 [页頁] [)）]?
    | [(（]? 单位 [:：] \s? [件条项宗] [)）]?                          # a unit above a table
    | https?://[!-~]{1,300} (?: \s{1,3} \d{1,3} / \d{1,3} )?            # at the foot of a page
    | (?: 打印 (?: 时间 | 日期 ) [:：] \s? )?                           # the day of printing
      \d{4} (?P<mark>[-/]) \d{1,2} (?P=mark) \d{1,2} (?: \s \d{1,2}:\d\d (?: :\d\d )? )?
    """,
    re.VERBOSE,
)
_WIKI_RULE = "|-"
"""What stands between two rows of a table in a wiki; a dash in a cell has a space before it."""
_REMARK = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)$")
"""What an office added to a label in brackets: a unit, or how the row is to be filled in."""
_MARK_OF_A_NOTE = re.compile(
    r"(?: [①-⑳¹²³⁴-⁹※*\#]+ | [\[【〔] 注?\d{0,2} [\]】〕] ) \s* \Z", re.VERBOSE
)
"""What sends from a label to a note below the table."""
_LONGEST_MARK_CHARS = 2
_CUT = re.compile(r"(?:…{1,2}|\.{2,})\s*\|?\s*\Z")
_FEWEST_CUT_CHARS = 4
"""So much is left of a label that a program cut off, 一、本年新收政府…."""
_DEFINES = re.compile(
    r"""
    \s* (?P<label> [^:：。；;，,]{2,30}? ) \s*
    (?: [:：,，(（] \s* (?: 是 | 系 | 主要 )? (?: 指 | 即 | 包括 | 包含 ) | 是指 | 系指 )
    """,
    re.VERBOSE,
)
"""A label with what it means behind it: 规章：指…"""
_DEFINITION_REACH_CHARS = 60
"""The word that begins what it means stands no further behind."""
_ENUMERATOR = re.compile(r"\d{1,2}[.、)]|\(\d{1,2}\)")
"""The number of a label in a cell of its own; it is no figure."""
_MADE_UP_NAME = re.compile(r"Col\d{1,2}|Unnamed: \d{1,2}(?:_level_\d)?")
"""What converters write where the head of a column is blank."""
_STRAYED_MARK = re.compile(r"(\d{1,2})([^\d.、)].*?)[.、]?")
"""A label whose number has lost its mark: it stands on a line of its own, or nowhere."""
_LINE_NUMBER = re.compile(r"\s*\d{1,2} {1,4}(?P<label>[\u4e00-\u9fff]\S{1,30})\s*")
"""The label of a row behind the number of its line: 2 规章."""
_ROWS_OF_TABLE_TWO = frozenset(
    kind for rows in ROWS.values() for kind, slot in rows.items() if slot.table == "proactive"
)
_LONGEST_CELL_CHARS = 12
_LOST = "\ufffd"
_FEW_SOUND_CHARS = 2
"""Of a label with lost characters at least so many must be left, and half of all."""
_HAS_CELLS = re.compile(f"[{VALUE}{SIGNED}{FIRST}-{LAST}]")
"""A line of a grid with a number or the label of a row."""
_KIND_OF_STATE = {
    State.PRINTED: VALUE,
    State.BLANK: BLANK,
    State.NOT_APPLICABLE: NOT_APPLICABLE,
}


class _Kinds(dict[str, str]):
    """The kind of each token seen; bounded, so that a hostile page cannot fill the memory."""

    def __missing__(self, token: str) -> str:
        if len(token) > _SHORT_CHARS and "。" in token:
            head = token[:_DEFINITION_REACH_CHARS]
            # Each sentence of a page comes here: most have none of these words at their beginning.
            defines = ("指" in head or "即" in head or "包" in head) and _DEFINES.match(token)
            if not defines:
                return PROSE
        if len(token) > _LONGEST_LABEL_CHARS:
            return BLANK if token.isspace() else PROSE
        if token == ROW_END:
            kind = ROW_END
        elif token.rstrip() == _WIKI_RULE:
            kind = NOISE
        else:
            printed = read_cell(token)
            kind, value = _KIND_OF_STATE.get(printed.state) or _kind_of_text(token), printed.value
            if kind == VALUE and value is not None:
                is_no_count = value < 0 or value > GREATEST_COUNT or isinstance(value, Decimal)
                kind = SIGNED if is_no_count or is_change_in_words(token) else VALUE
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[token] = kind
        return kind


_KINDS = _Kinds()
"""What a token is depends on its characters alone: all pages share what was worked out once."""


def kinds_of(tokens: list[str]) -> str:
    """Return one character for each token."""
    return signed_kinds_of(tokens).replace(SIGNED, VALUE)


def signed_kinds_of(tokens: list[str]) -> str:
    """Return one character for each token; numbers that not every column can hold are `SIGNED`."""
    kinds = "".join(map(_KINDS.__getitem__, tokens))
    if NOISE not in kinds:
        return kinds
    # 8/0, or a mark, in a row of a grid is a cell, and 8/10 on a line of its own is none. Most
    # noise is the rule below the head of a table, the same in each cell.
    noise = [match.start() for match in re.finditer(NOISE, kinds)]
    like_cells = {
        text
        for text in set(map(tokens.__getitem__, noise))
        if "/" in text or len(text.strip(" \t|")) <= _LONGEST_MARK_CHARS
    }
    if not like_cells:
        return kinds
    found = list(kinds)
    for token in noise:
        line = line_around(kinds, token)
        beside = kinds[line.begin : line.end]
        if tokens[token] in like_cells and line.is_row and _HAS_CELLS.search(beside):
            found[token] = UNREADABLE
    return "".join(found)


def _kind_of_text(token: str) -> str:
    """The kind of a token that is neither blank nor a figure."""
    for pattern, kind in ((_NOISE, NOISE), (_MADE_UP_NAME, BLANK)):
        if pattern.fullmatch(token.strip(" \t\n|\u3000\xa0")):
            return kind
    key = label_key(plain(token))
    label = _label(key) or _label_with_more(token, key)
    if label:
        return label
    if not HAN.search(key) or is_figure_like(key):
        is_cell = len(key) <= _LONGEST_CELL_CHARS and not _ENUMERATOR.fullmatch(key)
        return UNREADABLE if is_cell else UNKNOWN
    if len(key) > _LONGEST_HEADING_CHARS:
        return PROSE
    number = number_of_heading(key)
    if number is not None and "。" not in key and ";" not in key:
        return chr(ord(NUMBERED) + number)
    return PROSE if key[-1] in "。;" else UNKNOWN


def _label_with_more(token: str, key: str) -> str | None:
    """The label in a token that has a number, a note or what it means beside it, or is cut off."""
    if (numbered := _LINE_NUMBER.fullmatch(token)) is not None:
        named = LABELS.get(label_key(plain(numbered["label"])))
        if named in _ROWS_OF_TABLE_TWO:
            return named
    mark = _MARK_OF_A_NOTE.search(token)
    rest = _REMARK.sub("", key) if mark is None else label_key(plain(token[: mark.start()]))
    label = _label(rest) if rest != key else None
    if label is None and (cut := _CUT.search(token)) is not None:
        # The only label or heading that begins with what is left.
        left = label_key(plain(token[: cut.start()]))
        every = chain(LABELS.items(), HEADINGS.items()) if len(left) >= _FEWEST_CUT_CHARS else ()
        kinds = {kind for key_of_kind, kind in every if key_of_kind.startswith(left)}
        label = kinds.pop() if len(kinds) == 1 else None
    if label is None and (defined := _DEFINES.match(key)) is not None:
        label = _label(defined["label"])
    return label


def _label(key: str) -> str | None:
    """The character of the label or heading with this key, in any of its wordings."""
    found = LABELS.get(key) or LABELS.get(bare_key(key)) or HEADINGS.get(heading_key(key))
    if found:
        return found
    numbered = _STRAYED_MARK.fullmatch(key)
    if numbered is not None and f"{numbered[1]}.{numbered[2]}" in LABELS:
        return LABELS[f"{numbered[1]}.{numbered[2]}"]
    worded = as_on_the_mainland(key)
    if worded != key:
        return _label(worded)
    lost = key.count(_LOST)
    if not lost or len(key) - lost < max(_FEW_SOUND_CHARS, len(key) / 2):
        return None
    # The only label with these characters, where U+FFFD stands for one that is lost.
    fitting = {
        known[whole]
        for known, wounded in ((LABELS, key), (HEADINGS, heading_key(key)))
        for whole in _keys_of_length(len(wounded))
        if whole in known
        and all(one in (other, _LOST) for one, other in zip(wounded, whole, strict=True))
    }
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _keys_of_length(length: int) -> tuple[str, ...]:
    return tuple(key for key in (*LABELS, *HEADINGS) if len(key) == length)
