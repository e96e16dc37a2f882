"""Bytes to characters: a ladder of encodings, from the surest sign to the least sure.

A byte-order mark, then the zero bytes of UTF-16, strict UTF-8, then UTF-8 with a wound, then the
Chinese encodings judged by the characters they give. The decision is kept, so that a report can say
how it was read.
"""

from __future__ import annotations

import codecs
import re

from attrs import evolve, frozen

from govinfo.errors import UnreadableSource
from govinfo.text.legacy_encodings import common_share, decode_legacy

__all__ = ["Decoded", "decode"]


@frozen
class Decoded:
    """Characters, and how they were come by."""

    text: str
    encoding: str
    """The name of the codec, as Python spells it."""
    certain: bool = True
    """Whether the bytes allow no other reading."""
    note: str | None = None
    """What the reader should know: where bytes were damaged, or why this encoding was chosen."""


# UTF-32 comes before UTF-16, whose mark is the first half of its own.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTAINERS = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Microsoft Office document (.doc, .xls), or an encrypted new one",
    ),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
)
_ZEROS = 40
"""In UTF-16 at least one byte in so many is zero; text without any digit or line break is left to `legacy`."""
_PLAUSIBLE = 0.5
_THREE_BYTES = re.compile("[\u0800-\ufffc]")
_TOO_MANY = 3
"""One broken character in so many is more than a wound."""


def decode(data: bytes) -> Decoded:
    """Return the characters that these bytes stand for; raise `UnreadableSource` when no encoding fits."""
    _refuse_containers(data)
    tried: list[str] = []
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            found = _marked(data[len(mark) :], encoding, tried)
            if found is not None:
                return found
    found = _utf16(data, tried) or _utf8(data, tried) or _wounded_utf8(data) or _legacy(data, tried)
    return found if found.certain else _held_against_its_words(found, data)


_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HEAD = 2048
"""Where a page declares its encoding, it does so in so many bytes."""


def _held_against_its_words(found: Decoded, data: bytes) -> Decoded:
    """Say so where the page itself declares another encoding: the bytes decide, but only as far as they are certain."""
    declared = _DECLARED.search(data, 0, _HEAD)
    name = declared[1].decode("ascii") if declared else found.encoding
    if _family(name) == _family(found.encoding):
        return found
    return evolve(found, note=f"{found.note} The document itself declares {name}.")


def _family(encoding: str) -> str:
    """The encoding that holds this one; whatever Python does not know is a family of its own."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return encoding
    return "gb18030" if name in ("gb2312", "gbk") else name.removesuffix("-sig")


def _refuse_containers(data: bytes) -> None:
    for magic, name in _CONTAINERS:
        if data.startswith(magic):
            raise UnreadableSource(
                f"The source is {name} (it begins with {magic!r}), which is not read yet; a report's text was wanted. "
                "Export it as .docx, PDF or plain text (UTF-8), or pass the rows of its tables to parse_grid."
            )


def _marked(data: bytes, encoding: str, tried: list[str]) -> Decoded | None:
    """Decode what follows a byte-order mark; a wound or a cut does not make the mark a lie."""
    codec = "utf-8" if encoding == "utf-8-sig" else encoding
    try:
        return Decoded(data.decode(codec), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(codec, "replace")
        if text.count("\ufffd") * _TOO_MANY > len(text):
            tried.append(f"{encoding}: the byte-order mark says so, but {_failure(error)}")
            return None
        return Decoded(text, encoding, certain=False, note=_wound(encoding, error, text))


def _utf8(data: bytes, tried: list[str]) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        tried.append(f"utf-8: {_failure(error)}")
        return None


def _utf16(data: bytes, tried: list[str]) -> Decoded | None:
    """Decode UTF-16 without a mark, which the zero halves of its digits and line breaks give away.

    It is asked before UTF-8, to which zero bytes are characters like any other.
    """
    encoding = _zero_parity(data)
    if encoding is None:
        return None
    text, note = (
        data.decode(encoding, "replace"),
        f"There is no byte-order mark; the zero bytes say {encoding}.",
    )
    if not text.isascii() and (share := common_share(text)) < _PLAUSIBLE:
        tried.append(
            f"{encoding}: the zero bytes say so, but {share:.0%} of its characters are common Chinese ones"
        )
        return None
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        note = _wound(encoding, error, text)
    return Decoded(text, encoding, certain=False, note=note)


def _zero_parity(data: bytes) -> str | None:
    """Say which UTF-16 it is by where the zero bytes stand: most of them are the upper halves of characters."""
    if b"\0" not in data:
        return None
    even, odd = data[::2].count(0), data[1::2].count(0)
    if (even + odd) * _ZEROS < len(data):
        return None
    # 一 is U+4E00, so a zero in the lower half is no rarity.
    if odd > 2 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 2 * odd else None


def _wounded_utf8(data: bytes) -> Decoded | None:
    """Decode UTF-8 that was cut inside a character, or lost a byte."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
        whole = len(_THREE_BYTES.findall(text))
        # Other encodings hardly ever make a whole character of three bytes, and break at every
        # second one.
        if whole >= broken:
            return Decoded(text, "utf-8", certain=False, note=_wound("utf-8", error, text))
    return None


def _legacy(data: bytes, tried: list[str]) -> Decoded:
    """Decode one of the encodings from before Unicode, or give up and say why."""
    found = decode_legacy(data)
    if found.text is not None:
        return Decoded(found.text, found.encoding, found.certain, found.note)
    lines = "\n".join(f"  - {line}" for line in [*tried, *found.tried])
    raise UnreadableSource(
        f"No encoding fits these {len(data)} bytes (they begin with {data[:16]!r}); tried were:\n{lines}\n"
        "Text in UTF-8, UTF-16, GB18030 or Big5 was wanted. Convert the source to UTF-8, or decode it yourself and "
        "pass a str."
    )


def _failure(error: UnicodeDecodeError) -> str:
    """Say where a decoding failed, and over what."""
    return f"byte 0x{error.object[error.start]:02x} at {error.start} ({error.reason})"


def _wound(encoding: str, error: UnicodeDecodeError, text: str) -> str:
    return (
        f"Decoded as {encoding}, but {_failure(error)}; what could not be decoded reads U+FFFD, "
        f"{text.count(chr(0xFFFD))} in all. Look at the source there, or fetch it again."
    )
