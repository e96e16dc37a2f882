"""What differs between two sources, written as text, JSON and HTML."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click
from attrs import evolve

from govinfo.cli.output import printable
from govinfo.cli.sources import Sources
from govinfo.comparison import Comparison, compare
from govinfo.wording import Lang
from govinfo.wording.widths import wrapped

__all__ = ["SHAPES", "compared"]

COLOURS = {"- ": "red", "+ ": "green"}
"""How the lines with a sentence of each side begin, and their colours."""


def compared(sources: Sources) -> Comparison | None:
    """Return the comparison of two sources; `None` if one of them cannot be read."""
    found = list(sources.reports())
    if len(found) < 2:
        return None
    (before, one), (after, other) = found
    return evolve(compare(one, other), names=(before, after))


def comparison_as_text(comparison: Comparison, lang: Lang, columns: int | None) -> Iterator[str]:
    """Yield a line for each difference, without characters that a terminal would obey.

    On a terminal that is so many columns wide a longer line goes on below its beginning.
    """
    for line in map(printable, comparison.text(lang).splitlines()):
        body = line.lstrip(" ")
        indent = " " * (len(line) - len(body))
        lines = [line] if columns is None else wrapped(body, columns, indent, indent + "  ")
        colour = COLOURS.get(body[:2])
        yield "".join(f"{click.style(one, fg=colour) if colour else one}\n" for one in lines)


def comparison_as_json(comparison: Comparison, lang: Lang, columns: int | None) -> Iterator[str]:
    """Yield the comparison as one object."""
    del columns
    yield json.dumps(comparison.to_dict(lang), ensure_ascii=False, indent=2) + "\n"


def comparison_as_html(comparison: Comparison, lang: Lang, columns: int | None) -> Iterator[str]:
    """Yield a page with both sides."""
    del columns
    yield comparison.html(lang)


SHAPES = {
    "text": comparison_as_text,
    "json": comparison_as_json,
    "html": comparison_as_html,
}
"""What a comparison can be written as, and the function that does it."""
