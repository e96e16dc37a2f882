"""Where the figures of a row of table 3 stand, by the blanks that merged labels leave.

A label that spans columns, and one that spans rows, may leave a blank cell for each place it
covers, or none. Every tool does both in a way of its own, for all rows alike, and the full rows of
a table show in which. A row with blank cells at its ends then has its figures in one place only, if
it is just as long as it has to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from govinfo.forms.schema import Form

__all__ = ["FullRow", "has_no_borders", "starts_of_cells"]


class FullRow(NamedTuple):
    """A row that has all of its figures."""

    id: str
    before: int
    """How many blanks stand between its label and its first figure."""
    after: int
    """How many blanks stand behind its last figure."""


class _Labels(NamedTuple):
    """How the labels of a row stand on the sheet."""

    across: int
    """How many columns more than one the row's own label covers."""
    above: int
    """How many columns before it are covered by labels that begin in rows above."""
    lacking: int
    """How many cells the line has fewer than the sheet has columns."""


_Writing = Callable[[_Labels, _Labels], tuple[int, int]]
"""A way to write a row: how many blanks its labels, and those of the row below, leave before the
figures and after them."""
_NO_LABELS = _Labels(0, 0, 0)
_WRITINGS: tuple[_Writing, ...] = (
    lambda _row, _below: (0, 0),
    lambda row, _below: (row.across, 0),
    lambda _row, below: (0, below.above),
    lambda row, below: (row.across, below.above),
    lambda row, _below: (0, row.lacking),
)
_ENOUGH_ROWS = 4
"""This many full rows show in which way a table is written."""
_NEARLY_ALL_SHARE = 0.8


def starts_of_cells(form: Form, row_id: str, full: tuple[FullRow, ...]) -> set[tuple[int, int]]:
    """Return where a row's cells may begin, each with the length that its run then has.

    The full rows of the table show in which ways it may be written.
    """
    labels = _labels(form)
    if row_id not in labels:
        return set()
    width, starts = len(form.table("requests").blocks[0].columns), set[tuple[int, int]]()
    for writing, (first, last) in _likely_writings(form, full):
        before, after = writing(*labels[row_id])
        starts.add((before + first, before + first + width + after + last))
    return starts


def has_no_borders(form: Form, full: tuple[FullRow, ...]) -> bool:
    """Whether merged labels account for every blank beside the figures: none is a border."""
    return {rest for _, rest in _likely_writings(form, full)} == {(0, 0)}


@lru_cache(maxsize=16)
def _likely_writings(
    form: Form, full: tuple[FullRow, ...]
) -> tuple[tuple[_Writing, tuple[int, int]], ...]:
    """The ways that most full rows keep to, with the other blanks before and after the figures."""
    labels = _labels(form)
    known = [row for row in full if row.id in labels]
    if len(known) < _ENOUGH_ROWS:
        return ()
    rests = {}
    for writing in _WRITINGS:
        counts = Counter[tuple[int, int]]()
        for row in known:
            before, after = writing(*labels[row.id])
            counts[row.before - before, row.after - after] += 1
        rests[writing] = counts.most_common(1)[0]
    most = max(count for _, count in rests.values())
    if most < _NEARLY_ALL_SHARE * len(known):
        return ()
    return tuple((writing, rest) for writing, (rest, count) in rests.items() if count == most)


@cache
def _labels(form: Form) -> dict[str, tuple[_Labels, _Labels]]:
    """For each row of figures, its labels and those of the row below it."""
    rows = form.table("requests").blocks[0].rows
    depths: dict[str | None, int] = {None: -1}
    for row in rows:
        depths[row.id] = depths[row.parent] + 1
    columns, headers, found = max(depths.values()) + 1, 0, dict[str, _Labels]()
    for row in rows:
        if row.header:
            headers += 1
            continue
        depth = depths[row.id]
        found[row.id] = _Labels(columns - 1 - depth, depth - headers, columns - 1 - headers)
        headers = 0
    below = [*list(found.values())[1:], _NO_LABELS]
    return {row: (own, other) for (row, own), other in zip(found.items(), below, strict=True)}
