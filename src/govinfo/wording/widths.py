"""How wide a text is in a terminal, where a Chinese character is as wide as two Latin ones."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clipped", "hanging", "padded", "width", "wrapped"]

_CHINESE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_OPENING = r"“‘（《「『〔【(\["
_PIECE = re.compile(
    rf"""
    [ ]+
  | [{_OPENING}]{{0,3}}                       # what opens does not end a line,
    (?:
        [{_CHINESE}]                          # a Chinese character may end one,
        [，。；：、？！）》」』”’％…)\]]*     # and what closes does not begin one
      | (?:(?![ {_CHINESE}]|[{_OPENING}]{{1,3}}[{_CHINESE}]).)+
        [，。；：、？！）》」』”’％…]*
    )
    """,
    re.VERBOSE | re.DOTALL,
)
"""What stays together on a line."""
_MARK = re.compile(r"[ ]*(?:(?:[+-]|\d+\.)[ ])?")
"""What stands before an item of a list."""


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


def hanging(line: str, columns: int, least: int = 0) -> list[str]:
    """Return a line as lines no wider than so many columns; what follows begins where it does.

    Args:
        line: One line. Blanks before it, the mark of an item and its number stay before it.
        columns: The width of a line.
        least: So many blanks at least stand before each line but the first.

    """
    mark = _MARK.match(line)
    first = mark[0] if mark else ""
    return wrapped(line[len(first) :], columns, first, " " * max(len(first), least))


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
