"""Places on a page: points of the file, and where they go when the page is turned upright."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

__all__ = ["QUARTERS", "Point", "Turn", "turned"]

Point: TypeAlias = tuple[float, float]
Turn: TypeAlias = Callable[[float, float], Point]
"""Where a point of the file is on the page as it is read, counted from the top left."""

QUARTERS: tuple[Turn, ...] = (
    lambda x, y: (x, -y),
    lambda x, y: (-y, -x),
    lambda x, y: (-x, y),
    lambda x, y: (y, x),
)
"""For each quarter that text is turned by: where a point goes as the text is turned back.

The second coordinate then runs down.
"""


def turned(
    box: tuple[float, float, float, float], quarter: int
) -> tuple[Turn, tuple[float, float]]:
    """Return what turns each point of a page upright, and the width and height that it has then.

    Args:
        box: the left, lower, right and upper side of the page in the file.
        quarter: the number of quarters that its text is turned by.

    """
    rotate = QUARTERS[quarter]
    left, bottom, right, top = box
    corners = [rotate(x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    first, above = min(xs), min(ys)

    def turn(x: float, y: float) -> Point:
        x, y = rotate(x, y)
        return x - first, y - above

    return turn, (max(xs) - first, max(ys) - above)
