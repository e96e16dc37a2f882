"""Reports whose tables are drawn with lines: `┌─┬─┐`, `╔═╦═╗` or `+---+`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from attrs import frozen

from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedCell, PrintedTable

__all__ = ["drawn"]

_LINES = {
    "light": "─│┌┬┐├┼┤└┴┘",
    "heavy": "━┃┏┳┓┣╋┫┗┻┛",
    "double": "═║╔╦╗╠╬╣╚╩╝",
    "ascii": "-|+++++++++",
}
"""The characters of each kind of line: across, down, and the nine corners and crossings."""
_WIDE = "WF"


def drawn(  # noqa: PLR0913 - drawings differ in just these ways, and in any of them at once
    draft: Draft,
    *,
    lines: str = "light",
    ruled: bool = True,
    spanned: bool = False,
    repeated: bool = False,
    widest: int = 80,
    style: Style = PLAIN,
) -> str:
    """Print tables drawn with lines.

    Args:
        draft: the report.
        lines: what they are drawn with, `light`, `heavy`, `double` or `ascii`.
        ruled: with a line between any two rows; otherwise only below the first.
        spanned: with spanned cells drawn as such, and their text in the middle.
        repeated: with the text of a spanned cell in each of its places, if not `spanned`.
        widest: the widest column, in half-width characters; longer text goes on below.
        style: what any dialect may print in more than one way.

    """

    def table(sheet: PrintedTable) -> Iterator[str]:
        if spanned:
            yield from _with_spans(draft, sheet, style, _LINES[lines], widest)
        else:
            rows = list(spread(draft, sheet, style, repeated=repeated))
            yield from _grid(rows, _LINES[lines], widest, ruled=ruled)

    return "\n".join(report_lines(draft, table, style)) + "\n"


def _grid(rows: list[list[str]], lines: str, widest: int, *, ruled: bool) -> Iterator[str]:
    across, down = lines[0], lines[1]
    wrapped = [[_wrapped(cell, widest) for cell in row] for row in rows]
    widths = [
        max(_width(piece) for cell in column for piece in cell)
        for column in zip(*wrapped, strict=True)
    ]

    def rule(left: str, between: str, right: str) -> str:
        return left + between.join(across * (width + 2) for width in widths) + right

    yield rule(*lines[2:5])
    for index, row in enumerate(wrapped):
        if index == 1 or (index and ruled):
            yield rule(*lines[5:8])
        for line in range(max(map(len, row))):
            pieces = list[str]()
            for cell, width in zip(row, widths, strict=True):
                piece = cell[line] if line < len(cell) else ""
                pieces.append(piece + " " * (width - _width(piece)))
            yield f"{down} {f' {down} '.join(pieces)} {down}"
    yield rule(*lines[8:11])


@frozen
class _Placed:
    """A cell with its place among the rows and columns of its sheet."""

    top: int
    left: int
    bottom: int
    right: int
    text: tuple[str, ...]


def _with_spans(
    draft: Draft, sheet: PrintedTable, style: Style, lines: str, widest: int
) -> Iterator[str]:
    cells = list(_placed(draft, sheet, style, widest))
    xs = _offsets(sheet.width, [(c.left, c.right, max(map(_width, c.text)) + 1) for c in cells])
    ys = _offsets(len(sheet.rows), [(c.top, c.bottom, len(c.text) + 1) for c in cells])
    canvas = [[" "] * (xs[-1] + 1) for _ in range(ys[-1] + 1)]
    edges = dict[tuple[int, int], int]()
    for cell in cells:
        _frame(edges, xs[cell.left], ys[cell.top], xs[cell.right], ys[cell.bottom])
        first = ys[cell.top] + 1 + (ys[cell.bottom] - ys[cell.top] - 1 - len(cell.text)) // 2
        for line, piece in enumerate(cell.text, first):
            at = xs[cell.left] + 1
            for character in piece:
                width = _width(character)
                canvas[line][at : at + width] = [character, *[""] * (width - 1)]
                at += width
    for (x, y), sides in edges.items():
        canvas[y][x] = _crossing(lines, sides)
    yield from ("".join(line) for line in canvas)


def _placed(draft: Draft, sheet: PrintedTable, style: Style, widest: int) -> Iterator[_Placed]:
    seen = list[PrintedCell]()
    for top, row in enumerate(sheet.filled()):
        for left, cell in enumerate(row):
            if not any(cell is other for other in seen):
                seen.append(cell)
                text = tuple(_wrapped(printed_cell(draft, cell, style), widest))
                yield _Placed(top, left, top + cell.down, left + cell.across, text)


def _offsets(count: int, needs: list[tuple[int, int, int]]) -> list[int]:
    """Return the places of the lines between rows or columns; each cell has the room it needs."""
    offsets = [0] * (count + 1)
    for end in range(1, count + 1):
        room = [offsets[begin] + need for begin, last, need in needs if last == end]
        offsets[end] = max([offsets[end - 1] + 2, *room])
    return offsets


_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8


def _frame(edges: dict[tuple[int, int], int], left: int, top: int, right: int, bottom: int) -> None:
    for y in (top, bottom):
        for x in range(left, right + 1):
            sides = _LEFT * (x > left) | _RIGHT * (x < right)
            edges[x, y] = edges.get((x, y), 0) | sides
    for x in (left, right):
        for y in range(top, bottom + 1):
            sides = _UP * (y > top) | _DOWN * (y < bottom)
            edges[x, y] = edges.get((x, y), 0) | sides


def _crossing(lines: str, sides: int) -> str:
    corners = [
        up | left for up in (_DOWN, _UP | _DOWN, _UP) for left in (_RIGHT, _LEFT | _RIGHT, _LEFT)
    ]
    return dict(zip((_LEFT | _RIGHT, _UP | _DOWN, *corners), lines, strict=True))[sides]


def _wrapped(text: str, widest: int) -> list[str]:
    pieces = [""]
    for character in text:
        if _width(pieces[-1] + character) > widest and not text.isascii():
            pieces.append("")
        pieces[-1] += character
    return pieces


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)
