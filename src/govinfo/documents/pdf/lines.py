"""Characters on a page become lines; wide gaps divide a line into segments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from statistics import median

from attrs import frozen

from govinfo.documents.pdf.chars import ASCENT, DESCENT, ECHO, Glyph
from govinfo.documents.pdf.graphics import Rect
from govinfo.documents.pdf.superscripts import without_marks
from govinfo.spans import Span
from govinfo.text.formatting import UNREADABLE

__all__ = ["LostText", "Segment", "TextLine", "lines_of"]

# All in sizes of the type.
_SAME_LINE = 0.45
_SPACE = 0.25
_SPACE_AT_POINT = 0.8
_WIDE_GAP = 1.6
"""Justified Chinese text leaves smaller gaps between its characters, columns leave wider ones."""


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
    """The code of the note that says why."""
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
    def box(self) -> Rect:
        """The place of all its characters on the page."""
        return self.box_of(self.left, self.right)

    def box_of(self, left: float, right: float) -> Rect:
        """Return the place of what stands in it from one side to another."""
        return Rect(left, self.base - ASCENT * self.size, right, self.base - DESCENT * self.size)

    @property
    def text(self) -> str:
        """Its characters; a wide gap is two spaces."""
        return "  ".join(segment.text for segment in self.segments)

    def place_in(self, text: str, begin: int) -> tuple[Span | None, int]:
        """Return where it stands in a text from a place on, and where to look for the next line."""
        first, end = None, begin
        for segment in self.segments:
            at = text.find(segment.text.replace("|", "\uff5c"), end) if segment.text else -1
            at = text.find(segment.text, end) if at < 0 and "|" in segment.text else at
            if at >= 0:
                first = at if first is None else first
                end = at + len(segment.text)
        return (None if first is None else Span(first, end)), end


def lines_of(glyphs: Iterable[Glyph], page: int = 0, *, cell: bool = False) -> list[TextLine]:
    """Return the lines that characters stand in, from top to bottom; turned ones make one line.

    Args:
        glyphs: the characters.
        page: the number of the page, from 0.
        cell: whether they stand in one cell. Digits, a point and digits are one number there, even
            with some room between them.

    """
    upright, turned = list[Glyph](), list[Glyph]()
    for glyph in without_marks(list(glyphs)):
        (turned if glyph.turned else upright).append(glyph)
    lines, row = list[TextLine](), list[Glyph]()
    for glyph in sorted(upright):
        if row and glyph.base - row[-1].base > _SAME_LINE * min(glyph.size, row[-1].size):
            lines.append(_line(row, page, _SPACE_AT_POINT if cell else _SPACE))
            row = []
        row.append(glyph)
    if row:
        lines.append(_line(row, page, _SPACE_AT_POINT if cell else _SPACE))
    inked = [glyph for glyph in turned if not glyph.character.isspace()]
    if inked:
        text = "".join(glyph.character for glyph in inked)
        segment = Segment(min(g.left for g in inked), max(g.right for g in inked), text)
        lines.append(TextLine(inked[0].base, inked[0].size, (segment,), page, _lost(inked)))
    return sorted((line for line in lines if line.segments), key=attrgetter("base"))


def _line(row: list[Glyph], page: int, space_at_point: float) -> TextLine:
    """Return the line of characters that share a baseline, or nearly do."""
    # Latin fonts have taller boxes: the size is that of the Chinese characters, if there are some.
    sizes = [glyph.size for glyph in row if not glyph.character.isascii()]
    size = median(sizes or [glyph.size for glyph in row])
    inked = sorted((glyph for glyph in row if glyph.character.strip()), key=attrgetter("left"))
    spaces = sorted(glyph.left for glyph in row if glyph.character.isspace())
    segments = tuple(_segments(inked, spaces, size, space_at_point))
    lost = _lost(sorted((glyph for glyph in row if glyph.code), key=attrgetter("left")))
    if lost and not segments:
        segments = (Segment(min(g.left for g in row), max(g.right for g in row), ""),)
    return TextLine(median(glyph.base for glyph in row), size, segments, page, lost)


def _lost(glyphs: Iterable[Glyph]) -> tuple[LostText, ...]:
    """Return the characters that are not read, by the reason."""
    texts = dict[str, str]()
    for glyph in glyphs:
        if glyph.code:
            texts[glyph.code] = texts.get(glyph.code, "") + glyph.lost
    return tuple(LostText(code, text.strip()) for code, text in texts.items() if text.strip())


def _segments(
    glyphs: list[Glyph], spaces: list[float], size: float, space_at_point: float
) -> Iterator[Segment]:
    """Yield the stretches of a line between wide gaps, with spaces where there is room for one."""
    text, left, right, before = "", 0.0, 0.0, None
    waiting = iter([*spaces, float("inf")])
    space = next(waiting)
    for glyph in glyphs:
        last, before, character = before, glyph, glyph.character
        if last is not None and last.character == glyph.character:
            apart = max(abs(last.left - glyph.left), abs(last.base - glyph.base))
            if apart < ECHO * glyph.size:
                # Drawn a second time next to itself, to look like bold type.
                continue
        if last is not None and glyph.is_printed_over(last):
            text, character = text[:-1] + UNREADABLE, UNREADABLE
        spaced = False
        while space < glyph.left + size / 10:
            spaced, space = True, next(waiting)
        gap = glyph.left - right
        if text and gap > _WIDE_GAP * size:
            yield Segment(left, right, text)
            text = ""
        elif text and (spaced or _is_space(gap / size, text[-1], glyph.character, space_at_point)):
            text += " "
        left, right = (left, max(right, glyph.right)) if text else (glyph.left, glyph.right)
        text += character
    if text:
        yield Segment(left, right, text)


def _is_space(gap: float, before: str, character: str, space_at_point: float) -> bool:
    """Whether the room between two characters is a space; between Chinese ones it is none."""
    if "." in (before, character) and (before.isdecimal() or character.isdecimal()):
        return gap > space_at_point
    return gap > _SPACE and (before.isascii() or character.isascii())
