"""From bytes to a text that remembers the place of each character in the source."""

from __future__ import annotations

from govinfo.text.decode import Decoded, decode
from govinfo.text.glosses import strip_glosses
from govinfo.text.normalise import plain, plain_text
from govinfo.text.repairs import REPAIRS, Repair, repair
from govinfo.text.scripts import simplify, visible
from govinfo.text.source import Content, Source, read_source

__all__ = [
    "REPAIRS",
    "Content",
    "Decoded",
    "Repair",
    "Source",
    "decode",
    "plain",
    "plain_text",
    "read_source",
    "repair",
    "simplify",
    "strip_glosses",
    "visible",
]
