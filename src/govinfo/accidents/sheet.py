"""The figures of the tables that must add up, as they were read, and what ties them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from operator import mul
from typing import TypeAlias

from attrs import evolve, field, frozen

from govinfo.figures import Address, Number
from govinfo.forms import Form
from govinfo.forms.equations import equations_of
from govinfo.forms.formulas import Equation

__all__ = ["Candidates", "Line", "Sheet", "Ties", "adds_up", "is_sound", "is_violated"]

Line: TypeAlias = tuple[str, ...]
"""The cells that are printed on one line, from left to right."""
Candidates: TypeAlias = Mapping[str, tuple[Number, ...]]
"""For each cell that an accident touches, the values that it has when the accident is undone."""

_MODULUS = 1_000_003
"""A prime: the weights of the identities are the powers of 3 modulo this number."""


@frozen(eq=False)
class Ties:
    """The cells of a report that must add up, and what ties them together, whatever they hold."""

    tables: tuple[tuple[Line, ...], ...]
    """The lines of each table; table 4 is one line."""
    equations: tuple[Equation, ...] = field(repr=False)
    """What must add up, of cells that the document has."""

    @classmethod
    def of(cls, form: Form, values: Mapping[str, Number | None], lacking: frozenset[str]) -> Ties:
        """Return the ties of a report, from what `Sheet.of` takes."""
        equations = (
            equation
            for stated in equations_of(form, values, lacking).values()
            for equation in stated
            if lacking.isdisjoint(operand.address for operand in equation.operands)
        )
        return cls(tuple(_list_tables(form, values, lacking)), tuple(equations))

    @cached_property
    def by_cell(self) -> Mapping[str, tuple[Equation, ...]]:
        """The equations in which each cell stands; of equal ones, always the same."""
        found, one_of = dict[str, dict[Equation, None]](), dict[Equation, Equation]()
        for equation in self.equations:
            for operand in equation.operands:
                own = one_of.setdefault(equation, equation)
                found.setdefault(operand.address, {})[own] = None
        return {cell: tuple(own) for cell, own in found.items()}

    @cached_property
    def by_line(self) -> Mapping[Line, tuple[Equation, ...]]:
        """For each line, the equations all of whose cells stand on it."""
        return {
            line: tuple(
                equation
                for equation in self.touching(line)
                if set[str](line).issuperset(operand.address for operand in equation.operands)
            )
            for table in self.tables
            for line in table
        }

    def touching(self, cells: Iterable[str]) -> tuple[Equation, ...]:
        """Return the equations in which any of these cells stands."""
        found = {id(one): one for cell in cells for one in self.by_cell.get(cell, ())}
        return tuple(found.values())


@lru_cache(maxsize=64)
def _ties_of_form(form: Form, lacking: frozenset[str]) -> Ties:
    """Return the ties of a report with the rows of its form alone, as most have."""
    return Ties.of(form, dict.fromkeys(form.addresses), lacking)


@frozen(eq=False)
class Sheet:
    """The figures of one report that must add up."""

    ties: Ties = field(repr=False)
    """The cells, and what ties them together."""
    values: Mapping[str, Number | None] = field(repr=False)
    """The number in each cell; `None` where no number was read."""
    raw: Callable[[str], str] = field(repr=False)
    """The function that returns the characters printed in a cell."""
    _known: dict[int, bool] = field(factory=dict, init=False, repr=False)
    """For the equations that were looked at, by their `id`, whether they add up."""

    @classmethod
    def of(
        cls,
        form: Form,
        values: Mapping[str, Number | None],
        lacking: frozenset[str],
        raw: Callable[[str], str],
    ) -> Sheet:
        """Return the sheet of a report.

        Args:
            form: The form of the report.
            values: The number at each address of the report, in order; `None` where there is none.
            lacking: The addresses that the form has and the document does not.
            raw: The function that returns the characters printed at an address.

        """
        is_usual = len(values) == len(form.addresses)
        ties = _ties_of_form(form, lacking) if is_usual else Ties.of(form, values, lacking)
        return cls(ties, values, raw)

    @property
    def tables(self) -> tuple[tuple[Line, ...], ...]:
        """The lines of each table; table 4 is one line."""
        return self.ties.tables

    def touching(self, cells: Iterable[str]) -> tuple[Equation, ...]:
        """Return the equations in which any of these cells stands."""
        return self.ties.touching(cells)

    def inside(self, line: Line) -> tuple[Equation, ...]:
        """Return the equations all of whose cells stand on a line."""
        return self.ties.by_line[line]

    def with_values(self, changes: Mapping[str, Number | None]) -> Sheet:
        """Return the sheet with other numbers in some cells."""
        return evolve(self, values={**self.values, **changes})

    def gain(self, changes: Mapping[str, Number | None]) -> int:
        """Return how many more equations hold with other numbers in some cells."""
        equations, changed = self.touching(changes), {**self.values, **changes}
        return sum(adds_up(one, changed) - self.keeps(one) for one in equations)

    def keeps(self, equation: Equation) -> bool:
        """Return whether an equation adds up; each is looked at once."""
        known = self._known.get(id(equation))
        if known is None:
            known = self._known[id(equation)] = adds_up(equation, self.values)
        return known

    def breaks(self, equations: Sequence[Equation]) -> int:
        """Return how many of these equations do not add up."""
        return len(equations) - sum(map(self.keeps, equations))


def adds_up(equation: Equation, values: Mapping[str, Number | None]) -> bool:
    """Return whether all numbers of an equation are there, and both sides are equal."""
    left, right = equation.sums(values, None)
    return left is not None and left == right


def is_violated(equation: Equation, values: Mapping[str, Number | None]) -> bool:
    """Return whether all numbers of an equation are there, and the sides are not equal."""
    left, right = equation.sums(values, None)
    return left is not None and right is not None and left != right


def _list_tables(
    form: Form, values: Mapping[str, Number | None], lacking: frozenset[str]
) -> Iterable[tuple[Line, ...]]:
    """Yield the lines of each table with identities that the document has."""
    summed = {identity.table for identity in form.identities}
    for table in form.tables:
        if table.id not in summed or table.is_annex:
            continue
        rows = dict[str, list[Address]]()
        for address in map(Address, values):
            if address.table == table.id and address not in lacking:
                name = table.id if table.blocks[0].one_line else address.row
                rows.setdefault(name, []).append(address)
        # A line that lacks cells is no line of the form.
        width = max(map(len, rows.values()), default=0)
        yield tuple(tuple(row) for row in rows.values() if len(row) == width)


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
            weight = pow(3, number, _MODULUS)
            weights[form.positions[operand.address]] += operand.sign * weight
    first = next((place for place, weight in enumerate(weights) if weight), len(weights))
    return first, tuple(weights[first:])
