"""Which cells belong to which row: a label, and the run of cells behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from govinfo.binding.tokens import BLANK, NOISE, VALUE
from govinfo.forms import FORMS
from govinfo.forms.labels import COLUMNS, FIRST, LAST, ROWS, Slot
from govinfo.forms.schema import Form

__all__ = [
    "CELLS",
    "HEADS",
    "LONGEST_RUN",
    "Found",
    "Stray",
    "find_rows",
    "heads_among",
    "offset_of",
]

CELLS = " 0/?~"
"""The kinds that may stand in a row: blank, number, not applicable, unreadable, and a page number between them."""
LONGEST_RUN = 1_000
"""No row of any report has a tenth of it; the cells that a hostile page strings together are not all counted."""
_ROW = re.compile(f"[{FIRST}-{LAST}][{CELLS}]{{1,{LONGEST_RUN}}}")
HEADS = frozenset(character for columns in COLUMNS.values() for character in columns)
"""The kinds of the heads of columns, of all forms."""


class Found(NamedTuple):
    """A row label with the cells behind it, as a range of tokens."""

    slot: Slot
    form: Form
    """The form whose row this is: another than the report's, where offices mix them."""
    begin: int
    end: int
    heads: str
    """The column heads between this row and the one before, or above the first row of its block."""
    offset: int | None
    """Which token of the range is the row's first cell, where that is plain from the row alone."""
    above: int = 0
    """The first token that may be one of the heads."""


class Stray(NamedTuple):
    """Numbers behind something that is no row label."""

    begin: int
    end: int


_MOST_ROWS = 2_000
"""No report has a thirtieth of this; what a hostile page has beyond it is not looked at."""
_LONGEST_STRETCH = 200
"""Heads stand no further above their first row; a page of nothing but heads must not be looked at again and again."""


def find_rows(kinds: str, form: Form) -> list[Found | Stray]:
    """Return the rows on a page, and the numbers that stand behind something else than the label of a row.

    Between one row and the next stand column heads with what they leave blank, then a label, then
    cells.
    """
    found, done = list[Found | Stray](), 0
    for match in _ROW.finditer(kinds):
        one = _row(kinds, done, match, form)
        if one is not None:
            found.append(one)
        if one is not None or match.end() - done > _LONGEST_STRETCH:
            done = match.end()
        if len(found) == _MOST_ROWS:
            break
    return found


def heads_among(kinds: str) -> str:
    """Return the characters of the column heads among these."""
    return "".join(character for character in kinds if character in HEADS)


def _row(kinds: str, above: int, match: re.Match[str], form: Form) -> Found | Stray | None:
    label, run, begin, end = match[0][0], match[0][1:], match.start() + 1, match.end()
    heads = heads_among(kinds[above : match.start()])
    slot, owner = _by_heads(heads, label, form)
    # 总计 and 其他 head columns as well: with other heads above them they are no rows.
    if slot is None or (slot.confusable and heads):
        return Stray(begin, end) if VALUE in run else None
    headed = (
        slot.table != "proactive" or not heads or (len(heads) == slot.width and _fits(heads, slot))
    )
    plain = headed and owner is form and not slot.confusable
    return Found(
        slot, owner, begin, end, heads, offset_of(run, slot.width) if plain else None, above
    )


def _by_heads(heads: str, label: str, form: Form) -> tuple[Slot | None, Form]:
    """Choose the form whose column heads stand above the row.

    行政许可 has one column in the 2021 form and three in the form before; the heads decide, never
    the year. A row that only another form has keeps the meaning it has there.
    """
    known = [
        (slot, candidate)
        for candidate in (form, *FORMS)
        if (slot := ROWS[candidate.id].get(label)) is not None
    ]
    for slot, candidate in known:
        if not heads or slot.table != "proactive" or _fits(heads, slot):
            return slot, candidate
    # The heads are those of no form's row, or not in its order: which form's it is shows in what
    # they are.
    best = max(
        known,
        key=lambda one: sum(any(h in own for own in one[0].header) for h in heads),
        default=None,
    )
    return best or (None, form)


def _fits(heads: str, slot: Slot) -> bool:
    """Whether the heads seen are those of the row's columns, in their order; some may be lost."""
    # A head that spans columns is printed once, or once for each of them.
    columns = iter(slot.header)
    return all(any(head in column for column in columns) for head in dict.fromkeys(heads))


def offset_of(run: str, width: int) -> int | None:
    """Return where in a run of cells the row's own cells begin, or `None` when that is not plain.

    It is plain when the right number of cells remains between the blanks at both ends. A run that
    has the right length only together with such blanks may as well be short of a figure, with what
    a spanned cell left behind beside it.
    """
    core = run.strip(BLANK)
    return len(run) - len(run.lstrip(BLANK)) if len(core) == width and NOISE not in run else None
