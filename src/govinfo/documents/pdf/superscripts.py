"""Marks that are raised or lowered beside a number, as those of footnotes are: no part of it."""

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
"""A mark is no further from its character than this, and overlaps it by no more."""
_BUCKET_POINTS = 16.0
_MOST_NEIGHBOURS = 64
"""More characters end in one place only on a hostile page; the rest is not looked at."""


def without_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters, with those marked as not read that are raised or lowered."""
    ends = dict[tuple[int, int], list[int]]()
    candidates = list[int]()
    for place, glyph in enumerate(glyphs):
        if glyph.turned or glyph.recognised or not glyph.character or glyph.character.isspace():
            continue
        bucket = int(glyph.right // _BUCKET_POINTS), int(glyph.base // _BUCKET_POINTS)
        ends.setdefault(bucket, []).append(place)
        if glyph.character in _MARKS:
            candidates.append(place)
    marks = dict[int, Glyph]()
    for place in sorted(candidates, key=lambda place: glyphs[place].left):
        glyph = glyphs[place]
        column, row = int(glyph.left // _BUCKET_POINTS), int(glyph.base // _BUCKET_POINTS)
        buckets = ((x, y) for x in range(column - 1, column + 2) for y in range(row - 1, row + 2))
        near = (n for at in buckets for n in ends.get(at, ())[:_MOST_NEIGHBOURS] if n != place)
        if any(_is_mark(glyph, glyphs[other], raised=other in marks) for other in near):
            marks[place] = glyph._replace(character="", lost=glyph.character, code=RAISED)
    return [marks.get(place, glyph) for place, glyph in enumerate(glyphs)]


def _is_mark(glyph: Glyph, other: Glyph, *, raised: bool) -> bool:
    """Whether a character is a mark of the one before it, or goes on with a mark."""
    size = other.size
    if not -_NEAR < (glyph.left - other.right) / size < _NEAR or glyph.left <= other.left:
        return False
    rise = (other.base - glyph.base) / size
    if raised:
        return abs(rise) < _RISE and _SMALLER < glyph.size / size < 1 / _SMALLER
    if glyph.size > _SMALLER * size:
        return glyph.size <= size / _SMALLER and _RISE_AT_FULL_SIZE < rise < _HIGHEST
    return _RISE < rise < _HIGHEST or -_DEEPEST < rise < -_RISE
