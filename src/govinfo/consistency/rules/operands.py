"""The cells of the tables, and the subjects of claims, that several files of rules name."""

from __future__ import annotations

__all__ = ["COUNTED", "DOCUMENTS", "ENDINGS", "ITEMS", "NEW", "OUTCOMES", "OVER"]

DOCUMENTS = ("rules", "normative_documents")
"""The rows of table 2 that count documents."""
ITEMS = (
    "licensing",
    "other_external_services",
    "penalties",
    "coercive_measures",
    "administrative_fees",
)
"""The rows of the 2019 form that count matters: 上一年项目数量 and 本年增/减."""
NEW, OVER = "requests.new_received.total", "requests.carried_over.total"
"""The requests of the year, and those of the year before."""
COUNTED = frozenset({"count", "sum"})
"""The kinds of claims that say how many."""
OUTCOMES = (
    "requests_granted_in_whole_or_part",
    "requests_granted",
    "requests_partially_granted",
    "requests_denied",
    "requests_unable",
    "requests_not_processed",
    "requests_other_outcome",
)
"""The subjects of the groups of outcomes."""
ENDINGS = ("_prior_year", "_other_year", "_cumulative", "_part_year")
"""How the subject of a figure ends that is not of the year of the report."""
