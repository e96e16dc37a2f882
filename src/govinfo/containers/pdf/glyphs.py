"""The characters on a page, as pdfium finds them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from ctypes import c_double
from math import isfinite, pi
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from govinfo.containers.pdf.turning import Point, Turn

__all__ = ["SLANTED", "Drawn", "Glyph", "drawn_characters", "glyph_of"]

_SLANT = 0.1
SLANTED = 4
"""The quarter of characters that stand on none, as those of watermarks do."""
_BLOWN_UP = 4
_LEAST = 0.1
"""The size of a character that has none."""
_UNKNOWN = "\ufffd"
_NO_CHARACTER = frozenset({0, 0xFFFE, 0xFFFF})
"""What pdfium gives for a glyph of which the font does not say what it is."""


class Drawn(NamedTuple):
    """One character where the file has it."""

    quarter: int
    """By how many quarters it is turned."""
    origin: Point
    corners: tuple[Point, Point]
    character: str


class Glyph(NamedTuple):
    """One character on the page as it is read, counted from the top left."""

    base: float
    """Its baseline."""
    left: float
    right: float
    size: float
    """The height of its font."""
    character: str
    turned: bool = False
    """Whether it does not stand upright; such characters are in the order in which they were drawn."""


def drawn_characters(text: Any) -> Iterator[Drawn]:  # noqa: ANN401 - a handle of a library without types
    """Yield the characters that are drawn, and not those that pdfium makes up between them."""
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        character = _character(pdfium.FPDFText_GetUnicode(text, index))
        drawn = _drawn(text, index, character) if character else None
        if drawn is not None:
            yield drawn


def glyph_of(drawn: Drawn, upright: int, turn: Turn) -> Glyph:
    """Return a character on a page that is upright when its text is turned by so many quarters."""
    (x0, y0), (x1, y1) = (turn(*corner) for corner in drawn.corners)
    left, right = min(x0, x1), max(x0, x1)
    if drawn.quarter != upright:
        return Glyph((y0 + y1) / 2, left, right, max(right - left, _LEAST), drawn.character, turned=True)
    return Glyph(turn(*drawn.origin)[1], left, right, max(abs(y1 - y0), _LEAST), drawn.character)


def _character(code: int) -> str:
    """What a character is; one that is drawn, but is none that can be, stays as unknown: it may be a figure."""
    if code in _NO_CHARACTER or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return _UNKNOWN
    character = chr(code)
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    return "" if category == "Cf" else _UNKNOWN if category == "Cc" else character


def _drawn(text: Any, index: int, character: str) -> Drawn | None:  # noqa: ANN401
    x, y, box = c_double(), c_double(), pdfium.FS_RECTF()
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
        return None
    sides = (box.left, box.bottom, box.right, box.top)
    ink = (left.value, bottom.value, right.value, top.value)
    turned = pdfium.FPDFText_GetCharAngle(text, index) / (pi / 2)
    if not all(map(isfinite, (x.value, y.value, turned, *sides, *ink))):
        return None
    # For vertical fonts pdfium forgets to scale the box.
    if 0 < _BLOWN_UP * max(ink[2] - ink[0], ink[3] - ink[1]) < sides[3] - sides[1]:
        sides = ink
    quarter = round(turned) % 4 if abs(turned - round(turned)) < _SLANT else SLANTED
    return Drawn(quarter, (x.value, y.value), (sides[:2], sides[2:]), character)
