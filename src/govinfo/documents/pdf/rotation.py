"""Places on a page: points of the file, and where they go when the page is turned upright."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

__all__ = ["QUARTERS", "Point", "Turn"]

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
