"""The shapes in which reports are found: each renders any draft as text.

`DIALECTS` is the whole list; `VARIANTS` names the options with which each one occurs. A dialect of one's own is one
more function from a draft to text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import frozen

from govinfo.figures import Number
from govinfo.forms import Kind
from govinfo.testing.drafts import Draft, Part
from govinfo.testing.sheets import Cell, Sheet, sheets

__all__ = ["DIALECTS", "VARIANTS", "Dialect", "Style", "markdown", "narrative", "pipes", "render", "stacked"]

Dialect: TypeAlias = Callable[..., str]
"""A function of a draft, with its own options by name."""


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


def render(draft: Draft, dialect: str, **options: Any) -> str:  # noqa: ANN401 - each dialect has its own
    """Return the draft as text, in the dialect of this name."""
    return DIALECTS[dialect](draft, **options)


def pipes(draft: Draft, *, leading: bool = False, fillers: bool = True, style: Style = PLAIN) -> str:
    """Print one row a line, its cells set apart by `|`; spanned places, if printed, follow at the end of the row."""

    def table(sheet: Sheet) -> Iterator[str]:
        for row in sheet.rows:
            missing = sheet.width - len(row) if fillers else 0
            cells = " | ".join(_printed(draft, cell, style) for cell in row)
            yield f"{'| ' if leading else ''}{cells} |{' ' if missing else ''}{'|' * missing}"

    return "\n".join(_lines(draft, table, style)) + "\n"


def stacked(
    draft: Draft, *, blank_lines: bool = False, indent: str = "", pipes: bool = False, style: Style = PLAIN
) -> str:
    """Print one cell a line; with `pipes`, each ends in ` |` and spanned places are a line of pipes after the row."""

    def table(sheet: Sheet) -> Iterator[str]:
        for row in sheet.rows:
            yield from (_printed(draft, cell, style) + (" |" if pipes else "") for cell in row)
            if pipes and sheet.width > len(row):
                yield "|" * (sheet.width - len(row))

    separator = "\n\n" if blank_lines else "\n"
    return separator.join(indent + line for line in _lines(draft, table, style)) + "\n"


def markdown(draft: Draft, *, repeated: bool = False, level: int = 2, style: Style = PLAIN) -> str:
    """Print headings with `#` and tables as GFM has them; merged cells are left empty, or repeated."""

    def table(sheet: Sheet) -> Iterator[str]:
        first, *rest = _grid(draft, sheet, style, repeated=repeated)
        yield "\n".join(map(_gfm, [first, ["---"] * sheet.width, *rest]))

    lines = list(_lines(draft, table, style, heading=lambda text: f"{'#' * level} {text}"))
    if style.title:
        lines[0] = f"# {lines[0]}"
    return "\n\n".join(lines) + "\n"


def narrative(draft: Draft, *, blank_lines: bool = True, indent: str = "", style: Style = PLAIN) -> str:
    """Print headings and prose alone; whatever tables the draft has are left out."""
    lines = _lines(draft, lambda _: iter(()), style)
    return ("\n\n" if blank_lines else "\n").join(indent + line for line in lines) + "\n"


DIALECTS: dict[str, Dialect] = {"pipes": pipes, "stacked": stacked, "markdown": markdown, "narrative": narrative}
"""Every dialect the kit can write, by name."""

VARIANTS: dict[str, tuple[Mapping[str, Any], ...]] = {
    "pipes": (
        {},
        {"leading": True},
        {"fillers": False},
        {"leading": True, "fillers": False, "style": Style(metadata="pairs", units=True, thousands=True)},
        {"style": Style(metadata="none", signs=True)},
    ),
    "stacked": (
        {},
        {"blank_lines": True},
        {"indent": "  ", "blank_lines": True, "style": Style(metadata="none", units=True)},
        {"pipes": True, "style": Style(metadata="pairs")},
        {"indent": "\u3000\u3000", "style": Style(signs=True, thousands=True)},
    ),
    "markdown": (
        {},
        {"repeated": True},
        {"level": 3, "style": Style(metadata="none", units=True, signs=True)},
    ),
    "narrative": (
        {},
        {"blank_lines": False},
        {"indent": "\u3000\u3000", "style": Style(metadata="none")},
    ),
}
"""The options with which each dialect occurs; the plainest stands first."""


def _same(text: str) -> str:
    return text


def _lines(
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


def _table_of(part: Part, printed: Mapping[str, Sheet], table: Callable[[Sheet], Iterator[str]]) -> Iterator[str]:
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


def _grid(draft: Draft, sheet: Sheet, style: Style, *, repeated: bool) -> Iterator[list[str]]:
    seen: list[Cell] = []
    for row in sheet.filled():
        printed = []
        for cell in row:
            again = any(cell is other for other in seen)
            printed.append("" if again and not repeated else _printed(draft, cell, style))
            seen.append(cell)
        yield printed


def _gfm(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _printed(draft: Draft, cell: Cell, style: Style) -> str:
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
