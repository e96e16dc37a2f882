"""Groups of neighbouring edits: one note speaks of all the edits of a region."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from govinfo.spans import Edit, Span

__all__ = ["MOST_REGIONS", "regions"]

MOST_REGIONS = 20
"""The maximum number of notes of one kind; the last one also stands for all that follows."""


def regions(
    edits: Sequence[Edit], are_together: Callable[[int, int], bool]
) -> Iterator[tuple[Span, Sequence[Edit]]]:
    """Yield each region and the edits in it, at most `MOST_REGIONS` of them.

    Args:
        edits: The edits of one repair, in order.
        are_together: Whether two neighbouring edits are in one region; it is given the end of the
            first and the start of the second, as offsets in the text before the edits.

    """
    begins = list[int]()
    for number, edit in enumerate(edits):
        if not number or not are_together(edits[number - 1].end, edit.start):
            begins.append(number)
            if len(begins) == MOST_REGIONS:
                break
    for begin, end in zip(begins, [*begins[1:], len(edits)], strict=False):
        yield Span(edits[begin].start, edits[end - 1].end), edits[begin:end]
