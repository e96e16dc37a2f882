"""Tables as pandas prints them: numbers above and in front that are no figures, and NaN in a blank cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.adapters.layout.pandas_index import unnumbered
from govinfo.page import Grid, Page
from govinfo.spans import Span, Text

__all__ = ["framed"]

_GAP = r"[^\S\n]"
_NUMBERED = re.compile(
    rf"^{_GAP}+[0０]{_GAP}+[1１](?:{_GAP}+\d+)*{_GAP}*\n{_GAP}*[0０]{_GAP}", re.MULTILINE
)
_FIELD = re.compile(rf"\S+(?:{_GAP}\S+)*")


def framed(text: Text) -> Page | None:
    """Return the page whose tables pandas has printed, or `None` when there is none."""
    if not _NUMBERED.search(text.characters):
        return None
    text = unnumbered(text, tuple(_rows(text.characters)))
    return Page(text, (Grid(Span(0, len(text)), rows=tuple(_rows(text.characters))),))


def _rows(characters: str) -> Iterator[tuple[Span, ...]]:
    """Yield the cells of each line, with two spaces or more between them."""
    begin = 0
    for line in characters.split("\n"):
        yield tuple(
            Span(begin + field.start(), begin + field.end()) for field in _FIELD.finditer(line)
        )
        begin += len(line) + 1
