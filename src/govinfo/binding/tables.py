"""Page and form become figures: rows by their labels, table four by its heads, never by position alone.

A page that keeps to the form, as nearly all do, takes the short way: every row has just the right number of cells,
and nothing else is looked at. Whatever does not fit leaves a note, and a cell without a value.
"""

from __future__ import annotations

from collections.abc import Sequence

from govinfo.binding.bound import Bound, put, put_illegible, span_of
from govinfo.binding.irregular import Margins, margins_of, place_irregular
from govinfo.binding.mending import mended_rows
from govinfo.binding.review import bind_review
from govinfo.binding.rows import Found, Stray, find_rows, offset_of
from govinfo.forms import FORMS
from govinfo.forms.labels import COLUMNS, TELLTALES
from govinfo.forms.schema import Form
from govinfo.model import NOWHERE, Note
from govinfo.page import Page

__all__ = ["bind_tables", "form_of"]

_TABULAR = tuple(form for form in FORMS if form.tables)


def form_of(kinds: str) -> Form | None:
    """Return the form whose column heads, or else whose own rows, are on the page; `None` when there are no tables."""
    heads = {form: sum(head in kinds for head in TELLTALES[form.id]) for form in _TABULAR}
    best = max(_TABULAR, key=lambda form: heads[form])
    if heads[best] and list(heads.values()).count(heads[best]) == 1:
        return best
    rows = {form: len({row.slot.first for row in find_rows(kinds, form)[0] if row.form is form}) for form in _TABULAR}
    best = max(_TABULAR, key=lambda form: rows[form] / len(form.addresses))
    return best if rows[best] or heads[best] else None


def bind_tables(page: Page, tokens: list[str], kinds: str, form: Form) -> Bound:
    """Return the figures of the page."""
    bound = Bound(page, tokens, kinds, form)
    rows, strays = find_rows(kinds, form)
    irregular = [row for row in rows if not _put_regular(bound, row)]
    values = bind_review(bound)
    if irregular or strays or NOWHERE in bound.places:
        _look_closer(bound, rows, irregular, [stray for stray in strays if (stray.begin, stray.end) not in values])
    return bound


def _put_regular(bound: Bound, row: Found) -> bool:
    offset = offset_of(bound.kinds[row.begin : row.end], row.slot.width)
    if offset is None:
        return False
    begin = row.begin + offset
    put(bound, row, range(begin, begin + row.slot.width))
    return True


def _look_closer(bound: Bound, rows: list[Found], irregular: list[Found], strays: list[Stray]) -> None:
    margins = margins_of(bound.kinds, rows)
    for row in irregular:
        place_irregular(bound, row, margins.get(row.slot.table, Margins()))
    for row in mended_rows(bound):
        if not _put_regular(bound, row):
            place_irregular(bound, row, margins.get(row.slot.table, Margins()))
    for stray in strays:
        _doubt_what_follows(bound, rows, stray)


def _doubt_what_follows(bound: Bound, rows: Sequence[Found], stray: Stray) -> None:
    """Numbers between the column heads and the first row: then they may stand before their labels, not behind."""
    following = [row for row in rows if row.begin - 1 == stray.end]
    if not following:
        return
    note = Note(
        "numbers_before_label",
        f"figures stand between the heads and {following[0].slot.table}.{following[0].slot.row}: "
        "whether figures follow their labels or precede them is not certain",
        span_of(bound, range(stray.begin, stray.end)),
    )
    head = next((i for i in range(stray.end, len(bound.kinds)) if bound.kinds[i] in COLUMNS[bound.form.id]), None)
    for row in rows:
        if stray.end <= row.begin and (head is None or row.begin < head) and row.slot.table == following[0].slot.table:
            _unread(bound, row, note)


def _unread(bound: Bound, row: Found, note: Note) -> None:
    first = row.slot.first
    for index in range(first, first + row.slot.width):
        bound.places[index] = NOWHERE
    put_illegible(bound, row, range(row.begin, row.end), note)
