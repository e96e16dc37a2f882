"""A finding as plain data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from govinfo.consistency.findings import Finding
from govinfo.wording import Lang

__all__ = ["finding_data", "value_data"]


def finding_data(finding: Finding, lang: Lang) -> dict[str, Any]:
    """Return what a finding says, with its message in one language, without its places."""
    return {
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "message": finding.message(lang),
        "left": value_data(finding.left),
        "right": value_data(finding.right),
        "fingerprint": finding.fingerprint,
    }


def value_data(value: object) -> object:
    """Return a value as JSON has it; money keeps its digits in a string, and so does a date."""
    return str(value) if isinstance(value, Decimal | date) else value
