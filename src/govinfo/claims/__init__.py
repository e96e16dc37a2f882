"""Figures stated in prose: what the text says of itself, found when it is asked for."""

from __future__ import annotations

from govinfo.claims.finding import find_claims
from govinfo.claims.pattern import Pattern
from govinfo.claims.patterns import PATTERNS

__all__ = ["PATTERNS", "Pattern", "find_claims"]
