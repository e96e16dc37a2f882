"""The identities of the tables (勾稽关系): every equation that the cells of one report must satisfy.

The form prints one of them itself, above the first column of table three:
本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和. The others follow from its rows and columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govinfo.consistency.context import Sheet
from govinfo.forms.form2021 import FORM2021
from govinfo.forms.formulas import Equation, Formula

__all__ = [
    "BALANCE",
    "COLUMNS",
    "OTHER_IN_ONE",
    "OTHER_IN_THREE",
    "PROCEEDINGS",
    "ROW_TOTALS",
    "TOTALS",
    "balances_of",
    "identities",
    "other_in_one_row",
    "outcome_totals_of",
    "row_totals_of",
    "rows_of",
]

_BLOCK = FORM2021.table("requests").blocks[0]
COLUMNS = tuple(column.id for column in _BLOCK.columns)
_APPLICANTS = COLUMNS[:-1]
_OUTCOMES = tuple(row.id for row in _BLOCK.data_rows[2:-2])
"""（一）至（六）, with （六）其他处理 in the three rows that it has since 2021."""
_OTHER_ROWS = tuple(row for row in _OUTCOMES if row.startswith("other_"))
_ROWS = tuple(row.id for row in _BLOCK.data_rows)
BALANCE = Formula(
    "requests.new_received.{column} + requests.carried_over.{column}"
    " == requests.outcomes_total.{column} + requests.carried_forward.{column}",
    {"column": COLUMNS},
)


def _outcomes(*other: str) -> Formula:
    rows = (*_OUTCOMES[: -len(_OTHER_ROWS)], *other)
    addends = " + ".join(f"requests.{row}.{{column}}" for row in rows)
    return Formula(f"{addends} == requests.outcomes_total.{{column}}", {"column": COLUMNS})


def _rows(rows: tuple[str, ...]) -> Formula:
    addends = " + ".join(f"requests.{{row}}.{column}" for column in _APPLICANTS)
    return Formula(f"{addends} == requests.{{row}}.total", {"row": rows})


OTHER_IN_THREE, OTHER_IN_ONE = _outcomes(*_OTHER_ROWS), _outcomes("other")
ROW_TOTALS = _rows((*_ROWS[:-2], "other", *_ROWS[-2:]))


_RESULTS = ("upheld", "corrected", "other", "pending")


def _total_of(proceeding: str) -> Formula:
    """The total of one proceeding: 总计 is 结果维持, 结果纠正, 其他结果 and 尚未审结 together."""
    addends = " + ".join(f"review.{proceeding}.{result}" for result in _RESULTS)
    return Formula(f"{addends} == review.{proceeding}.total")


TOTALS = {
    proceeding: _total_of(proceeding)
    for proceeding in ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
}
PROCEEDINGS: dict[str, Equation] = {proceeding: formula.equations[0] for proceeding, formula in TOTALS.items()}
"""The identity of each proceeding."""


def identities(sheet: Sheet) -> Iterator[Equation]:
    """Yield the identities of tables three and four, in the shape that the document has."""
    yield from balances_of()
    yield from outcome_totals_of(in_one_row=other_in_one_row(sheet))
    yield from row_totals_of(rows_of(sheet))
    yield from PROCEEDINGS.values()


def other_in_one_row(sheet: Sheet) -> bool:
    """Whether （六）其他处理 is a single row of figures here; where both stand, the one that is used counts."""
    if any(_has(sheet, row) for row in _OTHER_ROWS):
        return _is_used(sheet, "other") and not any(_is_used(sheet, row) for row in _OTHER_ROWS)
    return sheet.report.form.id == "form2019" or _has(sheet, "other")


def balances_of() -> tuple[Equation, ...]:
    """Return the balance of each column."""
    return BALANCE.equations


def outcome_totals_of(*, in_one_row: bool) -> tuple[Equation, ...]:
    """Return the total of the outcomes in each column."""
    return (OTHER_IN_ONE if in_one_row else OTHER_IN_THREE).equations


@cache
def row_totals_of(rows: tuple[str, ...]) -> tuple[Equation, ...]:
    """Return the total of each row."""
    return _rows(rows).equations


def rows_of(sheet: Sheet) -> tuple[str, ...]:
    """The rows that hold figures, in the shape that the document has."""
    other = ("other",) if _has(sheet, "other") or other_in_one_row(sheet) else ()
    three = () if other_in_one_row(sheet) else _OTHER_ROWS
    return (*_ROWS[: -len(_OTHER_ROWS) - 2], *other, *three, *_ROWS[-2:])


def _has(sheet: Sheet, row: str) -> bool:
    return any(not sheet.absent(f"requests.{row}.{column}") for column in COLUMNS)


def _is_used(sheet: Sheet, row: str) -> bool:
    """Whether a row holds any other figure than 0."""
    return any(sheet.values.get(f"requests.{row}.{column}") for column in COLUMNS)
