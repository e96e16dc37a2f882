"""The identities that one document must keep: those of its form, over the rows that it really has.

Offices mix forms: a report of 2021 may print （六）其他处理 as the single row of 2019, in place of
three. Such a row says which rows it stands for (`Row.instead_of`), and takes their place in every
identity.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from govinfo.figures import Address
from govinfo.forms import FORMS, Form, Row
from govinfo.forms.formulas import Equation, Values

__all__ = ["equations_of", "equations_over", "rows_of"]


def equations_of(
    form: Form, values: Values, lacking: Collection[str]
) -> Mapping[str, tuple[Equation, ...]]:
    """Return the equations of each identity of a form, over the rows that a document really has.

    Args:
        form: The form of the report.
        values: The number at each address of the report; addresses of other forms are rows that
            the report has beside those of its form.
        lacking: The addresses that the form has and the document does not.

    Returns:
        The equations by the id of their identity, such as `T3.BALANCE`.

    """
    if len(values) == len(form.positions):
        return form.equations
    return equations_over(form, *rows_of(form, values, lacking))


def rows_of(
    form: Form, values: Values, lacking: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return which rows a document has, and in which it holds a figure other than 0.

    Only rows that stand for others, and those others, `table.row`: the rest changes no equation.
    """
    concerned = _rows_concerned(form)
    printed, used = set[str](), set[str]()
    for address, value in values.items():
        row = address.rpartition(".")[0]
        if row in concerned:
            if address not in lacking:
                printed.add(row)
            if value:
                used.add(row)
    return frozenset(printed), frozenset(used)


@lru_cache(maxsize=256)
def equations_over(
    form: Form, printed: frozenset[str], used: frozenset[str]
) -> Mapping[str, tuple[Equation, ...]]:
    """Return the equations of each identity of a form over the rows that `rows_of` returns."""
    found = dict(form.equations)
    for table, row in _combined_rows(form):
        parts, whole = row.instead_of, f"{table}.{row.id}"
        own_parts = {f"{table}.{part}" for part in parts}
        form_has_row, both = form.has(whole), False
        counts = form_has_row or whole in printed
        if not printed.isdisjoint(own_parts):
            # Where both the one row and those that it stands for are printed, the one row counts
            # if it alone holds a figure other than 0.
            both = whole in printed
            counts = whole in used and used.isdisjoint(own_parts)
        if form_has_row == counts and (counts or not both):
            continue  # the document has the rows of its form
        names: dict[str, tuple[str, ...]] = {row.id: parts}
        own_equations = (*parts, row.id) if both else parts
        if counts:
            names, own_equations = dict.fromkeys(parts, (row.id,)), (row.id,)
        for name, equations in found.items():
            found[name] = _renamed(equations, table, names, own_equations)
    return MappingProxyType(found)


@cache
def _combined_rows(form: Form) -> tuple[tuple[str, Row], ...]:
    """Return the rows that stand for several others in a part of a report and concern this form."""
    found = dict[tuple[str, Row], None]()
    for other in FORMS:
        for table in other.tables:
            for row in () if table.is_annex else table.rows:
                names = (f"{table.id}.{name}" for name in (row.id, *row.instead_of))
                if row.instead_of and any(map(form.has, names)):
                    found[table.id, row] = None
    return tuple(found)


@cache
def _rows_concerned(form: Form) -> frozenset[str]:
    """Return the combined rows and those that they stand for, `table.row`."""
    return frozenset(
        f"{table}.{name}"
        for table, row in _combined_rows(form)
        for name in (row.id, *row.instead_of)
    )


def _renamed(
    equations: tuple[Equation, ...],
    table: str,
    names: Mapping[str, tuple[str, ...]],
    own_equations: tuple[str, ...],
) -> tuple[Equation, ...]:
    """Return equations over other rows of a table.

    An equation of one row alone, such as that of its total, becomes one equation for each row of
    `own_equations`. In all others a row that takes the place of several stands once.
    """
    concerned = {*names, *own_equations, *(row for rows in names.values() for row in rows)}
    found = dict[Equation, None]()
    for equation in equations:
        cells = [Address(operand.address) for operand in equation.operands]
        rows = {cell.row for cell in cells if cell.table == table}
        alone = len(rows) == 1 and rows <= concerned
        for own in own_equations if alone else ("",):
            operands = dict.fromkeys(
                operand._replace(address=f"{cell.table}.{name}.{cell.column}")
                for operand, cell in zip(equation.operands, cells, strict=True)
                for name in ((own,) if alone else names.get(cell.row, (cell.row,)))
            )
            found[Equation(tuple(operands), equation.relation)] = None
    return tuple(found)
