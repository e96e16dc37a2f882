"""Which form the tables of a page are of: by their heads, and else by their rows."""

from __future__ import annotations

import re

from govinfo.binding.generation import TABULAR, distinctive_labels, form_by_labels
from govinfo.binding.kinds import UNREADABLE, VALUE
from govinfo.binding.tables.rows import CELLS, HEADS, LABEL, Found, find_rows
from govinfo.binding.tables.table4_heads import bare_figures, review_runs
from govinfo.forms.schema import Form

__all__ = ["form_of"]

_LABEL_OF_CELLS = re.compile(f"({LABEL.pattern})[{CELLS}]")
_LABEL_OF_NUMBERS = re.compile(f"{LABEL.pattern}[{VALUE}{UNREADABLE}]{{2,}}")
_FEW_ROWS = 2
"""This many labels with several numbers behind each are rows, even without any head."""


def form_of(kinds: str) -> Form | None:
    """Return the form whose column heads, or else whose rows, are on the page.

    `None` when there are no tables.
    """
    if not LABEL.search(kinds):
        return TABULAR[0] if bare_figures(kinds) else None
    heads = frozenset(LABEL.findall(kinds)) & HEADS
    # The label of a row alone may stand in prose: cells have to follow it.
    present = heads | frozenset(_LABEL_OF_CELLS.findall(kinds))
    forms = form_by_labels(present)
    told = [own for own in distinctive_labels(forms[0]) if not present.isdisjoint(own)]
    if len(told) == 1 and heads.isdisjoint(told[0]):
        # One label of a row may be words in a cell: the rows decide, and it where they do not.
        forms = (*forms, *(form for form in TABULAR if form not in forms))
    best = forms[0]
    if len(forms) > 1:
        best = max(forms, key=lambda form: _share_of_rows(kinds, form))
    is_told = any(not spellings.isdisjoint(heads) for spellings in distinctive_labels(best))
    is_told = is_told or len(_LABEL_OF_NUMBERS.findall(kinds)) >= _FEW_ROWS
    return best if is_told or _share_of_rows(kinds, best) or review_runs(kinds) else None


def _share_of_rows(kinds: str, form: Form) -> float:
    """How much of the form's cells the page has rows for."""
    rows = (row for row in find_rows(kinds, form) if isinstance(row, Found))
    slots = {row.slot for row in rows if row.offset is not None}
    return sum(slot.width for slot in slots) / len(form.addresses)
