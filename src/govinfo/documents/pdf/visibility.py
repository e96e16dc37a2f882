"""What a reader of the page sees of its characters.

Left out are characters that are covered, invisible, off the page or struck out. Each keeps its
place, so that a note can say what stood there. Where it touched a digit that is seen, the number is
not certain any more, and a sign takes its place that no number has.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple, TypeAlias

from govinfo.documents.pdf.chars import NUMERIC, Glyph
from govinfo.documents.pdf.graphics import Area, Bar, Edge, Ink, Rect, Strokes
from govinfo.documents.pdf.handles import Handle
from govinfo.documents.pdf.painting import Color
from govinfo.documents.pdf.rotation import Point

__all__ = ["HIDDEN", "STRUCK", "TORN", "Sight", "TooCrowdedError", "seen"]

HIDDEN, STRUCK = "hidden_text", "struck_out"
TORN = "…"
"""Stands where a number goes on in characters that are not read."""

_WHITE: Color = (255, 255, 255)
_READABLE = 0.2
"""Characters of less than this share of the usual size are for machines, not for readers."""
_ALIKE = 16
"""Two colours that differ by less than this in each of their parts look alike."""
_BANDS = 128
_LEAST_BAND_POINTS = 12.0
_MOST_LOOKS = 4_000_000
"""So many times a character of one page is put to an area of it."""
_LOWEST, _HIGHEST = 0.15, 0.6
"""A line that strikes a figure out is so far above its baseline, in sizes of the type."""
_WHOLLY, _PARTLY = 0.6, 0.2
"""How much of a character a line crosses that strikes it out, or makes it uncertain."""
_JOINED = 0.1
"""Lines that end nearer to each other than this, in points, are one."""
_MOST_LINES = 64
"""So many level lines are looked at for one character."""
_MOST_SLANTS = 400
"""A page with more slanted lines has a drawing on it."""
_SCAN = 0.25
"""A picture of so much of the page may be a scan, whose characters lie below it."""


class TooCrowdedError(Exception):
    """A page has more on it than can be looked at."""


class Sight(NamedTuple):
    """What is seen of a page."""

    glyphs: list[Glyph]
    recognised: int
    """How many characters are invisible and lie on a scan: character recognition adds them."""
    is_ruling: Callable[[Edge | Rect], bool]
    """Tells whether a line or a box may belong to a table: it strikes out and covers nothing."""


Opacity: TypeAlias = Callable[[Handle, Rect, Point], bool]
"""Whether a picture hides what lies below it at a place."""


def seen(
    glyphs: Sequence[Glyph],
    items: Sequence[int],
    strokes: Strokes,
    shape: tuple[float, float],
    hides: Opacity,
) -> Sight:
    """Return the characters of a page, with those marked that are not seen.

    Args:
        glyphs: the characters in the order in which they are drawn.
        items: which text object each belongs to.
        strokes: the lines, areas and pictures.
        shape: the width and the height of the page.
        hides: tells whether a picture hides what lies below it.

    """
    sizes = [glyph.size for glyph in glyphs if not glyph.turned]
    page = _Page(strokes, shape, hides, _READABLE * median(sizes) if sizes else 0.0)
    inks = map(strokes.inks.get, items)
    codes = [page.code_of(glyph, ink) for glyph, ink in zip(glyphs, inks, strict=True)]
    scanned = codes.count(_RECOGNISED)
    strikes, torn = _struck(glyphs, codes, strokes)
    if not any(codes):
        return Sight(list(glyphs), 0, lambda _: True)
    marked = list(glyphs)
    for place, (glyph, code) in enumerate(zip(glyphs, codes, strict=True)):
        if code == _RECOGNISED:
            marked[place] = glyph._replace(recognised=True)
        elif code:
            marked[place] = glyph._replace(character="", lost=glyph.character, code=code)
    torn.update(_touching(marked))
    for place in torn:
        marked[place] = marked[place]._replace(character=TORN)
    strikes.update(edge for area in page.covers.values() for edge in area.edges)
    boxes = {area.box for area in page.covers.values() if area.edges}
    return Sight(
        marked,
        scanned,
        lambda drawn: drawn not in (boxes if isinstance(drawn, Rect) else strikes),
    )


_RECOGNISED = "recognised"


class _Page:
    """The areas that may lie above or below a character, by their height on the page."""

    def __init__(
        self, strokes: Strokes, shape: tuple[float, float], hides: Opacity, smallest: float
    ) -> None:
        """Sort the areas of a page into bands; nobody sees characters below the smallest size."""
        self._width, self._height = shape
        self._smallest = smallest
        self._band = max(_LEAST_BAND_POINTS, self._height / _BANDS)
        self._bands: dict[int, list[Area]] = {}
        self._pictures = [area.box for area in strokes.areas if area.picture is not None]
        self._hides, self._looks = hides, 0
        self.covers: dict[int, Area] = {}
        for area in strokes.areas:
            first, last = max(area.box.top, 0.0), min(area.box.bottom, self._height)
            for band in range(int(first // self._band), int(last // self._band) + 1):
                self._bands.setdefault(band, []).append(area)

    def code_of(self, glyph: Glyph, ink: Ink | None) -> str:
        """Return why a character is not seen, and nothing where it is."""
        x, y = middle = glyph.middle
        on_page = 0 <= x <= self._width and 0 <= glyph.base <= self._height
        if ink is None or not on_page or (ink.clip is not None and not ink.clip.holds(middle)):
            return "" if on_page and ink is None else HIDDEN
        if max(glyph.size, glyph.right - glyph.left) < self._smallest:
            return HIDDEN
        if not ink.painted:
            return _RECOGNISED if self._is_on_picture(middle) else HIDDEN
        for area in reversed(self._bands.get(int(y // self._band), ())):
            self._looks += 1
            if self._looks > _MOST_LOOKS:
                raise TooCrowdedError
            if not area.holds(middle):
                continue
            if area.order < ink.order:
                # The area lies below: a character of its colour is not seen.
                return HIDDEN if _are_alike(ink.color, area.color) else ""
            if area.covers and (
                area.picture is None or self._hides(area.picture, area.box, middle)
            ):
                self.covers[id(area)] = area
                return (
                    _RECOGNISED if area.picture is not None and self._is_scan(area.box) else HIDDEN
                )
        return HIDDEN if _are_alike(ink.color, _WHITE) else ""

    def _is_on_picture(self, point: Point) -> bool:
        self._looks += len(self._pictures)
        if self._looks > _MOST_LOOKS:
            raise TooCrowdedError
        return any(box.holds(point) for box in self._pictures)

    def _is_scan(self, box: Rect) -> bool:
        return (box.right - box.left) * (box.bottom - box.top) >= _SCAN * self._width * self._height


def _are_alike(one: Color | None, other: Color | None) -> bool:
    """Whether two colours are known, and not told apart."""
    return (
        one is not None
        and other is not None
        and max(abs(a - b) for a, b in zip(one, other, strict=True)) < _ALIKE
    )


def _touching(glyphs: Sequence[Glyph]) -> Iterator[int]:
    """Yield the places of digits that are not read and touch one that is, in drawing order."""
    for place, (before, glyph) in enumerate(pairwise(glyphs)):
        if (
            (before.code == "") != (glyph.code == "")
            and glyph.touches(before)
            and (before.lost or before.character) in NUMERIC
            and (glyph.lost or glyph.character) in NUMERIC
        ):
            yield place if before.code else place + 1


def _struck(
    glyphs: Sequence[Glyph], codes: list[str], strokes: Strokes
) -> tuple[set[Edge], set[int]]:
    """Spot the characters that lines go through; return the lines, and characters they touch."""
    levels, struck = _Levels(strokes.bars), strokes.struck
    slants = strokes.slants if len(strokes.slants) <= _MOST_SLANTS else []
    strikes, torn = dict[int, _Run](), set[int]()
    if (len(struck) + len(slants)) * len(glyphs) > _MOST_LOOKS:
        raise TooCrowdedError
    for place, glyph in enumerate(glyphs):
        share, runs = levels.share_of(glyph)
        if struck and share < _WHOLLY and any(box.holds(glyph.middle) for box in struck):
            share = 1.0
        if slants and share < _PARTLY and glyph.character in NUMERIC:
            share = 1.0 if _is_crossed(glyph, slants) else share
        if share < _PARTLY or codes[place] == HIDDEN or glyph.turned or glyph.character.isspace():
            continue
        codes[place] = STRUCK
        strikes.update((id(run), run) for run in runs)
        if share < _WHOLLY:
            torn.add(place)
    return {edge for run in strikes.values() for edge in run.edges}, torn


class _Levels:
    """The level lines of a page, by their height."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        """Put the lines of each height together."""
        levels = dict[float, list[Bar]]()
        for bar in bars:
            levels.setdefault(round(bar.top + bar.bottom) / 2, []).append(bar)
        self._heights = sorted(levels)
        self._levels = [levels[height] for height in self._heights]
        self._runs = dict[int, tuple[list[float], list[_Run]]]()

    def _runs_at(self, number: int) -> tuple[list[float], list[_Run]]:
        """Return the lines of one height that are seen, joined, and where each begins."""
        if number not in self._runs:
            runs = list[_Run]()
            for bar in sorted(self._levels[number], key=attrgetter("left")):
                if not bar.seen:
                    continue
                if runs and bar.left <= runs[-1].right + _JOINED:
                    runs[-1].edges.append(bar.edge)
                    runs[-1] = runs[-1]._replace(right=max(runs[-1].right, bar.right))
                else:
                    runs.append(_Run(bar.left, bar.right, [bar.edge]))
            self._runs[number] = [run.left for run in runs], runs
        return self._runs[number]

    def share_of(self, glyph: Glyph) -> tuple[float, list[_Run]]:
        """Return how much of the width of a character is crossed, and by which lines."""
        first = bisect_left(self._heights, glyph.base - _HIGHEST * glyph.size)
        last = bisect_right(self._heights, glyph.base - _LOWEST * glyph.size, first)
        crossed, found = 0.0, list[_Run]()
        for number in range(first, min(last, first + _MOST_LINES)):
            lefts, runs = self._runs_at(number)
            begin, end = (
                max(bisect_right(lefts, glyph.left) - 1, 0),
                bisect_left(lefts, glyph.right),
            )
            own = 0.0
            for run in runs[begin : min(end, begin + _MOST_LINES)]:
                part = min(run.right, glyph.right) - max(run.left, glyph.left)
                if part > 0:
                    own += part
                    found.append(run)
            crossed = max(crossed, own)
        return crossed / max(glyph.right - glyph.left, 0.01), found


class _Run(NamedTuple):
    """Lines of one height that touch, as one."""

    left: float
    right: float
    edges: list[Edge]


def _is_crossed(glyph: Glyph, slants: Sequence[tuple[Point, Point]]) -> bool:
    """Whether a slanted line goes through the heart of a figure."""
    x, y = glyph.middle
    reach = (_HIGHEST - _LOWEST) / 2 * glyph.size
    for (x0, y0), (x1, y1) in slants:
        if not min(x0, x1) <= x <= max(x0, x1) or x0 == x1:
            continue
        if abs(y0 + (x - x0) * (y1 - y0) / (x1 - x0) - y) <= reach:
            return True
    return False
