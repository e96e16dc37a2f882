"""Where a proof-reader looks: the prose of a report in pieces, and what is found in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govinfo.consistency.context import Context
from govinfo.consistency.outcome import Outcome, Verdict
from govinfo.sentences import prose_parts
from govinfo.spans import Span, Text

__all__ = ["Proof", "outcome", "proofs"]

_INDENT_CHARS = 40
_AROUND_CHARS = 8
"""How many characters are quoted before and behind what is found."""


class Proof(NamedTuple):
    """A piece of prose to be proof-read, without white space, in simplified characters."""

    context: Context
    section: str
    """The id of its part; empty for the introduction."""
    text: Text
    words: str
    """The characters of the text."""

    def span(self, start: int, end: int) -> Span:
        """Return where some characters of the piece stand in the source."""
        return self.text.source_span(start, end)

    def printed(self, start: int, end: int) -> str:
        """Return these characters as they are printed, with the white space between them."""
        return self.context.report.quote(self.span(start, end))

    def begins_line(self, place: int) -> bool:
        """Whether a character is the first of its line."""
        start = self.span(place, place + 1).start
        source = self.context.report.source_text
        before = source[max(0, start - _INDENT_CHARS) : start].rstrip(" \t\u3000\xa0|*#")
        return not before or before[-1] in "\r\n"

    def is_doubted(self, start: int, end: int) -> bool:
        """Whether the reader has a doubt about some of these characters: they may be its own."""
        span = self.span(start, end)
        touched = (note.span for note in self.context.doubts if note.span is not None)
        return any(one.start < span.end and span.start < one.end for one in touched)

    def around(self, start: int, end: int) -> str:
        """Return what is found with a few characters around it."""
        before = self.words[max(0, start - _AROUND_CHARS) : start]
        before = before[max(before.rfind(stop) + 1 for stop in "。；！？") :]
        behind = self.words[end : end + _AROUND_CHARS].partition("。")[0]
        return f"{before.lstrip('，、：；,')}{self.words[start:end]}{behind}"


def proofs(context: Context) -> Iterator[Proof]:
    """Yield the prose of a report, in the order of the text."""
    for part in prose_parts(context.report):
        for text in part.pieces:
            yield Proof(context, part.section, text, str(text))


def outcome(proof: Proof, start: int, end: int, instead: str) -> Iterator[Outcome]:
    """Yield what is found at a place and what to write instead; nothing where the reader doubts."""
    if not proof.is_doubted(start, end):
        found = proof.around(start, end)
        yield Outcome(Verdict.BROKEN, (), found, instead, places=(proof.span(start, end),))
