"""Markup that a page carries as characters: `srcdoc="&lt;table&gt;…"`, or a text area with a page.

A script shows it, or a frame; or a crawler kept a page so. Where there is no large table in tags,
the references are read as the tags that they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from govinfo.spans import Edit
from govinfo.text.html.tags import TAG

__all__ = ["FEW_CELLS", "embedded_edits", "may_embed"]

_OWN_CELLS = re.compile(r"<t[rdh][\s>]", re.IGNORECASE)
_CELLS = re.compile(r"&lt;t[rdh](?:\s|&gt;)", re.IGNORECASE)
_FEWEST_CELLS = 6
FEW_CELLS = 40
"""A table of header fields has fewer cells, and the tables of a report have more."""
_VALUE = re.compile(r"(?<==)\"[^\"]*\"|(?<==)'[^']*'")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][\da-zA-Z]{1,31});")


def may_embed(page: str) -> bool:
    """Whether a page has the tags of a table as references, and no large table of its own."""
    if "&" not in page or "&lt;t" not in page:
        return False
    cells = [*islice(_CELLS.finditer(page), _FEWEST_CELLS)]
    own = [*islice(_OWN_CELLS.finditer(page), FEW_CELLS)]
    return len(cells) == _FEWEST_CELLS and len(own) < FEW_CELLS


def embedded_edits(page: str) -> Iterator[Edit]:
    """Yield the edits that write the references of such markup as characters.

    The tag in which it stands, or the one before it, is removed: a browser shows no text there.
    """
    if "<" not in page:
        yield from _references(page, 0, len(page))
        return
    done = 0
    for cell in _CELLS.finditer(page):
        start = page.rfind("<", done, cell.start())
        if cell.start() < done or start < 0:
            continue
        # Such markup has no tags: it ends before one, or where the attribute of one ends.
        done = page.find("<", cell.start())
        done = len(page) if done < 0 else done
        tag = TAG.match(page, start, done)
        if tag is None:
            continue
        begin, end = tag.end(), done
        for value in _VALUE.finditer(page, start, tag.end()):
            if value.start() < cell.start() < value.end():
                begin, end = value.start() + 1, value.end() - 1
        yield Edit(start, begin, "\n")
        yield from _references(page, begin, end)
        if end < tag.end():
            yield Edit(end, tag.end(), "\n")


def _references(page: str, begin: int, end: int) -> Iterator[Edit]:
    for found in _REFERENCE.finditer(page, begin, end):
        yield Edit(*found.span(), unescape(found[0]))
