"""The unit of an amount of money, where an office prints another one than the form.

It stands in the head of the column, behind the label of the row, in a column of units, or above the
table. An amount that is read in the wrong unit is ten thousand times wrong.
"""

from __future__ import annotations

import re

from govinfo.text.normalise import plain

__all__ = ["unit_around"]

_UNIT = r"(万元|亿元|元) (?![\u4e00-\u9fff])"
_WORDS = r"(?: (?:计量)?单位 [ \t]{0,9} [:：为是]? [ \t]{0,9} )?"
_MARKED = rf"""
    (?:
        (?: \s{{0,9}} [（(\[【〔]       # in brackets
          | [ \t]{{0,9}} [/,，:：]?     # behind a mark, or a space
        ) [ \t]{{0,9}} {_WORDS} {_UNIT}
    )
"""
_BEFORE = re.compile(
    rf"""
    [金总]额 {_MARKED}?                           # the head of a column of money: 本年收费金额
  | (?:收费|采购) {_MARKED}                       # the label of its row
  | (?<=[\s|,]) {_UNIT} (?= [ \t]*[\s|,] )        # a cell of its own, between label and amount
    """,
    re.VERBOSE,
)
_BEHIND = re.compile(rf"[\s|,]{{1,40}} {_UNIT} (?= [ \t]*[\s|,] | \Z )", re.VERBOSE)
_ABOVE_TABLE = re.compile(rf"单位 [ \t]{{0,9}} [:：为] [^\n|。]{{0,12}}? {_UNIT}", re.VERBOSE)
_REACH_CHARS, _TABLE_CHARS = 300, 800
"""A head stands no further above its amount, and what is above the table no further."""


def unit_around(characters: str, begin: int, end: int) -> str | None:
    """Return the unit that is printed for an amount; `None` where none is.

    Args:
        characters: The repaired text of a page.
        begin: Where the amount begins in it.
        end: Where the amount ends.

    """
    behind = _BEHIND.match(plain(characters[end : end + _REACH_CHARS]))
    if behind is not None:
        return behind[1]
    before = [*_BEFORE.finditer(plain(characters[max(0, begin - _REACH_CHARS) : begin]))]
    unit = next(filter(None, before[-1].groups()), None) if before else None
    above = characters[max(0, begin - _TABLE_CHARS) : begin]
    if unit is None and "单位" in above:
        stated = _ABOVE_TABLE.findall(plain(above))
        unit = stated[-1] if stated else None
    return unit
