"""Which cells belong to which row: a label, and the run of cells behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govinfo.binding.kinds import BLANK, NOISE, VALUE
from govinfo.forms import FORMS
from govinfo.forms.labels import COLUMNS, FIRST, LAST, ROWS, Slot
from govinfo.forms.schema import Form

__all__ = ["Found", "Stray", "find_rows", "offset_of"]

CELLS = " 0/?~"
"""The kinds that may stand in a row: blank, number, not applicable, unreadable, and a page number between them."""
_ROWS = re.compile(f"([{FIRST}-{LAST}])([{CELLS}]+)")
_LABELS = re.compile(f"[{FIRST}-{LAST}]")


class Found(NamedTuple):
    """A row label with the cells behind it, as a range of tokens."""

    slot: Slot
    form: Form
    """The form whose row this is: another than the report's, where offices mix them."""
    begin: int
    end: int


class Stray(NamedTuple):
    """Numbers behind something that is no row label."""

    begin: int
    end: int


def find_rows(kinds: str, form: Form) -> tuple[list[Found], list[Stray]]:
    """Return the rows on a page in reading order, and the numbers that stand behind no row label."""
    rows, strays, slots = list[Found](), list[Stray](), ROWS[form.id]
    done, table = 0, ""
    for match in _ROWS.finditer(kinds):
        begin, end = match.span(2)
        slot = slots.get(match[1])
        owner = form
        if slot is None or slot.table == "proactive":
            slot, owner = _by_header(kinds[done : begin - 1], match[1], slot, form)
        if slot is not None and (not slot.confusable or table == "requests"):
            rows.append(Found(slot, owner, begin, end))
            table = slot.table
        elif VALUE in match[2]:
            strays.append(Stray(begin, end))
        done = end
    return rows, strays


def _by_header(above: str, label: str, slot: Slot | None, form: Form) -> tuple[Slot | None, Form]:
    """Choose the form whose column heads stand above the row.

    行政许可 has one column in the 2021 form and three in the form before; the heads decide, never the year. A row that
    only another form has keeps the meaning it has there.
    """
    heads = [character for character in above if character in _HEADS]
    for candidate in (form, *FORMS):
        own = slot if candidate is form else ROWS[candidate.id].get(label)
        if own is not None and (not heads or own.table == "requests" or _fits(heads, own)):
            return own, candidate
    return None, form


_HEADS = frozenset(character for columns in COLUMNS.values() for character in columns)


def _fits(heads: list[str], slot: Slot) -> bool:
    """Whether the heads seen are those of the row's columns, in their order; some may be lost."""
    columns = iter(slot.header)
    return all(any(head in column for column in columns) for head in heads)


def offset_of(run: str, width: int) -> int | None:
    """Return where in a run of cells the row's own cells begin, or `None` when that is not plain.

    It is plain when the run has just the right length, or when blank cells around the right number of others do.
    """
    if NOISE in run:
        return None
    if len(run) == width:
        return 0
    core = run.strip(BLANK)
    return len(run) - len(run.lstrip(BLANK)) if len(core) == width else None


def labels_in(kinds: str) -> Iterator[int]:
    """Yield where on the page labels stand."""
    return (match.start() for match in _LABELS.finditer(kinds))
