"""Reports that never existed: a draft says what one report states, and nothing of how it looks."""

from __future__ import annotations

from govinfo.testing.drafts.authoring import write
from govinfo.testing.drafts.draft import Change, Dice, Draft, DraftPart

__all__ = ["Change", "Dice", "Draft", "DraftPart", "write"]
