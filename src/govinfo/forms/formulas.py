"""Rules as text: what a rule states in symbols, and for sums of cells the equations that follow from it.

An arithmetic formula compares two sums of cells: `review.{row}.total == review.{row}.upheld + …`,
with `==`, `<=` or `>=` between them. `prev.` before an address means the report for the year
before, a name in braces stands for each of the rows or columns listed for it. So other tools can
run the rules, and a user can write one. What no sum can say is stated in symbols all the same, for
people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from attrs import field, frozen

from govinfo.errors import BadRules
from govinfo.figures import Number

__all__ = ["Equation", "Formula", "Operand", "Values"]

_COMPARED = re.compile(r"\s*(==|<=|>=)\s*")
_ADDEND = re.compile(
    r"(?P<sign>[+-])\s*(?P<cell>(?P<prev>prev\.)?[a-z0-9_{}]+\.[a-z0-9_{}]+\.[a-z0-9_{}]+|0)\s*"
)
_NAME = re.compile(r"\{([a-z_]+)\}")
_RELATIONS = {"==": "=", "<=": "≤", ">=": "≥"}


Values: TypeAlias = Mapping[str, Number | None]
"""The number at each address; `None` where none was read."""
_Cells: TypeAlias = Callable[[Values], tuple[Number | None, ...]]


class Operand(NamedTuple):
    """One cell in an equation: where it stands, on which side, and in whose report for which year."""

    address: str
    sign: int
    before: bool = False
    """Whether the cell is one of the report for the year before."""
    child: int | None = None
    """The place of the subordinate body whose cell it is, among those of the report; `None` for the report's own."""


@frozen
class Equation:
    """Two sums of cells and what should hold between them."""

    operands: tuple[Operand, ...]
    relation: str = "="

    @cached_property
    def _sides(self) -> tuple[_Cells, _Cells] | None:
        """The cells of both sides, where all are of one report: a whole side is then looked up at once."""
        if any(operand.before for operand in self.operands):
            return None
        left, right = (
            tuple(o.address for o in self.operands if o.sign == sign) for sign in (1, -1)
        )
        return _cells(left), _cells(right)

    def sums(self, values: Values, before: Values | None) -> tuple[Number | None, Number | None]:
        """Return both sums; `None` for one in which a number is missing."""
        if self._sides is not None:
            left, right = self._sides
            try:
                return sum(left(values)), sum(right(values))  # type: ignore[arg-type]
            except (KeyError, TypeError):  # a number is missing: the long way tells on which side
                pass
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


def _cells(addresses: tuple[str, ...]) -> _Cells:
    """A function that looks these cells up; one that looks up a single cell would not return a tuple."""
    if len(addresses) > 1:
        return itemgetter(*addresses)
    return lambda values: tuple(map(values.__getitem__, addresses))


Each: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


def _frozen(each: Mapping[str, Iterable[str]] | Each) -> Each:
    return tuple((name, tuple(values)) for name, values in dict(each).items())


@frozen
class Formula:
    """What a rule states, in symbols."""

    text: str
    each: Each = field(default=(), converter=_frozen)
    """For each name in braces the rows or columns that it stands for."""

    def __str__(self) -> str:
        return self.text

    @property
    def is_arithmetic(self) -> bool:
        """Whether it compares two sums of cells, so that its text alone says how to check it."""
        sides = _COMPARED.split(self.text)
        return len(sides) == 3 and all(_addends(side) is not None for side in sides[::2])

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """The equation of every row or column; raises `BadRules` for a formula that is no comparison of sums."""
        if not self.is_arithmetic:
            raise BadRules(
                f"the formula {self.text!r} is no comparison of two sums of cells; write addresses joined by + or -, "
                "with ==, <= or >= between the two sums"
            )
        names = [name for name, _ in self.each]
        unknown = sorted(set(_NAME.findall(self.text)) - set(names))
        if unknown:
            raise BadRules(
                f"the formula {self.text!r} has {{{unknown[0]}}}, for which `each` lists nothing"
            )
        return tuple(
            _equation(self.text.format(**dict(zip(names, chosen, strict=True))))
            for chosen in product(*(values for _, values in self.each))
        )


def _equation(text: str) -> Equation:
    """Return the equation with every addend on the side where it has a plus."""
    left, relation, right = _COMPARED.split(text)
    sides = [(_addends(left) or [], 1), (_addends(right) or [], -1)]
    operands = [
        Operand(address, side * sign, before=earlier)
        for addends, side in sides
        for sign, address, earlier in addends
    ]
    return Equation(
        tuple(sorted(operands, key=lambda operand: -operand.sign)), _RELATIONS[relation]
    )


def _addends(side: str) -> list[tuple[int, str, bool]] | None:
    """The addends of a sum, each with its sign, its address and whether it is last year's; `None` if it is no sum."""
    side = side.strip()
    text = side if side[:1] in ("+", "-") else f"+{side}"
    found = list(_matches(text))
    if "".join(match[0] for match in found) != text:
        return None
    return [
        (
            -1 if match["sign"] == "-" else 1,
            match["cell"].removeprefix("prev."),
            bool(match["prev"]),
        )
        for match in found
        if match["cell"] != "0"
    ]


def _matches(text: str) -> Iterator[re.Match[str]]:
    place = 0
    while match := _ADDEND.match(text, place):
        yield match
        place = match.end()
