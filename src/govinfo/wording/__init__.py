"""What the library says, in Chinese and in English: the English sentence is the key to the other.

Notes, errors and reasons are made in English where they arise, and are kept so in JSON.
`sentences.in_language` finds the pattern that a sentence was made by, and fills the Chinese one
with the same names, numbers and quotations.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["LANGUAGES", "Lang"]

Lang: TypeAlias = Literal["zh", "en"]
"""The languages of statements and messages: Chinese and English."""
LANGUAGES: tuple[Lang, ...] = ("zh", "en")
