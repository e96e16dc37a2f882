"""Prose without glosses, in simplified characters."""

from __future__ import annotations

__all__ = ["plain"]


def plain(text: str) -> str:
    """Return the text without pinyin glosses and in simplified characters."""
    return text
