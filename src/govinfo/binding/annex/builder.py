"""The figures and notes of an annex while it is being read, and the ways to enter one."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field

from govinfo.binding.annex.cells import Place
from govinfo.binding.annex.pairs import GluedPair, Pair, settle_pairs, split_pairs
from govinfo.binding.assignment import can_hold
from govinfo.figures import Figure, Number, Origin, State, possible_values, read_cell
from govinfo.forms import Column, Form, Row
from govinfo.notes import Note
from govinfo.spans import Text

__all__ = ["AnnexBuilder"]

_YEAR_COLUMNS = ("current", "value")


@define
class AnnexBuilder:
    """The annex while it is being read. Offsets count the characters of its text."""

    text: Text
    characters: str
    """The characters of the text in half width, with `|` for each border."""
    form: Form
    begin: int
    """Where the annex begins."""
    columns: tuple[str, ...]
    """The column of the form for each figure of a row; empty where the heads do not say."""
    coded: bool
    """Whether the numbers of the rows have a column of their own."""
    remarked: bool = False
    """Whether the last column holds remarks."""
    doubted: bool = False
    """Whether figures may stand before their labels."""
    figures: dict[int, Figure] = field(factory=dict)
    notes: list[Note] = field(factory=list)
    glued: list[GluedPair] = field(factory=list)

    @property
    def year_at(self) -> int:
        """Which of two columns is that of the year."""
        return next(place for place, name in enumerate(self.columns) if name in _YEAR_COLUMNS)

    def note(self, code: str, message: str, start: int, end: int) -> None:
        """Add a doubt about a stretch of the text."""
        self.notes.append(Note(code, message, self.text.source_span(start, end)))

    def cells_of(self, row: Row) -> list[tuple[int, Column]]:
        """Return the position and the column of each figure, -1 where the form lacks the column."""
        table = self.form.annex
        own = [column.id for column in table.blocks[0].columns] if table else []
        found = []
        for name in self.columns or own:
            address = f"statistics.{row.id}.{name or own[0]}"
            index = self.form.positions[address] if name else -1
            found.append((index, self.form.cells[address][1]))
        return found

    def enter_cell(self, index: int, column: Column, place: Place, unit: str | None) -> None:
        """Enter what is printed in a cell."""
        raw = self.characters[slice(*place)]
        printed = read_cell(raw)
        unit = printed.unit or unit or column.unit
        if can_hold(column.kind, raw):
            figure = self._figure(place, printed.state, column.number(printed.value), unit)
        else:
            figure = self._figure(place, State.ILLEGIBLE, None, unit)
            figure = evolve(figure, candidates=possible_values(raw))
        if figure.state is State.ILLEGIBLE:
            self.note("cell_unreadable", f"{figure.raw!r} is no number that could be read", *place)
        if index < 0:
            message = f"{figure.raw!r} stands in a column that {self.form.id} does not have"
            self.note("columns_unknown", message, *place)
        else:
            self._enter(index, figure, place)

    def enter_illegible(
        self, index: int, place: Place, candidates: Sequence[Number], unit: str | None
    ) -> None:
        """Enter a cell that has no value but candidates."""
        values = tuple(dict.fromkeys(candidates))
        figure = self._figure(place, State.ILLEGIBLE, None, unit)
        self.figures[index] = evolve(figure, candidates=values)

    def enter_digits(self, row: Row, one: GluedPair) -> None:
        """Enter digits that may be several pairs of figures, or one figure beside a blank."""
        place = (one.start, one.start + len(one.digits))
        for which, (index, _) in enumerate(self.cells_of(row)):
            values = [pair[which] for pair in split_pairs(one.digits)]
            if index >= 0:
                self.enter_illegible(index, place, [*values, int(one.digits)], one.unit)
        what = "may be several pairs of figures, or one figure beside a blank cell"
        self.note("digits_ambiguous", f"statistics.{row.id}: {one.digits!r} {what}", *place)

    def enter_glued(self) -> None:
        """Enter the glued digits of two columns, split as far as what must hold leaves one way."""
        table = self.form.annex
        rows = {row.id: row for row in table.rows if not row.header} if table else {}
        known: dict[str, Pair] = {}
        for name, row in rows.items():
            indices = [index for index, _ in self.cells_of(row)]
            found = [self.figures[index].value for index in indices if index in self.figures]
            values = [value for value in found if isinstance(value, int)]
            if len(values) == len(self.columns):
                known[name] = (values[self.year_at], values[1 - self.year_at])
        pairs = settle_pairs(self.glued, known, self.form, self.characters[: self.begin])
        for one in self.glued:
            if one.row in pairs:
                self.enter_pair(rows[one.row], one, pairs[one.row])
            else:
                self.enter_digits(rows[one.row], one)

    def enter_pair(self, row: Row, one: GluedPair, pair: Pair) -> None:
        """Enter the two figures of digits that can be split in one way only."""
        inferred = not one.digits.startswith("0")
        origin = Origin.INFERRED if inferred else Origin.READ
        printed = pair if one.printed_first == 0 else pair[::-1]
        border, end = one.start + len(str(printed[0])), one.start + len(one.digits)
        places = (one.start, border), (border, end)
        for (index, column), value, place in zip(self.cells_of(row), printed, places, strict=True):
            if index >= 0:
                unit = one.unit or column.unit
                figure = self._figure(place, State.PRINTED, value, unit)
                self._enter(index, evolve(figure, origin=origin), place)
        if inferred:
            message = (
                f"statistics.{row.id}: {one.digits!r} is split into {printed[0]} and {printed[1]}; "
                "the sums of the annex, or the prose, leave no other way"
            )
            self.note("inferred_by_identities", message, one.start, end)

    def _figure(self, place: Place, state: State, value: Number | None, unit: str | None) -> Figure:
        """Return the figure that is printed at a place."""
        span = self.text.source_span(*place)
        raw = self.text.source[span.start : span.end]
        return Figure(value, raw, state, span=span, unit=unit)

    def _enter(self, index: int, figure: Figure, place: Place) -> None:
        """Enter a figure; one that is printed again must say the same."""
        before = self.figures.setdefault(index, figure)
        if (before.state, before.value) != (figure.state, figure.value):
            values = [one.value for one in (before, figure) if one.value is not None]
            self.enter_illegible(index, place, values, figure.unit)
            message = f"a row of the annex is printed again, with {figure.raw!r}"
            self.note("repeated_row", message, *place)
