"""What a container is: bytes that hold a document, how to tell them, and how to turn them into a page."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from govinfo.notes import Note
from govinfo.page import Page

__all__ = ["Container", "Opened"]


@frozen
class Opened:
    """What was in a container."""

    container: str
    """Its name, which the report gives as what it was read by."""
    page: Page
    notes: tuple[Note, ...] = ()
    """What the container says about itself that casts doubt on its text."""


@frozen
class Container:
    """One kind of file whose text must be taken out of it first."""

    name: str
    """The adapter of a report from it."""
    what: str
    """What such a file is called in a message."""
    magic: bytes
    """What it begins with."""
    extra: str
    """The extra that installs what it is read with."""
    read: Callable[[bytes], Opened]
    """Takes the document out; raises `UnreadableSource`, or `ModuleNotFoundError` without its extra."""
