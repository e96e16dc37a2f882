"""Of how many parts a report says it is made."""

from __future__ import annotations

import re

from govinfo.claims.prose import Prose
from govinfo.claims.quantities import QUANTITY, number
from govinfo.model import Claim, Report

__all__ = ["declared_parts"]

_PARTS = re.compile(
    r"(?<!第)(?<![0-9０-９一二三四五六七八九十])[0-9０-９一二三四五六七八九十]{1,2}\s*+[个個大]{0,2}\s*+部分"
)
_MADE_OF = re.compile(r"[组構构組](?:成|合)|[。，,；;]|内容|內容")


def declared_parts(report: Report, prose: Prose) -> list[Claim]:
    """Return the claim of how many parts there are, where the introduction makes one."""
    place = prose.characters.find("部分", prose.start, prose.end)
    if place < 0:
        return []
    for match in _PARTS.finditer(prose.characters, max(prose.start, place - 8), prose.end):
        figure = QUANTITY.match(re.sub(r"[\s个個大部分]", "", match[0]) + "个")
        behind = prose.words(match.end(), min(prose.end, match.end() + 4 * prose.reach))
        value = number(figure) if figure else None
        if value is not None and (not behind or _MADE_OF.match(behind)):
            return [
                Claim(
                    kind="count",
                    value=value,
                    unit="部分",
                    hedged=False,
                    subject="declared_parts",
                    address=None,
                    scope=None,
                    span=report.text.source_span(*match.span()),
                    sentence_span=report.text.source_span(
                        *prose.trimmed(*prose.sentence(match.start()))
                    ),
                )
            ]
    return []
