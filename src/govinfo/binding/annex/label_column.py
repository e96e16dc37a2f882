"""Read an annex of a printed page whose labels go on over several lines.

`pdftotext -layout` keeps each cell in its place: the pieces of a label stand under each other, and
its unit and figures beside one of them, or between two. Here the labels are found in their own
column alone. A row takes the line of figures that lies between the first and the last line of its
label; where there is none, or more than one, it has no value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, field, frozen

from govinfo.binding.annex.borders import blank_page_numbers
from govinfo.binding.annex.cells import VALUE, Place, RowCells
from govinfo.binding.annex.labels import NARROW, UNIT, Label, Squeezed, find_labels, rows_named
from govinfo.binding.annex.rows import AnnexRow
from govinfo.forms import Form
from govinfo.spans import Text

__all__ = ["WrappedAnnex", "enclosed_rows", "find_wrapped"]

_HEAD_LINE = re.compile(
    r"""
    ^ [ ]* (?:统计)? 指 [ ]{0,6} [标標] (?: [ ]{0,6} (?:名[ ]*称|内[ ]*容) )?
    [ ]{2,} (?P<others> [^\s|] [^\n|]* ) $
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The heads of the columns: 指标, and others at a distance."""
_CELLS_AT_END = re.compile(
    rf"""
    (?:^|(?<=\s)) (?: \(?(?P<unit>{UNIT})\)? (?:\s*|$) )?
    (?P<values> {VALUE} (?: \s+ {VALUE} )* )? \s* $
    """,
    re.VERBOSE,
)
_VALUE = re.compile(VALUE, re.VERBOSE)
_SECOND_ROW = re.compile(rf"\s{{2}}{UNIT}\s+\d")
"""A unit and a figure within a label: two tables stand side by side."""
_LEFT_OUT = " \t\n\r\f\v\u3000\xa0“”\"'‘’「」『』"
"""Blanks and quotes are no part of a label."""
_LEADERS = re.compile(r"[.。·•…]{3,}|…+")
_REMARK = re.compile(r"\([^()]*\)|\*+")
_ANNEX_CHARS = 20_000
_LONGEST_LINE_CHARS = 300
_FEWEST_WRAPPED = 3
"""So many labels go on over lines and have their figures beside them."""
_FEWEST_ROWS = 5
_MOSTLY = 0.6
_MANY = 3
"""One line of figures in three."""
_UNIT_AWAY = 6
"""A unit without a label stands no further from where the others begin."""


@frozen
class _Figures:
    """What stands at the end of a line: a unit and figures."""

    line: int
    cells: RowCells
    begin: int
    alone: bool
    """Whether no piece of a label stands before it on its line."""


@define
class WrappedAnnex:
    """The lines of an annex: labels in one column, figures beside them."""

    text: Text
    characters: str
    """Its characters in half width, without leaders and the numbers of pages."""
    begin: int
    labels: Squeezed
    """What stands in the column of the labels."""
    figures: list[_Figures] = field(factory=list)
    starts: list[int] = field(factory=list)
    """Where each line begins."""
    end: int = 0

    def take_lines(self, place: int) -> list[Place]:
        """Take the figures at the end of each line from a place on, up to the prose behind them.

        Returns:
            The places of what stands before the figures of each line: pieces of labels.

        """
        pieces = list[Place]()
        for number, line in enumerate(self.characters[place:].split("\n")):
            if len(line) > _LONGEST_LINE_CHARS or "。" in line or "|" in line:
                self.end = place
                break
            self.starts.append(place)
            if _HEAD_LINE.match(line) is None:  # else it is printed again on top of a page
                figures = _figures_of(line, number, place)
                self.figures += [] if figures is None else [figures]
                pieces.append((place, place + len(line) if figures is None else figures.begin))
            place += len(line) + 1
        return pieces

    @property
    def has_units(self) -> bool:
        """Whether most figures beside words have a unit before them, and many of all figures.

        A number alone may be that of a page, and there may be as many pages as rows.
        """
        units = sum(one.cells.unit is not None for one in self.figures)
        beside = sum(not one.alone and one.cells.unit is None for one in self.figures)
        return units > beside and _MANY * units > len(self.figures)

    def place_of(self, one: _Figures) -> Place:
        """Return the place of figures with the words before them on their line."""
        start = self.starts[one.line]
        line = self.characters[start : one.cells.end]
        return start + len(line) - len(line.lstrip()), one.cells.end

    def line_of(self, place: int) -> int:
        """Return the number of the line on which a place lies."""
        return bisect_right(self.starts, place) - 1

    def lines_of(self, label: Label) -> tuple[int, int]:
        """Return the first and the last line of a label."""
        places = self.labels.places
        return self.line_of(places[label.start]), self.line_of(places[label.end - 1])

    def is_wrapped(self, labels: Sequence[Label]) -> bool:
        """Whether labels go on over lines and enclose their figures, and most rows have theirs."""
        ranges = [self.lines_of(label) for label in labels]
        has_units = self.has_units  # then a number alone is that of a page
        lines = [
            one.line for one in self.figures if one.cells.unit or not (has_units and one.alone)
        ]
        enclosed = [sum(first <= line <= last for line in lines) for first, last in ranges]
        several = [
            count == 1 and first < last
            for count, (first, last) in zip(enclosed, ranges, strict=True)
        ]
        own = sum(count == 1 for count in enclosed)
        return sum(several) >= _FEWEST_WRAPPED and own >= _MOSTLY * len(lines)

    def keep_in_column(self) -> None:
        """Leave out what stands alone on its line and in no column of figures.

        Where most figures have units, a number alone is that of a page, and a unit alone that
        stands elsewhere than the others is a piece of a label, which then is not known.
        """
        with_unit = [one for one in self.figures if one.cells.unit and one.cells.cells]
        if not self.has_units or not with_unit:
            return
        columns = sorted(one.begin - self.starts[one.line] for one in with_unit)
        usual = columns[len(columns) // 2]
        self.figures = [
            one
            for one in self.figures
            if one.cells.unit is None
            or not one.alone
            or abs(one.begin - self.starts[one.line] - usual) <= _UNIT_AWAY
        ]

    def ranges_in_doubt(self, labels: Sequence[Label]) -> tuple[list[tuple[int, int]], set[int]]:
        """Return the lines of each label, and which have words of no row before or behind them.

        A remark in brackets belongs to the label before it. Words with figures of their own are
        a row.
        """
        ranges, doubted = [self.lines_of(label) for label in labels], set[int]()
        places, characters = self.labels.places, self.labels.characters
        for at, (label, below) in enumerate(pairwise(labels)):
            words = characters[label.end : below.start]
            if not words:
                continue
            first, last = (self.line_of(places[place]) for place in (label.end, below.start - 1))
            if _REMARK.fullmatch(words):
                ranges[at] = (ranges[at][0], last)
                continue
            own = [one for one in self.figures if first <= one.line <= last]
            between = [one for one in own if ranges[at][1] < one.line < ranges[at + 1][0]]
            if not between:
                doubted |= {at, at + 1}
        return ranges, doubted


def find_wrapped(text: Text) -> WrappedAnnex | None:
    """Return the lines of the annex of a printed page; `None` where the page has no such lines."""
    narrow = text.characters.translate(NARROW)
    head = _HEAD_LINE.search(narrow)
    if head is None:
        return None
    begin = head.start() + len(head[0]) - len(head[0].lstrip())
    characters = blank_page_numbers(narrow[: begin + _ANNEX_CHARS])
    characters = _LEADERS.sub(lambda found: " " * len(found[0]), characters)
    found = WrappedAnnex(text, characters, begin, Squeezed("", ()), end=len(characters))
    pieces = found.take_lines(head.end() + 1)
    # Rows that stand side by side have a unit and a figure within what looks like a label.
    beside = sum(_SECOND_ROW.search(characters, *piece) is not None for piece in pieces)
    if len(found.figures) < _FEWEST_ROWS or beside >= _FEWEST_WRAPPED:
        return None
    kept = [
        at for first, last in pieces for at in range(first, last) if characters[at] not in _LEFT_OUT
    ]
    found.labels = Squeezed("".join([characters[at] for at in kept]), tuple(kept))
    found.keep_in_column()
    return found if found.is_wrapped(list(find_labels(found.labels))) else None


def _figures_of(line: str, number: int, place: int) -> _Figures | None:
    """Return the unit and the figures at the end of a line that begins at a place."""
    match = next((one for one in _CELLS_AT_END.finditer(line) if one[0].strip()), None)
    if match is None or not (match["unit"] or match["values"]):
        return None
    begin = match.start()
    label = line[:begin]
    if label.strip() and not label.endswith("  ") and not (match["unit"] and match["values"]):
        return None
    cells = tuple(
        (place + one.start(), place + one.end())
        for one in _VALUE.finditer(line, *(match.span("values") if match["values"] else (0, 0)))
    )
    row = RowCells(match["unit"], cells, place + len(line.rstrip()), bordered=False)
    return _Figures(number, row, place + begin, alone=not label.strip())


def enclosed_rows(
    annex: WrappedAnnex, lines: Sequence[AnnexRow], form: Form
) -> tuple[list[tuple[AnnexRow, RowCells]], list[Place]]:
    """Return each row with the figures that its label encloses, and the rows that have no label.

    A row is not `sure` where the line of its figures is not known. What stands in a line of
    figures that no label encloses is returned by its place.
    """
    ranges, doubted = annex.ranges_in_doubt([line.label for line in lines])
    own: list[list[_Figures]] = [[] for _ in lines]
    strays = list[_Figures]()
    has_units = annex.has_units
    bare = [one for one in annex.figures if has_units and one.alone and one.cells.unit is None]
    for one in (one for one in annex.figures if one not in bare):
        owners = [at for at, (first, last) in enumerate(ranges) if first <= one.line <= last]
        if owners:
            doubted |= set(owners) if len(owners) > 1 else set()
            for at in owners:
                own[at].append(one)
        else:
            above = sum(first <= one.line for first, _ in ranges)
            doubted |= {at for at in (above - 1, above) if one.alone and 0 <= at < len(lines)}
            strays.append(one)
    for one in bare:
        # The number of a page, or figures lower than their unit.
        near = (at for at, (first, last) in enumerate(ranges) if first - 1 <= one.line <= last + 1)
        doubted |= {at for at in near if not any(found.cells.cells for found in own[at])}
    rows = [
        _with_figures(annex, line, figures, is_sure=at not in doubted)
        for at, (line, figures) in enumerate(zip(lines, own, strict=True))
    ]
    _doubt_lost_parents(rows, doubted, form)
    return rows, [annex.place_of(one) for one in strays]


def _with_figures(
    annex: WrappedAnnex, line: AnnexRow, figures: Sequence[_Figures], *, is_sure: bool
) -> tuple[AnnexRow, RowCells]:
    """Return a row with its figures; it is not sure where they stand on several lines."""
    unit = figures[0].cells.unit if figures else None
    places = tuple(place for one in figures for place in one.cells.cells)
    end = figures[-1].cells.end if figures else line.begin
    is_sure = is_sure and len(figures) <= 1 and not (places and annex.has_units and unit is None)
    cells = RowCells(unit, places, end, bordered=False)
    return line._replace(sure=is_sure, last=False, end=end), cells


def _doubt_lost_parents(
    rows: list[tuple[AnnexRow, RowCells]], doubted: set[int], form: Form
) -> None:
    """Doubt each row of several of its name if a label between it and its heading is not known."""
    for at, (line, cells) in enumerate(rows):
        if line.row is None or len(rows_named(form, line.label.key)) == 1:
            continue
        above = [
            place
            for place, (one, _) in enumerate(rows[:at])
            if one.row is not None and one.row.id == line.row.parent
        ]
        if not above or doubted.intersection(range(above[-1] + 1, at + 1)):
            rows[at] = line._replace(sure=False), cells
