"""The evidence for a set of changes and against it: prose, totals, other years, typing errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import permutations
from typing import TypeAlias

from attrs import field, frozen

from govinfo.consistency.context import Context, total_of
from govinfo.consistency.messages import words_at
from govinfo.consistency.names import Statement, cell_name
from govinfo.consistency.outcome import Outcome, Verdict
from govinfo.consistency.repair.typos import slip_of
from govinfo.errors import require_language
from govinfo.figures import Address, Number
from govinfo.forms.formulas import Equation
from govinfo.model import Report
from govinfo.wording import Lang

__all__ = ["Background", "Change", "Evidence", "evidence_of", "rank_of"]


@frozen
class Change:
    """One cell with another value."""

    address: str
    """The address of the cell."""
    old: Number
    """The value as read."""
    new: Number
    """The value that makes the identities hold."""
    cell: Statement | None = field(default=None, eq=False)
    """The labels of its row and column; `None` if they are not known."""

    def text(self, lang: Lang = "zh") -> str:
        """Return the change as words: the cell, what is there, and what to write.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        require_language(lang)
        cell = self.address if self.cell is None else self.cell.in_(lang)
        if lang == "zh":
            return f"{cell}由 {self.old} 改为 {self.new}"
        return f"{cell}: {self.new} instead of {self.old}"


@frozen
class Evidence:
    """One reason for a set of changes, or against it."""

    kind: str
    """`prose`, `totals`, `year`, `slip` or `shift`."""
    supports: bool
    """Whether it supports the changes; otherwise it contradicts them."""
    statement: Statement
    """The reason in words, in both languages."""

    def __str__(self) -> str:
        return str(self.statement)


Changes: TypeAlias = tuple[Change, ...]


@frozen(eq=False)
class Background:
    """Where evidence is looked for: the report, and its neighbours in order of year."""

    context: Context
    neighbours: tuple[Report, ...] = ()

    @cached_property
    def sums(self) -> Mapping[Equation, str]:
        """Each identity that a change may repair, with its id.

        Which rows of an annex a sum counts depends on those that the document has: only the rules
        know it. A total that they add up in several ways is left out, as each asks for another
        number.
        """
        if self.context.report.form.is_tabular:
            return self.context.identities
        return {
            Equation(outcome.operands, outcome.relation): name
            for name, outcome in self._judged
            if outcome.verdict is not Verdict.UNASSESSABLE and not outcome.reason
        }

    @cached_property
    def left_out(self) -> tuple[str, ...]:
        """The ids of the identities that are broken, and for which no change is looked for."""
        if self.context.report.form.is_tabular:
            return ()
        broken = (
            name for name, one in self._judged if one.verdict is Verdict.BROKEN and one.reason
        )
        return tuple(dict.fromkeys(broken))

    @cached_property
    def _judged(self) -> tuple[tuple[str, Outcome], ...]:
        """What the rules about the sums of an annex come to."""
        from govinfo.consistency.rules import RULES

        names = (name for name in self.context.equations if name in RULES)
        return tuple((name, one) for name in names for one in RULES[name].judge(self.context))

    @property
    def gaps(self) -> Mapping[Equation, Number]:
        """By how much the left side of each of these sums is more than its right side."""
        gaps = dict[Equation, Number]()
        for equation in self.sums:
            left, right = equation.sums(self.context.values, None)
            if left is not None and right is not None and equation.relation == "=":
                gaps[equation] = left - right
        return gaps


def prose(changes: Changes, background: Background) -> Iterator[Evidence]:
    """Yield the exact figures in prose that agree only after the changes, or no longer do."""
    report, before = background.context.report, background.context.values
    after = {**before, **{change.address: change.new for change in changes}}
    for claim in report.claims:
        if not claim.address or claim.value is None or claim.hedged:
            continue
        agrees = total_of(claim.address, after) == claim.value
        if agrees != (total_of(claim.address, before) == claim.value):
            quoted = words_at(report, *claim.span)
            named = " + ".join(cell_name(cell, report).en for cell in claim.address.split("+"))
            verdict = _MEETS if agrees else _MEETS_NO_LONGER
            text = Statement(
                f"正文“{quoted}”{verdict.zh}",
                f"the prose has {claim.value} for {named}, which {verdict.en}",
            )
            yield Evidence("prose", agrees, text)


_MEETS = Statement("改动后才相符", "agrees only then")
_MEETS_NO_LONGER = Statement("改动后不再相符", "no longer agrees")


