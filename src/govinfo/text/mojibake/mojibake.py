"""Characters that come from bytes read in a wrong encoding: å…¬å¼€ and 鍏紑 for 公开.

The way back: the characters are written in the wrong encoding, which gives the bytes, and these are
read in the right one. A repair needs a result with clearly more common Chinese characters. ASCII,
and with it every digit, survives such damage and stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice

from attrs import frozen

from govinfo.notes import Note
from govinfo.spans import Edit
from govinfo.text.legacy_encodings import DRAWN, FRAMES, common_share
from govinfo.text.mojibake.encodings import LOST, ROUTES, Route
from govinfo.text.regions import regions
from govinfo.text.scripts import HAN

__all__ = ["is_garbled", "note_mojibake", "repair_mojibake"]

_LEAST_SHARE = 0.6
"""The least share of common Chinese characters in the result; some of it may be lost for good."""
_LEAST_GAIN = 0.3
"""By how much that share must grow: good text hardly gains anything on any route."""
_LEAST_CHARS = 8
"""At least this many damaged characters on one line are no chance."""
_LEAST_UTF8_CHARS = 2
"""At least this many whole characters of UTF-8 are no chance."""
_LONGEST_COMPARED_CHARS = 4_000
"""This many characters show which of two routes leads to more."""
_MOST_PIECES = 10_000
"""The maximum number of damaged pieces in a text; reports have fewer."""
_share = lru_cache(maxsize=1024)(common_share)


@frozen
class _Piece:
    """A run of damaged characters, and what they were."""

    line: int
    start: int
    end: int
    old: str
    new: str


def is_garbled(text: str) -> bool:
    """Whether a text has one of the commonest telltales of the routes."""
    # Each `in` runs at the speed of memory: all of them together cost less than one pattern.
    return (
        "ä" in text
        or "æ" in text
        or "ç" in text
        or "Ã" in text
        or "£" in text
        or "¤" in text
        or "ć" in text
        or "Ä" in text
        or "Ê" in text
        or "鏈" in text
        or "斂" in text
        or "锛" in text
        or "淉" in text
        or "爛" in text
        or "ㄘ" in text
        or "┎" in text
        or "瞶" in text
        or LOST in text
    )


def repair_mojibake(text: str, route: Route) -> list[Edit]:
    """Return the edits that undo one route: in the whole text, or else in lines of it."""
    is_likely = any(each in text for each in route.telltales)
    if not is_likely or (route.sign is not None and route.sign.search(text) is None):
        return []
    pieces = list(islice(_pieces(text, route), _MOST_PIECES))
    lines = [list(line) for _, line in groupby(pieces, key=lambda piece: piece.line)]
    if _gains(pieces, text, route):
        damaged = [line for line in lines if not _loses(line)]
    else:
        # The lines that gain, and the lines between two of them that lose nothing: a short line
        # such as 总计 proves nothing alone.
        damaged, waiting, inside = list[list[_Piece]](), list[list[_Piece]](), False
        for line in lines:
            if _gains(line, text, route):
                damaged += [*waiting, line]
                waiting, inside = [], True
            elif inside and not _loses(line):
                waiting.append(line)
            else:
                waiting, inside = [], False
    return [Edit(piece.start, piece.end, piece.new) for line in damaged for piece in line]


def note_mojibake(text: str, edits: Sequence[Edit], route: Route) -> Iterator[Note]:
    """Yield notes for each stretch of a text in which this route was undone."""
    for span, inside in regions(edits, lambda start, end: text[start:end].isascii()):
        lost = sum(edit.replacement.count(LOST) for edit in inside)
        inferred = sum(text.count(LOST, edit.start, edit.end) for edit in inside) - lost
        rest = f"; {lost} of its characters are lost, and U+FFFD stands for each" if lost else ""
        message = f"this is {route.right} that was read as {route.wrong}, decoded again{rest}"
        yield Note("mojibake", message, span)
        if route.infers and inferred > 0:
            message = (
                f"{inferred} of the characters decoded again here had lost a byte; their other "
                "bytes show which it was"
            )
            yield Note("characters_inferred", message, span)


def _pieces(text: str, route: Route) -> Iterator[_Piece]:
    """Yield the pieces of a text that this route may have damaged."""
    known, line, done = dict[str, str](), 0, 0
    is_drawn = any(line in text for line in FRAMES)
    for match in route.pieces.finditer(text):
        start, end, old = *match.span(), match[0]
        if old not in known:
            if len(known) == route.most_pieces:
                return
            is_frame = is_drawn and DRAWN.fullmatch(old) is not None
            known[old] = old if is_frame else route.back(old)
        # Beside a Chinese character stands a quotation mark or a dash, and no damaged letter.
        sound = route.is_western and (
            HAN.match(text, end) or (start and HAN.match(text, start - 1))
        )
        if known[old] != old and not sound:
            line, done = line + text.count("\n", done, start), start
            yield _Piece(line, start, end, old, known[old])


def _gains(pieces: list[_Piece], text: str, route: Route) -> bool:
    """Whether these pieces are plainly damaged, and the result is plainly Chinese."""
    old, new = _joined(pieces)
    if route.right == "utf-8" and LOST not in new:
        is_enough = len(HAN.findall(new)) >= _LEAST_UTF8_CHARS
    else:
        is_enough = len(old) >= _LEAST_CHARS
    share = _share(new) if is_enough else 0.0
    if share < _LEAST_SHARE or share - _share(old) < _LEAST_GAIN:
        return False
    begin, end = text.rfind("\n", 0, pieces[0].start) + 1, text.find("\n", pieces[-1].end)
    around = text[begin : end if end >= 0 else None][:_LONGEST_COMPARED_CHARS]
    rivals = (each for each in ROUTES if each.wrong == route.wrong and each.right != route.right)
    return all(_common(around, route) >= _common(around, rival) for rival in rivals)


def _common(text: str, route: Route) -> float:
    """Return how many common characters a route makes of a text."""
    pieces = [match[0] for match in route.pieces.finditer(text)]
    return _share("".join(map(route.back, pieces))) * sum(map(len, pieces))


def _loses(pieces: list[_Piece]) -> bool:
    """Whether fewer of these characters would be common Chinese ones."""
    old, new = _joined(pieces)
    return _share(new) < _share(old)


def _joined(pieces: list[_Piece]) -> tuple[str, str]:
    """Return the characters of these pieces as they are, and as they were."""
    return "".join(piece.old for piece in pieces), "".join(piece.new for piece in pieces)
