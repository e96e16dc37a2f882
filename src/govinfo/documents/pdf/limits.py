"""How far the packed streams of a PDF document unpack: measured a piece at a time, before pdfium unpacks them whole.

What a stream says of itself is relied upon as little as can be: whatever begins as packed data does
is unpacked, be it packed twice.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections import deque
from collections.abc import Iterator
from itertools import chain

from attrs import define

from govinfo.documents.pdf.nesting import Forms
from govinfo.errors import UnreadableSource

__all__ = ["require_bounded"]

_MEBIBYTE = 1024 * 1024
_PIECE = _MEBIBYTE // 4
_LARGEST = 64 * _MEBIBYTE
_LARGEST_PICTURE = 256 * _MEBIBYTE
"""A large page scanned in colour; what calls itself a picture need not be one, and is bounded too."""
_ALL = 512 * _MEBIBYTE
_DEEPEST = 4
"""So many times a stream may be packed in itself and is still followed; none ever is more than twice."""

_DRAWING = 3 * _MEBIBYTE
"""A stream that may be drawing is no longer than this; a page full of text has a hundredth of it."""
_NO_DRAWING = (
    b"\0\1\0\0\0",
    b"true\0",
    b"OTTO\0",
    b"ttcf\0",
    b"\1\0\4",
    b"PK\3\4",
    b"\xd0\xcf\x11\xe0",
)
"""What fonts begin with, and documents that are attached."""
_KEPT = 4 * _MEBIBYTE
"""So much of a stream is looked at for what it names."""
_NUMBER = re.compile(rb"(\d+)\s+\d+$")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R")
_LIST = re.compile(rb"\[(?:\s*\d+\s+\d+\s+R){2,}\s*\]")

_STREAM = re.compile(rb"(?<!end)stream\r?\n?")
_REACH = 2000
"""The dictionary of a stream stands before it, and is shorter than this."""
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_AS_TEXT = re.compile(rb"/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\b|/Filter\s*\d")
_OLD = re.compile(rb"/(LZW|RunLength|RL)(?:Decode)?\b")
_GROWTH = {b"LZW": 2731, b"RunLength": 64, b"RL": 64}
"""How many times its size a stream can become that is packed in one of the old ways; these are not unpacked here."""


class _TooMuchError(Exception):
    """A stream unpacks to more than it may."""


@define
class _Budget:
    """How many bytes may still come out of a stream, and how many of those that drawing is written in have."""

    left: int
    drawing: int = 0

    def spend(self, count: int) -> None:
        """Take so many off; raise when there are not so many left."""
        self.left -= count
        if self.left < 0:
            raise _TooMuchError

    def draw(self, piece: bytes) -> None:
        """Count what may be drawing."""
        self.drawing += len(piece)
        if self.drawing > _DRAWING:
            raise UnreadableSource(_too_much_drawing("a stream of it holds", _DRAWING))


def require_bounded(data: bytes) -> int:
    """Return how many bytes the stream with most drawing has of it.

    Raises:
        UnreadableSource: the document, or a stream of it, unpacks to more than any report can need,
            or draws more.

    """
    left, drawing = _ALL, dict[int, int]()
    lists, forms = [data], Forms()
    for match in _STREAM.finditer(data):
        before, _, head = data[max(0, match.start() - _REACH) : match.start()].rpartition(b" obj")
        head = _ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), head)
        number = _NUMBER.search(before)
        limit = min(left, _LARGEST_PICTURE if b"/Image" in head else _LARGEST)
        budget = _Budget(limit)
        kept: list[bytes] = []
        try:
            _unpack(data, match.end(), head, budget, kept)
        except _TooMuchError:
            what, most = (
                ("The PDF document", _ALL)
                if limit == left
                else ("A stream of the PDF document", limit)
            )
            raise UnreadableSource(
                f"{what} unpacks to more than {most // _MEBIBYTE} MiB; no report needs as much. "
                "Print the pages of the report as PDF anew, without large pictures."
            ) from None
        left -= limit - budget.left
        if number:
            drawing[int(number[1])] = budget.drawing
            forms.add(int(number[1]), head, b"".join(kept))
        if b"/ObjStm" in head:
            lists.append(b"".join(kept))
    _require_short_lists(lists, drawing)
    forms.require_bounded(drawing)
    return max(drawing.values(), default=0)


def _require_short_lists(texts: list[bytes], drawing: dict[int, int]) -> None:
    """Raise if a page names streams that draw too much together: one stream may be named many times."""
    for text in texts:
        for found in _LIST.finditer(text):
            named = _REFERENCE.findall(found[0])
            if sum(drawing.get(int(number), 0) for number in named) > _DRAWING:
                raise UnreadableSource(
                    _too_much_drawing(f"a page of it names {len(named)} streams with", _DRAWING)
                )


def _too_much_drawing(what: str, most: int) -> str:
    return (
        f"The PDF document draws more than any report needs: {what} more than {most // _MEBIBYTE} MiB of drawing. "
        "Print the pages of the report as PDF anew, without maps and drawings."
    )


def _unpack(data: bytes, begin: int, head: bytes, budget: _Budget, kept: list[bytes]) -> None:
    """Unpack a stream as long as what comes out is packed itself; keep no more than the beginning of it."""
    stages = [_pieces(data, begin)]
    if _AS_TEXT.search(head) or _OLD.search(head):
        raw = data[begin : data.find(b"endstream", begin) % (len(data) + 1)]
        for old in _OLD.findall(head):
            budget.spend(len(raw) * _GROWTH[old])
        stages = [iter([_from_text(raw)])]
    while len(stages) <= _DEEPEST:
        first = next(stages[-1], b"")
        stages[-1] = chain([first], stages[-1])
        if not _is_packed(first):
            break
        stages.append(_inflated(stages[-1], budget))
    if len(stages) == 1 and not (_AS_TEXT.search(head) or _OLD.search(head)):
        stages = [iter([data[begin : data.find(b"endstream", begin) % (len(data) + 1)]])]
    room = _KEPT
    first = next(stages[-1], b"")
    counted = b"/Image" not in head and not first.startswith(_NO_DRAWING)
    for piece in chain([first], stages.pop()):
        if counted:
            budget.draw(piece)
            if room > 0:
                kept.append(piece[:room])
                room -= len(piece)
    # What is unpacked last may end before what it comes from does.
    for stage in reversed(stages[1:]):
        deque(stage, maxlen=0)


def _pieces(data: bytes, begin: int) -> Iterator[bytes]:
    return (data[start : start + _PIECE] for start in range(begin, len(data), _PIECE))


def _is_packed(piece: bytes) -> bool:
    """Whether data begin as zlib's do: the method, and a check on it."""
    return (
        len(piece) > 1
        and piece[0] & 0x0F == zlib.DEFLATED
        and int.from_bytes(piece[:2], "big") % 31 == 0
    )


def _inflated(pieces: Iterator[bytes], budget: _Budget) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for packed in pieces:
        rest = packed
        while rest and not unpacker.eof:
            try:
                piece = unpacker.decompress(rest, _PIECE)
            except zlib.error:
                return
            budget.spend(len(piece))
            rest = unpacker.unconsumed_tail
            if piece:
                yield piece
        if unpacker.eof:
            return


def _from_text(raw: bytes) -> bytes:
    """Data that are written in letters and digits, as data; others as they are."""
    text = b"".join(raw.split())
    try:
        return bytes.fromhex(text.rstrip(b">").decode("ascii"))
    except ValueError:
        pass
    try:
        return a85decode(text.partition(b"~>")[0])
    except ValueError:
        return raw
