"""Two reports side by side: what differs in cells, prose, claims and findings."""

from __future__ import annotations

from govinfo.comparison.changes import (
    CellChange,
    ClaimChange,
    Difference,
    FieldChange,
    PartMatch,
    SentenceChange,
)
from govinfo.comparison.comparison import Comparison, compare

__all__ = [
    "CellChange",
    "ClaimChange",
    "Comparison",
    "Difference",
    "FieldChange",
    "PartMatch",
    "SentenceChange",
    "compare",
]
