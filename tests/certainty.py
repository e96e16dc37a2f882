"""What a report may differ in from what was printed, where the figures themselves raise doubts."""

from __future__ import annotations

from govinfo.accidents.accident import ACCIDENTS
from govinfo.figures import Number
from govinfo.model import Report
from govinfo.testing.compare import differences
from govinfo.testing.drafts import Draft

__all__ = ["ACCIDENT_CODES", "codes_of", "unexplained"]

ACCIDENT_CODES = frozenset(accident.code for accident in ACCIDENTS)


def unexplained(
    report: Report, draft: Draft, *, add_up: bool
) -> dict[str, tuple[Number | None, Number | None]]:
    """Return the cells that are read in another way than they were printed.

    Figures whose sums break just as a lost nought breaks them, 0 0 1 1 0, are in doubt: where they
    do not all add up, such a cell may have no value if the right one is among its candidates.
    """
    found = differences(report, draft.expected())
    if add_up or ACCIDENT_CODES.isdisjoint(note.code for note in report.notes):
        return found
    return {
        address: (truth, value)
        for address, (truth, value) in found.items()
        if value is not None or truth not in report[address].candidates
    }


def codes_of(report: Report, *, add_up: bool) -> set[str]:
    """Return the codes of its notes, without those on accidents where figures do not add up."""
    codes = {note.code for note in report.notes}
    return codes if add_up else codes - ACCIDENT_CODES
