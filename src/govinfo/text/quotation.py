"""Pieces of a source as its readers see them, to be quoted in messages and tables."""

from __future__ import annotations

import re
from html import unescape

__all__ = ["quotation"]

_UNSEEN = re.compile(
    r"""
      <(?P<name>s|strike|del|sup|script|style)\b [^<>]{0,400} > [^<>]{0,400} </(?P=name)\s*>
    | <!-- [^<>]{0,400} -->
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is crossed out, raised, or no text of the page."""
_TAG = re.compile(
    r"""
    </?
    (?: (?P<within_words>a|abbr|b|big|em|font|i|o:p|small|span|strong|sub|tt|u)
      | [a-z][a-z0-9:]{0,15} )
    (?:[\s/][^<>]{0,400})?
    >
    """,
    re.VERBOSE | re.IGNORECASE,
)


def quotation(source: str) -> str:
    """Return some characters of a source without tags, and with entities as characters.

    A text without markup comes back as the same object.
    """
    if "<" not in source and "&" not in source:
        return source
    seen = _UNSEEN.sub("", source)
    words = _TAG.sub(lambda tag: "" if tag["within_words"] else " ", seen)
    return unescape(words).replace("\xa0", " ")
