"""The shapes in which reports are found: each renders any draft as text.

`DIALECTS` is the whole list; `VARIANTS` names the options with which each one occurs. A dialect of
one's own is one more function from a draft to text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from govinfo.testing.drafts import Draft
from govinfo.testing.drawings import drawn
from govinfo.testing.glued import collapsed
from govinfo.testing.paper import columns, scattered
from govinfo.testing.printing import PLAIN, Style, printed_cell, report_lines, spread
from govinfo.testing.sheets import Sheet
from govinfo.testing.spacing import frames, spaced
from govinfo.testing.tabular import delimited, numbered
from govinfo.testing.webpages import html
from govinfo.testing.wikis import wiki

__all__ = [
    "DIALECTS",
    "VARIANTS",
    "Dialect",
    "Style",
    "delimited",
    "drawn",
    "frames",
    "html",
    "markdown",
    "narrative",
    "pipes",
    "render",
    "spaced",
    "stacked",
    "wiki",
]

Dialect: TypeAlias = Callable[..., str]
"""A function of a draft, with its own options by name."""


def render(draft: Draft, dialect: str, **options: Any) -> str:  # noqa: ANN401 - each dialect has its own
    """Return the draft as text, in the dialect of this name."""
    return DIALECTS[dialect](draft, **options)


def pipes(
    draft: Draft,
    *,
    leading: bool = False,
    fillers: bool = True,
    one_line: bool = False,
    style: Style = PLAIN,
) -> str:
    """Print one row a line, its cells set apart by `|`; spanned places, if printed, follow at the end of the row.

    With `one_line`, the line breaks are lost, and all of the report stands on one line.
    """

    def table(sheet: Sheet) -> Iterator[str]:
        for row in sheet.rows:
            missing = sheet.width - len(row) if fillers else 0
            cells = " | ".join(printed_cell(draft, cell, style) for cell in row)
            yield f"{'| ' if leading else ''}{cells} |{' ' if missing else ''}{'|' * missing}"

    return (" " if one_line else "\n").join(report_lines(draft, table, style)) + "\n"


def stacked(  # noqa: PLR0913 - each is one way in which such dumps differ.
    draft: Draft,
    *,
    blank_lines: bool = False,
    indent: str = "",
    pipes: bool = False,
    alone: bool = False,
    apart: int = 0,
    style: Style = PLAIN,
) -> str:
    """Print one cell a line; with `pipes`, each ends in ` |` and spanned places are a line of pipes after the row.

    With `alone`, the pipe that ends a cell stands on a line of its own; with `apart`, so many empty
    lines more than between cells follow each row.
    """
    border = "\n|" if alone else " |" if pipes else ""

    def table(sheet: Sheet) -> Iterator[str]:
        for row in sheet.rows:
            yield from (printed_cell(draft, cell, style) + border for cell in row)
            if pipes and sheet.width > len(row):
                yield "|" * (sheet.width - len(row))
            yield from [""] * apart

    separator = "\n\n" if blank_lines else "\n"
    return separator.join(indent + line for line in report_lines(draft, table, style)) + "\n"


def markdown(  # noqa: PLR0913 - each is one way in which such tables differ.
    draft: Draft,
    *,
    repeated: bool = False,
    short: bool = False,
    framed: bool = False,
    one_line: bool = False,
    level: int = 2,
    style: Style = PLAIN,
) -> str:
    """Print headings with `#` and tables as GFM has them; merged cells are left empty, or repeated.

    With `short`, those below the first are left out; with `framed`, the tables have the numbers
    that pandas puts above and in front of them; with `one_line`, the line breaks are lost, and all
    of the report stands on one line.
    """

    def table(sheet: Sheet) -> Iterator[str]:
        rows: Iterator[list[str]] = spread(draft, sheet, style, repeated=repeated, short=short)
        first, *rest = numbered(rows) if framed else rows
        rule = f"|---:|{':---|' * sheet.width}" if framed else _gfm(["---"] * sheet.width)
        yield "\n".join([_gfm(first), rule, *map(_gfm, rest)])

    lines = list(report_lines(draft, table, style, heading=lambda text: f"{'#' * level} {text}"))
    if style.title:
        lines[0] = f"# {lines[0]}"
    text = "\n\n".join(lines) + "\n"
    return " ".join(text.split()) if one_line else text


def narrative(  # noqa: PLR0913 - each is one way in which such texts differ.
    draft: Draft,
    *,
    blank_lines: bool = True,
    indent: str = "",
    border: str | None = None,
    one_line: bool = False,
    style: Style = PLAIN,
) -> str:
    """Print headings and prose alone; whatever tables the draft has are left out.

    With a `border`, the cells of its annex follow, with that between them; with `one_line`, all but
    the title stands on one line.
    """

    def annex(sheet: Sheet) -> Iterator[str]:
        cells = (printed_cell(draft, cell, style) for row in sheet.rows for cell in row)
        yield from (border.join(cells),) if border is not None and sheet.table.is_annex else ()

    lines = [indent + line for line in report_lines(draft, annex, style)]
    if one_line:
        head = lines.index(indent + draft.introduction)
        lines = [*lines[:head], (border or "").join(lines[head:])]
    return ("\n\n" if blank_lines else "\n").join(lines) + "\n"


DIALECTS: dict[str, Dialect] = {
    "pipes": pipes,
    "stacked": stacked,
    "markdown": markdown,
    "delimited": delimited,
    "spaced": spaced,
    "frames": frames,
    "drawn": drawn,
    "wiki": wiki,
    "html": html,
    "columns": columns,
    "collapsed": collapsed,
    "scattered": scattered,
    "narrative": narrative,
}
"""Every dialect the kit can write, by name."""

VARIANTS: dict[str, tuple[Mapping[str, Any], ...]] = {
    "pipes": (
        {},
        {"leading": True},
        {"fillers": False},
        {
            "leading": True,
            "fillers": False,
            "style": Style(metadata="pairs", units=True, thousands=True),
        },
        {"style": Style(metadata="none", signs=True)},
        {"one_line": True, "style": Style(metadata="none")},
        {"one_line": True, "leading": True, "fillers": False},
    ),
    "stacked": (
        {},
        {"blank_lines": True},
        {"indent": "  ", "blank_lines": True, "style": Style(metadata="none", units=True)},
        {"pipes": True, "style": Style(metadata="pairs")},
        {"alone": True, "style": Style(thousands=True)},
        {"alone": True, "pipes": True, "style": Style(metadata="none")},
        {"indent": "\u3000\u3000", "style": Style(signs=True, thousands=True)},
        {"apart": 2},
        {"apart": 2, "style": Style(blank="\xa0")},
        {"blank_lines": True, "apart": 1, "style": Style(blank="\xa0")},
    ),
    "markdown": (
        {},
        {"repeated": True},
        {"short": True},
        {"level": 3, "style": Style(metadata="none", units=True, signs=True)},
        {"repeated": True, "framed": True},
        {"framed": True, "style": Style(blank="nan", thousands=True)},
        {"one_line": True},
    ),
    "delimited": (
        {},
        {"quoted": True, "style": Style(thousands=True)},
        {"separator": "\t", "ragged": True, "style": Style(metadata="none", units=True)},
        {"separator": "\t", "broken": True, "repeated": True, "style": Style(signs=True)},
        {"separator": ";", "repeated": True},
        {"repeated": True, "framed": True, "broken": True},
        {"framed": True, "style": Style(metadata="pairs")},
    ),
    "spaced": (
        {},
        {"one_line": True, "style": Style(thousands=True)},
        {"repeated": True, "style": Style(metadata="none", units=True)},
        {"one_line": True, "repeated": True, "style": Style(metadata="none", signs=True)},
    ),
    "frames": (
        {},
        {"repeated": False, "style": Style(metadata="none", thousands=True, signs=True)},
    ),
    "drawn": (
        {},
        {"lines": "double", "spanned": True, "widest": 20},
        {"lines": "ascii", "widest": 12, "style": Style(signs=True)},
        {
            "lines": "ascii",
            "ruled": False,
            "repeated": True,
            "style": Style(metadata="none", thousands=True),
        },
        {"lines": "heavy", "spanned": True, "style": Style(metadata="pairs", units=True)},
    ),
    "wiki": (
        {},
        {"abreast": True, "style": Style(metadata="none", signs=True)},
        {"attributes": True, "style": Style(thousands=True)},
    ),
    "html": (
        {},
        {"styled": True},
        {"upper": True, "nbsp": True},
        {"nested": True, "chrome": True, "breaks": True},
        {
            "styled": True,
            "upper": True,
            "nested": True,
            "nbsp": True,
            "style": Style(metadata="none", thousands=True),
        },
        {
            "styled": True,
            "chrome": True,
            "breaks": True,
            "nbsp": True,
            "style": Style(signs=True, units=True),
        },
    ),
    "columns": (
        {},
        {"wrap": 8, "page": 45},
        {"wrap": 40},
        {"wrap": 12, "wide": True, "style": Style(metadata="none", signs=True)},
        {"wrap": 20, "page": 60, "style": Style(units=True, thousands=True)},
    ),
    "collapsed": (
        {},
        {"kept": 30},
        {"kept": 80, "seed": 1},
        {"kept": 5, "style": Style(metadata="none")},
    ),
    "scattered": (
        {},
        {"order": "before"},
        {"order": "column"},
        {"order": "before", "style": Style(metadata="none", thousands=True)},
    ),
    "narrative": (
        {},
        {"blank_lines": False},
        {"indent": "\u3000\u3000", "style": Style(metadata="none")},
        {"border": " "},
        {"border": "", "blank_lines": False},
        {"border": "\n", "style": Style(thousands=True)},
    ),
}
"""The options with which each dialect occurs; the plainest stands first."""


def _gfm(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
