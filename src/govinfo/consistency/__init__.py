"""The rules, and what they find: pure functions of reports."""

from __future__ import annotations

from govinfo.consistency.blame import Blame
from govinfo.consistency.catalogue import rule_from_formula, rules_from_json, rules_to_json
from govinfo.consistency.checking import check
from govinfo.consistency.dismissals import as_dismissals, read_dismissals
from govinfo.consistency.findings import Finding, Findings
from govinfo.consistency.intervals import bounds
from govinfo.consistency.outcomes import Outcome, Severity, Term, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules import RULES
from govinfo.consistency.suggestions import Change, Evidence, Suggestion, Suggestions, suggest
from govinfo.consistency.wording import Lang, Statement

__all__ = [
    "RULES",
    "Blame",
    "Change",
    "Evidence",
    "Finding",
    "Findings",
    "Lang",
    "Outcome",
    "Rule",
    "Severity",
    "Statement",
    "Suggestion",
    "Suggestions",
    "Term",
    "Verdict",
    "as_dismissals",
    "bounds",
    "check",
    "read_dismissals",
    "rule_from_formula",
    "rules_from_json",
    "rules_to_json",
    "suggest",
]
