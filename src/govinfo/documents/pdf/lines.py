"""Characters on a page become lines, and lines fall apart where a gap divides them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from statistics import median

from attrs import frozen

from govinfo.documents.pdf.chars import Glyph
from govinfo.documents.pdf.superscripts import without_marks

__all__ = ["LostText", "Segment", "TextLine", "lines_of"]

# All in sizes of the type.
_SAME_LINE = 0.45
_SPACE = 0.25
_POINT_APART = 0.8
_ECHO = 0.2
_APART = 1.6
"""Justified Chinese text leaves smaller gaps than this between its characters, and columns leave wider ones."""


@frozen
class Segment:
    """A stretch of characters without a wide gap."""

    left: float
    right: float
    text: str


@frozen
class LostText:
    """Characters of one line that are not read."""

    code: str
    """Why: the code of a note."""
    text: str


@frozen
class TextLine:
    """One line of a page."""

    base: float
    size: float
    segments: tuple[Segment, ...]
    page: int = 0
    lost: tuple[LostText, ...] = ()

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.segments[-1].right

    @property
    def text(self) -> str:
        """Its characters; a wide gap is two spaces."""
        return "  ".join(segment.text for segment in self.segments)


def lines_of(glyphs: Iterable[Glyph], page: int = 0, *, cell: bool = False) -> list[TextLine]:
    """Return the lines that characters stand in, from top to bottom; those that are turned make one.

    Within a cell figures, a point and figures are one number, though there be some room between
    them.
    """
    upright, turned = list[Glyph](), list[Glyph]()
    for glyph in without_marks(list(glyphs)):
        (turned if glyph.turned else upright).append(glyph)
    lines = [_line(row, page, _POINT_APART if cell else _SPACE) for row in _rows_of(upright)]
    inked = [glyph for glyph in turned if not glyph.character.isspace()]
    if inked:
        text = "".join(glyph.character for glyph in inked)
        segment = Segment(min(g.left for g in inked), max(g.right for g in inked), text)
        lines.append(TextLine(inked[0].base, inked[0].size, (segment,), page, _lost(inked)))
    return sorted((line for line in lines if line.segments), key=attrgetter("base"))


def _rows_of(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield characters that share a baseline, or nearly do."""
    row = list[Glyph]()
    for glyph in sorted(glyphs):
        if row and glyph.base - row[-1].base > _SAME_LINE * min(glyph.size, row[-1].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _line(row: list[Glyph], page: int, point_apart: float) -> TextLine:
    # Latin fonts have taller boxes; where there are Chinese characters, they are what the type is.
    size = median(
        [glyph.size for glyph in row if not glyph.character.isascii()]
        or [glyph.size for glyph in row]
    )
    inked = sorted((glyph for glyph in row if glyph.character.strip()), key=attrgetter("left"))
    spaces = sorted(glyph.left for glyph in row if glyph.character.isspace())
    segments = tuple(_segments(inked, spaces, size, point_apart))
    lost = _lost(sorted((glyph for glyph in row if glyph.code), key=attrgetter("left")))
    if lost and not segments:
        segments = (Segment(min(g.left for g in row), max(g.right for g in row), ""),)
    return TextLine(median(glyph.base for glyph in row), size, segments, page, lost)


def _lost(glyphs: Iterable[Glyph]) -> tuple[LostText, ...]:
    """What of a line is not read, by the reason."""
    texts = dict[str, str]()
    for glyph in glyphs:
        if glyph.code:
            texts[glyph.code] = texts.get(glyph.code, "") + glyph.lost
    return tuple(LostText(code, text.strip()) for code, text in texts.items() if text.strip())


def _is_echo(before: Glyph | None, glyph: Glyph) -> bool:
    """Whether a character is drawn a second time next to itself: so bold type is feigned."""
    if before is None or before.character != glyph.character:
        return False
    return max(abs(before.left - glyph.left), abs(before.base - glyph.base)) < _ECHO * glyph.size


def _is_space(gap: float, before: str, character: str, point_apart: float) -> bool:
    """Whether the room between two characters is a space; Chinese characters may have some without."""
    if "." in (before, character) and (before.isdecimal() or character.isdecimal()):
        return gap > point_apart
    return gap > _SPACE and (before.isascii() or character.isascii())


def _segments(
    glyphs: list[Glyph], spaces: list[float], size: float, point_apart: float
) -> Iterator[Segment]:
    text, left, right, waiting = "", 0.0, 0.0, iter([*spaces, float("inf")])
    space = next(waiting)
    for before, glyph in zip([None, *glyphs], glyphs, strict=False):
        if _is_echo(before, glyph):
            continue
        spaced = False
        while space < glyph.left + size / 10:
            spaced, space = True, next(waiting)
        gap = glyph.left - right
        if text and gap > _APART * size:
            yield Segment(left, right, text)
            text = ""
        elif text and (spaced or _is_space(gap / size, text[-1], glyph.character, point_apart)):
            text += " "
        left, right = (left, max(right, glyph.right)) if text else (glyph.left, glyph.right)
        text += glyph.character
    if text:
        yield Segment(left, right, text)
