"""The figures of a page while they are being found, and the functions that put one in its place."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from attrs import define, field

from govinfo.binding.kinds import BLANK, UNKNOWN, UNREADABLE
from govinfo.binding.tables.rows import (
    APPLICANTS,
    CAPTIONS,
    HEADS,
    SUBJECT,
    Found,
    heads_in,
)
from govinfo.binding.tokens import GREATEST_COUNT
from govinfo.cells import Cells, Examine
from govinfo.figures import (
    Address,
    Figure,
    Number,
    Origin,
    Printed,
    State,
    is_change_in_words,
    possible_values,
    read_cell,
)
from govinfo.forms import cell_of
from govinfo.forms.labels import ROWS, label_key
from govinfo.forms.schema import Column, Form, Kind
from govinfo.notes import Note
from govinfo.page import NOWHERE, ROW_END, Grid, Page, trimmed
from govinfo.spans import Span

__all__ = [
    "Bound",
    "HeadRegion",
    "address_of",
    "adds_up",
    "can_hold",
    "column_of",
    "first_of",
    "join_shared",
    "kinds_by_place",
    "note_at",
    "note_unread",
    "note_unreadable",
    "places_on_line",
    "put",
    "put_illegible",
    "put_in_question",
    "put_inferred",
    "settle_illegible",
    "settle_printed",
    "span_of",
    "take_back",
    "values_of",
]

_LAST_NARROW = "\u2e7f"
"""Chinese characters come after this one; each takes the room of two."""
_MORE_THAN_ONCE = 2
_LONGEST_RUN_CHARS = 80
"""A row of short figures takes no more; of a longer cell nobody can tell what it means."""
_LABEL_SHOWN_CHARS = 40
_ROW_LABELS = {label for rows in ROWS.values() for label in rows} - HEADS
_REMARKS = frozenset({"备注", "備註", "附注", "说明", "備注"})
_LONGEST_HEAD_CHARS = 12
_THOUSANDS = re.compile(r"\.\d{3}(?!\d)")
_BETWEEN_ROWS = re.compile(f"[^0/?{''.join(sorted(_ROW_LABELS | CAPTIONS))}]+")
"""Tokens that are no figures, no labels of rows and no captions: heads stand together in them."""


class HeadRegion(NamedTuple):
    """The tokens from `begin` to before `end`, among which heads of columns stand."""

    begin: int
    end: int
    kinds: str
    """The kind of each token, with one for each of the heads that run together in it."""


@define
class Bound:
    """What has been found on a page so far; the binder makes a report of it."""

    page: Page
    tokens: list[str]
    kinds: str
    """One character for each token."""
    form: Form
    places: array[int] = field()
    """For each address of the form, and then for each of `others`, the token that is its cell."""
    others: list[Address] = field(factory=list)
    """Addresses of other forms that the page has."""
    settled: dict[int, Figure] = field(factory=dict)
    """Figures that say more than their token, by the position of their address in `places`."""
    inferred: int | None = None
    """The first token that is a cell by inference; all behind it are as well."""
    notes: list[Note] = field(factory=list)
    illegible: set[Note] = field(factory=set)
    """Those of the notes that say why whole rows are illegible; several rows may share one."""
    orders: dict[tuple[int, tuple[frozenset[str], ...]], tuple[int, ...] | None] = field(
        factory=dict
    )
    """The orders of columns, by the first head of a block and the heads of its form."""
    orders_below: dict[tuple[int, str, tuple[frozenset[str], ...]], tuple[int, ...] | None] = field(
        factory=dict
    )
    """The same for rows, by the number of blocks of heads above, the table and the heads."""
    again: list[tuple[int, int]] = field(factory=list)
    """The tokens of each row that is printed once more with the same figures, as a range."""

    @places.default
    def _nowhere(self) -> array[int]:
        return array("i", [NOWHERE]) * len(self.form.addresses)

    def cells(self, examine: Examine) -> Cells:
        """Return the cells that were found; `examine` looks for the accidents of tools in them."""
        return Cells(
            self.form,
            self.page,
            self.places,
            others=tuple(self.others),
            given=self.settled,
            inferred_from=self.inferred,
            examine=examine,
        )

    @cached_property
    def is_cramped(self) -> bool:
        """Whether two or more cells hold several numbers, so that cells are not columns."""
        count = 0
        for cell in compress(self.tokens, map(UNREADABLE.__eq__, self.kinds)):
            parts = cell.split()
            count += len(parts) > 1 and all(part.isdecimal() for part in parts)
        return count >= _MORE_THAN_ONCE

    @cached_property
    def has_remarks(self) -> bool:
        """Whether a column of a table is headed 备注 or the like."""
        words = compress(self.tokens, map(UNKNOWN.__eq__, self.kinds))
        return any(label_key(word) in _REMARKS for word in words if len(word) < _LONGEST_HEAD_CHARS)

    # What follows is worked out only when something is wrong, and once for all rows.

    @cached_property
    def token_places(self) -> list[tuple[int, int]]:
        """Where each token begins and ends in the repaired text."""
        return self.page.places()

    @cached_property
    def heads(self) -> list[int]:
        """The tokens that are heads of columns."""
        return [token for token, kind in enumerate(self.kinds) if kind in HEADS]

    @cached_property
    def head_runs(self) -> dict[int, str]:
        """The tokens that are several heads without anything between them, with their kinds."""
        unknown = (token for token, kind in enumerate(self.kinds) if kind == UNKNOWN)
        runs = ((token, heads_in(self.tokens[token])) for token in unknown)
        return {token: heads for token, heads in runs if heads}

    @cached_property
    def head_regions(self) -> list[HeadRegion]:
        """Stretches of tokens with heads of columns, and with no row and no figure among them."""
        regions, heads = list[tuple[int, int]](), sorted({*self.heads, *self.head_runs})
        for stretch in _BETWEEN_ROWS.finditer(self.kinds):
            begin, end = stretch.span()
            last = bisect_left(heads, end) - 1
            has_heads = last >= 0 and heads[last] >= begin
            is_headed = has_heads or SUBJECT in stretch[0] or APPLICANTS in stretch[0]
            if self.is_placed and is_headed:
                # On paper heads may be broken into pieces, none of which is known.
                regions.append((begin, end))
            elif has_heads:
                line_end = self.kinds.find(ROW_END, heads[last], end)
                regions.append((begin, heads[last] + 1 if line_end < 0 else line_end))
        apart = list(self.kinds)
        for token, run in self.head_runs.items():
            apart[token] = run
        return [HeadRegion(begin, end, "".join(apart[begin:end])) for begin, end in regions]

    @cached_property
    def region_begins(self) -> list[int]:
        """Where each of `head_regions` begins."""
        return [region.begin for region in self.head_regions]

    @cached_property
    def is_placed(self) -> bool:
        """Whether the page shows how far left its tokens stand."""
        return any(isinstance(block, Grid) and not block.separator for block in self.page.blocks)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line of the repaired text begins."""
        lines = self.page.text.characters.split("\n")
        return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    @cached_property
    def _wide_by_line(self) -> dict[int, array[int]]:
        return {}

    def wide_on_line(self, start: int) -> array[int]:
        """How many characters of a line, given by its start, before each are Chinese.

        Each of them takes the room of two in a terminal.
        """
        found = self._wide_by_line.get(start)
        if found is None:
            characters = self.page.text.characters
            end = characters.find("\n", start)
            line = characters[start : end if end >= 0 else None]
            found = array("L", accumulate(map(_LAST_NARROW.__lt__, line), initial=0))
            self._wide_by_line[start] = found
        return found


