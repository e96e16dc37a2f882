"""Marks that are raised or lowered beside a character, as those of footnotes are: no part of the number before them."""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.documents.pdf.chars import Glyph

__all__ = ["RAISED", "without_marks"]

RAISED = "superscript"
_MARKS = frozenset("0123456789*†‡()[]〔〕（）①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")

# All in sizes of the type of the character beside the mark.
_SMALLER = 0.85
_RISE, _RISE_AT_FULL_SIZE = 0.12, 0.25
"""How far from the baseline a smaller mark stands, and one of the same size."""
_HIGHEST = 0.8
_DEEPEST = 0.5
_NEAR = 0.4
"""A mark stands no further from its character than this, and overlaps it by no more."""
_BUCKET = 16.0


def without_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return characters with those marked as not read that are raised or lowered beside another."""
    ends = dict[tuple[int, int], list[int]]()
    candidates = list[int]()
    for place, glyph in enumerate(glyphs):
        if glyph.turned or glyph.recognised or not glyph.character or glyph.character.isspace():
            continue
        ends.setdefault((int(glyph.right // _BUCKET), int(glyph.base // _BUCKET)), []).append(place)
        if glyph.character in _MARKS:
            candidates.append(place)
    found = dict[int, Glyph]()
    for place in sorted(candidates, key=lambda place: glyphs[place].left):
        if _is_mark(place, glyphs, ends, found):
            glyph = glyphs[place]
            found[place] = glyph._replace(character="", lost=glyph.character, code=RAISED)
    return (
        [found.get(place, glyph) for place, glyph in enumerate(glyphs)] if found else list(glyphs)
    )


def _is_mark(
    place: int,
    glyphs: Sequence[Glyph],
    ends: dict[tuple[int, int], list[int]],
    found: dict[int, Glyph],
) -> bool:
    """Whether a character is raised or lowered beside another, or goes on from one that is."""
    glyph = glyphs[place]
    column, row = int(glyph.left // _BUCKET), int(glyph.base // _BUCKET)
    for x in (column - 1, column, column + 1):
        for y in (row - 1, row, row + 1):
            for near in ends.get((x, y), ())[:_FEW]:
                if near != place and _stands_beside(glyphs[near], glyph, raised=near in found):
                    return True
    return False


_FEW = 64
"""Not more characters than this end in one place; those of a hostile page are not all looked at."""


def _stands_beside(other: Glyph, glyph: Glyph, *, raised: bool) -> bool:
    """Whether a character is a mark of another, or goes on with a mark."""
    size = other.size
    if not -_NEAR < (glyph.left - other.right) / size < _NEAR or glyph.left <= other.left:
        return False
    rise = (other.base - glyph.base) / size
    if raised:
        return abs(rise) < _RISE and _SMALLER < glyph.size / size < 1 / _SMALLER
    if glyph.size > _SMALLER * size:
        return glyph.size <= size / _SMALLER and _RISE_AT_FULL_SIZE < rise < _HIGHEST
    return _RISE < rise < _HIGHEST or -_DEEPEST < rise < -_RISE
