"""Mark the borders between the cells of an annex, whatever the text has for one.

An annex stands behind prose, so its page is read line by line and has no grid whose cells could be
taken: what divides cells is told here. The other modules of this package know one border, `|`.
"""

from __future__ import annotations

import re

from govinfo.binding.annex.labels import NARROW

__all__ = ["mark_borders"]

_DELIMITER = re.compile(r'指标(?:名称|内容)?"?([,;])')
_WIKI_MARKUP = re.compile(r"^\|[-}][^\n]*", re.MULTILINE)


def mark_borders(characters: str, begin: int) -> str:
    """Return the characters in half width, with `|` for each border from `begin` on.

    A border is a vertical line, a tab, the comma or semicolon of delimited text, or the markup of a
    wiki. Each character keeps its place.
    """
    annex = characters[begin:].replace("\t", "|")
    delimiter = _DELIMITER.match(annex)
    if delimiter is not None:
        # A comma within quotes divides nothing.
        annex = re.sub(
            rf'"[^"\n]*"|{delimiter[1]}',
            lambda match: match[0] if len(match[0]) > 1 else "|",
            annex,
        )
    elif "|-" in annex:
        annex = _WIKI_MARKUP.sub(lambda match: " " * len(match[0]), annex).replace("||", " |")
    return (characters[:begin] + annex).translate(NARROW)
