"""Enter the rows of an annex: each figure at its address, or without a value, or in a note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govinfo.binding.annex.builder import AnnexBuilder
from govinfo.binding.annex.cells import Place, RowCells, find_cells, find_extra_rows
from govinfo.binding.annex.labels import Label
from govinfo.binding.annex.pairs import GluedPair, split_pairs
from govinfo.figures import read_cell
from govinfo.forms import Row

__all__ = ["AnnexRow", "enter_rows"]

_TWO_COLUMNS = 2
_SOME_ROWS = 2
"""One figure above a heading may be the number of a page."""
_MOST_PAIR_DIGITS = 24
"""No two figures of an annex have more digits."""
_LINE_OF_A_FIGURE = re.compile(
    r"""
    [ \t|]* \n
    (?: [ \t]+ \n )?                                  # the number of a page
    [ \t|]* (?P<figure> [.,]?\d[\d,.]* ) [ \t|]* (?=\n|\Z)
    """,
    re.VERBOSE,
)
_LONE_NUMBER = re.compile(r"\n[ \t]*\d{1,3}[ \t]*\n")
_NO_FIGURE = re.compile(r"[\s—–/-]+")
"""What stands in the cells of a heading: dashes, also with gaps within or beside them."""
_ZERO_FIRST = re.compile(r"0\d+")


class AnnexRow(NamedTuple):
    """A label of the annex with what stands behind it, up to the next label."""

    label: Label
    row: Row | None
    """The row of the form it names; `None` for a row of another form."""
    place: int
    """Where the label begins."""
    begin: int
    """Where the label ends, and what stands behind it begins."""
    end: int
    sure: bool
    """Whether it is clear where its figures end."""
    last: bool
    """Whether no label follows."""


def enter_rows(builder: AnnexBuilder, lines: Sequence[AnnexRow]) -> None:
    """Enter every row; rows that decide together come last."""
    found = [
        find_cells(builder.characters, line.begin, line.end, coded=builder.coded) for line in lines
    ]
    found = _as_usual(builder, found)
    _doubt_order(builder, lines, found)
    unknown = f"is no row of {builder.form.id}:"
    units_first = 2 * sum(cells.unit is not None for cells in found) > len(found)
    for line, cells in zip(lines, found, strict=True):
        if line.row is None:
            values = " ".join(builder.characters[slice(*cell)] for cell in cells.cells)
            message = f"{line.label.key!r} {unknown} {values} {cells.unit or ''}".rstrip()
            builder.note("extra_row", message, line.place, cells.end)
        elif not line.row.header:
            more = _with_figures_beyond(builder, line, cells, units_first=units_first)
            if more is not None:
                _enter_candidates(builder, line, line.row, more)
            else:
                _enter_row(builder, line, line.row, cells)
        for extra in find_extra_rows(builder.characters, cells.end, line.end):
            message = f"{extra.label!r} {unknown} {extra.values} {extra.unit}"
            builder.note("extra_row", message, extra.start, extra.end)
    if builder.glued:
        builder.enter_glued()
    recalled = [one for one in lines if one.row and one.row.recalled and not one.row.header]
    if recalled:
        names = ", ".join(dict.fromkeys(one.row.id for one in recalled if one.row))
        message = f"the labels of these rows come from memory, not from the form itself: {names}"
        builder.note("label_unverified", message, recalled[0].place, recalled[0].begin)


def _as_usual(builder: AnnexBuilder, found: Sequence[RowCells]) -> list[RowCells]:
    """Return the rows without what only looks like a cell, as the length of the others shows.

    In a row that has one cell more and no unit, the first is a unit that is not known; several
    units, 条 条, are those of several rows. In a row that has fewer cells, what stands behind the
    last border is none.
    """
    rows = list(found)
    lengths = Counter(len(row.cells) for row in rows if row.bordered and row.unit)
    usual = max(lengths, key=lambda length: lengths[length], default=0)
    for place, row in enumerate(rows):
        own = row.cells
        has_one_more = usual and row.bordered and row.unit is None and len(own) == usual + 1
        if has_one_more and " " not in builder.characters[slice(*own[0])]:
            rows[place] = row._replace(cells=own[1:])
        elif row.bordered and 1 < len(own) < usual and own[-1][0] == own[-1][1]:
            rows[place] = row._replace(cells=own[:-1])
    return rows


def _doubt_order(
    builder: AnnexBuilder, lines: Sequence[AnnexRow], found: Sequence[RowCells]
) -> None:
    """Doubt an annex whose figures may stand before their labels, or stick together."""
    wanted, rows = len(builder.columns), list[RowCells]()
    for line, cells in zip(lines, found, strict=True):
        if line.row is not None and not line.row.header:
            rows.append(cells)
        elif line.row is not None and _has_figures(builder, cells):
            heading = f"figures stand behind the heading {line.label.key!r}"
            message = f"{heading}: they may stand before their labels"
            builder.note("numbers_before_label", message, line.begin, cells.end)
            builder.doubted = True
            return
    for place in (place for cells in rows for place in cells.cells):
        if wanted == 1 and _ZERO_FIRST.fullmatch(builder.characters, *place):
            message = "a figure begins with 0: it may be two figures, of columns without headings"
            builder.note("columns_unknown", message, *place)
            builder.doubted = True
            return
    whole = sum(cells.glued or len(_trim_cells(cells, wanted)) == wanted for cells in rows)
    # Where figures stand before their labels, the last label has none behind it.
    last_is_short = not rows[-1].bordered and rows[-1].unit is not None and not rows[-1].cells
    is_scattered = 2 * whole < len(rows) or last_is_short
    is_scattered = is_scattered and not _stand_above_headings(builder, lines, found)
    if wanted and is_scattered and any(_has_figures(builder, cells) for cells in rows):
        message = "figures do not stand behind their labels; nothing shows where they belong"
        builder.note("figures_unordered", message, builder.begin, lines[-1].end)
        builder.doubted = True


def _stand_above_headings(
    builder: AnnexBuilder, lines: Sequence[AnnexRow], found: Sequence[RowCells]
) -> bool:
    """Whether figures stand right above headings, and so behind their labels, blank ones or not.

    Numbers beside them, or alone in the prose above, may be those of pages; then nothing is shown.
    """
    wanted, above_headings = len(builder.columns), 0
    for (line, cells), (below, _) in pairwise(zip(lines, found, strict=True)):
        length = len(_trim_cells(cells, wanted))
        if line.row is None or line.row.header or cells.unit is None:
            continue
        if length > wanted:
            return False
        above_headings += bool(length == wanted and below.row and below.row.header)
    is_paged = _LONE_NUMBER.search(builder.characters, 0, builder.begin) is not None
    return above_headings >= _SOME_ROWS and not is_paged


def _with_figures_beyond(
    builder: AnnexBuilder, line: AnnexRow, cells: RowCells, *, units_first: bool
) -> RowCells | None:
    """Return the cells of a row with figures that stand beyond them; `None` where there are none.

    On a line of its own below a row may stand the rest of its last figure. Where units stand before
    the figures, one that stands before its unit may be the number of a page.
    """
    if cells.bordered:
        rest = _LINE_OF_A_FIGURE.match(builder.characters, cells.end)
        beyond = rest.span("figure") if rest is not None and rest.end() <= line.end else None
        return cells._replace(cells=(*cells.cells, beyond)) if beyond is not None else None
    if cells.unit is not None or not cells.cells or not units_first:
        return None
    behind = find_cells(builder.characters, cells.end, line.end, coded=False)
    if behind.unit is None or not behind.cells:
        return None
    return behind._replace(cells=(*cells.cells, *behind.cells))


def _has_figures(builder: AnnexBuilder, cells: RowCells) -> bool:
    return any(_NO_FIGURE.sub("", builder.characters[start:end]) for start, end in cells.cells)


def _trim_cells(cells: RowCells, wanted: int) -> tuple[Place, ...]:
    """Return the cells of a row, without the empty ones that borders leave at its end."""
    found = cells.cells
    while cells.bordered and len(found) > max(wanted, 1) and found[-1][0] == found[-1][1]:
        found = found[:-1]
    return found


def _enter_row(builder: AnnexBuilder, line: AnnexRow, row: Row, cells: RowCells) -> None:
    """Enter the figures of a row, its blanks, digits that may be two figures, or its candidates."""
    wanted = len(builder.columns)
    found, rest = _trim_cells(cells, wanted), builder.characters[cells.end : line.end]
    if not found and cells.unit is not None and not line.last and not rest.strip(" \t\n|"):
        # A unit and no figure is a blank row, as the next label follows at once.
        found = ((cells.end, cells.end),) * wanted
    digits = builder.characters[slice(*found[0])] if found else ""
    is_run = digits.isdecimal() and len(digits) <= _MOST_PAIR_DIGITS
    if builder.doubted or not line.sure or not wanted or len(found) > wanted:
        _enter_candidates(builder, line, row, cells)
    elif len(found) == wanted:
        for (index, column), place in zip(builder.cells_of(row), found, strict=True):
            builder.enter_cell(index, column, place, cells.unit)
    elif not found:  # its figures may be anywhere
        message = f"the label of statistics.{row.id} has no cells behind it"
        builder.note("row_without_cells", message, line.place, line.begin)
    elif wanted == _TWO_COLUMNS and is_run:
        first = builder.year_at
        pairs = split_pairs(digits, first)
        one = GluedPair(row.id, found[0][0], digits, cells.unit, pairs, first)
        if cells.glued:
            builder.glued.append(one)
        else:
            builder.enter_digits(row, one)
    else:
        _enter_candidates(builder, line, row, cells)


def _enter_candidates(builder: AnnexBuilder, line: AnnexRow, row: Row, cells: RowCells) -> None:
    """Enter a row whose figures cannot be told apart, or given to their columns."""
    start, end = (cells.cells[0][0], cells.cells[-1][1]) if cells.cells else (line.begin, line.end)
    values = [read_cell(builder.characters[slice(*cell)]).value for cell in cells.cells]
    known = [] if builder.doubted else [value for value in values if value is not None]
    for index, column in builder.cells_of(row):
        if index >= 0:
            builder.enter_illegible(index, (start, end), known, cells.unit or column.unit)
    columns = len(builder.columns) or "unknown"
    message = f"statistics.{row.id}: {len(cells.cells)} figures for {columns} columns"
    builder.note("row_width", message, start, end)
