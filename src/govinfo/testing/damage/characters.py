"""Damage to characters: another script or width, invisible characters, other spaces."""

from __future__ import annotations

import re
from collections.abc import Callable

from govinfo.testing.damage.glyphs import PINYIN, TRADITIONAL
from govinfo.testing.drafts.draft import Dice

__all__ = [
    "TAG",
    "full_width_digits",
    "half_width_punctuation",
    "pinyin_glosses",
    "regional_wording",
    "traditional",
    "wide_spaces",
    "windows_line_ends",
    "zero_width_characters",
]


def traditional(text: str, _dice: Dice) -> str:
    """Write the text in traditional characters, as mirror sites do."""
    return text.translate(TRADITIONAL)


def pinyin_glosses(text: str, _dice: Dice) -> str:
    """Put the pinyin after traditional characters: `報(bào)`."""
    glossed = {ord(character): f"{character}({pinyin})" for character, pinyin in PINYIN.items()}
    return text.translate(TRADITIONAL).translate(glossed)


_WORDED = (
    ("信息", "資訊"),
    ("文件", "檔案"),
    ("項目", "專案"),
    ("本列數據", "本列資料"),
    ("發布", "釋出"),
    ("復議", "覆議"),
    ("反复", "反覆"),
    ("制作", "製作"),
    ("后", "後"),
    ("于", "於"),
)


def regional_wording(text: str, _dice: Dice) -> str:
    """Write the text in the wording of Taiwan, with the characters that converters get wrong."""
    text = text.translate(TRADITIONAL)
    for here, there in _WORDED:
        text = text.replace(here, there)
    return text


_FULL_WIDTH_MARKS = str.maketrans("（），：；！？", "(),:;!?")


def half_width_punctuation(text: str, _dice: Dice) -> str:
    """Replace full-width punctuation by half-width punctuation, as scrapers do."""
    return text.translate(_FULL_WIDTH_MARKS)


_FULL_WIDTH_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
TAG = re.compile(r"(<[^>]*>)")


def _beside_tags(text: str, change: Callable[[str], str]) -> str:
    """Return the text with everything but its tags changed."""
    return "".join(piece if piece.startswith("<") else change(piece) for piece in TAG.split(text))


def full_width_digits(text: str, _dice: Dice) -> str:
    """Write every digit as a full-width one."""
    return _beside_tags(text, lambda piece: piece.translate(_FULL_WIDTH_DIGITS))


def windows_line_ends(text: str, _dice: Dice) -> str:
    """End each line with a carriage return and a line feed, as Windows does."""
    return text.replace("\n", "\r\n")


_ZERO_WIDTH = ("\u200b", "\ufeff", "\u200d", "\u2060")


def zero_width_characters(text: str, dice: Dice) -> str:
    """Put a zero-width character at each line end and before each cell border."""
    invisible = dice.choice(_ZERO_WIDTH)
    return re.sub(r"(?=\n|\|)", invisible, text)


def wide_spaces(text: str, dice: Dice) -> str:
    """Replace spaces by no-break or ideographic ones, and put one before each line."""
    space = dice.choice(("\xa0", "\u3000"))
    return _beside_tags(
        text, lambda piece: re.sub("^(?=.)", space, piece.replace(" ", space), flags=re.MULTILINE)
    )
