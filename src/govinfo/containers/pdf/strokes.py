"""The straight lines that are drawn on a page, as pdfium finds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from ctypes import c_float, c_int
from math import isfinite
from typing import Any, NamedTuple, TypeAlias

import pypdfium2.raw as pdfium
from attrs import define, field

from govinfo.containers.pdf.turning import Point, Turn

__all__ = ["ROOM", "Box", "Edge", "Strokes", "strokes_on"]

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST = 12
"""Forms within forms: drawing programs nest two or three."""
_MOST_OBJECTS = 50_000
_MOST_EDGES = 60_000
"""A page with more on it than this is a map or a picture; its lines are no tables."""
_STRAIGHT = 1.0
_THIN = 3.0
ROOM = 5.0
"""Nothing that is narrower or lower than this, in points, is a cell."""
_CORNERS, _SIDES = 3, 5
"""A rectangle has four sides; some programs come back to its first corner and draw one of no length."""
_INVISIBLE = 3
"""The text rendering mode in which nothing is painted."""


class Edge(NamedTuple):
    """A straight line, from side to side or from top to bottom."""

    left: float
    top: float
    right: float
    bottom: float


class Box(NamedTuple):
    """A rectangle, with its sides where those of the page are."""

    left: float
    top: float
    right: float
    bottom: float


@define
class Strokes:
    """What is drawn on a page besides its characters."""

    edges: list[Edge] = field(factory=list)
    """Straight lines, those around rectangles among them."""
    boxes: list[Box] = field(factory=list)
    """Rectangles that are drawn in one stroke, and have room for characters."""
    kinds: Counter[str] = field(factory=Counter)
    """How many pictures, texts and unseen texts there are."""


def strokes_on(page: Any, turn: Turn) -> Strokes:  # noqa: ANN401 - a handle of a library without types
    """Return what is drawn on a page; of a page full of lines none is a line of a table."""
    strokes = Strokes()
    for path, matrix in _painted(page, strokes.kinds):
        own = [edge for start, end in _segments(path, matrix, turn) if (edge := _edge(start, end)) is not None]
        box = _box_around(own) if _CORNERS <= len(own) <= _SIDES else None
        strokes.edges += own if box is None else _edges_of(box, own)
        if box is not None and box.right - box.left >= ROOM <= box.bottom - box.top:
            strokes.boxes.append(box)
        if len(strokes.edges) > _MOST_EDGES or strokes.kinds["all"] > _MOST_OBJECTS:
            return Strokes(kinds=strokes.kinds)
    return strokes


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


def _painted(page: Any, kinds: Counter[str]) -> Iterator[tuple[Any, Matrix]]:  # noqa: ANN401
    """Yield the paths that are painted on a page, each with the matrix that maps it there; count what else is."""
    waiting = [(pdfium.FPDFPage_GetObject(page, n), _UPRIGHT, 0) for n in range(pdfium.FPDFPage_CountObjects(page))]
    while waiting and kinds["all"] <= _MOST_OBJECTS:
        kinds["all"] += 1
        item, outer, depth = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            unseen = pdfium.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE
            kinds["unseen" if unseen else "text"] += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            kinds["picture"] += 1
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_painted(item):
            yield item, _after(_matrix(item), outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner, count = _after(_matrix(item), outer), pdfium.FPDFFormObj_CountObjects(item)
            waiting += [(pdfium.FPDFFormObj_GetObject(item, n), inner, depth + 1) for n in range(count)]


def _is_painted(path: Any) -> bool:  # noqa: ANN401
    fill, stroke = c_int(), c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, fill, stroke)) and bool(fill.value or stroke.value)


def _matrix(item: Any) -> Matrix:  # noqa: ANN401
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _UPRIGHT
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _after(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does what the inner one does, and then what the outer one does."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _segments(path: Any, matrix: Matrix, turn: Turn) -> Iterator[tuple[Point, Point]]:  # noqa: ANN401
    a, b, c, d, e, f = matrix
    x, y = c_float(), c_float()
    start = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_EDGES + 1)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = turn(x.value * a + y.value * c + e, x.value * b + y.value * d + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield last, start


def _edge(start: Point, end: Point) -> Edge | None:
    """A line that is level or upright, or nearly so."""
    (x0, y0), (x1, y1) = start, end
    straight = abs(x0 - x1) <= _STRAIGHT or abs(y0 - y1) <= _STRAIGHT
    if not straight or not all(map(isfinite, (x0, y0, x1, y1))):
        return None
    return Edge(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
