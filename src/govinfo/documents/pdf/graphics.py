"""Drawing on a page besides its characters: straight lines, areas that are filled, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from math import isfinite
from typing import NamedTuple

import pypdfium2.raw as pdfium
from attrs import define, field, frozen

from govinfo.documents.pdf.handles import Handle
from govinfo.documents.pdf.layers import is_on_layer
from govinfo.documents.pdf.painting import (
    MOST_OBJECTS,
    MOST_SEGMENTS,
    Color,
    Item,
    Rect,
    bounds_of,
    draw_mode,
    fill_of,
    is_filled,
    is_outlined,
    items_on,
    line_width_of,
    overlap,
    segments_of,
    stroke_of,
)
from govinfo.documents.pdf.rotation import Point, Turn

__all__ = ["ROOM", "Area", "Bar", "Edge", "Ink", "Rect", "Strokes", "strokes_on"]

_STRAIGHT_POINTS = 1.0
_LOW_POINTS = 20.0
"""A curve that strikes out a line of text is no higher."""
_THIN_POINTS = 3.0
"""A rectangle that is narrower or lower than this is a line."""
ROOM = 5.0
"""Nothing that is narrower or lower than this, in points, is a cell."""
_CORNERS, _SIDES = 3, 5
"""A rectangle has four sides; some programs draw a last one of no length, or leave one out."""
_PAPER = 240
"""A line of a colour as bright as this is not seen on paper."""
_MOST_CORNERS = 64
"""A shape with more corners is a drawing; it may cover a place or not."""
_FILLED = frozenset({0, 2, 4, 6})
"""The text rendering modes in which characters are filled."""
_PAINTED = frozenset({1, 2, 5, 6})
"""Those in which a line is drawn along their outlines."""


class Edge(NamedTuple):
    """A straight line, from side to side or from top to bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def between(cls, start: Point, end: Point) -> Edge | None:
        """Return a line that is level or upright, or nearly so; `None` for another."""
        (x0, y0), (x1, y1) = start, end
        straight = abs(x0 - x1) <= _STRAIGHT_POINTS or abs(y0 - y1) <= _STRAIGHT_POINTS
        if not straight or not all(map(isfinite, (x0, y0, x1, y1))):
            return None
        return cls(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


class Bar(NamedTuple):
    """A level line, with the path that it is drawn by."""

    left: float
    top: float
    right: float
    bottom: float
    path: Handle
    stroked: bool

    @property
    def edge(self) -> Edge:
        """The line alone."""
        return Edge(self.left, self.top, self.right, self.bottom)

    @property
    def seen(self) -> bool:
        """Whether it has another colour than paper."""
        if self.path is None:
            return True
        color = stroke_of(self.path) if self.stroked else fill_of(self.path)
        return color is None or min(color) < _PAPER


class Area(NamedTuple):
    """A part of the page that is filled, by a colour or by a picture."""

    order: int
    box: Rect
    color: Color | None
    """`None` where it is not known, or the page below shines through."""
    outline: tuple[tuple[Point, Point], ...] = ()
    """Its sides, where it is no rectangle."""
    covers: bool = True
    """Whether nothing below it is seen."""
    picture: Handle = None
    edges: tuple[Edge, ...] = ()
    """The lines that it was taken for."""

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        inside = self.box.holds(point)
        if not inside or not self.outline:
            return inside
        # A line from the point to the left crosses an odd number of its sides.
        (x, y), inside = point, False
        for (x0, y0), (x1, y1) in self.outline:
            if (y0 > y) != (y1 > y) and x0 + (y - y0) * (x1 - x0) / (y1 - y0) < x:
                inside = not inside
        return inside


class Ink(NamedTuple):
    """How the characters of a text object are painted."""

    order: int
    painted: bool
    color: Color | None
    """`None` where it is not one colour, or the page below shines through."""
    clip: Rect | None

    @classmethod
    def of(cls, item: Item) -> Ink:
        """Return how a text object is painted."""
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item.handle)
        filled, outlined = mode in _FILLED, mode in _PAINTED
        colors = {fill_of(item.handle)} if filled else set()
        colors |= {stroke_of(item.handle)} if outlined else set()
        painted = (filled and is_filled(item.handle)) or (outlined and is_outlined(item.handle))
        return cls(item.order, painted, colors.pop() if len(colors) == 1 else None, item.clip)


