"""Rows with too many or too few cells: placed where the rest of the table shows how, and left unread otherwise.

A spanned cell leaves blank cells behind, before the figures or after them. Rows that are full show which; a row with
blanks of its own is then read the same way. Numbers never move: a row that is short of one is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from govinfo.binding.bound import Bound, put, put_illegible, span_of
from govinfo.binding.kinds import BLANK, NOISE, UNKNOWN, UNREADABLE
from govinfo.binding.rows import CELLS, Found, offset_of
from govinfo.model import Note

__all__ = ["Margins", "margins_of", "place_irregular"]

_CELLS_AND_WORDS = re.compile(f"[{CELLS}{UNKNOWN}]+")
_ALTERNATING = re.compile(f"{BLANK}?(?:[0/?]{BLANK})+[0/?]?")
_LONGEST_WORD = 10
"""A word this short may stand in a cell (见附件); anything longer is something else."""


@frozen
class Margins:
    """How many blank cells stand before and after the figures in the full rows of a table."""

    before: frozenset[int] = frozenset()
    after: frozenset[int] = frozenset()


def margins_of(kinds: str, rows: Iterable[Found]) -> dict[str, Margins]:
    """Return the margins seen in each table, from the rows that have exactly as many figures as they need."""
    seen: dict[str, Margins] = {}
    for row in rows:
        run = kinds[row.begin : row.end]
        offset = offset_of(run, row.slot.width)
        if offset is not None and BLANK not in run[offset : offset + row.slot.width]:
            old = seen.get(row.slot.table, Margins())
            after = len(run) - offset - row.slot.width
            seen[row.slot.table] = Margins(old.before | {offset}, old.after | {after})
    return seen


def place_irregular(bound: Bound, row: Found, margins: Margins) -> None:
    """Put down a row whose run of cells has not the length that the form gives it."""
    for cells in (_without_noise(bound, row), _without_blank_lines(bound, row), _with_words(bound, row)):
        run = "".join(bound.kinds[token] for token in cells)
        offset = _offset(run, row.slot.width, margins)
        if offset is not None:
            put(bound, row, cells[offset : offset + row.slot.width])
            return
    cells = _without_noise(bound, row)
    figures = sum(bound.kinds[token] != BLANK for token in cells)
    where = f"{row.slot.table}.{row.slot.row}"
    message = (
        f"{where} has {figures} figures where the form has {row.slot.width} cells, and nothing shows which is which"
    )
    note = Note("row_width", message, span_of(bound, cells or range(row.begin, row.end)))
    put_illegible(bound, row, cells or range(row.begin, row.end), note)


def _offset(run: str, width: int, margins: Margins) -> int | None:
    plain = offset_of(run, width)
    if plain is not None:
        return plain
    core = run.strip(BLANK)
    if not core:
        return 0 if len(run) >= width else None
    if len(core) > width and not set(core[width:]) - {BLANK, UNREADABLE, UNKNOWN} and BLANK not in core[:width]:
        return len(run) - len(run.lstrip(BLANK))
    return _by_margins(run, width, margins)


def _by_margins(run: str, width: int, margins: Margins) -> int | None:
    """The one offset at which a margin that never varies puts the row, if no figure falls outside."""
    options = set()
    if len(margins.before) == 1:
        options.add(min(margins.before))
    if len(margins.after) == 1:
        options.add(len(run) - width - min(margins.after))
    fitting = {o for o in options if 0 <= o <= len(run) - width and not (run[:o] + run[o + width :]).strip(BLANK)}
    return fitting.pop() if len(options) == len(fitting) == 1 else None


def _without_noise(bound: Bound, row: Found) -> list[int]:
    return [token for token in range(row.begin, row.end) if bound.kinds[token] != NOISE]


def _without_blank_lines(bound: Bound, row: Found) -> list[int]:
    """The run without its blanks, where one stands between every two figures: lines between, and no cells."""
    cells = _without_noise(bound, row)
    run = "".join(bound.kinds[token] for token in cells)
    return [token for token in cells if bound.kinds[token] != BLANK] if _ALTERNATING.fullmatch(run) else cells


def _with_words(bound: Bound, row: Found) -> Sequence[int]:
    """The run with the short words that stand in it, such as 见附件 in a cell."""
    match = _CELLS_AND_WORDS.match(bound.kinds, row.begin)
    tokens = range(row.begin, match.end() if match else row.end)
    return [t for t in tokens if bound.kinds[t] != UNKNOWN or len(bound.tokens[t].strip()) <= _LONGEST_WORD]
