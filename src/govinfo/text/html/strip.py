"""A page without its tags, each of which leaves behind what `tags` says; what is no text of the page is dropped.

Offices print one report like another: nearly every piece of a page was seen before, and costs one
look into a dictionary. Figures are what is new in a page, and a new figure behind a tag that is
known costs little more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from govinfo.spans import Edit, Text
from govinfo.text.html.tags import (
    DROP,
    KEEP,
    LONGEST_REMEMBERED,
    MOST_REMEMBERED,
    ROW,
    TO_THE_END,
    edits_of,
)

__all__ = ["LEFT", "bared"]


class _Remembered(dict[str, str]):
    """What a function makes of each string that it was given; bounded, so that a page cannot fill the memory."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, piece: str) -> str:
        left = self._work_out(piece)
        if len(piece) < LONGEST_REMEMBERED:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[piece] = left
        return left


def _left_by_piece(piece: str, *, lines: bool) -> str:
    tag, end, text = piece.partition(">")
    left = _left_by_tag(tag + end) if len(tag) < LONGEST_REMEMBERED else None
    # Printable text has no line breaks; without references and ends of comments it stays as it is.
    if left is not None and text.isprintable() and "&" not in text and ">" not in text:
        return left + text
    return _left_by("<" + piece, lines=lines)


@lru_cache(maxsize=MOST_REMEMBERED)
def _left_by_tag(tag: str) -> str | None:
    """What a tag leaves behind, unless that depends on the text after it: of links and small print it does."""
    if tag.startswith(_MAY_BE_NOTES):
        return None
    edits = edits_of("<" + tag, lines=False)
    whole = [edit.replacement for edit in edits if edit.start == 0 and edit.end == len(tag) + 1]
    return whole[0] if whole and DROP not in whole[0] else None


def _left_by(whole: str, *, lines: bool) -> str:
    return Text(whole).edited(edits_of(whole, lines=lines)).characters


def _left_by_cell(cell: str, *, lines: bool) -> str:
    return "".join(map(LEFT[lines].__getitem__, (_CELL + cell).split("<")))


_CELL = "td"
_MAY_BE_NOTES = ("a ", "A ", "a>", "A>", "small", "SMALL")
LEFT = {lines: _Remembered(partial(_left_by_piece, lines=lines)) for lines in (False, True)}
"""What pieces of pages leave behind, by whether the line breaks of the source are those of its text."""
_CELLS = {lines: _Remembered(partial(_left_by_cell, lines=lines)) for lines in (False, True)}
_SHORT = 40_000
"""In a page this short cells are short, and looking whole ones up is faster; otherwise finding them takes longer."""


def bared(text: Text, *, lines: bool) -> Text:
    """Return a page without its tags; what the surroundings of a tag have to settle is marked."""
    marked = _marked(text.characters, lines=lines)
    bare = text.rewritten(marked, partial(_edits, lines=lines), partial(_marked, lines=lines))
    return bare.edited(_dropped(marked)) if DROP in marked or KEEP in marked else bare


def _marked(page: str, *, lines: bool) -> str:
    """Return a page with what its tags leave behind in their place."""
    head, *cells = page.split("<" + _CELL) if len(page) < _SHORT else [page]
    first, *pieces = head.split("<")
    left = (*map(LEFT[lines].__getitem__, pieces), *map(_CELLS[lines].__getitem__, cells))
    return "".join((_left_by(first, lines=lines), *left))


def _edits(source: str, *, lines: bool) -> Iterator[Edit]:
    """Yield what `bared` replaces, but for what is dropped as a whole."""
    begin = 0
    for number, piece in enumerate(source.split("<")):
        whole = "<" + piece if number else piece
        for edit in edits_of(whole, lines=lines):
            yield Edit(begin + edit.start, begin + edit.end, edit.replacement)
        begin += len(whole)


_DROP_OR_KEEP = re.compile(f"[{DROP}{KEEP}].")
_LONGEST_FURNITURE = 4000


def _dropped(marked: str) -> Iterator[Edit]:
    """Yield the stretches that are no text of the page: scripts, comments, navigation."""
    begin, ending = 0, ""
    for mark in _DROP_OR_KEEP.finditer(marked):
        if ending:
            if mark[0] == ending:
                yield Edit(begin, mark.end())
                ending = ""
        elif mark[0][0] == DROP and (mark[0][1] in TO_THE_END or _is_furniture(marked, mark)):
            begin, ending = mark.start(), KEEP + mark[0][1]
        else:
            yield Edit(*mark.span())
    if ending:
        yield Edit(begin, len(marked))


def _is_furniture(marked: str, mark: re.Match[str]) -> bool:
    """Whether an element has an end, not far away, and no row of a table before it."""
    end = marked.find(KEEP + mark[0][1], mark.end(), mark.end() + _LONGEST_FURNITURE)
    return end >= 0 and marked.find(ROW, mark.end(), end) < 0
