"""The cells of a report: where each of them stands, and what is known of it.

A report keeps the place of every cell, not the cell. A `Figure` is made when somebody asks for it,
and it is made here only.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from attrs import evolve, field, frozen

from govinfo.figures import Address, Figure, Number, Origin, Printed, State, read_cell
from govinfo.forms import FORMS, Form, Kind, cell_of, form_by_id, unknown_address
from govinfo.money import unit_around
from govinfo.notes import Note
from govinfo.page import CELL_BORDERS, NOWHERE, Page, unpacked_page

if TYPE_CHECKING:
    from govinfo.accidents.accident import Doubtful

__all__ = ["CellColumns", "Cells", "Examine", "no_cells", "unpacked_cells"]

_NAME_OF_STATE = {state: state.value for state in State}
_BORDER = re.compile(f"[{CELL_BORDERS}]")


Examine: TypeAlias = Callable[
    [
        Form,
        Sequence[Address],
        Sequence[Number | None],
        Callable[[], frozenset[str]],
        Callable[[], Mapping[str, str]],
    ],
    "tuple[Doubtful, ...]",
]
"""A function that finds the accidents of tools, such as `accidents.accident.examine`."""


class CellColumns(NamedTuple):
    """What is known of many cells, one list for each thing that is known of a cell."""

    value: list[Number | None]
    unit: list[str | None]
    state: list[str]
    origin: list[str]
    raw: list[str]
    start: list[int | None]
    """Where each cell begins in the source text; `None` for a cell that is not in it."""
    end: list[int | None]

    def put(self, index: int, figure: Figure) -> None:
        """Put what a figure says in the place of one cell."""
        start, end = (None, None) if figure.span is None else figure.span
        said = (figure.value, figure.unit, figure.state.value, figure.origin.value, figure.raw)
        for column, one in zip(self, (*said, start, end), strict=True):
            cast("list[object]", column)[index] = one

    def at(self, spans: Sequence[tuple[int, int]], source: str) -> CellColumns:
        """Return the cells with these places, and what stands there in the source."""
        return self._replace(
            raw=[source[start:end] for start, end in spans],
            start=[start for start, _ in spans],
            end=[end for _, end in spans],
        )

    def in_order(self, order: Sequence[int] | None) -> CellColumns:
        """Return the cells in this order of their numbers; `None` leaves them as they are."""
        if order is None:
            return self
        columns = ([column[index] for index in order] for column in self)
        return CellColumns._make(columns)


@frozen(eq=False)
class Cells:
    """Every cell of a report: first those of its form, then those of another form that it has."""

    form: Form
    page: Page
    tokens: array[int]
    """For each cell the token of the page that holds it, counted from `base`, or `NOWHERE`."""
    base: int = 0
    others: tuple[Address, ...] = ()
    """The addresses of another form that the document really has."""
    given: Mapping[int, Figure] = field(factory=dict)
    """Cells of which more is known than what stands at their token, by their number."""
    inferred_from: int | None = None
    """This token and those behind it are cells by inference; `None` where none is."""
    examine: Examine | None = None
    """The function that finds accidents of tools, called on first use; `None` to look for none.

    The cells that an accident concerns have no value.
    """
    known_accidents: tuple[Doubtful, ...] | None = None
    """The accidents that were found before a cell lost its value, which may hide them."""

    # Which cells there are.

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """Every address in the order of the form; those of another form stand where they belong."""
        if not self.others:
            return self.form.addresses
        addresses = list(self.form.addresses)
        # In the order of their own form, not of the page: a report that is read back has only that.
        for own in FORMS:
            for place, address in enumerate(own.addresses):
                if address in self.others and address not in addresses:
                    # Each stands behind the nearest cell before it in its own form.
                    before = (one for one in reversed(own.addresses[:place]) if one in addresses)
                    nearest = next(before, None)
                    index = 0 if nearest is None else addresses.index(nearest) + 1
                    addresses.insert(index, address)
        return tuple(addresses)

    def __contains__(self, address: object) -> bool:
        return address in self.form.positions or address in self.others

    def index(self, address: object) -> int:
        """Return the number of a cell; `UnknownAddress` names the nearest where there is none."""
        index = self.form.positions.get(address) if isinstance(address, str) else None
        if index is not None:
            return index
        if address in self.others:
            return len(self.form.addresses) + self.others.index(address)
        raise unknown_address(address, self.form, self.addresses)

    def _address(self, index: int) -> Address:
        own = len(self.form.addresses)
        return self.form.addresses[index] if index < own else self.others[index - own]

    # What they hold.

    def values(self) -> dict[Address, Number | None]:
        """Return the value at every address, in the order of `addresses`."""
        values = dict(zip((*self.form.addresses, *self.others), self._read, strict=True))
        for index in self._doubtful:
            values[self._address(index)] = None
        pointed = list[Address]()
        if Decimal in set(map(type, self._read)):
            pointed = [one for one, value in values.items() if value.__class__ is Decimal]
        for address in (*self.form.amounts, *pointed):
            values[address] = cell_of(self.form, address)[1].number(values[address])
        return {address: values[address] for address in self.addresses} if self.others else values

    @cached_property
    def _texts(self) -> list[str]:
        """The token of each cell; that of a cell that is nowhere is empty."""
        # The number of a token that is `NOWHERE` means the last one.
        cut = self.page.cut()
        cut[: self.base] = ()
        cut.append("")
        return list(map(cut.__getitem__, self.tokens))

    @cached_property
    def _looks(self) -> list[Printed]:
        """What the token of each cell says; a cell that is nowhere is blank."""
        return list(map(read_cell, self._texts))

    @cached_property
    def _read(self) -> list[Number | None]:
        """The value of each cell as it is printed."""
        read = [printed.value for printed in self._looks]
        for index, figure in self.given.items():
            read[index] = figure.value
        return read

    @cached_property
    def accidents(self) -> tuple[Doubtful, ...]:
        """The accidents of tools that explain why identities break, with the cells concerned."""
        if self.examine is None:
            return ()
        if self.known_accidents is not None:
            return self.known_accidents
        addresses = (*self.form.addresses, *self.others)

        def lacking() -> frozenset[str]:
            if NOWHERE not in self.tokens:
                return frozenset()
            return frozenset(
                address
                for index, address in enumerate(addresses)
                if self.tokens[index] == NOWHERE and index not in self.given
            )

        def raw() -> dict[str, str]:
            cut, base = self.page.cut(), self.base
            printed: dict[str, str] = {
                address: "" if token == NOWHERE else cut[token + base].strip(CELL_BORDERS)
                for address, token in zip(addresses, self.tokens, strict=True)
            }
            printed |= {self._address(index): given.raw for index, given in self.given.items()}
            return printed

        return self.examine(self.form, addresses, self._read, lacking, raw)

    def notes(self) -> tuple[Note, ...]:
        """Return what there is to say about the accidents."""
        notes = list[Note]()
        for found in self.accidents:
            spans = [self._printed(self.index(cell)).span for cell in found.cells]
            span = next((span for span in spans if span is not None), None)
            notes.append(Note(found.accident.code, found.message, span))
        return tuple(notes)

    @cached_property
    def _doubtful(self) -> dict[int, Figure]:
        """The cells that accidents concern: no value, and the candidates."""
        figures = dict[int, Figure]()
        for found in self.accidents:
            for address, undone in found.cells.items():
                index = self.index(address)
                printed = self._printed(index)
                first = () if printed.value is None else (printed.value,)
                figures[index] = evolve(
                    printed,
                    value=None,
                    state=State.ILLEGIBLE,
                    origin=Origin.READ,
                    candidates=tuple(dict.fromkeys((*first, *printed.candidates, *undone))),
                )
        return figures

    @cached_property
    def inferred(self) -> frozenset[Address]:
        """The addresses of the cells that are inferred."""
        given = (i for i, figure in self.given.items() if figure.origin is Origin.INFERRED)
        least = self.inferred_from
        behind = (i for i, token in enumerate(self.tokens) if least is not None and token >= least)
        return frozenset(
            self._address(index) for index in {*given, *behind} if index not in self._doubtful
        )

    def states(self) -> dict[Address, State]:
        """Return the state of each cell, in the order of `addresses`; quicker than figures."""
        read = [printed.state for printed in self._looks]
        if NOWHERE in self.tokens:
            places = enumerate(self.tokens)
            for index in (index for index, token in places if token == NOWHERE):
                read[index] = State.ABSENT
        for index, figure in (*self.given.items(), *self._doubtful.items()):
            read[index] = figure.state
        states = dict(zip((*self.form.addresses, *self.others), read, strict=True))
        return {address: states[address] for address in self.addresses} if self.others else states

    def figure(self, index: int) -> Figure:
        """Return the figure of a cell, given by its number."""
        return self._doubtful.get(index) or self._printed(index)

    def _printed(self, index: int) -> Figure:
        """Return the figure of a cell as it is printed."""
        given = self.given.get(index)
        if given is not None:
            return given
        column = cell_of(self.form, self._address(index))[1]
        starts, ends, _ = self._bounds
        start, end = starts[index], ends[index]
        if start == NOWHERE:
            return Figure(None, state=State.ABSENT, unit=column.unit)
        text = self.page.text
        printed, span = read_cell(text.characters[start:end]), text.source_span(start, end)
        unit = printed.unit
        if unit is None and column.kind is Kind.MONEY:
            unit = unit_around(text.characters, start, end)
        inferred = self.inferred_from is not None and self.tokens[index] >= self.inferred_from
        return Figure(
            column.number(printed.value),
            text.source[span.start : span.end],
            printed.state,
            Origin.INFERRED if inferred else Origin.READ,
            span,
            unit=unit or column.unit,
        )

    def _special(self) -> set[int]:
        """Return the few cells of which more is known than their characters say."""
        money = map(self.form.positions.__getitem__, self.form.amounts)
        special = {*self.given, *self._doubtful, *money}
        special.update(range(len(self.form.addresses), len(self.tokens)))
        if self.inferred_from is not None or NOWHERE in self.tokens:
            least = len(self.page.cut()) if self.inferred_from is None else self.inferred_from
            special.update(
                i for i, token in enumerate(self.tokens) if token == NOWHERE or token >= least
            )
        return special

    def columns(self) -> CellColumns:
        """Return what `figure` says of every cell, column by column, in the order of `addresses`.

        A table of many reports asks for no `Figure`: to make one costs more than to read its cell.
        """
        text, own = self.page.text, len(self.form.addresses)
        starts, ends, pieces = self._bounds
        known = {piece: read_cell(piece) for piece in set(pieces)}
        units: list[str | None] = [*self.form.units, *[None] * (len(pieces) - own)]
        if any(one.unit for one in known.values()):
            units = [known[piece].unit or unit for piece, unit in zip(pieces, units, strict=True)]
        states = {piece: _NAME_OF_STATE[one.state] for piece, one in known.items()}
        table = CellColumns(
            list(map({piece: one.value for piece, one in known.items()}.__getitem__, pieces)),
            units,
            list(map(states.__getitem__, pieces)),
            ["read"] * len(pieces),
            pieces.copy(),
            list[int | None](starts),
            list[int | None](ends),
        )
        if text.origin is not None:
            spans = text.source_spans(list(zip(starts, ends, strict=True)))
            table = table.at(spans, text.source)
        special = self._special()
        if any(one.value.__class__ is Decimal for one in known.values()):
            special.update(i for i, value in enumerate(table.value) if value.__class__ is Decimal)
        for index in special:
            table.put(index, self.figure(index))
        return table.in_order([self.index(one) for one in self.addresses] if self.others else None)

    @cached_property
    def _bounds(self) -> tuple[array[int], array[int], list[str]]:
        """Where each cell begins and ends in the repaired text, and what stands there.

        Without the borders and blanks around it.
        """
        # Behind all tokens stands one for the cells that are nowhere: `NOWHERE` is its index.
        begins, whole = [*self.page.starts()[self.base :], NOWHERE], self._texts
        starts, pieces = array("i", map(begins.__getitem__, self.tokens)), whole
        if _BORDER.search("".join(whole)):
            # Most cells of a page hold one of a few texts: each is looked at once.
            bare = {piece: piece.strip(CELL_BORDERS) for piece in set(whole)}
            margins = {
                piece: len(piece) - len(piece.lstrip(CELL_BORDERS)) if bare[piece] else 0
                for piece in bare
            }
            pieces = list(map(bare.__getitem__, whole))
            starts = array("i", map(add, starts, map(margins.__getitem__, whole)))
        return starts, array("i", map(add, starts, map(len, pieces))), pieces

    # Changed, compared and sent to another process.

    def with_figures(self, figures: Mapping[str, Figure]) -> Cells:
        """Return the cells with these figures by address; the accidents stay those of before."""
        given = {self.index(address): figure for address, figure in figures.items()}
        return evolve(self, given={**self.given, **given}, known_accidents=self.accidents)

    def light(self) -> Cells:
        """Return the cells without the repaired text, which is made again when it is needed."""
        text = self.page.text.light()
        return self if text is self.page.text else evolve(self, page=evolve(self.page, text=text))

    def __eq__(self, other: object) -> bool:
        """Whether both say the same of the same source text."""
        if not isinstance(other, Cells):
            return NotImplemented
        if self.form is not other.form or self.page.text.source != other.page.text.source:
            return False
        if self.addresses != other.addresses:
            return False
        return all(
            self.figure(self.index(address)) == other.figure(other.index(address))
            for address in self.addresses
        )

    __hash__ = None  # type: ignore[assignment] # a report is hashed by its source text

    def packed(self) -> tuple[Any, ...]:
        """Return plain values, which a pickle writes many times faster than objects."""
        rest = (self.base, self.others, self.given, self.inferred_from, self.examine)
        page = self.page.packed()
        return self.form.id, page, self.tokens.tolist(), *rest, self.known_accidents

    def __reduce__(self) -> tuple[object, ...]:
        return unpacked_cells, self.packed()


def unpacked_cells(form: str, page: Any, tokens: list[int], *rest: Any) -> Cells:  # noqa: ANN401
    """Return the cells that `packed` made these values of."""
    return Cells(form_by_id(form), unpacked_page(*page), array("i", tokens), *rest)


def no_cells(form: Form, page: Page, given: Mapping[int, Figure] | None = None) -> Cells:
    """Return cells of which the page holds none; some may be given."""
    return Cells(form, page, array("i", [NOWHERE]) * len(form.addresses), given=given or {})
