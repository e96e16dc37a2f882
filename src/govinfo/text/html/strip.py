"""A page without its tags, each of which becomes the marks that `tags` says.

Scripts, comments and navigation are no text of the page and are removed as a whole. Most pieces of
a page are known from pages before it, and cost one look into a dictionary. New are mostly figures,
and a new figure behind a known tag costs little more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from govinfo.spans import Edit, Text
from govinfo.text.html.tags import (
    DROP,
    FIELD,
    FIELDS,
    KEEP,
    LONGEST_REMEMBERED,
    MOST_REMEMBERED,
    OBJECT,
    OBJECTS,
    ROW,
    TO_THE_END,
    edits_of,
)

__all__ = ["MARKED_PIECES", "strip_tags"]


class _Remembered(dict[str, str]):
    """What a function returns for each string, up to a number that keeps the memory small."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, piece: str) -> str:
        made = self._work_out(piece)
        if len(piece) < LONGEST_REMEMBERED:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[piece] = made
        return made


def _mark_piece(piece: str, *, lines: bool) -> str:
    """Return a piece, given without its `<`, with marks in place of its tag."""
    tag, end, text = piece.partition(">")
    marks = _mark_tag(tag + end) if len(tag) < LONGEST_REMEMBERED else None
    # Printable text has no line breaks; without references and ends of comments it stays as it is.
    if marks is not None and text.isprintable() and "&" not in text and ">" not in text:
        return marks + text
    return _mark("<" + piece, lines=lines)


@lru_cache(maxsize=MOST_REMEMBERED)
def _mark_tag(tag: str) -> str | None:
    """Return the marks of a tag; `None` where they depend on the text after the tag."""
    if tag.lower().startswith(_TEXT_DECIDES):
        return None
    edits = edits_of("<" + tag, lines=False)
    whole = [edit.replacement for edit in edits if edit.start == 0 and edit.end == len(tag) + 1]
    return whole[0] if whole and DROP not in whole[0] else None


def _mark(whole: str, *, lines: bool) -> str:
    """Return a piece with its `<`, or the beginning of a page, with marks in place of tags."""
    return Text(whole).edited(edits_of(whole, lines=lines)).characters


def _mark_cell(cell: str, *, lines: bool) -> str:
    """Return a cell and all pieces up to the next cell, with marks in place of their tags."""
    return "".join(map(MARKED_PIECES[lines].__getitem__, (_CELL + cell).split("<")))


_CELL = "td"
_TEXT_DECIDES = ("a ", "a>", "small", "/t", "/cell", "/row")
"""The text behind these tags decides: a footnote mark, a number between cells or rows."""
MARKED_PIECES = {lines: _Remembered(partial(_mark_piece, lines=lines)) for lines in (False, True)}
"""Pieces with marks in place of their tags.

The key says whether line breaks in the source are line breaks in the text.
"""
_MARKED_CELLS = {lines: _Remembered(partial(_mark_cell, lines=lines)) for lines in (False, True)}
_SHORT_PAGE_CHARS = 40_000
"""In a short page most cells are short and known, so that whole cells are looked up."""


def strip_tags(text: Text, *, lines: bool) -> Text:
    """Return a page without its tags, with marks where only the surroundings explain a tag.

    Args:
        text: The page.
        lines: Whether line breaks in the source are line breaks in the text.

    """
    marked = _marked(text.characters, lines=lines)
    bare = text.rewritten(marked, partial(_edits, lines=lines), partial(_marked, lines=lines))
    return bare.edited(_dropped(marked)) if DROP in marked or KEEP in marked else bare


def _marked(page: str, *, lines: bool) -> str:
    """Return a page with marks in place of its tags."""
    head, *cells = page.split("<" + _CELL) if len(page) < _SHORT_PAGE_CHARS else [page]
    first, *pieces = head.split("<")
    marked = (
        *map(MARKED_PIECES[lines].__getitem__, pieces),
        *map(_MARKED_CELLS[lines].__getitem__, cells),
    )
    return "".join((_mark(first, lines=lines), *marked))


def _edits(source: str, *, lines: bool) -> Iterator[Edit]:
    """Yield what `_marked` replaces."""
    begin = 0
    for number, piece in enumerate(source.split("<")):
        whole = "<" + piece if number else piece
        for edit in edits_of(whole, lines=lines):
            yield Edit(begin + edit.start, begin + edit.end, edit.replacement)
        begin += len(whole)


_DROP_OR_KEEP = re.compile(f"[{DROP}{KEEP}].")
_LONGEST_NAVIGATION_CHARS = 4000
_DIGIT = re.compile(r"\d")


def _dropped(marked: str) -> Iterator[Edit]:
    """Yield the edits that remove what is no text of the page: scripts, comments, navigation."""
    begin, ending = 0, ""
    for mark in _DROP_OR_KEEP.finditer(marked):
        kind, letter = mark[0][0], mark[0][1]
        if ending:
            if mark[0] == ending:
                shown = OBJECT if mark[0][1] in OBJECTS else ""
                if mark[0][1] in FIELDS and _DIGIT.search(marked, begin, mark.end()):
                    shown = FIELD
                yield Edit(begin, mark.end(), shown)
                ending = ""
            continue
        drops = kind == DROP and letter in TO_THE_END
        if kind == DROP and not drops:
            # Navigation has its end not far away, and no row of a table before it.
            end = marked.find(KEEP + letter, mark.end(), mark.end() + _LONGEST_NAVIGATION_CHARS)
            drops = end >= 0 and marked.find(ROW, mark.end(), end) < 0
        if drops:
            begin, ending = mark.start(), KEEP + letter
        else:
            yield Edit(*mark.span())
    if ending:
        yield Edit(begin, len(marked))