@define
class Strokes:
    """The drawing on a page besides its characters, and how these are painted."""

    edges: list[Edge] = field(factory=list)
    """Straight lines, those around rectangles among them."""
    boxes: list[Rect] = field(factory=list)
    """Rectangles that are drawn in one stroke, and have room for characters."""
    slants: list[tuple[Point, Point]] = field(factory=list)
    """Lines that are neither level nor upright, and those between the points of curves."""
    bars: list[Bar] = field(factory=list)
    """Level lines: those that may strike something out."""
    struck: list[Rect] = field(factory=list)
    """The places that annotations strike out."""
    areas: list[Area] = field(factory=list)
    shown: list[Rect] = field(factory=list)
    """Pictures, and annotations with text: what they show is not among the characters."""
    said: list[Rect] = field(factory=list)
    """Those of `shown` that are annotations whose text has digits."""
    inks: dict[int, Ink] = field(factory=dict)
    """How each text object is painted."""
    pictures: int = 0
    crowded: bool = False
    """Whether more is drawn than is looked at."""

    def add_path(self, item: Item, turn: Turn) -> None:
        """Add the lines of a path, and the area that it fills."""
        filled, stroked = draw_mode(item.handle)
        if not filled and not stroked:
            return
        path = _Path.of(item, turn, filled=filled, stroked=stroked)
        self.slants += path.slants
        box, lines = path.box, path.lines()
        if filled and not stroked and path.is_marker:
            return
        self.edges += lines
        thickness = line_width_of(item.handle, item.matrix) if stroked and not filled else 0.0
        if thickness >= _THIN_POINTS:
            self.areas += path.thick_lines(thickness)
        elif stroked or len(lines) < _CORNERS:
            level = (edge for edge in lines if edge.right - edge.left > edge.bottom - edge.top)
            self.bars += (Bar(*edge, item.handle, stroked) for edge in level)
        if box is not None and box.right - box.left >= ROOM <= box.bottom - box.top:
            self.boxes.append(box)
        area = path.area() if filled else None
        if area is not None:
            self.areas.append(area if stroked else area._replace(edges=tuple(lines)))


def strokes_on(page: Handle, turn: Turn, layers: frozenset[bytes]) -> Strokes:
    """Return the drawing on a page, without that on these layers.

    The lines of a page full of lines are no table.
    """
    strokes = Strokes()
    for item in items_on(page, turn):
        if layers and is_on_layer(item.handle, layers):
            if item.kind == pdfium.FPDF_PAGEOBJ_TEXT:
                strokes.inks[item.identity] = Ink(
                    item.order, painted=False, color=None, clip=item.clip
                )
        elif item.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            strokes.inks[item.identity] = Ink.of(item)
        elif item.kind == pdfium.FPDF_PAGEOBJ_PATH:
            strokes.add_path(item, turn)
        else:
            picture = item.kind == pdfium.FPDF_PAGEOBJ_IMAGE
            strokes.pictures += picture
            box = overlap(bounds_of(item.handle, item.matrix, turn), item.clip)
            if box is not None:
                handle = item.handle if picture else None
                # A shading fills all that it is clipped to, mostly.
                covers = picture or not pdfium.FPDFPageObj_HasTransparency(item.handle)
                strokes.areas.append(Area(item.order, box, None, covers=covers, picture=handle))
                strokes.shown += [box] if picture else []
        if len(strokes.edges) > MOST_SEGMENTS or item.order > MOST_OBJECTS:
            return Strokes(inks=strokes.inks, pictures=strokes.pictures, crowded=True)
    return strokes


