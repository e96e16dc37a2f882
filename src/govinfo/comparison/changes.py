"""What can differ between two reports: frozen values that know both sides."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from govinfo.comparison.alignment import pieces
from govinfo.figures import Address, Figure
from govinfo.parts import Claim
from govinfo.spans import Span

__all__ = [
    "CellChange",
    "ClaimChange",
    "Difference",
    "FieldChange",
    "PartMatch",
    "SentenceChange",
]


class Difference(StrEnum):
    """What became of something from one report to the other."""

    CHANGED = "changed"
    """It is in both, and differs."""
    ADDED = "added"
    """Only the later report has it."""
    LOST = "lost"
    """Only the earlier report has it."""
    MOVED = "moved"
    """A sentence that stands elsewhere, word for word."""
    REPEATED = "repeated"
    """A sentence of last year that states figures, and stands in this year's report unchanged."""
    UNREAD = "unread"
    """A cell that could be read in one report only, so that nobody can tell."""


@frozen
class CellChange:
    """One cell that differs."""

    address: Address
    """The address of the cell."""
    change: Difference
    """`changed`, `added`, `lost`, or `unread`."""
    before: Figure | None
    """The earlier figure; `None` if the form of the earlier report has no such cell."""
    after: Figure | None
    """The later figure; `None` if the form of the later report has no such cell."""
    rules: tuple[str, ...] = ()
    """The ids of the rules that link this cell with the report for the year before."""


@frozen
class SentenceChange:
    """One sentence that differs, or that was taken over where it should differ."""

    change: Difference
    """`changed`, `added`, `lost`, `moved`, or `repeated`."""
    section: str
    """The id of the part; empty for the introduction."""
    before: str | None
    """The earlier sentence in simplified characters, without white space."""
    after: str | None
    """The later sentence."""
    before_span: Span | None
    """The place of the earlier sentence, in characters of the earlier source text."""
    after_span: Span | None
    """The place of the later sentence, in characters of the later source text."""

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        """The words in pieces: what stood there, and what stands there now; equal where kept."""
        return pieces(self.before or "", self.after or "")


@frozen
class PartMatch:
    """One part of the later report, and how much of its prose the earlier report has too."""

    section: str
    """The id of the part; empty for the introduction."""
    title: str
    """Its heading in the later report, or in the earlier one if the later has no such part."""
    before: Span | None
    """The earlier part, in characters of the earlier source text; `None` if there is none."""
    after: Span | None
    """The later part, in characters of the later source text; `None` if there is none."""
    taken_over: float
    """The share of the later part's characters that are taken over word for word, from 0 to 1."""
    sentences: tuple[SentenceChange, ...] = ()
    """The sentences that differ."""


@frozen
class ClaimChange:
    """One figure in prose that differs."""

    change: Difference
    """`changed`, `added` or `lost`."""
    before: Claim | None
    after: Claim | None


@frozen
class FieldChange:
    """One statement of the head that differs; one that a report does not make is no difference."""

    name: str
    """`title`, `agency`, `year`, `period`, `published`, `created` or `signed`."""
    before: str
    after: str
