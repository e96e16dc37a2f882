"""The figures of the tables that must add up, as they were read, and what ties them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain
from operator import mul
from typing import NamedTuple, TypeAlias

from attrs import field, frozen

from govinfo.figures import Address, Number
from govinfo.forms import Form
from govinfo.forms.equations import equations_over, rows_of
from govinfo.forms.formulas import Equation

__all__ = ["Candidates", "Line", "LineSum", "Sheet", "Ties", "is_sound"]

Line: TypeAlias = tuple[str, ...]
"""The cells that are printed on one line, from left to right."""
Candidates: TypeAlias = Mapping[str, tuple[Number, ...]]
"""For each cell that an accident touches, the values that it has when the accident is undone."""

_MODULUS, _BASE = 2**30 - 35, 0x2545F491
"""The weights of the identities are the powers of the base modulo this prime: so large and uneven
that the errors of several identities do not outweigh each other."""


class LineSum(NamedTuple):
    """An equation all of whose cells stand on one line."""

    number: int
    """Which of the equations of the report it is."""
    signs: tuple[int, ...]
    """The sign of each cell of the line; 0 for those that are none of its own."""
    last: int
    """The place of the last of its cells."""
    totals_line: bool
    """Whether the last cell is the total of all others."""

    @classmethod
    def of(cls, number: int, equation: Equation, line: Line) -> LineSum:
        """Return an equation as one of the cells of a line."""
        sign_of = {operand.address: operand.sign for operand in equation.operands}
        signs = tuple(sign_of.get(cell, 0) for cell in line)
        last = max(place for place, sign in enumerate(signs) if sign)
        return cls(number, signs, last, {*signs[:-1]} == {-signs[-1]} != {0})

    def holds(self, numbers: Sequence[Number]) -> bool:
        """Return whether it adds up with these numbers; those behind its last cell may lack."""
        return not sum(map(mul, self.signs, numbers))


@frozen(eq=False)
class Ties:
    """The cells of a report that must add up, and what ties them together, whatever they hold."""

    tables: tuple[tuple[Line, ...], ...]
    """The lines of each table; table 4 is one line."""
    equations: tuple[Equation, ...] = field(repr=False)
    """What must add up, of cells that the document has; no two are equal."""

    @classmethod
    def of(
        cls,
        form: Form,
        cells: Iterable[str],
        lacking: frozenset[str],
        stated: Mapping[str, tuple[Equation, ...]],
    ) -> Ties:
        """Return the ties of a report with these cells, of which some are lacking.

        `stated` are the equations over the rows that it has, by the identity that states them.
        """
        equations = (
            equation
            for stated_together in stated.values()
            for equation in stated_together
            if lacking.isdisjoint(operand.address for operand in equation.operands)
        )
        addresses = [*map(Address, cells)]
        tables, summed = list[tuple[Line, ...]](), {identity.table for identity in form.identities}
        for table in (one for one in form.tables if one.id in summed and not one.is_annex):
            rows = dict[str, list[Address]]()
            for address in addresses:
                if address.table == table.id and address not in lacking:
                    name = table.id if table.blocks[0].one_line else address.row
                    rows.setdefault(name, []).append(address)
            # A line that lacks cells is no line of the form.
            width = max(map(len, rows.values()), default=0)
            tables.append(tuple(tuple(row) for row in rows.values() if len(row) == width))
        return cls(tuple(tables), tuple(dict.fromkeys(equations)))

    @cached_property
    def by_cell(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """The equations in which each cell stands, by their numbers, and its sign in each."""
        found = dict[str, list[tuple[int, int]]]()
        for number, equation in enumerate(self.equations):
            for operand in equation.operands:
                found.setdefault(operand.address, []).append((number, operand.sign))
        return {cell: tuple(terms) for cell, terms in found.items()}

    @cached_property
    def by_line(self) -> Mapping[Line, tuple[LineSum, ...]]:
        """For each line, the equations all of whose cells stand on it."""
        return {
            line: tuple(
                LineSum.of(number, equation, line)
                for number, equation in enumerate(self.equations)
                if {operand.address for operand in equation.operands}.issubset(line)
            )
            for table in self.tables
            for line in table
        }

    @cached_property
    def by_table(self) -> Mapping[tuple[Line, ...], frozenset[int]]:
        """For each table, the equations in which its cells stand."""
        return {table: frozenset(self.touching(chain(*table))) for table in self.tables}

    def touching(self, cells: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the equations in which any of these cells stands."""
        return tuple({number: 0 for cell in cells for number, _ in self.by_cell.get(cell, ())})


@lru_cache(maxsize=64)
def _ties_of_form(form: Form, lacking: frozenset[str]) -> Ties:
    """Return the ties of a report with the rows of its form alone, as most have."""
    return Ties.of(form, form.addresses, lacking, form.equations)


@lru_cache(maxsize=64)
def _ties_of_rows(
    form: Form,
    cells: tuple[str, ...],
    lacking: frozenset[str],
    printed: frozenset[str],
    used: frozenset[str],
) -> Ties:
    """Return the ties of a report with rows of another form; many have the same ones."""
    return Ties.of(form, cells, lacking, equations_over(form, printed, used))


