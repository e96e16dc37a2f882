"""Cell values: balanced by construction, so that every identity holds, or of any kind.

Real reports are mostly zeros with a few small numbers and now and then a large one; so are these.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from govinfo.figures import Number
from govinfo.forms import Column, Form, FormTable, Kind
from govinfo.testing.drafts.draft import Dice
from govinfo.testing.drafts.statistics import statistics

__all__ = ["arbitrary", "balanced"]

Cells = dict[str, Number]
Ids = tuple[str, ...]

_MAGNITUDES = (9, 9, 99, 999, 99_999)
_NONZERO_CELLS = (3, 0, 1, 8, 25)
_DENSE = 6
"""One report in so many has a number in nearly every cell of table 3."""


def balanced(form: Form, dice: Dice) -> Cells:
    """Return a number for every cell of the form, such that all identities between them hold."""
    fillers = {
        "proactive": _proactive,
        "requests": _requests,
        "review": _review,
        "statistics": statistics,
    }
    cells: Cells = {}
    for table in form.tables:
        cells |= fillers[table.id](table, dice)
    return {address: cells[address] for address in form.addresses}


def arbitrary(form: Form, dice: Dice) -> Cells:
    """Return a number for every cell of the form; nothing need add up."""
    return {address: _any_number(column, dice) for address, (_, column) in form.cells.items()}


def _any_number(column: Column, dice: Dice) -> Number:
    if column.kind is Kind.MONEY:
        # At most six decimals: an amount of yuan printed in 万元 has that many.
        places = dice.choice((0, 2, 1, 4, 6))
        return Decimal(_count(dice)) + Decimal(dice.randint(0, 10**places - 1)).scaleb(-places)
    sign = dice.choice((1, -1)) if column.kind is Kind.CHANGE else 1
    return sign * _count(dice)


def _amount(dice: Dice) -> int:
    return dice.randint(1, dice.choice(_MAGNITUDES))


def _count(dice: Dice) -> int:
    return _amount(dice) if dice.choice((False, False, True)) else 0


def _proactive(table: FormTable, dice: Dice) -> Cells:
    """Return the figures of table 2, within the bounds that the numbers of a row set."""
    cells: Cells = {}
    for block in table.blocks:
        for row in block.data_rows:
            own = {column.id: _any_number(column, dice) for column in block.columns}
            if "in_force" in own:
                own["in_force"] = max(0, own["issued"] - own["repealed"]) + _count(dice)
            if "total_disclosed" in own:
                own["total_disclosed"] = own["newly_disclosed"] + _count(dice)
            if "change" in own:
                own["change"] = max(own["change"], -own["prior_year_items"])
            cells |= {f"{table.id}.{row.id}.{name}": value for name, value in own.items()}
    return cells


def _requests(table: FormTable, dice: Dice) -> Cells:
    block = table.blocks[0]
    applicants = tuple(column.id for column in block.columns if column.id != "total")
    outcomes = tuple(row.id for row in block.data_rows if row.parent and row.id != "outcomes_total")
    counts = _outcomes(outcomes, applicants, dice)
    for applicant in applicants:
        # Requests received and carried over equal those decided and carried forward.
        decided = sum(counts[outcome, applicant] for outcome in outcomes)
        forward = dice.choice((0, 0, 0, 0, 0, 1, 3))
        over = min(decided + forward, dice.choice((0, 0, 0, 0, 0, 1, 4, 30)))
        counts["new_received", applicant] = decided + forward - over
        counts["carried_over", applicant] = over
        counts["outcomes_total", applicant] = decided
        counts["carried_forward", applicant] = forward
    return _with_totals(table.id, counts, (row.id for row in block.data_rows), applicants)


def _outcomes(outcomes: Ids, applicants: Ids, dice: Dice) -> dict[tuple[str, str], int]:
    if dice.randint(1, _DENSE) == _DENSE:
        return {
            (outcome, applicant): dice.randint(0, 40)
            for outcome in outcomes
            for applicant in applicants
        }
    counts = {(outcome, applicant): 0 for outcome in outcomes for applicant in applicants}
    # Most requests are made by natural persons, and granted.
    likely_outcomes = outcomes[:1] * len(outcomes) + outcomes
    likely_applicants = applicants[:1] * len(applicants) + applicants
    for _ in range(dice.choice(_NONZERO_CELLS)):
        counts[dice.choice(likely_outcomes), dice.choice(likely_applicants)] += _amount(dice)
    return counts


def _review(table: FormTable, dice: Dice) -> Cells:
    block = table.blocks[0]
    results = tuple(column.id for column in block.columns if column.id != "total")
    rows = tuple(row.id for row in block.rows)
    counts = {(row, result): 0 for row in rows for result in results}
    for _ in range(dice.choice((0, 1, 2, 5))):
        counts[dice.choice(rows), dice.choice(results)] += _amount(dice)
    return _with_totals(table.id, counts, rows, results)


def _with_totals(
    table: str, counts: dict[tuple[str, str], int], rows: Iterable[str], columns: Ids
) -> Cells:
    cells: Cells = {}
    for row in rows:
        cells |= {f"{table}.{row}.{column}": counts[row, column] for column in columns}
        cells[f"{table}.{row}.total"] = sum(counts[row, column] for column in columns)
    return cells
