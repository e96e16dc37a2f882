"""How wide a text is in a terminal, where a Chinese character is as wide as two Latin ones."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clipped", "padded", "width", "wrapped"]

_PIECE = re.compile(
    r"""
    [ ]+
  | [\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]   # a Chinese character may end a line
    [，。；：、？！）》」』”’％…)\]]*             # but what closes does not begin one
  | (?:(?![ \u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]).)+
    [，。；：、？！）》」』”’％…]*
    """,
    re.VERBOSE | re.DOTALL,
)
"""What stays together on a line."""


def width(text: str) -> int:
    """Return how many terminal columns a text takes."""
    return len(text) if text.isascii() else sum(map(_wide, text))


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """Return the text with blanks up to this width, before it if it stands on the right."""
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def wrapped(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a text that is no wider than so many columns, as far as words allow.

    Args:
        text: One paragraph.
        columns: The width of a line with what stands before it.
        first: What stands before the first line.
        rest: What stands before every other line.

    """
    lines, line, begins = list[str](), first, True
    for piece in _PIECE.findall(text):
        if not begins and width(line) + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line, begins = rest, True
        if begins and piece.isspace():
            continue
        line, begins = line + piece, False
    return [*lines, line.rstrip()]


def clipped(text: str, columns: int) -> str:
    """Return the text cut to this width, with an ellipsis where something is missing."""
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for character in text:
        used += _wide(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept) + "…"


def _wide(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {
        "Cf",
        "Cc",
        "Mn",
        "Me",
    }:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
