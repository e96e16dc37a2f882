"""Tables whose labels are in the text although no adapter could tell their cells apart."""

from __future__ import annotations

from itertools import product

from govinfo.forms import FORMS
from govinfo.forms.labels import LABELS, TELLTALES, label_key
from govinfo.forms.schema import Form
from govinfo.text import plain
from govinfo.text.traditional import SIMPLIFIED, TRADITIONAL

__all__ = ["glued_form"]

_BEGINNING = 3
# The first block of table two has other columns in every form, with labels that stand in no sentence by chance.
_HEADS = {
    form: tuple(
        label_key(column.label)
        for table in form.tables[:1]
        if not table.is_annex
        for column in table.blocks[0].columns
        if LABELS[label_key(column.label)] in TELLTALES[form.id]
    )
    for form in FORMS
}


def _in_either_script(word: str) -> list[str]:
    """A word in all spellings that simplified and traditional characters allow."""
    pairs = list(zip(TRADITIONAL, SIMPLIFIED, strict=True))
    spellings = [[one, *(old for old, new in pairs if new == one)] for one in word]
    return ["".join(letters) for letters in product(*spellings)]


_BEGINNINGS = tuple(
    dict.fromkeys(
        spelling for heads in _HEADS.values() for head in heads for spelling in _in_either_script(head[:_BEGINNING])
    )
)


def glued_form(characters: str) -> Form | None:
    """Return the form whose own column heads are in the text somewhere, or `None`."""
    # Prose without any of these, as nearly all is, need not be gone through.
    if not any(beginning in characters for beginning in _BEGINNINGS):
        return None
    return _headed(characters) or _headed("".join(plain(characters).split()))


def _headed(text: str) -> Form | None:
    """The form whose heads are in the text as they are."""
    return next((form for form in FORMS if any(head in text for head in _HEADS[form])), None)
