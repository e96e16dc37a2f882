"""Lines of a page become paragraphs: a line that fills its width goes on in the next.

A line whose pieces stand far apart is none of running text. Where the document has ruled tables it
is a row of its own; where it has none, its pieces keep their places by means of spaces, as in what
layout tools print of such a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from attrs import define, field, frozen

from govinfo.documents.compose import Piece
from govinfo.documents.pdf.lines import TextLine
from govinfo.documents.pdf.tables import RuledTable
from govinfo.figures import State, read_cell

__all__ = ["is_row", "pieces_of"]

# All in sizes of the type.
_INDENT, _DEEPEST = 1.2, 2.8
_WIDEST = 240
"""No page has room for more columns of half the size of the type."""
_NEAR = 0.6
_HANGING = 1.2
"""Punctuation may stand out of the margin by as much."""
_SHORTEST = 12
"""A line of running text that fills its width is longer than this."""
_FAR = 4
_LARGER = 1.25
_LOOSER = 1.35
"""A line further from the one above than so many times the usual distance begins a paragraph."""
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


def pieces_of(items: Sequence[TextLine | RuledTable]) -> Iterator[Piece]:
    """Yield the paragraphs and tables of a document."""
    lines = [item for item in items if isinstance(item, TextLine)]
    ruled, measure = len(lines) < len(items) or not any(map(is_row, lines)), _measure(lines)
    paragraph = _Paragraph()
    for item in items:
        if (
            isinstance(item, TextLine)
            and len(item.segments) == 1
            and paragraph.goes_on_in(item, measure)
        ):
            paragraph.lines.append(item)
            continue
        yield from paragraph.closed(measure, ruled=ruled)
        if isinstance(item, RuledTable):
            yield item.composed()
        else:
            paragraph.lines.append(item)
    yield from paragraph.closed(measure, ruled=ruled)


@define
class _Paragraph:
    """The lines of a paragraph so far."""

    lines: list[TextLine] = field(factory=list)

    def goes_on_in(self, line: TextLine, measure: _Measure) -> bool:
        """Whether a line goes on with what the last one of the paragraph began."""
        last = self.lines[-1] if self.lines else None
        if last is None or len(last.segments) > 1 or _HEADING.fullmatch(line.text):
            return False
        return _fills_its_width(last, line, measure) and _is_set_below(last, line, measure)

    def closed(self, measure: _Measure, *, ruled: bool) -> Iterator[Piece]:
        """Yield the paragraph, and begin another."""
        lines, self.lines = self.lines, []
        if len(lines) == 1 and ruled and is_row(lines[0]):
            yield [[segment.text for segment in lines[0].segments]]
        elif len(lines) == 1 and not ruled:
            yield _laid_out(lines[0], measure)
        elif lines:
            yield _joined([line.text for line in lines])


def _fills_its_width(last: TextLine, line: TextLine, measure: _Measure) -> bool:
    """Whether what the next line begins with had no more room on the last one."""
    word = _WORD.match(line.text)
    room = (len(word[0]) / 2 if word else 1.0) + _HANGING
    return last.right >= max(measure.left + _SHORTEST * last.size, measure.right - room * last.size)


def _is_set_below(last: TextLine, line: TextLine, measure: _Measure) -> bool:
    """Whether a line has no indent, and is of the same type, at the usual distance."""
    size, margin = last.size, measure.left + _INDENT * last.size
    if line.left > last.left + _NEAR * size or min(line.left, last.left) > margin:
        return False
    if max(size, line.size) > _LARGER * min(size, line.size):
        return False
    if last.page == line.page:
        return line.base - last.base <= _LOOSER * measure.pitch
    # Without indents nothing else tells that a paragraph ends with its page.
    return measure.indents or not last.text.endswith("。")


def is_row(line: TextLine) -> bool:
    """Whether a figure stands on a line, well apart from what else does."""
    figures = sum(read_cell(segment.text).state is not State.ILLEGIBLE for segment in line.segments)
    return len(line.segments) > 1 and figures > 0


def _laid_out(line: TextLine, measure: _Measure) -> str:
    """The line with its pieces in their places, two columns to each size of the type."""
    text = ""
    for segment in line.segments:
        column = min(round((segment.left - measure.left) / (line.size / 2)), _WIDEST)
        text += " " * max(column - len(text), 2 if text else 0) + segment.text
    return text


def _joined(texts: Iterable[str]) -> str:
    """Lines as one; a space stands only between what would else run together."""
    whole = ""
    for text in texts:
        apart = (
            whole
            and whole[-1].isascii()
            and text[:1].isascii()
            and (whole[-1].isalnum() and text[0].isalnum())
        )
        whole += f" {text}" if apart else text
    return whole


def _measure(lines: Sequence[TextLine]) -> _Measure:
    """The margins that lines of running text keep to, and their distance."""
    whole = [line for line in lines if len(line.segments) == 1]
    size = median([line.size for line in whole]) if whole else 1.0
    gaps = sorted(
        b.base - a.base
        for a, b in pairwise(whole)
        if a.page == b.page and 0 < b.base - a.base < _FAR * size
    )
    left = _shared(sorted(line.left for line in whole), size)
    return _Measure(
        left=left,
        right=max((line.right for line in whole), default=0.0),
        # Paragraphs may be further apart than their lines, and most have few lines.
        pitch=_shared(gaps, size / 20) or 2 * size,
        indents=sum(_INDENT < (line.left - left) / size < _DEEPEST for line in whole) > 1,
    )


def _shared(measures: list[float], near: float) -> float:
    """The smallest measure that occurs more than once, or nearly so; the measures are in order."""
    smallest = next(iter(measures), 0.0)
    return next(
        (measure for measure, other in pairwise(measures) if other - measure < near), smallest
    )
