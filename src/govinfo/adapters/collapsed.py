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

# Heads run into the first label, or a label into its figures: in no other dialect do they touch.
_GLUED = re.compile(r"[件总總][数數]量?[规規]章|[审審][结結][总總][计計][结結]果|公[开開]申[请請][数數]量\d")
_MATCH = Match(0.85, "heads, labels and figures run into each other")
_PIECE = re.compile(
    r"(?P<heading>[一二三四五六]、[^，。；：\d\n]{2,30}?(?:情况|情況|事项|事項))"
    r"|(?P<run>[+\-/—]?\d(?:[\d+\-/— \t\u3000\xa0]|[.,](?=\d))*(?:[万萬亿億]?元)?|/[ /]*)"
    r"|(?P<end>\n)"
)


def _recognise(text: Text) -> Match | None:
    return _MATCH if _GLUED.search(str(text)) else None


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


COLLAPSED = Adapter("collapsed", _recognise, _read)
