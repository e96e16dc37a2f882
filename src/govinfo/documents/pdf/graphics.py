"""What is drawn on a page besides its characters: straight lines, areas that are filled, pictures."""

from __future__ import annotations

from math import isfinite
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from attrs import define, field

from govinfo.documents.pdf.painting import (
    MOST_OBJECTS,
    MOST_SEGMENTS,
    Box,
    Color,
    Item,
    bounds_of,
    draw_mode,
    fill_of,
    items_on,
    overlap,
    segments_of,
    stroke_of,
)
from govinfo.documents.pdf.rotation import Point, Turn

__all__ = ["ROOM", "Area", "Bar", "Box", "Edge", "Ink", "Strokes", "strokes_on"]

_STRAIGHT = 1.0
_THIN = 3.0
ROOM = 5.0
"""Nothing that is narrower or lower than this, in points, is a cell."""
_CORNERS, _SIDES = 3, 5
"""A rectangle has four sides; some programs come back to its first corner and draw one of no length."""
_PAPER = 240
"""A line whose colour is as bright as this is not seen on paper."""
_MOST_CORNERS = 64
"""A shape with more corners than this is a drawing; whether a place lies in it is not worked out."""
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


class Bar(NamedTuple):
    """A level line, with the path that it is drawn by."""

    left: float
    top: float
    right: float
    bottom: float
    path: Any
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
    box: Box
    color: Color | None
    """`None` where it is not known, or what is below shines through."""
    outline: tuple[tuple[Point, Point], ...] = ()
    """Its sides, where it is no rectangle."""
    covers: bool = True
    """Whether nothing below it is seen."""
    picture: Any = None
    edges: tuple[Edge, ...] = ()
    """The lines that it was taken for."""


class Ink(NamedTuple):
    """How the characters of a text object are painted."""

    order: int
    painted: bool
    color: Color | None
    """`None` where it is not one colour, or what is below shines through."""
    clip: Box | None


@define
class Strokes:
    """What is drawn on a page besides its characters, and how those are."""

    edges: list[Edge] = field(factory=list)
    """Straight lines, those around rectangles among them."""
    boxes: list[Box] = field(factory=list)
    """Rectangles that are drawn in one stroke, and have room for characters."""
    slants: list[tuple[Point, Point]] = field(factory=list)
    """Straight lines that are neither level nor upright."""
    bars: list[Bar] = field(factory=list)
    """Level lines: those that may strike something out."""
    struck: list[Box] = field(factory=list)
    """What annotations strike out."""
    areas: list[Area] = field(factory=list)
    inks: dict[int, Ink] = field(factory=dict)
    """How each text object is painted."""
    pictures: int = 0
    crowded: bool = False
    """Whether more is drawn than is looked at."""


def strokes_on(page: Any, turn: Turn) -> Strokes:  # noqa: ANN401 - a handle of a library without types
    """Return what is drawn on a page; of a page full of lines none is a line of a table."""
    strokes = Strokes()
    for item in items_on(page, turn):
        if item.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            strokes.inks[item.identity] = _ink(item)
        elif item.kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(item, turn, strokes)
        else:
            picture = item.kind == pdfium.FPDF_PAGEOBJ_IMAGE
            strokes.pictures += picture
            box = overlap(bounds_of(item.handle, item.matrix, turn), item.clip)
            if box is not None:
                handle = item.handle if picture else None
                strokes.areas.append(Area(item.order, box, None, covers=picture, picture=handle))
        if len(strokes.edges) > MOST_SEGMENTS or item.order > MOST_OBJECTS:
            return Strokes(inks=strokes.inks, pictures=strokes.pictures, crowded=True)
    return strokes


def _ink(item: Item) -> Ink:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item.handle)
    color = fill_of(item.handle) if mode in _FILLED and mode not in _PAINTED else None
    return Ink(item.order, mode in _FILLED or mode in _PAINTED, color, item.clip)


def _add_path(item: Item, turn: Turn, strokes: Strokes) -> None:
    """Add the lines of a path, and what it fills."""
    filled, stroked = draw_mode(item.handle)
    if not filled and not stroked:
        return
    segments = list(segments_of(item.handle, item.matrix, turn))
    own = list[Edge]()
    for stroke, start, end in segments:
        edge = _edge(start, end) if stroke > 0 else None
        if edge is not None:
            own.append(edge)
        elif stroked and stroke > 0:
            strokes.slants.append((start, end))
    box = _box_around(own) if _CORNERS <= len(own) <= _SIDES else None
    lines = own if box is None else _edges_of(box, own)
    strokes.edges += lines
    if stroked or len(lines) < _CORNERS:
        strokes.bars += [
            Bar(*edge, item.handle, stroked)
            for edge in lines
            if edge.right - edge.left > edge.bottom - edge.top
        ]
    if box is not None and box.right - box.left >= ROOM <= box.bottom - box.top:
        strokes.boxes.append(box)
    if filled:
        plain = box is not None and len(segments) <= _SIDES and _is_rectangle(own, box)
        _add_area(item, box if plain else None, segments, strokes, () if stroked else tuple(lines))


def _add_area(
    item: Item,
    box: Box | None,
    segments: list[tuple[int, Point, Point]],
    strokes: Strokes,
    edges: tuple[Edge, ...],
) -> None:
    """Add what a path fills; a thin rectangle is a line."""
    points = [point for _, start, end in segments for point in (start, end)]
    if not points or not all(isfinite(x) and isfinite(y) for x, y in points):
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    around = overlap(Box(min(xs), min(ys), max(xs), max(ys)), item.clip)
    if around is None or min(around.right - around.left, around.bottom - around.top) < _THIN:
        return
    color = None if pdfium.FPDFPageObj_HasTransparency(item.handle) else fill_of(item.handle)
    known = box is not None or len(segments) <= _MOST_CORNERS
    outline = (
        () if box is not None or not known else tuple((start, end) for _, start, end in segments)
    )
    strokes.areas.append(
        Area(
            item.order,
            around,
            color if known else None,
            outline,
            color is not None and known,
            None,
            edges,
        )
    )


def _is_rectangle(sides: list[Edge], box: Box) -> bool:
    """Whether lines lie on all sides of the box around them."""
    level = {round(side.top) for side in sides if side.right - side.left > _STRAIGHT}
    upright = {round(side.left) for side in sides if side.bottom - side.top > _STRAIGHT}
    return level <= {round(box.top), round(box.bottom)} and upright <= {
        round(box.left),
        round(box.right),
    }


def _box_around(edges: list[Edge]) -> Box:
    lefts, tops, rights, bottoms = zip(*edges, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _edges_of(box: Box, sides: list[Edge]) -> list[Edge]:
    """The lines that a rectangle stands for: a thin one is a line itself, a dot a piece of either kind of line."""
    width, height = box.right - box.left, box.bottom - box.top
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    level, upright = Edge(box.left, y, box.right, y), Edge(x, box.top, x, box.bottom)
    if max(width, height) < _THIN:
        return [level, upright]
    return [level] if height < _THIN else [upright] if width < _THIN else sides


def _edge(start: Point, end: Point) -> Edge | None:
    """A line that is level or upright, or nearly so."""
    (x0, y0), (x1, y1) = start, end
    straight = abs(x0 - x1) <= _STRAIGHT or abs(y0 - y1) <= _STRAIGHT
    if not straight or not all(map(isfinite, (x0, y0, x1, y1))):
        return None
    return Edge(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
