"""Which cells would have to be different for every identity of tables three and four to hold.

The search does not say which cell is wrong, only what would do; often several sets would, and the
evidence ranks them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from math import prod
from typing import overload

from attrs import evolve, frozen

from govinfo.consistency.context import Sheet
from govinfo.consistency.identities import identities
from govinfo.consistency.messages import Statement
from govinfo.consistency.repair.bounds import impossible
from govinfo.consistency.repair.evidence import Case, Change, Evidence, evidence_of, rank_of
from govinfo.consistency.repair.localisation import (
    MOST_CHANGES,
    MOST_STEPS,
    End,
    Repair,
    Repairs,
    repairs,
)
from govinfo.errors import BadArgument
from govinfo.figures import Number
from govinfo.forms.formulas import Equation
from govinfo.model import Report, Reports, each_report

__all__ = ["MOST_SUGGESTIONS", "Change", "Evidence", "Suggestion", "Suggestions", "suggest"]

MOST_SUGGESTIONS = 1_000
"""Where cells that share no identity are wrong, every repair of the ones goes with every one of the others."""


@frozen
class Suggestion:
    """A smallest set of changes after which every identity holds."""

    changes: tuple[Change, ...]
    """The cells that change, in the order of the form."""
    evidence: tuple[Evidence, ...] = ()
    """The evidence for and against the changes, the strongest first."""

    @property
    def reason(self) -> str:
        """The size of the set and its evidence in one English sentence."""
        cells = "1 cell changes" if len(self.changes) == 1 else f"{len(self.changes)} cells change"
        return "; ".join([cells, *(each.statement.en for each in self.evidence)])


@frozen
class Suggestions(Sequence[Suggestion]):
    """A sequence of suggestions, those with the strongest evidence first."""

    _all: tuple[Suggestion, ...] = ()
    note: Statement | None = None
    """Why the list is empty, or why there may be more; `None` if the list is complete, or nothing is broken."""

    @overload
    def __getitem__(self, index: int) -> Suggestion: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Suggestion, ...]: ...
    def __getitem__(self, index: int | slice) -> Suggestion | tuple[Suggestion, ...]:
        """Return one suggestion, or for a slice those in it."""
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Suggestion]:
        return iter(self._all)


_NOTES = {
    End.IMPOSSIBLE: Statement(
        "可以改动的单元格无论怎样改，都不能使勾稽关系全部成立",
        "no change of the cells that may change makes every identity hold",
    ),
    End.STEPS: Statement(
        f"查找了 {MOST_STEPS} 步后停止，可能还有未列出的改法",
        f"the search was given up after {MOST_STEPS} steps, so there may be more than is listed",
    ),
    End.SIZE: Statement(
        f"相互关联的单元格中，改动 {MOST_CHANGES} 格仍不能使勾稽关系全部成立，未再查找更多格的改法",
        f"among cells that share identities no {MOST_CHANGES} changes make them all hold; larger sets were not tried",
    ),
}
"""What there is to say of a search that did not list every smallest set, the most telling first."""
_TOO_MANY = Statement(
    f"改法的组合过多，只列出 {MOST_SUGGESTIONS} 种",
    f"of too many combinations {MOST_SUGGESTIONS} are listed",
)

_STUCK = Statement(
    "含空白处的勾稽关系不在查找之列，其中有的无论空白处填何数均不能成立；会使之如此的改法不列出",
    "identities with blank cells are not repaired, and one cannot hold whatever they say; "
    "changes that would bring that about are not listed",
)


def suggest(report: Report, *, pinned: Iterable[str] = (), neighbours: Reports = ()) -> Suggestions:
    """Return the smallest sets of cell changes that make every broken identity of tables 3 and 4 hold.

    The search is exact. Among cells that share identities, directly or through others, it tries
    sets of one cell first, sets of two only if there is none, and so on up to four. Every value
    stays a count. Cells without a number keep their state, and their identities take no part, but
    no change may leave such a cell without a number that fits. Two cells that stand in exactly the
    same identities never change together, because nothing shows how they share the difference.

    Args: report: The report. pinned: The addresses of cells that are known to be right; they never
        change. neighbours: Reports of the same agency for the year before and the year after, in
        any order. They serve as
            evidence only.

    Returns: The suggestions, those with the strongest evidence first; none for a report that breaks
        no identity. Its `note` says why the list is empty or incomplete.

    Raises:
        UnknownAddress: The form of the report has no cell with a pinned address.

    """
    if not isinstance(report, Report):
        raise BadArgument(
            f"suggest takes one report, and was given {type(report).__name__}; `govinfo.parse` makes one"
        )
    kept = frozenset(pinned)
    for address in kept:
        report[address]  # an address that the report does not have is refused
    sheet = Sheet.of(report)
    case = Case(
        sheet,
        tuple(
            sorted(
                {other for _, other in each_report(neighbours)},
                key=lambda other: (other.year or 0, str(other.values())),
            )
        ),
    )
    found = list(repairs(identities(sheet), sheet.values, kept))
    # The likeliest repairs of each part come together first, so that a bound on their number costs
    # the least likely.
    parts = [sorted((_judged(each, case) for each in part.sets), key=_rank) for part in found]
    whole = islice(product(*parts), MOST_SUGGESTIONS) if parts else ()
    ranked = sorted((_joined(choice, case) for choice in whole), key=_rank)
    stuck = _stuck(sheet)
    listed = tuple(each for each in ranked if _stuck(_after(each, sheet)) <= stuck)
    return Suggestions(
        listed, _note(found) or (_STUCK if impossible(sheet) or len(listed) < len(ranked) else None)
    )


def _stuck(sheet: Sheet) -> set[Equation]:
    """The identities with blank cells that cannot hold, whatever these say."""
    return {identity for identity, reason in impossible(sheet).items() if reason == "impossible"}


def _after(suggestion: Suggestion, sheet: Sheet) -> Sheet:
    """The report as it would be with the changes."""
    return evolve(
        sheet,
        values={**sheet.values, **{change.address: change.new for change in suggestion.changes}},
    )


def _judged(repair: Repair, case: Case) -> Suggestion:
    """A repair as changes in the order of the form, with the evidence for them."""
    changes = tuple(
        Change(address, value, repair[address])
        for address, value in case.sheet.values.items()
        if value is not None and address in repair
    )
    return Suggestion(changes, evidence_of(changes, case))


def _joined(choice: tuple[Suggestion, ...], case: Case) -> Suggestion:
    """The repairs of all parts as one."""
    changes = tuple(change for one in choice for change in one.changes)
    return Suggestion(changes, evidence_of(changes, case)) if len(choice) > 1 else choice[0]


def _rank(suggestion: Suggestion) -> tuple[int | Number, ...]:
    return rank_of(suggestion.changes, suggestion.evidence)


def _note(found: list[Repairs]) -> Statement | None:
    ends = {part.end for part in found}
    many = prod(len(part.sets) for part in found) > MOST_SUGGESTIONS
    return next((note for end, note in _NOTES.items() if end in ends), _TOO_MANY if many else None)
