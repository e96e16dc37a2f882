"""The rows of an annex become figures: each at its address, or illegible, or a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from attrs import define, field

from govinfo.binding.annex.cells import Cells, Place, cells_behind, extras_in
from govinfo.binding.annex.labels import Label
from govinfo.binding.annex.pairs import Pair, Split, readings, settled
from govinfo.figures import Figure, Number, Origin, State, read_cell
from govinfo.forms import Column, Form, Kind, Row
from govinfo.model import Note
from govinfo.spans import Text

__all__ = ["Line", "Sheet", "put_lines"]

_TWO = 2
_LONGEST_RUN = 24
"""No two figures of an annex have more digits."""
_NOUGHT_FIRST = re.compile(r"0\d+")
_OF_THE_YEAR = ("current", "value")


class Line(NamedTuple):
    """A label of the annex with what stands behind it, up to the next."""

    label: Label
    row: Row | None
    """The row of the form it names; `None` for a row of another form."""
    place: int
    """Where the label itself begins."""
    begin: int
    end: int
    sure: bool
    """Whether it is plain where its figures end."""
    last: bool


@define
class Sheet:
    """The annex while it is being read."""

    text: Text
    characters: str
    """The characters of the text, in half width."""
    form: Form
    begin: int
    columns: tuple[str, ...]
    """The column of the form that each figure of a row belongs to; empty where the heads do not say."""
    coded: bool
    """Whether the numbers of the rows have a column of their own."""
    doubted: bool = False
    """Whether figures may stand before their labels."""
    figures: dict[int, Figure] = field(factory=dict)
    notes: list[Note] = field(factory=list)
    splits: list[Split] = field(factory=list)

    @property
    def year_at(self) -> int:
        """Which of two columns is that of the year."""
        return next(place for place, name in enumerate(self.columns) if name in _OF_THE_YEAR)

    def note(self, code: str, message: str, start: int, end: int) -> None:
        """Add a doubt about a stretch of the text."""
        self.notes.append(Note(code, message, self.text.source_span(start, end)))

    def raw(self, start: int, end: int) -> str:
        """What stands in the source for a stretch of the text."""
        span = self.text.source_span(start, end)
        return self.text.source[span.start : span.end]

    def cells_of(self, row: Row) -> list[tuple[int, Column]]:
        """The position and the column of each figure of a row; one of a column that the form lacks is -1."""
        table = self.form.annex
        own = [column.id for column in table.blocks[0].columns] if table else []
        found = []
        for name in self.columns or own:
            address = f"statistics.{row.id}.{name or own[0]}"
            found.append(
                (self.form.positions[address] if name else -1, self.form.cells[address][1])
            )
        return found


def put_lines(sheet: Sheet, lines: Sequence[Line]) -> None:
    """Put down every row; what several rows decide together comes last."""
    found = [
        cells_behind(sheet.characters, line.begin, line.end, coded=sheet.coded) for line in lines
    ]
    _doubt_the_order(sheet, lines, found)
    for line, cells in zip(lines, found, strict=True):
        if line.row is None:
            _keep(sheet, line, cells)
        elif not line.row.header:
            _put(sheet, line, line.row, cells)
        for extra in extras_in(sheet.characters, cells.end, line.end):
            message = f"{extra.label!r} is no row of {sheet.form.id}: {extra.values} {extra.unit}"
            sheet.note("extra_row", message, extra.start, extra.end)
    _settle(sheet)
    _note_recalled(sheet, lines)


def _doubt_the_order(sheet: Sheet, lines: Sequence[Line], found: Sequence[Cells]) -> None:
    """Figures behind a heading, or hardly behind any label: then they may precede their labels, or stand apart."""
    for line, cells in zip(lines, found, strict=True):
        if line.row is not None and line.row.header and _figures(sheet, cells):
            message = f"figures stand behind {line.label.key!r}, which is no row: they may precede their labels"
            sheet.note("numbers_before_label", message, line.begin, cells.end)
            sheet.doubted = True
            return
    rows = [
        cells
        for line, cells in zip(lines, found, strict=True)
        if line.row is not None and not line.row.header
    ]
    noughts = [
        place
        for cells in rows
        for place in cells.cells
        if _NOUGHT_FIRST.fullmatch(sheet.characters, *place)
    ]
    if len(sheet.columns) == 1 and noughts:
        message = (
            "a figure begins with 0: two may have run together, of columns whose heads are lost"
        )
        sheet.note("columns_unknown", message, *noughts[0])
        sheet.doubted = True
        return
    whole = sum(
        len(_fitted(cells, len(sheet.columns))) == len(sheet.columns) or cells.glued
        for cells in rows
    )
    # Where figures stand before their labels, and the first are blank, the last label has none
    # behind it.
    short = not rows[-1].bordered and rows[-1].unit is not None and not rows[-1].cells
    if (
        any(_figures(sheet, cells) for cells in rows)
        and (2 * whole < len(rows) or short)
        and sheet.columns
    ):
        message = "figures do not stand behind their labels; nothing says where they belong"
        sheet.note("figures_scattered", message, sheet.begin, lines[-1].end)
        sheet.doubted = True


def _figures(sheet: Sheet, cells: Cells) -> bool:
    return any(sheet.characters[start:end].strip("-—–/") for start, end in cells.cells)


def _keep(sheet: Sheet, line: Line, cells: Cells) -> None:
    """Keep what stands behind a label of another form."""
    values = " ".join(sheet.characters[slice(*cell)] for cell in cells.cells)
    message = (
        f"{line.label.key!r} is no row of {sheet.form.id}: {values} {cells.unit or ''}".rstrip()
    )
    sheet.note("extra_row", message, line.place, cells.end)


def _put(sheet: Sheet, line: Line, row: Row, cells: Cells) -> None:
    """Put down one row: its figures, its blanks, digits that may be two figures, or what cannot be told apart."""
    wanted = len(sheet.columns)
    found = _fitted(cells, wanted)
    if sheet.doubted or not line.sure or not wanted or len(found) > wanted:
        _put_illegible(sheet, line, row, cells)
    elif len(found) == wanted:
        for (index, column), place in zip(sheet.cells_of(row), found, strict=True):
            _put_cell(sheet, index, column, place, cells.unit)
    elif not found:
        _put_blank(sheet, line, row, cells)
    elif wanted == _TWO and _is_run(sheet.characters[slice(*found[0])]):
        _put_one(sheet, row, found[0], cells)
    else:
        _put_illegible(sheet, line, row, cells)


def _is_run(cell: str) -> bool:
    return cell.isdecimal() and len(cell) <= _LONGEST_RUN


def _put_one(sheet: Sheet, row: Row, place: Place, cells: Cells) -> None:
    """Digits where two figures should be: both of them, when digits touch the unit as well, or one beside a blank."""
    digits, first = sheet.characters[slice(*place)], sheet.year_at
    split = Split(row.id, place[0], digits, cells.unit, readings(digits, first), first)
    if cells.glued:
        sheet.splits.append(split)
    else:
        _put_digits(sheet, row, split)


def _fitted(cells: Cells, wanted: int) -> tuple[Place, ...]:
    """The cells of a row, without the empty ones that borders leave at its end."""
    found = cells.cells
    while cells.bordered and len(found) > max(wanted, 1) and found[-1][0] == found[-1][1]:
        found = found[:-1]
    return found


def _put_cell(sheet: Sheet, index: int, column: Column, place: Place, unit: str | None) -> None:
    printed = read_cell(sheet.characters[slice(*place)])
    value = (
        Decimal(printed.value)
        if printed.value is not None and column.kind is Kind.MONEY
        else printed.value
    )
    figure = Figure(
        column.number(value),
        sheet.raw(*place),
        printed.state,
        span=sheet.text.source_span(*place),
        unit=printed.unit or unit or column.unit,
    )
    if printed.state is State.ILLEGIBLE:
        sheet.note("cell_unreadable", f"{figure.raw!r} is no number that could be read", *place)
    if index < 0:
        sheet.note(
            "columns_unknown",
            f"{figure.raw!r} is in a column that {sheet.form.id} does not have",
            *place,
        )
    else:
        _add(sheet, index, figure, place)


def _add(sheet: Sheet, index: int, figure: Figure, place: Place) -> None:
    """Put a figure down; one that is printed again must say the same."""
    before = sheet.figures.setdefault(index, figure)
    if (before.state, before.value) != (figure.state, figure.value):
        values = tuple(
            dict.fromkeys(one.value for one in (before, figure) if one.value is not None)
        )
        again = Figure(
            None, figure.raw, State.ILLEGIBLE, span=figure.span, candidates=values, unit=figure.unit
        )
        sheet.figures[index] = again
        sheet.note(
            "repeated_row", f"a row of the annex is printed again, with {figure.raw!r}", *place
        )


def _put_blank(sheet: Sheet, line: Line, row: Row, cells: Cells) -> None:
    """A row with a unit and no figure is blank, when the next label follows; else its figures may be anywhere."""
    rest = sheet.characters[cells.end : line.end]
    if cells.unit is None or line.last or rest.strip(" \t\n|"):
        message = f"the label of statistics.{row.id} has no cells behind it"
        sheet.note("row_without_cells", message, line.place, line.begin)
        return
    for index, column in sheet.cells_of(row):
        _put_cell(sheet, index, column, (cells.end, cells.end), cells.unit)


def _put_illegible(sheet: Sheet, line: Line, row: Row, cells: Cells) -> None:
    """Put down a row whose figures cannot be told apart, or given to their columns."""
    start, end = (cells.cells[0][0], cells.cells[-1][1]) if cells.cells else (line.begin, line.end)
    values = tuple(read_cell(sheet.characters[slice(*cell)]).value for cell in cells.cells)
    candidates = (
        ()
        if sheet.doubted
        else tuple(dict.fromkeys(value for value in values if value is not None))
    )
    for index, column in sheet.cells_of(row):
        if index >= 0:
            _illegible(sheet, index, (start, end), candidates, cells.unit or column.unit)
    message = f"statistics.{row.id}: {len(cells.cells)} figures for {len(sheet.columns) or 'unknown'} columns"
    sheet.note("row_width", message, start, end)


def _illegible(
    sheet: Sheet, index: int, place: Place, candidates: Sequence[Number], unit: str | None
) -> None:
    span = sheet.text.source_span(*place)
    raw = sheet.raw(*place)
    sheet.figures[index] = Figure(
        None,
        raw,
        State.ILLEGIBLE,
        span=span,
        candidates=tuple(dict.fromkeys(candidates)),
        unit=unit,
    )


def _settle(sheet: Sheet) -> None:
    """Tell apart the digits of two figures, row by row, as far as what must hold leaves one reading."""
    table = sheet.form.annex
    if not sheet.splits or table is None:
        return
    rows = {row.id: row for row in table.rows}
    pairs = settled(sheet.splits, _known(sheet), sheet.form, sheet.characters[: sheet.begin])
    for split in sheet.splits:
        if split.row in pairs:
            _put_pair(sheet, rows[split.row], split, pairs[split.row])
        else:
            _put_digits(sheet, rows[split.row], split)


def _known(sheet: Sheet) -> dict[str, Pair]:
    """The rows of which both figures were read."""
    known: dict[str, Pair] = {}
    first = sheet.year_at
    table = sheet.form.annex
    for row in table.rows if table else ():
        if row.header:
            continue
        found = [
            sheet.figures[index].value for index, _ in sheet.cells_of(row) if index in sheet.figures
        ]
        values = [value for value in found if isinstance(value, int)]
        if len(values) == _TWO:
            known[row.id] = (values[first], values[1 - first])
    return known


def _put_digits(sheet: Sheet, row: Row, split: Split) -> None:
    """Put down a row whose digits can be told apart in several ways, or be one figure beside a blank."""
    place = (split.start, split.start + len(split.digits))
    for which, (index, _) in enumerate(sheet.cells_of(row)):
        values = [pair[which] for pair in readings(split.digits)]
        if index >= 0:
            _illegible(sheet, index, place, [*values, int(split.digits)], split.unit)
    message = f"statistics.{row.id}: {split.digits!r} may be several pairs of figures, or one beside a blank"
    sheet.note("run_ambiguous", message, *place)


def _put_pair(sheet: Sheet, row: Row, split: Split, pair: Pair) -> None:
    """Put down the two figures of digits that can be nothing else."""
    inferred = not split.digits.startswith("0")
    printed = pair if split.printed_first == 0 else pair[::-1]
    border, end = split.start + len(str(printed[0])), split.start + len(split.digits)
    spans = (split.start, border), (border, end)
    origin = Origin.INFERRED if inferred else Origin.READ
    for (index, column), value, place in zip(sheet.cells_of(row), printed, spans, strict=True):
        span, unit = sheet.text.source_span(*place), split.unit or column.unit
        if index >= 0:
            _add(
                sheet,
                index,
                Figure(value, sheet.raw(*place), State.PRINTED, origin, span, unit=unit),
                place,
            )
    if inferred:
        message = (
            f"statistics.{row.id}: {split.digits!r} is read as {printed[0]} and {printed[1]}; "
            "the sums of the annex, or the prose, leave no other reading"
        )
        sheet.note("settled_by_identities", message, split.start, end)


def _note_recalled(sheet: Sheet, lines: Sequence[Line]) -> None:
    """Note the rows whose labels are known from memory only."""
    recalled = [
        line for line in lines if line.row is not None and line.row.recalled and not line.row.header
    ]
    if recalled:
        names = ", ".join(dict.fromkeys(line.row.id for line in recalled if line.row))
        message = (
            f"these labels were not seen in the form itself, and are taken for its rows: {names}"
        )
        sheet.note("row_unverified", message, recalled[0].place, recalled[0].begin)
