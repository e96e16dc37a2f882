"""The accidents that are known, and the search for those that explain what does not add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from govinfo.accidents.columns import undo_doublings, undo_lost_columns, undo_swaps
from govinfo.accidents.lines import undo_rotations, undo_shifts
from govinfo.accidents.sheet import Candidates, Sheet, is_sound
from govinfo.figures import Address, Number
from govinfo.forms import Form

__all__ = ["ACCIDENTS", "Accident", "Doubtful", "examine"]

_ROWS_SHOWN = 3
_FEW_LEFT, _SHARE_LEFT = 2, 0.5
"""This many identities, or this share of those repaired, may stay broken: offices err too, and
among the versions of several rows the right ones are not always found."""


@frozen
class Accident:
    """One thing that tools do to many cells at once."""

    code: str
    """The code of the note that tells of it."""
    told: str
    """What happened, in words."""
    undo: Callable[[Sheet], Candidates]
    """Return what the cells concerned hold when it is undone; empty unless that confirms it."""


ACCIDENTS: tuple[Accident, ...] = (
    Accident(
        "digits_doubled",
        "each digit of these figures stands twice, as bold type that is drawn twice leaves it",
        undo_doublings,
    ),
    Accident("columns_swapped", "two columns of the table changed places", undo_swaps),
    Accident(
        "column_lost",
        "a column of the table is lost: those behind it stand one column further left",
        undo_lost_columns,
    ),
    Accident(
        "row_shifted",
        "a row lost a zero: the figures behind it stand one column further left",
        undo_shifts,
    ),
    Accident(
        "row_wrapped",
        "the last figures of a row, from a second line, stand before its first ones",
        undo_rotations,
    ),
)
"""The accidents; where two explain equally much, the first of them is meant."""


@frozen
class Doubtful:
    """The cells that an accident takes the value from."""

    accident: Accident
    cells: Candidates
    """For each of them, what it holds when the accident is undone."""

    @property
    def undone(self) -> dict[str, Number]:
        """The likeliest number in each of these cells."""
        return {cell: numbers[0] for cell, numbers in self.cells.items()}

    @property
    def message(self) -> str:
        """What happened, in which rows, and what follows."""
        rows = list(dict.fromkeys(cell.rpartition(".")[0] for cell in self.cells))
        surplus = len(rows) - _ROWS_SHOWN
        more = f" and {surplus} more" if surplus > 0 else ""
        return (
            f"{', '.join(rows[:_ROWS_SHOWN])}{more}: {self.accident.told}. The sums hold when this "
            f"is undone; the {len(self.cells)} cells have no value, and what they may hold are "
            "candidates"
        )


def examine(
    form: Form,
    addresses: Sequence[Address],
    values: Sequence[Number | None],
    lacking: Callable[[], frozenset[str]],
    raw: Callable[[], Mapping[str, str]],
) -> tuple[Doubtful, ...]:
    """Return the accidents that explain why identities of a report break; none where they hold.

    Args:
        form: The form of the report.
        addresses: Its addresses: those of the form, then those of another form that it has.
        values: The number at each of them; `None` where none was read.
        lacking: The function that returns the addresses that the document does not have.
        raw: The function that returns the characters printed at each address.

    """
    if not form.is_tabular or (len(values) == len(form.addresses) and is_sound(form, values)):
        return ()
    read = dict[str, Number | None](zip(addresses, values, strict=True))
    printed, found = Sheet.of(form, read, lacking(), raw), list[Doubtful]()
    sheet = printed
    for _ in ACCIDENTS:
        options = [Doubtful(accident, accident.undo(sheet)) for accident in ACCIDENTS]
        best = max(options, key=lambda option: sheet.gain(option.undone))
        if not best.cells:
            break
        found.append(best)
        sheet = sheet.with_values(best.undone)
    # Where much stays wrong in the tables concerned, the figures do not add up for a reason of
    # their own, and a version of them that happens to add up somewhere says nothing.
    tables = {Address(cell).table for doubtful in found for cell in doubtful.cells}
    equations = enumerate(printed.ties.equations)
    own = {n for n, one in equations if Address(one.operands[0].address).table in tables}
    repaired = len(own & printed.broken - sheet.broken)
    wrong = sum(map(sheet.is_violated, own))
    return tuple(found) if wrong <= max(_FEW_LEFT, _SHARE_LEFT * repaired) else ()
