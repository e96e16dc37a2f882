"""The labels of an annex in running characters: which stand there, and which rows of a form they name.

An annex comes spaced, glued, one cell a line or in a grid; what is the same in all of these are its
labels. They are looked for in the characters without white space and borders; whether there was any
is asked afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govinfo.forms import FORMS, Form, Row

__all__ = ["NARROW", "UNIT", "Label", "Squeezed", "labels_in", "rows_named", "squeezed"]

NARROW = str.maketrans("（）：，．／－０１２３４５６７８９｜│┃║", "():,./-0123456789||||")
"""Full width to half width, and every border to one, one character for one."""
_KEPT = re.compile(r"[^\s|“”\"'‘’「」『』]")
UNIT = r"(?:人次|万元|亿元|元|条|件|次|篇|人|个|份|期|项|宗|场)"
_STARTS_A_ROW = re.compile(rf"(?:{UNIT}|统计数?|累计|年度?|数[量据值]|单位|合计|实际)$")
"""What a label may follow without a space: the unit of a blank row, or the last head of a column."""
_HAN = re.compile("[\u3400-\u9fff]")
_NUMERALS = "[一二三四五六七八九十]{1,2}"
_NUMBER = rf"(?:其中[:,]?)?(?:(?P<digits>\d+)[.、)]|\(\d{{1,2}}\)|{_NUMERALS}、|\({_NUMERALS}\))?(?:其中[:,]?)?"
_BEFORE = re.compile(rf"{_NUMBER}$")
_NUMBERED = rf"\({_NUMERALS}\)|\(\d{{1,2}}\)"
_REMARK = re.compile(rf"\*|(?!{_NUMBERED})\((?:[^()]{{2,60}}\))?")
"""A remark in brackets, or the bracket of one that something interrupts."""
_REACH = 24
_LONGEST_NUMBER = 2
_AFTER = re.compile(rf"{UNIT}|(?:其中|\(?{_NUMERALS}[、)])")


class Squeezed(NamedTuple):
    """Characters without white space, borders and quotes, and where each of them stood."""

    characters: str
    places: tuple[int, ...]

    def gap(self, index: int) -> bool:
        """Whether something was between this character and the one before, or nothing is."""
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
    """Whether it is plain which of the digits before it are its number, and which a figure of the row above."""


def squeezed(characters: str, begin: int, end: int) -> Squeezed:
    """Return what is left of these characters without white space, borders and quotes."""
    kept = [match.start() for match in _KEPT.finditer(characters, begin, end)]
    return Squeezed("".join([characters[place] for place in kept]), tuple(kept))


def labels_in(text: Squeezed, begin: int = 0) -> Iterator[Label]:
    """Yield the labels of rows of any annex, in the order of the text."""
    done, last = begin, 0
    for match in _pattern().finditer(text.characters, begin):
        label = _label(text, match, done, last) if match.start() >= done else None
        if label is not None:
            yield label
            done, last = label.end, label.number or last


def _label(text: Squeezed, match: re.Match[str], done: int, last: int) -> Label | None:
    """The label, unless it is a piece of a longer one, or of a sentence."""
    characters, end = text.characters, match.end()
    before = _BEFORE.search(characters, max(done, match.start() - _REACH), match.start())
    start = before.start() if before else match.start()
    remark = _REMARK.match(characters, end)
    if remark and remark[0] not in _remarks() and any(map(text.gap, range(end + 1, remark.end()))):
        # Figures may stand in the middle of a remark that goes on over lines.
        return None
    end = remark.end() if remark else end
    following = characters[end : end + 1]
    if _HAN.match(following) and not text.gap(end) and not _AFTER.match(characters, end):
        return None
    beside = start != done and not text.gap(start) and _HAN.match(characters[start - 1 : start])
    if beside and not _STARTS_A_ROW.search(characters, max(0, start - _REACH), start):
        return None
    digits = before["digits"] if before else None
    if not before or digits is None:
        return Label(match[0], start, end, None)
    return _numbered(text, Label(match[0], start, end, None), before, last)


def _numbered(text: Squeezed, label: Label, before: re.Match[str], last: int) -> Label:
    """The label with its number, told from digits of the row above that may touch it."""
    first, stop = before.span("digits")
    if before.start() < first:
        return label._replace(number=int(before["digits"]))
    apart = max((place for place in range(first, stop) if text.gap(place)), default=first)
    digits = text.characters[apart:stop]
    if apart > first and len(digits) <= _LONGEST_NUMBER:
        # The row above has a figure of its own, with a space behind it.
        return label._replace(start=apart, number=int(digits))
    known = {last + 1, *_own_numbers(label.key)}
    rests = {
        digits.removesuffix(str(number)): number for number in known if digits.endswith(str(number))
    }
    if len(rests) != 1:
        return label._replace(start=stop, sure=False)
    rest, number = rests.popitem()
    return label._replace(start=apart + len(rest), number=number)


@cache
def _keys(form: Form) -> dict[str, tuple[Row, ...]]:
    """The rows of a form's annex by the core of each of their labels."""
    rows: dict[str, dict[str, Row]] = {}
    own = form.annex.rows if form.annex else ()
    for row in own:
        for text in (row.label, *row.aliases):
            rows.setdefault(_core(text), {})[row.id] = row
    for key in tuple(rows):
        for other in _counted_otherwise(key):
            rows.setdefault(other, rows[key])
    return {key: tuple(named.values()) for key, named in rows.items()}


def _counted_otherwise(key: str) -> tuple[str, ...]:
    """申请数, 申请总数 and 申请数量 are the same."""
    stem = re.sub(r"(?:总数|数量|数)$", "", key)
    return (
        ()
        if stem == key
        else tuple(stem + ending for ending in ("数", "总数", "数量") if stem + ending != key)
    )


def _core(label: str) -> str:
    """A label without quotes, number, 其中 and remarks."""
    text = "".join(_KEPT.findall(label.translate(NARROW))).rstrip("*")
    return re.sub(r"\([^()]*\)$", "", re.sub(rf"^{_NUMBER}", "", text))


@cache
def _remarks() -> frozenset[str]:
    """The remarks that the forms print behind their labels."""
    rows = (row for form in FORMS for row in (form.annex.rows if form.annex else ()))
    found = (
        _REMARK.search("".join(_KEPT.findall(row.label.translate(NARROW)))[_LONGEST_NUMBER:])
        for row in rows
    )
    return frozenset(match[0] for match in found if match)


@cache
def _own_numbers(key: str) -> frozenset[int]:
    """The numbers that the forms print before this label."""
    rows = (row for form in FORMS for row in _keys(form).get(key, ()))
    found = (re.match(r"(?:其中[:：])?(\d{1,2})[.、]", row.label) for row in rows)
    return frozenset(int(match[1]) for match in found if match)


@cache
def _pattern() -> re.Pattern[str]:
    keys = sorted({key for form in FORMS for key in _keys(form)}, key=len, reverse=True)
    firsts = "".join(sorted({key[0] for key in keys}))
    return re.compile(f"(?=[{re.escape(firsts)}])(?:{'|'.join(map(re.escape, keys))})")


def rows_named(form: Form, key: str) -> tuple[Row, ...]:
    """Return the rows of a form's annex that a label may name; 其他情形数 stands under two of them."""
    return _keys(form).get(key, ())
