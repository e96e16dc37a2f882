"""Tables whose separators are gone, read by what the form asserts about them.

No number begins with a zero, and rows, columns and proceedings add up. A cell on which all readings agree is put down,
inferred where the run alone has several; of the others nothing is put down but what they may be.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from govinfo.binding.bound import Bound, column_of, first_of, note_at
from govinfo.binding.identities import MOST_ROWS, Settled, settle
from govinfo.binding.readings import Cell, Reading, is_possible, readings, with_blanks
from govinfo.binding.review import REVIEW_WIDTH
from govinfo.binding.rows import Found
from govinfo.binding.runs import RunRow, rows_of_runs
from govinfo.binding.sums import balanced, cuts
from govinfo.figures import Figure, Origin, State, read_cell
from govinfo.forms.schema import Form, Kind
from govinfo.page import Stream
from govinfo.spans import Span

__all__ = ["put_runs"]

_RESULTS = 5
_PROCEEDINGS = range(0, REVIEW_WIDTH, _RESULTS)
"""Where the three proceedings of table four begin."""
_MOST = 2_000
_PAGE = 3
"""No page has a number with more digits."""
_LEAVE = {
    "requests": "T3.ROW_TOTAL, T3.OUTCOMES_TOTAL and T3.BALANCE",
    "review": "T4.RECON_TOTAL, T4.LIT_DIRECT_TOTAL and T4.LIT_AFTER_TOTAL",
}


def put_runs(bound: Bound) -> None:
    """Put down what the runs of a page hold, as far as only one reading is left of them."""
    rows, plain = rows_of_runs(bound), list[Span]()
    for row, left in _left(bound, rows):
        _put(bound, row, left, plain)
    # What needed no inference is a token like any other, and becomes a figure when it is asked for.
    tokens = [bound.page.text.characters[cell.start : cell.end] for cell in plain]
    extra = Stream(Span(0, len(bound.page.text)), cells=tuple(plain))
    bound.page, bound.tokens = evolve(bound.page, blocks=(*bound.page.blocks, extra)), [*bound.tokens, *tokens]


def _left(bound: Bound, rows: Sequence[RunRow]) -> Iterator[tuple[RunRow, Sequence[Reading] | None]]:
    """Yield each row with the readings that are left of it; `None` when they are too many."""
    requests = [row for row in rows if row.slot.table == "requests"]
    blanks = _shows_blanks(rows, requests)
    for row in rows:
        if row.slot.table == "proactive":
            yield row, with_blanks(row.digits, row.kinds, row.slot.width - 1 if blanks else 0)
        elif row.slot.table == "review":
            yield row, _proceedings(row, blanks=blanks)
        elif blanks or not _has_every_row(bound.form, requests):
            yield row, _alone(row, blanks=blanks)
    if not blanks and _has_every_row(bound.form, requests):
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
                if block is None or len(longer) > _MOST:
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
    return (cell._replace(begin=cell.begin + by, end=cell.end + by) for cell in reading)


# Table three.


def _has_every_row(form: Form, rows: Sequence[RunRow]) -> bool:
    """Whether table three has all its rows, or for a group of them the one row that it is in another form."""
    own = {row.slot.row for row in rows}
    return all(row.header or row.id in own or row.parent in own for row in form.table("requests").rows)


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


# Putting down.


def _put(bound: Bound, row: RunRow, left: Sequence[Reading] | None, plain: list[Span]) -> None:
    """Put down a row by the readings that are left: what they agree on, and what else they allow."""
    where, shown = f"{row.slot.table}.{row.slot.row}", repr(row.digits[:40])
    if not left:
        note_at(bound, "run_unread", f"{where}: {shown} is not read as {row.slot.width} cells", [row.token])
        return
    found = Found(row.slot, row.form, row.token, row.token + 1, "", None)
    first, begin = first_of(bound, found), bound.token_places[row.token][0 if row.digits else 1]
    if len(left) == 1 and row.is_plain:
        bound.places[first : first + row.slot.width] = _as_tokens(bound, left[0], begin, plain)
        return
    for index, cells in enumerate(zip(*left, strict=True), first):
        bound.settled[index] = _figure(bound, row, begin, index, cells)
    _note(bound, row, len(left))


def _note(bound: Bound, row: RunRow, left: int) -> None:
    """Say what a run could be, and what has been made of it."""
    said = f"{row.slot.table}.{row.slot.row}: {row.digits[:40]!r} has {_count(row)} readings as {row.slot.width} cells"
    if left > 1:
        note_at(bound, "run_ambiguous", f"{said}, of which {left} are left", [row.token])
    elif row.slot.table in _LEAVE and row.digits:
        note_at(bound, "settled_by_identities", f"{said}; {_LEAVE[row.slot.table]} leave one", [row.token])


def _count(row: RunRow) -> str:
    """How many readings a run has that no identity is asked about."""
    if "".join(row.digits.split()).isdecimal():
        return f"{cuts(row.digits, row.slot.width):,}"
    every = readings(row.digits, row.kinds)
    return "too many" if every is None else str(len(every))


def _as_tokens(bound: Bound, reading: Reading, begin: int, plain: list[Span]) -> array[int]:
    first = len(bound.tokens) + len(plain)
    plain += [Span(begin + cell.begin, begin + cell.end) for cell in reading]
    return array("i", range(first, first + len(reading)))


def _figure(bound: Bound, row: RunRow, begin: int, index: int, cells: Sequence[Cell]) -> Figure:
    """One cell: what all readings say it is, or what each of them says."""
    column, source = column_of(bound, index), bound.page.text.source
    # Without an identity that bears it out, one cell of a run is no surer than the others.
    if len({(cell.value, cell.state) for cell in cells}) > 1 or (len(cells) > 1 and row.slot.table == "proactive"):
        span = bound.page.text.source_span(begin, begin + len(row.digits))
        values = tuple(dict.fromkeys(cell.value for cell in cells if cell.value is not None))
        raw = source[span.start : span.end]
        return Figure(None, raw, State.ILLEGIBLE, span=span, candidates=values, unit=column.unit)
    cell, span = cells[0], bound.page.text.source_span(begin + cells[0].begin, begin + cells[0].end)
    value = Decimal(cell.value) if cell.value is not None and column.kind is Kind.MONEY else cell.value
    raw = source[span.start : span.end]
    return Figure(value, raw, cell.state, Origin.INFERRED, span, unit=read_cell(raw).unit or column.unit)
