"""Find the form of tables whose labels are in the text but whose cells no adapter could tell."""

from __future__ import annotations

from itertools import product

from govinfo.binding.generation import TABULAR, distinctive_labels, form_by_labels
from govinfo.forms.labels import LABELS, label_key
from govinfo.forms.schema import Form
from govinfo.text import plain
from govinfo.text.traditional import SIMPLIFIED, TRADITIONAL

__all__ = ["glued_form"]

_BEGINNING_CHARS = 3


_HEADS = {
    key: LABELS[key]
    for form in TABULAR
    for column in form.table("proactive").blocks[0].columns
    for key in (label_key(column.label),)
    if any(LABELS[key] in spellings for spellings in distinctive_labels(form))
}
"""The heads of table 2 that some form lacks, with their kinds; no sentence has them."""


_BEGINNINGS = {
    "".join(spelling)
    for head in _HEADS
    for spelling in product(
        *(
            (one, *(old for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True) if new == one))
            for one in head[:_BEGINNING_CHARS]
        )
    )
}
"""The beginnings of these heads in simplified and traditional characters, also mixed."""


def glued_form(characters: str) -> Form | None:
    """Return the form whose own column heads are in the text somewhere, or `None`."""
    # Nearly all prose has none of these beginnings, and is not searched any further.
    if not any(beginning in characters for beginning in _BEGINNINGS):
        return None
    return _form_with_heads(characters) or _form_with_heads("".join(plain(characters).split()))


def _form_with_heads(text: str) -> Form | None:
    present = frozenset(character for head, character in _HEADS.items() if head in text)
    return form_by_labels(present)[0] if present else None
