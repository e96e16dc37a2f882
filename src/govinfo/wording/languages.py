"""The languages of everything that is said."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["LANGUAGES", "Lang"]

Lang: TypeAlias = Literal["zh", "en"]
"""The languages of statements and messages: Chinese and English."""
LANGUAGES: tuple[Lang, ...] = ("zh", "en")
