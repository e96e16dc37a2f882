"""Notes on characters that are drawn on a page and not read, each at the place of what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govinfo.containers.pdf.lines import Line, Lost
from govinfo.containers.pdf.tables import Table
from govinfo.notes import Note
from govinfo.spans import Span

__all__ = ["notes_on_lost"]

_MESSAGES = {
    "struck_out": "page {page}: {text!r} is struck out, and is not read",
    "superscript": "page {page}: {text!r} is raised or lowered beside another character, and is not read as a part of it",
    "hidden_text": "page {page}: {text!r} is not seen on the page (covered, invisible or outside of it), and is not read",
}
"""By the code of the note."""
_LONGEST = 60
"""Of a longer text only so many characters are told."""


def notes_on_lost(items: Sequence[Line | Table], text: str) -> Iterator[Note]:
    """Yield a note for each line of which something is not read.

    Args:
        items: the lines and tables of a document in order.
        text: what was composed of them: the texts of their lines follow each other in it.

    """
    if not any(line.lost for item in items for line in _lines_in(item)):
        return
    end = 0
    for item in items:
        rows = item.rows if isinstance(item, Table) else ()
        for lines in [[item]] if isinstance(item, Line) else [[l for cell in row for l in cell.lines] for row in rows]:
            begin, places = end, list[Span | None]()
            for line in lines:
                place, end = _place(line, text, end)
                places.append(place)
            whole = [place for place in places if place is not None]
            row = Span(whole[0].start, whole[-1].end) if whole else Span(begin, begin) if begin else None
            for line, place in zip(lines, places, strict=True):
                yield from (_note(lost, line.page + 1, place or row) for lost in line.lost)


def _lines_in(item: Line | Table) -> Iterator[Line]:
    if isinstance(item, Line):
        yield item
        return
    yield from (line for row in item.rows for cell in row for line in cell.lines)


def _place(line: Line, text: str, begin: int) -> tuple[Span | None, int]:
    """Where a line stands in the text, and where to look for the next."""
    first, end = None, begin
    for segment in line.segments:
        written = segment.text.replace("|", "\uff5c")
        at = text.find(segment.text, end) if segment.text else -1
        at = text.find(written, end) if at < 0 and written else at
        if at >= 0:
            first = at if first is None else first
            end = at + len(segment.text)
    return (None if first is None else Span(first, end)), end


def _note(lost: Lost, page: int, place: Span | None) -> Note:
    text = lost.text if len(lost.text) <= _LONGEST else lost.text[:_LONGEST] + "…"
    return Note(lost.code, _MESSAGES[lost.code].format(page=page, text=text), place)
