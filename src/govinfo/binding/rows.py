"""Which cells belong to which row: a label, and the run of cells behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from govinfo.binding.kinds import BLANK, NOISE, VALUE
from govinfo.forms import FORMS
from govinfo.forms.labels import COLUMNS, FIRST, LAST, ROWS, Slot
from govinfo.forms.schema import Form

__all__ = ["CELLS", "Found", "Plan", "Stray", "find_rows", "offset_of"]

CELLS = " 0/?~"
"""The kinds that may stand in a row: blank, number, not applicable, unreadable, and a page number between them."""
_ROW = re.compile(f"[{FIRST}-{LAST}][{CELLS}]+")
_HEADS = frozenset(character for columns in COLUMNS.values() for character in columns)


class Found(NamedTuple):
    """A row label with the cells behind it, as a range of tokens."""

    slot: Slot
    form: Form
    """The form whose row this is: another than the report's, where offices mix them."""
    begin: int
    end: int
    heads: str
    """The column heads between this row and the one before."""


class Plan(NamedTuple):
    """A row of the report's own form with plain cells."""

    first: int
    """The position of the row's first cell among the form's addresses."""
    begin: int
    """Where its cells begin, counted back from the end of the stretch."""
    end: int
    """Where its cells end, counted back from the end of the stretch."""
    found: Found


class Stray(NamedTuple):
    """Numbers behind something that is no row label."""

    begin: int
    end: int


class _Plans(dict[str, Plan | Found | Stray | None]):
    """What each stretch of a page is; nearly the same stretches come back in every report."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form

    def __missing__(self, stretch: str) -> Plan | Found | Stray | None:
        plan = _plan(stretch, self.form)
        if len(self) >= _REMEMBERED:
            self.clear()
        if len(stretch) <= _LONGEST_STRETCH:
            self[stretch] = plan
        return plan


_REMEMBERED = 4096
_LONGEST_STRETCH = 200
_PLANS = {form.id: _Plans(form) for form in FORMS}


def find_rows(kinds: str, form: Form) -> list[tuple[Plan | Found | Stray, int, int]]:
    """Return the rows on a page, and the numbers behind other labels, each with the tokens its stretch stands between.

    A stretch is everything since the row before: column heads with what they leave blank, then a label, then cells.
    What is found counts its tokens from the beginning of the stretch.
    """
    plans, done, found = _PLANS[form.id], 0, []
    for match in _ROW.finditer(kinds):
        end = match.end()
        plan = plans[kinds[done:end]]
        if plan is not None:
            found.append((plan, done, end))
        if plan is not None or end - done > _LONGEST_STRETCH:
            done = end
    return found


def _plan(stretch: str, form: Form) -> Plan | Found | Stray | None:
    head = stretch.rstrip(CELLS)
    above, label, run = head[:-1], head[-1], stretch[len(head) :]
    heads = [character for character in above if character in _HEADS]
    slot, owner = _by_heads(heads, label, form)
    # 总计 and 其他 head columns as well: with other heads above them they are no rows.
    if slot is None or (slot.confusable and heads):
        return Stray(len(head), len(stretch)) if VALUE in run else None
    found = Found(slot, owner, len(head), len(stretch), "".join(heads))
    offset = offset_of(run, slot.width)
    headed = slot.table != "proactive" or not heads or (len(heads) == slot.width and _fits(heads, slot))
    if offset is None or owner is not form or slot.confusable or not headed:
        return found
    return Plan(slot.first, len(run) - offset, len(run) - offset - slot.width, found)


def _by_heads(heads: list[str], label: str, form: Form) -> tuple[Slot | None, Form]:
    """Choose the form whose column heads stand above the row.

    行政许可 has one column in the 2021 form and three in the form before; the heads decide, never the year. A row that
    only another form has keeps the meaning it has there.
    """
    known = [(slot, candidate) for candidate in (form, *FORMS) if (slot := ROWS[candidate.id].get(label)) is not None]
    for slot, candidate in known:
        if not heads or slot.table != "proactive" or _fits(heads, slot):
            return slot, candidate
    # The heads are those of no form's row, or not in its order: which form's it is shows in what they are.
    best = max(known, key=lambda one: sum(any(h in own for own in one[0].header) for h in heads), default=None)
    return best or (None, form)


def _fits(heads: list[str], slot: Slot) -> bool:
    """Whether the heads seen are those of the row's columns, in their order; some may be lost."""
    # A head that spans columns is printed once, or once for each of them.
    columns = iter(slot.header)
    return all(any(head in column for column in columns) for head in dict.fromkeys(heads))


def offset_of(run: str, width: int) -> int | None:
    """Return where in a run of cells the row's own cells begin, or `None` when that is not plain.

    It is plain when the right number of cells remains between the blanks at both ends. A run that has the right length
    only together with such blanks may as well be short of a figure, with what a spanned cell left behind beside it.
    """
    core = run.strip(BLANK)
    return len(run) - len(run.lstrip(BLANK)) if len(core) == width and NOISE not in run else None
