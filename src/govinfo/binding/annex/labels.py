"""Find the labels of an annex in running characters, and the rows of a form that they name.

The cells of an annex stand behind spaces, behind nothing, one on each line, or in a grid; its
labels are the same in all of these. The search goes through the characters without white space and
borders. Whether there was any is asked afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from attrs import frozen

from govinfo.forms import FORMS, Form, Row
from govinfo.text.scripts import HAN

__all__ = ["NARROW", "UNIT", "Label", "Squeezed", "find_labels", "rows_named", "squeeze"]

NARROW = str.maketrans("（）：，．／－０１２３４５６７８９｜│┃║", "():,./-0123456789||||")
"""Full width to half width, and every kind of vertical line to one, one character for one."""
_KEPT = re.compile(r"[^\s|“”\"'‘’「」『』]")
UNIT = r"(?:人次|万元|亿元|元|条|件|次|篇|人|个|份|期|项|宗|场)"
_STARTS_A_ROW = re.compile(rf"(?:{UNIT}|统计数?|累计|年度?|数[量据值]|单位|合计|实际)$")
"""What a label may follow without a space: the unit of a blank row, or the last head."""
_NUMERALS = "[一二三四五六七八九十]{1,2}"
_NUMBER = rf"""
    (?:其中[:,]?)?
    (?: (?P<digits>\d+)[.、)]           # 1.  1、  1)
      | \(\d{{1,2}}\)                   # (1)
      | {_NUMERALS}、                   # 一、
      | \({_NUMERALS}\)                 # (一)
    )?
    (?:其中[:,]?)?
