"""The check: every rule over every report it was made for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from govinfo.consistency.findings import Findings
from govinfo.consistency.linking import Links, sheets
from govinfo.consistency.outcomes import Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules import RULES
from govinfo.consistency.sheets import Sheet
from govinfo.model import Reports

__all__ = ["VERDICTS", "check", "check_each"]

VERDICTS: dict[str, frozenset[Verdict]] = {
    "problems": frozenset({Verdict.BROKEN, Verdict.UNASSESSABLE}),
    "all": frozenset(Verdict),
}
"""What `check` can be asked to return."""


def check(
    reports: Reports,
    *,
    verdicts: str = "problems",
    rules: Mapping[str, Rule] = RULES,
    renamed: Mapping[str, str] | None = None,
    children: Mapping[str, Collection[str]] | None = None,
) -> Findings:
    """Return what the rules find in a report, or in several: then also from year to year, and from level to level.

    Args:
        reports: One report, or several in any order; those of one body are joined by their years. Readings of
            `parse_many` do as well; one that gave no report is left out.
        verdicts: `problems` for what is broken or cannot be assessed, `all` for what holds too.
        rules: The rules by id: `RULES`, or a mapping made from it with rules added, changed or left out.
        renamed: The later name of each body that was renamed, by its earlier name.
        children: All bodies whose figures a report sums up, by the name of the body that made it. Without it they are
            inferred from the names, and compared only with a report that evidently sums them up.

    """
    if verdicts not in VERDICTS:
        raise ValueError(f"verdicts is one of {', '.join(map(repr, VERDICTS))}, not {verdicts!r}")
    each = check_each(sheets(reports, Links(renamed or {}, children or {})), VERDICTS[verdicts], rules)
    return Findings(tuple(finding for findings in each for finding in findings))


def check_each(found: Iterable[Sheet], wanted: frozenset[Verdict], rules: Mapping[str, Rule]) -> Iterator[Findings]:
    """Yield what the rules find in each report, with these verdicts."""
    for sheet in found:
        yield Findings(tuple(finding for rule in rules.values() for finding in rule.findings(sheet, wanted)))
