"""What tables, rows and cells are called in words: as the form prints them, and in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.errors import require_language
from govinfo.figures import Address
from govinfo.forms import FORMS, Form, cell_of
from govinfo.wording import Lang
from govinfo.wording.sentences import in_language

if TYPE_CHECKING:
    from govinfo.model import Report
    from govinfo.notes import Note

__all__ = [
    "Statement",
    "cell_name",
    "doubt",
    "in_words",
    "labels",
    "row_label",
    "row_name",
    "table_name",
]

_NUMERALS = "零一二三四五六"


@frozen
class Statement:
    """One sentence in two languages."""

    zh: str
    """The sentence in Chinese."""
    en: str
    """The sentence in English."""

    def __str__(self) -> str:
        return self.zh

    def in_(self, lang: Lang) -> str:
        """Return the sentence in Chinese (`zh`) or in English (`en`)."""
        require_language(lang)
        return self.zh if lang == "zh" else self.en


def table_name(table: str, of: Report | Form) -> Statement:
    """Return what a table is called: by the part of the report that it stands in."""
    form = next(one for one in (_form(of), *FORMS) if one.has(table))
    section = form.table(table).section
    part = next((one.number for one in form.sections if one.id == section), None)
    if part is None:
        return Statement("附表", "the annex")
    return Statement(f"表{_NUMERALS[part]}", f"table {part}")


def row_name(address: str, of: Report | Form) -> Statement:
    """Return the table and the row of a cell, as the form prints them."""
    name, (en, _) = table_name(Address(address).table, of), labels(address, of, "en")
    label = row_label(address, of).translate(_INNER_QUOTES)
    return Statement(f"{name.zh}“{label}”行", f"{name.en}, row {en}")


def row_label(address: str, of: Report | Form) -> str:
    """Return what the form prints for a row, below the group that it stands in.

    A part of the form is no such group, unless rows of several parts have this label.
    """
    table, row = Address(address).table, cell_of(_form(of), address)[0]
    form = next(one for one in (_form(of), *FORMS) if address in one.cells)
    rows = form.table(table).rows
    above = next((one for one in rows if one.id == row.parent), None)
    is_needed = above is not None and (
        above.parent is not None or sum(one.label == row.label for one in rows) > 1
    )
    return f"{above.label} › {row.label}" if above and is_needed else row.label


_INNER_QUOTES = str.maketrans("“”", "‘’")


def cell_name(address: str, of: Report | Form) -> Statement:
    """Return the table, the row and the column of a cell, as the form prints them."""
    row = row_name(address, of)
    zh, en = (labels(address, of, lang)[1] for lang in ("zh", "en"))
    return Statement(f"{row.zh}“{zh}”列", f"{row.en}, column {en}")


def labels(address: str, of: Report | Form, lang: Lang) -> tuple[str, str]:
    """Return the labels of a cell's row and column; in English their ids, which say the same."""
    if lang == "zh":
        row, column = cell_of(_form(of), address)
        return row.label, column.label
    cell = Address(address)
    return cell.row.replace("_", " "), cell.column.replace("_", " ")


def _form(of: Report | Form) -> Form:
    return of if isinstance(of, Form) else of.form


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
