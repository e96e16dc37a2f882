"""Web pages as text: each table row and each paragraph is a line; tabs divide the cells of a row.

The markup of a page is damage like any other: a few passes at the speed of `str.split` remove it,
and the text remembers where in the page each of its characters stood. A tree of elements would not
know these places, and takes longer to build than the whole reading.
"""

from __future__ import annotations

import re
from itertools import islice

from govinfo.spans import Edit, Text
from govinfo.text.formatting import SPANS_ROWS
from govinfo.text.html.embedded import FEW_CELLS, embedded_edits, may_embed
from govinfo.text.html.malformed import repaired_tags
from govinfo.text.html.strip import MARKED_PIECES, strip_tags
from govinfo.text.html.tags import (
    ALTERED,
    BREAK,
    BROKEN,
    CELL,
    CLOSE_TABLE,
    DOWN,
    FIELD,
    HIDDEN,
    OBJECT,
    OPEN_TABLE,
    ROW,
    SPANNED,
)
from govinfo.text.html.visibility import visibility_edits

__all__ = ["is_markup", "is_page", "without_markup"]

_CELLS = re.compile(r"<t[rdh][\s>]", re.IGNORECASE)
_BLOCKS = re.compile(r"</?(?:html|body|p|div|li|h[1-6])[\s>]", re.IGNORECASE)
_ENOUGH_CELLS, _ENOUGH_BLOCKS = 6, 8
_MOST_LINES_PER_TAG = 20
"""A web page has at most this many lines between two tags; a text with leaked tags has more."""


def is_markup(characters: str) -> bool:
    """Whether a text is the source of a web page, not a text with a few leaked tags."""
    if "<" not in characters:
        return may_embed(characters)
    return (
        _are_close(characters, _CELLS, _ENOUGH_CELLS)
        or _are_close(characters, _BLOCKS, _ENOUGH_BLOCKS)
        or may_embed(characters)
    )


def is_page(characters: str) -> bool:
    """Whether a text is a web page as a whole, not text or Markdown with HTML tables in it."""
    return is_markup(characters) and not _has_lines(characters)


def _are_close(characters: str, pattern: re.Pattern[str], enough: int) -> bool:
    """Whether a text has enough of these tags, and few lines between them."""
    found = [match.start() for match in islice(pattern.finditer(characters), enough)]
    if len(found) < enough:
        return False
    return characters.count("\n", found[0], found[-1]) < enough * _MOST_LINES_PER_TAG


_BEGINS_WITH_A_TAG = re.compile("[\ufeff\\s]*+(?:<|&lt;)")


def _has_lines(characters: str) -> bool:
    """Whether text or rows of Markdown stand around the tags, so that line breaks are real."""
    return not _BEGINS_WITH_A_TAG.match(characters) or ("|" in characters and "\n|" in characters)


def without_markup(text: Text) -> Text:
    """Return the text of a web page: rows and paragraphs are lines, and tabs divide cells.

    Where lines of text or of Markdown stand around the tables, `|` divides the cells.
    """
    mixed = _has_lines(text.characters)
    bare = strip_tags(text, lines=mixed)
    if bare.characters.count(CELL) < FEW_CELLS and may_embed(text.characters):
        text = text.edited(embedded_edits(text.characters))
        mixed = _has_lines(text.characters)
        bare = strip_tags(text, lines=mixed)
    if BROKEN in bare.characters or HIDDEN in bare.characters:
        text = text.edited(repaired_tags(text.characters, MARKED_PIECES[mixed]))
        bare = strip_tags(text, lines=mixed)
    if ALTERED in bare.characters:
        text = text.edited(visibility_edits(text.characters, MARKED_PIECES[mixed]))
        bare = strip_tags(text, lines=mixed)
    marked = bare.characters
    for mark in (BROKEN, HIDDEN, ALTERED):
        marked = marked.replace(mark, " ")
    lines = _lines(marked)
    if mixed:
        lines = lines.replace(CELL, "|")
    # One edit of equal length maps character by character.
    return Text(lines, bare, (Edit(0, len(lines), lines),))


