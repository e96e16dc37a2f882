"""Identities (勾稽关系): what must add up in the tables of a form, stated once.

The form prints one identity itself, above the first column of table three:
本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和. The others follow from which rows
and columns are totals. A form lists its identities; rules, repair suggestions, and the solver for
tables without separators all read them there.
"""

from __future__ import annotations

from govinfo.forms.formulas import Formula
from govinfo.forms.schema import Table

__all__ = ["balance", "total_of_children", "total_of_columns", "total_of_rows"]


def balance(table: Table, left: tuple[str, ...], right: tuple[str, ...]) -> Formula:
    """Return the formula that these rows on the left add up to those on the right, in each column."""
    columns = tuple(column.id for column in table.blocks[0].columns)
    sides = (" + ".join(f"{table.id}.{row}.{{column}}" for row in rows) for rows in (left, right))
    return Formula(" == ".join(sides), {"column": columns})


def total_of_rows(table: Table, total: str, header: str) -> Formula:
    """Return the formula that a row is the sum of all rows of figures under a header, in each column.

    The rows may stand at any depth under the header; headers among them hold no figures.
    """
    inside, parts = {header}, list[str]()
    for row in table.rows:
        if row.parent in inside and row.id != total:
            inside.add(row.id)
            if not row.header:
                parts.append(row.id)
    return balance(table, tuple(parts), (total,))


def total_of_columns(table: Table, total: str, rows: tuple[str, ...] = ()) -> Formula:
    """Return the formula that a column is the sum of the others, in each of these rows, or in all."""
    block = table.blocks[0]
    parts = (f"{table.id}.{{row}}.{column.id}" for column in block.columns if column.id != total)
    each = rows or tuple(row.id for row in block.data_rows)
    return Formula(f"{' + '.join(parts)} == {table.id}.{{row}}.{total}", {"row": each})


def total_of_children(table: Table, total: str) -> Formula:
    """Return the formula that a row is the sum of the rows right under it, in each column."""
    children = tuple(row.id for row in table.rows if row.parent == total)
    return balance(table, (total,), children)
