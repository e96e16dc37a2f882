"""The figures of a page while they are being found, and the ways to put one down."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, compress

from attrs import define, field

from govinfo.binding.tables.rows import HEADS, Found
from govinfo.binding.tokens import UNREADABLE
from govinfo.cells import NOWHERE, cell_of, trimmed
from govinfo.figures import Address, Figure, Number, Origin, State, read_cell
from govinfo.forms.schema import Column, Form, Kind
from govinfo.model import Note
from govinfo.page import Grid, Page
from govinfo.spans import Span

__all__ = [
    "Bound",
    "adds_up",
    "column_of",
    "first_of",
    "heads_between",
    "join_shared",
    "kinds_by_place",
    "note_at",
    "note_unread",
    "note_unreadable",
    "put",
    "put_illegible",
    "put_in_question",
    "put_inferred",
    "span_of",
    "take_back",
    "values_of",
]


_LAST_NARROW = "\u2e7f"
"""Chinese characters come after this one; each takes the room of two."""


_MORE_THAN_ONCE = 2
_LONGEST_RUN = 80
"""A row of short figures takes no more characters; what a cell holds beyond them tells nobody what it may mean."""


@define
class Bound:
    """What has been bound so far; frozen into the report at the end."""

    page: Page
    tokens: list[str]
    kinds: str
    form: Form
    places: array[int] = field()
    """For each address of the form, and then for each of `others`, the token that is its cell."""
    others: list[Address] = field(factory=list)
    settled: dict[int, Figure] = field(factory=dict)
    inferred: int | None = None
    """The first token that is a cell by inference; all behind it are as well."""
    notes: list[Note] = field(factory=list)
    illegible: set[Note] = field(factory=set)
    """Those of the notes that say of whole rows why they are illegible; several rows may share one."""

    @places.default
    def _nowhere(self) -> array[int]:
        return array("i", [NOWHERE]) * len(self.form.addresses)

    @cached_property
    def is_cramped(self) -> bool:
        """Whether several numbers stand in one cell, more than once: then cells are not where the columns are."""
        cells = compress(self.tokens, map(UNREADABLE.__eq__, self.kinds))
        return sum(map(_are_several, cells)) >= _MORE_THAN_ONCE

    # What follows is worked out only when something is wrong, and once for all rows.

    @cached_property
    def token_places(self) -> list[tuple[int, int]]:
        """Where each token stands."""
        return self.page.places()

    @cached_property
    def heads(self) -> list[int]:
        """The tokens that are heads of columns."""
        return [token for token, kind in enumerate(self.kinds) if kind in HEADS]

    @cached_property
    def is_placed(self) -> bool:
        """Whether the page shows how far left its tokens stand."""
        return any(isinstance(block, Grid) and not block.separator for block in self.page.blocks)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line of the text begins."""
        lines = self.page.text.characters.split("\n")
        return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    @cached_property
    def wide_before(self) -> array[int]:
        """How many characters before each are Chinese, and take the room of two in a terminal."""
        wide = map(_LAST_NARROW.__lt__, self.page.text.characters)
        return array("L", accumulate(wide, initial=0))


def _are_several(cell: str) -> bool:
    parts = cell.split()
    return len(parts) > 1 and all(part.isdecimal() for part in parts)


def put(bound: Bound, row: Found, cells: Sequence[int]) -> None:
    """Put down the cells of a row, one token each; a row that was there before must say the same again."""
    first = first_of(bound, row)
    if bound.places[first] == NOWHERE and first not in bound.settled:
        bound.places[first : first + len(cells)] = array("i", cells)
    else:
        _repeat(bound, row, first, cells)


def take_back(bound: Bound, row: Found) -> None:
    """Take back the cells of a row that was put down too soon."""
    first = first_of(bound, row)
    for index in range(first, first + row.slot.width):
        bound.places[index] = NOWHERE


def put_illegible(bound: Bound, row: Found, tokens: Sequence[int], note: Note) -> None:
    """Put down a row whose cells cannot be told apart: no values, what each might be, and why."""
    first, width = first_of(bound, row), row.slot.width
    if any(place != NOWHERE for place in bound.places[first : first + width]):
        # The row was read well elsewhere on the page: what does not fit here is no reason to doubt
        # it.
        return
    printed = [read_cell(bound.tokens[token]) for token in tokens]
    blanks = sum(cell.state is State.BLANK for cell in printed)
    numbers = [cell.value for cell in printed if cell.state is not State.BLANK]
    span = span_of(bound, tokens)
    raw = bound.page.text.source[span.start : span.end]
    for index in range(width):
        candidates = _candidates(numbers, blanks, index, width)
        bound.settled[first + index] = Figure(
            None,
            raw,
            State.ILLEGIBLE,
            span=span,
            candidates=candidates,
            unit=_unit(bound, first + index),
        )
    if note not in bound.illegible:
        bound.illegible.add(note)
        bound.notes.append(note)


def heads_between(bound: Bound, begin: int, end: int) -> list[int]:
    """Return which of the tokens from `begin` to before `end` are heads of columns."""
    return bound.heads[bisect_left(bound.heads, begin) : bisect_left(bound.heads, end)]


