"""Tables that another tool has taken out of its document, whatever that tool hands them over as.

A table is rows of cells: lists, tuples, generators, an array of numpy, or a frame of pandas, polars
or Arrow, whose column names are its first row. A cell is text, a number, or nothing. What is none
of these is refused by naming its place: a table that is half understood would be read with cells in
the wrong places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from numbers import Integral, Real
from typing import Any, TypeAlias

from govinfo.errors import BadArgument

__all__ = ["Tables", "tables_in"]

Tables: TypeAlias = Iterable[Any]
"""Rows of cells, a frame, or several of either; each item tells what it is."""
_Table: TypeAlias = list[list[str]]
"""Rows of cells as text; a blank cell is empty."""

_WANTED = (
    "Pass rows of cells (text, numbers or None), a pandas, polars or Arrow table, "
    "or a list of such tables; `govinfo.parse` reads text, bytes and files."
)
_MISSING = frozenset({"NAType", "NaTType"})
"""The names of blank cells in pandas, beside NaN."""
_OTHERS_PRINTED = frozenset({"bool", "bool_", "datetime64"})
"""The names of truths and dates in numpy; neither is a number."""
_UNNAMED = re.compile(r"Unnamed: \d+(?:_level_\d+)?")
"""The name of a column with a blank head in pandas."""
_DOUBLED = re.compile(r"(?P<name>.+)\.\d+", re.DOTALL)
"""The name of a second column of one name in pandas."""
_LONGEST_NUMBER_DIGITS = 40
"""No figure is longer, and a number of some thousands of digits cannot even be written down."""


def tables_in(given: Tables) -> list[_Table]:
    """Return the tables in what somebody passed: one table or several; or raise `BadArgument`."""
    frame = _rows_of_frame(given)
    if frame is not None:
        return [_table(frame, "")]
    items = [_inside(item, f"row {i}") for i, item in enumerate(_each(given, "what was passed"))]
    if not any(isinstance(item, list) and any(map(_is_row, item)) for item in items):
        return [_table(items, "")] if items else []
    # The first cell of the first row is no row itself in one table, and is one in several.
    for number, item in enumerate(items):
        strange = next(
            (cell for cell in item or () if cell is not None and not _is_row(cell)), None
        )
        if strange is not None:
            raise BadArgument(
                f"item {number} is a row with the cell {_shown(strange)}, and others are tables: "
                f"rows and tables cannot be mixed. {_WANTED}"
            )
    return [_table(item or (), f"table {number}, ") for number, item in enumerate(items)]


def _table(rows: Iterable[object], where: str) -> _Table:
    """Return the cells of each row as text; a row that is `None` has no cells."""
    table = []
    for i, row in enumerate(rows):
        cells = enumerate(_inside(row, f"{where}row {i}") or ())
        table.append([_cell(cell, f"{where}row {i}, cell {j}") for j, cell in cells])
    return table


def _inside(item: object, where: str) -> list[object] | None:
    """Return what a row or a table holds."""
    if item is None:
        return None
    frame = _rows_of_frame(item)
    return frame if frame is not None else list(_each(item, where))


def _each(item: object, where: str) -> Iterator[object]:
    if _is_row(item):
        try:
            return iter(item)  # type: ignore[call-overload, no-any-return]
        except TypeError:
            # An array of no dimension has the method, and nothing to go through.
            pass
    raise BadArgument(f"{where} is {_shown(item)}, and no rows or cells. {_WANTED}")


def _is_row(item: object) -> bool:
    """Whether something holds cells, or rows of them."""
    return hasattr(item, "__iter__") and not isinstance(item, str | bytes | bytearray | Mapping)


def _rows_of_frame(item: Any) -> list[object] | None:  # noqa: ANN401 - anything at all
    """Return the rows of a frame, the names of its columns first; `None` for what is none."""
    if isinstance(item, type):
        return None
    if hasattr(item, "itertuples") and hasattr(item, "columns"):
        # Of pandas: a row of heads for each level, then the rows with labels that are no numbers.
        rows, heads = list[object](), item.columns
        if getattr(heads, "nlevels", 1) > 1:
            rows += (_names(heads.get_level_values(level)) for level in range(heads.nlevels))
        elif list(heads) != list(range(len(heads))):
            rows.append(_names(heads))
        numbered = all(isinstance(label, Real) for label in item.index)
        for label, *cells in item.itertuples(name=None):
            labels = [] if numbered else label if isinstance(label, tuple) else [label]
            rows.append([*labels, *cells])
        return rows
    if hasattr(item, "iter_rows") and hasattr(item, "columns"):
        return [_names(item.columns), *item.iter_rows()]
    if hasattr(item, "column_names") and hasattr(item, "to_pydict"):
        columns = [column.to_pylist() for column in item.columns]
        return [_names(item.column_names), *zip(*columns, strict=True)]
    return None


def _names(columns: Iterable[object]) -> list[object]:
    """Return the names of columns as the table has them; a tool makes each of them unique."""
    names = list(columns)
    known, plain = set(map(str, names)), list[object]()
    for name in names:
        doubled = _DOUBLED.fullmatch(name) if isinstance(name, str) else None
        if isinstance(name, str) and _UNNAMED.fullmatch(name):
            plain.append(None)
        else:
            plain.append(doubled["name"] if doubled and doubled["name"] in known else name)
    return plain


_EXACT = 2**53
"""Below this, every whole number is a float of its own."""


def _cell(cell: Any, where: str) -> str:  # noqa: ANN401 - anything at all
    """Return what is printed in a cell; a count that arithmetic made a float is a count again."""
    if isinstance(cell, str):
        return str(cell)
    kind = type(cell).__name__
    if cell is None or kind in _MISSING:
        return ""
    if isinstance(cell, date | time) or kind in _OTHERS_PRINTED:
        return str(cell)
    if isinstance(cell, Decimal | Real):
        return _number(cell)
    raise BadArgument(
        f"{where} is {_shown(cell)}, and neither text nor a number nor None. {_WANTED}"
    )


def _number(number: Any) -> str:  # noqa: ANN401 - the tower of numbers has no types
    if isinstance(number, Decimal):
        if number.is_nan():
            return ""
        short = number.is_finite() and abs(number.adjusted()) < _LONGEST_NUMBER_DIGITS
        return f"{number:f}" if short else str(number)
    if isinstance(number, Integral):
        whole = int(number)
        return str(number) if abs(whole) < 10**_LONGEST_NUMBER_DIGITS else f"{Decimal(whole):e}"
    if number != number:  # noqa: PLR0124 - NaN is what differs from itself
        return ""
    return str(int(number)) if abs(number) < _EXACT and number == int(number) else str(number)


def _shown(item: object) -> str:
    """Return what something is, in a few words."""
    kind = type(item).__name__
    article = "an" if kind[:1].lower() in "aeiou" else "a"
    return f"{article} {kind}" + (f" ({item[:20]!r})" if isinstance(item, str | bytes) else "")
