"""The check: every rule over every report it was made for."""

from __future__ import annotations

from collections.abc import Iterable

from govinfo.consistency.findings import Findings
from govinfo.consistency.outcomes import Verdict
from govinfo.consistency.rules import RULES
from govinfo.consistency.sheets import sheets
from govinfo.model import Report

__all__ = ["VERDICTS", "check"]

VERDICTS: dict[str, frozenset[Verdict]] = {
    "problems": frozenset({Verdict.BROKEN, Verdict.UNASSESSABLE}),
    "all": frozenset(Verdict),
}
"""What `check` can be asked to return."""


def check(reports: Report | Iterable[Report], *, verdicts: str = "problems") -> Findings:
    """Return what the rules find in a report, or in several: then also from one year to the next.

    Args:
        reports: One report, or several in any order; those of one agency are joined by their years.
        verdicts: `problems` for what is broken or cannot be assessed, `all` for what holds too.

    """
    if verdicts not in VERDICTS:
        raise ValueError(f"verdicts is one of {', '.join(map(repr, VERDICTS))}, not {verdicts!r}")
    wanted = VERDICTS[verdicts]
    return Findings(
        tuple(
            finding for sheet in sheets(reports) for rule in RULES.values() for finding in rule.findings(sheet, wanted)
        )
    )
