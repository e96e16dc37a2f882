"""Web pages as text: each row of a table is a line, its cells divided by tabs, and each paragraph is a line.

The markup of a page is damage like any other: a few passes at the speed of `str.split` take it
away, and the text that is left remembers where in the page each of its characters stood. No tree is
built: none tells the places, and building one takes longer than all the reading.
"""

from __future__ import annotations

import re
from itertools import islice

from govinfo.spans import Edit, Text
from govinfo.text.html.malformed import mended_tags
from govinfo.text.html.strip import LEFT, bared
from govinfo.text.html.tags import (
    ALTERED,
    BREAK,
    BROKEN,
    CELL,
    CLOSE_TABLE,
    DOWN,
    HIDDEN,
    OBJECT,
    OPEN_TABLE,
    ROW,
    SPANNED,
)
from govinfo.text.html.visibility import shown_otherwise

__all__ = ["is_markup", "is_page", "without_markup"]

_CELLS = re.compile(r"<t[rdh][\s>]", re.IGNORECASE)
_BLOCKS = re.compile(r"</?(?:html|body|p|div|li|h[1-6])[\s>]", re.IGNORECASE)
_ENOUGH_CELLS, _ENOUGH_BLOCKS = 6, 8
_MOST_LINES = 20
"""In a page of the web no more lines than this stand between two tags; in a text with a leaked tag many do."""


def is_markup(characters: str) -> bool:
    """Whether a text is the source of a web page, and not a text into which a few tags have leaked."""
    if "<" not in characters:
        return False
    return _are_close(characters, _CELLS, _ENOUGH_CELLS) or _are_close(
        characters, _BLOCKS, _ENOUGH_BLOCKS
    )


def is_page(characters: str) -> bool:
    """Whether a text is a web page as a whole, and not lines of text or Markdown with tables of HTML among them."""
    return is_markup(characters) and not _has_lines(characters)


def _are_close(characters: str, pattern: re.Pattern[str], enough: int) -> bool:
    found = [match.start() for match in islice(pattern.finditer(characters), enough)]
    return (
        len(found) == enough and characters.count("\n", found[0], found[-1]) < enough * _MOST_LINES
    )


_BEGINS_WITH_A_TAG = re.compile("[\ufeff\\s]*+<")


def _has_lines(characters: str) -> bool:
    """Whether the line breaks of a source are those of its text: lines stand around the tags, or rows of Markdown."""
    return not _BEGINS_WITH_A_TAG.match(characters) or ("|" in characters and "\n|" in characters)


def without_markup(text: Text) -> Text:
    """Return the text of a web page: rows and paragraphs as lines, with tabs between the cells of a row.

    Where lines of text or of Markdown stand around the tables, their cells are divided by `|`, as
    theirs are.
    """
    mixed = _has_lines(text.characters)
    bare = bared(text, lines=mixed)
    marked = bare.characters
    if BROKEN in marked or HIDDEN in marked or ALTERED in marked:
        bare = _looked_into(text, bare, lines=mixed)
        marked = bare.characters
        for mark in (BROKEN, HIDDEN, ALTERED):
            marked = marked.replace(mark, " ")
    lines = _lines(marked)
    if mixed:
        lines = lines.replace(CELL, "|")
    # One edit of equal length maps character by character.
    return Text(lines, bare, (Edit(0, len(lines), lines),))


def _looked_into(text: Text, bare: Text, *, lines: bool) -> Text:
    """Return a page without its tags where only what stands around some of them tells what is seen."""
    if BROKEN in bare.characters or HIDDEN in bare.characters:
        text = text.edited(mended_tags(text.characters, LEFT[lines]))
        bare = bared(text, lines=lines)
    if ALTERED in bare.characters:
        bare = bared(text.edited(shown_otherwise(text.characters, LEFT[lines])), lines=lines)
    return bare


_GAP = "[ \n\xa0\u2002\u2003\u3000]*+"
_END_OF_CELL = f"(?=[{CELL}{ROW}{OPEN_TABLE}{CLOSE_TABLE}]|\\Z)"
# A pattern that begins with a character is looked for several times faster than one that begins
# with a repetition.
_SPANNED_BLANK = re.compile(f"{SPANNED}{SPANNED}*+(?={_GAP}{_END_OF_CELL})")
_SPANNED_FIGURE = re.compile(
    f"{DOWN}(?={_GAP}(?:~~[^~\t]{{0,40}}~~{_GAP})?[-+−＋－]?[\\d.,，]++[^{CELL}{ROW}{OPEN_TABLE}{CLOSE_TABLE}]{{0,6}}+{_END_OF_CELL})"
)
_OBJECT_ALONE = re.compile(f"{CELL}{_GAP}{OBJECT}[{OBJECT} \n]*+{_END_OF_CELL}")
_MOST_SPANNED = 10_000
_NOT_IN_TEXT = "\ufffc"
"""What Unicode has for an object that stands in a text."""
_OF_SEVERAL_ROWS = "↕"


_LONGEST_LABEL = 240
_PARAGRAPHS = re.compile("。 *+\n[ \n]*+[^ \n\t]")


def _lines(marked: str) -> str:
    """Return the text with rows and paragraphs as lines; no character moves."""
    if SPANNED in marked or DOWN in marked or OBJECT in marked:
        marked = _settled(marked)
    return BREAK.join(map(_up_to_the_end_of_a_table, marked.split(CLOSE_TABLE)))


def _up_to_the_end_of_a_table(part: str) -> str:
    around, opened, table = part.rpartition(OPEN_TABLE)
    outside, *outer_rows = (around + opened).split(ROW)
    caption, *rows = table.split(ROW)
    # A sentence in a cell: then the table may lay out the page.
    written = _row if "。" in table else _figures
    return "".join(
        (_outside(outside), *map(_row, outer_rows), _outside(caption), *map(written, rows))
    )


def _row(row: str) -> str:
    """Return a row as a line; but where another table or whole paragraphs stand in it, it only lays out the page."""
    if (
        OPEN_TABLE in row
        or _PARAGRAPHS.search(row)
        or max(map(len, row.split(CELL))) > _LONGEST_LABEL
    ):
        return _outside(ROW + row)
    return _figures(row)


def _figures(row: str) -> str:
    return BREAK + row.replace(BREAK, " ").replace(CELL, " ", 1)


def _outside(text: str) -> str:
    """Return what stands outside of the rows of figures."""
    for mark in (CELL, ROW, OPEN_TABLE, CLOSE_TABLE):
        text = text.replace(mark, BREAK)
    return text


def _settled(marked: str) -> str:
    """Settle the marks whose meaning depends on what stands in the cell."""
    # A blank cell over several columns is as many blank cells; so a number over several rows is
    # none of one row alone.
    if marked.count(SPANNED) < _MOST_SPANNED:
        marked = _SPANNED_BLANK.sub(lambda found: CELL * len(found[0]), marked)
    if DOWN in marked:
        marked = _SPANNED_FIGURE.sub(_OF_SEVERAL_ROWS, marked)
    if OBJECT in marked:
        marked = _OBJECT_ALONE.sub(lambda found: found[0].replace(OBJECT, _NOT_IN_TEXT), marked)
    for mark in (SPANNED, DOWN, OBJECT):
        marked = marked.replace(mark, " ")
    return marked
