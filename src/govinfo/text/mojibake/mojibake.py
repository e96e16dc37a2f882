"""Characters that come from bytes read in a wrong encoding: å…¬å¼€ and 鍏紑 for 公开.

The way back is the way there: written in the wrong encoding the characters are the bytes again, and
these are read in the right one. It is gone only where it leads to clearly more common Chinese than
stands there. ASCII, and with it every digit, survives such damage and is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby, islice

from attrs import frozen

from govinfo.notes import Note
from govinfo.spans import Edit
from govinfo.text.legacy_encodings import common_share
from govinfo.text.mend import Repair, regions
from govinfo.text.mojibake.encodings import LOST, ROUTES, Route

__all__ = ["MOJIBAKE"]

_PLAUSIBLE = 0.6
"""So much of what comes back must be common Chinese; some of it may be lost for good."""
_CLEARLY = 0.3
"""By so much it must be commoner than what stands there: good text hardly gains anything on any route."""
_ENOUGH = 8
"""So many damaged characters on one line are no chance."""
_ENOUGH_UTF8 = 2
"""So many whole characters of UTF-8 are none either."""
_LONG = 4_000
"""So many characters are enough to see which of two routes leads to more."""
_MOST = 10_000
"""No report has more damaged pieces; what a hostile text has beyond them stays as it is."""
_share = lru_cache(maxsize=1024)(common_share)
_HAN = re.compile("[\u3400-\u9fff]")


@frozen
class _Piece:
    """A run of damaged characters, and what they were."""

    line: int
    start: int
    end: int
    old: str
    new: str


def _edits(text: str, route: Route) -> list[Edit]:
    """Put right what one route has damaged: the whole text, or else lines of it and what stands between them."""
    pieces = list(islice(_pieces(text, route), _MOST)) if _is_likely(text, route) else []
    lines = [list(line) for _, line in groupby(pieces, key=lambda piece: piece.line)]
    if _gains(pieces, text, route):
        damaged = [line for line in lines if not _loses(line)]
    else:
        damaged = list(_damaged_lines(lines, text, route))
    return [Edit(piece.start, piece.end, piece.new) for line in damaged for piece in line]


def _is_likely(text: str, route: Route) -> bool:
    return any(each in text for each in route.telltales) and (
        route.sign is None or bool(route.sign.search(text))
    )


def _pieces(text: str, route: Route) -> Iterator[_Piece]:
    known, line, done = dict[str, str](), 0, 0
    for match in route.pieces.finditer(text):
        start, end, old = *match.span(), match[0]
        if old not in known:
            if len(known) == route.most:
                return
            known[old] = route.back(old)
        # Beside a Chinese character stands a quotation mark or a dash, and no damaged letter.
        sound = route.is_western and (
            _HAN.match(text, end) or (start and _HAN.match(text, start - 1))
        )
        if known[old] != old and not sound:
            line, done = line + text.count("\n", done, start), start
            yield _Piece(line, start, end, old, known[old])


def _damaged_lines(lines: list[list[_Piece]], text: str, route: Route) -> Iterator[list[_Piece]]:
    """Yield the lines that gain, and those between two of them that lose nothing: 总计 alone would prove too little."""
    waiting, inside = list[list[_Piece]](), False
    for line in lines:
        if _gains(line, text, route):
            yield from waiting if inside else ()
            yield line
            waiting, inside = [], True
        elif inside and not _loses(line):
            waiting.append(line)
        else:
            waiting, inside = [], False


def _gains(pieces: list[_Piece], text: str, route: Route) -> bool:
    """Whether these characters are plainly not what was written, and what comes back plainly is."""
    old, new = _joined(pieces)
    if route.right == "utf-8" and LOST not in new:
        enough = len(_HAN.findall(new)) >= _ENOUGH_UTF8
    else:
        enough = len(old) >= _ENOUGH
    share = _share(new) if enough else 0.0
    if share < _PLAUSIBLE or share - _share(old) < _CLEARLY:
        return False
    begin, end = text.rfind("\n", 0, pieces[0].start) + 1, text.find("\n", pieces[-1].end)
    around = text[begin : end if end >= 0 else None][:_LONG]
    return all(
        _common(around, route) >= _common(around, other)
        for other in ROUTES
        if _are_rivals(route, other)
    )


def _common(text: str, route: Route) -> float:
    """How much of a text a route makes common characters of; all rivals look at the same text."""
    pieces = [match[0] for match in route.pieces.finditer(text)]
    return _share("".join(map(route.back, pieces))) * sum(map(len, pieces))


def _are_rivals(one: Route, other: Route) -> bool:
    return one.wrong == other.wrong and one.right != other.right


def _loses(pieces: list[_Piece]) -> bool:
    """Whether these characters would become stranger than they are."""
    old, new = _joined(pieces)
    return _share(new) < _share(old)


def _joined(pieces: list[_Piece]) -> tuple[str, str]:
    return "".join(piece.old for piece in pieces), "".join(piece.new for piece in pieces)


def _notes(text: str, edits: Sequence[Edit], route: Route) -> Iterator[Note]:
    for span, among in regions(edits, lambda start, end: text[start:end].isascii()):
        lost = sum(edit.replacement.count(LOST) for edit in among)
        inferred = sum(text.count(LOST, edit.start, edit.end) for edit in among) - lost
        rest = f"; {lost} of its characters are lost and read U+FFFD" if lost else ""
        yield Note(
            "mojibake",
            f"{route.right} had been read as {route.wrong} here, and is put right{rest}",
            span,
        )
        if route.infers and inferred > 0:
            message = f"{inferred} of the characters put right here had lost a byte, and follow from the others"
            yield Note("characters_inferred", message, span)


def _is_garbled(text: str) -> bool:
    # The commonest telltale of each route, and U+FFFD. Each is a scan at the speed of memory; all
    # of them together cost less than one pattern that looks for them.
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


MOJIBAKE: tuple[Repair, ...] = tuple(
    Repair(
        f"{route.right} read as {route.wrong}",
        _is_garbled,
        partial(_edits, route=route),
        notes=partial(_notes, route=route),
    )
    for route in ROUTES
)
"""One repair for each route, in their order."""
