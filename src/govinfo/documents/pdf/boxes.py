"""Tables whose cells are boxes of their own, mostly with room between them, as browsers print them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govinfo.documents.pdf.graphics import Box
from govinfo.documents.pdf.grid import Ruled

__all__ = ["boxed_tables"]

_APART = 8.0
"""Boxes with more room than this between them, in points, are not of one table."""
_LEVEL = 3.0
"""Boxes whose tops differ by less than this begin in one row."""
_MOST_BOXES = 1500
"""More than a page has cells; each is compared with every other."""


def boxed_tables(boxes: Sequence[Box]) -> list[Ruled]:
    """Return the tables that boxes make which stand next to each other and hold no others."""
    distinct = sorted(set(boxes), key=_area)
    if len(distinct) > _MOST_BOXES:
        return []
    cells = [
        box
        for place, box in enumerate(distinct)
        if not any(_holds(box, other) for other in distinct[:place])
    ]
    tables = [Ruled(tuple(_levelled(group))) for group in _grouped(cells)]
    return sorted(tables, key=lambda table: table.box.top)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _holds(box: Box, other: Box) -> bool:
    """Whether the middle of another box is inside this one."""
    return (
        box.left < (other.left + other.right) / 2 < box.right
        and box.top < (other.top + other.bottom) / 2 < box.bottom
    )


def _grouped(boxes: list[Box]) -> list[list[Box]]:
    """Boxes that hang together, each next to another."""
    waiting, groups = set(boxes), list[list[Box]]()
    while waiting:
        group = [waiting.pop()]
        for box in group:
            near = [other for other in waiting if _is_next_to(box, other)]
            waiting.difference_update(near)
            group += near
        groups.append(group)
    return groups


def _is_next_to(box: Box, other: Box) -> bool:
    across = max(box.left, other.left) - min(box.right, other.right)
    down = max(box.top, other.top) - min(box.bottom, other.bottom)
    return max(across, down) < _APART and min(across, down) < 0


def _levelled(boxes: list[Box]) -> list[Box]:
    """The boxes, those of one row with one top."""
    tops = sorted(box.top for box in boxes)
    firsts = [top for before, top in pairwise([float("-inf"), *tops]) if top - before > _LEVEL]
    return [box._replace(top=max(first for first in firsts if first <= box.top)) for box in boxes]
