"""Lines that stand on every page and are no part of its text: page numbers, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from govinfo.documents.pdf.lines import TextLine

__all__ = ["without_furniture"]

_MARGIN = 0.09
_LEAST_MARGIN_POINTS = 54.0
"""The part of a page, at its head and at its foot, where furniture stands; and its least height."""
_NUMBER = re.compile(
    r"""
    [-—－–·.\s]* 第?\s* (\d{1,4}) \s*页?           # - 3 - or 第3页
    (?: \s*[/，,]?\s* 共?\s* \d{1,4} \s*页? )?    # / 12 or 共12页
    [-—－–·.\s]*
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_FEWEST_PAGES = 3
"""A line that so many pages have at the same place is a running head."""


def without_furniture(
    pages: Sequence[Sequence[TextLine]], heights: Sequence[float]
) -> list[list[TextLine]]:
    """Return the lines of each page without the page numbers and running heads."""
    repeated = Counter[tuple[int, str]]()
    for lines, height in zip(pages, heights, strict=True):
        repeated.update({_key(line) for line in lines if _is_marginal(line, height)})
    result = list[list[TextLine]]()
    for page, (lines, height) in enumerate(zip(pages, heights, strict=True), 1):
        kept = list[TextLine]()
        for line in lines:
            if _is_marginal(line, height):
                number = _NUMBER.fullmatch(line.text)
                # A bare number is a page number only if it is that of its page.
                if number and (not line.text.isdecimal() or int(number[1]) == page):
                    continue
                if repeated[_key(line)] >= _FEWEST_PAGES:
                    continue
            kept.append(line)
        result.append(kept)
    return result


def _is_marginal(line: TextLine, height: float) -> bool:
    margin = max(_LEAST_MARGIN_POINTS, _MARGIN * height)
    return line.base < margin or line.base - line.size > height - margin


def _key(line: TextLine) -> tuple[int, str]:
    return round(line.base / line.size), _DIGITS.sub("0", line.text)
