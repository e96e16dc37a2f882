"""The font that stands in for every font that a document names and does not hold.

It has a box for each character, the same on every machine. Without it pdfium takes what the machine
has. By the ink of that font it leaves characters out, takes one line for another, or puts spaces
between figures; with no font at all it leaves out more. The document says nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import memmove, pointer
from functools import cache
from itertools import accumulate
from struct import pack

import pypdfium2.raw as pdfium

from govinfo.documents.pdf.handles import Handle

__all__ = ["SubstituteFonts"]

_EM = 1000
_HEIGHT, _DEPTH = 880, -120
_BOX_HEIGHT = 700
_SPACE, _NARROW, _WIDE = 1, 2, 3
"""The glyphs: those of ASCII have half the width of the type.

Characters beyond the basic plane have glyph 0.
"""
_BLOCK = 128
"""So many characters are mapped at once."""


class SubstituteFonts:
    """The fonts of pdfium: those of the machine, or the font of boxes for a while."""

    def __init__(self) -> None:
        """Leave pdfium the fonts that it has."""
        self._given_back: Handle = None
        """The fonts of the machine; pdfium uses them until it gets others, then they are freed."""

    @contextmanager
    def used(self) -> Iterator[None]:
        """Let pdfium find no font but that of boxes, and give it back its fonts at the end."""
        info = self._info()
        pdfium.FPDF_SetSystemFontInfo(pointer(info))
        if self._given_back is not None:
            pdfium.FPDF_FreeDefaultSystemFontInfo(self._given_back)
        try:
            yield
        finally:
            self._given_back = pdfium.FPDF_GetDefaultSystemFontInfo()
            pdfium.FPDF_SetSystemFontInfo(self._given_back)

    @staticmethod
    def _info() -> Handle:
        """Return the functions that pdfium calls for a font: there is one for any it asks for."""
        font = _font_of_boxes()

        def font_data(_info: object, _font: object, table: int, buffer: Handle, size: int) -> int:
            if table:
                return 0
            if buffer and size >= len(font):
                memmove(buffer, font, len(font))
            return len(font)

        fields = dict(pdfium.FPDF_SYSFONTINFO._fields_)
        info = pdfium.FPDF_SYSFONTINFO(version=1)
        info.MapFont = fields["MapFont"](lambda *_: 1)
        info.GetFont = fields["GetFont"](lambda *_: 1)
        info.GetFontData = fields["GetFontData"](font_data)
        return info


@cache
def _font_of_boxes() -> bytes:
    """Return a TrueType font with a box for each character, and nothing for the space."""
    wide, narrow = _box(_EM), _box(_EM // 2)
    outlines = [wide, b"", narrow, wide]
    places = accumulate(map(len, outlines), initial=0)
    widths = (_EM, _EM // 2, _EM // 2, _EM)
    shape = (_EM, 0, _DEPTH, _EM, _HEIGHT)
    tables = {
        b"cmap": _character_map(),
        b"glyf": b"".join(outlines),
        # Version, revision, sum, magic, flags, units; two dates; the box; style, smallest size,
        # direction, formats.
        b"head": pack(">4I2H16x4h2H3h", 1 << 16, 1 << 16, 0, 0x5F0F3CF5, 0, *shape, 0, 8, 2, 0, 0),
        # Version, ascent, descent, gap, widest; bearings, slope and reserved; how many widths there
        # are.
        b"hhea": pack(">I3hH22xH", 1 << 16, _HEIGHT, _DEPTH, 0, _EM, len(outlines)),
        b"hmtx": b"".join(pack(">Hh", width, 0) for width in widths),
        b"loca": b"".join(pack(">H", place // 2) for place in places),
        b"maxp": pack(">I14H", 1 << 16, len(outlines), 4, 1, 0, 0, 1, *[0] * 8),
    }
    bodies = {name: body + bytes(-len(body) % 4) for name, body in tables.items()}
    starts = accumulate(map(len, bodies.values()), initial=12 + 16 * len(bodies))
    directory = [
        pack(">4s3I", name, 0, start, len(tables[name]))
        for name, start in zip(tables, starts, strict=False)
    ]
    return b"".join([pack(">I4H", 1 << 16, len(tables), 64, 2, 48), *directory, *bodies.values()])


def _box(width: int) -> bytes:
    """Return the outline of a rectangle on the baseline."""
    sides = pack(">5h", 1, 0, 0, width, _BOX_HEIGHT)
    corners = pack(">8h", 0, width, 0, -width, 0, 0, _BOX_HEIGHT, 0)
    # One stroke of four points, without instructions, all of them corners.
    outline = sides + pack(">2H4B", 3, 0, 1, 1, 1, 1) + corners
    return outline + bytes(-len(outline) % 4)


def _character_map() -> bytes:
    """Return the glyph of each character of the basic plane: segments share two lists of them."""
    wide = [
        (start, min(start + _BLOCK, 0xFFFF) - 1, True) for start in range(_BLOCK, 0xFFFF, _BLOCK)
    ]
    segments = [(0x20, 0x20, False), (0x21, _BLOCK - 1, False), *wide, (0xFFFF, 0xFFFF, False)]
    count = len(segments)
    ends, starts, deltas, offsets = b"", b"", b"", b""
    for place, (start, end, is_wide) in enumerate(segments):
        listed = end > start
        ends, starts = ends + pack(">H", end), starts + pack(">H", start)
        deltas += pack(
            ">H", 0 if listed else (_SPACE - start) % 0x10000 if start == ord(" ") else 1
        )
        # Counted from the place of this number: first the list of narrow glyphs follows, then that
        # of wide ones.
        offsets += pack(">H", 2 * (count - place) + (2 * _BLOCK if is_wide else 0) if listed else 0)
    lists = pack(">H", _NARROW) * _BLOCK + pack(">H", _WIDE) * _BLOCK
    body = pack(">4H", 2 * count, 0, 0, 0) + ends + bytes(2) + starts + deltas + offsets + lists
    return pack(">4HI", 0, 1, 3, 1, 12) + pack(">3H", 4, 6 + len(body), 0) + body
