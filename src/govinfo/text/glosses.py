"""Pinyin glosses behind characters, as some mirror sites write them: 報(bào), 和(he)(he).

A gloss is certain if it has a tone mark, or if a syllable stands there twice. A single syllable
without a mark could be any bracket, so it goes only where the character before it is traditional or
a certain gloss stands close by.

An orphaned gloss has lost its character: in `L(fēng)險` the L is what is left of the two bytes of
風. The character comes back where only one has this gloss and this second byte; otherwise only the
gloss goes.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from itertools import islice

from govinfo.notes import Note
from govinfo.spans import Edit, Span
from govinfo.text.pinyin import TONED, glossed
from govinfo.text.regions import MOST_REGIONS
from govinfo.text.traditional import TRADITIONAL

__all__ = [
    "gloss_places",
    "may_have_glosses",
    "note_orphaned_glosses",
    "repair_orphaned_glosses",
    "strip_glosses",
    "without_orphaned_glosses",
]

# The syllables of 普通话, each as its initial and what may follow it.
_FINALS = {
    "": "a o e ai ei ao ou an en ang eng er yi ya yo ye yao you yan yin yang ying yong yu yue yuan "
    "yun wu wa wo wai wei wan wen wang weng",
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ü üe v ve ue",
    "l": "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe v ve ue",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "ch": "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "z": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "c": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "s": "a e i ai ao ou an en ang eng ong u uo ui uan un",
}
_SYLLABLES = frozenset(
    initial + final for initial, finals in _FINALS.items() for final in finals.split()
)
_MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
_MARKS = str.maketrans(
    _MARKED + "ɑɡ", "a" * 4 + "e" * 4 + "i" * 4 + "o" * 4 + "u" * 4 + "ü" * 4 + "n" * 3 + "ag"
)
_COMBINING = "\u0300\u0301\u0304\u0308\u030c"
# Each pattern begins with the bracket, and looks behind it second: the search for a set of two
# characters is fast.
_LETTERS = f"[a-zü{_MARKED}ɑɡ{_COMBINING}]{{1,10}}"
_FIRST_LETTERS = frozenset(f"abcdefghijklmnopqrstuvwxyzü{_MARKED}ɑɡ{_COMBINING}")
_GLOSS = re.compile(rf"[(（](?<=[\u3400-\u9fff)）][(（])({_LETTERS})[)）]")
_RUN = re.compile(rf"[(（](?<=[\u3400-\u9fff][(（]){_LETTERS}[)）](?:[(（]{_LETTERS}[)）])*")
_TRADITIONAL_ONLY = frozenset(TRADITIONAL)
_ORPHANED = re.compile(rf"[(（](?<=[@-z{{}}~][(（])(?<![A-Za-z][A-Za-z][(（])({TONED})[)）]")
_WOUNDS = "?\ufffd"
"""What may stand for the lost first byte, in front of the second one."""
_CLOSE_CHARS = 40
"""A doubtful gloss counts as one up to this distance from a certain gloss, in characters."""


class _Kind(Enum):
    """What stands in a bracket: no syllable, one without a tone mark, or one with a tone mark."""

    NONE = auto()
    PLAIN = auto()
    MARKED = auto()


def may_have_glosses(text: str) -> bool:
    """Whether a bracket stands before a letter; most texts have none, and need no search."""
    for bracket in "(（":
        if bracket in text:
            for behind in text.split(bracket)[1:]:
                if behind[:1] in _FIRST_LETTERS:
                    return True
    return False


def strip_glosses(text: str) -> str:
    """Return the text without its pinyin glosses; a text that has none comes back as it is."""
    if "(" not in text and "（" not in text:
        return text
    glosses = set(_GLOSS.findall(text))
    if not glosses:
        return text
    if all(_kind(gloss) is _Kind.MARKED for gloss in glosses):
        # The whole page has glosses, all certain: one pass removes them.
        return _RUN.sub("", text)
    pieces, done = [], 0
    for start, end in gloss_places(text):
        pieces.append(text[done:start])
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def gloss_places(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each gloss; several behind one character are one."""
    if all(_kind(gloss) is _Kind.MARKED for gloss in set(_GLOSS.findall(text))):
        return [match.span() for match in _RUN.finditer(text)]
    runs = _runs(text)
    certain = [start for start, _, is_certain in runs if is_certain]
    places = list[tuple[int, int]]()
    for start, end, is_certain in runs:
        if not is_certain and text[start - 1] not in _TRADITIONAL_ONLY:
            index = bisect_left(certain, start)
            near = certain[max(0, index - 1) : index + 1]
            if all(abs(start - place) > _CLOSE_CHARS for place in near):
                continue
        places.append((start, end))
    return places


def _runs(text: str) -> list[tuple[int, int, bool]]:
    """Return the brackets behind a Han character that hold syllables alone.

    Each is given by its start, its end, and whether it is certain.
    """
    runs: list[tuple[int, int, bool]] = []
    first, last, is_certain, before = 0, -1, False, ""
    for match in _GLOSS.finditer(text):
        gloss = match[1]
        kind = _kind(gloss)
        if kind is _Kind.NONE:
            continue
        start, end = match.span()
        if start == last:
            is_certain = is_certain or kind is _Kind.MARKED or gloss == before
        elif text[start - 1] in ")）":
            continue
        else:
            if last >= 0:
                runs.append((first, last, is_certain))
            first, is_certain = start, kind is _Kind.MARKED
        last, before = end, gloss
    return [*runs, (first, last, is_certain)] if last >= 0 else runs


@lru_cache(maxsize=2048)
def _kind(gloss: str) -> _Kind:
    """Return what stands in a bracket; the few hundred syllables of a page come again and again."""
    bare = unicodedata.normalize("NFC", gloss).translate(_MARKS)
    if bare not in _SYLLABLES:
        return _Kind.NONE
    return _Kind.PLAIN if bare == gloss else _Kind.MARKED


def repair_orphaned_glosses(text: str) -> Iterator[Edit]:
    """Yield an edit for each orphaned gloss: its character comes back, or the gloss goes."""
    for match in _ORPHANED.finditer(text) if may_have_glosses(text) else ():
        half = match.start() - 1
        fitting = [one for one in glossed(match[1]) if one.encode("gbk")[1:] == text[half].encode()]
        begin = half - (half > 0 and text[half - 1] in _WOUNDS)
        yield Edit(begin, match.end(), fitting[0] if len(fitting) == 1 else text[half])


def without_orphaned_glosses(text: str) -> str:
    """Return the text after the edits of `repair_orphaned_glosses`."""
    if ("(" not in text and "（" not in text) or _ORPHANED.search(text) is None:
        return text
    pieces, done = [], 0
    for edit in repair_orphaned_glosses(text):
        pieces += [text[done : edit.start], edit.replacement]
        done = edit.end
    return "".join([*pieces, text[done:]])


def note_orphaned_glosses(text: str) -> Iterator[Note]:
    """Yield a note for each orphaned gloss, at most twenty; spans count in this text."""
    for edit in islice(repair_orphaned_glosses(text), MOST_REGIONS):
        old, span = text[edit.start : edit.end], Span(edit.start, edit.end)
        if edit.replacement.isascii():
            message = f"in {old!r} the character before the gloss has lost one of its two bytes"
            yield Note("characters_lost", message, span)
        else:
            message = (
                f"{old!r} is read as {edit.replacement!r}, the only character with this gloss and "
                "this second byte"
            )
            yield Note("characters_inferred", message, span)
