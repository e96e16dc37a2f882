"""The objects that are painted on a page, and in the forms on it, in the order of painting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import addressof, byref, c_float, c_int, c_uint
from math import isfinite, sqrt
from typing import NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

from govinfo.documents.pdf.handles import Handle
from govinfo.documents.pdf.rotation import Point, Turn

__all__ = [
    "MOST_OBJECTS",
    "MOST_SEGMENTS",
    "Color",
    "Item",
    "Matrix",
    "Rect",
    "bounds_of",
    "draw_mode",
    "fill_of",
    "is_filled",
    "is_outlined",
    "items_on",
    "line_width_of",
    "overlap",
    "segments_of",
    "stroke_of",
]

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Color: TypeAlias = tuple[int, int, int]

_UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MOST_NESTED_FORMS = 12
"""Forms within forms: drawing programs nest two or three."""
MOST_OBJECTS = 50_000
MOST_SEGMENTS = 60_000
"""A page with more on it than this is a map or a picture; its lines are no tables."""
_OPAQUE, _LEAST_SEEN = 255, 12
_MOST_CLIP_SEGMENTS = 64
"""A path that text is clipped to has few corners; the rest of one with more is not looked at."""


class Rect(NamedTuple):
    """A rectangle, with its sides where those of the page are."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


class Item(NamedTuple):
    """One thing that is painted: a text, a path, a picture or a shading."""

    order: int
    kind: int
    handle: Handle
    matrix: Matrix
    """Maps its coordinates to the page of the file."""
    clip: Rect | None
    """The part of the page outside of which nothing of it is seen."""

    @property
    def identity(self) -> int:
        """A number that no other object of the page has."""
        return addressof(self.handle.contents)


def items_on(page: Handle, turn: Turn) -> Iterator[Item]:
    """Yield the objects of a page, the lowest first; one more than the bound at most."""
    count = pdfium.FPDFPage_CountObjects(page)
    objects = _objects(pdfium.FPDFPage_GetObject, page, count)
    stack: list[tuple[Iterator[Handle], Matrix, Rect | None]] = [(objects, _UPRIGHT, None)]
    order = 0
    while stack:
        source, outer, around = stack[-1]
        handle = next(source, None)
        if handle is None:
            stack.pop()
            continue
        order += 1
        kind, clip = pdfium.FPDFPageObj_GetType(handle), _clip_of(handle, outer, turn, around)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield Item(order, kind, handle, outer, clip)
        elif len(stack) <= _MOST_NESTED_FORMS:
            count = pdfium.FPDFFormObj_CountObjects(handle)
            objects = _objects(pdfium.FPDFFormObj_GetObject, handle, count)
            stack.append((objects, _after(_own_matrix(handle), outer), clip))
        if order > MOST_OBJECTS:
            return


def _objects(get: Callable[[Handle, int], Handle], holder: Handle, count: int) -> Iterator[Handle]:
    """Yield the objects that a page or a form holds."""
    for number in range(count):
        handle = get(holder, number)
        if handle:
            yield handle


