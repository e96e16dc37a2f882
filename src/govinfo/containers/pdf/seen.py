"""What a reader of the page sees of its characters: not those that are covered, invisible, off the page or struck out.

A character that is not seen keeps its place, so that a note can say what stood there. Where it touched a figure that is
seen, the number is certain no more, and a sign takes its place that no number has.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple, TypeAlias

from govinfo.containers.pdf.glyphs import Glyph
from govinfo.containers.pdf.strokes import Area, Box, Color, Edge, Ink, Strokes
from govinfo.containers.pdf.turning import Point

__all__ = ["HIDDEN", "STRUCK", "TORN", "Sight", "TooCrowdedError", "seen"]

HIDDEN, STRUCK = "hidden_text", "struck_out"
TORN = "…"
"""Stands where a number goes on in what is not read."""
_NUMERIC = frozenset("0123456789.,")
_TIGHT = 0.15
"""Between the figures of one number there is less room than this, in sizes of the type."""

_WHITE: Color = (255, 255, 255)
_ALIKE = 16
"""Two colours that differ by less than this in each of their parts are not told apart."""
_BANDS = 128
_LEAST_BAND = 12.0
_MOST_LOOKS = 4_000_000
"""So many times a character of one page is put to an area of it."""
_LOWEST, _HIGHEST = 0.15, 0.6
"""A line that strikes a figure out is so far above its baseline, in sizes of the type."""
_WHOLLY, _PARTLY = 0.6, 0.2
"""How much of its width a line must cross for a character to be struck out, or to be uncertain."""
_MOST_SLANTS = 400
"""A page with more slanted lines has a drawing on it."""
_SCAN = 0.25
"""A picture that takes up so much of the page may be a scan, whose characters lie below it."""


class TooCrowdedError(Exception):
    """A page has more on it than can be looked at."""


class Sight(NamedTuple):
    """What is seen of a page."""

    glyphs: list[Glyph]
    recognised: int
    """How many characters are invisible, and lie on a scan as that which character recognition adds."""
    strikes: frozenset[Edge]
    """The lines that strike something out."""


Opacity: TypeAlias = Callable[[Any, Box, Point], bool]
"""Whether a picture hides what lies below it at a place."""


def seen(
    glyphs: Sequence[Glyph], items: Sequence[int], strokes: Strokes, shape: tuple[float, float], hides: Opacity
) -> Sight:
    """Return the characters of a page, those that are not seen marked as such.

    Args:
        glyphs: the characters in the order in which they are drawn.
        items: which text object each belongs to.
        strokes: what else is drawn.
        shape: the width and the height of the page.
        hides: tells whether a picture hides what lies below it.

    """
    page = _Page(strokes, shape, hides)
    codes, scanned = list[str](), 0
    for glyph, item in zip(glyphs, items, strict=True):
        code = page.code_of(glyph, strokes.inks.get(item))
        scanned += code == _RECOGNISED
        codes.append(code)
    strikes, torn = _struck(glyphs, codes, strokes)
    if not any(codes):
        return Sight(list(glyphs), 0, frozenset())
    judged = [_judged(glyph, code) for glyph, code in zip(glyphs, codes, strict=True)]
    torn.update(_touching(judged))
    judged = [glyph._replace(character=TORN) if n in torn else glyph for n, glyph in enumerate(judged)]
    return Sight(judged, scanned, frozenset(strikes))


def _judged(glyph: Glyph, code: str) -> Glyph:
    if not code:
        return glyph
    if code == _RECOGNISED:
        return glyph._replace(recognised=True)
    return glyph._replace(character="", lost=glyph.character, code=code)


_RECOGNISED = "recognised"


class _Page:
    """What may lie above or below a character, found by its height on the page."""

    def __init__(self, strokes: Strokes, shape: tuple[float, float], hides: Opacity) -> None:
        """Sort the areas of a page into bands."""
        self._width, self._height = shape
        self._band = max(_LEAST_BAND, self._height / _BANDS)
        self._bands: dict[int, list[Area]] = {}
        self._pictures = [area.box for area in strokes.areas if area.picture is not None]
        self._hides, self._looks = hides, 0
        for area in strokes.areas:
            first, last = max(area.box.top, 0.0), min(area.box.bottom, self._height)
            for band in range(int(first // self._band), int(last // self._band) + 1):
                self._bands.setdefault(band, []).append(area)

    def code_of(self, glyph: Glyph, ink: Ink | None) -> str:
        """Return why a character is not seen, and nothing where it is."""
        x, y = middle = glyph.middle
        if not (0 <= x <= self._width and 0 <= glyph.base <= self._height):
            return HIDDEN
        if ink is None:
            return ""
        if ink.clip is not None and not ink.clip.holds(middle):
            return HIDDEN
        if not ink.painted:
            return _RECOGNISED if self._is_on_picture(middle) else HIDDEN
        for area in reversed(self._bands.get(int(y // self._band), ())):
            self._looks += 1
            if self._looks > _MOST_LOOKS:
                raise TooCrowdedError
            if not area.box.holds(middle) or (area.outline and not _is_inside(middle, area.outline)):
                continue
            if area.order < ink.order:
                # It lies below: a character of its colour is not seen.
                return HIDDEN if _are_alike(ink.color, area.color) else ""
            if area.covers and (area.picture is None or self._hides(area.picture, area.box, middle)):
                return _RECOGNISED if area.picture is not None and self._is_scan(area.box) else HIDDEN
        return HIDDEN if _are_alike(ink.color, _WHITE) else ""

    def _is_on_picture(self, point: Point) -> bool:
        self._looks += len(self._pictures)
        if self._looks > _MOST_LOOKS:
            raise TooCrowdedError
        return any(box.holds(point) for box in self._pictures)

    def _is_scan(self, box: Box) -> bool:
        return (box.right - box.left) * (box.bottom - box.top) >= _SCAN * self._width * self._height


def _are_alike(one: Color | None, other: Color | None) -> bool:
    """Whether two colours are known, and not told apart."""
    return one is not None and other is not None and max(abs(a - b) for a, b in zip(one, other, strict=True)) < _ALIKE


def _is_inside(point: Point, outline: Sequence[tuple[Point, Point]]) -> bool:
    """Whether a point lies in a shape: a line from it to the left crosses an odd number of its sides."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in outline:
        if (y0 > y) != (y1 > y) and x0 + (y - y0) * (x1 - x0) / (y1 - y0) < x:
            inside = not inside
    return inside


