"""A page composed of pieces: the paragraphs and tables of a document, or tables alone.

They never stood in one text. Their text is made here: one paragraph or one row a line, with `|`
between the cells of a row. Every place counts its characters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from attrs import define, evolve, field, frozen

from govinfo.errors import UnreadableSource
from govinfo.figures import State, read_cell
from govinfo.notes import Note
from govinfo.page import Block, Grid, Page, Stream
from govinfo.places import Layout, Spot, layout_of
from govinfo.spans import Edit, Span, Text

__all__ = [
    "Composed",
    "Passage",
    "Piece",
    "Row",
    "Rows",
    "compose",
    "cropped",
    "numbered",
    "rebased",
    "spread",
    "whole",
]


@frozen
class Passage:
    """A paragraph or a cell that knows where it stands in its document."""

    text: str
    marks: tuple[tuple[int, int, Spot], ...] = ()
    """Where pieces of it begin and end in `text`, and where they stand in the document."""
    notes: tuple[Note, ...] = ()
    """What a reader has to know of it; each gets the place of the passage."""


def whole(text: str, mark: Spot, notes: tuple[Note, ...] = ()) -> Passage:
    """Return a passage that stands in one place."""
    return Passage(text, ((0, len(text), mark),), notes)


Row: TypeAlias = Sequence[str | Passage | None]
Rows: TypeAlias = Sequence[Row]
Piece: TypeAlias = str | Passage | Iterable[Row]
"""A paragraph, or the rows of a table."""


@frozen
class Composed:
    """What was composed of a document."""

    page: Page
    layout: Layout | None = None
    """Where in the document the pieces of its text stood, if the pieces say so."""
    notes: tuple[Note, ...] = ()


_BARS = frozenset("｜│┃")
_MOST_CHARACTERS = 1_000_000
"""A long report has thirty thousand; a document made to fill the memory has many more."""


def compose(pieces: Iterable[Piece], sheets: tuple[str, ...] = ()) -> Composed:
    """Return the page that these paragraphs and tables make, in the order given.

    Args:
        pieces: The paragraphs and tables.
        sheets: The names of the sheets that the tables of a workbook are.

    """
    draft = _Draft()
    for piece in pieces:
        if isinstance(piece, str | Passage):
            draft.paragraph(piece)
        else:
            draft.table(piece)
    return Composed(draft.page(), layout_of(draft.marks, sheets), tuple(draft.notes))


def numbered(tables: Iterable[Rows]) -> Iterator[list[Row]]:
    """Yield tables with the number of the table, the row and the column on each cell, from 1.

    A row without cells counts, and is left out.
    """
    for table, rows in enumerate(tables, 1):
        yield [
            [whole(str(cell or ""), (table, row, column)) for column, cell in enumerate(cells, 1)]
            for row, cells in enumerate(rows, 1)
            if cells
        ]


@define
class _Draft:
    """A page in the making."""

    lines: list[str] = field(factory=list)
    end: int = 0
    blocks: list[Block] = field(factory=list)
    paragraphs: list[Span] = field(factory=list)
    """The lines of running text since the last table."""
    marks: list[tuple[int, int, Spot]] = field(factory=list)
    """Where pieces of the text begin and end, and where they stand in the document."""
    notes: list[Note] = field(factory=list)

    def paragraph(self, piece: str | Passage) -> None:
        """Add running text; an empty line stays in the text, and is no cell."""
        text = self._noted(piece)
        for line in text.splitlines() or [""]:
            begin = self.end
            self._add(line)
            if line and not line.isspace():
                self.paragraphs.append(Span(begin, begin + len(line)))

    def table(self, rows: Iterable[Row]) -> None:
        """Add the rows of a table.

        The line above becomes a row of its own before it, so that no row begins there.
        """
        if self.paragraphs:
            caption = self.paragraphs.pop()
            self._close_paragraphs()
            self.blocks.append(Grid(caption, rows=((caption,),)))
        begin, first = self.end, len(self.lines)
        places = tuple(map(self._row, rows))
        if all(places) and places and _BARS.isdisjoint("".join(self.lines[first:])):
            # The separator tells the cells where nothing else looks like one, or will after
            # repairs.
            self.blocks.append(Grid(Span(begin, self.end - 1), "|"))
        elif places:
            self.blocks.append(Grid(Span(begin, self.end), rows=places))

    def page(self) -> Page:
        """Return the page of all that was added."""
        self._close_paragraphs()
        return Page(Text("".join(self.lines)), tuple(self.blocks))

    def _row(self, row: Row) -> tuple[Span, ...]:
        cells, places, begin = list[str](), list[Span](), self.end
        for cell in row:
            text = self._noted(cell, begin) if cell is not None else ""
            cells.append(" ".join(text.replace("|", "｜").splitlines()))
            places.append(Span(begin, begin + len(cells[-1])))
            begin = places[-1].end + 1
        self._add("|".join(cells))
        return tuple(places)

    def _noted(self, piece: str | Passage, begin: int | None = None) -> str:
        """Return the text of a piece, and keep where it stands and what is to be said of it."""
        if isinstance(piece, str):
            return piece
        begin = self.end if begin is None else begin
        self.marks += ((begin + start, begin + end, mark) for start, end, mark in piece.marks)
        span = Span(begin, begin + len(piece.text.rstrip()))
        self.notes += (evolve(note, span=span) for note in piece.notes)
        return piece.text

    def _add(self, line: str) -> None:
        self.lines.append(line + "\n")
        self.end += len(line) + 1
        if self.end > _MOST_CHARACTERS:
            raise UnreadableSource(
                f"The document holds more than {_MOST_CHARACTERS} characters; "
                "no report is nearly as long. Take the report out of it, and read that."
            )

    def _close_paragraphs(self) -> None:
        if not self.paragraphs:
            return
        lines = tuple(self.paragraphs)
        span = Span(lines[0].start, lines[-1].end)
        apart = any(below.start - above.end > 1 for above, below in pairwise(lines))
        self.blocks.append(Stream(span, cells=lines) if apart else Stream(span, ("\n",)))
        self.paragraphs = []


def spread(cells: Iterable[tuple[str | Passage, int]]) -> list[str | Passage]:
    """Return a row with a place for each column.

    A cell that spans several columns leaves the other places empty behind it. The empty places of
    figures and blanks behind a label come at the end of the row: so figures follow each other even
    where the columns of a table do not quite line up.

    Args:
        cells: each cell, and how many columns it spans.

    """
    row, rest, labelled = list[str | Passage](), 0, False
    for cell, columns in cells:
        row.append(cell)
        words = read_cell(cell if isinstance(cell, str) else cell.text).state is State.ILLEGIBLE
        labelled |= words
        if labelled and not words:
            rest += columns - 1
        else:
            row += [""] * (columns - 1)
    return row + [""] * rest


def rebased(page: Page, text: Text) -> Page:
    """Return a composed page with places in a repaired text.

    Args:
        page: the page as it was composed.
        text: what repairs have made of the text of the page.

    """
    layers = list[Sequence[Edit]]()
    layer: Text | None = text
    while layer is not None and layer is not page.text:
        layers.append(layer.edits)
        layer = layer.origin
    blocks = page.blocks
    for edits in reversed(layers):
        blocks = _moved(blocks, edits)
    return evolve(page, text=text, blocks=blocks)


def cropped(page: Page, span: Span) -> Page:
    """Return the part of a page whose text stands at this place; cells outside are left out."""
    text = page.text.part(span)

    def inside(cell: Span) -> Span | None:
        start, end = max(cell.start, span.start), min(cell.end, span.end)
        empty = cell.start == cell.end and span.start <= cell.start < span.end
        return Span(start - span.start, end - span.start) if start < end or empty else None

    blocks = list[Block]()
    for block in page.blocks:
        place = inside(block.span)
        if place is None:
            continue
        if isinstance(block, Grid) and block.rows:
            rows = (tuple(cell for one in row if (cell := inside(one))) for row in block.rows)
            blocks.append(evolve(block, span=place, rows=tuple(row for row in rows if row)))
        elif isinstance(block, Stream) and block.cells:
            cells = tuple(cell for one in block.cells if (cell := inside(one)))
            blocks.append(evolve(block, span=place, cells=cells))
        else:
            blocks.append(evolve(block, span=place))
    return evolve(page, text=text, blocks=tuple(blocks))


def _moved(blocks: tuple[Block, ...], edits: Sequence[Edit]) -> tuple[Block, ...]:
    """Return the blocks after these edits; a place inside an edit takes in its whole replacement.

    A replacement of equal length moves nothing: it maps character by character.
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

    result = list[Block]()
    for block in blocks:
        span = moved(block.span)
        if isinstance(block, Grid):
            rows = tuple(tuple(map(moved, row)) for row in block.rows)
            result.append(evolve(block, span=span, rows=rows))
        elif isinstance(block, Stream):
            result.append(evolve(block, span=span, cells=tuple(map(moved, block.cells))))
        else:
            result.append(evolve(block, span=span))
    return tuple(result)
