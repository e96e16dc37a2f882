"""Figures under each other: which column a figure stands in, where others of its row are blank.

The rows near a short row that have all their figures show the columns. A figure that does not
clearly stand under one of them stays where it is, and its row stays short.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from attrs import evolve, frozen

from govinfo.spans import Span

__all__ = ["FiguresLine", "aligned"]

_FEWEST_FIGURES = 2
"""A row with fewer figures than this shows no columns."""
_MOST_COLUMNS = 40
"""No table has more."""
_MOST_ROWS = 5_000
"""No report has a fiftieth of this; the rows of a hostile page stay as they are."""
_NEAR_ROWS = 6
"""A full row is looked for so many rows above and below."""
_LAST_NARROW = "\u2e7f"
"""Chinese characters and their punctuation come after this one."""
_LONGEST_WORD = 10
"""A word this short may stand in a cell; anything longer is a label."""
_OFF_CENTRE = 0.34
"""How far from the middle of its column a figure may stand, in gaps to the next column."""


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

    @property
    def first_place(self) -> int:
        """How far from the beginning of the line its first figure is."""
        return self.figures[0].start - self.begin

    def filled(self, around: Sequence[FiguresLine], rulers: Sequence[Ruler]) -> FiguresLine:
        """Return it with an empty cell where other rows have a figure and it has room."""
        width = max((len(other.figures) for other in around), default=0)
        if not len(self.figures) < width <= _MOST_COLUMNS:
            return self
        full = [other for other in around if len(other.figures) == width]
        if min(width, len(full)) < _FEWEST_FIGURES:
            return self
        # Words may stand under the columns as well, 待核, set apart from the label before them.
        room = width - len(self.figures)
        for label_end in range(
            max(min(1, len(self.text)), len(self.text) - room), len(self.text) + 1
        ):
            words = self.text[label_end:]
            if any(len(word) > _LONGEST_WORD for word in words):
                continue
            whole = FiguresLine(self.begin, self.text[:label_end], words + self.figures)
            columns = whole.columns_among(full, rulers)
            if columns is None:
                continue
            own, cells = dict(zip(columns, whole.figures, strict=True)), list[Span]()
            at = whole.text[-1].end if whole.text else whole.begin
            for column in range(width):
                cells.append(own.get(column, Span(at, at)))
                at = cells[-1].end
            return evolve(whole, figures=tuple(cells))
        return self

    def columns_among(
        self, full: Sequence[FiguresLine], rulers: Sequence[Ruler]
    ) -> tuple[int, ...] | None:
        """Return the column of each figure, on which all these rows and the rulers must agree."""
        options = set[tuple[int, ...]]()
        for ruler in rulers:
            middles = [ruler(self, figure) for figure in self.figures]
            columns = {_columns(middles, [ruler(row, f) for f in row.figures]) for row in full}
            # The rows around must agree on the columns by this ruler.
            only = columns.pop()
            if not columns and only is not None:
                options.add(only)
        return options.pop() if len(options) == 1 else None


Ruler: TypeAlias = Callable[[FiguresLine, Span], float]
"""Tells how far from the beginning of its line the middle of a figure is."""


def aligned(lines: Sequence[FiguresLine], characters: str) -> list[FiguresLine]:
    """Return the lines with an empty cell for each blank in a short row.

    A row that is printed on two lines stands on one. Some tools count characters, and others give
    a Chinese one the room of two: figures must stand under the same columns in both.
    """
    if sum(bool(line.figures) for line in lines) > _MOST_ROWS:
        return list(lines)
    rulers = (_by_characters, partial(_by_room, characters))
    result = _on_one_line(list(lines), rulers)
    # The places of the rows of each table. A line of heads under a line of words, such as a
    # caption, begins another one.
    bands, before = [list[int]()], FiguresLine(0)
    for index, line in enumerate(result):
        if line.figures:
            bands[-1].append(index)
        elif len(line.text) > 1 and not before.figures:
            bands.append([])
        before = line if line.row else before
    for band in bands:
        rows = [result[index] for index in band]
        if len({len(row.figures) for row in rows}) == 1:
            continue  # no row is shorter than the others
        for place, index in enumerate(band):
            above, below = rows[max(0, place - _NEAR_ROWS) : place], rows[place + 1 :]
            result[index] = rows[place].filled([*above, *below[:_NEAR_ROWS]], rulers)
    return result


def _by_characters(line: FiguresLine, figure: Span) -> float:
    return (figure.start + figure.end) / 2 - line.begin


def _by_room(characters: str, line: FiguresLine, figure: Span) -> float:
    before = characters[line.begin : figure.start]
    return _by_characters(line, figure) + sum(character > _LAST_NARROW for character in before)


def _on_one_line(lines: list[FiguresLine], rulers: Sequence[Ruler]) -> list[FiguresLine]:
    """Put the figures of a row on one line where some of them stand on a second one.

    The two lines have as many figures together as a row near them, or as two other pairs.
    """
    usual = dict[int, set[int]]()
    result, index = list[FiguresLine](), 0
    while index < len(lines):
        line, after = lines[index], lines[index + 1] if index + 1 < len(lines) else FiguresLine(0)
        figures: tuple[Span, ...] = ()
        if min(len(line.figures), len(after.figures)) >= _FEWEST_FIGURES:
            near = lines[max(0, index - _NEAR_ROWS) : index + _NEAR_ROWS]
            figures = _figures_of_two(line, after, near, rulers)
        if figures and not usual:
            usual = _usual_counts(lines)
        if figures and len(figures) in usual[index]:
            result.append(FiguresLine(line.begin, line.text, figures))
            result.append(FiguresLine(after.begin, after.text))
            index += 2
            continue
        result.append(line)
        index += 1
    return result


def _usual_counts(lines: Sequence[FiguresLine]) -> dict[int, set[int]]:
    """Return for each line with figures how many a row near it has."""
    rows = [index for index, line in enumerate(lines) if line.figures]
    counts = [len(lines[index].figures) for index in rows]
    # How many figures a wrapped row has. Two rows of one length below each other are no such row.
    wrapped = [
        count + len(lines[index + 1].figures)
        if index + 1 < len(lines)
        and _is_wrapped(lines[index], lines[index + 1])
        and count != len(lines[index + 1].figures)
        else 0
        for index, count in zip(rows, counts, strict=True)
    ]
    usual = dict[int, set[int]]()
    for place, index in enumerate(rows):
        near = slice(max(0, place - _NEAR_ROWS), place + _NEAR_ROWS + 1)
        # Two rows show that a count is no slip.
        *_, second, _ = (0, *sorted(counts[near]))
        pairs = wrapped[near]
        usual[index] = {second, *(count for count in pairs if count and pairs.count(count) > 1)}
    return usual


def _figures_of_two(
    line: FiguresLine, after: FiguresLine, near: Sequence[FiguresLine], rulers: Sequence[Ruler]
) -> tuple[Span, ...]:
    """Return the figures of two lines in the order of their row; none if they are no one row.

    Figures on the second line are the first ones of the row only where they stand under those of
    a whole row: the rest of a wrapped row may begin anywhere.
    """
    if _is_wrapped(line, after):
        return line.figures + after.figures
    # Some figures stand a little higher than others, to the left or to the right of them.
    left, right = sorted((line, after), key=lambda half: half.first_place)
    figures = left.figures + right.figures
    are_apart = left.figures[-1].end - left.begin < right.first_place
    if left is line or not are_apart:
        return figures if are_apart else ()
    for ruler in rulers:
        middles = [ruler(half, figure) for half in (left, right) for figure in half.figures]
        for full in (row for row in near if len(row.figures) == len(figures)):
            if _columns(middles, [ruler(full, figure) for figure in full.figures]):
                return figures
    return ()


def _is_wrapped(line: FiguresLine, after: FiguresLine) -> bool:
    """Whether a line goes on with the figures of the one before: they stand below its label."""
    if not (line.text and line.figures and after.figures) or after.text:
        return False
    return after.first_place < line.text[-1].end - line.begin


def _columns(middles: Sequence[float], full: Sequence[float]) -> tuple[int, ...] | None:
    """Return the column of each figure, or `None` when one does not clearly stand under one."""
    places = list[int]()
    for middle in middles:
        place = min(range(len(full)), key=lambda column: abs(full[column] - middle))
        beside = [near for near in (place - 1, place + 1) if 0 <= near < len(full)]
        gap = min(abs(full[place] - full[near]) for near in beside)
        if abs(full[place] - middle) > _OFF_CENTRE * gap or (places and place <= places[-1]):
            return None
        places.append(place)
    return tuple(places)
