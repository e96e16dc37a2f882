"""What merged cells leave behind beside the figures of table three, and where the figures of a row stand because of it.

A label that spans columns, and one that spans rows, may leave a blank place for each cell it
covers, or none; every tool does both in a way of its own, for all rows alike. The full rows of a
table show which way it is. Then a row with blank cells at its ends has them in one place only, if
it is just as long as it has to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from govinfo.forms.schema import Form

__all__ = ["Full", "has_no_borders", "starts_of_cells"]


class Full(NamedTuple):
    """A row that has all of its figures."""

    id: str
    before: int
    """How many blanks stand between its label and its first figure."""
    after: int
    """How many stand behind its last figure."""


class _Labels(NamedTuple):
    """How the labels of a row stand on the sheet."""

    across: int
    """How many columns more than one the row's own label covers."""
    above: int
    """How many columns before it are covered by labels that begin in rows above."""
    lacking: int
    """How many cells the line has fewer than the sheet has columns."""


_Left = Callable[[_Labels, _Labels], tuple[int, int]]
"""How many blanks a way of writing leaves before and after the figures of a row, by its labels and by those below."""
_NO_LABELS = _Labels(0, 0, 0)
_WAYS: tuple[_Left, ...] = (
    lambda _row, _below: (0, 0),
    lambda row, _below: (row.across, 0),
    lambda _row, below: (0, below.above),
    lambda row, below: (row.across, below.above),
    lambda row, _below: (0, row.lacking),
)
_ENOUGH = 4
"""So many full rows show which way a table is written."""
_NEARLY_ALL = 0.8


def starts_of_cells(form: Form, row_id: str, full: tuple[Full, ...]) -> set[tuple[int, int]]:
    """Return, for the ways in which the full rows may be written, where a row's cells begin and how long its run is."""
    labels = _labels(form)
    if row_id not in labels:
        return set()
    best = [(way(*labels[row_id]), rest) for way, rest in _best(form, full)]
    width = len(form.table("requests").blocks[0].columns)
    return {
        (before + first, before + first + width + after + last)
        for (before, after), (first, last) in best
    }


def has_no_borders(form: Form, full: tuple[Full, ...]) -> bool:
    """Whether merged labels account for every blank beside the figures, so that none of them is a border."""
    return {rest for _, rest in _best(form, full)} == {(0, 0)}


def _best(form: Form, full: tuple[Full, ...]) -> list[tuple[_Left, tuple[int, int]]]:
    """The ways that most full rows keep to, and how many more blanks there are then before and after the figures."""
    labels = _labels(form)
    known = [row for row in full if row.id in labels]
    if len(known) < _ENOUGH:
        return []
    rests = {
        way: Counter(_less(row, way(*labels[row.id])) for row in known).most_common(1)[0]
        for way in _WAYS
    }
    most = max(count for _, count in rests.values())
    return [
        (way, rest)
        for way, (rest, count) in rests.items()
        if count == most >= _NEARLY_ALL * len(known)
    ]


def _less(row: Full, left: tuple[int, int]) -> tuple[int, int]:
    return row.before - left[0], row.after - left[1]


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
