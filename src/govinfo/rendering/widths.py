"""Columns that line up in a terminal, where a Chinese character is as wide as two Latin ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

__all__ = ["aligned", "padded", "width"]


def width(text: str) -> int:
    """Return how many terminal columns a text takes."""
    return len(text) if text.isascii() else sum(map(_wide, text))


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """Return the text with blanks up to this width, before it if it stands on the right."""
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def aligned(
    rows: Sequence[Sequence[str]],
    *,
    gap: str = "  ",
    right: frozenset[int] = frozenset(),
    widest: int | None = None,
) -> list[str]:
    """Return one line for each row, with cells of a column below each other.

    Columns in `right` stand on the right; cells wider than `widest` are cut. The last column is
    left as long as it is.
    """
    cut = [[cell if widest is None else clipped(cell, widest) for cell in row] for row in rows]
    columns = max((len(row) for row in cut), default=0)
    widths = [max(width(row[index]) for row in cut if index < len(row)) for index in range(columns)]
    return [
        gap.join(
            padded(cell, widths[index], right=index in right) for index, cell in enumerate(row)
        ).rstrip()
        for row in cut
    ]


def clipped(text: str, columns: int) -> str:
    """Return the text cut to this width, with an ellipsis where something is missing."""
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for character in text:
        used += _wide(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept) + "…"


def _wide(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {
        "Cf",
        "Cc",
        "Mn",
        "Me",
    }:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
