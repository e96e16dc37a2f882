"""What a container is: a kind of file that holds a document, and the function that reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from attrs import frozen

from govinfo.notes import Note
from govinfo.page import Page
from govinfo.places import Layout

__all__ = ["Container", "IsLabel", "Opened"]

IsLabel: TypeAlias = Callable[[str], bool]
"""Tells whether a text is a whole label; the caller knows which labels there are."""


@frozen
class Opened:
    """What was in a container."""

    container: str
    """The name of the container, which the report gives as its adapter."""
    page: Page
    layout: Layout | None = None
    """Where in the document the pieces of its text stood."""
    notes: tuple[Note, ...] = ()
    """Properties of the document that cast doubt on its text."""


@frozen
class Container:
    """One kind of file whose text must be taken out of it first."""

    name: str
    """The adapter of a report from it."""
    what: str
    """What such a file is called in a message."""
    extra: str
    """The extra that installs the packages that read it."""
    recognise: Callable[[bytes], bool]
    """Tells whether a file is of this kind."""
    read: Callable[[bytes, IsLabel], Opened]
    """Reads the document; raises `UnreadableSource`, or `ModuleNotFoundError` without the extra."""
