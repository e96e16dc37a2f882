"""What an envelope is, and what stands in one."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from govinfo.notes import Note
from govinfo.text import Content

__all__ = ["Enclosure", "Envelope"]


@frozen
class Enclosure:
    """A text or a document that stands in an envelope."""

    content: Content
    where: str
    """Its place in the envelope, in words."""
    encoding: str | None = None
    """The encoding that the envelope states for a text."""
    doubt: str | None = None
    """Why the encoding is not certain."""
    notes: tuple[Note, ...] = ()
    """What else the reader has to know of it."""
    group: int = 0
    """The record or message it belongs to, from 0: enclosures of two groups are two sources."""


@frozen
class Envelope:
    """One kind of envelope."""

    name: str
    open: Callable[[Content], tuple[Enclosure, ...]]
    """Returns what is inside, the likeliest report first; nothing for any other content."""
