"""Repairs of the shape of a text: line breaks, cell borders, and characters that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import starmap

from govinfo.spans import Edit
from govinfo.text.formatting import UNREADABLE
from govinfo.text.scripts import INVISIBLE, UNSEEN

__all__ = [
    "TURNED",
    "has_bars_for_ones",
    "has_invisible",
    "has_odd_bars",
    "has_odd_breaks",
    "has_printed_breaks",
    "has_turned",
    "repair_bars",
    "repair_bars_for_ones",
    "repair_breaks",
    "repair_invisible",
    "repair_printed_breaks",
    "repair_turned",
    "with_plain_bars",
    "with_plain_breaks",
    "without_invisible",
]

# Word marks the end of a cell with \x07, and the end of a row with a line break and one more \x07.
# A form feed behind a line break ends a page, and no further line.
_BREAK = re.compile("\n\x0c|\r\n(?:\x0c)?|\r\x07?|[\x07\x0b\x0c\x85\u2028\u2029]")
# Pairs come first, so that neither half of a pair becomes a line break of its own.
_BREAKS = (
    "\r\n\x0c",
    "\n\x0c",
    "\r\n",
    "\r\x07",
    "\r",
    "\x07",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
)
_PRINTED_BREAK = re.compile(r"(?:\\r)?\\n(?![a-z])|\\[rt](?![a-z])")
"""`\\n` as a program prints a line break; before a letter it may be a command of LaTeX."""
_FEWEST_PRINTED, _MOSTLY = 20, 5
_BAR = re.compile("[｜│┃]")
_NUMBER_OR_BARS = re.compile(r"(?:^|(?<=[\s>]))[\d,.|]{1,15}(?=\s|<|$)", re.MULTILINE)
_MOST_BARS = 150
"""The borders of tables are more; where bars stand for ones, most figures have none."""
_AROUND_A_BAR = frozenset({"\t\t", "\n\t", "\t\n", "\t", "><"})
"""What stands on both sides of a bar that is a cell of its own, and no border."""
TURNED = ("\u202e", "\u202c")
"""The signs before and behind characters that are shown from right to left, whatever they are."""
_TURNED = re.compile("\u202e(?P<shown>[^\n\u202c\u202e]{2,400})(?P<end>\u202c?)")
_OF_A_NUMBER = re.compile(r"[\d.,，％%+-]")


def has_odd_breaks(text: str) -> bool:
    """Whether a text has a line break that is no line feed."""
    # One `in` a character runs at the speed of memory; a loop or a pattern costs ten times that.
    return (
        "\r" in text
        or "\x0b" in text
        or "\x0c" in text
        or "\x07" in text
        or "\x85" in text
        or "\u2028" in text
        or "\u2029" in text
    )


def repair_breaks(text: str) -> Iterator[Edit]:
    """Yield the edits that write every kind of line break as one line feed."""
    return starmap(Edit, [(*match.span(), "\n") for match in _BREAK.finditer(text)])


def with_plain_breaks(text: str) -> str:
    """Return the text after the edits of `repair_breaks`."""
    for each in _BREAKS:
        text = text.replace(each, "\n")
    return text


def has_printed_breaks(text: str) -> bool:
    r"""Whether the line breaks of a text are printed as `\n`, as a program shows a string."""
    breaks = text.count("\\n") if "\\n" in text else 0
    return breaks >= _FEWEST_PRINTED and breaks > _MOSTLY * text.count("\n")


def repair_printed_breaks(text: str) -> Iterator[Edit]:
    r"""Yield the edits that make line breaks and tabs of `\n` and `\t`."""
    for match in _PRINTED_BREAK.finditer(text):
        yield Edit(*match.span(), "\t" if match[0] == "\\t" else "\n")


def has_turned(text: str) -> bool:
    """Whether a text turns characters round: digits are shown in another order than they stand."""
    return "\u202e" in text


def repair_turned(text: str) -> Iterator[Edit]:
    """Yield the edits that put odd signs around turned numbers, so that they are read as none."""
    for found in _TURNED.finditer(text):
        if len(_OF_A_NUMBER.findall(found["shown"])) > 1:
            yield Edit(found.start(), found.start("shown"), UNREADABLE)
            if found["end"]:
                yield Edit(*found.span("end"), UNREADABLE)


def has_invisible(text: str) -> bool:
    """Whether a text has one of the commonest characters that nobody sees."""
    # Controls, joiners and rare marks of direction would take 30 more scans. They go when one of
    # these is met; otherwise `plain` removes them from the piece in which they stand.
    return (
        "\u200b" in text
        or "\u200c" in text
        or "\u200d" in text
        or "\u200e" in text
        or "\u200f" in text
        or "\ufeff" in text
        or "\xad" in text
        or "\u2060" in text
        or "\u202c" in text
    )


def repair_invisible(text: str) -> Iterator[Edit]:
    """Yield the edits that remove every character that nobody sees."""
    return starmap(Edit, [match.span() for match in INVISIBLE.finditer(text)])


def without_invisible(text: str) -> str:
    """Return the text after the edits of `repair_invisible`."""
    for each in UNSEEN:
        text = text.replace(each, "")
    return text


def has_odd_bars(text: str) -> bool:
    """Whether a text has a full-width bar or a bar of a drawn table."""
    return "｜" in text or "│" in text or "┃" in text


def repair_bars(text: str) -> Iterator[Edit]:
    """Yield the edits that write these bars as `|`, which divides cells."""
    return starmap(Edit, [(*match.span(), "|") for match in _BAR.finditer(text)])


def with_plain_bars(text: str) -> str:
    """Return the text after the edits of `repair_bars`."""
    return _BAR.sub("|", text)


def has_bars_for_ones(text: str) -> bool:
    """Whether character recognition took a 1 for a bar in some figures of a text without borders.

    Most figures have none: where bars divide cells, there are as many of them as cells.
    """
    bars = text.count("|") if "|" in text else 0
    if not 0 < bars < _MOST_BARS or next(_numbers_with_bars(text), None) is None:
        return False
    plain = sum("|" not in number[0] for number in _NUMBER_OR_BARS.finditer(text))
    return bars < plain


def repair_bars_for_ones(text: str) -> Iterator[Edit]:
    """Yield the edits that write these bars as `l`, which may be a 1 and divides nothing."""
    for number in _numbers_with_bars(text):
        yield Edit(*number.span(), number[0].replace("|", "l"))


def _numbers_with_bars(text: str) -> Iterator[re.Match[str]]:
    """Yield each number with a bar in it, and each cell of one bar between tabs or tags."""
    for number in _NUMBER_OR_BARS.finditer(text):
        if "|" not in number[0]:
            continue
        start, end = number.span()
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        if number[0].strip("|,.") or (number[0] == "|" and around in _AROUND_A_BAR):
            yield number
