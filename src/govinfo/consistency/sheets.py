"""The reports as the rules look at them: values read once, and what the reader was not sure of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import cast

from attrs import evolve, field, frozen

from govinfo.figures import Figure, Number, State
from govinfo.model import Note, Report, Section
from govinfo.spans import Span

__all__ = ["Sheet", "sheets"]

_BLANKS = re.compile(r"\s+")
_HEAD_WORDS = {
    "title": ("title",),
    "year": ("year",),
    "period": ("period",),
    "published": ("publish", "date"),
    "signed": ("sign", "date"),
}
"""The words by which the code of a note about the head tells what the note is about."""
_SURE = frozenset({"row_of_another_form", "label_mended", "settled_by_identities", "identities_broken"})
"""Notes about the shape of a table, and on how it was read, which leave no doubt about the figures in it."""


@frozen(eq=False)
class Sheet:
    """One report with its values, and where it is known, the same agency's report for the year before."""

    report: Report
    values: dict[str, Number | None] = field(repr=False)
    before: Sheet | None = field(default=None, repr=False)

    @classmethod
    def of(cls, report: Report) -> Sheet:
        """Return the sheet of one report on its own."""
        return cls(report, cast("dict[str, Number | None]", report.values()))

    @cached_property
    def unread(self) -> dict[str, Figure]:
        """The figures that have no value: blank, not applicable, illegible or absent."""
        return {address: self.report[address] for address, value in self.values.items() if value is None}

    def absent(self, address: str) -> bool:
        """Whether the document lacks this cell; a blank cell is not absent."""
        return address in self.lacking or address not in self.values

    @cached_property
    def lacking(self) -> frozenset[str]:
        """The cells that the form has and the document does not."""
        return frozenset(address for address, figure in self.unread.items() if figure.state == State.ABSENT)

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The parts of the report by id, the first of each."""
        return {section.id: section for section in reversed(self.report.sections)}

    def prose(self, section: str) -> str | None:
        """What the report writes in a part: no white space, nor the hint that the blank form prints there."""
        found = self.sections.get(section)
        if found is None:
            return None
        hint = next((part.hint for part in self.report.form.sections if part.id == section), None)
        text = _BLANKS.sub("", found.text)
        return text.replace(hint, "") if hint else text

    @cached_property
    def doubts(self) -> tuple[Note, ...]:
        """The reader's doubts about the body of the report."""
        return tuple(note for note in self.report.notes if note not in self.report.head.notes)

    def doubted(self, address: str) -> bool:
        """Whether the reader was not sure of this cell; then nobody is blamed for what it says."""
        span = (self.unread.get(address) or self.report[address]).span
        return span is not None and any(
            _touch(note.span, span) for note in self.doubts if note.span is not None and note.code not in _SURE
        )

    def doubts_about(self, section: str) -> bool:
        """Whether any doubt may concern this part: all may, except those that lie inside another part."""
        others = [part.span for part in self.report.sections if part.id != section]
        return any(
            note.span is None
            or not any(other.start <= note.span.start and note.span.end <= other.end for other in others)
            for note in self.doubts
        )

    def head_doubted(self, *subjects: str) -> bool:
        """Whether the reader noted a doubt about one of these statements of the head."""
        words = [word for subject in subjects for word in _HEAD_WORDS[subject]]
        return any(word in note.code for note in self.report.head.notes for word in words)


def sheets(reports: Report | Iterable[Report]) -> list[Sheet]:
    """Return a sheet for each report, joined to the report of the same agency for the year before.

    Two different reports of one agency for one year leave open which of them counts, so neither is joined to.
    """
    found = [Sheet.of(report) for report in ([reports] if isinstance(reports, Report) else reports)]
    by_year: dict[tuple[str, int], Sheet | None] = {}
    for sheet in found if len(found) > 1 else ():
        agency, year = sheet.report.agency, sheet.report.year
        if agency is not None and year is not None:
            known = by_year.setdefault((agency.name, year), sheet)
            if known is not None and known.values != sheet.values:
                by_year[agency.name, year] = None
    return [_joined(sheet, by_year) for sheet in found] if by_year else found


def _joined(sheet: Sheet, by_year: dict[tuple[str, int], Sheet | None]) -> Sheet:
    agency, year = sheet.report.agency, sheet.report.year
    if agency is None or year is None:
        return sheet
    return evolve(sheet, before=by_year.get((agency.name, year - 1)))


def _touch(doubt: Span, cell: Span) -> bool:
    """Whether a doubt and a cell share a character; a blank cell is touched by what surrounds it."""
    if cell.start == cell.end:
        return doubt.start <= cell.start <= doubt.end
    return doubt.start < cell.end and cell.start < doubt.end
