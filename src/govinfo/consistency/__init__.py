"""The rules, and what they find: pure functions of reports."""

from __future__ import annotations

from govinfo.consistency.attribution import Blame
from govinfo.consistency.findings import Finding, Findings
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Term, Verdict
from govinfo.consistency.repair.bounds import bounds
from govinfo.consistency.repair.suggest import Change, Evidence, Suggestion, Suggestions, suggest
from govinfo.consistency.rule import Rule
from govinfo.consistency.rule_file import rule_from_formula, rules_from_json, rules_to_json
from govinfo.consistency.rules import RULES, STYLE_RULES
from govinfo.consistency.runner import check
from govinfo.consistency.suppressions import as_dismissals, read_dismissals
from govinfo.wording import Lang

__all__ = [
    "RULES",
    "STYLE_RULES",
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
