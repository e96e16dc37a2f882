"""Readings of one text compete by what they explain of it.

The surest adapter reads. A reading is complete when each row whose label is in the text has its
cells, no cell is in doubt, and what must add up does; then nobody else is asked. Otherwise the
other adapters read as well. A reading explains more than another one if no more sums break in it
and more sums hold, or as many and it fills more rows, or more cells, or sees cells where
the other one sees none. A cell in which the surest reading sees something else needs a sum that
proves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from govinfo.accidents.sheet import is_sound
from govinfo.division import FEW_LABELS, labels_in
from govinfo.figures import Address, Figure, Number, State
from govinfo.forms import Form
from govinfo.forms.formulas import Equation
from govinfo.model import Report
from govinfo.notes import Note
from govinfo.parts import Considered
from govinfo.spans import Span

__all__ = ["UNREAD", "Explanation", "best_of", "explanation_of", "is_complete", "reads_little"]

UNREAD = frozenset({State.ABSENT, State.ILLEGIBLE})
"""The states of cells of which nothing is known."""
_EXACT = "exact"
_LITTLE = 0.5
"""Below this share of the cells that its labels promise, a reading has hardly understood a text."""
_DOUBTS = {"numbers_before_label", "repeated_row", "row_without_cells", "unknown_row"}
"""Notes that tell of numbers in the tables which no figure holds."""


@frozen
class Explanation:
    """What a reading explains of a text."""

    held: int
    """The sums of the form that hold."""
    rows: int
    """The rows that it fills."""
    cells: int
    """The cells with a number, a blank, or a sign that there is none."""
    doubted: int
    """The cells in which it sees something, and cannot tell what."""
    broken: int
    """The sums of the form that do not hold."""

    def is_more_than(self, other: Explanation) -> bool:
        """Whether this reading explains more: no more sums break, and there is more of the rest.

        It may not lose sight of cells that the other one sees, unless it reads most of them.
        """
        seen = other.cells + other.doubted
        if self.broken > other.broken or self.cells + self.doubted < seen > self.cells / _LITTLE:
            return False
        return self._merits > other._merits

    @property
    def _merits(self) -> tuple[int, ...]:
        return self.held, self.rows, self.cells, self.cells + self.doubted > 0


def explanation_of(report: Report) -> Explanation:
    """Return what a report explains of its text."""
    states, values = report.states(), {str(a): value for a, value in report.values().items()}
    rows = [address.rpartition(".")[0] for address in states]
    known = [state not in UNREAD for state in states.values()]
    unfilled = {row for row, is_known in zip(rows, known, strict=True) if not is_known}
    # A reading without cells says nothing of sums.
    sums = _known_sums(report.form, values) if any(known) else ()
    holds = [left == right for _, left, right in sums]
    doubted = sum(state is State.ILLEGIBLE for state in states.values())
    filled = len({*rows} - unfilled)
    return Explanation(sum(holds), filled, sum(known), doubted, holds.count(False))


def _known_sums(
    form: Form, values: Mapping[str, Number | None]
) -> Iterator[tuple[Equation, Number, Number]]:
    """Yield what must add up with both of its sides, where both are known."""
    for identity in form.identities:
        for equation in identity.equations:
            left, right = equation.sums(values, None)
            if left is not None and right is not None:
                yield equation, left, right


def is_complete(report: Report) -> bool:
    """Return whether a reading leaves nothing open that another one could find."""
    if report.method.strategy == _EXACT:
        return True
    if not report.form.is_tabular:
        # Where the labels of the tables are in the text, another reading may find their cells.
        return len(labels_in(report.text.characters)) < FEW_LABELS
    form, values = report.form, report.values()
    has_doubts = any(note.code in _DOUBTS for note in report.doubts)
    # Most reports keep all sums of their form, as a quick look shows.
    is_sure = len(values) == len(form.addresses) and is_sound(form, [*values.values()])
    if is_sure and not has_doubts and None not in values.values():
        return True
    states = report.states()
    is_doubted = has_doubts or State.ILLEGIBLE in states.values()
    numbers = {str(cell): value for cell, value in values.items()}
    sums = () if is_sure else _known_sums(form, numbers)
    is_open = is_doubted or any(left != right for _, left, right in sums)
    if not is_open and State.ABSENT not in states.values():
        return True
    labels = labels_in(report.text.characters)
    return len(labels) < FEW_LABELS or not (is_open or _lacks_rows(report, states, labels))


def reads_little(report: Report) -> bool:
    """Return whether most of the cells are not read whose labels are in the text."""
    known = sum(state not in UNREAD for state in report.states().values())
    if known >= _LITTLE * len(report.form.addresses) and known:
        return False
    tables = {table for table, _ in labels_in(report.text.characters)}
    promised = sum(len(table.addresses) for table in report.form.tables if table.id in tables)
    return known < _LITTLE * promised or not report.form.is_tabular


def _lacks_rows(
    report: Report, states: Mapping[Address, State], labels: set[tuple[str, str]]
) -> bool:
    """Whether the text has the label of a row, or the heads above it, whose cells are not read."""
    for table in report.form.tables:
        for block in table.blocks:
            heads = {(table.id, column.label) for column in block.columns}
            for row in block.data_rows:
                address = Address(f"{table.id}.{row.id}.{block.columns[0].id}")
                is_named = (table.id, row.label) in labels or heads <= labels
                if is_named and states[address] is State.ABSENT:
                    return True
    return False


def best_of(readings: Sequence[Report]) -> Report:
    """Return the reading that explains most, with all of them as considered.

    Args:
        readings: The readings of one text, the surest first; it wins against equals. A cell in
            which equals differ has no value, and the values of all of them as candidates.

    """
    if len(readings) == 1:
        return readings[0]
    readings = [readings[0], *(_without_doubted(other, readings[0]) for other in readings[1:])]
    explained = [explanation_of(report) for report in readings]
    winner = 0
    for place, one in enumerate(explained):
        if one.is_more_than(explained[winner]):
            winner = place
    report, best = readings[winner], explained[winner]
    equals = [
        other.values()
        for other, one in zip(readings, explained, strict=True)
        if one == best and other is not report and other.form is report.form
    ]
    contested = dict[str, list[Number]]()
    for address, value in report.values().items() if equals else ():
        read = dict.fromkeys((value, *(other.get(address) for other in equals)))
        values = [each for each in read if each is not None]
        if value is not None and len(values) > 1:
            contested[str(address)] = values
    why = "readings that explain the text equally well differ in it"
    report = _without_values(report, contested, why)
    if winner:
        surest = readings[0]
        why = f"the adapter {surest.method.adapter} is surer of the text, and reads it otherwise"
        report = _without_values(report, _contradicted(report, surest), why)
    considered = tuple(_considered(readings, explained, winner))
    return evolve(report, method=evolve(report.method, considered=considered))


def _contradicted(report: Report, surest: Report) -> dict[str, list[Number]]:
    """Return the cells in which the surest reading sees something else, unless a sum proves them.

    With them go the values that they may have.
    """
    values = {str(address): value for address, value in report.values().items()}
    states, others, (proven, _) = report.states(), surest.values(), _cells_of_sums(report, values)
    contradicted = dict[str, list[Number]]()
    for address, state in surest.states().items():
        value, other = values.get(address), others.get(address)
        is_seen = state not in UNREAD and states.get(address, State.ABSENT) not in UNREAD
        if is_seen and value != other and address not in proven:
            contradicted[str(address)] = [each for each in (value, other) if each is not None]
    return contradicted


def _considered(
    readings: Sequence[Report], explained: Sequence[Explanation], winner: int
) -> Iterator[Considered]:
    """Yield what each reading explains, and why it was taken or not."""
    for place, (report, one) in enumerate(zip(readings, explained, strict=True)):
        if place == winner:
            verdict = "taken: it explains most" if one.cells else "taken: none reads any cell"
        elif one == explained[winner]:
            verdict = "it explains as much, and is less sure"
        else:
            verdict = "it explains less"
        yield Considered(
            report.method.adapter,
            report.method.strategy,
            rows=one.rows,
            cells=one.cells,
            held=one.held,
            broken=one.broken,
            verdict=verdict,
        )


def _without_doubted(report: Report, surest: Report) -> Report:
    """Return the report without values that the surest adapter doubts, unless a sum proves them."""
    values = {str(address): value for address, value in report.values().items()}
    if not any(value is not None for value in values.values()):
        return report
    proven, disproven = _cells_of_sums(report, values)
    doubted = dict[str, list[Number]]()
    for address, state in surest.states().items():
        value = values.get(address)
        if state is not State.ILLEGIBLE or value is None:
            continue
        doubt = surest[address]
        is_possible = not doubt.candidates or value in doubt.candidates
        if address not in proven - disproven or not is_possible:
            doubted[str(address)] = list(dict.fromkeys((*doubt.candidates, value)))
    why = f"the adapter {surest.method.adapter} is surer of the text, and cannot decide"
    return _without_values(report, doubted, why)


def _cells_of_sums(
    report: Report, values: Mapping[str, Number | None]
) -> tuple[set[str], set[str]]:
    """Return the cells of the sums that hold, and those of the sums that do not."""
    proven, disproven = set[str](), set[str]()
    for equation, left, right in _known_sums(report.form, values):
        cells = {operand.address for operand in equation.operands}
        # Zeros add up wherever they stand.
        if left == right != 0:
            proven |= cells
        elif left != right:
            disproven |= cells
    return proven, disproven


def _without_values(report: Report, cells: Mapping[str, Sequence[Number]], why: str) -> Report:
    """Return the report with candidates for these cells, no values, and one note that says why."""
    if not cells:
        return report
    figures, spans = dict[str, Figure](), list[Span]()
    for address, values in cells.items():
        old = report[address]
        figures[address] = evolve(old, value=None, state=State.ILLEGIBLE, candidates=tuple(values))
        spans += [old.span] if old.span is not None else []
    first, *others = cells
    message = f"{first} may be {' or '.join(map(str, cells[first]))}: {why}"
    if others:
        message = f"{len(cells)} cells, from {first} to {others[-1]}, have several values: {why}"
    # A span over all of them would hold the numbers between them as well.
    note = Note("readings_differ", message, next(iter(spans), None))
    return report.with_figures(figures).with_notes(note)
