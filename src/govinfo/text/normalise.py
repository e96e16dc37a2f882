"""Text without pinyin glosses, in simplified characters."""

from __future__ import annotations

from itertools import starmap

from govinfo.spans import Edit, Text
from govinfo.text.glosses import (
    gloss_places,
    may_have_glosses,
    repair_orphaned_glosses,
    strip_glosses,
    without_orphaned_glosses,
)
from govinfo.text.scripts import INVISIBLE, simplify, visible

__all__ = ["plain", "plain_text", "unglossed_text"]


def plain(text: str) -> str:
    """Return the text without pinyin glosses and in simplified characters.

    White space and punctuation stay as they are, and a text that needs nothing comes back as the
    same object.
    """
    text = visible(text)
    if may_have_glosses(text):
        text = strip_glosses(without_orphaned_glosses(text))
    return simplify(text)


def plain_text(text: Text) -> Text:
    """Return the text as `plain` would, remembering where each character came from."""
    text = unglossed_text(text)
    simplified = simplify(str(text))
    if simplified == str(text):
        return text
    # One edit of equal length maps character by character, and costs less than many edits.
    return text.edited([Edit(0, len(text), simplified)])


def unglossed_text(text: Text) -> Text:
    """Return the text without glosses and unseen characters, each still in its own script.

    It has as many characters as `plain` leaves, and remembers where each of them came from.
    """
    if visible(str(text)) is not str(text):
        hidden = (match.span() for match in INVISIBLE.finditer(str(text)))
        text = text.edited(starmap(Edit, hidden))
    if not may_have_glosses(str(text)):
        return text
    text = text.edited(repair_orphaned_glosses(str(text)))
    return text.edited(starmap(Edit, gloss_places(str(text))))