@frozen
class _Path:
    """A path of a page."""

    item: Item
    segments: list[tuple[int, Point, Point]]
    sides: list[Edge]
    """Its lines that are level or upright."""
    slants: list[tuple[Point, Point]]
    """Its other lines that are drawn."""

    @classmethod
    def of(cls, item: Item, turn: Turn, *, filled: bool, stroked: bool) -> _Path:
        """Return the path of an object of the page."""
        segments = list(segments_of(item.handle, item.matrix, turn))
        sides, slants = list[Edge](), list[tuple[Point, Point]]()
        heights = [point[1] for _, *points in segments for point in points]
        is_low = not filled and max(heights, default=0.0) - min(heights, default=0.0) <= _LOW_POINTS
        for stroke, start, end in segments:
            edge = Edge.between(start, end) if stroke > 0 else None
            if edge is not None:
                sides.append(edge)
            elif stroked and (stroke > 0 or is_low):
                # A curve runs along the lines between its points; that of a seal is high.
                slants.append((start, end))
        return cls(item, segments, sides, slants)

    @cached_property
    def box(self) -> Rect | None:
        """The box around its sides, if they may be those of a rectangle."""
        if not _CORNERS <= len(self.sides) <= _SIDES:
            return None
        return _box_around([corner for side in self.sides for corner in (side[:2], side[2:])])

    def lines(self) -> list[Edge]:
        """Return the lines that it stands for.

        A thin rectangle is a line, and a dot a piece of a level and of an upright one.
        """
        box = self.box
        if box is None:
            return self.sides
        width, height = box.right - box.left, box.bottom - box.top
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        level, upright = Edge(box.left, y, box.right, y), Edge(x, box.top, x, box.bottom)
        if max(width, height) < _THIN_POINTS:
            return [level, upright]
        if height < _THIN_POINTS:
            return [level]
        return [upright] if width < _THIN_POINTS else self.sides

    @property
    def is_marker(self) -> bool:
        """Whether it lies over words that are seen through it; its sides are none of a cell."""
        return len(self.lines()) >= _CORNERS and bool(
            pdfium.FPDFPageObj_HasTransparency(self.item.handle)
        )

    def thick_lines(self, thickness: float) -> Iterator[Area]:
        """Yield the areas that its level and upright lines cover, drawn so thick."""
        item, half = self.item, thickness / 2
        see_through = pdfium.FPDFPageObj_HasTransparency(item.handle)
        color = None if see_through else stroke_of(item.handle)
        for side in self.sides:
            across, down = (
                (0.0, half) if side.right - side.left >= side.bottom - side.top else (half, 0.0)
            )
            whole = Rect(
                side.left - across, side.top - down, side.right + across, side.bottom + down
            )
            box = overlap(whole, item.clip)
            if box is not None:
                yield Area(item.order, box, color, covers=color is not None, edges=(side,))

    @property
    def is_rectangle(self) -> bool:
        """Whether its lines lie on all sides of the box around them, and nothing else."""
        box, sides = self.box, self.sides
        if box is None or len(self.segments) > _SIDES:
            return False
        level = {round(side.top) for side in sides if side.right - side.left > _STRAIGHT_POINTS}
        upright = {round(side.left) for side in sides if side.bottom - side.top > _STRAIGHT_POINTS}
        tops, lefts = {round(box.top), round(box.bottom)}, {round(box.left), round(box.right)}
        return level <= tops and upright <= lefts

    def area(self) -> Area | None:
        """Return the area that it fills; nothing for a thin rectangle, which is a line."""
        item, segments = self.item, self.segments
        points = [point for _, start, end in segments for point in (start, end)]
        if not points or not all(isfinite(x) and isfinite(y) for x, y in points):
            return None
        around = overlap(_box_around(points), item.clip)
        if around is None:
            return None
        if min(around.right - around.left, around.bottom - around.top) < _THIN_POINTS:
            return None
        color = None if pdfium.FPDFPageObj_HasTransparency(item.handle) else fill_of(item.handle)
        if self.is_rectangle:
            return Area(item.order, around, color, covers=color is not None)
        if len(segments) > _MOST_CORNERS:
            return Area(item.order, around, None, covers=False)
        outline = tuple((start, end) for _, start, end in segments)
        return Area(item.order, around, color, outline, covers=color is not None)


def _box_around(points: list[Point]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs), max(ys))
