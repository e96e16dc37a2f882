"""Pages that a tool has taken apart: plain `pdftotext` prints figures before their label, behind it, or by the column.

What such a page keeps is the number of its figures and, down the page, their order. A table is read
when it has just the figures that its rows need, and a row of table three when its own total bears
it out. All of it is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from govinfo.binding.assignment import (
    Bound,
    adds_up,
    put,
    put_in_question,
    put_inferred,
    span_of,
    values_of,
)
from govinfo.binding.tables.rows import Found
from govinfo.binding.tables.table4 import review_slot
from govinfo.binding.tables.table4_heads import begin_of_review, figures_below_broken_heads
from govinfo.binding.unordered.orders import (
    Piece,
    Rows,
    across,
    by_column,
    pieces_between,
    readings_of_block,
)
from govinfo.figures import Number
from govinfo.forms import FORMS, Form
from govinfo.forms.labels import LABELS, ROWS, Slot, bare_key, label_key
from govinfo.model import Note
from govinfo.text.normalise import plain

__all__ = ["put_scattered"]

_APPLICANTS = LABELS[label_key("申请人情况")]
_MOST_BROKEN = 2
"""With more rows than this out of balance, figures were lost or added and no row is where it seems."""

_MOST_CANDIDATES = 400
"""Twice the cells of a form; a page with more figures is none."""
_BEGINNING = 4
"""So many characters of a label stand together before it is wrapped."""

Slots = Sequence[tuple[Slot, Form]]


def put_scattered(bound: Bound) -> None:
    """Put down the tables of a page that was taken apart, as far as their figures bear it out."""
    first = _proactive_begins(bound.form).search(bound.kinds)
    begin = first.start() if first else len(bound.kinds)
    requests = max(begin, bound.kinds.find(_APPLICANTS, begin))
    _put_proactive(bound, pieces_between(bound, begin, requests))
    _put_requests(bound, pieces_between(bound, requests, begin_of_review(bound.kinds, requests)))
    _put_review(bound, figures_below_broken_heads(bound))


@cache
def _proactive_begins(form: Form) -> re.Pattern[str]:
    """The captions of table two and the heads under them."""
    blocks = form.table("proactive").blocks
    labels = [block.caption or "" for block in blocks] + [
        column.label for block in blocks for column in block.columns
    ]
    return re.compile(f"[{''.join(LABELS[label_key(label)] for label in labels)}]")


def _put_proactive(bound: Bound, pieces: list[Piece]) -> None:
    """Table two, block after block, when it has just as many figures as cells."""
    slots = _slots(bound.form, "proactive")
    if not _is_exact(bound, slots, pieces):
        return
    for block in bound.form.table("proactive").blocks:
        own, slots = slots[: len(block.rows)], slots[len(block.rows) :]
        figures, pieces = pieces[: _cells(own)], pieces[_cells(own) :]
        _put_rows(bound, own, readings_of_block(figures, len(block.columns)), [True] * len(own))


def _put_requests(bound: Bound, pieces: list[Piece]) -> None:
    """Table three: read in the way in which the fewest rows contradict their totals."""
    slots = _slots(bound.form, "requests")
    if len(pieces) != _cells(slots):
        slots = _with_rows_of_others(bound.form, slots)
    if not _is_exact(bound, slots, pieces):
        return
    readings = [reading(pieces, slots[0][0].width) for reading in (across, by_column)]
    broken = [[not _adds_up(bound, row) for row in rows] for rows in readings]
    fewest = min(map(sum, broken))
    kept = [(rows, bad) for rows, bad in zip(readings, broken, strict=True) if sum(bad) == fewest]
    sure = [
        fewest <= _MOST_BROKEN and not any(bad[place] for _, bad in kept)
        for place in range(len(slots))
    ]
    _put_rows(bound, slots, [rows for rows, _ in kept], sure)


def _put_review(bound: Bound, figures: list[int]) -> None:
    """Table four, in the order of the page; where its totals bear that out it is inferred, else it is said."""
    slot, form = review_slot(bound.form), bound.form
    if not figures or not _is_exact(bound, [(slot, form)], figures):
        return
    results = len(form.table("review").blocks[0].columns)
    orders = [figures, _totals_last(figures, results)]
    borne_out = [
        order for order in orders if all(adds_up(bound, order[i : i + results]) for i in (0, 5, 10))
    ]
    if len({values_of(bound, order) for order in borne_out}) > 1:
        _put_in_question(bound, slot, form, figures, "its figures add up in more than one order")
        return
    if borne_out:
        _put(bound, slot, form, borne_out[0])
        return
    if (
        _may_add_up(values_of(bound, figures))
        or begin_of_review(bound.kinds, figures[0]) < figures[-1]
    ):
        _put_in_question(
            bound,
            slot,
            form,
            figures,
            "its totals are not those of its figures in the order of the page, and may be in another",
        )
        return
    message = "in no order do the figures of table four agree with its totals; they are taken in that of the page"
    # The doubt is about the heads: the figures themselves are as printed, and what they break is to
    # be reported.
    bound.notes.append(
        Note("order_assumed", message, span_of(bound, [begin_of_review(bound.kinds, 0)]))
    )
    put(bound, Found(slot, form, min(figures), max(figures) + 1, "", None), figures)


def _may_add_up(figures: Sequence[Number | None]) -> bool:
    """Whether three of the figures may be the totals of all others: as much as these together."""
    known = [figure or 0 for figure in figures]
    return any(2 * sum(totals) == sum(known) for totals in combinations(known, 3))


def _put_rows(bound: Bound, slots: Slots, readings: Sequence[Rows], sure: Sequence[bool]) -> None:
    """Put down each row on which all readings agree, and the others in question."""
    for place, (slot, form) in enumerate(slots):
        rows = [[piece.token for piece in rows[place]] for rows in readings]
        if sure[place] and len({values_of(bound, row) for row in rows}) == 1:
            _put(bound, slot, form, rows[0])
        else:
            tokens = sorted({token for row in rows for token in row})
            _put_in_question(
                bound,
                slot,
                form,
                tokens,
                "the order of its figures is not certain, and no total tells",
            )


def _put(bound: Bound, slot: Slot, form: Form, tokens: Sequence[int]) -> None:
    put_inferred(bound, Found(slot, form, min(tokens), max(tokens) + 1, "", None), tokens)


def _put_in_question(bound: Bound, slot: Slot, form: Form, tokens: Sequence[int], why: str) -> None:
    note = Note("figures_scattered", f"{slot.table}.{slot.row}: {why}", span_of(bound, tokens))
    put_in_question(bound, Found(slot, form, min(tokens), max(tokens) + 1, "", None), tokens, note)


def _is_exact(bound: Bound, slots: Slots, figures: Sequence[Piece] | Sequence[int]) -> bool:
    """Whether a table has just as many figures as cells; else every cell of it is in question."""
    if len(figures) == _cells(slots) and _has_labels(bound, slots):
        return True
    tokens = [figure.token if isinstance(figure, Piece) else figure for figure in figures]
    why = f"its table has {len(tokens)} figures for {_cells(slots)} cells, away from their labels"
    for slot, form in slots if tokens else ():
        _put_in_question(bound, slot, form, tokens[:_MOST_CANDIDATES], why)
    return False


def _has_labels(bound: Bound, slots: Slots) -> bool:
    """Whether most of the rows have the beginning of their label on the page; table four has none."""
    words = label_key(plain(bound.page.text.characters))
    rows = {row.id: row.label for _, form in slots for table in form.tables for row in table.rows}
    beginnings = [
        bare_key(label_key(rows[slot.row]))[:_BEGINNING] for slot, _ in slots if slot.row in rows
    ]
    return 3 * sum(beginning in words for beginning in beginnings) >= 2 * len(beginnings)


def _cells(slots: Slots) -> int:
    return sum(slot.width for slot, _ in slots)


@cache
def _slots(form: Form, table: str) -> Slots:
    """The rows of a table in the order of the form."""
    rows = {slot.first: (slot, form) for slot in ROWS[form.id].values() if slot.table == table}
    return tuple(rows[first] for first in sorted(rows))


def _with_rows_of_others(form: Form, slots: Slots) -> Slots:
    """The rows as a report has them that prints a group of rows as the one row it is in another form."""
    parents = {row.id: row.parent for table in form.tables for row in table.rows}
    own = {slot.row for slot, _ in slots}
    instead = {
        slot.row: (slot, other)
        for other in FORMS
        for slot, _ in _slots(other, "requests")
        if slot.row not in own and slot.row in parents
    }
    rows = (instead.get(parents[slot.row] or "", (slot, form)) for slot, form in slots)
    return tuple(dict.fromkeys(rows))


def _totals_last(figures: Sequence[int], results: int) -> list[int]:
    """The figures of table four if all its totals follow behind the rest."""
    rows = len(figures) // results
    parts, totals = figures[:-rows], figures[-rows:]
    width = results - 1
    return [
        token
        for row in range(rows)
        for token in (*parts[row * width : (row + 1) * width], totals[row])
    ]


def _adds_up(bound: Bound, row: Sequence[Piece]) -> bool:
    return adds_up(bound, [piece.token for piece in row])
