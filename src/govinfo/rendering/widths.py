"""Columns that line up in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.wording.widths import clipped, padded, width, wrapped

__all__ = ["aligned", "has_room"]

_LEAST_COLUMNS = 40
"""A last column that has less room, and less than half a line, goes below the others."""
_INDENT = "    "


def aligned(
    rows: Sequence[Sequence[str]],
    *,
    gap: str = "  ",
    right: frozenset[int] = frozenset(),
    widest: int | None = None,
    columns: int | None = None,
) -> list[str]:
    """Return one line for each row, with cells of a column below each other.

    Columns in `right` stand on the right; cells wider than `widest` are cut. The last column is
    left as long as it is, or goes on below its beginning where a line has only so many `columns`;
    where next to nothing is left for it, it stands on lines of its own.
    """
    cut = [[cell if widest is None else clipped(cell, widest) for cell in row] for row in rows]
    count = max((len(row) for row in cut), default=0)
    widths = [max(width(row[index]) for row in cut if index < len(row)) for index in range(count)]
    lines = list[str]()
    for row in cut:
        padding = [
            padded(cell, widths[index], right=index in right) for index, cell in enumerate(row)
        ]
        before = "".join(f"{cell}{gap}" for cell in padding[:-1])
        last = "".join(row[-1:])
        if columns is None or width(before) + width(padding[-1].rstrip()) <= columns:
            lines.append((before + padding[-1]).rstrip())
        elif not has_room(columns, width(before)):
            lines += wrapped(before.rstrip(), columns, "", _INDENT)
            lines += wrapped(last, columns, _INDENT, _INDENT)
        else:
            lines += wrapped(last, columns, before, " " * width(before))
    return lines


def has_room(columns: int, used: int) -> bool:
    """Whether words can stand behind what takes so many columns of a line, and not below it."""
    return columns - used >= min(_LEAST_COLUMNS, columns // 2)
