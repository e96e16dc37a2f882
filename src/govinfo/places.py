"""Where a figure stands, in the terms of the document: lines, pages, or rows of a table.

The places of a text and of a web page follow from the text itself. A document that govinfo composes
a text of has a layout: for each piece of that text, where it stood in the document.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from attrs import field, frozen

from govinfo.errors import require_language
from govinfo.spans import Span
from govinfo.text.html.tables import cell_at
from govinfo.wording import Lang
from govinfo.wording.words import ordinal

__all__ = ["TABLE_NUMBERS", "Box", "Layout", "Place", "Spot", "area", "layout_of", "place_in"]


class Box(NamedTuple):
    """A rectangle on a page, in points of a 72nd of an inch.

    The origin is the top left corner of the page as it is read: turned so that its text is upright.
    """

    left: float
    top: float
    right: float
    bottom: float


@frozen
class Place:
    """Where a figure stands, as a person finds it; everything is counted from 1."""

    line: int
    """The line of `source_text`."""
    column: int
    """In a table, the column in which its cell begins; otherwise the character of the line."""
    table: int | None = None
    """The number of the table in the document, or of the sheet in a workbook."""
    row: int | None = None
    """The row of the table in which its cell begins."""
    sheet: str | None = None
    """The name of the sheet of a workbook."""
    page: int | None = None
    """The page of a PDF document."""
    box: Box | None = None
    """The characters of the figure on that page; of a blank cell, the cell."""

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: Lang = "zh") -> str:
        """Return the place in words: page and box, table and cell, or line and character.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        rough = self.roughly(lang)
        if self.page is not None and self.box is not None:
            corners = (f"{side:.0f}" for side in self.box)
            if lang == "zh":
                return f"{rough}，方框 {'、'.join(corners)}（左、上、右、下，单位为点）"
            return f"{rough}, box {', '.join(corners)} (left, top, right, bottom in points)"
        if self.table is not None:
            return rough
        return rough + (f"第 {self.column} 字" if lang == "zh" else f", column {self.column}")

    def roughly(self, lang: Lang = "zh") -> str:
        """Return the place in few words, as a list shows it: the page, the cell or the line.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        require_language(lang)
        zh = lang == "zh"
        if self.page is not None:
            return f"第 {self.page} 页" if zh else f"page {self.page}"
        if self.table is None:
            return f"第 {self.line} 行" if zh else f"line {self.line}"
        return area([self], lang)


def area(places: Sequence[Place], lang: Lang = "zh") -> str:
    """Return in few words where several places are: of cells, what they have in common.

    Tables are counted as the document has them, so the second one may well be what the form calls
    table 3.

    Args:
        places: At least one place. Of pages and lines the first one counts, as a list shows where
            to begin.
        lang: `zh` for Chinese, `en` for English.

    """
    first, zh = places[0], lang == "zh"
    if first.table is None or first.page is not None:
        return first.roughly(lang)
    if first.sheet is None:
        table = f"第 {first.table} 个表格" if zh else f"{ordinal(first.table)} table"
    else:
        table = f"工作表“{first.sheet}”" if zh else f"sheet {first.sheet!r}"
    beside = [one for one in places if one.table == first.table]
    row = first.row if len({one.row for one in beside}) == 1 else None
    column = first.column if len({one.column for one in beside}) == 1 else None
    if zh:
        told = "".join(
            f"第 {number} {name}" for number, name in ((row, "行"), (column, "列")) if number
        )
        return table + told
    named = (("row", row), ("column", column))
    return ", ".join([table, *(f"{name} {number}" for name, number in named if number)])


Spot: TypeAlias = tuple[float, ...]
"""The place of a piece in its document: table, row, column; or page, left, top, right, bottom."""
TABLE_NUMBERS, _PAGE_NUMBERS = 3, 5
"""How many numbers the mark of a cell and that of a box on a page have."""
_HUNDREDTHS = 100
"""Points are kept in so many parts."""


@frozen
class Layout:
    """Where the pieces of a composed text stood in their document."""

    borders: array[int] = field(hash=False)
    """Where each piece begins and ends in the text, in its order."""
    numbers: array[int] = field(hash=False)
    """The mark of each piece, one behind the other; sides of boxes in hundredths of a point."""
    on_pages: bool
    """Whether the marks are boxes on pages, and not cells of tables."""
    sheets: tuple[str, ...] = ()
    """The names of the sheets of a workbook, in their order."""

    def pieces(self) -> Iterator[tuple[int, int, Spot]]:
        """Yield where each piece begins and ends in the text, and its mark."""
        places = zip(self.borders[::2], self.borders[1::2], strict=True)
        for number, (start, end) in enumerate(places):
            yield start, end, self._mark(number)

    def mark_at(self, span: Span) -> Spot | None:
        """Return the mark of the piece that holds a span of the text."""
        piece = self.piece_at(span)
        return None if piece is None else piece[2]

    def piece_at(self, span: Span) -> tuple[int, int, Spot] | None:
        """Return the piece that holds a span of the text: where it begins and ends, and its mark.

        A span that begins between two pieces is in none.
        """
        number = bisect_right(self.borders[::2], span.start) - 1
        if number < 0 or span.start > self.borders[2 * number + 1]:
            return None
        return self.borders[2 * number], self.borders[2 * number + 1], self._mark(number)

    def _mark(self, number: int) -> Spot:
        width = _PAGE_NUMBERS if self.on_pages else TABLE_NUMBERS
        first, *others = self.numbers[number * width : (number + 1) * width]
        return (first, *(n / _HUNDREDTHS for n in others)) if self.on_pages else (first, *others)


def layout_of(
    marked: Iterable[tuple[int, int, Spot]], sheets: tuple[str, ...] = ()
) -> Layout | None:
    """Return the layout of these pieces: beginning, end and mark, in the order of the text."""
    borders, numbers, on_pages = array("i"), array("i"), False
    for start, end, mark in marked:
        borders.extend((start, end))
        on_pages = len(mark) == _PAGE_NUMBERS
        scale = _HUNDREDTHS if on_pages else 1
        numbers.extend((int(mark[0]), *(round(scale * number) for number in mark[1:])))
    return Layout(borders, numbers, on_pages, sheets) if borders else None


def place_in(source: str, span: Span, layout: Layout | None) -> Place:
    """Return the place of a span.

    Args:
        source: The source text of a report.
        span: A place in it, in characters.
        layout: Where its pieces stood, if it was composed of a document.

    """
    line = source.count("\n", 0, span.start) + 1
    column = span.start - (source.rfind("\n", 0, span.start) + 1) + 1
    mark = layout.mark_at(span) if layout else None
    if mark is not None and layout is not None:
        if layout.on_pages:
            return Place(line, column, page=int(mark[0]), box=Box(*mark[1:]))
        table, row, cell = map(int, mark)
        sheet = layout.sheets[table - 1] if layout.sheets else None
        return Place(line, cell, table, row, sheet)
    found = cell_at(source, span.start) if layout is None else None
    if found is not None:
        return Place(line, found.column, found.table, found.row)
    return Place(line, column)
