"""Tables whose separators are gone, read by what the form asserts about them.

No number begins with a zero, and rows, columns and proceedings add up. A cell on which all readings agree is put down,
inferred where the run alone has several; of the others nothing is put down but what they may be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from govinfo.binding.bound import Bound, note_at
from govinfo.binding.identities import MOST_ROWS, Settled, settle
from govinfo.binding.putting import put_down
from govinfo.binding.readings import MOST, Cell, Reading, is_possible, readings, with_blanks
from govinfo.binding.review import REVIEW_WIDTH
from govinfo.binding.runs import RunRow, rows_of_runs
from govinfo.binding.sums import balanced
from govinfo.forms.schema import Form

__all__ = ["put_runs"]

_RESULTS = 5
_PROCEEDINGS = range(0, REVIEW_WIDTH, _RESULTS)
"""Where the three proceedings of table four begin."""
_PAGE = 3
"""No page has a number with more digits."""


def put_runs(bound: Bound) -> None:
    """Put down what the runs of a page hold, as far as only one reading is left of them."""
    put_down(bound, list(_left(bound, rows_of_runs(bound))))


def _left(bound: Bound, rows: Sequence[RunRow]) -> Iterator[tuple[RunRow, Sequence[Reading] | None]]:
    """Yield each row with the readings that are left of it; `None` when they are too many."""
    requests = [row for row in rows if row.slot.table == "requests"]
    blanks, whole = _shows_blanks(rows, requests), _has_every_row(bound.form, requests)
    for row in rows:
        if row.slot.table == "proactive":
            yield row, with_blanks(row.digits, row.kinds, row.slot.width - 1 if blanks else 0)
        elif row.slot.table == "review":
            yield row, _proceedings(row, blanks=blanks)
        elif blanks or not whole:
            yield row, _alone(row, blanks=blanks)
    if whole and not blanks:
        yield from _together(bound, requests)


def _shows_blanks(rows: Sequence[RunRow], requests: Sequence[RunRow]) -> bool:
    """Whether blank cells left nothing behind in one row: then any other may be short of some.

    A run is too short, or has two spaces where a cell was, or more rows do not add up than a publisher gets wrong.
    """
    if any(row.characters < row.slot.width or row.has_gap for row in rows):
        return True
    return sum(balanced(row.digits, row.slot.width) == () for row in requests) > MOST_ROWS


def _before_a_page_number(digits: str, read: Callable[[str], Sequence[Reading] | None]) -> list[Reading]:
    """The readings of a run without its last digits, which may be the number of the page that ends there."""
    digits = digits.rstrip()
    ends = [digits[:-length] for length in range(1, _PAGE + 1) if digits[-length:].isdecimal()]
    return [reading for end in ends for reading in read(end.rstrip(" -—")) or ()]


# Table four.


def _proceedings(row: RunRow, *, blanks: bool) -> Sequence[Reading] | None:
    """The readings of table four in which each proceeding adds up to its total, or else all there are."""
    if row.characters == REVIEW_WIDTH:
        whole = readings(row.digits, row.kinds) or ()
        if all(map(_is_possible, whole)):
            return whole
        if blanks:
            return None
        # A blank cell may hide behind a number of two digits.
        short = readings(row.digits, row.kinds, 1)
        return short if short is None else [*whole, *filter(_is_possible, short)]
    if blanks:
        return None
    found = _all_adding_up(row.digits)
    if found is None or found:
        return found
    free = readings(row.digits, row.kinds)
    return free and [*free, *_before_a_page_number(row.digits, _all_adding_up)]


def _all_adding_up(digits: str) -> Sequence[Reading] | None:
    """The readings in which each proceeding adds up to its total."""
    left: list[tuple[int, Reading]] = [(0, ())]
    for at in _PROCEEDINGS:
        longer = list[tuple[int, Reading]]()
        for begin, before in left:
            for stop in _stops(digits, begin, at):
                block = balanced(digits[begin:stop], _RESULTS)
                if block is None or len(longer) > MOST:
                    return None
                longer += [(stop, (*before, *_moved(reading, begin))) for reading in block]
        left = longer
    return tuple(dict.fromkeys(reading for _, reading in left))


def _is_possible(reading: Reading) -> bool:
    """Whether no proceeding contradicts its total."""
    return all(is_possible(reading[at : at + _RESULTS]) for at in _PROCEEDINGS)


def _stops(digits: str, begin: int, at: int) -> Sequence[int]:
    """Where a proceeding may end that begins at this character; the last one ends with the run."""
    rest = REVIEW_WIDTH - at - _RESULTS
    return range(begin + _RESULTS, len(digits) - rest + 1) if rest else (len(digits),)


def _moved(reading: Reading, by: int) -> Iterator[Cell]:
    return ((begin + by, end + by, value) for begin, end, value in reading)


# Table three.


def _has_every_row(form: Form, rows: Sequence[RunRow]) -> bool:
    """Whether table three has all its rows, or for a group of them the one row that it is in another form."""
    own = {row.slot.row for row in rows}
    return all(row in own or parent in own for row, parent in _rows_of_requests(form))


@cache
def _rows_of_requests(form: Form) -> tuple[tuple[str, str | None], ...]:
    return tuple((row.id, row.parent) for row in form.table("requests").rows if not row.header)


def _together(bound: Bound, rows: Sequence[RunRow]) -> Iterator[tuple[RunRow, Sequence[Reading]]]:
    """The readings of all rows that the identities of table three leave together."""
    own = {row.slot.row: row for row in rows}
    every = {name: balanced(row.digits, row.slot.width) for name, row in own.items()}
    known = {name: found for name, found in every.items() if found is not None}
    if len(known) == len(own):
        result = settle(known, lambda name: _not_adding_up(own[name]))
    else:
        result = Settled(dict.fromkeys(own, ()), bounded=True)
    yield from ((row, result.rows[name]) for name, row in own.items())
    tokens = [row.token for row in rows]
    if result.broken:
        message = f"no reading of table three keeps all its identities; the best breaks {result.broken} of them"
        note_at(bound, "identities_broken", message, tokens)
    if result.bounded:
        message = "table three has too many readings, or breaks too many of its identities, to compare them all"
        note_at(bound, "search_given_up", message, tokens)


def _alone(row: RunRow, *, blanks: bool) -> Sequence[Reading] | None:
    """The readings of a row that nothing but its own total bears out."""
    adding_up = balanced(row.digits, row.slot.width)
    if not blanks or (adding_up and row.characters == row.slot.width):
        return adding_up or _not_adding_up(row)
    if row.characters >= row.slot.width:
        return None
    found = with_blanks(row.digits, row.kinds, row.slot.width)
    return found and [reading for reading in found if is_possible(reading)]


def _not_adding_up(row: RunRow) -> Sequence[Reading] | None:
    """The readings that do not add up, and those that a blank cell or the number of a page would explain."""
    free, blank = readings(row.digits, row.kinds), readings(row.digits, row.kinds, 1)
    if free is None or blank is None:
        return None
    short = _before_a_page_number(row.digits, lambda digits: balanced(digits, row.slot.width))
    return [r for r in free if not is_possible(r)] + [r for r in blank if is_possible(r)] + short
