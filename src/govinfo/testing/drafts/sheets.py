"""The statutory tables as they are printed: cells in rows, with the places that each spans.

This is the sheet of paper: header lines, captions, labels that stand beside several rows. How it is
turned into text is the dialect's affair.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from govinfo.forms import Block, Column, Form, FormTable, Row

__all__ = ["PrintedCell", "PrintedTable", "printed_tables"]

BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
"""What the form prints in the corner of table 3."""
APPLICANTS = "申请人情况"
SUBJECT = "信息内容"
INDICATOR = ("统计指标", "单位")
NO_FIGURE = "——"
"""What the annex prints beside a heading."""
LITIGATION = "行政诉讼"
RECONSIDERATION = "行政复议"


@frozen
class PrintedCell:
    """One cell of the sheet: either a printed label, or the place of a number."""

    label: str = ""
    address: str | None = None
    """The cell of the form whose number stands here."""
    across: int = 1
    """How many columns it spans."""
    down: int = 1
    """How many rows it spans."""


@frozen
class PrintedTable:
    """One printed table: each row holds the cells that begin in it."""

    table: FormTable
    width: int
    """The columns of the whole sheet, spanned ones counted."""
    rows: tuple[tuple[PrintedCell, ...], ...]

    def filled(self) -> list[list[PrintedCell]]:
        """Return the rows with every spanned place holding the cell that spans it."""
        grid: list[dict[int, PrintedCell]] = [{} for _ in self.rows]
        for index, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while column in grid[index]:
                    column += 1
                for line in grid[index : index + cell.down]:
                    line.update(dict.fromkeys(range(column, column + cell.across), cell))
        return [[line[column] for column in range(self.width)] for line in grid]


def printed_tables(form: Form) -> tuple[PrintedTable, ...]:
    """Return the printed tables of a form, in order."""
    layouts = {
        "proactive": _proactive,
        "requests": _requests,
        "review": _review,
        "statistics": _statistics,
    }
    return tuple(layouts[table.id](table) for table in form.tables)


def _value(table: FormTable, row: Row, column: Column, across: int = 1) -> PrintedCell:
    return PrintedCell(address=f"{table.id}.{row.id}.{column.id}", across=across)


def _proactive(table: FormTable) -> PrintedTable:
    """Table 2: under each caption its own column headers; the last column fills the sheet."""
    width = 1 + max(len(block.columns) for block in table.blocks)
    rows: list[tuple[PrintedCell, ...]] = []
    for block in table.blocks:
        rest = width - len(block.columns)
        spans = [1] * (len(block.columns) - 1) + [rest]
        rows.append((PrintedCell(block.caption or "", across=width),))
        rows.append(
            (
                PrintedCell(SUBJECT),
                *(
                    PrintedCell(c.label, across=n)
                    for c, n in zip(block.columns, spans, strict=True)
                ),
            )
        )
        for row in block.data_rows:
            values = (
                _value(table, row, column, n)
                for column, n in zip(block.columns, spans, strict=True)
            )
            rows.append((PrintedCell(row.label), *values))
    return PrintedTable(table, width, tuple(rows))


_LABEL_COLUMNS = 3
"""Table 3 sets its labels in three columns: the result, its kind, its reason."""


def _requests(table: FormTable) -> PrintedTable:
    block = table.blocks[0]
    return PrintedTable(
        table,
        _LABEL_COLUMNS + len(block.columns),
        (*_applicant_headers(block), *_request_rows(table, block)),
    )


def _applicant_headers(block: Block) -> Iterator[tuple[PrintedCell, ...]]:
    """Three lines: all applicants, their kinds, and the kinds of organisation."""
    yield (
        PrintedCell(BALANCE, across=_LABEL_COLUMNS, down=3),
        PrintedCell(APPLICANTS, across=len(block.columns)),
    )
    kinds: list[PrintedCell] = []
    for group, columns in groupby(block.columns, key=lambda column: column.group):
        members = list(columns)
        kinds += (
            [PrintedCell(group, across=len(members))]
            if group
            else [PrintedCell(column.label, down=2) for column in members]
        )
    yield tuple(kinds)
    yield tuple(PrintedCell(column.label) for column in block.columns if column.group)


def _request_rows(table: FormTable, block: Block) -> Iterator[tuple[PrintedCell, ...]]:
    """The rows of figures; a header row is a cell beside the first row under it."""
    pending: list[PrintedCell] = []
    for row in block.rows:
        if row.header:
            pending.append(PrintedCell(row.label, down=_data_rows_under(block, row)))
            continue
        values = tuple(_value(table, row, column) for column in block.columns)
        yield (
            *pending,
            PrintedCell(row.label, across=_LABEL_COLUMNS - _depth(block, row)),
            *values,
        )
        pending = []


def _data_rows_under(block: Block, header: Row) -> int:
    children = [row for row in block.rows if row.parent == header.id]
    return sum(_data_rows_under(block, row) if row.header else 1 for row in children)


def _depth(block: Block, row: Row) -> int:
    parents = {other.id: other for other in block.rows}
    return 1 + _depth(block, parents[row.parent]) if row.parent else 0


def _review(table: FormTable) -> PrintedTable:
    """Table 4: three header lines over a single line of fifteen values.

    The first proceeding of the form stands beside the lawsuits, which one cell spans.
    """
    block = table.blocks[0]
    results = len(block.columns)
    values = tuple(_value(table, row, column) for row in block.rows for column in block.columns)
    top, middle, bottom = list[PrintedCell](), list[PrintedCell](), list[PrintedCell]()
    for are_lawsuits, group in groupby(block.rows, key=lambda row: row.label != RECONSIDERATION):
        rows = list(group)
        label = LITIGATION if are_lawsuits else RECONSIDERATION
        top.append(PrintedCell(label, across=results * len(rows)))
        if are_lawsuits:
            middle += [PrintedCell(row.label, across=results) for row in rows]
            bottom += [PrintedCell(column.label) for _ in rows for column in block.columns]
        else:
            middle += [PrintedCell(column.label, down=2) for column in block.columns]
    return PrintedTable(table, len(values), (tuple(top), tuple(middle), tuple(bottom), values))


def _statistics(table: FormTable) -> PrintedTable:
    """An annex: a label, its unit, and a figure for each column."""
    columns = table.blocks[0].columns
    rows: list[tuple[PrintedCell, ...]] = [
        (*map(PrintedCell, INDICATOR), *(PrintedCell(column.label) for column in columns))
    ]
    for block in table.blocks:
        for row in block.rows:
            values = tuple(_value(table, row, column) for column in block.columns)
            lines = tuple(PrintedCell(NO_FIGURE) for _ in range(len(columns) + 1))
            rows.append(
                (
                    PrintedCell(row.label),
                    *(lines if row.header else (PrintedCell(block.columns[0].unit), *values)),
                )
            )
    return PrintedTable(table, len(INDICATOR) + len(columns), tuple(rows))
