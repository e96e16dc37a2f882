"""How a report that was read is held against the draft it came from."""

from __future__ import annotations

from collections.abc import Mapping

from govinfo.figures import Number
from govinfo.model import Report

__all__ = ["differences", "falsehoods"]

Values = Mapping[str, Number | None]


def differences(report: Report, expected: Values) -> dict[str, tuple[Number | None, Number | None]]:
    """Return, for each address where they differ, the value expected and the value found."""
    found: dict[str, Number | None] = {
        str(address): value for address, value in report.values().items()
    }
    pairs = {
        address: (expected.get(address), found.get(address)) for address in {**expected, **found}
    }
    return {address: pair for address, pair in pairs.items() if pair[0] != pair[1]}


def falsehoods(report: Report, truth: Values) -> dict[str, tuple[Number | None, Number | None]]:
    """Return the differences in which a number was found: a reader must never make one."""
    return {
        address: pair for address, pair in differences(report, truth).items() if pair[1] is not None
    }
