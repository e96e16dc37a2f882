"""Limits on the packed streams of a PDF document, measured before pdfium unpacks them whole.

Each stream is unpacked here a piece at a time. What it says of itself may be wrong: whatever begins
as packed data do is unpacked, even if it is packed twice.
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from attrs import define, field

from govinfo.documents.pdf.nesting import Forms
from govinfo.errors import UnreadableSource

__all__ = ["Measured", "require_bounded"]

_MEBIBYTE = 1024 * 1024
_PIECE = _MEBIBYTE // 4
_LARGEST = 64 * _MEBIBYTE
_LARGEST_PICTURE = 256 * _MEBIBYTE
"""A large page scanned in colour; other streams may call themselves pictures too."""
_ALL = 512 * _MEBIBYTE
_MOST_PACKINGS = 4
"""A stream is followed if it is packed so many times; no program packs more than twice."""

_MOST_DRAWING_BYTES = 3 * _MEBIBYTE
"""A stream that may be drawing is no longer; a page full of text has a hundredth of it."""
_MOST_OF_ALL_PAGES = 256 * _MEBIBYTE
"""All pages together, if each of them draws the longest stream."""
_MOST_PAGES = 500
_OTHER_BEGINNINGS = (
    b"\0\1\0\0\0",
    b"true\0",
    b"OTTO\0",
    b"ttcf\0",
    b"\1\0\4",
    b"PK\3\4",
    b"\xd0\xcf\x11\xe0",
)
"""The first bytes of fonts, and of documents that are attached: these are no drawing."""
_KEPT_BYTES = 4 * _MEBIBYTE
"""So much of a stream is searched for the names of other streams."""
_NUMBER = re.compile(rb"(\d+)\s+\d+$")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R")
_LIST = re.compile(rb"\[(?:\s*\d+\s+\d+\s+R){2,}\s*\]")

_STREAM = re.compile(rb"(?<!end)stream\r?\n?")
_DICTIONARY_BYTES = 2000
"""The dictionary of a stream stands before it, and is shorter than this."""
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_AS_TEXT = re.compile(rb"/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\b|/Filter\s*\d")
_OLD = re.compile(rb"/(LZW|RunLength|RL)(?:Decode)?\b")
_GROWTH = {b"LZW": 2731, b"RunLength": 64, b"RL": 64}
"""How many times its size a stream of an old packing can become; these are not unpacked here."""


@define
class _Stream:
    """How many bytes may still come out of a packed stream, and what came out of it."""

    left: int
    whose: str
    """What is said to unpack to more, and to how much: a stream, or the whole document."""
    most: int
    drawing: int = 0
    """How many bytes may be drawing."""
    kept: list[bytes] = field(factory=list)
    """The beginning of what may be drawing, in pieces."""

    def spend(self, count: int) -> None:
        """Take so many off; raise when there are not so many left."""
        self.left -= count
        if self.left < 0:
            raise UnreadableSource(
                f"{self.whose} unpacks to more than {self.most // _MEBIBYTE} MiB; no report needs "
                "as much. Print the pages of the report as a new PDF, without large pictures."
            )

    def draw(self, piece: bytes) -> None:
        """Count and keep a piece that may be drawing."""
        if self.drawing < _KEPT_BYTES:
            self.kept.append(piece[: _KEPT_BYTES - self.drawing])
        self.drawing += len(piece)
        if self.drawing > _MOST_DRAWING_BYTES:
            raise UnreadableSource(_too_much_drawing("a stream of it holds", _MOST_DRAWING_BYTES))

    def unpack(self, data: bytes, begin: int, head: bytes) -> None:
        """Unpack it as long as the bytes that come out of it are packed themselves."""
        old_packings = _OLD.findall(head)
        is_plain = not old_packings and not _AS_TEXT.search(head)
        # Packed data may hold the word that ends a stream: they tell themselves where they end.
        pieces = (data[start : start + _PIECE] for start in range(begin, len(data), _PIECE))
        stages: list[Iterator[bytes]] = [pieces]
        if not is_plain:
            stages = [iter([self._from_text(_up_to_the_end(data, begin), old_packings)])]
        while len(stages) <= _MOST_PACKINGS:
            first = next(stages[-1], b"")
            stages[-1] = chain([first], stages[-1])
            # The data of zlib begin with the method, and a check on it.
            number = int.from_bytes(first[:2], "big")
            if len(first) < 2 or first[0] & 0x0F != zlib.DEFLATED or number % 31:
                break
            stages.append(self._inflated(stages[-1]))
        if len(stages) == 1 and is_plain:
            stages = [iter([_up_to_the_end(data, begin)])]
        last = stages.pop()
        first = next(last, b"")
        if b"/Image" not in head and not first.startswith(_OTHER_BEGINNINGS):
            for piece in chain([first], last):
                self.draw(piece)
        # The last stage may end before the stages that it comes from: all of them count.
        for stage in (last, *reversed(stages[1:])):
            deque(stage, maxlen=0)

    def _inflated(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the bytes that packed ones unpack to."""
        unpacker = zlib.decompressobj()
        for packed in pieces:
            rest = packed
            while rest and not unpacker.eof:
                try:
                    piece = unpacker.decompress(rest, _PIECE)
                except zlib.error:
                    return
                self.spend(len(piece))
                rest = unpacker.unconsumed_tail
                if piece:
                    yield piece
            if unpacker.eof:
                return

    def _from_text(self, raw: bytes, packings: list[bytes]) -> bytes:
        """Return data that are written in letters and digits as bytes; others as they are."""
        for packing in packings:
            self.spend(len(raw) * _GROWTH[packing])
        text = b"".join(raw.split())
        try:
            return bytes.fromhex(text.rstrip(b">").decode("ascii"))
        except ValueError:
            pass
        try:
            return a85decode(text.partition(b"~>")[0])
        except ValueError:
            return raw


