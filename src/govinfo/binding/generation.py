"""Which generation of the form a page is: told by the labels that only some forms have.

A form that has a label of the page explains it, one that lacks it does not. Among forms that
explain equally much, the one of whose own labels the fewest are missing is meant: a form that adds
a row to an older one takes no page of it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from govinfo.forms import FORMS, Form
from govinfo.forms.labels import LABELS, bare_key, label_key

__all__ = ["TABULAR", "distinctive_labels", "form_by_labels"]

TABULAR = tuple(form for form in FORMS if form.is_tabular)
"""The forms with tables in their parts, newest first."""


def form_by_labels(
    present: AbstractSet[str], among: tuple[Form, ...] = TABULAR
) -> tuple[Form, ...]:
    """Return the forms that explain these labels best, newest first; all of them where no label tells.

    Args:
        present: The characters of the labels on the page, as `LABELS` gives them; other characters
            say nothing.
        among: The forms to choose from.

    """
    every = [spellings for form in TABULAR for spellings in distinctive_labels(form)]
    distinctive = present & frozenset[str]().union(*every)
    scores = dict[Form, tuple[int, int]]()
    for form in among:
        own = distinctive_labels(form)
        found = sum(not spellings.isdisjoint(present) for spellings in own)
        lacking = distinctive - frozenset[str]().union(*own)
        # The labels that it explains, less those it does not; and, where that is equal, the labels
        # of its own that the page lacks.
        scores[form] = found - len(lacking), found - len(own)
    best = max(scores.values())
    return tuple(form for form, score in scores.items() if score == best)


@cache
def distinctive_labels(form: Form) -> tuple[frozenset[str], ...]:
    """Return the labels of rows and columns that some other form lacks: for each, its characters."""
    everywhere = [frozenset[str]().union(*_labels(other)) for other in TABULAR]
    shared = everywhere[0].intersection(*everywhere[1:])
    return tuple(spellings for spellings in _labels(form) if spellings.isdisjoint(shared))


@cache
def _labels(form: Form) -> tuple[frozenset[str], ...]:
    blocks = [block for table in form.tables for block in table.blocks]
    rows = [_characters(row.label, *row.aliases) for block in blocks for row in block.data_rows]
    columns = [
        _characters(column.label, *column.aliases) for block in blocks for column in block.columns
    ]
    return tuple(dict.fromkeys((*columns, *rows)))


def _characters(*labels: str) -> frozenset[str]:
    keys = {key for label in labels for key in (label_key(label), bare_key(label_key(label)))}
    return frozenset(LABELS[key] for key in keys)