"""
_NUMBER_BEFORE = re.compile(rf"{_NUMBER}$", re.VERBOSE)
_NUMBER_IN_FRONT = re.compile(rf"^{_NUMBER}", re.VERBOSE)
_PRINTED_NUMBER = re.compile(r"(?:其中[:：])?(\d{1,2})[.、]")
_NUMBERED = rf"\({_NUMERALS}\)|\(\d{{1,2}}\)"
_REMARK = re.compile(rf"\*|(?!{_NUMBERED})\((?:[^()]{{2,60}}\))?")
"""A remark in brackets, or the bracket of one that something interrupts."""
_BEFORE_LABEL_CHARS = 24
_LABEL_NUMBER_DIGITS = 2
_AFTER_LABEL = re.compile(rf"{UNIT}|(?:其中|\(?{_NUMERALS}[、)])")


class Squeezed(NamedTuple):
    """Characters without white space, borders and quotes, and where each of them stood."""

    characters: str
    places: tuple[int, ...]

    def gap(self, index: int) -> bool:
        """Return whether a character stood apart from the one before, or is the first or no one."""
        return not 0 < index < len(self.places) or self.places[index] - self.places[index - 1] > 1


class Label(NamedTuple):
    """A label among squeezed characters."""

    key: str
    start: int
    """Where its number begins, or 其中, or else the label."""
    end: int
    """Where it ends, with the remark behind it."""
    number: int | None
    """Its number, when that is in figures."""
    sure: bool = True
    """Whether its number is told from digits of the row above."""

    @classmethod
    def of(cls, text: Squeezed, match: re.Match[str], start: int, done: int) -> Label | None:
        """Return the label that begins at `start`; `None` in a longer one or in a sentence."""
        characters, end = text.characters, match.end()
        remark = _REMARK.match(characters, end)
        if remark is not None:
            # Figures may stand in the middle of a remark that goes on over lines.
            is_whole = not any(text.gap(index) for index in range(end + 1, remark.end()))
            if remark[0] and remark[0] not in _vocabulary().remarks and not is_whole:
                return None
            end = remark.end()
        following = characters[end : end + 1]
        if HAN.match(following) and not text.gap(end) and not _AFTER_LABEL.match(characters, end):
            return None
        beside = start != done and not text.gap(start) and HAN.match(characters[start - 1 : start])
        if beside and not _STARTS_A_ROW.search(
            characters, max(0, start - _BEFORE_LABEL_CHARS), start
        ):
            return None
        return cls(match[0], start, end, None)

    def numbered(self, text: Squeezed, before: re.Match[str], last: int) -> Label:
        """Return it with its number, told from digits of the row above that may touch it."""
        first, stop = before.span("digits")
        if before.start() < first:
            return self._replace(number=int(before["digits"]))
        apart = max((place for place in range(first, stop) if text.gap(place)), default=first)
        digits = text.characters[apart:stop]
        if apart > first and len(digits) <= _LABEL_NUMBER_DIGITS:
            # The row above has a figure of its own, with a space behind it.
            return self._replace(start=apart, number=int(digits))
        known = {last + 1, *_vocabulary().own_numbers.get(self.key, ())}
        rests = {
            digits.removesuffix(str(number)): number
            for number in known
            if digits.endswith(str(number))
        }
        if len(rests) != 1:
            return self._replace(start=stop, sure=False)
        rest, number = rests.popitem()
        return self._replace(start=apart + len(rest), number=number)


def squeeze(characters: str, begin: int, end: int) -> Squeezed:
    """Return the characters between two places without white space, borders and quotes."""
    kept = [match.start() for match in _KEPT.finditer(characters, begin, end)]
    return Squeezed("".join([characters[place] for place in kept]), tuple(kept))


def find_labels(text: Squeezed) -> Iterator[Label]:
    """Yield the labels of rows of any annex, in the order of the text."""
    characters, done, last = text.characters, 0, 0
    for match in _vocabulary().pattern.finditer(characters):
        start = match.start()
        if start < done:
            continue
        before = _NUMBER_BEFORE.search(characters, max(done, start - _BEFORE_LABEL_CHARS), start)
        label = Label.of(text, match, before.start() if before else start, done)
        if label is None:
            continue
        if before is not None and before["digits"] is not None:
            label = label.numbered(text, before, last)
        yield label
        done, last = label.end, label.number or last


@frozen
class _Vocabulary:
    """What the forms print in their annexes."""

    pattern: re.Pattern[str]
    """Every label, the longest first."""
    remarks: frozenset[str]
    """The remarks behind labels."""
    own_numbers: dict[str, set[int]]
    """The numbers before each label."""


@cache
def _vocabulary() -> _Vocabulary:
    keys, remarks, own_numbers = set[str](), set[str](), dict[str, set[int]]()
    for form in FORMS:
        keys |= _rows_by_key(form).keys()
        for key, rows in _rows_by_key(form).items():
            for number in filter(None, (_PRINTED_NUMBER.match(row.label) for row in rows)):
                own_numbers.setdefault(key, set()).add(int(number[1]))
        for row in form.annex.rows if form.annex else ():
            label = "".join(_KEPT.findall(row.label.translate(NARROW)))
            if remark := _REMARK.search(label, _LABEL_NUMBER_DIGITS):
                remarks.add(remark[0])
    longest_first = sorted(keys, key=len, reverse=True)
    firsts = "".join(sorted({key[0] for key in keys}))
    pattern = f"(?=[{re.escape(firsts)}])(?:{'|'.join(map(re.escape, longest_first))})"
    return _Vocabulary(re.compile(pattern), frozenset(remarks), own_numbers)


def rows_named(form: Form, key: str) -> tuple[Row, ...]:
    """Return the rows of a form's annex that a label may name; 其他情形数 names two."""
    return _rows_by_key(form).get(key, ())


@cache
def _rows_by_key(form: Form) -> dict[str, tuple[Row, ...]]:
    """Return the rows of a form's annex by each of their labels, without number and remark."""
    rows: dict[str, dict[str, Row]] = {}
    for row in form.annex.rows if form.annex else ():
        for label in (row.label, *row.aliases):
            key = "".join(_KEPT.findall(label.translate(NARROW))).rstrip("*")
            key = re.sub(r"\([^()]*\)$", "", _NUMBER_IN_FRONT.sub("", key))
            rows.setdefault(key, {})[row.id] = row
    # 申请数, 申请总数 and 申请数量 mean the same.
    for key in tuple(rows):
        stem = re.sub(r"(?:总数|数量|数)$", "", key)
        for ending in ("数", "总数", "数量") if stem != key else ():
            rows.setdefault(stem + ending, rows[key])
    return {key: tuple(named.values()) for key, named in rows.items()}
