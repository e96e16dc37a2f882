"""Ready tables, as whatever another tool hands them over."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attrs import evolve

from govinfo.documents.grids import tables_in
from govinfo.errors import BadArgument, GovInfoError
from govinfo.figures import Address, State
from govinfo.forms.form2021 import FORM2021
from govinfo.reading import parse, parse_grid
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

Grid: TypeAlias = list[list[str | None]]

DRAFT = evolve(
    write(FORM2021, Random(1)), values={a: n for n, a in enumerate(FORM2021.addresses, 100)}
)
TEXT = render(DRAFT, "pipes")
TRUTH = parse(TEXT).values()
TOTAL = Address("requests.new_received.total")


def given_tables() -> list[Grid]:
    """Return the tables of the report as rows of cells; nothing stands in spanned ones."""
    tables: list[Grid] = [[]]
    for line in TEXT.split("\n"):
        if "|" in line:
            tables[-1].append([cell.strip() or None for cell in line.split("|")[:-1]])
        elif tables[-1]:
            tables.append([])
    return [table for table in tables if table]


def row_of(table: Grid, label: str) -> list[Any]:
    """Return the row with this label."""
    return next(row for row in table if label in row)


def as_frame(table: Grid, *, headed: bool) -> pd.DataFrame:
    """Return a table as pandas has it, its first row as the names of the columns or as a row like the others."""
    width = max(map(len, table))
    rows = [[*row, *[None] * (width - len(row))] for row in table]
    return pd.DataFrame(rows[1:], columns=rows[0]) if headed else pd.DataFrame(rows)


def counted(cell: str | None, number: Callable[[str], Any]) -> Any:
    """Return a cell with a number in place of its digits."""
    return number(cell) if cell is not None and cell.isdecimal() else cell


HANDED_OVER: dict[str, Callable[[Grid], Any]] = {
    "integers": lambda table: [[counted(cell, int) for cell in row] for row in table],
    "floats, as arithmetic leaves them": lambda table: [
        [counted(cell, float) for cell in row] for row in table
    ],
    "decimals": lambda table: [[counted(cell, Decimal) for cell in row] for row in table],
    "integers of numpy": lambda table: [[counted(cell, np.int64) for cell in row] for row in table],
    "NaN for blanks": lambda table: [
        [math.nan if cell is None else cell for cell in row] for row in table
    ],
    "NA for blanks": lambda table: [
        [pd.NA if cell is None else cell for cell in row] for row in table
    ],
    "generators": lambda table: (iter(row) for row in table),
    "rows that are None": lambda table: [None, *table, None, []],
    "an array": lambda table: np.array(as_frame(table, headed=False), dtype=object),
    "a frame": lambda table: as_frame(table, headed=False),
    "a frame with heads": lambda table: as_frame(table, headed=True),
    "a frame with labels": lambda table: as_frame(table, headed=False).set_index(0),
    "a frame with two lines of heads": lambda table: as_frame(table[1:], headed=True).set_axis(
        pd.MultiIndex.from_arrays(
            [as_frame(table[:2], headed=False).iloc[n].fillna("") for n in (0, 1)]
        ),
        axis=1,
    ),
    "a frame of polars": lambda table: pl.DataFrame(
        [
            [cell and str(cell) for cell in row]
            for row in as_frame(table, headed=False).astype(object).to_numpy().tolist()
        ],
        schema=[f"{n}" for n in range(max(map(len, table)))],
        orient="row",
    ),
    "a table of Arrow": lambda table: pa.Table.from_pandas(
        as_frame(table, headed=False).astype("string")
    ),
}


@pytest.mark.parametrize("how", HANDED_OVER)
def test_tables_of_other_tools(how: str) -> None:
    """A list of tables gives the same report, as whatever a tool hands them over, and one table its own figures."""
    tables = [HANDED_OVER[how](table) for table in given_tables()]
    assert parse_grid(tables).values() == TRUTH
    own = parse_grid(HANDED_OVER[how](given_tables()[1]))[TOTAL].value
    assert own == TRUTH[TOTAL]


def test_heads_are_as_they_were_printed() -> None:
    """What pandas makes of blank and of equal heads is undone, as a number in a head would be no head."""
    frame = pd.DataFrame([["甲", "1", "2", "3"]], columns=["类别", "件数", "件数.1", "Unnamed: 3"])
    assert tables_in(frame) == [[["类别", "件数", "件数", ""], ["甲", "1", "2", "3"]]]


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        (5.0, "5"),
        (5.5, "5.5"),
        (1e300, "1e+300"),
        (math.inf, "inf"),
        (Decimal("12.50"), "12.50"),
        (Decimal("1E+2"), "100"),
        (Decimal("1E+999999"), "1E+999999"),
        (Decimal("NaN"), ""),
        (True, "True"),
        (np.True_, "True"),
        (np.float32(0.5), "0.5"),
        (date(2024, 1, 31), "2024-01-31"),
        (pd.NaT, ""),
    ],
)
def test_cells_are_as_they_would_be_printed(cell: Any, printed: str) -> None:
    """A number is the count that it was, and what is no number is no number."""
    assert tables_in([[cell]]) == [[[printed]]]


def test_a_number_without_end_is_illegible() -> None:
    """A cell with a number that Python itself would not write is a cell that nobody can read."""
    tables: Any = given_tables()
    row = row_of(tables[1], "2.重复申请")
    row[row.index("223")] = 10**5000
    figure = parse_grid(tables)["requests.not_processed_duplicate.business"]
    assert (figure.value, figure.state) == (None, State.ILLEGIBLE)


def test_a_grid_is_mended_as_a_text_is() -> None:
    """A table whose digits are those of another script gives the same figures, with a note."""
    script = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    report = parse_grid(
        [
            [[cell and cell.translate(script) for cell in row] for row in table]
            for table in given_tables()
        ]
    )
    assert report.values() == TRUTH
    assert {note.code for note in report.notes} == {"digits_rewritten"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "what was passed is a NoneType, and no rows or cells"),
        (5, "what was passed is an int, and no rows or cells"),
        ("规章|0", "what was passed is a str ('规章|0'), and no rows or cells"),
        (b"x", "what was passed is a bytes"),
        (["规章", "0"], "row 0 is a str ('规章'), and no rows or cells"),
        ([["规章"], 7], "row 1 is an int"),
        ([{"规章": 0}], "row 0 is a dict"),
        ({"规章": [0]}, "what was passed is a dict"),
        (
            [["规章", b"0"]],
            "row 0, cell 1 is a bytes (b'0'), and neither text nor a number nor None",
        ),
        ([[["规章"]], ["0"]], "item 1 is a row with the cell a str ('0'), and others are tables"),
        ([[["规章"], [[0]]]], "table 0, row 1, cell 0 is a list, and neither"),
        (np.array([1, 2]), "row 0 is an int64"),
        (np.array(5), "what was passed is a ndarray"),
        (list, "what was passed is a type"),
    ],
)
def test_what_is_no_table(given: Any, said: str) -> None:
    """What cannot be understood is refused by saying what it is, where it stands, and what to pass."""
    with pytest.raises(BadArgument, match=re.escape(said)) as caught:
        parse_grid(given)
    assert isinstance(caught.value, GovInfoError)
    assert isinstance(caught.value, TypeError)
    assert "Pass rows of cells" in str(caught.value)
