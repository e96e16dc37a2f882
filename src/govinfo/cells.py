"""The cells of a report: where each of them stands, and what is known of it.

A report keeps the place of every cell, not the cell. A `Figure` is made when somebody asks for it,
and it is made here only.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from govinfo.errors import BadAddress, UnknownAddress, meant
from govinfo.figures import Address, Figure, Number, Origin, State, read_cell
from govinfo.forms import FORMS, Column, Form, Kind, Row, form_by_id
from govinfo.page import Page, unpacked_page
from govinfo.text.normalise import plain

__all__ = ["NOWHERE", "Cells", "cell_of", "no_cells", "trimmed", "unpacked_cells"]

NOWHERE = -1
"""The token of a cell that the document does not have."""
_BORDERS = " \t\r\n\u3000\xa0|"
_ADDRESS_PARTS = 3
_MONEY_HEAD_REACH_CHARS = 300
_MONEY_HEAD = re.compile(
    r"""
    金额[ \t]*              # the head of a column of money: 本年收费金额
    (?:[（(]                # and in brackets its unit, if the office prints one
        (?:单位[:：]?)?
        (万元|亿元|元)
    [）)])?
    """,
    re.VERBOSE,
)


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

    # Which cells there are.

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """Every address in the order of the form; those of another form stand where they belong."""
        addresses = list(self.form.addresses)
        # In the order of their own form, not of the page: a report that is read back has only that.
        for address in sorted(self.others, key=_place_in_own_form):
            addresses.insert(_place_among(address, addresses), address)
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
        raise _unknown_address(address, self.form, self.addresses)

    # What they hold.

    def values(self) -> dict[Address, Number | None]:
        """Return the value at every address, in the order of `addresses`."""
        cut, base = self.page.cut(), self.base
        read = [
            None if token == NOWHERE else read_cell(cut[token + base]).value
            for token in self.tokens
        ]
        for index, figure in self.given.items():
            read[index] = figure.value
        values = dict(zip((*self.form.addresses, *self.others), read, strict=True))
        pointed = [address for address, value in values.items() if value.__class__ is Decimal]
        for address in (*self.form.amounts, *pointed):
            values[address] = cell_of(self.form, address)[1].number(values[address])
        return {address: values[address] for address in self.addresses} if self.others else values

    def states(self) -> dict[Address, State]:
        """Return the state of each cell, in the order of `addresses`; quicker than figures."""
        cut, base = self.page.cut(), self.base
        read = [
            State.ABSENT if token == NOWHERE else read_cell(cut[token + base]).state
            for token in self.tokens
        ]
        for index, figure in self.given.items():
            read[index] = figure.state
        states = dict(zip((*self.form.addresses, *self.others), read, strict=True))
        return {address: states[address] for address in self.addresses}

    def figure(self, index: int) -> Figure:
        """Return the figure of a cell, given by its number."""
        given = self.given.get(index)
        if given is not None:
            return given
        own = len(self.form.addresses)
        address = self.form.addresses[index] if index < own else self.others[index - own]
        column = cell_of(self.form, address)[1]
        start, end = self._bounds[0][index], self._bounds[1][index]
        if start == NOWHERE:
            return Figure(None, state=State.ABSENT, unit=column.unit)
        text = self.page.text
        printed, span = read_cell(text.characters[start:end]), text.source_span(start, end)
        unit = printed.unit or self._unit_above(start, column) or column.unit
        inferred = self.inferred_from is not None and self.tokens[index] >= self.inferred_from
        return Figure(
            column.number(printed.value),
            text.source[span.start : span.end],
            printed.state,
            Origin.INFERRED if inferred else Origin.READ,
            span,
            unit=unit,
        )

    def _unit_above(self, cell: int, column: Column) -> str | None:
        """The unit in the head of a column of money: some offices print another than the form."""
        if column.kind is not Kind.MONEY:
            return None
        start = max(0, cell - _MONEY_HEAD_REACH_CHARS)
        heads = _MONEY_HEAD.findall(plain(self.page.text.characters[start:cell]))
        return heads[-1] or None if heads else None

    @cached_property
    def _bounds(self) -> tuple[array[int], array[int]]:
        """Where each cell begins and ends in the repaired text, without borders and blanks."""
        places, characters = self.page.places(), self.page.text.characters
        starts, ends = array("i"), array("i")
        for token in self.tokens:
            start, end = NOWHERE, NOWHERE
            if token != NOWHERE:
                start, end = trimmed(characters, *places[token + self.base])
            starts.append(start)
            ends.append(end)
        return starts, ends

    # Changed, compared and sent to another process.

    def with_figure(self, address: str, figure: Figure) -> Cells:
        """Return the cells with this figure at an address."""
        return evolve(self, given={**self.given, self.index(address): figure})

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
        rest = (self.base, self.others, self.given, self.inferred_from)
        return self.form.id, self.page.packed(), self.tokens.tolist(), *rest

    def __reduce__(self) -> tuple[object, ...]:
        return unpacked_cells, self.packed()


def unpacked_cells(form: str, page: Any, tokens: list[int], *rest: Any) -> Cells:  # noqa: ANN401
    """Return the cells that `packed` made these values of."""
    return Cells(form_by_id(form), unpacked_page(*page), array("i", tokens), *rest)


def no_cells(form: Form, page: Page, given: Mapping[int, Figure] | None = None) -> Cells:
    """Return cells of which the page holds none; some may be given."""
    return Cells(form, page, array("i", [NOWHERE]) * len(form.addresses), given=given or {})


def trimmed(characters: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the blanks and the cell borders at its ends."""
    piece = characters[start:end]
    begin = start + len(piece) - len(piece.lstrip(_BORDERS))
    return (begin, begin + len(piece.strip(_BORDERS))) if begin < end else (start, start)


def cell_of(form: Form, address: str) -> tuple[Row, Column]:
    """Return the row and the column of a cell, also of a cell that only another form has."""
    for candidate in (form, *FORMS):
        found = candidate.cells.get(address)
        if found is not None:
            return found
    raise _unknown_address(address, form, form.addresses)


def _place_in_own_form(address: Address) -> tuple[int, int]:
    """Which form an address is of, and which of its cells it is."""
    return next(
        (n, form.positions[address]) for n, form in enumerate(FORMS) if address in form.positions
    )


def _place_among(address: Address, addresses: list[Address]) -> int:
    """The place of an address of another form: behind the nearest cell before it in its own."""
    own = next(form.addresses for form in FORMS if address in form.positions)
    for earlier in reversed(own[: own.index(address)]):
        if earlier in addresses:
            return addresses.index(earlier) + 1
    return 0


def _unknown_address(address: object, form: Form, known: Iterable[Address]) -> UnknownAddress:
    """The error for what is no address of a report: what was asked for, and what is wanted."""
    first = next(iter(known), None)
    if not isinstance(address, str):
        wanted = (
            f"an address is one text, such as {first!r}" if first else f"{form.id} has no cells"
        )
        return BadAddress(f"{wanted}; found {address!r}. Join table, row and column by dots.")
    hint = meant(address, known, "`report.values()` lists every address.")
    told = f"{form.id} has no cell {address!r}. {hint}"
    if first and address.count(".") + 1 != _ADDRESS_PARTS:
        return UnknownAddress(f"an address is table.row.column, such as {first!r}: {told}")
    return UnknownAddress(told)
