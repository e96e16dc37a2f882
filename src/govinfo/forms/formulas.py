"""Formulas: comparisons of two sums of cells, written as text, and the equations that follow.

`review.{row}.total == review.{row}.upheld + review.{row}.corrected` is a formula. Between the two
sums stands `==`, `<=` or `>=`. `prev.` before an address means the report for the year before. A
name in braces stands for each of the rows or columns listed for it. Because a formula is text,
other tools can run the rules, and users can write rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import product
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from attrs import field, frozen

from govinfo.errors import BadRules
from govinfo.figures import Number

__all__ = ["Equation", "Formula", "Operand", "Values"]

_COMPARISON = re.compile(r"\s*(==|<=|>=)\s*")
_ADDEND = re.compile(
    r"""
    (?P<sign>[+-])\s*
    (?: (?P<before>prev\.)? (?P<address>[a-z0-9_{}]+\.[a-z0-9_{}]+\.[a-z0-9_{}]+)
      | 0                                              # the sum of no cells
    )\s*
    """,
    re.VERBOSE,
)
_NAME = re.compile(r"\{([a-z_]+)\}")
_RELATIONS = {"==": "=", "<=": "≤", ">=": "≥"}


Values: TypeAlias = Mapping[str, Number | None]
"""The number at each address; `None` where none was read."""
_Cells: TypeAlias = Callable[[Values], tuple[Number | None, ...]]


class Operand(NamedTuple):
    """One cell in an equation: its address, its side, and the report that it stands in."""

    address: str
    sign: int
    before: bool = False
    """Whether the cell is one of the report for the year before."""
    child: int | None = None
    """The index of the subordinate body whose cell it is; `None` for the report's own."""


@frozen
class Equation:
    """Two sums of cells and what should hold between them."""

    operands: tuple[Operand, ...]
    relation: str = "="

    @cached_property
    def _sides(self) -> tuple[_Cells, _Cells] | None:
        """Functions that look up a whole side at once; `None` if a cell is of the year before."""
        if any(operand.before for operand in self.operands):
            return None
        left, right = (
            tuple(o.address for o in self.operands if o.sign == sign) for sign in (1, -1)
        )
        return _cells(left), _cells(right)

    @cached_property
    def row(self) -> str | None:
        """The table and the row of all its cells, `table.row`; `None` if it joins several rows."""
        rows = {operand.address.rpartition(".")[0] for operand in self.operands}
        return rows.pop() if len(rows) == 1 else None

    def has(self, address: str) -> bool:
        """Whether a cell stands in it."""
        return any(operand.address == address for operand in self.operands)

    def sums(self, values: Values, before: Values | None) -> tuple[Number | None, Number | None]:
        """Return both sums; `None` for one in which a number is missing."""
        if self._sides is not None:
            try:
                left, right = self._sides[0](values), self._sides[1](values)
            except KeyError:  # the report does not have the cell: the long way tells on which side
                return self._sum(1, values, before), self._sum(-1, values, before)
            try:
                return sum(left), sum(right)  # type: ignore[arg-type]
            except TypeError:  # a number is missing on one side or on both
                return _sum_of(left), _sum_of(right)
        return self._sum(1, values, before), self._sum(-1, values, before)

    def _sum(self, side: int, values: Values, before: Values | None) -> Number | None:
        found: Number = 0
        for address, sign, earlier, _ in self.operands:
            if sign == side:
                value = (before or {}).get(address) if earlier else values.get(address)
                if value is None:
                    return None
                found += value
        return found


def _sum_of(numbers: tuple[Number | None, ...]) -> Number | None:
    return None if None in numbers else sum(number or 0 for number in numbers)


def _cells(addresses: tuple[str, ...]) -> _Cells:
    """Return a function that looks these cells up; `itemgetter` returns no tuple for one cell."""
    if len(addresses) == 1:
        only = addresses[0]
        return lambda values: (values[only],)
    return itemgetter(*addresses) if addresses else lambda _: ()


Each: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


def _as_pairs(each: Mapping[str, Iterable[str]] | Each) -> Each:
    return tuple((name, tuple(values)) for name, values in dict(each).items())


@frozen
class Formula:
    """A comparison of two sums of cells; a text that is none raises `BadRules`."""

    text: str
    """Addresses joined by `+` or `-` on both sides of `==`, `<=` or `>=`."""
    each: Each = field(default=(), converter=_as_pairs)
    """For each name in braces in the text, the rows or columns that it stands for."""

    def __attrs_post_init__(self) -> None:
        """Refuse a text that cannot be run."""
        sides = _COMPARISON.split(self.text)
        if len(sides) != 3 or any(_addends(side) is None for side in sides[::2]):
            raise BadRules(
                f"the formula {self.text!r} is no comparison of two sums of cells; "
                "write addresses joined by + or -, with ==, <= or >= between the two sums"
            )
        if re.search("[{}]", _NAME.sub("", self.text)):
            raise BadRules(
                f"the formula {self.text!r} has braces without a name in them; "
                "write a name of small letters, such as {row}"
            )
        listed = {name for name, _ in self.each}
        for name in _NAME.findall(self.text):
            if name not in listed:
                raise BadRules(
                    f"the formula {self.text!r} has {{{name}}}, for which `each` lists nothing"
                )

    def __str__(self) -> str:
        return self.text

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """The equation of every row or column; each addend is on the side where it has a plus."""
        names = [name for name, _ in self.each]
        found = []
        for chosen in product(*(values for _, values in self.each)):
            text = self.text.format(**dict(zip(names, chosen, strict=True)))
            left, relation, right = _COMPARISON.split(text)
            operands = [
                Operand(operand.address, side * operand.sign, operand.before)
                for side, addends in ((1, _addends(left)), (-1, _addends(right)))
                for operand in addends or ()
            ]
            operands.sort(key=lambda operand: -operand.sign)
            found.append(Equation(tuple(operands), _RELATIONS[relation]))
        return tuple(found)


def _addends(side: str) -> list[Operand] | None:
    """Return the addends of a sum with their signs; `None` if the text is no sum of cells."""
    side = side.strip()
    text = side if side[:1] in ("+", "-") else f"+{side}"
    found, place = [], 0
    while match := _ADDEND.match(text, place):
        place = match.end()
        if match["address"]:
            sign = -1 if match["sign"] == "-" else 1
            found.append(Operand(match["address"], sign, before=bool(match["before"])))
    return found if place == len(text) else None