def put(bound: Bound, row: Found, cells: Sequence[int]) -> None:
    """Enter the cells of a row, one token each.

    A row that is printed twice must say the same again; of cells that differ neither is taken.
    """
    first = first_of(bound, row)
    if bound.places[first] == NOWHERE and first not in bound.settled:
        bound.places[first : first + len(cells)] = array("i", cells)
        return
    do_differ = False
    for index, token in enumerate(cells, first):
        place, new = bound.places[index], read_cell(bound.tokens[token])
        old = read_cell(bound.tokens[place]) if place != NOWHERE else None
        if old is not None and (old.state, old.value) == (new.state, new.value):
            continue
        known = bound.settled[index].candidates if index in bound.settled else ()
        values = (*known, None if old is None else old.value, new.value)
        settle_illegible(bound, index, span_of(bound, [token]), values)
        do_differ = True
    if do_differ:
        message = (
            f"{row.slot.table}.{row.slot.row} is printed more than once, with different figures"
        )
        bound.notes.append(Note("repeated_row", message, span_of(bound, cells)))
    else:
        bound.again.append((min(cells), max(cells) + 1))


def take_back(bound: Bound, row: Found) -> None:
    """Take back the cells of a row that was entered too soon."""
    first = first_of(bound, row)
    for index in range(first, first + row.slot.width):
        bound.places[index] = NOWHERE


