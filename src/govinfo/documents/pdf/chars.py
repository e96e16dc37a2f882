"""The characters on a page: what they are is pdfium's finding, where they stand is what the file declares.

A font that is named and not embedded is drawn with whatever font the machine has. The ink of that
font, and the boxes that pdfium makes of it, differ from machine to machine, and are not used.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from ctypes import addressof, byref, c_double, c_float
from math import atan2, hypot, isfinite, pi
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from attrs import define, field

from govinfo.documents.pdf.rotation import Point, Turn

__all__ = ["SLANTED", "Drawn", "Glyph", "drawn_characters", "glyph_of"]

_SLANT = 0.1
SLANTED = 4
"""The quarter of characters that stand on none, as those of watermarks do."""
_ASCENT, _DESCENT = 0.88, -0.12
"""How far the body of a character reaches above and below its baseline, in sizes of the type."""
_LEAST = 0.1
"""The size of a character that has none."""
_UNKNOWN = "\ufffd"
_NO_CHARACTER = frozenset({0, 0xFFFE, 0xFFFF})
"""What pdfium gives for a glyph of which the font does not say what it is."""
_THOUSAND = 1000.0
"""Fonts measure in thousandths of the size of the type."""


class Drawn(NamedTuple):
    """One character where the file has it."""

    quarter: int
    """By how many quarters it is turned."""
    origin: Point
    corners: tuple[Point, Point]
    character: str
    item: int
    """Which text object of the page draws it."""
    size: float


class Glyph(NamedTuple):
    """One character on the page as it is read, counted from the top left."""

    base: float
    """Its baseline."""
    left: float
    right: float
    size: float
    """The height of its font."""
    character: str
    """What is read of it; nothing where a reader of the page does not see it."""
    turned: bool = False
    """Whether it does not stand upright; such characters are in the order in which they were drawn."""
    lost: str = ""
    """The character that is drawn here, where it is not read."""
    code: str = ""
    """Why it is not read: the code of a note."""
    recognised: bool = False
    """Whether it is invisible and lies on a scan: places and sizes of such characters are rough."""

    @property
    def middle(self) -> Point:
        """The middle of the character; that of a figure is lower than that of its font."""
        return (self.left + self.right) / 2, self.base - (0.0 if self.turned else 0.35 * self.size)


@define
class _Font:
    """What a font says of all its characters."""

    handle: Any
    vertical: bool = False
    """Whether it is one for writing downwards."""
    declared: bool = False
    """Whether widths are asked of it: a font that is embedded shows them by its boxes."""
    widths: dict[int, float] = field(factory=dict)
    """In thousandths of the size of the type, by the number of the character."""


class _Type(NamedTuple):
    """What the characters of one text object have in common."""

    item: int
    font: _Font
    matrix: tuple[float, float, float, float]
    size: float
    quarter: int


def drawn_characters(text: Any) -> Iterator[Drawn]:  # noqa: ANN401 - a handle of a library without types
    """Yield the characters that are drawn, and not those that pdfium makes up between them."""
    kind, fonts = None, dict[int, _Font]()
    for index in range(pdfium.FPDFText_CountChars(text)):
        # Those that pdfium makes up are of no object.
        handle = pdfium.FPDFText_GetTextObject(text, index)
        code = pdfium.FPDFText_GetUnicode(text, index) if handle else 0
        character = _character(code) if handle else ""
        if not character:
            continue
        item = addressof(handle.contents)
        if kind is None or item != kind.item:
            kind = _type_of(text, index, handle, item, fonts)
        drawn = _drawn(text, index, kind, code, character)
        if drawn is not None:
            yield drawn


def glyph_of(drawn: Drawn, upright: int, turn: Turn) -> Glyph:
    """Return a character on a page that is upright when its text is turned by so many quarters."""
    (x0, y0), (x1, y1) = (turn(*corner) for corner in drawn.corners)
    left, right = min(x0, x1), max(x0, x1)
    if drawn.quarter != upright:
        return Glyph(
            (y0 + y1) / 2, left, right, max(right - left, _LEAST), drawn.character, turned=True
        )
    return Glyph(turn(*drawn.origin)[1], left, right, max(drawn.size, _LEAST), drawn.character)


def _character(code: int) -> str:
    """What a character is; one that is drawn, but is none that can be, stays as unknown: it may be a figure."""
    if code in _NO_CHARACTER or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return _UNKNOWN
    character = chr(code)
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    return "" if category == "Cf" else _UNKNOWN if category == "Cc" else character


def _type_of(text: Any, index: int, handle: Any, item: int, fonts: dict[int, _Font]) -> _Type:  # noqa: ANN401
    """Return what a text object says of its characters."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, byref(matrix))
    own = pdfium.FPDFTextObj_GetFont(handle)
    key = addressof(own.contents) if own else 0
    font = fonts.get(key)
    if font is None:
        font = fonts[key] = _font(own) if own else _Font(own)
    a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
    quarters = (atan2(c, a) / (pi / 2)) if isfinite(a + b + c + d) else 0.0
    quarter = round(quarters) % 4 if abs(quarters - round(quarters)) < _SLANT else SLANTED
    size = pdfium.FPDFText_GetFontSize(text, index)
    return _Type(item, font, (a, b, c, d), size, quarter)


