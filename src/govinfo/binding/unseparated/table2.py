"""Table two without separators: no total bears it out, and what the rest of the page has lost counts here as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from govinfo.binding.assignment import Bound, note_at
from govinfo.binding.unseparated.merged_rows import row_above
from govinfo.binding.unseparated.results import Left
from govinfo.binding.unseparated.rows import RunRow
from govinfo.binding.unseparated.segmentation import (
    Reading,
    before_a_page_number,
    readings,
    with_blanks,
)
from govinfo.forms.schema import Kind

__all__ = ["Lost", "by_themselves"]

_PAGE = 2
"""The numbers of pages in table two have no more digits."""


class Lost(NamedTuple):
    """What the other tables show to have happened to a page."""

    blanks: bool
    """Blank cells left nothing behind."""
    pages: bool
    """The numbers of pages were glued to the figures above them."""


def by_themselves(bound: Bound, rows: Sequence[RunRow], lost: Lost) -> Iterator[Left]:
    """Yield the readings of the rows of table two: one is taken where only losses of which nothing shows would differ.

    A note then says so: here a blank cell or the number of a page can go unnoticed.
    """
    trusted, known = list[RunRow](), {(row.form.id, row.slot.row) for row in rows}
    merged = (
        [] if all(row.digits for row in rows) else [(row_above(rows, row), row) for row in rows]
    )
    for row in rows:
        above = next((upper for upper, lower in merged if lower is row), None)
        below = next((lower for upper, lower in merged if upper is row), None)
        whole = readings(row.digits, row.kinds) or ()
        blanks, pages = _may_lack_blanks(row), _may_end_a_page(row)
        if above or below:
            yield Left(
                row, _merged(above or row, below or row, upper=below is not None), in_question=True
            )
        elif not row.digits:
            yield Left(row, readings("", row.kinds, row.slot.width) or ())
        elif len(whole) == 1 and not (
            (lost.blanks and blanks) or (lost.pages and pages) or _follows_none(row, known)
        ):
            trusted += [row] * (blanks or pages)
            yield Left(row, whole)
        else:
            # Without a sign of it, no more is listed than what stands there.
            doubtful = lost.blanks or lost.pages or not whole
            yield Left(
                row,
                (*whole, *(_damaged(row.digits, row.kinds) if doubtful else ())),
                in_question=True,
            )
    if trusted:
        names = ", ".join(row.slot.row for row in trusted)
        message = (
            f"no total of table two would tell a lost blank cell or the number of a page in {names}"
        )
        note_at(bound, "not_borne_out", message, [row.token for row in trusted])


def _may_lack_blanks(row: RunRow) -> bool:
    """Whether the figures of a row could stand in fewer cells."""
    return _fewest(row.words) < row.slot.width


def _may_end_a_page(row: RunRow) -> bool:
    """Whether the last digits of a row could be the number of a page."""
    digits = row.digits.rstrip()
    ends = (
        digits[:-length].split() for length in range(1, _PAGE + 1) if digits[-length:][:1] != "0"
    )
    return any(_fewest(words) <= row.slot.width <= sum(map(len, words)) for words in ends)


def _fewest(words: Sequence[str]) -> int:
    """In how few cells figures can stand: a zero has a cell of its own unless another digit is before it."""
    return sum(_zeros(word) + bool(word.lstrip("0")) if word.isdecimal() else 1 for word in words)


def _zeros(word: str) -> int:
    return len(word) - len(word.lstrip("0"))


def _follows_none(row: RunRow, known: set[tuple[str, str]]) -> bool:
    """Whether the row that the form has above this one is nowhere: its figures may stand in this one."""
    before = row.form.addresses[row.slot.first - 1] if row.slot.first else None
    return (
        before is not None
        and before.table == row.slot.table
        and (row.form.id, before.row) not in known
    )


@lru_cache(maxsize=4096)
def _damaged(digits: str, kinds: tuple[Kind, ...]) -> tuple[Reading, ...]:
    """The readings with blank cells that left nothing behind, or above the number of a page."""
    short = with_blanks(digits, kinds, len(kinds) - 1) or ()
    return (*short, *before_a_page_number(digits, lambda before: readings(before, kinds)))


def _merged(above: RunRow, below: RunRow, *, upper: bool) -> Sequence[Reading]:
    """The readings of the upper or the lower of two rows whose figures may stand together."""
    both, alone = (
        readings(below.digits, above.kinds + below.kinds),
        readings(below.digits, below.kinds),
    )
    if both is None or alone is None:
        return ()
    width = above.slot.width
    return (
        [reading[:width] for reading in both]
        if upper
        else [*alone, *(reading[width:] for reading in both)]
    )