def put_illegible(
    bound: Bound, row: Found, tokens: Sequence[int], note: Note, *, in_any_order: bool = False
) -> None:
    """Enter a row whose cells cannot be told apart: no values, what each might be, and why.

    Figures keep their order, unless that of the columns is not known.
    """
    first, width = first_of(bound, row), row.slot.width
    if any(place != NOWHERE for place in bound.places[first : first + width]):
        # The row was read well elsewhere on the page: what does not fit here is no reason to doubt
        # it.
        return
    printed = [read_cell(bound.tokens[token]) for token in tokens]
    numbers = [cell.value for cell in printed if cell.state is not State.BLANK]
    blanks = len(printed) - len(numbers)
    surplus = len(numbers) - width
    if row.slot.table == "review" and 2 * len(numbers) < width:
        # The line of table 4 is lost: what is left, as the number of a page, bounds no cell.
        numbers = []
    for index in range(width):
        # Numbers keep their order: each moves only as far as cells are missing or left over, and
        # every blank, which may be a cell as well, moves them further.
        low, high = min(index, index + surplus) - blanks, max(index, index + surplus) + blanks
        candidates = numbers if in_any_order else numbers[max(0, low) : max(0, high + 1)]
        span = span_of(bound, [tokens[min(index, len(tokens) - 1)]])
        settle_illegible(bound, first + index, span, candidates)
    if note not in bound.illegible:
        bound.illegible.add(note)
        bound.notes.append(note)


def put_in_question(bound: Bound, row: Found, tokens: Sequence[int], note: Note) -> None:
    """Enter a row any cell of which may hold any of these figures, with the reason."""
    values, begin = values_of(bound, tokens), span_of(bound, tokens).start
    first, span = first_of(bound, row), Span(begin, begin)
    for index in range(first, first + row.slot.width):
        settle_illegible(bound, index, span, values)
    bound.notes.append(note)


def put_inferred(bound: Bound, row: Found, tokens: Sequence[int]) -> None:
    """Enter a row of inferred values, one token each, that is no row on the page."""
    for index, token in enumerate(tokens, first_of(bound, row)):
        printed = read_cell(bound.tokens[token])
        is_possible = can_hold(column_of(bound, index).kind, bound.tokens[token])
        if printed.state is State.ILLEGIBLE or not is_possible:
            _doubt_cell(bound, index, token)
        else:
            settle_printed(bound, index, printed, span_of(bound, [token]), Origin.INFERRED)


def settle_printed(
    bound: Bound, index: int, printed: Printed, span: Span, origin: Origin = Origin.READ
) -> None:
    """Enter a cell that says this, or is inferred to say it."""
    column, value = column_of(bound, index), printed.value
    if value is not None and column.kind is Kind.MONEY:
        value = Decimal(value)
    raw = bound.page.text.source[span.start : span.end]
    unit = printed.unit or column.unit
    bound.settled[index] = Figure(value, raw, printed.state, origin, span, unit=unit)


def settle_illegible(bound: Bound, index: int, span: Span, values: Iterable[Number | None]) -> None:
    """Enter a cell without a value that may hold any of these values."""
    candidates = tuple(dict.fromkeys(value for value in values if value is not None))
    raw, unit = bound.page.text.source[span.start : span.end], column_of(bound, index).unit
    bound.settled[index] = Figure(
        None, raw, State.ILLEGIBLE, span=span, candidates=candidates, unit=unit
    )


