"""Table three without separators: every row has a total of its own, and every column ties the rows together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from govinfo.binding.assignment import Bound, note_at
from govinfo.binding.unseparated.balanced_rows import balanced
from govinfo.binding.unseparated.results import Left
from govinfo.binding.unseparated.rows import RunRow
from govinfo.binding.unseparated.segmentation import (
    Reading,
    before_a_page_number,
    is_possible,
    readings,
    with_blanks,
)
from govinfo.binding.unseparated.solver import Doubts, Settled, ends_of, settle
from govinfo.forms.schema import Form

__all__ = ["applicants"]


def applicants(bound: Bound, rows: Sequence[RunRow], *, blanks: bool) -> list[Left]:
    """Return what is left of each row: by all identities, or by its own total when the table has lost cells."""
    if blanks or not _has_every_row(bound.form, rows):
        return [Left(row, _alone(row, blanks=blanks) or ()) for row in rows]
    return list(_together(bound, rows))


def _has_every_row(form: Form, rows: Sequence[RunRow]) -> bool:
    """Whether table three has all its rows, or for a group of them the one row that it is in another form."""
    own = {row.slot.row for row in rows}
    return all(row in own or parent in own for row, parent in _rows_of_requests(form))


@cache
def _rows_of_requests(form: Form) -> tuple[tuple[str, str | None], ...]:
    return tuple((row.id, row.parent) for row in form.table("requests").rows if not row.header)


def _together(bound: Bound, rows: Sequence[RunRow]) -> Iterator[Left]:
    """The readings of all rows that the identities of table three leave together."""
    own = {row.slot.row: row for row in rows}
    every = {name: balanced(row.digits, row.slot.width) for name, row in own.items()}
    known = {name: found for name, found in every.items() if found is not None}
    if len(known) == len(own):
        doubts = Doubts(
            lambda name: _otherwise(own[name], lacking=not known[name]),
            lambda name: _above_a_page_number(own[name]),
        )
        result = settle(known, doubts, ends_of(bound.form))
    else:
        result = Settled(dict.fromkeys(own, ()), bounded=True)
    yield from (Left(row, result.rows[name]) for name, row in own.items())
    tokens = [row.token for row in rows]
    if result.broken:
        message = f"no reading of table three keeps all its identities; the best breaks {result.broken} of them"
        note_at(bound, "identities_broken", message, tokens)
    if result.bounded:
        message = "table three has too many readings, or breaks too many of its identities, to compare them all"
        note_at(bound, "search_given_up", message, tokens)


def _alone(row: RunRow, *, blanks: bool) -> Sequence[Reading] | None:
    """The readings of a row that nothing but its own total bears out, and not even that where blanks were lost.

    A row that does not add up may have swallowed another one of which no label is left: nothing is
    said of it.
    """
    if not blanks:
        return balanced(row.digits, row.slot.width)
    found = with_blanks(row.digits, row.kinds, row.slot.width)
    most = row.slot.width
    return found and [
        *found,
        *before_a_page_number(row.digits, lambda digits: with_blanks(digits, row.kinds, most)),
    ]


def _otherwise(row: RunRow, *, lacking: bool) -> Sequence[Reading] | None:
    """The readings of a row that do not add up, and those that a blank cell or the number of a page would explain.

    A row that is `lacking` adds up in no way: there the publisher may be wrong, and a cell lost as
    well.
    """
    free, blank = readings(row.digits, row.kinds), readings(row.digits, row.kinds, 1)
    if free is None or blank is None:
        return None
    if lacking:
        return [
            *free,
            *blank,
            *before_a_page_number(row.digits, lambda digits: readings(digits, row.kinds)),
        ]
    wrong = [reading for reading in free if not is_possible(reading)]
    return [
        *wrong,
        *(reading for reading in blank if is_possible(reading)),
        *_above_a_page_number(row),
    ]


def _above_a_page_number(row: RunRow) -> list[Reading]:
    """The readings of a row that add up without its last digits."""
    return before_a_page_number(row.digits, lambda digits: balanced(digits, row.slot.width))
