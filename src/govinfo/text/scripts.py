"""Traditional characters, which become simplified ones, and characters that nobody sees.

These functions run on a piece of a text when it is read: for whole texts they would take longer
than the whole reading.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from govinfo.text.traditional import SIMPLIFIED, TRADITIONAL

__all__ = ["HAN", "INVISIBLE", "UNSEEN", "simplify", "visible"]

HAN = re.compile(r"[\u3400-\u9fff]")
"""One Chinese character, simplified or traditional."""

_PAIRS = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
# Unicode's compatibility ideographs and radicals (⼈, ⾏), of which the text of PDF files is full.
for _old in map(chr, (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA))):
    _plain = unicodedata.normalize("NFKC", _old)
    _plain = _PAIRS.get(_plain, _plain)
    if _plain != _old and _plain.encode("gb2312", "ignore"):
        _PAIRS[_old] = _plain
_OLD = frozenset(_PAIRS)
# GB2312 has these four for names and music, so they change only in a text that has other
# traditional characters.
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
"""Characters without width or meaning: controls, soft hyphens, marks of direction, joiners."""
INVISIBLE = re.compile(f"[{UNSEEN}]+")
_MOST_OTHER_CHARS = 4
"""How many characters outside GB2312 (a no-break space, a bullet) may be set aside one by one."""


def simplify(text: str) -> str:
    """Return the text in simplified characters, one for one.

    Text in good simplified characters comes back as the same object.
    """
    if not _has_old(text):
        return text
    pieces = _old_characters().split(text)
    pieces[1::2] = map(_PAIRS.__getitem__, pieces[1::2])
    text = "".join(pieces)
    for old, new in _IN_TRADITIONAL_TEXT:
        text = text.replace(old, new)
    return text.replace(*_KEPT)


@cache
def _old_characters() -> re.Pattern[str]:
    """Every character of the table; compiled for the first text that has one."""
    return re.compile(f"([{''.join(sorted(_OLD))}])")


def _has_old(text: str) -> bool:
    """Whether any character is in the table; where GB2312 can encode the text, none is."""
    for _ in range(_MOST_OTHER_CHARS):
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
    """Return the text without the characters that nobody sees."""
    # Blanks are not printable, and all but every text has them; without them most texts are.
    inked = text
    for blank in "\n\u3000\xa0\t":
        if inked.isprintable():
            return text
        inked = inked.replace(blank, "")
    return text if inked.isprintable() else INVISIBLE.sub("", text)
