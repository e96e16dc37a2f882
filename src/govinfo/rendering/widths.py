"""Columns that line up in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.wording.widths import clipped, padded, width

__all__ = ["aligned"]


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
