"""A check of the page that another package's adapter has made, before anything is read from it.

Python does not check types at run time, and a page with places outside of its text would be read,
wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from govinfo.page import Block, Grid, LooseCells, Page, Stream
from govinfo.spans import Span, Text

__all__ = ["fault_of"]


def fault_of(page: object) -> str | None:
    """Return what is wrong with what an adapter returned, or `None` when it is a page."""
    if not isinstance(page, Page):
        return f"{_a(page)} where a Page was wanted"
    text: object = page.text
    if not isinstance(text, Text) or not isinstance(text.characters, str):
        return f"a page whose text is {_a(text)} where a Text was wanted"
    blocks: object = page.blocks
    if not isinstance(blocks, tuple | list):
        return f"a page whose blocks are {_a(blocks)} where a tuple was wanted"
    for number, block in enumerate(blocks):
        if not isinstance(block, Block):
            return f"a page with {_a(block)} among its blocks, at {number}"
        faults: Iterator[str] = iter(())
        if isinstance(block, Grid):
            faults = _faults_in_grid(block, len(text))
        elif isinstance(block, Stream):
            faults = _faults_in_stream(block, len(text))
        elif isinstance(block, LooseCells):
            faults = _faults_in_cells(block, len(text))
        fault = next(chain(_misplaced([block.span], len(text)), faults), None)
        if fault is not None:
            return f"a page whose block {number}, a {type(block).__name__}, {fault}"
    return None


def _faults_in_grid(grid: Grid, length: int) -> Iterator[str]:
    separator: object = grid.separator
    if not isinstance(separator, str) or "\n" in separator:
        yield f"has the separator {separator!r}, where characters within a line were wanted"
    rows: object = grid.rows
    if not isinstance(rows, tuple | list):
        yield f"has rows that are {_a(rows)} where a tuple was wanted"
        return
    if not separator and not rows and len(grid.span):
        yield "has neither a separator nor rows, and so no cells"
    for number, row in enumerate(rows):
        if not isinstance(row, tuple | list):
            yield f"has the row {number} that is {_a(row)} where a tuple of spans was wanted"
            return
        yield from _misplaced(row, length, f"in its row {number} ")


def _faults_in_stream(stream: Stream, length: int) -> Iterator[str]:
    separators: object = stream.separators
    if not isinstance(separators, tuple | list) or not all(
        isinstance(one, str) and one for one in separators
    ):
        wanted = "a tuple of characters was wanted, none of them empty"
        yield f"has the separators {separators!r}, where {wanted}"
        return
    cells: object = stream.cells
    if not isinstance(cells, tuple | list):
        yield f"has cells that are {_a(cells)} where a tuple of spans was wanted"
        return
    if not separators and not cells and len(stream.span):
        yield "has neither separators nor cells"
    yield from _misplaced(cells, length)


def _faults_in_cells(cells: LooseCells, length: int) -> Iterator[str]:
    try:
        borders, runs = list(cells.borders), list(cells.runs)
    except TypeError:
        yield "has borders or runs that cannot be gone through, where whole numbers were wanted"
        return
    if not all(isinstance(one, int) for one in (*borders, *runs)):
        yield "has borders or runs that are no whole numbers"
    elif len(borders) % 2:
        yield f"has {len(borders)} borders, where each cell has two"
    else:
        yield from _misplaced(map(Span, borders[::2], borders[1::2]), length)
        strange = next((run for run in runs if not 0 <= run < len(borders) // 2), None)
        if strange is not None:
            yield f"names cell {strange} as a run, and has {len(borders) // 2}"


def _misplaced(spans: Iterable[object], length: int, where: str = "") -> Iterator[str]:
    """Yield a fault for whatever is no place in a text of this length."""
    for span in spans:
        if not isinstance(span, Span) or not all(isinstance(end, int) for end in span):
            yield f"has {where}{_a(span)} where a Span of two whole numbers was wanted"
        elif not 0 <= span.start <= span.end <= length:
            place = f"the span {span.start} to {span.end}"
            yield f"has {where}{place}, and the text has {length} characters"


def _a(something: object) -> str:
    name = type(something).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
