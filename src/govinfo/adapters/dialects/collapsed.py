"""Text without separators: `…公开申请数量15130000154二、上年结转…`, as `get_text("")` leaves it.

Labels run into each other and into digits, and the number of the next label into the last digit.
All that is left to cut at are the borders between digits and words, and the headings.
"""

from __future__ import annotations

import re
from array import array

from govinfo.adapters.adapter import Adapter, Match
from govinfo.figures import DAMAGE, MEASURE_WORDS, without_units
from govinfo.page import LooseCells, Page
from govinfo.spans import Span, Text

__all__ = ["COLLAPSED", "read", "recognise"]

_LINKS_PIPES = 12
"""A website around the report divides its links with a few pipes; a table needs more."""
_MOST_LINES = 250
"""With more lines than this, cells stand one below the other."""
# Heads touch the first label or other heads, or a label touches its figures: so in no other
# dialect.
_GLUED = (
    "有效件数规章",
    "有效件數規章",
    "公开总数量规",
    "公開總數量規",
    "审结总计结果",
    "審結總計結果",
)
_LABEL_AND_FIGURE = re.compile(r"公开申请数量\d")
# Where most separators were kept, some of these borders have one, but hardly all of them.
_BORDER = re.compile(
    r"""
    # most places fail at their first character
    (?=[自业業机機组組维維纠糾审審\d国合内內过過执執另仍公])
    (?: # between two heads or labels
        自然人商 | [业業]科研 | [机機][构構]社[会會] | [組组][织織]法律 | [机機][构構]其他
      | [维維]持[结結]果 | [纠糾]正其他 | [审審][结結][总總][计計]
        # between a figure and the number of the next label: 二、 or （一） or 1.
      | \d(?=[二三四]、[上本结結]|[（(][一二三四五六七八][）)][予部不无無其總总])
      | \d(?=[1-9][.．、][属屬其法危保内內执執行本没沒补補信重要无無申])
        # between a label and its first figure
      | (?: 国家秘密 | 合法[权權]益 | [内內]部事[务務]信息 | [过過]程性信息 | [执執]法案卷
          | 另行制作 | 仍不明[确確] | 公[开開]出版物
        )\d
    )
    """,
    re.VERBOSE,
)
_FEWEST_BORDERS = 3
"""So many different borders without a separator are no slip."""
# Surer than dialects that see figures with a space between, which some of these texts have too.
_MATCH = Match(0.69, "heads, labels and figures run into each other")
_PIECE = re.compile(
    rf"""
    [\n\d+\-/—一二三四五六{DAMAGE}]   # the first character tells nearly all others from a piece
    (?:
        (?P<end> (?<=\n) )
      | (?P<run>                 # digits and signs, with the unit of an amount
            (?: (?<=\d) | (?<=[+\-/—{DAMAGE}])\d )
            (?> (?:
                [\d+\-/—\ \t\u2000-\u200a\u202f\u3000\xa0]
              | [.,](?=\d) | (?<=\d)[{DAMAGE}] | [{DAMAGE}](?=\d)
            ){{0,2000}} )
            (?: [万萬亿億]?元 )?
            (?! [年月日号號条條项項个個份次件%] )    # another unit: the figure of a sentence
          | (?<=/)[\ /]*
        )
      | (?P<heading> (?<=[一二三四五六])、 [^，。；：\d\n]{{2,30}}? (?:情况|情況|事项|事項) )
    )
    """,
    re.VERBOSE,
)


_COUNTED_ROW = re.compile(rf"(?:\d(?:{MEASURE_WORDS})[ \d]*){{4}}")
"""A row with a unit behind each of its figures: 12件0件3件0件."""


def recognise(text: Text) -> Match | None:
    """Return a match where heads, labels and figures run into each other."""
    characters = str(text)
    if characters.count("|") > _LINKS_PIPES or characters.count("\n") > _MOST_LINES:
        return None
    # Each `in` is a scan at the speed of memory; one pattern for all takes fifty times as long.
    if any(words in characters for words in _GLUED) or _LABEL_AND_FIGURE.search(characters):
        return _MATCH
    if "自然人" not in characters:
        return None
    borders = set[str]()
    for border in _BORDER.finditer(characters):
        # A digit stands before a label: the label tells one border from another.
        words = border[0] if len(border[0]) > 1 else characters[border.end() : border.end() + 4]
        borders.add(words)
        if len(borders) == _FEWEST_BORDERS:
            return _MATCH
    return None


def read(text: Text) -> Page:
    """Return a page of words, headings and runs of digits."""
    characters, borders, runs, done = text.characters, array("i"), list[int](), 0
    searched = without_units(characters) if _COUNTED_ROW.search(characters) else characters
    for match in _PIECE.finditer(searched):
        begin, end = match.span()
        if begin > done:
            borders.extend((done, begin))
        done, kind = end, match.lastgroup
        if kind == "run":
            runs.append(len(borders) // 2)
            end = begin + len(match[0].rstrip())
        if kind != "end":
            borders.extend((begin, end))
    if done < len(characters):
        borders.extend((done, len(characters)))
    return Page(
        text, (LooseCells(Span(0, len(characters)), borders, tuple(runs)),) if borders else ()
    )


COLLAPSED = Adapter("collapsed", recognise, read, surest=_MATCH.score)
