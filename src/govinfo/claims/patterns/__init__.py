"""The sentences that carry figures, as data: short entries, each with an example for its test."""

from __future__ import annotations

from govinfo.claims.pattern import Pattern
from govinfo.claims.patterns import disclosure, proceedings, requests, shares

__all__ = ["FIGURES", "NOTHING", "PATTERNS"]

FIGURES: tuple[Pattern, ...] = (
    *shares.PATTERNS,
    *requests.PATTERNS,
    *proceedings.PATTERNS,
    *disclosure.PATTERNS,
)
"""The patterns around a figure; of those that match, the first one reads it."""

NOTHING: tuple[Pattern, ...] = (*requests.NOTHING, *proceedings.NOTHING)
"""The patterns that say that nothing of a kind occurred."""

PATTERNS: tuple[Pattern, ...] = (*FIGURES, *NOTHING)
"""Every pattern, the more particular first: what one has read, later ones leave alone."""
