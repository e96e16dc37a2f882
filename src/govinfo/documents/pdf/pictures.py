"""Pictures of the pages of a PDF document, upright, as they are read."""

from __future__ import annotations

from collections import Counter
from contextlib import closing, suppress
from io import BytesIO

import pypdfium2
from attrs import field, frozen

from govinfo.documents.pdf.chars import SLANTED, drawn_characters
from govinfo.documents.pdf.reader import ONE_AT_A_TIME

__all__ = ["Picture", "pictures_of"]

_MOST_PAGES = 60
"""Of a longer document the first pages are drawn."""
_WIDTH, _HEIGHT = 1000, 1600
"""The greatest size of a picture, in pixels: enough to read 五号 type."""
_GREYS = 16
"""Enough for type; a picture of a page takes some tens of kilobytes."""
_TURN, _QUARTER = 360, 90


@frozen
class Picture:
    """One page."""

    number: int
    """The number of the page, from 1."""
    width: float
    """Its width in points, turned upright."""
    height: float
    """Its height."""
    png: bytes = field(repr=False)
    """The picture."""


def pictures_of(data: bytes) -> list[Picture]:
    """Return the pages of a document that was read, without its forms; none if it is broken."""
    pictures = list[Picture]()
    broken = suppress(pypdfium2.PdfiumError)
    with ONE_AT_A_TIME, broken, closing(pypdfium2.PdfDocument(data)) as document:
        for number in range(min(len(document), _MOST_PAGES)):
            with closing(document[number]) as page:
                left, bottom, right, top = page.get_bbox()
                with closing(page.get_textpage()) as text:
                    quarters = Counter(each.quarter for each in drawn_characters(text.raw))
                del quarters[SLANTED]
                # How many quarters most characters of the page are turned by.
                turned = quarters.most_common(1)[0][0] if quarters else 0
                sides = (right - left, top - bottom)
                width, height = sides[::-1] if turned % 2 else sides
                drawn = page.render(
                    scale=min(_WIDTH / max(width, 1), _HEIGHT / max(height, 1)),
                    rotation=(-turned * _QUARTER - page.get_rotation()) % _TURN,
                    grayscale=True,
                )
                written = BytesIO()
                drawn.to_pil().quantize(_GREYS).save(written, "PNG", optimize=True)
            pictures.append(Picture(number + 1, width, height, written.getvalue()))
    return pictures
