"""The shape of a statutory form: sections, tables, blocks, rows and columns, as plain values.

A form generation is a value of these types, written down once in a file of its own; nothing here
knows how a report is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from govinfo.errors import unknown_name
from govinfo.figures import Address, Number

if TYPE_CHECKING:
    from govinfo.forms.formulas import Equation, Formula

__all__ = ["Block", "Column", "Form", "FormSection", "FormTable", "Identity", "Kind", "Row"]


class Kind(StrEnum):
    """What the cells of a column hold."""

    COUNT = "count"
    """A whole number, not negative."""
    CHANGE = "change"
    """A whole number with its sign: the 2019 form's 本年增/减."""
    MONEY = "money"
    """An amount, with decimals."""


@frozen
class Column:
    """One column of a block."""

    id: str
    label: str
    """The label as the form prints it."""
    aliases: tuple[str, ...] = ()
    """Other wordings seen in reports, and plausible spellings of them."""
    unit: str = "件"
    kind: Kind = Kind.COUNT
    group: str | None = None
    """The label of the header cell that spans this column, such as 法人或其他组织."""

    def __str__(self) -> str:
        return self.id

    def number(self, value: Number | None) -> Number | None:
        """Return a number as the column holds it: money as `Decimal`, a count (`3.0`) as `int`."""
        if value is None or self.kind is Kind.MONEY:
            return None if value is None else Decimal(value)
        return int(value) if value == int(value) else value


@frozen
class Row:
    """One row of a block; a header row spans the rows below it and holds no figures."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    header: bool = False
    recalled: bool = False
    """Whether the label is known from memory only: the form that prints it was not at hand."""
    instead_of: tuple[str, ...] = ()
    """Rows in the place of which some tables print this one; it counts what they count."""

    def __str__(self) -> str:
        return self.id


@frozen
class Block:
    """Rows under one set of column headers; table 2 is made of several, the others of one."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str | None = None
    """The article printed above it, such as 第二十条第（一）项."""
    one_line: bool = False
    """All rows are printed side by side on a single line of values: table 4."""

    @cached_property
    def data_rows(self) -> tuple[Row, ...]:
        """The rows that hold figures."""
        return tuple(row for row in self.rows if not row.header)


