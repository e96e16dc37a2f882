"""Traditional characters written in simplified ones, and characters nobody sees.

Both work on pieces of a text, when a piece is read: over whole texts they would cost more than all
the reading.
"""

from __future__ import annotations

import re
import unicodedata

from govinfo.text.traditional import SIMPLIFIED, TRADITIONAL

__all__ = ["INVISIBLE", "UNSEEN", "simplify", "visible"]


def _is_gb2312(text: str) -> bool:
    """Say whether GB2312 has all these characters; the codec is the fastest test there is."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _compatibility() -> dict[str, str]:
    """Return what Unicode's own compatibility ideographs and radicals (⼈, ⾏) stand for; PDF text is full of them."""
    table = {}
    for old in map(chr, (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA))):
        plain = unicodedata.normalize("NFKC", old)
        plain = _PAIRS.get(plain, plain)
        if plain != old and _is_gb2312(plain):
            table[old] = plain
    return table


class _Known(dict[str, str]):
    """What each character is written as, learning those that stay as they are.

    `str.translate` would raise and catch an exception for each of those; this is half again as
    fast.
    """

    def __missing__(self, character: str) -> str:
        if len(self) < _MOST_LEARNT:
            self[character] = character
        return character


_MOST_LEARNT = 20_000
_PAIRS = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
_PAIRS |= _compatibility()
_OLD = frozenset(_PAIRS)
_KNOWN = _Known(_PAIRS)
# These four are in GB2312 for the sake of names and music, so only a text that is traditional
# anyway gives them up.
_IN_TRADITIONAL_TEXT = tuple(zip("後於徵麽", "后于征么", strict=True))
# 於潜 in 杭州 keeps its character.
_KEPT = ("于潜", "於潜")

UNSEEN = "".join(
    map(
        chr,
        [*range(9), *range(0x0E, 0x20), 0x7F, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F)],
    )
)
UNSEEN += "\u2060\ufeff"
"""Characters that take no room and carry no meaning here: controls, soft hyphens, marks of direction, joiners."""
INVISIBLE = re.compile(f"[{UNSEEN}]+")
_OTHERS = 4
"""How many kinds of characters outside GB2312 (a no-break space, a bullet) are set aside before looking at all."""


def simplify(text: str) -> str:
    """Return the text in simplified characters, one for one; text in good simplified characters is never touched."""
    if not _is_old(text):
        return text
    text = "".join(map(_KNOWN.__getitem__, text))
    for old, new in _IN_TRADITIONAL_TEXT:
        text = text.replace(old, new)
    return text.replace(*_KEPT)


def _is_old(text: str) -> bool:
    """Say whether any character is in the table; where GB2312 can encode the text, none is."""
    for _ in range(_OTHERS):
        try:
            text.encode("gb2312")
        except UnicodeEncodeError as error:
            other = text[error.start]
            if other in _OLD:
                return True
            text = text[error.end :].replace(other, "")
        else:
            return False
    return not _OLD.isdisjoint(text)


def visible(text: str) -> str:
    """Return the text without the characters nobody sees."""
    if text.isprintable():
        return text
    return INVISIBLE.sub("", text)
