"""Repairs of a text's shape: line breaks, cell borders, and characters that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import starmap

from govinfo.spans import Edit
from govinfo.text.mend import Repair
from govinfo.text.scripts import INVISIBLE, UNSEEN

__all__ = ["BARS", "BREAKS", "UNSEEN_CHARACTERS"]

# Word marks the end of a cell with \x07 and the end of a row with a line break and one more.
_BREAK = re.compile("\r\n|\r\x07?|[\x07\x0b\x0c\x85\u2028\u2029]")


def _has_breaks(text: str) -> bool:
    # One `in` a character: each is a scan at the speed of memory, and any loop or pattern here
    # costs ten times that.
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
    # The commonest only. Controls, joiners and lone marks of direction would take 30 more scans:
    # they go when one of these is met, and else `plain` removes them with the piece they stand in.
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


BREAKS = Repair("line breaks", _has_breaks, _breaks, _unbroken)
UNSEEN_CHARACTERS = Repair("invisible characters", _has_invisible, _invisible, _visible)
BARS = Repair("bars", _has_bars, _bars, _with_bars)
