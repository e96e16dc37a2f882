"""Page and form become figures: rows by their labels, table 4 by its heads.

A page that keeps to the form, as nearly all do, has a layout and does not get here. Whatever does
not fit leaves a note, and a cell without a value.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter

from attrs import frozen

from govinfo.binding.assignment import (
    Bound,
    note_at,
    note_unread,
    put_illegible,
    put_in_question,
    span_of,
    take_back,
    values_of,
)
from govinfo.binding.generation import TABULAR
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN, VALUE
from govinfo.binding.tables.alignment import put_row
from govinfo.binding.tables.full_rows import put_full_rows
from govinfo.binding.tables.fuzzy_labels import note_unknown_rows, repaired_rows
from govinfo.binding.tables.heads import order_of, set_words_aside
from govinfo.binding.tables.multiline_labels import wrapped_rows
from govinfo.binding.tables.ordinals import set_numbers_aside
from govinfo.binding.tables.page_furniture import set_furniture_aside
from govinfo.binding.tables.profile import Shapes, shapes_of
from govinfo.binding.tables.rows import (
    CELLS,
    LABEL,
    REVIEW_WIDTH,
    Found,
    Stray,
    find_rows,
    form_order,
    offset_of,
)
from govinfo.binding.tables.table4 import put_review
from govinfo.binding.tables.table4_heads import Runs, is_one_line, review_runs
from govinfo.binding.tables.table4_shapes import put_review_in_shapes
from govinfo.binding.tables.table4_years import runs_of_report
from govinfo.binding.tables.worded_cells import take_words_for_cells
from govinfo.forms.labels import COLUMNS, LABELS, ROWS, label_key
from govinfo.notes import Note
from govinfo.page import NOWHERE, ROW_END

__all__ = ["put_rows"]

_FEW_REPEATED_ROWS = 3
"""This many rows that are printed twice are a table that is."""
_FEW_NUMBERS = 2
"""This many numbers above the first label of table 3 may be those of its first row."""
_BROKEN_ROW = re.compile(f"{UNKNOWN}[{CELLS}{ROW_END}]{{0,16}}")
"""The rest of figures above a label, behind one of them that is not known: 60张."""
_CAPTIONS = [
    block.caption for form in TABULAR for block in form.table("proactive").blocks if block.caption
]
_CAPTION = re.compile(f"[{''.join(LABELS[label_key(caption)] for caption in _CAPTIONS)}]")
_REQUESTS_WIDTH = min(len(form.table("requests").blocks[0].columns) for form in TABULAR)
_AS_LONG_AS_A_ROW = re.compile(f"[{CELLS}]{{{_REQUESTS_WIDTH},}}")


def put_rows(bound: Bound) -> None:
    """Enter the rows of a page that does not keep to its form, with notes on what is wrong.

    Rows may be lost, added, printed twice, of another form or of the wrong length; labels may be
    damaged, and figures may belong to no row.
    """
    if put_full_rows(bound):
        return
    set_words_aside(bound)
    set_furniture_aside(bound)
    set_numbers_aside(bound)
    take_words_for_cells(bound)
    found, values = find_rows(bound.kinds, bound.form), review_runs(bound.kinds)
    rows = _LabelledRows.of(bound, [row for row in found if isinstance(row, Found)], values)
    rows.put()
    if is_one_line(bound.kinds, values) or not put_review_in_shapes(bound):
        runs = runs_of_report(bound, values)
        if runs is not None:
            put_review(bound, runs, rows.shapes)
    note_unknown_rows(bound)
    rows.doubt_order([one for one in found if isinstance(one, Stray) and one not in values])
    rows.doubt_requests()
    _note_second_printing(bound)
    _note_unclaimed(bound)
    _note_bare_labels(bound)


@frozen
class _LabelledRows:
    """The rows of tables 2 and 3 on a page, each with the label that it has there."""

    bound: Bound
    rows: Sequence[Found]
    values: Runs
    """The values of table 4, which may stand behind what looks like the label of a row."""
    shapes: Shapes
    """What is usual on the page."""

    @classmethod
    def of(cls, bound: Bound, rows: Sequence[Found], values: Runs) -> _LabelledRows:
        """Return the rows with the heads of their block, which stand above its first row only."""
        result, first = list[Found](), None
        for row in rows:
            begins = row.heads or _CAPTION.search(bound.kinds, row.above, row.begin)
            if first is None or begins or row.slot.table != first.slot.table:
                first = row
            # Table 3 has one set of heads, which is looked at with its first row.
            is_proactive = row.slot.table == "proactive"
            headed = row._replace(heads=first.heads, above=first.above) if is_proactive else row
            result.append(headed)
        return cls(bound, result, values, shapes_of(bound.kinds, result))

    def put(self) -> None:
        """Enter the rows: those of the form first, then those of others."""
        bound = self.bound
        own = [row for row in self.rows if row.form is bound.form]
        self._put_whole(self._of_one_printing(own))
        for rows_in_pieces in (wrapped_rows, repaired_rows):
            for row in rows_in_pieces(bound):
                put_row(bound, row, self.shapes)
                own.append(row)
        self._doubt_heads(own)
        # What looks like a row of another form may have been the label of a group beside a wrapped
        # one.
        taken = set(bound.places)
        others = [
            row
            for row in self.rows
            if row.form is not bound.form and taken.isdisjoint(range(row.begin, row.end))
        ]
        self._put_whole(others)
        for row in wrapped_rows(bound):
            put_row(bound, row, self.shapes)

    def _put_whole(self, rows: list[Found]) -> None:
        """Enter rows whose label is whole: plain rows first, then those that the others decide."""
        bound = self.bound

        def doubtfulness(row: Found) -> tuple[bool, bool]:
            run = bound.kinds[row.begin : row.end]
            return row.slot.confusable, offset_of(run, row.slot.width) is None

        for row in sorted(rows, key=doubtfulness):
            span = row.begin, row.end
            if self._is_row(row):
                put_row(bound, row, self.shapes)
            elif bound.kinds.count(VALUE, *span) and span not in self.values:
                note_unread(bound, range(row.begin - 1, row.end))

    def _is_row(self, row: Found) -> bool:
        """Whether a label is that of a row here, and not of a column or of the rows below it."""
        bound = self.bound
        table = next((table for table in bound.form.tables if table.id == row.slot.table), None)
        if table is None:
            return False
        if row.form is bound.form:
            # 总计 and 其他 head columns as well: they are rows only below others of their table.
            start = bound.form.positions[table.addresses[0]]
            above = bound.places[start : row.slot.first]
            return not row.slot.confusable or any(NOWHERE < place < row.begin for place in above)
        if row.slot.confusable:
            # 其他 alone says too little to be taken for a row that this form does not even have.
            return False
        headers = {each.id for each in table.rows if each.header and each.id == row.slot.row}
        below = {each.id for each in table.rows if each.parent in headers}
        # It is the label of a group where rows of the group were read.
        return not any(
            bound.places[index] != NOWHERE or index in bound.settled
            for index, address in enumerate(bound.form.addresses)
            if address.table == table.id and address.row in below
        )

    def _of_one_printing(self, rows: list[Found]) -> list[Found]:
        """Return the rows without those that only a second printing of their table has.

        The second one may be that of another year or body: it fills no gap of the first.
        """
        first, again = set[int](), dict[str, list[Found]]()
        for row in rows:
            if row.slot.first not in first and row.slot.table not in again:
                first.add(row.slot.first)
            else:
                again.setdefault(row.slot.table, []).append(row)
        left_out = set[int]()
        for table, others in again.items():
            strangers = [row for row in others if row.slot.first not in first]
            if len({row.slot.first for row in others} & first) < _FEW_REPEATED_ROWS:
                continue
            for row in strangers:
                message = (
                    f"{table}.{row.slot.row} stands only in a second printing of the table, which "
                    "may be that of another year or body"
                )
                tokens = range(row.begin, row.end)
                note = Note("another_table", message, span_of(self.bound, tokens))
                put_illegible(self.bound, row, tokens, note)
                left_out.add(row.begin)
        return [row for row in rows if row.begin not in left_out]

    def _doubt_heads(self, rows: list[Found]) -> None:
        """Take back rows that add up by chance in the order of heads that most rows contradict."""
        bound = self.bound
        fitting, contrary = list[Found](), 0
        for row in rows:
            first, width = row.slot.first, row.slot.width
            if row.slot.table != "requests" or order_of(bound, row) in {None, form_order(width)}:
                continue
            cells = bound.places[first : first + width]
            if NOWHERE in cells:
                contrary += bound.kinds.count(VALUE, row.begin, row.end) == width
            elif any(values_of(bound, cells)):  # zeros add up in every order
                fitting.append(row)
        for row in fitting if contrary > len(fitting) else []:
            take_back(bound, row)
            message = (
                f"{row.slot.table}.{row.slot.row} adds up in the order that the column headings "
                "seem to have, and most rows of its table do not: it may do so by chance"
            )
            tokens = range(row.begin, row.end)
            note = Note("columns_reordered", message, span_of(bound, tokens))
            put_in_question(bound, row, tokens, note)

    def doubt_order(self, strays: list[Stray]) -> None:
        """Doubt the rows below numbers without a row: figures may precede their labels there."""
        bound, rows = self.bound, self.rows
        labels = {row.begin - 1: row for row in rows if not row.slot.confusable}
        doubted = set[tuple[str, int]]()
        heads, end = COLUMNS[bound.form.id], 0
        for stray in strays:
            rest = _BROKEN_ROW.match(bound.kinds, stray.end)
            row = labels.get(rest.end() if rest else stray.end)
            if row is None:
                continue
            if end <= stray.end:
                # The next head below; it is that of all strays above it.
                tokens = range(stray.end, len(bound.kinds))
                end = next((token for token in tokens if bound.kinds[token] in heads), tokens.stop)
            if (row.slot.table, end) not in doubted:
                doubted.add((row.slot.table, end))
                first = bisect_right(rows, stray.end, key=attrgetter("begin"))
                last = bisect_left(rows, end, key=attrgetter("begin"))
                below = [each for each in rows[first:last] if each.slot.table == row.slot.table]
                _take_back(bound, below, range(stray.begin, stray.end))

    def doubt_requests(self) -> None:
        """Doubt table 3 where numbers stand above its first label, and none behind its last."""
        bound = self.bound
        requests = (row for row in self.rows if row.slot.table == "requests")
        own = [row for row in requests if not row.slot.confusable]
        last_row = bound.form.table("requests").rows[-1].id
        labels = [label for label, slot in ROWS[bound.form.id].items() if slot.row == last_row]
        last = max(bound.kinds.rfind(label) for label in labels)
        if not own or last < own[0].begin:
            return
        between = BLANK + NOISE + ROW_END
        above = bound.kinds[: own[0].begin - 1].rstrip(between)
        behind = bound.kinds[last + 1 : last + 1 + _REQUESTS_WIDTH].lstrip(between)
        if above.endswith(VALUE * _FEW_NUMBERS) and VALUE not in behind[:1]:
            read = [row for row in own if bound.places[row.slot.first] != NOWHERE]
            if read:
                _take_back(bound, read, range(len(above) - _FEW_NUMBERS, len(above)))


def _take_back(bound: Bound, rows: list[Found], numbers: range) -> None:
    """Take back the values of rows below numbers: each figure may be above or behind its label."""
    message = (
        f"figures stand above the label of {rows[0].slot.table}.{rows[0].slot.row}: "
        "it is not certain whether they precede or follow their labels"
    )
    note = Note("numbers_before_label", message, span_of(bound, numbers))
    for row in rows:
        take_back(bound, row)
        label = row.begin - 1
        tokens = [*range(max(0, label - row.slot.width), label), *range(row.begin, row.end)]
        put_illegible(bound, row, [token for token in tokens if bound.kinds[token] in CELLS], note)


def _note_second_printing(bound: Bound) -> None:
    """Note the rows that the page prints once more, with the same figures as before."""
    printings = list[tuple[int, int, int]]()
    for begin, end in sorted(bound.again):
        first, last, count = printings[-1] if printings else (0, 0, 0)
        if count and VALUE not in bound.kinds[last:begin]:
            printings[-1] = first, max(last, end), count + 1
        else:
            printings.append((begin, end, 1))
    for begin, end, count in printings:
        message = f"rows stand here once more, with the same figures as above: {count}"
        note_at(bound, "printed_again", message, range(begin, end))


def _note_unclaimed(bound: Bound) -> None:
    """Note figures in a row without a label: a row of table 3, or all of table 4."""
    placed = {place for place in bound.places if place != NOWHERE}
    first, last = min(placed, default=0), max(placed, default=0)
    noted = sorted((note.span.start, note.span.end) for note in bound.notes if note.span)
    reaches = [0, *accumulate((end for _, end in noted), max)]
    reached = 0
    for match in _AS_LONG_AS_A_ROW.finditer(bound.kinds):
        begin, end = match.span()
        enough = _REQUESTS_WIDTH if first < begin < last else REVIEW_WIDTH
        if match[0].count(VALUE) < enough or not placed.isdisjoint(range(begin, end)):
            continue
        span = span_of(bound, range(begin, end))
        # A note tells of these figures if it begins before their end and ends behind their begin.
        reached = max(reached, reaches[bisect_left(noted, (span.end, 0))])
        if reached <= span.start:
            note_unread(bound, range(max(0, begin - 1), end))
            reached = max(reached, span.end)


def _note_bare_labels(bound: Bound) -> None:
    """Note each row whose label is there among the others, and whose cells are not."""
    first, last = LABEL.search(bound.kinds), max(bound.places)
    begin = first.start() if first else last
    read_as_others = {(address.table, address.row) for address in bound.others}
    for label, slot in ROWS[bound.form.id].items():
        place = bound.kinds.find(label, begin, last)
        is_read = bound.places[slot.first] != NOWHERE or slot.first in bound.settled
        is_read = is_read or (slot.table, slot.row) in read_as_others
        if place >= 0 and not slot.confusable and not is_read:
            message = f"the label of {slot.table}.{slot.row} has no cells behind it"
            bound.notes.append(Note("row_without_cells", message, span_of(bound, [place])))
