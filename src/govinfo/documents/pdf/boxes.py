"""Tables whose cells are boxes of their own, mostly with room between them, as browsers print."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from govinfo.documents.pdf.graphics import Rect
from govinfo.documents.pdf.grid import RuledGrid

__all__ = ["boxed_tables"]

_APART_POINTS = 8.0
"""Two boxes with more room than this between them belong to two tables."""
_LEVEL_POINTS = 3.0
"""Boxes whose tops differ by less than this begin in one row."""
_MOST_BOXES = 1500
"""More than a page has cells; a page with more boxes is a drawing."""


def boxed_tables(boxes: Sequence[Rect]) -> list[RuledGrid]:
    """Return the tables that boxes make which stand next to each other and hold no others."""
    distinct = sorted(set(boxes), key=lambda b: (b.right - b.left) * (b.bottom - b.top))
    if len(distinct) > _MOST_BOXES:
        return []
    # A box that holds the middle of a smaller one is no cell.
    middles = sorted(
        ((box.top + box.bottom) / 2, (box.left + box.right) / 2, place)
        for place, box in enumerate(distinct)
    )
    heights = [y for y, _, _ in middles]
    cells = list[Rect]()
    for place, box in enumerate(distinct):
        level = middles[bisect_right(heights, box.top) : bisect_left(heights, box.bottom)]
        if not any(other < place and box.left < x < box.right for _, x, other in level):
            cells.append(box)
    tables = list[RuledGrid]()
    for group in _grouped(cells):
        # All that begin in one row get one top.
        tops = list[float]()
        for before, top in pairwise([float("-inf"), *sorted(box.top for box in group)]):
            if top - before > _LEVEL_POINTS:
                tops.append(top)
        own = (box._replace(top=tops[bisect_right(tops, box.top) - 1]) for box in group)
        tables.append(RuledGrid(tuple(own)))
    return sorted(tables, key=lambda table: table.box.top)


def _grouped(boxes: Sequence[Rect]) -> list[list[Rect]]:
    """Return the boxes that hang together, each next to another of its group."""
    groups = list[list[Rect]]()
    for box in sorted(boxes, key=attrgetter("top", "left")):
        near = list[list[Rect]]()
        for group in groups:
            # The box beside this one, or above it, was mostly the last to be added.
            for other in reversed(group):
                across = max(box.left, other.left) - min(box.right, other.right)
                down = max(box.top, other.top) - min(box.bottom, other.bottom)
                if max(across, down) < _APART_POINTS and min(across, down) < 0:
                    near.append(group)
                    break
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), box])
    return groups
