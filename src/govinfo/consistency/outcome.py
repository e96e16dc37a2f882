"""What a rule comes to: an outcome is numbers and addresses, without a word of explanation.

Every identity of the forms (勾稽关系) is written as an equation whose addends all stand with a plus
on one side or the other; what the law states with a minus is carried over. Then the sign of a term
says on which side it stands.
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
from govinfo.model import Claim

__all__ = ["Outcome", "Severity", "Side", "Term", "Verdict", "weigh", "weigh_all"]


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
    """The subordinate body that the cell belongs to; `None` for the body whose report is checked."""


class Outcome(NamedTuple):
    """The verdict of one application of a rule, with the numbers that led to it."""

    verdict: Verdict
    operands: tuple[Operand, ...] = ()
    left: Side = None
    right: Side = None
    relation: str = ""
    """`=`, `≥` or `≤` between the two sides, when the rule is arithmetic."""
    reason: str = ""
    """A word for what was missing, when it was something else than a cell's number."""
    said: tuple[Claim, ...] = ()
    """What the prose says of it."""
    determined: tuple[tuple[str, Number], ...] = ()
    """The cells without a number about which the identities leave no choice, each with the number it stands for."""


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
    impossible: Mapping[Equation, str] = MappingProxyType({}),
) -> Iterator[Outcome]:
    """Yield what each equation comes to; those of which not one number was read come last, and as one.

    A blank form breaks no identity and keeps none, and to say so once is enough. An equation that
    no number in its blank cells could make true is broken; those are given, each with the reason
    that is told.
    """
    unread: list[Operand] = []
    relation = "="
    for one in stated:
        outcome = weigh(one, values, before)
        if impossible and one in impossible:
            yield outcome._replace(verdict=Verdict.BROKEN, reason=impossible[one])
        elif outcome.verdict is Verdict.UNASSESSABLE and _nothing_read(one, values, before):
            unread += one.operands
            relation = one.relation
        else:
            yield outcome
    if unread:
        yield Outcome(Verdict.UNASSESSABLE, tuple(dict.fromkeys(unread)), relation=relation)


def _nothing_read(stated: Equation, values: Values, before: Values | None) -> bool:
    return all(
        ((before or {}) if o.before else values).get(o.address) is None for o in stated.operands
    )
