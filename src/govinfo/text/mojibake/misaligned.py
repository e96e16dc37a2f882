"""Text whose bytes were read across the borders of its characters: 三審三?！薄胺旨 for 三審三校”“分級.

Some mirror sites put their glosses into pages of two-byte characters as if these were bytes. From
there on, up to the next character of ASCII, the second half of each character was read with the
first half of the next. Written as bytes again and cut where they belong, the characters come back,
but for the first and the last: these lost a half. Which they were may follow from a gloss, from
other places in the text or from a set phrase; else they stay lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from govinfo.notes import Note
from govinfo.spans import Edit
from govinfo.text.glosses import strip_glosses
from govinfo.text.mend import Repair, regions
from govinfo.text.mojibake.encodings import LOST
from govinfo.text.mojibake.frequency import frequent_share
from govinfo.text.pinyin import TONED, glossed
from govinfo.text.scripts import simplify

__all__ = ["SHIFTED"]

# `?` is what became of a half alone, or of a half with the bracket of the gloss that was put behind
# it.
_LETTER = "[@-z{}~]"
"""The second half of a character may be one of these."""
_AT_A_MARK = re.compile(
    rf"\?(?:(?P<first>{TONED})\))?(?P<run>(?:[^\x00-\x7f]|[!,:;]){{1,100}}{_LETTER}?)(?:\?(?P<last>{TONED})\))?"
)
# （自 of 省（自治区, shifted by one byte, gives bopomofo; the half before it was read twice.
_AT_BOPOMOFO = re.compile(rf"(?P<run>[^\x00-\x7f]?ㄗ[^\x00-\x7f]{{1,100}}{_LETTER}?)")
# Punctuation of full width, which a scraper folded afterwards.
_FOLDED = str.maketrans("!,:;", "！，：；")
_MOST = 1_000
"""No report has more question marks; what a hostile text has beyond them stays as it is."""
_FEW = 2
_PLAIN = 0.8
_CLEARLY = 0.3
_REACH = 40
"""So many characters before the place hold the character before it with its gloss."""
_SET_PHRASES = ("三审三校",)
"""What offices do not write otherwise, as seen shifted."""


def _may_be_shifted(text: str) -> bool:
    return "?" in text or "ㄗ" in text


def _edits(text: str) -> list[Edit]:
    found = list[Edit]()
    for pattern in (_AT_A_MARK, *((_AT_BOPOMOFO,) if "ㄗ" in text else ())):
        found += filter(
            None, (_unshifted(text, match) for match in islice(pattern.finditer(text), _MOST))
        )
    return sorted(found, key=lambda edit: edit.start)


def _unshifted(text: str, match: re.Match[str]) -> Edit | None:
    """Return what stood in a place before its bytes were shifted, or `None` where they never were."""
    glosses = match.groupdict()
    before = strip_glosses(text[max(0, match.start() - _REACH) : match.start()])
    if match.re is _AT_BOPOMOFO:
        found = _recut(match["run"], before[-1:], None, None, joined=True)
    else:
        found = _recut(match["run"], before, glosses["first"], glosses["last"], joined=False)
    if found is None:
        return None
    characters, halved = found
    return Edit(
        match.start(),
        match.end() if halved or match.re is _AT_BOPOMOFO else match.end("run"),
        characters,
    )


@lru_cache(maxsize=512)
def _recut(
    run: str, before: str, first: str | None, last: str | None, *, joined: bool
) -> tuple[str, bool] | None:
    """Return the characters of a run, and whether the last one is inferred; `None` when they were never shifted.

    `joined` says that the run begins with the second half of the character before it, which was
    read twice.
    """
    try:
        half, *_ = data = run.translate(_FOLDED).encode("gbk")
        middle, rest = _cut(data[1:])
    except UnicodeError:
        return None
    better = frequent_share(middle) - frequent_share(run)
    if len(middle) < _FEW or frequent_share(middle) < _PLAIN or better < _CLEARLY:
        return None
    if joined:
        return (middle + _last(rest, None), bool(rest)) if _half(before) == half else None
    return _first(before, first, half) + middle + _last(rest, last), bool(rest)


def _cut(data: bytes) -> tuple[str, bytes]:
    """The characters of these bytes, and what is left of the last one when its second half is lost."""
    try:
        return data.decode("gbk"), b""
    except UnicodeDecodeError as error:
        if error.start < len(data) - 1:
            raise
        return data[:-1].decode("gbk"), data[-1:]


def _first(before: str, gloss: str | None, half: int) -> str:
    """The character that ended in this byte; its first half stood where a gloss came in, or is lost."""
    if gloss is None:
        known = simplify(before)
        words = [phrase[-1] for phrase in _SET_PHRASES if known.endswith(phrase[:-1])]
        return words[0] if words and words[0].encode("gbk")[-1] == half else LOST
    # The gloss is that of a character made of the second half of the one before and the first half
    # of this one.
    pairs = [one.encode("gbk") for one in glossed(gloss)]
    firsts = {pair[1] for pair in pairs if pair[0] == _half(before)}
    return bytes([firsts.pop(), half]).decode("gbk", "replace") if len(firsts) == 1 else LOST


def _last(rest: bytes, gloss: str | None) -> str:
    """The character that began with this byte, as its gloss has it."""
    fitting = [one for one in glossed(gloss) if one.encode("gbk").startswith(rest)] if gloss else []
    return (fitting[0] if len(fitting) == 1 else LOST) if rest else ""


def _half(before: str) -> int | None:
    """The second half of the last character."""
    return next(reversed(before[-1:].encode("gbk", "ignore")), None)


def _notes(text: str, edits: Sequence[Edit]) -> Iterator[Note]:
    for span, among in regions(edits, lambda _start, _end: False):
        old, new = text[among[0].start : among[0].end], among[0].replacement
        more = f", and {len(among) - 1} more places like it" if len(among) > 1 else ""
        message = f"{old!r} is read as {new!r}: its bytes were cut in the wrong places, and its ends are inferred{more}"
        yield Note("characters_inferred", message, span)


SHIFTED = Repair("shifted bytes", _may_be_shifted, _edits, notes=_notes)
