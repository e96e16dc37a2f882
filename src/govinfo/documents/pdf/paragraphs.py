"""Lines of a page become paragraphs: a line that fills its width goes on in the next.

A line whose segments stand far apart is no running text. Where the document has ruled tables it is
a row of its own; where it has none, spaces keep its segments in their places, as layout tools print
such a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from attrs import frozen

from govinfo.documents.compose import Passage, Piece, whole
from govinfo.documents.pdf.lines import Segment, TextLine
from govinfo.documents.pdf.tables import RuledTable
from govinfo.figures import State, read_cell
from govinfo.places import Spot

__all__ = ["is_row", "pieces_of"]

# All in sizes of the type.
_LEAST_INDENT, _MOST_INDENT = 1.2, 2.8
_NEAR = 0.6
_HANGING = 1.2
"""Punctuation may stand out of the margin by as much."""
_SHORTEST = 12
"""A line of running text that fills its width is longer than this."""
_MOST_PITCH = 4
"""Lines of one text are no further from each other."""
_SAME_SIZE_RATIO = 1.25
_SAME_TEXT_PITCHES = 1.35
"""A line further from the one above than so many times the usual distance begins a paragraph."""
_MOST_COLUMNS = 240
"""No page has room for more columns of half the size of the type."""
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、[^。；，]{1,30}")
_WORD = re.compile(r"[!-~]+")


@frozen
class _Measure:
    """How the running text of a document is set."""

    left: float
    right: float
    pitch: float
    """The usual distance of one line from the next."""
    indents: bool
    """Whether paragraphs begin with an indent."""

    def goes_on(self, last: TextLine, line: TextLine) -> bool:
        """Whether a line goes on with the paragraph of the line above."""
        if max(len(last.segments), len(line.segments)) > 1 or _HEADING.fullmatch(line.text):
            return False
        size = last.size
        # The line above fills its width: the first word of this one has no room there.
        word = _WORD.match(line.text)
        room = (len(word[0]) / 2 if word else 1.0) + _HANGING
        if last.right < max(self.left + _SHORTEST * size, self.right - room * size):
            return False
        # This line has no indent, and is of the same type.
        margin = self.left + _LEAST_INDENT * size
        if line.left > last.left + _NEAR * size or min(line.left, last.left) > margin:
            return False
        if max(size, line.size) > _SAME_SIZE_RATIO * min(size, line.size):
            return False
        if last.page == line.page:
            return line.base - last.base <= _SAME_TEXT_PITCHES * self.pitch
        # Without indents nothing else tells that a paragraph ends with its page.
        return self.indents or not last.text.endswith("。")

    @classmethod
    def of(cls, lines: Sequence[TextLine]) -> _Measure:
        """Return the margins that lines of running text keep to, and their distance."""
        whole = [line for line in lines if len(line.segments) == 1]
        size = median([line.size for line in whole]) if whole else 1.0
        gaps = list[float]()
        for above, below in pairwise(whole):
            gap = below.base - above.base
            if above.page == below.page and 0 < gap < _MOST_PITCH * size:
                gaps.append(gap)
        left = _shared(sorted(line.left for line in whole), size)
        indents = sum(_LEAST_INDENT < (line.left - left) / size < _MOST_INDENT for line in whole)
        return cls(
            left=left,
            right=max((line.right for line in whole), default=0.0),
            # Paragraphs may be further apart than their lines, and most have few lines.
            pitch=_shared(sorted(gaps), size / 20) or 2 * size,
            indents=indents > 1,
        )


def pieces_of(items: Sequence[TextLine | RuledTable]) -> Iterator[Piece]:
    """Yield the paragraphs and tables of a document."""
    lines = [item for item in items if isinstance(item, TextLine)]
    ruled, measure = len(lines) < len(items) or not any(map(is_row, lines)), _Measure.of(lines)
    paragraph = list[TextLine]()
    for item in items:
        if isinstance(item, RuledTable):
            yield from _closed(paragraph, measure, ruled=ruled)
            paragraph = []
            yield item.composed()
            continue
        if paragraph and not measure.goes_on(paragraph[-1], item):
            yield from _closed(paragraph, measure, ruled=ruled)
            paragraph = []
        paragraph.append(item)
    yield from _closed(paragraph, measure, ruled=ruled)


def _closed(lines: Sequence[TextLine], measure: _Measure, *, ruled: bool) -> Iterator[Piece]:
    """Yield the piece that the lines of a paragraph make."""
    if len(lines) == 1 and ruled and is_row(lines[0]):
        yield [[whole(s.text, _mark(lines[0], s)) for s in lines[0].segments]]
    elif len(lines) == 1 and not ruled:
        # Each segment keeps its place, two columns to each size of the type.
        line, text, marks = lines[0], "", list[tuple[int, int, Spot]]()
        for segment in line.segments:
            column = min(round((segment.left - measure.left) / (line.size / 2)), _MOST_COLUMNS)
            text += " " * max(column - len(text), 2 if text else 0)
            marks.append((len(text), len(text) + len(segment.text), _mark(line, segment)))
            text += segment.text
        yield Passage(text, tuple(marks))
    elif lines:
        text, marks = "", []
        for line in lines:
            last, first = text[-1:], line.text[:1]
            # A space stands only between Latin words or numbers, which would run together.
            apart = (last + first).isascii() and last.isalnum() and first.isalnum()
            text += " " if apart else ""
            marks.append((len(text), len(text) + len(line.text), (line.page + 1, *line.box)))
            text += line.text
        yield Passage(text, tuple(marks))


def _mark(line: TextLine, segment: Segment) -> Spot:
    return (line.page + 1, *line.box_of(segment.left, segment.right))


def is_row(line: TextLine) -> bool:
    """Return whether a figure stands on a line, well apart from the rest of it."""
    if len(line.segments) < 2:
        return False
    return any(read_cell(segment.text).state is not State.ILLEGIBLE for segment in line.segments)


def _shared(measures: list[float], near: float) -> float:
    """Return the smallest measure that occurs more than once, or nearly; they come in order."""
    for measure, other in pairwise(measures):
        if other - measure < near:
            return measure
    return measures[0] if measures else 0.0