def _font(handle: Any) -> _Font:  # noqa: ANN401
    """Return a font; the widths of one for writing downwards are negative: they say how far above the next one is."""
    width = c_float()
    vertical = (
        pdfium.FPDFFont_GetGlyphWidth(handle, ord("0"), _THOUSAND, byref(width)) and width.value < 0
    )
    return _Font(
        handle, vertical=bool(vertical), declared=pdfium.FPDFFont_GetIsEmbedded(handle) == 0
    )


def _drawn(text: Any, index: int, kind: _Type, code: int, character: str) -> Drawn | None:  # noqa: ANN401
    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
    a, b, c, d = kind.matrix
    across, up = hypot(a, b), hypot(c, d)
    if kind.font.vertical:
        width = kind.size * across * (0.5 if character.isascii() else 1.0)
    else:
        width = _width(text, index, kind, code) * across
    size = kind.size * up
    if not isfinite(x.value + y.value + width + size + a + b + c + d) or not (across and up):
        return None
    along, above = (a / across * width, b / across * width), (c / up * size, d / up * size)
    low = (x.value + _DESCENT * above[0], y.value + _DESCENT * above[1])
    high = (x.value + along[0] + _ASCENT * above[0], y.value + along[1] + _ASCENT * above[1])
    return Drawn(kind.quarter, (x.value, y.value), (low, high), character, kind.item, abs(size))


def _width(text: Any, index: int, kind: _Type, code: int) -> float:  # noqa: ANN401
    """How wide a character is before it is scaled: as declared, or as the font within the file draws it."""
    font = kind.font
    if font.declared and code in font.widths:
        return font.widths[code] * kind.size / _THOUSAND
    box, width = pdfium.FS_RECTF(), c_float()
    if not pdfium.FPDFText_GetLooseCharBox(text, index, byref(box)):
        return 0.0
    a, b, _, _ = kind.matrix
    across = abs(box.right - box.left) if abs(a) >= abs(b) else abs(box.top - box.bottom)
    room: float = across / (hypot(a, b) or 1.0)
    if not (
        font.declared
        and kind.size
        and pdfium.FPDFFont_GetGlyphWidth(font.handle, code, _THOUSAND, byref(width))
    ):
        return room
    # The box takes in what is declared; whatever is wider was declared of another character.
    most = room * _THOUSAND / abs(kind.size)
    own = float(width.value)
    font.widths[code] = own if 0 < own < most + 1 else most
    return font.widths[code] * kind.size / _THOUSAND
