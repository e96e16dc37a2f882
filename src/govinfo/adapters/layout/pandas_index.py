"""The numbers that pandas prints above the columns of a table and in front of its rows.

They count, and are no figures. Their order tells them: 0, 1, 2 and so on, down and across. Without
them their cells are blank, or gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from govinfo.spans import Edit, Span, Text

__all__ = ["Rows", "may_be_numbered", "unnumbered"]

Rows: TypeAlias = Sequence[Sequence[Span]]

_LONGEST_NUMBER_CHARS = 4
"""No table has rows whose numbers are longer."""
_FEWEST_CELLS = 2
_FEWEST_ROWS = 2
"""So many rows below heads with names, numbered from 0 on, are numbered by no accident."""


def unnumbered(text: Text, rows: Rows) -> Text:
    """Return the text without the numbers of its rows and columns, if these cells have any."""
    characters, numbers, index = text.characters, list[Span](), 0
    while index < len(rows):
        # Nothing stands in the corner of a table, or 0, and something in every other head.
        corner = characters[slice(*rows[index][0])].strip() if rows[index] else ""
        if len(rows[index]) < _FEWEST_CELLS or (corner and _number(corner) != 0):
            index += 1
            continue
        heads = [characters[cell.start : cell.end].strip() for cell in rows[index]]
        below = list[Span]()
        if all(heads[1:]):
            below = _numbers_from(characters, rows, index + 1)
        named = [head for head in heads if head]
        if below and [_number(head) for head in named] == list(range(len(named))):
            numbers += [*rows[index], *below]
            index += len(below)
        elif len(below) >= _FEWEST_ROWS:
            numbers += below
            index += len(below)
        index += 1
    return text.edited(Edit(cell.start, cell.end) for cell in numbers)


def may_be_numbered(lines: Iterable[str], separator: str) -> bool:
    """Return whether `unnumbered` may find numbers in lines that a separator divides into cells.

    Args:
        lines: The rows of a table, and what stands around them.
        separator: What stands between two cells, and nowhere else.

    """
    are_heads_above = False
    for line in lines:
        first = line.partition(separator)[0].strip()
        is_number = first.isdecimal()
        if is_number and are_heads_above:
            return True
        if is_number or not first:
            heads = line.split(separator)[1:]
            are_heads_above = are_heads_above or (bool(heads) and all(map(str.strip, heads)))
        elif first.strip(":-"):
            are_heads_above = False
    return False


def _numbers_from(characters: str, rows: Rows, start: int) -> list[Span]:
    """Return the first cells of the rows from `start` on that count from 0, below a rule or not."""
    numbers = list[Span]()
    for row in rows[start:]:
        first = characters[row[0].start : row[0].end].strip() if row else ""
        if _number(first) == len(numbers):
            numbers.append(row[0])
        elif numbers or first.strip(":-"):
            break
    return numbers


def _number(printed: str) -> int | None:
    short = len(printed) <= _LONGEST_NUMBER_CHARS
    return int(printed) if short and printed.isdecimal() else None
