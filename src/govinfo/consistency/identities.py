"""The identities that one document must keep: those of its form, over the rows that it really has.

Offices mix forms: a report of 2021 may print （六）其他处理 as the single row of 2019, in place of
three. Such a row says which rows it stands for (`Row.instead_of`), and takes their place in every
identity.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from govinfo.consistency.context import Context
from govinfo.figures import Address
from govinfo.forms import FORMS, Form, Row
from govinfo.forms.formulas import Equation, Operand

__all__ = ["equations_of", "identities"]


def identities(context: Context) -> Iterator[Equation]:
    """Yield every identity of the tables in the parts of a report, in the shape that the document has."""
    form = context.report.form
    if form.is_tabular:
        for identity in form.identities:
            yield from equations_of(context, identity.id)


def equations_of(context: Context, identity: str) -> tuple[Equation, ...]:
    """Return the equations of one identity of the form, in the shape that the document has; none if it has no such."""
    form = context.report.form
    equations = _equations(form).get(identity, ())
    if len(context.values) == len(form.positions):
        return equations
    for table, row in _combined_rows(form):
        equations = _in_shape(equations, _shape(context, table, row))
    return equations


@cache
def _equations(form: Form) -> dict[str, tuple[Equation, ...]]:
    return {identity.id: identity.equations for identity in form.identities}


@cache
def _rows(form: Form) -> frozenset[str]:
    """The rows of figures of a form, each with its table."""
    return frozenset(address.rpartition(".")[0] for address in form.addresses)


@cache
def _combined_rows(form: Form) -> tuple[tuple[str, Row], ...]:
    """The rows, of any form, that stand for several others in a part of a report, and concern this form."""
    return tuple(
        dict.fromkeys(
            (table.id, row)
            for other in FORMS
            for table in other.tables
            if not table.is_annex
            for row in table.rows
            if row.instead_of
            and not _rows(form).isdisjoint(
                f"{table.id}.{name}" for name in (row.id, *row.instead_of)
            )
        )
    )


@frozen
class _Shape:
    """One row that stands for several, and what of them a document prints."""

    table: str
    row: Row
    is_own: bool
    """Whether the form has the one row, not those that it stands for."""
    counts: bool
    """Whether the one row counts here; where both stand, the one that is used does."""
    both: bool
    """Whether the one row and those that it stands for are all printed."""


def _shape(context: Context, table: str, row: Row) -> _Shape:
    is_own, printed = (
        f"{table}.{row.id}" in _rows(context.report.form),
        _has(context, table, row.id),
    )
    if not any(_has(context, table, part) for part in row.instead_of):
        return _Shape(table, row, is_own, is_own or printed, both=False)
    parts_used = any(_is_used(context, table, part) for part in row.instead_of)
    return _Shape(
        table, row, is_own, _is_used(context, table, row.id) and not parts_used, both=printed
    )


def _has(context: Context, table: str, row: str) -> bool:
    return any(not context.absent(address) for address in _cells(context, table, row))


def _is_used(context: Context, table: str, row: str) -> bool:
    """Whether a row holds any other figure than 0."""
    return any(context.values[address] for address in _cells(context, table, row))


def _cells(context: Context, table: str, row: str) -> list[str]:
    return [address for address in context.values if address.startswith(f"{table}.{row}.")]


@cache
def _in_shape(equations: tuple[Equation, ...], shape: _Shape) -> tuple[Equation, ...]:
    """Return the equations with one row in place of several, or several in place of one."""
    if shape.is_own == shape.counts and (shape.counts or not shape.both):
        return equations
    one, parts = (shape.row.id,), shape.row.instead_of
    names = one if shape.counts else (*parts, *(one if shape.both else ()))
    new = dict.fromkeys(parts, one) if shape.counts else {shape.row.id: parts}
    shaped = list[Equation]()
    for equation in equations:
        rows = {
            Address(operand.address).row
            for operand in equation.operands
            if _table(operand) == shape.table
        }
        if len(rows) == 1 and rows <= {*one, *parts}:
            shaped += [_renamed(equation, {next(iter(rows)): (name,)}) for name in names]
        else:
            shaped.append(_renamed(equation, new))
    return tuple(dict.fromkeys(shaped))


def _table(operand: Operand) -> str:
    return Address(operand.address).table


def _renamed(equation: Equation, rows: Mapping[str, tuple[str, ...]]) -> Equation:
    """Return an equation over other rows; one that takes the place of several stands there once."""
    operands = [
        operand._replace(address=f"{address.table}.{name}.{address.column}")
        for operand in equation.operands
        for address in (Address(operand.address),)
        for name in rows.get(address.row, (address.row,))
    ]
    return Equation(tuple(dict.fromkeys(operands)), equation.relation)
