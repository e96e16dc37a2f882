"""The reader's doubts in words: in Chinese rows and cells have the names that the form prints."""

from __future__ import annotations

import re

from govinfo.consistency.messages import cell_name, row_name, table_name
from govinfo.model import Report
from govinfo.notes import Note
from govinfo.wording import Lang

__all__ = ["doubt"]

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
