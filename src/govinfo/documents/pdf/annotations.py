"""Annotations that change the text of a page: they strike it out, or cover it."""

from __future__ import annotations

from ctypes import byref, c_uint

import pypdfium2.raw as pdfium

from govinfo.documents.pdf.graphics import Area, Bar, Strokes
from govinfo.documents.pdf.handles import Handle
from govinfo.documents.pdf.painting import MOST_OBJECTS, Rect, fill_of
from govinfo.documents.pdf.rotation import Turn

__all__ = ["add_annotations"]

_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_COVERS = frozenset(
    {
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CIRCLE,
        pdfium.FPDF_ANNOT_POLYGON,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_REDACT,
    }
)
_OPAQUE = 255
_MOST_ANNOTATIONS = 2000
"""No page of a report has as many; the rest is not looked at."""
_ABOVE_ALL = MOST_OBJECTS + 1
"""Annotations lie on top of all that the page draws."""


def add_annotations(page: Handle, turn: Turn, strokes: Strokes) -> None:
    """Add what the annotations of a page draw over its text."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        if not pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
            _add(annotation, turn, strokes)
        pdfium.FPDFPage_CloseAnnot(annotation)


def _add(annotation: Handle, turn: Turn, strokes: Strokes) -> None:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
        strokes.struck += _boxes_of(annotation, turn)
    elif kind == pdfium.FPDF_ANNOT_LINE:
        start, end = pdfium.FS_POINTF(), pdfium.FS_POINTF()
        if pdfium.FPDFAnnot_GetLine(annotation, byref(start), byref(end)):
            (x0, y0), (x1, y1) = turn(start.x, start.y), turn(end.x, end.y)
            if abs(y0 - y1) <= 1:
                left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
                strokes.bars.append(Bar(left, top, right, bottom, None, stroked=True))
            else:
                strokes.slants.append(((x0, y0), (x1, y1)))
    elif kind in _COVERS and _is_filled(annotation, kind):
        box = pdfium.FS_RECTF()
        if pdfium.FPDFAnnot_GetRect(annotation, byref(box)):
            around = _turned([(box.left, box.bottom), (box.right, box.top)], turn)
            strokes.areas.append(Area(_ABOVE_ALL, around, None))


def _boxes_of(annotation: Handle, turn: Turn) -> list[Rect]:
    """Return the boxes that an annotation on text lies on, or its own if it names none."""
    points, boxes = pdfium.FS_QUADPOINTSF(), list[Rect]()
    count = pdfium.FPDFAnnot_CountAttachmentPoints(annotation)
    for number in range(min(count, _MOST_ANNOTATIONS)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, number, byref(points)):
            corners = [
                (points.x1, points.y1),
                (points.x2, points.y2),
                (points.x3, points.y3),
                (points.x4, points.y4),
            ]
            boxes.append(_turned(corners, turn))
    box = pdfium.FS_RECTF()
    if not boxes and pdfium.FPDFAnnot_GetRect(annotation, byref(box)):
        boxes.append(_turned([(box.left, box.bottom), (box.right, box.top)], turn))
    return boxes


def _turned(points: list[tuple[float, float]], turn: Turn) -> Rect:
    corners = [turn(x, y) for x, y in points]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def _is_filled(annotation: Handle, kind: int) -> bool:
    """Whether an annotation covers its whole inside, by its colour or by a path that it draws."""
    text = kind == pdfium.FPDF_ANNOT_FREETEXT
    which = pdfium.FPDFANNOT_COLORTYPE_Color if text else pdfium.FPDFANNOT_COLORTYPE_InteriorColor
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if pdfium.FPDFAnnot_GetColor(
        annotation, which, byref(red), byref(green), byref(blue), byref(alpha)
    ):
        has_color = pdfium.FPDFAnnot_HasKey(annotation, b"C" if text else b"IC")
        return bool(has_color) and alpha.value == _OPAQUE
    for number in range(min(pdfium.FPDFAnnot_GetObjectCount(annotation), _MOST_ANNOTATIONS)):
        drawn = pdfium.FPDFAnnot_GetObject(annotation, number)
        is_path = pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_PATH
        if is_path and fill_of(drawn) is not None:
            return True
    return False
