"""What every dialect prints: the lines of a report in order, and the characters of each cell of its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from attrs import frozen

from govinfo.figures import Number
from govinfo.forms import Kind
from govinfo.testing.drafts.draft import Draft, Part
from govinfo.testing.drafts.sheets import Cell, Sheet, sheets

__all__ = ["PLAIN", "Style", "printed_cell", "report_lines", "spread"]


@frozen
class Style:
    """What any dialect may print in more than one way."""

    title: bool = True
    """Whether there is a title line."""
    metadata: str = "lines"
    """Header fields: `lines`, `pairs` (`key: | value |`) or `none`."""
    blank: str = ""
    """What stands in a cell that has no number."""
    signs: bool = False
    """Whether an increase is printed with its plus sign."""
    units: bool = False
    """Whether an amount of 元 is printed with its unit."""
    thousands: bool = False
    """Whether thousands are set apart by commas."""


PLAIN = Style()


def _same(text: str) -> str:
    return text


def report_lines(
    draft: Draft,
    table: Callable[[Sheet], Iterator[str]],
    style: Style,
    heading: Callable[[str], str] = _same,
) -> Iterator[str]:
    """The whole report, line by line."""
    if style.title:
        yield draft.title
    yield from _metadata(draft, style)
    yield draft.introduction
    printed = {sheet.table.section: sheet for sheet in sheets(draft.form)}
    for part in draft.parts:
        yield heading(part.heading)
        yield from part.paragraphs
        yield from _table_of(part, printed, table)
    if draft.signed:
        yield draft.agency
        yield _in_words(draft.signed)
    yield from _annex(printed.get(""), table)


def _annex(sheet: Sheet | None, table: Callable[[Sheet], Iterator[str]]) -> Iterator[str]:
    """The table of statistics, which stands below the signature."""
    lines = list(table(sheet)) if sheet is not None else []
    if sheet is not None and lines:
        yield f"附件：{sheet.table.title}"
        yield from lines


def _table_of(
    part: Part, printed: Mapping[str, Sheet], table: Callable[[Sheet], Iterator[str]]
) -> Iterator[str]:
    if part.id in printed:
        yield from table(printed[part.id])


def _metadata(draft: Draft, style: Style) -> Iterator[str]:
    fields = {
        "索引号": draft.index_number,
        "发布机构": draft.agency,
        "成文日期": draft.created and draft.created.isoformat(),
        "发布日期": draft.published and draft.published.isoformat(),
    }
    stated = [(key, value) for key, value in fields.items() if value]
    if style.metadata == "lines":
        yield from (f"{key}：{value}" for key, value in stated)
    if style.metadata == "pairs":
        for first in range(0, len(stated), 2):
            yield " ".join(f"{key}: | {value} |" for key, value in stated[first : first + 2])


def _in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def spread(
    draft: Draft, sheet: Sheet, style: Style, *, repeated: bool = False, short: bool = False
) -> Iterator[list[str]]:
    """The rows of a sheet with a cell in every place; spanned places are empty, or repeat the cell that spans them.

    With `short`, there is no cell in the places that are spanned by cells of the rows above.
    """
    above: list[Cell] = []
    for row in sheet.filled():
        printed, seen = list[str](), [*above]
        for cell in row:
            again = any(cell is other for other in seen)
            if not (short and any(cell is other for other in above)):
                printed.append("" if again and not repeated else printed_cell(draft, cell, style))
            seen.append(cell)
        yield printed
        above = seen


def printed_cell(draft: Draft, cell: Cell, style: Style) -> str:
    """The characters of one cell."""
    if cell.address is None:
        return cell.label
    value = draft.values.get(cell.address)
    return style.blank if value is None else _number(value, draft, cell.address, style)


def _number(value: Number, draft: Draft, address: str, style: Style) -> str:
    column = draft.form.cells[address][1]
    # A Decimal of many places would otherwise be printed in powers of ten.
    digits = f"{Decimal(value):{',' if style.thousands else ''}f}"
    sign = "+" if style.signs and column.kind is Kind.CHANGE and value > 0 else ""
    unit = column.unit if style.units and column.kind is Kind.MONEY and column.unit == "元" else ""
    return f"{sign}{digits}{unit}"
