"""The lowest and the highest number that the identities allow for each cell without a number."""

from __future__ import annotations

from govinfo.consistency.context import Context
from govinfo.consistency.intervals import Range
from govinfo.figures import Address
from govinfo.model import Report

__all__ = ["bounds"]


def bounds(report: Report) -> dict[Address, Range]:
    """Return the lowest and the highest number that the identities allow for each unknown cell.

    An identity with an absent or doubtful cell limits nothing.

    Args:
        report: The report.

    Returns:
        For each blank, inapplicable or illegible cell of tables 3 and 4 its lowest and highest
        count; `None` as the highest means that there is no upper limit. If both are equal, the
        identities leave no choice. Absent cells are not listed.

    """
    ranges = Context.of(report).bounded.ranges
    return {Address(address): found for address, found in ranges.items()}