def _touching(glyphs: Sequence[Glyph]) -> Iterator[int]:
    """Yield the places of figures that are not read and touch one that is, in the order in which they are drawn."""
    for place, (before, glyph) in enumerate(pairwise(glyphs)):
        if (before.code == "") == (glyph.code == "") or before.base != glyph.base:
            continue
        close = -_TIGHT < (glyph.left - before.right) / glyph.size < _TIGHT
        if close and (before.lost or before.character) in _NUMERIC and (glyph.lost or glyph.character) in _NUMERIC:
            yield place if before.code else place + 1


def _struck(glyphs: Sequence[Glyph], codes: list[str], strokes: Strokes) -> tuple[set[Edge], set[int]]:
    """Mark the characters that lines go through; return those lines, and where only a part of a character is crossed."""
    levels, slants = _Levels(strokes.bars), strokes.slants if len(strokes.slants) <= _MOST_SLANTS else []
    strikes, torn = set[Edge](), set[int]()
    for place, glyph in enumerate(glyphs):
        if codes[place] == HIDDEN or glyph.turned or glyph.character.isspace():
            continue
        share, edges = levels.share_of(glyph)
        if share < _PARTLY and slants and glyph.character in _NUMERIC and _is_crossed(glyph, slants):
            share = 1.0
        if share >= _PARTLY:
            codes[place] = STRUCK
            strikes |= edges
            if share < _WHOLLY:
                torn.add(place)
    return strikes, torn


class _Levels:
    """Level lines, by their height on the page."""

    def __init__(self, bars: Sequence[Edge]) -> None:
        """Join the lines of each height where they touch."""
        ordered = sorted(bars, key=lambda edge: (_middle(edge), edge.left))
        self._heights = list[float]()
        self._runs = list[tuple[list[float], list[tuple[float, float, list[Edge]]]]]()
        for height, level in groupby(ordered, key=lambda edge: round(_middle(edge) * 2) / 2):
            runs = list[tuple[float, float, list[Edge]]]()
            for edge in sorted(level):
                if runs and edge.left <= runs[-1][1] + 0.1:
                    left, right, members = runs[-1]
                    runs[-1] = (left, max(right, edge.right), [*members, edge] if len(members) < _FEW else members)
                else:
                    runs.append((edge.left, edge.right, [edge]))
            self._heights.append(height)
            self._runs.append(([left for left, _, _ in runs], runs))

    def share_of(self, glyph: Glyph) -> tuple[float, set[Edge]]:
        """Return how much of the width of a character the lines cross that go through it, and which they are."""
        first = bisect_left(self._heights, glyph.base - _HIGHEST * glyph.size)
        last = bisect_right(self._heights, glyph.base - _LOWEST * glyph.size)
        crossed, edges = 0.0, set[Edge]()
        width = max(glyph.right - glyph.left, 0.01)
        for lefts, runs in self._runs[first : min(last, first + _FEW)]:
            begin = max(bisect_right(lefts, glyph.left) - 1, 0)
            own = 0.0
            for left, right, members in runs[begin : bisect_left(lefts, glyph.right)][:_FEW]:
                part = min(right, glyph.right) - max(left, glyph.left)
                if part > 0:
                    own += part
                    edges.update(members)
            crossed = max(crossed, own)
        return crossed / width, edges


_FEW = 64
"""Not more lines than this are looked at for one character."""


def _middle(edge: Edge) -> float:
    return (edge.top + edge.bottom) / 2


def _is_crossed(glyph: Glyph, slants: Sequence[tuple[Point, Point]]) -> bool:
    """Whether a slanted line goes through the heart of a figure."""
    x, y = glyph.middle
    reach = (glyph.right - glyph.left) / 4
    for (x0, y0), (x1, y1) in slants:
        if not min(x0, x1) <= x <= max(x0, x1) or x0 == x1:
            continue
        if abs(y0 + (x - x0) * (y1 - y0) / (x1 - x0) - y) <= reach:
            return True
    return False
