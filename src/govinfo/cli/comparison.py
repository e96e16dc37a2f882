"""What differs between two sources, written as text, JSON and HTML."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from govinfo.cli.output import printable
from govinfo.cli.sources import Sources
from govinfo.comparison import Comparison, compare
from govinfo.consistency import Lang

__all__ = ["SHAPES", "compared"]

COLOURS = {"- ": "red", "+ ": "green"}
"""How the lines with a sentence of each side begin, and their colours."""


def compared(sources: Sources) -> Comparison | None:
    """Return the comparison of two sources; `None` if one of them cannot be read."""
    reports = [report for _, report in sources.reports()]
    return compare(reports[0], reports[1]) if len(reports) > 1 else None


def comparison_as_text(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Yield a line for each difference, without characters that a terminal would obey."""
    for line in comparison.text(lang).splitlines():
        colour = COLOURS.get(line.lstrip()[:2])
        yield click.style(printable(line), fg=colour) + "\n" if colour else f"{printable(line)}\n"


def comparison_as_json(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Yield the comparison as one object."""
    yield json.dumps(comparison.to_dict(lang), ensure_ascii=False, indent=2) + "\n"


def comparison_as_html(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Yield a page with both sides."""
    yield comparison.html(lang)


SHAPES = {
    "text": comparison_as_text,
    "json": comparison_as_json,
    "html": comparison_as_html,
}
"""What a comparison can be written as, and the function that does it."""
