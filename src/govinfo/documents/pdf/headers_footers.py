"""What stands on every page and belongs to none of its text: page numbers, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from govinfo.documents.pdf.lines import TextLine

__all__ = ["without_furniture"]

_MARGIN = 0.09
_LEAST_MARGIN = 54.0
"""The part of a page, at its head and at its foot, where furniture stands; on a small page, so many points."""
_NUMBER = re.compile(
    r"[-—－–·.\s]*第?\s*(\d{1,4})\s*页?(?:\s*[/，,]?\s*共?\s*\d{1,4}\s*页?)?[-—－–·.\s]*"
)
_DIGITS = re.compile(r"\d+")
_SEVERAL = 3
"""A line that so many pages have at the same place is a running head."""


def without_furniture(
    pages: Sequence[Sequence[TextLine]], heights: Sequence[float]
) -> list[list[TextLine]]:
    """Return the lines of each page without those of its head and foot that all pages have."""
    marginal = [
        [line for line in lines if _is_marginal(line, height)]
        for lines, height in zip(pages, heights, strict=True)
    ]
    repeated = Counter(key for lines in marginal for key in {_key(line) for line in lines})
    return [
        [
            line
            for line in lines
            if not (
                _is_marginal(line, height)
                and (_is_number(line, page) or repeated[_key(line)] >= _SEVERAL)
            )
        ]
        for page, (lines, height) in enumerate(zip(pages, heights, strict=True), 1)
    ]


def _is_marginal(line: TextLine, height: float) -> bool:
    margin = max(_LEAST_MARGIN, _MARGIN * height)
    return line.base < margin or line.base - line.size > height - margin


def _key(line: TextLine) -> tuple[int, str]:
    return round(line.base / line.size), _DIGITS.sub("0", line.text)


def _is_number(line: TextLine, page: int) -> bool:
    """Whether a line is the number of a page; a bare number is one only where it is that of this page."""
    match = _NUMBER.fullmatch(line.text)
    return match is not None and (not line.text.isdecimal() or int(match[1]) == page)
