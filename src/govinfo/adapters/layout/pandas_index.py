"""The numbers that pandas prints above the columns of a table and in front of its rows: they count, and are no figures.

They are told by their order: 0, 1, 2 and so on, down and across. Taking them out leaves blank
cells, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from govinfo.spans import Edit, Span, Text

__all__ = ["Rows", "unnumbered"]

Rows: TypeAlias = Sequence[Sequence[Span]]

_LONGEST = 4
"""No table has rows whose numbers are longer."""
_LEAST = 2
"""So many rows below heads with names, which are numbered from 0 on, are numbered by no accident."""


def unnumbered(text: Text, rows: Rows) -> Text:
    """Return the text without the numbers of rows and columns, where these cells have any."""
    characters = text.characters
    return text.edited(Edit(cell.start, cell.end) for cell in _numbers(characters, rows))


def _numbers(characters: str, rows: Rows) -> Iterator[Span]:
    index = 0
    while index < len(rows):
        heads = rows[index]
        below = _numbered_below(characters, rows, index + 1) if _may_head(characters, heads) else []
        counted = bool(below) and _counted(characters, heads)
        if counted or len(below) >= _LEAST:
            yield from heads if counted else ()
            yield from below
            index += len(below)
        index += 1


def _may_head(characters: str, heads: Sequence[Span]) -> bool:
    """Whether nothing stands in the corner of a table, where it has one, and something in every other head."""
    first, *rest = [characters[cell.start : cell.end].strip() for cell in heads] or [""]
    return (not first or _number(first) == 0) and bool(rest) and all(rest)


def _counted(characters: str, heads: Sequence[Span]) -> bool:
    """Whether the columns have numbers and no names."""
    printed = [characters[cell.start : cell.end].strip() for cell in heads]
    named = [name for name in printed if name]
    return [_number(name) for name in named] == list(range(len(named)))


def _numbered_below(characters: str, rows: Rows, start: int) -> list[Span]:
    """The first cells of the rows from `start` on, as far as they count from 0; a rule of dashes may stand above."""
    numbers = list[Span]()
    for row in rows[start:]:
        first = characters[row[0].start : row[0].end].strip() if row else ""
        if _number(first) == len(numbers):
            numbers.append(row[0])
        elif numbers or first.strip(":-"):
            break
    return numbers


def _number(printed: str) -> int | None:
    return int(printed) if printed.isdecimal() and len(printed) <= _LONGEST else None
