"""Read pages that a tool has taken apart.

Plain `pdftotext` prints figures before their label, behind it, or column by column. Such a page
keeps the number of its figures and their order down the page. A table is read when it has exactly
as many figures as its rows need, and a row of table 3 when its own total supports it. All these
figures are inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations, groupby

from attrs import frozen

from govinfo.binding.assignment import (
    Bound,
    adds_up,
    put,
    put_in_question,
    put_inferred,
    span_of,
    values_of,
)
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN, UNREADABLE, VALUE
from govinfo.binding.tables.rows import (
    APPLICANTS,
    PROCEEDINGS,
    Found,
    Order,
    form_order,
    review_slot,
    rows_in_order,
)
from govinfo.binding.tables.table4_heads import (
    PROCEEDING_HEADS,
    begin_of_review,
    figures_below_broken_heads,
)
from govinfo.binding.tables.text_heads import UNWRAPPED_CHARS, PrintedText, Slots, printed_text
from govinfo.binding.unordered.orders import (
    Arrangement,
    Piece,
    arrange_across,
    arrange_block,
    arrange_by_column,
    find_pieces,
)
from govinfo.figures import Number
from govinfo.forms import FORMS, Form
from govinfo.forms.labels import LABELS, Slot, bare_key, label_key
from govinfo.notes import Note
from govinfo.page import ROW_END
from govinfo.text.normalise import plain

__all__ = ["put_scattered"]

_MOST_UNBALANCED_ROWS = 2
"""With more rows that do not add up, figures were lost or added and no row is where it seems."""
_ACROSS = "T3.ROW_TOTAL"
_MOST_CANDIDATES = 400
"""Twice the cells of a form; a page with more figures is no report."""
_BEFORE_A_NUMBER = re.compile(f"{UNKNOWN}(?={VALUE})")
_CUT_AT_THE_POINT = re.compile(r"\d+\.")


def put_scattered(bound: Bound) -> None:
    """Enter the tables of a page that was taken apart, as far as the number of figures allows."""
    _count_pieces_of_numbers(bound)
    blocks, begin = bound.form.table("proactive").blocks, len(bound.kinds)
    for block in blocks:
        for label in (block.caption or "", *(column.label for column in block.columns)):
            found = bound.kinds.find(LABELS[label_key(label)], 0, begin)
            begin = begin if found < 0 else found
    requests = max(begin, bound.kinds.find(APPLICANTS, begin))
    rows, pieces = _Rows.of(bound, "proactive"), find_pieces(bound, begin, requests)
    if rows.are_exact([piece.token for piece in pieces]):
        printed = rows.as_printed()
        if printed is None:
            rows.put_all_in_question(pieces)
        for own, order in printed.blocks() if printed is not None else ():
            figures, pieces = pieces[: own.count], pieces[own.count :]
            arrangements = arrange_block(figures, own.width)
            if order is None:
                own.put_all_in_question(figures)
            else:
                arrangements = [_in_form_order(each, order) for each in arrangements]
                own.put(arrangements, [True] * len(own.slots))
    _put_requests(bound, requests, begin_of_review(bound.kinds, requests))
    _Review(bound, figures_below_broken_heads(bound.tokens, bound.kinds)).put()


def _count_pieces_of_numbers(bound: Bound) -> None:
    """Count the 12. of 12. 5 as a figure: its table then has too many, and is refused."""
    kinds = list(bound.kinds)
    for piece in _BEFORE_A_NUMBER.finditer(bound.kinds):
        if _CUT_AT_THE_POINT.fullmatch(bound.tokens[piece.start()].strip()):
            kinds[piece.start()] = UNREADABLE
    bound.kinds = "".join(kinds)


@frozen
class _Rows:
    """Rows of one table of a page that was taken apart."""

    bound: Bound
    slots: Slots

    @classmethod
    def of(cls, bound: Bound, table: str) -> _Rows:
        """Return the rows of a table in the order of the form."""
        return cls(bound, _slots(bound.form, table))

    @cached_property
    def text(self) -> PrintedText:
        """The text in which their labels and heads stand."""
        return printed_text(self.bound.page.text.characters)

    @property
    def count(self) -> int:
        """How many cells they have."""
        return sum(slot.width for slot, _ in self.slots)

    @property
    def width(self) -> int:
        """How many cells the first of them has."""
        return self.slots[0][0].width

    def are_exact(self, figures: Sequence[int]) -> bool:
        """Return whether there are as many figures as cells; otherwise doubt the rows."""
        if len(figures) == self.count:
            # Most rows must have the beginning of their label on the page. Table 4 has no labels.
            words = label_key(plain(self.bound.page.text.characters))
            forms = dict.fromkeys(form for _, form in self.slots)
            tables = [table for form in forms for table in form.tables]
            labels = {row.id: row.label for table in tables for row in table.rows}
            labelled = [slot.row for slot, _ in self.slots if slot.row in labels]
            keys = [bare_key(label_key(labels[row])) for row in labelled]
            if 3 * sum(key[:UNWRAPPED_CHARS] in words for key in keys) >= 2 * len(keys):
                return True
        why = f"its table has {len(figures)} figures for {self.count} cells, away from their labels"
        for slot, form in self.slots if figures else ():
            _put_in_question(self.bound, slot, form, figures[:_MOST_CANDIDATES], why)
        return False

    def as_printed(self) -> _Rows | None:
        """Return them in the order of their labels; `None` where these tell no order."""
        slots = self.text.rows(self.slots)
        return None if slots is None else _Rows(self.bound, slots)

    def blocks(self) -> Iterator[tuple[_Rows, Order | None]]:
        """Yield the rows of each block as they are printed, and the order of its columns.

        `None` where it is not certain which of the columns stands where.
        """
        captions = {
            (row.id, form.id): block.caption
            for _, form in self.slots
            for block in form.table(self.slots[0][0].table).blocks
            for row in block.data_rows
        }
        for _, group in groupby(self.slots, key=lambda one: captions[one[0].row, one[1].id]):
            own = list(group)
            yield _Rows(self.bound, own), self.text.columns(*own[0])

    def with_rows_of_others(self) -> _Rows:
        """Return them, but for a group of them the one row that another form prints instead.

        A group whose labels are on the page stays: there its figures are missing, not its rows.
        """
        rows_of_form = [row for table in self.bound.form.tables for row in table.rows]
        parents = {row.id: row.parent for row in rows_of_form}
        words = label_key(plain(self.bound.page.text.characters))
        words = words[max(0, words.find(label_key("申请人情况"))) :]
        printed = {
            row.parent
            for row in rows_of_form
            if len(key := bare_key(label_key(row.label))) >= UNWRAPPED_CHARS
            and key[:UNWRAPPED_CHARS] in words
        }
        own = {slot.row for slot, _ in self.slots}
        instead = dict[str | None, tuple[Slot, Form]]()
        for other in FORMS:
            for slot, _ in _slots(other, "requests"):
                if slot.row not in own and slot.row in parents and slot.row not in printed:
                    instead[slot.row] = (slot, other)
        rows = [instead.get(parents[slot.row], (slot, form)) for slot, form in self.slots]
        return _Rows(self.bound, tuple(dict.fromkeys(rows)))

    def add_up(self, rows: Arrangement) -> bool:
        """Whether what must add up down the columns of table 3 does, if the figures stand so."""
        values = dict[str, Number | None]()
        for (slot, form), row in zip(self.slots, rows, strict=True):
            addresses = form.addresses[slot.first : slot.first + slot.width]
            numbers = values_of(self.bound, [piece.token for piece in row])
            values.update(zip(addresses, numbers, strict=True))
        identities = {
            identity.id: identity
            for _, form in self.slots
            for identity in form.identities
            if identity.table == "requests"
        }
        sums = [
            equation.sums(values, None)
            for identity in identities.values()
            if identity.id != _ACROSS
            for equation in identity.equations
            if all(operand.address in values for operand in equation.operands)
        ]
        return bool(sums) and all(left == right for left, right in sums)

    def put(self, arrangements: Sequence[Arrangement], sure: Sequence[bool]) -> None:
        """Enter each row on which all arrangements agree, and the other rows as doubtful."""
        for place, (slot, form) in enumerate(self.slots):
            rows = [[piece.token for piece in rows[place]] for rows in arrangements]
            if sure[place] and len({values_of(self.bound, row) for row in rows}) == 1:
                _put(self.bound, slot, form, rows[0])
            else:
                tokens = sorted({token for row in rows for token in row})
                doubt = "the order of its figures is not certain, and no total shows it"
                _put_in_question(self.bound, slot, form, tokens, doubt)

    def put_all_in_question(self, pieces: Sequence[Piece]) -> None:
        """Enter them where it is not certain which figure is in which of them."""
        for slot, form in self.slots:
            why = "its rows or its columns stand in another order than the form has them"
            tokens = [piece.token for piece in pieces[:_MOST_CANDIDATES]]
            _put_in_question(self.bound, slot, form, tokens, why)


def _slots(form: Form, table: str) -> Slots:
    return tuple((slot, form) for slot in rows_in_order(form) if slot.table == table)


def _in_form_order(rows: Arrangement, order: Order) -> Arrangement:
    """Return rows whose columns have this order on the page in the order of the form."""
    return [[row[order.index(column)] for column in range(len(row))] for row in rows]


def _put_requests(bound: Bound, begin: int, end: int) -> None:
    """Enter table 3 in the arrangement in which the fewest rows contradict their totals."""
    rows, pieces = _Rows.of(bound, "requests"), find_pieces(bound, begin, end)
    if len(pieces) != rows.count:
        rows = rows.with_rows_of_others()
    if not rows.are_exact([piece.token for piece in pieces]):
        return
    printed = rows.as_printed()
    are_moved = rows.text.are_rows_moved(rows.slots)
    ((rows, order),) = (printed or rows).blocks()
    if order is None:
        rows.put_all_in_question(pieces)
        return
    kept, broken, fewest = list[Arrangement](), list[list[bool]](), len(rows.slots)
    for arrange in (arrange_across, arrange_by_column):
        arranged = _in_form_order(arrange(pieces, rows.width), order)
        wrong = [not adds_up(bound, [piece.token for piece in row]) for row in arranged]
        if sum(wrong) < fewest:
            kept, broken, fewest = [], [], sum(wrong)
        if sum(wrong) == fewest:
            kept, broken = [*kept, arranged], [*broken, wrong]
    are_confirmed = not are_moved and all(map(rows.add_up, kept))
    if printed is None and not are_confirmed:
        rows.put_all_in_question(pieces)
        return
    sure = [fewest <= _MOST_UNBALANCED_ROWS and not any(row) for row in zip(*broken, strict=True)]
    rows.put(kept, sure)


@frozen
class _Review:
    """Table 4 of a page that was taken apart: its figures, as they follow on the page."""

    bound: Bound
    figures: Sequence[int]

    @property
    def slot(self) -> Slot:
        """Its cells."""
        return review_slot(self.bound.form)

    @property
    def rows(self) -> list[Sequence[int]]:
        """Its figures in as many rows as there are proceedings."""
        return self._in_rows(self.figures)

    def put(self) -> None:
        """Enter it in an order in which it adds up, else in the order of the page with a note."""
        bound, figures, form = self.bound, self.figures, self.bound.form
        if not figures or not _Rows(bound, [(self.slot, form)]).are_exact(figures):
            return
        order = printed_text(bound.page.text.characters).columns(self.slot, form)
        # The name of a proceeding stands right before the first figure of its row.
        before = (bound.kinds[: row[0]].rstrip(BLANK + NOISE + ROW_END) for row in self.rows)
        named = [PROCEEDING_HEADS.get(kinds[-1:]) for kinds in before]
        if None not in named[1:]:
            self._put_named_rows(named)
        elif order in (None, form_order(len(figures))):
            self._put_as_it_adds_up()
        else:
            moved = [figures[order.index(column)] for column in sorted(order)]
            if self._adds_up(moved):
                _put(bound, self.slot, form, moved)
            else:
                self._put_in_question("its columns stand in another order than the form has them")

    def _put_as_it_adds_up(self) -> None:
        """Enter it with the totals in the rows or behind them."""
        bound, figures = self.bound, self.figures
        width, totals_last = len(figures) // PROCEEDINGS, list[int]()
        for row, total in enumerate(figures[-PROCEEDINGS:]):
            totals_last += [*figures[row * (width - 1) : (row + 1) * (width - 1)], total]
        balanced = [order for order in (figures, totals_last) if self._adds_up(order)]
        heads = begin_of_review(bound.kinds, figures[0])
        if len({values_of(bound, order) for order in balanced}) > 1:
            self._put_in_question("its figures add up in more than one order")
        elif balanced:
            _put(bound, self.slot, bound.form, balanced[0])
        elif heads < figures[-1] or self._may_hold_totals():
            self._put_in_question(
                "its figures do not add up in the order of the page, and may do so in another"
            )
        else:
            message = "the figures of table 4 add up in no order; they are read in that of the page"
            # The doubt is about the heads. The figures are as printed, so broken sums are reported.
            span = span_of(bound, [begin_of_review(bound.kinds, 0)])
            bound.notes.append(Note("order_assumed", message, span))
            found = Found(self.slot, bound.form, min(figures), max(figures) + 1, "", None)
            put(bound, found, figures)

    def _put_named_rows(self, named: Sequence[int | None]) -> None:
        """Enter it by the names between its figures, if each stands before its row."""
        is_named = {*named} == {*range(PROCEEDINGS)}
        if is_named and self._adds_up(self.figures):
            in_order = [self.rows[named.index(place)] for place in range(PROCEEDINGS)]
            tokens = [token for row in in_order for token in row]
            _put(self.bound, self.slot, self.bound.form, tokens)
        else:
            self._put_in_question(
                "names stand between its figures, and it is not certain whose each row is"
            )

    def _in_rows(self, figures: Sequence[int]) -> list[Sequence[int]]:
        """Return figures in this order, so many in each row."""
        width = len(figures) // PROCEEDINGS
        return [figures[at : at + width] for at in range(0, len(figures), width)]

    def _adds_up(self, figures: Sequence[int]) -> bool:
        """Whether each proceeding does when the figures stand in this order."""
        return all(adds_up(self.bound, row) for row in self._in_rows(figures))

    def _may_hold_totals(self) -> bool:
        """Whether three figures may be the totals of all others: as much as these together."""
        known = [figure or 0 for figure in values_of(self.bound, self.figures)]
        return any(2 * sum(totals) == sum(known) for totals in combinations(known, PROCEEDINGS))

    def _put_in_question(self, why: str) -> None:
        _put_in_question(self.bound, self.slot, self.bound.form, self.figures, why)


def _put(bound: Bound, slot: Slot, form: Form, tokens: Sequence[int]) -> None:
    put_inferred(bound, Found(slot, form, min(tokens), max(tokens) + 1, "", None), tokens)


def _put_in_question(bound: Bound, slot: Slot, form: Form, tokens: Sequence[int], why: str) -> None:
    note = Note("figures_unordered", f"{slot.table}.{slot.row}: {why}", span_of(bound, tokens))
    put_in_question(bound, Found(slot, form, min(tokens), max(tokens) + 1, "", None), tokens, note)
