"""Rules as text: what a rule states in symbols, and for sums of cells the equations that follow from it.

An arithmetic formula compares two sums of cells: `review.{row}.total == review.{row}.upheld + …`, with `==`, `<=` or
`>=` between them. `prev.` before an address means the report for the year before, a name in braces stands for each of
the rows or columns listed for it. So other tools can run the rules, and a user can write one. What no sum can say is
stated in symbols all the same, for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import TypeAlias

from attrs import field, frozen

from govinfo.consistency.outcome import Equation, Operand
from govinfo.errors import BadRules

__all__ = ["Formula"]

_COMPARED = re.compile(r"\s*(==|<=|>=)\s*")
_ADDEND = re.compile(r"(?P<sign>[+-])\s*(?P<cell>(?P<prev>prev\.)?[a-z0-9_{}]+\.[a-z0-9_{}]+\.[a-z0-9_{}]+|0)\s*")
_NAME = re.compile(r"\{([a-z_]+)\}")
_RELATIONS = {"==": "=", "<=": "≤", ">=": "≥"}


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
            raise BadRules(f"the formula {self.text!r} has {{{unknown[0]}}}, for which `each` lists nothing")
        return tuple(
            _equation(self.text.format(**dict(zip(names, chosen, strict=True))))
            for chosen in product(*(values for _, values in self.each))
        )


def _equation(text: str) -> Equation:
    """Return the equation with every addend on the side where it has a plus."""
    left, relation, right = _COMPARED.split(text)
    sides = [(_addends(left) or [], 1), (_addends(right) or [], -1)]
    operands = [
        Operand(address, side * sign, before=earlier) for addends, side in sides for sign, address, earlier in addends
    ]
    return Equation(tuple(sorted(operands, key=lambda operand: -operand.sign)), _RELATIONS[relation])


def _addends(side: str) -> list[tuple[int, str, bool]] | None:
    """The addends of a sum, each with its sign, its address and whether it is last year's; `None` if it is no sum."""
    side = side.strip()
    text = side if side[:1] in ("+", "-") else f"+{side}"
    found = list(_matches(text))
    if "".join(match[0] for match in found) != text:
        return None
    return [
        (-1 if match["sign"] == "-" else 1, match["cell"].removeprefix("prev."), bool(match["prev"]))
        for match in found
        if match["cell"] != "0"
    ]


def _matches(text: str) -> Iterator[re.Match[str]]:
    place = 0
    while match := _ADDEND.match(text, place):
        yield match
        place = match.end()
