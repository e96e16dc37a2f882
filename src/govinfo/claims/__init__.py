"""Figures stated in prose: what the text says of itself, read by a lexicon and a small grammar."""

from __future__ import annotations

from govinfo.claims.finding import find_claims, find_uncounted
from govinfo.claims.lexicon import LEXICON, Entry, Lexicon, Thing, Way
from govinfo.claims.subjects import SUBJECTS, Subject

__all__ = [
    "LEXICON",
    "SUBJECTS",
    "Entry",
    "Lexicon",
    "Subject",
    "Thing",
    "Way",
    "find_claims",
    "find_uncounted",
]