def kinds_by_place(bound: Bound, tokens: Sequence[int]) -> set[str]:
    """Return the kinds of these tokens from left to right, where the page shows how far left each stands.

    It shows that in one of two ways: by the characters before a token, or by the room they take in
    a terminal.
    """
    kinds = [bound.kinds[token] for token in tokens]
    if not bound.is_placed:
        return {"".join(kinds)}
    # A token that is alone on its line begins with the blanks that set it apart.
    characters = bound.page.text.characters
    starts = [trimmed(characters, *bound.token_places[token])[0] for token in tokens]
    places = [_room_before(bound, start) for start in starts]
    return {
        "".join(kind for _, kind in sorted(zip(rooms, kinds, strict=True)))
        for rooms in zip(*places, strict=True)
    }


def _room_before(bound: Bound, place: int) -> tuple[int, int]:
    """How many characters stand before a place on its line, and the room they take in a terminal."""
    begin = bound.line_starts[bisect_right(bound.line_starts, place) - 1]
    return place - begin, place - begin + bound.wide_before[place] - bound.wide_before[begin]


def put_inferred(bound: Bound, row: Found, tokens: Sequence[int]) -> None:
    """Put down a row that does not stand on the page as a row: one token each, as values that were inferred."""
    for index, token in enumerate(tokens, first_of(bound, row)):
        printed, span = read_cell(bound.tokens[token]), span_of(bound, [token])
        column = column_of(bound, index)
        value = (
            Decimal(printed.value)
            if printed.value is not None and column.kind is Kind.MONEY
            else printed.value
        )
        raw = bound.page.text.source[span.start : span.end]
        unit = printed.unit or column.unit
        bound.settled[index] = Figure(value, raw, printed.state, Origin.INFERRED, span, unit=unit)


def put_in_question(bound: Bound, row: Found, tokens: Sequence[int], note: Note) -> None:
    """Put down a row any cell of which may hold any of these figures, with the reason."""
    values = (read_cell(bound.tokens[token]).value for token in tokens)
    candidates = tuple(dict.fromkeys(value for value in values if value is not None))
    span = span_of(bound, tokens)
    raw = bound.page.text.source[span.start : span.end]
    first = first_of(bound, row)
    for index in range(first, first + row.slot.width):
        bound.settled[index] = Figure(
            None, raw, State.ILLEGIBLE, span=span, candidates=candidates, unit=_unit(bound, index)
        )
    bound.notes.append(note)


def note_at(bound: Bound, code: str, message: str, tokens: Sequence[int]) -> None:
    """Add a note about these tokens."""
    bound.notes.append(Note(code, message, span_of(bound, tokens)))


def note_unread(bound: Bound, tokens: Sequence[int]) -> None:
    """Note figures that belong to no row of the form: the first token is what stands before them."""
    label = bound.tokens[tokens[0]].strip()[:40]
    message = f"{label!r} is no row of {bound.form.id} here; its figures are not read"
    if not label:
        message = "figures stand here without a label; they are not read"
    bound.notes.append(Note("unknown_row", message, span_of(bound, tokens)))


def note_unreadable(bound: Bound) -> None:
    """Note each cell in which something stands that is no number, with what its digits may mean."""
    for index, place in enumerate(bound.places):
        if place == NOWHERE or read_cell(bound.tokens[place]).state is not State.ILLEGIBLE:
            continue
        span = span_of(bound, [place])
        raw = bound.page.text.source[span.start : span.end]
        parts = raw.split() if len(raw) <= _LONGEST_RUN else []
        digits = all(part.isdecimal() and part.isascii() for part in parts)
        readings = (
            tuple(dict.fromkeys(map(int, ("".join(parts), *parts)))) if parts and digits else ()
        )
        bound.settled[index] = Figure(
            None, raw, State.ILLEGIBLE, span=span, candidates=readings, unit=_unit(bound, index)
        )
        shown = raw if len(raw) <= _LONGEST_RUN else f"{raw[:_LONGEST_RUN]}…"
        bound.notes.append(
            Note("cell_unreadable", f"{shown!r} is no number that could be read", span)
        )


def values_of(bound: Bound, tokens: Sequence[int]) -> tuple[Number | None, ...]:
    """Return what is printed in these cells."""
    return tuple(read_cell(bound.tokens[token]).value for token in tokens)


def adds_up(bound: Bound, tokens: Sequence[int]) -> bool:
    """Whether a number stands in each of these cells, and in the last one the sum of the others."""
    *parts, total = values_of(bound, tokens)
    return total is not None and None not in parts and sum(part or 0 for part in parts) == total


def span_of(bound: Bound, tokens: Sequence[int]) -> Span:
    """Return where a run of tokens stands in the source."""
    start, end = bound.token_places[tokens[0]][0], bound.token_places[tokens[-1]][1]
    return bound.page.text.source_span(*trimmed(bound.page.text.characters, start, end))


