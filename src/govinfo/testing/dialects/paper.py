"""Printed pages, as PDF tools and text browsers write them.

`columns` keeps each cell in its place, as `pdftotext -layout` does: long labels are wrapped, a
figure is beside the middle of its label, and the label of a group beside the middle of its rows.
`scattered` prints the pieces of the same page one by one, as plain `pdftotext` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from attrs import frozen

from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines
from govinfo.testing.drafts.sheets import PrintedCell, PrintedTable

__all__ = ["columns", "scattered"]

_GROUP, _PROSE = 5, 40
"""Characters on a line of the label of a group, and on a line of running text."""
_LAST_NARROW = "\u2e7f"

Room: TypeAlias = Callable[[str], int]
"""Returns the width of a piece of text, in columns."""


def columns(
    draft: Draft, *, wrap: int = 16, wide: bool = False, page: int = 0, style: Style = PLAIN
) -> str:
    """Print cells under each other, labels wrapped after `wrap` characters.

    With `wide` a Chinese character is two columns wide, as in a terminal, and cells are further
    apart. After each `page` lines follow the number of the page and a form feed.
    """

    def room(text: str) -> int:
        return len(text) + (sum(character > _LAST_NARROW for character in text) if wide else 0)

    paper = _Paper(wrap, 6 if wide else 2, room, style)

    def table(sheet: PrintedTable) -> Iterator[str]:
        for pieces in _canvas(draft, sheet, paper):
            line = ""
            for start, piece in sorted(pieces):
                if piece:
                    line += " " * max(start - room(line), bool(line)) + piece
            yield line

    lines = [line for text in report_lines(draft, table, style) for line in _wrapped_prose(text)]
    return "".join(_paged(lines, page))


def scattered(draft: Draft, *, order: str = "behind", style: Style = PLAIN) -> str:
    """Print one piece a line: figures `behind` or `before` their label, or by the `column`."""

    def table(sheet: PrintedTable) -> Iterator[str]:
        yield from _pieces(draft, sheet, order, style)

    lines = [line for text in report_lines(draft, table, style) for line in _wrapped_prose(text)]
    return "".join(f"{line}\n" for line in lines) + "\f"


@frozen
class _Paper:
    """How a sheet is laid out."""

    wrap: int
    apart: int
    room: Room
    style: Style


def _wrapped_prose(text: str) -> list[str]:
    if "  " in text or len(text) <= _PROSE or "。" not in text:
        return [text]
    return [text[start : start + _PROSE] for start in range(0, len(text), _PROSE)]


def _paged(lines: Sequence[str], page: int) -> Iterator[str]:
    for count, line in enumerate(lines, 1):
        yield line + "\n"
        if page and count % page == 0:
            yield f"\n{' ' * 20}-{count // page}-\n\f"
    if page:
        yield "\f"


Canvas: TypeAlias = list[list[tuple[int, str]]]
"""Lines of pieces, each with the column in which it begins."""


def _canvas(draft: Draft, sheet: PrintedTable, paper: _Paper) -> Canvas:
    """Return the lines of a sheet, with each cell in the middle of its room."""
    widths, placed = _widths(draft, sheet, paper), list(_placed(sheet))
    cells = [(row, at, cell, sum(widths[at : at + cell.across])) for row, at, cell in placed]
    chunks = [
        _chunks(printed_cell(draft, cell, paper.style), width, paper) for _, _, cell, width in cells
    ]
    heights = _heights(placed, chunks)
    lines: Canvas = [[] for _ in range(sum(heights))]
    for (row, at, cell, width), own in zip(cells, chunks, strict=True):
        free = sum(heights[row : row + cell.down]) - len(own)
        for offset, piece in enumerate(own, sum(heights[:row]) + free // 2):
            lines[offset].append((sum(widths[:at]) + (width - paper.room(piece)) // 2, piece))
    return lines


def _heights(
    placed: Sequence[tuple[int, int, PrintedCell]], chunks: Sequence[Sequence[str]]
) -> list[int]:
    """Return the number of lines of each row; a cell over several may lengthen the last one."""
    heights = [0] * (max(row + cell.down for row, _, cell in placed))
    for (row, _, cell), own in sorted(
        zip(placed, chunks, strict=True), key=lambda pair: pair[0][2].down
    ):
        last = row + cell.down - 1
        heights[last] = max(heights[last], len(own) - sum(heights[row:last]))
    return heights


def _placed(sheet: PrintedTable) -> Iterator[tuple[int, int, PrintedCell]]:
    """Yield each cell with the row and the column in which it begins."""
    seen = set[int]()
    for row, cells in enumerate(sheet.filled()):
        for column, cell in enumerate(cells):
            if id(cell) not in seen:
                seen.add(id(cell))
                yield row, column, cell


def _widths(draft: Draft, sheet: PrintedTable, paper: _Paper) -> list[int]:
    """Return the width of each column: by letters for labels, by the longest for figures."""
    letter = paper.room("字")
    figures = [
        (at, printed_cell(draft, cell, paper.style))
        for _, at, cell in _placed(sheet)
        if cell.address
    ]
    first = min(at for at, _ in figures)
    widths = [
        (_GROUP if column < first - 1 else paper.wrap) * letter + 2 for column in range(first)
    ]
    widest = {
        column: max(len(text) for at, text in figures if at <= column)
        for column in range(first, sheet.width)
    }
    return widths + [
        max(widest[column] + paper.apart, 2 * letter + 2) for column in range(first, sheet.width)
    ]


def _chunks(text: str, width: int, paper: _Paper) -> list[str]:
    """Return the text of a cell on as many lines as it needs; figures are never broken."""
    if text.isascii():
        return [text]
    size = max(1, (width - 2) // paper.room("字"))
    return [text[start : start + size] for start in range(0, len(text), size)]


def _pieces(draft: Draft, sheet: PrintedTable, order: str, style: Style) -> Iterator[str]:
    """Yield the pieces of a sheet, one a line, with an empty line between separate ones."""
    rows = list[tuple[list[str], list[str]]]()
    for row in sheet.rows:
        # Figures that are blank leave nothing on the page.
        labels = [cell.label for cell in row if cell.address is None and cell.label]
        figures = [printed_cell(draft, cell, style) for cell in row if cell.address is not None]
        rows.append((labels, figures))
    for _, group in groupby(
        enumerate(rows), key=lambda one: len(one[1][1]) if order == "column" else one[0]
    ):
        close = [row for _, row in group]
        labels = [label for own, _ in close for label in own]
        paragraphs = list(zip(*(figures for _, figures in close), strict=True))
        if order == "before":
            yield from (figure for paragraph in paragraphs for figure in paragraph if figure)
        yield from (*labels, "")
        if order != "before":
            yield from (line for paragraph in paragraphs for line in (*filter(None, paragraph), ""))
