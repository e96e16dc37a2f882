"""Enter the rows of an annex: each figure at its address, or without a value, or in a note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govinfo.binding.annex.builder import AnnexBuilder
from govinfo.binding.annex.cells import Place, RowCells, find_cells, find_extra_rows
from govinfo.binding.annex.labels import UNIT, Label
from govinfo.binding.annex.pairs import GluedPair, split_pairs
from govinfo.figures import read_cell
from govinfo.forms import Row

__all__ = ["AnnexRow", "enter_enclosed_rows", "enter_rows"]

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
_LONE_NUMBER_LINE = re.compile(r"^[ \t]*(?P<number>[1-9]\d{0,2})[ \t]*$", re.MULTILINE)
_SHARE = re.compile(r"\d{1,3}(?:\.\d{1,4})?[%％]")
_MOSTLY_APART = 3
"""Rows whose figures have lines of their own are so many times as many as others."""
_BEYOND_WORDS = re.compile(
    rf"""
    \s*? \n (?! [\d\s.,]*\n ) [^\n|]{{1,80}} \n [^\S\n]*         # a line of words, on top of a page
    (?: {UNIT} [^\S\n]*\n [^\S\n]* )?
    (?P<figure> [.,]?\d[\d,.]* ) [^\S\n]* (?=\n|\Z)
    """,
    re.VERBOSE,
)
_LONGEST_PAGE_NUMBER_CHARS = 3
_MOST_PAGES = 40
_FEWEST_HEAD_CHARS = 8
"""A line this long that stands on several pages is their title, and no unit or label of a row."""
_NO_FIGURE = re.compile(r"[\s—–/-]+")
"""What stands in the cells of a heading: dashes, also with gaps within or beside them."""
_GAP_IN_NUMBER = re.compile(r"\d\s+\d")
_DIGIT = re.compile(r"\d")
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
    found = _as_on_their_lines(builder, _as_usual(builder, found))
    _doubt_order(builder, lines, found)
    units_first = 2 * sum(cells.unit is not None for cells in found) > len(found)
    found, page_numbers = _without_page_number(builder, found)
    page_numbers |= _beside_running_heads(builder)
    in_one_cell = [_are_in_one_cell(builder, cells) for cells in found]
    builder.doubted |= _MOSTLY_APART * sum(in_one_cell) > len(found)
    for line, cells, is_doubted in zip(lines, found, in_one_cell, strict=True):
        if line.row is None:
            _note_unknown_row(builder, line, cells)
        elif not line.row.header:
            more = _with_figures_beyond(builder, line, cells, units_first=units_first)
            doubted = page_numbers.intersection(cells.cells)
            if doubted:
                _doubt_page_number(builder, line.row, cells, doubted.pop())
            elif more is not None or is_doubted:
                _enter_candidates(builder, line, line.row, more or cells)
            else:
                _enter_row(builder, line, line.row, cells)
        _note_extra_rows(builder, line, cells)
    if builder.glued:
        builder.enter_glued()
    _note_recalled(builder, lines)


def enter_enclosed_rows(
    builder: AnnexBuilder, rows: Sequence[tuple[AnnexRow, RowCells]], strays: Sequence[Place]
) -> None:
    """Enter the rows of a printed page, each with its cells, and note the figures of no row."""
    for line, cells in rows:
        if line.row is None or line.row.header:
            if _has_figures(builder, cells):
                _note_unknown_row(builder, line, cells)
        else:
            _enter_row(builder, line, line.row, cells)
    for start, end in strays:
        words = builder.characters[start:end]
        if _NO_FIGURE.sub("", words):
            label, _, figures = words.partition("  ")
            message = f"{label.strip()!r} {_unknown(builder)} {' '.join(figures.split())}"
            builder.note("extra_row", message, start, end)
    _note_recalled(builder, [line for line, _ in rows])


def _note_unknown_row(builder: AnnexBuilder, line: AnnexRow, cells: RowCells) -> None:
    """Note a row that the form does not have, with its figures and its unit."""
    figures = " ".join(builder.characters[slice(*cell)] for cell in cells.cells)
    words = f"{line.label.key!r} {_unknown(builder)} {figures} {cells.unit or ''}"
    builder.note("extra_row", words.rstrip(), line.place, max(line.begin, cells.end))


def _note_extra_rows(builder: AnnexBuilder, line: AnnexRow, cells: RowCells) -> None:
    """Note the rows without a known label that stand behind the cells of a row."""
    for extra in find_extra_rows(builder.characters, cells.end, line.end):
        words = f"{extra.label!r} {_unknown(builder)} {extra.values} {extra.unit}"
        builder.note("extra_row", words, extra.start, extra.end)


def _unknown(builder: AnnexBuilder) -> str:
    return f"is no row of {builder.form.id}:"


def _note_recalled(builder: AnnexBuilder, lines: Sequence[AnnexRow]) -> None:
    recalled = [one for one in lines if one.row and one.row.recalled and not one.row.header]
    if recalled:
        names = ", ".join(dict.fromkeys(one.row.id for one in recalled if one.row))
        message = f"the labels of these rows come from memory, not from the form itself: {names}"
        builder.note("label_unverified", message, recalled[0].place, recalled[0].begin)


def _without_page_number(
    builder: AnnexBuilder, found: Sequence[RowCells]
) -> tuple[list[RowCells], set[Place]]:
    """Return the rows without the number of a page that one has beside all of its figures.

    Where the prose above has numbers of pages on lines of their own, the next of them has to be
    below. If it is nowhere else, it may stand in the place of a blank cell: with the rows go the
    places of all lone figures that are the same.
    """
    characters, begin = builder.text.characters, builder.begin
    above = [int(one["number"]) for one in _LONE_NUMBER_LINE.finditer(characters, 0, begin)]
    if not above or above != [*range(above[0], above[0] + len(above))]:
        return list(found), set()
    lines, following = _LONE_NUMBER_LINE.finditer(characters, begin), str(above[-1] + 1)
    alone = {line.span("number") for line in lines if line["number"] == following}
    wanted, rows = len(builder.columns), list[RowCells]()
    for row in found:
        own = tuple(cell for cell in row.cells if cell not in alone)
        is_beside = len(row.cells) == wanted + 1 and len(own) == wanted
        rows.append(row._replace(cells=own) if is_beside else row)
    held = {cell for row in rows if len(row.cells) <= wanted for cell in row.cells}
    return rows, alone if alone <= held else set()


def _beside_running_heads(builder: AnnexBuilder) -> set[Place]:
    """Return the lone small numbers right above or below a line that stands above the annex too.

    Such a line is the title on top of each page, and the number that of the page, or a figure.
    """
    characters, begin = builder.text.characters, builder.begin
    above = {line.strip() for line in characters[:begin].split("\n")}
    lines, place = list[tuple[bool, set[Place]]](), begin
    for line in characters[begin:].split("\n"):
        if not line.strip():
            place += len(line) + 1
            continue
        number = _LONE_NUMBER_LINE.fullmatch(line)
        is_small = number is not None and int(number["number"]) <= _MOST_PAGES
        first = place + len(line) - len(line.lstrip())
        own = {(first, first + len(line.strip()))} if is_small else set[Place]()
        is_head = len(line.strip()) >= _FEWEST_HEAD_CHARS and line.strip() in above
        lines.append((is_head, own))
        place += len(line) + 1
    found = set[Place]()
    for (is_head, number_above), (is_head_below, number_below) in pairwise(lines):
        found |= (number_above if is_head_below else set()) | (number_below if is_head else set())
    return found


def _doubt_page_number(builder: AnnexBuilder, row: Row, cells: RowCells, place: Place) -> None:
    """Enter a row one of whose figures may be the number of a page, and its own cell blank."""
    values = [read_cell(builder.characters[slice(*cell)]).value for cell in cells.cells]
    known = [value for value in values if value is not None]
    for index, column in builder.cells_of(row):
        if index >= 0:
            builder.enter_illegible(index, place, known, cells.unit or column.unit)
    digits = builder.characters[slice(*place)]
    message = f"statistics.{row.id}: {digits!r} may be the number of a page beside a blank cell"
    builder.note("row_width", message, *place)


def _as_usual(builder: AnnexBuilder, found: Sequence[RowCells]) -> list[RowCells]:
    """Return the rows without what only looks like a cell, as the length of the others shows.

    In a row that has one cell more and no unit, the first is a unit that is not known; several
    units, 条 条, are those of several rows. In a row that has fewer cells, what stands behind the
    last border is none. A share, 62%, that ends most rows is one as well.
    """
    rows = _without_shares(builder, found)
    for place, row in enumerate(rows if builder.remarked else ()):
        if row.bordered and len(row.cells) > len(builder.columns) > 0:
            rows[place] = row._replace(cells=row.cells[: len(builder.columns)])
    lengths = Counter(len(row.cells) for row in rows if row.bordered and row.unit)
    usual = max(lengths, key=lambda length: lengths[length], default=0)
    for place, row in enumerate(rows):
        own = row.cells
        is_full = all(first < last for first, last in own[:usual])
        if row.bordered and row.unit and len(own) > usual and is_full:
            # One of its figures is divided, 1,557: what stands last is a blank cell.
            rows[place] = row._replace(bordered=False)
        has_one_more = usual and row.bordered and row.unit is None and len(own) == usual + 1
        if has_one_more and " " not in builder.characters[slice(*own[0])]:
            rows[place] = row._replace(cells=own[1:])
        elif row.bordered and 1 < len(own) < usual and own[-1][0] == own[-1][1]:
            rows[place] = row._replace(cells=own[:-1])
    return rows


def _as_on_their_lines(builder: AnnexBuilder, found: Sequence[RowCells]) -> list[RowCells]:
    """Return the rows as the lines of most rows show them.

    Where each figure has a line of its own, `8 1` on one line are the digits of one figure, and the
    cell beside it is blank. Where figures stand side by side, a number on the next line is that of
    a page, and a cell is blank.
    """
    wanted, apart, beside = len(builder.columns), list[int](), list[int]()
    for at, row in enumerate(found):
        if not row.bordered and len(row.cells) == wanted > 1:
            lines = builder.characters.count("\n", row.cells[0][0], row.cells[-1][1]) + 1
            (apart if lines >= wanted else beside).append(at)
    rows = list(found)
    for at in beside if len(apart) > _MOSTLY_APART * len(beside) else ():
        rows[at] = rows[at]._replace(cells=((rows[at].cells[0][0], rows[at].cells[-1][1]),))
    for at in apart if len(beside) > _MOSTLY_APART * len(apart) else ():
        rows[at] = rows[at]._replace(cells=rows[at].cells[:1])
    return rows


def _without_shares(builder: AnnexBuilder, found: Sequence[RowCells]) -> list[RowCells]:
    """Return the rows without the share that stands behind all figures of most rows."""
    wanted, rows, ending = len(builder.columns), list[RowCells](), 0
    for row in found:
        trimmed = _trim_cells(row, wanted)
        last = builder.characters[slice(*trimmed[-1])] if trimmed else ""
        is_share = len(trimmed) == wanted + 1 and _SHARE.fullmatch(last)
        rows.append(row._replace(cells=trimmed[:-1] if is_share else trimmed))
        ending += bool(is_share)
    with_cells = sum(len(_trim_cells(row, wanted)) > 0 for row in found)
    return rows if wanted and 2 * ending > with_cells else list(found)


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
    the figures, one that stands before its unit may be the number of a page, and so may one above
    the words on top of a page.
    """
    last = cells.cells[-1] if cells.cells else (0, 0)
    beyond_words = _BEYOND_WORDS.match(builder.characters, cells.end, line.end)
    if beyond_words and not (cells.bordered or line.last) and units_first:
        may_be_page = 0 < last[1] - last[0] <= _LONGEST_PAGE_NUMBER_CHARS
        extra = next(find_extra_rows(builder.characters, cells.end, line.end), None)
        if may_be_page and (extra is None or cells.unit is None):
            return cells._replace(cells=(*cells.cells, beyond_words.span("figure")))
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
    return any(_DIGIT.search(builder.characters, start, end) for start, end in cells.cells)


def _are_in_one_cell(builder: AnnexBuilder, cells: RowCells) -> bool:
    """Whether two figures stand in one cell beside a blank one; or they are parts of one figure."""
    own = _trim_cells(cells, len(builder.columns))
    printed = [builder.characters[slice(*cell)] for cell in own]
    return cells.bordered and "" in printed and any(map(_GAP_IN_NUMBER.search, printed))


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
