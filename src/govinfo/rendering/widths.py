"""Columns that line up in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.wording.widths import clipped, padded, width, wrapped

__all__ = ["aligned"]

_LEAST_COLUMNS = 20
"""A last column that has less room is left as it is."""


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
    left as long as it is, or goes on below its beginning where a line has only so many `columns`.
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
        if columns is None or columns - width(before) < _LEAST_COLUMNS:
            lines.append((before + "".join(padding[-1:])).rstrip())
        else:
            lines += wrapped("".join(row[-1:]), columns, before, " " * width(before))
    return lines
