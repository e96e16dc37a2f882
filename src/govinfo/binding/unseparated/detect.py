"""Tables whose labels are in the text although no adapter could tell their cells apart."""

from __future__ import annotations

from itertools import product

from govinfo.binding.generation import TABULAR, distinctive_labels, form_by_labels
from govinfo.forms.labels import LABELS, label_key
from govinfo.forms.schema import Form
from govinfo.text import plain
from govinfo.text.traditional import SIMPLIFIED, TRADITIONAL

__all__ = ["glued_form"]

_BEGINNING = 3


def _heads(form: Form) -> dict[str, str]:
    """The heads of the first block of table two that some form lacks; they stand in no sentence by chance."""
    told = frozenset[str]().union(*distinctive_labels(form))
    keys = (label_key(column.label) for column in form.table("proactive").blocks[0].columns)
    return {key: LABELS[key] for key in keys if LABELS[key] in told}


_HEADS = {key: character for form in TABULAR for key, character in _heads(form).items()}


def _in_either_script(word: str) -> list[str]:
    """A word in all spellings that simplified and traditional characters allow."""
    pairs = list(zip(TRADITIONAL, SIMPLIFIED, strict=True))
    spellings = [[one, *(old for old, new in pairs if new == one)] for one in word]
    return ["".join(letters) for letters in product(*spellings)]


_BEGINNINGS = tuple(
    dict.fromkeys(spelling for head in _HEADS for spelling in _in_either_script(head[:_BEGINNING]))
)


def glued_form(characters: str) -> Form | None:
    """Return the form whose own column heads are in the text somewhere, or `None`."""
    # Prose without any of these, as nearly all is, need not be gone through.
    if not any(beginning in characters for beginning in _BEGINNINGS):
        return None
    return _headed(characters) or _headed("".join(plain(characters).split()))


def _headed(text: str) -> Form | None:
    """The form whose heads are in the text as they are."""
    present = frozenset(character for head, character in _HEADS.items() if head in text)
    return form_by_labels(present)[0] if present else None
