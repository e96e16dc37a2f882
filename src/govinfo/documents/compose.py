"""A page composed of pieces that never stood in one text: the paragraphs and tables of a document, or tables alone.

Its text is made here, one paragraph or one row a line, `|` between the cells of a row; every place
counts its characters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from attrs import define, evolve, field

from govinfo.errors import UnreadableSource
from govinfo.figures import State, read_cell
from govinfo.page import Block, Grid, Page, Stream
from govinfo.spans import Edit, Span, Text

__all__ = ["Piece", "Row", "Rows", "compose", "rebased", "spread"]

Row: TypeAlias = Sequence[str | None]
Rows: TypeAlias = Sequence[Row]
Piece: TypeAlias = str | Iterable[Row]
"""A paragraph, or the rows of a table."""

_BARS = frozenset("｜│┃")
_MOST_CHARACTERS = 1_000_000
"""A long report has thirty thousand; a document made to fill the memory is not composed to its end."""


def compose(pieces: Iterable[Piece]) -> Page:
    """Return the page that these paragraphs and tables make, in the order given."""
    draft = _Draft()
    for piece in pieces:
        if isinstance(piece, str):
            draft.paragraph(piece)
        else:
            draft.table(piece)
    return draft.page()


@define
class _Draft:
    """A page in the making."""

    lines: list[str] = field(factory=list)
    end: int = 0
    blocks: list[Block] = field(factory=list)
    paragraphs: list[Span] = field(factory=list)
    """The lines of running text since the last table."""

    def paragraph(self, text: str) -> None:
        """Add running text; an empty line stays in the text, and is no cell."""
        for line in text.splitlines() or [""]:
            begin = self.end
            self._add(line)
            if line and not line.isspace():
                self.paragraphs.append(Span(begin, begin + len(line)))

    def table(self, rows: Iterable[Row]) -> None:
        """Add the rows of a table, and before it the line above as a row of its own, so that no row begins there."""
        if self.paragraphs:
            caption = self.paragraphs.pop()
            self._close_paragraphs()
            self.blocks.append(Grid(caption, rows=((caption,),)))
        begin, first = self.end, len(self.lines)
        places = tuple(map(self._row, rows))
        if all(places) and places and _BARS.isdisjoint("".join(self.lines[first:])):
            # Nothing need be kept for each cell where nothing else looks like a separator, or will
            # once it is repaired.
            self.blocks.append(Grid(Span(begin, self.end - 1), "|"))
        elif places:
            self.blocks.append(Grid(Span(begin, self.end), rows=places))

    def page(self) -> Page:
        """Return what has been added."""
        self._close_paragraphs()
        return Page(Text("".join(self.lines)), tuple(self.blocks))

    def _row(self, row: Row) -> tuple[Span, ...]:
        cells = [
            "" if cell is None else " ".join(str(cell).replace("|", "｜").splitlines())
            for cell in row
        ]
        places, begin = list[Span](), self.end
        for cell in cells:
            places.append(Span(begin, begin + len(cell)))
            begin += len(cell) + 1
        self._add("|".join(cells))
        return tuple(places)

    def _add(self, line: str) -> None:
        self.lines.append(line + "\n")
        self.end += len(line) + 1
        if self.end > _MOST_CHARACTERS:
            raise UnreadableSource(
                f"The document holds more than {_MOST_CHARACTERS} characters; no report is nearly as long. "
                "Take the report out of it, and read that."
            )

    def _close_paragraphs(self) -> None:
        if not self.paragraphs:
            return
        span, lines = (
            Span(self.paragraphs[0].start, self.paragraphs[-1].end),
            tuple(self.paragraphs),
        )
        apart = any(below.start - above.end > 1 for above, below in pairwise(lines))
        self.blocks.append(Stream(span, cells=lines) if apart else Stream(span, ("\n",)))
        self.paragraphs = []


def spread(cells: Iterable[tuple[str, int]]) -> list[str]:
    """Return a row with a place for each column, given the text of each cell and the columns it spans.

    A cell leaves its further places empty behind it. Those of figures and blanks behind a label
    come at the end of the row: where the columns of a table do not quite line up, its figures
    follow each other all the same.
    """
    row, rest, labelled = list[str](), 0, False
    for text, columns in cells:
        row.append(text)
        words = read_cell(text).state is State.ILLEGIBLE
        labelled |= words
        if labelled and not words:
            rest += columns - 1
        else:
            row += [""] * (columns - 1)
    return row + [""] * rest


def rebased(page: Page, text: Text) -> Page:
    """Return a composed page whose places count the characters of `text`, which repairs made of the page's own."""
    layers = list[Sequence[Edit]]()
    layer: Text | None = text
    while layer is not None and layer is not page.text:
        layers.append(layer.edits)
        layer = layer.origin
    blocks = page.blocks
    for edits in reversed(layers):
        blocks = _moved(blocks, edits)
    return evolve(page, text=text, blocks=blocks)


def _moved(blocks: tuple[Block, ...], edits: Sequence[Edit]) -> tuple[Block, ...]:
    """The blocks after these edits; a place inside an edit takes in the whole of its replacement.

    A replacement of equal length maps character by character: there nothing moves.
    """
    edits = [edit for edit in edits if len(edit.replacement) != edit.end - edit.start]
    starts, ends, shifts = [edit.start for edit in edits], [edit.end for edit in edits], [0]
    for edit in edits:
        shifts.append(shifts[-1] + len(edit.replacement) - (edit.end - edit.start))

    def moved(span: Span) -> Span:
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        start = min(span.start, starts[first]) if first < len(starts) else span.start
        end = max(span.end, ends[last - 1]) if last else span.end
        return Span(start + shifts[first], max(start + shifts[first], end + shifts[last]))

    def placed(block: Block) -> Block:
        if isinstance(block, Grid):
            rows = tuple(tuple(map(moved, row)) for row in block.rows)
            return evolve(block, span=moved(block.span), rows=rows)
        if isinstance(block, Stream):
            return evolve(block, span=moved(block.span), cells=tuple(map(moved, block.cells)))
        return evolve(block, span=moved(block.span))

    return tuple(map(placed, blocks))
