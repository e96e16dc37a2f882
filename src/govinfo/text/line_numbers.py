"""The numbers that `cat -n`, `grep -n` and editors put before each line of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from govinfo.spans import Edit

__all__ = ["has_line_numbers", "repair_line_numbers"]

_NUMBER = re.compile(r"[ ]{0,9} (?P<number>\d{1,6}) (?P<gap> [ ]?[:.)|│]?[ \t]{0,4} )", re.VERBOSE)
_FIRST_CHARS = 12
_FEWEST_LINES = 20
"""A list of fewer numbered lines may be all that a short text has."""


def has_line_numbers(text: str) -> bool:
    """Whether all lines of a text that are not empty begin with their number."""
    # The title of a report may begin with the year: then the second line has no number.
    return text[:_FIRST_CHARS].lstrip()[:1].isdecimal() and _width_of_gap(text) > 0


def repair_line_numbers(text: str) -> Iterator[Edit]:
    """Yield the edits that remove the number before each line, and as many signs behind each."""
    width, begin = _width_of_gap(text), 0
    for line in text.split("\n"):
        number = _NUMBER.match(line)
        if number is not None:
            yield Edit(begin, begin + min(number.end("number") + width, len(line)))
        begin += len(line) + 1


def _width_of_gap(text: str) -> int:
    """Return how many signs stand behind each number, a tab or ': '; 0 if some line has none."""
    gap, expected, count = None, None, 0
    for line in text.split("\n"):
        number = _NUMBER.match(line)
        if number is None:
            if line.strip():
                return 0
            continue  # some tools number no empty lines
        if expected not in (None, int(number["number"])):
            return 0
        expected, count = int(number["number"]) + 1, count + 1
        if number.end() < len(line):
            # What all gaps begin with is the gap; the rest belongs to the line.
            pairs = zip(number["gap"] if gap is None else gap, number["gap"], strict=False)
            gap = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            if not gap:
                return 0
    return len(gap or "") if count >= _FEWEST_LINES else 0