@frozen(eq=False)
class Sheet:
    """The figures of one report that must add up."""

    ties: Ties = field(repr=False)
    """The cells, and what ties them together."""
    values: Mapping[str, Number | None] = field(repr=False)
    """The number in each cell; `None` where no number was read."""
    raw: Callable[[], Mapping[str, str]] = field(repr=False)
    """The function that returns the characters printed in each cell."""
    differences: Sequence[Number] = field(repr=False)
    """By how much the sides of each equation differ, where a missing number counts as 0."""
    gaps: Sequence[int] = field(repr=False)
    """How many numbers are missing in each equation."""

    @classmethod
    def of(
        cls,
        form: Form,
        values: Mapping[str, Number | None],
        lacking: frozenset[str],
        raw: Callable[[], Mapping[str, str]],
    ) -> Sheet:
        """Return the sheet of a report.

        Args:
            form: The form of the report.
            values: The number at each address of the report, in order; `None` where there is none.
            lacking: The addresses that the form has and the document does not.
            raw: The function that returns the characters printed at each address.

        """
        if len(values) == len(form.addresses):
            ties = _ties_of_form(form, lacking)
        else:
            rows = rows_of(form, values, lacking)
            ties = _ties_of_rows(form, tuple(values), lacking, *rows)
        differences, gaps = list[Number]([0]) * len(ties.equations), [0] * len(ties.equations)
        for cell, terms in ties.by_cell.items():
            value = values.get(cell)
            for number, sign in terms if value != 0 else ():
                differences[number] += sign * (value or 0)
                gaps[number] += value is None
        return cls(ties, values, raw, differences, gaps)

    @cached_property
    def broken(self) -> frozenset[int]:
        """The numbers of the equations that do not add up."""
        both = enumerate(zip(self.differences, self.gaps, strict=True))
        return frozenset(number for number, (difference, gaps) in both if difference or gaps)

    @cached_property
    def tables(self) -> tuple[tuple[Line, ...], ...]:
        """The lines of each table in which something does not add up; table 4 is one line."""
        tables = self.ties.by_table.items()
        return tuple(table for table, own in tables if not own.isdisjoint(self.broken))

    @cached_property
    def torn(self) -> tuple[Line, ...]:
        """The lines inside which something does not add up."""
        return tuple(line for table in self.tables for line in table if not self.keeps(line))

    def is_violated(self, number: int) -> bool:
        """Return whether all numbers of an equation are there, and the sides are not equal."""
        return bool(self.differences[number]) and not self.gaps[number]

    def inside(self, line: Line) -> tuple[LineSum, ...]:
        """Return the equations all of whose cells stand on a line."""
        return self.ties.by_line[line]

    def keeps(self, line: Line) -> bool:
        """Return whether all equations inside a line add up."""
        return all(own.number not in self.broken for own in self.inside(line))

    def is_crossed(self, line: Line, cells: Iterable[str]) -> bool:
        """Return whether other lines say what stands in these cells of a line."""
        inside = {own.number for own in self.inside(line)}
        others = (number for number in self.ties.touching(cells) if number not in inside)
        return any(not self.gaps[number] for number in others)

    def with_values(self, changes: Mapping[str, Number | None]) -> Sheet:
        """Return the sheet with other numbers in some cells."""
        differences, gaps = [*self.differences], [*self.gaps]
        for number, (difference, missing) in self._moved(changes).items():
            differences[number], gaps[number] = difference, missing
        return Sheet(self.ties, {**self.values, **changes}, self.raw, differences, gaps)

    def gain(self, changes: Mapping[str, Number | None]) -> int:
        """Return how many more equations hold with other numbers in some cells."""
        moved, broken = self._moved(changes).items(), self.broken
        return sum((number in broken) - bool(either or gaps) for number, (either, gaps) in moved)

    def _moved(self, changes: Mapping[str, Number | None]) -> dict[int, tuple[Number, int]]:
        """Return the difference and the gaps of each equation that other numbers change."""
        moved = dict[int, tuple[Number, int]]()
        values, by_cell, before = self.values, self.ties.by_cell, (self.differences, self.gaps)
        for cell, new in changes.items():
            old = values[cell]
            if new == old:
                continue
            rise, more = (new or 0) - (old or 0), (new is None) - (old is None)
            for number, sign in by_cell.get(cell, ()):
                known = moved.get(number)
                difference, gaps = known or (before[0][number], before[1][number])
                moved[number] = difference + sign * rise, gaps + more
        return moved


def is_sound(form: Form, values: Sequence[Number | None]) -> bool:
    """Return whether all identities of a form hold; cheap, because most reports keep them.

    Args:
        form: The form.
        values: The number at each of its addresses, in order.

    """
    first, weights = _weights(form)
    try:
        return not sum(map(mul, weights, values[first:]))
    except TypeError:  # a number is missing
        return False


@cache
def _weights(form: Form) -> tuple[int, tuple[int, ...]]:
    """Return the first cell in an identity, and the weight of each cell from there on.

    The sum of all weighted cells is what is wrong in each identity, times its own weight.
    """
    weights = [0] * len(form.addresses)
    equations = [one for identity in form.identities for one in identity.equations]
    for number, equation in enumerate(equations, 1):
        for operand in equation.operands:
            weight = pow(_BASE, number, _MODULUS)
            weights[form.positions[operand.address]] += operand.sign * weight
    first = next((place for place, weight in enumerate(weights) if weight), len(weights))
    return first, tuple(weights[first:])
