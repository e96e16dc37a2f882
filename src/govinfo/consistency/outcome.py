"""What a rule comes to: numbers and addresses, without any words.

Every identity of the forms (勾稽关系) is an equation. Each addend stands on the side where it has a
plus. So the sign of a term says on which side it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from operator import eq, ge, le
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from attrs import frozen

from govinfo.figures import Number
from govinfo.forms.formulas import Equation, Operand, Values
from govinfo.parts import Claim
from govinfo.spans import Span

__all__ = ["Cause", "Outcome", "Severity", "Side", "Term", "Verdict", "weigh", "weigh_all"]


class Verdict(StrEnum):
    """What a rule says about a report."""

    HOLDS = "holds"
    """The rule applies and holds."""
    BROKEN = "broken"
    """The rule applies and does not hold."""
    UNASSESSABLE = "unassessable"
    """A value that the rule needs is unread, blank or in doubt."""


class Severity(StrEnum):
    """The weight of a broken rule."""

    ERROR = "error"
    """The report contradicts its form: a sum is wrong, or a required part is missing."""
    WARNING = "warning"
    """The report is probably wrong, or leaves out something."""
    INFO = "info"
    """Something worth a look; there may be a good reason for it."""


Side: TypeAlias = Number | date | str | None
"""What stands on one side of a comparison; `None` when it is not known."""


@frozen
class Term:
    """One cell that a finding is about."""

    address: str
    """The address of the cell."""
    sign: int
    """1 on the left of the comparison, -1 on the right."""
    value: Number | None
    """The number, or `None` if none was read."""
    year: int | None = None
    """The year of the report that the cell belongs to."""
    agency: str | None = None
    """The subordinate body that the cell belongs to; `None` for the body that is checked."""


class Cause(NamedTuple):
    """Why an outcome is what it is, where its numbers do not say it."""

    reason: str
    """A key of the messages, such as `gap`."""
    identities: tuple[str, ...] = ()
    """The ids of the identities that it speaks of."""


class Outcome(NamedTuple):
    """The verdict of one application of a rule, with the numbers that led to it."""

    verdict: Verdict
    operands: tuple[Operand, ...] = ()
    left: Side = None
    right: Side = None
    relation: str = ""
    """`=`, `≥` or `≤` between the two sides, when the rule is arithmetic."""
    reason: str = ""
    """A key of the messages, such as `gap`: what was missing, or what else there is to say."""
    said: tuple[Claim, ...] = ()
    """What the prose says of it."""
    determined: tuple[tuple[str, Number], ...] = ()
    """The cells without a number for which the identities leave one number only, each with that."""
    identities: tuple[str, ...] = ()
    """The ids of the identities that `reason` or `determined` speaks of."""
    places: tuple[Span, ...] = ()
    """The places in the source text that it is about, where they are neither cells nor claims."""


_RELATIONS = {"=": eq, "≥": ge, "≤": le}


def weigh(stated: Equation, values: Values, before: Values | None = None) -> Outcome:
    """Return what an equation comes to; one missing number makes it unassessable."""
    left, right = stated.sums(values, before)
    if left is None or right is None:
        return Outcome(Verdict.UNASSESSABLE, stated.operands, left, right, stated.relation)
    held = _RELATIONS[stated.relation](left, right)
    verdict = Verdict.HOLDS if held else Verdict.BROKEN
    return Outcome(verdict, stated.operands, left, right, stated.relation)


def weigh_all(
    stated: Iterable[Equation],
    values: Values,
    before: Values | None = None,
    impossible: Mapping[Equation, Cause] = MappingProxyType({}),
) -> Iterator[Outcome]:
    """Yield what each equation comes to; those without a single number come last, as one outcome.

    Args:
        stated: The equations.
        values: The number at each address, or `None`.
        before: The same of the report for the year before, if there is one.
        impossible: The equations that no numbers in their blank cells could make true. They are
            broken, for the cause that is given.

    """
    unread: list[Operand] = []
    relation = "="
    for one in stated:
        outcome = weigh(one, values, before)
        if impossible and one in impossible:
            yield outcome._replace(verdict=Verdict.BROKEN, **impossible[one]._asdict())
        elif outcome.verdict is Verdict.UNASSESSABLE and all(
            ((before or {}) if cell.before else values).get(cell.address) is None
            for cell in one.operands
        ):
            unread += one.operands
            relation = one.relation
        else:
            yield outcome
    if unread:
        yield Outcome(Verdict.UNASSESSABLE, tuple(dict.fromkeys(unread)), relation=relation)
