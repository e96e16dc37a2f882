"""What an adapter is: a name and two functions, one that recognises a dialect and one that reads it."""

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
    """An adapter's claim to a text."""

    score: float = field(validator=and_(ge(0), le(1)))
    """How sure it is, from 0 to 1."""
    reason: str = field(validator=instance_of(str))
    """What it saw."""


Recognise: TypeAlias = Callable[[Text], Match | None]
"""Tells how sure an adapter is that a text is of its dialect; must be pure and quick."""
Read: TypeAlias = Callable[[Text], Page]
"""Cuts a text into blocks; must lose no character that could matter, and raise nothing."""


@frozen(repr=False)
class Adapter:
    """One dialect: how to tell it, and how to cut it into blocks."""

    name: str
    recognise: Recognise
    read: Read
    surest: float = field(default=1.0, validator=and_(ge(0), le(1)))
    """The highest score it gives to any text: where a built-in adapter is surer already, it need not be asked."""
    interface: int = INTERFACE
    distribution: str = "govinfo"
    """The distribution it came from; filled in when an installed adapter is loaded."""

    def __repr__(self) -> str:
        return f"<Adapter {self.name} from {self.distribution}>"
