"""Tables drawn by hand, for the tests of PDF documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from govinfo.documents.pdf.reader import read_pdf
from govinfo.portions import is_label
from govinfo.testing.documents.canvas import Canvas, bound

SIZE = 10.0
HEIGHT = 20.0
BORDERS = (72.0, 250.0, 300.0, 350.0, 400.0)


def drawn(*pages: Callable[[Canvas], None]) -> bytes:
    """Return a document of pages that are drawn so."""
    canvas = Canvas(pages=[])
    for draw in pages:
        canvas.turn_page()
        draw(canvas)
    return bound(["\n".join(page) for page in canvas.pages])


def lines_in(document: bytes) -> list[str]:
    """Return the lines that are composed of a document."""
    return str(read_pdf(document, is_label).page.text).splitlines()


def write(canvas: Canvas, *lines: str, left: float = 72.0, leading: float = 16.0) -> None:
    """Write lines below each other."""
    for line in lines:
        canvas.text(left, canvas.y + SIZE, line, SIZE)
        canvas.y += leading


def rule(
    canvas: Canvas, rows: int, borders: Sequence[float] = BORDERS, height: float = HEIGHT
) -> None:
    """Draw the lines of a table."""
    for n in range(rows + 1):
        y = canvas.y + n * height
        canvas.line((borders[0], y), (borders[-1], y), thin=False)
    for x in borders:
        canvas.line((x, canvas.y), (x, canvas.y + rows * height), thin=False)


def table(canvas: Canvas, *rows: Sequence[str], borders: Sequence[float] = BORDERS) -> None:
    """Draw a table, each cell on one line."""
    rule(canvas, len(rows), borders)
    for row in rows:
        for left, text in zip(borders, row, strict=False):
            canvas.text(left + 4, canvas.y + 14, text, SIZE)
        canvas.y += HEIGHT