def totals(changes: Changes, background: Background) -> Iterator[Evidence]:
    """Yield each printed total that changes, or that none does, which supports the changes.

    In an annex every number stands in one sum or two, and its totals are no surer than the rest.
    """
    none_changes = background.context.report.form.is_tabular
    for change in changes:
        address = Address(change.address)
        if address.column == "total" or address.row == "outcomes_total":
            none_changes = False
            cell = cell_name(address, background.context.report)
            zh, en = f"要改动已印出的总计：{cell.zh}", f"a printed total changes: {cell.en}"
            yield Evidence("totals", supports=False, statement=Statement(zh, en))
    if none_changes:
        text = Statement("已印出的总计均不改动", "no printed total changes")
        yield Evidence("totals", supports=True, statement=text)


def years(changes: Changes, background: Background) -> Iterator[Evidence]:
    """Yield whether 上年结转 and 结转下年度继续办理 meet those of the years before and after."""
    year = background.context.report.year
    for neighbour in background.neighbours:
        for row, other_row, later in _CARRIED:
            if year is None or neighbour.year != year + later:
                continue
            for change in changes:
                address = Address(change.address)
                other = f"requests.{other_row}.{address.column}"
                if address.row != row or other not in neighbour:
                    continue
                known = neighbour[other].value
                if known is not None and known in (change.old, change.new):
                    cell = cell_name(other, neighbour)
                    verdict = _MEETS if known == change.new else _MEETS_NO_LONGER
                    text = Statement(
                        f"{neighbour.year}年报告的{cell.zh}为 {known}，{verdict.zh}",
                        f"the report for {neighbour.year} has {known} in {cell.en}, "
                        f"which {verdict.en}",
                    )
                    yield Evidence("year", verdict is _MEETS, text)


def slips(changes: Changes, background: Background) -> Iterator[Evidence]:
    """Yield the changes that one slip of a single digit explains."""
    for change in changes:
        slip = slip_of(change.old, change.new)
        if slip is not None:
            cell = cell_name(change.address, background.context.report)
            text = Statement(
                f"{cell.zh}应为 {change.new} 而印作 {change.old}，是{slip.zh}",
                f"{change.old} for {change.new} in {cell.en} is {slip.en}",
            )
            yield Evidence("slip", supports=True, statement=text)


def shifts(changes: Changes, background: Background) -> Iterator[Evidence]:
    """Yield the changes to a number that is printed in the next cell, if that changes as well."""
    report = background.context.report
    for change, other in permutations(changes, 2):
        first, second = Address(change.address), Address(other.address)
        if not change.new or change.new != other.old or first.table != second.table:
            continue
        table = report.tables[first.table]
        rows, columns = [row.id for row in table.rows], [column.id for column in table.columns]
        down = rows.index(first.row) - rows.index(second.row)
        right = columns.index(first.column) - columns.index(second.column)
        if abs(down) + abs(right) == 1:
            cell, printed = cell_name(change.address, report), cell_name(other.address, report)
            text = Statement(
                f"{cell.zh}应有的 {change.new} 印在了相邻的{printed.zh}",
                f"the {change.new} that {cell.en} needs is printed next to it, in {printed.en}",
            )
            yield Evidence("shift", supports=True, statement=text)


SOURCES: tuple[Callable[[Changes, Background], Iterator[Evidence]], ...] = (
    prose,
    totals,
    years,
    slips,
    shifts,
)
"""The functions that yield evidence, the strongest first."""
_RANKED_KINDS: tuple[tuple[str, ...], ...] = (("prose",), ("totals",), ("year",), ("slip", "shift"))
"""The kinds of evidence, the strongest first; kinds in one group have the same weight."""
_CARRIED = (("carried_over", "carried_forward", -1), ("carried_forward", "carried_over", 1))
"""A row, the row of another year that holds the same number, and how many years later that is."""


def evidence_of(changes: Changes, background: Background) -> tuple[Evidence, ...]:
    """Return all evidence for the changes or against them, the strongest first."""
    return tuple(dict.fromkeys(each for source in SOURCES for each in source(changes, background)))


def rank_of(changes: Changes, found: tuple[Evidence, ...]) -> tuple[int | Number, ...]:
    """Return the key to sort by: best evidence first, changes that contradict the prose last."""
    against_prose = sum(each.kind == "prose" and not each.supports for each in found)
    counts = (
        -sum(1 if each.supports else -1 for each in found if each.kind in kinds)
        for kinds in _RANKED_KINDS
    )
    distance = sum(
        (max(change.new, change.old) - min(change.new, change.old) for change in changes), 0
    )
    return (against_prose, *counts, distance)
