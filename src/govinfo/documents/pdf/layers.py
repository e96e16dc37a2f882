"""The layers of a PDF document that are switched off: nobody sees what is drawn on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_ubyte, c_ulong, sizeof

import pypdfium2.raw as pdfium

from govinfo.documents.pdf.handles import Handle

__all__ = ["is_on_layer", "layers_off"]

_OFF = re.compile(rb"/OFF\s*\[(?P<layers>[\d\sR]{1,20000})\]")
_REFERENCE = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
_NUMBERS = re.compile(rb"[\d\s]*")
_NAME = re.compile(
    rb"/Name\s*(?:\((?P<text>(?:[^()\\]|\\.)*)\)|<(?P<code>[\da-fA-F\s]*)>)", re.DOTALL
)
_ESCAPE = re.compile(rb"\\(?:(?P<code>[0-7]{1,3})|(?P<sign>.))", re.DOTALL)
_LARGEST_LAYER_BYTES = 500
"""What the file says of a layer is shorter than this."""
_LONGEST_NAME, _LONGEST_NUMBER = 200, 10
_MOST_MARKS = 20


def layers_off(data: bytes, packed: Sequence[bytes]) -> frozenset[bytes]:
    """Return the names of the layers that are switched off, as bytes of the document.

    Args:
        data: the document.
        packed: the streams of objects in it, unpacked.

    """
    lists = (found for text in (data, *packed) for found in _OFF.findall(text))
    off = {int(number) for each in lists for number in _REFERENCE.findall(each)}
    if not off:
        return frozenset()
    names: dict[bool, set[bytes]] = {False: {b""}, True: set()}
    for number, body in _objects(data, packed):
        found, name = _NAME.search(body) if b"/OCG" in body else None, b""
        if found is not None and found["code"] is None:
            name = _ESCAPE.sub(
                lambda sign: bytes([int(sign["code"], 8) & 0xFF]) if sign["code"] else sign["sign"],
                found["text"],
            )
        elif found is not None:
            code = b"".join(found["code"].split())
            name = bytes.fromhex((code + b"0" * (len(code) % 2)).decode("ascii"))
        names[number in off].add(name)
    # Where two layers have one name, nobody can tell which of them something is drawn on.
    return frozenset(names[True] - names[False])


def is_on_layer(handle: Handle, names: frozenset[bytes]) -> bool:
    """Whether an object of a page is drawn on one of these layers."""
    for number in range(min(pdfium.FPDFPageObj_CountMarks(handle), _MOST_MARKS)):
        mark, size = pdfium.FPDFPageObj_GetMark(handle, number), c_ulong()
        name = (c_ubyte * _LONGEST_NAME)()
        if (
            pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"Name", name, sizeof(name), byref(size))
            and bytes(name)[: size.value] in names
        ):
            return True
    return False


def _objects(data: bytes, packed: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the number of each object, and the beginning of what it is."""
    for found in _OBJECT.finditer(data):
        body = data[found.end() : found.end() + _LARGEST_LAYER_BYTES]
        yield int(found[1]), body.partition(b"endobj")[0]
    for text in packed:
        # The numbers and the places of the objects stand before them.
        head = _NUMBERS.match(text)
        if head is None:
            continue
        numbers = [int(each) for each in head[0].split() if len(each) < _LONGEST_NUMBER]
        places = [head.end() + place for place in numbers[1::2]]
        for number, start, end in zip(numbers[::2], places, [*places[1:], len(text)], strict=False):
            yield number, text[start : min(end, start + _LARGEST_LAYER_BYTES)]
