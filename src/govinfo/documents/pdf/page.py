"""The surface of one page: its characters and lines, upright, counted from the top left.

A page may lie on its side in the file; it is turned so that most of its characters are upright.
"""

from __future__ import annotations

from collections import Counter

from attrs import frozen

from govinfo.documents.pdf.annotations import add_annotations
from govinfo.documents.pdf.chars import SLANTED, Glyph, drawn_characters, glyph_of
from govinfo.documents.pdf.graphics import Strokes, strokes_on
from govinfo.documents.pdf.handles import Handle
from govinfo.documents.pdf.images import Pictures
from govinfo.documents.pdf.rotation import turned
from govinfo.documents.pdf.visibility import TooCrowdedError, seen

__all__ = ["Surface", "surface_of"]


@frozen
class Surface:
    """The characters and the drawing of one page."""

    glyphs: tuple[Glyph, ...]
    strokes: Strokes
    height: float
    recognised: int = 0
    """How many characters are invisible, as those that character recognition adds to a picture."""

    @property
    def unseen(self) -> bool:
        """Whether most of its text is invisible, and lies on a picture."""
        return 2 * self.recognised > len(self.glyphs)


def surface_of(
    document: Handle, page: Handle, text: Handle, layers: frozenset[bytes] = frozenset()
) -> Surface:
    """Return the surface of a page of pypdfium2, without what is drawn on these layers."""
    drawn = list(drawn_characters(text.raw))
    quarters = Counter(each.quarter for each in drawn if each.quarter != SLANTED)
    upright = quarters.most_common(1)[0][0] if quarters else 0
    turn, (width, height) = turned(page.get_bbox(), upright)
    glyphs, items = [glyph_of(each, upright, turn) for each in drawn], [each.item for each in drawn]
    strokes = strokes_on(page.raw, turn, layers)
    add_annotations(page.raw, turn, strokes)
    if strokes.crowded:
        return Surface((), strokes, height)
    pictures = Pictures(document.raw, page.raw, upright)
    try:
        sight = seen(glyphs, items, strokes, (width, height), pictures.hide)
    except TooCrowdedError:
        return Surface((), Strokes(pictures=strokes.pictures, crowded=True), height)
    strokes.edges = list(filter(sight.is_ruling, strokes.edges))
    strokes.boxes = list(filter(sight.is_ruling, strokes.boxes))
    return Surface(tuple(sight.glyphs), strokes, height, sight.recognised)
