"""A report in its context, as rules see it: values, doubts, the year before, the bodies below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from attrs import field, frozen

from govinfo.consistency.intervals import Range, narrow
from govinfo.consistency.outcome import Cause, Verdict, weigh
from govinfo.consistency.wholeness import is_cut, opening_of
from govinfo.figures import Address, Number, State, possible_values
from govinfo.forms.equations import equations_of
from govinfo.forms.formulas import Equation, Operand, Values
from govinfo.notes import Note
from govinfo.parts import Section
from govinfo.spans import Span

if TYPE_CHECKING:
    from govinfo.model import Report

__all__ = ["Bounded", "Context", "total_of"]

_HEAD_WORDS = {
    "title": ("title",),
    "year": ("year",),
    "period": ("period",),
    "published": ("publish", "date"),
    "signed": ("sign", "date"),
}
"""The words by which the code of a note about the head tells what the note is about."""
_SURE = frozenset(
    {
        "row_of_another_form",
        "label_repaired",
        "inferred_by_identities",
        "identities_broken",
        "cells_squeezed",
        "digits_recognised",
        "not_shown",
        "records_unread",
    }
)
"""Notes on the shape of a table, on how it was read, and on what a document says that it hides.

They leave no doubt about its figures.
"""


_FEE = re.compile("信息处理费|信息公开.{0,4}收费|收取(?:任何)?费用|收费(?:情况|及减免)|未收费|免费")
_WITH_FEES = frozenset({"proactive_disclosure", "requests"})
"""The tables of these parts name fees in their labels."""
_ANY_COUNT: Range = (0, None)


class Bounded(NamedTuple):
    """What the identities leave to the cells without a number."""

    ranges: Mapping[str, Range]
    """The least and the greatest number of each such cell."""
    impossible: Mapping[Equation, Cause]
    """The identities that no counts in their blank cells can make true.

    One that only all of them together rule out is listed where no other is broken, and no more than
    one: the error may stand in any of those that take part.
    """
    determined: Mapping[str, Number]
    """The number of each cell that has only one.

    Empty where an identity is broken: then nobody knows which of its numbers is right.
    """


@frozen(eq=False)
class Context:
    """One report with its values, and the other reports that it can be compared with."""

    report: Report
    values: dict[str, Number | None] = field(repr=False)
    before: Context | None = field(default=None, repr=False)
    gap: int | None = None
    """The year of the last report before, if that for the year before is missing."""
    disputed: bool = False
    """Whether there are two different reports for the year before; then neither is used."""
    children: tuple[Context, ...] = field(default=(), repr=False)
    """The reports of the subordinate bodies for the same year."""
    children_missing: int | None = None
    """How many subordinate bodies have no report here; `None` if their number is unknown."""
    source_id: str | None = None
    """The source of the report, where it is known."""
    _looks: dict[Callable[[Context], bool], bool] = field(factory=dict, init=False, repr=False)
    """What quick looks at it have shown."""

    @classmethod
    def of(cls, report: Report, source_id: object = None) -> Context:
        """Return the context of one report on its own."""
        values = cast("dict[str, Number | None]", report.values())
        return cls(report, values, source_id=None if source_id is None else str(source_id))

    def shows(self, look: Callable[[Context], bool]) -> bool:
        """Return what a quick look at the report shows; several rules share one look."""
        if look not in self._looks:
            self._looks[look] = look(self)
        return self._looks[look]

    @property
    def has_others(self) -> bool:
        """Whether there are reports that it is compared with."""
        return self.before is not None or bool(self.children)

    def sheet_of(self, operand: Operand) -> Context:
        """Return the report that a cell stands in: this one, that before, or one of a body."""
        if operand.child is not None:
            return self.children[operand.child]
        return self.before if operand.before and self.before is not None else self

    @cached_property
    def unread(self) -> dict[str, State]:
        """The state of each cell that has no value: blank, not applicable, illegible or absent."""
        if None not in self.values.values():
            return {}
        states = cast("dict[str, State]", self.report.states())
        return {address: states[address] for address, value in self.values.items() if value is None}

    @cached_property
    def illegible(self) -> tuple[Operand, ...]:
        """The cells in which something stands that could not be read."""
        unread = self.unread.items()
        return tuple(Operand(address, 1) for address, state in unread if state is State.ILLEGIBLE)

    @cached_property
    def no_plain_counts(self) -> dict[str, Number]:
        """The numbers that are negative or have a decimal point; there are few, if any."""
        return {
            address: value
            for address, value in self.values.items()
            if value is not None and not (type(value) is int and value >= 0)
        }

    def absent(self, address: str) -> bool:
        """Whether the document lacks this cell; a blank cell is not absent."""
        return address in self.lacking or address not in self.values

    @cached_property
    def lacking(self) -> frozenset[str]:
        """The cells that the form has and the document does not."""
        return frozenset(address for address, state in self.unread.items() if state is State.ABSENT)

    @cached_property
    def equations(self) -> Mapping[str, tuple[Equation, ...]]:
        """The equations of each identity by its id, over the rows that the document has."""
        return equations_of(self.report.form, self.values, self.lacking)

    @cached_property
    def identities(self) -> Mapping[Equation, str]:
        """Each equation of the tables in the parts of the report, with the id of its identity."""
        if not self.report.form.is_tabular:
            return {}
        return {
            equation: name for name, equations in self.equations.items() for equation in equations
        }

    def proves_itself(self, operands: tuple[Operand, ...]) -> bool:
        """Whether an equation alone settled one of its cells, which it cannot confirm then."""
        inferred = self.report.inferred
        return bool(inferred) and any(
            operand.address in inferred and not self._holds_otherwise(operand.address, operands)
            for operand in operands
        )

    def _holds_otherwise(self, address: str, operands: tuple[Operand, ...]) -> bool:
        """Whether a cell stands in another equation than that of these operands, and it holds."""
        return any(
            other.operands != operands
            and other.has(address)
            and weigh(other, self.values).verdict is Verdict.HOLDS
            for other in self.identities
        )

    def adds_up(self, address: str) -> bool:
        """Whether identities speak of a cell, and all of them hold."""
        own = (equation for equation in self.identities if equation.has(address))
        return {weigh(equation, self.values).verdict for equation in own} == {Verdict.HOLDS}

    def identities_with(
        self, cells: Iterable[str], verdict: Verdict | None = None
    ) -> tuple[str, ...]:
        """Return the ids of the identities in which any of these cells stands.

        Args:
            cells: The addresses.
            verdict: What the equations of the cells come to; `None` for any verdict.

        """
        cells = frozenset(cells)
        return tuple(
            dict.fromkeys(
                name
                for equation, name in self.identities.items()
                if any(operand.address in cells for operand in equation.operands)
                and (verdict is None or weigh(equation, self.values).verdict is verdict)
            )
        )

    @cached_property
    def bounded(self) -> Bounded:
        """What the identities leave to the cells without a number."""
        if not self.unread:
            return Bounded({}, {}, {})
        form = self.report.form
        tables = {identity.table for identity in form.identities} if form.is_tabular else set()
        start = dict[str, Range]()
        for address, state in self.unread.items():
            if state is not State.ABSENT and Address(address).table in tables:
                start[address] = self._range_of(address) if state is State.ILLEGIBLE else _ANY_COUNT
        narrowed = narrow(self._equations_to_narrow_by(start), self.values, start)
        causes = dict.fromkeys(narrowed.impossible, Cause("impossible"))
        verdicts = (weigh(equation, self.values).verdict for equation in self.identities)
        broken = bool(causes) or Verdict.BROKEN in verdicts
        if narrowed.conflict and not broken:
            broken = True
            if not any(map(self.doubted, start)):
                first, *others = narrowed.conflict
                names = dict.fromkeys(self.identities[equation] for equation in others)
                causes[first] = Cause("impossible_together", tuple(names))
        determined = {
            address: least
            for address, (least, greatest) in narrowed.ranges.items()
            if least == greatest and not broken
        }
        return Bounded(narrowed.ranges, causes, determined)

    def _range_of(self, address: str) -> Range:
        """Return the range of an illegible cell.

        Its candidates bound it only where they are all that its own characters may say. Those of a
        row that lost figures, or of two readings, need not have the true number among them.
        """
        figure = self.report[address]
        found = figure.candidates
        is_complete = bool(found) and {*found} == {*possible_values(figure.raw)}
        return (min(found), max(found)) if is_complete else _ANY_COUNT

    def _equations_to_narrow_by(self, unknown: Mapping[str, Range]) -> Iterator[Equation]:
        """Yield the equations with unknown cells whose other cells are there and not doubted."""
        for equation in self.identities:
            cells = [operand.address for operand in equation.operands]
            known = [address for address in cells if address not in unknown]
            if len(known) < len(cells) and not any(
                self.absent(address) or self.doubted(address) for address in known
            ):
                yield equation

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The parts of the report by id, the first of each."""
        return {section.id: section for section in reversed(self.report.sections)}

    @cached_property
    def is_cut(self) -> bool:
        """Whether the text stops where no report does, so that what follows is not known."""
        return is_cut(self.report)

    @cached_property
    def opening(self) -> str:
        """What stands above the second part, in simplified characters."""
        return opening_of(self.report)

    def places_of(self, words: str, start: int, end: int) -> tuple[Span, ...]:
        """Return where words stand first between two offsets of the source; none if nowhere."""
        found = self.report.source_text.find(words, start, end)
        return () if found < 0 else (Span(found, found + len(words)),)

    def prose(self, section: str) -> str | None:
        """Return the text of a part without white space and without the hint of the blank form."""
        found = self.sections.get(section)
        if found is None:
            return None
        hint = next((part.hint for part in self.report.form.sections if part.id == section), None)
        text = "".join(found.text.split())
        return text.replace(hint, "") if hint else text

    @property
    def mentions_fees(self) -> bool:
        """Whether part six says a word on fees, or another part has what is said of them."""
        return "费" in (self.prose("other_matters") or "") or any(
            "费" in part.title or _FEE.search(self.prose(name) or "") is not None
            for name, part in self.sections.items()
            if name not in _WITH_FEES
        )

    @cached_property
    def doubts(self) -> tuple[Note, ...]:
        """The reader's doubts about the body of the report."""
        return tuple(note for note in self.report.notes if note not in self.report.head.notes)

    @cached_property
    def _doubted_places(self) -> tuple[Span, ...]:
        """Where the reader's doubts may touch a cell: only in the parts that hold a table."""
        tables = {table.section for table in self.report.form.tables}
        prose = [part.span for part in self.report.sections if part.id not in tables]
        return tuple(
            note.span
            for note in self.doubts
            if note.span is not None and note.code not in _SURE and not _inside(note.span, prose)
        )

    def doubted(self, address: str) -> bool:
        """Whether the reader was not sure of this cell; then nobody is blamed for it."""
        if not self._doubted_places:
            return False
        span = self.report[address].span
        if span is None:
            return False
        if span.start == span.end:  # a blank cell has no character to share
            return any(one.start <= span.start <= one.end for one in self._doubted_places)
        return any(one.start < span.end and span.start < one.end for one in self._doubted_places)

    def doubts_about(self, section: str) -> bool:
        """Whether a doubt may concern this part; one that lies inside another part does not."""
        return any(True for _ in self._doubts_outside_of_others(section))

    def doubts_on(self, section: str | None) -> Iterator[Note]:
        """Yield the doubts about figures that may concern this part, or for `None` any part."""
        found = self.doubts if section is None else self._doubts_outside_of_others(section)
        return (note for note in found if note.code not in _SURE)

    def _doubts_outside_of_others(self, section: str) -> Iterator[Note]:
        # Where the heading of a part is lost, it stands in another one.
        others = [part.span for part in self.report.sections if part.id != section]
        others = others if section in self.sections else []
        return (note for note in self.doubts if note.span is None or not _inside(note.span, others))

    def head_doubted(self, *subjects: str) -> bool:
        """Whether the reader noted a doubt about one of these statements of the head."""
        words = [word for subject in subjects for word in _HEAD_WORDS[subject]]
        return any(word in note.code for note in self.report.head.notes for word in words)


def _inside(span: Span, parts: Iterable[Span]) -> bool:
    return any(part.start <= span.start and span.end <= part.end for part in parts)


def total_of(address: str, values: Values) -> Number | None:
    """Return the value of a cell, or of cells joined by `+`; `None` if one has no number."""
    found: Number = 0
    for cell in address.split("+"):
        value = values.get(cell)
        if value is None:
            return None
        found += value
    return found
