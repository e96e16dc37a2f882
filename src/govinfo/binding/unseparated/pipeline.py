"""Read tables whose separators are lost, by what the form says about them.

No number begins with a zero, and rows, columns and proceedings add up. A cell is read when all
segmentations that are left agree on it, and is inferred when the run alone allows several. The
other cells get candidates and no value.
"""

from __future__ import annotations

from attrs import evolve

from govinfo.binding.assignment import Bound, note_at
from govinfo.binding.tables.rows import RESULTS, Order
from govinfo.binding.tables.text_heads import printed_text
from govinfo.binding.unseparated.results import enter_rows
from govinfo.binding.unseparated.rows import RunRow, SegmentedRow, find_rows, split_merged_rows
from govinfo.binding.unseparated.segmentation import segment_balanced
from govinfo.binding.unseparated.solver import MOST_UNBALANCED_ROWS
from govinfo.binding.unseparated.table2 import Losses, segment_table2
from govinfo.binding.unseparated.table3 import segment_table3
from govinfo.binding.unseparated.table4 import segment_table4

__all__ = ["put_runs"]


def put_runs(bound: Bound) -> None:
    """Enter what the runs of a page hold, as far as one segmentation is left of them."""
    rows, reordered = _in_printed_order(bound, find_rows(bound))
    requests = split_merged_rows(bound, [row for row in rows if row.slot.table == "requests"])
    review = [row for row in rows if row.slot.table == "review"]
    proactive = [row for row in rows if row.slot.table == "proactive"]
    # Blank cells left nothing behind in one row: then any other row may lack cells too. Signs of
    # it are a run that is too short, two spaces where a cell was, and more rows that do not add up
    # than a publisher gets wrong.
    unbalanced = [row for row in requests if segment_balanced(row.digits, row.slot.width) == ()]
    blanks = len(unbalanced) > MOST_UNBALANCED_ROWS or any(
        row.characters < row.slot.width or row.has_gap for row in (*requests, *review, *proactive)
    )
    found = segment_table3(bound, requests, blanks=blanks)
    losses = Losses.shown_by(found, blanks=blanks)
    for row in review:
        left = segment_table4(row, blanks=blanks, doubts=losses.blanks)
        found.append(SegmentedRow(row, left or (), summed=RESULTS))
    found += segment_table2(bound, proactive, losses)
    for row in reordered:
        message = (
            f"the column headings of {row.slot.table}.{row.slot.row} stand in another order "
            "than the form has them; its figures stand together and are not read"
        )
        note_at(bound, "columns_reordered", message, [row.token])
    enter_rows(bound, [*found, *(SegmentedRow(row, ()) for row in reordered)])


def _in_printed_order(bound: Bound, rows: list[RunRow]) -> tuple[list[RunRow], list[RunRow]]:
    """Return rows with the order of their columns, and those whose order cannot be read.

    The sums by which digits are cut need each total behind its parts.
    """
    text = printed_text(bound.page.text.characters)
    kept, others = list[RunRow](), list[RunRow]()
    # The rows below the same heads have the same order.
    told = dict[tuple[object, ...], tuple[Order | None, bool]]()
    for row in rows:
        slot, form, width = row.slot, row.form, row.slot.width
        begin = 0 if slot.table == "review" else text.begin_of_heads(slot, form)
        heads = form.id, slot.table, begin, slot.header
        if heads not in told:
            told[heads] = text.columns(slot, form), text.are_in_pieces(slot, form)
        order, is_lost = told[heads]
        step = {"requests": width, "review": RESULTS}.get(row.slot.table, 0)
        totals = range(step - 1, width, step) if step else ()
        if order is None or is_lost or any(order[total] % step != step - 1 for total in totals):
            others.append(row)
        else:
            kept.append(row if order == row.columns else evolve(row, order=order))
    return kept, others
