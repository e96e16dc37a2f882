"""Whether a picture hides what lies below it: many are stamps and watermarks, through which the page is seen."""

from __future__ import annotations

from ctypes import POINTER, addressof, c_ubyte, cast
from typing import Any

import pypdfium2.raw as pdfium
from attrs import define, field

from govinfo.documents.pdf.painting import Box
from govinfo.documents.pdf.rotation import Point

__all__ = ["Pictures"]

_MOST_PIXELS = 8_000_000
"""Pictures of one page that take up more than this, in square points, are taken to hide what is below."""
_OPAQUE = 250
_DEPTH = 4
"""How many bytes a pixel has that says how much shines through; the last of them says it."""
_THROUGH = frozenset({pdfium.FPDFBitmap_BGRA, pdfium.FPDFBitmap_BGRA_Premul})


@define
class Pictures:
    """The pictures of one page, each painted once."""

    document: Any
    page: Any
    quarter: int
    """By how many quarters the page is turned upright."""
    left: float = _MOST_PIXELS
    painted: dict[int, tuple[int, int, bytes] | None] = field(factory=dict)

    def hide(self, picture: Any, box: Box, point: Point) -> bool:  # noqa: ANN401 - a handle of a library without types
        """Whether nothing of what is below a picture is seen at a place on it."""
        key = addressof(picture.contents)
        if key not in self.painted:
            self.left -= (box.right - box.left) * (box.bottom - box.top)
            self.painted[key] = self._painted(picture) if self.left >= 0 else None
        found = self.painted[key]
        if found is None:
            return True
        width, height, opacity = found
        x, y = (
            (point[0] - box.left) / (box.right - box.left),
            (point[1] - box.top) / (box.bottom - box.top),
        )
        across, down = ((x, y), (1 - y, x), (1 - x, 1 - y), (y, 1 - x))[self.quarter]
        column, row = min(int(across * width), width - 1), min(int(down * height), height - 1)
        return opacity[row * width + column] >= _OPAQUE

    def _painted(self, picture: Any) -> tuple[int, int, bytes] | None:  # noqa: ANN401
        """How opaque each point of a picture is; `None` where all are."""
        bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(self.document, self.page, picture)
        if not bitmap:
            return None
        try:
            if pdfium.FPDFBitmap_GetFormat(bitmap) not in _THROUGH:
                return None
            width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            pixels = bytes(
                cast(
                    pdfium.FPDFBitmap_GetBuffer(bitmap), POINTER(c_ubyte * (stride * height))
                ).contents
            )
            rows = (pixels[row * stride : row * stride + width * _DEPTH] for row in range(height))
            return width, height, b"".join(row[_DEPTH - 1 :: _DEPTH] for row in rows)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
