"""What speaks for a set of changes, and what against: the prose, the totals, the years around, slips of the hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import permutations
from typing import TypeAlias

from attrs import frozen

from govinfo.consistency.context import Context
from govinfo.consistency.messages import Lang, Statement, labels
from govinfo.consistency.repair.typos import slip_of
from govinfo.figures import Address, Number
from govinfo.model import Claim, Report

__all__ = ["Case", "Change", "Evidence", "evidence_of", "rank_of"]


@frozen
class Change:
    """One cell with another value."""

    address: str
    """The address of the cell."""
    old: Number
    """The value as read."""
    new: Number
    """The value that makes the identities hold."""


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


Values: TypeAlias = Mapping[str, Number | None]
Changes: TypeAlias = tuple[Change, ...]


@frozen(eq=False)
class Case:
    """What the evidence is looked for in: the report, and those of the years around it in the order of their years."""

    context: Context
    neighbours: tuple[Report, ...] = ()


def prose(changes: Changes, case: Case) -> Iterator[Evidence]:
    """Exact figures in the prose that agree with the table only after the changes, and those that no longer do."""
    before = case.context.values
    after = _after(changes, before)
    for claim in case.context.report.claims:
        if claim.address and claim.value is not None and not claim.hedged:
            agrees = _agrees(claim, after)
            if agrees != _agrees(claim, before):
                yield Evidence("prose", agrees, _said(claim, case.context.report, agrees=agrees))


def totals(changes: Changes, case: Case) -> Iterator[Evidence]:
    """Totals that are left as they are printed speak for the changes, each that changes speaks against them."""
    changed = [change.address for change in changes if _is_total(Address(change.address))]
    for address in changed:
        zh, en = (_cell(address, case.context.report, lang) for lang in ("zh", "en"))
        text = Statement(f"要改动已印出的总计 {zh}", f"a printed total changes, {en}")
        yield Evidence("totals", supports=False, statement=text)
    if not changed:
        text = Statement("已印出的总计均不改动", "no printed total changes")
        yield Evidence("totals", supports=True, statement=text)


def years(changes: Changes, case: Case) -> Iterator[Evidence]:
    """Whether 上年结转 and 结转下年度继续办理 meet those of the reports for the years before and after."""
    year = case.context.report.year
    for neighbour in case.neighbours:
        for row, other_row, later in _CARRIED:
            if year is not None and neighbour.year == year + later:
                yield from _meeting(changes, row, other_row, neighbour)


def slips(changes: Changes, case: Case) -> Iterator[Evidence]:
    """Changes that one slip of a single figure explains."""
    for change in changes:
        slip = slip_of(change.old, change.new)
        if slip is not None:
            zh, en = (_cell(change.address, case.context.report, lang) for lang in ("zh", "en"))
            text = Statement(
                f"{zh} 应为 {change.new} 而印作 {change.old}，是{slip.zh}",
                f"{change.old} for {change.new} in {en} is {slip.en}",
            )
            yield Evidence("slip", supports=True, statement=text)


def shifts(changes: Changes, case: Case) -> Iterator[Evidence]:
    """Changes to a number that is printed in the cell beside, above or below, which changes as well."""
    for change, other in permutations(changes, 2):
        if (
            change.new
            and change.new == other.old
            and _beside(change.address, other.address, case.context.report)
        ):
            zh, en = (_cell(change.address, case.context.report, lang) for lang in ("zh", "en"))
            from_zh, from_en = (
                _cell(other.address, case.context.report, lang) for lang in ("zh", "en")
            )
            text = Statement(
                f"{zh} 应有的 {change.new} 印在了相邻的 {from_zh}",
                f"the {change.new} that {en} needs is printed next to it, in {from_en}",
            )
            yield Evidence("shift", supports=True, statement=text)


SOURCES: tuple[Callable[[Changes, Case], Iterator[Evidence]], ...] = (
    prose,
    totals,
    years,
    slips,
    shifts,
)
"""Where evidence comes from, the weightiest first."""
_WEIGHED: tuple[tuple[str, ...], ...] = (("prose",), ("totals",), ("year",), ("slip", "shift"))
"""The kinds of evidence in the order in which they rank; kinds that stand together count alike."""
_CARRIED = (("carried_over", "carried_forward", -1), ("carried_forward", "carried_over", 1))
"""A row, the row of another year that says the same, and how many years on that one is."""


def evidence_of(changes: Changes, case: Case) -> tuple[Evidence, ...]:
    """Return all that speaks for the changes or against them, the weightiest first."""
    return tuple(dict.fromkeys(each for source in SOURCES for each in source(changes, case)))


def rank_of(changes: Changes, found: tuple[Evidence, ...]) -> tuple[int | Number, ...]:
    """Return what changes are sorted by: those that the prose contradicts come last, the best evidence comes first."""
    against_prose = sum(each.kind == "prose" and not each.supports for each in found)
    counts = (
        -sum(1 if each.supports else -1 for each in found if each.kind in kinds)
        for kinds in _WEIGHED
    )
    return (against_prose, *counts, _distance(changes))


def _after(changes: Changes, values: Values) -> Values:
    return {**values, **{change.address: change.new for change in changes}}


def _agrees(claim: Claim, values: Values) -> bool:
    """Whether a figure in the prose is that of its cell, or of the sum of its cells."""
    cells = [values.get(address) for address in (claim.address or "").split("+")]
    return None not in cells and sum((value or 0 for value in cells), 0) == claim.value


def _said(claim: Claim, report: Report, *, agrees: bool) -> Statement:
    quoted = "".join(report.quote(claim.span).split())
    cells = " + ".join(_cell(address, report, "en") for address in (claim.address or "").split("+"))
    zh, en = (
        ("改动后才相符", "agrees only then") if agrees else ("改动后不再相符", "no longer agrees")
    )
    return Statement(f"正文“{quoted}”{zh}", f"the prose has {claim.value} for {cells}, which {en}")


def _is_total(address: Address) -> bool:
    return address.column == "total" or address.row == "outcomes_total"


def _meeting(changes: Changes, row: str, other_row: str, neighbour: Report) -> Iterator[Evidence]:
    """The changes in one row that bring it to what another year's report says, or away from that."""
    for change in changes:
        address = Address(change.address)
        other = f"requests.{other_row}.{address.column}"
        known = neighbour[other].value if address.row == row and other in neighbour else None
        if known is not None and known in (change.old, change.new):
            zh, en = (_cell(other, neighbour, lang) for lang in ("zh", "en"))
            met = known == change.new
            text = Statement(
                f"{neighbour.year}年报告的 {zh} 为 {known}，{'改动后才相符' if met else '改动后不再相符'}",
                f"the report for {neighbour.year} has {known} as {en}, "
                f"which {'agrees only then' if met else 'no longer agrees'}",
            )
            yield Evidence("year", met, text)


def _beside(one: str, other: str, report: Report) -> bool:
    """Whether two cells of one table stand side by side, or one above the other."""
    cells = Address(one), Address(other)
    if cells[0].table != cells[1].table:
        return False
    table = report.tables[cells[0].table]
    rows, columns = [row.id for row in table.rows], [column.id for column in table.columns]
    down = rows.index(cells[0].row) - rows.index(cells[1].row)
    right = columns.index(cells[0].column) - columns.index(cells[1].column)
    return abs(down) + abs(right) == 1


def _cell(address: str, report: Report, lang: Lang) -> str:
    row, column = labels(address, report, lang)
    return f"“{row}”行“{column}”列" if lang == "zh" else f"{row} {column}"


def _distance(changes: Changes) -> Number:
    """By how much the cells change in all."""
    return sum((max(change.new, change.old) - min(change.new, change.old) for change in changes), 0)
