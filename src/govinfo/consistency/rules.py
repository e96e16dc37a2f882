"""All rules, in the order in which they are looked at; adding one is an entry in its file's table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from govinfo.consistency import (
    cells,
    levels,
    plausible,
    proactive,
    prose,
    prose_parts,
    prose_shares,
    requests,
    review,
    sections,
    statistics,
    tables,
    timing,
    years,
)
from govinfo.consistency.rule import Rule

__all__ = ["RULES"]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.id: rule
        for theme in (
            requests,
            review,
            statistics,
            proactive,
            plausible,
            cells,
            tables,
            sections,
            prose,
            prose_shares,
            prose_parts,
            timing,
            years,
            levels,
        )
        for rule in theme.RULES
    }
)
"""Every built-in rule by its id, such as `T3.BALANCE`. Each states its legal basis in `basis`."""
