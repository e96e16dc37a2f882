"""Notes on characters that are drawn on a page and not read, each with a place beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.documents.pdf.lines import TextLine
from govinfo.documents.pdf.tables import RuledTable
from govinfo.notes import Note
from govinfo.spans import Span

__all__ = ["notes_on_lost"]

_MESSAGES = {
    "struck_out": "page {page}: {text!r} is struck out, and is not read",
    "superscript": (
        "page {page}: {text!r} is a raised or lowered mark, "
        "and is not read as a part of the number beside it"
    ),
    "hidden_text": (
        "page {page}: {text!r} is covered, invisible or outside of the page, and is not read"
    ),
}
"""By the code of the note."""
_MOST_CHARS = 60
"""A note quotes so much of a longer text."""


def notes_on_lost(items: Sequence[TextLine | RuledTable], text: str) -> Iterator[Note]:
    """Yield a note for each line with characters that are not read.

    Args:
        items: the lines and tables of a document in order.
        text: the text composed of them; the texts of their lines follow each other in it.

    """
    rows = list[list[Sequence[TextLine]]]()
    for item in items:
        if isinstance(item, TextLine):
            rows.append([[item]])
        else:
            rows += ([cell.lines for cell in row] for row in item.rows)
    if not any(line.lost for row in rows for lines in row for line in lines):
        return
    end = 0
    for row in rows:
        cells = list[list[tuple[TextLine, Span | None]]]()
        for lines in row:
            cells.append([])
            for line in lines:
                place, end = line.place_in(text, end)
                cells[-1].append((line, place))
        around_row = _around([one for cell in cells for one in cell])
        for cell in cells:
            around = _around(cell) or around_row
            for line, place in cell:
                for lost in line.lost:
                    short = len(lost.text) <= _MOST_CHARS
                    quoted = lost.text if short else lost.text[:_MOST_CHARS] + "…"
                    message = _MESSAGES[lost.code].format(page=line.page + 1, text=quoted)
                    yield Note(lost.code, message, place or around)


def _around(placed: Sequence[tuple[TextLine, Span | None]]) -> Span | None:
    """Return the place from the first of these lines to the last, of those that have one."""
    places = [place for _, place in placed if place is not None]
    return Span(places[0].start, places[-1].end) if places else None
