"""Enter rows without separators into the report, by the segmentations that are left of them.

A cell on which all segmentations agree becomes a token of the page like any other. Where they
differ the cell has no value, and the values it may have are its candidates.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from govinfo.binding.assignment import Bound, first_of, settle_illegible
from govinfo.binding.tables.rows import Found
from govinfo.binding.unseparated.rows import RunRow, SegmentedRow
from govinfo.binding.unseparated.segmentation import (
    Cell,
    count_segmentations,
    is_blank,
    next_best,
    segment,
)
from govinfo.forms.schema import Form
from govinfo.notes import Note
from govinfo.page import LooseCells
from govinfo.spans import Span

__all__ = ["enter_rows"]

_MOST_SHOWN_CHARS = 40


def enter_rows(bound: Bound, rows: Sequence[SegmentedRow]) -> None:
    """Enter the rows, those without inference first: one number then tells both sorts apart."""
    cells = list[int]()
    for one in (one for one in rows if one.is_certain and one.row.is_plain):
        _enter_cells(bound, one.row, one.segmentations[0], cells)
    bound.inferred = len(bound.tokens) + len(cells) // 2
    for one in rows:
        row, identities = one.row, _identities(one.row.form, one.row.slot.table)
        run = f"{row.slot.table}.{row.slot.row}: {row.digits[:_MOST_SHOWN_CHARS]!r}"
        if not one.segmentations:
            _note(bound, row, "digits_unread", f"{run} is not cut into {row.slot.width} cells")
        elif not one.is_certain:
            _enter_doubtful(bound, one, cells)
            left = f"{len(one.segmentations)} of these are left"
            _note(bound, row, "digits_ambiguous", f"{run} {_count_ways(row)}; {left}")
        elif not row.is_plain:
            _enter_cells(bound, row, one.segmentations[0], cells)
            if identities and row.digits:
                message = f"{run} {_count_ways(row)}; {_tell_inference(one, identities)}"
                _note(bound, row, "inferred_by_identities", message)
    added = LooseCells(Span(0, len(bound.page.text)), array("i", cells))
    bound.tokens = [*bound.tokens, *added.cut(bound.page.text.characters)]
    bound.token_places.extend(added.places(bound.page.text.characters))
    bound.page = evolve(bound.page, blocks=(*bound.page.blocks, added))


def _enter_cells(
    bound: Bound, row: RunRow, new: Sequence[Cell], cells: list[int], column: int = 0
) -> None:
    """Enter the cells of a row from a column on, each as a token, and append their borders."""
    first = _first_address(bound, row)
    for place, (begin, end, _) in enumerate(new, column):
        bound.places[first + row.columns[place]] = len(bound.tokens) + len(cells) // 2
        cells += (row.begin + begin, row.begin + end)


def _enter_doubtful(bound: Bound, one: SegmentedRow, cells: list[int]) -> None:
    """Enter a row with several segmentations: tokens where they agree, candidates where not."""
    row, first, text = one.row, _first_address(bound, one.row), bound.page.text
    # Where the form states no identity, no cell of a run is surer than the others.
    may_agree = bool(_identities(row.form, row.slot.table))
    for index, column in enumerate(zip(*one.segmentations, strict=True)):
        values = dict.fromkeys(value for _, _, value in column)
        if may_agree and len(values) == 1 and len(set(map(is_blank, column))) == 1:
            _enter_cells(bound, row, column[:1], cells, index)
            continue
        begin, end = min(cell[0] for cell in column), max(cell[1] for cell in column)
        span = text.source_span(row.begin + begin, row.begin + end)
        settle_illegible(bound, first + row.columns[index], span, values)


def _tell_inference(one: SegmentedRow, identities: Sequence[str]) -> str:
    """Say which identities leave one segmentation; if each stands alone, what comes next to it."""
    if not one.summed:
        return f"{', '.join(identities)} leave one"
    stated = (one.row.form.identity(name) for name in identities)
    own = [identity.id for identity in stated if identity.equations[0].row is not None]
    told = f"{', '.join(own)} alone {'leaves' if len(own) == 1 else 'leave'} one"
    best = next_best(one.row.digits, one.row.kinds, one.segmentations[0], one.summed)
    if best is None:
        return told
    return f"{told}; the next best is {' '.join(str(value) for _, _, value in best)}"


@cache
def _identities(form: Form, table: str) -> tuple[str, ...]:
    """Return the identities that a form states about a table."""
    return tuple(identity.id for identity in form.identities if identity.table == table)


def _count_ways(row: RunRow) -> str:
    """Say in how many ways a run can be cut when no identity is asked."""
    if "".join(row.words).isdecimal():
        ways = f"{count_segmentations(row.digits, row.slot.width):,}"
    else:
        every = segment(row.digits, row.kinds)
        ways = "too many" if every is None else str(len(every))
    return f"can be cut into {row.slot.width} cells in {ways} ways"


def _note(bound: Bound, row: RunRow, code: str, message: str) -> None:
    text = bound.page.text
    # A `?` behind the digits says that the number may go on; the text may end before it.
    span = text.source_span(row.begin, min(row.begin + len(row.digits), len(text)))
    bound.notes.append(Note(code, message, span))


def _first_address(bound: Bound, row: RunRow) -> int:
    """Return the position of the first cell of a row among the addresses."""
    return first_of(bound, Found(row.slot, row.form, row.token, row.token + 1, "", None))
