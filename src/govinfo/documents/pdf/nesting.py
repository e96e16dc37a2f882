"""A limit on forms that hold forms: each time that one is named, all that it holds is drawn."""

from __future__ import annotations

import re

from attrs import define, field

from govinfo.errors import UnreadableSource

__all__ = ["Forms"]

_MOST_BYTES = 64 * 1024 * 1024
"""So many bytes of drawing may come of forms within forms."""
_MOST_LEVELS = 40
"""Pdfium does not go deeper."""
_DRAWN = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()%]+)\s+(\d+)\s+\d+\s+R")


@define
class Forms:
    """The streams of a document, and which others each of them draws."""

    draws: dict[int, dict[bytes, int]] = field(factory=dict)
    """For each stream that names others: how often it names each."""
    names: dict[int, dict[bytes, int]] = field(factory=dict)
    """For each stream the streams of its names, by its own dictionary."""
    all_names: dict[bytes, set[int]] = field(factory=dict)
    """The streams that a name stands for anywhere in the document."""

    def add(self, number: int, head: bytes, content: bytes) -> None:
        """Add the stream of an object, with its dictionary."""
        own = {name: int(other) for name, other in _NAMED.findall(head)}
        for name, other in own.items():
            self.all_names.setdefault(name, set()).add(other)
        if b"Do" in content:
            counted = dict[bytes, int]()
            for name in _DRAWN.findall(content):
                counted[name] = counted.get(name, 0) + 1
            self.draws[number], self.names[number] = counted, own

    def require_bounded(self, drawing: dict[int, int]) -> None:
        """Raise if forms that hold forms draw too much.

        Args:
            drawing: how many bytes of drawing each stream has itself.

        """
        known = dict[int, int]()
        for number in self.draws:
            if self._drawn_by(number, drawing, known, 0) > _MOST_BYTES:
                raise UnreadableSource(
                    "The PDF document holds forms within forms that draw more than "
                    f"{_MOST_BYTES // 1024 // 1024} MiB; no report needs as much. "
                    "Print the pages of the report as a new PDF."
                )

    def _drawn_by(
        self, number: int, drawing: dict[int, int], known: dict[int, int], depth: int
    ) -> int:
        if number in known or depth > _MOST_LEVELS:
            return known.get(number, 0)
        # A form that holds itself is not drawn again.
        known[number] = 0
        total = drawing.get(number, 0) + 1
        for name, count in self.draws.get(number, {}).items():
            own = self.names[number].get(name)
            others = {own} if own is not None else self.all_names.get(name, set())
            total += count * max(
                (self._drawn_by(other, drawing, known, depth + 1) for other in others), default=0
            )
        known[number] = total
        return total
