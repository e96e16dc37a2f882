"""Cut the rows of table 2, which has no totals to check against.

Signs of loss in the other tables count here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from govinfo.binding.assignment import Bound, note_at
from govinfo.binding.unseparated.rows import RunRow, SegmentedRow, find_row_above
from govinfo.binding.unseparated.segmentation import (
    Segmentation,
    segment,
    segment_above_page_number,
    segment_across_space,
    segment_with_blanks,
)
from govinfo.forms.schema import Kind

__all__ = ["Losses", "segment_table2"]

_GROUPED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_MOST_PAGE_DIGITS = 2
"""The numbers of the pages that hold table 2 have at most so many digits."""


class Losses(NamedTuple):
    """What the other tables show to have happened to a page."""

    blanks: bool
    """Whether blank cells left nothing behind."""
    pages: bool
    """Whether the numbers of pages were glued to the figures above them."""

    @classmethod
    def shown_by(cls, rows: Sequence[SegmentedRow], *, blanks: bool) -> Losses:
        """Return what the rows of a table show, on a page that is known to have lost `blanks`."""
        return cls(
            blanks=blanks or any(row.may_have_blanks for row in rows),
            pages=any(row.may_end_a_page for row in rows),
        )


def segment_table2(bound: Bound, rows: Sequence[RunRow], losses: Losses) -> Iterator[SegmentedRow]:
    """Yield the segmentations of the rows of table 2.

    One segmentation is certain where no sign of another loss is on the page. A note then names the
    rows in which a lost blank cell or the number of a page would go unnoticed.
    """
    trusted, known = list[RunRow](), {(row.form.id, row.slot.row) for row in rows}
    pairs = [(find_row_above(rows, row), row) for row in rows]
    for upper, row in pairs:
        lower = next((below for above, below in pairs if above is row), None)
        if lower is not None or upper is not None:
            yield SegmentedRow(row, _segment_merged(row, upper, lower), is_doubtful=True)
            continue
        one = _segment_row(row, losses, known)
        trusted += [row] * (row.digits != "" and one.is_certain and any(_possible_losses(row)))
        yield one
    if trusted:
        names = ", ".join(row.slot.row for row in trusted)
        message = (
            f"table 2 has no totals that would show a lost blank cell or page number in {names}"
        )
        note_at(bound, "row_unconfirmed", message, [row.token for row in trusted])


def _segment_row(row: RunRow, losses: Losses, known: set[tuple[str, str]]) -> SegmentedRow:
    """Return the segmentations of a row with its own label; `known` are the rows on the page."""
    if not row.digits:
        return SegmentedRow(row, segment("", row.kinds, row.slot.width) or ())
    whole, possible = segment(row.digits, row.kinds) or (), _possible_losses(row)
    above = row.form.addresses[max(row.slot.first - 1, 0)]
    # The figures of a row that is nowhere on the page may stand in the row below it.
    has_row_above = above.table != row.slot.table or (row.form.id, above.row) in known
    may_be_damaged = (losses.blanks and possible.blanks) or (losses.pages and possible.pages)
    # A space may set thousands apart: 2 318 is one number.
    across = segment_across_space(row.digits, lambda joined: segment(joined, row.kinds))
    grouped = [
        cells
        for cells in across
        if all(
            _GROUPED.fullmatch(cell)
            for cell in (row.digits[begin:end] for begin, end, _ in cells)
            if " " in cell
        )
    ]
    if len(whole) == 1 and has_row_above and not may_be_damaged and not grouped:
        return SegmentedRow(row, whole)
    # Without a sign of loss, only the segmentations of the whole run are listed.
    show_damaged = losses.blanks or losses.pages or not whole
    damaged = _segment_damaged(row.digits, row.kinds) if show_damaged else ()
    return SegmentedRow(row, (*whole, *grouped, *damaged), is_doubtful=True)


def _possible_losses(row: RunRow) -> Losses:
    """Return whether a row may lack blank cells, and whether it may end with a page number."""
    width, digits, pages = row.slot.width, row.digits.rstrip(), False
    for length in range(1, _MOST_PAGE_DIGITS + 1):
        words = digits[:-length].split()
        if digits[-length:][:1] != "0":
            pages |= _count_fewest_cells(words) <= width <= sum(map(len, words))
    return Losses(blanks=_count_fewest_cells(row.words) < width, pages=pages)


def _count_fewest_cells(words: Sequence[str]) -> int:
    """Return in how few cells figures can stand: a leading zero needs its own cell."""
    cells = 0
    for word in words:
        rest = word.lstrip("0")
        cells += len(word) - len(rest) + bool(rest) if word.isdecimal() else 1
    return cells


@lru_cache(maxsize=4096)
def _segment_damaged(digits: str, kinds: tuple[Kind, ...]) -> tuple[Segmentation, ...]:
    """Return the segmentations with lost blank cells, and those above the number of a page."""
    short = segment_with_blanks(digits, kinds, len(kinds) - 1) or ()
    return (*short, *segment_above_page_number(digits, lambda before: segment(before, kinds)))


def _segment_merged(
    row: RunRow, upper: RunRow | None, lower: RunRow | None
) -> Sequence[Segmentation]:
    """Return the segmentations of one of two rows whose figures stand together."""
    above, below = upper or row, lower or row
    both = segment(below.digits, above.kinds + below.kinds)
    alone = segment(below.digits, below.kinds)
    if both is None or alone is None:
        return ()
    width = above.slot.width
    if lower is not None:
        return [one[:width] for one in both]
    return [*alone, *(one[width:] for one in both)]