def first_of(bound: Bound, row: Found) -> int:
    """Return the position of a row's first cell; a row of another form gets its places behind those of the form."""
    if row.form is bound.form:
        return row.slot.first
    addresses = row.form.addresses[row.slot.first : row.slot.first + row.slot.width]
    if addresses[0] not in bound.others:
        bound.others.extend(addresses)
        bound.places.extend([NOWHERE] * len(addresses))
        message = f"a row of {row.form.id} in a {bound.form.id} report: {addresses[0].table}.{addresses[0].row}"
        bound.notes.append(
            Note("row_of_another_form", message, span_of(bound, range(row.begin, row.end)))
        )
    return len(bound.form.addresses) + bound.others.index(addresses[0])


def _repeat(bound: Bound, row: Found, first: int, cells: Sequence[int]) -> None:
    """A row printed twice: where both say the same nothing is lost, where they differ neither is taken."""
    differ = False
    for index, token in enumerate(cells, first):
        new = read_cell(bound.tokens[token])
        old = (
            read_cell(bound.tokens[bound.places[index]]) if bound.places[index] != NOWHERE else None
        )
        if old is not None and (old.state, old.value) == (new.state, new.value):
            continue
        values = tuple(
            dict.fromkeys(p.value for p in (old, new) if p is not None and p.value is not None)
        )
        known = bound.settled[index].candidates if index in bound.settled else ()
        span = span_of(bound, [token])
        raw = bound.page.text.source[span.start : span.end]
        every = tuple(dict.fromkeys((*known, *values)))
        bound.settled[index] = Figure(
            None, raw, State.ILLEGIBLE, span=span, candidates=every, unit=_unit(bound, index)
        )
        differ = True
    if differ:
        message = (
            f"{row.slot.table}.{row.slot.row} is printed more than once, with different figures"
        )
        bound.notes.append(Note("repeated_row", message, span_of(bound, cells)))


def join_shared(bound: Bound) -> None:
    """Give each address one cell: a row of another form can have some that the report's own form has as well.

    Where both are printed they must say the same, as a row must that is printed twice.
    """
    own = len(bound.form.addresses)
    kept = [*range(own)]
    for index, address in enumerate(bound.others, own):
        if address in bound.form.positions:
            _join(bound, bound.form.positions[address], index)
        else:
            kept.append(index)
    if len(kept) == len(bound.places):
        return
    bound.settled = {
        new: bound.settled[old] for new, old in enumerate(kept) if old in bound.settled
    }
    bound.places = array("i", [bound.places[old] for old in kept])
    bound.others = [bound.others[old - own] for old in kept[own:]]


def _join(bound: Bound, index: int, other: int) -> None:
    """Let a cell hold what is printed for it in two places."""
    first, second = _printed(bound, index), _printed(bound, other)
    if first is None and second is not None:
        bound.places[index] = bound.places[other]
        if other in bound.settled:
            bound.settled[index] = bound.settled[other]
    elif (
        first is not None
        and second is not None
        and first[1:] != second[1:]
        and second[1] is not State.ILLEGIBLE
    ):
        # What could not be read in one place is no reason to doubt what was read well in another.
        span = first[0]
        raw = bound.page.text.source[span.start : span.end]
        every = tuple(dict.fromkeys((*first[2], *second[2])))
        bound.settled[index] = Figure(
            None, raw, State.ILLEGIBLE, span=span, candidates=every, unit=_unit(bound, index)
        )
        message = (
            f"{bound.form.addresses[index]} is printed in rows of two forms, with different figures"
        )
        bound.notes.append(Note("repeated_row", message, span))


def _printed(bound: Bound, index: int) -> tuple[Span, State, tuple[Number, ...]] | None:
    """Where a cell stands, and what is printed in it or may be; nothing where the page does not have it."""
    if index in bound.settled:
        figure = bound.settled[index]
        values = figure.candidates if figure.value is None else (figure.value,)
        return None if figure.span is None else (figure.span, figure.state, values)
    if bound.places[index] == NOWHERE:
        return None
    cell = read_cell(bound.tokens[bound.places[index]])
    return (
        span_of(bound, [bound.places[index]]),
        cell.state,
        () if cell.value is None else (cell.value,),
    )


def _unit(bound: Bound, index: int) -> str:
    return column_of(bound, index).unit


def column_of(bound: Bound, index: int) -> Column:
    """Return the column of the cell with this place."""
    own = len(bound.form.addresses)
    address = bound.form.addresses[index] if index < own else bound.others[index - own]
    return cell_of(bound.form, address)[1]


def _candidates(
    numbers: Sequence[Number | None], blanks: int, index: int, width: int
) -> tuple[Number, ...]:
    """The numbers a cell may hold when a row has too few or too many cells, in the order of the row.

    Numbers keep their order, so each may have moved only as far as cells are missing, or left over;
    every blank may be a cell as well, and moves them further.
    """
    slack = len(numbers) - width
    low, high = min(index, index + slack) - blanks, max(index, index + slack) + blanks
    window = numbers[max(0, low) : max(0, high + 1)]
    return tuple(dict.fromkeys(number for number in window if number is not None))
