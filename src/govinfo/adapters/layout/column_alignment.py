"""Figures under each other: which column a figure stands in, where others of its row are blank.

Columns are taken from the rows next to a short one that have all their figures. A figure that does
not clearly stand under one of them stays where it is, and its row stays short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from attrs import evolve, frozen

from govinfo.spans import Span

__all__ = ["FiguresLine", "aligned"]

_FEWEST = 2
"""A row with fewer figures than this shows no columns."""
_MOST = 40
"""No table has more columns."""
_MOST_ROWS = 5_000
"""No report has a fiftieth of this; the rows of a hostile page stay as they are."""
_NEAR = 6
"""A full row is looked for so many rows above and below."""
_LAST_NARROW = "\u2e7f"
"""Chinese characters and their punctuation come after this one."""
_OFF = 0.34
"""How far from the middle of its column a figure may stand, as a part of the gap to the next column."""


@frozen
class FiguresLine:
    """One printed line: the fields of text on it, and the figures behind them."""

    begin: int
    """Where the line begins."""
    text: tuple[Span, ...] = ()
    figures: tuple[Span, ...] = ()

    @property
    def row(self) -> tuple[Span, ...]:
        """Every cell of the line."""
        return self.text + self.figures


Ruler: TypeAlias = Callable[[FiguresLine, Span], float]
"""Tells how far from the beginning of its line the middle of a figure is."""


def aligned(lines: Sequence[FiguresLine], characters: str) -> list[FiguresLine]:
    """Return the lines with rows printed on two lines joined, and with an empty cell for each blank in a short row.

    Some tools count characters, and others give a Chinese one the room of two; figures must not
    stand under different columns in both.
    """
    if sum(bool(line.figures) for line in lines) > _MOST_ROWS:
        return list(lines)
    result = _joined(list(lines))
    for band in _bands(result):
        rows = [result[index] for index in band]
        for place, index in enumerate(band):
            around = [*rows[max(0, place - _NEAR) : place], *rows[place + 1 : place + 1 + _NEAR]]
            result[index] = _filled(
                rows[place], around, (_by_characters, partial(_by_room, characters))
            )
    return result


def _by_characters(line: FiguresLine, figure: Span) -> float:
    return (figure.start + figure.end) / 2 - line.begin


def _by_room(characters: str, line: FiguresLine, figure: Span) -> float:
    before = characters[line.begin : figure.start]
    return _by_characters(line, figure) + sum(character > _LAST_NARROW for character in before)


def _bands(lines: Sequence[FiguresLine]) -> Iterator[list[int]]:
    """Yield the rows of each table: a line of heads under a line of words, such as a caption, begins another."""
    band, before = list[int](), FiguresLine(0)
    for index, line in enumerate(lines):
        if not line.row:
            continue
        if line.figures:
            band.append(index)
        elif len(line.text) > 1 and not before.figures:
            yield band
            band = []
        before = line
    yield band


def _joined(lines: list[FiguresLine]) -> list[FiguresLine]:
    """Join two lines on which one row is printed because some of its figures stand a little higher than others."""
    usual = _usual(lines)
    result, index = list[FiguresLine](), 0
    while index < len(lines):
        line = lines[index]
        after = lines[index + 1] if index + 1 < len(lines) else FiguresLine(0)
        if _complete(line, after, usual.get(index, 0)):
            left, right = sorted((line, after), key=_first_place)
            result += [
                FiguresLine(line.begin, line.text, left.figures + right.figures),
                FiguresLine(after.begin, after.text),
            ]
            index += 2
        else:
            result.append(line)
            index += 1
    return result


def _usual(lines: list[FiguresLine]) -> dict[int, int]:
    """For each row, the greatest number of figures that two rows near it have."""
    rows = [(index, len(line.figures)) for index, line in enumerate(lines) if line.figures]
    usual = {}
    for place, (index, _) in enumerate(rows):
        near = sorted(count for _, count in rows[max(0, place - _NEAR) : place + _NEAR + 1])
        usual[index] = near[-2] if len(near) > 1 else 0
    return usual


def _complete(line: FiguresLine, after: FiguresLine, usual: int) -> bool:
    """Whether two lines together have the figures of one row, those of one left of those of the other."""
    if (
        min(len(line.figures), len(after.figures)) < _FEWEST
        or len(line.figures) + len(after.figures) != usual
    ):
        return False
    left, right = sorted((line, after), key=_first_place)
    return left.figures[-1].end - left.begin < _first_place(right)


def _first_place(line: FiguresLine) -> int:
    return line.figures[0].start - line.begin


def _filled(
    line: FiguresLine, around: Sequence[FiguresLine], rulers: Sequence[Ruler]
) -> FiguresLine:
    """Put an empty cell where other rows have a figure and this one has room."""
    width = max((len(other.figures) for other in around), default=0)
    full = [other for other in around if len(other.figures) == width]
    if not len(line.figures) < width <= _MOST or width < _FEWEST or len(full) < _FEWEST:
        return line
    options = {_under(line, full, ruler) for ruler in rulers} - {None}
    places = options.pop() if len(options) == 1 else None
    if places is None:
        return line
    cells, own = list[Span](), dict(zip(places, line.figures, strict=True))
    at = line.text[-1].end if line.text else line.begin
    for column in range(width):
        cell = own.get(column, Span(at, at))
        cells.append(cell)
        at = cell.end
    return evolve(line, figures=tuple(cells))


def _under(line: FiguresLine, full: Sequence[FiguresLine], ruler: Ruler) -> tuple[int, ...] | None:
    """Return the column of each figure by one ruler, or `None` when the rows around do not agree on it."""
    middles = [ruler(line, figure) for figure in line.figures]
    found = {
        _columns(middles, [ruler(other, figure) for figure in other.figures]) for other in full
    }
    return found.pop() if len(found) == 1 else None


def _columns(middles: Sequence[float], full: Sequence[float]) -> tuple[int, ...] | None:
    """Return the column of each figure, or `None` when one of them does not clearly stand under one."""
    places = list[int]()
    for middle in middles:
        place = min(range(len(full)), key=lambda column: abs(full[column] - middle))
        gaps = [
            abs(full[place] - full[near])
            for near in (place - 1, place + 1)
            if 0 <= near < len(full)
        ]
        if abs(full[place] - middle) > _OFF * min(gaps) or (places and place <= places[-1]):
            return None
        places.append(place)
    return tuple(places)
