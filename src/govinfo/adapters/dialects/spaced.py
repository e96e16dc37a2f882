"""One space between cells: `规章 0 0 4`, a row a line, or all rows on a single line.

Blank cells leave nothing behind, or a second space.
"""

from __future__ import annotations

import re
from itertools import islice

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.columns import lines_of
from govinfo.adapters.layout.spaced_units import join_units, joined_units
from govinfo.figures import MEASURE_WORDS
from govinfo.page import Grid, Page, Stream
from govinfo.spans import Edit, Span, Text

__all__ = ["SPACED", "read", "recognise"]

_LINKS_PIPES = 12
"""A website around the report divides its links with a few pipes; a table needs more."""
_FEWEST_ROWS = 3
"""So many labels with figures behind them are rows of a table."""
_NUMBER = rf"[+-]?\d[\d.,]*+(?>(?:{MEASURE_WORDS})?)"
_NOTHING = r"(?:[/—-]|无|無|不适用|不適用)(?=[ ]|\n|$)"
# The search for a space is quick: so it comes first, and then what stands before it.
_FIGURES = rf" (?<=[\u4e00-\u9fff）)”\"] ){_NUMBER}(?>(?: {_NUMBER}| {_NOTHING}){{2,}})"
_ROW = re.compile(rf"{_FIGURES}(?= |\n|$)")
_WHOLE_ROW = re.compile(
    rf"""
    [ ] (?<=[\u4e00-\u9fff）)”"][ ])                   # behind a label
    {_NUMBER} (?>(?: [ ] (?:{_NUMBER}|{_NOTHING}) ){{6,}})   # and seven figures
    (?= [ ] | \n | $ )
    """,
    re.VERBOSE,
)
"""A label and a row of table 3: one is enough where a page holds the end of a table."""
_RUN_ON = re.compile(rf"{_FIGURES} (?=[\d（(\u4e00-\u9fff])")
_ROW_ALONE = re.compile(
    rf"[\u4e00-\u9fff）)”\"] {_NUMBER}(?>(?: {_NUMBER}| {_NOTHING})*) ?$",
)
"""A label and figures up to the end of the line, one figure at least: the rest of such a page."""
_RUN = re.compile(
    rf"""
    (?P<figures> (?>(?: \n (?:{_NUMBER}|{_NOTHING}) (?=\n|$) )+) )
    (?P<gap> \n\n (?=[^\n\d]) )?    # two spaces before the next words
    """,
    re.VERBOSE,
)
_MATCH = Match(0.66, "numbers stand side by side behind their labels, with one space between them")


def recognise(text: Text) -> Match | None:
    """Return a match for a few labels with numbers behind them, or one with all of a row."""
    characters = str(text)
    if "|" in characters and characters.count("|") > _LINKS_PIPES:
        return None
    joined = joined_units(_narrow(characters))
    rows = islice(_ROW.finditer(joined), _FEWEST_ROWS)
    is_table = len(list(rows)) == _FEWEST_ROWS or _WHOLE_ROW.search(joined) is not None
    return _MATCH if is_table else None


def _narrow(characters: str) -> str:
    """Return the characters with every wide space as a plain one."""
    return characters.replace("\xa0", " ").replace("\u3000", " ")


def read(text: Text) -> Page:
    """Return a page with a row for each line, or a cell for each piece where rows run on."""
    characters = _narrow(str(text))
    if characters != str(text):
        text = text.edited([Edit(0, len(characters), characters)])
    text = join_units(text, keeps_places=False)
    characters = str(text)
    if not _RUN_ON.search(characters):
        rows = tuple(line.row for line in lines_of(characters, heads=" "))
        return Page(text, (Grid(Span(0, len(text)), rows=rows),))
    # Rows run on without line breaks: each piece of such a line is a cell, and of a row beside it.
    edits, begin = list[Edit](), 0
    for line in characters.split("\n"):
        end = begin + len(line)
        if _ROW.search(line) or _ROW_ALONE.search(line):
            edits.append(Edit(begin, end, _cut(line)))
        begin = end + 1
    text = text.edited(edits)
    return Page(text, (Stream(Span(0, len(text)), ("\n",)),))


def _cut(line: str) -> str:
    """Return a line with a line break for each space between cells.

    Two spaces behind a row are a blank cell, unless the row has as many figures as the one before.
    """
    cut, before = list(line.replace(" ", "\n")), 0
    for run in _RUN.finditer("".join(cut)):
        count = run["figures"].count("\n")
        if run["gap"] is None:
            before = count
        elif count == before:
            cut[run.end() - 1] = " "
    return "".join(cut)


SPACED = Adapter("spaced", recognise, read, surest=_MATCH.score)