def kinds_by_place(bound: Bound, tokens: Sequence[int]) -> set[str]:
    """Return the kinds of these tokens from left to right, where the page shows how they stand."""
    kinds = [bound.kinds[token] for token in tokens]
    if not bound.is_placed:
        return {"".join(kinds)}
    # Tokens that stand below each other keep their order.
    return {
        "".join(kinds[place] for place in sorted(range(len(kinds)), key=starts.__getitem__))
        for starts in ([start for start, _ in places] for places in places_on_line(bound, tokens))
    }


def places_on_line(bound: Bound, tokens: Sequence[int]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield where each token begins and ends on its line, by each of two measures.

    The first counts the characters before it, the second the room they take in a terminal.
    """
    characters, lines = bound.page.text.characters, bound.line_starts
    # A token that is alone on its line begins with the blanks that set it apart.
    spans = [trimmed(characters, *bound.token_places[token]) for token in tokens]
    starts = [lines[bisect_right(lines, start) - 1] for start, _ in spans]
    yield tuple(
        (start - line, end - line) for (start, end), line in zip(spans, starts, strict=True)
    )
    by_room = list[tuple[int, int]]()
    for (start, end), line in zip(spans, starts, strict=True):
        begin, stop, wide = start - line, end - line, bound.wide_on_line(line)
        inside = wide[min(stop, len(wide) - 1)] - wide[begin]
        if stop >= len(wide):
            inside = sum(map(_LAST_NARROW.__lt__, characters[start:end]))  # on several lines
        by_room.append((begin + wide[begin], stop + wide[begin] + inside))
    yield tuple(by_room)


def note_at(bound: Bound, code: str, message: str, tokens: Sequence[int]) -> None:
    """Add a note about these tokens."""
    bound.notes.append(Note(code, message, span_of(bound, tokens)))


def note_unread(bound: Bound, tokens: Sequence[int]) -> None:
    """Note figures that belong to no row; the first token is what stands before them."""
    label = bound.tokens[tokens[0]].strip()[:_LABEL_SHOWN_CHARS]
    message = f"{label!r} is no row of {bound.form.id} here; its figures are not read"
    if not label:
        message = "figures stand here without a label; they are not read"
    note_at(bound, "unknown_row", message, tokens)


def note_unreadable(bound: Bound) -> None:
    """Note each cell that holds no number of its column, with what its digits may mean."""
    # Most cells hold one of a few numbers, which are possible below any head.
    cells = {bound.tokens[place] for place in bound.places if place != NOWHERE}
    possible = set(filter(_suits_every_column, cells))
    for index, place in enumerate(bound.places):
        if place == NOWHERE or index in bound.settled or bound.tokens[place] in possible:
            continue
        text = bound.tokens[place]
        is_legible = read_cell(text).state is not State.ILLEGIBLE
        if not is_legible or not can_hold(column_of(bound, index).kind, text):
            _doubt_cell(bound, index, place)
            _doubt_blanks_beside(bound, index)


def _doubt_cell(bound: Bound, index: int, token: int) -> None:
    """Enter a cell that holds no number of its column, with a note."""
    span, is_number = span_of(bound, [token]), read_cell(bound.tokens[token]).value is not None
    raw = bound.page.text.source[span.start : span.end]
    settle_illegible(bound, index, span, possible_values(bound.tokens[token]))
    shown = raw if len(raw) <= _LONGEST_RUN_CHARS else f"{raw[:_LONGEST_RUN_CHARS]}…"
    message = f"{shown!r} is no number that could be read"
    if is_number:
        message = f"{shown!r} is no number for a cell below {column_of(bound, index).label}"
    bound.notes.append(Note("cell_unreadable", message, span))


def _doubt_blanks_beside(bound: Bound, index: int) -> None:
    """Doubt the blank cells beside one with several numbers: some of these may belong there."""
    words = bound.tokens[bound.places[index]].split()
    if len(words) < _MORE_THAN_ONCE or not all(map(str.isdecimal, words)):
        return
    table = address_of(bound, index).table
    for step in (-1, 1):
        for beside in range(index + step, index + step * len(words), step):
            place = bound.places[beside] if 0 <= beside < len(bound.places) else NOWHERE
            if place == NOWHERE or bound.kinds[place] != BLANK:
                break
            if address_of(bound, beside).table == table:
                settle_illegible(bound, beside, span_of(bound, [place]), map(int, words))


@lru_cache(maxsize=4096)
def _suits_every_column(raw: str) -> bool:
    """Whether a cell below any head can hold what is printed."""
    is_legible = read_cell(raw).state is not State.ILLEGIBLE
    return is_legible and all(can_hold(kind, raw) for kind in Kind)


def can_hold(kind: Kind, raw: str) -> bool:
    """Whether a cell can hold what is printed: counts are whole, and only changes are below 0.

    A count of 2.000 may be two thousand.
    """
    value = read_cell(raw).value
    if isinstance(value, Decimal) and kind is not Kind.MONEY and _THOUSANDS.search(raw):
        return False
    if value is None or kind is Kind.CHANGE:
        return value is None or value == int(value)
    if is_change_in_words(raw):
        return False
    return kind is Kind.MONEY or (0 <= value <= GREATEST_COUNT and value == int(value))


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
    """Return the position of a row's first cell in `places`.

    A row of another form gets its places behind those of the report's own form.
    """
    if row.form is bound.form:
        return row.slot.first
    addresses = row.form.addresses[row.slot.first : row.slot.first + row.slot.width]
    if addresses[0] not in bound.others:
        bound.others.extend(addresses)
        bound.places.extend([NOWHERE] * len(addresses))
        name = f"{addresses[0].table}.{addresses[0].row}"
        message = f"a row of {row.form.id} in a {bound.form.id} report: {name}"
        note_at(bound, "row_of_another_form", message, range(row.begin, row.end))
    return len(bound.form.addresses) + bound.others.index(addresses[0])


def column_of(bound: Bound, index: int) -> Column:
    """Return the column of the cell at this position of `places`."""
    return cell_of(bound.form, address_of(bound, index))[1]


def address_of(bound: Bound, index: int) -> Address:
    """Return the address of the cell at this position of `places`."""
    own = len(bound.form.addresses)
    return bound.form.addresses[index] if index < own else bound.others[index - own]


def join_shared(bound: Bound) -> None:
    """Give each address one cell, where a row of another form has cells of the report's own form.

    Where both are printed they must say the same, as a row must that is printed twice.
    """
    own = len(bound.form.addresses)
    kept = [*range(own)]
    for other, address in enumerate(bound.others, own):
        index = bound.form.positions.get(address)
        if index is None:
            kept.append(other)
            continue
        first, second = _printed(bound, index), _printed(bound, other)
        if first is None and second is not None:
            bound.places[index] = bound.places[other]
            if other in bound.settled:
                bound.settled[index] = bound.settled[other]
        elif first and second and first[1:] != second[1:] and second[1] is not State.ILLEGIBLE:
            # What could not be read in one place is no reason to doubt what was read in another.
            settle_illegible(bound, index, first[0], (*first[2], *second[2]))
            message = f"{address} is printed in rows of two forms, with different figures"
            bound.notes.append(Note("repeated_row", message, first[0]))
    if len(kept) == len(bound.places):
        return
    bound.settled = {
        new: bound.settled[old] for new, old in enumerate(kept) if old in bound.settled
    }
    bound.places = array("i", [bound.places[old] for old in kept])
    bound.others = [bound.others[old - own] for old in kept[own:]]


def _printed(bound: Bound, index: int) -> tuple[Span, State, tuple[Number, ...]] | None:
    """Where a cell stands, and what is printed in it or may be; `None` for an absent cell."""
    if index in bound.settled:
        figure = bound.settled[index]
        values = figure.candidates if figure.value is None else (figure.value,)
        return None if figure.span is None else (figure.span, figure.state, values)
    place = bound.places[index]
    if place == NOWHERE:
        return None
    cell = read_cell(bound.tokens[place])
    return span_of(bound, [place]), cell.state, () if cell.value is None else (cell.value,)
