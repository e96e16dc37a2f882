"""What is on one page: its characters and lines, upright, counted from the top left.

A page may lie on its side in the file; upright is what most of its characters are.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from attrs import frozen

from govinfo.containers.pdf.glyphs import SLANTED, Glyph, drawn_characters, glyph_of
from govinfo.containers.pdf.strokes import Strokes, strokes_on
from govinfo.containers.pdf.turning import QUARTERS, Point

__all__ = ["Surface", "surface_of"]


@frozen
class Surface:
    """What is on one page."""

    glyphs: tuple[Glyph, ...]
    strokes: Strokes
    height: float

    @property
    def pictures(self) -> int:
        """How many pictures there are."""
        return self.strokes.kinds["picture"]

    @property
    def unseen(self) -> bool:
        """Whether its text is invisible, as that which character recognition lays under a picture."""
        return self.strokes.kinds["unseen"] > self.strokes.kinds["text"]


def surface_of(page: Any, text: Any) -> Surface:  # noqa: ANN401 - handles of a library without types
    """Return what is on a page; both are pypdfium2's."""
    drawn = list(drawn_characters(text.raw))
    quarters = Counter(each.quarter for each in drawn if each.quarter != SLANTED)
    upright = quarters.most_common(1)[0][0] if quarters else 0
    left, bottom, right, top = page.get_bbox()
    corners = [QUARTERS[upright](x, y) for x in (left, right) for y in (bottom, top)]
    first, height = min(x for x, _ in corners), max(y for _, y in corners) - min(y for _, y in corners)
    above = min(y for _, y in corners)

    def turn(x: float, y: float) -> Point:
        x, y = QUARTERS[upright](x, y)
        return x - first, y - above

    glyphs = (glyph_of(each, upright, turn) for each in drawn)
    # What lies off the page is not seen.
    seen = tuple(glyph for glyph in glyphs if 0 <= glyph.base <= height)
    return Surface(seen, strokes_on(page.raw, turn), height)
