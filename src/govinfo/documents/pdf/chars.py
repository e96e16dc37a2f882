"""The characters on a page: pdfium says which they are, the file declares where they stand.

A font that is named and not embedded is drawn with whatever font the machine has. The ink of that
font, and the boxes that pdfium makes of it, differ from machine to machine, and are not used.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from ctypes import addressof, byref, c_double, c_float, create_string_buffer
from math import atan2, hypot, isfinite, pi
from typing import NamedTuple

import pypdfium2.raw as pdfium
from attrs import define, field

from govinfo.documents.pdf.handles import Handle
from govinfo.documents.pdf.rotation import Point, Turn

__all__ = [
    "ASCENT",
    "DESCENT",
    "ECHO",
    "NUMERIC",
    "SLANTED",
    "Drawn",
    "Glyph",
    "drawn_characters",
    "glyph_of",
]

_LEVEL_QUARTERS = 0.1
"""A character that is turned by no more than this stands upright."""
SLANTED = 4
"""The quarter of characters that stand on none, as those of watermarks do."""
ASCENT, DESCENT = 0.88, -0.12
"""How far the body of a character reaches above and below its baseline, in sizes of the type."""
_TIGHT = 0.15
"""Between the digits of one number there is less room than this, in sizes of the type."""
ECHO = 0.2
"""What is drawn a second time to look like bold type is no farther away, in sizes of the type."""
_ACROSS = frozenset("-‐‑–—―−一/\\╱╲×✕■█")
"""Characters that strike out or cover a digit which stands in their place."""
_OVER = 0.4
"""Digits that begin nearer to each other than this, in widths of a digit, stand in one place."""
NUMERIC = frozenset("0123456789.,")
"""The characters of a number."""
_LEAST_SIZE = 0.1
"""The size of a character without a size."""
_UNKNOWN = "\ufffd"
_NO_CHARACTER = frozenset({0, 0xFFFE, 0xFFFF})
"""The codes that pdfium gives for a glyph if the font does not tell its character."""
_LONGEST_NAME_BYTES = 200
_THOUSAND = 1000.0
"""Fonts measure in thousandths of the size of the type."""


class Drawn(NamedTuple):
    """One character where the file has it."""

    quarter: int
    """How many quarters it is turned by."""
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
    """Empty where a reader of the page does not see it."""
    turned: bool = False
    """Whether it does not stand upright; such characters keep the order of drawing."""
    lost: str = ""
    """The character that is drawn here, where it is not read."""
    code: str = ""
    """The code of the note that says why it is not read."""
    recognised: bool = False
    """Whether it is invisible and lies on a scan: its place and size are rough."""

    @property
    def middle(self) -> Point:
        """The middle of the character; that of a figure is lower than that of its font."""
        return (self.left + self.right) / 2, self.base - (0.0 if self.turned else 0.35 * self.size)

    def touches(self, before: Glyph) -> bool:
        """Whether it stands so near behind another that both may be digits of one number."""
        return (
            before.base == self.base and -_TIGHT < (self.left - before.right) / self.size < _TIGHT
        )

    def is_printed_over(self, last: Glyph) -> bool:
        """Whether it and the last one, two digits or a digit and a stroke, stand in one place."""
        room = min(last.right - last.left, self.right - self.left)
        apart = self.left - last.left
        digits = last.character.isdecimal() + self.character.isdecimal()
        strokes = (last.character in _ACROSS) + (self.character in _ACROSS)
        return (
            digits > 0
            and digits + strokes > 1
            and apart < _OVER * room
            and abs(last.base - self.base) < ECHO * self.size
        )


@define
class _Font:
    """The properties of a font that all its characters share."""

    handle: Handle
    vertical: bool = False
    """Whether it is one for writing downwards."""
    signs: bool = False
    """Whether it draws signs in place of digits."""
    declared: bool = False
    """Whether the font declares widths; those of an embedded font are seen by its boxes."""
    widths: dict[int, float] = field(factory=dict)
    """In thousandths of the size of the type, by the number of the character."""

    @classmethod
    def of(cls, handle: Handle) -> _Font:
        """Return the properties of a font."""
        if not handle:
            return cls(handle)
        # The widths of a font for writing downwards are negative: the next character is below.
        width = c_float()
        known = pdfium.FPDFFont_GetGlyphWidth(handle, ord("0"), _THOUSAND, byref(width))
        name = create_string_buffer(_LONGEST_NAME_BYTES)
        pdfium.FPDFFont_GetBaseFontName(handle, name, _LONGEST_NAME_BYTES)
        return cls(
            handle,
            vertical=bool(known and width.value < 0),
            signs=b"dings" in name.value.lower(),
            declared=pdfium.FPDFFont_GetIsEmbedded(handle) == 0,
        )


class _Type(NamedTuple):
    """The properties that the characters of one text object share."""

    item: int
    font: _Font
    matrix: tuple[float, float, float, float]
    size: float
    quarter: int

    def width(self, text: Handle, index: int, code: int) -> float:
        """Return the width of a character before it is scaled, as declared or as it is drawn."""
        font = self.font
        if font.declared and code in font.widths:
            return font.widths[code] * self.size / _THOUSAND
        box, width = pdfium.FS_RECTF(), c_float()
        if not pdfium.FPDFText_GetLooseCharBox(text, index, byref(box)):
            return 0.0
        a, b, _, _ = self.matrix
        across = abs(box.right - box.left) if abs(a) >= abs(b) else abs(box.top - box.bottom)
        room: float = across / (hypot(a, b) or 1.0)
        if not (
            font.declared
            and self.size
            and pdfium.FPDFFont_GetGlyphWidth(font.handle, code, _THOUSAND, byref(width))
        ):
            return room
        # The box takes in the declared width; a greater width was declared of another character.
        most = room * _THOUSAND / abs(self.size)
        own = float(width.value)
        font.widths[code] = own if 0 < own < most + 1 else most
        return font.widths[code] * self.size / _THOUSAND

    def drawn(self, text: Handle, index: int, code: int, character: str) -> Drawn | None:
        """Return a character where the file has it, or `None` if its place is no place."""
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        a, b, c, d = self.matrix
        across, up = hypot(a, b), hypot(c, d)
        if self.font.vertical:
            width = self.size * across * (0.5 if character.isascii() else 1.0)
        else:
            width = self.width(text, index, code) * across
        size = self.size * up
        if not isfinite(x.value + y.value + width + size + a + b + c + d) or not (across and up):
            return None
        along, above = (a / across * width, b / across * width), (c / up * size, d / up * size)
        low = (x.value + DESCENT * above[0], y.value + DESCENT * above[1])
        high = (x.value + along[0] + ASCENT * above[0], y.value + along[1] + ASCENT * above[1])
        return Drawn(self.quarter, (x.value, y.value), (low, high), character, self.item, abs(size))

    @classmethod
    def of(
        cls, text: Handle, index: int, handle: Handle, item: int, fonts: dict[int, _Font]
    ) -> _Type:
        """Return what the characters of a text object share."""
        own = pdfium.FPDFTextObj_GetFont(handle)
        key = addressof(own.contents) if own else 0
        if key not in fonts:
            fonts[key] = _Font.of(own)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, byref(matrix))
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        quarters = (atan2(c, a) / (pi / 2)) if isfinite(a + b + c + d) else 0.0
        nearest = round(quarters)
        quarter = nearest % 4 if abs(quarters - nearest) < _LEVEL_QUARTERS else SLANTED
        return _Type(
            item, fonts[key], (a, b, c, d), pdfium.FPDFText_GetFontSize(text, index), quarter
        )


def drawn_characters(text: Handle) -> Iterator[Drawn]:
    """Yield the characters that are drawn, and not those that pdfium makes up between them."""
    kind, fonts = None, dict[int, _Font]()
    for index in range(pdfium.FPDFText_CountChars(text)):
        # Those that pdfium makes up are of no object.
        handle = pdfium.FPDFText_GetTextObject(text, index)
        if not handle:
            continue
        code = pdfium.FPDFText_GetUnicode(text, index)
        character = _UNKNOWN  # one that cannot be stays, as it may be a digit
        if code not in _NO_CHARACTER and not 0xD800 <= code < 0xE000 and code <= 0x10FFFF:
            category = unicodedata.category(chr(code))
            if category == "Cf":
                continue
            if chr(code).isspace():
                character = " "
            elif category != "Cc":
                character = chr(code)
        item = addressof(handle.contents)
        if kind is None or item != kind.item:
            kind = _Type.of(text, index, handle, item, fonts)
        if kind.font.signs and character.isdecimal():
            character = _UNKNOWN
        drawn = kind.drawn(text, index, code, character)
        if drawn is not None:
            yield drawn


def glyph_of(drawn: Drawn, upright: int, turn: Turn) -> Glyph:
    """Return a character on the page.

    Args:
        drawn: the character where the file has it.
        upright: the number of quarters that most characters of the page are turned by.
        turn: where a point of the file is on the page.

    """
    (x0, y0), (x1, y1) = (turn(*corner) for corner in drawn.corners)
    left, right = min(x0, x1), max(x0, x1)
    if drawn.quarter != upright:
        size = max(right - left, _LEAST_SIZE)
        return Glyph((y0 + y1) / 2, left, right, size, drawn.character, turned=True)
    base = turn(*drawn.origin)[1]
    return Glyph(base, left, right, max(drawn.size, _LEAST_SIZE), drawn.character)