def segments_of(path: Handle, matrix: Matrix, turn: Turn) -> Iterator[tuple[int, Point, Point]]:
    """Yield the stroke, the start and the end of each segment of a path.

    Strokes are numbered from 1; the number of a curve is negative, and its chord is given.
    """
    a, b, c, d, e, f = _after(_own_matrix(path), matrix)
    x, y = c_float(), c_float()
    start = last = (0.0, 0.0)
    stroke = 0
    for index in range(min(pdfium.FPDFPath_CountSegments(path), MOST_SEGMENTS + 1)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
            continue
        point = turn(x.value * a + y.value * c + e, x.value * b + y.value * d + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start, stroke = point, stroke + 1
        else:
            yield (stroke if kind == pdfium.FPDF_SEGMENT_LINETO else -stroke), last, point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield stroke, last, start
            last = start


def fill_of(handle: Handle) -> Color | None:
    """Return the colour of the inside of a text or a path; `None` if it is transparent."""
    color, opacity = _painted(pdfium.FPDFPageObj_GetFillColor, handle)
    return color if opacity == _OPAQUE else None


def stroke_of(handle: Handle) -> Color | None:
    """Return the colour of the line along a text or a path; `None` if it is transparent."""
    color, opacity = _painted(pdfium.FPDFPageObj_GetStrokeColor, handle)
    return color if opacity == _OPAQUE else None


def is_filled(handle: Handle) -> bool:
    """Whether anything is seen of the inside of a text or a path."""
    return _painted(pdfium.FPDFPageObj_GetFillColor, handle)[1] > _LEAST_SEEN


def is_outlined(handle: Handle) -> bool:
    """Whether anything is seen of the line along a text or a path."""
    return _painted(pdfium.FPDFPageObj_GetStrokeColor, handle)[1] > _LEAST_SEEN


def _painted(get: Callable[..., int], handle: Handle) -> tuple[Color | None, int]:
    """Return a colour and how opaque it is; one that is not known is `None`."""
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not get(handle, byref(red), byref(green), byref(blue), byref(alpha)):
        return None, _OPAQUE
    return (red.value, green.value, blue.value), alpha.value


def line_width_of(path: Handle, matrix: Matrix) -> float:
    """Return how thick the lines of a path are on the page."""
    width = c_float()
    if not pdfium.FPDFPageObj_GetStrokeWidth(path, byref(width)):
        return 0.0
    a, b, c, d, _, _ = _after(_own_matrix(path), matrix)
    thickness = width.value * sqrt(abs(a * d - b * c))
    return thickness if isfinite(thickness) else 0.0


def bounds_of(handle: Handle, matrix: Matrix, turn: Turn) -> Rect | None:
    """Return the box around an object."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not pdfium.FPDFPageObj_GetBounds(
        handle, byref(left), byref(bottom), byref(right), byref(top)
    ):
        return None
    return _mapped(((left.value, bottom.value), (right.value, top.value)), matrix, turn)


def draw_mode(path: Handle) -> tuple[bool, bool]:
    """Return whether a path is filled, and whether a line is drawn along it."""
    fill, stroke = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)):
        return False, False
    return bool(fill.value), bool(stroke.value)


def overlap(one: Rect | None, other: Rect | None) -> Rect | None:
    """Return the part that two boxes share; `None` is a box without bounds."""
    if one is None or other is None:
        return one or other
    return Rect(
        max(one.left, other.left),
        max(one.top, other.top),
        min(one.right, other.right),
        min(one.bottom, other.bottom),
    )


def _clip_of(handle: Handle, matrix: Matrix, turn: Turn, around: Rect | None) -> Rect | None:
    """Return the box that an object is clipped to; pdfium drops a clip that takes nothing off."""
    path = pdfium.FPDFPageObj_GetClipPath(handle)
    count = pdfium.FPDFClipPath_CountPaths(path) if path else 0
    if count <= 0:
        return around
    x, y = c_float(), c_float()
    for number in range(count):
        points = list[Point]()
        for index in range(
            min(pdfium.FPDFClipPath_CountPathSegments(path, number), _MOST_CLIP_SEGMENTS)
        ):
            segment = pdfium.FPDFClipPath_GetPathSegment(path, number, index)
            if pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
                points.append((x.value, y.value))
        if points and (box := _mapped(points, matrix, turn)) is not None:
            around = overlap(around, box)
    return around


def _mapped(points: list[Point] | tuple[Point, ...], matrix: Matrix, turn: Turn) -> Rect | None:
    """Return the box on the page around points of the file."""
    a, b, c, d, e, f = matrix
    xs, ys = [x for x, _ in points], [y for _, y in points]
    corners = [
        turn(x * a + y * c + e, x * b + y * d + f)
        for x in (min(xs), max(xs))
        for y in (min(ys), max(ys))
    ]
    sides = [x for x, _ in corners], [y for _, y in corners]
    box = Rect(min(sides[0]), min(sides[1]), max(sides[0]), max(sides[1]))
    return box if all(map(isfinite, box)) else None


def _own_matrix(item: Handle) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, byref(matrix)):
        return _UPRIGHT
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _after(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies the inner matrix, and then the outer one."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