_GAP = "[ \n\xa0\u2002\u2003\u3000]*+"
_END_OF_CELL = f"(?=[{CELL}{ROW}{OPEN_TABLE}{CLOSE_TABLE}]|\\Z)"
# The search for a pattern that begins with one character is several times faster than for one that
# begins with a repetition.
_SPANNED_BLANK = re.compile(f"{SPANNED}{SPANNED}*+(?={_GAP}{_END_OF_CELL})")
_SPANNED_FIGURE = re.compile(
    rf"""
    {DOWN}(?={_GAP}
        (?:~~[^~\t]{{0,40}}~~{_GAP})?               # a struck-out figure before the new one
        [-+−＋－]?[\d.,，]++                        # a figure
        [^{CELL}{ROW}{OPEN_TABLE}{CLOSE_TABLE}]{{0,6}}+ # its unit
    {_END_OF_CELL})
    """,
    re.VERBOSE,
)
_OBJECT_ALONE = re.compile(f"{CELL}[{SPANNED}{DOWN}]*+{_GAP}{OBJECT}[{OBJECT} \n]*+{_END_OF_CELL}")
_BESIDE_A_FIGURE = re.compile(rf"(?<=\d){_GAP}{FIELD}|{FIELD}(?={_GAP}\d)")
_MOST_SPANNED_COLUMNS = 10_000
_BEFORE_A_TABLE_CHARS = 40
_NOT_IN_TEXT = "\ufffc"
"""The sign of Unicode for an object in a text."""
_LONGEST_LABEL_CHARS = 240
_TABLE_OF_ONE_CELL = re.compile(
    rf"""
    {OPEN_TABLE} [ \n]*+ (?:{ROW} [ \n]*)? [{CELL}]
    [^{CELL}{ROW}{OPEN_TABLE}{CLOSE_TABLE}]{{0,80}}+        # a short text
    {CLOSE_TABLE} (?= [ \n]*+ [{CELL}{ROW}{CLOSE_TABLE}])   # that ends with the cell around it
    """,
    re.VERBOSE,
)
_BEGINS_A_ROW = re.compile(f"[{ROW}{OPEN_TABLE}][{ROW}{OPEN_TABLE} \n]*+(?={CELL})")
_BORDERS = re.compile(f"[{CELL}{ROW}{OPEN_TABLE}{CLOSE_TABLE}]")
_PARAGRAPHS = re.compile("。 *+\n[ \n]*+[^ \n\t]")


def _settled(marked: str) -> str:
    """Return the text without the marks whose meaning depends on the content of their cell.

    A blank cell over several columns is as many blank cells; a figure over several rows belongs to
    none of them alone.
    """
    if marked.count(SPANNED) < _MOST_SPANNED_COLUMNS:
        marked = _SPANNED_BLANK.sub(lambda found: CELL * len(found[0]), marked)
    if DOWN in marked:
        marked = _SPANNED_FIGURE.sub(SPANS_ROWS, marked)
    if OBJECT in marked:
        marked = _OBJECT_ALONE.sub(lambda found: found[0].replace(OBJECT, _NOT_IN_TEXT), marked)
    for mark in (SPANNED, DOWN, OBJECT):
        marked = marked.replace(mark, " ")
    return marked


def _lines(marked: str) -> str:
    """Return the text with rows and paragraphs as lines; every character keeps its place."""
    # It stands in a cell, or around a paragraph, and is no table.
    marked = _TABLE_OF_ONE_CELL.sub(_without_borders, marked)
    if FIELD in marked:
        # Nobody can tell which of the two is the figure.
        marked = _BESIDE_A_FIGURE.sub(
            lambda found: found[0].replace(FIELD, _NOT_IN_TEXT), marked
        ).replace(FIELD, OBJECT)
    if SPANNED in marked or DOWN in marked or OBJECT in marked:
        marked = _settled(marked)
    parts = list[str]()
    for part in marked.split(CLOSE_TABLE):
        around, opened, table = part.rpartition(OPEN_TABLE)
        outside, *outer_rows = (around + opened).split(ROW)
        caption, *rows = table.split(ROW)
        # Where a cell holds a sentence, the table may only lay out the page.
        write = _row_or_layout if "。" in table else _row
        parts += (BREAK, _outside(outside), *map(_row_or_layout, outer_rows), _outside(caption))
        parts += map(write, rows)
    return "".join(parts[1:])


def _without_borders(table: re.Match[str]) -> str:
    """Return a table that is all of a cell with line breaks in place of its borders."""
    before = table.string[max(0, table.start() - _BEFORE_A_TABLE_CHARS) : table.start()]
    is_alone = before.rstrip(f"{SPANNED}{DOWN} \n").endswith(CELL)
    return _BORDERS.sub(BREAK, table[0]) if is_alone else table[0]


def _row_or_layout(row: str) -> str:
    """Return a row as a line, unless it lays out the page: it holds a table or whole paragraphs."""
    if (
        OPEN_TABLE in row
        or _PARAGRAPHS.search(row)
        or max(map(len, row.split(CELL))) > _LONGEST_LABEL_CHARS
    ):
        return _outside(ROW + row)
    return _row(row)


def _row(row: str) -> str:
    """Return a row as a line."""
    return BREAK + row.replace(BREAK, " ").replace(CELL, " ", 1)


def _outside(text: str) -> str:
    """Return what stands outside of the rows of tables."""
    # The beginning of a row is no line of its own, which would look like a blank cell.
    text = _BEGINS_A_ROW.sub(lambda found: " " * len(found[0]), text)
    for mark in (CELL, ROW, OPEN_TABLE, CLOSE_TABLE):
        text = text.replace(mark, BREAK)
    return text
