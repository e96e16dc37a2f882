"""The pages of a PDF document as pictures, with a box around each cell and figure in prose."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator

from govinfo.documents.pdf.pictures import Picture, pictures_of
from govinfo.model import Report
from govinfo.places import Box, Spot
from govinfo.rendering.markup import Html, tag
from govinfo.review.marks import Marked, MarkedPlace
from govinfo.wording.widths import width

__all__ = ["picture_pages"]

_ROOM = 1.5
"""How far a box stands off its characters, in points."""


def picture_pages(
    content: bytes, report: Report, marked: Marked, named: Callable[[int], str]
) -> Iterator[Html]:
    """Yield each page of a document with boxes that link to the cells.

    Args:
        content: The PDF document.
        report: The report that was read in it.
        marked: Its source text with the marks.
        named: What a page of this number is called.

    """
    boxes = dict[int, list[tuple[MarkedPlace, Box]]]()
    for mark in marked.marks:
        piece = report.layout.piece_at(mark.span) if report.layout else None
        if piece is not None:
            boxes.setdefault(int(piece[2][0]), []).append((mark, _box(marked, mark, *piece)))
    for picture in pictures_of(content):
        links = (
            marked.link(mark, "", style=_style(box, picture))
            for mark, box in boxes.get(picture.number, ())
        )
        data = b64encode(picture.png).decode()
        image = Html(f'<img src="data:image/png;base64,{data}" alt="">')
        told = {"class": "picture", "role": "group", "aria-label": named(picture.number)}
        yield tag("div", image, *links, **told)


def _box(marked: Marked, mark: MarkedPlace, start: int, end: int, spot: Spot) -> Box:
    """Return the box of a mark; in a line of prose, as far in as the words before it reach."""
    box, line = Box(*spot[1:]), marked.source[start:end]
    whole = width(line)
    if mark.claim is None or not whole:
        return box
    across = (box.right - box.left) / whole
    left = box.left + across * width(line[: mark.span.start - start])
    right = left + across * width(marked.source[mark.span.start : min(mark.span.end, end)])
    return Box(left, box.top, right, box.bottom)


def _style(box: Box, picture: Picture) -> str:
    """Return where a box lies on its picture, in hundredths of its sides."""
    left, top = box.left - _ROOM, box.top - _ROOM
    sides = {
        "left": left / picture.width,
        "top": top / picture.height,
        "width": (box.right + _ROOM - left) / picture.width,
        "height": (box.bottom + _ROOM - top) / picture.height,
    }
    return ";".join(f"{name}:{100 * share:.2f}%" for name, share in sides.items())
