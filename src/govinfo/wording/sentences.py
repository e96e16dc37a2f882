"""A sentence of the library in the language that is asked for."""

from __future__ import annotations

from govinfo.wording import Lang
from govinfo.wording.catalogue import Catalogue
from govinfo.wording.errors import ERRORS
from govinfo.wording.notes import NOTES

__all__ = ["SENTENCES", "in_language"]

SENTENCES = Catalogue({**NOTES, **ERRORS})
"""Every sentence that a note, an error or a warning is made of."""


def in_language(sentence: str, lang: Lang) -> str:
    """Return a sentence in Chinese or in English.

    Args:
        sentence: The English sentence of a note, an error, a warning or a reason.
        lang: `zh` for Chinese, `en` for English.

    Returns:
        The sentence in that language. One that the library does not make, such as that of a
        plug-in, stays as it is.

    """
    if lang == "en":
        return sentence
    found = SENTENCES.chinese(sentence)
    return sentence if found is None else found
