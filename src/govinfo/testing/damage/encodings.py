"""Damage by encodings: bytes that are decoded in a wrong encoding, replaced, or lost."""

from __future__ import annotations

from govinfo.testing.damage.glyphs import TRADITIONAL
from govinfo.testing.drafts.draft import Change, Dice

__all__ = ["bad_byte", "cut_short", "misread", "partly", "shifted_bytes"]


def misread(right: str, wrong: str) -> Change:
    """Return a change that encodes the text in one encoding and decodes it in another.

    Big5 has traditional characters only, so the text is written in these before.
    """

    def change(text: str, _dice: Dice) -> str:
        text = text.translate(TRADITIONAL) if right == "big5" else text
        return text.encode(right, "replace").decode(wrong, "replace")

    return change


_AT_LEAST = 8
"""The least number of damaged lines in a report that is damaged in part."""


def partly(change: Change) -> Change:
    """Return a change of some neighbouring lines of the text only."""

    def in_part(text: str, dice: Dice) -> str:
        lines = text.split("\n")
        start = dice.randint(0, max(0, len(lines) - _AT_LEAST))
        end = dice.randint(min(len(lines), start + _AT_LEAST), len(lines))
        return "\n".join([*lines[:start], change("\n".join(lines[start:end]), dice), *lines[end:]])

    return in_part


def bad_byte(text: str, dice: Dice) -> str:
    """Replace one byte of the file by FF; an empty file stays as it is."""
    data = bytearray(text.encode())
    if not data:
        return text
    data[dice.randint(0, len(data) - 1)] = 0xFF
    return data.decode(errors="replace")


def shifted_bytes(text: str, dice: Dice) -> str:
    """Lose the first byte of a two-byte character, so that all bytes behind it pair up wrongly.

    A text without Chinese characters stays as it is.
    """
    wide = [at for at, character in enumerate(text) if "\u4e00" <= character <= "\u9fff"]
    if not wide:
        return text
    at = dice.choice(wide)
    rest = text[at:].encode("gbk", "replace")[1:]
    return text[:at] + "?" + rest.decode("gbk", "replace")


def cut_short(text: str, dice: Dice) -> str:
    """Lose the end of the file; the cut may be in the middle of a character."""
    data = text.encode()
    return data[: dice.randint(len(data) // 2, max(0, len(data) - 1))].decode(errors="replace")
