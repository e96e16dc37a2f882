"""Bytes that were read across the borders of characters: 三審三?！薄胺旨 for 三審三校”“分級.

Some mirror sites put their glosses into pages of two-byte characters as if these were bytes. From
there to the next ASCII character, the second half of each character was read with the first half of
the next. The repair writes the characters as bytes and cuts these in the right places. The first
and the last character have lost a half; a gloss or a set phrase may tell which they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from govinfo.notes import Note
from govinfo.spans import Edit
from govinfo.text.glosses import strip_glosses
from govinfo.text.mojibake.encodings import LOST
from govinfo.text.mojibake.frequency import frequent_share
from govinfo.text.pinyin import TONED, glossed
from govinfo.text.regions import regions
from govinfo.text.scripts import simplify

__all__ = ["may_be_misaligned", "note_misaligned", "repair_misaligned"]

_LETTER = "[@-z{}~]"
"""The second half of a character may be one of these."""
_BEHIND_A_MARK = re.compile(
    rf"""
    \?(?:(?P<first>{TONED})\))?    # a half, perhaps with the bracket of a gloss behind it
    (?P<run>(?:[^\x00-\x7f]|[!,:;]){{1,100}}{_LETTER}?)
    (?:\?(?P<last>{TONED})\))?     # the same for the half at the end
    """,
    re.VERBOSE,
)
# （自 of 省（自治区, shifted by one byte, gives bopomofo; the half before it was read twice.
_BOPOMOFO = re.compile(rf"(?P<run>[^\x00-\x7f]?ㄗ[^\x00-\x7f]{{1,100}}{_LETTER}?)")
# Some scrapers fold full-width punctuation.
_UNFOLDED = str.maketrans("!,:;", "！，：；")
_MOST_RUNS = 1_000
"""The maximum number of runs in a text; reports have fewer question marks."""
_LEAST_CHARS = 2
_LEAST_FREQUENT_SHARE = 0.8
_LEAST_GAIN = 0.3
_GLOSS_REACH_CHARS = 40
"""This many characters before a run hold the character before it with its gloss."""
_SET_PHRASES = ("三审三校",)
"""Fixed phrases that were seen shifted."""


def may_be_misaligned(text: str) -> bool:
    """Whether a text may have shifted bytes."""
    return "?" in text or "ㄗ" in text


def repair_misaligned(text: str) -> list[Edit]:
    """Return the edits that write what stood in the text before its bytes were shifted."""
    edits = list[Edit]()
    for match in islice(_BEHIND_A_MARK.finditer(text), _MOST_RUNS):
        before = _plain_before(text, match.start())
        found = _recut(match["run"], before, match["first"], match["last"], joined=False)
        if found is not None:
            characters, is_halved = found
            end = match.end() if is_halved else match.end("run")
            edits.append(Edit(match.start(), end, characters))
    for match in islice(_BOPOMOFO.finditer(text), _MOST_RUNS) if "ㄗ" in text else ():
        before = _plain_before(text, match.start())
        found = _recut(match["run"], before[-1:], None, None, joined=True)
        if found is not None:
            edits.append(Edit(*match.span(), found[0]))
    return sorted(edits, key=lambda edit: edit.start)


def note_misaligned(text: str, edits: Sequence[Edit]) -> Iterator[Note]:
    """Yield a note for each run; the last of many also stands for all that follow."""
    for span, inside in regions(edits, lambda _start, _end: False):
        old, new = text[inside[0].start : inside[0].end], inside[0].replacement
        more = f", and {len(inside) - 1} more places like it" if len(inside) > 1 else ""
        message = (
            f"{old!r} is read as {new!r}: its bytes were cut in the wrong places, and its ends are "
            f"inferred{more}"
        )
        yield Note("characters_inferred", message, span)


def _plain_before(text: str, place: int) -> str:
    """Return what stands before a run, without glosses."""
    return strip_glosses(text[max(0, place - _GLOSS_REACH_CHARS) : place])


@lru_cache(maxsize=512)
def _recut(
    run: str, before: str, first: str | None, last: str | None, *, joined: bool
) -> tuple[str, bool] | None:
    """Return the characters of a run whose bytes were shifted, and whether the last is inferred.

    Args:
        run: The characters as they stand in the text.
        before: What stands before the run, without glosses.
        first: The gloss of the first character, where there is one.
        last: The gloss of the last character, where there is one.
        joined: Whether the run begins with the second half of the character before it, which was
            read twice.

    Returns:
        `None` when the run was never shifted.

    """
    rest = b""
    try:
        half, *_ = data = run.translate(_UNFOLDED).encode("gbk")
        try:
            middle = data[1:].decode("gbk")
        except UnicodeDecodeError:
            # The last character has lost its second half.
            middle, rest = data[1:-1].decode("gbk"), data[-1:]
    except UnicodeError:
        return None
    share = frequent_share(middle)
    gain = share - frequent_share(run)
    if len(middle) < _LEAST_CHARS or share < _LEAST_FREQUENT_SHARE or gain < _LEAST_GAIN:
        return None
    if joined:
        return (middle + _last(rest, None), bool(rest)) if _second_half(before) == half else None
    return _first(before, first, half) + middle + _last(rest, last), bool(rest)


def _first(before: str, gloss: str | None, half: int) -> str:
    """Return the first character of a run, which has this second half; `LOST` if it is unknown."""
    if gloss is None:
        known = simplify(before)
        words = [phrase[-1] for phrase in _SET_PHRASES if known.endswith(phrase[:-1])]
        return words[0] if words and words[0].encode("gbk")[-1] == half else LOST
    # The gloss is that of the character which the second half of the one before makes with the
    # first half of this one.
    pairs = [one.encode("gbk") for one in glossed(gloss)]
    firsts = {pair[1] for pair in pairs if pair[0] == _second_half(before)}
    return bytes([firsts.pop(), half]).decode("gbk", "replace") if len(firsts) == 1 else LOST


def _last(rest: bytes, gloss: str | None) -> str:
    """Return the character with this first half that has this gloss; nothing without a half."""
    if not rest:
        return ""
    fitting = [one for one in glossed(gloss) if one.encode("gbk").startswith(rest)]
    return fitting[0] if len(fitting) == 1 else LOST


def _second_half(before: str) -> int | None:
    """Return the second half of the last character."""
    return next(reversed(before[-1:].encode("gbk", "ignore")), None)
