"""Damage by encodings: bytes read as if they were in another one, lost, or out of step."""

from __future__ import annotations

from govinfo.testing.damage.glyphs import TRADITIONAL
from govinfo.testing.drafts.draft import Change, Dice

__all__ = ["bad_byte", "cut_short", "misread", "partly", "shifted_bytes"]


def misread(right: str, wrong: str) -> Change:
    """Write the text in one encoding and read it in another.

    Big5 can write it only in traditional characters.
    """

    def change(text: str, _dice: Dice) -> str:
        text = text.translate(TRADITIONAL) if right == "big5" else text
        return text.encode(right, "replace").decode(wrong, "replace")

    return change


_AT_LEAST = 8
"""Of a report damaged in part, so many lines."""


def partly(change: Change) -> Change:
    """Damage some lines of the text only, one after the other."""

    def in_part(text: str, dice: Dice) -> str:
        lines = text.split("\n")
        start = dice.randint(0, max(0, len(lines) - _AT_LEAST))
        end = dice.randint(min(len(lines), start + _AT_LEAST), len(lines))
        return "\n".join([*lines[:start], change("\n".join(lines[start:end]), dice), *lines[end:]])

    return in_part


def bad_byte(text: str, dice: Dice) -> str:
    """Damage one byte of the file; a file without bytes stays as it is."""
    data = bytearray(text.encode())
    if not data:
        return text
    data[dice.randint(0, len(data) - 1)] = 0xFF
    return data.decode(errors="replace")


def shifted_bytes(text: str, dice: Dice) -> str:
    """Lose the first half of one two-byte character, so that the halves behind it pair up wrongly.

    A text without such characters stays as it is.
    """
    wide = [at for at, character in enumerate(text) if "\u4e00" <= character <= "\u9fff"]
    if not wide:
        return text
    at = dice.choice(wide)
    rest = text[at:].encode("gbk", "replace")[1:]
    return text[:at] + "?" + rest.decode("gbk", "replace")


def cut_short(text: str, dice: Dice) -> str:
    """Lose the end of the file, in the middle of a character as likely as not."""
    data = text.encode()
    return data[: dice.randint(len(data) // 2, max(0, len(data) - 1))].decode(errors="replace")
