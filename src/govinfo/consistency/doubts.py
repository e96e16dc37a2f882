"""The reader's doubts in words: in Chinese rows and cells have the names that the form prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from govinfo.consistency.messages import cell_name, row_name, table_name
from govinfo.forms import FORMS, Form
from govinfo.wording import Lang
from govinfo.wording.sentences import in_language

if TYPE_CHECKING:
    from govinfo.model import Report
    from govinfo.notes import Note

__all__ = ["doubt", "in_words"]

_NAMES = re.compile(
    r"""
      “[^“”]*”                          # what stands in the text, which may look like anything
    | [ ]? (?P<name>
        (?:proactive|requests|review|statistics)\.\w+ (?:\.\w+)?  # a row, or one of its cells
      | [a-z]+ (?:_[a-z]+)*             # a row of table two, where only that table is spoken of
      ) [ ]?
    """,
    re.VERBOSE | re.ASCII,
)
"""What notes call rows and cells by."""


def doubt(note: Note, report: Report, lang: Lang = "zh") -> str:
    """Return what a note of a report says.

    Args:
        note: The note.
        report: Its report, whose form has the labels of the rows and cells that the note speaks of.
        lang: `zh` for Chinese, `en` for English.

    """
    return in_words(note.message, lang, (report.form, *FORMS))


def in_words(message: str, lang: Lang, forms: Sequence[Form] = FORMS) -> str:
    """Return the message of a note in a language, with the labels of the first form that has them.

    Args:
        message: The message in English.
        lang: `zh` for Chinese, `en` for English.
        forms: The forms to look into, in order.

    """
    text = in_language(message, lang)
    return text if lang == "en" else _NAMES.sub(partial(_labelled, forms=forms), text)


def _labelled(found: re.Match[str], forms: Sequence[Form]) -> str:
    """Return what the forms print for a row or a cell; any other word as it is."""
    name = found["name"]
    if name is None:
        return found[0]
    row = f"{name}." if "." in name else f"proactive.{name}."
    for form in forms:
        if name in form.cells:
            return cell_name(name, form).zh
        first = next((address for address in form.addresses if address.startswith(row)), None)
        if first is not None:
            return row_name(first, form).zh
    # All figures of table four that run together are no row of it.
    table = name.partition(".")[0]
    known = any(table == each.id for form in forms for each in form.tables)
    return table_name(table, forms[0]).zh if known else found[0]
