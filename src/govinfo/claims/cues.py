"""Patterns by their cues: one search tells which of many expressions to try on a few words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import field, frozen

from govinfo.claims.pattern import Pattern

__all__ = ["Cued", "cued"]


@frozen
class Cued:
    """Patterns, and what must stand in the words for each of them."""

    _patterns: tuple[Pattern, ...]
    _cues: re.Pattern[str]
    _places: dict[str, tuple[int, ...]] = field(eq=False)
    """For each cue the places of the patterns that it, or a cue within it, belongs to."""

    def within(self, words: str) -> list[Pattern]:
        """Return the patterns of which a cue stands in these words, in their order."""
        match = self._cues.search(words)
        if match is None:
            return []
        found: set[int] = set()
        while match is not None:
            found.update(self._places[match[0]])
            match = self._cues.search(words, match.start() + 1)
        return [self._patterns[place] for place in sorted(found)]


def cued(patterns: Iterable[Pattern]) -> Cued:
    """Return these patterns, ready to be asked for by their cues."""
    patterns = tuple(patterns)
    cues = [
        (cue, place) for place, pattern in enumerate(patterns) for cue in pattern.cue.split("|")
    ]
    names = sorted({cue for cue, _ in cues}, key=lambda cue: (-len(cue), cue))
    places = {name: tuple(place for cue, place in cues if cue in name) for name in names}
    # Where there are no patterns there is nothing to find.
    return Cued(patterns, re.compile("|".join(map(re.escape, names)) or r"(?!)"), places)
