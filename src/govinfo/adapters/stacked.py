"""One cell a line, with or without blank lines between, indented or not, each line ended by ` |` or not."""

from __future__ import annotations

import re

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Page, Stream
from govinfo.spans import Span, Text

__all__ = ["STACKED"]

_THREE_NUMBERS = re.compile(r"\n[^\S\n]*\d[^\n\u4e00-\u9fff]{0,14}\n\s{0,8}\d[^\n\u4e00-\u9fff]{0,14}\n\s{0,8}\d[^\n\u4e00-\u9fff]{0,14}(?:\n|$)")
# The heads of table three, each on a line of its own: a form with no numbers in it.
_HEADS = re.compile(r"\n[^\S\n]*(?:自然人|科研机构|法律服务机构|结果维持|尚未审结)[^\S\n]*\|?[^\S\n]*\n")
_MOSTLY = 0.7


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    if _THREE_NUMBERS.search(characters):
        return Match(0.7, "numbers stand one below the other, each on a line of its own")
    if _HEADS.search(characters):
        return Match(0.5, "column heads stand one below the other, each on a line of its own")
    return None


def _read(text: Text) -> Page:
    characters = str(text)
    breaks, blank_lines = characters.count("\n"), characters.count("\n\n")
    # Where nearly every line is followed by a blank one, the blank line is the separator and not an empty cell.
    separators = ("\n\n", "\n") if 2 * blank_lines >= _MOSTLY * breaks else ("\n",)
    return Page(text, (Stream(Span(0, len(characters)), separators),))


STACKED = Adapter("stacked", _recognise, _read)
