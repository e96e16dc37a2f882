"""Pictures that hide what lies below: through stamps and watermarks the page is seen."""

from __future__ import annotations

from ctypes import POINTER, addressof, c_ubyte, cast

import pypdfium2.raw as pdfium
from attrs import define, field

from govinfo.documents.pdf.handles import Handle
from govinfo.documents.pdf.painting import Rect
from govinfo.documents.pdf.rotation import Point

__all__ = ["Pictures"]

_MOST_SQUARE_POINTS = 8_000_000
"""If the pictures of a page take up more, the rest of them hide what is below."""
_OPAQUE = 250
_PIXEL_BYTES = 4
"""The last byte of a pixel says how opaque it is."""
_THROUGH = frozenset({pdfium.FPDFBitmap_BGRA, pdfium.FPDFBitmap_BGRA_Premul})


@define
class Pictures:
    """The pictures of one page, each painted once."""

    document: Handle
    page: Handle
    quarter: int
    """How many quarters the page is turned by to be upright."""
    room: float = _MOST_SQUARE_POINTS
    """How many square points of pictures may still be painted."""
    painted: dict[int, tuple[int, int, bytes] | None] = field(factory=dict)

    def hide(self, picture: Handle, box: Rect, point: Point) -> bool:
        """Return whether the page below a picture is invisible at a place on it."""
        key = addressof(picture.contents)
        if key not in self.painted:
            self.room -= (box.right - box.left) * (box.bottom - box.top)
            self.painted[key] = self._painted(picture) if self.room >= 0 else None
        found = self.painted[key]
        if found is None:
            return True
        width, height, opacity = found
        x = (point[0] - box.left) / (box.right - box.left)
        y = (point[1] - box.top) / (box.bottom - box.top)
        across, down = ((x, y), (1 - y, x), (1 - x, 1 - y), (y, 1 - x))[self.quarter]
        column, row = min(int(across * width), width - 1), min(int(down * height), height - 1)
        return opacity[row * width + column] >= _OPAQUE

    def _painted(self, picture: Handle) -> tuple[int, int, bytes] | None:
        """Return how opaque each pixel of a picture is; `None` if all are."""
        bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(self.document, self.page, picture)
        if not bitmap:
            return None
        try:
            if pdfium.FPDFBitmap_GetFormat(bitmap) not in _THROUGH:
                return None
            width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
            pixels = bytes(cast(buffer, POINTER(c_ubyte * (stride * height))).contents)
            rows = (
                pixels[row * stride : row * stride + width * _PIXEL_BYTES] for row in range(height)
            )
            return width, height, b"".join(row[_PIXEL_BYTES - 1 :: _PIXEL_BYTES] for row in rows)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
