"""Annotations that change the text of a page: they strike it out, or cover it."""

from __future__ import annotations

from ctypes import byref, c_uint, c_ushort, sizeof

import pypdfium2.raw as pdfium
from attrs import frozen

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
_SHOWS = frozenset({pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP})
"""What may show a text or a picture of its own."""
_DRAWN = frozenset({pdfium.FPDF_ANNOT_INK, pdfium.FPDF_ANNOT_POLYLINE})
_LINE_POINTS = 20.0
"""What is drawn by hand and is no higher than this strikes out a line of text."""
_TEXTS, _EMPTY_BYTES = (b"V", b"Contents"), 2
"""Where an annotation has its text, and the size of an empty one."""
_LONGEST_TEXT = 200
"""A longer one is no figure."""
_OPAQUE, _DARK = 255, 64
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
            _Annotation(annotation, turn).add_to(strokes)
        pdfium.FPDFPage_CloseAnnot(annotation)


@frozen
class _Annotation:
    """One annotation of a page."""

    handle: Handle
    turn: Turn

    @property
    def kind(self) -> int:
        """The number of its kind."""
        return int(pdfium.FPDFAnnot_GetSubtype(self.handle))

    def add_to(self, strokes: Strokes) -> None:
        """Add what it draws over the text."""
        if self.kind == pdfium.FPDF_ANNOT_STRIKEOUT:
            strokes.struck += self.boxes_on_text() or self.box()
        elif self.kind == pdfium.FPDF_ANNOT_LINE:
            start, end = pdfium.FS_POINTF(), pdfium.FS_POINTF()
            if pdfium.FPDFAnnot_GetLine(self.handle, byref(start), byref(end)):
                (x0, y0), (x1, y1) = self.turn(start.x, start.y), self.turn(end.x, end.y)
                if abs(y0 - y1) <= 1:
                    left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
                    strokes.bars.append(Bar(left, top, right, bottom, None, stroked=True))
                else:
                    strokes.slants.append(((x0, y0), (x1, y1)))
        elif self.kind in _DRAWN:
            strokes.struck += (b for b in self.box() if b.bottom - b.top <= _LINE_POINTS)
        elif self.kind in _COVERS and self.is_filled():
            strokes.areas += (Area(_ABOVE_ALL, around, None) for around in self.box())
        elif self.kind == pdfium.FPDF_ANNOT_HIGHLIGHT and self.is_dark():
            strokes.areas += (Area(_ABOVE_ALL, around, None) for around in self.boxes_on_text())
        if self.kind in _SHOWS and self.has_content():
            strokes.shown += self.box()
            strokes.said += self.box() if self.says_digits() else []

    def boxes_on_text(self) -> list[Rect]:
        """Return the boxes of text that it lies on; none if it names none."""
        points, boxes = pdfium.FS_QUADPOINTSF(), list[Rect]()
        count = pdfium.FPDFAnnot_CountAttachmentPoints(self.handle)
        for number in range(min(count, _MOST_ANNOTATIONS)):
            if pdfium.FPDFAnnot_GetAttachmentPoints(self.handle, number, byref(points)):
                corners = [
                    (points.x1, points.y1),
                    (points.x2, points.y2),
                    (points.x3, points.y3),
                    (points.x4, points.y4),
                ]
                boxes.append(_turned(corners, self.turn))
        return boxes

    def box(self) -> list[Rect]:
        """Return the box around it, if it has one."""
        box = pdfium.FS_RECTF()
        if not pdfium.FPDFAnnot_GetRect(self.handle, byref(box)):
            return []
        return [_turned([(box.left, box.bottom), (box.right, box.top)], self.turn)]

    def has_content(self) -> bool:
        """Whether it says or draws anything."""
        texts = (pdfium.FPDFAnnot_GetStringValue(self.handle, key, None, 0) for key in _TEXTS)
        return (
            any(size > _EMPTY_BYTES for size in texts)
            or pdfium.FPDFAnnot_GetObjectCount(self.handle) > 0
        )

    def says_digits(self) -> bool:
        """Whether it has a text with digits."""
        text = (c_ushort * _LONGEST_TEXT)()
        for key in _TEXTS:
            size = pdfium.FPDFAnnot_GetStringValue(self.handle, key, text, sizeof(text))
            said = text[: size // 2] if size <= sizeof(text) else ()
            if any(chr(unit).isdecimal() for unit in said):
                return True
        return False

    def is_dark(self) -> bool:
        """Whether nothing is read through it, although what it lies on shines through."""
        red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
        color = (byref(red), byref(green), byref(blue), byref(alpha))
        which = pdfium.FPDFANNOT_COLORTYPE_Color
        has_color = pdfium.FPDFAnnot_GetColor(self.handle, which, *color)
        parts = (red.value, green.value, blue.value)
        return bool(has_color) and alpha.value == _OPAQUE and max(parts) < _DARK

    def is_filled(self) -> bool:
        """Whether it covers its whole inside, by its colour or by a path that it draws."""
        text = self.kind == pdfium.FPDF_ANNOT_FREETEXT
        inside = pdfium.FPDFANNOT_COLORTYPE_InteriorColor
        which = pdfium.FPDFANNOT_COLORTYPE_Color if text else inside
        red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
        color = (byref(red), byref(green), byref(blue), byref(alpha))
        if pdfium.FPDFAnnot_GetColor(self.handle, which, *color):
            has_color = pdfium.FPDFAnnot_HasKey(self.handle, b"C" if text else b"IC")
            return bool(has_color) and alpha.value == _OPAQUE
        count = pdfium.FPDFAnnot_GetObjectCount(self.handle)
        for number in range(min(count, _MOST_ANNOTATIONS)):
            drawn = pdfium.FPDFAnnot_GetObject(self.handle, number)
            is_path = pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_PATH
            if is_path and fill_of(drawn) is not None:
                return True
        return False


def _turned(points: list[tuple[float, float]], turn: Turn) -> Rect:
    corners = [turn(x, y) for x, y in points]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Rect(min(xs), min(ys), max(xs), max(ys))
