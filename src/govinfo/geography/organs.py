"""The names of organs, written out."""

from __future__ import annotations

import re

__all__ = ["written_out"]

_ABBREVIATIONS = (
    (re.compile("(?<!人民)政府"), "人民政府"),
    (re.compile("政府办(?:公室)?$"), "政府办公室"),
    (re.compile("管委会"), "管理委员会"),
    (re.compile("街道办$"), "街道办事处"),
)


def written_out(name: str) -> str:
    """Return a name without the usual abbreviations of 人民政府 and of its offices."""
    for short, full in _ABBREVIATIONS:
        name = short.sub(full, name)
    return name
