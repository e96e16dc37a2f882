"""Every row of every form: a report that uses it rightly is never blamed for it."""

from __future__ import annotations

import random

import pytest
from sheetwork import Values, report_of

from govinfo.consistency import RULES, check
from govinfo.figures import Address
from govinfo.forms import FORMS, Form, Row
from govinfo.model import Head
from govinfo.testing.drafts.amounts import balanced

TABLED = [form for form in FORMS if form.tables]
DRAFTS = 150


def broken(values: Values, form: Form) -> list[str]:
    """The rules about figures that these values break; no body is known to make no rules."""
    found = check(report_of(values, form.id, head=Head())).broken
    return [
        str(finding)
        for finding in found
        if finding.rule.startswith(("T2", "T3", "T4", "STAT", "CELL"))
    ]


@pytest.mark.parametrize("form", TABLED, ids=str)
def test_a_consistent_draft_that_uses_a_row_keeps_every_rule(form: Form) -> None:
    """Drafts that add up break nothing, and between them each row of the form holds other figures than 0."""
    used: set[str] = set()
    for seed in range(DRAFTS):
        values = balanced(form, random.Random(seed))
        used |= {Address(address).row for address, value in values.items() if value}
        assert broken({a: str(v) for a, v in values.items()}, form) == []

    rows = {row.id for table in form.tables for block in table.blocks for row in block.data_rows}
    assert used == rows


@pytest.mark.parametrize(
    ("form", "row"),
    [
        (form, row)
        for form in TABLED
        for table in form.tables
        for row in table.rows
        if row.instead_of and all(form.has(f"{table.id}.{other}") for other in row.instead_of)
    ],
    ids=str,
)
@pytest.mark.parametrize("printed", [True, False])
def test_a_row_in_the_place_of_others_keeps_every_rule(form: Form, row: Row, printed: bool) -> None:  # noqa: FBT001
    """What the others counted stands in the one row: they hold 0, or the table does not print them at all."""
    for seed in range(DRAFTS):
        values: dict[str, int | str | None] = {
            a: str(v) for a, v in balanced(form, random.Random(seed)).items()
        }
        for column in ("current", "cumulative"):
            cells = [f"statistics.{other}.{column}" for other in row.instead_of]
            own = f"statistics.{row.id}.{column}"
            values[own] = sum(int(values[cell] or 0) for cell in (own, *cells))
            values |= dict.fromkeys(cells, 0 if printed else None)
        assert broken(values, form) == []


@pytest.mark.parametrize(
    ("row", "verdict"),
    [("other", "holds"), ("other_misc", "holds"), ("nothing", "broken")],
    ids=str,
)
def test_other_outcomes_count_in_the_row_that_holds_them(row: str, verdict: str) -> None:
    """With （六）其他处理 as a row of figures above its three own, an outcome may stand in it or in one of them."""
    cells = ("new_received", "outcomes_total", row)
    values: Values = {"requests.other.total": 0} | {
        f"requests.{one}.{column}": 4
        for one in cells
        for column in ("natural_person", "total")
        if one != "nothing"
    }
    found = [f.verdict for f in RULES["T3.OUTCOMES_TOTAL"].check(report_of(values)) if f.right == 4]

    assert found == [verdict, verdict]
