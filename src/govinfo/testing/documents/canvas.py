"""PDF documents drawn by hand: characters and lines on pages, without a library and without a font.

The font is named and not embedded, so that a document of ten pages has a few kilobytes and needs
nothing installed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from attrs import define, field

__all__ = ["Canvas", "bound", "shown", "width_of", "wrapped", "written"]

_CATALOGUE = ("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[{kids}]/Count {count}>>")
_FAMILY = "/BaseFont/STSong-Light"
_GB1 = (
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/DW 1000/W[1 95 500 814 939 500]"
)
_BOX = "/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80"
_FONT = (
    f"<</Type/Font/Subtype/Type0{_FAMILY}/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>",
    f"<</Type/Font/Subtype/CIDFontType0{_FAMILY}{_GB1}/FontDescriptor 5 0 R>>",
    f"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6{_BOX}>>",
)
_BEGINNING = "%PDF-1.4\n"


@define
class Canvas:
    """Pages while something is drawn on them; `y` runs down from the top of a page."""

    width: float = 595.0
    height: float = 842.0
    margin: float = 72.0
    pages: list[list[str]] = field(factory=lambda: [[]])
    y: float = 72.0
    """Where the next thing begins."""

    @property
    def right(self) -> float:
        """Where the right margin begins."""
        return self.width - self.margin

    def fits(self, height: float) -> bool:
        """Whether so much is left of the page; on an empty page everything is taken to fit."""
        return self.y + height <= self.height - self.margin or self.y <= self.margin

    def turn_page(self) -> None:
        """Go on at the top of the next page."""
        self.pages.append([])
        self.y = self.margin

    def text(self, x: float, baseline: float, characters: str, size: float) -> None:
        """Draw characters on the last page."""
        self.pages[-1].append(shown(x, self.height - baseline, characters, size))

    def line(self, start: tuple[float, float], end: tuple[float, float], *, thin: bool) -> None:
        """Draw a line on the last page: as a stroke, or as a thin rectangle that is filled."""
        (x0, y0), (x1, y1) = (start[0], self.height - start[1]), (end[0], self.height - end[1])
        stroke = f"{x0:g} {y0:g} m {x1:g} {y1:g} l S"
        self.pages[-1].append(
            f"{x0:g} {y1:g} {x1 - x0 + 0.5:g} {y0 - y1 + 0.5:g} re f" if thin else stroke
        )


def shown(x: float, y: float, characters: str, size: float) -> str:
    """Return the operators that show characters at a place."""
    return f"BT /F {size:g} Tf {x:g} {y:g} Td <{characters.encode('utf-16-be').hex()}> Tj ET"


def bound(
    pages: Sequence[str], shape: tuple[float, float] = (595.0, 842.0), *, turned: bool = False
) -> bytes:
    """Return a document of pages with these contents.

    With `turned` the pages lie on their side in the file, and say by how much they are to be turned
    to be shown.
    """
    width, height = shape
    box = f"[0 0 {height:g} {width:g}]/Rotate 90" if turned else f"[0 0 {width:g} {height:g}]"
    turning = f"0 1 -1 0 {height:g} 0 cm\n" if turned else ""
    first, objects = len(_CATALOGUE + _FONT) + 1, list[str]()
    for number, page in enumerate(pages):
        resources = f"/Resources<</Font<</F 3 0 R>>>>/Contents {first + 2 * number + 1} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox{box}{resources}>>")
        objects.append(f"<</Length {len(turning) + len(page)}>>stream\n{turning}{page}\nendstream")
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    catalogue = [part.format(kids=kids, count=len(pages)) for part in _CATALOGUE]
    return written([*catalogue, *_FONT, *objects])


def written(objects: Sequence[str], trailer: str = "") -> bytes:
    """Return a document of these objects, the first of which is its catalogue."""
    bodies = [f"{number} 0 obj{body}\nendobj\n" for number, body in enumerate(objects, 1)]
    offsets = list(accumulate(map(len, bodies), initial=len(_BEGINNING)))
    entries = "".join(f"{offset:010} 00000 n \n" for offset in offsets[:-1])
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{offsets[-1]}\n%%EOF\n"
    return "".join([_BEGINNING, *bodies, table, end]).encode("latin-1")


def width_of(text: str, size: float) -> float:
    """Return how wide a text is; ASCII characters have half the width of Chinese ones."""
    return sum(size / 2 if character.isascii() else size for character in text)


def wrapped(text: str, room: float, size: float, indent: float = 0.0) -> list[str]:
    """Return the lines of a text; numbers and words are kept together, as typesetters do."""
    lines, line, left = list[str](), "", room - indent
    for word in _words(text):
        width = width_of(word, size)
        if width > left and line:
            lines.append(line)
            line, left = "", room
        line, left = line + word, left - width
    return [*lines, line]


def _words(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        if character.isascii() and character != " ":
            word += character
            continue
        if word:
            yield word
        word = ""
        yield character
    if word:
        yield word