class Measured(NamedTuple):
    """What was found in the streams of a document."""

    drawing: int
    """How many bytes of drawing the stream with the most drawing has."""
    objects: tuple[bytes, ...]
    """The streams that hold objects of the document, unpacked."""

    def require_few_pages(self, count: int) -> None:
        """Raise if pages are many, or draw too much when each of them draws the longest stream."""
        if count > _MOST_PAGES:
            raise UnreadableSource(
                f"The PDF document has {count} pages; none with more than {_MOST_PAGES} is read. "
                "Take the pages of the report out of it."
            )
        if count * self.drawing > _MOST_OF_ALL_PAGES:
            raise UnreadableSource(
                f"The {count} pages of the PDF document may draw more than "
                f"{_MOST_OF_ALL_PAGES // _MEBIBYTE} MiB, as one of its streams is so long. "
                "Take the pages of the report out of it, and print them as a new PDF."
            )


def require_bounded(data: bytes) -> Measured:
    """Return what the streams of a document hold.

    Raises:
        UnreadableSource: the document, or a stream of it, unpacks to more than a report needs, or
            draws more.

    """
    left, drawing = _ALL, dict[int, int]()
    lists, forms = [data], Forms()
    for match in _STREAM.finditer(data):
        before, _, head = data[
            max(0, match.start() - _DICTIONARY_BYTES) : match.start()
        ].rpartition(b" obj")
        head = _ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), head)
        number = _NUMBER.search(before)
        limit = _LARGEST_PICTURE if b"/Image" in head else _LARGEST
        stream = _Stream(limit, "A stream of the PDF document", limit)
        if left <= limit:
            limit = left
            stream = _Stream(limit, "The PDF document", _ALL)
        stream.unpack(data, match.end(), head)
        left -= limit - stream.left
        if number:
            drawing[int(number[1])] = stream.drawing
            forms.add(int(number[1]), head, b"".join(stream.kept))
        if b"/ObjStm" in head:
            lists.append(b"".join(stream.kept))
    _require_short_lists(lists, drawing)
    forms.require_bounded(drawing)
    return Measured(max(drawing.values(), default=0), tuple(lists[1:]))


def _require_short_lists(texts: list[bytes], drawing: dict[int, int]) -> None:
    """Raise if the streams that a page names draw too much; it may name one many times."""
    for text in texts:
        for found in _LIST.finditer(text):
            named = _REFERENCE.findall(found[0])
            if sum(drawing.get(int(number), 0) for number in named) > _MOST_DRAWING_BYTES:
                raise UnreadableSource(
                    _too_much_drawing(
                        f"a page of it names {len(named)} streams with", _MOST_DRAWING_BYTES
                    )
                )


def _too_much_drawing(what: str, most: int) -> str:
    return (
        f"The PDF document draws more than any report needs: {what} more than "
        f"{most // _MEBIBYTE} MiB of drawing. "
        "Print the pages of the report as a new PDF, without maps and drawings."
    )


def _up_to_the_end(data: bytes, begin: int) -> bytes:
    """Return a stream that is not packed, up to the word that ends it."""
    end = data.find(b"endstream", begin)
    return data[begin : len(data) if end < 0 else end]
