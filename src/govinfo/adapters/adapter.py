"""What an adapter is: a name, a function that recognises a dialect, and one that reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from attrs import field, frozen
from attrs.validators import and_, ge, instance_of, le

from govinfo.page import Page
from govinfo.spans import Text

__all__ = ["INTERFACE", "Adapter", "Match", "Read", "Recognise"]

INTERFACE = 1
"""The version of what an adapter is called with and must return."""


@frozen
class Match:
    """How sure an adapter is that it knows a text."""

    score: float = field(validator=and_(ge(0), le(1)))
    """From 0 to 1. The adapter with the highest score reads."""
    reason: str = field(validator=instance_of(str))
    """What the adapter saw in the text, in a few words."""


Recognise: TypeAlias = Callable[[Text], Match | None]
"""Tells how sure an adapter is that a text is of its dialect."""
Read: TypeAlias = Callable[[Text], Page]
"""Cuts a text into blocks."""


@frozen(repr=False)
class Adapter:
    """One dialect: two functions that recognise a text and cut it into blocks.

    A package publishes an adapter as an entry point in the group `govinfo.adapters`.
    """

    name: str
    """The name for `parse(source, adapter=name)`, which takes the adapter itself as well."""
    recognise: Recognise
    """`recognise(text) -> Match | None`: how sure the adapter is. It must be pure and quick."""
    read: Read
    """`read(text) -> Page`: cut a `Text` into blocks.

    It must lose no character that can matter, and raise nothing.
    """
    surest: float = field(default=1.0, validator=and_(ge(0), le(1)))
    """The highest score that it gives to any text; below a surer built-in one it is not asked."""
    interface: int = INTERFACE
    """The version of the interface that the adapter was written for."""
    distribution: str = "govinfo"
    """The distribution that the adapter comes from; govinfo fills it in when it loads one."""

    def __repr__(self) -> str:
        return f"<Adapter {self.name} from {self.distribution}>"
