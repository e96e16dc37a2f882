"""The dialects in which reports are found: each is a function that prints any draft as text.

`DIALECTS` is the whole list. `VARIANTS` names the options with which each dialect occurs. To add a
dialect of your own, write one more function from a draft to text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from govinfo.testing.dialects.drawings import drawn
from govinfo.testing.dialects.glued import collapsed
from govinfo.testing.dialects.lines import markdown, narrative, pipes, stacked
from govinfo.testing.dialects.paper import columns, scattered
from govinfo.testing.dialects.recognised import latex, otsl
from govinfo.testing.dialects.spacing import frames, spaced
from govinfo.testing.dialects.tabular import delimited
from govinfo.testing.dialects.webpages import html
from govinfo.testing.dialects.wikis import wiki
from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import Style

__all__ = [
    "DIALECTS",
    "VARIANTS",
    "Dialect",
    "Style",
    "delimited",
    "drawn",
    "frames",
    "html",
    "latex",
    "markdown",
    "narrative",
    "otsl",
    "pipes",
    "render",
    "spaced",
    "stacked",
    "wiki",
]

Dialect: TypeAlias = Callable[..., str]
"""A function of a draft, with its own options by name."""


def render(draft: Draft, dialect: str, **options: Any) -> str:  # noqa: ANN401 - by dialect
    """Return the draft as text, in the dialect of this name."""
    return DIALECTS[dialect](draft, **options)


DIALECTS: dict[str, Dialect] = {
    "pipes": pipes,
    "stacked": stacked,
    "markdown": markdown,
    "delimited": delimited,
    "spaced": spaced,
    "frames": frames,
    "drawn": drawn,
    "wiki": wiki,
    "latex": latex,
    "otsl": otsl,
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
    "latex": (
        {},
        {"spanned": False, "style": Style(metadata="none", thousands=True)},
        {"styled": True, "style": Style(signs=True, units=True)},
        {"spanned": False, "styled": True, "broken": True},
    ),
    "otsl": (
        {},
        {"style": Style(metadata="none", units=True, signs=True)},
        {"tagged": True, "style": Style(thousands=True)},
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
