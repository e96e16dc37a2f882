"""What every dialect prints: the lines of a report in order, and the text of each cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from attrs import frozen

from govinfo.forms import Kind
from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.sheets import PrintedCell, PrintedTable, printed_tables

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


def report_lines(
    draft: Draft,
    table: Callable[[PrintedTable], Iterator[str]],
    style: Style,
    heading: Callable[[str], str] = str,
) -> Iterator[str]:
    """Yield the whole report, line by line; the table of statistics stands below the signature."""
    if style.title:
        yield draft.title
    yield from _metadata(draft, style)
    yield draft.introduction
    printed = {sheet.table.section: sheet for sheet in printed_tables(draft.form)}
    for part in draft.parts:
        yield heading(part.heading)
        yield from part.paragraphs
        if part.id in printed:
            yield from table(printed[part.id])
    if draft.signed:
        yield draft.agency
        yield f"{draft.signed.year}年{draft.signed.month}月{draft.signed.day}日"
    annex = printed.get("")
    lines = list(table(annex)) if annex else []
    if annex and lines:
        yield f"附件：{annex.table.title}"
        yield from lines


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


def spread(
    draft: Draft, sheet: PrintedTable, style: Style, *, repeated: bool = False, short: bool = False
) -> Iterator[list[str]]:
    """Yield the rows of a sheet with a cell in every place; spanned places are empty or repeat it.

    With `short`, there is no cell in the places that are spanned by cells of the rows above.
    """
    above: list[PrintedCell] = []
    for row in sheet.filled():
        printed, seen = list[str](), [*above]
        for cell in row:
            again = any(cell is other for other in seen)
            if not (short and any(cell is other for other in above)):
                printed.append("" if again and not repeated else printed_cell(draft, cell, style))
            seen.append(cell)
        yield printed
        above = seen


def printed_cell(draft: Draft, cell: PrintedCell, style: Style) -> str:
    """Return the characters of one cell."""
    if cell.address is None:
        return cell.label
    value = draft.values.get(cell.address)
    if value is None:
        return style.blank
    column = draft.form.cells[cell.address][1]
    # A Decimal of many places would otherwise be printed in powers of ten.
    digits = f"{Decimal(value):{',' if style.thousands else ''}f}"
    sign = "+" if style.signs and column.kind is Kind.CHANGE and value > 0 else ""
    unit = column.unit if style.units and column.kind is Kind.MONEY and column.unit == "元" else ""
    return f"{sign}{digits}{unit}"
