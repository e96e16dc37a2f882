"""Which cell of which table of a web page a character stands in, as a person counts them."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import define, field

__all__ = ["TableCell", "cell_at"]

_TAG = re.compile(
    r"""
      <!--(?>(?:[^-]|-(?!->))*)                                     # a comment
    | <(?:script|style|textarea)\b(?>(?:[^<]|<(?!/(?:script|style|textarea)))*)
    | <(?P<close>/?)(?P<name>table|tr|td|th|row|cell)\b
        (?P<attributes>(?>(?:[^>"']|"[^"]*"|'[^']*')*))>
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEGUN = re.compile(
    r"""<(?:td|th|cell)\b(?P<attributes>(?>(?:[^>"']|"[^"]*"|'[^']*')*))>""", re.IGNORECASE
)
_SPAN = re.compile(r"(?<![\w-])(col|row)span\s*=\s*[\"']?\s*(\d{1,4})", re.IGNORECASE | re.ASCII)
_MOST_SPANNED = 1000
_ROWS, _CELLS = frozenset({"tr", "row"}), frozenset({"td", "th", "cell"})


class TableCell(NamedTuple):
    """The number of a table in its page, and the row and column in which a cell of it begins.

    All are counted from 1. A table in another has a number of its own.
    """

    table: int
    row: int
    column: int


@define
class _Table:
    """A table that is open, and the place in it."""

    number: int
    row: int = 0
    column: int = 0
    """The column of the last cell."""
    next: int = 1
    """The column in which the next cell may begin."""
    cell: bool = False
    """Whether a cell is open."""
    reaching: dict[int, int] = field(factory=dict)
    """For each column that a cell above spans, the last row that it reaches."""

    def begin_row(self) -> None:
        """Go to the next row."""
        self.row += 1
        self.next, self.cell = 1, False
        self.reaching = {column: last for column, last in self.reaching.items() if last >= self.row}

    def begin_cell(self, attributes: str) -> None:
        """Go to the next cell, behind those that reach into this row from above."""
        if not self.row:
            self.begin_row()
        while self.next in self.reaching:
            self.next += 1
        spans = {way.lower(): int(count) for way, count in _SPAN.findall(attributes)}
        self.column, self.cell = self.next, True
        across = max(1, min(spans.get("col", 1), _MOST_SPANNED))
        self.next += across
        if spans.get("row", 1) > 1:
            last = self.row + spans["row"] - 1
            self.reaching.update(dict.fromkeys(range(self.column, self.next), last))


def cell_at(page: str, offset: int) -> TableCell | None:
    """Return the cell that a character stands in; `None` outside of all cells.

    Args:
        page: The source of a page, or a text with tables of HTML in it.
        offset: The offset of the character. A blank cell over several columns stands at its tag.

    """
    tables, count = list[_Table](), 0
    for tag in _TAG.finditer(page, 0, offset):
        name = (tag["name"] or "").lower()
        if name == "table":
            if tag["close"]:
                del tables[-1:]
            else:
                count += 1
                tables.append(_Table(count))
        elif not name or not tables:
            continue
        elif name in _CELLS:
            if tag["close"]:
                tables[-1].cell = False
            else:
                tables[-1].begin_cell(tag["attributes"])
        elif name in _ROWS and not tag["close"]:
            tables[-1].begin_row()
    if not tables:
        return None
    table = tables[-1]
    begun = None if table.cell else _BEGUN.match(page, offset)
    if begun is not None:
        table.begin_cell(begun["attributes"])
    return TableCell(table.number, table.row, table.column) if table.cell else None
