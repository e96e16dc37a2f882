"""Notes on characters that are drawn on a page and not read, each at the place of what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.documents.pdf.lines import LostText, TextLine
from govinfo.documents.pdf.tables import RuledTable
from govinfo.notes import Note
from govinfo.spans import Span

__all__ = ["notes_on_lost"]

_MESSAGES = {
    "struck_out": "page {page}: {text!r} is struck out, and is not read",
    "superscript": "page {page}: {text!r} is a raised or lowered mark, and is not read as a part of what is beside it",
    "hidden_text": "page {page}: {text!r} is covered, invisible or outside of the page, and is not read",
}
"""By the code of the note."""
_LONGEST = 60
"""Of a longer text only so many characters are told."""


def notes_on_lost(items: Sequence[TextLine | RuledTable], text: str) -> Iterator[Note]:
    """Yield a note for each line of which something is not read.

    Args:
        items: the lines and tables of a document in order.
        text: what was composed of them: the texts of their lines follow each other in it.

    """
    if not any(line.lost for item in items for line in _lines_in(item)):
        return
    end = 0
    for item in items:
        rows = (
            [[[item]]]
            if isinstance(item, TextLine)
            else [[cell.lines for cell in row] for row in item.rows]
        )
        for row in rows:
            placed = list[list[tuple[TextLine, Span | None]]]()
            for lines in row:
                cell = list[tuple[TextLine, Span | None]]()
                for line in lines:
                    place, end = _place(line, text, end)
                    cell.append((line, place))
                placed.append(cell)
            around = _around([one for cell in placed for one in cell])
            for cell in placed:
                near = _around(cell) or around
                yield from (
                    _note(lost, line.page + 1, place or near)
                    for line, place in cell
                    for lost in line.lost
                )


def _lines_in(item: TextLine | RuledTable) -> Iterator[TextLine]:
    if isinstance(item, TextLine):
        yield item
        return
    yield from (line for row in item.rows for cell in row for line in cell.lines)


def _around(placed: Sequence[tuple[TextLine, Span | None]]) -> Span | None:
    """The place of all lines that have one."""
    places = [place for _, place in placed if place is not None]
    return Span(places[0].start, places[-1].end) if places else None


def _place(line: TextLine, text: str, begin: int) -> tuple[Span | None, int]:
    """Where a line stands in the text, and where to look for the next."""
    first, end = None, begin
    for segment in line.segments:
        at = text.find(segment.text.replace("|", "\uff5c"), end) if segment.text else -1
        at = text.find(segment.text, end) if at < 0 and "|" in segment.text else at
        if at >= 0:
            first = at if first is None else first
            end = at + len(segment.text)
    return (None if first is None else Span(first, end)), end


def _note(lost: LostText, page: int, place: Span | None) -> Note:
    text = lost.text if len(lost.text) <= _LONGEST else lost.text[:_LONGEST] + "…"
    return Note(lost.code, _MESSAGES[lost.code].format(page=page, text=text), place)
