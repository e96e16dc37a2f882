"""One space between cells: `规章 0 0 4` on a line of its own, or every row, or the whole report, on a single line.

Blank cells leave nothing behind, or a second space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.columns import lines_of
from govinfo.page import Grid, Page, Stream
from govinfo.spans import Edit, Span, Text

__all__ = ["SPACED"]

_FEW_PIPES = 12
"""A website around the report divides its links with a few pipes; a table needs more."""
_FEW = 3
"""So many labels with figures behind them are rows of a table."""
_NONE = "[/—-]|无|無|不适用|不適用"
# The space comes first: to look for one is quick.
_FIGURES = rf" (?<=[\u4e00-\u9fff）)”\"] )[+-]?\d[\d.,]*+(?>(?: [+-]?\d[\d.,]*+| (?:{_NONE})(?= |\n|$)){{2,}})"
_ROW = re.compile(rf"{_FIGURES}(?= |\n|$)")
_RUN_ON = re.compile(rf"{_FIGURES} (?=[\d（(\u4e00-\u9fff])")
_ABREAST = Match(
    0.66, "numbers stand side by side behind their labels, with one space between them"
)


def _recognise(text: Text) -> Match | None:
    characters = str(text)
    if "|" in characters and characters.count("|") > _FEW_PIPES:
        return None
    characters = _narrow(characters)
    rows = sum(1 for _ in zip(range(_FEW), _ROW.finditer(characters), strict=False))
    return _ABREAST if rows == _FEW else None


def _narrow(characters: str) -> str:
    """The characters with every space as wide as the others."""
    return characters.replace("\xa0", " ").replace("\u3000", " ")


def _read(text: Text) -> Page:
    characters = _narrow(str(text))
    if characters != str(text):
        text = text.edited([Edit(0, len(characters), characters)])
    if _RUN_ON.search(characters):
        text = text.edited(_broken(characters))
        return Page(text, (Stream(Span(0, len(text)), ("\n",)),))
    return Page(
        text,
        (
            Grid(
                Span(0, len(text)), rows=tuple(line.row for line in lines_of(characters, heads=" "))
            ),
        ),
    )


def _broken(characters: str) -> Iterator[Edit]:
    """Put each piece on a line of its own, where rows run on without line breaks."""
    begin = 0
    for line in characters.split("\n"):
        end = begin + len(line)
        if _ROW.search(line):
            yield Edit(begin, end, line.replace(" ", "\n"))
        begin = end + 1


SPACED = Adapter("spaced", _recognise, _read, surest=_ABREAST.score)
