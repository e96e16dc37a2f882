"""What tools put before each line: the numbers of `cat -n` and editors, or the mark of `diff`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from govinfo.spans import Edit

__all__ = ["has_line_marks", "has_line_numbers", "repair_line_marks", "repair_line_numbers"]

_NUMBER = re.compile(r"[ ]{0,9} (?P<number>\d{1,6}) (?P<gap> [ ]?[:.)|│]?[ \t]{0,4} )", re.VERBOSE)
_MARK = re.compile(r"(?:[+#;%*-]|//)[ ]?")
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


def has_line_marks(text: str) -> bool:
    """Whether all lines of a text that are not empty begin, or end, with the same mark."""
    whole = text.rstrip()
    # A heading of Markdown begins the first line, and hardly ever the last.
    first, last = _MARK.match(text), _MARK.match(whole, whole.rfind("\n") + 1)
    may_have = (first and last) or whole.endswith("\\")
    return bool(may_have) and _common_marks(text) != ("", "")


def repair_line_marks(text: str) -> Iterator[Edit]:
    """Yield the edits that remove the marks before and behind each line."""
    (before, behind), begin = _common_marks(text), 0
    for line in text.split("\n"):
        if line.strip():
            bare = line.removeprefix(before) if line.startswith(before) else ""
            yield Edit(begin, begin + len(line) - len(bare))
            if behind and bare.strip():
                end = begin + len(line.rstrip())
                yield Edit(end - len(behind), end)
        begin += len(line) + 1


def _common_marks(text: str) -> tuple[str, str]:
    """Return the mark before all lines, with a space where each has one, and that behind them."""
    lines, first = [line for line in text.split("\n") if line.strip()], _MARK.match(text)
    before = first[0] if first else ""
    while before and not all(line.startswith(before) or line == before.rstrip() for line in lines):
        before = before[:-1] if before.endswith(" ") else ""
    behind = "\\" if all(line.rstrip().endswith("\\") for line in lines) else ""
    return (before, behind) if len(lines) >= _FEWEST_LINES else ("", "")
