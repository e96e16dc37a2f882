"""Damage to lines and cells: one is lost, doubled or emptied, or a page number stands between."""

from __future__ import annotations

import re

from govinfo.testing.damage.characters import TAG
from govinfo.testing.drafts.draft import Dice

__all__ = ["cell_blanked", "cell_lost", "line_doubled", "line_lost", "page_number"]

_PROSE = 60
"""A longer line without cell borders is prose, and has no cell to lose."""
_THOUSANDS = re.compile(r"(?:^|\s)\d{1,3}(?:,\d{3})+(?:\s|$)")
"""A number whose commas part no cells: those of a table with commas follow each other at once."""
_BORDER = re.compile(r"\||<t[dr]\b", re.IGNORECASE)


def _lines_that_matter(text: str) -> tuple[list[str], list[int]]:
    lines = text.split("\n")
    filled = [i for i, line in enumerate(lines) if line.strip()]
    # A report on a single line has no other, and a text of blanks has not even that.
    return lines, [
        i for i in filled if len(lines[i]) < _PROSE or _BORDER.search(lines[i])
    ] or filled or [0]


def line_lost(text: str, dice: Dice) -> str:
    """Lose one line: a row, a cell, a label or a heading, as the dialect has it."""
    lines, places = _lines_that_matter(text)
    del lines[dice.choice(places)]
    return "\n".join(lines)


def line_doubled(text: str, dice: Dice) -> str:
    """Print one line twice."""
    lines, places = _lines_that_matter(text)
    place = dice.choice(places)
    lines.insert(place, lines[place])
    return "\n".join(lines)


def cell_lost(text: str, dice: Dice) -> str:
    """Lose one cell with its border, so that the cells behind it move up."""
    return _without_cell(text, dice, keep_border=False)


def cell_blanked(text: str, dice: Dice) -> str:
    """Lose the content of one cell, and keep its border."""
    return _without_cell(text, dice, keep_border=True)


def page_number(text: str, dice: Dice) -> str:
    """Put a page number between two lines, bare or between dashes."""
    lines, places = _lines_that_matter(text)
    number = dice.randint(1, 12)
    lines.insert(dice.choice(places), dice.choice((f"- {number} -", f"— {number} —", f"{number}")))
    return "\n".join(lines)


_CELL_TAG = re.compile("(?=<td)", re.IGNORECASE)
_BORDERS = "\t,; "
"""The separators that a line without pipes may have; the one that occurs most divides its cells."""


def _without_cell(text: str, dice: Dice, *, keep_border: bool) -> str:
    lines, places = _lines_that_matter(text)
    place = dice.choice(places)
    cells = _cells(lines[place])
    at = dice.randint(0, len(cells) - 1)
    border, last = "", cells[at][-1:]
    if keep_border:
        # The tags of the cell, or the separator behind it.
        border = "".join(TAG.findall(cells[at])) or (f" {last}" if last in f"|{_BORDERS}" else "")
    lines[place] = "".join([*cells[:at], border, *cells[at + 1 :]])
    return "\n".join(lines)


def _cells(line: str) -> list[str]:
    """Return the cells of a line, each with its border; the first also has an opening border."""
    if _CELL_TAG.search(line):
        return _CELL_TAG.split(line)
    border = "|" if "|" in line else max(_BORDERS, key=line.strip().count)
    is_in_numbers = border == "," and _THOUSANDS.search(line)
    if border not in line.strip() or line.count('"') % 2 or is_in_numbers:
        return [line]
    inside = rf'(?:"[^"]*"|[^{border}"])*'
    return re.findall(
        rf"^{re.escape(border)}{inside}{re.escape(border)}"
        rf"|{inside}{re.escape(border)}|(?!$){inside}$",
        line,
    )
