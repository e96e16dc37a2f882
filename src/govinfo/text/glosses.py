"""Pinyin written behind characters, as some mirror sites do: 報(bào), 和(he)(he).

Which gloss is sure: one with a tone mark, and a syllable said twice over. A single syllable without
a mark could be anybody's bracket, so it goes only where the character before it is traditional or a
sure gloss stands close by.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from enum import Enum, auto
from functools import lru_cache

from govinfo.text.traditional import TRADITIONAL

__all__ = ["gloss_places", "strip_glosses"]

# The syllables of 普通话, each as its initial and what may follow it.
_FINALS = {
    "": "a o e ai ei ao ou an en ang eng er yi ya yo ye yao you yan yin yang ying yong yu yue yuan yun "
    "wu wa wo wai wei wan wen wang weng",
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
# The bracket comes first and the look behind it second: a search for a set of two characters is
# fast.
_LETTERS = f"[a-zü{_MARKED}ɑɡ{_COMBINING}]{{1,10}}"
_GLOSS = re.compile(rf"[(（](?<=[\u3400-\u9fff)）][(（])({_LETTERS})[)）]")
_RUN = re.compile(rf"[(（](?<=[\u3400-\u9fff][(（]){_LETTERS}[)）](?:[(（]{_LETTERS}[)）])*")
_TRADITIONAL_ONLY = frozenset(TRADITIONAL)
_CLOSE = 40
"""How many characters from a sure gloss a doubtful one is still believed."""


class _Kind(Enum):
    """What stands in a bracket."""

    NONE = auto()
    PLAIN = auto()
    MARKED = auto()


def strip_glosses(text: str) -> str:
    """Return the text without its pinyin glosses; a text that has none comes back as it is."""
    if "(" not in text and "（" not in text:
        return text
    glosses = set(_GLOSS.findall(text))
    if not glosses:
        return text
    if all(_kind(gloss) is _Kind.MARKED for gloss in glosses):
        # A page that was glossed throughout: nothing to weigh, and one pass removes them all.
        return _RUN.sub("", text)
    pieces, done = [], 0
    for start, end in gloss_places(text):
        pieces.append(text[done:start])
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def gloss_places(text: str) -> list[tuple[int, int]]:
    """Return where the glosses stand, in order, as start and end; the glosses behind one character go together."""
    runs = _runs(text)
    if all(sure for _, _, sure in runs):
        return [(start, end) for start, end, _ in runs]
    certain = [start for start, _, sure in runs if sure]
    return [
        (start, end)
        for start, end, sure in runs
        if sure or text[start - 1] in _TRADITIONAL_ONLY or _close(start, certain)
    ]


def _runs(text: str) -> list[tuple[int, int, bool]]:
    """Return the brackets behind a Han character that hold nothing but syllables: start, end, and whether sure."""
    runs: list[tuple[int, int, bool]] = []
    first, last, sure, before = 0, -1, False, ""
    for match in _GLOSS.finditer(text):
        gloss = match[1]
        kind = _kind(gloss)
        if kind is _Kind.NONE:
            continue
        start, end = match.span()
        if start == last:
            sure = sure or kind is _Kind.MARKED or gloss == before
        elif text[start - 1] in ")）":
            continue
        else:
            if last >= 0:
                runs.append((first, last, sure))
            first, sure = start, kind is _Kind.MARKED
        last, before = end, gloss
    return [*runs, (first, last, sure)] if last >= 0 else runs


@lru_cache(maxsize=2048)
def _kind(gloss: str) -> _Kind:
    """Say what stands in a bracket; the few hundred syllables of a page come again and again."""
    bare = unicodedata.normalize("NFC", gloss).translate(_MARKS)
    if bare not in _SYLLABLES:
        return _Kind.NONE
    return _Kind.PLAIN if bare == gloss else _Kind.MARKED


def _close(place: int, certain: list[int]) -> bool:
    """Say whether a sure gloss stands near this place."""
    index = bisect_left(certain, place)
    return any(abs(place - near) <= _CLOSE for near in certain[max(0, index - 1) : index + 1])
