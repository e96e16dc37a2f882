"""What tables, rows and cells are called in words: as the form prints them, and in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from govinfo.errors import require_language
from govinfo.figures import Address
from govinfo.forms import FORMS
from govinfo.notes import Note
from govinfo.wording import Lang

if TYPE_CHECKING:
    from govinfo.model import Report

__all__ = ["Statement", "cell_name", "doubt", "labels", "row_name", "table_name"]

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


def table_name(table: str, report: Report) -> Statement:
    """Return what a table is called: by the part of the report that it stands in."""
    form = next(one for one in (report.form, *FORMS) if one.has(table))
    section = form.table(table).section
    part = next((one.number for one in form.sections if one.id == section), None)
    if part is None:
        return Statement("附表", "the annex")
    return Statement(f"表{_NUMERALS[part]}", f"table {part}")


def row_name(address: str, report: Report) -> Statement:
    """Return the table and the row of a cell, as the form prints them."""
    table, row = Address(address).table, report.row(address)
    form = next(one for one in (report.form, *FORMS) if address in one.cells)
    above = next((one for one in form.table(table).rows if one.id == row.parent), None)
    group = f"{above.label} › " if above is not None and above.parent else ""
    name, (en, _) = table_name(table, report), labels(address, report, "en")
    return Statement(f"{name.zh}“{group}{row.label}”行", f"{name.en}, row {en}")


def cell_name(address: str, report: Report) -> Statement:
    """Return the table, the row and the column of a cell, as the form prints them."""
    row = row_name(address, report)
    zh, en = (labels(address, report, lang)[1] for lang in ("zh", "en"))
    return Statement(f"{row.zh}“{zh}”列", f"{row.en}, column {en}")


def labels(address: str, report: Report, lang: Lang) -> tuple[str, str]:
    """Return the labels of a cell's row and column; in English their ids, which say the same."""
    if lang == "zh":
        return report.row(address).label, report.column(address).label
    cell = Address(address)
    return cell.row.replace("_", " "), cell.column.replace("_", " ")


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
        report: Its report, which has the rows and cells that the note may speak of.
        lang: `zh` for Chinese, `en` for English.

    """
    text = note.text(lang)
    if lang == "en":
        return text

    def named(found: re.Match[str]) -> str:
        name = found["name"]
        if name is None:
            return found[0]
        if name in report.figures():
            return cell_name(name, report).zh
        row = f"{name}." if "." in name else f"proactive.{name}."
        first = next((address for address in report.figures() if address.startswith(row)), None)
        if first is not None:
            return row_name(first, report).zh
        # All figures of table four that run together are no row of it.
        table = name.partition(".")[0]
        return table_name(table, report).zh if table in report.tables else found[0]

    return _NAMES.sub(named, text)
