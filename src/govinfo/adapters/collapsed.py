"""Text whose separators are gone: `…公开申请数量15130000154二、上年结转…`, what `get_text("")` leaves of a page.

Labels run into each other and into digits, the number of the next label into the last digit. All that is left to cut at
are the borders between digits and words, and the headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.adapters.adapter import Adapter, Match
from govinfo.page import Block, Page, Run, Stream
from govinfo.spans import Span, Text

__all__ = ["COLLAPSED"]

# Heads run into the first label or into other heads, or a label into its figures: in no other dialect do they touch.
_GLUED = ("有效件数规章", "有效件數規章", "公开总数量规", "公開總數量規", "审结总计结果", "審結總計結果")
_LABEL_AND_FIGURE = re.compile(r"公开申请数量\d")
_MATCH = Match(0.65, "heads, labels and figures run into each other")
_PIECE = re.compile(
    r"(?P<heading>[一二三四五六]、[^，。；：\d\n]{2,30}?(?:情况|情況|事项|事項))"
    r"|(?P<run>[+\-/—]?\d(?:[\d+\-/— \t\u3000\xa0]|[.,](?=\d))*(?:[万萬亿億]?元)?|/[ /]*)"
    r"|(?P<end>\n)"
)


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    # Each `in` is a scan at the speed of memory; one pattern for all of them would take fifty times as long.
    glued = any(words in characters for words in _GLUED) or _LABEL_AND_FIGURE.search(characters)
    return _MATCH if glued else None


def _read(text: Text) -> Page:
    blocks, words = list[Block](), list[Span]()
    for span, is_run in _pieces(str(text)):
        if not is_run:
            words.append(span)
            continue
        if words:
            blocks.append(Stream(Span(words[0].start, words[-1].end), cells=tuple(words)))
            words = []
        blocks.append(Run(span))
    if words:
        blocks.append(Stream(Span(words[0].start, words[-1].end), cells=tuple(words)))
    return Page(text, tuple(blocks))


def _pieces(characters: str) -> Iterator[tuple[Span, bool]]:
    """Yield each stretch of words, each heading and each run of digits, and whether it is a run."""
    done = 0
    for match in _PIECE.finditer(characters):
        if match.start() > done:
            yield Span(done, match.start()), False
        if match.lastgroup != "end":
            end = match.start() + len(match[0].rstrip())
            yield Span(match.start(), end), match.lastgroup == "run"
        done = match.end()
    if done < len(characters):
        yield Span(done, len(characters)), False


COLLAPSED = Adapter("collapsed", _recognise, _read, surest=0.65)