@frozen
class FormTable:
    """One statutory table, addressed by one name."""

    id: str
    title: str
    section: str
    """The part it stands in; empty for an annex, which stands behind all of them."""
    blocks: tuple[Block, ...]

    @property
    def is_annex(self) -> bool:
        """Whether it is a list of indicators behind the report, one a line."""
        return not self.section

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, headers among them, in the order of the form."""
        return tuple(row for block in self.blocks for row in block.rows)

    def balance(self, left: tuple[str, ...], right: tuple[str, ...]) -> Formula:
        """Return the formula that the left rows add up to the right rows, in each column."""
        from govinfo.forms.formulas import Formula

        columns = tuple(column.id for column in self.blocks[0].columns)
        sides = (
            " + ".join(f"{self.id}.{row}.{{column}}" for row in rows) for rows in (left, right)
        )
        return Formula(" == ".join(sides), {"column": columns})

    def total_of_rows(self, total: str, header: str) -> Formula:
        """Return the formula that a row is the sum of all rows under a header, in each column.

        The rows may stand at any depth under the header; headers among them hold no figures.
        """
        inside, parts = {header}, list[str]()
        for row in self.rows:
            if row.parent in inside and row.id != total:
                inside.add(row.id)
                if not row.header:
                    parts.append(row.id)
        return self.balance(tuple(parts), (total,))

    def total_of_children(self, total: str) -> Formula:
        """Return the formula that a row is the sum of the rows right under it, in each column."""
        return self.balance((total,), tuple(row.id for row in self.rows if row.parent == total))

    def total_of_columns(self, total: str, rows: tuple[str, ...] = ()) -> Formula:
        """Return the formula that a column is the sum of the others, in these rows or in all."""
        from govinfo.forms.formulas import Formula

        block = self.blocks[0]
        parts = (f"{self.id}.{{row}}.{one.id}" for one in block.columns if one.id != total)
        each = rows or tuple(row.id for row in block.data_rows)
        return Formula(f"{' + '.join(parts)} == {self.id}.{{row}}.{total}", {"row": each})

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """Every cell of the table, in the order of the form."""
        return tuple(
            Address(f"{self.id}.{row.id}.{column.id}")
            for block in self.blocks
            for row in block.data_rows
            for column in block.columns
        )


@frozen
class Identity:
    """One thing that must add up (勾稽关系), in every row or every column.

    The form prints one identity itself, above the first column of table 3:
    本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和. The others follow from which
    rows and columns are totals. A form lists its identities; rules, repair suggestions, and the
    solver for tables without separators all read them there.
    """

    id: str
    """The id of the rule that states it in words, such as `T3.BALANCE`."""
    formula: Formula

    @property
    def table(self) -> str:
        """The table whose cells add up."""
        return Address(self.equations[0].operands[0].address).table

    @property
    def equations(self) -> tuple[Equation, ...]:
        """The equation of each row or column."""
        return self.formula.equations


@frozen
class FormSection:
    """One of the parts of a report."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    """Other wordings of the heading, without its number."""
    number: int | None = None
    """Its place in the report, where the form fixes one."""
    gist: str = ""
    """A pattern in free wordings of the heading; tried on a line with its number only."""
    hint: str | None = None
    """What the blank form says is to be written here."""


@frozen(eq=False)
class Form:
    """One generation of the statutory form. There is one value of each, compared by `is`."""

    id: str
    """Such as `form2021`."""
    name: str
    """The official name of the form."""
    basis: str
    """The document that issued the form, such as 国办公开办函〔2021〕30号."""
    first_year: int
    """The first report year it applies to."""
    last_year: int | None
    """The last report year, or `None` while it is in force."""
    sections: tuple[FormSection, ...] = field(repr=False)
    """The parts of a report, in order."""
    tables: tuple[FormTable, ...] = field(default=(), repr=False)
    """The statutory tables, in order."""
    identities: tuple[Identity, ...] = field(default=(), repr=False)
    """What must add up in the tables."""

    def _repr_html_(self) -> str:
        from govinfo.rendering import form_html

        return form_html(self)

    def __str__(self) -> str:
        return self.id

    def __reduce__(self) -> tuple[object, ...]:
        # A form is a constant of the package: a pickled report names it, and does not carry it.
        from govinfo.forms import form_by_id

        return form_by_id, (self.id,)

    def applies_to(self, year: int) -> bool:
        """Whether it is the form for reports of a year, as far as its years tell."""
        return self.first_year <= year <= (self.last_year or year)

    @cached_property
    def is_tabular(self) -> bool:
        """Whether it has tables in its parts, as all forms from 2019 on; an annex is in no part."""
        return any(not table.is_annex for table in self.tables)

    @cached_property
    def annex(self) -> FormTable | None:
        """The table of statistics behind the report, where the form has one."""
        return next((table for table in self.tables if table.is_annex), None)

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """Every cell of the form, in the order of the form."""
        return tuple(address for table in self.tables for address in table.addresses)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each address stands in `addresses`."""
        return {address: index for index, address in enumerate(self.addresses)}

    @cached_property
    def cells(self) -> dict[str, tuple[Row, Column]]:
        """The row and the column of each address."""
        return {
            f"{table.id}.{row.id}.{column.id}": (row, column)
            for table in self.tables
            for block in table.blocks
            for row in block.data_rows
            for column in block.columns
        }

    @cached_property
    def amounts(self) -> tuple[Address, ...]:
        """The addresses of the cells that hold money."""
        return tuple(
            address for address in self.addresses if self.cells[address][1].kind is Kind.MONEY
        )

    @cached_property
    def units(self) -> tuple[str | None, ...]:
        """The unit of each cell, in the order of `addresses`."""
        return tuple(self.cells[address][1].unit for address in self.addresses)

    @cached_property
    def equations(self) -> Mapping[str, tuple[Equation, ...]]:
        """The equations of each identity, by the id of the identity."""
        return {identity.id: identity.equations for identity in self.identities}

    def identity(self, name: str) -> Identity:
        """Return the identity of this id; `KeyError` when the form has none."""
        for identity in self.identities:
            if identity.id == name:
                return identity
        known = ", ".join(identity.id for identity in self.identities)
        raise KeyError(f"{self.id} has no identity {name!r}; it has {known or 'none'}")

    def has(self, name: str) -> bool:
        """Whether the form has something of this name.

        Args:
            name: A table, a row (`table.row`), a cell (an address), an identity, or a part
                (`part:id`).

        """
        return name in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        rows = (
            f"{table.id}.{row.id}" for table in self.tables for row in table.rows if not row.header
        )
        return frozenset(
            (
                *(table.id for table in self.tables),
                *rows,
                *self.addresses,
                *(identity.id for identity in self.identities),
                *(f"part:{section.id}" for section in self.sections),
            )
        )

    def table(self, table_id: str) -> FormTable:
        """Return the table of this id; `UnknownName` when the form has none."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise unknown_name(f"table of {self.id}", table_id, [table.id for table in self.tables])
