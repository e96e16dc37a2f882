"""Repairs of a whole text: those that alter its shape.

An undamaged page passes each of them as a few `in` tests. What concerns single characters only (glosses, scripts,
stray controls) waits until a piece is read, in `plain`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import starmap
from typing import cast, overload

from attrs import frozen

from govinfo.spans import Edit, Text
from govinfo.text.scripts import INVISIBLE, UNSEEN

__all__ = ["REPAIRS", "Repair", "repair"]


@frozen
class Repair:
    """One way in which a text can be damaged, and how to mend it."""

    name: str
    needed: Callable[[str], bool]
    """A cheap look whether the damage can be there at all; most texts get no further."""
    edits: Callable[[str], Iterable[Edit]]
    """What to replace, in order."""
    at_once: Callable[[str], str] | None = None
    """The characters that these edits lead to, where there is a faster way to them."""


class Later(Sequence[Edit]):
    """Edits that are looked for when somebody asks for a place, and not before.

    A file with the line ends of Windows has one edit a line. Making them costs more than reading the report, and most
    of its places are never asked for.
    """

    def __init__(self, edits: Callable[[str], Iterable[Edit]], text: str) -> None:
        self._find = edits
        self._text = text

    @cached_property
    def _edits(self) -> tuple[Edit, ...]:
        return tuple(self._find(self._text))

    def __len__(self) -> int:
        return len(self._edits)

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._edits)

    @overload
    def __getitem__(self, index: int) -> Edit: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Edit, ...]: ...

    def __getitem__(self, index: int | slice) -> Edit | tuple[Edit, ...]:
        return self._edits[index]

    def __eq__(self, other: object) -> bool:
        return self._edits == (other._edits if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self._edits)

    def __reduce__(self) -> tuple[object, ...]:
        # A pickle holds the edits themselves, so that it can be read without this class's private fields.
        return (tuple, (self._edits,))


# Word marks the end of a cell with \x07 and the end of a row with a line break and one more.
_BREAK = re.compile("\r\n|\r\x07?|[\x07\x0b\x0c\x85\u2028\u2029]")


def _has_breaks(text: str) -> bool:
    # One `in` a character: each is a scan at the speed of memory, and any loop or pattern here costs ten times that.
    return (
        "\r" in text
        or "\x0b" in text
        or "\x0c" in text
        or "\x07" in text
        or "\x85" in text
        or "\u2028" in text
        or "\u2029" in text
    )


def _breaks(text: str) -> Iterator[Edit]:
    """Write every kind of line break as one line feed."""
    return starmap(Edit, [(*match.span(), "\n") for match in _BREAK.finditer(text)])


def _unbroken(text: str) -> str:
    """Do what `_breaks` lists; the pairs come first, so that neither half is taken for a break of its own."""
    for each in ("\r\n", "\r\x07", "\r", "\x07", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        text = text.replace(each, "\n")
    return text


def _has_invisible(text: str) -> bool:
    # The commonest only. Controls, joiners and lone marks of direction would take 30 more scans: they go when one of
    # these is met, and else `plain` removes them with the piece they stand in.
    return (
        "\u200b" in text
        or "\u200c" in text
        or "\u200d" in text
        or "\u200e" in text
        or "\u200f" in text
        or "\ufeff" in text
        or "\xad" in text
        or "\u2060" in text
        or "\u202c" in text
    )


def _visible(text: str) -> str:
    """Do what `_invisible` lists."""
    for each in UNSEEN:
        text = text.replace(each, "")
    return text


def _invisible(text: str) -> Iterator[Edit]:
    """Remove what nobody sees."""
    return starmap(Edit, [match.span() for match in INVISIBLE.finditer(text)])


_BARS = re.compile("[｜│┃]")


def _has_bars(text: str) -> bool:
    return "｜" in text or "│" in text or "┃" in text


def _bars(text: str) -> Iterator[Edit]:
    """Write the wide bar and the drawn one as the bar that divides cells."""
    return starmap(Edit, [(*match.span(), "|") for match in _BARS.finditer(text)])


def _with_bars(text: str) -> str:
    """Do what `_bars` lists."""
    return _BARS.sub("|", text)


REPAIRS: tuple[Repair, ...] = (
    Repair("line breaks", _has_breaks, _breaks, _unbroken),
    Repair("invisible characters", _has_invisible, _invisible, _visible),
    Repair("bars", _has_bars, _bars, _with_bars),
)
"""Every repair of whole texts, in the order they are made."""


def repair(text: Text) -> tuple[Text, tuple[str, ...]]:
    """Return the text with every repair it needs, and the names of those that changed something."""
    names = []
    for each in REPAIRS:
        if each.needed(text.characters):
            mended = _mended(text, each)
            if mended is not text:
                text = mended
                names.append(each.name)
    return text, tuple(names)


def _mended(text: Text, by: Repair) -> Text:
    """Make one repair."""
    if by.at_once is None:
        return text.edited(by.edits(text.characters))
    characters = by.at_once(text.characters)
    if characters == text.characters:
        return text
    # Text asks its edits for nothing but items and length.
    return Text(characters, text, cast("tuple[Edit, ...]", Later(by.edits, text.characters)))
